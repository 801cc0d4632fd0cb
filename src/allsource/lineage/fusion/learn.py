"""What do the claims teach about their sources?

In turns: which values are probable, how often each source is right, and who depends on whom, each from
the two others. The first turn takes all sources for independent and equally good. The turns are few and
fixed in number; dependence is learned in the first of them and then held, so that it cannot feed on
its own conclusions.

It fails where most of what is said in a field is wrong in one way: then the wrong value is believed.
"""

from dataclasses import dataclass

import numpy as np

from allsource.lineage.fusion.arrays import Floats, Ints, Table
from allsource.lineage.fusion.copying import Dependence, agreement, dependence
from allsource.lineage.fusion.discount import Edges, Links, independence, rank
from allsource.lineage.fusion.guard import majority
from allsource.lineage.fusion.posterior import implied, posterior, scores, weights
from allsource.lineage.fusion.reliability import reliability
from allsource.lineage.fusion.settings import Settings

__all__ = ["Learned", "learn"]

_DEPENDENCE_TURNS = 8


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned of the sources of a table.

    Args:
        accuracy: (sources, fields) share of claims that are right.
        dependence: which sources depend on each other where they speak of the same.
        overall: the same over all slots of which both speak, whatever they mean by them.
        place: (sources,) who goes first among undated claims.
        truth: (values,) probability that each is the true one.
        counted: (claims,) how far each is one of its own.
    """

    accuracy: Floats
    dependence: Dependence
    overall: Dependence
    place: Floats
    truth: Floats
    counted: Floats


def learn(
    table: Table,
    settings: Settings,
    edges: Edges | None = None,
    together: Ints | None = None,
) -> Learned:
    """Learn from a table of claims.

    Args:
        table: of claims.
        settings: what is assumed.
        edges: hops that are known.
        together: (claims,) slots before fields were divided, ascending.
    """
    accuracy = np.full((table.sources, table.fields), settings.accuracy)
    known, found, place = Dependence.none(), Links.none(), np.zeros(table.sources)
    counted = hopped = independence(table, found, np.empty(0), place, edges, settings.novel)
    facts = agreement(table, hopped, settings.widest)
    truth = majority(table, counted)
    for turn in range(settings.rounds):
        if turn < _DEPENDENCE_TURNS:
            known = dependence(table, facts, truth, accuracy, counted, settings.copying)
            found = Links(facts.first, facts.second, facts.pair)
        weight = weights(accuracy.ravel()[table.cell], table.strength, settings.false_values)
        place = rank(table, _mean_weight(accuracy, settings))
        taken = known.probability * known.rate
        counted = independence(table, found, taken, place, edges, settings.novel)
        score = scores(table, weight * counted)
        truth = posterior(table, score, settings.false_values)
        accuracy = reliability(table, implied(table, truth), counted, settings.pooled)
    overall = known
    if together is not None:
        facts = agreement(table, hopped, settings.widest, together)
        overall = dependence(table, facts, truth, accuracy, counted, settings.copying)
    return Learned(accuracy, known, overall, place, truth, counted)


def _mean_weight(accuracy: Floats, settings: Settings) -> Floats:
    plain = np.ones(accuracy.shape)
    return np.asarray(weights(accuracy, plain, settings.false_values).mean(axis=1))
