"""How well are credits found? Scores the own cases, and PolNeAR where it is at hand.

    python bench/attribution/run.py [--data POLNEAR] [--split dev] [--seeds FOLDER ...]
                                    [--rivals] [--freeze | --check]

``--data`` (or ``ALLSOURCE_POLNEAR``) names a folder with PolNeAR's ``dev`` and ``train``; without
it that part is skipped, and said so. Scored are the tagger alone, the grammar alone, and the product
(both, as ``allsource claims`` prints it, and what of it is stated). ``--seeds`` names folders of
weights of several seeds: their mean is given. ``measures.py`` defines the measures. An own case is
right where every field of all its credits is. The errors of the product are written to
``bench/out/attribution.md``.
"""

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.attribution.measures import Tally, Tokens, paired, same_source, score
from bench.attribution.polnear import ROLES, Article, Triple, read
from bench.attribution.rivals import rivals
from bench.frozen import Row, add_options, settle
from bench.worst import Error, around, write

from allsource.claims import attribution, nesting, quotation
from allsource.claims.credit import Credit
from allsource.claims.extract import extract
from allsource.claims.parse import parse_text
from allsource.claims.tagger.network import Network, load_network
from allsource.model.document import Document
from allsource.model.span import Span, hull

CASES = Path(__file__).with_name("cases.yaml")


def found_in(text: str, *, stated: bool = False) -> list[Triple]:
    """What allsource credits in a text, by PolNeAR's conventions: outermost, "that" included."""
    parsed = parse_text(text)
    found = attribution.find(parsed, quotation.find(parsed))
    chains = nesting.chains(parsed, found)
    return [
        _triple(text, credit)
        for credit, outer in zip(found, chains, strict=True)
        if outer == () and (credit.stated or not stated)
    ]


def by_grammar(text: str) -> list[Triple]:
    """What the grammar alone credits."""
    parsed = parse_text(text)
    found = attribution.grammatical(parsed, quotation.find(parsed))
    chains = nesting.chains(parsed, found)
    return [_triple(text, c) for c, outer in zip(found, chains, strict=True) if outer == ()]


def by_tagger(network: Network) -> Callable[[str], list[Triple]]:
    """The tagger alone."""
    return lambda text: [Triple(t.source, t.cue, t.content) for t in network.tag(text)]


def _triple(text: str, credit: Credit) -> Triple:
    content = tuple(_with_that(text, span) for span in credit.content)
    return Triple(credit.source, credit.cue, content)


def _with_that(text: str, span: Span) -> Span:
    return Span(span.start - 5, span.end) if text[: span.start].endswith("that ") else span


def seen(text: str) -> list[list[Any]]:
    """Every credit of a text once, as ``cases.yaml`` writes it but without the form."""
    rows: dict[tuple[str, str], list[Any]] = {}
    document = Document(id="doc_case", sha256="", path="-", text=text, media="text")
    for claim in extract(document):
        for depth, credit in enumerate(claim.attribution if claim.stated else ()):
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


def run_on(
    articles: Sequence[Article], system: Callable[[str], list[Triple]]
) -> tuple[dict[str, Tally], list[list[Triple]]]:
    """Run one system over all articles; tell its speed."""
    system(articles[0].text)
    began = time.process_time()
    found = [system(article.text) for article in articles]
    seconds = max(1e-9, time.process_time() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"  {len(articles) / seconds:.1f} articles per CPU second, peak so far {peak:.0f} MB")
    rows = ((a.text, a.triples, got) for a, got in zip(articles, found, strict=True))
    return score(rows), found


def score_polnear(folder: Path, split: str, seeds: Sequence[Path], *, others: bool) -> list[Row]:
    """Score allsource, its parts, and rivals where asked, on one split."""
    articles = list(read(folder, split))
    rows = rows_of(f"tagger alone, {split}", run_on(articles, by_tagger(load_network()))[0])
    rows += mean_rows(articles, split, seeds) if seeds else []
    rows += rows_of(f"grammar alone, {split}", run_on(articles, by_grammar)[0])
    told = run_on(articles, lambda text: found_in(text, stated=True))[0]
    rows += rows_of(f"allsource, what is stated, {split}", told)
    whole, found = run_on(articles, found_in)
    rows += rows_of(f"allsource, {split}", whole)
    print(f"errors: {write('attribution', errors(articles, found))}")
    for name, system in rivals().items() if others else ():
        rows += rows_of(f"{name}, {split}", run_on(articles, system)[0], rival=True)
    return rows


def mean_rows(articles: Sequence[Article], split: str, seeds: Sequence[Path]) -> list[Row]:
    """The mean of the taggers of several seeds, measure by measure."""
    every = [
        rows_of(f"tagger alone, mean of {len(seeds)} seeds, {split}",
                run_on(articles, by_tagger(Network(seed)))[0])
        for seed in seeds
    ]  # fmt: skip
    return [
        {**rows[0], "value": round(sum(row["value"] for row in rows) / len(rows), 1)}
        for rows in zip(*every, strict=True)
    ]


def errors(articles: Sequence[Article], found: Sequence[Sequence[Triple]]) -> Iterator[Error]:
    """What the product missed, invented, or credited to another."""
    for article, got in zip(articles, found, strict=True):
        tokens = Tokens(article.text)
        gold = [(tokens.mark(t), t) for t in article.triples]
        mine = [(tokens.mark(t), t) for t in got]
        marked = {id(mark): triple for mark, triple in (*gold, *mine)}
        pairs = paired([mark for mark, _ in gold], [mark for mark, _ in mine])
        partner = {id(wanted): other for wanted, other in pairs}
        for mark, triple in gold:
            other = partner.get(id(mark))
            if other is None:
                yield _error(article, "missed", triple, None)
            elif not same_source(mark, other):
                yield _error(article, "another source", triple, marked[id(other)])
        taken = {id(other) for _, other in pairs}
        yield from (
            _error(article, "credited where nobody is", None, triple)
            for mark, triple in mine
            if id(mark) not in taken
        )


def _error(article: Article, question: str, wanted: Triple | None, found: Triple | None) -> Error:
    place = hull((wanted or found or Triple((), (), (Span(0, 1),))).content or (Span(0, 1),))
    told, got = (_told(article.text, one) for one in (wanted, found))
    return Error(question, article.id, around(article.text, *place), told, got)


def _told(text: str, triple: Triple | None) -> str:
    if triple is None:
        return "nothing"
    parts = (" ... ".join(s.of(text) for s in getattr(triple, role)) or "–" for role in ROLES)
    return " | ".join(parts)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--data", type=Path, default=os.environ.get("ALLSOURCE_POLNEAR"))
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument("--seeds", type=Path, nargs="*", default=[], help="folders of weights")
    parser.add_argument("--rivals", action="store_true", help="run those that are installed too")
    parser.add_argument("--errors", type=int, default=0, help="show so many wrong own cases")
    options = parser.parse_args()
    rows = score_cases(options.errors)
    if options.data and Path(options.data).is_dir():
        rows += score_polnear(
            Path(options.data), options.split, options.seeds, others=options.rivals
        )
    else:
        print("PolNeAR: skipped, neither --data nor ALLSOURCE_POLNEAR names a folder")
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']}")
    data = "Own texts on every construction; dev is PolNeAR's (84 news articles of 2015-16)."
    return settle("attribution", data, rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
