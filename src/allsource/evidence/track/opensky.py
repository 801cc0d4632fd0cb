"""What do state vectors of OpenSky hold?

CSV or Parquet with ``time``, ``icao24``, ``lat``, ``lon``, and, if there, ``velocity`` (m/s), ``callsign``,
``onground``, ``baroaltitude`` (m), ``geoaltitude`` (m), ``lastposupdate``. A vector repeats the last position until a new one comes: its
time is that of the position (``lastposupdate``), so that stale rows fall on the fix that they repeat. Without
that column a row counts as it stands.

It fails where a file without ``lastposupdate`` repeats old positions for long.
"""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from allsource.errors import InputError, UsageError
from allsource.evidence.track.fixes import Fixes, fix_table
from allsource.evidence.track.gathering import Gathering
from allsource.evidence.track.identity import written_hex
from allsource.evidence.track.opened import Columns, numbers, seconds, table

__all__ = ["NEEDED", "NETWORK", "read_parquet", "read_vectors"]

NETWORK = "OpenSky state vectors"
NEEDED = frozenset({"icao24", "lat", "lon"})
_FT_PER_M = 1 / 0.3048
_KT_PER_MS = 3.6 / 1.852
_BATCH = 50_000
_MOST_GROUP = 1_000_000_000
_READ = (
    "time", "timestamp", "icao24", "lat", "lon", "velocity", "callsign", "onground", "baroaltitude",
    "geoaltitude", "lastposupdate",
)  # fmt: skip
_TRUE = frozenset({"true", "t", "1", "1.0"})
_FALSE = frozenset({"false", "f", "0", "0.0"})


def read_vectors(path: Path, shown: str, into: Gathering) -> None:
    """Read state vectors from CSV."""
    for columns in table(path, shown):
        _gather(columns, into)


def read_parquet(path: Path, shown: str, into: Gathering) -> None:
    """Read state vectors from Parquet.

    Raises:
        InputError: it is damaged, has not the columns, or unpacks to too much.
        UsageError: ``pyarrow`` is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, loaded only for Parquet
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        said = f"{shown}: Parquet needs pyarrow; install it with: pip install 'allsource[parquet]'"
        raise UsageError(said) from error
    try:
        with pq.ParquetFile(path) as file:
            names = {name.lower(): name for name in file.schema_arrow.names}
            if not set(names) >= NEEDED:
                raise InputError(
                    shown,
                    f"no state vectors: they need {', '.join(sorted(NEEDED))}",
                    "give a table of OpenSky's state_vectors_data4",
                )
            groups = [file.metadata.row_group(g) for g in range(file.metadata.num_row_groups)]
            if any(group.total_byte_size > _MOST_GROUP for group in groups):
                raise InputError(shown, "a row group of more than 1 GB", "write smaller groups")
            marked = b"synthetic" in (file.schema_arrow.metadata or {})
            wanted = [names[name] for name in _READ if name in names]
            for batch in file.iter_batches(batch_size=_BATCH, columns=wanted):
                _gather(_text(batch, synthetic=marked), into)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise InputError(shown, f"damaged Parquet ({error})", "fetch it again") from error


def _text(batch: Any, *, synthetic: bool) -> Columns:
    """A batch of Parquet as a table of text, as CSV gives it."""
    cells = {
        name.lower(): ["" if one is None else str(one) for one in column.to_pylist()]
        for name, column in zip(batch.schema.names, batch.columns, strict=True)
    }
    return Columns(cells, batch.num_rows, synthetic)


def _gather(columns: Columns, into: Gathering) -> None:
    if columns.rows == 0:
        return
    addresses = columns.get("icao24")
    known = {one: (written_hex(one) or "").encode() for one in set(addresses)}
    keys = np.array([known[one] for one in addresses], dtype="S6")
    into.add_rows(keys, _fixes(columns), NETWORK, synthetic=columns.synthetic)


def _fixes(columns: Columns) -> Fixes:
    time = seconds(columns.get("time", "timestamp"))
    if "lastposupdate" in columns.cells:
        updated = seconds(columns.get("lastposupdate"))
        time = np.where(np.isfinite(updated), updated, time)
    height = numbers(columns.get("baroaltitude"))
    if "geoaltitude" in columns.cells:
        height = np.where(np.isfinite(height), height, numbers(columns.get("geoaltitude")))
    return fix_table(
        columns.rows,
        time=time,
        latitude=numbers(columns.get("lat")),
        longitude=numbers(columns.get("lon")),
        altitude=height * _FT_PER_M,
        speed=numbers(columns.get("velocity")) * _KT_PER_MS,
        ground=_flags(columns),
        callsign=[one.strip()[:8].encode("ascii", "ignore") for one in columns.get("callsign")],
    )


def _flags(columns: Columns) -> NDArray[np.int8]:
    said = columns.get("onground")
    meant = {one: _flag(one.strip().lower()) for one in set(said)}
    return np.array([meant[one] for one in said], dtype=np.int8)


def _flag(said: str) -> int:
    return 1 if said in _TRUE else 0 if said in _FALSE else -1
