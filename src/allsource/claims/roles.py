"""Whom does a description point back to: "the official", "the same analyst", "the board"?

The source described by the same words before, the only person of that role, or the longer words by
which the text told of the same.

It never guesses: where two would do, the description stays as the name.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from allsource.claims.callings import classes, is_trade
from allsource.claims.described import Described
from allsource.claims.people import Names
from allsource.claims.pronouns import Asked, beside, gender_of
from allsource.claims.record import Known
from allsource.vocab import load

__all__ = ["described", "fuller"]

_PERSONS = frozenset({"named_person", "unnamed_person", "unnamed_official"})


def described(who: Described, asked: Asked, names: Names) -> Described:
    """The earlier source that a description points back to, or the one person of that role."""
    known = asked.known
    earlier = [k.who for k in known if _matches(k.who, who)]
    if len({e.name.casefold() for e in earlier}) == 1:
        return earlier[0]
    exact = [e for e in earlier if e.modifiers == who.modifiers]
    if len({e.name.casefold() for e in exact}) == 1:
        return exact[0]
    if earlier:
        return who
    if not who.plural:
        found = _of_role(who, known, names)
        if found != who:
            return found
        if who.head in classes()["source"] and who.definite and not who.modifiers:
            unnamed = [k.who for k in known if _unnamed_person(k)]
            return unnamed[-1] if unnamed else who
    full = fuller(who, asked)
    return (_epithet(who, asked, names) or who) if full == who else full


def _epithet(who: Described, asked: Asked, names: Names) -> Described | None:
    """The one person told of just before, where a description that is new tells more of somebody.

    "Petra Vance was home. ... the dental nurse from Ostrel said": it is hers where nobody else was
    told of in these sentences, and neither her sex nor a role of hers speaks against it.
    """
    if who.plural or not who.definite or who.kind not in _PERSONS or not _tells_more(who):
        return None
    near = [
        k
        for k in (*asked.known, *asked.told)
        if asked.paragraph - k.paragraph <= 1 and k.who.kind in _PERSONS
    ]
    people = {k.who.name: k.who for k in near}
    if len(people) != 1 or {*beside(asked, names)} - {*people}:
        return None
    (one,) = people.values()
    roles = {role for role in names.roles.get(one.name, frozenset()) if is_trade(role)}
    wider = {who.head, *_wider().get(who.head, ())}
    agree = not roles or bool(roles & wider) or not _is_office(who)
    if one.kind != "named_person" or not agree:
        return None
    sexes = {gender_of(who, names), gender_of(one, names)} - {None}
    return None if len(sexes) > 1 else replace(one, definite=True)


def _tells_more(who: Described) -> bool:
    """More than a bare noun: "the retired officer", "the mother of two"."""
    return bool(who.modifiers) or " " in who.name.replace("'s ", " ").strip() or not _is_office(who)


def _is_office(who: Described) -> bool:
    """Tell a trade or an office from an age, a family's word or where somebody is from."""
    words = load("given_names")["words"]
    kin = who.head in (*words["male"], *words["female"])
    return not (kin or who.name.endswith("year-old") or "native" in who.modifiers)


def _unnamed_person(known: Known) -> bool:
    return (
        known.credited
        and known.who.kind in {"unnamed_person", "unnamed_official"}
        and not known.who.plural
        and not known.who.pronoun
    )


def fuller(who: Described, asked: Asked) -> Described:
    """The longer words by which the text told of the same before: "the safety board ... the board"."""
    longer = {
        k.who.name.casefold(): k.who
        for k in asked.told
        if k.who.head == who.head
        and k.who.plural == who.plural
        and who.modifiers <= k.who.modifiers
        and who.name != k.who.name
        and len(k.who.name) > len(who.name)
    }
    if len(longer) != 1:
        return who
    (full,) = longer.values()
    return replace(full, definite=True)


def _of_role(who: Described, known: Sequence[Known], names: Names) -> Described:
    """The only person, of those told of so far, with the role that is named."""
    told = {k.who.name for k in known if k.who.kind == "named_person"}
    wanted = {who.head, *_wider().get(who.head, ())}
    holders = sorted(n for n in told if wanted & names.roles.get(n, frozenset()))
    if not holders:
        holders = sorted(n for n, roles in names.roles.items() if who.head in roles)
    exact = [n for n in holders if who.head in names.roles.get(n, frozenset())]
    (*rest,) = exact or holders
    return Described("named_person", rest[0], definite=True) if len(rest) == 1 else who


@lru_cache(maxsize=1)
def _wider() -> dict[str, list[str]]:
    found: dict[str, list[str]] = load("sources")["wider"]["words"]
    return found


def _matches(earlier: Described, who: Described) -> bool:
    if earlier.kind == who.kind and who.kind in {"unnamed_document", "document"}:
        return earlier.head == who.head and not earlier.pronoun and _plain(who)
    if earlier.kind == "document" and who.kind == "unnamed_document":
        return earlier.name.casefold().split(" of ")[0].split()[-1] == who.head and _plain(who)
    if earlier.kind == who.kind == "sensor":
        return earlier.head == who.head and who.modifiers <= earlier.modifiers
    if earlier.kind not in _PERSONS | {"unnamed_group"} or earlier.kind == "named_person":
        return False
    if earlier.plural != who.plural or earlier.pronoun:
        return False
    same_head = earlier.head == who.head or {earlier.head, who.head} <= classes()["alike"]
    return same_head and who.modifiers <= earlier.modifiers


def _plain(who: Described) -> bool:
    """Only the size of a document is told besides: "the 34-page paper"."""
    return all("page" in word or word == "-" or word.isdigit() for word in who.modifiers)
