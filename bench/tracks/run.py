"""Are the ends of flights told rightly, and how likely are those that were not seen?

    python bench/tracks/run.py [--data FOLDER] [--samples FOLDER] [--freeze | --check]

Invented flights are always measured; labelled ones where ``FOLDER`` holds them, and the sample tracks of the
``traffic`` package where ``--samples`` names its folder ``data/samples``. See README.md.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.tracks import flights, invented, samples
from bench.tracks.flights import CUTS, SIDES, Flight, cut

from allsource.evidence.track.airports import Airports, bundled
from allsource.evidence.track.chances import Side
from allsource.evidence.track.clean import without_jumps
from allsource.evidence.track.ends import leg_end
from allsource.evidence.track.fixes import Fixes, fix_table
from allsource.evidence.track.legs import stretches
from allsource.evidence.track.read import read_tracks
from allsource.model.track import LegEnd

FIELDS = {
    "UUWW": invented.MOSCOW,
    "OIIE": invented.TEHRAN,
    "LPPT": invented.LISBON,
    "LEMD": invented.MADRID,
}
BINS = 10
Floats = NDArray[np.float64]
POINTS = 2_500
SPEED = "aircraft-days of 2,500 fixes per CPU second"


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of an end cut by some minutes: of its first candidate, and whether that is it."""

    end: str
    minutes: int
    chance: float
    right: bool
    tier: str
    named: bool


def ends(part: Iterable[Flight], airports: Airports) -> Iterator[tuple[Side, LegEnd, str | None]]:
    """Judge both ends of each flight as it was received."""
    for flight in part:
        for side in SIDES:
            leg = flight.legs[0 if side == "departure" else -1]
            ground = leg.before if side == "departure" else leg.after
            yield side, leg_end(side, leg.air, ground, airports), flight.truth[side]


def seen(name: str, part: list[Flight], airports: Airports) -> Iterator[Row]:
    """What is told of ends as received."""
    found = [(end, true) for _, end, true in ends(part, airports) if true is not None]
    for tier in ("ground", "low", "candidate", "none"):
        told = [(end.airport, true) for end, true in found if end.tier == tier]
        named = [(airport, true) for airport, true in told if airport is not None]
        right = sum(airport == true for airport, true in named)
        yield row(name, f"tier {tier}: ends", len(told), len(found))
        if tier == "ground" and told:
            target = {"target": ">= 99"}
            yield {**row(name, "tier ground: right, %", pct(right, len(told)), len(told)), **target}
            wrong = {"target": "0"}
            yield {**row(name, "tier ground: wrong", len(named) - right, len(told)), **wrong}
        elif named:
            yield row(name, f"tier {tier}: named, right, %", pct(right, len(named)), len(named))


def cut_ends(part: Iterable[Flight], airports: Airports) -> list[Told]:
    """Cut each end that was seen on the ground by each of the set minutes, and judge what is left."""
    told: list[Told] = []
    for flight in part:
        for side in SIDES:
            leg = flight.legs[0 if side == "departure" else -1]
            ground = leg.before if side == "departure" else leg.after
            true = flight.truth[side]
            if true is None or len(ground) == 0:
                continue
            for minutes in CUTS:
                air = cut(leg, side, minutes)
                if air is not None:
                    end = leg_end(side, air, air[:0], airports)
                    best = end.candidates[0] if end.candidates else None
                    chance = best.probability if best else 0.0
                    is_it = best is not None and best.airport == true
                    named = end.airport is not None
                    whose = f"{flight.name} {side}"
                    told.append(Told(whose, minutes, chance, is_it, end.tier, named))
    return told


def lost(
    name: str, part: list[Flight], airports: Airports, *, straight: bool = False
) -> Iterator[Row]:
    """What is told when the last or first minutes are cut away.

    Flights that go straight in are easier than real ones: of those no calibration is told.
    """
    told = cut_ends(part, airports)
    if not straight:
        yield from calibrated(name, "first candidate", [one for one in told if one.chance > 0])
        yield from calibrated(name, "named", [one for one in told if one.named])
    for tier in ("low", "candidate"):
        some = [one for one in told if one.tier == tier]
        if some:
            first = sum(one.right for one in some)
            metric = f"cut by 0 to 20 minutes, tier {tier}: first is right, %"
            yield row(name, metric, pct(first, len(some)), len(some))
    for minutes in CUTS:
        some = [one for one in told if one.minutes == minutes]
        first = sum(one.right for one in some)
        metric = f"cut by {minutes:02d} minutes: first candidate right, %"
        yield row(name, metric, pct(first, len(some)), len(some))
    gave_up = sum(one.tier == "none" for one in told)
    yield row(name, "cut by 0 to 20 minutes: abstained, %", pct(gave_up, len(told)), len(told))


def calibrated(name: str, what: str, told: list[Told]) -> Iterator[Row]:
    """Expected calibration error over ten bins, and the mean of what was said against what was so."""
    if not told:
        return
    chance = np.array([one.chance for one in told])
    so = np.array([one.right for one in told], dtype=float)
    target = {"target": "<= 0.05"}
    metric = f"cut by 0 to 20 minutes, {what}"
    luck = np.random.default_rng(0).random((400, len(chance)))
    noise = float(np.mean([_error(chance, (one < chance).astype(float)) for one in luck]))
    _, whose = np.unique([one.end for one in told], return_inverse=True)
    bound = [_error(chance, (one[whose] < chance).astype(float)) for one in luck]
    off = round(float(abs(chance.mean() - so.mean())), 3)
    yield {
        **row(name, f"{metric}: calibration error", round(_error(chance, so), 3), len(told)),
        **target,
    }
    yield row(name, f"{metric}: error of chances without fault", round(noise, 3), len(told))
    ends_too = f"{metric}: error of chances without fault, cuts of one end together"
    yield row(name, ends_too, round(float(np.mean(bound)), 3), int(whose.max()) + 1)
    high = round(float(np.quantile(bound, 0.9)), 3)
    yield row(name, f"{ends_too}, exceeded by one in ten", high, int(whose.max()) + 1)
    yield {**row(name, f"{metric}: mean stated less mean right", off, len(told)), **target}


def _error(chance: Floats, so: Floats) -> float:
    place = np.minimum((chance * BINS).astype(int), BINS - 1)
    parts = [
        abs(chance[place == b].mean() - so[place == b].mean()) * (place == b).mean()
        for b in range(BINS)
        if (place == b).any()
    ]
    return float(sum(parts))


def routes() -> list[Flight]:
    """Invented flights between fields whose traffic is known to nobody."""
    names = sorted(FIELDS)
    found = []
    for number, (origin, to) in enumerate((a, b) for a in names for b in names if a != b):
        flown = invented.flown(
            FIELDS[origin], FIELDS[to], start=invented.START + 9_000 * number, offset=50.0 * number
        )
        legs = tuple(stretches(without_jumps(table(flown))[0]))
        truth: dict[Side, str | None] = {"departure": origin, "arrival": to}
        found.append(Flight(f"{origin}-{to}", legs, truth))
    return found


def table(rows: list[invented.Row]) -> Fixes:
    columns = {
        name: [getattr(one, name) for one in rows]
        for name in ("time", "latitude", "longitude", "altitude", "speed", "ground")
    }
    return fix_table(len(rows), **columns)


def formats(airports: Airports) -> Row:
    """One flight in five formats: the same airports and tiers, times within a minute."""
    rows, same = invented.flown(invented.LISBON, invented.MADRID), 0
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        files = [
            [invented.readsb(folder / "trace.json", rows, packed=True)],
            [invented.opensky(folder / "vectors.csv", rows)],
            [invented.web(folder / "web.csv", rows)],
            [invented.granular(folder / "granular.csv", rows)],
            invented.archive(folder, rows, origin="LIS", to="MAD"),
        ]
        for one in files:
            legs = read_tracks(one, airports, now=invented.NOW).legs
            told = [(leg.departure, leg.arrival) for leg in legs]
            same += len(told) == 1 and all(
                (end.airport, end.tier) == (place, "ground") and abs(stamp(end.time) - at) <= 60
                for end, place, at in zip(
                    told[0], ("LPPT", "LEMD"), (rows[24].time, rows[-24].time), strict=True
                )
            )
    return row("one invented flight in 5 formats", "same airports, times within 60 s", same, 5)


def stamp(text: str) -> float:
    return float(np.datetime64(text[:-1], "s").astype(np.int64))


def hostile(folder: Path) -> Iterator[Row]:
    """Which share of the fixes is left out as jumps."""
    for kind, names in (("spoofed or disordered", samples.HOSTILE), ("clean", samples.CLEAN)):
        flagged = 0
        for name in names:
            held = [one for _, one in samples.gathered(folder, (name,)).aircraft()]
            flagged += any(without_jumps(one.fixes())[1] > 0 for one in held)
        yield row(f"samples, {kind}", "flagged with jumps", flagged, len(names))


def speed(airports: Airports) -> Row:
    """Traces from file to legs, the airport table loaded."""
    rows = invented.flown(invented.MOSCOW, invented.TEHRAN, every=5.0)[:POINTS]
    with tempfile.TemporaryDirectory() as made:
        path = invented.readsb(Path(made) / "trace.json", rows)
        began, done = process_time(), 0
        while process_time() - began < 3:
            read_tracks([path], airports, now=invented.NOW)
            done += 1
        rate = done / (process_time() - began) * len(rows) / POINTS
    found = row("invented traces", SPEED, float(f"{rate:.2g}"), done)
    return {**found, "target": ">= 100"}


def row(name: str, metric: str, value: float, count: int) -> Row:
    return {"name": name, "metric": metric, "value": value, "n": count}


def pct(some: int, of: int) -> float:
    return round(100 * some / of, 1) if of else 0.0


def measured(options: argparse.Namespace) -> Iterator[Row]:
    airports = bundled()
    own = routes()
    yield from seen("invented flights", own, airports)
    yield from lost("invented flights", own, airports, straight=True)
    yield formats(airports)
    if not options.check:
        yield speed(airports)
    if flights.there(options.data):
        held = list(flights.flights(options.data, "held", airports))
        yield from seen("flights into EGLL, held", held, airports)
        yield from lost("flights into EGLL, held", held, airports)
    else:
        print("flights into EGLL: skipped, --data names no folder with them")
    if samples.there(options.samples):
        held = list(samples.flights(options.samples, "held", airports))
        yield from lost("sample tracks, held", held, airports)
        yield from hostile(options.samples)
        if flights.there(options.data):
            both = [*flights.flights(options.data, "held", airports), *held]
            told = [one for one in cut_ends(both, airports) if one.chance > 0]
            yield from calibrated("both held sets", "first candidate", told)
    else:
        print("sample tracks: skipped, --samples names no folder with them")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--data", type=Path, help=f"folder with {flights.FLIGHTS}")
    parser.add_argument("--samples", type=Path, help="folder data/samples of the traffic package")
    options = parser.parse_args()
    rows = list(measured(options))
    for one in rows:
        print(f"{one['name']}: {one['metric']}: {one['value']} (n = {one['n']})")
    data = (
        "12 invented flights; the held half of 37 flights into London Heathrow on 2017-08-02 with origin and "
        "destination (euctrl-pru/trrrj); the held half of sample tracks of the traffic package."
    )
    return settle("tracks", data, rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
