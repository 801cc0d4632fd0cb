"""Who and what is there in an invented world: places, people, makers, outlets?

All names are put together from parts of ``grammar.yaml`` by a seeded draw. Any likeness to what
exists is chance; no name is checked against the world.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

__all__ = ["Cast", "Outlet", "Voice", "cast", "draw_of", "grammar", "pick"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newsroom.

    Args:
        name: as it calls itself, with its article.
        tag: how others tag its copy; agencies have a short one.
        agency: others print its copy.
    """

    name: str
    tag: str
    agency: bool

    @property
    def host(self) -> str:
        """Where its pages stand."""
        return "".join(c for c in self.name.casefold() if c.isalnum()) + ".example"


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody or something that others credit.

    Args:
        id: name of the root that it is.
        kind: how newsrooms would call it: person, body, unnamed, paper.
        full: at its first mention.
        short: later on.
    """

    id: str
    kind: str
    full: str
    short: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The cast of one world."""

    seed: int
    country: str
    places: tuple[str, ...]
    maker: str
    things: str
    stuff: str
    people: tuple[Voice, ...]
    bodies: tuple[Voice, ...]
    unnamed: tuple[Voice, ...]
    papers: tuple[Voice, ...]
    agencies: tuple[Outlet, ...]
    newspapers: tuple[Outlet, ...]


@lru_cache(maxsize=1)
def grammar() -> Any:
    """Read ``grammar.yaml`` once; shared, never to be changed."""
    path = Path(__file__).with_name("grammar.yaml")
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def draw_of(seed: int, name: str) -> random.Random:
    """Give a draw that depends on the seed and the name alone."""
    return random.Random(f"{seed}/{name}")  # noqa: S311 - a seeded draw is the point


def pick(draw: random.Random, some: list[str] | tuple[str, ...], but: str | None = None) -> str:
    """Draw one of several wordings, another than ``but`` where there is another."""
    return draw.choice([one for one in some if one != but] or list(some))


def cast(seed: int) -> Cast:
    """Draw the cast of a world.

    Example:
        >>> cast(1) == cast(1), cast(1).maker == cast(2).maker
        (True, False)
    """
    draw = draw_of(seed, "cast")
    names = grammar()["names"]
    places = _distinct(draw, names["place"], 9)
    families = _distinct(draw, names["family"], 12)
    given = draw.sample(names["given"], 8)
    country = pick(draw, names["country"])
    make = draw.choice(grammar()["makers"])
    maker = make["name"].format(place=places[0], family=families[0])
    return Cast(
        seed,
        country,
        tuple(places),
        maker,
        make["things"],
        make["stuff"],
        tuple(_people(draw, given, families[1:], maker)),
        tuple(_bodies(draw, places)),
        tuple(_plain(draw, "unnamed", 3)),
        tuple(_plain(draw, "papers", 3)),
        tuple(_agencies(draw, places, country)),
        tuple(_newspapers(draw, places, country)),
    )


def _distinct(draw: random.Random, parts: list[list[str]], count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(draw.choice(part) for part in parts)] = None
    return list(found)


def _people(draw: random.Random, given: list[str], families: list[str], maker: str) -> list[Voice]:
    roles = grammar()["roles"]
    offices = [*draw.sample(roles["person"], 3), *draw.sample(roles["union"], 2)]
    return [
        Voice(f"person/{first} {last}", "person", _titled(draw, first, last, role, maker), last)
        for first, last, role in zip(given, families, offices, strict=False)
    ]


def _titled(draw: random.Random, first: str, last: str, role: str, maker: str) -> str:
    forms = (f"{first} {last}, {role} of {maker},", f"{role} {first} {last}", f"{first} {last}")
    return draw.choice(forms)


def _bodies(draw: random.Random, places: list[str]) -> list[Voice]:
    names = [name.format(place=places[1]) for name in draw.sample(grammar()["bodies"], 3)]
    return [Voice(f"body/{name}", "body", name, name) for name in names]


def _plain(draw: random.Random, kind: str, count: int) -> list[Voice]:
    return [
        Voice(f"{kind}/{full}", kind, full, short)
        for full, short in draw.sample(grammar()[kind], count)
    ]


def _agencies(draw: random.Random, places: list[str], country: str) -> list[Outlet]:
    names = [
        form.format(place=place, country=country)
        for form, place in zip(draw.sample(grammar()["outlets"]["agency"], 2), places, strict=False)
    ]
    return [Outlet(name, _tag(draw, name), agency=True) for name in names]


def _tag(draw: random.Random, name: str) -> str:
    words = name.split()
    initials = "".join(word[0] for word in words)
    return initials if len(words) > 2 and draw.random() < 0.6 else name


def _newspapers(draw: random.Random, places: list[str], country: str) -> list[Outlet]:
    forms = draw.sample(grammar()["outlets"]["paper"], 11)
    nouns = draw.sample(grammar()["outlets"]["nouns"], 8)
    found = []
    for at, form in enumerate(forms):
        name = form.format(
            place=places[at % len(places)],
            country=country,
            noun=nouns[at % len(nouns)],
            number=draw.randrange(3, 60),
        )
        found.append(Outlet(name, name.removeprefix("The "), agency=False))
    return found
