"""How are credits and changes told on sentences written by hand?

Two sets, each cut in two by the sha256 of a text before anything was scored: ``credits.yaml``, whom
a page credits, and ``drift.yaml``, what changed from one sentence to its retelling. In the second
both pages go through the extractor of claims, so a change may be missed there.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import yaml
from bench.newsrooms.tally import Tally

from allsource.claims.extract import extract
from allsource.evidence.read import read
from allsource.lineage.credits import credits_of
from allsource.lineage.drift import drifts
from allsource.lineage.outlets import same_outlet
from allsource.lineage.statements import sayings
from allsource.model.claim import Claim
from allsource.model.span import Span

__all__ = ["credited", "drifted", "half"]

_HERE = Path(__file__).parent
_BRACES = re.compile(r"\{(.*?)\}")


def half(text: str) -> str:
    """Say to which half a case belongs.

    Example:
        >>> half("a"), half("b")
        ('dev', 'reported')
    """
    return "reported" if int(hashlib.sha256(text.encode()).hexdigest()[0], 16) % 2 else "dev"


def credited(part: str) -> Tally:
    """Score the outlets credited in one half of ``credits.yaml``."""
    total = Tally()
    for case in _cases("credits.yaml"):
        if half(case["text"]) == part:
            outlet = case.get("outlet", "Quay Herald")
            (document,) = read("case.txt", case["text"].encode(), outlet=outlet).documents
            known = [outlet, *case.get("held", [])]
            found = credits_of(document, extract(document), known)
            told = sorted({credit.name for credit in found if credit.how != "mention"})
            total += _compared(case["text"], told, case["credits"])
    return total


def _compared(text: str, told: list[str], true: list[str]) -> Tally:
    right = [name for name in told if any(same_outlet(name, one) for one in true)]
    found = [one for one in true if any(same_outlet(name, one) for name in told)]
    misses = [f"missed {one}: {text}" for one in true if one not in found]
    misses += [f"too many {name}: {text}" for name in told if name not in right]
    return Tally(len(found), len(found) + len(told) - len(right), len(true), misses)


def drifted(part: str) -> dict[str, Tally]:
    """Score the changes told in one half of ``drift.yaml``, by kind.

    Changes of pairs of which a claim was not extracted are missed, and stand under ``not extracted``.
    """
    tallies: dict[str, Tally] = {}
    for case in _cases("drift.yaml"):
        if half(case["child"]) != part:
            continue
        parent, others = _claim(case["parent"], "a.txt", "2031-06-01")
        child, more = _claim(case["child"], "b.txt", "2031-06-03")
        if parent is None or child is None:
            missed = Tally(0, 0, len(case["changes"]), [f"not extracted: {case}"])
            tallies["not extracted"] = tallies.get("not extracted", Tally())
            tallies["not extracted"] += missed
            continue
        said, _ = sayings([*others, *more])
        rows = drifts(child, parent, said)
        told, true = {row.change for row in rows}, set(case["changes"])
        for kind in told | true:
            verdict = {(True, False): "too many", (False, True): "missed"}.get(
                (kind in told, kind in true)
            )
            words = [f"{row.before!r} -> {row.after!r}" for row in rows if row.change == kind]
            shown = f"{verdict} {kind} {words}: {case['parent']} => {case['child']}"
            tally = Tally(
                int(verdict is None),
                int(kind in told),
                int(kind in true),
                [shown] if verdict else [],
            )
            tallies[kind] = tallies.get(kind, Tally())
            tallies[kind] += tally
    return tallies


def _claim(marked: str, path: str, day: str) -> tuple[Claim | None, tuple[Claim, ...]]:
    """Give the claim whose proposition lies most in the braces, and all claims of the page."""
    match = _BRACES.search(marked)
    if match is None:
        raise ValueError(f"no braces in {marked!r}; mark the claim that is compared")
    text = marked.replace("{", "").replace("}", "")
    (document,) = read(path, text.encode(), published=day).documents
    claims = extract(document)
    place = Span(match.start(), match.start() + len(match[1]))
    rows = [(_overlap(claim, place), claim.id, claim) for claim in claims]
    best = max(rows, default=(0, "", None), key=lambda row: row[:2])
    return (best[2] if best[0] > 0 else None), claims


def _overlap(claim: Claim, place: Span) -> int:
    return min(claim.proposition.end, place.end) - max(claim.proposition.start, place.start)


def _cases(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))
    return cases
