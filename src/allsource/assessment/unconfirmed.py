"""Who was asked and did not confirm?

A statement by which somebody leaves a report unconfirmed ("no confirmation",
"refused to confirm") is no denial and is printed as what it is: its own words,
whole. It fails where somebody speaks of another matter in the same words.
"""

from collections.abc import Iterable

from allsource.assessment import choice
from allsource.assessment.compose import Part, passage, say, whole
from allsource.assessment.evidence import Evidence
from allsource.assessment.rebuttals import is_rebuttal, leaves_open
from allsource.assessment.relevance import on_subject
from allsource.assessment.sayings import outlet
from allsource.model.assessment import Finding, Sentence
from allsource.model.claim import Claim
from allsource.model.ids import content_id

__all__ = ["unconfirmed"]


def unconfirmed(subject: frozenset[str], evidence: Evidence) -> Iterable[Finding]:
    """Give a finding for each root that did not confirm, most documents first.

    Args:
        subject: words of what the case is about.
        evidence: the case.
    """
    groups: dict[str, list[Claim]] = {}
    for claim in evidence.claims.values():
        if leaves_open(claim) and not is_rebuttal(claim) and _near(claim, subject):
            root = evidence.root_of(claim.id)
            groups.setdefault(root.id if root else claim.id, []).append(claim)
    ranked = sorted(groups.items(), key=lambda g: (-len({c.document.id for c in g[1]}), g[0]))
    for key, claims in ranked:
        candidates = choice.ordered(claims, evidence, whole=True)
        sentence = next((s for s in (_printed(c, evidence) for c in candidates) if s), None)
        if sentence:
            yield Finding(content_id("fnd", "unconfirmed", key), "statement", (sentence,))


def _near(claim: Claim, subject: frozenset[str]) -> bool:
    """A short remark may name nothing: then its speaker makes it telling."""
    return claim.source is not None or on_subject(claim, subject)


def _printed(claim: Claim, evidence: Evidence) -> Sentence | None:
    parts = {"outlet": outlet(claim), "quote": passage(claim)}
    if claim.source:
        parts["credit"] = Part("credit.whole", whole([claim]))
    keys = ("unconfirmed.credited", "unconfirmed.own")
    return next((s for s in (say(key, parts, evidence) for key in keys) if s), None)
