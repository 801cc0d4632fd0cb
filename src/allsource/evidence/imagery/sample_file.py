"""How does a drawn sample go to the analyst, and come back labelled?

As a CSV of one row a point: ``draw``, ``point``, ``row``, ``column``, ``label``, ``labeller``, ``note``. It
holds no stratum and no place on earth. A file that comes back is held against the draw, which is
repeated: another pair, another site, a missing, doubled or foreign point is refused, so that hard
points cannot be left out. Labels are ``changed``, ``unchanged`` and ``unclear``; an empty one is unclear.

It fails where an analyst labels with the map of flags beside: then it is no longer blind.
"""

import csv
import io
from collections import Counter
from pathlib import Path

from allsource.errors import InputError
from allsource.evidence.imagery.sampled_area import Counted
from allsource.evidence.imagery.strata import LEAST_POINTS, MOST_POINTS, Draw

__all__ = ["COLUMNS", "LABELS", "Labelled", "count_of", "counted", "read_labels", "written"]

COLUMNS = ("draw", "point", "row", "column", "label", "labeller", "note")
LABELS = ("changed", "unchanged", "unclear")

_LARGEST_BYTES = 4 * 1024 * 1024
_STEP = "draw a sample with --draw-sample and label that file"

Labelled = dict[int, str]
"""Label by number of the point."""


def written(drawn: Draw) -> str:
    """Write a drawn sample as the CSV to be labelled."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for point in drawn.points:
        rows.writerow((drawn.id, point.number, point.row, point.column, "", "", ""))
    return out.getvalue()


def count_of(path: Path) -> int:
    """Count the points of a sample file.

    Raises:
        InputError: it is no sample file, or holds fewer or more points than a draw has.
    """
    many = len(_rows(path))
    if not LEAST_POINTS <= many <= MOST_POINTS:
        reason = f"it has {many:,} points, and a drawn sample has {LEAST_POINTS} to {MOST_POINTS:,}"
        raise InputError(str(path), reason, "give the file that --draw-sample wrote, whole")
    return many


def read_labels(path: Path, drawn: Draw) -> tuple[Labelled, str | None]:
    """Read labels and hold them against the draw.

    Args:
        path: of the CSV.
        drawn: the same draw, repeated.

    Returns:
        Label by number of the point, and who labelled.

    Raises:
        InputError: it is not the sample that was drawn, or a label is none of the three.
    """
    labels, labellers = Labelled(), Counter[str]()
    places = {point.number: (point.row, point.column) for point in drawn.points}
    for number, row in enumerate(_rows(path), 1):
        point = _whole(row["point"])
        if row["draw"] != drawn.id or places.get(point) != (
            _whole(row["row"]),
            _whole(row["column"]),
        ):
            reason = f"row {number} was not drawn from these pictures and this site"
            raise InputError(str(path), reason, _STEP)
        label = row["label"].strip().lower() or "unclear"
        if point in labels or label not in LABELS:
            reason = f"row {number}: point {point} is there twice" if point in labels else (
                f"row {number}: {row['label'][:40]!r} is no label"
            )  # fmt: skip
            raise InputError(str(path), reason, f"use {', '.join(LABELS)}, once a point")
        labels[point] = label
        labellers[row.get("labeller", "").strip()[:100]] += 1
    missing = len(places) - len(labels)
    if missing:
        raise InputError(str(path), f"{missing} drawn points are missing", "keep every row")
    names = sorted(name for name in labellers if name)
    return labels, ", ".join(names) or None


def counted(drawn: Draw, labels: Labelled) -> list[Counted]:
    """Count labels by stratum."""
    found = []
    for stratum, size in enumerate(drawn.sizes):
        seen = Counter(labels[one.number] for one in drawn.points if one.stratum == stratum)
        found.append(Counted(size, *(seen[label] for label in LABELS)))
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    """The rows of a sample file, as words."""
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise InputError(str(path), "it is larger than 4 MB", _STEP)
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(str(path), f"it cannot be read ({error.strerror})", _STEP) from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), "it is not UTF-8", "save it as CSV UTF-8") from error
    head = text.partition("\n")[0]
    marks = max((",", ";", "\t"), key=head.count)
    try:
        rows = list(csv.DictReader(io.StringIO(text), delimiter=marks, restval=""))
    except csv.Error as error:
        raise InputError(str(path), f"it is no CSV ({error})", _STEP) from error
    needed = set(COLUMNS[:5])
    if not rows or not needed <= set(rows[0]):
        raise InputError(str(path), f"it lacks rows, or one of {', '.join(COLUMNS[:5])}", _STEP)
    if len(rows) > MOST_POINTS:
        raise InputError(str(path), f"it has more than {MOST_POINTS:,} rows", _STEP)
    return [{key: value or "" for key, value in row.items() if key} for row in rows]


def _whole(text: str) -> int:
    try:
        return int(text[:12])
    except ValueError:
        return -1
