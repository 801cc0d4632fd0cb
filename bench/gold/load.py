"""Which articles is the gold of, and which half of them may be read?

Own articles stand in ``own/``: a few lines ``Key: value``, an empty line, the text. Real pages are
bodies of the Fake News Challenge (FNC-1), of which ``pages.json`` holds numbers, offsets and
hashes: they are read from ``fnc1_bodies.csv.xz`` in a folder that ``--data`` or ``ALLSOURCE_FNC1``
names, and a page whose hash is another is refused.

Of each kind, the half whose names have the lower sha256 is ``held``: nobody who builds reads it
before the last measurement. The other is ``dev``.

``python bench/gold/load.py [--data FOLDER] [--write FOLDER]`` counts them, and writes each to
``FOLDER/dev/ID.txt`` or ``FOLDER/held/ID.txt`` as readers get them.
"""

from __future__ import annotations

import argparse
import csv
import io
import lzma
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.gold.resolve import digest

__all__ = ["GoldText", "Half", "own_texts", "page_texts", "texts"]

Half = Literal["dev", "held"]
HERE = Path(__file__).resolve().parent
BODIES = "fnc1_bodies.csv.xz"
UNKNOWN = "unknown"


class GoldText(msgspec.Struct, frozen=True):
    """One article, and what is known of it besides its text."""

    id: str
    half: Half
    text: str
    published: str | None = None
    outlet: str | None = None
    real: bool = False

    def file(self) -> str:
        r"""The article as readers get it, with what is known of it on top.

        Example:
            >>> GoldText("x", "dev", "The yard closed.", "2031-06-03").file()
            'Published: 2031-06-03\n\nThe yard closed.'
        """
        outlet = f"Outlet: {self.outlet}\n" if self.outlet else ""
        return f"Published: {self.published or UNKNOWN}\n{outlet}\n{self.text}"


class _Page(msgspec.Struct, frozen=True):
    """A stretch of a body of FNC-1, in code points, and its hash."""

    body: str
    span: tuple[int, int]
    sha256: str


def halves(ids: Sequence[str]) -> dict[str, Half]:
    """Which half each belongs to; where their number is odd, ``held`` is the smaller.

    Example:
        >>> halves(["a", "b"])
        {'b': 'held', 'a': 'dev'}
    """
    ordered = sorted(ids, key=digest)
    return {name: "held" if at < len(ids) // 2 else "dev" for at, name in enumerate(ordered)}


def own_texts(folder: Path = HERE / "own") -> list[GoldText]:
    """The articles of our own, in order of their names."""
    paths = sorted(folder.glob("*.txt"))
    half = halves([path.stem for path in paths])
    found: list[GoldText] = []
    for path in paths:
        head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
        known = dict(line.split(": ", 1) for line in head.splitlines())
        published = None if known["Published"] == UNKNOWN else known["Published"]
        outlet = known.get("Outlet")
        found.append(GoldText(path.stem, half[path.stem], text, published, outlet))
    return found


def page_texts(folder: Path) -> list[GoldText]:
    """The real pages.

    Args:
        folder: which holds ``fnc1_bodies.csv.xz``.

    Raises:
        ValueError: a page is not the one that was labelled.
    """
    pages = msgspec.json.decode((HERE / "pages.json").read_bytes(), type=list[_Page])
    bodies = _bodies(folder / BODIES)
    half = halves([f"fnc1-{page.body}" for page in pages])
    found: list[GoldText] = []
    for page in pages:
        text = bodies.get(page.body, "")[slice(*page.span)]
        if digest(text) != page.sha256:
            raise ValueError(f"body {page.body} of {folder / BODIES} is not the one labelled")
        name = f"fnc1-{page.body}"
        found.append(GoldText(name, half[name], text, real=True))
    return found


def _bodies(path: Path) -> dict[str, str]:
    csv.field_size_limit(2**31 - 1)
    with lzma.open(path) as packed:
        rows = csv.DictReader(io.TextIOWrapper(packed, encoding="utf-8", newline=""))
        return {row["Body ID"]: row["articleBody"] for row in rows}


def texts(data: Path | None = None) -> list[GoldText]:
    """All articles at hand; the real pages only where the corpus is found, and said so if not.

    Args:
        data: the folder of the corpus; else ``ALLSOURCE_FNC1`` is asked.
    """
    named = os.environ.get("ALLSOURCE_FNC1")
    folder = data or (Path(named) if named else None)
    if folder is None or not (folder / BODIES).exists():
        print(f"skipped: the real pages ({BODIES} is not found; name its folder by --data)")
        return own_texts()
    return [*own_texts(), *page_texts(folder)]


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, help="folder of fnc1_bodies.csv.xz")
    parser.add_argument("--write", type=Path, help="folder to write the texts to")
    options = parser.parse_args(words)
    found = texts(options.data)
    for half in ("dev", "held"):
        of_half = [one for one in found if one.half == half]
        print(f"{half}: {len(of_half)} articles, {sum(one.real for one in of_half)} real")
        if options.write is None:
            continue
        folder = options.write / half
        folder.mkdir(parents=True, exist_ok=True)
        for one in of_half:
            (folder / f"{one.id}.txt").write_text(one.file(), encoding="utf-8", newline="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
