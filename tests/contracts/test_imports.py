"""The arrows of the house: which room may import which."""

import ast
from collections.abc import Iterator

import pytest

LINE = (
    "model",
    "vocab",
    "evidence",
    "claims",
    "entities",
    "lineage",
    "estimation",
    "assessment",
    "report",
    "web",
    "cli",
)
BESIDE = {"ledger", "engine"}
MAY = {
    "errors": set(),
    "sample": set(),
    "ledger": {"errors", "model", "vocab"},
    "engine": {"errors", "model", "vocab"},
    "model": {"errors"},
    "vocab": {"errors", "model"},
    # The front door shows what the rooms make, and opens a case; it runs no command.
    "": {"errors", "ledger", *LINE} - {"web", "cli"},
    "__main__": {"cli"},
    "cli": {"errors", "sample", *LINE, *BESIDE},
}


def allowed(room: str) -> set[str]:
    """Rooms that ``room`` may import, itself among them."""
    if room in MAY:
        return MAY[room] | {room}
    assert room in LINE, f"{room} has no place in the house: give it one in this test and in docs"
    return {"errors", *LINE[: LINE.index(room) + 1]}


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every imported name of allsource with its line, wherever in the module it is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, one.name) for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield node.lineno, "." * node.level + (node.module or "")
        elif isinstance(node, ast.ImportFrom) and node.module == "allsource":
            yield from ((node.lineno, f"allsource.{one.name}") for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""


def against_the_arrows(room: str, tree: ast.Module) -> list[str]:
    wrong = []
    for line, name in imported(tree):
        if name.startswith("."):
            wrong.append(f"line {line}: {name} is a relative import")
        if not name.startswith("allsource."):
            continue
        target = name.split(".")[1]
        if target != "__version__" and target not in allowed(room):
            wrong.append(f"line {line}: {room or 'the front door'} imports {name}")
    return wrong


def test_arrows_go_one_way(module):
    assert against_the_arrows(module.room, module.tree) == []


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("model", "from allsource.vocab import load"),
        ("claims", "from allsource.lineage.trace import trace"),
        ("claims", "def late():\n    import allsource.ledger.case"),
        ("report", "from allsource.engine.run import run"),
        ("ledger", "from allsource.evidence.read import Reading"),
        ("sample", "from allsource.model.claim import Claim"),
        ("assessment", "from allsource import report"),
        ("lineage", "from ..model import claim"),
    ],
)
def test_an_arrow_against_the_line_is_seen(room, source):
    assert len(against_the_arrows(room, ast.parse(source))) == 1


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("cli", "from allsource.ledger.case import Case"),
        ("assessment", "from allsource.vocab import load"),
        ("ledger", "from allsource.model.claim import Claim"),
        ("report", "from allsource import __version__"),
        ("evidence", "from allsource.errors import InputError"),
    ],
)
def test_an_arrow_along_the_line_is_free(room, source):
    assert against_the_arrows(room, ast.parse(source)) == []
