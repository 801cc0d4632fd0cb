"""What do the tracks, lists and pictures of a folder say, beside its reporting?

All tracks are read together, so that a gap in one can be held against the others; the pictures of one
folder are one stack of the site whose outline lies beside them, and its first and last are compared; lists are
searched for the parties that the claims name. Files are read again by each run; equal results enter nothing. An
observation that is marked as invented enters a case of invented documents only, and one that is not enters no such
case; so do the tables and outlines that go with them. A file that is not used is told as a failure.
"""

import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from allsource.assessment.bearing.towns import told_towns
from allsource.cli.exhibits import Exhibits
from allsource.cli.searching import searched, wrong_sort
from allsource.entities.listed import Listed, Named
from allsource.entities.who import Cast
from allsource.errors import InputError, UsageError
from allsource.evidence.observed import Sort, sort_of
from allsource.evidence.walk import Input
from allsource.model.bearing import Exhibit
from allsource.model.claim import Claim
from allsource.model.failure import Failure
from allsource.model.imagery import SiteChange
from allsource.model.track import TrackLeg

if TYPE_CHECKING:
    from allsource.evidence.track.naming import AirportPlace

__all__ = ["Observed", "PicturePair", "observe", "parties"]

_PAIR = 2
_Dated = tuple[str, str, Path]
"""Day, name and path of a picture."""
_PROPER = re.compile(r"[A-Z][\w'’-]+(?: (?:of |the |for |and )*[A-Z][\w'’-]+)+")
_SORTS: Mapping[Sort, str] = {
    "list": "watch lists",
    "list part": "parts of watch lists",
    "track": "tracks",
    "picture": "pictures",
    "outlines": "outlines",
    "airports": "airport tables",
    "airframes": "tables of airframes",
}
_KINDS = (
    "give a flight track, a watch list, a GeoTIFF with the outline of its site, or an airport table"
)
_ENTITY_KINDS = {"person": "person", "body": "organization", "thing": "vehicle"}


@dataclass(frozen=True, slots=True)
class PicturePair:
    """A pair of pictures, what it shows, and both as PNG."""

    change: SiteChange
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Observed:
    """What sensors and lists in hand say.

    Args:
        legs: flights.
        pairs: sites.
        listed: parties of the case that a list may hold.
        places: places of airports by code, those of the towns that claims name among them.
        counts: files in hand by sort, and aircraft dropped by reason.
        failures: what could not be read.
        exhibits: files that show an observation, by its id (``lst_`` for an entry of a list).
    """

    legs: tuple[TrackLeg, ...] = ()
    pairs: tuple[PicturePair, ...] = ()
    listed: tuple[Listed, ...] = ()
    places: Mapping[str, "AirportPlace"] = field(default_factory=dict)
    counts: tuple[tuple[str, int], ...] = ()
    failures: tuple[Failure, ...] = ()
    exhibits: Mapping[str, tuple[Exhibit, ...]] = field(default_factory=dict)


def parties(claims: Sequence[Claim], cast: Cast | None = None) -> tuple[Named, ...]:
    """Give the people, bodies and machines that claims name, each once.

    Args:
        claims: of the case.
        cast: who is who in it: all names of its parties are searched for.
    """
    kinds = {"person", "organization", "vehicle"}
    found: set[tuple[str, str]] = {
        (mention.text, mention.kind)
        for claim in claims
        for mention in claim.entities
        if mention.kind in kinds
    }
    found |= {
        (claim.source.name, "person" if claim.source.kind == "named_person" else "organization")
        for claim in claims
        if claim.source is not None and claim.source.kind in {"named_person", "organization"}
    }
    found |= {
        (name.text, _ENTITY_KINDS[entity.kind])
        for entity in (cast.entities if cast else ())
        if entity.kind in _ENTITY_KINDS
        for name in entity.names
    }
    found |= {(name, kind) for name in _proper(claims) for kind in ("organization", "person")}
    by_name: dict[str, set[str]] = defaultdict(set)
    for name, kind in found:
        by_name[name].add(kind)
    return tuple(Named(name, frozenset(all_of)) for name, all_of in sorted(by_name.items()))


def _proper(claims: Iterable[Claim]) -> Iterator[str]:
    """Give runs of two capitalised words or more in claims: of what kind they are is not told."""
    for claim in claims:
        yield from _PROPER.findall(claim.statement)


def observe(
    files: Sequence[Input],
    claims: Sequence[Claim],
    cast: Cast | None = None,
    *,
    synthetic: bool,
) -> Observed:
    """Read the observations among some files.

    Args:
        files: of a folder, with endings of observations.
        claims: of the case, for the parties that lists are searched for.
        cast: who is who in the case.
        synthetic: whether the case is a fictional one.
    """
    failures = list[Failure]()
    sorts = _sorted(files, failures)
    given = {sort: [one.name for one in held] for sort, held in sorted(sorts.items())}
    for sort in ("airports", "airframes", "outlines"):
        sorts[sort] = list(_of_sort(sort, sorts[sort], failures, synthetic=synthetic))
    shown = Exhibits(sorts)
    legs, places, dropped = _legs(sorts, claims, failures, shown, synthetic=synthetic)
    pairs = tuple(_pairs(sorts, failures, shown, synthetic=synthetic))
    named = parties(claims, cast)
    found = tuple(
        searched(named, sorts["list"], sorts["list part"], failures, shown, synthetic=synthetic)
    )
    failed = {one.path for one in failures}
    usable = {sort: sum(name not in failed for name in names) for sort, names in given.items()}
    counted = (*((_SORTS[sort], many) for sort, many in usable.items() if many), *dropped)
    return Observed(legs, pairs, found, places, counted, tuple(failures), shown.found)


def _sorted(files: Sequence[Input], failures: list[Failure]) -> dict[Sort, list[Input]]:
    sorts: dict[Sort, list[Input]] = defaultdict(list)
    for one in files:
        try:
            sort = sort_of(one.path, one.name)
            empty = one.path.stat().st_size == 0
        except OSError as error:
            failures.append(
                Failure(one.name, f"cannot be read ({error.strerror})", "look at its permissions")
            )
            continue
        if empty:
            failures.append(Failure(one.name, "it is empty", "fetch it again, or leave it out"))
        elif sort is None:
            failures.append(Failure(one.name, "not a kind that is read", _KINDS))
        else:
            sorts[sort].append(one)
    return sorts


def _of_sort(
    sort: Sort, files: Iterable[Input], failures: list[Failure], *, synthetic: bool
) -> Iterator[Input]:
    """Give the tables or outlines that are of the sort of the case."""
    from allsource.evidence.imagery.sites import invented  # noqa: PLC0415
    from allsource.evidence.track.opened import is_marked  # noqa: PLC0415

    for one in files:
        try:
            marked = invented(one.path) if sort == "outlines" else is_marked(one.path)
        except InputError as error:
            failures.append(Failure(one.name, error.reason, error.next_step))
        except (OSError, EOFError) as error:
            failures.append(Failure(one.name, f"cannot be read ({error})", "fetch it again"))
        else:
            if marked == synthetic:
                yield one
            else:
                failures.append(wrong_sort(one.name, synthetic=marked))


def _only(files: Sequence[Input], what: str, failures: list[Failure]) -> Input | None:
    """Give the first of several files of which one is used; the others are failures."""
    for one in files[1:]:
        reason = f"{files[0].name} is used as the {what}, and one is used"
        failures.append(Failure(one.name, reason, "remove one of the two"))
    return files[0] if files else None


def _legs(
    sorts: dict[Sort, list[Input]],
    claims: Sequence[Claim],
    failures: list[Failure],
    exhibits: Exhibits,
    *,
    synthetic: bool,
) -> "tuple[tuple[TrackLeg, ...], dict[str, AirportPlace], tuple[tuple[str, int], ...]]":
    """Read all tracks together, with the user's own tables where they lie beside them."""
    if not sorts["track"]:
        return (), {}, ()
    from allsource.evidence.track.airports import bundled, from_file  # noqa: PLC0415
    from allsource.evidence.track.naming import place_names  # noqa: PLC0415
    from allsource.evidence.track.read import read_tracks  # noqa: PLC0415

    own = _only(sorts["airports"], "airport table", failures)
    airframes = _only(sorts["airframes"], "table of airframes", failures)
    registry = airframes.path if airframes else None
    try:
        table = from_file(own.path, own.name) if own else bundled()
        paths = [one.path for one in sorts["track"]]
        found = read_tracks(paths, table, now=time.time(), registry=registry, synthetic=synthetic)
        codes = {end.airport for leg in found.legs for end in (leg.departure, leg.arrival)}
        towns = {town for claim in claims for town in told_towns(claim.statement)}
        named = place_names({code for code in codes if code}, towns, own.path if own else None)
    except InputError as error:
        failures.append(Failure(error.path, error.reason, error.next_step))
        return (), {}, ()
    shown = {str(one.path): one.name for one in sorts["track"]}
    failures.extend(replace(one, path=shown.get(one.path, one.path)) for one in found.failures)
    for leg in found.legs:
        exhibits.of_leg(leg, found.files[leg.id], [one for one in (own, airframes) if one])
    dropped = tuple((f"aircraft dropped: {why}", many) for why, many in found.dropped.items())
    return found.legs, named, dropped


def _pairs(
    sorts: dict[Sort, list[Input]],
    failures: list[Failure],
    exhibits: Exhibits,
    *,
    synthetic: bool,
) -> Iterator[PicturePair]:
    """Compare the first and last picture of each folder that holds two."""
    folders: dict[Path, list[Input]] = defaultdict(list)
    for one in sorts["picture"]:
        folders[one.path.parent].append(one)
    for folder, pictures in sorted(folders.items()):
        outlines = [one for one in sorts["outlines"] if one.path.parent == folder]
        days = _dated(pictures, failures)
        if len(days) < _PAIR:
            reason = "it is the only picture in its folder that can be read"
            failures += [Failure(one[1], reason, "add one of another day") for one in days]
            continue
        try:
            pair = _pair(days, outlines, failures)
        except InputError as error:
            shown = next((one.name for one in pictures if str(one.path) == error.path), folder.name)
            failures.append(Failure(shown, error.reason, error.next_step))
            continue
        except UsageError as error:
            reason, _, step = str(error).removeprefix(f"{pictures[0].name}: ").partition("; ")
            failures.append(Failure(pictures[0].name, reason, step or "correct or remove it"))
            continue
        if {pair.change.before.synthetic, pair.change.after.synthetic} == {synthetic}:
            exhibits.of_pictures(pair.change, outlines)
            yield pair
        else:
            failures.append(wrong_sort(pictures[0].name, synthetic=not synthetic))


def _dated(pictures: Sequence[Input], failures: list[Failure]) -> list[_Dated]:
    """Give the day, name and path of each picture in order; one that cannot be read costs no other."""
    from allsource.evidence.imagery.describe import describe  # noqa: PLC0415

    found = []
    for one in pictures:
        try:
            found.append((describe(one.path).picture.taken or "", one.name, one.path))
        except InputError as error:
            failures.append(Failure(one.name, error.reason, error.next_step))
    return sorted(found)


def _pair(
    days: Sequence[_Dated], outlines: Sequence[Input], failures: list[Failure]
) -> PicturePair:
    from allsource.evidence.imagery.footprint_area import footprint_change  # noqa: PLC0415
    from allsource.evidence.imagery.footprint_file import footprints, surenesses  # noqa: PLC0415
    from allsource.evidence.imagery.screening import Request, compare, screen  # noqa: PLC0415
    from allsource.evidence.imagery.sites import site  # noqa: PLC0415
    from allsource.evidence.imagery.views import before_and_after  # noqa: PLC0415

    footprint = [one for one in outlines if "footprint" in one.name.casefold()]
    drawn = _only(footprint, "outlines of buildings", failures)
    sites = _only([one for one in outlines if one not in footprint], "outline", failures)
    if not days[0][0] and days[-1][0]:
        raise UsageError(f"{days[0][1]} has no date and others have; date it in a sidecar or tag")
    outline = site(sites.path) if sites else None
    compared = compare(Request(days[0][2], days[-1][2], outline))
    change = screen(compared, outline)
    if drawn:
        found = footprints(drawn.path, change.before, change.after)
        sure = surenesses(drawn.path, change.before, change.after)
        change = replace(change, area=footprint_change(found, sure))
    shown = (
        replace(p, path=n) for p, n in ((change.before, days[0][1]), (change.after, days[-1][1]))
    )
    before, after = shown
    return PicturePair(replace(change, before=before, after=after), *before_and_after(compared))
