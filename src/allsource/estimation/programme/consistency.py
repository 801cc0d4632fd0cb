"""Which claims of a programme do not go together?

Four questions. Does a total agree with what the rates of the *other* roots add up to? Does a fall in price
agree with the output that it would need, at 20 and at 15 % a doubling? Does a plan lie outside
what is claimed as a fact of its time? Does one root tell two figures for one time, in two claims? Each finding says on which reading it holds and what would settle it: often
the claims do not count the same things.

It fails where all roots are wrong alike, and where a price falls for another reason than experience.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log

import numpy as np

from allsource.estimation._arrays.programme.course import predict
from allsource.estimation._arrays.programme.likelihood import Floats
from allsource.estimation._arrays.programme.nested import Fit
from allsource.estimation.programme.arrays import Arrays
from allsource.estimation.programme.drawn import Series
from allsource.estimation.programme.figures import middle
from allsource.estimation.programme.months import first_day
from allsource.estimation.programme.observation import Observation
from allsource.estimation.programme.outcome import bounds, has_date_to_come, judged, tells
from allsource.estimation.programme.programme import Programme
from allsource.estimation.programme.told import Consistency, rounded

__all__ = ["findings"]

_UNLIKELY = 0.025
_LEARNT = (0.20, 0.15)
_FALL = 0.9
_APART = 0.05
_MOST_PAIRS = 200


def findings(
    programme: Programme,
    arrays: Arrays,
    whole: Fit,
    found: Sequence[Series],
    without: Mapping[str, Floats],
    interval: float,
) -> Iterator[Consistency]:
    """Find claims that do not go together.

    Args:
        programme: as sorted.
        arrays: the same, as arrays.
        whole: its fit.
        found: its quantities.
        without: draws without each root.
        interval: probability of intervals.
    """
    ends = ((1 - interval) / 2, (1 + interval) / 2)
    yield from _totals(programme, arrays, whole, without, ends)
    yield from _prices(programme, found, ends)
    yield from _plans(programme, found, ends)
    yield from _roots(programme)


def _totals(
    programme: Programme,
    arrays: Arrays,
    whole: Fit,
    without: Mapping[str, Floats],
    ends: tuple[float, float],
) -> Iterator[Consistency]:
    rng = np.random.default_rng(0)
    rows = [
        (row, one)
        for row, one in enumerate(arrays.observations)
        if one.sort in {"total", "deliveries"} and not one.plan and one.root in without
    ]
    predicted = {root: predict(arrays.design, draws) for root, draws in without.items()}
    for row, one in rows:
        others = [
            o for o in arrays.observations if o.root != one.root and o.sort == "rate" and not o.plan
        ]
        if not others:
            continue
        expected = predicted[one.root][:, row]
        picked = rng.integers(len(whole.learnt), size=len(expected))
        bias, noise = whole.learnt[picked, 2], whole.learnt[picked, 3]
        width = np.sqrt((one.noise * noise) ** 2 + ((one.below + one.above) / 2) ** 2)
        seen = expected + one.bias * bias * rng.standard_normal(len(expected))
        seen = seen + width * rng.standard_t(4, len(expected))
        low, high = one.figure.low, one.figure.high
        if min((seen < high).mean(), (seen > low).mean()) < _UNLIKELY:
            stated = np.exp(middle(one.figure))
            span = np.exp(np.quantile(expected, [ends[0], 0.5, ends[1]]))
            near = rounded(*(float(end) for end in span))
            yield Consistency(
                "total and rates", programme.of, (*one.ids, *_ids(others)),
                f"the total of {stated:.6g} does not fit what the other roots' claims add up to, {near[0]:g} to {near[2]:g}",
                f"both count the same products, and the total counts {_since(one, programme)}",
                "what the total counts and from when, or serial numbers seen at both ends",
            )  # fmt: skip


def _since(one: Observation, programme: Programme) -> str:
    if not one.whole:
        return f"from {first_day(one.first)[:7]}"
    return (
        "from the beginning"
        if programme.begin is None
        else f"from {first_day(programme.begin)[:7]}"
    )


def _ids(others: Sequence[Observation]) -> list[str]:
    return sorted({name for one in others for name in one.ids})[:12]


def _prices(
    programme: Programme, found: Sequence[Series], ends: tuple[float, float]
) -> Iterator[Consistency]:
    costs = [one for one in programme.observations if one.sort == "cost"]
    costs = [one for one in costs if programme.window[0] <= one.last <= programme.window[1]]
    total = next((one.values for one in found if one.quantity == "cumulative output"), None)
    if total is None or len(costs) < 2:
        return
    order = sorted(costs, key=lambda one: (one.last, one.ids))
    for before in order[:1]:
        for after in order[1:]:
            fall = middle(after.figure) - middle(before.figure)
            if after.last == before.last or fall > log(_FALL):
                continue
            months = (before.last - programme.window[0], after.last - programme.window[0])
            grown = total[:, months[1]] / np.maximum(total[:, months[0]], 0.5)
            low, high = np.quantile(grown, ends)
            need = [2 ** (fall / log(1 - rate)) for rate in _LEARNT]
            if need[0] > high:
                yield Consistency(
                    "price and output", programme.of, (*before.ids, *after.ids),
                    f"a price that falls to {np.exp(fall):.2f} of what it was needs {need[0]:.2g} times the output at 20 % a "
                    f"doubling, {need[1]:.2g} times at 15 %; the claims on output bear {low:.2g} to {high:.2g} times",
                    "both prices are for one product with the same contents, in the same money",
                    "a contract that tells units and value, or what each price includes",
                )  # fmt: skip


def _plans(
    programme: Programme, found: Sequence[Series], ends: tuple[float, float]
) -> Iterator[Consistency]:
    made = {(one.quantity, one.scope): one.values for one in found}
    for one in programme.observations:
        if not one.plan or not programme.window[0] <= one.last <= programme.window[1]:
            continue
        if not has_date_to_come(one) or not any(tells(o, one) for o in programme.observations):
            continue
        outcome = _outcome(programme, one, made)
        if outcome is None:
            continue
        low, median, high = (float(end) for end in np.quantile(outcome, [ends[0], 0.5, ends[1]]))
        least, most = bounds(one)
        if (least is None or high >= least) and (most is None or low <= most):
            continue
        near = rounded(low, median, high)
        missed = judged((least, most), one.sort, (low, high)) == "missed"
        says = "was missed: it came to" if missed else "lies outside what the other claims bear,"
        yield Consistency(
            "plan and outcome", programme.of, one.ids,
            f"a plan of {_stated(least, most)} for {first_day(one.last)[:7]} {says} {near[0]:g} to {near[2]:g}",
            "the plan counts the same products as the claims on what was made",
            "a count of what was delivered by then",
        )  # fmt: skip


def _stated(least: float | None, most: float | None) -> str:
    if least is None or most is None:
        return f"at most {most:.6g}" if least is None else f"at least {least:.6g}"
    return f"{least:.6g}" if least == most else f"{least:.6g} to {most:.6g}"


def _outcome(
    programme: Programme, one: Observation, made: Mapping[tuple[str, str | None], Floats]
) -> Floats | None:
    last, first = one.last - programme.window[0], one.first - programme.window[0]
    rate, total = (
        made.get((name, one.claim.scope)) for name in ("production rate", "cumulative output")
    )
    if rate is None or total is None:
        return None
    if one.sort == "total":
        return total[:, last]
    if one.sort not in {"rate", "deliveries"} or first < 0:
        return None
    months = rate[:, first : last + 1]
    found: Floats = months.sum(1) if one.sort == "deliveries" else months.mean(1)
    return found


def _roots(programme: Programme) -> Iterator[Consistency]:
    by_root: dict[tuple[object, ...], list[Observation]] = {}
    for one in programme.observations:
        if one.root and not one.plan:
            by_root.setdefault((one.root, one.sort, one.claim.scope), []).append(one)
    pairs = (pair for group in by_root.values() for pair in combinations(group, 2))
    for number, (one, other) in enumerate(pairs):
        if number >= _MOST_PAIRS:
            return
        if (one.first, one.last, one.whole) != (other.first, other.last, other.whole):
            continue
        if set(one.ids) & set(other.ids):
            continue
        gap = max(one.figure.low - other.figure.high, other.figure.low - one.figure.high)
        if gap > one.figure.width + other.figure.width + _APART:
            yield Consistency(
                "one root", programme.of, (*one.ids, *other.ids),
                f"one root tells two figures for one time, {np.exp(gap):.2f} times apart",
                "both are about the same products and the same time",
                "the words of the root itself, and which of them it stands by",
            )  # fmt: skip
