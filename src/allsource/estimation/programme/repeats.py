"""Which claims say the same thing once more?

Repeats of one root are one observation: the same figure for the same measure and time, however often and
wherever it is printed, counts where it was printed first. Claims without a known root are taken for those of
one root, for unknown never counts as independent. Where another root states the very same figure later, it
may have taken it: the more digits the figure has, the less likely is chance. And where a report states the very
figure of an earlier plan, the plan was probably retold as an outcome.

It fails where a root honestly says again, months later and without a date, that nothing has changed: that
is read as the old claim.
"""

from collections.abc import Sequence
from dataclasses import replace

from allsource.estimation.programme.figures import digits
from allsource.estimation.programme.observation import Observation

__all__ = ["distinct"]

_UNLINKED = 0.12
"""So many claims are repeats that nobody has linked."""

_BY_CHANCE = {1: 0.35, 2: 0.10}
_RARELY = 0.02
_RETOLD = 0.8
"""Probability that the very figure of an earlier plan is the plan retold."""
_MOST = 0.9


def distinct(found: Sequence[Observation]) -> list[Observation]:
    """Join the repeats of each root, and mark suspected repeats across roots.

    Args:
        found: observations, in any order.

    Returns:
        In order of time and id.
    """
    kept: dict[tuple[object, ...], Observation] = {}
    for one in sorted(found, key=_when):
        key = (one.root, one.plan, *_said(one), one.claim.start, one.claim.end)
        first = kept.get(key)
        kept[key] = one if first is None else replace(first, ids=(*first.ids, *_new(one, first)))
    said: dict[tuple[object, ...], Observation] = {}
    return [_suspected(one, said) for one in kept.values()]


def _new(one: Observation, first: Observation) -> tuple[str, ...]:
    return tuple(name for name in one.ids if name not in first.ids)


def _when(one: Observation) -> tuple[object, ...]:
    claim = one.claim
    return (claim.published or claim.end or claim.start or "", claim.id, one.sort, repr(claim))


def _said(one: Observation) -> tuple[object, ...]:
    claim = one.claim
    figures = (claim.units, claim.price, claim.value) if claim.measure == "contract" else ()
    return (
        one.sort,
        claim.scope,
        claim.low,
        claim.high,
        claim.per,
        claim.currency,
        *figures,
    )


def _suspected(one: Observation, said: dict[tuple[object, ...], Observation]) -> Observation:
    first = said.setdefault(_said(one), one)
    if first is one or one.claim.repeat_of is not None or one.plan:
        return one
    if first.plan:
        return replace(one, repeat=max(one.repeat, _RETOLD))
    if first.root == one.root:
        return one
    figure = one.claim.low or one.claim.high or one.claim.price or one.claim.units or 0.0
    chance = _BY_CHANCE.get(digits(figure), _RARELY)
    copied = _UNLINKED / (_UNLINKED + (1 - _UNLINKED) * chance)
    return replace(one, repeat=max(one.repeat, min(copied, _MOST)))
