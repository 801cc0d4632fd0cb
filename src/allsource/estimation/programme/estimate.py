"""How much did each programme make, hold and pay, month by month, and how sure is that?

The front of this room. Claims are sorted into programmes, written as arrays, fitted; what comes out are
estimates with their claims, their range without each root and k-hat; what moves them; what does not go
together. docs/estimate.md tells what the model assumes.

It fails where the claims share an error that no root escapes: intervals are then too narrow.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from allsource.errors import UsageError
from allsource.estimation._arrays.programme.likelihood import Floats
from allsource.estimation._arrays.programme.nested import Fit, fit
from allsource.estimation.programme.arrays import Arrays, arrays
from allsource.estimation.programme.claim import ProgrammeClaim
from allsource.estimation.programme.consistency import findings
from allsource.estimation.programme.drawn import Series, series
from allsource.estimation.programme.influence import influences
from allsource.estimation.programme.months import first_day, last_day
from allsource.estimation.programme.programme import Programme, programmes
from allsource.estimation.programme.resting import OWN, rests
from allsource.estimation.programme.roots import Left, left_out
from allsource.estimation.programme.thresholds import thresholds
from allsource.estimation.programme.told import (
    Consistency,
    Estimate,
    Estimates,
    Influence,
    Unused,
    rounded,
)
from allsource.estimation.programme.warm import Warm, carried, kept
from allsource.estimation.wartime import undocumented

__all__ = ["estimate"]

_FAR_MONTHS = 6
_UNTOLD = (None, None, None)


def estimate(
    claims: Sequence[ProgrammeClaim],
    *,
    start: str | None = None,
    until: str | None = None,
    begin: str | None = None,
    interval: float = 0.9,
    explain: bool = True,
    warm: Sequence[Warm] = (),
) -> Estimates:
    """Estimate every programme that claims speak of.

    Args:
        claims: in any order; several programmes may be mixed.
        start: first month to be told; None is that of the first dated claim.
        until: last month to be told; None is that of the last dated claim.
        begin: month in which production began, where that is known: nothing was made before.
        interval: probability of the intervals, between 0 and 1.
        explain: also tell ranges without each root, influences and consistency.
        warm: of an earlier assessment of fewer claims: fits begin where those ended.

    Returns:
        Estimates by programme, quantity and month, with what explains them.

    Raises:
        UsageError: the dates cannot be followed.

    Example:
        >>> told = [ProgrammeClaim(f"c{n}", "production rate", "pump", low=v, high=v, per="month",
        ...                        end=f"2031-0{n}", root=f"r{n}")
        ...         for n, v in ((1, 40.0), (4, 52.0), (6, 60.0))]
        >>> last = estimate(told).estimates[5]
        >>> last.quantity, last.period[1], 40 < last.median < 75
        ('production rate', '2031-06-30', True)
    """
    if not 0 < interval < 1:
        raise UsageError("the interval must be a probability between 0 and 1; the default is 0.9")
    told = programmes(claims, start=start, until=until, begin=begin)
    return _together([_assess(one, interval, warm, explain=explain) for one in told])


def _together(parts: Sequence[Estimates]) -> Estimates:
    return Estimates(
        tuple(one for part in parts for one in part.estimates),
        tuple(one for part in parts for one in part.influences),
        tuple(one for part in parts for one in part.consistency),
        tuple(one for part in parts for one in part.unused),
        tuple(one for part in parts for one in part.thresholds),
        tuple(one for part in parts for one in part.warm),
    )


@dataclass(frozen=True, slots=True)
class _Fitted:
    programme: Programme
    arrays: Arrays
    fit: Fit
    series: tuple[Series, ...]
    left: tuple[Left, ...]


def _assess(
    programme: Programme, interval: float, warm: Sequence[Warm], *, explain: bool
) -> Estimates:
    unused = tuple(Unused(one.claim, programme.of, one.reason) for one in programme.left)
    if not programme.observations:
        return Estimates((), (), (), unused)
    fitted = _fitted(programme, warm, explain=explain)
    ended = (kept(programme, fitted.arrays, fitted.fit.start),)
    if not explain:
        return Estimates(tuple(_lines(fitted, interval)), (), (), unused, (), ended)
    without = {one.root: one.unknowns for one in fitted.left if one.unknowns is not None}
    consistency: tuple[Consistency, ...] = tuple(
        findings(programme, fitted.arrays, fitted.fit, fitted.series, without, interval)
    )
    moved: tuple[Influence, ...] = tuple(
        influences(programme, fitted.arrays, fitted.fit, fitted.series, interval)
    )
    passed = tuple(thresholds(programme, fitted.series, trusted=fitted.fit.trusted))
    return Estimates(tuple(_lines(fitted, interval)), moved, consistency, unused, passed, ended)


def _fitted(programme: Programme, warm: Sequence[Warm], *, explain: bool) -> _Fitted:
    written = arrays(programme)
    found = fit(written.design, start=carried(warm, programme, written))
    told = tuple(series(programme, written, found.unknowns))
    left = tuple(left_out(written, found)) if explain else ()
    return _Fitted(programme, written, found, told, left)


def _lines(fitted: _Fitted, interval: float) -> Iterator[Estimate]:
    programme = fitted.programme
    ends = [(1 - interval) / 2, 0.5, (1 + interval) / 2]
    without = list(_without(fitted, ends))
    for number, one in enumerate(fitted.series):
        quantiles = np.quantile(one.values, ends, axis=0)
        ids, warnings = _claims(fitted, one.quantity), _warnings(fitted, one, interval)
        roots = _roots(fitted, one.quantity)
        for month in range(quantiles.shape[1]):
            at = programme.window[0] + month
            yield Estimate(
                one.quantity, programme.of, one.scope, one.unit, (first_day(at), last_day(at)),
                *rounded(*(float(end) for end in quantiles[:, month])), interval, ids,
                {
                    root or "unknown root": _near(kept[number][:, month])
                    if kept and roots != {root} else _UNTOLD
                    for root, kept in without if root in roots
                },
                round(fitted.fit.k_hat, 2), (*warnings, *_far(fitted, one.quantity, at)),
            )  # fmt: skip


def _near(ends: Floats) -> tuple[float, float, float]:
    return rounded(*(float(end) for end in ends))


def _without(fitted: _Fitted, ends: list[float]) -> Iterator[tuple[str, list[Floats] | None]]:
    for left in fitted.left:
        if left.unknowns is None:
            yield left.root, None
            continue
        told = series(fitted.programme, fitted.arrays, left.unknowns)
        yield left.root, [np.quantile(one.values, ends, axis=0) for one in told]


def _claims(fitted: _Fitted, quantity: str) -> tuple[str, ...]:
    """Ids of the claims that a quantity rests on."""
    found = (one.ids for one in fitted.arrays.observations if rests(quantity, one))
    return tuple(sorted({name for ids in found for name in ids}))


def _roots(fitted: _Fitted, quantity: str) -> set[str]:
    return {one.root for one in fitted.arrays.observations if rests(quantity, one)}


def _alone(interval: float) -> str:
    """Say how far off one claimant alone has been before."""
    factor = undocumented(1.0, interval=interval).high
    return (
        f"it rests on one root alone; if that root tells of an adversary and shows no document, {100 * interval:g} % of "
        f"such claims of 1939-45 lay within a factor of {factor:.2g} of the truth"
    )


def _warnings(fitted: _Fitted, one: Series, interval: float) -> tuple[str, ...]:
    programme, found = fitted.programme, list[str]()
    if not fitted.fit.trusted:
        found.append(f"do not quote the tails: k-hat is {fitted.fit.k_hat:.2f}")
    own = [o for o in fitted.arrays.observations if o.sort not in {"cost", "share"}]
    if own and all(o.plan for o in own) and one.quantity not in {"unit cost", "domestic share"}:
        found.append("it rests on plans alone: nothing tells what was made")
    if len({o.root for o in fitted.arrays.observations}) == 1:
        found.append(_alone(interval))
    if (
        one.quantity == "cumulative output"
        and programme.begin is None
        and fitted.arrays.places.before is None
    ):
        found.append(
            f"it counts from {first_day(programme.first)[:7]}: nothing tells what was made before"
        )
    doubted = sorted(left.root or "unknown root" for left in fitted.left if not left.trusted)
    if doubted:
        found.append(f"without {', '.join(doubted[:3])} it could only be told roughly")
    return (*found, *programme.warnings)


def _far(fitted: _Fitted, quantity: str, month: int) -> tuple[str, ...]:
    """Say where no claim is near."""
    own = OWN.get(quantity)
    near = [
        one
        for one in fitted.arrays.observations
        if not one.plan and (one.sort == own if own else one.sort not in {"cost", "share"})
    ]
    gap = min(
        (max(one.first - month, month - one.last, 0) for one in near), default=_FAR_MONTHS + 1
    )
    return () if gap <= _FAR_MONTHS else (f"no claim is nearer than {gap} months",) if near else ()
