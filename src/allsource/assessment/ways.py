"""By which way did a claim come to stand where it stands?

Each claim has at most one step that is followed: the likeliest hop to another
claim in hand that rests on the same root. Step after step these lead back to the
claim that stands nearest the root; the last hop, where one is known, names the
root itself. Other hops are suspicions and are not walked here. Where tracing
missed a hop, the way is shorter than it was, and says nothing of it.
"""

from typing import Any

from allsource.assessment.evidence import Evidence
from allsource.model.lineage import Hop
from allsource.vocab import load

__all__ = ["how", "in_words", "step", "way"]

_SURE = 0.99
"""Above this a probability is told as a bound: two digits would make it a certainty."""


def step(claim: str, evidence: Evidence) -> Hop | None:
    """Give the hop to the claim that this one was taken from, or None.

    Args:
        claim: claim id.
        evidence: the case.
    """
    root = evidence.root_of(claim)
    for hop in evidence.hops_of.get(claim, ()):
        parent = evidence.root_of(hop.parent) if hop.parent in evidence.claims else None
        if root is not None and parent is not None and parent.id == root.id:
            return hop
    return None


def way(claim: str, evidence: Evidence) -> tuple[Hop, ...]:
    """Give the hops from a claim back to its root, nearest first.

    Args:
        claim: claim id.
        evidence: the case.

    Returns:
        Hops between claims, then the hop to the root where there is one.
    """
    hops: list[Hop] = []
    at, seen = claim, {claim}
    while (hop := step(at, evidence)) is not None and hop.parent not in seen:
        hops.append(hop)
        at = hop.parent
        seen.add(at)
    root = evidence.root_of(claim)
    last = [h for h in evidence.hops_of.get(at, ()) if root is not None and h.parent == root.id]
    return (*hops, *last[:1])


def how(hop: Hop) -> str:
    """Say in words what kind of step it is, how probable, and what shows it.

    Example:
        >>> from allsource.model.lineage import HopEvidence
        >>> why = HopEvidence("shared passage", ())
        >>> how(Hop("clm_2", "clm_1", "rewrite", 0.912, seen=True, evidence=(why,), id="hop_1"))
        'rewrite, probability 0.91: shared passage'
    """
    reasons = ", ".join(dict.fromkeys(one.why for one in hop.evidence))
    kind = hop.kind.replace("_", " ")
    return f"{kind}, probability {_digits(hop.probability)}" + (f": {reasons}" if reasons else "")


def in_words(probability: float) -> str:
    """Say a probability by the words of ICD 203, with two digits of it.

    Example:
        >>> in_words(0.93), in_words(0.5), in_words(0.9999)
        ('very likely (0.93)', 'roughly even chance (0.50)', 'almost certain (over 0.99)')
    """
    bands: list[dict[str, Any]] = load("wording")["likelihood_bands"]
    term = next(str(band["term"]) for band in bands if probability <= band["most"])
    return f"{term} ({_digits(probability)})"


def _digits(probability: float) -> str:
    return "over 0.99" if probability > _SURE else f"{probability:.2f}"
