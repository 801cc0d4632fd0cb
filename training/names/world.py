"""Of what are invented parties put together?

Lists of given and family names by place (Faker), and the forms of each name (Wikidata, through rigour); words of
firms from the vocabulary.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.process import extract
from training.names.tables import groups_written, locales, word

from allsource.entities.folding import is_latin
from allsource.vocab import load

__all__ = ["FATHERS", "PATRONYMIC", "Invented", "World", "near", "person", "slip", "stem"]

GIVEN = ("first_names_male", "first_names_female", "first_names")
PATRONYMIC = {"ru_RU": ("ovich", "ovna"), "uk_UA": ("ovych", "ivna")}
FATHERS = ("ar_AA", "ar_SA", "ar_PS", "ar_DZ", "fa_IR", "az_AZ", "uz_UZ", "ha_NG", "tr_TR")
FIRST = 0.3
"""How often a slip may be in the first letter too."""

CLOSEST = 0.7
"""How often a name close to another is sought among all that begin with its letter."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ENDINGS = (
    *("ex", "ova", "ium", "ara", "on", "is", "ta", "ric", "nor"),
    *("dal", "vex", "lin", "mar", "tek", "gen", "pol", "sol"),
)


@dataclass(frozen=True, slots=True)
class Invented:
    """An invented pair.

    Args:
        schema: kind of party.
        left: a name.
        right: a name.
        same: it is one party.
        change: what was done.
    """

    schema: str
    left: str
    right: str
    same: bool
    change: str


class World:
    """Lists that parties are put together from."""

    def __init__(self, rigour: Path, faker: Path) -> None:
        self.given: dict[str, list[str]] = {}
        self.family: dict[str, list[str]] = {}
        for name, lists in locales(faker):
            given = sorted({str(one) for key in GIVEN for one in lists.get(key, ())})
            family = sorted(
                {
                    str(one)
                    for key in ("last_names", "last_names_male")
                    for one in lists.get(key, ())
                }
            )
            if len(given) > 30 and len(family) > 30:
                self.given[name], self.family[name] = given, family
        self.forms: dict[str, list[list[str]]] = defaultdict(list)
        wanted = {
            word(one) for lists in (*self.given.values(), *self.family.values()) for one in lists
        }
        self.everyday = sorted({one for one in wanted if len(one) > 3})
        self.beginning: dict[str, list[str]] = defaultdict(list)
        for one in self.everyday:
            self.beginning[one[0]].append(one)
        for forms in groups_written(rigour / "person_names.txt"):
            if len(forms) > 1:
                for one in {word(form) for form in forms} & wanted:
                    self.forms[one].append(forms)
        table = load("name_words")
        self.trades = [one for one in table["generic"]["words"] if len(one) > 4]
        self.short = {full: short for short, full in table["abbreviations"]["words"].items()}

    def form(self, part: str, rng: random.Random, *, latin: bool | None) -> str | None:
        """Give another form of a name, or None."""
        some = self.forms.get(word(part))
        if not some:
            return None
        fit = [
            one
            for one in rng.choice(some)
            if one != part.casefold() and (latin is None or is_latin(one) is latin)
        ]
        return rng.choice(fit).title() if fit else None


def person(world: World, rng: random.Random) -> list[str]:
    """Invent a person: given names, a father's name where that is the custom, a family's; Latin letters."""
    where = rng.choice(sorted(world.given))
    parts = [rng.choice(world.given[where])]
    if where in PATRONYMIC and rng.random() < 0.6:
        parts.append(rng.choice(world.given[where]) + rng.choice(PATRONYMIC[where]))
    elif where in FATHERS:
        parts += [rng.choice(world.given[where]) for _ in range(rng.choice((0, 1, 1, 2)))]
    elif rng.random() < 0.3:
        parts.append(rng.choice(world.given[where]))
    parts.append(rng.choice(world.family[where]))
    if where.startswith("es_") and rng.random() < 0.5:
        parts.append(rng.choice(world.family[where]))
    return [
        one if is_latin(one) else world.form(one, rng, latin=True) or word(one).title()
        for one in parts
    ]


def slip(text: str, rng: random.Random) -> str:
    """Make one slip of the pen in a word."""
    if len(text) < 5:
        return text + text[-1]
    at = rng.randrange(0 if rng.random() < FIRST else 1, len(text) - 1)
    how = rng.randrange(5)
    if how == 0:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if how == 1:
        return text[:at] + text[at:][1:]
    if how == 2:
        return text[:at] + text[at] + text[at:]
    return text[:at] + rng.choice(LETTERS) + text[at + (how == 3) :]


def near(part: str, world: World, rng: random.Random) -> str:
    """Give another everyday name close to this one: mostly of the closest, else of the closest among 400."""
    first = word(part)
    some = rng.sample(world.everyday, 400)
    if rng.random() < CLOSEST and first:
        some = world.beginning.get(first[0], some)
    own = {one for forms in world.forms.get(first, ()) for one in map(word, forms)} | {first}
    close = [one for one, _, _ in extract(first, some, limit=12) if one not in own][:3]
    return rng.choice(close or some).title()


def stem(world: World, rng: random.Random) -> str:
    """Invent the word that names a firm."""
    if rng.random() < 0.4:
        return rng.choice(world.everyday).title()
    return "".join(rng.choice(ENDINGS) for _ in range(rng.choice((2, 2, 3)))).title()
