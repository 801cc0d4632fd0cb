"""Which of two documents is the earlier?

By the dates they carry (``published``, else the bracket of their own words),
each an interval. Where the intervals touch, nothing is known from dates. Ids
break ties only where an order is needed for the sake of order.
"""

from allsource.model.document import Document
from allsource.model.time import first_day, last_day

__all__ = ["earlier", "earliest", "latest", "rank"]

_NEVER = "9999-99-99"


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
    if _precedes(latest(one), earliest(other)):
        return True
    if _precedes(latest(other), earliest(one)):
        return False
    if one.published and other.published and len(one.published) > 10 < len(other.published):
        return None if one.published == other.published else one.published < other.published
    return None


def rank(document: Document) -> tuple[str, str]:
    """Give a key that puts documents in the order of their dates, undated last, then by id."""
    return (earliest(document) or latest(document) or _NEVER, document.id)


def _precedes(end: str | None, start: str | None) -> bool:
    return end is not None and start is not None and end < start
