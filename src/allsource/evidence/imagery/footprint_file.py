"""Which outlines did an analyst draw, on which of the two pictures, and how surely?

A GeoJSON collection of polygons. Each says by ``date`` on which picture it was drawn: ``before``, ``after``,
or the day of one of them; ``height_m`` may give the height of what is outlined. ``images`` beside
``features`` may say of each picture: ``vertex_sd_m`` (how far a corner may be off), ``scale_sd`` (relative
error of length), ``off_nadir_deg``, ``facade_sd`` (what share of the leaning wall may have been
outlined with the roof) and ``edge_sd_m`` (how far all edges may be off together, as shadow makes
them). What is not said is taken from the picture, and the reader is told.

It fails where an outline is of two buildings or of half of one: it says what was drawn.
"""

import json
import math
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, Literal

from allsource.errors import InputError
from allsource.evidence.imagery.ground import plane
from allsource.evidence.imagery.sites import Feature, features, rings
from allsource.model.imagery import Picture

__all__ = ["Footprint", "Side", "Spot", "Sureness", "footprints", "surenesses"]

Side = Literal["before", "after"]
Spot = tuple[float, float]

_MOST = 2000
_MOST_CORNERS = 400
_MOST_CORNERS_ALL = 20_000
_USUAL_ANGLE = 20.0
_USUAL = {"scale_sd": 0.005, "facade_sd": 0.15}
_TALLEST = 1000.0


@dataclass(frozen=True, slots=True)
class Footprint:
    """One outline on a plane in metres.

    Args:
        side: the picture that it was drawn on.
        rings: outer ring and holes, each closed.
        height_m: of what is outlined, None where not said.
    """

    side: Side
    rings: tuple[tuple[Spot, ...], ...]
    height_m: float | None


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure outlines on one picture are.

    Args:
        vertex_sd_m: of each corner, in each direction, in metres.
        scale_sd: of length, relative; one error for the picture.
        lean: metres that a wall leans per metre of height, times the spread of its outlined share.
        edge_sd_m: of all edges together, in metres.
        assumed: what was not said, in words.
    """

    vertex_sd_m: float
    scale_sd: float
    lean: float
    edge_sd_m: float
    assumed: tuple[str, ...]


def footprints(path: Path, before: Picture, after: Picture) -> list[Footprint]:
    """Read and check outlines.

    Args:
        path: of the GeoJSON file.
        before: the earlier picture.
        after: the later picture.

    Raises:
        InputError: an outline is undated, crosses itself or overlaps another of its picture.
    """
    given = features(path)
    if len(given) > _MOST:
        raise InputError(
            str(path), f"it has more than {_MOST:,} outlines", "split the file by site"
        )
    parts = [
        (_side(path, one, before, after, number), polygon, _height(path, one, number))
        for number, one in enumerate(given, 1)
        for polygon in rings(path, one.geometry)
    ]
    if sum(len(ring) for _, polygon, _ in parts for ring in polygon) > _MOST_CORNERS_ALL:
        raise InputError(
            str(path), f"it has more than {_MOST_CORNERS_ALL:,} corners", "simplify it"
        )
    middle = parts[0][1][0][0]
    found = [
        Footprint(side, tuple(tuple(plane(ring, middle)) for ring in polygon), height)
        for side, polygon, height in parts
    ]
    for number, one in enumerate(found, 1):
        _check_shape(path, one, number)
    _check_overlaps(path, found)
    return found


def surenesses(path: Path, before: Picture, after: Picture) -> dict[Side, Sureness]:
    """Read how sure the outlines on each picture are.

    Raises:
        InputError: something said is no sensible number.
    """
    said = json.loads(path.read_bytes()).get("images")
    images = said if isinstance(said, dict) else {}
    sides: tuple[tuple[Side, Picture], ...] = (("before", before), ("after", after))
    return {side: _sureness(path, images.get(side), picture) for side, picture in sides}


def _sureness(path: Path, said: Any, picture: Picture) -> Sureness:
    words = said if isinstance(said, dict) else {}
    usual = {
        **_USUAL,
        "vertex_sd_m": picture.pixel_m,
        "edge_sd_m": picture.pixel_m / 2,
        "off_nadir_deg": _USUAL_ANGLE,
    }
    values = {name: _number(path, name, words.get(name, value)) for name, value in usual.items()}
    assumed = tuple(f"{name} {value:.3g}" for name, value in usual.items() if name not in words)
    if not values["off_nadir_deg"] < 60:
        raise InputError(str(path), "off_nadir_deg is not below 60", "give it in degrees")
    lean = math.tan(math.radians(values["off_nadir_deg"])) * values["facade_sd"]
    return Sureness(values["vertex_sd_m"], values["scale_sd"], lean, values["edge_sd_m"], assumed)


def _number(path: Path, name: str, value: Any) -> float:
    usable = isinstance(value, int | float) and not isinstance(value, bool)
    if not usable or not math.isfinite(value) or not 0 <= value <= _TALLEST:
        raise InputError(str(path), f"{name} {str(value)[:40]!r} is no usable number", "correct it")
    return float(value)


def _side(path: Path, one: Feature, before: Picture, after: Picture, number: int) -> Side:
    said = str(one.properties.get("date") or "").strip()
    if said == "before" or (before.taken is not None and said == before.taken):
        return "before"
    if said == "after" or (after.taken is not None and said == after.taken):
        return "after"
    known = ", ".join(["before", "after", *(each.taken for each in (before, after) if each.taken)])
    raise InputError(
        str(path),
        f"outline {number} has no date of these pictures",
        f"set `date` to one of: {known}",
    )


def _height(path: Path, one: Feature, number: int) -> float | None:
    value = one.properties.get("height_m")
    return None if value is None else _number(path, f"outline {number}: height_m", value)


def _check_shape(path: Path, one: Footprint, number: int) -> None:
    if sum(map(len, one.rings)) > _MOST_CORNERS:
        raise InputError(
            str(path), f"outline {number} has more than {_MOST_CORNERS} corners", "simplify it"
        )
    sides = [pair for ring in one.rings for pair in pairwise(ring)]
    if any(_cross(*first, *second) for first, second in combinations(sides, 2)):
        raise InputError(str(path), f"outline {number} crosses itself", "draw it again")


def _check_overlaps(path: Path, found: list[Footprint]) -> None:
    """Refuse two outlines of one picture that share ground: it would be counted twice."""
    boxes = [_box(one.rings[0]) for one in found]
    for (here, one), (there, other) in combinations(enumerate(found), 2):
        if one.side != other.side or _apart(boxes[here], boxes[there]):
            continue
        sides = [list(pairwise(each.rings[0])) for each in (one, other)]
        crossing = any(_cross(*first, *second) for first in sides[0] for second in sides[1])
        if crossing or _holds(one, _middle(other)) or _holds(other, _middle(one)):
            raise InputError(
                str(path),
                f"outlines {here + 1} and {there + 1} share ground",
                "cut or join them: it would be counted twice",
            )


def _box(ring: tuple[Spot, ...]) -> tuple[float, float, float, float]:
    across, up = zip(*ring, strict=True)
    return min(across), min(up), max(across), max(up)


def _apart(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def _middle(one: Footprint) -> Spot:
    """The mean of its corners: inside it, unless it is bent round a yard."""
    ring = one.rings[0][:-1]
    return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)


def _holds(one: Footprint, spot: Spot) -> bool:
    """Whether a spot lies inside the outer ring and in no hole."""
    return sum(_within(ring, spot) for ring in one.rings) % 2 == 1


def _within(ring: tuple[Spot, ...], spot: Spot) -> bool:
    inside = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > spot[1]) != (by > spot[1]):
            inside ^= spot[0] < ax + (spot[1] - ay) * (bx - ax) / (by - ay)
    return inside


def _cross(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    """Whether two sides cross within both (touching ends do not count)."""
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Spot, b: Spot, c: Spot) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
