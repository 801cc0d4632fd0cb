"""How good is a source's record, and why is it said to be?

For each source: of how many claims that could be checked against what others say, how many were right,
field by field. A claim is checked against the value believed of its slot, with its probability; a claim
that is the only one of its slot is not checked; a claim taken from another counts for its source all
the same, since it printed it. The rate is drawn towards that of all sources, and its interval is that
of a beta law. A record may be carried to other material (``judge`` takes it), which needs no label.

It fails where all sources of a field are wrong together: agreement is not truth.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from allsource.lineage.fusion.arrays import Table, tally
from allsource.lineage.fusion.asked import Elsewhere, choice, standings
from allsource.lineage.fusion.columns import Names
from allsource.lineage.fusion.fuse import Model

__all__ = ["FieldRecord", "SourceRecord", "carried", "records"]

_PRIOR = 5.0
"""Checked claims that the rate of all sources counts for."""


@dataclass(frozen=True, slots=True)
class FieldRecord:
    """A source's record in one field.

    Args:
        field: its name.
        right: claims that agree with what is believed.
        checked: claims that could be checked.
        as_asked: the source means by the field what was asked for.
    """

    field: str
    right: float
    checked: int
    as_asked: bool


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source's record.

    Args:
        source: its name.
        right: claims that agree with what is believed.
        checked: claims that could be checked.
        rate: share of right ones, drawn towards that of all sources.
        interval: it lies in here with a probability of about 0.9.
        own: share of its claims that are its own, as far as copying shows.
        fields: the same by field.
    """

    source: str
    right: float
    checked: int
    rate: float
    interval: tuple[float, float]
    own: float
    fields: tuple[FieldRecord, ...]

    @property
    def why(self) -> str:
        """Say in a sentence what the rate rests on.

        Example:
            >>> SourceRecord("Gazette", 45.2, 50, 0.9, (0.82, 0.96), 0.4, ()).why
            'of 50 claims that others speak of too, about 45 agree with what is believed; 40 in a hundred of its claims are its own'
        """
        return (
            f"of {self.checked} claims that others speak of too, about {self.right:.0f} agree with "
            f"what is believed; {100 * self.own:.0f} in a hundred of its claims are its own"
        )


def records(model: Model, names: Names) -> tuple[SourceRecord, ...]:
    """Give the record of every source, by name.

    Args:
        model: what was learned of the sources.
        names: what its numbers stand for.
    """
    division, table = model.sample, model.sample.table
    found, chosen = (
        standings(division, model.learned),
        choice(division.field_of, model.asked.weight),
    )
    right, seen = found.hits[:, chosen], found.seen[:, chosen]
    mean = float(right.sum() / max(seen.sum(), 1.0))
    own = tally(table.source, model.learned.counted, table.sources)
    own /= np.maximum(np.bincount(table.source, minlength=table.sources), 1)
    means = found.roots[:, chosen] > 0
    told = []
    for source, name in enumerate(names.sources):
        hits, count = float(right[source].sum()), float(seen[source].sum())
        fields = tuple(
            FieldRecord(
                field=names.fields[division.field_of[one]],
                right=round(float(right[source, place]), 1),
                checked=int(seen[source, place]),
                as_asked=bool(means[source, place]),
            )
            for place, one in enumerate(chosen.tolist())
            if seen[source, place] > 0
        )
        told.append(_record(name, hits, count, mean, round(float(own[source]), 3), fields))
    return tuple(sorted(told, key=lambda one: one.source))


def carried(told: Sequence[SourceRecord], table: Table, names: Names) -> Elsewhere | None:
    """Carry records to other material: field by field, and as a whole where a field is new.

    Args:
        told: records from elsewhere; those of one source are added up.
        table: of the claims they are carried to.
        names: what its numbers stand for.
    """
    if not told:
        return None
    source = {name: place for place, name in enumerate(names.sources)}
    field = {name: place for place, name in enumerate(names.fields)}
    here = np.zeros((2, table.sources, table.fields))
    whole = np.zeros((2, table.sources, 1))
    for one in told:
        if one.source in source:
            whole[:, source[one.source], 0] += (one.right, one.checked)
            for part in one.fields:
                if part.field in field:
                    here[:, source[one.source], field[part.field]] += (part.right, part.checked)
    right, checked = np.where(here[1] > 0, here, whole)
    return Elsewhere(right, checked)


def _record(
    name: str, hits: float, count: float, mean: float, own: float, fields: tuple[FieldRecord, ...]
) -> SourceRecord:
    rate = (hits + _PRIOR * mean) / (count + _PRIOR)
    ends = _interval(rate, count + _PRIOR)
    return SourceRecord(name, round(hits, 1), int(count), round(rate, 3), ends, own, fields)


def _interval(rate: float, count: float) -> tuple[float, float]:
    """Give the ends of nine tenths of a beta law, by Wilson's formula."""
    z = 1.6449
    middle = (rate + z * z / (2 * count)) / (1 + z * z / count)
    half = z * sqrt(rate * (1 - rate) / count + z * z / (4 * count * count))
    half /= 1 + z * z / count
    return round(max(middle - half, 0.0), 3), round(min(middle + half, 1.0), 3)
