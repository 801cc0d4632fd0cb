"""NewsQuant: how our quantities are put in its terms, and how they are scored.

The set (satya77/CQE_Evaluation on GitHub) states no licence, so it is not part of this
project: give its path. Pairing is one-to-one inside a sentence and maximises value, then unit,
then change. A pair counts only where the values agree (relative 1e-5; a range at both ends).

Terms. A one-sided bound is its number with ``<`` or ``>``; "from A to B" is one
range with ``=``; an amount of change is ``up`` or ``down``; a vague count is its conventional
range (dozens 12-120, hundreds 100-1,000 ...); an amount told by a noun ("a 9% drop", "an increase
of 40") is ``=``; words that multiply or count occasions ("doubled", "twice") hold no number there;
money is the currency's English name, the rate
is "per ..."; ranks are not marked there and are left out.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.quantities.tally import miss
from bench.worst import Error

from allsource.model.quantity import Quantity

ALIAS = {
    "": "-", "dimensionless": "-", "unk": "-", "count": "-", "per cent": "percentage",
    "percent": "percentage", "%": "percentage", "united states dollar": "dollar",
    "us dollar": "dollar", "tonne": "metric ton", "degree angle": "degree",
    "degree celsius": "celsius", "degree fahrenheit": "fahrenheit", "liter": "litre",
    "kilometer": "kilometre", "millimeter": "millimetre", "centimeter": "centimetre",
    "square meter": "square metre", "meter": "metre", "micrometer": "micrometre",
    "british pound": "pound sterling", "franc": "swiss franc", "pound": "pound-mass",
    "person": "people", "age": "year of age", "israeli new shekel": "shekel", "yen": "japanese yen",
    "renminbi": "chinese yuan", "yuan": "chinese yuan", "ampere-hour": "ampere-hour",
    "revolution per minute": "revolutions per minute", "kilowatt-hour": "kilowatt hour",
}  # fmt: skip
VAGUE_TOP = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One quantity in NewsQuant's terms."""

    value: tuple[float, ...]
    unit: str
    change: str
    concepts: frozenset[str] = frozenset("-")


def unit_name(name: str | None) -> str:
    plain = re.sub(r"\s+", " ", (name or "").replace("/", " per ").strip().lower())
    return ALIAS.get(plain, plain)


def words(concepts: str | None) -> frozenset[str]:
    """Words of the thing measured, ``-`` where there is none."""
    return frozenset(
        word.lower() for word in re.split(r"[,\s]+", concepts or "") if word
    ) or frozenset("-")


def part(text: str) -> str:
    """Which part of the development half a sentence is in: rules are tuned on the first alone."""
    odd = int(hashlib.sha256(f"second split:{text}".encode()).hexdigest(), 16) % 2
    return "held" if odd else "dev"


def money_name(code: str) -> str:
    from babel import Locale

    return str(Locale("en").currencies.get(code, code)).lower()


def _counted(quantity: Quantity) -> str | None:
    """The counted noun with its names and adjectives; "% of what" for a fraction: as the set has it."""
    unit, thing = quantity.unit, (quantity.of or "").lower().split()
    if unit is None and quantity.role == "share" and thing:
        return " ".join(["%", *thing[:-1], _singular(thing[-1])])
    if unit is None or not thing or quantity.currency:
        return unit
    plain = unit.split()[-1]
    named = _singular(thing[-1]) == plain or thing[-1] == plain
    return " ".join([*thing[:-1], plain]) if named else unit


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _unit(quantity: Quantity) -> str:
    if quantity.unit == "time" and quantity.text.lower().endswith("fold"):
        return "-"
    if quantity.measure == "age":
        return "year of age" if quantity.unit == "year" else f"{quantity.unit} of age"
    name = money_name(quantity.currency) if quantity.currency else _counted(quantity)
    name = unit_name(name)
    return unit_name(f"{name} per {quantity.per}" if quantity.per else name)


def _change(quantity: Quantity) -> str:
    if quantity.role == "change_by" and quantity.direction:
        return quantity.direction
    if quantity.low is None or quantity.high is None:
        return "<" if quantity.low is None else ">"
    return "~" if quantity.approximate else "="


def _vague(quantity: Quantity) -> bool:
    words = r"\b(dozens|scores|hundreds|thousands|millions|billions|trillions)\b"
    return quantity.approximate and bool(re.search(words, quantity.text.lower()))


def _value(quantity: Quantity) -> tuple[float, ...]:
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and low != high:
        return (low, high)
    point = low if low is not None else high or 0.0
    point = (
        -point if quantity.text.startswith(("-", "−")) and quantity.direction == "down" else point
    )
    if _vague(quantity):
        return (point / 2, point / 2 * VAGUE_TOP)
    return (point,)


_NOUNS = r"(?:rise|fall|drop|increase|decrease|decline|gain|loss|growth|jump|cut|reduction|slump|surge)s?"
_BY_NOUN = re.compile(rf"\W*(?:\w+ ){{0,2}}{_NOUNS}\b", re.IGNORECASE)
_NOUN_OF = re.compile(rf"\b{_NOUNS} of (?:\w+ )?$", re.IGNORECASE)
_NO_NUMBER = re.compile(
    r"\b(?:doubl|redoubl|tripl|trebl|quadrupl|quintupl|halv|twice|thrice|once)", re.IGNORECASE
)


def _told_by_noun(quantity: Quantity, text: str) -> bool:
    after, before = text[quantity.span.end :], text[: quantity.span.start]
    return bool(_BY_NOUN.match(after) or _NOUN_OF.search(before))


def _opens(first: Quantity, second: Quantity) -> bool:
    """Whether two points of a change are one range there; two ranges stay two."""
    return first.span < second.span and first.low == first.high and second.low == second.high


def rows(found: Sequence[tuple[Quantity, str | None]], text: str) -> list[Row]:
    """Put the quantities of one sentence, each with what it is told of, in NewsQuant's terms."""
    quantities = [quantity for quantity, _ in found]
    out: list[Row] = []
    starts = {q.series: q for q in quantities if q.role == "change_from" and q.series}
    for quantity, told in found:
        first = starts.get(quantity.series or "") if quantity.role == "change_to" else None
        first = first if first is not None and _opens(first, quantity) else None
        opens = quantity.role == "change_from" and any(
            other.role == "change_to" and other.series == quantity.series
            and quantity.series is not None and _opens(quantity, other)
            for other in quantities
        )  # fmt: skip
        if quantity.role == "rank" or opens or _NO_NUMBER.search(quantity.text):
            continue
        value = _value(quantity)
        if first is not None:
            value = (_value(first)[0], value[-1])
        change = "=" if _vague(quantity) or first is not None else _change(quantity)
        change = "=" if _told_by_noun(quantity, text) and change in {"up", "down"} else change
        unit = _unit(quantity)
        about = None if unit.startswith("% ") else told
        out.append(Row(value, unit, change, words(about)))
    return out


def load(path: Path) -> list[tuple[str, list[Row]]]:
    out = []
    for item in json.loads(path.read_text(encoding="utf-8")):
        gold = [
            Row(
                _gold_value(q["value"]),
                unit_name(q["normalized_unit"]),
                q.get("change") or "=",
                words(q.get("referred_concepts")),
            )
            for q in item["quantities"]
        ]
        out.append((item["text"], gold))
    return out


def _gold_value(value: str) -> tuple[float, ...]:
    span = re.fullmatch(r"(\d[\d.]*)\s*-\s*(\d[\d.]*)", value.strip())
    return (float(span[1]), float(span[2])) if span else (float(value),)


def _close(left: tuple[float, ...], right: tuple[float, ...]) -> bool:
    return len(left) == len(right) and all(
        math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-8) for a, b in zip(left, right, strict=True)
    )


def _credit(gold: Row, found: Row) -> int:
    about = bool(gold.concepts & found.concepts)
    return 4 * (gold.unit == found.unit) + 2 * (gold.change == found.change) + about


def pair(gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[int, int]]:
    """Pair one-to-one, best first by unit and change (values must agree)."""
    scored = sorted(
        (-_credit(g, f), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if _close(g.value, f.value)
    )
    used: tuple[set[int], set[int]] = (set(), set())
    out = []
    for _, i, j in scored:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            out.append((i, j))
    return out


def score(
    gold: Sequence[tuple[str, list[Row]]], found: Sequence[list[Row]]
) -> tuple[dict[str, float], list[dict[str, Any]]]:
    """Give F1 of value, value+unit, value+change, and the sentences that are not wholly right."""
    questions = (
        "value",
        "value+unit",
        "value+change",
        "value+unit+change",
        "value+any concept word",
        "all four",
    )
    right = dict.fromkeys(questions, 0)
    wrong = []
    for (text, wanted), got in zip(gold, found, strict=True):
        pairs = pair(wanted, got)
        units = [wanted[i].unit == got[j].unit for i, j in pairs]
        changes = [wanted[i].change == got[j].change for i, j in pairs]
        right["value"] += len(pairs)
        right["value+unit"] += sum(units)
        right["value+change"] += sum(changes)
        about = [bool(wanted[i].concepts & got[j].concepts) for i, j in pairs]
        right["value+any concept word"] += sum(about)
        right["value+unit+change"] += sum(u and c for u, c in zip(units, changes, strict=True))
        whole = sum(map(all, zip(units, changes, about, strict=True)))
        right["all four"] += whole
        if whole < len(wanted) or len(got) > len(pairs):
            wrong.append({"text": text, "gold": wanted, "found": got})
    total = sum(len(wanted) for _, wanted in gold) + _count(found)
    return {name: 200 * n / total if total else 0.0 for name, n in right.items()}, wrong


def misses(wrong: Sequence[dict[str, Any]]) -> list[Error]:
    """What is wrong, question by question, of the sentences that ``score`` gave back."""
    out = []
    for one in wrong:
        text, gold, found = one["text"], one["gold"], one["found"]
        pairs = pair(gold, found)
        for i, j in pairs:
            wanted, got = gold[i], found[j]
            asked = {"unit": wanted.unit == got.unit, "change": wanted.change == got.change,
                     "concept": bool(wanted.concepts & got.concepts)}  # fmt: skip
            out += [_miss(q, text, wanted, got) for q, right in asked.items() if not right]
        paired = {i for i, _ in pairs}, {j for _, j in pairs}
        out += [_miss("missing", text, w, None) for i, w in enumerate(gold) if i not in paired[0]]
        out += [
            _miss("false find", text, None, g) for j, g in enumerate(found) if j not in paired[1]
        ]
    return out


def _miss(question: str, text: str, wanted: Row | None, got: Row | None) -> Error:
    told = [
        "nothing" if row is None
        else f"{row.value} {row.unit} {row.change} ({' '.join(sorted(row.concepts))})"
        for row in (wanted, got)
    ]  # fmt: skip
    return miss(question, "NewsQuant", text, *told)


def _count(found: Iterable[Sequence[Row]]) -> int:
    return sum(len(rows_) for rows_ in found)
