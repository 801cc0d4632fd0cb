"""Who speaks of a programme, and how are they off?

Five styles of origin, each with its own bias, noise, age of news, digits and things it speaks of.
The numbers are judgements after the public record (README.md), none is fitted to a model.
"""

from dataclasses import dataclass

import numpy as np

__all__ = ["Root", "roots", "shown"]


@dataclass(frozen=True, slots=True)
class Style:
    """What one kind of origin does."""

    bias: tuple[float, float]
    noise: float
    age: float
    digits: tuple[float, float, float]
    speaks_of: dict[str, float]


STYLES = {
    "maker": Style((0.12, 0.15), 0.05, 0.5, (0.3, 0.5, 0.2), {
        "rate": 3, "more": 3, "total": 3, "deliveries": 2, "plan rate": 3, "plan total": 2,
        "contract": 1, "capacity": 1, "workforce": 1, "share": 1,
    }),
    "opposing service": Style((0.10, 0.25), 0.12, 2.0, (0.4, 0.5, 0.1), {
        "rate": 4, "more": 2, "up to": 2, "range": 3, "total": 2, "stock": 3, "plan rate": 1,
        "plan total": 1, "cost": 1, "floor": 1, "share": 1,
    }),
    "papers": Style((0.0, 0.06), 0.06, 3.0, (0.1, 0.4, 0.5), {
        "rate": 2, "total": 3, "deliveries": 3, "contract": 3, "plan rate": 1, "plan total": 2,
        "cost": 2, "workforce": 1,
    }),
    "analysts": Style((-0.05, 0.18), 0.15, 2.0, (0.3, 0.6, 0.1), {
        "rate": 3, "range": 4, "total": 3, "stock": 2, "floor": 2, "capacity": 1, "up to": 1,
    }),
    "trade press": Style((0.05, 0.20), 0.20, 4.0, (0.5, 0.4, 0.1), {
        "rate": 4, "more": 3, "total": 2, "deliveries": 1, "cost": 2, "plan rate": 1,
        "plan total": 1,
    }),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Root:
    """One origin in one case.

    Args:
        name: its id.
        style: of the five.
        bias: log of told over true, at the middle of the history.
        drift: how much the bias rises from first to last month.
        spin: log of planned over what comes, without noise.
        carried: share of the bias that its totals carry.
        weight: how often it speaks.
    """

    name: str
    style: Style
    bias: float
    drift: float
    spin: float
    carried: float
    weight: float


def roots(rng: np.random.Generator) -> list[Root]:
    """Draw the origins of one case: three to eleven, a few of which do most of the talking."""
    count = int(rng.integers(3, 12))
    weights = rng.dirichlet(np.full(count, 0.9))
    found = []
    for i in range(count):
        style = STYLES[str(rng.choice(list(STYLES), p=[0.2, 0.25, 0.15, 0.2, 0.2]))]
        mean, spread = style.bias
        wild = 2.5 if rng.random() < 0.1 else 1.0
        found.append(
            Root(
                name=f"src_{i + 1}",
                style=style,
                bias=float(mean + wild * spread * rng.standard_normal()),
                drift=float(0.08 * rng.standard_normal()),
                spin=float(0.15 + 0.25 * rng.standard_normal()),
                carried=float(rng.uniform(0.4, 1.0)),
                weight=float(weights[i]),
            )
        )
    return found


def shown(value: float, digits: int) -> float:
    """Round to so many digits that count, at least to a whole number above ten.

    Example:
        >>> shown(5483.0, 2), shown(0.273, 1)
        (5500.0, 0.3)
    """
    if value <= 0:
        return 0.0
    step = 10.0 ** (np.floor(np.log10(value)) - digits + 1)
    return float(f"{max(np.round(value / step), 1) * step:.12g}")
