"""Which ordinals say how a thing ranks?

"ranked third", "in 3rd place", "the second-largest yard". Other ordinals count
occurrences or name things ("the third time", "the 41st Brigade") and are left.

It fails on ranks in words that the vocabulary does not hold ("number two").
"""

from allsource import vocab
from allsource.claims.parse import Paragraph
from allsource.claims.quantities.words import Word
from allsource.model.quantity import Quantity
from allsource.model.span import Span

__all__ = ["ranks"]


def ranks(paragraph: Paragraph, text: str, words: tuple[Word, ...]) -> list[Quantity]:
    """Find the ranks of a paragraph.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities.words import cut
        >>> line = "The firm ranked third."
        >>> paragraph = parse_text(line).paragraphs[0]
        >>> [rank.low for rank in ranks(paragraph, line, cut(paragraph))]
        [3.0]
    """
    ordinals = vocab.load("scales")["ordinals"]
    found = []
    for at, word in enumerate(words):
        value = ordinals.get(word.lower)
        if value is None or not (_ranked(words, at) or _superlative(words, at)):
            continue
        span = Span(word.start, word.end).shift(paragraph.span.start)
        number = float(value)
        found.append(Quantity(span.of(text), span, number, number, role="rank"))
    return found


def _ranked(words: tuple[Word, ...], at: int) -> bool:
    return at > 0 and words[at - 1].lemma in {"rank", "place"} and words[at].lower != "first"


def _superlative(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a superlative follows: "second-largest", "second most populous"."""
    beyond = at + 2 if at + 1 < len(words) and words[at + 1].text in "-‑" else at + 1
    return (
        beyond < len(words)
        and words[at].lower != "first"
        and (
            words[beyond].token.tag_ in {"JJS", "RBS"}
            or (
                words[beyond].lower.endswith("est")
                and words[beyond].glued
                and words[beyond].is_word
            )
        )
    )
