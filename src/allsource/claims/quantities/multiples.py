"""Which words multiply or count occasions without a number?

"Output doubled", "the price nearly halved" are amounts of change: two times up,
50 percent down. "Fired twice" and "twice as many" are two times; "once" counts
only as a rate ("once a week").

It fails on verbs that multiply by a noun ("grew by leaps").
"""

from allsource import vocab
from allsource.claims.quantities import bounds
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.rates import rate_after
from allsource.claims.quantities.units import Unit
from allsource.claims.quantities.words import Word
from allsource.claims.quantities.written import Number

__all__ = ["read_multiple"]

_OTHERS = frozenset({"the", "that", "what", "its", "their", "his", "her", "our", "this", "last"})


def read_multiple(words: tuple[Word, ...], at: int) -> Draft | None:
    """Read a multiplying verb or "twice" at word ``at``, or None.

    Args:
        words: all words of the paragraph.
        at: index of the word.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities.words import cut
        >>> draft = read_multiple(cut(parse_text("Output more than doubled.").paragraphs[0]), 3)
        >>> draft.low, draft.bound, draft.direction
        (2.0, 'over', 'up')
    """
    return _multiplied(words, at) or _occasion(words, at)


def _multiplied(words: tuple[Word, ...], at: int) -> Draft | None:
    word = words[at]
    found = vocab.load("scales")["multiples"].get(word.lemma)
    if found is None or word.token.pos_ != "VERB" or word.token.dep_ in {"amod", "compound"}:
        return None
    value, unit, way = found
    before = bounds.before(words, at)
    number = Number(at, at + 1, float(value), "multiple")
    kind = "ratio" if unit == "percent" else "count"
    return Draft(
        number, min(before.first, at), before.start, at + 1, float(value), float(value),
        before.bound, before.approximate, unit=Unit(unit, kind, at + 1, at),
        role="change_by", direction=way,
    )  # fmt: skip


def _as_many(words: tuple[Word, ...], at: int) -> float | None:
    """Read "double what they paid", "triple the rate", "half that": so many times another amount."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if words[at].lower == "half":
        return 0.5 if following in {"that", "what"} else None
    found = vocab.load("scales")["multiples"].get(words[at].lower)
    plain = found is not None and found[1] == "time" and words[at].token.pos_ != "VERB"
    return float(found[0]) if plain and found is not None and following in _OTHERS else None


def _occasion(words: tuple[Word, ...], at: int) -> Draft | None:
    value = vocab.load("scales")["occasions"].get(words[at].lower) or _as_many(words, at)
    if value is None:
        return None
    rate = rate_after(words, at + 1)
    if value == 1 and rate is None:
        return None
    before = bounds.before(words, at)
    number = Number(at, at + 1, float(value), "multiple")
    return Draft(
        number, min(before.first, at), before.start, rate[1] if rate else at + 1,
        float(value), float(value), before.bound, before.approximate,
        unit=Unit("time", "count", at + 1, at), per=rate[0] if rate else None,
    )  # fmt: skip
