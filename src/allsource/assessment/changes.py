"""What changed since the last dossier?

Findings are followed by their id and, where the claim that speaks for them
changed, by the claims that both cite. A finding is stronger or weaker where
its confidence, its independent roots or its documents rose or fell; a fall in
confidence outweighs a rise in copies, since a copy is not support. The
documents that did it are those cited now and not known then.
"""

from collections.abc import Collection
from typing import Literal

from allsource.model.assessment import Assessment, Change, Finding

__all__ = ["changes"]

_GRADES = {None: 0, "low": 0, "moderate": 1, "high": 2}


def changes(
    before: Assessment | None, after: Assessment, known: Collection[str] = ()
) -> tuple[Change, ...]:
    """Compare an assessment with the one before.

    Args:
        before: the assessment of the last dossier, None for the first.
        after: the assessment now.
        known: ids of the documents that the last dossier already had.

    Returns:
        New, stronger, weaker and withdrawn findings, in the order of the new dossier,
        the withdrawn last; nothing for a first dossier.

    Example:
        >>> changes(None, Assessment())
        ()
    """
    if before is None:
        return ()
    left = {finding.id: finding for finding in (*before.findings, *before.conflicts)}
    found: list[Change] = []
    for finding in (*after.findings, *after.conflicts):
        old = _followed(finding, left)
        if old is not None:
            del left[old.id]
        change = _change(old, finding, frozenset(known))
        found.extend([change] if change else [])
    gone = (Change("withdrawn", f.id, f.sentences[0], "it no longer holds") for f in left.values())
    return (*found, *gone)


def _followed(finding: Finding, left: dict[str, Finding]) -> Finding | None:
    if finding.id in left:
        return left[finding.id]
    mine = _claims(finding)
    shared = [
        (len(mine & _claims(old)), old.id) for old in left.values() if old.kind == finding.kind
    ]
    most, name = max(shared, default=(0, ""))
    if not most or most * 3 <= len(mine | _claims(left[name])):
        return None
    return left[name]


def _claims(finding: Finding) -> set[str]:
    return {c.claim for s in finding.sentences for c in s.citations if c.claim}


def _documents(finding: Finding) -> set[str]:
    return {c.document for s in finding.sentences for c in s.citations}


def _change(old: Finding | None, new: Finding, known: frozenset[str]) -> Change | None:
    by = tuple(sorted(_documents(new) - known))
    if old is None:
        return Change("new", new.id, new.sentences[0], "it was not in the last dossier", by)
    for why, then, now in _measures(old, new):
        if now != then:
            kind: Literal["stronger", "weaker"] = "stronger" if now > then else "weaker"
            return Change(
                kind, new.id, new.sentences[0], f"{why} {'rose' if now > then else 'fell'}", by
            )
    return None


def _measures(old: Finding, new: Finding) -> list[tuple[str, float, float]]:
    """What makes a finding stronger, most telling first."""
    return [
        ("confidence", _GRADES[old.confidence], _GRADES[new.confidence]),
        ("effective roots", round(old.effective_roots or 0, 1), round(new.effective_roots or 0, 1)),
    ]
