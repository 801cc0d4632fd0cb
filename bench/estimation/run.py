"""Do the intervals of the programme model hold the rate and the total of real histories?

    python bench/estimation/run.py [--data FOLDER] [--part dev|held] [--sets N] [--freeze | --check]

Invents claims about production histories and scores the model and the simple ways on them; see
README.md. Without ``--data`` the few histories of ``extract.csv`` are measured alone.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.estimation.claims import Claim, claims, day
from bench.estimation.histories import History, extract, histories, part
from bench.estimation.naive import independent, last_claim, median_of_three
from bench.estimation.ours import MODULE, at_hand, programme
from bench.estimation.pilot import piloted, smooth_histories
from bench.estimation.scoring import Ends, Scores
from bench.frozen import Row, add_options, settle

SHARES = (0.5, 0.75, 1.0)
FEWEST = 4
SHORTEST = 5

Sayings = Callable[[History, int], list[Claim]]
System = Callable[[Sequence[Claim], str, str, int], dict[str, Ends]]
RIVALS: dict[str, System] = {
    "claims independent": independent,
    "last claim": last_claim,
    "median of last three": median_of_three,
}


def truth(history: History, months: int) -> dict[str, float]:
    """Mean of the last three months, and all that was made until then."""
    made = history.units[:months]
    return {"rate": max(sum(made[-3:]) / 3, 1 / 3), "cumulative": sum(made)}


def measured(
    sample: str, chosen: Iterable[History], sets: int, ours: str, said: Sayings = claims
) -> list[Row]:
    """Score all systems on the cases of some histories."""
    systems = {**({"programme model": programme} if ours else {}), **RIVALS}
    scores = {name: Scores(name, rival=name in RIVALS) for name in systems}
    missed = dict.fromkeys(systems, 0)
    for history in chosen:
        for seed in range(sets):
            told = said(history, seed)
            for share in SHARES:
                months = max(int(len(history.units) * share), SHORTEST)
                until = day(history.first + months - 1, 31)
                known = [one for one in told if one["published"] <= until]
                if len(known) < FEWEST:
                    continue
                true = truth(history, months)
                for name, system in systems.items():
                    found = system(known, day(history.first, 1), until, seed)
                    missed[name] += len(true) - len(found)
                    for quantity, ends in found.items():
                        scores[name].add(quantity, history.family, ends, true[quantity])
    for name, count in missed.items():
        if count:
            print(f"{sample}: {name}: {count} estimates were not given")
    return [row for score in scores.values() for row in score.rows(sample)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--data", type=Path, help="folder with the histories")
    parser.add_argument("--part", choices=("dev", "held"), help="this part alone")
    parser.add_argument("--sets", type=int, default=2, help="sets of claims for each history")
    options = parser.parse_args()
    ours = MODULE if at_hand() else ""
    if not ours:
        print(f"programme model: skipped, {MODULE} is not there")
    rows = measured("extract", extract(), 1, ours)
    if options.data and options.data.is_dir():
        every, smooth = histories(options.data), smooth_histories(options.data)
        sets: tuple[tuple[str, list[History], Sayings], ...] = (
            ("", every, claims), (" (pilot's claims)", every, piloted), (" (pilot)", smooth, piloted),
        )  # fmt: skip
        for name in (options.part,) if options.part else ("dev", "held"):
            for kind, some, said in sets:
                chosen = [one for one in some if part(one.group) == name]
                print(f"{name}{kind}: {len(chosen)} histories, {options.sets} sets of claims each")
                rows += measured(name + kind, chosen, options.sets, ours, said)
    else:
        print("dev and held histories: skipped, --data names no folder")
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} (n = {row['n']})")
    data = (
        "claims invented about production histories (US wartime shipyards after Thompson 2007, US "
        "President's Budget 2013-17, Performance Curve Database), groups of histories by hash."
    )
    return settle("estimation", data, rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
