"""Which named sources may speak for one house?

Two sources count as of one house where a page names the same organisation close
to both, or names the one close to the other ("Anna Lind, director of Orlan
Works"). Nothing is said of who employs whom; it only keeps two voices of one
firm from counting as two origins. It fails where no page says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from allsource.lineage.roots import Origin
from allsource.model.claim import Claim
from allsource.model.span import Span

__all__ = ["houses"]

_CLOSE = 80
"""Code points between a name and the organisation it is named with."""


def houses(rooted: Iterable[tuple[Claim, Origin]]) -> Mapping[str, frozenset[str]]:
    """Give, for each origin, the origins that may be of its house.

    Args:
        rooted: claims with their origins, the established ones being looked at.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for claim, origin in rooted:
        if origin.established:
            near[origin.id] |= _named_near(claim, origin)
    by_word: dict[str, set[str]] = defaultdict(set)
    for name, words in near.items():
        for word in words:
            by_word[word].add(name)
    found: dict[str, set[str]] = defaultdict(set)
    for names in by_word.values():
        for name in names:
            found[name] |= names - {name}
    return {name: frozenset(others) for name, others in found.items()}


def _named_near(claim: Claim, origin: Origin) -> set[str]:
    """Give the organisations named close to where a claim credits its source, and its own name."""
    places = [s for a in claim.attribution if a.source is not None for s in a.source.spans]
    own = {origin.label.casefold()} if origin.kind == "organization" else set()
    return own | {
        mention.text.casefold().removesuffix("'s").removesuffix("’s")
        for mention in claim.entities
        if mention.kind == "organization" and any(_close(mention.span, p) for p in places)
    }


def _close(one: Span, other: Span) -> bool:
    return max(one.start, other.start) - min(one.end, other.end) <= _CLOSE
