"""Which tables of names and forms ship, and from what are they made?

    python training/names/tables.py --rigour FOLDER --faker FOLDER --census FOLDER --nicknames FILE

Writes ``src/allsource/entities/parts.npz`` (name parts: groups of variants, how common, for whom),
``vocab/legal_forms.yaml`` and ``vocab/organization_words.yaml``. The sources are unpacked archives of
public packages; README.md names them, their versions and licences. The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))
from allsource.entities.folding import fold, fold_words
from allsource.entities.parts import COMMON, FAMILY, FEMALE, KNOWN, MALE, NICKNAMES, hashed

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "src" / "allsource" / "entities" / "parts.npz"
VOCAB = ROOT / "src" / "allsource" / "vocab"
MANY_LOCALES = 4
RATHER = 3
"""So many times as many lists of men as of women, or the other way round, tell whose name it is."""

MANY_FORMS = 14
CENSUS = (
    ("dist.all.last", FAMILY, 200, 4000),
    ("dist.male.first", MALE, 100, 1219),
    ("dist.female.first", FEMALE, 100, 2000),
)
FAKER = (
    ("first_names", 0),
    ("first_names_male", MALE),
    ("first_names_female", FEMALE),
    ("first_names_nonbinary", MALE | FEMALE),
    ("last_names", FAMILY),
    ("last_names_male", FAMILY),
    ("last_names_female", FAMILY),
)
LEFT_OUT = ("ALLRUSSIAN", "NAMED", "SOCALLED", "ALQAEDA", "HEZBOLLAH", "IRGC", "CCP", "PLA")
"""Symbols that hold words of several meanings, or names."""

"""Lists of a locale, and what they say of a name."""


def word(text: str) -> str:
    """Fold a single part of a name."""
    return "".join(fold(text).split())


def groups_written(path: Path) -> Iterator[list[str]]:
    """Read the forms of each name that Wikidata has an item for, as they are written."""
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            yield line.partition(" => ")[0].split(", ")


def groups(path: Path) -> Iterator[set[str]]:
    """Read the forms of each name, folded."""
    for forms in groups_written(path):
        yield {one for one in map(word, forms) if one}


def locales(folder: Path) -> Iterator[tuple[str, dict[str, Iterable[str]]]]:
    """Load the lists of names of each locale; give its name and them."""
    sys.path.insert(0, str(folder))
    for path in sorted((folder / "faker" / "providers" / "person").glob("*/__init__.py")):
        name = f"faker.providers.person.{path.parent.name}"
        spec = importlib.util.spec_from_file_location(name, path)
        if spec is None or spec.loader is None:
            continue
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        lists = {key: getattr(module.Provider, key, ()) for key, _ in FAKER}
        found = {
            key: () if isinstance(held, property) else tuple(held) for key, held in lists.items()
        }
        yield path.parent.name, found


def commonness(options: argparse.Namespace) -> dict[str, int]:
    """Say of each part how common it is (two bits) and for whom it is used."""
    found: dict[str, int] = defaultdict(int)
    seen: dict[str, int] = defaultdict(int)
    borne: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for part, level, use in (*_of_census(options.census), *_of_locales(options.faker, seen)):
        found[part] = max(found[part] & COMMON, level) | (found[part] & ~COMMON) | use
        borne[part][0] += use == MALE
        borne[part][1] += use == FEMALE
    for part, count in seen.items():
        if count >= MANY_LOCALES:
            found[part] |= COMMON
    for part, (men, women) in borne.items():
        found[part] &= ~FEMALE if men >= RATHER * women else ~MALE if women >= RATHER * men else ~0
    return found


def _of_census(folder: Path) -> Iterator[tuple[str, int, int]]:
    for file, use, top, some in CENSUS:
        lines = (folder / "names" / file).read_text(encoding="ascii").splitlines()
        for rank, line in enumerate(lines[:some]):
            yield line.split()[0].casefold(), COMMON if rank < top else 2, use


def _of_locales(folder: Path, seen: dict[str, int]) -> Iterator[tuple[str, int, int]]:
    """Give the parts of all locales; count in ``seen`` in how many each is."""
    for _, lists in locales(folder):
        here: set[str] = set()
        for key, use in FAKER:
            for part in (part for name in lists[key] for part in map(word, str(name).split())):
                here.add(part)
                yield part, 2, use if use != MALE | FEMALE else 0
        for part in here:
            seen[part] += 1


def nicknames(options: argparse.Namespace) -> Iterator[set[str]]:
    """Give pairs of a name and a short form of it."""
    with options.nicknames.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield {word(row["name1"]), word(row["name2"])}
    for pair in json.loads((options.rigour / "symbols.json").read_text(encoding="utf-8"))[
        "person_nick"
    ].values():
        yield {word(one) for one in pair}


def write_parts(options: argparse.Namespace) -> None:
    """Write the table of name parts, sorted by hash."""
    common = commonness(options)
    rows: set[tuple[int, int, int]] = set()
    for number, forms in enumerate(groups(options.rigour / "person_names.txt"), 1):
        level = 2 if len(forms) >= MANY_FORMS else KNOWN
        for form in forms:
            known = common.get(form, 0)
            rows.add((hashed(form), number, max(known & COMMON, level) | (known & ~COMMON)))
    for number, pair in enumerate(nicknames(options), NICKNAMES):
        for form in pair:
            rows.add((hashed(form), number, common.get(form, KNOWN)))
    there = {row[0] for row in rows}
    rows |= {
        (hashed(one), 0, said) for one, said in common.items() if one and hashed(one) not in there
    }
    table = np.array(sorted(rows), dtype=np.uint32)
    np.savez_compressed(
        PLACE, hashes=table[:, 0], groups=table[:, 1], uses=table[:, 2].astype(np.uint8)
    )
    print(f"{len(table)} rows, {PLACE.stat().st_size} bytes")


def legal_forms(found: list[dict[str, Any]]) -> dict[str, Any]:
    """Give each legal form with its kind and the ways it is written."""
    forms: dict[str, dict[str, Any]] = {}
    for one in found:
        names = [
            one.get("compare") or one.get("display") or one["aliases"][0],
            one.get("display", ""),
            *one["aliases"],
        ]
        key = fold_words(names[0])
        if not key:
            continue
        entry = forms.setdefault(key, {"kind": one.get("generic") or key.upper(), "written": set()})
        entry["written"] |= {fold_words(name) for name in names} - {"", key}
    return {
        key: {"kind": one["kind"], "written": sorted(one["written"])}
        for key, one in sorted(forms.items())
    }


def write_vocabulary(options: argparse.Namespace) -> None:
    """Write the two lists of words of organisations."""
    forms = legal_forms(json.loads((options.rigour / "org_types.json").read_text(encoding="utf-8")))
    symbols = json.loads((options.rigour / "symbols.json").read_text(encoding="utf-8"))
    said = "# {what}; read by entities/words.py. Made by training/names/tables.py from rigour 2.6.1\n# (Copyright OpenSanctions Datenbanken GmbH, MIT licence; partly after Wikidata, CC0).\n"
    concepts: dict[str, set[str]] = defaultdict(set)
    for part in ("org_symbols", "org_domains"):
        for key, words in symbols[part].items():
            if key in LEFT_OUT:
                continue
            concepts[key.casefold()] |= {fold_words(one) for one in words} - {""}
    for name, what, example, table in (
        (
            "legal_forms",
            "Legal forms of firms and the ways they are written, folded",
            "Orlan Works Aktiengesellschaft is Orlan Works AG, and is not Orlan Works GmbH.",
            forms,
        ),
        (
            "organization_words",
            "Words of firms and bodies that mean one thing in several languages or spellings, folded",
            "The Ministerio of Orlania is its Ministry.",
            {key: {"written": sorted(words)} for key, words in sorted(concepts.items())},
        ),
    ):
        text = yaml.safe_dump(
            {name: {"example": example, "entries": table}},
            allow_unicode=True,
            default_flow_style=None,
            width=10_000,
        )
        (VOCAB / f"{name}.yaml").write_text(said.format(what=what) + text, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    for name, what in (
        ("rigour", "rust/data/names of rigour"),
        ("faker", "Faker"),
        ("census", "names (US census 1990)"),
        ("nicknames", "names.csv of nicknames"),
    ):
        parser.add_argument(f"--{name}", type=Path, required=True, help=what)
    options = parser.parse_args()
    write_parts(options)
    write_vocabulary(options)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
