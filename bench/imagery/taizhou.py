"""The Landsat pair of Taizhou: pixels, windows of 600 m, and intervals of sampled areas.

What counts is in README.md, and was written down before the pair was opened.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from bench.frozen import Row
from bench.imagery.pairs import SQUARE, Mask, f1, renamed
from bench.imagery.rivals import RIVALS

from allsource.evidence.imagery.sampled_area import Counted, sampled_area
from allsource.evidence.imagery.screening import Compared, Request, compare, screen
from allsource.evidence.imagery.sites import Outline
from allsource.evidence.imagery.strata import draw

FILES = ("2000TM", "2003TM", "change.bmp", "unchanged.bmp")
SIDE, STEP = 20, 10
LABELLED, HALF = 0.1, 0.5
SAMPLES = (60, 150, 300)
DRAWS = 400


def taizhou_rows(folder: Path | None) -> Iterator[Row]:
    """Everything measured on the pair; nothing where it is not at hand."""
    if folder is None or not all((folder / name).is_file() for name in FILES):
        print("Taizhou: skipped, --data names no folder with it")
        return
    before, after = folder / FILES[0], folder / FILES[1]
    changed, unchanged = (_marked(folder / name) for name in FILES[2:])
    whole = compare(Request(before, after))
    print(f"  registration: {whole.registration}")
    yield from _pixels(whole, changed, unchanged)
    yield from _windows(before, after, changed, unchanged)
    for many in SAMPLES:
        yield from _sampled(whole, changed, changed | unchanged, many)


def _marked(path: Path) -> Mask:
    import rasterio

    with rasterio.open(path) as file:
        return np.asarray(file.read(1) > 0)


def _pixels(whole: Compared, changed: Mask, unchanged: Mask) -> Iterator[Row]:
    many = int((changed | unchanged).sum())
    row = {"name": "Taizhou", "metric": "pixel F1", "n": many, "target": ">= 0.94"}
    flagged = whole.flagged.pixels
    yield {**row, "value": round(f1(flagged, changed, unchanged), 3)}
    hits = int((flagged & changed).sum())
    yield {
        "name": "Taizhou",
        "metric": "precision",
        "value": round(hits / max(int((flagged & (changed | unchanged)).sum()), 1), 3),
        "n": many,
    }
    yield {
        "name": "Taizhou",
        "metric": "recall",
        "value": round(hits / int(changed.sum()), 3),
        "n": many,
    }
    pair = whole.pair
    for name, way in RIVALS.items():
        value = round(f1(way(pair.before, pair.after), changed, unchanged), 3)
        yield {"name": f"{name}, Taizhou", "metric": "pixel F1", "value": value, "n": many, "rival": True}  # fmt: skip


def _windows(before: Path, after: Path, changed: Mask, unchanged: Mask) -> Iterator[Row]:
    seen: Counter[tuple[bool, str]] = Counter()
    for row in range(0, changed.shape[0] - SIDE + 1, STEP):
        for column in range(0, changed.shape[1] - SIDE + 1, STEP):
            part = (slice(row, row + SIDE), slice(column, column + SIDE))
            yes, no = int(changed[part].sum()), int(unchanged[part].sum())
            share = yes / max(yes + no, 1)
            if yes + no < LABELLED * SIDE**2 or 0 < share < HALF:
                continue
            site = _outline(before, row, column)
            told = screen(compare(Request(before, after, site)), site)
            said = told.screening.verdict if told.screening.conclusive else "cannot tell"
            seen[share >= HALF, said] += 1
    for true, which in ((True, "changed"), (False, "unchanged")):
        total = sum(count for (one, _), count in seen.items() if one is true)
        for said in ("change", "possible change", "no change seen", "cannot tell"):
            metric = f"600 m windows: {which} ones read {said!r}"
            yield {"name": "Taizhou", "metric": metric, "value": seen[true, said], "n": total}


def _outline(path: Path, row: int, column: int) -> Outline:
    """A window as a polygon in degrees."""
    import rasterio
    from rasterio.warp import transform

    with rasterio.open(path) as file:
        spots = [
            file.xy(row + down, column + across, offset="ul")
            for down, across in ((0, 0), (0, SIDE), (SIDE, SIDE), (SIDE, 0), (0, 0))
        ]
        degrees = transform(file.crs, "OGC:CRS84", *map(list, zip(*spots, strict=True)))
    return Outline(None, ((tuple(zip(*degrees, strict=True)),),))


def _sampled(whole: Compared, changed: Mask, labelled: Mask, many: int) -> Iterator[Row]:
    pair = replace(whole.pair, clear=labelled, site=labelled)
    known = replace(whole, pair=pair)
    truth = float(changed.sum()) * pair.grid.pixel_m2
    held, widths, middles = [], [], []
    for turn in range(DRAWS):
        drawn = draw(renamed(known, str(turn)), SQUARE, many)
        strata = []
        for stratum, size in enumerate(drawn.sizes):
            hits = [bool(changed[p.row, p.column]) for p in drawn.points if p.stratum == stratum]
            strata.append(Counted(size, sum(hits), len(hits) - sum(hits)))
        area = sampled_area(strata, drawn.pixel_m2)
        if area is None:
            raise SystemExit("a sample without labels")
        held.append(area.low <= truth <= area.high)
        widths.append((area.high - area.low) / 2 / truth)
        middles.append(area.median / truth)
    for metric, value, target in (
        ("interval holds the truth, % of draws", round(100 * float(np.mean(held)), 1), ">= 93"),
        ("half the interval over the truth, median", round(float(np.median(widths)), 2), None),
        ("estimate over the truth, mean", round(float(np.mean(middles)), 3), None),
    ):
        row: Row = {"name": "Taizhou", "metric": f"sampled area, {many} points: {metric}"}
        extra = {"target": target} if target else {}
        yield {**row, "value": value, "n": DRAWS, **extra}
