"""Which quantities stand in these words, before change, measure and time?

Numbers are read from left to right; what names, dates or enumerates is passed
over. Each number takes its currency, bound, unit and rate; two that stand for a
range become one.

It fails where a unit is given once for a list that the parse breaks.
"""

from collections.abc import Sequence
from dataclasses import replace

from allsource import vocab
from allsource.claims.quantities import bounds
from allsource.claims.quantities.ages import bare_age
from allsource.claims.quantities.changes import change_word
from allsource.claims.quantities.counted import with_unit
from allsource.claims.quantities.currencies import currency_before
from allsource.claims.quantities.designations import is_designation
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.ellipsis import with_units
from allsource.claims.quantities.mixed import with_smaller
from allsource.claims.quantities.multiples import read_multiple
from allsource.claims.quantities.numbers import Number, read_number
from allsource.claims.quantities.ranges import is_score, range_end, shared_scale
from allsource.claims.quantities.rates import rate_after, rate_before
from allsource.claims.quantities.words import Word, lowered

__all__ = ["read"]

_HYPHENS = frozenset("-‐‑–—−")
_DOUBTS = frozenset({"maybe", "perhaps", "possibly"})
_STILL = 2
"""Words that may stand before the second bound: "but still fewer than"."""
_MOST = 400
"""Quantities of one paragraph: more is a table or an attack."""


def read(words: tuple[Word, ...], blocked: Sequence[tuple[int, int]]) -> list[Draft]:
    """Read all quantities of a paragraph.

    Args:
        words: its words.
        blocked: stretches of the paragraph that are dates and clock times.
    """
    drafts: list[Draft] = []
    at = 0
    while at < len(words) and len(drafts) < _MOST:
        number = read_number(words, at)
        if number is None:
            multiple = read_multiple(words, at)
            drafts.extend([multiple] if multiple is not None else [])
            at = multiple.last if multiple is not None else at + 1
            continue
        draft, at = _from(words, number, blocked)
        if draft is not None:
            drafts.append(draft)
    return with_units(words, drafts)


def _from(
    words: tuple[Word, ...], number: Number, blocked: Sequence[tuple[int, int]]
) -> tuple[Draft | None, int]:
    """Read the quantity of one number or range, and where to go on."""
    scored = range_end(words, number)
    if scored is not None and scored[0] == "dash" and is_score(words, number, scored[1]):
        return None, scored[1].last
    inside = any(start <= words[number.first].start < end for start, end in blocked)
    if inside or is_designation(words, number):
        return None, number.last
    if scored is not None:
        link, high = scored
        low = shared_scale(number, high)
        joined = _range(words, low, high, link)
        if joined is not None:
            return joined, max(joined.last, high.last)
    draft = _measured(words, number, number.value, number.value)
    joined = (
        _spread(words, draft) or _enclosed(words, draft) or _hesitant(words, draft)
        or with_smaller(words, draft)
    )  # fmt: skip
    return (joined or draft), max((joined or draft).last, number.last)


def _hesitant(words: tuple[Word, ...], low: Draft) -> Draft | None:
    """Join "two, maybe three kilometres" to one interval."""
    at = low.last + 2
    doubt = lowered(words, low.last, 2)
    if low.kind is not None or low.low != low.high or len(doubt) != len((",", "maybe")):
        return None
    number = read_number(words, at) if doubt[0] == "," and doubt[1] in _DOUBTS else None
    if number is None or number.form != low.number.form or is_designation(words, number):
        return None
    high = _measured(words, number, number.value, number.value)
    if high.low <= low.low or high.bound is not None:
        return None
    return replace(high, number=replace(number, first=low.number.first), first=low.first,
                   start=low.start, low=low.low)  # fmt: skip


def _enclosed(words: tuple[Word, ...], low: Draft) -> Draft | None:
    """Join "more than 40 but fewer than 60" to one interval."""
    at = low.last
    if (
        low.bound not in {"over", "at_least"}
        or at >= len(words)
        or words[at].lower not in {"but", "and"}
    ):
        return None
    start = next((i for i in range(at + 1, min(at + 6, len(words))) if read_number(words, i)), None)
    number = read_number(words, start) if start is not None else None
    if number is None or is_designation(words, number):
        return None
    high = _measured(words, number, number.value, number.value)
    joins = high.bound in {"under", "at_most"} and high.first - at <= _STILL
    if not joins or high.high <= low.low or not _alike(low, high):
        return None
    return replace(high, number=replace(number, first=low.number.first), first=low.first,
                   start=low.start, low=low.low, per=high.per or low.per, bound=low.bound,
                   upper=high.bound, unit=high.unit or low.unit,
                   currency=high.currency or low.currency,
                   approximate=low.approximate or high.approximate)  # fmt: skip


def _range(words: tuple[Word, ...], low: Number, high: Number, link: str) -> Draft | None:
    """Make one draft of two numbers that stand side by side, or None."""
    opener = _opener(words, low)
    mixed = (low.form == "fraction") != (high.form == "fraction")
    if mixed or is_designation(words, high) or high.value <= low.value:
        return None
    if (
        link in {"and", "or"}
        and opener != "between"
        and not (link == "or" and high.value - low.value <= max(2, 0.5 * low.value))
    ):
        return None
    if link == "to" and _changes(words, low, high, opener):
        return None
    both = Number(low.first, high.last, low.value, high.form, high.scale, high.value)
    draft = _measured(words, both, low.value, high.value)
    return draft if link == "dash" else _opened(words, draft)


def _opener(words: tuple[Word, ...], low: Number) -> str:
    money = currency_before(words, low.first)
    start = bounds.before(words, money[1] if money else low.first).start
    return words[start - 1].lower if start else ""


def _changes(words: tuple[Word, ...], low: Number, high: Number, opener: str) -> bool:
    """Say whether the two are points of a change ("rose from 5 to 7") and no range.

    "Rose 5 to 7 percent" is a range, "rose by 5 to 90" an amount and a point.
    """
    if opener != "from" and high.value < 3 * low.value:
        return False
    money = currency_before(words, low.first)
    start = bounds.before(words, money[1] if money else low.first).start
    return change_word(words, start, words[low.last - 1].token) is not None


def _opened(words: tuple[Word, ...], draft: Draft) -> Draft:
    """Take "between" and "from" into the words of a range."""
    before = words[draft.start - 1].lower if draft.start else ""
    if before not in {"between", "from"}:
        return draft
    outer = bounds.before(words, draft.start - 1)
    first = outer.first if outer.approximate else draft.start - 1
    return replace(
        draft, first=first, start=first, approximate=draft.approximate or outer.approximate
    )


def _spread(words: tuple[Word, ...], low: Draft) -> Draft | None:
    """Join "$5 million to $7 million": both ends with a unit of their own."""
    at = low.last
    if at + 1 >= len(words) or words[at].lower not in {"to", "and", "-", "–", "or"}:
        return None
    before = words[low.start - 1].lower if low.start else ""
    if (words[at].lower in {"and", "or"}) != (before == "between") or low.bound is not None:
        return None
    start = next((i for i in range(at + 1, min(at + 5, len(words))) if read_number(words, i)), None)
    number = read_number(words, start) if start is not None else None
    if number is None or is_designation(words, number):
        return None
    high = _measured(words, number, number.value, number.value)
    if high.start != at + 1 or not _alike(low, high) or high.low <= low.high:
        return None
    if before != "between" and _points(words, low, before):
        return None
    joined = replace(high, number=replace(number, first=low.number.first), first=low.first,
                     start=low.start, low=low.low, per=high.per or low.per,
                     approximate=low.approximate or high.approximate)  # fmt: skip
    return _opened(words, joined)


def _points(words: tuple[Word, ...], low: Draft, before: str) -> bool:
    """A change word ties the first number as its own point or amount."""
    if before not in {"from", "by", "up", "down", "to"}:
        return change_word(words, low.start, low.token(words)) is not None
    if before == "from":
        return change_word(words, low.start, low.token(words)) is not None
    return True


def _alike(low: Draft, high: Draft) -> bool:
    names = {low.unit.name if low.unit else None, high.unit.name if high.unit else None}
    if low.currency and high.currency:
        return low.currency == high.currency
    if low.currency or high.currency:
        return low.unit is None and high.unit is None and low.bound is not None
    return len(names - {None}) <= 1


def _measured(words: tuple[Word, ...], number: Number, low: float, high: float) -> Draft:
    """Give a number its currency, modifiers, unit, rate and sign."""
    money = currency_before(words, number.first)
    opening = money[1] if money else number.first
    opening, sign = _sign(words, opening, number)
    modifiers = bounds.before(words, opening)
    bound, approximate, last = bounds.after(words, number.last)
    modifiers = _stopped(words, modifiers, bound, opening)
    draft = Draft(
        number, min(modifiers.first, opening), modifiers.start, last, sign * low, sign * high,
        modifiers.bound or bound, modifiers.approximate or approximate,
        money[0] if money else None,
    )  # fmt: skip
    if number.form == "vague":
        draft = replace(draft, bound=draft.bound or "at_least", approximate=True)
    if number.high is None and number.form == "words" and words[number.first - 1].lower == "couple":
        draft = replace(draft, approximate=True)
    if words[number.first].lower == "couple":
        draft = replace(draft, approximate=True)
    return _within(words, _below_zero(words, _finished(words, with_unit(words, draft))))


def _within(words: tuple[Word, ...], draft: Draft) -> Draft:
    """Read "within 50 km of", "inside forty miles": so far at most."""
    before = words[draft.start - 1].lower if draft.start else ""
    far = draft.unit is not None and draft.unit.kind == "length" and draft.bound is None
    if not far or before not in {"within", "inside"} or draft.low != draft.high:
        return draft
    return replace(draft, bound="at_most", first=draft.start - 1, start=draft.start - 1)


def _stopped(
    words: tuple[Word, ...], modifiers: bounds.Modifiers, bound: bounds.Bound | None, opening: int
) -> bounds.Modifiers:
    """Leave "up to" before a floor to its verb: "is back up to 40 or more" is 40 or more."""
    rising = lowered(words, modifiers.first, 2) == ("up", "to")
    if not rising or modifiers.bound != "at_most" or bound != "at_least":
        return modifiers
    return replace(modifiers, first=opening, start=opening, bound=None)


def _below_zero(words: tuple[Word, ...], draft: Draft) -> Draft:
    """Read "12 degrees below zero" as -12."""
    cold = draft.unit is not None and draft.unit.kind in {"temperature", "angle"}
    if not cold or lowered(words, draft.last, 2) != ("below", "zero") or draft.low != draft.high:
        return draft
    return replace(draft, low=-draft.low, high=-draft.high, last=draft.last + 2)


def _sign(words: tuple[Word, ...], opening: int, number: Number) -> tuple[int, int]:
    """Read a minus sign or the word "minus"; a dash glued to a word is a hyphen."""
    at = opening - 1
    if at < 0 or number.form not in {"digits", "words"}:
        return opening, 1
    if words[at].text in {"-", "−", "–"} and at > 0 and words[at - 1].lower == "minus":
        return at - 1, -1
    if words[at].lower == "minus":
        return at, -1
    signed = words[at].text in {"-", "−"} and not words[at].glued and words[at + 1].glued
    return (at, -1) if signed or (at == 0 and words[at].text in {"-", "−"}) else (opening, 1)


def _finished(words: tuple[Word, ...], draft: Draft) -> Draft:
    """Read what stands after the unit: a bound, "or so", a rate; and the role of a share."""
    if draft.unit is not None and lowered(words, draft.last, 3) == ("and", "a", "half"):
        draft = replace(draft, low=draft.low + 0.5, high=draft.high + 0.5, last=draft.last + 3)
    bound, approximate, last = bounds.after(words, draft.last)
    draft = replace(draft, bound=draft.bound or bound, last=last,
                    approximate=draft.approximate or approximate)  # fmt: skip
    rate = rate_after(words, draft.last)
    if rate is not None:
        draft = replace(draft, per=draft.per or rate[0], last=rate[1])
        approximate, last = bounds.after(words, draft.last)[1:]
        draft = replace(draft, approximate=draft.approximate or approximate, last=last)
    elif draft.per is None:
        draft = replace(draft, per=rate_before(words, draft))
    return _signed(words, _paced(_share(words, bare_age(words, draft))))


def _signed(words: tuple[Word, ...], draft: Draft) -> Draft:
    """Read a percentage with a sign as an amount of change: "FTSE -0.6%"."""
    first = words[draft.number.first - 1].text if draft.number.first else ""
    percent = draft.unit is not None and draft.unit.name == "percent"
    if not percent or draft.low != draft.high or draft.role != "level":
        return draft
    if draft.low < 0:
        return replace(draft, low=-draft.low, high=-draft.high, role="change_by", direction="down")
    plus = first == "+" and words[draft.number.first].glued
    return replace(draft, role="change_by", direction="up") if plus else draft


def _paced(draft: Draft) -> Draft:
    """Make the period inside a counted noun its rate: "40 daily flights"."""
    if draft.unit is None or draft.unit.kind != "count":
        return draft
    first, _, rest = draft.unit.name.partition(" ")
    per = vocab.load("rates")["adjectives"].get(first)
    if not per or not rest or draft.per not in {None, per}:
        return draft
    return replace(draft, unit=replace(draft.unit, name=rest), per=per)


def _share(words: tuple[Word, ...], draft: Draft) -> Draft:
    """A percentage or fraction of something is a share."""
    fraction = draft.number.form == "fraction" and draft.unit is None and draft.currency is None
    percent = draft.unit is not None and draft.unit.name == "percent"
    followed = (
        "of" in lowered(words, draft.last, 2)[: 1 + (lowered(words, draft.last, 1) == (",",))]
    )
    if percent and draft.last < len(words):
        things = vocab.load("measured_things")
        held = (
            words[draft.last].lemma in things["holdings"]
            or words[draft.last].lower in things["degrees"]
        )
        token = words[draft.last - 1].token
        subject = token.dep_ in {"nsubj", "nsubjpass"} and token.head.i > token.i
        followed = followed or held or (subject and token.head.pos_ in {"VERB", "AUX"})
    return replace(draft, role="share") if fraction or (percent and followed) else draft
