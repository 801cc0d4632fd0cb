"""How is a checked article shown, as a page and as records?

The page shows the article itself, every claim marked where it stands with its
status; each leads to its root, to what it lacks, to what changed on the way to
it, and to the claims against it. The records say the same, as the command-line
contract has them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from allsource.assessment.evidence import Evidence
from allsource.assessment.judgements import rests
from allsource.model.assessment import Check
from allsource.model.document import Document
from allsource.model.records import claim_record, record
from allsource.report.beside import observed_views, told_counts
from allsource.report.contexts import CheckContext, CheckedView, Total
from allsource.report.judgements import judged_view
from allsource.report.origins import drift_view
from allsource.report.page import render
from allsource.report.sentences import status_class
from allsource.report.sources import claim_view, source
from allsource.report.trees import steps

__all__ = ["check_context", "check_page", "check_records"]


def check_page(document: Document, checks: Sequence[Check], evidence: Evidence) -> str:
    """Build the page of one article.

    Args:
        document: the article.
        checks: of its claims, in the order of the text.
        evidence: the case, traced together with the article.
    """
    return render("check.html.j2", check_context(document, checks, evidence))


def check_context(document: Document, checks: Sequence[Check], evidence: Evidence) -> CheckContext:
    """Gather what the page of one article shows."""
    order = [document.id, *(name for name in evidence.documents if name != document.id)]
    numbers = {name: i for i, name in enumerate(order, 1)}
    checked = [_view(i, check, numbers, evidence) for i, check in enumerate(checks, 1)]
    closes = {view.claim.id: view for view in checked}
    cited = {
        claim
        for check, view in zip(checks, checked, strict=True)
        for claim in (*check.against, *_parents(check, evidence), *(s.claim.id for s in view.way))
    }
    others = {evidence.claims[c].document.id for c in cited if c in evidence.claims} - {document.id}
    return CheckContext(
        title=document.title or document.path,
        synthetic=document.synthetic,
        totals=tuple(_totals(checks)),
        counts=told_counts(evidence.observed.counts),
        source=source(document, numbers, evidence, closes),
        checked=tuple(checked),
        others=tuple(
            source(evidence.documents[name], numbers, evidence) for name in order if name in others
        ),
    )


def _parents(check: Check, evidence: Evidence) -> list[str]:
    return [evidence.drift[name].parent for name in check.drift if name in evidence.drift]


def _totals(checks: Sequence[Check]) -> list[Total]:
    counted = Counter(check.status for check in checks)
    total = Total(str(len(checks)), "claim" if len(checks) == 1 else "claims")
    return [total, *(Total(str(n), status) for status, n in sorted(counted.items()))]


def _view(number: int, check: Check, numbers: Mapping[str, int], evidence: Evidence) -> CheckedView:
    root = evidence.roots.get(check.root or "")
    drifts = (drift_view(evidence.drift[d], numbers, evidence) for d in check.drift)
    judged = rests(evidence.claims[check.claim], evidence)
    return CheckedView(
        number=number,
        claim=claim_view(evidence.claims[check.claim], numbers, evidence),
        status=check.status,
        status_class=status_class(check.status),
        root_seen=("in hand" if root.seen else "cited, not in hand") if root else "",
        way=steps(check.claim, numbers, evidence),
        missing=check.missing,
        drift=tuple(each for each in drifts if each),
        against=tuple(
            claim_view(evidence.claims[claim], numbers, evidence) for claim in check.against
        ),
        judged=judged_view(judged, evidence, numbers) if judged else None,
        observed=observed_views(check.claim, evidence),
    )


def check_records(checks: Sequence[Check], evidence: Evidence) -> list[dict[str, Any]]:
    """Write checks as the command-line contract has them, one object a claim.

    Args:
        checks: in the order of the text.
        evidence: the case, traced together with the article.
    """
    return [_record(check, evidence) for check in checks]


def _record(check: Check, evidence: Evidence) -> dict[str, Any]:
    root = evidence.roots.get(check.root or "")
    return {
        "claim": claim_record(evidence.claims[check.claim]),
        "root": {"id": root.id, "label": root.label, "seen": root.seen} if root else None,
        "status": check.status,
        "missing": list(check.missing),
        "drift": [record(evidence.drift[d]) for d in check.drift if d in evidence.drift],
        "against": list(check.against),
        "judgement": _judgement(check.claim, evidence),
        "observed": _observed(check, evidence),
    }


def _judgement(claim: str, evidence: Evidence) -> dict[str, Any] | None:
    """Write what a judgement rests on, each premise with how it stands; null for what is no judgement."""
    one = rests(evidence.claims[claim], evidence)
    if one is None:
        return None
    premises = [
        {
            **record(each.premise),
            "text": each.words,
            "status": each.status,
            "against": list(each.against),
        }
        for each in one.premises
    ]
    return {
        "author": one.told.author,
        "word": record(one.told.word),
        "icd203": one.term,
        "premises": premises,
        "absent": one.told.absent,
        "warnings": list(one.warnings),
    }


def _observed(check: Check, evidence: Evidence) -> list[dict[str, Any]] | None:
    """Write what is in hand beside a claim; None where no track, picture or list is in hand."""
    held = evidence.observed
    if not held.counts:
        return None
    return [
        {
            **record(one),
            "id": one.id,
            "files": [record(exhibit) for exhibit in held.exhibits.get(one.observation, ())],
            "synthetic": held.is_invented(one.observation),
        }
        for one in check.observed
    ]
