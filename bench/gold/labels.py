"""Can every label of a reader be found in the text, and does it keep the rules?

``python bench/gold/labels.py check LABELS.json TEXT.txt`` prints every fault of a file, or ``ok``.
``python bench/gold/labels.py freeze LABELS.json TEXT.txt FOLDER`` writes it to ``FOLDER/ID.json`` as
spans, without the words of the article, as the repository ships it. Both take folders as well.

TEXT is an article as ``load.py`` writes it: a line ``Published: DATE``, an empty line, the text.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.gold.model import Article, LabelFile
from bench.gold.resolve import digest, resolve
from bench.gold.rules import broken

__all__ = ["check", "frozen", "read_labels", "read_text"]


def read_text(path: Path) -> str:
    """The article of a file, without the lines above it.

    Args:
        path: a file with a few lines ``Key: value``, an empty line and the text.
    """
    with path.open(encoding="utf-8", newline="") as opened:
        head, _, text = opened.read().partition("\n\n")
    if not head.startswith("Published: "):
        raise SystemExit(f"{path}: the first line is not 'Published: DATE'")
    return text


def read_labels(path: Path) -> LabelFile:
    """The labels of a file.

    Raises:
        ValueError: the file is not JSON, or has not the shape that GUIDELINES.md gives.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=LabelFile)
    except msgspec.DecodeError as error:
        raise ValueError(f"{path.name}: {error}") from error


def check(labels: LabelFile, text: str) -> tuple[Article, list[str]]:
    """Resolve labels, and hold them against the rules once all are found.

    Args:
        labels: what a reader wrote.
        text: the article.

    Returns:
        The labels as spans, and the faults.

    Example:
        >>> check(LabelFile("x", [], []), "The yard closed.")[1]
        []
    """
    article, problems = resolve(labels, text)
    return article, problems or broken(article)


def frozen(path: Path, text: str) -> Article:
    """Labels as the repository ships them, of the text at hand.

    Args:
        path: of a file written by ``freeze``.
        text: the article.

    Raises:
        ValueError: the text is not the one that was labelled.
    """
    article = msgspec.json.decode(path.read_bytes(), type=Article)
    if article.sha256 != digest(text):
        raise ValueError(f"{path.name}: the text is not the one that was labelled")
    return article


def _files(labels: Path, text: Path) -> list[tuple[Path, Path]]:
    """Each file of labels with its text; folders are searched for texts of the same names."""
    if not labels.is_dir():
        return [(labels, text)]
    known = {path.stem: path for path in text.rglob("*.txt")}
    return [(path, known[path.stem]) for path in sorted(labels.glob("*.json"))]


def _checked(labels: Path, text: Path) -> tuple[Article | None, list[str]]:
    try:
        written = read_labels(labels)
    except ValueError as error:
        return None, [str(error).removeprefix(f"{labels.name}: ")]
    article, problems = check(written, read_text(text))
    if written.text != text.stem:
        problems.append(f"the labels are of {written.text!r}, the text is {text.stem!r}")
    return article, problems


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    steps = parser.add_subparsers(dest="step", required=True)
    for step in ("check", "freeze"):
        one = steps.add_parser(step)
        one.add_argument("labels", type=Path, help="a file of a reader, or a folder of them")
        one.add_argument("text", type=Path, help="its text, or a folder of texts")
    steps.choices["freeze"].add_argument("out", type=Path, help="the folder to write to")
    options = parser.parse_args(words)
    faulty = 0
    for labels, text in _files(options.labels, options.text):
        article, problems = _checked(labels, text)
        faulty += bool(problems)
        print(f"{labels.name}: " + "\n  ".join(problems or ["ok"]))
        if options.step == "freeze" and article is not None and not problems:
            options.out.mkdir(parents=True, exist_ok=True)
            packed = msgspec.json.encode(article) + b"\n"
            (options.out / f"{article.text}.json").write_bytes(packed)
    return int(faulty > 0)


if __name__ == "__main__":
    sys.exit(main())
