"""Into what words and numbers does a stretch of text fall?

spaCy's tokens are too coarse for quantities ("50kg", "300–400", "$40m"), so the
text is cut again: digits with their separators, runs of letters, single signs.
Each word keeps the spaCy token that covers it, for its grammar.

It fails where digits are spaced in a way that no separator shows ("1 0 0").
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allsource.claims.parse import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Word", "cut", "lowered"]

_WORD = re.compile(
    r"""\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])                          # 3,50,000
      | \d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?![\d])(?:\.\d+)?  # 1,234,567.8
      | \d+(?:\.\d+)?                                           # 12.5
      | (?<![\w.])\.\d+                                         # .5
      | [^\W\d_]+(?:['’][^\W\d_]+)*                             # words
      | \S
    """,
    re.VERBOSE,
)
_LONGEST_NUMBER = 40
"""Digits of a longer run are a key or an attack, never a quantity."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or sign.

    Args:
        text: as written.
        lower: case-folded.
        start: first code point in the paragraph.
        end: one past the last.
        token: the spaCy token that covers its first code point.
        glued: nothing stands between it and the word before.
        sentence: number of its sentence in the paragraph.
    """

    text: str
    lower: str
    start: int
    end: int
    token: "Token"
    glued: bool
    sentence: int

    @property
    def lemma(self) -> str:
        """Lower-case lemma of its token, or the word itself where a token holds several."""
        whole = len(self.token.text) == len(self.text)
        return self.token.lemma_.lower() if whole else self.lower

    @property
    def is_number(self) -> bool:
        """It is written in digits, and not too long to be a quantity."""
        return len(self.text) <= _LONGEST_NUMBER and (
            self.text[0].isdecimal() or (self.text[0] == "." and len(self.text) > 1)
        )

    @property
    def is_word(self) -> bool:
        """It is made of letters."""
        return self.text[0].isalpha()


def cut(paragraph: Paragraph) -> tuple[Word, ...]:
    """Cut a paragraph into words, in order.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> [word.text for word in cut(parse_text("300–400 lorries, 50kg").paragraphs[0])]
        ['300', '–', '400', 'lorries', ',', '50', 'kg']
    """
    doc = paragraph.doc
    starts = [token.idx for token in doc]
    sentences = [0] * len(doc)
    for number, sentence in enumerate(doc.sents):
        sentences[sentence.start : sentence.end] = [number] * (sentence.end - sentence.start)
    words: list[Word] = []
    end = -1
    for found in _WORD.finditer(doc.text):
        place = max(0, bisect_right(starts, found.start()) - 1)
        text = found.group()
        lower = text.casefold().replace("’", "'")
        words.append(
            Word(text, lower, found.start(), found.end(), doc[place], found.start() == end,
                 sentences[place])
        )  # fmt: skip
        end = found.end()
    return tuple(words)


def lowered(words: tuple[Word, ...], start: int, length: int) -> tuple[str, ...]:
    """Give ``length`` words from ``start`` in lower case, fewer at the end."""
    return tuple(word.lower for word in words[max(0, start) : start + length])
