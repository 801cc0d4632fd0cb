"""How do sensors and lists stand beside the reporting that they touch?

Each flight that touches a claim with its map, each pair of pictures, each list entry, and below it the claims that
it bears out, contradicts or does not bear on, with everything that was compared. Flights that touch no claim are only
counted. Nothing here is put more strongly than the
tier of the track, the screening or the probability of the match allows.
"""

import base64
from collections.abc import Mapping, Sequence

from allsource.assessment import printing
from allsource.assessment.evidence import Evidence
from allsource.entities.listed import Listed
from allsource.entities.match import Reason
from allsource.evidence.track.wording import sentences
from allsource.model.bearing import Bearing, Compared
from allsource.model.imagery import SiteChange
from allsource.model.track import Aircraft, TrackFact, TrackLeg
from allsource.report.bearing_contexts import (
    BearingView,
    BesideView,
    ComparedRow,
    LegView,
    ListedView,
    SiteView,
)
from allsource.report.maps import flight_map
from allsource.report.sources import claim_view

__all__ = ["Pictured", "beside_view"]

Pictured = tuple[SiteChange, bytes, bytes]
"""What a pair shows, and both pictures as PNG."""

_AGREES = {True: "yes", False: "no", None: "cannot be told"}
_MOST_REASONS = 3
_MOST_BEARINGS = 20


def beside_view(
    evidence: Evidence,
    numbers: Mapping[str, int],
    found: Sequence[Bearing],
    legs: Sequence[TrackLeg] = (),
    pairs: Sequence[Pictured] = (),
    listed: Sequence[Listed] = (),
    counts: Sequence[tuple[str, int]] = (),
) -> BesideView:
    """Show all observations with the claims beside them.

    Args:
        evidence: the case.
        numbers: number of each document in the page.
        found: what each says of claims.
        legs: flights; shown are those that touch a claim.
        pairs: pictures.
        listed: parties on lists.
        counts: what is in hand, and what was dropped.
    """

    def of(observation: str) -> tuple[BearingView, ...]:
        mine = [one for one in found if one.observation == observation]
        return tuple(_bearing(one, evidence, numbers) for one in mine[:_MOST_BEARINGS])

    touching = {one.observation for one in found}
    shown = [leg for leg in legs if leg.id in touching]
    if len(shown) < len(legs):
        counts = [*counts, ("flights that touch no claim, not shown", len(legs) - len(shown))]
    return BesideView(
        legs=tuple(_leg(leg, of(leg.id)) for leg in shown),
        sites=tuple(_site(*pair, of(pair[0].id)) for pair in pairs),
        listed=tuple(_entry(one, of(one.listing.id)) for one in listed),
        counts=tuple(printing.words(f"{name}: {many:,}") for name, many in counts),
    )


def _bearing(one: Bearing, evidence: Evidence, numbers: Mapping[str, int]) -> BearingView:
    classes = {"bears out": "borne-out", "contradicts": "contradicted", "does not bear": "silent"}
    return BearingView(
        verdict=one.verdict,
        verdict_class=classes[one.verdict],
        why=one.why,
        claim=claim_view(evidence.claims[one.claim], numbers, evidence),
        rows=tuple(_row(row) for row in one.compared),
    )


def _row(row: Compared) -> ComparedRow:
    said, seen = (printing.words(words) if words else "nothing" for words in (row.said, row.seen))
    return ComparedRow(row.what, said, seen, _AGREES[row.agrees])


def _leg(leg: TrackLeg, bearings: tuple[BearingView, ...]) -> LegView:
    who = leg.aircraft
    name = who.registration or who.hex or "address not told"
    title = " ".join(filter(None, [who.type, name, leg.callsign and f"as {leg.callsign}"]))
    return LegView(
        id=leg.id,
        title=printing.words(title),
        facts=tuple(_facts(who)),
        sentences=sentences(leg),
        map=flight_map(leg),
        warnings=tuple(map(printing.words, leg.warnings)),
        bearings=bearings,
    )


def _facts(who: Aircraft) -> list[tuple[str, str]]:
    told: list[tuple[str, TrackFact | None]] = [
        ("State of registration", who.state),
        ("Operator by callsign", who.operator_by_callsign),
        ("Operator by registry", who.operator_by_registry),
    ]
    rows = [(name, _fact(fact)) for name, fact in told if fact is not None]
    return [*rows, ("Shown because", printing.words("; ".join(who.kept_for)))]


def _fact(fact: TrackFact) -> str:
    day = f", as of {printing.day(fact.date)}" if fact.date else ""
    return printing.words(f"{fact.value} (by {fact.table}{day})")


def _site(
    change: SiteChange, before: bytes, after: bytes, bearings: tuple[BearingView, ...]
) -> SiteView:
    days = [
        printing.day(one.taken) if one.taken else "undated" for one in (change.before, change.after)
    ]
    return SiteView(
        id=change.id,
        title=printing.words(f"{change.site.name or 'a site'}, {days[0]} and {days[1]}"),
        verdict=change.screening.verdict,
        facts=tuple(_screened(change)),
        before=_uri(before),
        after=_uri(after),
        warnings=tuple(map(printing.words, change.warnings)),
        bearings=bearings,
    )


def _screened(change: SiteChange) -> list[tuple[str, str]]:
    told = change.screening
    around = "nothing to compare" if told.control_share is None else f"{told.control_share:.0%}"
    side = told.detectability.change_side_m
    rows = [
        ("Flagged as changed inside the site", f"{told.inside_share:.0%}"),
        ("Usually flagged around it", around),
        ("Method", told.method),
        (
            "Smallest change that would have read as change",
            "none could have" if side is None else f"a square of {side:,.0f} m",
        ),
    ]
    if change.area is not None:
        area = change.area
        ends = f"{area.low:,.0f} to {area.high:,.0f} square metres ({area.interval:.0%})"
        rows.append((area.construct.capitalize(), f"{ends}, from {area.origin}"))
    return rows


def _uri(data: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def _entry(one: Listed, bearings: tuple[BearingView, ...]) -> ListedView:
    listing = one.listing
    since = f", listed {printing.day(listing.since)}" if listing.since else ""
    as_of = f", file of {printing.day(listing.as_of)}" if listing.as_of else ""
    under = f", under {', '.join(listing.programmes[:3])}" if listing.programmes else ""
    weak = ", a name that the list calls weak" if one.name.kind == "weak alias" else ""
    return ListedView(
        id=listing.id,
        title=printing.words(one.party.name),
        entry=printing.words(f"“{one.name.text}”{weak}: {listing.source}{under}{since}{as_of}"),
        probability=f"{one.match.probability:.0%}",
        why=tuple(
            printing.words(_reason(reason))
            for reason in one.match.why[:_MOST_REASONS]
            if reason.feature != "start"
        ),
        bearings=bearings,
    )


def _reason(reason: Reason) -> str:
    """Say what moved the probability, and which way."""
    side = "for" if reason.effect > 0 else "against"
    return f"{side}: {reason.feature}{f' ({reason.detail})' if reason.detail else ''}"
