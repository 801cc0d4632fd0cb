"""How do the claims of a case stand to each other, where they do not simply say the same?

Inside a cluster each distinct statement is held against the earliest one;
between clusters the earliest claims of those with like words are. Only pairs on
one matter are told. It fails where no like word leads from one cluster to the
other.
"""

from collections.abc import Iterator, Mapping, Sequence

from allsource.lineage.clusters import features
from allsource.lineage.linkage import near, vectors
from allsource.lineage.relations import difference, on_one_matter
from allsource.lineage.statements import Saying, Weights
from allsource.model.claim import Claim
from allsource.model.lineage import Relation

__all__ = ["related"]


def related(
    groups: Sequence[Sequence[Claim]], said: Mapping[str, Saying], weights: Weights
) -> tuple[Relation, ...]:
    """Give the relations between the claims of a case.

    Args:
        groups: its clusters, earliest claim first in each.
        said: by claim id.
        weights: of stems.

    Returns:
        Relations, sorted by their two claims.
    """
    found = {relation.id: relation for relation in _found(groups, said, weights)}
    return tuple(sorted(found.values(), key=lambda one: (one.one, one.other, one.kind)))


def _found(
    groups: Sequence[Sequence[Claim]], said: Mapping[str, Saying], weights: Weights
) -> Iterator[Relation]:
    order = {group[0].id: place for place, group in enumerate(groups)}
    for group in groups:
        distinct = {claim.statement: claim for claim in reversed(group)}
        for claim in distinct.values():
            relation = difference(said[group[0].id], said[claim.id])
            if claim.id != group[0].id and relation is not None:
                yield relation
    placed = vectors({name: features(said[name]) for name in order})
    for pair in near(placed):
        first, second = sorted(pair, key=order.__getitem__)
        if on_one_matter(said[first], said[second], weights):
            relation = difference(said[first], said[second])
            if relation is not None:
                yield relation
