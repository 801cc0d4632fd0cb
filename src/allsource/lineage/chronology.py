"""Which of two documents is the earlier?

Every date that a document offers is weighed by where it was found: what the user
gave, then a record or metadata of the page, then a byline, then its running text.
Without any, the bracket of its own words counts as an interval. One document is
the earlier where nearly all of that weight says so; where dates of one page
disagree too much, nothing is known from them. Ids break ties only where an order
is needed for the sake of order.

It fails where a page offers one wrong date and no other.
"""

from functools import lru_cache

from allsource.model.document import Document
from allsource.model.time import first_day, last_day

__all__ = ["earlier", "earliest", "latest", "precedence", "rank"]

_NEVER = "9999-99-99"

_WORTH: dict[str, float] = {
    "given": 20.0,
    "record": 6.0,
    "json-ld": 6.0,
    "meta": 5.0,
    "time tag": 3.0,
    "url": 5.0,
    "byline": 3.0,
    "pdf": 1.0,
    "text": 0.5,
}
"""How much the origin of a date is worth beside the others of one document. A judgement: dates of
publication were not labelled."""

_CHOSEN = 3.0
"""What the reader of the page judged most likely is worth so much besides."""

_SURE = 0.8
"""So much of the weight must say that one document is the earlier."""

_MOST = 12
"""Dates of a document that are weighed, the best first."""


def earliest(document: Document) -> str | None:
    """Give the first day on which a document may have been published, None where unknown."""
    prefix = document.published or document.published_between[0]
    return first_day(prefix)[:10] if prefix else None


def latest(document: Document) -> str | None:
    """Give the last day on which a document may have been published, None where unknown."""
    prefix = document.published or document.published_between[1]
    return last_day(prefix)[:10] if prefix else None


def earlier(one: Document, other: Document) -> bool | None:
    """Say whether ``one`` was published before ``other``; None where their dates do not tell.

    Example:
        >>> from allsource.model.document import Document
        >>> march = Document("a", "", "a", "", "text", published="2031-03")
        >>> may = Document("b", "", "b", "", "text", published="2031-05-02")
        >>> earlier(march, may), earlier(may, march), earlier(march, march)
        (True, False, None)
    """
    before, after = precedence(one, other)
    if max(before, after) < _SURE:
        return None
    return before > after


def precedence(one: Document, other: Document) -> tuple[float, float]:
    """Weigh all dates of two documents against each other.

    Args:
        one: any document.
        other: another one.

    Returns:
        The parts of the weight that say that ``one`` came before ``other``, and the reverse; what
        is missing to 1 leaves it open.

    Example:
        >>> from allsource.model.document import DateCandidate, Document
        >>> dates = (DateCandidate("2031-05-01", "json-ld", ""), DateCandidate("2030-05-01", "text", ""))
        >>> page = Document("a", "", "a", "", "html", published="2031-05-01", date_candidates=dates)
        >>> [round(part, 2) for part in
        ...  precedence(page, Document("b", "", "b", "", "text", published="2031-03-01"))]
        [0.05, 0.95]
    """
    before = after = 0.0
    for mine, my_worth in _dates(one):
        for theirs, their_worth in _dates(other):
            if _precedes(mine[1], theirs[0]):
                before += my_worth * their_worth
            elif _precedes(theirs[1], mine[0]):
                after += my_worth * their_worth
    return before, after


def rank(document: Document) -> tuple[str, str]:
    """Give a key that puts documents in the order of their dates, undated last, then by id."""
    return (earliest(document) or latest(document) or _NEVER, document.id)


_Interval = tuple[str | None, str | None]


@lru_cache(maxsize=20_000)
def _dates(document: Document) -> tuple[tuple[_Interval, float], ...]:
    """Give the intervals in which a document may have been published, with parts of its weight."""
    if document.published is None:
        return (((earliest(document), latest(document)), 1.0),)
    worth: dict[str, float] = {document.published: _CHOSEN}
    for one in document.date_candidates[:_MOST]:
        worth[one.date] = worth.get(one.date, 0.0) + _WORTH[one.origin]
    total = sum(worth.values())
    return tuple((_interval(date), part / total) for date, part in worth.items())


def _interval(date: str) -> _Interval:
    """Give the ends of a date; a date with a time is its own moment."""
    if len(date) > 10:
        return date, date
    return first_day(date)[:10], last_day(date)[:10]


def _precedes(end: str | None, start: str | None) -> bool:
    """Say whether an end lies before a start; moments of one day count only among themselves."""
    if end is None or start is None:
        return False
    shorter = min(len(end), len(start))
    return end[:shorter] < start[:shorter]
