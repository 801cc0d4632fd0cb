"""Does a pair of pictures bear on a claim about a site?

Compared are the site's name, the period between the pictures, and what became of the ground. A screening
reading of "change" bears out that something was built there between the two days, and no more: not what,
nor how large. "No change seen" contradicts a claim of new ground only where that claim states a floor space that
the pair would have shown. Square metres are compared only with an area that labels or footprints gave.

It fails where a claim names the site by other words than the polygon's name.
"""

from datetime import date

from allsource.assessment.bearing.said import days, decided, first_named, holds, overlap
from allsource.model.bearing import Bearing, Compared, Verdict
from allsource.model.claim import Claim
from allsource.model.imagery import SiteChange
from allsource.model.time import first_day, last_day
from allsource.vocab import load

__all__ = ["beside_pictures"]


def beside_pictures(claim: Claim, change: SiteChange) -> Bearing | None:
    """Set a claim beside a pair of pictures.

    Args:
        claim: any claim.
        change: what the pair shows of a named site.

    Returns:
        What the pair says of the claim; None where the claim does not name the site or says
        nothing of what became of its ground.
    """
    text = claim.statement
    name = first_named(f"{text} {claim.text}", [change.site.name] if change.site.name else [])
    words = load("bearing")["site"]
    stood = holds(text, words["stood"]["words"])
    grew = None if stood else holds(text, words["grew"]["words"])
    if name is None or not (grew or stood):
        return None
    between = _between(change)
    spoken = days(claim, until=True)
    site = Compared("site", name, change.site.name, agrees=True)
    when = Compared("period", _span(spoken), _span(between), overlap(spoken, between))
    said_area, area = _area(claim, change)
    ground = Compared(
        "ground",
        grew or stood,
        change.screening.verdict,
        _ground(change, claim, grew=bool(grew) and not claim.negated),
    )
    verdict, why = _verdict(when, ground, area, change)
    compared = (site, when, ground, area) if said_area is not None else (site, when, ground)
    return Bearing(claim.id, change.id, "imagery", verdict, compared, why)


def _verdict(
    when: Compared, ground: Compared, area: Compared, change: SiteChange
) -> tuple[Verdict, str]:
    measured = "the area outlined or labelled was compared with the one stated"
    return decided(
        (
            (when.agrees is False, "does not bear", "the claim speaks of other days"),
            (when.agrees is None, "does not bear", "the claim, or a picture, has no day"),
            (not change.screening.conclusive, "does not bear", "the pair cannot tell"),
            (area.agrees is True, "bears out", measured),
            (area.agrees is False, "contradicts", measured),
            (
                ground.agrees is True,
                "bears out",
                "the ground is as stated; what stands there is not told",
            ),
            (
                ground.agrees is False,
                "contradicts",
                "the pair would have shown, or does show, otherwise",
            ),
            (True, "does not bear", "the pair would not have shown what is stated"),
        )
    )


def _ground(change: SiteChange, claim: Claim, *, grew: bool) -> bool | None:
    """Say whether the ground did what is stated; None where this pair would not have shown it."""
    verdict = change.screening.verdict
    if verdict == "possible change":
        return None
    if verdict == "change" or not grew:
        return grew == (verdict == "change")
    side, stated = change.screening.detectability.change_side_m, _stated(claim)
    return False if side is not None and stated is not None and stated > side * side else None


def _area(claim: Claim, change: SiteChange) -> tuple[float | None, Compared]:
    stated, area = _stated(claim), change.area
    said = None if stated is None else f"{stated:,.0f} square metres"
    if area is None or stated is None:
        return stated, Compared("area", said, None, None)
    seen = f"{area.low:,.0f} to {area.high:,.0f} square metres, from {area.origin}"
    return stated, Compared("area", said, seen, area.low <= stated <= area.high)


def _stated(claim: Claim) -> float | None:
    """Give a floor space that the claim states, in square metres."""
    for quantity in claim.quantities:
        if quantity.measure == "floor space" and quantity.unit == "square metre" and quantity.low:
            return quantity.low
    return None


def _between(change: SiteChange) -> tuple[date, date] | None:
    first, last = change.before.taken, change.after.taken
    if first is None or last is None:
        return None
    return date.fromisoformat(first_day(first)[:10]), date.fromisoformat(last_day(last)[:10])


def _span(span: tuple[date, date] | None) -> str | None:
    return None if span is None else f"{span[0].isoformat()} to {span[1].isoformat()}"
