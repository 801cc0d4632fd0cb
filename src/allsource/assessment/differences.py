"""What differs between a document and the one it rests on, in sentences?

Recorded drift is printed with both documents' words. Where many documents lose
the same thing, one sentence counts and names them.
"""

from allsource.assessment.compose import Part, found, say, statement, whole
from allsource.assessment.evidence import Evidence
from allsource.assessment.naming import bare_name
from allsource.assessment.sayings import outlet
from allsource.assessment.traits import mentions
from allsource.model.assessment import Sentence
from allsource.model.claim import Claim
from allsource.model.lineage import Cluster, Drift

__all__ = ["difference", "differences"]

_KEYS = {
    "polarity": "drift.polarity",
    "hedge dropped": "drift.hedge",
    "attribution dropped": "drift.attribution",
    "verification dropped": "drift.verification",
    "figure": "drift.figure",
    "unit": "drift.unit",
    "period": "drift.period",
    "scope": "drift.scope",
    "detail added": "drift.detail",
}
"""Template by change, most telling first."""

_ALIKE = 0.6
"""Two statements say nearly the same words from this share of common longer words on."""


def difference(drift: Drift, evidence: Evidence) -> Sentence | None:
    """Print one recorded drift, or None where its words cannot be shown."""
    if drift.change == "detail added" and len((drift.after or "").split()) < 3:
        return None
    parent, child = evidence.claims.get(drift.parent), evidence.claims.get(drift.child)
    if parent is None or child is None:
        return None
    parts = {"parent": outlet(parent), "child": outlet(child), "quote": statement(child)}
    parts["speaker"] = Part("credit.whole", whole([parent]))
    before = found(parent, drift.before, f"before@{drift.id}") if drift.before else None
    after = found(child, drift.after, f"after@{drift.id}") if drift.after else None
    parts.update({"before": before} if before else {})
    parts.update({"after": after} if after else {})
    hedges = {hedge.text for hedge in parent.stance.hedges}
    about = drift.change == "hedge dropped" and drift.before not in hedges
    return say("drift.approximate" if about else _KEYS[drift.change], parts, evidence)


def differences(cluster: Cluster, evidence: Evidence, most: int = 3) -> tuple[Sentence, ...]:
    """Print the most telling drift inside a cluster: one example of each kind, and counts.

    Args:
        cluster: the claims looked at.
        evidence: the case.
        most: how many sentences at most.
    """
    mine = set(cluster.claims)
    drifts = [d for d in evidence.drift.values() if d.child in mine]
    printed: list[Sentence] = []
    for change in _KEYS:
        same = sorted((d for d in drifts if d.change == change), key=lambda d: _place(d, evidence))
        example = next((s for s in (difference(d, evidence) for d in same) if s), None)
        printed.extend([example] if example else [])
        printed.extend(_counted(change, same, evidence) if example else [])
    claims = [evidence.claims[name] for name in cluster.claims if name in evidence.claims]
    silent = _unmentioned(cluster, claims, evidence)
    return (*printed[:most], *([silent] if silent else []))


def _unmentioned(cluster: Cluster, claims: list[Claim], evidence: Evidence) -> Sentence | None:
    root = cluster.roots[0]
    resting = [claim for claim in claims if claim.id in root.claims]
    silent = [c for c in resting if not mentions(c.document, bare_name(root))]
    if not silent or len({claim.document.id for claim in resting}) < 2:
        return None
    parts = {
        "n": Part("documents", whole(silent)),
        "root": Part(f"root.bare@{root.id}", whole(resting)),
        "outlets": Part("documents.named", whole(silent)),
    }
    return say("spread.unnamed", parts, evidence)


def _place(drift: Drift, evidence: Evidence) -> tuple[str, str, str]:
    child = evidence.claims.get(drift.child)
    document = child.document if child else None
    return (
        document.published or "~" if document else "~",
        document.path if document else "",
        drift.id,
    )


def _counted(change: str, same: list[Drift], evidence: Evidence) -> list[Sentence]:
    keys = {"hedge dropped": "drift.hedges", "attribution dropped": "drift.credits"}
    children = [evidence.claims[each] for each in dict.fromkeys(d.child for d in same)]
    if change not in keys or len({child.document.id for child in children}) < 2:
        return []
    return _count(keys[change], children, evidence)


def _count(key: str, children: list[Claim], evidence: Evidence) -> list[Sentence]:
    cites = whole(children)
    parts = {"n": Part("documents", cites), "outlets": Part("documents.named", cites)}
    sentence = say(key, parts, evidence)
    return [sentence] if sentence else []
