"""What do known methods make of the same claims?

Majority; TruthFinder (Yin, Han and Yu 2008); CRH (Li and others 2014); ACCU and ACCUCOPY (Dong,
Berti-Equille and Srivastava 2009), written anew from the papers with the settings that they print; and
Dawid and Skene's model (1979) from crowd-kit where it is installed. All are label-free. Numbers are first
put into values: in each slot the number with most claims within the tolerance takes those in, and so on.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["RIVALS", "Coded", "coded", "dawid_skene"]

Floats = NDArray[np.float64]
FALSE_VALUES = 10.0
COPY_RATE = 0.8
COPY_PRIOR = 0.2


@dataclass(frozen=True, slots=True)
class Coded:
    """Claims as arrays: which source (column) states which value (row)."""

    slots: list[Hashable]
    sources: list[str]
    values: list[float | str]
    slot_of: NDArray[np.int64]
    said: Floats
    spoke: Floats

    def softmax(self, score: Floats, rest: Floats) -> Floats:
        """Probabilities in each slot, with the log weight of what nobody states."""
        top = rest.copy()
        np.maximum.at(top, self.slot_of, score)
        power = np.exp(score - top[self.slot_of])
        total = np.bincount(self.slot_of, power, minlength=len(top)) + np.exp(rest - top)
        return np.asarray(power / total[self.slot_of])

    def best(self, score: Floats) -> dict[Hashable, tuple[float | str, float]]:
        """The value of each slot with the highest score, and its score."""
        order = np.lexsort((-score, self.slot_of))
        first = order[np.r_[True, np.diff(self.slot_of[order]) != 0]]
        return {self.slots[self.slot_of[i]]: (self.values[i], float(score[i])) for i in first}


def coded(claims: Sequence[tuple[Hashable, str, float | str]], tolerance: float = 0.0) -> Coded:
    """Put claims into values."""
    by_slot: dict[Hashable, list[tuple[str, float | str]]] = {}
    for slot, source, value in claims:
        by_slot.setdefault(slot, []).append((source, value))
    sources = sorted({source for _, source, _ in claims})
    column = {name: i for i, name in enumerate(sources)}
    slots, slot_of = list(by_slot), list[int]()
    values: list[float | str] = []
    cells: list[tuple[int, int]] = []
    spoke = np.zeros((len(slots), len(sources)))
    for number, slot in enumerate(slots):
        told = _buckets([value for _, value in by_slot[slot]], tolerance)
        for source, _ in by_slot[slot]:
            spoke[number, column[source]] = 1
        for centre in dict.fromkeys(told):
            cells += [
                (len(values), column[source])
                for (source, _), own in zip(by_slot[slot], told, strict=True)
                if own == centre
            ]
            values.append(centre)
            slot_of.append(number)
    said = np.zeros((len(values), len(sources)))
    said[tuple(np.array(cells).T)] = 1
    return Coded(slots, sources, values, np.array(slot_of), said, spoke)


def _buckets(values: list[float | str], tolerance: float) -> list[float | str]:
    numbers = [value for value in values if not isinstance(value, str)]
    if tolerance <= 0 or len(numbers) < len(values):
        return values
    left = {number: numbers.count(number) for number in numbers}
    centre: dict[float | str, float | str] = {}
    while left:
        reach = {x: sum(n for y, n in left.items() if abs(x - y) <= tolerance) for x in left}
        best = min(left, key=lambda x: (-reach[x], -left[x], x))
        for near in [x for x in left if abs(x - best) <= tolerance]:
            centre[near] = best
            del left[near]
    return [centre[value] for value in values]


def majority(data: Coded) -> Floats:
    """Share of claims."""
    votes = data.said.sum(axis=1)
    return np.asarray(votes / np.bincount(data.slot_of, votes)[data.slot_of])


def truthfinder(data: Coded) -> Floats:
    """TruthFinder, with its dampening factor of 0.3."""
    trust = np.full(len(data.sources), 0.9)
    belief = majority(data)
    for _ in range(20):
        score = data.said @ -np.log(np.clip(1 - trust, 1e-6, 1))
        belief = 1 / (1 + np.exp(-0.3 * score))
        trust = (data.said.T @ belief) / data.said.sum(axis=0)
    return np.asarray(score)


def crh(data: Coded) -> Floats:
    """CRH with 0-1 loss; probabilities are shares of weight."""
    weight = np.ones(len(data.sources))
    for _ in range(20):
        score = data.said @ weight
        top = np.full(len(data.slots), -1.0)
        np.maximum.at(top, data.slot_of, score)
        wrong = score < top[data.slot_of] - 1e-12
        loss = data.said.T @ wrong.astype(float) + 1e-4
        weight = -np.log(loss / loss.sum())
    score = data.said @ weight
    return np.asarray(score / np.bincount(data.slot_of, score)[data.slot_of])


def _weight(accuracy: Floats) -> Floats:
    inner = np.clip(accuracy, 0.02, 0.98)
    return np.asarray(np.log(FALSE_VALUES * inner / (1 - inner)))


def _unstated(data: Coded) -> Floats:
    return np.asarray(np.log(np.maximum(FALSE_VALUES + 1 - np.bincount(data.slot_of), 1e-9)))


def accu(data: Coded) -> Floats:
    """ACCU: accuracies without copying."""
    accuracy = np.full(len(data.sources), 0.8)
    truth = majority(data)
    for _ in range(20):
        truth = data.softmax(data.said @ _weight(accuracy), _unstated(data))
        accuracy = np.clip((data.said.T @ truth) / data.said.sum(axis=0), 0.02, 0.98)
    return np.asarray(truth)


def accucopy(data: Coded) -> Floats:
    """ACCUCOPY: accuracies, and votes discounted by the probability of copying."""
    return accucopy_with_pairs(data)[0]


def accucopy_with_pairs(data: Coded) -> tuple[Floats, Floats]:
    """ACCUCOPY, with the probability of copying of each pair."""
    size = len(data.sources)
    accuracy, truth = np.full(size, 0.8), majority(data)
    copies = np.zeros((size, size))
    counts = data.said.sum(axis=0)
    for _ in range(12):
        copies = _copying(data, truth, np.clip(accuracy, 0.02, 0.98))
        place = np.argsort(np.argsort(-(accuracy + 1e-9 * counts)))
        before = place[None, :] < place[:, None]
        free = np.log1p(-np.clip(COPY_RATE * copies, 0, 0.999)) * before
        own = np.exp(data.said @ free.T) * data.said
        truth = data.softmax(own @ _weight(accuracy), _unstated(data))
        accuracy = np.clip((data.said.T @ truth) / counts, 0.02, 0.98)
    return truth, copies


def _copying(data: Coded, truth: Floats, accuracy: Floats) -> Floats:
    """Probability of copying of each pair, in either direction."""
    same_true = data.said.T @ (data.said * truth[:, None])
    same = data.said.T @ data.said
    both = data.spoke.T @ data.spoke
    same_false, differ = np.maximum(same - same_true, 0), np.maximum(both - same, 0)
    one, other = accuracy[:, None], accuracy[None, :]
    true, false = one * other, (1 - one) * (1 - other) / FALSE_VALUES
    mean = (one + other) / 2
    copied_true = mean * COPY_RATE + true * (1 - COPY_RATE)
    copied_false = (1 - mean) * COPY_RATE + false * (1 - COPY_RATE)
    odds = same_true * np.log(copied_true / true) + same_false * np.log(copied_false / false)
    odds += differ * np.log(1 - COPY_RATE) + np.log(COPY_PRIOR / (1 - COPY_PRIOR))
    found = 1 / (1 + np.exp(-np.clip(odds, -50, 50)))
    found[both == 0] = 0
    np.fill_diagonal(found, 0)
    return np.asarray(found)


def dawid_skene(data: Coded) -> Floats | None:
    """Dawid and Skene's model from crowd-kit, values numbered in each slot; None where not installed."""
    try:
        import pandas as pd  # type: ignore[import-untyped]
        from crowdkit.aggregation import DawidSkene  # type: ignore[import-not-found]
    except ImportError:
        return None
    first = np.flatnonzero(np.r_[True, np.diff(data.slot_of) != 0])
    label = np.arange(len(data.values)) - first[data.slot_of]
    row, column = np.nonzero(data.said)
    frame = pd.DataFrame({"task": data.slot_of[row], "worker": column, "label": label[row]})
    table = DawidSkene(n_iter=20).fit_predict_proba(frame)
    return np.array(
        [
            float(table.loc[s, n]) if n in table.columns else 0.0
            for s, n in zip(data.slot_of, label, strict=True)
        ]
    )


RIVALS: dict[str, Callable[[Coded], Floats]] = {
    "majority": majority,
    "TruthFinder": truthfinder,
    "CRH": crh,
    "ACCU": accu,
    "ACCUCOPY": accucopy,
}
