"""What does an observation rest on, and what does it say of claims?

A bearing rests on its claim and on its observation; an observation on places in files, and it is shown with all that it
says of claims. It fails for files that were read before their hashes were kept: then the observation stands without
one.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from allsource.assessment import printing
from allsource.assessment.bearing.held import Held
from allsource.assessment.bearing.told import (
    aircraft_facts,
    compared,
    entry,
    leg_title,
    reason,
    screening_facts,
    site_title,
)
from allsource.assessment.ground import Ground
from allsource.entities.listed import Listed
from allsource.evidence.track.wording import sentences
from allsource.model.bearing import Bearing
from allsource.model.imagery import SiteChange
from allsource.model.track import TrackLeg

__all__ = ["Observation", "bearing_ground", "held_nouns", "observed_ground"]

Observation: TypeAlias = TrackLeg | SiteChange | Listed

_MOST_REASONS = 5


def held_nouns(held: Held) -> Iterator[tuple[str, Observation | Bearing]]:
    """Give all that is in hand by id; an entry of a list by its own and by that of its match."""
    for leg in held.legs:
        yield leg.id, leg
    for change in held.changes:
        yield change.id, change
    for one in held.listed:
        yield one.id, one
        yield one.listing.id, one
    for bearing in held.bearings:
        yield bearing.id, bearing


def bearing_ground(one: Bearing, held: Held, claims: Iterable[Ground] = ()) -> Ground:
    """Tell what an observation says of a claim, with what was compared.

    Args:
        one: the bearing.
        held: all in hand.
        claims: the claim's own ground; none where that is what asks.
    """
    observations = dict(held_nouns(held))
    seen = observations.get(one.observation)
    below = () if seen is None or isinstance(seen, Bearing) else (_alone(seen, held),)
    says = f"{one.verdict}: {one.why}; {compared(one)}"
    invented = held.is_invented(one.observation)
    return Ground(one.id, "bearing", says, on=(*below, *claims), synthetic=invented)


def observed_ground(
    seen: Observation, held: Held, claims: Callable[[Iterable[str]], tuple[Ground, ...]]
) -> Ground:
    """Tell an observation, where it stands in its files, and what it says of claims.

    Args:
        seen: the observation.
        held: all in hand.
        claims: gives the grounds of claims by id.
    """
    alone = _alone(seen, held)
    on = tuple(
        Ground(
            one.id,
            "bearing",
            f"{one.verdict}: {one.why}; {compared(one)}",
            on=claims((one.claim,)),
            synthetic=alone.synthetic,
        )
        for one in held.of(_key(seen))
    )
    return Ground(
        alone.id,
        alone.kind,
        alone.says,
        on=on,
        exhibits=alone.exhibits,
        synthetic=alone.synthetic,
    )


def _alone(seen: Observation, held: Held) -> Ground:
    """Tell an observation and its files, without what it says of claims."""
    if isinstance(seen, TrackLeg):
        kind, lines = "flight", [leg_title(seen), *sentences(seen), *_facts(seen), *seen.warnings]
    elif isinstance(seen, SiteChange):
        kind, lines = "pictures", [site_title(seen), *_screened(seen), *seen.warnings]
    else:
        kind, lines = "list entry", [*_entry(seen)]
    says = printing.words("; ".join(line.rstrip(".") for line in lines))
    exhibits = held.exhibits.get(_key(seen), ())
    return Ground(
        seen.id, kind, says, exhibits=exhibits, synthetic=held.is_invented(_key(seen))
    )  # fmt: skip


def _key(seen: Observation) -> str:
    """Give the id by which bearings and files know an observation."""
    return seen.listing.id if isinstance(seen, Listed) else seen.id


def _facts(leg: TrackLeg) -> Iterator[str]:
    yield from (f"{name.lower()}: {value}" for name, value in aircraft_facts(leg.aircraft))


def _screened(change: SiteChange) -> Iterator[str]:
    yield f"screening: {change.screening.verdict}"
    yield from (f"{name.lower()}: {value}" for name, value in screening_facts(change))


def _entry(one: Listed) -> Iterator[str]:
    yield f"{one.party.name} is in the case, and {entry(one)}"
    yield f"probability that the two are one: {one.match.probability:.0%}"
    told = [why for why in one.match.why if why.feature != "start"]
    yield from map(reason, told[:_MOST_REASONS])
