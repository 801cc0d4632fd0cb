"""What does a pair of 50,000 by 50,000 pixels cost, with a site and without one?

Each is read by ``allsource imagery`` in a process of its own; peak memory is that of the process.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from bench.frozen import Row
from bench.imagery.scenes import Kind, optical

SIDE = 50_000
PROBE = (
    "import resource, runpy, sys; sys.argv = ['allsource', *sys.argv[1:]]\n"
    "try: runpy.run_module('allsource', run_name='__main__')\n"
    "finally:\n"
    "  used = resource.getrusage(resource.RUSAGE_SELF)\n"
    "  print('COST', used.ru_maxrss // 1024, used.ru_utime + used.ru_stime, file=sys.stderr)\n"
)


def scale_rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        scene = optical(Kind(size=1000, districts=40), 7)
        for name, bands in (("a", scene.before), ("b", scene.after)):
            _write(folder / f"{name}.tif", bands.astype(np.uint8)[:4])
        site = {"type": "Polygon", "coordinates": [[[3.01, 51.39], [3.02, 51.39], [3.02, 51.4], [3.01, 51.4], [3.01, 51.39]]]}  # fmt: skip
        (folder / "site.geojson").write_text(json.dumps(site), encoding="utf-8")
        pair = [str(folder / "a.tif"), str(folder / "b.tif")]
        for label, words in (
            ("with a site", ["--site", str(folder / "site.geojson")]),
            ("whole", []),
        ):
            done = subprocess.run(
                [sys.executable, "-c", PROBE, "imagery", *pair, *words],
                capture_output=True,
                text=True,
                check=False,
            )
            cost = [line for line in done.stderr.splitlines() if line.startswith("COST ")]
            if done.returncode or not cost:
                raise SystemExit(done.stderr)
            memory, seconds = cost[-1].split()[1:]
            for metric, value in (
                ("peak memory, MB", round(int(memory), -1)),
                ("CPU seconds", float(f"{float(seconds):.1g}")),
            ):
                name = f"50,000 x 50,000 pixels in four bands, {label}"
                yield {"name": name, "metric": metric, "value": value}


def _write(path: Path, bands: np.ndarray) -> None:
    """A large raster of which one corner holds a scene."""
    import rasterio
    from rasterio.transform import Affine
    from rasterio.windows import Window

    shape = {"width": SIDE, "height": SIDE, "count": len(bands), "dtype": "uint8"}
    with rasterio.open(
        path, "w", driver="GTiff", crs="EPSG:32631", transform=Affine(10, 0, 500_000, 0, -10, 5_700_000),
        tiled=True, compress="deflate", sparse_ok=True, bigtiff="yes", nodata=0, **shape,
    ) as file:  # fmt: skip
        file.write(bands, window=Window(0, 0, bands.shape[2], bands.shape[1]))
