"""Which pairs of firms and ships are invented, and how do their names differ?

Changes that leave a firm the same (its legal form written out, an abbreviation, a slip, a number in words), and
changes that make a sister of it (another trade, place, number or legal form). Which is which is a judgement.
"""

# ruff: noqa: ARG001 - every change is called alike

from __future__ import annotations

import random

from training.names.world import Invented, World, near, slip, stem

from allsource.vocab import load

__all__ = ["firms", "ships"]

PLACES = (
    *(
        "London",
        "Hamburg",
        "Dubai",
        "Malta",
        "Cyprus",
        "Panama",
        "Delaware",
        "Chicago",
        "Cleveland",
    ),
    *(
        "Odessa",
        "Tehran",
        "Isfahan",
        "Karachi",
        "Lagos",
        "Nairobi",
        "Lima",
        "Quito",
        "Seoul",
        "Busan",
    ),
    *(
        "Hanoi",
        "Riga",
        "Vilnius",
        "Tallinn",
        "Minsk",
        "Tbilisi",
        "Baku",
        "Asia",
        "Africa",
        "Europe",
    ),
    *("America", "Atlantic", "Pacific", "Gulf", "Caspian", "Baltic", "Urals", "Siberia", "Ankara"),
)
FORMS = (
    ("Ltd", "Limited", "Ltd."),
    ("LLC", "Limited Liability Company", "L.L.C."),
    ("GmbH", "Gesellschaft mit beschränkter Haftung"),
    ("AG", "Aktiengesellschaft"),
    ("OOO", "ООО", "Obshchestvo s ogranichennoy otvetstvennostyu"),
    ("PJSC", "Public Joint Stock Company"),
    ("Inc", "Incorporated", "Inc."),
    ("S.A.", "SA", "Sociedad Anonima"),
    ("Co., Ltd", "Company Limited", "Co Ltd"),
    ("Corp", "Corporation"),
    ("B.V.", "BV"),
    ("PLC", "Public Limited Company"),
    ("FZE", "Free Zone Establishment"),
)


def firm(world: World, rng: random.Random) -> dict[str, str]:
    """Invent a firm, body or fund, in its pieces."""
    pieces = {"stem": stem(world, rng)}
    if rng.random() < 0.3:
        pieces["second"] = stem(world, rng)
    if rng.random() < 0.75:
        pieces["trade"] = rng.choice(world.trades).title()
    if rng.random() < 0.25:
        pieces["more"] = rng.choice(world.trades).title()
    if rng.random() < 0.25:
        pieces["place"] = rng.choice(("of ", "", "")) + rng.choice(PLACES)
    if rng.random() < 0.25:
        pieces["number"] = str(rng.choice((*range(1, 12), *range(10, 99))))
    if rng.random() < 0.7:
        pieces["form"] = rng.choice(FORMS)[0]
    return pieces


Pieces = dict[str, str]


def _form(found: Pieces, world: World, rng: random.Random) -> None:
    for some in FORMS:
        if some[0] == found.get("form"):
            found["form"] = rng.choice(some[1:])


def _form_slip(found: Pieces, world: World, rng: random.Random) -> None:
    _form(found, world, rng)
    words = found.get("form", "").split()
    found["form"] = " ".join(slip(one, rng) if len(one) > 6 else one for one in words)


def _no_form(found: Pieces, world: World, rng: random.Random) -> None:
    found.pop("form", None)


def _slip(found: Pieces, world: World, rng: random.Random) -> None:
    found["stem"] = slip(found["stem"], rng)


def _short(found: Pieces, world: World, rng: random.Random) -> None:
    trade = found.get("trade", "")
    found["trade"] = world.short.get(trade.casefold(), trade).title()


def _number(found: Pieces, world: World, rng: random.Random) -> None:
    if not found.get("number", "").isdigit():
        return
    value, table = int(found["number"]), load("name_words")["numbers"]
    units, tens, roman = (
        {number: one for one, number in reversed(table[name].items())}
        for name in ("words", "tens", "roman")
    )
    unit = units.get(value % 10, "") if value % 10 else ""
    spelled = units.get(value) or f"{tens.get(value - value % 10, '')} {unit}".strip()
    found["number"] = rng.choice((spelled, roman.get(value, "").upper() or str(value)))


def _glue(found: Pieces, world: World, rng: random.Random) -> None:
    found["stem"] += found.pop("second", "").casefold()


def _the(found: Pieces, world: World, rng: random.Random) -> None:
    found["stem"] = "The " + found["stem"]


def _and(found: Pieces, world: World, rng: random.Random) -> None:
    if "second" in found:
        found["second"] = rng.choice(("& ", "and ")) + found["second"]


def _group(found: Pieces, world: World, rng: random.Random) -> None:
    found["form"] = rng.choice(("Group", "Holding", "Co")) + " " + found.get("form", "")


HARMLESS = (
    _form,
    _form,
    _form_slip,
    _no_form,
    _slip,
    _slip,
    _short,
    _number,
    _glue,
    _the,
    _and,
    _group,
)
"""Changes in how a firm's name is written, as often as they are made."""


def _other_place(pieces: Pieces, found: Pieces, world: World, rng: random.Random) -> None:
    one, two = rng.sample(PLACES, 2)
    pieces["place"], found["place"] = f"of {one}", f"of {two}"


def _other_number(pieces: Pieces, found: Pieces, world: World, rng: random.Random) -> None:
    first = rng.randrange(1, 60)
    pieces["number"] = str(first) if rng.random() < 0.7 else ""
    found["number"] = str(first + rng.choice((1, 2, 10)))


def _other_form(pieces: Pieces, found: Pieces, world: World, rng: random.Random) -> None:
    limited = rng.choice(rng.choice((FORMS[0], FORMS[1], FORMS[2], FORMS[8])))
    stock = rng.choice((*FORMS[3], *FORMS[5], "GmbH & Co KG", "Foundation", "Cooperative"))
    pieces["form"], found["form"] = rng.sample((limited, stock), 2)


def _near_stem(pieces: Pieces, found: Pieces, world: World, rng: random.Random) -> None:
    found["stem"] = near(found["stem"], world, rng)


def _more(pieces: Pieces, found: Pieces, world: World, rng: random.Random) -> None:
    found["more"] = f"{rng.choice(PLACES)} {rng.choice(world.trades).title()}"
    pieces.pop("more", None)


def _other_trade(pieces: Pieces, found: Pieces, world: World, rng: random.Random) -> None:
    pieces["trade"], found["trade"] = (one.title() for one in rng.sample(world.trades, 2))


def _other_stem(pieces: Pieces, found: Pieces, world: World, rng: random.Random) -> None:
    found["stem"] = stem(world, rng)


def _other_second(pieces: Pieces, found: Pieces, world: World, rng: random.Random) -> None:
    found["second"] = stem(world, rng)


CONFUSING = (
    *(_other_trade, _other_trade, _other_place, _other_number, _other_number, _other_form),
    *(_other_stem, _near_stem, _more, _other_second),
)
"""Changes that make a sister or a namesake of a firm, as often as they are made."""


def firms(world: World, rng: random.Random) -> Invented:
    """Invent a pair of firms' names."""
    pieces = firm(world, rng)
    found = dict(pieces)
    same = rng.random() < 0.5
    changes: list[str] = []
    if not same:
        confuse = rng.choice(CONFUSING)
        confuse(pieces, found, world, rng)
        changes.append(confuse.__name__.strip("_"))
    for _ in range(rng.choice((1, 1, 2, 3) if same else (0, 1, 1, 2))):
        change = rng.choice(HARMLESS)
        change(found, world, rng)
        changes.append(change.__name__.strip("_"))
    order = ("stem", "second", "trade", "more", "place", "number", "form")
    left, right = (" ".join(one[key] for key in order if one.get(key)) for one in (pieces, found))
    if rng.random() < 0.3:
        right = right.upper()
    return Invented(
        "Company",
        *((left, right) if rng.random() < 0.5 else (right, left)),
        same,
        "+".join(changes),
    )


def ships(world: World, rng: random.Random) -> Invented:
    """Invent a pair of ships' names."""
    first = rng.choice(("", "Lady ", "Star ", "Ocean ", "Golden "))
    last = stem(world, rng)
    number = str(rng.randrange(1, 30)) if rng.random() < 0.4 else ""
    same = rng.random() < 0.5
    how = rng.choice(("prefix", "slip", "none") if same else ("number", "number", "near", "word"))
    prefix = rng.choice(("MV ", "M/T ", "MT ")) if how == "prefix" else ""
    changed = {"slip": slip(last, rng), "near": near(last, world, rng), "word": stem(world, rng)}
    count = str(rng.randrange(31, 40)) if how == "number" else number
    left = f"{first}{last} {number}".strip()
    right = f"{prefix}{first}{changed.get(how, last)} {count}".strip().upper()
    return Invented("Vessel", left, right, same, how)
