"""Which mentions of a folder are of one party, and is any pair joined that is not?

    python bench/entities/run.py [--errors] [--freeze | --check]

Scores `cases.yaml` against two baselines; see README.md.
"""

import argparse
import hashlib
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz.fuzz import token_set_ratio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle

from allsource.claims.extract import extract
from allsource.entities.who import Cast, who_is_who
from allsource.lineage.families import family_of
from allsource.lineage.trace import trace
from allsource.model.document import Document, document_id
from allsource.model.span import Span

HERE = Path(__file__).parent
MARK = re.compile(r"\{(\w+):([^}]*)\}")
ALIKE = 90


@dataclass(frozen=True)
class Gold:
    """A labelled mention."""

    document: str
    span: Span
    key: str

    @property
    def entity(self) -> object:
        """Mentions of one entity share it; one of which nobody can tell shares it with none."""
        return (self.document, self.span) if self.key.endswith("x") else self.key


@dataclass(frozen=True)
class Folder:
    """One folder, read, with its labels and what each system says of each of them."""

    name: str
    documents: tuple[Document, ...]
    gold: tuple[Gold, ...]
    cast: Cast

    @property
    def half(self) -> str:
        """Development or held, by the name."""
        return "dev" if _is_dev(self.name) else "held"

    @property
    def named(self) -> tuple[Gold, ...]:
        """Labels of names; sources without one are counted apart."""
        return tuple(one for one in self.gold if not one.key.startswith("u"))


def read(raw: dict[str, Any]) -> Folder:
    documents, gold = [], []
    for number, page in enumerate(raw["documents"]):
        text, last, marks = "", 0, []
        for found in MARK.finditer(page["text"]):
            text += page["text"][last : found.start()]
            marks.append((Span(len(text), len(text) + len(found[2])), found[1]))
            text, last = text + found[2], found.end()
        text += page["text"][last:]
        sha = hashlib.sha256(f"{raw['id']} {number} {text}".encode()).hexdigest()
        documents.append(
            Document(
                document_id(sha),
                sha,
                f"{number}.txt",
                text,
                "text",
                outlet=page["outlet"],
                published=str(page["published"]),
                language="en",
                synthetic=True,
            )
        )
        gold += [Gold(documents[-1].id, span, key) for span, key in marks]
    claims = [claim for document in documents for claim in extract(document)]
    family = family_of([page.id for page in documents], trace(documents, claims).hops)
    cast = who_is_who(documents, claims, family=family)
    return Folder(raw["id"], tuple(documents), tuple(gold), cast)


def at(folder: Folder, gold: Gold) -> tuple[str, str] | None:
    """The record whose mention shares most with a label, and the name that its document gives."""
    found = [
        (min(m.span.end, gold.span.end) - max(m.span.start, gold.span.start), record.id, m.name)
        for record in folder.cast.records.values()
        if record.document == gold.document
        for m in record.mentions
        if m.span.overlaps(gold.span)
    ]
    return max(found)[1:] if found else None


Told = Mapping[Gold, object]


def ours(folder: Folder) -> Told:
    of = {m.record: entity.id for entity in folder.cast.entities for m in entity.mentions}
    told = {gold: at(folder, gold) for gold in folder.named}
    return {gold: of.get(one[0], one[0]) if one else gold for gold, one in told.items()}


def equal_names(folder: Folder) -> Told:
    """Names that are written alike, as each document gives them in full."""
    told = {gold: at(folder, gold) for gold in folder.named}
    return {gold: one[1].casefold() if one else gold for gold, one in told.items()}


def alike_names(folder: Folder) -> Told:
    """Names whose sets of words are alike, and all that follow from one another."""
    told = {gold: at(folder, gold) for gold in folder.named}
    names = sorted({one[1] for one in told.values() if one})
    first = {name: name for name in names}

    def root(name: str) -> str:
        while first[name] != name:
            name = first[name]
        return name

    for one, other in combinations(names, 2):
        if token_set_ratio(one.casefold(), other.casefold()) >= ALIKE:
            first[root(other)] = root(one)
    return {gold: root(one[1]) if one else gold for gold, one in told.items()}


SYSTEMS: dict[str, Callable[[Folder], Told]] = {
    "allsource": ours,
    "equal names": equal_names,
    "rapidfuzz token_set >= 90": alike_names,
}


def b_cubed(folder: Folder, told: Told) -> Iterator[tuple[float, float]]:
    """Precision and recall of each label."""
    ours_of, gold_of = defaultdict(set), defaultdict(set)
    for gold in folder.named:
        ours_of[told[gold]].add(gold)
        gold_of[gold.entity].add(gold)
    for gold in folder.named:
        both = len(ours_of[told[gold]] & gold_of[gold.entity])
        yield both / len(ours_of[told[gold]]), both / len(gold_of[gold.entity])


def pairs(folder: Folder) -> Iterator[tuple[Gold, Gold]]:
    """Pairs of labels of two documents."""
    for one, other in combinations(folder.named, 2):
        if one.document != other.document:
            yield one, other


def rows(folders: Sequence[Folder], half: str, system: str) -> Iterator[Row]:
    here = [(one, SYSTEMS[system](one)) for one in folders if one.half == half]
    scores = [score for folder, told in here for score in b_cubed(folder, told)]
    precision, recall = (sum(one[side] for one in scores) / len(scores) for side in (0, 1))
    f1 = 2 * precision * recall / (precision + recall)
    over = [(a.entity == b.entity, told[a] == told[b]) for f, told in here for a, b in pairs(f)]
    joined = [same for same, said in over if said]
    wanted = sum(same for same, _ in over)
    within = sum(
        told[a] == told[b] and a.entity != b.entity
        for folder, told in here
        for a, b in combinations(folder.named, 2)
        if a.document == b.document
    )
    extra = {} if system == "allsource" else {"rival": True}
    for metric, value, n in (
        ("B3 precision", round(precision, 3), len(scores)),
        ("B3 recall", round(recall, 3), len(scores)),
        ("B3 F1", round(f1, 3), len(scores)),
        ("pairs of two documents wrongly joined", len(joined) - sum(joined), len(joined)),
        ("pairs of two documents joined of those that are one", sum(joined), wanted),
        ("pairs of one document wrongly joined", within, len(scores)),
    ):
        yield {"name": system, "metric": f"{half}: {metric}", "value": value, "n": n, **extra}


def unnamed(folders: Sequence[Folder], half: str) -> Row:
    """Sources without a name that share an entity with anything of another document."""
    count = found = 0
    for folder in folders:
        over = {e.id for e in folder.cast.entities if len({m.document for m in e.mentions}) > 1}
        of = {m.record: e.id for e in folder.cast.entities for m in e.mentions}
        for gold in folder.gold if folder.half == half else ():
            if gold.key.startswith("u"):
                count += 1
                one = at(folder, gold)
                found += one is not None and of.get(one[0]) in over
    metric = f"{half}: sources without a name joined over documents"
    return {"name": "allsource", "metric": metric, "value": found, "n": count}


def show(folder: Folder) -> None:
    """Print the pairs of a development folder that are not as labelled."""
    told = ours(folder)
    text = {document.id: document.text for document in folder.documents}
    for one, other in combinations(folder.named, 2):
        if (one.entity == other.entity) != (told[one] == told[other]):
            sort = "missed" if one.entity == other.entity else "WRONG"
            words = [f"{gold.span.of(text[gold.document])!r}" for gold in (one, other)]
            print(f"{folder.name}: {sort}: {words[0]} and {words[1]}")
    for pair in folder.cast.undecided:
        print(
            f"{folder.name}: undecided {pair.probability}: {pair.left_name} / {pair.right_name}: {pair.why}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add_options(parser)
    parser.add_argument("--errors", action="store_true", help="show those of the dev half alone")
    options = parser.parse_args()
    raw = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))["folders"]
    halves = ("dev",) if options.errors else ("dev", "held")
    folders = [read(one) for one in raw if not options.errors or _is_dev(one["id"])]
    for folder in folders if options.errors else ():
        show(folder)
    measured = [
        row
        for half in halves
        for row in (
            *(row for one in SYSTEMS for row in rows(folders, half, one)),
            unnamed(folders, half),
        )
    ]
    for row in measured:
        print(f"{row['name']}, {row['metric']}: {row['value']} (n = {row['n']})")
    many = sum(len(one.gold) for one in folders)
    data = f"{len(folders)} own folders, {sum(len(f.documents) for f in folders)} pages, {many} mentions"
    return settle("entities", data, measured, options)


def _is_dev(name: str) -> bool:
    return int(hashlib.sha256(name.encode()).hexdigest()[0], 16) % 2 == 0


if __name__ == "__main__":
    sys.exit(main())
