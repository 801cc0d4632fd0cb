"""Do words of a claim name a thing, and of what days does it speak?

Words are compared whole and case-folded; a name agrees where its telling words all stand
in the claim. It fails where a thing goes by a name that the table does not have.
"""

import re
from collections.abc import Iterable
from datetime import date

from allsource.model.bearing import Verdict
from allsource.model.claim import Claim
from allsource.model.time import first_day, last_day

__all__ = ["Rule", "days", "decided", "first_named", "holds", "overlap"]

Rule = tuple[bool, Verdict, str]
"""Whether it applies, what it says then, and why."""

_EDGE = r"(?<![\w-])"
_END = r"(?![\w-])"


def holds(text: str, wanted: Iterable[str]) -> str | None:
    """Give the first of some phrases that stands in a text as whole words, as the text writes it.

    Example:
        >>> holds("An Ilyushin-76 left.", ["il-76", "ilyushin-76"])
        'Ilyushin-76'
        >>> holds("The Usher left.", ["us"]) is None
        True
    """
    for phrase in wanted:
        found = re.search(f"{_EDGE}{re.escape(phrase)}{_END}", text, re.IGNORECASE)
        if found:
            return found.group()
    return None


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


def days(claim: Claim, *, until: bool = False) -> tuple[date, date] | None:
    """Give the first and last day that a claim speaks of; None where it names none, or leaves one open.

    Args:
        claim: any claim.
        until: take "by May" for May: what holds up to a day holds on that day.
    """
    closed = {None, "as_of", "by", "until"} if until else {None, "as_of"}
    times = [*(q.time for q in claim.quantities if q.time is not None), *claim.times]
    for time in times:
        start = time.start or (time.end if until else None)
        if start and time.end and time.boundary in closed:
            return (
                date.fromisoformat(first_day(start[:7] if until else start)[:10]),
                date.fromisoformat(last_day(time.end)[:10]),
            )
    return None


def overlap(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool | None:
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
