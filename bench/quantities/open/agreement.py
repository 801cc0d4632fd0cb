"""How far do two readers agree on quantities, and where must a third one settle it?

    python bench/quantities/open/agreement.py FIRST.jsonl SECOND.jsonl [--out DIR]
    python bench/quantities/open/agreement.py FIRST.jsonl SECOND.jsonl --settled THIRD.jsonl --out DIR

Both files must be well formed (check.py). Quantities of a sentence are paired one to one, the
greatest overlap of their words first. The table gives, for the presence of a quantity by token and
for each field of paired quantities, how many are alike and Krippendorff's alpha (nominal, two
readers; none where only one value occurs). Numbers are alike within 0.5 %; ``of`` where half of the
words are shared; ``series`` where the same partners are in it.

``--out`` writes ``agreement.json`` and ``disagreements.jsonl``: the sentences that differ in anything
but the exact words, with both readings, in an order that the hash of the id draws, so that the third
reader does not learn whose is whose. The third reader writes a whole label line for each of them,
what both have alike included; with ``--settled`` these and the first reader's lines for all others
become ``gold.jsonl``.

Where it fails: alpha of a field leaves out quantities that one reader only has found; presence
counts those.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
from bench.quantities.open.check import SENTENCES, faults, place, read_sentences

__all__ = ["Reading", "agreement", "alpha", "disagreements", "read_labels", "settle"]

Row = dict[str, Any]
Labels = dict[str, Row]
TOKEN = re.compile(r"\w+|[^\w\s]")
WORD = re.compile(r"\w+")
TOLERANCE = 0.005
ALIKE = 0.5
PLAIN = ("approximate", "per", "role", "direction", "boundary")


@dataclass(frozen=True, slots=True)
class Reading:
    """The quantities of one sentence as two readers have them.

    Attributes:
        name: id of the sentence.
        sentence: its text.
        pairs: quantities that both have found.
        first: quantities that the first reader alone has.
        second: quantities that the second reader alone has.
        designations: of the first and of the second reader.
    """

    name: str
    sentence: str
    pairs: list[tuple[Row, Row]]
    first: list[Row]
    second: list[Row]
    designations: tuple[set[str], set[str]]


def read_labels(path: Path, sentences: dict[str, str], *, partial: bool = False) -> Labels:
    """The lines of a label file by id.

    Raises:
        SystemExit: the file is not well formed.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    told = faults(lines, sentences, partial=partial)
    if told:
        sys.exit("\n".join([f"{path}: {len(told)} faults", *told]))
    return {row["id"]: row for row in map(json.loads, filter(str.strip, lines))}


def alpha(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Krippendorff's alpha for two readers and nominal values, none missing.

    Args:
        pairs: the two values of each unit.

    Returns:
        1 where they agree throughout, 0 at chance; None where only one value occurs.

    Example:
        >>> alpha([("a", "a"), ("b", "b"), ("a", "b")])
        0.4444444444444444
    """
    counts = Counter(value for pair in pairs for value in pair)
    size = sum(counts.values())
    unlike = size * size - sum(count * count for count in counts.values())
    if not unlike:
        return None
    observed = sum(one != other for one, other in pairs) / len(pairs)
    return 1 - observed * size * (size - 1) / unlike


def reading(name: str, sentence: str, first: Row, second: Row) -> Reading:
    """Pair the quantities of two lines for one sentence."""
    sides = [
        sorted(row["quantities"], key=lambda one: place(sentence, one)) for row in (first, second)
    ]
    scored = [
        (_overlap(place(sentence, one), place(sentence, other)), i, j)
        for i, one in enumerate(sides[0])
        for j, other in enumerate(sides[1])
    ]
    taken: dict[int, int] = {}
    for score, i, j in sorted(scored, key=lambda item: (-item[0], item[1:])):
        if score and i not in taken and j not in taken.values():
            taken[i] = j
    return Reading(
        name=name,
        sentence=sentence,
        pairs=[(sides[0][i], sides[1][j]) for i, j in sorted(taken.items())],
        first=[one for i, one in enumerate(sides[0]) if i not in taken],
        second=[one for j, one in enumerate(sides[1]) if j not in taken.values()],
        designations=(set(first["designations"]), set(second["designations"])),
    )


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(common, 0) / (max(one[1], other[1]) - min(one[0], other[0]))


def _values(found: Reading, field: str) -> list[tuple[Hashable, Hashable]]:
    """One field of all pairs of a sentence, made so that what is alike is equal."""
    if field == "series":
        return list(zip(*(_partners(found.pairs, side) for side in (0, 1)), strict=True))
    return [FIELDS[field](one, other) for one, other in found.pairs]


def _partners(pairs: list[tuple[Row, Row]], side: int) -> list[Hashable]:
    letters = [pair[side].get("series") for pair in pairs]
    return [
        frozenset(i for i, other in enumerate(letters) if letter and other == letter)
        for letter in letters
    ]


def _interval(one: Row, other: Row) -> tuple[Hashable, Hashable]:
    near = all(_near(one.get(key), other.get(key)) for key in ("low", "high"))
    return _ends(one), _ends({**other, **_numbers(one)} if near else other)


def _numbers(quantity: Row) -> Row:
    return {key: quantity[key] for key in ("low", "high") if key in quantity}


def _ends(quantity: Row) -> Hashable:
    return tuple(
        (quantity.get(key), key not in quantity or quantity.get(f"{key}_open", False))
        for key in ("low", "high")
    )


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=TOLERANCE)


def _unit(one: Row, other: Row) -> tuple[Hashable, Hashable]:
    values = [str(row.get("currency") or row.get("unit") or "").casefold() for row in (one, other)]
    return values[0], values[1]


def _date(one: Row, other: Row) -> tuple[Hashable, Hashable]:
    return (one.get("start"), one.get("end")), (other.get("start"), other.get("end"))


def _of(one: Row, other: Row) -> tuple[Hashable, Hashable]:
    words = [WORD.findall(str(row.get("of", "")).casefold()) for row in (one, other)]
    shared = sum((Counter(words[0]) & Counter(words[1])).values())
    total = len(words[0]) + len(words[1])
    alike = not total or 2 * shared >= ALIKE * total
    return tuple(words[0]), tuple(words[0] if alike else words[1])


def _plain(field: str) -> Callable[[Row, Row], tuple[Hashable, Hashable]]:
    default = {"role": "level", "approximate": False}.get(field)
    return lambda one, other: (one.get(field, default), other.get(field, default))


FIELDS: dict[str, Callable[[Row, Row], tuple[Hashable, Hashable]]] = {
    "interval": _interval,
    "unit": _unit,
    "date": _date,
    "of": _of,
    **{field: _plain(field) for field in PLAIN},
}
ORDER = ("interval", "approximate", "unit", "per", "role", "direction", "series", "of", "date", "boundary")  # fmt: skip


def agreement(readings: Sequence[Reading]) -> list[Row]:
    """The table: a row a field, with how many units, the share alike and alpha."""
    pairs = sum(len(found.pairs) for found in readings)
    total = 2 * pairs + sum(len(found.first) + len(found.second) for found in readings)
    tokens = [pair for found in readings for pair in _tokens(found)]
    rows = [
        {"field": "quantity found by both (F1)", "n": total, "alike": _share(2 * pairs, total)},
        _row("presence by token", tokens),
        _row("exact words", [(one["text"], other["text"]) for f in readings for one, other in f.pairs]),
    ]  # fmt: skip
    for field in ORDER:
        rows.append(_row(field, [pair for found in readings for pair in _values(found, field)]))
        if field == "date":
            dated = [pair for pair in _dates(readings) if pair != ((None, None), (None, None))]
            rows.append({**_row("date, where either has one", dated), "alpha": None})
    both = sum(len(one & other) for one, other in (found.designations for found in readings))
    named = sum(len(one) + len(other) for one, other in (found.designations for found in readings))
    return [*rows, {"field": "designations (F1)", "n": named, "alike": _share(2 * both, named)}]


def _dates(readings: Sequence[Reading]) -> list[tuple[Hashable, Hashable]]:
    return [pair for found in readings for pair in _values(found, "date")]


def _row(field: str, pairs: Sequence[tuple[Hashable, Hashable]]) -> Row:
    alike = sum(one == other for one, other in pairs)
    return {"field": field, "n": len(pairs), "alike": _share(alike, len(pairs)), "alpha": alpha(pairs)}  # fmt: skip


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _tokens(found: Reading) -> list[tuple[Hashable, Hashable]]:
    sides = [
        [place(found.sentence, one) for one in [pair[side] for pair in found.pairs] + alone]
        for side, alone in enumerate((found.first, found.second))
    ]
    tokens = TOKEN.finditer(found.sentence)
    return [(_inside(token.start(), sides[0]), _inside(token.start(), sides[1])) for token in tokens]  # fmt: skip


def _inside(point: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= point < end for start, end in spans)


def disagreements(readings: Sequence[Reading], published: dict[str, str]) -> list[Row]:
    """The sentences that a third reader settles, with both readings under names that hide whose.

    Args:
        readings: of all sentences.
        published: day of each sentence by its id.

    Returns:
        A row a sentence: its id, text and day, what differs, what both have alike under ``agreed``,
        and what they have not under ``x`` and ``y``.
    """
    rows = []
    for found in readings:
        unlike = _unlike(found)
        names = found.designations[0] ^ found.designations[1]
        differ = sorted({field for fields in unlike for field in fields})
        differ += ["found by one"] * bool(found.first or found.second)
        differ += ["designations"] * bool(names)
        if not differ:
            continue
        swapped = int(hashlib.sha256(found.name.encode()).hexdigest(), 16) % 2
        sides = [_side(found, side, unlike) for side in (swapped, 1 - swapped)]
        agreed = {
            "quantities": [
                pair[0] for pair, fields in zip(found.pairs, unlike, strict=True) if not fields
            ],
            "designations": sorted(found.designations[0] & found.designations[1]),
        }
        told = {"id": found.name, "published": published[found.name], "text": found.sentence}
        rows.append({**told, "differ": differ, "agreed": agreed, "x": sides[0], "y": sides[1]})
    return rows


def _side(found: Reading, side: int, unlike: list[list[str]]) -> Row:
    """What one reader has otherwise than the other one."""
    paired = [pair[side] for pair, fields in zip(found.pairs, unlike, strict=True) if fields]
    alone = (found.first, found.second)[side]
    names = found.designations[side] - found.designations[1 - side]
    return {"quantities": paired + alone, "designations": sorted(names)}


def _unlike(found: Reading) -> list[list[str]]:
    """The fields of each pair that are not alike."""
    columns = {field: _values(found, field) for field in ORDER}
    return [
        [field for field, column in columns.items() if column[number][0] != column[number][1]]
        for number in range(len(found.pairs))
    ]


def settle(first: Labels, disputed: Sequence[Row], third: Labels) -> list[Row]:
    """The final lines: the third reader's where the two differed, the first reader's elsewhere.

    Raises:
        SystemExit: a disputed sentence has no line by the third reader.
    """
    names = {row["id"] for row in disputed}
    missing = sorted(names - set(third))
    if missing:
        sys.exit(f"not settled: {', '.join(missing)}")
    return [third[name] if name in names else row for name, row in first.items()]


def table(rows: Sequence[Row]) -> str:
    """The rows as Markdown."""
    lines = ["| field | n | alike | alpha |", "| --- | ---: | ---: | ---: |"]
    for row in rows:
        figures = ["" if row.get(key) is None else f"{row[key]:.3f}" for key in ("alike", "alpha")]
        lines.append(f"| {row['field']} | {row['n']} | {' | '.join(figures)} |")
    return "\n".join(lines)


def _write(path: Path, rows: Sequence[Row]) -> None:
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    path.write_text("".join(lines), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--sentences", type=Path, default=SENTENCES)
    parser.add_argument("--out", type=Path, help="folder for what is written")
    parser.add_argument("--settled", type=Path, help="the third reader's lines; writes gold.jsonl")
    options = parser.parse_args()
    sentences = read_sentences(options.sentences)
    first = read_labels(options.first, sentences)
    second = read_labels(options.second, sentences)
    readings = [reading(name, text, first[name], second[name]) for name, text in sentences.items()]
    published = read_sentences(options.sentences, "published")
    rows, disputed = agreement(readings), disagreements(readings, published)
    print(f"{table(rows)}\n\n{len(disputed)} of {len(readings)} sentences differ")
    if options.out is None:
        return 0
    options.out.mkdir(parents=True, exist_ok=True)
    if options.settled is not None:
        third = read_labels(options.settled, sentences, partial=True)
        _write(options.out / "gold.jsonl", settle(first, disputed, third))
        return 0
    result = {"sentences": len(readings), "differ": len(disputed), "fields": rows}
    text = json.dumps(result, indent=1, ensure_ascii=False) + "\n"
    (options.out / "agreement.json").write_text(text, encoding="utf-8")
    _write(options.out / "disagreements.jsonl", disputed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
