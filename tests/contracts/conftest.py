"""The modules, documents and commands that the contracts are held against, read once."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "allsource"


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the package, read but not imported."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def room(self) -> str:
        """The first package below ``allsource``; empty for the front door itself."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else ""


def _modules() -> Iterator[Module]:
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        yield Module(name, path, ast.parse(path.read_text(encoding="utf-8")))


MODULES = tuple(_modules())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ask a test that takes ``module`` of every module of the package."""
    if "module" in metafunc.fixturenames:
        metafunc.parametrize("module", MODULES, ids=[module.name for module in MODULES])


@pytest.fixture(scope="session")
def modules() -> tuple[Module, ...]:
    return MODULES


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT
