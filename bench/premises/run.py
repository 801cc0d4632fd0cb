"""Are the grounds that an author cites for a judgement linked to it? Scores the own passages and stories; see README.md."""

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench import frozen

HERE = Path(__file__).resolve().parent
_SHARED = 0.5
Place = tuple[int, int]


@dataclass(frozen=True)
class Found:
    """What was read of one passage: judgements by place, each with the places of its premises."""

    judgements: tuple[tuple[Place, tuple[Place, ...]], ...]


Reader = Callable[[str], Found]


def half(name: str) -> str:
    """Give the half of a passage or story, by the hash of its id."""
    return "dev" if hashlib.sha256(name.encode()).digest()[0] % 2 == 0 else "held"


def ours(text: str) -> Found:
    """Read a passage through the whole extractor."""
    found = []
    for claim in _claims(text):
        if claim.judgement is not None:
            told = tuple(tuple(one.span) for one in claim.judgement.premises)
            found.append((tuple(claim.proposition), told))
    return Found(tuple(found))


def because(text: str) -> Found:
    """Rival: what follows any "because" in the sentence of a judgement, up to a comma or full stop."""
    return _rival(text, lambda place: _because(text, place))


def sentence_before(text: str) -> Found:
    """Rival: the sentence before the judgement."""
    return _rival(text, lambda place: _before(text, place))


def _rival(text: str, premises: Callable[[Place], tuple[Place, ...]]) -> Found:
    told = ours(text).judgements
    return Found(tuple((place, premises(place)) for place, _ in told))


def _because(text: str, place: Place) -> tuple[Place, ...]:
    start, end = _sentence(text, place)
    at = text.lower().find("because ", start, end)
    if at < 0:
        return ()
    begin = at + len("because ")
    stops = [text.find(mark, begin) for mark in (",", ".")]
    return ((begin, min(stop for stop in stops if stop > 0)),)


def _before(text: str, place: Place) -> tuple[Place, ...]:
    start, _ = _sentence(text, place)
    return () if start < 3 else (_sentence(text, (start - 3, start - 2)),)


def _sentence(text: str, place: Place) -> Place:
    start = max(text.rfind(mark, 0, place[0]) for mark in (". ", ".” ")) + 1
    end = text.find(".", place[1] - 1)
    return start + (start > 0), end if end > 0 else len(text)


def _claims(text: str) -> Sequence[Any]:
    from allsource.claims.extract import extract
    from allsource.model.document import Document

    page = Document(
        "doc_p", "0" * 64, "p.txt", text + "\n", "text", language="en", published="2032-06-01"
    )
    return extract(page)


def _at(text: str, words: str) -> Place:
    start = text.index(words)
    return start, start + len(words)


def _meets(one: Place, other: Place) -> bool:
    """Say whether two places share at least half of all that they cover."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared >= _SHARED * (max(one[1], other[1]) - min(one[0], other[0]))


def _holds(judged: Place, wanted: Place) -> bool:
    """Say whether a statement holds at least half of the words of a wanted judgement."""
    shared = min(judged[1], wanted[1]) - max(judged[0], wanted[0])
    return shared >= _SHARED * (wanted[1] - wanted[0])


@dataclass
class Score:
    """What was right, found and wanted, for links, judgements and judgements without premise."""

    links: list[int]
    judgements: list[int]
    absent: list[int]


def score(passages: Sequence[dict[str, Any]], reader: Reader, *, tell: bool = False) -> Score:
    """Score one reader on passages."""
    total = Score([0, 0, 0], [0, 0, 0], [0, 0, 0])
    for passage in passages:
        found = reader(passage["text"]).judgements
        for line in _passage(passage, found, total):
            if tell:
                print(f"{passage['id']}: {line}")
    return total


def _passage(
    passage: dict[str, Any], found: Sequence[tuple[Place, tuple[Place, ...]]], total: Score
) -> Iterator[str]:
    text, free = passage["text"], list(found)
    for gold in passage["judgements"]:
        place = _at(text, gold["of"])
        wanted = [_at(text, words) for words in gold["premises"]]
        mine = [one for one in free if _holds(one[0], place)]
        total.judgements[2] += 1
        total.links[2] += len(wanted)
        total.absent[2] += not wanted
        if not mine:
            yield f"judgement not found: {gold['of']}"
            continue
        free = [one for one in free if one not in mine]
        told = list(dict.fromkeys(each for one in mine for each in one[1]))
        right = sum(any(_meets(one, other) for other in told) for one in wanted)
        total.judgements[0] += 1
        total.judgements[1] += 1
        total.links[0] += right
        total.links[1] += len(told)
        total.absent[0] += not wanted and not told
        total.absent[1] += not told
        if right < len(wanted) or right < len(told):
            yield f"wanted {gold['premises']}, found {[text[a:b] for a, b in told]}"
    for place, held in free:
        total.judgements[1] += 1
        total.links[1] += len(held)
        total.absent[1] += not held
        yield f"no judgement: {text[place[0] : place[1]]} {[text[a:b] for a, b in held]}"


def rows(name: str, what: str, counts: list[int]) -> Iterator[frozen.Row]:
    """Give precision, recall and F1 of one kind."""
    right, found, wanted = counts
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    for metric, value, n in (
        ("precision", precision, found),
        ("recall", recall, wanted),
        ("F1", both, wanted),
    ):
        yield {"name": name, "metric": f"{what} {metric}", "value": round(value, 3), "n": n}


def measured(options: argparse.Namespace) -> Iterator[frozen.Row]:
    """Measure both halves of the passages, ours and the rivals'."""
    told = yaml.safe_load((HERE / "passages.yaml").read_text(encoding="utf-8"))
    for part in options.part:
        mine = [one for one in told if half(one["id"]) == part]
        found = score(mine, ours, tell=options.errors and part == "dev")
        yield from rows(part, "judgements", found.judgements)
        yield from rows(part, "links", found.links)
        yield from rows(part, "no premise cited", found.absent)
        yield from stories(part, tell=options.errors and part == "dev")
        for name, reader in (("any because", because), ("sentence before", sentence_before)):
            other = score(mine, reader)
            for row in rows(f"{name}, {part}", "links", other.links):
                yield {**row, "rival": True}


def settled(story: dict[str, Any]) -> Sequence[Any]:
    """Trace the pages of a story and give the forecasts that were read, with their claims."""
    from allsource.assessment.evidence import gather
    from allsource.assessment.forecasts import forecasts
    from allsource.claims.extract import extract
    from allsource.lineage.trace import trace
    from allsource.model.document import Document

    pages = [
        Document(
            f"doc_{number}", f"{number:064}", f"{number}.txt", page["text"] + "\n", "text",
            language="en", published=str(page["day"]), outlet=f"Paper {number}",
        )
        for number, page in enumerate(story["pages"])
    ]  # fmt: skip
    claims = [claim for page in pages for claim in extract(page) if claim.stated]
    evidence = gather(pages, claims, trace(pages, claims))
    return [(one, evidence.claims[one.claim]) for one in forecasts(evidence)]


def stories(part: str, *, tell: bool = False) -> Iterator[frozen.Row]:
    """Score the stories of one half: forecasts found, due days, states, probabilities."""
    told = yaml.safe_load((HERE / "stories.yaml").read_text(encoding="utf-8"))
    wanted = found = days = states = middles = silent = 0
    for story in told:
        if half(story["id"]) != part:
            continue
        free = list(settled(story))
        for gold in story["forecasts"]:
            wanted += 1
            mine = [pair for pair in free if pair[1].statement.rstrip(".") == gold["of"]]
            free = [pair for pair in free if pair not in mine]
            one = mine[0][0] if mine else None
            found += one is not None
            days += one is not None and one.due == str(gold["due"])
            states += one is not None and one.state == gold["state"]
            middles += one is not None and one.probability == gold["p"]
            silent += gold["state"] == "due, unresolved"
            if tell and (one is None or one.state != gold["state"] or one.due != str(gold["due"])):
                print(f"{story['id']}: wanted {gold['due']} {gold['state']}, found {one}")
        if tell and free:
            print(f"{story['id']}: no forecast: {free[0][1].statement}")
        found += len(free)
    rows = (("found, of those wanted and not", wanted, max(found, 1)),)
    for metric, right, of in (
        ("forecasts: state right", states, wanted),
        ("forecasts: due day right", days, wanted),
        ("forecasts: probability right", middles, wanted),
        ("forecasts: always unresolved is right", silent, wanted),
    ):
        yield {"name": part, "metric": metric, "value": round(right / of, 3), "n": of}
    for metric, right, of in rows:
        yield {
            "name": part,
            "metric": f"forecasts: {metric}",
            "value": round(right / of, 3),
            "n": of,
        }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", nargs="*", default=["dev", "held"], choices=["dev", "held"])
    parser.add_argument("--errors", action="store_true", help="print each miss of the dev half")
    frozen.add_options(parser)
    options = parser.parse_args()
    result = list(measured(options))
    for row in result:
        print(f"{row['name']}: {row['metric']} {row['value']} (n {row['n']})")
    data = "80 own passages and 33 own stories about invented works"
    return frozen.settle("premises", data, result, options)


if __name__ == "__main__":
    sys.exit(main())
