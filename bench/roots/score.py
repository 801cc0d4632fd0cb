"""How right is what is said of the groups? Counts every measure of ROOTS-news.

Relations are counted between articles on topic alone, since those off topic have no labels of edges.
``wide`` pairs are those joined or made from one report outside the group: an article that copies
another and one that copies the same report look alike in the text. Roots are sorted over the articles
for the claim that have a settled root. The number of roots is held against the highest that the
labels allow (roots that may be one count apart), and groups without an article for the claim have none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bench.newsrooms.tally import Tally
from bench.roots.model import Labels, Place
from bench.roots.overlap import BCubed
from bench.roots.record import Record, of_labels
from bench.roots.rules import counted
from bench.roots.told import Told

__all__ = ["Scores", "add"]

ONE = 1.5
"""Fewer effective roots than this are told as one."""


@dataclass(slots=True)
class Scores:
    """What was counted over some groups.

    Args:
        pairs: articles joined, whichever was first.
        wide: the same, or both made from one report outside the group.
        directed: edges with their direction.
        direction: pairs rightly joined whose direction is settled and told: is it the right one?
        told_direction: pairs rightly joined whose direction is settled: is any told?
        kinds: kind of the edges that are right.
        families: articles by what joins them.
        roots: articles for the claim by root.
        kin: the same by family, as if each family had one root of its own.
        kin_count: groups whose number of such families is that of the roots within one.
        found: articles for the claim in which a claim was found.
        listed: groups whose number of roots in all clusters of the claim is told within one.
        effective: groups whose main cluster has effective roots within one.
        exact: groups where these come to the number, rounded.
        inside: groups whose main cluster has an interval that holds the number.
        covered: articles for the claim that are in the main cluster.
        one: groups of several articles and one root: most articles are in the main cluster, and
            it is told to have one origin.
        about_one: the same where it has fewer effective roots than ``ONE``.
    """

    pairs: Tally = field(default_factory=Tally)
    wide: Tally = field(default_factory=Tally)
    directed: Tally = field(default_factory=Tally)
    direction: Tally = field(default_factory=Tally)
    told_direction: Tally = field(default_factory=Tally)
    kinds: Tally = field(default_factory=Tally)
    families: BCubed = field(default_factory=BCubed)
    roots: BCubed = field(default_factory=BCubed)
    kin: BCubed = field(default_factory=BCubed)
    kin_count: Tally = field(default_factory=Tally)
    found: Tally = field(default_factory=Tally)
    listed: Tally = field(default_factory=Tally)
    effective: Tally = field(default_factory=Tally)
    exact: Tally = field(default_factory=Tally)
    inside: Tally = field(default_factory=Tally)
    covered: Tally = field(default_factory=Tally)
    one: Tally = field(default_factory=Tally)
    about_one: Tally = field(default_factory=Tally)


def add(scores: Scores, labels: Labels[Place], told: Told) -> None:
    """Hold what is said of a group against its settled labels.

    Args:
        scores: gets the counts.
        labels: settled.
        told: by the product or a baseline.
    """
    gold = of_labels(labels)
    _relations(scores, gold, told.record)
    rooted = {a for a, roots in gold.roots.items() if not any(r.startswith("open:") for r in roots)}
    scores.roots.add({a: told.record.roots[a] for a in rooted}, {a: gold.roots[a] for a in rooted})
    families = told.record.families
    scores.kin.add({a: families[a] for a in rooted}, {a: gold.roots[a] for a in rooted})
    scores.found += _of(len(told.found), len(gold.roots))
    if gold.roots:
        _counts(scores, labels, gold, told)


def _relations(scores: Scores, gold: Record, told: Record) -> None:
    for tally, wanted, found in (
        (scores.pairs, gold.pairs, told.pairs),
        (scores.wide, gold.pairs | gold.siblings, told.pairs | told.siblings),
        (scores.directed, gold.edges.keys(), told.edges.keys()),
    ):
        _add(tally, len(wanted & found), len(found), len(wanted))
    both = [edge for edge in gold.edges if frozenset(edge) in told.pairs]
    right = [edge for edge in both if edge in told.edges]
    any_told = sum(edge in told.edges or edge[::-1] in told.edges for edge in both)
    scores.direction += _of(len(right), any_told)
    scores.told_direction += _of(any_told, len(both))
    scores.kinds += _of(sum(gold.edges[e] == told.edges[e] for e in right), len(right))
    scores.families.add(told.families, gold.families)


def _counts(scores: Scores, labels: Labels[Place], gold: Record, told: Told) -> None:
    _, high, whole = counted(labels)
    scores.listed += _of(int(abs(told.record.count - high) <= 1), 1)
    scores.effective += _of(int(abs(told.effective - high) <= 1), 1)
    scores.exact += _of(int(round(told.effective) == high), 1)
    scores.inside += _of(int(told.ends[0] <= high <= told.ends[1]), 1)
    families = {told.record.families[article] for article in gold.roots}
    scores.kin_count += _of(int(abs(len(families) - high) <= 1), 1)
    scores.covered += _of(told.covered, len(gold.roots))
    if len(gold.roots) > 1:
        one = whole and high == 1
        most = 2 * told.covered > len(gold.roots)
        for tally, called in (
            (scores.one, most and told.same_origin),
            (scores.about_one, most and told.effective < ONE),
        ):
            _add(tally, int(one and called), int(called), int(one))


def _add(tally: Tally, right: int, told: int, true: int) -> None:
    tally += Tally(right, told, true)


def _of(right: int, total: int) -> Tally:
    return Tally(right, total, total)
