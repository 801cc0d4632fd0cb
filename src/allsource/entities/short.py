"""May this name be a short form of that one?

Of a person: the last words ("Orlan", "al-Orlan"), the first and the last without those between, an initial. Of a body: the
name without its legal form, its first words where they are no body's whole name, no place and no person's name, all
before "of", its initials; of a paper its last word. Whether it is meant so is another question: ``links`` asks who else of the case may be called so.

It fails for short forms that no rule gives ("the Observatory"), which only the text of one document tells.
"""

from functools import cache

from allsource.claims.callings import is_body, is_outlet
from allsource.entities.folding import fold
from allsource.entities.gazetteer import areas, places_called
from allsource.entities.parts import FEMALE, KNOWN, MALE, known
from allsource.entities.plain import Plain, plain
from allsource.entities.words import legal_form, words
from allsource.vocab import load

__all__ = ["Kind", "has_before", "initials_of", "is_given", "is_short", "short_words"]

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
        shouted = short.isupper() != full.isupper()
        return not (shouted or _joins(full)) and _of_person(some, _without_generation(whole))
    if kind == "body":
        paper = len(some) == 1 < len(whole) and some[0] == whole[-1] and is_outlet(full)
        return paper or initials_of(short, full) or _of_body(some, whole, short)
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
        >>> short_words("Timo Orlan", "person"), short_words("Pellarine Motors", "body")
        (('Orlan',), ('Pellarine',))
    """
    parts = [word.strip(",.") for word in full.split()]
    capitals = "".join(word[0] for word in parts if word[:1].isupper())
    some = (parts[-1],) if kind == "person" else (parts[0], capitals) if kind == "body" else ()
    return tuple(word for word in some if word and is_short(word, full, kind))


def _joins(full: str) -> bool:
    """A small word that is no particle stands in the name: "Orlan and Vell", "Dean of Velory"."""
    small = {fold(word) for word in full.split() if word.islower()}
    return bool(small - words().particles) or "and" in small


def _of_person(some: Plain, whole: Plain) -> bool:
    if len(whole) < 2 or some[-1] != whole[-1] or len(some) > len(whole):
        return False
    if len(some) < len(whole) and whole[-len(some) :] == some:
        return set(some) - words().particles != set() and not (len(some) > 1 and is_given(some[0]))
    if len(some) == 1:
        return False
    if len(some[0]) == 1 and len(whole[0]) > 1:
        return whole[0].startswith(some[0]) and _follows(some[1:], whole[1:])
    return len(some) < len(whole) and some[0] == whole[0] and _follows(some[1:], whole[1:])


def has_before(some: str, whole: str) -> bool:
    """Say whether the one is the other with words before it that are no name: "Staff Timo Orlan".

    Example:
        >>> has_before("Staff Timo Orlan", "Timo Orlan"), has_before("Timo Orlan", "Orlan")
        (True, False)
    """
    long, short = plain(some), plain(whole)
    behind = 1 < len(short) < len(long) and long[-len(short) :] == short
    return behind and is_given(short[0])


def is_given(part: str) -> bool:
    """Say whether a folded word is a first name of everyday use.

    Example:
        >>> is_given("timo"), is_given("harbour")
        (True, False)
    """
    found = known(part)
    everyday = found.level > KNOWN and part not in words().generic | words().particles
    return everyday and bool(found.use & (MALE | FEMALE))


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
        family = known(some[0])
        name = family.level > KNOWN and family.use
        plainly = some[0] not in _no_short() and len(some[0]) > 2 and not name
        town = any(fold(place.name) == some[0] for place in places_called(written))
        return plainly and not (written.isupper() or town or written in areas())
    if core[len(some)] in _MIDDLE:
        return True
    rest = set(core[len(some) :]) <= words().generic | set(words().concepts)
    whole_name = is_body(written) or some[-1] in words().generic or is_given(some[0])
    return rest and not whole_name and not places_called(written) and written not in areas()


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
    never = load("identity")
    other = (*never["no_places"]["words"], *never["no_names"]["words"])
    return frozenset({*states, *other, *table.generic, *table.concepts, *table.titles, *general})
