"""Can every label of a reader be found in the articles, and does it keep the rules?

    python bench/roots/check.py check LABELS [--data FOLDER]
    python bench/roots/check.py freeze LABELS OUT [--data FOLDER]

LABELS is a file of a reader, or a folder of them, named as their groups. ``check`` prints every
fault of a file, or ``ok`` and how many roots the labels count. ``freeze`` writes each file that has
none to ``OUT/GROUP.json`` as places and hashes, without the words of the articles, as the repository
ships it. The articles are read from ``fnc1_bodies.csv.xz`` in the folder that ``--data`` or
``ALLSOURCE_FNC1`` names.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.gold.resolve import digest
from bench.roots.bodies import Group, bodies, folder, groups, texts
from bench.roots.model import Labels, Place
from bench.roots.resolve import resolve
from bench.roots.rules import broken, counted

__all__ = ["check", "frozen", "read"]


def read(path: Path) -> Labels[str]:
    """The labels of a reader's file.

    Raises:
        ValueError: it is not JSON, has not the shape that GUIDELINES.md gives, or is of another
            group than its name says.
    """
    try:
        labels = msgspec.json.decode(path.read_bytes(), type=Labels[str])
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from error
    if labels.group != path.stem:
        raise ValueError(f"the file is named {path.name}, the labels are of {labels.group!r}")
    return labels


def check(labels: Labels[str], written: Mapping[str, str]) -> tuple[Labels[Place], list[str]]:
    """Find the words of labels, and hold the labels against the rules.

    Args:
        labels: what a reader wrote.
        written: the articles of the group by number.

    Returns:
        The labels as places, and the faults.
    """
    placed, problems = resolve(labels, written)
    return placed, [*problems, *broken(placed, written)]


def frozen(path: Path, written: Mapping[str, str]) -> Labels[Place]:
    """Labels as the repository ships them, of the articles at hand.

    Args:
        path: of a file that ``freeze`` wrote.
        written: the articles of the group by number.

    Raises:
        ValueError: words at a place are not those that were labelled.
    """
    labels = msgspec.json.decode(path.read_bytes(), type=Labels[Place])
    for article, place in _places(labels):
        if digest(written.get(article, "")[slice(*place.span)]) != place.sha256:
            raise ValueError(f"{path.name}: article {article} is not the one that was labelled")
    return labels


def _places(labels: Labels[Place]) -> list[tuple[str, Place]]:
    """Every place of some labels, with its article."""
    return [
        *((one.id, one.words) for one in labels.articles if one.words is not None),
        *((one.id, credit.words) for one in labels.articles for credit in one.credits),
        *((one.article, one.words) for one in labels.roots),
        *((one.child, one.words) for one in labels.edges),
        *((one.articles[0], one.words) for one in labels.same),
    ]


def _files(labels: Path) -> list[Path]:
    return sorted(labels.glob("*.json")) if labels.is_dir() else [labels]


def _checked(
    path: Path, mined: Mapping[str, Group], known: dict[str, str]
) -> tuple[Labels[Place] | None, list[str]]:
    """The labels of a file as places where there is no fault, and the faults."""
    try:
        labels = read(path)
        group = mined.get(labels.group)
        written = texts(group, known) if group is not None else {}
    except ValueError as error:
        return None, [str(error)]
    if group is None:
        return None, [f"there is no group {labels.group!r}"]
    placed, problems = check(labels, written)
    return (None if problems else placed), problems


def _verdict(placed: Labels[Place]) -> str:
    low, high, told = counted(placed)
    number = f"{high} roots" if low == high else f"{low} to {high} roots"
    return f"ok; {number}" + ("" if told else ", cannot be established")


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    steps = parser.add_subparsers(dest="step", required=True)
    for step in ("check", "freeze"):
        one = steps.add_parser(step)
        one.add_argument("labels", type=Path, help="a file of a reader, or a folder of them")
        if step == "freeze":
            one.add_argument("out", type=Path, help="the folder to write to")
        one.add_argument("--data", type=Path, help="folder of fnc1_bodies.csv.xz")
    options = parser.parse_args(words)
    data = folder(options.data)
    if data is None:
        raise SystemExit("fnc1_bodies.csv.xz is not found; name its folder by --data")
    known, mined = bodies(data), {group.id: group for group in groups()}
    faulty = 0
    for path in _files(options.labels):
        placed, problems = _checked(path, mined, known)
        faulty += placed is None
        print(f"{path.name}: " + "\n  ".join([_verdict(placed)] if placed else problems))
        if options.step == "freeze" and placed is not None:
            options.out.mkdir(parents=True, exist_ok=True)
            (options.out / path.name).write_bytes(msgspec.json.encode(placed) + b"\n")
    return int(faulty > 0)


if __name__ == "__main__":
    sys.exit(main())
