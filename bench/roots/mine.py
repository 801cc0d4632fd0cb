"""Which of the rumour articles tell of one thing? Mines the groups of ROOTS-news from a copy.

    python bench/roots/mine.py --data FOLDER [--check | --write | --list | --packets FOLDER]

``--data`` (or ``ALLSOURCE_FNC1``) names the folder of ``fnc1_bodies.csv.xz``. Without another
option the groups are mined and counted; ``--check`` ends with 1 where they are not those of
``groups.json``, ``--write`` writes that file, ``--list`` shows every cluster for whoever chooses
claims, ``--packets`` writes what readers get.

How: bodies of 60 to 1,200 words, each text once, without those of ``bench/gold``, are joined by
average linkage over the cosine of their words (logarithm of the count by rarity) down to
``NEAREST``; a join that would pass ``LARGEST`` articles is refused, so a big rumour falls into
several clusters. ``claims.json`` names the clusters chosen, each by one of its bodies, and says
what is claimed in our own words. Halves are by the hash of the group's name (of the event's, where
several claims are about one), which was given before any label. No shared passage enters, so that
groups are not picked for copying.

Where it fails: an article on the same claim in quite other words is not found, and one on the same
people with another claim may be; readers mark these as off topic.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.gold.load import halves
from bench.gold.resolve import digest
from bench.roots.bodies import Group, Member, bodies, folder, groups, texts

HERE = Path(__file__).resolve().parent
GOLD_PAGES = HERE.parent / "gold" / "pages.json"
NEAREST = 0.2
LARGEST = 15
SMALLEST = 5
WORDS = (60, 1200)
WORD = re.compile(r"[a-z]{3,}|[0-9]+")
COMMON = 0.1
"""A word in more than this share of all bodies tells nothing of the subject."""


class Chosen(msgspec.Struct, frozen=True):
    """A cluster that was chosen: its name, one of its bodies, and the claim in our own words.

    ``event`` stands where several claims are about one event, so that they share a half.
    """

    id: str
    seed: str
    claim: str
    event: str | None = None


def usable(known: dict[str, str]) -> list[str]:
    """The bodies to mine, each text once, those of the other gold left out.

    Args:
        known: every body by number.
    """
    labelled = {page["body"] for page in json.loads(GOLD_PAGES.read_text(encoding="utf-8"))}
    taken: set[str] = set()
    kept: list[str] = []
    for body in sorted(known, key=int):
        text = known[body]
        fits = WORDS[0] <= len(text.split()) <= WORDS[1]
        if fits and body not in labelled and text not in taken:
            kept.append(body)
            taken.add(text)
    return kept


def likeness(written: Sequence[str]) -> NDArray[np.float64]:
    """The cosine of every two texts, to six places so that machines agree.

    Args:
        written: the texts.

    Example:
        >>> likeness(["pier gate pier", "gate pier", "moth", "moth", *["yard"] * 20]).round(1)[0, :3]
        array([1., 1., 0.])
    """
    counts = [Counter(WORD.findall(text.lower())) for text in written]
    spread = Counter(word for count in counts for word in count)
    number = len(written)
    telling = sorted(word for word, n in spread.items() if 2 <= n <= COMMON * number)
    column = {word: at for at, word in enumerate(telling)}
    weights = np.zeros((number, len(telling)))
    for row, count in enumerate(counts):
        for word in count.keys() & column.keys():
            rarity = math.log(number / spread[word])
            weights[row, column[word]] = (1 + math.log(count[word])) * rarity
    length = np.linalg.norm(weights, axis=1, keepdims=True)
    weights /= np.where(length > 0, length, 1)
    return np.asarray((weights @ weights.T).round(6), dtype=np.float64)


def clusters(alike: NDArray[np.float64]) -> list[list[int]]:
    """Average linkage, the nearest two first, without clusters above ``LARGEST``.

    Args:
        alike: likeness of every two.

    Example:
        >>> clusters(np.array([[1, 0.9, 0], [0.9, 1, 0.1], [0, 0.1, 1]]))
        [[0, 1], [2]]
    """
    left = alike.copy()
    np.fill_diagonal(left, -1)
    members = [[at] for at in range(len(left))]
    while True:
        one, other = sorted(divmod(int(left.argmax()), len(left)))
        if left[one, other] < NEAREST:
            return [sorted(found) for found in members if found]
        size, more = len(members[one]), len(members[other])
        if size + more > LARGEST:
            left[one, other] = left[other, one] = -1
            continue
        joined = (size * left[one] + more * left[other]) / (size + more)
        joined[[one, other]] = -1
        left[one] = left[:, one] = joined
        left[other] = left[:, other] = -1
        members[one] += members[other]
        members[other] = []


def mined(known: dict[str, str]) -> list[list[str]]:
    """Every cluster of a size that can be used, as bodies.

    Args:
        known: every body by number.
    """
    kept = usable(known)
    found = clusters(likeness([known[body] for body in kept]))
    return [[kept[at] for at in one] for one in found if len(one) >= SMALLEST]


def named(found: Sequence[Sequence[str]], known: dict[str, str]) -> list[Group]:
    """The clusters that were chosen, with their claims and halves.

    Args:
        found: clusters of bodies.
        known: every body by number.

    Raises:
        ValueError: a chosen body is in no cluster.
    """
    chosen = msgspec.json.decode((HERE / "claims.json").read_bytes(), type=list[Chosen])
    half = halves(sorted({one.event or one.id for one in chosen}))
    made: list[Group] = []
    for one in sorted(chosen, key=lambda one: one.id):
        cluster = next((cluster for cluster in found if one.seed in cluster), None)
        if cluster is None:
            raise ValueError(f"{one.id}: body {one.seed} is in no cluster")
        articles = tuple(Member(body, digest(known[body])) for body in cluster)
        made.append(Group(one.id, half[one.event or one.id], one.claim, articles))
    return made


def packet(group: Group, written: dict[str, str]) -> str:
    """What a reader gets: the claim, and the articles in an order that tells nothing.

    Args:
        group: one that ships.
        written: its articles by number.
    """
    order = sorted(written, key=lambda body: digest(f"{group.id}/{body}"))
    head = f"GROUP: {group.id}\nCLAIM: {group.claim}\nARTICLES: {', '.join(order)}\n"
    parts = [f"\n===== ARTICLE {body} =====\n{written[body].strip()}\n" for body in order]
    return head + "".join(parts)


def _list(found: Sequence[Sequence[str]], known: dict[str, str]) -> None:
    for cluster in sorted(found, key=len, reverse=True):
        print(f"\n{len(cluster)} articles: {' '.join(cluster)}")
        for body in cluster[:3]:
            print("   ", " ".join(known[body].split())[:200])


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, help="folder of fnc1_bodies.csv.xz")
    parser.add_argument("--check", action="store_true", help="hold groups.json against the copy")
    parser.add_argument("--write", action="store_true", help="write groups.json")
    parser.add_argument("--list", action="store_true", help="show every cluster")
    parser.add_argument("--packets", type=Path, help="folder to write the texts to")
    options = parser.parse_args(words)
    data = folder(options.data)
    if data is None:
        print("skipped: fnc1_bodies.csv.xz is not found; name its folder by --data")
        return 0
    known = bodies(data)
    if options.packets is not None:
        options.packets.mkdir(parents=True, exist_ok=True)
        for group in groups():
            whole = packet(group, texts(group, known))
            (options.packets / f"{group.id}.txt").write_text(whole, encoding="utf-8", newline="")
        return 0
    found = mined(known)
    if options.list:
        _list(found, known)
        return 0
    made = named(found, known)
    print(
        f"{len(found)} clusters; {len(made)} chosen, {sum(len(g.articles) for g in made)} articles"
    )
    for half in ("dev", "held"):
        of_half = [group for group in made if group.half == half]
        print(f"{half}: {len(of_half)} groups, {sum(len(g.articles) for g in of_half)} articles")
    if options.write:
        lines = b",\n".join(msgspec.json.encode(group) for group in made)
        (HERE / "groups.json").write_bytes(b"[\n" + lines + b"\n]\n")
    return int(options.check and made != groups())


if __name__ == "__main__":
    sys.exit(main())
