"""Which stretch of time is told by its length and one of its ends?

"The year to June", "the week ended 4 May", "the nine months through December" end
with the date; "the first nine months of 2030" begin with it. Length and date are
two times; for a quantity they are one, and the length is no quantity of its own.

It fails where words stand between length and date ("the year, to the end of June").
"""

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from allsource import vocab
from allsource.claims.parse import Paragraph
from allsource.model.span import Span
from allsource.model.time import Time

__all__ = ["with_stretches"]

_LENGTH = r"(?:(?P<count>\w+)[ -])?(?P<unit>week|month|quarter|year)s?"
_TO = re.compile(
    rf"\bthe {_LENGTH} (?:to|through|until|ended|ending|up to)(?: on)? (?:the )?$", re.IGNORECASE
)
_OF = re.compile(r"\bthe first (?P<count>\w+) (?P<unit>month)s of (?:the )?$", re.IGNORECASE)
_BACK = 40
"""Code points before a date in which its length is looked for."""
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_MOST = 36


def with_stretches(paragraph: Paragraph, times: Sequence[Time]) -> tuple[Time, ...]:
    """Give the times of a text, those of the paragraph that are an end with their length as one.

    Args:
        paragraph: where they stand.
        times: times of the text, with absolute offsets.

    Example:
        >>> from allsource.claims import times
        >>> from allsource.claims.parse import parse_text
        >>> line = "It sold 40 mills in the year to June 2031."
        >>> paragraph = parse_text(line).paragraphs[0]
        >>> with_stretches(paragraph, times.find(line, paragraph.span))[0].start
        '2030-07-01'
    """
    found: list[Time] = []
    for time in sorted(times, key=lambda one: one.span):
        stretch = _stretch(paragraph, time)
        while stretch is not None and found and found[-1].span.overlaps(stretch.span):
            found.pop()
        found.append(stretch or time)
    return tuple(found)


def _stretch(paragraph: Paragraph, time: Time) -> Time | None:
    if time.start is None or time.end is None or not paragraph.span.covers(time.span):
        return None
    at = time.span.start - paragraph.span.start
    before = paragraph.doc.text[max(0, at - _BACK) : at]
    return _running_to(time, before) or _running_from(time, before)


def _running_to(time: Time, before: str) -> Time | None:
    """Read "the year to June"."""
    match = _TO.search(before)
    count = _count(match)
    if match is None or count is None or time.end is None:
        return None
    end = date.fromisoformat(time.end[:10])
    if match["unit"].lower() == "week":
        start = end - timedelta(days=7 * count - 1)
    else:
        start = _months_before(end, _MONTHS[match["unit"].lower()] * count)
    return _made(time, before, match, start, end)


def _running_from(time: Time, before: str) -> Time | None:
    """Read "the first nine months of 2030"."""
    match = _OF.search(before)
    count = _count(match)
    if match is None or count is None or time.start is None or time.end is None:
        return None
    start = date.fromisoformat(time.start[:10])
    end = _months_before(start, -count) - timedelta(days=1)
    return _made(time, before, match, start, end) if end.isoformat() <= time.end[:10] else None


def _count(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    word = (match["count"] or "one").lower()
    if word in {"the", "a", "an", "last", "past", "in", "for", "over", "during"}:
        return 1
    value = int(word) if word.isdecimal() else vocab.load("scales")["cardinals"].get(word)
    return int(value) if value and value <= _MOST else None


def _months_before(day: date, months: int) -> date:
    """Give the day after the one so many months before, or the day so many months after."""
    after = day + timedelta(days=1) if months > 0 else day
    count = after.year * 12 + after.month - 1 - months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(after.day, calendar.monthrange(year, month + 1)[1]))


def _made(time: Time, before: str, match: re.Match[str], start: date, end: date) -> Time:
    span = Span(time.span.start - len(before) + match.start(), time.span.end)
    first, last = start.isoformat(), end.isoformat()
    return replace(time, text=before[match.start() :] + time.text, span=span,
                   timex=f"{first}/{last}", type="DATE", start=first, end=last, boundary=None,
                   qualifier=None)  # fmt: skip
