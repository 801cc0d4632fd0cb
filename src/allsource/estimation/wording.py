"""How is it said, with every number recorded, under what two numbers both hold?

Texts come from ``vocab/conflicts.yaml``; each slot that is a number is recorded
in ``Words.arithmetic`` under its name, so that the words can be checked.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from allsource.estimation.axis import MONTH
from allsource.estimation.stated import Stated
from allsource.vocab import load

__all__ = [
    "Words",
    "about_basis",
    "about_bound",
    "about_gap",
    "about_part",
    "about_plan",
    "about_rate",
    "about_rounding",
    "about_same_number",
    "about_scope",
    "about_spread",
    "about_stale",
    "plain",
]


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a conflict.

    Args:
        text: under what both hold.
        arithmetic: the numbers in it, as (name, value, unit).
        settles: what evidence would settle it.
    """

    text: str
    arithmetic: tuple[tuple[str, float, str], ...]
    settles: str


def about_rate(total: Stated, rate: Stated, number: float, pace: float) -> Words:
    """Say how long a total takes at a rate.

    Args:
        total: the total's point.
        rate: the rate's point.
        number: the total.
        pace: the rate per month.
    """
    days = number / pace * MONTH
    at_least = rate.point.high is None
    return _words(
        "total against rate",
        (
            ("days at that rate", round(days, 1), "day"),
            ("days, rounded up", float(math.ceil(days)), "day"),
            ("total", number, "unit"),
            ("rate", pace, "unit/month"),
            ("days in a month", MONTH, "day"),
            ("months at that rate", round(days / MONTH, 1), "month"),
        ),
        bound="more than " if at_least else "",
        rate=plain(pace),
        total=plain(number),
        within=f"under {math.ceil(days)}" if at_least else f"about {round(days)}",
        month=plain(MONTH),
        days=f"{days:.1f}",
        older="the total is an older plan, " if total.point.plan else "",
        before=_months(days),
        silence=_silence(total, rate),
    )


def about_same_number(number: float) -> Words:
    """Say that one number is given both as a total and as a rate."""
    shown = (("number", number, "unit"),)
    return _words("same number", shown, number=plain(number), left="a total", right="a rate")


def about_rounding(one: Stated, other: Stated, near: float) -> Words:
    """Say at which step the finer number reads as the coarser."""
    low, high = one.point.low or 0.0, other.point.low or 0.0
    coarse, fine = (low, high) if low % near == 0 else (high, low)
    shown = (("finer", fine, ""), ("coarser", coarse, ""), ("rounded to", near, ""))
    return _words("rounding", shown, step=plain(near), finer=plain(fine), coarser=plain(coarse))


def about_plan(plan: Stated, outcome: Stated) -> Words:
    """Say how far an outcome is from a plan."""
    wanted = plan.point.low or plan.point.high or 0.0
    reached = outcome.point.low or outcome.point.high or 0.0
    difference = abs(wanted - reached)
    share = round(100 * difference / wanted) if wanted else 0
    shown = (
        ("difference", difference, ""),
        ("share of the plan", float(share), "percent"),
        ("plan", wanted, ""),
        ("outcome", reached, ""),
    )
    return _words("plan against outcome", shown, difference=plain(difference), share=str(share))


def about_gap(difference: float) -> Words:
    """Say how far apart two numbers are that cannot both hold."""
    shown = (("difference", difference, ""),)
    return _words("true conflict", shown, difference=plain(difference))


def about_basis(before: Sequence[str], after: Sequence[str]) -> Words:
    """Say that two numbers are reckoned on different bases."""
    left, right = (", ".join(names) or "no basis named" for names in (before, after))
    return _words("basis", (), left=left, right=right)


def about_scope(one: Stated, other: Stated) -> Words:
    """Say that two numbers may count different periods, places or parts."""
    return _words("scope", (), silence=_silence(one, other))


def about_part(words: str) -> Words:
    """Say by which words one number is shown to count a part of what the other counts."""
    return _words("part", (), words=words)


def about_spread(one: Stated, other: Stated) -> Words:
    """Say from where to where the estimates of two sources go."""
    ends = [n for s in (one, other) for n in (s.point.low, s.point.high) if n is not None]
    least, most = min(ends), max(ends)
    arithmetic = [("least", least, ""), ("most", most, "")]
    return _words("spread", arithmetic, least=plain(least), most=plain(most))


def about_bound() -> Words:
    """Say that one number is a bound that the other satisfies."""
    return _words("bound", ())


def about_stale() -> Words:
    """Say that one number had been replaced when it was repeated."""
    return _words("stale repeat", ())


def plain(value: float) -> str:
    """Write a number with thousands separated and no needless zeros.

    Example:
        >>> plain(5500.0), plain(30.44)
        ('5,500', '30.44')
    """
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _months(days: float) -> str:
    months = round(days / MONTH)
    if months <= 1:
        return "a month" if days > MONTH / 2 else f"{math.ceil(days)} days"
    return f"{months} months"


def _silence(one: Stated, other: Stated) -> str:
    """Say what the pages leave open, and whether either names a source."""
    page = one.claim.document.id == other.claim.document.id
    unsourced = one.claim.source is None and other.claim.source is None
    key = {
        (True, True): "one page, no source",
        (True, False): "one page",
        (False, True): "no source",
        (False, False): "other",
    }[page, unsourced]
    return str(load("conflicts")["silence"][key])


def _words(key: str, arithmetic: Sequence[tuple[str, float, str]], **slots: str) -> Words:
    entry = load("conflicts")["texts"][key]
    return Words(entry["text"].format(**slots), tuple(arithmetic), entry["settles"])
