"""On what does each judgement of a case rest, by its author's own account, and does that still stand?

A premise that an author cites is linked to the claim that states it, where one does, and is told with the
standing of that claim: borne out, of the same origin only, contradicted, withdrawn by its source. A ground
that stands within the judgement ("because ...") is held against the claims of other documents that say most the
same. A thing that is cited (images, a ledger) and no claim is *cited, not in hand*. A judgement whose premise fell says so;
that the judgement is then wrong is not said, for an author may have further grounds.

It fails where a premise is told in other words further up, and where tracing misses a withdrawal.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from allsource.assessment.checking import checks
from allsource.assessment.evidence import Evidence
from allsource.assessment.rebuttals import is_correction
from allsource.assessment.wording import likelihood_term
from allsource.lineage.chronology import rank
from allsource.lineage.statements import Saying, Weights, alike, sayings, takes_back
from allsource.model.claim import Claim
from allsource.model.judgement import CitedPremise, Judgement, Premise

__all__ = ["Judged", "Standing", "judgements", "premises_of", "rests"]

_SAME = 0.6
"""Share of a ground and of a claim that both must hold to be one."""
_ALIKE = 0.8
"""Weighted Dice from which a claim of another document states a ground too."""

Status = Literal[
    "borne out",
    "contradicted",
    "same origin only",
    "independence not established",
    "no other evidence",
    "withdrawn by its source",
    "cited, not in hand",
    "told with the judgement only",
]


@dataclass(frozen=True, slots=True)
class Standing:
    """A cited premise and how it stands now.

    Args:
        premise: the link.
        words: of the ground.
        cue: the words that mark it.
        status: how it stands.
        root_in_hand: whether its root is; None where that is the judgement's own, or not known.
        against: ids of claims that withdraw or contradict it.
    """

    premise: Premise
    words: str
    cue: str
    status: Status
    root_in_hand: bool | None
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement of the case with what it rests on.

    Args:
        claim: what is judged, in the words of the earliest document.
        told: by whom and in which word.
        term: ICD 203 term of that word; None where it is none of these.
        premises: with their standing.
        also: ids of claims by which other documents give the same judgement of the same source.
    """

    claim: Claim
    told: Judgement
    term: str | None
    premises: tuple[Standing, ...]
    also: tuple[str, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What became of its premises, where a reader must know it."""
        said = {
            "withdrawn by its source": "rests on a premise that its source withdrew",
            "contradicted": "rests on a premise that another claim contradicts",
        }
        found = [said[one.status] for one in self.premises if one.status in said]
        found += [
            "rests on a premise whose root is not in hand"
            for one in self.premises
            if one.root_in_hand is False and one.status not in said
        ]
        return tuple(dict.fromkeys(found))


def judgements(evidence: Evidence) -> tuple[Judged, ...]:
    """Give the judgements of a case: those whose premise fell first, then those with premises.

    Args:
        evidence: the case.

    Example:
        >>> from allsource.assessment.evidence import gather
        >>> from allsource.model.lineage import Lineage
        >>> judgements(gather((), (), Lineage()))
        ()
    """
    groups: dict[tuple[str, str | None], list[Claim]] = {}
    for claim in evidence.claims.values():
        if claim.judgement is not None:
            cluster = evidence.cluster_of.get(claim.id, claim.id)
            root = evidence.root_of(claim.id)
            groups.setdefault((cluster, root.id if root else claim.id), []).append(claim)
    weighing = _Weighing(evidence)
    return tuple(sorted(map(weighing.judged, groups.values()), key=_order))


def rests(claim: Claim, evidence: Evidence) -> Judged | None:
    """Give what one claim rests on; None where it is no judgement.

    Args:
        claim: of the case.
        evidence: the case.
    """
    return _Weighing(evidence).judged([claim]) if claim.judgement is not None else None


def premises_of(claim: Claim, evidence: Evidence) -> Iterator[Premise]:
    """Give the links from a judgement to the grounds that its author cites.

    Args:
        claim: any claim; one that is no judgement has none.
        evidence: the case.
    """
    for cited in claim.judgement.premises if claim.judgement is not None else ():
        stated = _stated(claim, cited, evidence)
        yield Premise(
            judgement=claim.id,
            claim=stated.id if stated is not None else None,
            document=claim.document.id,
            span=cited.span,
            cue=cited.cue.span,
            medium=cited.medium,
        )


def _stated(claim: Claim, cited: CitedPremise, evidence: Evidence) -> Claim | None:
    """Give the claim that states a ground: most of either's words are the other's."""
    best, most, span = None, _SAME, cited.span
    for other in evidence.claims.values():
        whole = other.proposition
        if other.document.id != claim.document.id or other.id == claim.id:
            continue
        if whole.overlaps(cited.cue.span):
            continue
        shared = min(span.end, whole.end) - max(span.start, whole.start)
        share = shared / max(span.end - span.start, whole.end - whole.start)
        if share > most:
            best, most = other, share
    return best


class _Weighing:
    """Tells how premises stand; what all claims say is put in words once, where it is asked for."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence

    @cached_property
    def said(self) -> list[Saying]:
        return list(sayings(list(self.evidence.claims.values()))[0].values())

    def judged(self, same: Sequence[Claim]) -> Judged:
        """Give one judgement from the claims that give it, in the words of the earliest with grounds."""
        order = sorted(same, key=lambda one: (rank(one.document), one.span, one.id))
        told = [(one, one.judgement) for one in order if one.judgement is not None]
        first, judgement = next((pair for pair in told if pair[1].premises), told[0])
        links = premises_of(first, self.evidence)
        pairs = zip(links, judgement.premises, strict=True)
        return Judged(
            first,
            judgement,
            likelihood_term(judgement.word.text),
            tuple(self._standing(link, cited, first) for link, cited in pairs),
            tuple(one.id for one in order if one.id != first.id),
        )

    def _standing(self, link: Premise, cited: CitedPremise, claim: Claim) -> Standing:
        words, cue = cited.text, cited.cue.text
        stated = self.evidence.claims.get(link.claim or "")
        if stated is None and cited.medium:
            return Standing(link, words, cue, "cited, not in hand", None)
        if stated is None:
            status, against = self._elsewhere(claim, cited)
            return Standing(link, words, cue, status, None, against)
        check = checks([stated], self.evidence)[0]
        root, own = self.evidence.root_of(stated.id), self.evidence.root_of(claim.id)
        apart = root is not None and (own is None or root.id != own.id)
        seen = root.seen if root is not None and apart else None
        back = tuple(n for n in check.against if self._takes_back(self.evidence.claims[n], stated))
        status = "withdrawn by its source" if back else check.status
        return Standing(link, words, cue, status, seen, back or check.against)

    def _elsewhere(self, claim: Claim, cited: CitedPremise) -> tuple[Status, tuple[str, ...]]:
        """Hold a ground that is no claim of its own against the claims of other documents."""
        ground = Claim(claim.document, cited.span, cited.span)
        said = sayings([ground])[0][ground.id]
        weights = Weights([said.stems, *(one.stems for one in self.said)])
        same = [
            one
            for one in self.said
            if one.claim.document.id != claim.document.id and alike(said, one, weights) >= _ALIKE
        ]
        against = [one.claim for one in same if one.denies != said.denies]
        if back := [one.id for one in against if self._takes_back(one, claim)]:
            return "withdrawn by its source", tuple(back)
        if against:
            return "contradicted", tuple(one.id for one in against)
        if not same:
            return "told with the judgement only", ()
        own = self.evidence.root_of(claim.id)
        roots = [self.evidence.root_of(one.claim.id) for one in same]
        foreign = [one for one in roots if one is None or own is None or one.id != own.id]
        return ("independence not established" if foreign else "same origin only"), ()

    def _takes_back(self, other: Claim, stated: Claim) -> bool:
        """Say whether a claim against a premise comes from whoever told the premise, or its outlet."""
        root, back = self.evidence.root_of(stated.id), self.evidence.root_of(other.id)
        tellers = {one.source.entity for one in stated.attribution if one.source is not None}
        own = (root is not None and back is not None and root.id == back.id) or any(
            one.source is not None and one.source.entity in tellers for one in other.attribution
        )
        outlet = stated.document.outlet
        if outlet is not None and other.document.outlet == outlet:
            page = (c for c in self.evidence.claims.values() if c.document.id == other.document.id)
            return takes_back(other) or any(is_correction(one) for one in page)
        return own and (takes_back(other) or is_correction(other))


def _order(one: Judged) -> tuple[object, ...]:
    place = rank(one.claim.document), one.claim.span, one.claim.id
    return (not one.warnings, not one.premises, *place)
