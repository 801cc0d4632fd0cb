"""How do sensors and lists stand beside the reporting that they touch?

Each flight that touches a claim with its map, each pair of pictures, each list entry, and below it the claims that
it bears out, contradicts or does not bear on, with everything that was compared. Flights that touch no claim are only
counted. Nothing here is put more strongly than the
tier of the track, the screening or the probability of the match allows.
"""

import base64
from collections.abc import Mapping, Sequence

from allsource.assessment import printing
from allsource.assessment.bearing.told import (
    AGREES,
    aircraft_facts,
    entry,
    leg_title,
    observation_title,
    reason,
    screening_facts,
    site_title,
)
from allsource.assessment.evidence import Evidence
from allsource.entities.listed import Listed
from allsource.evidence.track.wording import sentences
from allsource.model.bearing import Bearing, Compared, Exhibit
from allsource.model.imagery import SiteChange
from allsource.model.track import TrackLeg
from allsource.report.bearing_contexts import (
    BearingView,
    BesideView,
    ComparedRow,
    LegView,
    ListedView,
    ObservedView,
    SiteView,
)
from allsource.report.maps import flight_map
from allsource.report.sources import claim_view

__all__ = ["Pictured", "beside_view", "observed_views", "told_counts"]

Pictured = tuple[SiteChange, bytes, bytes]
"""What a pair shows, and both pictures as PNG."""

_CLASSES = {"bears out": "borne-out", "contradicts": "contradicted", "does not bear": "silent"}
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
        counts=told_counts(counts),
    )


def told_counts(counts: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """Tell what is in hand, and what was dropped."""
    return tuple(printing.words(f"{name}: {many:,}") for name, many in counts)


def observed_views(claim: str, evidence: Evidence) -> tuple[ObservedView, ...]:
    """Show what tracks, pictures and lists in hand say of one claim, what decides first.

    Args:
        claim: its id.
        evidence: the case with what is in hand.
    """
    held = evidence.observed
    return tuple(
        ObservedView(
            verdict=one.verdict,
            verdict_class=_CLASSES[one.verdict],
            seen=observation_title(one.observation, held),
            why=one.why,
            rows=tuple(map(_row, one.compared)),
            files=tuple(map(_file, held.exhibits.get(one.observation, ()))),
        )
        for one in held.beside(claim)
    )


def _file(one: Exhibit) -> str:
    day = f", of {printing.day(one.as_of)}" if one.as_of else ""
    return printing.words(f"in {one.path}{day}: {one.place} (sha256 {one.sha256})")


def _bearing(one: Bearing, evidence: Evidence, numbers: Mapping[str, int]) -> BearingView:
    return BearingView(
        verdict=one.verdict,
        verdict_class=_CLASSES[one.verdict],
        why=one.why,
        claim=claim_view(evidence.claims[one.claim], numbers, evidence),
        rows=tuple(_row(row) for row in one.compared),
    )


def _row(row: Compared) -> ComparedRow:
    said, seen = (printing.words(words) if words else "nothing" for words in (row.said, row.seen))
    return ComparedRow(row.what, said, seen, AGREES[row.agrees])


def _leg(leg: TrackLeg, bearings: tuple[BearingView, ...]) -> LegView:
    return LegView(
        id=leg.id,
        title=leg_title(leg),
        facts=tuple(aircraft_facts(leg.aircraft)),
        sentences=sentences(leg),
        map=flight_map(leg),
        warnings=tuple(map(printing.words, leg.warnings)),
        bearings=bearings,
    )


def _site(
    change: SiteChange, before: bytes, after: bytes, bearings: tuple[BearingView, ...]
) -> SiteView:
    return SiteView(
        id=change.id,
        title=site_title(change),
        verdict=change.screening.verdict,
        facts=tuple(screening_facts(change)),
        before=_uri(before),
        after=_uri(after),
        warnings=tuple(map(printing.words, change.warnings)),
        bearings=bearings,
    )


def _uri(data: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def _entry(one: Listed, bearings: tuple[BearingView, ...]) -> ListedView:
    return ListedView(
        id=one.id,
        title=printing.words(one.party.name),
        entry=entry(one),
        probability=f"{one.match.probability:.0%}",
        why=tuple(
            reason(told) for told in one.match.why[:_MOST_REASONS] if told.feature != "start"
        ),
        bearings=bearings,
    )
