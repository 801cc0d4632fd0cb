"""Do pairs of pictures tell change where it is, and areas with honest intervals?

    python bench/imagery/run.py [--data FOLDER] [--scale] [--freeze | --check]

Scores invented scenes, and the Landsat pair of Taizhou where ``FOLDER`` holds it; ``--scale`` adds what a raster
of 50,000 by 50,000 pixels costs. See README.md.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.imagery.outlines import outline_rows
from bench.imagery.pairs import SQUARE, Mask, around, compared, f1, renamed, square
from bench.imagery.rivals import RIVALS
from bench.imagery.scale import scale_rows
from bench.imagery.scenes import Kind, Scene, optical, radar
from bench.imagery.taizhou import taizhou_rows

from allsource.evidence.imagery.sampled_area import Counted, sampled_area
from allsource.evidence.imagery.screening import Compared, screen
from allsource.evidence.imagery.strata import draw
from allsource.model.imagery import Screening, Sensor

HELD = range(3000, 3003)
"""Seeds of the scenes that are reported; the rule was set on seeds below 2100."""

KINDS = {
    "usual": Kind(size=300, districts=9),
    "calm season": Kind(size=300, districts=9, season=0.3),
    "strong season": Kind(size=300, districts=9, season=1.0),
    "small districts": Kind(size=300, districts=16, radius=(4, 10)),
    "a sixth changed": Kind(size=300, districts=18, radius=(8, 36)),
    "two fifths changed": Kind(size=300, districts=24, radius=(15, 60)),
    "noisy": Kind(size=300, districts=9, noise=0.01),
}
SIDE, MARGIN = 20, 100
DRAWS = 150
SAMPLES = (60, 150)
WINDOWS = Kind(size=240, districts=14, radius=(10, 30))


def pixels() -> Iterator[Row]:
    """F1 by kind of scene, beside the rivals."""
    for name, kind in KINDS.items():
        found: dict[str, list[float]] = {}
        for seed in HELD:
            scene = optical(kind, seed)
            easy = scene.easy()
            whole = np.ones(scene.changed.shape, bool)
            ours = compared(scene, whole, "optical").flagged.pixels
            found.setdefault("allsource", []).append(f1(ours, *easy))
            found.setdefault("allsource, edges too", []).append(
                f1(ours, scene.changed, ~scene.changed)
            )
            for rival, way in RIVALS.items():
                flags = way(scene.before.astype(np.float32), scene.after.astype(np.float32))
                found.setdefault(rival, []).append(f1(flags, *easy))
        for system, values in found.items():
            row = {"name": system, "metric": f"invented scenes, {name}: pixel F1"}
            extra = {"rival": True} if system in RIVALS else {}
            yield {**row, "value": round(float(np.mean(values)), 3), "n": len(values), **extra}


def read(scene: Scene, site: Mask, sensor: Sensor) -> tuple[Screening, Compared]:
    """Screen one site of a scene."""
    part, inside = around(scene, site, MARGIN)
    pair = compared(part, inside, sensor)
    return screen(pair, SQUARE).screening, pair


def windows() -> Iterator[Row]:
    """Windows of 600 m: changed ones found, unchanged ones left alone, clouds told."""
    for label, sensor, kind in (
        ("optical", "optical", WINDOWS),
        ("optical, nothing changed", "optical", Kind(size=240, districts=0)),
        ("optical, three tenths under cloud", "optical", Kind(size=240, districts=0, cloud=0.3)),
        ("radar", "radar", WINDOWS),
        ("radar, nothing changed", "radar", Kind(size=240, districts=0)),
    ):
        seen: Counter[tuple[bool, str]] = Counter()
        for seed in HELD[:2]:
            scene = (optical if sensor == "optical" else radar)(kind, seed)
            for row, column in np.ndindex(7, 7):
                site = square(kind.size, 4 + 35 * row, 4 + 35 * column, SIDE)
                share = scene.changed[site].mean()
                if share == 0 or share >= 0.5:
                    told, _ = read(scene, site, "optical" if sensor == "optical" else "radar")
                    seen[bool(share), told.verdict if told.conclusive else "cannot tell"] += 1
        for changed in (True, False):
            total = sum(count for (true, _), count in seen.items() if true == changed)
            for verdict in ("change", "possible change", "no change seen", "cannot tell"):
                if total:
                    which = "changed" if changed else "unchanged"
                    metric = f"600 m windows, {label}: {which} ones read {verdict!r}"
                    yield {"name": "allsource", "metric": metric, "value": seen[changed, verdict], "n": total}  # fmt: skip


def detectable() -> Iterator[Row]:
    """A change of the size that a pair is said to show is told."""
    counts: Counter[str] = Counter()
    tries = 0
    for seed in range(HELD[0], HELD[0] + 12):
        bare, built = (optical(Kind(size=200, districts=many), seed) for many in (0, 0))
        full = optical(Kind(size=200, districts=60, radius=(60, 90)), seed)
        site = square(200, 80, 80, 40)
        told, _ = read(bare, site, "optical")
        tries += 1
        for name, side_m in (
            ("possible change", told.detectability.possible_side_m),
            ("change", told.detectability.change_side_m),
        ):
            side = int(np.ceil((side_m or 0) / 30))
            place = square(200, 100 - side // 2, 100 - side // 2, side)
            scene = Scene(built.before, np.where(place, full.after, built.after), place)
            verdict, _ = read(scene, site, "optical")
            counts[name] += verdict.verdict in {"change", name}
    for name in ("possible change", "change"):
        yield {
            "name": "allsource",
            "metric": f"squares of the size told by detectability read {name!r} or more, %",
            "value": round(100 * counts[name] / tries, 1),
            "n": tries,
        }


def sampled() -> Iterator[Row]:
    """How often the interval of a sampled area holds the truth."""
    sites = [
        ("strong season", KINDS["strong season"], 150),
        ("usual", KINDS["usual"], 200),
        ("a sixth changed", KINDS["a sixth changed"], 60),
        ("nothing changed", Kind(size=300, districts=0), 150),
    ]
    for many in SAMPLES:
        worst, held, widths, offs = 1.0, [], [], []
        for name, kind, side in sites:
            scene = optical(kind, HELD[0])
            site = square(kind.size, 60, 60, side)
            pair = compared(scene, site, "optical")
            share = [covers(renamed(pair, str(turn)), scene, many) for turn in range(DRAWS)]
            covered = float(np.mean([one[0] for one in share]))
            worst = min(worst, covered)
            held.append(covered)
            truth = scene.changed[site].sum() * 900
            if truth:
                widths += [one[1] / truth for one in share]
                offs.append(float(np.mean([one[2] for one in share])) / truth)
            print(f"  {name}, {many} points: {100 * covered:.1f} % of draws")
        for metric, value in (
            (
                "interval holds the truth, % of draws, mean of scenes",
                round(100 * float(np.mean(held)), 1),
            ),
            ("interval holds the truth, % of draws, worst scene", round(100 * worst, 1)),
            ("half the interval over the truth, median", round(float(np.median(widths)) / 2, 2)),
            ("estimate over the truth, mean", round(float(np.mean(offs)), 2)),
        ):
            row: Row = {
                "name": "sampled area",
                "metric": f"{many} points: {metric}",
                "value": value,
            }
            extra = {"target": ">= 93"} if "worst" in metric else {}
            yield {**row, "n": DRAWS * len(sites), **extra}


def covers(pair: Compared, scene: Scene, many: int) -> tuple[bool, float, float]:
    """Whether the interval holds the truth, its width and its middle, for one draw."""
    drawn = draw(pair, SQUARE, many)
    strata = []
    for stratum, size in enumerate(drawn.sizes):
        hits = [scene.changed[p.row, p.column] for p in drawn.points if p.stratum == stratum]
        strata.append(Counted(size, int(sum(hits)), len(hits) - int(sum(hits))))
    area = sampled_area(strata, drawn.pixel_m2)
    if area is None:
        raise SystemExit("a sample without labels")
    truth = float(scene.changed[pair.pair.site].sum()) * drawn.pixel_m2
    return area.low <= truth <= area.high, area.high - area.low, area.median


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--data", type=Path, help="folder with the Taizhou pair")
    parser.add_argument("--scale", action="store_true", help="time and memory of a large raster")
    options = parser.parse_args()
    measured = [*pixels(), *windows(), *detectable(), *sampled(), *outline_rows()]
    measured += taizhou_rows(options.data)
    if options.scale:
        measured += scale_rows()
    for row in measured:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row.get('n', 1)})")
    data = (
        "Invented scenes (seeds from 3000, the rule was set on others); the Landsat pair of Taizhou "
        "2000/2003 where it is at hand, opened once."
    )
    return settle("imagery", data, measured, options)


if __name__ == "__main__":
    raise SystemExit(main())
