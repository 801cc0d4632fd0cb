"""What kind of track file is this, and what legs do several of them hold?

The first bytes and the names of the columns tell the kind; the name of the file tells nothing. All files are
gathered first, so that fixes of one aircraft in several files make one track, the order of files and
rows does not matter, and each gap can be held against the others. Real and invented files are never read
together: one of the other sort is refused, so that neither serves as the other's control. Then each aircraft is kept or dropped
(``keeping.py``), cleaned, parted into legs and judged.

It fails where two networks give one aircraft at clocks that differ by more than a few seconds.
"""

import csv
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from allsource.errors import InputError
from allsource.evidence.track import flightradar, opensky, readsb
from allsource.evidence.track.airports import Airports
from allsource.evidence.track.gathering import YOUNGEST_DAYS, Gathering, TooMuch, WrongSort
from allsource.evidence.track.hearing import Hearing
from allsource.evidence.track.opened import first_bytes, is_marked
from allsource.evidence.track.registry import Airframe, read_registry
from allsource.evidence.track.tracking import Kept, kept_track, legs_of
from allsource.evidence.walk import safe_name
from allsource.evidence.watchlist.read import list_kind
from allsource.model.failure import Failure
from allsource.model.track import TrackLeg

__all__ = ["KINDS", "Tracks", "read_tracks"]

KINDS = (
    "a readsb or tar1090 trace (JSON), OpenSky state vectors (CSV, Parquet), or a Flightradar24 CSV "
    "(web, granular, archive with its flight table)"
)

Reader = Callable[[Path, str, Gathering], None]
_BY_COLUMNS: tuple[tuple[frozenset[str], Reader], ...] = (
    (frozenset({"timestamp", "callsign", "position", "altitude"}), flightradar.read_web),
    (frozenset({"network_time", "hex", "latitude", "longitude"}), flightradar.read_granular),
    (frozenset({"snapshot_id", "latitude", "longitude"}), flightradar.read_archive),
    (frozenset({"flight_id", "event_time", "latitude", "longitude"}), flightradar.read_archive),
    (frozenset({"flight_id", "aircraft_id"}), flightradar.read_flights),
    (frozenset({"flight_id", "address"}), flightradar.read_flights),
    (opensky.NEEDED, opensky.read_vectors),
)


@dataclass(frozen=True, slots=True)
class Tracks:
    """What several files hold.

    Args:
        legs: of the aircraft that are kept.
        dropped: how many aircraft were dropped, by reason; of an aircraft flown with and without an
            airline's callsign, each leg without counts as ``leg without evidence``.
        young: rows refused because they are younger than seven days.
        failures: files that could not be read.
        files: that each leg was read from, by its id.
    """

    legs: tuple[TrackLeg, ...]
    dropped: dict[str, int]
    young: int
    failures: tuple[Failure, ...]
    files: Mapping[str, tuple[str, ...]]


def read_tracks(
    paths: Sequence[Path],
    airports: Airports,
    *,
    now: float,
    registry: Path | None = None,
    registry_date: str | None = None,
    synthetic: bool | None = None,
) -> Tracks:
    """Read track files and tell the legs that they hold.

    Args:
        paths: files, in any order.
        airports: places at which a leg may end.
        now: seconds since 1970; rows younger than seven days before it are refused.
        registry: the user's own table of airframes.
        registry_date: ISO date as of which that table was taken.
        synthetic: whether invented files are wanted, or real ones; None where the first file tells.

    Returns:
        Legs in order of aircraft and time, with what was dropped, refused and not read.

    Raises:
        InputError: the registry cannot be read, or a table is invented and the tracks are real.
    """
    into = Gathering(now, synthetic=synthetic)
    failures = [failed for path in sorted(paths) if (failed := _read(path, into))]
    held = list(into.aircraft())
    _check_tables(airports, registry, synthetic=into.synthetic)
    table: dict[str, Airframe] = {}
    if registry is not None:
        wanted = {address for address, _ in held if address}
        table = read_registry(registry, safe_name(registry.name), wanted, registry_date)
    dropped: Counter[str] = Counter()
    kept: list[Kept] = []
    for address, one in held:
        known = (table[address],) if address and address in table else ()
        track = kept_track(address, one, known, dropped)
        if track is not None:
            kept.append(track)
    hearing = Hearing([track.fixes for track in kept])
    legs: list[TrackLeg] = []
    files: dict[str, tuple[str, ...]] = {}
    for who, track in enumerate(kept):
        flown = tuple(legs_of(who, track, airports, hearing))
        legs += flown
        files.update((leg.id, tuple(sorted(track.held.files))) for leg in flown)
    return Tracks(tuple(legs), dict(sorted(dropped.items())), into.young, tuple(failures), files)


def _check_tables(airports: Airports, registry: Path | None, *, synthetic: bool | None) -> None:
    """Refuse invented tables for real tracks."""
    if synthetic is not False:
        return
    invented = [airports.table] if airports.synthetic else []
    try:
        invented += [str(registry)] if registry and is_marked(registry) else []
    except (OSError, EOFError) as error:
        raise InputError(
            safe_name(str(registry)), f"no table of airframes ({error})", "give a CSV file"
        ) from error
    for one in invented:
        reason = "it is marked as invented, and the tracks are real"
        raise InputError(safe_name(one), reason, "give a real table, or none")


def _wrong_sort(shown: str, *, synthetic: bool) -> Failure:
    if synthetic:
        reason = "it is not marked as invented, and the other evidence is"
    else:
        reason = "it is marked as invented evidence, and the other evidence is real"
    return Failure(
        shown, reason, "keep real and invented evidence in folders and calls of their own"
    )


def _read(path: Path, into: Gathering) -> Failure | None:
    shown = safe_name(str(path))
    rows, young, usable, flights = into.rows, into.young, into.usable, into.flights
    into.file = str(path)
    if failed := _gathered(path, shown, into):
        return failed
    if into.rows > rows and into.young - young == into.rows - rows:
        reason = f"all its rows are younger than {YOUNGEST_DAYS} days"
        return Failure(shown, reason, "wait: there is no live feed")
    if into.rows > rows and into.usable == usable:
        reason = "none of its rows has a time and a place that can be used"
        return Failure(shown, reason, "look at its columns")
    if into.rows == rows and into.flights == flights:
        reason = "none of its rows tells of an aircraft at a time and a place"
        return Failure(shown, reason, "look at its columns")
    return None


def _gathered(path: Path, shown: str, into: Gathering) -> Failure | None:
    try:
        _reader(path, shown)(path, shown, into)
    except InputError as error:
        return Failure(error.path, error.reason, error.next_step)
    except WrongSort:
        return _wrong_sort(shown, synthetic=bool(into.synthetic))
    except TooMuch:
        reason = "with the files before it, more fixes or aircraft than memory should hold"
        return Failure(shown, reason, "give fewer files at a time, or split them by day")
    except OSError as error:
        return Failure(shown, f"cannot be read ({error.strerror})", "look at its permissions")
    return None


def _reader(path: Path, shown: str) -> Reader:
    try:
        opening = first_bytes(path)
    except EOFError as error:
        raise InputError(shown, f"damaged gzip ({error})", "fetch it again") from error
    if not opening.strip():
        raise InputError(shown, "it is empty", f"give {KINDS}")
    if opening[:4] == b"PAR1":
        return opensky.read_parquet
    if list_kind(opening) is not None:
        step = "put it into a folder with reporting and run `allsource assess`"
        raise InputError(shown, "a watch list, no track", step)
    text = opening.decode("utf-8-sig", "replace").lstrip()
    if text.startswith("{"):
        return readsb.read_trace
    header = next((line for line in text.splitlines() if not line.startswith("#")), "")
    try:
        names = {name.strip().lower() for name in next(csv.reader([header]), [])}
    except csv.Error:
        names = set()
    for needed, reader in _BY_COLUMNS:
        if needed <= names:
            return reader
    raise InputError(shown, "no track file that is known", f"give {KINDS}")
