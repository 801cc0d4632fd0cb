"""Might two named sources speak for one house?

They might where a page names the same organisation close to both, or where the
page of one names the other's organisation at all ("Lind, spokeswoman for the
firm" on a page about Orlan Works, and Orlan Works itself). Nothing is said of
who employs whom; it only keeps two voices of one firm from counting as two
origins. It fails where no page says so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from allsource.lineage.roots import Origin
from allsource.model.claim import Claim
from allsource.model.span import Span

__all__ = ["Houses"]

_CLOSE = 80
"""Code points between a name and the organisation it is named with."""

_MOST_PAGES = 50


class Houses:
    """What the pages of a case say of whom their sources speak for.

    Args:
        rooted: claims with their origins.
    """

    def __init__(self, rooted: Iterable[tuple[Claim, Origin]]) -> None:
        self._near: dict[str, set[str]] = defaultdict(set)
        self._pages: dict[str, dict[str, str]] = defaultdict(dict)
        self._labels: dict[str, str] = {}
        for claim, origin in rooted:
            if origin.established:
                self._near[origin.id] |= _named_near(claim)
                self._labels[origin.id] = origin.label
                pages = self._pages[origin.id]
                if len(pages) < _MOST_PAGES:
                    pages.setdefault(claim.document.id, claim.document.text)

    def one_house(self, one: str, other: str) -> bool:
        """Say whether two origins might be of one house.

        Args:
            one: origin id.
            other: origin id.
        """
        if self._near[one] & self._near[other]:
            return True
        return self._named_by(one, other) or self._named_by(other, one)

    def _named_by(self, named: str, page_of: str) -> bool:
        """Say whether pages that credit one origin name the other."""
        words = [word.strip(".,'’") for word in self._labels[named].split() if word[:1].isupper()]
        if not words or not words[-1]:
            return False
        name = re.compile(rf"(?<!\w){re.escape(words[-1])}(?!\w)")
        return any(name.search(text) for text in self._pages[page_of].values())


def _named_near(claim: Claim) -> set[str]:
    """Give the organisations named close to where a claim credits its source."""
    places = [s for a in claim.attribution if a.source is not None for s in a.source.spans]
    return {
        mention.text.casefold().removesuffix("'s").removesuffix("’s")
        for mention in claim.entities
        if mention.kind == "organization" and _any_close(mention.span, places)
    }


def _any_close(span: Span, places: Sequence[Span]) -> bool:
    return any(max(span.start, p.start) - min(span.end, p.end) <= _CLOSE for p in places)
