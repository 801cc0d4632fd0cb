"""What is probably true, and how many roots stand behind it?

The whole of the model, from a table of claims to what is told of each slot. Sources are judged on a
sample of slots, drawn by a hash of their names so that it does not depend on their order; all slots
are then worked through in parts, so memory stays bounded. See the modules beside this one for each
step: ``definitions``, ``learn``, ``asked``, ``discount``, ``posterior``, ``guard``, ``answers``.

It fails where what is learned on the sample does not hold for the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from allsource.lineage.fusion.answers import Masses, Usual, masses, usual, with_estimates
from allsource.lineage.fusion.arrays import Bools, Floats, Ints, Table, tally
from allsource.lineage.fusion.asked import Asked, Elsewhere, asked
from allsource.lineage.fusion.definitions import definitions, estimated
from allsource.lineage.fusion.discount import Edges, independence, links
from allsource.lineage.fusion.division import Division, divide, take
from allsource.lineage.fusion.effective import effective_roots
from allsource.lineage.fusion.guard import majority, stacked
from allsource.lineage.fusion.learn import Learned, learn
from allsource.lineage.fusion.located import Scales, locate, scales
from allsource.lineage.fusion.posterior import implied, posterior, scores, weights
from allsource.lineage.fusion.settings import Settings

__all__ = ["Model", "fused", "judge", "sample"]

_FIRST = 3
"""Rounds of a first look, before fields are divided."""
_PART = 500_000
"""Claims that are worked through at once."""


@dataclass(frozen=True, slots=True)
class Model:
    """All that was learned of the sources.

    Args:
        settings: what was assumed.
        follows: (sources, fields) definition that each follows.
        sample: the divided sample it was learned from.
        learned: accuracies and dependence.
        asked: which definition was asked for.
        usual: distances and errors of numbers.
        part: (divided fields,) the model's part in the mixture with the majority.
        estimates: (divided fields,) numbers that are estimated, not stated.
        scales: biases and errors of estimates.
        claims: (sources,) how many each made.
    """

    settings: Settings
    follows: Ints
    sample: Division
    learned: Learned
    asked: Asked
    usual: Usual
    part: Floats
    estimates: Bools
    scales: Scales
    claims: Ints


def sample(table: Table, digest: Ints, most: int) -> Ints:
    """Draw slots, so that no source is judged by few claims that has many.

    Args:
        table: of claims.
        digest: (slots,) a number for each that depends on its name alone.
        most: claims in them, about.

    Returns:
        Slots, ascending: of each source those with the smallest numbers.
    """
    if table.claims <= most:
        return np.arange(table.slots)
    order = np.lexsort((digest[table.slot], table.source))
    counts = np.bincount(table.source, minlength=table.sources)
    start = np.cumsum(counts) - counts
    nth = np.arange(table.claims) - start[table.source[order]]
    size = np.bincount(table.slot, minlength=table.slots)
    each = int(counts.max())
    while each > 50:
        chosen = np.unique(table.slot[order[nth < each]])
        if size[chosen].sum() <= most:
            return chosen
        each = each * 2 // 3
    return chosen


def judge(
    table: Table,
    settings: Settings,
    *,
    edges: Edges | None = None,
    anchors: Bools | None = None,
    record: Elsewhere | None = None,
) -> Model:
    """Learn all that is needed of the sources.

    Args:
        table: of claims, or a sample of it; a retracted claim still tells of its source.
        settings: what is assumed.
        edges: hops that are known.
        anchors: (sources,) those that are primary by their role.
        record: of the sources on other material.
    """
    first = learn(table, replace(settings, rounds=_FIRST), edges)
    estimates = estimated(table, first.counted)
    follows = definitions(table, settings, estimates, first.counted)
    division = divide(table, follows)
    known = _carried(division, edges)
    together = division.slot_of[division.table.slot]
    learned = learn(division.table, settings, known, together)
    chosen = asked(division, learned, settings, anchors, record)
    numbers = usual(division, learned, chosen, settings.tolerance)
    part = np.ones(division.table.fields)
    if settings.guard:
        part = _part(division.table, learned, settings)
    estimates = estimates[division.field_of]
    part[estimates] = 1.0
    inner, held = _estimates(division.table, estimates)
    sizes = scales(inner, learned.counted[held], anchors)
    claims = np.bincount(table.source, minlength=table.sources)
    return Model(
        settings, follows, division, learned, chosen, numbers, part, estimates, sizes, claims
    )


def _estimates(table: Table, estimates: Bools) -> tuple[Table, Ints]:
    """Give the part of a table that holds estimates, and which claims they are."""
    inner, claims, _ = take(table, np.flatnonzero(estimates[table.field]))
    return inner, claims


def _part(table: Table, learned: Learned, settings: Settings) -> Floats:
    accuracy = learned.accuracy.ravel()[table.cell]
    weight = weights(accuracy, table.strength, settings.false_values) * learned.counted
    score = scores(table, weight)
    return stacked(table, score, weight, accuracy, learned.counted, settings.false_values)


def _carried(division: Division, edges: Edges | None) -> Edges | None:
    """Give the hops between divided claims."""
    if edges is None:
        return None
    place = np.empty(len(division.claim_of), dtype=np.int64)
    place[division.claim_of] = np.arange(len(place))
    return Edges(place[edges.child], place[edges.parent], edges.probability)


def fused(table: Table, model: Model, edges: Edges | None = None) -> Iterator[Masses]:
    """Work through all slots, in parts.

    Args:
        table: of claims.
        model: what was learned of the sources.
        edges: hops that are known.

    Yields:
        Where the probability of the slots of each part lies.
    """
    size = np.bincount(table.slot, minlength=table.slots)
    part_of = np.cumsum(size) // _PART
    for part in np.unique(part_of):
        slots = np.flatnonzero(part_of == part)
        inner, claims, values = take(table, slots)
        found = _worked(inner, model, _inside(edges, claims, table.claims))
        stated = np.where(found.value >= 0, values[np.maximum(found.value, 0)], -1)
        yield replace(found, slot=slots[found.slot], value=stated)


def _inside(edges: Edges | None, claims: Ints, total: int) -> Edges | None:
    if edges is None:
        return None
    place = np.full(total, -1)
    place[claims] = np.arange(len(claims))
    child, parent = place[edges.child], place[edges.parent]
    kept = (child >= 0) & (parent >= 0)
    return Edges(child[kept], parent[kept], edges.probability[kept])


def _worked(table: Table, model: Model, edges: Edges | None) -> Masses:
    """Fuse the claims of one part."""
    division = divide(table, model.follows)
    inner, learned, settings = division.table, model.learned, model.settings
    known = _carried(division, edges)
    found = links(inner, learned.dependence, settings.widest)
    taken = learned.dependence.probability * learned.dependence.rate
    own = independence(inner, found, taken, learned.place, known, settings.novel)
    strength = np.where(inner.retracted, 0.0, inner.strength)
    weight = weights(learned.accuracy.ravel()[inner.cell], strength, settings.false_values)
    score = scores(inner, weight * own)
    truth = posterior(inner, score, settings.false_values, settings.temper)
    heads = majority(inner, np.where(inner.retracted, 0.0, own))
    share = model.part[inner.field[inner.value_slot]]
    truth = share * truth + (1 - share) * heads
    roots = effective_roots(inner, found, learned.dependence, learned.place, known, settings.novel)
    if settings.testable:
        roots = _shown(roots, inner, own * (model.claims[inner.source] >= settings.testable))
    numbers, claims = _estimates(inner, model.estimates)
    where = locate(numbers, np.where(numbers.retracted, 0.0, own[claims]), model.scales)
    exact = masses(division, truth, implied(inner, truth), roots, model.asked, model.usual)
    slots = division.slot_of[np.flatnonzero(model.estimates[inner.field])]
    sums = tuple(tally(inner.value_slot, one)[model.estimates[inner.field]] for one in roots)
    return with_estimates(exact, slots, where, (sums[0], sums[1], sums[2]))


def _shown(
    roots: tuple[Floats, Floats, Floats], table: Table, tested: Floats
) -> tuple[Floats, Floats, Floats]:
    """Lower the least number of roots to what was put to a test; one root there always is."""
    expected, least, most = roots
    shown = np.maximum(tally(table.value, tested, len(expected)), 1.0)
    return expected, np.minimum(least, shown), most
