"""How is it shown which claim was taken from which, under one root?

A tree: at the top the claims that stand nearest the root, below each the claims
that were taken from it, earliest first, with how that is known and what changed.
Documents that only repeat a claim, word for word and with nothing changed, stand
behind it as numbers, so that a hundred reposts take one line. Behind the first claim
of a document stand the documents without claims (of a language that is not read)
that it was taken from or that were taken from it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from allsource.assessment.evidence import Evidence
from allsource.assessment.printing import day, document_name, words
from allsource.assessment.ways import how, step, way
from allsource.model.claim import Claim
from allsource.model.lineage import Drift, Hop
from allsource.report.contexts import NodeView, StepView, UnreadView
from allsource.report.sentences import cite_links
from allsource.report.sources import claim_view

__all__ = ["steps", "tree"]


def tree(
    claims: Sequence[Claim], numbers: Mapping[str, int], evidence: Evidence
) -> tuple[NodeView, ...]:
    """Arrange claims of one root by which was taken from which.

    Args:
        claims: of one root, earliest first.
        numbers: number of each document in the page.
        evidence: the case.

    Returns:
        The claims at the top, each with those below it.
    """
    return _Tree(claims, numbers, evidence).top()


def steps(claim: str, numbers: Mapping[str, int], evidence: Evidence) -> tuple[StepView, ...]:
    """Show the claims by way of which one came from its root, nearest first.

    Args:
        claim: claim id.
        numbers: number of each document in the page.
        evidence: the case.
    """
    return tuple(
        StepView(claim_view(evidence.claims[hop.parent], numbers, evidence), how(hop))
        for hop in way(claim, evidence)
        if hop.parent in evidence.claims
    )


class _Tree:
    """The claims of one root with who was taken from whom."""

    def __init__(
        self, claims: Sequence[Claim], numbers: Mapping[str, int], evidence: Evidence
    ) -> None:
        self.numbers, self.evidence = numbers, evidence
        here = {claim.id: claim for claim in claims}
        self.hop = {
            name: hop
            for name in here
            if (hop := step(name, evidence)) is not None and hop.parent in here
        }
        self.below: dict[str, list[Claim]] = defaultdict(list)
        for name, hop in self.hop.items():
            self.below[hop.parent].append(here[name])
        self.placed: set[str] = set()
        self.first = [claim for claim in claims if claim.id not in self.hop]

    def top(self) -> tuple[NodeView, ...]:
        return self._nodes(self.first)

    def _nodes(self, claims: Sequence[Claim]) -> tuple[NodeView, ...]:
        nodes: list[NodeView] = []
        left = list(claims)
        while left:
            claim, *rest = left
            same = [one for one in rest if self._repeats(one, claim)]
            left = [one for one in rest if one not in same]
            nodes.append(self._node(claim, same))
        return tuple(nodes)

    def _node(self, claim: Claim, same: Sequence[Claim]) -> NodeView:
        below = self.below[claim.id]
        echoes = [one for one in below if self._repeats(one, claim)]
        repeats = tuple(dict.fromkeys(one.document.id for one in (*same, *echoes)))
        hop = self.hop.get(claim.id)
        view = claim_view(claim, self.numbers, self.evidence)
        return NodeView(
            step=StepView(view, how(hop) if hop else ""),
            changes=tuple(sorted({drift.change for drift in self._drift(claim)})),
            same=cite_links(repeats, self.numbers, self.evidence),
            unread=self._unread(claim.document.id),
            below=self._nodes([one for one in below if one not in echoes]),
        )

    def _unread(self, document: str) -> tuple[UnreadView, ...]:
        """Show the documents without claims beside a document, once in a tree."""
        if document in self.placed:
            return ()
        self.placed.add(document)
        return tuple(
            self._beside(hop, document) for hop in self.evidence.unread_of.get(document, ())
        )

    def _beside(self, hop: Hop, document: str) -> UnreadView:
        above = hop.child == document
        other = self.evidence.documents[hop.parent if above else hop.child]
        date = day(other.published) if other.published else "undated"
        told = f"{date}, language {other.language}" if other.language else date
        return UnreadView(
            way="the document rests on" if above else "the document was taken up by",
            name=f"{document_name(other)} ({told}), whose claims are not read",
            how=how(hop),
            links=cite_links((other.id,), self.numbers, self.evidence),
        )

    def _repeats(self, one: Claim, claim: Claim) -> bool:
        """Say whether a claim only repeats another and nothing was taken from it."""
        return (
            words(one.statement) == words(claim.statement)
            and (one.source and one.source.name) == (claim.source and claim.source.name)
            and not self.below[one.id]
            and not self._drift(one)
        )

    def _drift(self, claim: Claim) -> Sequence[Drift]:
        return self.evidence.drift_of.get(claim.id, ())
