"""What do birth dates, countries and identifiers say about two records being those of one party?

Dates are compared as far as both tell them: a year against a day is the same year or is not. Close is a year
or less, or one part of the date that differs; lists often give a guessed year. A record may give several values,
parted by semicolons; the closest pair counts. A fact that one side lacks says nothing.

It fails for dates that are placeholders (1 January) and for firms that moved.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from allsource.entities.features import Feature
from allsource.entities.folding import fold
from allsource.errors import UsageError

__all__ = ["FACTS", "compared", "dates"]

FACTS = ("birth_date", "country", "identifier")
"""Fields of a record that are compared beside its name."""

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.Z+-]*)?")
_CLOSE, _FAR = 1, 5
"""Years apart that are close, and that may still be an error."""

_MOST_VALUES = 20
_CODES = re.compile(r"^(?:imo|mmsi|reg|no|nr|hex)(?=\d)")


def dates(text: str) -> tuple[tuple[int, ...], ...]:
    """Read dates parted by semicolons, each as year, month and day as far as it tells them.

    Raises:
        UsageError: one of them is no ISO date.

    Example:
        >>> dates("1961; 1962-4-3")
        ((1961,), (1962, 4, 3))
    """
    found = []
    for one in _values(text):
        read = _DATE.fullmatch(one)
        if read is None:
            raise UsageError(f"{one[:40]!r} is no date; write it as 1961, 1961-04 or 1961-04-03")
        found.append(_possible([int(part) for part in read.groups() if part]))
    return tuple(found)


def _possible(parts: list[int]) -> tuple[int, ...]:
    """Keep the parts of a date up to the first that cannot be: of a thirteenth month, the year."""
    if len(parts) > 1 and not 1 <= parts[1] <= 12:
        return tuple(parts[:1])
    return tuple(parts[:2] if len(parts) > 2 and not 1 <= parts[2] <= 31 else parts)


def compared(fact: str, left: str, right: str) -> Feature | None:
    """Compare one fact of two records.

    Args:
        fact: one of ``FACTS``.
        left: values of the one record, parted by semicolons.
        right: values of the other.

    Returns:
        A feature, or None where a side tells nothing or the two cannot be compared.

    Raises:
        UsageError: a birth date is no date.

    Example:
        >>> compared("birth_date", "1961", "1961-04-03").feature
        'same birth year'
        >>> compared("country", "ru", "") is None
        True
    """
    told = f"{left.strip()} / {right.strip()}"
    if fact == "birth_date":
        apart = [_apart(one, other) for one in dates(left) for other in dates(right)]
        return Feature(_DATES[min(apart)], 1.0, told) if apart else None
    read = _country if fact == "country" else _identifier
    one, other = ({read(value) for value in _values(text)} - {""} for text in (left, right))
    if not one or not other:
        return None
    return Feature(f"{'same' if one & other else 'other'} {fact}", 1.0, told)


_DATES = (
    "same birth date",
    "same birth year",
    "birth date close",
    "birth date years apart",
    "other birth date",
)


def _apart(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """Give how far two dates are apart, as a place in ``_DATES``."""
    years = abs(one[0] - other[0])
    both = min(len(one), len(other))
    differ = sum(a != b for a, b in zip(one, other, strict=False))
    if not differ:
        return 0 if both == 3 else 1
    if (
        years <= _CLOSE
        or (differ == 1 and both == 3 and years <= _FAR)
        or _digits(one[0], other[0])
    ):
        return 2 if years or differ == 1 or sorted(one) == sorted(other) else 3
    return 3 if years <= _FAR else 4


def _digits(one: int, other: int) -> bool:
    """Say whether two years are the same digits in another order."""
    return one != other and sorted(str(one)) == sorted(str(other))


def _values(text: str) -> Iterator[str]:
    for one in text.split(";", _MOST_VALUES)[:_MOST_VALUES]:
        if one.strip():
            yield one.strip()


def _identifier(text: str) -> str:
    return _CODES.sub("", fold(text).replace(" ", ""))


@lru_cache(maxsize=4_096)
def _country(text: str) -> str:
    """Give the code of a country from its code or English name; empty where it is neither."""
    word = fold(text)
    names = _countries()
    return word if word in names.values() else names.get(word, "")


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - only where countries are given

    territories: Iterable[tuple[str, str]] = Locale("en").territories.items()
    return {fold(name): code.casefold() for code, name in territories if len(code) == 2}
