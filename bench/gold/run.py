"""How well are whole claims read? Scores the product on the labelled articles.

    python bench/gold/run.py [--data FOLDER] [--half dev|held] [--freeze | --check]

``--data`` (or ``ALLSOURCE_FNC1``) names the folder of ``fnc1_bodies.csv.xz``; without it the real
pages are skipped, and said so. ``score.py`` defines the measures. The errors of the ``dev`` half are
written to ``bench/out/gold.md``; those of ``held`` are never shown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.gold.labels import frozen
from bench.gold.load import GoldText, texts
from bench.gold.score import Tally, compare
from bench.worst import Error, around, write

from allsource.claims.extract import extract
from allsource.model.document import Document
from allsource.model.ids import content_id

HERE = Path(__file__).resolve().parent
GOLD = HERE / "labels" / "settled"


def measured(articles: Sequence[GoldText]) -> Tally:
    """Read every article and set its claims beside the gold."""
    tally = Tally()
    for one in articles:
        document = Document(
            content_id("doc", one.id), "", one.id, one.text, "text", published=one.published,
            outlet=one.outlet,
        )  # fmt: skip
        compare(
            one.id, one.text, frozen(GOLD / f"{one.id}.json", one.text), extract(document), tally
        )
    return tally


def rows_of(name: str, tally: Tally) -> list[Row]:
    """The figures of one half."""
    figures = [
        ("who said what, F1", tally.f1("attribution"), "attribution", None),
        ("whole chain, F1", tally.f1("chain"), "chain", ">= 70"),
        ("whole nested chain, F1", tally.f1("nested chain"), "nested chain", None),
        ("kind of source right, %", tally.share("kind"), "kind", ">= 90"),
        ("name of source right, %", tally.share("name"), "name", ">= 85"),
        ("proposition found, F1", tally.f1("claim"), "claim", None),
        ("status, macro F1", tally.macro(), "status", ">= 80"),
        ("whose doubt right, %", tally.share("whose"), "whose", ">= 85"),
        ("whose doubt right where either side has one, %", tally.share("whose, either"),
         "whose, either", None),
        ("not verified, recall", tally.share("unverified"), "unverified", ">= 98"),
        ("whole claim with its quantity right, %", tally.share("whole"), "whole", ">= 60"),
    ]  # fmt: skip
    figures += [
        (f"{question}, % of those found", tally.share(question), question, None)
        for question in sorted(tally.wanted)
        if question.startswith("quantity: ")
    ]
    return [
        {
            "name": name,
            "metric": metric,
            "value": round(value, 1),
            "n": tally.wanted[question],
            **({"target": target} if target else {}),
        }
        for metric, value, question, target in figures
    ]


def of_half(half: str, articles: Sequence[GoldText]) -> list[Row]:
    """The figures of one half: of the own articles, and of all where the real pages are at hand."""
    own = [one for one in articles if not one.real]
    rows: list[Row] = []
    for name, kept in (("own articles", own), ("own and real", articles)):
        if name == "own and real" and len(kept) == len(own):
            continue
        tally = measured(kept)
        rows += rows_of(f"{half}, {len(kept)} {name}", tally)
    if half == "dev":
        text = {one.id: one.text for one in articles}
        listed = (
            Error(e.question, name, around(text[name], *e.place), e.wanted, e.found)
            for name, e in tally.errors
        )
        print(f"errors of dev: {write('gold', listed)}")
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--data", type=Path, help="folder of fnc1_bodies.csv.xz")
    parser.add_argument("--half", choices=["dev", "held"], help="one half alone")
    options = parser.parse_args()
    articles = texts(options.data)
    if not any(one.real for one in articles):
        print("real pages: skipped, neither --data nor ALLSOURCE_FNC1 names a folder")
    rows: list[Row] = []
    for half in ("dev", "held"):
        if options.half in {None, half}:
            rows += of_half(half, [one for one in articles if one.half == half])
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    data = "66 articles, own and real, labelled twice and settled (bench/gold/README.md)."
    return settle("gold", data, rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
