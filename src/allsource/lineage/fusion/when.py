"""When was a claim made, as one number?

Days since the first day of year 1, with a fraction for the time of day; a year or a month alone means
its first day.

It fails for years before 1 and after 9999, which a date cannot hold.
"""

import datetime as dt
import re

__all__ = ["moment"]

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(Z|[+-]\d{2}:\d{2})?)?)?)?")  # fmt: skip


def moment(text: str) -> float:
    """Give the number of an ISO 8601 date, or a prefix of one.

    Args:
        text: ``2031``, ``2031-05``, ``2031-05-04``, ``2031-05-04T10:20`` with or without an offset.

    Raises:
        ValueError: it is none.

    Example:
        >>> moment("0001"), moment("2031-05-04T12:00") - moment("2031-05")
        (1.0, 3.5)
    """
    found = _SHAPE.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text[:40]!r} is no date such as 2031-05-04")
    year, month, day, clock, offset = found.groups()
    date = dt.date(int(year), int(month or 1), int(day or 1))
    part = dt.time.fromisoformat(clock) if clock else dt.time()
    seconds = part.hour * 3600 + part.minute * 60 + part.second + part.microsecond / 1e6
    if offset and offset != "Z":
        shift = int(offset[1:3]) * 3600 + int(offset[4:6]) * 60
        seconds -= shift if offset[0] == "+" else -shift
    return date.toordinal() + seconds / 86400
