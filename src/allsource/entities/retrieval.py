"""Which of a million names may be the one that is looked for?

An inverted index over the keys of names (``keys``), held in a few numpy arrays. A part of the name that is looked
for counts once for each record that it meets, by the best key it meets it under and by how rare that key is; what
a record has besides is taken off, so that a record of the same few parts comes before a longer one. The
records with the most are the candidates; ``match`` then says how probable each is.

It fails for names made of very common parts alone where more records than are asked for bear exactly them.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from allsource.entities.keys import QUALITIES, Keys, keys_of
from allsource.entities.name import Kind, read_name
from allsource.errors import InputError

__all__ = ["Candidate", "NameIndex"]

_BLOCK = 200_000
"""Records whose keys are sorted at a time."""

_COMMON = 1 / 50
"""A key of one letter less, or of consonants, that more of the records have is left out of a search."""

_BESIDES = 0.25
"""How much of what a record has besides is taken off."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be the one.

    Args:
        place: of the record in the list that was indexed, from 0.
        weight: how much meets, as a share of all that was looked for.
    """

    place: int
    weight: float


class NameIndex:
    """Names laid out for finding.

    Args:
        keys: hashed, in order.
        starts: where the records of each key start in ``records``, and the end of the last.
        records: places of records, by key.
        worth: what all parts of each record are worth.

    Example:
        >>> index = NameIndex.build(["Anna Vell", "Bert Orlan", "Ivan Schukow"])
        >>> [one.place for one in index.find("SHUKOV, Ivan", 1)]
        [2]
    """

    def __init__(
        self,
        keys: NDArray[np.uint32],
        starts: NDArray[np.int64],
        records: NDArray[np.uint32],
        worth: NDArray[np.float32],
    ) -> None:
        self._keys, self._starts, self._records, self._worth = keys, starts, records, worth
        self._met = np.zeros(len(worth), dtype=np.float32)
        self._best = np.zeros(len(worth), dtype=np.float32)

    def __len__(self) -> int:
        return len(self._worth)

    @property
    def size(self) -> int:
        """Bytes that the arrays take."""
        held = (self._keys, self._starts, self._records, self._worth, self._met, self._best)
        return sum(one.nbytes for one in held)

    @classmethod
    def build(cls, names: Iterable[str], kind: Kind = "person") -> "NameIndex":
        """Index names.

        Args:
            names: in the order by which they are to be found again; an empty one is never found.
            kind: of what they are the names.

        Raises:
            UsageError: a name is too long.
        """
        rows = array("Q")
        sorted_blocks: list[NDArray[np.uint64]] = []
        firsts, lengths = array("I"), array("H")
        count = 0
        for count, text in enumerate(names, 1):
            parts = list(keys_of(read_name(text, kind))) if text.strip() else []
            firsts.extend(part[0][0] for part in parts)
            lengths.append(len(parts))
            place = count - 1
            found = {key for part in parts for some in part for key in some}
            rows.extend(key << 32 | place for key in found)
            if not count % _BLOCK:
                sorted_blocks.append(_sorted(rows))
                rows = array("Q")
        sorted_blocks.append(_sorted(rows))
        every = np.concatenate(sorted_blocks)
        del sorted_blocks
        every.sort(kind="stable")
        of = (every >> np.uint64(32)).astype(np.uint32)
        changes = (
            np.flatnonzero(np.r_[True, of[1:] != of[:-1]]) if len(of) else np.zeros(0, np.int64)
        )
        keys, starts = of[changes], np.r_[changes, len(of)].astype(np.int64)
        records = every.astype(np.uint32)
        del every, of
        worth = _worth(
            np.array(firsts, np.uint32), np.array(lengths, dtype=np.int64), keys, starts, count
        )
        return cls(keys, starts, records, worth)

    def find(self, name: str, most: int = 50, kind: Kind = "person") -> list[Candidate]:
        """Find the records that a name may be of, the likeliest first.

        Args:
            name: in any script.
            most: records to give.
            kind: of what it is the name.

        Raises:
            UsageError: the name is too long.
        """
        looked_for = 0.0
        for part in keys_of(read_name(name, kind)):
            worth, records = self._meet(part)
            looked_for += worth
            self._met[records] += self._best[records]
            self._best[records] = 0
        met = np.flatnonzero(self._met)
        if most < 1:
            self._met[met] = 0
            return []
        told = self._met[met]
        told -= _BESIDES * np.maximum(self._worth[met] - told, 0)
        self._met[met] = 0
        if len(met) > most:
            least = np.partition(told, len(told) - most)[len(told) - most]
            met, told = met[told >= least], told[told >= least]
        order = np.lexsort((met, -told))[:most]
        return [
            Candidate(int(met[at]), round(float(told[at]) / looked_for, 4)) for at in order.tolist()
        ]

    def save(self, file: Path) -> None:
        """Write the index into one file (``.npz``)."""
        with file.open("wb") as stream:
            np.savez(
                stream,
                keys=self._keys,
                starts=self._starts,
                records=self._records,
                worth=self._worth,
            )

    @classmethod
    def load(cls, file: Path) -> "NameIndex":
        """Read an index back.

        Raises:
            InputError: the file is no index of names.
        """
        try:
            with file.open("rb") as stream, np.load(stream, allow_pickle=False) as held:
                return cls(held["keys"], held["starts"], held["records"], held["worth"])
        except (OSError, ValueError, KeyError) as error:
            raise InputError(
                str(file), f"it is no index of names ({error})", "build it again"
            ) from error

    def _records_of(self, key: int) -> NDArray[np.uint32]:
        place = int(np.searchsorted(self._keys, np.uint32(key)))
        if place == len(self._keys) or self._keys[place] != key:
            return self._records[:0]
        return self._records[self._starts[place] : self._starts[place + 1]]

    def _meet(self, part: Keys) -> tuple[float, NDArray[np.uint32]]:
        """Write what a part is worth for each record that it meets into ``_best``.

        Gives what the part is worth at most, and the records.
        """
        count = len(self._worth)
        met: list[NDArray[np.uint32]] = []
        highest = 0.0
        for sort in (3, 2, 1, 0):
            for key in part[sort]:
                records = self._records_of(key)
                if not len(records) or (sort > 1 and len(records) > max(count * _COMMON, 1_000)):
                    continue
                worth = QUALITIES[sort] * log(1 + count / len(records))
                self._best[records] = np.maximum(self._best[records], worth)
                highest = max(highest, worth)
                met.append(records)
        return highest or log(1 + count), np.concatenate(met) if met else self._records[:0]


def _sorted(rows: "array[int]") -> NDArray[np.uint64]:
    found = np.array(rows, dtype=np.uint64)
    found.sort(kind="stable")
    return found


def _worth(
    spelled: NDArray[np.uint32],
    lengths: NDArray[np.int64],
    keys: NDArray[np.uint32],
    starts: NDArray[np.int64],
    count: int,
) -> NDArray[np.float32]:
    """Give what all parts of each record are worth, by how rare their spellings are."""
    if not count:
        return np.zeros(0, dtype=np.float32)
    often = np.diff(starts)[np.searchsorted(keys, spelled)]
    owner = np.repeat(np.arange(count), lengths)
    return np.bincount(owner, weights=np.log(1 + count / often), minlength=count).astype(np.float32)
