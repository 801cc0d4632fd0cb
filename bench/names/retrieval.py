"""Is a mangled name found again among a million?

The haystack: all clean entries of the list, 50,000 invented strangers, 200,000 names put together from parts of two
entries of the list each, and names put together from the given and family names of strangers up to the number
that is asked for. Looked for: the mangled entries of the held half. Found is an entry, or one that is written like
it once folded, among so many candidates.
"""

import random
import time
from collections.abc import Iterator
from pathlib import Path

from bench.frozen import Row
from bench.names.split import folded, half, rows

from allsource.entities.folding import is_latin
from allsource.entities.retrieval import NameIndex

__all__ = ["retrieved"]

CLEAN, MANGLED = "yente_positives_un_untreated.csv", "yente_positives_un_treated.csv"
STRANGERS = "yente_negatives_global.csv"
CONFUSABLE, MOST = 200_000, 50


def haystack(folder: Path, size: int) -> Iterator[str]:
    """Give the names that are indexed; the same ones on every run."""
    rng = random.Random(7)  # noqa: S311 - the same haystack on every run
    listed = [one["full_name"] for one in rows(folder / CLEAN)]
    strangers = rows(folder / STRANGERS)
    yield from listed
    yield from (one["full_name"] for one in strangers)
    for _ in range(min(CONFUSABLE, size // 5)):
        front, back = rng.choice(listed).split(), rng.choice(listed).split()
        yield " ".join((*front[: max(1, len(front) // 2)], *back[len(back) // 2 :]))
    scripts = [
        [
            one
            for one in strangers
            if one["first_name"] and one["last_name"] and is_latin(one["full_name"]) is latin
        ]
        for latin in (True, False)
    ]
    weights = [len(some) for some in scripts]
    for _ in range(size - len(listed) - len(strangers) - min(CONFUSABLE, size // 5)):
        some = rng.choices(scripts, weights)[0]
        one, middle, other = rng.choice(some), rng.choice(some), rng.choice(some)
        between = f" {middle['middle_name']} " if middle["middle_name"] else " "
        yield f"{one['first_name']}{between}{other['last_name']}"


def retrieved(folder: Path, size: int, part: str) -> list[Row]:
    """Index names and look for the mangled ones.

    Args:
        folder: holds the lists.
        size: names of the haystack.
        part: half of the list that is looked for.
    """
    before = time.process_time()
    names = list(haystack(folder, size))
    index = NameIndex.build(names)
    print(f"indexed {len(index):,} names in {time.process_time() - before:.0f} s of processor time")
    clean, mangled = (rows(folder / name) for name in (CLEAN, MANGLED))
    wanted = [
        (at, other["full_name"])
        for at, (one, other) in enumerate(zip(clean, mangled, strict=True))
        if half(f"un:{folded(one['full_name'])}") == part
    ]
    found = first = 0
    before = time.process_time()
    candidates = [index.find(query, MOST) for _, query in wanted]
    spent = (time.process_time() - before) / len(wanted) * 1000
    for (at, query), some in zip(wanted, candidates, strict=True):
        same = [place for place, one in enumerate(some) if _like(names[one.place], names[at])]
        found += bool(same)
        first += bool(same) and same[0] == 0
        if not same and part == "dev":
            print(f"missed: {query} for {names[at]}")
    name = "allsource"
    metric = f"a list among {size:,} names"
    told: list[tuple[str, float, str]] = [
        (f"recall at {MOST}", round(found / len(wanted), 4), ">= 0.99"),
        ("recall at 1", round(first / len(wanted), 4), ""),
        ("index, GB", round(index.size / 1e9, 2), "<= 1.5"),
        ("a search, ms of processor time", round(spent, 1), "<= 20"),
    ]
    return [
        {
            "name": name,
            "metric": f"{metric}: {what}",
            "value": value,
            "n": len(wanted),
            **({"target": target} if target else {}),
        }
        for what, value, target in told
    ]


def _like(one: str, other: str) -> bool:
    return one == other or folded(one) == folded(other)
