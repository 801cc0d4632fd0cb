"""What do the sample tracks of the ``traffic`` package hold?

They come in its wheel (MIT; OpenSky data, not redistributed here) and are read where the user has them. They have no
labels: where an end was seen on the ground, the place seen is the truth for simulated loss of coverage.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from bench.tracks.flights import Flight, half
from numpy.typing import NDArray

from allsource.evidence.track.airports import Airports
from allsource.evidence.track.chances import Side
from allsource.evidence.track.clean import without_jumps
from allsource.evidence.track.ends import leg_end
from allsource.evidence.track.fixes import Fixes, fix_table
from allsource.evidence.track.gathering import Gathering
from allsource.evidence.track.legs import Stretch, stretches

NETWORK = "sample"
COLLECTIONS = ("collections/quickstart.json.gz", "onground/zurich_airport.json.gz")
HOSTILE = ("noisy/noisy_spoofing.json.gz", "noisy/noisy_time_issue.json.gz")
CLEAN = ("noisy/noisy_landing.json.gz", "noisy/noisy_takeoff.json.gz", "featured/kiwi.json.gz")


def there(folder: Path | None) -> bool:
    """Say whether the samples are at hand."""
    return folder is not None and (folder / COLLECTIONS[0]).is_file()


def gathered(folder: Path, names: Sequence[str]) -> Gathering:
    """Gather the fixes of some samples."""
    into = Gathering(2e9)
    for name in names:
        columns = _columns(folder / name)
        count = len(columns["timestamp"])
        keys = np.array([(one or "").encode() for one in columns["icao24"]], dtype="S6")
        into.add_rows(keys, _fixes(columns, count), NETWORK)
    return into


def flights(folder: Path, part: str, airports: Airports) -> Iterator[Flight]:
    """Give the flights of one half whose ends were seen on the ground, parted by address."""
    for address, held in gathered(folder, COLLECTIONS).aircraft():
        if half(address or "") != part:
            continue
        clean, _ = without_jumps(held.fixes())
        for number, leg in enumerate(stretches(clean)):
            truth: dict[Side, str | None] = {
                "departure": _seen("departure", leg, airports),
                "arrival": _seen("arrival", leg, airports),
            }
            yield Flight(f"{address}/{number}", (leg,), truth)


def _seen(side: Side, leg: Stretch, airports: Airports) -> str | None:
    ground = leg.before if side == "departure" else leg.after
    end = leg_end(side, leg.air, ground, airports, suspect=False)
    return end.airport if end.tier == "ground" else None


def _columns(path: Path) -> dict[str, list[Any]]:
    with gzip.open(path) as file:
        held = json.load(file)
    if isinstance(held, list):
        names = sorted({name for row in held[:2_000] for name in row})
        return {name: [row.get(name) for row in held] for name in names}
    return {name: list(values.values()) for name, values in held.items()}


def _fixes(columns: dict[str, list[Any]], count: int) -> Fixes:
    marks = columns.get("onground") or [None] * count
    return fix_table(
        count,
        time=_floats(columns, "timestamp", count) / 1_000,
        latitude=_floats(columns, "latitude", count),
        longitude=_floats(columns, "longitude", count),
        altitude=_floats(columns, "altitude", count),
        speed=_floats(columns, "groundspeed", count),
        ground=[-1 if one is None else int(bool(one)) for one in marks],
        callsign=[
            (one or "").strip().encode()[:8] for one in columns.get("callsign") or [""] * count
        ],
    )


def _floats(columns: dict[str, list[Any]], name: str, count: int) -> NDArray[np.float64]:
    values = columns.get(name) or [None] * count
    return np.array([np.nan if one is None else one for one in values], dtype=np.float64)
