"""How far did the readers of a labelled set agree when that was last frozen, and is it still so?

The figures of a set are rows in its ``agreement.json``. A bench gives its parser the options of
``bench/frozen.py`` and ends with ``settle_agreement``.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec

__all__ = ["Row", "settle_agreement", "shown"]


class Row(msgspec.Struct, frozen=True):
    """One figure: of which texts, of what, how much, its interval, of how many items."""

    of: str
    layer: str
    measure: str
    value: float | None
    interval: tuple[float, float] | None
    n: int


def shown(row: Row) -> str:
    """A row as a line of a table."""
    value = "–" if row.value is None else f"{row.value:.3g}"
    ends = f"{row.interval[0]:.2f} to {row.interval[1]:.2f}" if row.interval else ""
    return f"{row.of:<12}{row.layer:<40}{row.measure:<12}{value:>6}  {ends:<16}{row.n:>7}"


def settle_agreement(path: Path, rows: Sequence[Row], options: argparse.Namespace) -> int:
    """Freeze the figures, or hold them against the frozen ones of the same texts.

    Args:
        path: of the frozen figures.
        rows: measured now.
        options: parsed with ``add_options`` of ``bench/frozen.py``.

    Returns:
        The exit code.
    """
    if options.freeze:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n")
    if not options.check:
        return 0
    known = set(msgspec.json.decode(path.read_bytes(), type=list[Row]))
    changed = [row for row in rows if row not in known]
    for row in changed:
        print(f"changed: {row.of}: {row.layer}: {row.measure}")
    return int(bool(changed) or not rows)
