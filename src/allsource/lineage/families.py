"""How surely do two documents of the case share where they come from?

Hops join documents to families. The surest hops that join all of a family form a
tree; along it, ties multiply: two pages made from one report each with 0.9 share
an origin with 0.81. Which was first does not matter here: a page that retells
another and names its source shows on whom that one rested.

It fails where one wrong hop joins two families, and where a page has two parents
of different families.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from heapq import heappop, heappush

from allsource.lineage.derivation import Derivation
from allsource.lineage.groups import Groups
from allsource.model.lineage import Hop

__all__ = ["SHARED", "Families", "family_of"]

SHARED = 0.5
"""Documents that share an origin less surely than this are told nothing of each other."""


def family_of(documents: Iterable[str], hops: Iterable[Hop]) -> dict[str, str]:
    """Name the family of each document that shares an origin with another one, by its least member.

    Args:
        documents: ids of all documents.
        hops: of the case; those less probable than ``SHARED`` join nothing.

    Example:
        >>> hops = [Hop("doc_b", "doc_a", "rewrite", 0.9, True, (), "hop_1")]
        >>> family_of(["doc_a", "doc_b", "doc_c"], hops)
        {'doc_a': 'doc_a', 'doc_b': 'doc_a'}
    """
    kin = Groups(documents)
    known = {one for some in kin.listed() for one in some}
    for hop in hops:
        if hop.probability >= SHARED and {hop.child, hop.parent} <= known:
            kin.join(hop.child, hop.parent)
    return {one: some[0] for some in kin.listed() if len(some) > 1 for one in some}


class Families:
    """The families of a case.

    Args:
        documents: ids of all documents.
        derivations: between them.

    Example:
        >>> from allsource.model.lineage import Hop
        >>> hops = [Hop(c, "wire", "rewrite", 0.9, True, (), c) for c in ("post", "tide")]
        >>> kin = Families(["post", "tide", "wire"], [Derivation(h, 0.9, True) for h in hops])
        >>> kin.reached(["post"], {"tide", "wire"})
        {'wire': ('post', 0.9), 'tide': ('post', 0.81)}
    """

    def __init__(self, documents: Iterable[str], derivations: Sequence[Derivation]) -> None:
        self._kin = Groups(documents)
        self._beside: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for one in sorted(derivations, key=lambda d: (-d.tie, d.hop.child, d.hop.parent)):
            child, parent = one.hop.child, one.hop.parent
            if one.tie >= SHARED and self._kin.first(child) != self._kin.first(parent):
                self._kin.join(child, parent)
                self._beside[parent].append((child, one.tie))
                self._beside[child].append((parent, one.tie))

    def first(self, document: str) -> str:
        """Name the family of a document after its least member."""
        return self._kin.first(document)

    def reached(
        self, starts: Iterable[str], wanted: Collection[str]
    ) -> dict[str, tuple[str, float]]:
        """Say which documents share an origin with some others, and how surely.

        Args:
            starts: the others.
            wanted: documents that are asked for; those among the starts are sure.

        Returns:
            By wanted document the surest start and how surely, where it is ``SHARED`` or more.
        """
        sure: dict[str, tuple[str, float]] = {}
        heap = [(-1.0, name, name) for name in sorted(set(starts))]
        left = len(wanted)
        while heap and left:
            value, start, name = heappop(heap)
            if name in sure:
                continue
            sure[name] = (start, -value)
            left -= name in wanted
            for beside, tie in self._beside[name]:
                further = round(-value * tie, 4)
                if beside not in sure and further >= SHARED:
                    heappush(heap, (-further, start, beside))
        return {name: found for name, found in sure.items() if name in wanted}
