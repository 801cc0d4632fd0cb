"""Which pairs of names does the training look at, besides those that people labelled?

Invented parties of many cultures, put together from lists of given and family names (Faker) and from the forms
of each name (Wikidata, through rigour); then changed in ways that records are (another spelling, another script, a
slip, an initial, a part left out, another order), which leaves the party the same, or in ways that confuse
parties (another first name, another family, father and son changed, a sister firm, another number), which does
not. A change that confuses is followed by harmless ones as often as not, so that they do not tell the label.

Which change leaves a party the same is a judgement, written down here. Nothing of the development data is read.
"""

# ruff: noqa: ARG001 - every change is called alike

from __future__ import annotations

import random
from collections.abc import Callable

from training.names.firms import firms, ships
from training.names.world import PATRONYMIC, Invented, World, near, person, slip

__all__ = ["invented"]

PARTICLES = ("bin", "ibn", "al", "ben")
Parts = list[str]
Change = Callable[[Parts, World, random.Random], Parts]


def _form(found: Parts, world: World, rng: random.Random) -> Parts:
    at = rng.randrange(len(found))
    found[at] = world.form(found[at], rng, latin=True) or found[at]
    return found


def _script(found: Parts, world: World, rng: random.Random) -> Parts:
    return [world.form(one, rng, latin=False) or one for one in found]


def _slip(found: Parts, world: World, rng: random.Random) -> Parts:
    at = rng.randrange(len(found))
    found[at] = slip(found[at], rng)
    return found


def _slips(found: Parts, world: World, rng: random.Random) -> Parts:
    return _slip(_slip(found, world, rng), world, rng)


def _initial(found: Parts, world: World, rng: random.Random) -> Parts:
    return [found[0], found[1][0] + rng.choice(("", ".")), *found[2:]] if len(found) > 2 else found


def _drop(found: Parts, world: World, rng: random.Random) -> Parts:
    at = rng.randrange(1, max(2, len(found) - 1))
    return [*found[:at], *found[at + 1 :]] if len(found) > 2 else found


def _drop_last(found: Parts, world: World, rng: random.Random) -> Parts:
    return found[:-1] if len(found) > 2 else found


def _drop_first(found: Parts, world: World, rng: random.Random) -> Parts:
    return found[1:] if len(found) > 2 else found


def _family_first(found: Parts, world: World, rng: random.Random) -> Parts:
    return [found[-1], *found[:-1]]


def _comma(found: Parts, world: World, rng: random.Random) -> Parts:
    return [found[-1] + ",", *found[:-1]] if len(found) > 1 else found


def _family_inside(found: Parts, world: World, rng: random.Random) -> Parts:
    return [found[0], found[-1], *found[1:-1]] if len(found) > 2 else found


def _title(found: Parts, world: World, rng: random.Random) -> Parts:
    return [rng.choice(("Mr.", "Dr.", "Gen.", "Haji", "Mullah", "Sheikh", "President")), *found]


def _titled_family(found: Parts, world: World, rng: random.Random) -> Parts:
    return [rng.choice(("President", "Gen.", "Dr.")), found[-1]]


def _glue(found: Parts, world: World, rng: random.Random) -> Parts:
    if len(found) > 1:
        at = rng.randrange(len(found) - 1)
        found[at : at + 2] = [found[at] + found[at + 1]]
    return found


def _split(found: Parts, world: World, rng: random.Random) -> Parts:
    at = rng.randrange(len(found))
    if len(found[at]) > 6:
        cut = len(found[at]) // 2
        found[at : at + 1] = [found[at][:cut], found[at][cut:]]
    return found


def _hyphen(found: Parts, world: World, rng: random.Random) -> Parts:
    return [f"{found[0]}-{found[1]}", *found[2:]] if len(found) > 2 else found


def _particle(found: Parts, world: World, rng: random.Random) -> Parts:
    return [*found[:-1], rng.choice(PARTICLES), found[-1]]


HARMLESS: tuple[Change, ...] = (
    *(_form, _form, _form, _form, _script, _slip, _slip, _slips, _initial, _drop, _drop),
    *(
        _drop_first,
        _drop_last,
        _family_first,
        _comma,
        _family_inside,
        _title,
        _titled_family,
        _glue,
    ),
    *(_split, _hyphen, _particle),
)
"""Changes in how a person's name is written, as often as they are made."""


def harmless(parts: Parts, world: World, rng: random.Random) -> tuple[Parts, str]:
    """Change how a person's name is written; it is the same person."""
    change = rng.choice(HARMLESS)
    return change(list(parts), world, rng), change.__name__.strip("_")


def _other_first(parts: Parts, found: Parts, world: World, rng: random.Random) -> None:
    found[0] = person(world, rng)[0]


def _near_first(parts: Parts, found: Parts, world: World, rng: random.Random) -> None:
    found[0] = near(found[0], world, rng)


def _other_family(parts: Parts, found: Parts, world: World, rng: random.Random) -> None:
    found[-1] = person(world, rng)[-1]


def _near_family(parts: Parts, found: Parts, world: World, rng: random.Random) -> None:
    found[-1] = near(found[-1], world, rng)


def _near_both(parts: Parts, found: Parts, world: World, rng: random.Random) -> None:
    _near_first(parts, found, world, rng)
    _near_family(parts, found, world, rng)


def _with_father(parts: Parts, found: Parts, world: World, rng: random.Random) -> None:
    if len(found) < 3:
        father = person(world, rng)[0]
        parts.insert(1, father)
        found.insert(1, father)


def _other_father(parts: Parts, found: Parts, world: World, rng: random.Random) -> None:
    _with_father(parts, found, world, rng)
    endings = (one for ones in PATRONYMIC.values() for one in ones if parts[1].endswith(one))
    found[1] = person(world, rng)[0] + next(endings, "")


def _son_for_father(parts: Parts, found: Parts, world: World, rng: random.Random) -> None:
    _with_father(parts, found, world, rng)
    found[0], found[1] = found[1], found[0]


def _generation(parts: Parts, found: Parts, world: World, rng: random.Random) -> None:
    parts.append("Sr.")
    found.append("Jr.")


def _other_initial(parts: Parts, found: Parts, world: World, rng: random.Random) -> None:
    one, two = rng.sample("ABCDEFGHJKLMNPRSTW", 2)
    parts[1:-1], found[1:-1] = [one + "."], [two + "."]


def _lone(parts: Parts, found: Parts, world: World, rng: random.Random) -> None:
    found[:] = [parts[rng.choice((0, 0, -1))]]


def _child(parts: Parts, found: Parts, world: World, rng: random.Random) -> None:
    _with_father(parts, found, world, rng)
    found.insert(0, person(world, rng)[0])


def _one_part(parts: Parts, found: Parts, world: World, rng: random.Random) -> None:
    other = person(world, rng)
    found[:] = [other[0], other[-1]]
    found[rng.randrange(2)] = parts[rng.choice((0, -1))]


CONFUSING = (
    *(_other_first, _other_first, _near_first, _near_first, _other_family, _other_family),
    *(_near_family, _other_father, _other_father, _son_for_father, _son_for_father),
    *(_generation, _other_initial, _one_part, _lone, _lone, _near_both, _child),
)
"""Changes that make another person, as often as they are made."""


def confusing(parts: Parts, world: World, rng: random.Random) -> tuple[Parts, str]:
    """Make another person whose name is easily taken for this one; ``parts`` may get a part as well."""
    found = list(parts)
    change = rng.choice(CONFUSING)
    change(parts, found, world, rng)
    return found, change.__name__.strip("_")


def persons(world: World, rng: random.Random) -> Invented:
    """Invent a pair of persons' names."""
    parts = person(world, rng)
    same = rng.random() < 0.5
    changes = []
    if same:
        other = list(parts)
        for _ in range(rng.choice((0, 1, 1, 2, 2, 3))):
            other, how = harmless(other, world, rng)
            changes.append(how)
    else:
        other, how = confusing(parts, world, rng)
        changes.append(how)
        for _ in range(rng.choice((0, 0, 1, 1, 2))):
            other, how = harmless(other, world, rng)
            changes.append(how)
    left, right = " ".join(parts), " ".join(other)
    if rng.random() < 0.3:
        right = right.upper()
    return Invented(
        "Person", *((left, right) if rng.random() < 0.5 else (right, left)), same, "+".join(changes)
    )


def invented(world: World, count: int, seed: int) -> list[Invented]:
    """Invent pairs: two thirds persons, most others firms and bodies."""
    rng = random.Random(seed)  # noqa: S311 - invents names
    makers = (persons, persons, persons, persons, persons, persons, firms, firms, firms, ships)
    return [rng.choice(makers)(world, rng) for _ in range(count)]
