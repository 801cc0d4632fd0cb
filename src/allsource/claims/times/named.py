"""Which dates has the text named so far?

The date last named, the quarter or half year last named, and where. A history
tells dates long past, one after the other: there a month without its year is
counted from the date before it, not from the day of publication.

It fails where a history turns back to an earlier time without naming its year.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from allsource.claims.times import lexicon
from allsource.claims.times.lexicon import Features
from allsource.claims.times.periods import day_of, interval

__all__ = ["Named", "is_history"]

_REACH = 120
"""Words up to which a report still speaks of the quarter that it named."""
_SENTENCE = 30
"""Words up to which a clock time or a part of a day belongs to the day that was named."""
_STOPS = frozenset({".", "!", "?", "\n\n"})
_YEARS = 8
"""A text with fewer written years is no history."""
_BACK = 3
"""Months up to which a history may turn back when it names a month."""


@dataclass(frozen=True, slots=True)
class Named:
    """The dates named before a place of the text.

    Args:
        last: TIMEX3 value of the date last named, or None.
        at: index of the token behind it.
        quarter: value of the quarter or half year last named, or None.
        quarter_at: index of the token behind it.
        history: whether the text tells of a time long past.
    """

    last: str | None = None
    at: int = 0
    quarter: str | None = None
    quarter_at: int = 0
    history: bool = False

    def then(self, value: str, at: int, anchor: str | None = None) -> "Named":
        """Give what is named once ``value`` is read, up to token ``at``.

        A quarter that begins after publication is none that a report speaks of.

        Example:
            >>> Named().then("2031-Q2", 9).then("2031-05-04", 20).quarter
            '2031-Q2'
        """
        days = interval(value) if value[4:6] in ("-Q", "-H") else None
        part = days is not None and (anchor is None or days[0] <= anchor)
        quarter, quarter_at = (value, at) if part else (self.quarter, self.quarter_at)
        return Named(value, at, quarter, quarter_at, self.history)

    def quarter_near(self, place: int) -> str | None:
        """Give the quarter or half year that a report speaks of at a place."""
        near = self.quarter is not None and place - self.quarter_at <= _REACH
        return self.quarter if near else None

    def day_near(self, place: int, words: Sequence[str]) -> str | None:
        """Give the full date that the sentence of a place has named."""
        known = self.last is not None and day_of(self.last) is not None
        same = place - self.at <= _SENTENCE and not _STOPS.intersection(words[self.at : place])
        near = known and (self.history or same)
        return self.last[:10] if near and self.last else None

    def year_of_month(self, month: int) -> int | None:
        """Give the year of a month that a history names after the last date.

        Example:
            >>> Named("2031-11", 5).year_of_month(2), Named("2031", 5).year_of_month(2)
            (2032, 2031)
        """
        if self.last is None or not self.last[:4].isdigit():
            return None
        year, told = int(self.last[:4]), self.last[5:7]
        if not told.isdigit():
            return year
        apart = (month - int(told) + _BACK) % 12 - _BACK
        return year + (int(told) - 1 + apart) // 12


def is_history(words: Sequence[str], features: Sequence[Features], anchor: str | None) -> bool:
    """Say whether a text tells of a time long past: many years, few of them near publication.

    Args:
        words: those of the text.
        features: theirs.
        anchor: ISO prefix of the publication date, or None.
    """
    if anchor is None:
        return True
    years = [int(found["year"]) for found in features if "year" in found]
    days = sum("weekday" in found or "day_named" in found for found in features)
    told = sum(word in lexicon.words("telling") for word in words)
    if len(years) < _YEARS or (days + told) * 8 > len(years):
        return False
    return median(years) <= int(anchor[:4]) - 3 and _near(years, int(anchor[:4])) * 5 <= len(years)


def _near(years: Iterable[int], now: int) -> int:
    return sum(abs(year - now) <= 1 for year in years)
