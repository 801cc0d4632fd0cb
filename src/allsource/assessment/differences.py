"""What differs between a document and the one it rests on, in sentences?

Recorded drift is printed with both documents' words. Where many documents lose
the same thing, one sentence counts and names them.
"""

import re

from allsource.assessment.compose import Part, at, found, say, statement, whole
from allsource.assessment.evidence import Evidence
from allsource.assessment.naming import bare_name
from allsource.assessment.readings import strongest_hedge
from allsource.assessment.sayings import outlet
from allsource.assessment.traits import crediting, is_credited, is_hedged, mentions
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
    return (*printed[:most], *_spread(cluster, evidence))


def _spread(cluster: Cluster, evidence: Evidence) -> list[Sentence]:
    """Print how many documents never mention the root, or state flatly what others hedge."""
    claims = [evidence.claims[name] for name in cluster.claims if name in evidence.claims]
    printed = [
        _unmentioned(cluster, claims, evidence),
        _bare(claims, evidence),
        _flat(claims, evidence),
    ]
    return [sentence for sentence in printed if sentence]


def _unmentioned(cluster: Cluster, claims: list[Claim], evidence: Evidence) -> Sentence | None:
    root = cluster.roots[0]
    resting = [claim for claim in claims if claim.id in root.claims]
    silent = [c for c in resting if not mentions(c.document, bare_name(root))]
    if not silent or len({claim.document.id for claim in resting}) < 2:
        return None
    parts = {
        "m": Part("documents", whole(resting)),
        "n": Part("documents", whole(silent)),
        "root": Part(f"root.bare@{root.id}", whole(resting)),
        "outlets": Part("documents.named", whole(silent)),
    }
    return say("spread.unnamed", parts, evidence)


def _bare(claims: list[Claim], evidence: Evidence) -> Sentence | None:
    """Only where every statement that credits nobody says nearly the words of a credited one."""
    named = [c for c in claims if crediting(c) == "named" and len(c.attribution) == 1]
    credited = {c.document.id for c in claims if is_credited(c)}
    bare = [claim for claim in claims if claim.document.id not in credited]
    if not named or not bare or any(_nearest(c, named) < _ALIKE for c in bare):
        return None
    parts = {
        "m": Part("documents", whole(claims)),
        "n": Part("documents", whole(bare)),
        "outlets": Part("documents.named", whole(bare)),
        "credit": Part("credit.whole", whole(named[:1])),
    }
    return say("spread.credits", parts, evidence)


def _flat(claims: list[Claim], evidence: Evidence) -> Sentence | None:
    """Only where every flat statement says nearly the same words as a hedged one."""
    hedged = [c for c in claims if c.stance.status == "hedged" and c.stance.hedges]
    documents = {c.document.id for c in claims if is_hedged(c)}
    flat = [claim for claim in claims if claim.document.id not in documents]
    if not hedged or not flat or any(_nearest(c, hedged) < _ALIKE for c in flat):
        return None
    index = strongest_hedge(hedged[0])
    span = hedged[0].stance.hedges[index].span if index is not None else hedged[0].span
    parts = {
        "m": Part("documents", whole(claims)),
        "n": Part("documents", whole(flat)),
        "hedge": Part("hedge", (at(hedged[0], span),)),
    }
    return say("spread.hedges", parts, evidence)


def _nearest(claim: Claim, others: list[Claim]) -> float:
    return max(_dice(_terms(claim), _terms(other)) for other in others)


def _terms(claim: Claim) -> set[str]:
    return {word for word in re.findall(r"\w+", claim.statement.casefold()) if len(word) > 3}


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other) or 1)


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
