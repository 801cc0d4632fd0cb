"""What does the product say of a group?

The articles of a group are written to a folder as files of text, without dates, and read, extracted and
traced as ``allsource trace`` does; with the outlets that are given, or without any. Two articles are joined by a hop of one half or more,
with a direction above one half (below, the product says that it cannot tell who was first); siblings
are articles with such hops to one report that is not in hand.

**Which of its claims is the group's?** Each article for the claim has a *carrier*, found in one of two
ways: *placed*, the product's claim whose proposition shares most characters with the words where, as
settled, the article first states the claim; or *asked*, the one whose statement holds most of the
stemmed content words of the claim's sentence, ``LEAST`` of them or more. The clusters of the carriers,
taken together, are the claim's. An article rests on the roots that its claims have in them; one
without a carrier has a root of its own. The *main* cluster is that with the most such articles: its
effective roots are the product's number.

Where it fails: asked, a claim in quite other words is not found, and one on another matter in the same
words is taken for it. Placed, only the first statement of an article counts. Which articles are for the
claim is given either way, as it is to no user.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.roots.record import Record, together

from allsource.claims.extract import extract
from allsource.evidence.read import read_input
from allsource.evidence.walk import walk
from allsource.lineage.statements import sayings
from allsource.lineage.trace import trace
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.failure import Failure
from allsource.model.lineage import Lineage
from allsource.model.span import Span

__all__ = ["LEAST", "Told", "Traced"]

LEAST = 1 / 3
"""A claim that holds less of the sentence's words is not taken for it."""

NEAR = 0.5
"""Hops from here join; above it they have a direction."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a group.

    Args:
        record: relations and roots.
        found: articles for the claim in which a claim was found.
        carriers: the words of that claim.
        effective: how many independent roots stand behind the main cluster.
        ends: the least and the most of them.
        covered: how many articles for the claim are in the main cluster.
        same_origin: the main cluster is told to have one origin.
    """

    record: Record
    found: frozenset[str]
    carriers: Mapping[str, str]
    effective: float
    ends: tuple[float, float]
    covered: int
    same_origin: bool


class Traced:
    """A group as the product has read and traced it.

    Args:
        texts: the articles by number.
        outlets: whose article it is, by number, as far as that is given.
    """

    def __init__(self, texts: Mapping[str, str], outlets: Mapping[str, str]) -> None:
        documents = _read(texts, outlets)
        self.names = {d.id: d.path.removesuffix(".txt") for d in documents}
        self.claims = [claim for document in documents for claim in extract(document)]
        self.lineage: Lineage = trace(documents, self.claims)
        self.at = {claim.id: self.names[claim.document.id] for claim in self.claims}

    def placed(self, places: Mapping[str, tuple[int, int]]) -> dict[str, Claim]:
        """The claim of each article at some words of it.

        Args:
            places: where the words stand, by article.
        """
        best: dict[str, tuple[int, int, str, Claim]] = {}
        for claim in self.claims:
            article = self.at[claim.id]
            start, end = places.get(article, (0, 0))
            mine = claim.proposition
            shared = min(mine.end, end) - max(mine.start, start)
            if shared > 0:
                row = (shared, mine.start - mine.end, claim.id, claim)
                best[article] = max(best.get(article, row), row, key=lambda one: one[:3])
        return {article: row[3] for article, row in best.items()}

    def asked(self, sentence: str, articles: Collection[str]) -> dict[str, Claim]:
        """The claim of each article that is most like a sentence.

        Args:
            sentence: what is sought.
            articles: numbers of those that are looked at.
        """
        whole = Span(0, len(sentence))
        asked = Claim(Document("doc_asked", "", "asked", sentence, "text", language="en"), whole, whole)  # fmt: skip
        said, _ = sayings([*self.claims, asked])
        wanted = said[asked.id].stems
        best: dict[str, tuple[float, int, str, Claim]] = {}
        for claim in self.claims:
            article = self.at[claim.id]
            share = len(wanted & said[claim.id].stems) / len(wanted)
            if article in articles and share >= LEAST:
                row = (share, -len(claim.statement), claim.id, claim)
                best[article] = max(best.get(article, row), row, key=lambda one: one[:3])
        return {article: row[3] for article, row in best.items()}

    def told(
        self, carriers: Mapping[str, Claim], on_topic: Collection[str], for_it: Collection[str]
    ) -> Told:
        """What is said of the group, given which claim of each article is the group's.

        Args:
            carriers: that claim, by article; absent where there is none.
            on_topic: numbers of the articles whose relations are wanted.
            for_it: numbers of the articles that are for the claim.
        """
        chosen = {claim.id for claim in carriers.values()}
        clusters = [one for one in self.lineage.clusters if chosen & set(one.claims)]
        roots: dict[str, set[str]] = defaultdict(set)
        for cluster in clusters:
            for root in cluster.roots:
                for claim in root.claims:
                    roots[self.at[claim]].add(root.id)
        rests = {a: frozenset(roots[a] if a in carriers else {f"not found:{a}"}) for a in for_it}
        record = replace(_relations(self.lineage, self.names, frozenset(on_topic)), roots=rests)
        words = {article: claim.statement for article, claim in carriers.items()}
        found = frozenset(carriers)
        if not clusters:
            return Told(record, found, words, 0.0, (0.0, 0.0), 0, same_origin=False)
        sizes = {k.id: len({self.at[c] for c in k.claims} & carriers.keys()) for k in clusters}
        main = max(clusters, key=lambda k: (sizes[k.id], k.id))
        return Told(
            record,
            found,
            words,
            main.effective_roots,
            main.effective_roots_interval,
            sizes[main.id],
            main.status == "same origin",
        )


def _read(texts: Mapping[str, str], outlets: Mapping[str, str]) -> Sequence[Document]:
    """The documents of a folder that holds the articles and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in texts.items():
            (Path(folder) / f"{number}.txt").write_bytes(text.encode())
        inputs = [one for one in walk(Path(folder)) if not isinstance(one, Failure)]
        return [
            document
            for one in inputs
            for document in read_input(one, outlet=outlets.get(one.path.stem)).documents
        ]


def _relations(lineage: Lineage, names: Mapping[str, str], kept: frozenset[str]) -> Record:
    """Hops between articles, and to reports that are not in hand."""
    edges: dict[tuple[str, str], str] = {}
    pairs: list[tuple[str, str]] = []
    reports: dict[str, list[str]] = defaultdict(list)
    for hop in lineage.hops:
        child, parent = names.get(hop.child), names.get(hop.parent)
        if child not in kept or hop.probability < NEAR:
            continue
        if parent is None:
            reports[hop.parent].append(child)
        elif parent in kept:
            pairs.append((child, parent))
            if hop.probability > NEAR:
                edges[child, parent] = "primary" if hop.kind == "primary_source" else hop.kind
    return Record(kept, edges, together(pairs), together(reports.values()))
