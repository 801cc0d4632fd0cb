"""Which part of the one name answers to which part of the other, and what is left over?

Equal parts first, then the closest ones, each part once. What is then left is tried written together ("Vell
Orlan" and "Vellorlan", "JC" and "Jean Claude"), and two names that are the same letters with spaces in other
places are one. The order of the parts is compared last: the same, turned round (the family first), or mixed,
as when father and son change places.

It fails where a name repeats a part, and where two close parts compete for one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from allsource.entities.name import Name
from allsource.entities.relation import Relation, Sort, relation

__all__ = ["Alignment", "Pair", "align"]

_LONG_NAME = 10
"""Letters of a name in which one slip may go with spaces in other places."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Parts that answer to each other.

    Args:
        left: their places in the one name; several where they are written together in the other.
        right: their places in the other name.
        sort: how they stand to each other.
        likeness: from 0 to 1.
        genders: the one is a man's name and the other a woman's.
        listed: a slip or the same consonants, and yet both are names that some list has.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    sort: Sort
    likeness: float
    genders: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two names side by side.

    Args:
        pairs: in the order of the left name.
        left: places that are left over in the one name.
        right: places that are left over in the other.
        order: same, turned or mixed.
    """

    pairs: tuple[Pair, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    order: str


def align(one: Name, other: Name) -> Alignment:
    """Lay two names side by side.

    Example:
        >>> from allsource.entities.name import read_name
        >>> found = align(read_name("Anna Maria Vell"), read_name("Vell Anna"))
        >>> found.left, found.right, found.order
        ((1,), (), 'turned')
    """
    left, right = list(range(len(one.parts))), list(range(len(other.parts)))
    pairs = _equal(one.parts, other.parts, left, right)
    if left and right:
        pairs += _closest(one, other, left, right)
    if left and right:
        pairs += _together(one.written, other.written, left, right, turned=False)
    if left and right:
        pairs += _together(other.written, one.written, right, left, turned=True)
    if (left or right) and _written_alike(one, other, conflict=bool(left and right)):
        whole = Pair(tuple(range(len(one.parts))), tuple(range(len(other.parts))), Sort.SPELLED, 1)
        return Alignment((whole,), (), (), "same")
    pairs.sort(key=lambda pair: pair.left)
    return Alignment(tuple(pairs), tuple(left), tuple(right), _order(pairs))


def _written_alike(one: Name, other: Name, *, conflict: bool) -> bool:
    """Say whether two names are the same letters with spaces in other places; of persons with one slip."""
    if one.letters == other.letters:
        return bool(one.letters)
    if one.kind != "person" or not conflict or len(one.parts) == len(other.parts):
        return False
    return min(len(one.letters), len(other.letters)) >= _LONG_NAME and (
        OSA.distance(one.letters, other.letters, score_cutoff=1) <= 1
    )


def _equal(
    one: Sequence[str], other: Sequence[str], left: list[int], right: list[int]
) -> list[Pair]:
    found: list[Pair] = []
    for at in list(left):
        for to in right:
            if one[at] == other[to]:
                found.append(Pair((at,), (to,), Sort.EQUAL, 1.0))
                left.remove(at)
                right.remove(to)
                break
    return found


def _closest(one: Name, other: Name, left: list[int], right: list[int]) -> list[Pair]:
    """Pair the closest parts first; equally close ones in the order of the name.

    Two words of what bodies do are never a slip of each other ("northern", "southern").
    """
    tried: list[tuple[int, float, int, int, Relation]] = []
    for at in left:
        for to in right:
            if at in one.generic and to in other.generic:
                continue
            found = relation(one.parts[at], other.parts[to])
            if found.sort is not Sort.NONE:
                tried.append((found.sort, -found.likeness, at, to, found))
    pairs: list[Pair] = []
    for sort, _, at, to, found in sorted(tried):
        if at in left and to in right:
            left.remove(at)
            right.remove(to)
            pairs.append(
                Pair((at,), (to,), Sort(sort), found.likeness, found.genders, found.listed)
            )
    return pairs


def _together(
    long: Sequence[str], short: Sequence[str], left: list[int], right: list[int], *, turned: bool
) -> list[Pair]:
    """Pair several parts of the one name that are written as one in the other."""
    found: list[Pair] = []
    for to in list(right):
        told = _written_together(long, short[to], left)
        if told is None:
            continue
        places, sort, likeness = told
        one, other = ((to,), places) if turned else (places, (to,))
        found.append(Pair(one, other, sort, likeness))
        right.remove(to)
        for at in places:
            left.remove(at)
    return found


def _written_together(
    long: Sequence[str], part: str, left: Sequence[int]
) -> tuple[tuple[int, ...], Sort, float] | None:
    """Find parts that follow each other and are one part in the other name, the most parts first."""
    for first in range(len(left)):
        run = _run(left, first)
        for size in range(len(run), 1, -1):
            parts = [long[at] for at in run[:size]]
            told = _joined("".join(parts), part) or _initials(parts, part)
            if told is not None:
                return tuple(run[:size]), *told
    return None


def _run(left: Sequence[int], first: int) -> list[int]:
    """Give places that follow each other from ``first`` on."""
    run = [left[first]]
    for at in left[first + 1 :]:
        if at != run[-1] + 1:
            break
        run.append(at)
    return run


def _joined(joined: str, part: str) -> tuple[Sort, float] | None:
    if abs(len(joined) - len(part)) > 3:
        return None
    found = relation(joined, part)
    return (max(Sort.SPELLED, found.sort), found.likeness) if found.sort <= Sort.NEAR else None


def _initials(parts: Sequence[str], part: str) -> tuple[Sort, float] | None:
    letters = "".join(one[0] for one in parts)
    return (Sort.INITIAL, 0.6) if letters == part and len(part) < 5 else None


def _order(pairs: Sequence[Pair]) -> str:
    places = [pair.right[0] for pair in pairs]
    falls = sum(later < before for before, later in pairwise(places))
    if not falls:
        return "same"
    return "turned" if falls == 1 and places[-1] < places[0] else "mixed"
