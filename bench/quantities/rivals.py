"""What do extractors of others find in the same sentences?

CQE               rules on a dependency parse (GPL-3): bound, value, unit, the words it is about
quantulum3        patterns and a classifier of units: value and unit
Recognizers-Text  Microsoft's rules, in their Python package of 2019: value and unit

What they give is put in our terms where it says the same: names of units and currencies, a
unit with "per" as a rate, CQE's ``<``, ``>`` as bounds (it does not tell "at least" from "more
than": the end is taken as open) and its "up" and "down" as changes. Fields of which a rival says
nothing are wrong where the gold has them. No rival gives a date, a series or a share.
"""

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from babel import Locale
from bench.adapters.call import Found, Rival, Text, asked
from bench.frozen import Row
from bench.quantities import newsquant, open_set
from bench.quantities.tally import Tally

from allsource.model.quantity import Quantity
from allsource.model.span import Span

__all__ = ["DATA", "RIVALS", "measured", "quantity", "terms"]

DATA = (
    "the development half of NewsQuant (302 sentences), and own sentences about invented things "
    "(cases.yaml, probes.yaml, and the open set where it is labelled)"
)
RIVALS = (
    Rival("CQE", "ALLSOURCE_RIVAL_CQE", "cqe"),
    Rival("quantulum3", "ALLSOURCE_RIVAL_QUANTULUM3", "quantulum"),
    Rival("Recognizers-Text", "ALLSOURCE_RIVAL_RECOGNIZERS", "recognizers_units"),
)
CASES = Path(__file__).with_name("cases.yaml")
PROBES = Path(__file__).with_name("probes.yaml")
SPELT = {
    "dollar dollar": "dollar",
    "percentage drop": "percentage",
    "c": "celsius",
    "f": "fahrenheit",
    "inches": "inch",
    "feet": "foot",
    "milliliter": "millilitre",
    "square kilometer": "square kilometre",
    "kilometer per hour": "kilometre per hour",
    "minute of arc": "minute",
    "second of arc": "second",
    "yard yard": "yard",
    "israeli shekel": "shekel",
    "new israeli shekel": "shekel",
    "watt-hour": "watt hour",
}
"""Names that only rivals give; naming alone, never another quantity."""
OURS = {
    "percentage": "percent",
    "celsius": "degree celsius",
    "fahrenheit": "degree fahrenheit",
    "metric ton": "tonne",
    "pound-mass": "pound",
    "year of age": "year",
}
PLAIN_MONEY = {
    "dollar": "USD",
    "pound sterling": "GBP",
    "rupee": "INR",
    "ruble": "RUB",
    "rouble": "RUB",
    "shekel": "ILS",
}
DIRECTIONS: dict[str | None, Literal["up", "down"]] = {"up": "up", "down": "down"}
NEVER_GIVEN = {"measure", "of", "time"}
OF_UNITS = ("square ", "cubic ", "nautical ", "degree ", "basis ", "percentage ", "metric ")


def measured() -> Iterator[Row]:
    """Rows of all rivals that are installed."""
    path = os.environ.get("ALLSOURCE_NEWSQUANT")
    if path and Path(path).is_file():
        yield from _newsquant(Path(path))
    else:
        print("NewsQuant: skipped, ALLSOURCE_NEWSQUANT names no file")
    yield from _cases()
    if sentences := open_set.load():
        yield from _open_set(sentences)
    else:
        print("open set: skipped, it is not labelled")


def _newsquant(path: Path) -> Iterator[Row]:
    gold = newsquant.load(path)
    held = [newsquant.part(text) == "held" for text, _ in gold]
    for answers in asked(RIVALS, [Text(text) for text, _ in gold]):
        found = [[terms(item) for item in items] for items in answers.found]
        for part, kept in (("both parts", [True] * len(gold)), ("held part", held)):
            wanted = [one for one, keep in zip(gold, kept, strict=True) if keep]
            given = [one for one, keep in zip(found, kept, strict=True) if keep]
            total = sum(len(rows) for _, rows in wanted)
            for question, value in newsquant.score(wanted, given)[0].items():
                if value:
                    yield {"name": answers.name, "metric": f"NewsQuant, {part}, {question} F1",
                           "value": round(value, 1), "n": total}  # fmt: skip
        yield {"name": answers.name, "metric": "NewsQuant, sentences per CPU second",
               "value": float(f"{len(gold) / answers.seconds:.2g}")}  # fmt: skip


def _cases() -> Iterator[Row]:
    from bench.quantities.run import rows_of, score_cases

    cases = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    groups = yaml.safe_load(PROBES.read_text(encoding="utf-8"))
    probes = [case for group in groups.values() for case in group]
    texts = [Text(case["say"]) for case in (*cases, *probes)]
    for answers in asked(RIVALS, texts):
        by_text = {
            text.words: quantities(text.words, items)
            for text, items in zip(texts, answers.found, strict=True)
        }
        for source, part in (("own cases", cases), ("own probes", probes)):
            for row in rows_of(answers.name, score_cases(part, by_text.__getitem__)):
                if row["metric"] not in NEVER_GIVEN:
                    yield {**row, "metric": f"{source}, {row['metric']}"}


def _open_set(sentences: Sequence[open_set.Sentence]) -> Iterator[Row]:
    for answers in asked(RIVALS, [Text(s.text, s.published) for s in sentences]):
        both, held = Tally(), Tally()
        for sentence, items in zip(sentences, answers.found, strict=True):
            found = quantities(sentence.text, items)
            open_set.score_sentence(both, sentence, found)
            if open_set.part(sentence.text) == "held-out":
                open_set.score_sentence(held, sentence, found)
        for part, marks in (("both parts", both), ("held-out part", held)):
            for row in open_set.rows(marks, answers.name):
                if row["metric"] != "boundary":
                    yield {
                        **{key: row[key] for key in ("name", "value", "n")},
                        "metric": f"open set, {part}, {row['metric']}",
                    }


def terms(item: Found) -> newsquant.Row:
    """One find in NewsQuant's terms.

    Example:
        >>> terms({"value": [5.0], "unit": "dollar / barrel", "change": "~", "concepts": ["oil"]})
        Row(value=(5.0,), unit='dollar per barrel', change='~', concepts=frozenset({'oil'}))
    """
    about = item["concepts"]
    words = newsquant.words(" ".join(about)) if about is not None else frozenset[str]()
    return newsquant.Row(tuple(item["value"]), _name(item["unit"]), item["change"] or "", words)


def _name(unit: str | None) -> str:
    name = newsquant.unit_name(unit)
    return newsquant.unit_name(SPELT.get(name, name))


def quantities(text: str, items: Sequence[Found]) -> list[Quantity]:
    """All finds of a sentence in the contract's terms."""
    return [quantity(text, item) for item in items]


def quantity(text: str, item: Found) -> Quantity:
    """One find in the contract's terms.

    Example:
        >>> find = {"span": [0, 9], "value": [5.0], "unit": "dollar per day", "change": ">"}
        >>> one = quantity("Over $5 a day.", {**find, "concepts": None})
        >>> one.low, one.high, one.currency, one.per
        (5.0, None, 'USD', 'day')
    """
    span = Span(*item["span"]) if item["span"] else Span(0, 0)
    mark = item["change"]
    name, _, per = _name(item["unit"]).partition(" per ")
    return Quantity(
        text=span.of(text),
        span=span,
        low=None if mark == "<" else item["value"][0],
        high=None if mark == ">" else item["value"][-1],
        low_open=mark in {"<", ">"},
        high_open=mark in {"<", ">"},
        approximate=mark == "~",
        unit=None if _money(name) else _counted(name),
        currency=_money(name),
        per=per or None,
        role="change_by" if mark in DIRECTIONS else "level",
        direction=DIRECTIONS.get(mark),
    )


def _counted(name: str) -> str | None:
    if name == "-":
        return None
    whole = name in OURS or name.startswith(OF_UNITS)
    return OURS.get(name, name) if whole else name.rsplit(maxsplit=1)[-1]


def _money(name: str) -> str | None:
    return PLAIN_MONEY.get(name) or _codes().get(name)


@cache
def _codes() -> dict[str, str]:
    return {newsquant.unit_name(name): code for code, name in Locale("en").currencies.items()}
