"""Which stated numbers do not simply agree, and what would settle it?

Each recorded conflict becomes a finding: both figures with their documents,
every class that applies, the assumption made in comparing them, and what
evidence would settle it.
"""

from allsource.assessment.compose import Part, at, say, whole
from allsource.assessment.evidence import Evidence
from allsource.assessment.sayings import outlet
from allsource.model.assessment import Finding, Sentence
from allsource.model.ids import content_id
from allsource.model.numbers import Conflict, Point

__all__ = ["disagreements"]


def disagreements(evidence: Evidence) -> tuple[Finding, ...]:
    """Give a finding for each recorded conflict, true conflicts first.

    Args:
        evidence: the case.
    """
    ranked = sorted(
        evidence.conflicts.values(),
        key=lambda c: ("true conflict" not in c.classes, c.classes, c.id),
    )
    found = [_finding(conflict, evidence) for conflict in _distinct(ranked)]
    return tuple(finding for finding in found if finding)


def _distinct(conflicts: list[Conflict]) -> list[Conflict]:
    """Keep the first of conflicts that set the same figures against each other in the same words."""
    first: dict[tuple[object, ...], Conflict] = {}
    for conflict in conflicts:
        ends = sorted(str((p.low, p.high, p.plan)) for p in (conflict.left, conflict.right))
        first.setdefault((conflict.assumption, *ends), conflict)
    return list(first.values())


def _finding(conflict: Conflict, evidence: Evidence) -> Finding | None:
    left, right = (evidence.claims.get(p.claim) for p in (conflict.left, conflict.right))
    if left is None or right is None:
        return None
    both = whole(dict.fromkeys([left, right]))
    parts = {
        "left": outlet(left),
        "right": outlet(right),
        "first": _figure(conflict.left, f"left.figure@{conflict.id}", evidence),
        "second": _figure(conflict.right, f"right.figure@{conflict.id}", evidence),
        "assumption": Part(f"assumption@{conflict.id}", both),
        "settles": Part(f"settles@{conflict.id}", both),
        "rests": Part("", both),
    }
    classes = () if conflict.assumption else conflict.classes
    keys = [f"conflict.{name}" for name in (*classes, "assumption", "settles")]
    headline = say("conflict.one", parts, evidence) or say("conflict.figures", parts, evidence)
    more: list[Sentence | None] = [say(key, parts, evidence) for key in keys]
    if headline is None:
        return None
    sentences = (headline, *(sentence for sentence in more if sentence))
    return Finding(content_id("fnd", "conflict", conflict.id), "conflict", sentences)


def _figure(point: Point, of: str, evidence: Evidence) -> Part:
    claim = evidence.claims[point.claim]
    span = (
        claim.quantities[point.quantity].span
        if point.quantity < len(claim.quantities)
        else claim.span
    )
    return Part(of, (at(claim, span),))
