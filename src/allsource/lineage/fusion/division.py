"""How does a table look when each definition of a field is a field of its own?

The claims of a slot whose sources follow different definitions become several slots. Which of them
answers what was asked is decided in ``asked``.
"""

from dataclasses import dataclass

import numpy as np

from allsource.lineage.fusion.arrays import Bools, Floats, Ints, Relations, Table

__all__ = ["Division", "divide", "take"]


@dataclass(frozen=True, slots=True)
class Division:
    """A table divided by definitions.

    Args:
        table: the divided one.
        slot_of: (divided slots,) slot that each was.
        field_of: (divided fields,) field that each was.
        number_of: (divided fields,) number of the definition in its field.
        value_of: (divided values,) value that each was.
        claim_of: (claims,) claim that each was.
    """

    table: Table
    slot_of: Ints
    field_of: Ints
    number_of: Ints
    value_of: Ints
    claim_of: Ints

    def at(self) -> Ints:
        """Give the divided slot of each (slot, definition), -1 where nobody states it."""
        slots = int(self.slot_of.max(initial=-1)) + 1
        place = np.full((slots, int(self.number_of.max(initial=0)) + 1), -1)
        place[self.slot_of, self.number_of[self.table.field]] = np.arange(self.table.slots)
        return place


def divide(table: Table, follows: Ints) -> Division:
    """Divide the fields of a table by definitions.

    Args:
        table: of claims.
        follows: (sources, fields) definition that each source follows.
    """
    many = follows.max(axis=0, initial=0) + 1
    start = np.cumsum(many) - many
    number = follows[table.source, table.field[table.slot]]
    order = np.lexsort((table.denies, table.source, table.value, number, table.slot))
    slot, number = table.slot[order], number[order]
    fresh = np.r_[True, (np.diff(slot) != 0) | (np.diff(number) != 0)]
    value = table.value[order]
    other = fresh | np.r_[True, np.diff(value) != 0]
    new_slot, new_value = np.cumsum(fresh) - 1, np.cumsum(other) - 1
    divided = Table(
        slot=new_slot,
        value=new_value,
        source=table.source[order],
        strength=table.strength[order],
        retracted=table.retracted[order],
        when=table.when[order],
        denies=table.denies[order],
        established=table.established[order],
        value_slot=new_slot[other],
        number=table.number[value[other]],
        low=table.low[value[other]],
        high=table.high[value[other]],
        field=start[table.field[slot[fresh]]] + number[fresh],
        sources=table.sources,
        fields=int(many.sum()),
        relations=_related(table.relations, value[other], number[other]),
    )
    fields = np.repeat(np.arange(table.fields), many)
    return Division(
        divided, slot[fresh], fields, np.arange(many.sum()) - start[fields], value[other], order
    )


def _related(old: Relations, value: Ints, number: Ints) -> Relations:
    """Carry relations over to each pair of divided values under one definition."""
    if not len(old.broader):
        return old
    key = {
        (v, n): place
        for place, (v, n) in enumerate(zip(value.tolist(), number.tolist(), strict=True))
    }
    found = [
        (key[b, n], key[v, n], share)
        for b, v, share in zip(
            old.broader.tolist(), old.narrower.tolist(), old.share.tolist(), strict=True
        )
        for n in sorted(set(number.tolist()))
        if (b, n) in key and (v, n) in key
    ]
    columns = list(zip(*found, strict=True)) or [(), (), ()]
    return Relations(
        np.array(columns[0], np.int64), np.array(columns[1], np.int64), np.array(columns[2], float)
    )


def take(table: Table, slots: Ints) -> tuple[Table, Ints, Ints]:
    """Give the part of a table that speaks of some slots.

    Args:
        table: of claims.
        slots: ascending.

    Returns:
        The part, the claim that each of its claims was, and the value that each of its values was.
    """
    new = np.full(table.slots, -1)
    new[slots] = np.arange(len(slots))
    claims = np.flatnonzero(new[table.slot] >= 0)
    values = np.flatnonzero(new[table.value_slot] >= 0)
    place = np.full(table.values, -1)
    place[values] = np.arange(len(values))
    near = table.relations
    kept = place[near.broader] >= 0 if len(near.broader) else np.zeros(0, bool)
    part = Table(
        slot=new[table.slot[claims]],
        value=place[table.value[claims]],
        source=table.source[claims],
        strength=table.strength[claims],
        retracted=table.retracted[claims],
        when=table.when[claims],
        denies=table.denies[claims],
        established=table.established[claims],
        value_slot=new[table.value_slot[values]],
        number=table.number[values],
        low=table.low[values],
        high=table.high[values],
        field=table.field[slots],
        sources=table.sources,
        fields=table.fields,
        relations=Relations(
            place[near.broader[kept]], place[near.narrower[kept]], _share(near.share, kept)
        ),
    )
    return part, claims, values


def _share(share: Floats, kept: Bools) -> Floats:
    return np.asarray(share[kept])
