"""Which extracted claim is which claim of the truth?

The one of the same article whose proposition shares most letters with the words of the truth, at
least half of them, and holds its figure where it has one. It fails where a claim was not extracted,
which is counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bench.newsrooms.truth import Told, Truth

from allsource.model.claim import Claim
from allsource.model.document import Document

__all__ = ["matched", "places"]


def places(truth: Truth, documents: Sequence[Document]) -> dict[str, str]:
    """Give the article of each document id."""
    by_path = {one.path: one.id for one in truth.articles}
    return {document.id: by_path[document.path.rpartition("/")[2]] for document in documents}


def matched(truth: Truth, names: dict[str, str], claims: Sequence[Claim]) -> dict[str, Claim]:
    """Give the extracted claim of each claim of the truth that has one.

    Args:
        truth: of the world.
        names: article by document id.
        claims: all that were extracted.
    """
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[names[claim.document.id]].append(claim)
    found = {}
    for told in truth.claims:
        rows = [_shared(told, claim) for claim in by_article[told.article]]
        best = max(rows, default=(0, "", None), key=lambda row: row[:2])
        if best[2] is not None and 2 * best[0] >= len(told.words):
            found[told.id] = best[2]
    return found


def _shared(told: Told, claim: Claim) -> tuple[int, str, Claim | None]:
    start = claim.document.text.find(told.words)
    if start < 0:
        return 0, claim.id, None
    end = start + len(told.words)
    shared = min(end, claim.proposition.end) - max(start, claim.proposition.start)
    value = told.state.value
    holds = value is None or any(
        end is not None and end in (value, value * 1e6)
        for quantity in claim.quantities
        for end in (quantity.low, quantity.high)
    )
    return max(0, shared) + (len(told.words) if holds and shared > 0 else 0), claim.id, claim
