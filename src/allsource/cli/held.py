"""Which observations does a case, or a folder without a case, hold for some claims?

A case says in one entry (``observed``) what was in hand when it was last assessed; the observations themselves are read
back from their own entries, and set beside the claims at hand anew. A folder is read as ``assess`` would. Invented
observations are set beside invented documents alone, and real ones beside real ones. It fails to search the lists of a
case for parties that only a new article names: the lists are not kept.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from allsource.assessment.bearing.beside import bearings
from allsource.assessment.bearing.held import Held
from allsource.assessment.bearing.towns import told_towns
from allsource.entities.listed import listed_from
from allsource.entities.who import Cast
from allsource.evidence.observed import is_observation
from allsource.evidence.track.naming import AirportPlace
from allsource.evidence.walk import Input, walk
from allsource.ledger.case import Case, is_case
from allsource.model.bearing import Exhibit
from allsource.model.claim import Claim
from allsource.model.failure import Failure
from allsource.model.records import from_record, record, site_change_from_record
from allsource.model.track import TrackLeg

if TYPE_CHECKING:
    from allsource.cli.observing import Observed

__all__ = ["held", "keep_held"]


def keep_held(case: Case, observed: "Observed") -> None:
    """Enter what is in hand now; nothing where nothing is and nothing was.

    Args:
        case: open for writing.
        observed: of its folder.
    """
    if not observed.counts and case.kept("observed", "dossier") is None:
        return
    entry = {
        "legs": [leg.id for leg in observed.legs],
        "screenings": [pair.change.id for pair in observed.pairs],
        "listed": [one.id for one in observed.listed],
        "places": {code: record(place) for code, place in sorted(observed.places.items())},
        "counts": [list(one) for one in observed.counts],
        "exhibits": {name: record(some) for name, some in sorted(observed.exhibits.items())},
    }
    case.keep("observed", "dossier", entry)


def held(
    where: Path, claims: Sequence[Claim], cast: Callable[[], Cast], *, synthetic: bool
) -> tuple[Held, tuple[Failure, ...]]:
    """Give the observations of a case or folder, set beside some claims.

    Args:
        where: a case, or a folder without one.
        claims: at hand.
        cast: says who is who in their documents; asked only where a list is in hand.
        synthetic: whether their documents are invented.

    Returns:
        What is in hand, and what could not be read.
    """
    failures: tuple[Failure, ...] = ()
    if is_case(where):
        with Case(where) as case:
            found = _of_case(case, claims)
    else:
        found, failures = _of_folder(where, claims, cast, synthetic=synthetic)
    sort = _of_sort(found, synthetic=synthetic)
    who = cast() if sort.listed else None
    beside = bearings(claims, sort.legs, sort.changes, sort.listed, sort.places, who)
    return replace(sort, bearings=beside), failures


def _of_sort(found: Held, *, synthetic: bool) -> Held:
    """Leave out what is invented beside real documents, and what is real beside invented ones."""
    return replace(
        found,
        legs=tuple(one for one in found.legs if one.synthetic == synthetic),
        changes=tuple(
            one
            for one in found.changes
            if {one.before.synthetic, one.after.synthetic} == {synthetic}
        ),
        listed=tuple(one for one in found.listed if one.listing.synthetic == synthetic),
    )


def _of_case(case: Case, claims: Iterable[Claim]) -> Held:
    entry = case.kept("observed", "dossier")
    if entry is None:
        return Held()
    legs = tuple(from_record(TrackLeg, one) for one in _entries(case, "leg", entry["legs"]))
    counts = tuple((str(name), int(many)) for name, many in entry["counts"])
    places = {code: from_record(AirportPlace, one) for code, one in entry["places"].items()}
    if legs:
        places = _bundled(claims) | places
    return Held(
        legs=legs,
        changes=tuple(
            site_change_from_record(one) for one in _entries(case, "screening", entry["screenings"])
        ),
        listed=tuple(listed_from(one) for one in _entries(case, "listed", entry["listed"])),
        places=places,
        exhibits={
            name: tuple(from_record(Exhibit, one) for one in some)
            for name, some in entry["exhibits"].items()
        },
        counts=counts,
    )


def _entries(case: Case, kind: str, names: Iterable[str]) -> Iterable[Any]:
    found = (case.kept(kind, name) for name in names)
    return [one for one in found if one is not None]


def _bundled(claims: Iterable[Claim]) -> dict[str, AirportPlace]:
    """Give the places of towns that claims name, from the bundled table of airports."""
    from allsource.evidence.track.naming import place_names  # noqa: PLC0415

    return place_names(set(), {town for claim in claims for town in told_towns(claim.statement)})


def _of_folder(
    folder: Path, claims: Sequence[Claim], cast: Callable[[], Cast], *, synthetic: bool
) -> tuple[Held, tuple[Failure, ...]]:
    from allsource.cli.observing import observe  # noqa: PLC0415

    inputs = [one for one in walk(folder) if isinstance(one, Input) and is_observation(one)]
    if not inputs:
        return Held(), ()
    found = observe(inputs, claims, cast(), synthetic=synthetic)
    changes = tuple(pair.change for pair in found.pairs)
    return Held(
        found.legs, changes, found.listed, found.places, found.exhibits, found.counts
    ), found.failures  # fmt: skip
