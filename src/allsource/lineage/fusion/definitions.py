"""Do the sources of a field speak of one thing, or of several under one name?

"Departure" is the moment of leaving the gate to some and of leaving the ground to others. Sources are
joined by average linkage while they give equal numbers for a good half of what both speak of; two
groups stay apart only where they differ mostly to one side, as definitions do and errors do not. Each
group is a *definition*; the field is then judged as so many fields, one for each.

It fails where two definitions give equal numbers mostly, where one source changes between them, and for
words: what looks like a definition there may be copies of one error, so words are never divided.
"""

from collections.abc import Sequence

import numpy as np

from allsource.lineage.fusion.arrays import Bools, Floats, Ints, Table, tally
from allsource.lineage.fusion.contrasts import Contrast, contrasts
from allsource.lineage.fusion.settings import Settings

__all__ = ["definitions", "estimated", "groups"]

_LEAST_SHARED = 10
"""A pair with fewer slots in common tells nothing."""
_KNOWN_WELL = 50
"""Beyond so many common slots a pair counts no more than another."""
_LEAST_PART = 1e-3
"""A source that only copies still goes where it belongs, but draws nobody with it."""
_EXACT = 0.1
"""A field in which a smaller share of claims meets an equal one holds estimates."""
_LEAST_CLAIMS = 30
"""A group with fewer claims is no definition of its own."""


def estimated(table: Table, counted: Floats) -> Bools:
    """Say which fields hold numbers of which independent sources hardly ever give the same.

    Args:
        table: of claims.
        counted: (claims,) how far each is one of its own.
    """
    kept = np.where(table.denies, 0.0, counted)
    fields = table.fields
    numbers = tally(table.field[table.value_slot], ~np.isnan(table.low), fields)
    values = np.bincount(table.field[table.value_slot], minlength=fields)
    equal = _met(kept, table.value, table.field[table.value_slot], fields)
    both = _met(kept, table.slot, table.field, fields)
    return np.asarray((numbers == values) & (equal < _EXACT * np.maximum(both, 1e-12)))


def _met(counted: Floats, group: Ints, field: Ints, fields: int) -> Floats:
    """Add up, by field, the pairs of claims of their own that stand in one group."""
    total = tally(group, counted, len(field))
    alone = tally(group, counted**2, len(field))
    return tally(field, total**2 - alone, fields)


def definitions(table: Table, settings: Settings, whole: Bools, counted: Floats) -> Ints:
    """Give the definition that each source follows in each field.

    Args:
        table: of claims.
        settings: with what share of equal and one-sided differences groups are told apart.
        whole: (fields,) those that are not divided.
        counted: (claims,) how far each is one of its own: copies make no definition.

    Returns:
        (sources, fields) 0 for the definition of most claims.
    """
    follows = np.zeros((table.sources, table.fields), dtype=np.int64)
    own = tally(table.cell, counted, table.sources * table.fields).reshape(follows.shape)
    for field, found in contrasts(table, settings.widest).items():
        if whole[field]:
            continue
        for number, members in enumerate(groups(found, own[found.speakers, field], settings)):
            follows[found.speakers[members], field] = number
    return follows


def groups(found: Contrast, own: Floats, settings: Settings) -> list[list[int]]:
    """Group the speakers of one field, the group with most claims of its own first.

    Args:
        found: how their numbers compare.
        own: (speakers,) claims that are each one's own.
        settings: with what shares groups are told apart.
    """
    part = np.maximum(own / np.maximum(found.claims, 1), _LEAST_PART)
    known = np.where(found.shared < _LEAST_SHARED, 0.0, np.minimum(found.shared, _KNOWN_WELL))
    known = known * np.outer(part, part)
    alike = (found.equal + 0.5) / (found.shared + 1) * known
    joined = _linked(alike, known, settings.alike)
    joined.sort(key=lambda group: -round(own[group].sum(), 6))
    apart: list[list[int]] = []
    for group in joined:
        small = found.claims[group].sum() < _LEAST_CLAIMS
        home = next((one for one in apart if not _shifted(found, one, group, settings)), None)
        if apart and (small or home is not None):
            (home if home is not None else apart[0]).extend(group)
        else:
            apart.append(list(group))
    return sorted(apart, key=lambda group: -round(own[group].sum(), 6))


def _linked(alike: Floats, known: Floats, least: float) -> list[list[int]]:
    """Join the two groups that are most alike, until none are enough."""
    alike, known = alike.copy(), known.copy()
    members: list[list[int]] = [[i] for i in range(len(alike))]
    np.fill_diagonal(known, 0.0)
    np.fill_diagonal(alike, 0.0)
    while len(members) > 1:
        share = np.where(known > 0, alike / np.maximum(known, 1e-12), -1.0)
        one, other = sorted(divmod(int(np.argmax(np.round(share, 9))), len(share)))
        if share[one, other] < least:
            break
        for sums in (alike, known):
            sums[one] += sums[other]
            sums[:, one] += sums[:, other]
            sums[one, one] = 0.0
        alike, known = _without(alike, other), _without(known, other)
        members[one] += members.pop(other)
    return members


def _without(square: Floats, place: int) -> Floats:
    return np.asarray(np.delete(np.delete(square, place, axis=0), place, axis=1))


def _shifted(found: Contrast, one: Sequence[int], other: Sequence[int], settings: Settings) -> bool:
    """Say whether two groups differ more often than not, and mostly to one side."""
    between = np.ix_(one, other)
    told = found.shared[between] >= _LEAST_SHARED
    shared = found.shared[between][told].sum()
    differing = shared - found.equal[between][told].sum()
    if shared < _LEAST_SHARED or differing <= shared / 2:
        return False
    above = found.above[between][told].sum()
    most = max(above, differing - above)
    return bool((most + 1) / (differing + 2) >= settings.shifted)
