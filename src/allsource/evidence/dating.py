"""Between which days was an undated text written, by its own words?

The latest date that the text tells as past gives the lower end, the earliest
date that it tells as still to come gives the upper end. The tense is that of
the marker nearest to the date in its sentence: to the right where the date opens
the sentence or a part of it behind a comma, else to the left. Modals, plans retold ("was expected"), dates
behind "after" and "before", and dates to come in quoted speech say nothing.
Ends that exclude each other are given up with a note. No date is ever invented.

It fails on dates without a year, on old forecasts retold in the present tense,
and where the nearest verb is not the date's own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any, Literal

from allsource.evidence.dates import explicit_dates
from allsource.model.document import Furniture
from allsource.model.span import Span
from allsource.model.time import first_day, last_day
from allsource.vocab import load

__all__ = ["Bracket", "bracket"]

Tense = Literal["past", "future", "neither"]

_REACH = 300
"""Code points of a sentence on either side of a date that are looked at."""

_NEAR = 60
"""How far a marker may stand before its date."""

_MOST = 2_000
"""Dates of one text that are looked at."""

_END = re.compile(r"(?<!\b[A-Z])[.!?][\"'”’)\]]*\s+(?=[\"“‘'(\dA-Z])|\n\s*\n|;")
_PARTICIPLE = r"(?:\s+[a-z]+ly)?(?:\s+(?:been|not))?(?:\s+[a-z]+(?:ed|en|wn)\b)?"
_LEAD = re.compile(r"(?:[\w-]+\s+){0,4}", re.IGNORECASE)
_PART = re.compile(
    r"\s*(?:(?:and|but|while|so)\s+)?(?:in|by|on|since|until|at|during)\s+(?:[a-z]+\s+){0,4}"
)
"""The opening of a part of a sentence behind a comma, as far as its date."""

_CHANGE = re.compile(r"\bfrom\b.{1,100}\bto\b")
_FROM = re.compile(r"\bfrom\s*$")
_QUOTED = re.compile(r"[\"“][^\"“”]{1,1500}[\"”]")


@dataclass(frozen=True, slots=True)
class Bracket:
    """The days between which a text was written, each end with the words that gave it."""

    between: tuple[str | None, str | None] = (None, None)
    spans: tuple[Span | None, Span | None] = (None, None)
    notes: tuple[str, ...] = ()


def bracket(text: str, furniture: Sequence[Furniture] = ()) -> Bracket:
    """Find the bracket of an undated text.

    Args:
        text: the stored text.
        furniture: its marks; dates in them say nothing.

    Returns:
        Closed ends as full ISO days, or None for an end that the text does not give.

    Example:
        >>> bracket("It opened in May 2031. By June 2032 it is expected to grow.").between
        ('2031-05-01', '2032-06-30')
    """
    past: list[tuple[str, Span]] = []
    future: list[tuple[str, Span]] = []
    for date, span in _dates(text, furniture):
        tense = _tense(text, span)
        if tense == "past":
            past.append((first_day(date), span))
        elif tense == "future":
            future.append((last_day(date), span))
    lower = max(past, key=lambda one: (one[0], -one[1].start), default=None)
    upper = min(future, key=lambda one: (one[0], one[1].start), default=None)
    if lower and upper and lower[0] > upper[0]:
        told = f"{lower[1].of(text)!r} is told as past, {upper[1].of(text)!r} as to come"
        return Bracket(notes=(f"no bracket of dates: {told}",))
    ends = (lower or (None, None), upper or (None, None))
    return Bracket((ends[0][0], ends[1][0]), (ends[0][1], ends[1][1]))


def _dates(text: str, furniture: Sequence[Furniture]) -> Iterator[tuple[str, Span]]:
    """Give explicit dates and bare years outside furniture, in order."""
    shown = _without(text, furniture)
    found = list(islice(explicit_dates(shown), _MOST))
    years = islice(_years().finditer(shown), _MOST)
    found += [(match["year"], Span(*match.span("year"))) for match in years]
    yield from sorted(found, key=lambda one: one[1])


def _without(text: str, furniture: Sequence[Furniture]) -> str:
    """Blank out furniture, so that all places stay what they are."""
    parts, start = [], 0
    for mark in furniture:
        parts += [text[start : mark.span.start], " " * (mark.span.end - mark.span.start)]
        start = mark.span.end
    return "".join([*parts, text[start:]])


def _tense(text: str, date: Span) -> Tense:
    start, end = _sentence(text, date)
    before, after = text[start : date.start], text[date.end : end]
    if _opens(before, "neither_openings"):
        return "neither"
    if re.search(r"\bsince\W+(?:[a-z-]+\s+){0,3}$", before):
        return "past"
    tense = _nearest_before(before)
    if _opens_part(before):
        first = next(_markers(after.lstrip(",").partition(",")[0]), None)
        tense = _on_the_right(first, after) if first else tense
    if tense is None or (tense == "future" and _in_quotation(text, date, start, end)):
        return "neither"
    return tense


def _opens_part(before: str) -> bool:
    """Say whether a date opens its sentence, or a part of it behind a comma."""
    _, comma, clause = before.rpartition(",")
    opening = _PART.fullmatch(clause) if comma else _LEAD.fullmatch(before.lstrip(' \n\r\t"“'))
    return bool(opening) and not list(_markers(clause))


def _on_the_right(marker: tuple[int, int, Tense], after: str) -> Tense:
    """A verb of saying behind the date may be later or earlier than what it reports."""
    start, end, tense = marker
    said = after.lstrip(",")[start:end].lower()
    return "neither" if said in load("dating")["saying"] else tense


def _nearest_before(before: str) -> Tense | None:
    """Take the last marker before the date, if any; it must be near, with no dash between."""
    found = list(_markers(before))
    if not found:
        return None
    start, end, tense = found[-1]
    words = before[start:end].lower()
    gap = before[end:]
    if tense == "past" and words in load("dating")["saying"] and not _LEAD.fullmatch(gap.lstrip()):
        return "neither"
    # "has fallen from A in one year to B by another": the later date is still the verb's own.
    reach = 2 * _NEAR if _CHANGE.search(gap) else _NEAR
    if len(gap) > reach or "—" in gap or "–" in gap or _FROM.search(before):
        return "neither"
    return tense


def _sentence(text: str, date: Span) -> tuple[int, int]:
    floor, ceiling = max(0, date.start - _REACH), min(len(text), date.end + _REACH)
    ends = [match.end() for match in _END.finditer(text, floor, date.start)]
    following = _END.search(text, date.end, ceiling)
    return (ends[-1] if ends else floor), (following.start() if following else ceiling)


def _in_quotation(text: str, date: Span, start: int, end: int) -> bool:
    around = max(0, start - _REACH)
    return any(
        around + match.start() < date.start < around + match.end()
        for match in _QUOTED.finditer(text[around : end + _REACH])
    )


def _opens(before: str, name: str) -> bool:
    words = before.lower().split()
    return any(word in _texts(name) for word in words[-2:])


def _markers(words: str) -> Iterator[tuple[int, int, Tense]]:
    """Give the tense markers of a stretch, in order, the longest at each place."""
    for match in _grammar().finditer(words):
        kind = match.lastgroup
        if kind == "participle" and _is_adjective(words[: match.start()]):
            continue
        tense: Tense = "past"
        if kind in {"future", "neither"}:
            tense = "future" if kind == "future" else "neither"
        elif kind == "infinitive":
            tense = "neither"
        yield match.start(), match.end(), tense


def _is_adjective(before: str) -> bool:
    last = "".join(before.lower().split()[-1:])
    return before.endswith("-") or last in load("dating")["not_before_participle"]


@lru_cache(maxsize=8)
def _texts(name: str) -> frozenset[str]:
    return frozenset(entry["text"] for entry in load("dating")[name])


@lru_cache(maxsize=1)
def _grammar() -> re.Pattern[str]:
    words: Any = load("dating")
    after_to = "|".join(words["not_infinitive"])
    parts = (
        rf"(?P<future>{_either(_texts('future'))})(?:\s+(?:be|have|not|also|soon))?(?:\s+[a-z]+)?",
        rf"(?P<neither>{_either(_texts('neither'))})(?:\s+(?:be|have|not|[a-z]+ly)){{0,2}}(?:\s+[a-z]+)?",
        rf"(?P<auxiliary>{_either(_texts('past_auxiliaries'))}){_PARTICIPLE}",
        rf"(?P<infinitive>to\s+(?!(?:{after_to})\b)[a-z]+)",
        rf"(?P<saying>{_either(words['saying'])})",
        rf"(?P<verb>{_either(words['past_verbs'])})",
        r"(?P<participle>[a-z]{2,}ed)",
    )
    return re.compile(r"\b(?:" + "|".join(parts) + r")\b")


@lru_cache(maxsize=1)
def _years() -> re.Pattern[str]:
    openings = _either(_texts("year_openings"))
    return re.compile(
        rf"\b(?:{openings})[\s-]{{1,3}}(?P<year>(?:19|20|21)\d\d)\b(?![-/]\d)", re.IGNORECASE
    )


def _either(texts: Any) -> str:
    """Write an alternation, longest first, that lets any white space part the words."""
    ordered = sorted(texts, key=lambda text: (-len(text), text))
    return "|".join(re.escape(text).replace(r"\ ", r"\s+") for text in ordered)
