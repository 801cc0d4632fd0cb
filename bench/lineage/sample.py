"""How much of the sample case's key does the tracing find, from bytes to conflicts?

The whole pipeline runs on the bundled articles; what it finds is held against
``truth.json``. An edge is right when child and parent are; a claim of the key is
matched to the extracted claim of the same article whose proposition shares most
characters with the key's quotation (and holds its number, if it has one). Roots
are scored as a partition (B-cubed F1 over matched claims), so that labels do not
matter. A conflict is found when one between the same numbers of the same
articles has one of its classes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from bench.frozen import Row

from allsource import sample
from allsource.claims.extract import extract
from allsource.estimation.conflict import conflicts
from allsource.estimation.series import series
from allsource.evidence.read import read_input
from allsource.evidence.walk import walk
from allsource.lineage.trace import trace
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.failure import Failure
from allsource.model.lineage import Lineage
from allsource.model.numbers import Conflict
from allsource.sample import Truth
from allsource.sample._truth import Statement

__all__ = ["measure"]

Place = tuple[str, float | None]
"""An article and a number told in it."""


def measure(*, errors: bool) -> list[Row]:
    """Score the sample case; with ``errors`` print each miss."""
    with sample.folder() as folder:
        inputs = [found for found in walk(folder) if not isinstance(found, Failure)]
        documents = [d for one in inputs for d in read_input(one).documents]
    claims = [claim for document in documents for claim in extract(document)]
    lineage = trace(documents, claims)
    found = conflicts(series(claims, lineage), claims, documents)
    key = sample.truth()
    matched = {s.id: c for s in key.claims if (c := _match(s, claims, documents)) is not None}
    return [
        *_edges(key, lineage, documents, errors=errors),
        *_roots(key, lineage, matched),
        *_drift(key, lineage, matched, errors=errors),
        *_conflicts(key, found, {c.id: c for c in claims}, matched, errors=errors),
    ]


def _place(document: Document) -> str:
    """Name a document as the key does: a file, or a record of the feed counted from 0."""
    name, _, line = document.path.rpartition("/")[2].partition("#")
    return f"{name}#{int(line) - 1}" if line else name


def _edges(
    key: Truth, lineage: Lineage, documents: Sequence[Document], *, errors: bool
) -> list[Row]:
    names = {document.id: _place(document) for document in documents}
    gold = {(e.child, e.parent): e.kind for e in key.edges if e.parent in set(names.values())}
    found = {
        (names[hop.child], names[hop.parent]): hop.kind
        for hop in lineage.hops
        if hop.child in names and hop.parent in names and hop.probability > 0.5
    }
    right = gold.keys() & found.keys()
    if errors:
        print("edges missed", *sorted(gold.keys() - right), sep="\n  ")
        print("edges too many", *sorted(found.keys() - right), sep="\n  ")
    return [
        _row("edges between articles, precision", len(right), len(found)),
        _row("edges between articles, recall", len(right), len(gold)),
        _row("kind of the edges found", sum(gold[e] == found[e] for e in right), len(right)),
    ]


def _match(
    statement: Statement, claims: Sequence[Claim], documents: Sequence[Document]
) -> Claim | None:
    """Give the extracted claim that is the key's."""
    place = statement.file if statement.record is None else f"{statement.file}#{statement.record}"
    names = {document.id: _place(document) for document in documents}
    wanted = {statement.low, statement.high} - {None}
    rows = []
    for claim in (c for c in claims if names[c.document.id] == place):
        start = claim.document.text.find(statement.quote)
        end = start + len(statement.quote)
        shared = min(end, claim.proposition.end) - max(start, claim.proposition.start)
        told = any(wanted & {q.low, q.high} for q in claim.quantities)
        if start >= 0 and shared > 0 and (told or not wanted):
            rows.append((shared, claim.id, claim))
    return max(rows, key=lambda row: row[:2])[2] if rows else None


def _roots(key: Truth, lineage: Lineage, matched: Mapping[str, Claim]) -> list[Row]:
    """Score roots as a partition of the claims that were matched."""
    root_of = {c: root.id for k in lineage.clusters for root in k.roots for c in root.claims}
    gold = {s.id: s.root for s in key.claims if s.root and s.id in matched}
    found = {name: root_of[matched[name].id] for name in gold}
    precision = _bcubed(found, gold)
    recall = _bcubed(gold, found)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return [
        _row("claims of the key that were extracted", len(matched), len(key.claims)),
        {"name": "sample case", "metric": "roots, B-cubed F1", "value": round(100 * f1, 1), "n": len(gold)},
    ]  # fmt: skip


def _bcubed(one: Mapping[str, object], other: Mapping[str, object]) -> float:
    """Of those that ``one`` puts together, how many does ``other``, on average?"""
    shares = []
    for name in one:
        same = [n for n in one if one[n] == one[name]]
        shares.append(sum(other[n] == other[name] for n in same) / len(same))
    return sum(shares) / len(shares) if shares else 0.0


def _drift(
    key: Truth, lineage: Lineage, matched: Mapping[str, Claim], *, errors: bool
) -> list[Row]:
    names = {claim.id: name for name, claim in matched.items()}
    gold = {(d.child, d.parent, d.change) for d in key.drift}
    found = {
        (names[d.child], names[d.parent], d.change)
        for d in lineage.drift
        if d.child in names and d.parent in names
    }
    if errors:
        print("drift missed", *sorted(gold - found), sep="\n  ")
        print("drift not in the key", *sorted(found - gold), sep="\n  ")
    return [_row("drift between claims of the key, recall", len(gold & found), len(gold))]


def _number(claim: Claim, quantity: int) -> float | None:
    of = claim.quantities[quantity]
    return of.low if of.low is not None else of.high


def _told(statement: Statement, claim: Claim) -> Place:
    """Give the article and the number of a claim of the key."""
    return claim.document.id, statement.low if statement.low is not None else statement.high


def _conflicts(
    key: Truth,
    found: Sequence[Conflict],
    claims: Mapping[str, Claim],
    matched: Mapping[str, Claim],
    *,
    errors: bool,
) -> list[Row]:
    statements = {statement.id: statement for statement in key.claims}
    by_pair: dict[frozenset[Place], set[str]] = {}
    for one in found:
        pair = frozenset(
            (claims[p.claim].document.id, _number(claims[p.claim], p.quantity))
            for p in (one.left, one.right)
        )
        by_pair.setdefault(pair, set()).update(one.classes)
    right = 0
    for wanted in key.conflicts:
        ends = [_told(statements[name], matched[name]) for name in wanted.claims if name in matched]
        told = set().union(
            *(by_pair.get(frozenset(p), set()) for p in combinations(ends, 2)), set()
        )
        right += bool(told & set(wanted.classes))
        if errors and not told & set(wanted.classes):
            print("conflict missed", wanted.claims, wanted.classes, "told", sorted(told))
    true = sum("true conflict" in one.classes for one in key.conflicts)
    told_true = sum("true conflict" in one.classes for one in found)
    return [
        _row("conflicts of the key told with their class", right, len(key.conflicts)),
        {"name": "sample case", "metric": f"true conflicts told (the key has {true})", "value": told_true, "n": len(found)},
    ]  # fmt: skip


def _row(metric: str, right: int, total: int) -> Row:
    value = round(100 * right / total, 1) if total else 0.0
    return {"name": "sample case", "metric": metric, "value": value, "n": total}
