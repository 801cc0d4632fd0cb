"""Which stated numbers do not simply agree, and what would settle it?

Each recorded conflict becomes a finding: both figures with their documents,
every class that applies, the assumption made in comparing them, and what
evidence would settle it.
"""

from allsource.assessment.compose import Part, at, say, whole
from allsource.assessment.evidence import Evidence
from allsource.assessment.measures import is_programme
from allsource.assessment.rebuttals import is_correction
from allsource.assessment.sayings import outlet
from allsource.model.assessment import Finding, Sentence
from allsource.model.ids import content_id
from allsource.model.numbers import Conflict, Point

__all__ = ["disagreements"]


_FAR = 3.0
"""A plan and an outcome further apart than this are plans and outcomes of different things."""


def disagreements(evidence: Evidence) -> tuple[Finding, ...]:
    """Give a finding for each recorded conflict, true conflicts first.

    Args:
        evidence: the case.
    """
    ranked = sorted(
        evidence.conflicts.values(),
        key=lambda c: ("true conflict" not in c.classes, c.classes, c.id),
    )
    found = [_finding(each, evidence) for each in _distinct(ranked) if _telling(each, evidence)]
    return tuple(finding for finding in found if finding)


def _distinct(conflicts: list[Conflict]) -> list[Conflict]:
    """Keep the first of conflicts that set the same figures against each other in the same words."""
    first: dict[tuple[object, ...], Conflict] = {}
    for conflict in conflicts:
        ends = sorted(str((p.low, p.high, p.plan)) for p in (conflict.left, conflict.right))
        first.setdefault((conflict.assumption, *ends), conflict)
    return list(first.values())


def _telling(conflict: Conflict, evidence: Evidence) -> bool:
    """Leave out what is a retraction's matter, what is only not comparable, and plans far off."""
    points = (conflict.left, conflict.right)
    if not any(is_programme(_measure(point, evidence)) for point in points):
        return False
    ends = [evidence.claims.get(p.claim) for p in points]
    pages = {claim.document.id for claim in ends if claim}
    if "true conflict" in conflict.classes or len(pages) < 2:
        return True
    taken_back = any(is_correction(c) and c.document.id in pages for c in evidence.claims.values())
    sizes = sorted(p.low or p.high or 0.0 for p in (conflict.left, conflict.right))
    far = conflict.classes == ("plan against outcome",) and sizes[1] > _FAR * sizes[0]
    return not taken_back and not far and conflict.classes != ("scope",)


def _measure(point: Point, evidence: Evidence) -> str | None:
    claim = evidence.claims.get(point.claim)
    listed = claim.quantities[point.quantity : point.quantity + 1] if claim else ()
    return listed[0].measure if listed else None


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
