"""When was a document published, and do its own dates agree?

Every date that a document offers is kept with its origin. The most trustworthy
kind wins: what the user gave, the record, JSON-LD, meta, time tag, URL, byline.
A date guessed from the text and the date at which a PDF file was made never
count as the date of publication. Dates that exclude each other are noted.

It fails where the trusted tag itself is wrong: hence the note.
"""

import re
from collections.abc import Sequence

from allsource.evidence.dates import prefix_of
from allsource.model.document import DateCandidate
from allsource.vocab import load

__all__ = ["choose", "date_in_url"]

_RANK = ("given", "record", "json-ld", "meta", "time tag", "url", "byline", "pdf", "text")
_GUESSES = frozenset({"pdf", "text"})
_IN_URL = re.compile(
    r"(?<!\d)((?:19|20|21)\d\d)[/_-](\d{1,2}|[a-z]{3,9})[/_-](\d{1,2})(?=[/_.-]|$)", re.IGNORECASE
)


def choose(
    candidates: Sequence[DateCandidate],
) -> tuple[tuple[DateCandidate, ...], str | None, tuple[str, ...]]:
    """Order the dates of a document and take the best.

    Args:
        candidates: all dates found, in any order.

    Returns:
        The candidates, best first; the date of publication or None; notes.

    Example:
        >>> url = DateCandidate("2031-05-06", "url", "address")
        >>> meta = DateCandidate("2031-05-04", "meta", "date")
        >>> choose([url, meta])[1:]
        ('2031-05-04', ('its dates disagree: meta says 2031-05-04, url says 2031-05-06',))
    """
    ordered = tuple(dict.fromkeys(sorted(candidates, key=lambda one: _RANK.index(one.origin))))
    sound = [one for one in ordered if one.origin not in _GUESSES]
    published = sound[0].date if sound else None
    return ordered, published, (*_disagreement(sound), *_guessed(ordered, published))


def date_in_url(url: str) -> DateCandidate | None:
    """Read the date that stands in the path of a URL.

    Example:
        >>> date_in_url("https://desk.example/2031/may/04/halls").date
        '2031-05-04'
    """
    for match in _IN_URL.finditer(url[:2000]):
        month = (
            match[2] if match[2].isdigit() else load("dating")["months"].get(match[2].lower(), 0)
        )
        found = prefix_of(int(match[1]), int(month), int(match[3]))
        if found:
            return DateCandidate(found, "url", "the address of the page")
    return None


def _disagreement(sound: Sequence[DateCandidate]) -> tuple[str, ...]:
    told: dict[tuple[str, str], None] = {}
    for one in sound:
        told.setdefault((one.origin, one.date))
    dates = {date for _, date in told}
    finest = max(dates, key=len, default="")
    if all(finest.startswith(date) for date in dates):
        return ()
    return ("its dates disagree: " + ", ".join(f"{name} says {date}" for name, date in told),)


def _guessed(ordered: Sequence[DateCandidate], published: str | None) -> tuple[str, ...]:
    if published is not None:
        return ()
    return tuple(
        f"{one.date} ({one.detail}) is not taken for its date of publication"
        for one in ordered
        if one.origin in _GUESSES
    )
