"""What is said of a history, in the lines of CLAIMS.jsonl?

Written apart from the model that is scored on it; README.md says what is drawn and why. The model
sees the claims alone: no bias, no age, no hidden copy is told.
"""

import calendar
import datetime as dt
import hashlib
from typing import Any

import numpy as np
from bench.estimation.histories import History
from bench.estimation.retold import retold
from bench.estimation.roots import Root, roots, shown

__all__ = ["Claim", "claims", "day", "smooth"]

Claim = dict[str, Any]
PER = {"month": 1.0, "year": 12.0, "week": 7 / 30.44, "day": 1 / 30.44}
WIDER = "with all variants"


def day(month: int, date: int) -> str:
    """Name a day of a month, its last where it has no such day."""
    year, number = month // 12, month % 12 + 1
    return dt.date(year, number, min(date, calendar.monthrange(year, number)[1])).isoformat()


def smooth(units: np.ndarray, months: int = 3) -> np.ndarray:
    """Mean of each month and those before it, at least a third of a unit."""
    total = np.concatenate([np.zeros(1), np.cumsum(units)])
    ends = np.arange(1, len(units) + 1)
    starts = np.maximum(ends - months, 0)
    means = (total[ends] - total[starts]) / (ends - starts)
    least: np.ndarray = np.maximum(means, 1 / 3)
    return least


class World:
    """One case: a history, what else is true of it, and who speaks."""

    def __init__(self, history: History, rng: np.random.Generator) -> None:
        self.rng, self.first = rng, history.first
        units = np.array(history.units)
        self.last = len(units) - 1
        self.rate, self.units = smooth(units), units
        self.made = np.maximum(np.cumsum(units), 0.5)
        self.roots = roots(rng)
        self.price = float(rng.lognormal(11, 2)) * self.made ** np.log2(1 - rng.uniform(0.03, 0.25))
        self.kept = rng.beta(3, 2)
        self.per_head = float(rng.lognormal(-1, 1))
        self.per_floor = float(rng.lognormal(-4, 1))
        self.wider = float(rng.uniform(1.2, 2.2)) if rng.random() < 0.2 else 1.0
        self.gross = float(rng.uniform(0.01, 0.10))

    def off(self, root: Root, month: int, share: float = 1.0) -> float:
        """Log of told over true for one telling."""
        drift = root.drift * (month / max(self.last, 1) - 0.5)
        off = share * (root.bias + drift) + root.style.noise * self.rng.standard_t(5)
        if self.rng.random() < self.gross:
            slip = np.log(12) if self.rng.random() < 0.2 else abs(self.rng.normal(1.2, 0.4))
            off += slip * self.rng.choice([-1, 1])
        return float(np.clip(off, -4, 4))

    def digits(self, root: Root) -> int:
        """How many digits this telling bears."""
        return int(self.rng.choice([1, 2, 3], p=root.style.digits))

    def month(self, month: int, date: int) -> str:
        """Name a day of the month with this place in the history."""
        return day(self.first + month, date)


def claims(history: History, seed: int) -> list[Claim]:
    """All that is said of a history until its end, in order of publication."""
    key = int(hashlib.sha256(history.name.encode()).hexdigest()[:12], 16)
    rng = np.random.default_rng([key, seed])
    world = World(history, rng)
    count = int(np.clip(rng.lognormal(np.log(24), 0.5), 6, 70))
    shape = (2.0, 1.0) if rng.random() < 0.5 else (1.0, 1.0)
    weights = np.array([root.weight for root in world.roots])
    found: list[Claim] = []
    for _ in range(count):
        month = 1 + int((world.last - 1) * rng.beta(*shape) + rng.random())
        root = world.roots[int(rng.choice(len(weights), p=weights))]
        found.append(_told(world, root, min(month, world.last)))
    found += _seen(world)
    found = retold(found, [root.name for root in world.roots], world.month(world.last, 31), rng)
    found.sort(key=lambda one: str(one["published"]))
    return [{"id": f"clm_{i:04d}", "of": "unit", **one} for i, one in enumerate(found, 1)]


def _told(world: World, root: Root, month: int) -> Claim:
    """One telling of one root, published in a month, of that month or an earlier one."""
    rng = world.rng
    age = int(rng.poisson(rng.exponential(root.style.age)))
    of = max(month - age, 0)
    kinds = list(root.style.speaks_of)
    weight = np.array([root.style.speaks_of[kind] for kind in kinds], float)
    kind = str(rng.choice(kinds, p=weight / weight.sum()))
    claim: Claim = {"published": world.month(month, int(rng.integers(1, 29))), "kind": "report"}
    claim["stance"] = str(rng.choice(["asserted", "hedged"], p=[0.8, 0.2]))
    claim["root"] = root.name if rng.random() > 0.08 else None
    if kind in ("rate", "more", "up to", "range"):
        claim |= _rate(world, root, of, kind)
    elif kind.startswith("plan"):
        claim |= _plan(world, root, month, kind)
    else:
        claim |= OTHER[kind](world, root, of)
    if claim["kind"] == "report" and (claim.get("end") or "") > claim["published"]:
        claim["end"] = claim["published"]
    return claim


def _ends(value: float, kind: str, digits: int, rng: np.random.Generator) -> Claim:
    """How a number is worded: a point, a bound or a range."""
    if kind == "range":
        width = rng.uniform(0.05, 0.3)
        low, high = shown(value * (1 - width), digits), shown(value * (1 + width), digits)
        return {"low": low, "high": max(high, low)}
    told = shown(value, digits)
    step = 10 ** np.floor(np.log10(told)) / (2 if digits == 1 else 10)
    if kind == "more":
        floor = float(f"{max(np.floor(value / step), 1) * step:.12g}")
        return {"low": floor, "high": None, "low_open": True, "high_open": True}
    if kind == "up to":
        return {"low": None, "high": float(f"{np.ceil(value / step) * step:.12g}"), "low_open": True,
                "high_open": False}  # fmt: skip
    return {"low": told, "high": told, "approximate": bool(rng.random() < 0.4)}


def _whole(value: float) -> float:
    """Totals are whole."""
    return float(max(round(float(value)), 1))


def _rate(world: World, root: Root, of: int, kind: str) -> Claim:
    rng = world.rng
    true = float(world.rate[of])
    likely = [0.68, 0.22, 0.04, 0.06] if true > 300 else [0.75, 0.25, 0.0, 0.0]
    per = str(rng.choice(list(PER), p=likely))
    claim: Claim = {"measure": "production rate", "unit": "unit", "per": per}
    value = true * np.exp(world.off(root, of)) * PER[per]
    if world.wider > 1 and rng.random() < 0.35:
        value *= world.wider
        claim["scope"] = WIDER if rng.random() < 0.8 else None
    if rng.random() < 0.55:
        claim |= {"start": world.month(of, 1), "end": world.month(of, 31)}
    return claim | _ends(value, kind, world.digits(root), rng)


def _plan(world: World, root: Root, month: int, kind: str) -> Claim:
    """A plan for three to eighteen months ahead; past the record, for its last rate, grown."""
    rng = world.rng
    ahead = int(rng.integers(3, 19))
    at = min(month + ahead, world.last)
    over = ahead - (at - month)
    growth = (1 + 0.02 * rng.standard_normal()) ** over
    spin = root.spin + (0.25 + 0.02 * ahead) * rng.standard_normal()
    claim: Claim = {"kind": "plan", "stance": "expected", "unit": "unit"}
    if kind == "plan rate":
        value = world.rate[at] * growth * np.exp(spin)
        start, end = world.month(month + ahead, 1), world.month(month + ahead, 31)
        claim |= {"measure": "production rate", "per": "month", "start": start, "end": end}
    else:
        value = _whole((world.made[at] + over * world.rate[at] * growth) * np.exp(0.7 * spin))
        claim |= {"measure": "cumulative output", "end": world.month(month + ahead, 31)}
        claim["boundary"] = "by"
    how = "more" if rng.random() < 0.15 else "point"
    return claim | _ends(float(value), how, world.digits(root), rng)


def _total(world: World, root: Root, of: int) -> Claim:
    value = world.made[of] * np.exp(world.off(root, of, root.carried))
    claim: Claim = {"measure": "cumulative output", "unit": "unit", "end": world.month(of, 31)}
    claim["boundary"] = str(world.rng.choice(["by", "as_of", "until"]))
    if world.rng.random() < 0.5:
        claim["start"] = world.month(0, 1)
    kind = str(world.rng.choice(["point", "more", "range"], p=[0.65, 0.25, 0.1]))
    return claim | _ends(_whole(value), kind, world.digits(root), world.rng)


def _between(world: World, root: Root, of: int) -> Claim:
    start = max(of - int(world.rng.integers(1, 9)), 0)
    value = max(world.units[start : of + 1].sum(), 0.5)
    value *= np.exp(world.off(root, of, root.carried))
    claim: Claim = {"measure": "deliveries", "unit": "unit"}
    claim |= {"start": world.month(start, 1), "end": world.month(of, 31)}
    kind = "more" if world.rng.random() < 0.15 else "point"
    return claim | _ends(_whole(value), kind, world.digits(root), world.rng)


def _stock(world: World, root: Root, of: int) -> Claim:
    value = world.made[of] * world.kept * np.exp(world.off(root, of))
    claim: Claim = {"measure": "stock", "unit": "unit", "end": world.month(of, 31)}
    kind = str(world.rng.choice(["point", "range"]))
    return claim | _ends(_whole(value), kind, world.digits(root), world.rng)


def _cost(world: World, root: Root, of: int) -> Claim:
    value = float(world.price[of] * np.exp(world.off(root, of)))
    claim: Claim = {"measure": "unit cost", "unit": "USD", "currency": "USD", "per": "unit"}
    claim |= {"start": world.month(of, 1), "end": world.month(of, 31)}
    return claim | _ends(value, "point", world.digits(root), world.rng)


def _contract(world: World, root: Root, of: int) -> Claim:
    """Two of units, price and value, for up to a year from here; deliveries may fall short."""
    until = min(of + int(world.rng.integers(3, 13)), world.last)
    units = max(world.units[of : until + 1].sum(), 0.5)
    units *= np.exp(abs(world.rng.normal(0, 0.12)) + 0.3 * world.off(root, of))
    price = float(world.price[of] * np.exp(world.rng.normal(0, 0.1)))
    told = {
        "units": shown(float(units), 3),
        "price": shown(price, 3),
        "value": shown(float(units * price), 3),
    }
    told[str(world.rng.choice(list(told)))] = 0.0
    claim: Claim = {"measure": "contract", "kind": "contract", "unit": "unit", "currency": "USD"}
    claim |= {"start": world.month(of, 1), "end": world.month(until, 31)}
    return claim | {name: value or None for name, value in told.items()}


def _capacity(world: World, root: Root, of: int) -> Claim:
    value = float(world.rate[: of + 1].max() * np.exp(abs(world.rng.normal(0.2, 0.2))))
    claim: Claim = {"measure": "production rate", "kind": "capacity", "unit": "unit"}
    claim |= {"per": "month", "start": world.month(of, 1), "end": world.month(of, 31)}
    return claim | _ends(value, "point", world.digits(root), world.rng)


def _plain(measure: str, unit: str, value: float, when: str, digits: int) -> Claim:
    told = shown(value, digits)
    return {"measure": measure, "unit": unit, "low": told, "high": told, "end": when}


def _workforce(world: World, root: Root, of: int) -> Claim:
    heads = world.rate[of] / world.per_head * np.exp(0.3 * world.rng.standard_normal())
    return _plain("workforce", "person", float(heads), world.month(of, 31), world.digits(root))


def _floor(world: World, root: Root, of: int) -> Claim:
    area = world.rate[: of + 1].max() / world.per_floor * np.exp(0.3 * world.rng.standard_normal())
    return _plain("floor space", "m2", float(area), world.month(of, 31), world.digits(root))


def _share(world: World, root: Root, of: int) -> Claim:
    share = 100 / (1 + np.exp(-(of - world.last / 2) / max(world.last, 4) * 4 - root.bias * 5))
    return _plain("domestic share", "percent", float(share), world.month(of, 31), 2)


def _seen(world: World) -> list[Claim]:
    """Serial numbers, in a quarter of the cases; in a third of those numbering is offset."""
    rng = world.rng
    if rng.random() > 0.25 or world.made[-1] > 1e6:
        return []
    origin = int(rng.choice([0, 0, 100, 1000]))
    found: list[Claim] = []
    for _ in range(int(rng.integers(3, 15))):
        month = int(rng.integers(2, world.last + 1))
        number = float(origin + 1 + int(world.made[month] * rng.beta(1.4, 1.0)))
        claim: Claim = {"measure": "serial", "kind": "serial", "low": number, "high": number}
        found.append(claim | {"published": world.month(month, 15), "root": "src_field"})
    return found


OTHER = {
    "total": _total, "deliveries": _between, "stock": _stock, "cost": _cost,
    "contract": _contract, "capacity": _capacity, "workforce": _workforce,
    "floor": _floor, "share": _share,
}  # fmt: skip
