"""Which claim of the parent did a claim of the child come from?

Along each derivation between documents, a child's claim is joined to the claim
of the parent that says most the same: shared content words, and shared numbers
above all; a figure of the same thing that is near counts too, for figures are
rounded and miscopied on the way. Each claim keeps its best parent over all its
document's parents. Where
nothing tells which document was first, only a long stretch of the same words
joins two claims: numbers and single words are shared by pages on one subject.
It fails where one sentence of the child draws on two of the parent, and where a
figure was changed beyond ``_NEAR``.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from allsource.lineage.features import bits
from allsource.lineage.hops import FOLLOWED, Derivation, hop_id
from allsource.lineage.loops import CREDITING
from allsource.lineage.relations import comparable
from allsource.lineage.revisions import turns_down
from allsource.lineage.statements import Saying, Weights, alike, takes_back, within
from allsource.lineage.words import words
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.lineage import Hop, HopEvidence, Passage

__all__ = ["Descent", "descents", "indexed", "likeness", "likest"]

_ENOUGH = 0.45
"""Claims that say less the same than this are not joined."""

_FIGURE = 0.12
"""What each bit of shared numbers adds (three-digit figures have 3, see ``features.bits``)."""

_CHANGED = 0.3
"""What a figure adds that measures the same thing as the other one and is near it ..."""

_NEAR = 1.3
"""... that is, neither is greater than so many times the other."""

_VERBATIM = 8
"""Statements of so many content words are never alike word for word by chance."""

_STRETCH = 7
"""Words in a row that two statements must share where no direction is known ..."""

_PART = 0.6
"""... or such a part of the shorter one, if that has ..."""

_SHORTEST = 4
"""... at least so many content words."""

_MOST_CLAIMS = 400
"""So many claims of a parent are looked at for one claim: bounds hostile documents."""


@dataclass(frozen=True, slots=True)
class Descent:
    """A claim and the claim that it came from.

    Args:
        hop: as told.
        tie: that one of the two came from the other.
        followed: the child's root is the parent's.
    """

    hop: Hop
    tie: float
    followed: bool


def descents(
    derivations: Sequence[Derivation],
    claims: Mapping[str, Sequence[Claim]],
    said: Mapping[str, Saying],
    weights: Weights,
) -> tuple[Descent, ...]:
    """Join claims along the derivations of their documents.

    Args:
        derivations: between documents.
        claims: by document id.
        said: by claim id.
        weights: of stems.

    Returns:
        At most one for each claim, sorted by child.
    """
    best: dict[str, tuple[tuple[bool, float, str], Descent]] = {}
    for derivation in derivations:
        parents = [said[claim.id] for claim in claims.get(derivation.hop.parent, ())]
        index = indexed(parents)
        same = {parent.claim.statement: parent for parent in reversed(parents)}
        for claim in claims.get(derivation.hop.child, ()):
            parent = same.get(claim.statement)
            how_like = 1.0
            if parent is None:
                how_like, near = likest(said[claim.id], parents, index, weights)
                parent = near if how_like >= _ENOUGH else None
            if parent is not None and _turned(claim, parent):
                continue
            if parent is not None and (derivation.directed or _one_text(said[claim.id], parent)):
                found = _descent(said[claim.id], parent, derivation, how_like)
                key = (not found.followed, -round(found.tie, 6), parent.claim.id)
                if claim.id not in best or key < best[claim.id][0]:
                    best[claim.id] = (key, found)
    return tuple(best[name][1] for name in sorted(best))


def _turned(claim: Claim, parent: Saying) -> bool:
    """Say whether a claim puts another figure, or takes back what the parent still affirms."""
    return turns_down(claim, parent.claim) or (takes_back(claim) and not parent.denies)


def indexed(parents: Sequence[Saying]) -> dict[object, list[int]]:
    """Say where in a document's claims each stem and figure stands.

    Args:
        parents: its claims, of which ``_MOST_CLAIMS`` are looked at.
    """
    index: dict[object, list[int]] = defaultdict(list)
    for place, saying in enumerate(parents[:_MOST_CLAIMS]):
        for key in (*saying.stems, *saying.figures):
            index[key].append(place)
    return index


def likest(
    child: Saying, parents: Sequence[Saying], index: Mapping[object, list[int]], weights: Weights
) -> tuple[float, Saying | None]:
    """Give how surely a claim retells one of another document, and the one that says most the same.

    Args:
        child: the claim.
        parents: claims of the other document.
        index: of these, from ``indexed``.
        weights: of stems.
    """
    near = sorted({at for key in (*child.stems, *child.figures) for at in index.get(key, ())})
    rows = [(likeness(child, parents[at], weights), -at) for at in near]
    value, place = max(rows, default=(0.0, 0))
    return value, parents[-place] if rows else None


def likeness(child: Saying, parent: Saying, weights: Weights) -> float:
    """Say how surely one claim retells another: words, and numbers above all.

    Args:
        child: one claim.
        parent: the other.
        weights: of stems.

    Returns:
        0 and more; 1 for the same words.
    """
    words = 0.6 * alike(child, parent, weights) + 0.4 * within(child, parent, weights)
    shared = child.figures & parent.figures
    if shared:
        return words + _FIGURE * min(sum(sorted(bits(value) for value in shared)), 6.0)
    return words + (_CHANGED if _near_figures(child.claim, parent.claim) else 0.0)


def _near_figures(child: Claim, parent: Claim) -> bool:
    """Say whether two claims put near figures on one thing."""
    pair = comparable(child, parent) if child.quantities and parent.quantities else None
    if pair is None:
        return False
    one, other = (q.low if q.low is not None else q.high for q in pair)
    return bool(one and other and 1 / _NEAR <= one / other <= _NEAR)


def _one_text(one: Saying, other: Saying) -> bool:
    """Say whether two statements share a long stretch of words, not a stock phrase."""
    left, right = (
        words(Document("", "", "", saying.claim.statement, "text")).folded
        for saying in (one, other)
    )
    size = SequenceMatcher(None, left, right, autojunk=False).find_longest_match().size
    enough = min(len(one.stems), len(other.stems)) >= _SHORTEST
    return size >= _STRETCH or (enough and size >= _PART * min(len(left), len(right)))


def _descent(child: Saying, parent: Saying, derivation: Derivation, how_like: float) -> Descent:
    tie = round(derivation.tie * min(1.0, 0.5 + how_like / 2), 4)
    if child.claim.statement == parent.claim.statement and len(child.stems) >= _VERBATIM:
        tie = max(tie, 0.97)
    value = tie if derivation.directed else min(tie, FOLLOWED)
    ends, kind = (child.claim.id, parent.claim.id), derivation.hop.kind
    evidence = tuple(_evidence(child, parent, derivation))
    hop = Hop(*ends, kind, value, seen=True, evidence=evidence, id=hop_id(*ends, kind))
    return Descent(hop, tie, derivation.followed and value > FOLLOWED)


def _evidence(child: Saying, parent: Saying, derivation: Derivation) -> Iterator[HopEvidence]:
    """Show the two propositions, then how the document names the other."""
    places = (
        Passage(child.claim.document.id, child.claim.proposition),
        Passage(parent.claim.document.id, parent.claim.proposition),
    )
    if child.stems == parent.stems or _one_text(child, parent):
        yield HopEvidence("shared passage", places)
    elif child.figures & parent.figures:
        yield HopEvidence("shared rare figure", places)
    else:
        yield HopEvidence("reworded passage", places)
    yield from (shown for shown in derivation.hop.evidence if shown.why in CREDITING)
