"""Are the settings given on the command line ones that can be followed?"""

import datetime as dt
import re

from allsource.errors import UsageError

__all__ = ["date"]

_PREFIX = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def date(given: str | None, option: str = "--published") -> str | None:
    """Check an ISO 8601 date prefix.

    Args:
        given: on the command line.
        option: by which it was given.

    Raises:
        UsageError: it is not one, or no such day exists.

    Example:
        >>> date("2031-05")
        '2031-05'
    """
    if given is None:
        return None
    try:
        if _PREFIX.fullmatch(given):
            dt.date.fromisoformat(f"{given}-01-01"[:10] if len(given) < 10 else given)
            return given
    except ValueError:
        pass
    raise UsageError(f"{option} {given}: not a date; write YYYY-MM-DD, YYYY-MM or YYYY")
