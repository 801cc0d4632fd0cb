"""Does a later claim say that what was foretold came true?

The later claim must be told as a fact or as a denial, of the same deed (`lineage.frames`), with every name,
number and ordinal of the forecast, and most of its other words. A positive one counts by the day that it
names, else by the day of its page where that is not past the due day; a negative one only from the due
day on. "Cancelled" is a no at any time, "postponed" where the page or the new day is past the due day.

It fails where the outcome is told in other verbs than `vocab/predicates.yaml` joins, or of a part for the
whole, and where two things share all their names.
"""

import re
from functools import lru_cache
from typing import Literal

from allsource.lineage.chronology import earliest, latest
from allsource.lineage.frames import Frame, frame, one_deed, telling
from allsource.lineage.statements import stem
from allsource.model.claim import Claim
from allsource.model.time import Time, first_day, last_day
from allsource.vocab import load

__all__ = ["due_day", "told"]

_COVERED = 0.6
"""Share of the nouns of a forecast that an outcome must hold beside all names."""
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_FACT = frozenset({"asserted", "denied"})


def due_day(claim: Claim) -> str | None:
    """Give the last day of the time that a claim names, where it lies after the day of its page.

    Args:
        claim: a forecast.

    Returns:
        An ISO day, or None where it names no such time or its page has no date.
    """
    told_on = latest(claim.document)
    if told_on is None:
        return None
    coming = [(time, day) for time in claim.times if (day := _last(time)) and day > told_on]
    bound = [day for time, day in coming if time.boundary is not None]
    return max(bound or [day for _, day in coming], default=None)


def told(forecast: Claim, due: str, other: Claim) -> Literal["yes", "no"] | None:
    """Say whether a claim tells that a forecast came true, or that it did not; None where it tells neither.

    Args:
        forecast: the claim that foretold it.
        due: the day by which it must have come true.
        other: another claim.
    """
    if other.stance.status not in _FACT or not other.stated or not _is_later(forecast, other):
        return None
    mine, theirs = frame(forecast), frame(other)
    if mine is None or theirs is None:
        return None
    undone = _undone(theirs, due, other)
    if undone is None and not _one_verb(mine, theirs):
        return None
    if not _names_all(forecast, other):
        return None
    if undone is not None:
        return undone if _undoes(forecast, mine, other) else None
    denied = (other.stance.status == "denied") != other.negated
    return _by_day(forecast.negated, denied, due, other) if _covers(mine, other) else None


def _by_day(
    negative: bool,
    denied: bool,
    due: str,
    other: Claim,
) -> Literal["yes", "no"] | None:
    """Weigh what a claim says of the deed by its day."""
    page = earliest(other.document)
    if denied:
        reached = page is not None and page >= due
        return ("yes" if negative else "no") if reached else None
    day = min((first for time in other.times if (first := _first(time))), default=None)
    if day is not None and day > due:
        return "yes" if negative else "no"
    if day is None and (page is None or page > due):
        return None
    return "no" if negative else "yes"


def _undone(theirs: Frame, due: str, other: Claim) -> Literal["no"] | None:
    """Say whether a claim tells that a deed was called off, or put off past its day."""
    denied = (other.stance.status == "denied") != other.negated
    if denied:
        return None
    if theirs.verb in _lemmas("undoing"):
        return "no"
    if theirs.verb not in _lemmas("delaying"):
        return None
    page = earliest(other.document)
    new = max((last for time in other.times if (last := _last(time))), default=None)
    return "no" if (new and new > due) or (page and page > due) else None


def _one_verb(mine: Frame, theirs: Frame) -> bool:
    return one_deed(mine, theirs) is True or (
        mine.verb == theirs.verb and one_deed(mine, theirs) is not False
    )


def _is_later(forecast: Claim, other: Claim) -> bool:
    """Say whether a claim was told after the forecast, as far as dates tell."""
    if forecast.document.id == other.document.id:
        return False
    before, after = earliest(forecast.document), latest(other.document)
    return before is not None and after is not None and after >= before


def _names_all(forecast: Claim, other: Claim) -> bool:
    """Say whether a claim holds every name, number and ordinal of a forecast."""
    there, own = _words(other.statement, other), _words(forecast.statement, forecast)
    if own & _ordinals() != there & _ordinals():
        return False
    numbers = {word for word in own if word.isdigit()}
    return {*_names(forecast), *numbers} <= there


def _covers(mine: Frame, other: Claim) -> bool:
    """Say whether a claim holds most of what a forecast speaks of; its credit may hold a part."""
    nouns = mine.parts.nouns
    held = len(nouns & _words(other.text, other))
    return held >= _COVERED * len(nouns)


def _undoes(forecast: Claim, mine: Frame, other: Claim) -> bool:
    """Say whether what a claim tells to be off is what was foretold: its deed, or half of its things."""
    there = _words(other.statement, other)
    if stem(mine.verb.split()[0]) in there:
        return True
    doer = mine.subject.names | mine.subject.nouns
    things = (mine.parts.nouns | _names(forecast)) - doer
    return bool(things) and 2 * len(things & there) >= len(things)


def _names(claim: Claim) -> frozenset[str]:
    return telling(_untimed(claim.statement, claim)).names


def _words(text: str, claim: Claim) -> frozenset[str]:
    """Give the stems of a claim's words, those of its times left out, with the names of its pronouns."""
    told = claim.predication
    names = " ".join(one.name for one in told.arguments()) if told is not None else ""
    found = _WORD.findall(f"{_untimed(text, claim)} {names}")
    return frozenset(stem(word.casefold()) for word in found)


def _untimed(text: str, claim: Claim) -> str:
    """Leave out the words of times."""
    for time in claim.times:
        text = text.replace(time.text, " ")
    return text


def _last(time: Time) -> str | None:
    """Give the last day that a time allows; none for spans of days and for what only begins."""
    if time.type not in ("DATE", "TIME") or time.boundary in ("since", "after"):
        return None
    end = time.end or (time.start if time.boundary in ("by", "until", "before") else None)
    return last_day(end)[:10] if end else None


def _first(time: Time) -> str | None:
    start = time.start or time.end
    return first_day(start)[:10] if start and time.type in ("DATE", "TIME") else None


@lru_cache(maxsize=4)
def _lemmas(part: str) -> frozenset[str]:
    return frozenset(row["lemma"] for row in load("outcomes")[part])


@lru_cache(maxsize=1)
def _ordinals() -> frozenset[str]:
    return frozenset(stem(word) for word in load("outcomes")["ordinals"]["words"])
