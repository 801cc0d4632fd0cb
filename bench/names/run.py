"""Are two names those of one party, and is the probability right?

    python bench/names/run.py [--data FOLDER] [--retrieval] [--freeze | --check]

Scores the pairs of ``cases.csv`` (our own, invented), and the held half of the labelled data where ``FOLDER``
holds them; see README.md. ``--retrieval 1000000`` also looks for a list among a million names, which takes minutes.
"""

import argparse
import csv
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle
from bench.names.retrieval import retrieved
from bench.names.split import Pair, checks, folded, half, rows
from rapidfuzz import fuzz, process

from allsource.entities.match import SAME, Party, match, score

HERE = Path(__file__).resolve().parent
NAMES = "yente_positives_un_untreated.csv", "yente_positives_un_treated.csv"
STRANGERS = "yente_negatives_global.csv"
CONGRESS = "yente_positives_us_congress_untreated.csv"
FAKE = "fake_1000.csv"
TARGETS = {
    ("labelled by hand", "F1"): ">= 0.90",
    ("all", "F1"): ">= 0.80",
    ("all", "calibration error"): "<= 0.08",
    ("all", "Brier score"): "<= 0.14",
}
BINS = 10


def cases() -> list[Pair]:
    """Read our own pairs."""
    with (HERE / "cases.csv").open(encoding="utf-8", newline="") as stream:
        return [
            Pair(
                one["schema"],
                {"name": one["left"], "birth_date": one["left_birth_date"]},
                {"name": one["right"], "birth_date": one["right_birth_date"]},
                one["same"] == "yes",
                "held",
                "invented pairs",
            )
            for one in csv.DictReader(stream)
        ]


def listed(folder: Path) -> Iterator[Pair]:
    """Pair persons of a list with their mangled entries, and with the closest others: of the list, and strangers."""
    clean, mangled = (rows(folder / name) for name in NAMES)
    strangers = rows(folder / STRANGERS)
    for part in ("dev", "held"):
        mine = [
            at for at, one in enumerate(clean) if half(f"un:{folded(one['full_name'])}") == part
        ]
        others = [one for one in strangers if half(f"st:{folded(one['full_name'])}") == part]
        names = [folded(clean[at]["full_name"]) for at in mine]
        far = [folded(one["full_name"]) for one in others]
        for at in mine:
            query = folded(mangled[at]["full_name"])
            yield _pair(mangled[at], clean[at], part, "list", same=True)
            for _, _, to in process.extract(query, names, scorer=fuzz.WRatio, limit=2):
                if mine[to] != at and names[to] != folded(clean[at]["full_name"]):
                    yield _pair(mangled[at], clean[mine[to]], part, "list", same=False)
                    break
        for at in mine[::5]:
            query = folded(mangled[at]["full_name"])
            found = process.extractOne(query, far, scorer=fuzz.token_sort_ratio)
            yield _pair(mangled[at], others[found[2]], part, "strangers", same=False)


def namesakes(folder: Path) -> Iterator[Pair]:
    """Pair members of a parliament with the closest other member."""
    members = [one["full_name"] for one in rows(folder / CONGRESS)]
    for part in ("dev", "held"):
        mine = [one for one in members if half(f"us:{folded(one)}") == part]
        plain = [folded(one) for one in mine]
        for at in range(0, len(mine), 4):
            for _, _, to in process.extract(plain[at], plain, scorer=fuzz.WRatio, limit=2):
                if to != at:
                    left, right = ({"full_name": mine[one]} for one in (at, to))
                    yield _pair(left, right, part, "namesakes", same=False)
                    break


def clusters(folder: Path) -> Iterator[Pair]:
    """Pair invented records of one cluster, and those of two whose names are closest."""
    for part in ("dev", "held"):
        mine = [
            {"full_name": f"{one['first_name'].strip()} {one['surname'].strip()}".strip(), **one}
            for one in rows(folder / FAKE)
            if half(f"fake:{one['cluster']}") == part
        ]
        mine = [one for one in mine if " " in one["full_name"]]
        for at, one in enumerate(mine):
            later = [two for two in mine[at + 1 :] if two["cluster"] == one["cluster"]]
            if later:
                yield _pair(one, later[0], part, "records", same=True)
            others = [two for two in mine[at + 1 :] if two["cluster"] != one["cluster"]]
            plain = [two["full_name"].casefold() for two in others]
            found = process.extractOne(one["full_name"].casefold(), plain, scorer=fuzz.WRatio)
            if later and found:
                yield _pair(one, others[found[2]], part, "records", same=False)


def _pair(
    one: dict[str, str], other: dict[str, str], part: str, source: str, *, same: bool
) -> Pair:
    left, right = (
        {
            "name": record["full_name"],
            "birth_date": record.get("date_of_birth") or record.get("dob") or "",
            "country": record.get("nationality") or "",
        }
        for record in (one, other)
    )
    return Pair("Person", left, right, same, part, source)


def probabilities(pairs: Iterable[Pair], *, facts: bool) -> list[float]:
    """Give the probability of each pair, from the names alone or with what else is known."""
    found = []
    for pair in pairs:
        left, right = (
            Party(**one) if facts else Party(one["name"]) for one in (pair.left, pair.right)
        )
        found.append(score(left, right, pair.schema))
    return found


def measures(
    chances: Sequence[float], pairs: Sequence[Pair], threshold: float = SAME
) -> dict[str, float]:
    """Give F1 at a threshold, its parts, Brier score and expected calibration error."""
    told = np.array(chances)
    same = np.array([pair.same for pair in pairs])
    hit = told >= threshold
    right = float((hit & same).sum())
    precision, recall = right / max(hit.sum(), 1), right / max(same.sum(), 1)
    places = np.minimum((told * BINS).astype(int), BINS - 1)
    gaps = [
        (places == one).mean() * abs(told[places == one].mean() - same[places == one].mean())
        for one in np.unique(places)
    ]
    return {
        "precision": precision,
        "recall": recall,
        "F1": 2 * precision * recall / max(precision + recall, 1e-9),
        "Brier score": float(((told - same) ** 2).mean()),
        "calibration error": float(sum(gaps)),
    }


def told(
    name: str, set_name: str, found: dict[str, float], count: int, *, rival: bool = False
) -> Iterator[Row]:
    """Give what is frozen."""
    for metric, value in found.items():
        row: Row = {
            "name": name,
            "metric": f"{set_name}: {metric}",
            "value": round(value, 3),
            "n": count,
        }
        if rival:
            row["rival"] = True
        elif (set_name, metric) in TARGETS:
            row["target"] = TARGETS[set_name, metric]
        yield row


def gathered(folder: Path, part: str) -> dict[str, list[Pair]]:
    """Give the sets of one half."""
    every = [*checks(folder), *listed(folder), *namesakes(folder), *clusters(folder)]
    sets: dict[str, list[Pair]] = {}
    for pair in every:
        if pair.half == part:
            name = "labelled by hand" if pair.source == "checks" else pair.source
            sets.setdefault(name, []).append(pair)
    sets["all"] = [pair for some in list(sets.values()) for pair in some]
    return sets


def cost(pairs: Sequence[Pair], once: Callable[[Pair], object]) -> float:
    """Give milliseconds of processor time a pair, warm: the best of five rounds."""
    spent = []
    for _ in range(5):
        before = time.process_time()
        for pair in pairs:
            once(pair)
        spent.append((time.process_time() - before) / len(pairs) * 1000)
    return min(spent[1:])


def explained(pair: Pair) -> object:
    """Match a pair with its reasons."""
    return match(Party(pair.left["name"]), Party(pair.right["name"]), pair.schema)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--data", type=Path, help="folder with entity_checks.yml and the lists")
    parser.add_argument(
        "--half",
        choices=("dev", "held"),
        default="held",
        help="dev is for looking at errors; it is never frozen",
    )
    parser.add_argument("--retrieval", type=int, help="also look for the list among so many names")
    options = parser.parse_args()
    sets = {"invented pairs": cases()}
    if options.data:
        sets |= gathered(options.data, options.half)
    else:
        print("labelled pairs and lists: skipped, --data names no folder")
    measured: list[Row] = []
    for name, pairs in sets.items():
        if name != "invented pairs":
            measured += told(
                "allsource, names alone",
                name,
                measures(probabilities(pairs, facts=False), pairs),
                len(pairs),
            )
        if any(pair.left.get("birth_date") for pair in pairs):
            measured += told(
                "allsource", name, measures(probabilities(pairs, facts=True), pairs), len(pairs)
            )
    if options.data:
        some = random.Random(1).sample(sets["all"], min(826, len(sets["all"])))  # noqa: S311 - a sample
        print(f"a pair, warm, with reasons: {cost(some, explained):.4f} ms of processor time")
    if options.retrieval and options.data:
        measured += retrieved(options.data, options.retrieval, options.half)
    for row in measured:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    data = "Own invented pairs; the held half, by entity, of hand-labelled pairs (nomenklatura), a mangled UN list, namesakes of the US Congress, invented strangers and records."
    return 0 if options.half == "dev" else settle("names", data, measured, options)


if __name__ == "__main__":
    raise SystemExit(main())
