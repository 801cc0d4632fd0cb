"""Do words of a claim name a thing, of what days does it speak, and does it affirm or deny?

Words are compared whole and case-folded; a name agrees where its telling words all stand
in the claim. A claim affirms or denies only what took place: plans, conditions and questions are open, and
nothing that was seen bears on them. It fails where a thing goes by a name that the table does not have, and
where irony denies.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Literal

from allsource.model.bearing import Verdict
from allsource.model.claim import Claim
from allsource.model.time import Time, first_day, last_day
from allsource.vocab import load

__all__ = [
    "Polarity",
    "Rule",
    "Span",
    "any_of",
    "days",
    "decided",
    "first_named",
    "holds",
    "overlap",
    "polarity",
    "within",
]

Polarity = Literal["affirmed", "denied", "open"]
"""Whether a claim says that something took place, that it did not, or neither."""

Span = tuple[date, date]
"""First and last day."""

Rule = tuple[bool, Verdict, str]
"""Whether it applies, what it says then, and why."""

_EDGE = r"(?<![\w-])"
_END = r"(?![\w-])"
_JOINS = re.compile(r"\s*(?:(?:and|or|to|until|till|through)\b|[-–])\s*(?:on\s)?\s*", re.IGNORECASE)


def holds(text: str, wanted: Iterable[str]) -> str | None:
    """Give the first of some phrases that stands in a text as whole words, as the text writes it.

    Example:
        >>> holds("An Ilyushin-76 left.", ["il-76", "ilyushin-76"])
        'Ilyushin-76'
        >>> holds("The Usher left.", ["us"]) is None
        True
    """
    for phrase in wanted:
        found = _whole(phrase).search(text)
        if found:
            return found.group()
    return None


@cache
def _whole(phrase: str) -> re.Pattern[str]:
    return any_of([phrase])


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile one pattern that finds any of some phrases as whole words, the longest that fits.

    Example:
        >>> any_of(["gelan air", "gelan air cargo"]).search("by Gelan Air Cargo").group()
        'Gelan Air Cargo'
        >>> any_of([]).search("nothing is wanted") is None
        True
    """
    longest = sorted(set(phrases), key=lambda one: (-len(one), one))
    inner = "|".join(map(re.escape, longest)) or "(?!)"
    return re.compile(f"{_EDGE}(?:{inner}){_END}", re.IGNORECASE)


def polarity(claim: Claim) -> Polarity:
    """Say whether a claim affirms or denies that something took place, or does neither.

    Expected, conditional and questioned statements, plans, and what nobody states are open. A denial of a
    negative affirms. A verb of undoing ("was cancelled") denies; elsewhere in the statement its word leaves
    open what was undone.
    """
    told = load("bearing")["polarity"]
    text = claim.statement
    if (
        claim.stance.status in {"expected", "conditional", "questioned"}
        or not claim.stated
        or holds(text, told["plans"]["words"])
    ):
        return "open"
    undone = _undone(claim)
    if undone is None:
        return "open"
    negative = claim.negated or _none(claim)
    odd = (negative + (claim.stance.status == "denied") + undone) % 2
    return "denied" if odd else "affirmed"


def _undone(claim: Claim) -> bool | None:
    """Say whether the verb undoes what the statement names; None where that cannot be told."""
    told = load("bearing")["polarity"]
    found = holds(claim.statement, told["undone"]["words"] + told["turned"]["words"])
    predicate = claim.predication.predicate if claim.predication else None
    if found is None:
        return False
    if predicate is None or holds(predicate.text, [found]) is None:
        return None
    after = claim.document.text[predicate.spans[-1].end : claim.proposition.end]
    onward = holds(found, told["turned"]["words"]) and holds(after, ["to", "from", "into"])
    return None if onward else True


def _none(claim: Claim) -> bool:
    """Say whether "no" opens the statement, its subject or its object, or stands right before one."""
    words = load("bearing")["polarity"]["none"]["words"]
    opens = re.compile(rf"\s*(?:{'|'.join(words)})\s", re.IGNORECASE)
    parts = claim.predication
    said = [one.span.start for one in (parts and parts.subject, parts and parts.object) if one]
    text, first, last = claim.document.text, claim.proposition.start, claim.proposition.end
    starts = [first, *said, *(text.rfind(" ", first, start - 1) for start in said if start > first)]
    return any(opens.match(text, max(start, first), last) for start in starts)


def first_named(text: str, names: Iterable[str]) -> str | None:
    """Give the first of some names of which every word of four letters or more stands in a text.

    Example:
        >>> first_named("the plane of Gelan Air", ["Gelan Air Cargo", "Gelan Air"])
        'Gelan Air'
    """
    return next((name for name in names if _all_there(name, text)), None)


def _all_there(name: str, text: str) -> bool:
    telling = re.findall(r"\w{4,}", name)
    return bool(telling) and all(holds(text, [word]) for word in telling)


def days(claim: Claim, *, until: bool = False) -> Span | None:
    """Give the first and last day that a claim speaks of; None where it names none, or leaves one open.

    Times that are joined are one span, from the first to the last of them.

    Args:
        claim: any claim.
        until: take "by May" for May: what holds up to a day holds on that day.
    """
    closed = {None, "as_of", "by", "until"} if until else {None, "as_of"}
    times = [*(q.time for q in claim.quantities if q.time is not None), *claim.times]
    for time in times:
        start = time.start or (time.end if until else None)
        if start and time.end and time.boundary in closed:
            first = first_day(start[:7] if time.boundary in {"by", "until"} else start)
            last = max(last_day(end) for end in (time.end, *_joined(claim, time)))
            return date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    return None


def _joined(claim: Claim, time: Time) -> Iterator[str]:
    """Give the ends of the times that are joined to one ("between May 2030 and June 2031")."""
    last = time
    for other in sorted(claim.times, key=lambda one: one.span.start):
        between = claim.document.text[last.span.end : other.span.start]
        if other.span.start >= last.span.end and _JOINS.fullmatch(between) and other.end:
            yield other.end
            last = other


def within(inner: Span | None, outer: Span | None) -> bool:
    """Say whether a span of days lies in another; never where one is not known."""
    if inner is None or outer is None:
        return False
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(one: Span | None, other: Span | None) -> bool | None:
    """Say whether two spans of days have one in common; None where one is not known."""
    if one is None or other is None:
        return None
    return one[0] <= other[1] and other[0] <= one[1]


def decided(rules: Iterable[Rule]) -> tuple[Verdict, str]:
    """Give what the first rule that applies says, and why; the last one always applies.

    Example:
        >>> decided([(False, "bears out", "all agree"), (True, "does not bear", "an end is not seen")])
        ('does not bear', 'an end is not seen')
    """
    return next((verdict, why) for applies, verdict, why in rules if applies)
