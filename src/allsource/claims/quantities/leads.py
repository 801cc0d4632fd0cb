"""Where do the words that lead up to a number begin?

"Down from a peak of 31,500", "against the 40 of May": an article, adjectives and a
noun of extremes with "of" stand between the word that governs the number and the
number itself.

It fails where a clause stands between them ("from what had once been 40").
"""

from allsource import vocab
from allsource.claims.quantities.words import Word

__all__ = ["lead"]

_MOST = 3
_SKIPPED = frozenset({"DET", "ADJ", "NUM", "ADV"})


def lead(words: tuple[Word, ...], start: int) -> int:
    """Give the index of the first word of "a peak of", "the", or ``start`` where none leads up.

    Args:
        words: all words of the paragraph.
        start: where the quantity's phrase begins.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities.words import cut
        >>> lead(cut(parse_text("It is down from a peak of 40.").paragraphs[0]), 7)
        4
    """
    here = start
    extremes = vocab.load("changes")["extremes"]
    if here > 1 and words[here - 1].lower == "of" and words[here - 2].lemma in extremes:
        here -= 2
    for _ in range(_MOST):
        before = words[here - 1] if here else None
        skipped = before is not None and before.token.pos_ in _SKIPPED and before.is_word
        if not skipped or before is None or before.sentence != words[start - 1].sentence:
            break
        if before.token.pos_ == "ADV" and before.lower not in {"just", "only", "barely", "merely"}:
            break
        here -= 1
    return here if here == start or words[here].token.pos_ in _SKIPPED | {"NOUN"} else start
