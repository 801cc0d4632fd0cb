"""How well are credits found? Scores the own cases, and PolNeAR where it is at hand.

    python bench/attribution/run.py [--data POLNEAR] [--split dev] [--rivals] [--freeze | --check]

``--data`` (or ``ALLSOURCE_POLNEAR``) names a folder with PolNeAR's ``dev`` and ``train``; without
it that part is skipped, and said so. ``measures.py`` defines the measures. An own case is right
where every field of all its credits is.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.attribution.measures import Tally, score
from bench.attribution.polnear import Article, Triple, read
from bench.attribution.rivals import rivals
from bench.frozen import Row, add_options, settle

from allsource.claims import attribution, nesting, quotation
from allsource.claims.extract import extract
from allsource.claims.parse import parse_text
from allsource.model.document import Document
from allsource.model.span import Span

CASES = Path(__file__).with_name("cases.yaml")


def found_in(text: str) -> list[Triple]:
    """What allsource credits in a text, by PolNeAR's conventions: outermost, "that" included."""
    parsed = parse_text(text)
    found = attribution.find(parsed, quotation.find(parsed))
    chains = nesting.chains(parsed, found)
    return [
        Triple(credit.source, credit.cue, tuple(_with_that(text, span) for span in credit.content))
        for credit, outer in zip(found, chains, strict=True)
        if outer == ()
    ]


def _with_that(text: str, span: Span) -> Span:
    return Span(span.start - 5, span.end) if text[: span.start].endswith("that ") else span


def seen(text: str) -> list[list[Any]]:
    """Every credit of a text once, as ``cases.yaml`` writes it but without the form."""
    rows: dict[tuple[str, str], list[Any]] = {}
    document = Document(id="doc_case", sha256="", path="-", text=text, media="text")
    for claim in extract(document):
        for depth, credit in enumerate(claim.attribution):
            who = credit.source
            content = " ... ".join(span.of(text) for span in credit.content.spans)
            named = [who.text, who.kind, who.name] if who else [None, None, None]
            row = [*named, credit.cue.text, content, credit.medium, depth]
            rows.setdefault((credit.cue.text, content), row)
    return sorted(rows.values(), key=str)


def score_cases(errors: int) -> list[Row]:
    """Own cases that are right, and those of all."""
    cases = yaml.safe_load(CASES.read_text(encoding="utf-8"))["cases"]
    right = 0
    for case in cases:
        wanted = sorted(([*row[:5], *row[6:]] for row in case["credits"]), key=str)
        got = seen(case["text"])
        right += got == wanted
        if got != wanted and errors > 0:
            errors -= 1
            print(f"  {case['text']}\n    wanted {wanted}\n    found  {got}")
    return [{"name": "own cases", "metric": "texts right", "value": right, "n": len(cases)}]


def rows_of(name: str, tallies: dict[str, Tally], *, rival: bool = False) -> list[Row]:
    """F1 of every measure, precision and recall of "said"."""
    rows: list[Row] = []
    for metric, tally in tallies.items():
        rows.append({"name": name, "metric": f"{metric} F1", "value": round(tally.f1, 1)})
        if metric == "said":
            rows.append({"name": name, "metric": "said P", "value": round(tally.precision, 1)})
            rows.append({"name": name, "metric": "said R", "value": round(tally.recall, 1)})
    return [{**row, "rival": True} for row in rows] if rival else rows


def run_on(articles: Sequence[Article], system: Callable[[str], list[Triple]]) -> dict[str, Tally]:
    """Run one system over all articles; tell its speed."""
    began = time.process_time()
    found = [system(article.text) for article in articles]
    seconds = max(1e-9, time.process_time() - began)
    print(f"  {len(articles) / seconds:.1f} articles per CPU second, parse included")
    return score(
        (article.text, article.triples, got) for article, got in zip(articles, found, strict=True)
    )


def score_polnear(folder: Path, split: str, *, others: bool) -> list[Row]:
    """Score allsource, and rivals where asked, on one split."""
    articles = list(read(folder, split))
    found_in("The clerk said that the gate was shut.")
    rows = rows_of(f"allsource, {split}", run_on(articles, found_in))
    for name, system in rivals().items() if others else ():
        rows += rows_of(f"{name}, {split}", run_on(articles, system), rival=True)
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--data", type=Path, default=os.environ.get("ALLSOURCE_POLNEAR"))
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument("--rivals", action="store_true", help="run those that are installed too")
    parser.add_argument("--errors", type=int, default=0, help="show so many wrong own cases")
    options = parser.parse_args()
    rows = score_cases(options.errors)
    if options.data and Path(options.data).is_dir():
        rows += score_polnear(Path(options.data), options.split, others=options.rivals)
    else:
        print("PolNeAR: skipped, neither --data nor ALLSOURCE_POLNEAR names a folder")
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']}")
    data = "Own texts on every construction; dev is PolNeAR's (84 news articles of 2015-16)."
    return settle("attribution", data, rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
