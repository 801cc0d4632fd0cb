"""How does a programme become arrays?

Lays out the unknowns beside the rate (only those that some claim speaks of) with their priors, and writes for
each observation which running totals, extras and bias it reads. Priors are weak and take their middle from
the claims themselves, so that nothing depends on the unit; what is known of learning is that of ``learning``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from allsource.estimation._arrays.programme.design import Design, Extras, Reading
from allsource.estimation._arrays.programme.likelihood import Floats, Stated
from allsource.estimation._arrays.programme.trend import interpolation, trend
from allsource.estimation.learning import exponent
from allsource.estimation.programme.figures import middle
from allsource.estimation.programme.months import STALE
from allsource.estimation.programme.observation import Observation
from allsource.estimation.programme.programme import Programme

__all__ = ["Arrays", "Places", "arrays", "reading_of"]

_PLACES = 5
_LEVEL_WIDTH = 1.2
_COMMON = (0.05, 0.10)
_BEFORE_WIDTH = 1.5
_SCOPE_WIDTH = 0.6
_CAPACITY_WIDTH = 1.5
_OPENING_WIDTH = 1.2
_USE = (-0.4, 0.8, 0.35, 6)
"""Use against output: middle and width of the first, step, months between knots."""
_COST_WIDTH = 1.0
_DRIFT = 0.004
_COST_STEP = (0.08, 12)
_SHARE = (1.5, 0.35, 6)
_CLASSES = {"cost": "cost", "share": "share"}


@dataclass(frozen=True, slots=True)
class Places:
    """Where each extra stands; lists hold several, None stands for none.

    Args:
        common: bias of all roots.
        before: log output before the first month.
        scopes: log ratio of each scope to the first.
        capacity: of floor space and workforce, by sort.
        opening: log opening stock.
        use: log use at its knots.
        cost: log unit cost at the reference total.
        learning: learning exponent.
        drift: of the unit cost, a month.
        moved: unit cost off the curve, at its knots.
        share: logit of the share at its knots.
        count: how many there are.
    """

    common: int | None
    before: int | None
    scopes: dict[str | None, int]
    capacity: dict[str, int]
    opening: int | None
    use: tuple[int, ...]
    cost: int | None
    learning: int | None
    drift: int | None
    moved: tuple[int, ...]
    share: tuple[int, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Arrays:
    """A programme as arrays.

    Args:
        design: of the engine.
        places: of the extras.
        observations: in the order of its rows.
        roots: root and class of each bias.
        reference: log total at which the unit cost is the intercept.
    """

    design: Design
    places: Places
    observations: tuple[Observation, ...]
    roots: tuple[tuple[str, str], ...]
    reference: float


def arrays(programme: Programme) -> Arrays:
    """Write a programme as arrays; it must have observations."""
    months = programme.last - programme.first + 1
    roots = sorted({_unit(one) for one in programme.observations})
    number = {name: place for place, name in enumerate(roots)}
    rows = sorted(
        programme.observations,
        key=lambda one: (number[_unit(one)], one.last, one.first, one.ids, one.sort),
    )
    level, width = _level(programme)
    places = _places(programme, months)
    reference = level + float(np.log(months))
    extras = _extras(programme, places, level, months)
    reading = reading_of(rows, programme, places, reference, [number[_unit(one)] for one in rows])
    design = Design(trend(months, width), level, extras, reading, _stated(rows), len(roots))
    return Arrays(design, places, tuple(rows), tuple(roots), reference)


def _unit(one: Observation) -> tuple[str, str]:
    return one.root, _CLASSES.get(one.sort, "output")


def _level(programme: Programme) -> tuple[float, float]:
    """Give the prior middle and width of the log monthly rate, from the claims."""
    by_kind: dict[str, list[float]] = {"rate": [], "deliveries": [], "total": [], "plan": []}
    for one in programme.observations:
        months = one.last - (programme.first if one.sort == "total" else one.first) + 1
        at = middle(one.figure) - (
            float(np.log(months)) if one.sort in {"total", "deliveries"} else 0.0
        )
        if one.sort in {"rate", "capacity", "deliveries", "total"}:
            sort = "rate" if one.sort == "capacity" else one.sort
            by_kind["plan" if one.plan else sort].append(at)
    known = next((found for found in by_kind.values() if found), [0.0])
    spread = float(np.median(np.abs(np.array(known) - np.median(known))))
    return float(np.median(known)), max(_LEVEL_WIDTH, 1.5 * spread)


def _places(programme: Programme, months: int) -> Places:
    sorts = {one.sort for one in programme.observations}
    taken = [0]

    def take(wanted: int) -> int | None:
        taken[0] += wanted
        return taken[0] - 1 if wanted else None

    def several(wanted: bool, spacing: int) -> tuple[int, ...]:
        count = interpolation(months, spacing).shape[1] if wanted else 0
        return tuple(place for _ in range(count) if (place := take(1)) is not None)

    totals = any(one.whole for one in programme.observations)
    cost = "cost" in sorts
    scopes = programme.scopes
    return Places(
        take(any(_unit(one)[1] == "output" and one.bias for one in programme.observations)),
        take(totals and programme.begin is None),
        {name: place for name in scopes[1:] if (place := take(1)) is not None},
        {name: place for name in ("floor", "workforce") if (place := take(name in sorts)) is not None},
        take("stock" in sorts), several("stock" in sorts, _USE[3]), take(cost), take(cost), take(cost),
        several(cost, _COST_STEP[1]), several("share" in sorts, _SHARE[2]), taken[0],
    )  # fmt: skip


def _extras(programme: Programme, places: Places, level: float, months: int) -> Extras:
    mean, covariance = np.zeros(places.count), np.zeros((places.count, places.count))

    def put(place: int | None, middle_: float, width: float) -> None:
        if place is not None:
            mean[place], covariance[place, place] = middle_, width**2

    def walk(where: tuple[int, ...], middle_: float, width: float, step: float) -> None:
        order = np.arange(len(where))
        mean[list(where)] = middle_
        block = width**2 + step**2 * np.minimum(order[:, None], order[None])
        covariance[np.ix_(where, where)] = block + 1e-6 * np.eye(len(where))

    put(places.common, *_COMMON)
    put(places.before, _earliest(programme, "total", level + 1.0), _BEFORE_WIDTH)
    for place in places.scopes.values():
        put(place, 0.0, _SCOPE_WIDTH)
    for sort, place in places.capacity.items():
        put(place, _earliest(programme, sort, level) - level, _CAPACITY_WIDTH)
    put(places.opening, _earliest(programme, "stock", level), _OPENING_WIDTH)
    walk(places.use, level + _USE[0], _USE[1], _USE[2])
    costs = [middle(one.figure) for one in programme.observations if one.sort == "cost"] or [0.0]
    put(places.cost, float(np.median(costs)), max(_COST_WIDTH, float(np.ptp(costs)) / 2))
    put(places.learning, *exponent(new=programme.begin is not None))
    put(places.drift, 0.0, _DRIFT)
    walk(places.moved, 0.0, 0.01, _COST_STEP[0])
    walk(places.share, _earliest(programme, "share", 0.0), _SHARE[0], _SHARE[1])
    use = None
    if places.use:
        use = np.zeros((months, places.count))
        use[:, list(places.use)] = interpolation(months, _USE[3])
    return Extras(mean, covariance, places.before, places.opening, places.learning, use)


def _earliest(programme: Programme, sort: str, otherwise: float) -> float:
    """Give half of the first figure of a sort, in logarithms, as the middle of a prior."""
    found = [one for one in programme.observations if one.sort == sort and not one.plan]
    if not found:
        return otherwise
    first = min(found, key=lambda one: (one.last, one.ids))
    return middle(first.figure) - (float(np.log(2)) if sort in {"total", "stock"} else 0.0)


def reading_of(
    rows: Sequence[Observation],
    programme: Programme,
    places: Places,
    reference: float,
    units: Sequence[int],
) -> Reading:
    """Tell what each observation reads off the unknowns."""
    count = len(rows)
    at, weight = np.zeros((count, _PLACES), dtype=np.int64), np.zeros((count, _PLACES))
    linear, months = np.zeros((count, places.count)), programme.last - programme.first + 1
    for row, one in enumerate(rows):
        if one.sort != "share":
            for place, (total, share) in enumerate(sorted(_totals(one, programme.first).items())):
                at[row, place], weight[row, place] = total, share
        for extra, share in _linear(one, places, programme.first, months):
            linear[row, extra] += share
    sorts = np.array([one.sort for one in rows])
    whole = np.array([one.whole or one.sort == "cost" for one in rows], dtype=bool)
    return Reading(
        at, weight, sorts == "stock", sorts == "cost", sorts == "share",
        whole & (places.before is not None),
        np.array([0.05 * np.exp(min(middle(one.figure), 40.0)) for one in rows]),
        np.where(sorts == "cost", reference, 0.0), linear, np.array(units, dtype=np.int64),
        np.array([one.bias for one in rows]),
    )  # fmt: skip


def _totals(one: Observation, origin: int) -> dict[int, float]:
    """Give the weights of the running totals that an observation reads."""
    found: dict[int, float] = {}
    last, first = one.last - origin, max(one.first - origin, 0)
    running = one.sort in {"total", "stock", "cost"}
    if one.present and one.sort != "deliveries" and (running or last - first < len(STALE) - 1):
        kept = [share for lag, share in enumerate(STALE) if lag <= last]
        for lag, share in enumerate(kept):
            part = share / sum(kept)
            found[last - lag + 1] = found.get(last - lag + 1, 0.0) + part
            if not running:
                found[last - lag] = found.get(last - lag, 0.0) - part
        return found
    if running:
        return {last + 1: 1.0}
    share = 1.0 if one.sort == "deliveries" else 1.0 / (last - first + 1)
    return {first: -share, last + 1: share}


def _linear(one: Observation, places: Places, origin: int, months: int) -> list[tuple[int, float]]:
    """Give the weights of the extras that an observation reads."""
    found = list[tuple[int, float]]()
    last = one.last - origin
    if places.common is not None and _unit(one)[1] == "output":
        found.append((places.common, one.bias))
    if one.claim.scope in places.scopes and one.sort not in {"cost", "share"}:
        found.append((places.scopes[one.claim.scope], 1.0))
    if one.sort in places.capacity:
        found.append((places.capacity[one.sort], 1.0))
    if one.sort == "cost" and places.cost is not None and places.drift is not None:
        found += [(places.cost, 1.0), (places.drift, -float(last))]
        found += zip(places.moved, interpolation(months, _COST_STEP[1])[last], strict=True)
    if one.sort == "share":
        found += zip(places.share, interpolation(months, _SHARE[2])[last], strict=True)
    return found


def _stated(rows: Sequence[Observation]) -> Stated:
    def column(name: str) -> Floats:
        return np.array([getattr(one, name) for one in rows], dtype=float)

    def figures(name: str) -> Floats:
        return np.array([getattr(one.figure, name) for one in rows], dtype=float)

    return Stated(
        np.array([one.figure.point for one in rows], dtype=bool), figures("value"), figures("low"),
        figures("high"), figures("wide_low"), figures("wide_high"), figures("within"), column("noise"),
        column("below"), column("above"), column("power"), column("repeat"),
    )  # fmt: skip
