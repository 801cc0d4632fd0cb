"""The invented sensors and list of the sample: a flight, a pair of pictures, a list entry.

Writes into ``src/allsource/sample/observed``. Everything is invented and says so: the flight leads along an
empty coast between places that do not exist, the pictures are drawn from a seed, the list names one firm of the
sample's world. Needs rasterio.

Run: ``python training/sample/make.py``.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.transform import from_origin

OUT = Path(__file__).resolve().parents[2] / "src" / "allsource" / "sample" / "observed"
START, END = (-66.9, 50.3), (-69.8, 39.6)
"""Latitude and longitude of the invented airports of Corrant and Velory."""
SIDE, PIXEL = 96, 10.0


def flight() -> None:
    """Write a trace: taxi, climb, an hour, a gap, descent, taxi."""
    first = datetime(2021, 5, 4, 6, 0, tzinfo=UTC).timestamp()
    last = 4200
    rows: list[list[object]] = [
        [second, START[0], START[1] + second * 2e-5, "ground", 12, 250, 0, None]
        for second in range(0, 120, 15)
    ]
    for second in range(135, last - 120, 30):
        share = (second - 120) / (last - 240)
        if 0.45 < share < 0.62:
            continue
        place = [a + share * (b - a) for a, b in zip(START, END, strict=True)]
        up = min(share, 1 - share)
        height = int(min(28000, 400 + up * 240_000))
        rows.append([second, *(round(one, 5) for one in place), height, 430, 250, 0, None])
    rows += [
        [second, END[0], END[1] - (second - last + 120) * 2e-5, "ground", 12, 250, 0, None]
        for second in range(last - 120, last, 15)
    ]
    trace = {
        "synthetic": True,
        "icao": "f00076",
        "r": "XX-GLN",
        "t": "IL76",
        "dbFlags": 1,
        "timestamp": first,
        "trace": rows,
    }
    text = json.dumps(trace, separators=(",", ":"))
    (OUT / "trace_f00076.json").write_text(text + "\n", encoding="utf-8")


def airports() -> None:
    """Write the invented airports in the columns of OurAirports."""
    dorrow = (-68.4, 44.5)
    rows = [
        "# synthetic: no such places",
        "ident,type,name,latitude_deg,longitude_deg,elevation_ft,iso_country,municipality,iata_code",
    ]
    for ident, town, country, (lat, lon) in (
        ("XXCO", "Corrant", "Druvenia", START),
        ("XXVE", "Velory", "Mardisia", END),
        ("XXDO", "Dorrow", "Mardisia", dorrow),
    ):
        rows.append(f"{ident},large_airport,{town} Airport,{lat},{lon},300,{country},{town},")
    (OUT / "airports.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def pictures() -> None:
    """Write two pictures of one site, the later one with two new halls and a yard."""
    rng = np.random.default_rng(20210501)
    relief, tint = (smooth(rng.normal(size=(many, SIDE, SIDE))) for many in (1, 4))
    base = np.array([520, 640, 600, 1500])[:, None, None]
    ground = base + 90 * relief + 25 * tint
    for day, built, gain in (("2020-05-20", False, 1.0), ("2021-05-02", True, 1.03)):
        bands = gain * ground + rng.normal(0, 12, ground.shape)
        if built:
            for top, left, high, wide in ((34, 39, 12, 16), (50, 40, 11, 15)):
                bands[:, top : top + high, left : left + wide] = np.array([1250, 1300, 1330, 1100])[
                    :, None, None
                ] + rng.normal(0, 20, (4, high, wide))
        write(OUT / "ollen" / f"{day}.tif", bands, day)
    corners = [(44.4990, -67.9993), (44.5034, -67.9993), (44.5034, -68.0027), (44.4990, -68.0027)]
    ring = [list(one) for one in (*corners, corners[0])]
    site = {
        "synthetic": True,
        "type": "Feature",
        "properties": {"name": "Ollen works"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    text = json.dumps(site, separators=(",", ":"))
    (OUT / "ollen" / "site.geojson").write_text(text + "\n", encoding="utf-8")


def smooth(noise: NDArray[np.float64]) -> NDArray[np.float64]:
    """Blur noise by running means, so that it looks like ground."""
    for _ in range(3):
        noise = (
            sum(np.roll(noise, step, axis) for axis in (1, 2) for step in (-2, -1, 0, 1, 2)) / 10
        )
    return noise / noise.std()


def write(path: Path, bands: NDArray[np.float64], day: str) -> None:
    """Write a GeoTIFF with its day and the mark that it is invented."""
    west, north = 478_670.0, 2_457_420.0
    with rasterio.open(
        path, "w", driver="GTiff", width=SIDE, height=SIDE, count=4, dtype="uint16",
        crs="EPSG:32738", transform=from_origin(west, north, PIXEL, PIXEL), compress="deflate",
    ) as file:  # fmt: skip
        file.write(np.clip(bands, 0, 65535).astype("uint16"))
        file.update_tags(ACQUISITION_DATE=day, SYNTHETIC="true")


def listed() -> None:
    """Write the list: one firm, in the lines of FollowTheMoney."""
    sanction = {
        "schema": "Sanction",
        "properties": {"program": ["Invented programme"], "startDate": ["2019-07-16"]},
    }
    entity = {
        "synthetic": True,
        "id": "invented-1",
        "caption": "Pellarine Freight",
        "schema": "Company",
        "properties": {
            "name": ["Pellarine Freight"],
            "topics": ["sanction"],
            "sanctions": [sanction],
        },
        "datasets": ["invented_list"],
        "last_change": "2021-05-01",
    }
    text = json.dumps(entity, ensure_ascii=False, separators=(",", ":"))
    (OUT / "invented-list.ftm.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    flight()
    airports()
    pictures()
    listed()


if __name__ == "__main__":
    main()
