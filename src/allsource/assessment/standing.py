"""How many documents carry it, how many roots stand behind it, and how well founded is that?

Counts cite every claim that they count. Confidence comes from roots alone:
*low* unless independence is established; *moderate* with at least two
established independent roots; *high* where the least that the evidence allows
is three of them. A denial, a withdrawal or a conflict takes a step away (never adds one).
"""

from typing import Literal

from allsource.assessment.compose import Part, say, whole
from allsource.assessment.evidence import Evidence
from allsource.assessment.naming import root_name
from allsource.assessment.rebuttals import is_rebuttal
from allsource.lineage.statements import takes_back
from allsource.model.assessment import Sentence
from allsource.model.claim import Claim
from allsource.model.lineage import Cluster, Root

__all__ = ["Confidence", "confidence", "held", "standing"]

Confidence = Literal["low", "moderate", "high"]


_KNOWN = frozenset({"government", "ministry", "police"})
"""Common words that name one body in the documents of one case."""

_MOST_ROOTS = 3
"""Where more roots meet, or more than documents, one sentence would not tell what each of them says."""


def held(cluster: Cluster, evidence: Evidence) -> list[Claim]:
    """Give the claims of a cluster."""
    return [evidence.claims[claim] for claim in cluster.claims if claim in evidence.claims]


def standing(cluster: Cluster, evidence: Evidence) -> tuple[Sentence, ...]:
    """Print the documents and roots behind a cluster, and what is established of them."""
    cites = whole(held(cluster, evidence))
    parts = {
        "outlet": Part("document", cites),
        "n": Part("documents", cites),
        "r": Part(f"count.roots@{cluster.id}", cites),
        "roots": Part(f"roots@{cluster.id}", cites),
    }
    if len(cluster.roots) == 1:
        parts["root"] = Part(f"root@{cluster.roots[0].id}", cites)
    keys = ("root", "independent", "confirmed", "open")
    documents = {claim.document.id for claim in held(cluster, evidence)}
    many = len(cluster.roots) > min(_MOST_ROOTS, len(documents))
    labels = {root_name(root).casefold() for root in cluster.roots}
    nobody = [root.kind for root in cluster.roots if not root.seen] == ["unattributed"]
    alike = len(labels) < len(cluster.roots) or (nobody and len(labels) == 1)
    telling = not many and not alike and all(map(_telling, cluster.roots))
    if len(evidence.documents) == 1:
        return ()
    most = _most(cluster, evidence) if len(cluster.roots) > 1 else None
    if not telling:
        counted = say("stands.open", parts, evidence)
        return tuple(sentence for sentence in (counted, most) if sentence and most)
    alone = say("stands.alone", parts, evidence)
    if alone:
        return (alone,)
    printed = [say(f"stands.{key}", parts, evidence) for key in keys]
    return tuple(sentence for sentence in (*printed, most) if sentence)


def _telling(root: Root) -> bool:
    """Whether a root's name says more than one common word: "people", "image" name nobody."""
    if root.kind == "unnamed_document" and root.label[:1].isupper():
        return False  # a name that no page calls a document may be a person's
    return root.label in _KNOWN or root.label != root.label.casefold() or " " in root.label.strip()


def _most(cluster: Cluster, evidence: Evidence) -> Sentence | None:
    """Print how many of the documents lead back to the root that has most of them."""
    root = cluster.roots[0]
    documents = {claim.document.id for claim in held(cluster, evidence)}
    somebody = root.kind == "unattributed" and not root.seen
    if (
        somebody
        or not _telling(root)
        or len(root.documents) < 2
        or 2 * len(root.documents) <= len(documents)
    ):
        return None
    cites = whole(claim for claim in held(cluster, evidence) if claim.id in root.claims)
    parts = {"n": Part("documents", cites), "root": Part(f"root@{root.id}", cites)}
    return say("stands.most", parts, evidence)


def confidence(cluster: Cluster, evidence: Evidence) -> Confidence:
    """Grade how well founded a cluster is, from its roots and their standing."""
    independent = cluster.status == "independent" and len(cluster.roots) >= 2
    least = cluster.effective_roots_interval[0] if independent else 0.0
    steps = (least >= 1.5) + (least >= 2.5)
    claims = held(cluster, evidence)
    mine = set(cluster.claims)
    disputed = any(is_rebuttal(claim) or takes_back(claim) for claim in claims) or any(
        "true conflict" in conflict.classes and mine & {conflict.left.claim, conflict.right.claim}
        for conflict in evidence.conflicts.values()
    )
    grades: tuple[Confidence, ...] = ("low", "moderate", "high")
    return grades[max(0, steps - disputed)]
