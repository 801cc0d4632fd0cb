"""Which root do most documents of the case lead back to?

Roots are counted over the whole case, by documents: one sentence says how many
of the documents read lead back to the root that has most, and whether it is in
hand. It fails where one origin was recorded under two names.
"""

from allsource.assessment.compose import Part, say, whole
from allsource.assessment.evidence import Evidence
from allsource.assessment.relevance import on_subject, subject
from allsource.model.assessment import Citation, Finding
from allsource.model.claim import Claim
from allsource.model.ids import content_id
from allsource.model.lineage import Root

__all__ = ["obtainable", "origins", "retold"]

_MOST = 2
_SHARE = 1 / 3


def origins(evidence: Evidence) -> list[Finding]:
    """Give a finding for each root that at least a third of the documents share.

    Args:
        evidence: the case.

    Returns:
        At most two findings, the root with most documents first.
    """
    words = subject(evidence)
    least = max(2, _SHARE * len(evidence.documents))
    shared = [
        root
        for root in evidence.roots.values()
        if len(root.documents) >= least and obtainable(root) and _near(root, words, evidence)
    ]
    ranked = sorted(shared, key=lambda root: (-len(root.documents), root.seen, root.label, root.id))
    found = [_origin(root, evidence) for root in ranked]
    return [finding for finding in found if finding][:_MOST]


def _near(root: Root, words: frozenset[str], evidence: Evidence) -> bool:
    """Whether anything that rests on a root is on the subject: a background source is no origin."""
    claims = [evidence.claims[name] for name in root.claims if name in evidence.claims]
    return any(on_subject(claim, words) for claim in claims)


def obtainable(root: Root) -> bool:
    """Say whether a root has a proper name, so that a reader could go and get it."""
    named = root.kind != "unattributed" and not root.kind.startswith("unnamed")
    return named and root.label != root.label.casefold()


def _origin(root: Root, evidence: Evidence) -> Finding | None:
    cites = whole(_one_each(root, evidence))
    parts = {
        "n": Part("documents", cites),
        "of_all": Part("count.all", cites),
        "root": Part(f"root@{root.id}", cites),
    }
    sentence = say("case.all", parts, evidence) or say("case.root", parts, evidence)
    if sentence is None:
        return None
    return Finding(content_id("fnd", "lineage", root.id), "lineage", (sentence,))


def retold(evidence: Evidence) -> list[Finding]:
    """Give a finding for a case of one document that retells a report it names in passing.

    Args:
        evidence: the case.
    """
    if len(evidence.documents) != 1:
        return []
    for hop in evidence.hops:
        root = evidence.roots.get(hop.parent)
        passages = [p for e in hop.evidence if e.why == "names the outlet" for p in e.passages]
        if hop.kind != "rewrite" or root is None or not passages:
            continue
        claims = whole(evidence.claims[name] for name in root.claims if name in evidence.claims)
        words = Citation(passages[0].document, passages[0].span)
        parts = {"root": Part(f"root@{root.id}", claims), "quote": Part("hop.words", (words,))}
        parts["outlet"] = Part("document", claims)
        sentence = say("case.retold", parts, evidence)
        if sentence:
            return [Finding(content_id("fnd", "lineage", root.id), "lineage", (sentence,))]
    return []


def _one_each(root: Root, evidence: Evidence) -> list[Claim]:
    """The first claim of each document that rests on the root."""
    first: dict[str, Claim] = {}
    for name in root.claims:
        claim = evidence.claims.get(name)
        if claim is not None:
            kept = first.get(claim.document.id, claim)
            first[claim.document.id] = min(kept, claim, key=lambda c: (c.span, c.id))
    return sorted(first.values(), key=lambda c: (c.document.published or "~", c.document.path))
