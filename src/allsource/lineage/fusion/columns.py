"""How are claims taken in, one at a time, without an object for each?

``Columns`` keeps each distinct slot, source and value once and a row of numbers for each claim; ten
million claims take about 400 MB. ``table`` sorts them into a ``Table``. Sources are numbered by what
they say, not by their names or by when they came, so that the same claims under other names, in
another order or in several parts give the same table.

Where one source says the same of one slot twice it counts once; where it says something else later,
the later word stands; where it says several things at once, each has its part of one claim.
"""

from array import array
from dataclasses import dataclass
from hashlib import blake2b
from math import inf, isnan, nan

import numpy as np

from allsource.lineage.fusion.arrays import Bools, Floats, Ints, Relations, Table

__all__ = ["Columns", "Names"]

_SEPARATOR = "/"
"""What stands after the last one in the name of a slot is its field."""

_Key = str | float | tuple[float | None, float | None]
_MASK = (1 << 64) - 1


def _digest(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())


@dataclass(frozen=True, slots=True)
class Names:
    """What the numbers of a table stand for.

    Args:
        slots: of each slot.
        sources: of each source.
        fields: of each field.
        values: each distinct value as it is written.
        written: (values of the table,) which of them each is.
        row: (claims of the table,) the row of the columns that each came from.
        digest: (slots,) a number for each slot that depends on its name alone.
    """

    slots: list[str]
    sources: list[str]
    fields: list[str]
    values: list[str]
    written: Ints
    row: Ints
    digest: Ints


class Columns:
    """Claims as they come in.

    Example:
        >>> columns = Columns()
        >>> columns.add("Harbour/depth", "Survey", "14", number=14.0)
        0
        >>> columns.add("Harbour/depth", "Gazette", "14.0", number=14.0)
        1
        >>> table, names = columns.table()
        >>> table.values, names.fields, [names.values[i] for i in names.written]
        (1, ['depth'], ['14'])
    """

    def __init__(self) -> None:
        self._slots: dict[str, int] = {}
        self._sources: dict[str, int] = {}
        self._values: dict[_Key, int] = {}
        self._written: list[str] = []
        self._numbers, self._low, self._high = array("d"), array("d"), array("d")
        self._narrower: list[tuple[int, int, int, float]] = []
        self._slot, self._source, self._value = array("i"), array("i"), array("i")
        self._strength, self._when = array("f"), array("d")
        self._denies, self._retracted = array("b"), array("b")
        self._established = array("b")

    def __len__(self) -> int:
        return len(self._slot)

    def add(
        self,
        slot: str,
        source: str,
        value: str,
        *,
        number: float | None = None,
        low: float | None = None,
        high: float | None = None,
        when: float | None = None,
        strength: float = 1.0,
        denies: bool = False,
        retracted: bool = False,
        established: bool = True,
    ) -> int:
        """Take in one claim.

        Args:
            slot: what it speaks of; what stands after the last slash is the field.
            source: who says it.
            value: what is said, as it is written.
            number: the value as a number, where it is one: equal numbers are one value.
            low: lower bound, for "at least" and ranges; ``number`` is None then.
            high: upper bound.
            when: time of the claim, on any one scale.
            strength: 1 for a plain claim, less for a hedged one.
            denies: it says that this is not the value.
            retracted: its source has taken it back.
            established: that it is no copy of another is not wholly unknown.

        Returns:
            The row of the claim.
        """
        bounds = None if low is None and high is None else (low, high)
        known = self._known(value, number, bounds)
        self._slot.append(self._slots.setdefault(slot, len(self._slots)))
        self._source.append(self._sources.setdefault(source, len(self._sources)))
        self._value.append(known)
        self._strength.append(strength)
        self._when.append(inf if when is None or isnan(when) else when)
        self._denies.append(denies)
        self._retracted.append(retracted)
        self._established.append(established)
        return len(self._slot) - 1

    def narrower(self, slot: str, broader: str, value: str, share: float = 1.0) -> None:
        """Say that a value of a slot lies within a broader one: a city in a country.

        Args:
            slot: of which both are values.
            broader: claims for it speak in part for the other, and not against it.
            value: the narrower one.
            share: how much of their weight it gets, 0 to 1.
        """
        place = self._slots.setdefault(slot, len(self._slots))
        pair = self._known(broader, None, None), self._known(value, None, None)
        self._narrower.append((place, *pair, share))

    def _known(
        self, value: str, number: float | None, bounds: tuple[float | None, float | None] | None
    ) -> int:
        """Give the number of a distinct value."""
        key = bounds or (value if number is None else number + 0.0)
        known = self._values.setdefault(key, len(self._values))
        if known == len(self._written):
            low, high = bounds or (number, number)
            self._written.append(value)
            self._numbers.append(nan if number is None else number)
            self._low.append(_end(low, -inf, bounds))
            self._high.append(_end(high, inf, bounds))
        elif value < self._written[known]:
            self._written[known] = value
        return known

    def table(self) -> tuple[Table, Names]:
        """Sort the claims into a table.

        Raises:
            ValueError: there are none.
        """
        if not len(self):
            raise ValueError("no claims to sort")
        slots, slot_order = _sorted(list(self._slots))
        slot = slot_order[np.frombuffer(self._slot, np.int32)]
        value = self._ranks()[np.frombuffer(self._value, np.int32)]
        digest = np.array([_digest(name) & (_MASK >> 1) for name in slots], dtype=np.int64)
        row, part = self._last_words(slot, value)
        numbered, sources = self._numbered(slot[row], value[row], row, digest)
        final = np.lexsort((numbered, self._denied()[row], value[row], slot[row]))
        row, part, source = row[final], part[final], numbered[final]
        fields, field = np.unique([_field(name) for name in slots], return_inverse=True)
        group = np.r_[True, (np.diff(slot[row]) != 0) | (np.diff(value[row]) != 0)]
        of_value = np.cumsum(group) - 1
        written = np.frombuffer(self._value, np.int32)[row][group].astype(np.int64)
        table = Table(
            slot=slot[row],
            value=of_value,
            source=source,
            strength=np.frombuffer(self._strength, np.float32)[row].astype(float) * part,
            retracted=np.frombuffer(self._retracted, np.int8)[row].astype(bool),
            when=np.frombuffer(self._when, float)[row],
            denies=self._denied()[row],
            established=np.frombuffer(self._established, np.int8)[row].astype(bool),
            value_slot=slot[row][group],
            number=np.frombuffer(self._numbers, float)[written],
            low=np.frombuffer(self._low, float)[written],
            high=np.frombuffer(self._high, float)[written],
            field=field.astype(np.int64),
            sources=len(sources),
            fields=len(fields),
            relations=self._relations(slot_order, slot[row][group], written),
        )
        names = Names(slots, sources, fields.tolist(), self._written, written, row, digest)
        return table, names

    def _relations(self, slot_order: Ints, value_slot: Ints, written: Ints) -> Relations:
        """Find the values within bounds, and those told to lie within another."""
        place = {
            key: at
            for at, key in enumerate(zip(value_slot.tolist(), written.tolist(), strict=True))
        }
        found = {
            (place[slot, broader], place[slot, value]): share
            for old, broader, value, share in self._narrower
            for slot in (int(slot_order[old]),)
            if (slot, broader) in place and (slot, value) in place
        } if self._narrower else {}  # fmt: skip
        low = np.frombuffer(self._low, float)[written]
        high = np.frombuffer(self._high, float)[written]
        for at in np.flatnonzero(low < high).tolist():
            first, last = np.searchsorted(value_slot, [value_slot[at], value_slot[at] + 1])
            inside = (low[first:last] == high[first:last]) & (low[first:last] >= low[at])
            inside &= high[first:last] <= high[at]
            found |= {(at, first + i): 1.0 for i in np.flatnonzero(inside).tolist()}
        pairs = sorted(found)
        return Relations(
            np.array([one for one, _ in pairs], np.int64),
            np.array([other for _, other in pairs], np.int64),
            np.array([found[pair] for pair in pairs], float),
        )

    def _ranks(self) -> Ints:
        """Number the distinct values in an order that does not depend on when they came."""
        numbers = np.frombuffer(self._numbers, float)
        words = sorted(range(len(numbers)), key=lambda i: (numbers[i] if not isnan(numbers[i]) else inf, self._written[i]))  # fmt: skip
        ranks = np.empty(len(words), dtype=np.int64)
        ranks[words] = np.arange(len(words))
        return ranks

    def _denied(self) -> Bools:
        return np.frombuffer(self._denies, np.int8).astype(bool)

    def _numbered(self, slot: Ints, value: Ints, row: Ints, digest: Ints) -> tuple[Ints, list[str]]:
        """Number the sources by what they say, those who say most first."""
        raw = np.frombuffer(self._source, np.int32)[row]
        words = np.array([_digest(self._written[i]) for i in np.argsort(self._ranks())], np.uint64)
        mixed = digest.astype(np.uint64)[slot] ^ words[value] * np.uint64(0x9E3779B97F4A7C15)
        mixed = (mixed ^ self._denied()[row]) * np.uint64(0xD6E8FEB86659FD93)
        prints = np.zeros(len(self._sources), np.uint64)
        np.add.at(prints, raw, mixed)
        names = list(self._sources)
        counts = np.bincount(raw, minlength=len(names))
        order = sorted(range(len(names)), key=lambda i: (-counts[i], int(prints[i]), names[i]))
        ranks = np.empty(len(names), dtype=np.int64)
        ranks[order] = np.arange(len(names))
        return ranks[raw], [names[i] for i in order]

    def _last_words(self, slot: Ints, value: Ints) -> tuple[Ints, Floats]:
        """Give the rows that stand, and the part of one claim that each has."""
        when = np.frombuffer(self._when, float)
        when = np.where(np.isinf(when), -inf, when)
        denies, source = self._denied(), np.frombuffer(self._source, np.int32)
        strength = np.frombuffer(self._strength, np.float32)
        settled = np.frombuffer(self._established, np.int8)
        order = np.lexsort((settled, -strength, -when, denies, value, source, slot))
        same = np.r_[False, np.ones(len(order) - 1, dtype=bool)]
        for column in (slot, source, value, denies):
            same[1:] &= column[order][1:] == column[order][:-1]
        order = order[~same]
        fresh = (np.diff(slot[order]) != 0) | (np.diff(source[order]) != 0)
        holder = np.r_[0, np.cumsum(fresh)]
        latest = np.full(holder[-1] + 1, -inf)
        np.maximum.at(latest, holder, when[order])
        stands = when[order] == latest[holder]
        order, holder = order[stands], holder[stands]
        return order, 1.0 / np.bincount(holder)[holder]


def _sorted(words: list[str]) -> tuple[list[str], Ints]:
    order = sorted(range(len(words)), key=words.__getitem__)
    ranks = np.empty(len(words), dtype=np.int64)
    ranks[order] = np.arange(len(words))
    return [words[i] for i in order], ranks


def _end(end: float | None, none: float, bounds: tuple[float | None, float | None] | None) -> float:
    if end is not None:
        return end
    return nan if bounds is None else none


def _field(slot: str) -> str:
    return slot.rpartition(_SEPARATOR)[2] if _SEPARATOR in slot else ""
