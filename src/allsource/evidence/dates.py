"""Which explicit dates stand in a text?

A small grammar of dates that need no calendar and no context: ``4 May 2031``,
``May 4, 2031``, ``May 2031``, ``2031-05-04``. Each gives an ISO prefix that is
no finer than the words. All-digit dates such as 04/05/2031 are left alone: they
mean different days in different countries.

It fails on dates without a year and on months in other languages.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["explicit_dates", "iso_prefix", "only_date", "prefix_of"]

_ISO = re.compile(r"(?<![\d-])((?:19|20|21)\d\d)-(\d\d)(?:-(\d\d))?(?![\d-])")
_PREFIX = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_STAMP = re.compile(r"\s*(\d{4})[-/](\d\d)(?:[-/](\d\d))?(?:[T ].{0,40})?\s*", re.DOTALL)
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T?\d{0,6}Z?)?\s*")


def iso_prefix(words: str) -> str | None:
    """Check that words are an ISO prefix of a real date between 1900 and 2199.

    Example:
        >>> iso_prefix("2031-02-30") is None, iso_prefix("2031-02")
        (True, '2031-02')
    """
    if not _PREFIX.fullmatch(words):
        return None
    return prefix_of(*(int(part) for part in words.split("-")))


def prefix_of(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """Write an ISO prefix, or give None where there is no such date."""
    try:
        date(year, month or 1, day or 1)
    except (ValueError, OverflowError):
        return None
    if not 1900 <= year <= 2199 or 0 in (month, day):
        return None
    parts = [f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)]
    return "-".join(parts)


def explicit_dates(text: str, span: Span | None = None) -> Iterator[tuple[str, Span]]:
    """Find explicit dates, in order.

    Args:
        text: any text.
        span: look only inside it.

    Returns:
        ISO prefixes with the places of their words.

    Example:
        >>> [found for found, _ in explicit_dates("from 4 May 2031 to June 2032")]
        ['2031-05-04', '2032-06']
    """
    start, end = span or (0, len(text))
    for match in _grammar().finditer(text, start, end):
        found = _meaning(match)
        if found is not None:
            yield found, Span(*match.span())


def only_date(words: str) -> str | None:
    """Read a field that holds one date and no more: an ISO stamp or an explicit date.

    Example:
        >>> only_date("2031-05-04T08:20:00Z"), only_date("Sun, 4 May 2031 08:20 GMT")
        ('2031-05-04', '2031-05-04')
    """
    stamp = _STAMP.fullmatch(words) or _COMPACT.fullmatch(words)
    if stamp:
        return prefix_of(*(int(part) for part in stamp.groups() if part))
    if re.fullmatch(r"\s*\d{4}\s*", words):
        return prefix_of(int(words))
    found = {prefix for prefix, _ in explicit_dates(words[:200])}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return dict(load("dating")["months"])


@lru_cache(maxsize=1)
def _grammar() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=lambda name: (-len(name), name)))
    month = rf"(?P<month{{0}}>{names})\b\.?"
    year = r"(?P<year{0}>(?:19|20|21)\d\d)\b(?!-?\d)"
    day = r"(?P<day{0}>[0-3]?\d)(?:st|nd|rd|th)?"
    forms = (
        (rf"\b{day} (?:of )?{month},? {year}", 0),
        (rf"\b{month} {day},? {year}", 1),
        (rf"\b{month},? (?:of )?{year}", 2),
    )
    parts = [form.replace("{0}", str(number)).replace(" ", r"\s{1,3}") for form, number in forms]
    return re.compile("|".join([*parts, f"(?:{_ISO.pattern})"]), re.IGNORECASE)


def _meaning(match: re.Match[str]) -> str | None:
    named = match.groupdict()
    for number in "012":
        if named[f"year{number}"]:
            month = _months()[named[f"month{number}"].lower()]
            day = named.get(f"day{number}")
            return prefix_of(int(named[f"year{number}"]), month, int(day) if day else None)
    year, month_digits, day_digits = match.groups()[-3:]
    return prefix_of(int(year), int(month_digits), int(day_digits) if day_digits else None)
