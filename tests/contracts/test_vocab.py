"""Vocabulary is data that explains itself: who reads it, and an example for every entry."""

import re
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).resolve().parents[2] / "src" / "allsource" / "vocab"
FILES = sorted(FOLDER.glob("*.yaml"))
READER = re.compile(r"\b([a-z_]+(?:/[a-z_]+)*)(?:/|\.py|\.yaml)|allsource\.([a-z_.]+)")


def opening(text: str) -> str:
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("# "))
    return " ".join(lines)


def groups(node, path=""):
    """Every list or mapping of entries (mappings), with its place in the file."""
    children = node.items() if isinstance(node, dict) else enumerate(node)
    held = [(key, child) for key, child in children if isinstance(child, dict)]
    if held:
        yield path, held
    for key, child in children if isinstance(node, dict) else enumerate(node):
        if isinstance(child, dict | list):
            yield from groups(child, f"{path}/{key}")


def without_example(node) -> list[str]:
    """Entries without an example in a group where others have one."""
    return [
        f"{path}/{key}"
        for path, held in groups(node)
        if any("example" in entry for _, entry in held)
        for key, entry in held
        if not str(entry.get("example") or "").strip()
    ]


def test_there_is_vocabulary():
    assert FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_opens_with_who_reads_it(path):
    said = opening(path.read_text(encoding="utf-8"))

    assert re.search(r"\bread by\b", said, re.IGNORECASE), said
    named = [first or second.replace(".", "/") for first, second in READER.findall(said)]
    there = [
        name
        for name in named
        if (FOLDER.parent / name).exists() or (FOLDER.parent / f"{name}.py").exists()
    ]
    assert there, f"{said!r} names no room or module that exists"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_entry_has_an_example(path):
    assert without_example(yaml.safe_load(path.read_text(encoding="utf-8"))) == []


def test_an_entry_without_an_example_is_seen():
    node = {"verbs": [{"verb": "say", "example": "She says so."}, {"verb": "deny"}]}

    assert without_example(node) == ["/verbs/1"]
