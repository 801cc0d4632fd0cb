"""What does a trace of readsb or tar1090 hold?

``trace_full_HEX.json`` of adsb.lol, ADS-B Exchange and others, also gzip under that name: one aircraft
with ``trace`` rows of [seconds after ``timestamp``, latitude, longitude, altitude in feet or "ground" or null, speed,
track, flags, rate, details, source, ...]. Rows that the network marks as stale (flag 1) are left out.
The database flags of the file (1 military, 4 PIA, 8 LADD) are kept with the aircraft.

It fails on files of more than 256 MB unpacked: they are refused.
"""

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from allsource.errors import InputError
from allsource.evidence.track.fixes import Fixes, fix_table
from allsource.evidence.track.gathering import Gathering
from allsource.evidence.track.identity import written_hex
from allsource.evidence.track.opened import open_bytes
from allsource.evidence.track.registry import Airframe, known_operator

__all__ = ["NETWORK", "read_trace"]

Floats = NDArray[np.float64]
NETWORK = "readsb trace"
_TABLE = "the trace's own database"
_MOST_BYTES = 256_000_000
_STALE = 1
_MOST = 1e300


class _Trace(msgspec.Struct):
    """The fields of a trace that are read."""

    icao: str
    timestamp: float
    trace: list[list[Any]]
    r: str | None = None
    t: str | None = None
    owner: str | None = msgspec.field(default=None, name="ownOp")
    flags: int = msgspec.field(default=0, name="dbFlags")
    synthetic: bool = False


def read_trace(path: Path, shown: str, into: Gathering) -> None:
    """Read one trace.

    Raises:
        InputError: it is no trace, or too large.
    """
    with open_bytes(path) as file:
        try:
            held = file.read(_MOST_BYTES + 1)
        except (OSError, EOFError) as error:
            raise InputError(shown, f"damaged gzip ({error})", "fetch it again") from error
    if len(held) > _MOST_BYTES:
        reason = f"more than {_MOST_BYTES // 1_000_000} MB unpacked"
        raise InputError(shown, reason, "split the trace by day")
    try:
        trace = msgspec.json.decode(held, type=_Trace, strict=False)
    except (msgspec.DecodeError, RecursionError) as error:
        reason = f"no whole trace of readsb ({error})"
        raise InputError(shown, reason, "fetch it again: it may be cut off") from error
    address = written_hex(trace.icao)
    if address is None:
        reason = "its address is no 24-bit address of an aircraft"
        raise InputError(shown, reason, "leave it out: such tracks are of nobody known")
    fixes = _fixes(trace)
    into.add(address, fixes, NETWORK, synthetic=trace.synthetic)
    into.add_airframe(address, _airframe(trace))


def _fixes(trace: _Trace) -> Fixes:
    rows = [row for row in trace.trace if len(row) >= 7 and not _stale(row[6])]
    height = [row[3] for row in rows]
    fixes = fix_table(
        len(rows),
        time=_floats([row[0] for row in rows]) + trace.timestamp,
        latitude=_floats([row[1] for row in rows]),
        longitude=_floats([row[2] for row in rows]),
        altitude=_floats([None if one == "ground" else one for one in height]),
        speed=_floats([row[4] for row in rows]),
        ground=[one == "ground" for one in height],
    )
    for place, row in enumerate(rows):
        detail = row[8] if len(row) > 8 else None
        if detail and isinstance(detail, dict) and isinstance(detail.get("flight"), str):
            fixes["callsign"][place] = detail["flight"].strip().encode("ascii", "ignore")[:8]
    return fixes


def _stale(flags: Any) -> bool:
    return type(flags) is int and flags & _STALE != 0


def _floats(values: list[Any]) -> Floats:
    """Numbers as they are; what is none is NaN."""
    try:
        found = np.array(values, dtype=np.float64)
    except (ValueError, TypeError, OverflowError):
        found = np.empty(0)
    if found.shape == (len(values),):
        return found
    kept = [one if type(one) in {int, float} and abs(one) < _MOST else np.nan for one in values]
    return np.array(kept, dtype=np.float64)


def _airframe(trace: _Trace) -> Airframe:
    flags = {name for name, bit in (("PIA", 4), ("LADD", 8)) if trace.flags & bit}
    return Airframe(
        registration=(trace.r or "")[:12] or None,
        type=(trace.t or "")[:4] or None,
        operator=known_operator(trace.owner, None, _TABLE, None),
        military=bool(trace.flags & 1),
        flags=frozenset(flags),
        table=_TABLE,
    )
