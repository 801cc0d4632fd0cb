"""What does a flight track show of one leg: from where, to where, and how firmly is each end seen?

A leg is what lies between a take-off and a landing. Each end carries a *tier* that says what was
seen of it, and the tier sets the wording: ``ground`` (seen on the ground there), ``low`` (last seen
low and close), ``candidate`` (some places are likelier than others), ``none`` (not observed). No noun
here holds a position: places are named by their codes, distances and paths are coarse.
"""

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "Aircraft",
    "Candidate",
    "Gap",
    "LegEnd",
    "Tier",
    "TrackFact",
    "TrackLeg",
    "TrackQuality",
]

Tier = Literal["ground", "low", "candidate", "none"]


@dataclass(frozen=True, slots=True)
class TrackFact:
    """What one table says of an aircraft.

    Args:
        value: as the table has it: a state, an operator.
        table: which table, with its version.
        date: the day as of which it was taken, or None where that is not known.
    """

    value: str
    table: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Aircraft:
    """Who flew, as far as tables tell; the three facts are kept apart because they can differ.

    Args:
        hex: 24-bit address, six hexadecimal digits, or None where the file has none.
        registration: as the file or the registry has it.
        type: ICAO type designator.
        state: state of registration, by the block in which the address lies; nothing more.
        operator_by_callsign: whose callsign was used; neither owner nor proof of who flew.
        operator_by_registry: who operates the airframe as of the registry's date.
        kept_for: the positive evidence that it is military, state, or an airline's.
    """

    hex: str | None
    registration: str | None
    type: str | None
    state: TrackFact | None
    operator_by_callsign: TrackFact | None
    operator_by_registry: TrackFact | None
    kept_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place at which a leg may have begun or ended.

    Args:
        airport: its ICAO code, or the identifier of the airport table.
        probability: that it was there.
    """

    airport: str
    probability: float


@dataclass(frozen=True, slots=True)
class LegEnd:
    """One end of a leg.

    Args:
        airport: where, or None where no place is likelier than not.
        time: the moment that is known best: the first fix on the ground at a landing, the first in
            the air at a take-off, else the last (first) fix in the air. ISO 8601, UTC.
        earliest: it was not before, or None.
        latest: it was not after, or None.
        tier: what was seen of it.
        probability: that it was at ``airport``; None where that is None.
        candidates: the likeliest places, best first.
        height_ft: of the last (first) fix in the air, above the first candidate's field or, without
            one, above the standard pressure level; to the nearest hundred. None where not known.
        distance_km: of that fix from the first candidate, to the nearest five.
        trend: what the height did there.
    """

    airport: str | None
    time: str
    earliest: str | None
    latest: str | None
    tier: Tier
    probability: float | None
    candidates: tuple[Candidate, ...]
    height_ft: int | None = None
    distance_km: int | None = None
    trend: Literal["descending", "climbing", "level"] | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in the air from which no position was received.

    Args:
        start: last fix before it.
        end: first fix after it.
        others_heard: whether another aircraft was heard there then; None where no other file tells.
    """

    start: str
    end: str
    others_heard: bool | None


@dataclass(frozen=True, slots=True)
class TrackQuality:
    """How good the fixes of a leg are.

    Args:
        fixes: that were used.
        jumps: left out because no aircraft flies so fast between them and the rest.
    """

    fixes: int
    jumps: int


@dataclass(frozen=True, slots=True)
class TrackLeg:
    """One leg of one aircraft.

    Args:
        aircraft: who flew.
        callsign: that was used most on this leg.
        departure: its first end.
        arrival: its last end.
        gaps: in the air, in order.
        path: fixes to a tenth of a degree as (time, latitude, longitude), at most 200.
        stated_route: from and to as the file's own flight table has them, by the codes of that day; it
            is what the network says, and never evidence of an end.
        networks: kinds of files that it was read from.
        quality: of its fixes.
        warnings: what a reader should know.
        synthetic: invented evidence, marked as such for ever.
    """

    aircraft: Aircraft
    callsign: str | None
    departure: LegEnd
    arrival: LegEnd
    gaps: tuple[Gap, ...]
    path: tuple[tuple[str, float, float], ...]
    stated_route: tuple[str | None, str | None] | None
    networks: tuple[str, ...]
    quality: TrackQuality
    warnings: tuple[str, ...]
    synthetic: bool = False
