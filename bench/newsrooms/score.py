"""How well is a world traced, from bytes to drift?

The whole pipeline of ``allsource trace`` runs on the world's folder: reading, claims, lineage. Edges
count from a probability above one half. A change counts against the states of the two claims it was
told of: it is right where they are tellings of one fact that differ in just that way, so a change
told between a retelling and its grandparent can be right too. A change is found where any row tells
it of that claim. The same is asked of ``drifts`` alone, given the true pairs.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.newsrooms.facts import KINDS, changes
from bench.newsrooms.match import matched, places
from bench.newsrooms.tally import Tally, bcubed
from bench.newsrooms.truth import Truth, load

from allsource.claims.extract import extract
from allsource.evidence.read import read_input
from allsource.evidence.walk import walk
from allsource.lineage.credits import credits_of
from allsource.lineage.drift import drifts
from allsource.lineage.groups import Groups
from allsource.lineage.outlets import same_outlet
from allsource.lineage.statements import sayings
from allsource.lineage.trace import trace
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.failure import Failure
from allsource.model.lineage import Lineage

__all__ = ["Scores", "score"]


@dataclass(slots=True)
class Scores:
    """What was counted over some worlds.

    Args:
        documents: read.
        seconds: of extraction, and of tracing.
        extracted: claims of the truth that were extracted.
        edges: between articles.
        remote: edges told that lead to an article from which the child was made at any remove.
        families: B-cubed precision and recall of each world's articles, put together where edges
            of one half and more join them, whatever their direction.
        kinds: kinds of the right edges.
        roots: B-cubed precision and recall of each world.
        counts: facts whose number of roots is told within one.
        effective: facts whose effective roots are within one of the number of roots.
        drift: changes by kind, end to end.
        paired: changes by kind, the true pairs given.
        credits: outlets credited.
    """

    documents: int = 0
    seconds: list[float] = field(default_factory=lambda: [0.0, 0.0])
    extracted: Tally = field(default_factory=Tally)
    edges: Tally = field(default_factory=Tally)
    remote: Tally = field(default_factory=Tally)
    families: list[tuple[float, float]] = field(default_factory=list)
    kinds: Tally = field(default_factory=Tally)
    roots: list[tuple[float, float]] = field(default_factory=list)
    counts: Tally = field(default_factory=Tally)
    effective: Tally = field(default_factory=Tally)
    drift: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    paired: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    credits: Tally = field(default_factory=Tally)


@dataclass(frozen=True, slots=True)
class _World:
    truth: Truth
    names: dict[str, str]
    documents: list[Document]
    claims: list[Claim]
    lineage: Lineage
    found: dict[str, Claim]


def score(folder: Path, scores: Scores) -> None:
    """Trace the world of a folder and add what is counted.

    Args:
        folder: as ``folder.write`` leaves it.
        scores: gets the counts.
    """
    inputs = [one for one in walk(folder / "articles") if not isinstance(one, Failure)]
    documents = [d for one in inputs for d in read_input(one).documents]
    truth = load(folder)
    start = time.perf_counter()
    claims = [claim for document in documents for claim in extract(document)]
    middle = time.perf_counter()
    lineage = trace(documents, claims)
    scores.seconds[0] += middle - start
    scores.seconds[1] += time.perf_counter() - middle
    names = places(truth, documents)
    found = matched(truth, names, claims)
    world = _World(truth, names, documents, claims, lineage, found)
    scores.documents += len(documents)
    scores.extracted += Tally(len(found), len(found), len(truth.claims))
    _edges(world, scores)
    _roots(world, scores)
    _drift(world, scores)
    _paired(world, scores)
    _credits(world, scores)


def _edges(world: _World, scores: Scores) -> None:
    names, truth = world.names, world.truth
    gold = {(a.id, parent): kind for a in truth.articles for parent, kind in a.parents.items()}
    told = {
        (names[hop.child], names[hop.parent]): hop.kind
        for hop in world.lineage.hops
        if hop.child in names and hop.parent in names and hop.probability > 0.5
    }
    right = gold.keys() & told.keys()
    misses = [f"edge missed {edge} {gold[edge]}" for edge in sorted(gold.keys() - right)]
    misses += [f"edge too many {edge} {told[edge]}" for edge in sorted(told.keys() - right)]
    scores.edges += Tally(len(right), len(told), len(gold), misses)
    kin = {a.id: truth.ancestors(a.id) for a in truth.articles}
    near = sum(parent in kin[child] for child, parent in told)
    scores.remote += Tally(near, len(told), len(told))
    tied = [
        (names[hop.child], names[hop.parent])
        for hop in world.lineage.hops
        if hop.child in names and hop.parent in names and hop.probability >= 0.5
    ]
    scores.families.append(bcubed(_families(names, tied), _families(names, gold)))
    same = sum(gold[edge] == told[edge] for edge in right)
    wrong = [f"kind of {e}: {told[e]}, is {gold[e]}" for e in sorted(right) if gold[e] != told[e]]
    scores.kinds += Tally(same, len(right), len(right), wrong)


def _families(names: Mapping[str, str], edges: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give the family of each article: all that edges join, named after one of them."""
    family = Groups(names.values())
    for child, parent in edges:
        family.join(child, parent)
    return {name: family.first(name) for name in names.values()}


def _roots(world: _World, scores: Scores) -> None:
    told = {c: root.id for k in world.lineage.clusters for root in k.roots for c in root.claims}
    cluster = {c: k for k in world.lineage.clusters for c in k.claims}
    gold = {one.id: one.root for one in world.truth.claims if one.id in world.found}
    found = {name: told[world.found[name].id] for name in gold}
    scores.roots.append(bcubed(found, gold))
    facts: dict[str, list[str]] = defaultdict(list)
    for one in world.truth.claims:
        if one.id in world.found:
            facts[one.fact].append(one.id)
    for fact, members in sorted(facts.items()):
        true = len({gold[name] for name in members})
        count = len({found[name] for name in members})
        near = abs(true - count) <= 1
        miss = [] if near else [f"roots of {fact}: told {count}, there are {true}"]
        scores.counts += Tally(int(near), 1, 1, miss)
        best = max(
            (cluster[world.found[name].id] for name in members),
            key=lambda k: (sum(world.found[n].id in k.claims for n in members), k.id),
        )
        near = abs(true - best.effective_roots) <= 1
        scores.effective += Tally(int(near), 1, 1)


def _drift(world: _World, scores: Scores) -> None:
    by_claim = {claim.id: name for name, claim in world.found.items()}
    of = {one.id: one for one in world.truth.claims}
    rows: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for row in world.lineage.drift:
        if row.child in by_claim and row.parent in by_claim:
            child, parent = of[by_claim[row.child]], of[by_claim[row.parent]]
            true = child.fact == parent.fact and row.change in changes(child.state, parent.state)
            rows[child.id, row.change].append(true)
            if not true:
                words = f"{row.change}: {row.before!r} -> {row.after!r}"
                pair = f"{parent.sentence} => {child.sentence}"
                scores.drift[row.change].misses.append(f"drift too many {words} ({pair})")
    for (_, change), all_true in rows.items():
        scores.drift[change] += Tally(int(all(all_true)), 1, found=0)
    for one in world.truth.claims:
        for change in one.changes:
            if one.id in world.found and one.parent in world.found:
                told = (one.id, change) in rows
                missed = [] if told else [f"drift missed {change}: {one.sentence}"]
                scores.drift[change] += Tally(0, 0, 1, missed, found=int(told))


def _paired(world: _World, scores: Scores) -> None:
    said, _ = sayings(world.claims)
    of = {one.id: one for one in world.truth.claims}
    for one in world.truth.claims:
        if one.parent is None or not {one.id, one.parent} <= world.found.keys():
            continue
        rows = drifts(world.found[one.id], world.found[one.parent], said)
        told, true = {row.change for row in rows}, set(one.changes)
        for change in told | true:
            words = [f"{r.before!r} -> {r.after!r}" for r in rows if r.change == change]
            shown = f"{change} {words} ({of[one.parent].sentence} => {one.sentence})"
            right = change in told and change in true
            verdict = "too many" if change in told else "missed"
            scores.paired[change] += Tally(
                int(right),
                int(change in told),
                int(change in true),
                [] if right else [f"pair {verdict} {shown}"],
            )


def _credits(world: _World, scores: Scores) -> None:
    outlets = sorted({d.outlet for d in world.documents if d.outlet})
    claims: Mapping[str, list[Claim]] = defaultdict(list)
    for claim in world.claims:
        claims[claim.document.id].append(claim)
    by_id = {one.id: one for one in world.truth.articles}
    for document in world.documents:
        article = by_id[world.names[document.id]]
        true = {one.outlet for one in article.credits if one.outlet != article.outlet}
        told = {
            credit.name
            for credit in credits_of(document, claims[document.id], outlets)
            if credit.how != "mention"
        }
        right = {name for name in told if any(same_outlet(name, one) for one in true)}
        missed = [one for one in true if not any(same_outlet(name, one) for name in told)]
        misses = [f"credit missed {article.id} {name}" for name in sorted(missed)]
        misses += [f"credit too many {article.id} {name}" for name in sorted(told - right)]
        hits = len(true) - len(missed)
        scores.credits += Tally(hits, hits + len(told - right), len(true), misses)
