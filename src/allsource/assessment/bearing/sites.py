"""Does a pair of pictures bear on a claim about a site?

Compared are the site's name, the period between the pictures, and what became of the ground. Only a claim of
building is compared: its verb is one of building and its object or subject takes ground, or it tells that
such work went on. A screening reading of "change" bears out that something was built there between the two days, and no
more: not what, nor how large. "No change seen" contradicts only an asserted floor space that the pair would have
shown. A claim is contradicted only where what it affirms lies wholly between the two days, or where the two
days lie wholly in the time for which it denies. Square metres are compared only with an area
that labels or footprints gave.

It fails where a claim names the site by other words than the polygon's name, and for a floor
space on several storeys, which is larger than the ground it takes.
"""

from datetime import date
from math import inf
from typing import Any

from allsource.assessment.bearing.said import (
    Polarity,
    Rule,
    Span,
    days,
    decided,
    first_named,
    overlap,
    polarity,
    within,
)
from allsource.model.bearing import Bearing, Compared, Verdict
from allsource.model.claim import Claim
from allsource.model.imagery import Area, SiteChange
from allsource.model.predication import Argument
from allsource.model.quantity import Quantity
from allsource.model.time import first_day, last_day
from allsource.vocab import load

__all__ = ["beside_pictures"]

_WHOLE = {"affirmed": "the pair would have shown it", "denied": "the pair shows otherwise"}


def beside_pictures(claim: Claim, change: SiteChange) -> Bearing | None:
    """Set a claim beside a pair of pictures.

    Args:
        claim: any claim.
        change: what the pair shows of a named site.

    Returns:
        What the pair says of the claim; None where the claim does not name the site or tells of
        no building.
    """
    name = first_named(claim.statement, [change.site.name] if change.site.name else [])
    told = None if name is None else _built(claim)
    if name is None or told is None:
        return None
    puts = polarity(claim)
    between, spoken = _between(change), _spoken(claim, puts)
    site = Compared("site", name, change.site.name, agrees=True)
    when = Compared("period", _text(spoken), _text(between), overlap(spoken, between))
    area = _area(claim, change)
    ground = Compared("ground", told, change.screening.verdict, _ground(change, claim, puts))
    sure = within(spoken, between) if puts == "affirmed" else within(between, spoken)
    verdict, why = _verdict((when, ground, area), change, puts, sure=sure)
    compared = (site, when, ground, area) if area.said is not None else (site, when, ground)
    return Bearing(claim.id, change.id, "imagery", verdict, compared, why)


def _built(claim: Claim) -> str | None:
    """Give the words that tell of building; None where the claim tells of none."""
    told = load("bearing")["site"]
    parts = claim.predication
    if parts is None or parts.predicate is None:
        return None
    said = [one for one in (parts.object, parts.subject) if one is not None]
    for verbs, nouns, may in (("verbs", "things", said[:1]), ("going", "work", said)):
        if parts.predicate.lemma in told[verbs]["words"]:
            what = next((one for one in may if _headed(one, told[nouns])), None)
            if what is not None:
                return f"{what.text}: {parts.predicate.text}"
    return None


def _headed(what: Argument, nouns: dict[str, Any]) -> bool:
    """Say whether the head of an argument is one of some nouns, in either number."""
    head = " ".join(what.name.split()[-2:]).casefold()
    forms = {form for noun in nouns["words"] for form in (noun, f"{noun}s", _plural(noun))}
    return head in forms or head.split()[-1] in forms


def _plural(noun: str) -> str:
    """Write the plural of a noun in y: the others only take an s."""
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def _spoken(claim: Claim, puts: Polarity) -> Span | None:
    """Give the days that a claim speaks of; a denial up to a day ("by May") speaks of all days before it."""
    spoken = days(claim, until=True)
    upto = any(time.boundary in {"by", "until"} for time in claim.times)
    return (date.min, spoken[1]) if spoken and upto and puts == "denied" else spoken


def _verdict(
    compared: tuple[Compared, Compared, Compared], change: SiteChange, puts: Polarity, *, sure: bool
) -> tuple[Verdict, str]:
    when, ground, area = compared
    measured = "the area outlined or labelled was compared with the one stated"
    alike = "the ground is as stated; what stands there is not told"
    wide = "the days of the claim and of the pictures do not cover each other"
    silent = "the claim states nothing that took place"
    rules: tuple[Rule, ...] = (
        (puts == "open", "does not bear", silent),
        (when.agrees is False, "does not bear", "the claim speaks of other days"),
        (when.agrees is None, "does not bear", "the claim, or a picture, has no day"),
        (not change.screening.conclusive, "does not bear", "the pair cannot tell"),
        (area.agrees is True, "bears out", measured),
        (area.agrees is False and not sure, "does not bear", wide),
        (area.agrees is False, "contradicts", measured),
        (ground.agrees is True, "bears out", alike),
        (ground.agrees is False and not sure, "does not bear", wide),
        (ground.agrees is False, "contradicts", _WHOLE.get(puts, silent)),
        (True, "does not bear", "the pair would not have shown what is stated"),
    )
    return decided(rules)


def _ground(change: SiteChange, claim: Claim, puts: Polarity) -> bool | None:
    """Say whether the ground did what is stated; None where this pair would not have shown it."""
    verdict = change.screening.verdict
    if verdict == "possible change" or puts == "open":
        return None
    if verdict == "change" or puts == "denied":
        return (puts == "affirmed") == (verdict == "change")
    side, stated = change.screening.detectability.change_side_m, _stated(claim)
    if side is None or stated is None or claim.stance.status != "asserted":
        return None
    return False if (stated.low or 0.0) > side * side else None


def _area(claim: Claim, change: SiteChange) -> Compared:
    """Compare a stated floor space with a measured area; for a denial the answer is turned round."""
    stated, area = _stated(claim), change.area
    if stated is None:
        return Compared("area", None, None, None)
    if area is None:
        return Compared("area", stated.text, None, None)
    seen = f"{area.low:,.0f} to {area.high:,.0f} square metres, from {area.origin}"
    agrees, puts = _meets(stated, area), polarity(claim)
    if agrees is not None and puts == "denied":
        agrees = not agrees
    return Compared("area", stated.text, seen, None if puts == "open" else agrees)


def _meets(stated: Quantity, area: Area) -> bool | None:
    """Say whether two intervals meet; None where an open or rough one leaves it undecided."""
    low = -inf if stated.low is None else stated.low
    high = inf if stated.high is None else stated.high
    below = area.high < low or (area.high == low and stated.low_open)
    above = area.low > high or (area.low == high and stated.high_open)
    if below or above:
        return None if stated.approximate else False
    inside = low <= area.low and area.high <= high
    return True if inside or (low > -inf and high < inf) else None


def _stated(claim: Claim) -> Quantity | None:
    """Give a floor space that the claim states."""
    return next(
        (
            one
            for one in claim.quantities
            if one.measure == "floor space" and one.unit == "square metre"
        ),
        None,
    )


def _between(change: SiteChange) -> Span | None:
    first, last = change.before.taken, change.after.taken
    if first is None or last is None:
        return None
    return date.fromisoformat(first_day(first)[:10]), date.fromisoformat(last_day(last)[:10])


def _text(span: Span | None) -> str | None:
    if span is None:
        return None
    first, last = (day.isoformat() for day in span)
    return f"up to {last}" if span[0] == date.min else f"{first} to {last}"
