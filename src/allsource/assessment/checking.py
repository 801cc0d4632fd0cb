"""How does every claim of one article stand against a case?

For each claim: its root, what it lacks, what changed on the way to it, which
claims speak against it, and one status. *Borne out* needs another root that is
established as independent of its own; other documents of the same root are
*same origin only*; where independence is unknown it is *not established*,
never assumed. *Contradicted* needs a true conflict, a correction whose figure
conflicts with it, a denial of the same thing from another root, or its own root's withdrawal.

A track, a pair of pictures or a list entry in hand counts as a root of its own: what it bears out is borne out, what
it contradicts is contradicted. One that does not bear changes nothing and is shown. It fails where a claim was itself
made from the same track or list: then the two are one root, though the claim is as the evidence has it.
"""

from collections.abc import Sequence
from typing import Literal

from allsource.assessment.evidence import Evidence
from allsource.assessment.rebuttals import is_correction, is_rebuttal
from allsource.assessment.traits import crediting
from allsource.lineage.statements import takes_back
from allsource.model.assessment import Check
from allsource.model.claim import Claim
from allsource.model.lineage import Cluster
from allsource.model.numbers import Conflict

__all__ = ["checks"]

Status = Literal[
    "borne out",
    "contradicted",
    "same origin only",
    "independence not established",
    "no other evidence",
]


def checks(claims: Sequence[Claim], evidence: Evidence) -> tuple[Check, ...]:
    """Mark every claim of an article.

    Args:
        claims: the article's claims, which the evidence holds too.
        evidence: the case, traced together with the article.

    Returns:
        One check for each claim, in the order of the text.
    """
    ordered = sorted(claims, key=lambda c: (c.span, c.proposition, c.id))
    return tuple(_check(claim, evidence) for claim in ordered)


def _check(claim: Claim, evidence: Evidence) -> Check:
    cluster = evidence.clusters.get(evidence.cluster_of.get(claim.id, ""))
    others = _others(claim, cluster, evidence)
    against = _against(claim, others, evidence)
    root = evidence.root_of(claim.id)
    agreeing = [other for other in others if other not in against]
    observed = evidence.observed.beside(claim.id)
    said = {one.verdict for one in observed}
    status: Status = "borne out" if "bears out" in said else _status(claim, agreeing, cluster)
    return Check(
        claim=claim.id,
        root=root.id if root else None,
        status="contradicted" if against or "contradicts" in said else status,
        missing=tuple(_missing(claim)),
        drift=tuple(d.id for d in evidence.drift_of.get(claim.id, ())),
        against=tuple(other.id for other in against),
        others=tuple(other.id for other in others),
        observed=observed,
    )


def _others(claim: Claim, cluster: Cluster | None, evidence: Evidence) -> list[Claim]:
    names = cluster.claims if cluster else ()
    held = [evidence.claims[name] for name in names if name in evidence.claims]
    return [other for other in held if other.document.id != claim.document.id]


def _against(claim: Claim, others: list[Claim], evidence: Evidence) -> list[Claim]:
    partners = {
        name
        for conflict in evidence.conflicts.values()
        for name in _partner(claim.id, conflict)
        if "true conflict" in conflict.classes or _corrects(name, claim, evidence)
    }
    denying = {other.id for other in others if _opposed(claim, other, evidence)}
    return [evidence.claims[n] for n in sorted(partners | denying) if n in evidence.claims]


def _partner(claim: str, conflict: Conflict) -> set[str]:
    """Give the other end of a conflict, where a claim is one of its ends."""
    ends = {conflict.left.claim, conflict.right.claim}
    return ends - {claim} if claim in ends else set()


def _corrects(name: str, claim: Claim, evidence: Evidence) -> bool:
    """Say whether a conflicting figure stands in another page that is a correction."""
    other = evidence.claims.get(name)
    if other is None or other.document.id == claim.document.id:
        return False
    own = (c for c in evidence.claims.values() if c.document.id == other.document.id)
    return other.stance.status == "asserted" and any(is_correction(c) for c in own)


def _opposed(claim: Claim, other: Claim, evidence: Evidence) -> bool:
    """One denies what the other says, and they do not come from one root, unless it takes that back."""
    apart = evidence.root_of(claim.id) != evidence.root_of(other.id)
    apart = apart or takes_back(claim) or takes_back(other)
    denied = (claim.stance.status == "denied") != (other.stance.status == "denied")
    return apart and (denied or is_rebuttal(claim) != is_rebuttal(other))


def _status(claim: Claim, agreeing: list[Claim], cluster: Cluster | None) -> Status:
    if cluster is None or not agreeing:
        return "no other evidence"
    own = {root.id for root in cluster.roots if claim.id in root.claims}
    mine = {other.id for other in agreeing}
    foreign = [r for r in cluster.roots if r.id not in own and mine.intersection(r.claims)]
    if not foreign:
        return "same origin only"
    if cluster.status == "independent":
        return "borne out"
    return "same origin only" if cluster.status == "same origin" else "independence not established"


def _missing(claim: Claim) -> list[str]:
    """What a careful reader would ask for and the article does not give."""
    lacks: list[str] = []
    credit = crediting(claim)
    if credit == "agentless":
        lacks.append("who says so: the words credit somebody and name nobody")
    if credit == "nobody":
        lacks.append("a source: the document states it on its own account")
    if credit == "unnamed":
        lacks.append("the name of the source")
    if any(check.status == "unverified" for check in claim.verification):
        lacks.append("verification: the document says that it was not verified")
    if any(q.time is None and q.role == "level" for q in claim.quantities):
        lacks.append("the period that the figure holds for")
    if claim.document.published is None:
        lacks.append("the document's date of publication")
    return lacks
