"""What does the ``traffic`` package tell of the same ends?

It names the place nearest to the first or last position and never abstains. It is asked twice: with all
places of our table, and with those served by airlines only, as its documentation advises where data near the ground
is missing. ``ALLSOURCE_RIVAL_TRAFFIC`` names its interpreter, ``ALLSOURCE_FLIGHTS`` the folder with the labelled flights.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from bench.frozen import Row
from bench.tracks.flights import CUTS, SIDES, cut, flights, there

from allsource.evidence.track.airports import Airports, bundled
from allsource.evidence.track.fixes import Fixes

__all__ = ["DATA", "measured"]

DATA = "the held half of 37 flights into London Heathrow (euctrl-pru/trrrj), as received and cut"
ROOT = Path(__file__).resolve().parents[2]
KINDS = {"departure": "takeoff", "arrival": "landing"}


def measured() -> Iterator[Row]:
    """Rows of the rival, if it and the flights are at hand."""
    home, folder = os.environ.get("ALLSOURCE_RIVAL_TRAFFIC"), os.environ.get("ALLSOURCE_FLIGHTS")
    if not home or not Path(home).is_file() or not folder or not there(Path(folder)):
        print("traffic: skipped, ALLSOURCE_RIVAL_TRAFFIC or ALLSOURCE_FLIGHTS names nothing")
        return
    airports = bundled()
    asked = list(_asked(Path(folder), airports))
    for places in ("all places", "served places"):
        said = _ask(home, [one for _, _, one in asked], airports, places)
        name = f"traffic {said['version']}, {places}"
        for group in sorted({group for group, _, _ in asked}):
            right = [
                found == true
                for (of, true, _), found in zip(asked, said["found"], strict=True)
                if of == group
            ]
            share = round(100 * sum(right) / len(right), 1)
            yield {"name": name, "metric": f"{group}: right, %", "value": share, "n": len(right)}
        rate = float(f"{len(asked) / said['seconds']:.2g}")
        yield {"name": name, "metric": "ends per CPU second", "value": rate}


def _asked(folder: Path, airports: Airports) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for flight in flights(folder, "held", airports):
        for side in SIDES:
            true = flight.truth[side]
            leg = flight.legs[0 if side == "departure" else -1]
            ground = leg.before if side == "departure" else leg.after
            if true is None or len(ground) == 0:
                continue
            parts = [ground, leg.air] if side == "departure" else [leg.air, ground]
            yield "seen on the ground", true, _columns(side, np.concatenate(parts))
            for minutes in CUTS:
                air = cut(leg, side, minutes)
                if air is not None:
                    yield f"cut by {minutes:02d} minutes", true, _columns(side, air)


def _columns(side: str, fixes: Fixes) -> dict[str, Any]:
    names = {"timestamp": "time", "latitude": "latitude", "longitude": "longitude"}
    columns = {name: fixes[ours].tolist() for name, ours in names.items()}
    columns["altitude"] = np.nan_to_num(fixes["altitude"]).tolist()
    return {"side": KINDS[side], "columns": columns}


def _ask(home: str, asked: list[dict[str, Any]], airports: Airports, places: str) -> dict[str, Any]:
    rows = (
        np.flatnonzero(airports.served > 0) if "served" in places else range(len(airports.idents))
    )
    idents = [airports.idents[row] for row in rows]
    table = {
        "icao": idents,
        "latitude": [float(airports.latitude[row]) for row in rows],
        "longitude": [float(airports.longitude[row]) for row in rows],
        "altitude": [float(airports.elevation[row]) for row in rows],
        **{name: [""] * len(idents) for name in ("country", "iata", "name")},
    }
    done = subprocess.run(
        [home, str(Path(__file__).with_name("traffic_airports.py"))],
        input=json.dumps({"airports": table, "flights": asked}),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
        env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": ""},
    )
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said
