"""May this name be a short form of that one?

Of a person: the last words ("Orlan", "al-Orlan"), the first and the last without those between, an initial. Of a body: the
name without its legal form, its first words where they are no body's whole name and no mere place, all before "of", its
initials. Whether it is meant so is another question: ``links`` asks who else of the case may be called so.

It fails for short forms that no rule gives ("the Observatory"), which only the text of one document tells.
"""

from functools import cache

from allsource.claims.callings import is_body
from allsource.entities.plain import Plain, plain
from allsource.entities.words import legal_form, words
from allsource.vocab import load

__all__ = ["Kind", "initials_of", "is_short", "short_words"]

from typing import Literal

Kind = Literal["person", "body", "place", "thing", "unknown"]
"""What a name is of, by all that the case says."""

_LETTERS = range(3, 8)
_MIDDLE = frozenset({"of", "for", "in"})


def is_short(short: str, full: str, kind: Kind) -> bool:
    """Say whether one name may be a short form of another.

    Args:
        short: a name as it is written.
        full: another, of which the short one may be a form.
        kind: of the full name.

    Example:
        >>> is_short("Orlan", "Timo Orlan", "person"), is_short("Timo", "Timo Orlan", "person")
        (True, False)
        >>> is_short("Vell", "Vell Works Ltd", "body"), is_short("HSB", "Harbour Safety Board", "body")
        (True, True)
    """
    some, whole = plain(short), plain(full)
    if not some or not whole or some == whole or any(word.isdigit() for word in some):
        return False
    if kind == "person":
        return _of_person(some, _without_generation(whole))
    if kind == "body":
        return initials_of(short, full) or _of_body(some, whole, short)
    return False


def initials_of(short: str, full: str) -> bool:
    """Say whether capitals are those that the words of a name begin with.

    Example:
        >>> initials_of("HSB", "Harbour Safety Board"), initials_of("HSB", "Harbour Board")
        (True, False)
    """
    bare = short.replace(".", "")
    capitals = "".join(word[0] for word in full.split() if word[0].isupper())
    return bare.isupper() and len(bare) in _LETTERS and bare == capitals and " " not in bare


def short_words(full: str, kind: Kind) -> tuple[str, ...]:
    """Give single words by which a party may be called, as they would be written.

    Example:
        >>> short_words("Timo Orlan", "person"), short_words("Harbour Safety Board", "body")
        (('Orlan',), ('HSB',))
    """
    parts = [word.strip(",.") for word in full.split()]
    capitals = "".join(word[0] for word in parts if word[:1].isupper())
    some = (parts[-1],) if kind == "person" else (parts[0], capitals) if kind == "body" else ()
    return tuple(word for word in some if word and is_short(word, full, kind))


def _of_person(some: Plain, whole: Plain) -> bool:
    if len(whole) < 2 or some[-1] != whole[-1] or len(some) > len(whole):
        return False
    if len(some) < len(whole) and whole[-len(some) :] == some:
        return set(some) - words().particles != set()
    if len(some) == 1:
        return False
    if len(some[0]) == 1 and len(whole[0]) > 1:
        return whole[0].startswith(some[0]) and _follows(some[1:], whole[1:])
    return len(some) < len(whole) and some[0] == whole[0] and _follows(some[1:], whole[1:])


def _follows(some: Plain, whole: Plain) -> bool:
    """The words stand in the others in this order."""
    left = iter(whole)
    return all(word in left for word in some)


def _of_body(some: Plain, whole: Plain, written: str) -> bool:
    form = legal_form(list(whole), front=False)
    core = whole[: len(whole) - form[0]] if form else whole
    if some in (core, whole):
        return some == core
    if len(some) >= len(core) or core[: len(some)] != some:
        return False
    if len(some) == 1:
        return some[0] not in _no_short() and len(some[0]) > 2
    if core[len(some)] in _MIDDLE:
        return True
    return not is_body(written) and some[-1] not in words().generic and not _many_places(some)


def _many_places(some: Plain) -> bool:
    return " ".join(some) in _no_short()


def _without_generation(whole: Plain) -> Plain:
    return whole[:-1] if whole[-1] in words().generations else whole


@cache
def _no_short() -> frozenset[str]:
    """Words that stand at the front of many names: places, peoples, what bodies do, titles."""
    table = words()
    states = [
        word.casefold()
        for row in load("states")["states"]
        for word in (row["state"], *row["also"], *row["people"], *row["seat"])
    ]
    general = load("spokespersons")["generic"]["words"]
    return frozenset({*states, *table.generic, *table.concepts, *table.titles, *general})
