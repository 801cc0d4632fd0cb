"""``allsource doctor``: what is installed, and what is missing?"""

import re
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from os import environ
from pathlib import Path

import typer

from allsource import __version__
from allsource.cli.console import Json, emit

__all__ = ["doctor"]

_EXTRA = re.compile(r"extra == ['\"](\w+)['\"]")
_FOR = {"imagery": "pictures", "parquet": "tracks in Parquet"}
"""Extras for users, by what they are for."""


def doctor(json: Json = False) -> None:
    """Tell what is installed, which language model is found, and how to get what is missing.

    Exits 1 where something that the work needs is missing.
    """
    rows = [_python(), *_packages(), *_extras(), _model(), _tagger(), _search_index()]
    for row in rows:
        if json:
            emit(row)
        else:
            mark = "ok     " if row["ok"] else "MISSING"
            typer.echo(f"{mark} {row['what']}: {row['found']}")
            if not row["ok"] or row["found"] == "not installed":
                typer.echo(f"        {row['next_step']}")
    if not all(row["ok"] for row in rows):
        raise typer.Exit(1)


def _row(what: str, found: str, *, ok: bool = True, next_step: str = "") -> dict[str, object]:
    return {"what": what, "found": found, "ok": ok, "next_step": next_step or None}


def _python() -> dict[str, object]:
    return _row("allsource", f"{__version__} on Python {sys.version.split()[0]}")


def _packages() -> list[dict[str, object]]:
    rows = []
    for requirement in sorted(requires("allsource") or ()):
        if "extra ==" in requirement:
            continue
        name = _name(requirement)
        try:
            rows.append(_row(name, version(name)))
        except PackageNotFoundError:
            rows.append(
                _row(name, "not installed", ok=False, next_step=f"pip install '{requirement}'")
            )
    return rows


def _extras() -> list[dict[str, object]]:
    """Say which extras for users are there; one that is not is no fault."""
    rows = []
    for requirement in sorted(requires("allsource") or ()):
        found = _EXTRA.search(requirement)
        if found is None or found[1] not in _FOR:
            continue
        name, extra = _name(requirement), found[1]
        try:
            rows.append(_row(f"{name} (for {_FOR[extra]})", version(name)))
        except PackageNotFoundError:
            step = f"pip install 'allsource[{extra}]', if you need it"
            rows.append(_row(f"{name} (for {_FOR[extra]})", "not installed", next_step=step))
    return rows


def _model() -> dict[str, object]:
    from allsource.claims.parse import MODEL  # noqa: PLC0415

    name = environ.get("ALLSOURCE_SPACY_MODEL") or MODEL
    return _row(
        "language model",
        name if find_spec(name) else f"{name} is not installed",
        ok=find_spec(name) is not None,
        next_step="install it, or unset ALLSOURCE_SPACY_MODEL to use the one that comes along",
    )


def _tagger() -> dict[str, object]:
    from allsource.claims.tagger.network import WEIGHTS  # noqa: PLC0415

    folder = Path(environ.get("ALLSOURCE_ATTRIBUTION_MODEL") or WEIGHTS)
    missing = [
        name for name in ("attribution.onnx", "tokenizer.json") if not (folder / name).is_file()
    ]
    bundled = folder == WEIGHTS
    return _row(
        "attribution model",
        f"{', '.join(missing)} missing in {folder}" if missing
        else "the bundled one" if bundled else str(folder),
        ok=not missing,
        next_step="install allsource again" if bundled
        else "unset ALLSOURCE_ATTRIBUTION_MODEL to use the bundled one, or train your own "
        "(training/attribution)",
    )  # fmt: skip


def _search_index() -> dict[str, object]:
    import sqlite3  # noqa: PLC0415

    try:
        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(x)")
    except sqlite3.OperationalError:
        return _row(
            "SQLite full text (FTS5)",
            "this Python's SQLite lacks it",
            ok=False,
            next_step="use a Python whose SQLite has FTS5",
        )
    return _row("SQLite full text (FTS5)", sqlite3.sqlite_version)


def _name(requirement: str) -> str:
    for place, letter in enumerate(requirement):
        if not (letter.isalnum() or letter in "-_."):
            return requirement[:place]
    return requirement
