"""Which claims of two pages of one family tell the same in other words?

A page that was made from another tells mostly what that one tells. So two of their
claims are held together on less than what tells two claims of strangers apart from
chance: each must be the other's best match in its document (words by rarity, and
numbers), however little more than ``_LEAST`` they share. Only pages that a hop
joins more surely than not are compared; which was first does not matter.

It fails where a page tells of one matter in two sentences and the other in one, and
for rewording by other words altogether.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from allsource.lineage.derivation import FOLLOWED, Derivation
from allsource.lineage.descent import indexed, likest
from allsource.lineage.statements import Saying, Weights
from allsource.model.claim import Claim

__all__ = ["parallels"]

_LEAST = 0.3
"""Claims that say less the same than this are not joined."""


def parallels(
    derivations: Sequence[Derivation],
    claims: Mapping[str, Sequence[Claim]],
    said: Mapping[str, Saying],
    weights: Weights,
) -> tuple[tuple[str, str], ...]:
    """Pair the claims of documents that hops join.

    Args:
        derivations: between documents.
        claims: by document id.
        said: by claim id.
        weights: of stems.

    Returns:
        Ids of the claims of each pair, the most alike pairs first.
    """
    found: dict[tuple[str, str], float] = {}
    for one in derivations:
        if one.tie > FOLLOWED:
            children = [said[claim.id] for claim in claims.get(one.hop.child, ())]
            parents = [said[claim.id] for claim in claims.get(one.hop.parent, ())]
            found.update(_mutual(children, parents, weights))
    return tuple(sorted(found, key=lambda pair: (-found[pair], pair)))


def _mutual(
    children: Sequence[Saying], parents: Sequence[Saying], weights: Weights
) -> Iterator[tuple[tuple[str, str], float]]:
    """Give the claims of two documents of which each is the other's best match."""
    there = _best(children, parents, weights)
    back = _best(parents, children, weights)
    for child, (how_like, parent) in there.items():
        if back.get(parent, (0.0, ""))[1] == child:
            yield (min(child, parent), max(child, parent)), how_like


def _best(
    sayings: Iterable[Saying], others: Sequence[Saying], weights: Weights
) -> dict[str, tuple[float, str]]:
    index = indexed(others)
    found: dict[str, tuple[float, str]] = {}
    for saying in sayings:
        how_like, other = likest(saying, others, index, weights)
        if other is not None and how_like >= _LEAST:
            found[saying.claim.id] = (round(how_like, 6), other.claim.id)
    return found
