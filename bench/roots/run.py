"""Is it told which articles rest on which, and on how many roots a claim rests? Scores ROOTS-news.

    python bench/roots/run.py [--data FOLDER] [--half dev|held] [--freeze | --check]

``--data`` (or ``ALLSOURCE_FNC1``) names the folder of ``fnc1_bodies.csv.xz``; without it there is nothing
to measure, and that is said. ``told.py`` says how the product is run and which of its claims is the
group's, ``score.py`` what is counted. The product is run without outlets, and with those that the settled
labels read off the texts, as a user would give them. Baselines: every article its own root; all one root;
the same with two counted; articles joined where a tenth of the eight-word stretches of one stands in the other. The errors of the ``dev``
half are written to ``bench/out/roots.md``; those of ``held`` are never shown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.newsrooms.tally import Tally
from bench.roots.baselines import apart, copied, one_root, two_roots
from bench.roots.bodies import Group, bodies, folder, groups, texts
from bench.roots.check import frozen
from bench.roots.model import Labels, Place
from bench.roots.overlap import BCubed
from bench.roots.record import Record, of_labels
from bench.roots.rules import counted
from bench.roots.score import Scores, add
from bench.roots.told import Told, Traced
from bench.worst import Error, write

HERE = Path(__file__).resolve().parent
SETTLED = HERE / "labels" / "settled"
PLACED = "allsource"
GIVEN = "allsource, outlets given"
ASKED = "allsource, asked by the sentence"
TWO = "all one root, and two counted"


@dataclass(frozen=True, slots=True)
class Case:
    """One group with its articles, its settled labels, and what each system says of it."""

    group: Group
    written: dict[str, str]
    labels: Labels[Place]
    told: dict[str, Told]


def cases(known: dict[str, str], half: str) -> Iterator[Case]:
    """Run every system on every settled group of a half.

    Args:
        known: the bodies of the user's copy.
        half: ``dev`` or ``held``.
    """
    for group in groups():
        path = SETTLED / f"{group.id}.json"
        if group.half != half or not path.exists():
            continue
        written = texts(group, known)
        labels = frozen(path, written)
        gold = of_labels(labels)
        articles, for_it = gold.articles, gold.roots.keys()
        houses = {one.id: one.house for one in labels.articles if one.house}
        traced, given = Traced(written, {}), Traced(written, houses)
        places = {a.id: a.words.span for a in labels.articles if a.words and a.id in for_it}
        systems = {
            PLACED: traced.told(traced.placed(places), articles, for_it),
            GIVEN: given.told(given.placed(places), articles, for_it),
            ASKED: traced.told(traced.asked(group.claim, for_it), articles, for_it),
            "every article its own root": apart(articles, for_it),
            "all one root": one_root(articles, for_it),
            TWO: two_roots(articles, for_it),
            "shared eight-word stretches, 0.1": copied(written, articles, for_it),
        }
        yield Case(group, written, labels, systems)


def rows_of(half: str, done: Sequence[Case]) -> list[Row]:
    """The figures of one half, of the product and of the baselines."""
    rows: list[Row] = []
    for system in done[0].told:
        scores = Scores()
        for case in done:
            add(scores, case.labels, case.told[system])
        own = system in {PLACED, GIVEN, ASKED}
        figures = [] if system in {ASKED, TWO} else _relations(scores)
        figures += _roots(scores)
        if system in {PLACED, GIVEN}:
            figures += _of_product(scores)
        if own:
            figures += _of_carriers(scores)
        rows += [
            {"name": f"{system}, {half}", "metric": metric,
             "value": round(value, 1), "n": n, **({} if own else {"rival": True})}
            for metric, value, n in figures
        ]  # fmt: skip
    return rows


Figure = tuple[str, float, int]


def _three(what: str, tally: Tally) -> list[Figure]:
    return [
        (f"{what}, precision", tally.precision, tally.told),
        (f"{what}, recall", tally.recall, tally.true),
        (f"{what}, F1", tally.f1, tally.true),
    ]


def _sorted(what: str, scores: BCubed) -> list[Figure]:
    n = len(scores.recalls)
    return [
        (f"{what}, B-cubed precision", scores.precision, n),
        (f"{what}, B-cubed recall", scores.recall, n),
        (f"{what}, B-cubed F1", scores.f1, n),
    ]


def _relations(scores: Scores) -> list[Figure]:
    return [
        *_three("pairs joined, either way", scores.pairs),
        *_three("pairs joined or on one report outside", scores.wide),
        *_sorted("families of articles", scores.families),
    ]


def _roots(scores: Scores) -> list[Figure]:
    return [
        *_sorted("roots of the claim", scores.roots),
        ("number of roots within one, %", scores.effective.precision, scores.effective.told),
        ("number of roots exact, rounded, %", scores.exact.precision, scores.exact.told),
        ("interval holds the number of roots, %", scores.inside.precision, scores.inside.told),
        ("one root and called so, %", scores.one.recall, scores.one.true),
        ("called one root and so, %", scores.one.precision, scores.one.told),
    ]


def _of_product(scores: Scores) -> list[Figure]:
    """Families in the place of roots, and direction and kinds, of which baselines say nothing."""
    return [
        *_sorted("families taken for roots", scores.kin)[2:],
        ("number of families within one of the roots, %", scores.kin_count.precision, scores.kin_count.told),
        *_three("edges with direction", scores.directed),
        ("direction told where settled, %", scores.told_direction.precision, scores.told_direction.told),
        ("direction right where told, %", scores.direction.precision, scores.direction.told),
        ("kind right of the right edges, %", scores.kinds.precision, scores.kinds.told),
    ]  # fmt: skip


def _of_carriers(scores: Scores) -> list[Figure]:
    """What depends on which of its claims is the group's."""
    return [
        ("claim found in articles for it, %", scores.found.precision, scores.found.told),
        ("articles for it in the main cluster, %", scores.covered.precision, scores.covered.told),
        ("roots listed in all its clusters within one, %", scores.listed.precision, scores.listed.told),
        ("one root and effective roots below 1.5, %", scores.about_one.recall, scores.about_one.true),
        ("effective roots below 1.5 and one root, %", scores.about_one.precision, scores.about_one.told),
    ]  # fmt: skip


def errors(case: Case) -> Iterator[Error]:
    """What the product got wrong in one group."""
    heads = {a: " ".join(text[:160].split()) for a, text in case.written.items()}
    gold, said = of_labels(case.labels), case.told[PLACED]
    yield from _wrong_pairs(case.group.id, heads, gold, said.record)
    yield from _wrong_directions(case.group.id, heads, gold, said.record)
    _, high, _ = counted(case.labels)
    if gold.roots and round(said.effective) != high:
        wanted = f"{high}: " + "; ".join(r.label for r in case.labels.roots if r.says == "affirms")
        found = (
            f"effective {said.effective}, {said.covered} of {len(gold.roots)} articles in the main "
            f"cluster, {said.record.count} roots listed"
        )
        carried = " | ".join(f"{a}: {words}" for a, words in sorted(said.carriers.items()))
        far = abs(said.effective - high)
        yield Error("number of roots", case.group.id, carried, wanted, found, far)


def _wrong_pairs(
    name: str, heads: Mapping[str, str], gold: Record, said: Record
) -> Iterator[Error]:
    for one, other in sorted(tuple(sorted(pair)) for pair in gold.pairs ^ said.pairs):
        pair = frozenset({one, other})
        shown = f"{one}: {heads[one]} | {other}: {heads[other]}"
        if pair in gold.pairs:
            yield Error("pair missed", name, shown, "joined", "not joined")
        else:
            kin = ", both made from a report outside" if pair in gold.siblings else ""
            yield Error("pair too many", name, shown, f"not joined{kin}", "joined")


def _wrong_directions(
    name: str, heads: Mapping[str, str], gold: Record, said: Record
) -> Iterator[Error]:
    for child, parent in sorted(gold.edges.keys() - said.edges.keys()):
        if frozenset({child, parent}) in said.pairs:
            found = "turned round" if (parent, child) in said.edges else "no direction"
            shown = f"{child}: {heads[child]} | {parent}: {heads[parent]}"
            yield Error("direction", name, shown, f"{child} from {parent}", found)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add_options(parser)
    parser.add_argument("--data", type=Path, help="folder of fnc1_bodies.csv.xz")
    parser.add_argument("--half", choices=["dev", "held"], help="one half alone")
    options = parser.parse_args()
    copy = folder(options.data)
    if copy is None:
        print("skipped: neither --data nor ALLSOURCE_FNC1 names a folder of fnc1_bodies.csv.xz")
        return 0
    known, rows = bodies(copy), list[Row]()
    for half in ("dev", "held"):
        done = list(cases(known, half)) if options.half in {None, half} else []
        if done:
            print(f"{half}: {len(done)} groups")
            rows += rows_of(half, done)
        if done and half == "dev":
            listed = (error for case in done for error in errors(case))
            print(f"errors of dev: {write('roots', listed)}")
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    settled = len(list(SETTLED.glob("*.json")))
    data = (
        f"ROOTS-news: {settled} claims in rumour articles of FNC-1, labelled twice and settled "
        "(bench/roots/README.md)."
    )
    return settle("roots", data, rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
