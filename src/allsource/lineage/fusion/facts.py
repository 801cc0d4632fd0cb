"""What do statements and known hops make probable?

The front of the room: nouns in, nouns out. For millions of claims use ``Columns``, ``judge`` and
``fused`` instead, which make no object for each.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from allsource.lineage.fusion.calibration import AS_IS, Calibration
from allsource.lineage.fusion.columns import Columns, Names
from allsource.lineage.fusion.discount import Edges
from allsource.lineage.fusion.fuse import fused, judge
from allsource.lineage.fusion.record import SourceRecord, carried, records
from allsource.lineage.fusion.settings import Settings
from allsource.lineage.fusion.statement import Bounds, Derivation, Statement, Within
from allsource.lineage.fusion.telling import Copying, Definition, FusedSlot, copying, defined, told
from allsource.lineage.fusion.when import moment

__all__ = ["DEFAULT", "Fusion", "facts"]

DEFAULT = Settings()
"""The settings that the command line uses."""


@dataclass(frozen=True, slots=True)
class Fusion:
    """All that is told of some statements.

    Args:
        slots: what is probably true of each, by name.
        copying: which sources depend on each other.
        definitions: of fields by which sources mean different things.
        records: of the sources.
    """

    slots: tuple[FusedSlot, ...]
    copying: tuple[Copying, ...]
    definitions: tuple[Definition, ...]
    records: tuple[SourceRecord, ...]


def facts(
    statements: Sequence[Statement],
    *,
    derivations: Iterable[Derivation] = (),
    within: Iterable[Within] = (),
    anchors: Iterable[str] = (),
    record: Iterable[SourceRecord] = (),
    settings: Settings = DEFAULT,
    calibration: Calibration = AS_IS,
) -> Fusion:
    """Fuse statements.

    Args:
        statements: in any order.
        derivations: hops that are known between them.
        within: values that lie within others.
        anchors: names of sources that are primary by their role.
        record: of sources on other material; those of one source are added up.
        settings: what is assumed.
        calibration: how far probabilities are believed.

    Raises:
        ValueError: a time is no date, or a number is not finite.

    Example:
        >>> said = [Statement("Bridge/length", s, 40.0) for s in ("Survey", "Gazette")]
        >>> found = facts([*said, Statement("Bridge/length", "Courier", 44.0)])
        >>> found.slots[0].values[0].value, found.slots[0].median
        ('40', 40.0)
    """
    if not statements:
        return Fusion((), (), (), ())
    columns, rows = Columns(), dict[str, int]()
    for one in statements:
        rows[one.id] = _taken(columns, one)
    for inner in within:
        columns.narrower(inner.slot, inner.broader, inner.value, inner.share)
    table, names = columns.table()
    edges = _edges(derivations, rows, names, len(columns))
    primary = set(anchors)
    by_role = np.array([name in primary for name in names.sources])
    elsewhere = carried(tuple(record), table, names)
    model = judge(
        table, settings, edges=edges, anchors=by_role if by_role.any() else None, record=elsewhere
    )
    slots = [
        slot
        for found in fused(table, model, edges)
        for slot in told(found, table, names, model, calibration)
    ]
    return Fusion(tuple(slots), copying(model, names), defined(model, names), records(model, names))


def _taken(columns: Columns, one: Statement) -> int:
    """Take in one statement."""
    value, low, high, number = one.value, None, None, None
    if isinstance(value, Bounds):
        low, high = value.low, value.high
        word = f"{'' if low is None else format(low, '.10g')}..{'' if high is None else format(high, '.10g')}"  # fmt: skip
    elif isinstance(value, str):
        word = value
    else:
        number, word = float(value), f"{value:.10g}"
    if any(end is not None and not np.isfinite(end) for end in (number, low, high)):
        raise ValueError(f"{one.source} on {one.slot}: {value} is no finite number")
    return columns.add(
        one.slot,
        one.source,
        word,
        number=number,
        low=low,
        high=high,
        when=moment(one.time) if one.time else None,
        strength=one.strength,
        denies=one.denied,
        retracted=one.retracted,
        established=one.established,
    )


def _edges(
    derivations: Iterable[Derivation], rows: Mapping[str, int], names: Names, total: int
) -> Edges | None:
    """Give the hops between claims that stand in the table."""
    place = np.full(total, -1)
    place[names.row] = np.arange(len(names.row))
    hops = [
        (int(place[rows[one.child]]), int(place[rows[one.parent]]), one.probability)
        for one in derivations
        if one.child in rows and one.parent in rows
    ]
    kept = [hop for hop in hops if hop[0] >= 0 and hop[1] >= 0]
    return Edges.of(kept) if kept else None
