"""Can this raster be read, safely and in bounded memory?

Only local GeoTIFF and ENVI files are opened, by drivers that fetch nothing. Before a pixel is read,
the number of bands, the kind of numbers, the size of a block, the length of the file and the
georeference are held against what the comparison can use; each refusal names the next step.

It fails where a file lies about what its numbers mean: calibrated reflectance and a stretched
picture look the same.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from allsource.errors import InputError, UsageError

__all__ = ["MOST_BANDS", "library", "opened", "reading"]

MOST_BANDS = 32
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_CACHE_MB = 64
_BLOCK_BYTES = 256 * 1024 * 1024
_LARGEST_SIDE = 200_000
_SETTINGS = {
    "GDAL_CACHEMAX": _CACHE_MB,
    "GDAL_NUM_THREADS": "1",
    "GDAL_HTTP_MAX_RETRY": "0",
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "none",
    "GDAL_PAM_ENABLED": "NO",
    "GTIFF_HONOUR_NEGATIVE_SCALEY": "YES",
}


def library() -> ModuleType:
    """Load rasterio, which is an optional extra.

    Raises:
        UsageError: it is not installed.
    """
    try:
        import rasterio  # noqa: PLC0415 - an extra, loaded only where pictures are read
    except ImportError as error:
        raise UsageError(
            "pictures need rasterio, which is not installed; run: pip install 'allsource[imagery]'"
        ) from error
    module: ModuleType = rasterio
    return module


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn whatever the raster library raises into an ``InputError`` that names the file."""
    rasterio = library()
    errors = (rasterio.errors.RasterioError, rasterio._err.CPLE_BaseError)  # noqa: SLF001 - its base
    with warnings.catch_warnings():
        for kind in ("NotGeoreferencedWarning", "NodataShadowWarning"):
            warnings.simplefilter("ignore", getattr(rasterio.errors, kind))
        warnings.simplefilter("ignore", PendingDeprecationWarning)  # the library's own
        try:
            yield
        except InputError:
            raise
        except (*errors, OSError, ValueError, OverflowError) as error:
            said = " ".join(str(error).split())[:200] or type(error).__name__
            raise InputError(
                str(path), f"it cannot be read as a raster ({said})", "fetch or export it again"
            ) from error
        except MemoryError as error:
            raise InputError(
                str(path), "reading it takes too much memory", "cut it to the site (gdal_translate)"
            ) from error


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """Open a GeoTIFF or ENVI file for reading.

    Args:
        path: of the data file, or of an ENVI header beside it.

    Yields:
        The open dataset (``rasterio.DatasetReader``).

    Raises:
        InputError: it cannot be used; the message says why and what to do.
        UsageError: rasterio is not installed.
    """
    rasterio = library()
    file = _data_file(path)
    if not file.is_file():
        raise InputError(str(path), "no such file", "give the path of a GeoTIFF or ENVI file")
    driver = _driver(path, file)
    alone = {"GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR"} if driver == "GTiff" else {}
    with rasterio.Env(**_SETTINGS, **alone):
        with reading(path):
            dataset = rasterio.open(file.resolve(), driver=driver)
        with dataset:
            with reading(path):
                _check(dataset, path, file)
            yield dataset


def _data_file(path: Path) -> Path:
    """The data file of an ENVI header, or the path itself."""
    if path.suffix.lower() != ".hdr":
        return path
    stem = path.with_suffix("")
    beside = [stem, *(stem.with_suffix(end) for end in (".dat", ".img", ".bin", ".raw"))]
    return next((one for one in beside if one.is_file()), path)


def _driver(path: Path, file: Path) -> str:
    """Which of the two drivers reads a file, by its first bytes or the header beside it."""
    with reading(path), file.open("rb") as held:
        if held.read(4) in _TIFF:
            return "GTiff"
    ends = (".hdr", ".HDR")
    headers = [file.with_suffix(end) for end in ends]
    headers += [file.with_name(file.name + end) for end in ends]
    if any(one.is_file() for one in headers):
        return "ENVI"
    raise InputError(
        str(path), "it is neither GeoTIFF nor ENVI", "convert it (gdal_translate -of GTiff)"
    )


def _check(dataset: Any, path: Path, file: Path) -> None:
    for wrong, step in (
        _wrong_numbers(dataset),
        _wrong_size(dataset, file),
        _wrong_place(dataset),
    ):
        if wrong:
            raise InputError(str(path), wrong, step)


def _wrong_numbers(dataset: Any) -> tuple[str, str]:
    if dataset.count < 1:
        return "it has no band", "export it again"
    if any(kind.startswith("complex") for kind in dataset.dtypes):
        return "its numbers are complex", "write the intensity (squared magnitude) as a GeoTIFF"
    return "", ""


def _wrong_size(dataset: Any, file: Path) -> tuple[str, str]:
    if max(dataset.width, dataset.height) > _LARGEST_SIDE:
        return (
            f"it says that it is {dataset.width:,} x {dataset.height:,} pixels",
            "cut it to the site (gdal_translate -projwin)",
        )
    import numpy as np  # noqa: PLC0415

    bytes_each = max(np.dtype(kind).itemsize for kind in dataset.dtypes)
    together = dataset.count if _pixel_interleaved(dataset) else 1
    block = max(rows * columns for rows, columns in dataset.block_shapes) * bytes_each * together
    if block > _BLOCK_BYTES:
        return (
            f"one block of it unpacks to {block // 2**20:,} MB",
            "write it in tiles (gdal_translate -co TILED=YES)",
        )
    if dataset.driver == "ENVI":
        needed = dataset.width * dataset.height * dataset.count * bytes_each
        if file.stat().st_size < needed:
            return "its header asks for more bytes than the file holds", "fetch the data file again"
    return "", ""


def _pixel_interleaved(dataset: Any) -> bool:
    return dataset.interleaving is not None and dataset.interleaving.value == "PIXEL"


def _wrong_place(dataset: Any) -> tuple[str, str]:
    if dataset.crs is None and dataset.gcps[0]:
        return (
            "it has ground control points, but no grid",
            "warp it to one (gdalwarp -t_srs EPSG:...)",
        )
    if dataset.crs is None or dataset.transform.is_identity:
        return (
            "it has no georeference, so nothing ties it to a place",
            "give it one (gdal_translate -a_srs EPSG:... -a_ullr ...)",
        )
    if dataset.transform.is_degenerate:
        return "its grid has no extent", "export it again with a pixel size"
    return "", ""
