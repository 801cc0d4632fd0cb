"""Which body or outlet does a noun point back to: "the ministry", "the paper", "this article"?

The one told of by the same words; the only body of the document with that word in its name; the
outlet that printed what "the report" is; else the body told of last, for a general word.

It fails where a page tells of two bodies of one sort, and where an outlet is named in another page.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from allsource.claims.callings import classes, is_outlet, makes
from allsource.claims.described import Described
from allsource.claims.people import Names
from allsource.claims.pronouns import Asked
from allsource.claims.record import Known
from allsource.claims.roles import described, fuller
from allsource.vocab import load

_FEW = 8
"""Bodies looked at that were named without being a subject."""

__all__ = ["body_heads", "body_of", "own_name", "paper", "printed"]


def printed(who: Described, asked: Asked, names: Names, own: str | None) -> Described | None:
    """The outlet whose report is meant: "the report" after "the Herald reported", "this article"."""
    if who.kind != "unnamed_document" or who.head not in load("sources")["news"]["of"]:
        return None
    others = [k.who for k in asked.told if k.who.head == who.head and k.who.plural == who.plural]
    own_word = who.head in {"article", "story"}
    if any(one.kind != "unnamed_document" or not (own_word or one.definite) for one in others):
        return None
    outlets = [k.who.name for k in asked.known if k.who.kind == "outlet" and k.credited]
    told = {name for name in outlets if not name.islower()}
    if len(told) == 1:
        return Described("outlet", told.pop())
    if not own_word or own is None:
        return None
    return Described("outlet", own_name(own, names))


def own_name(own: str, names: Names) -> str:
    """The outlet of the document itself, as its text calls it: "the Herald"."""
    told = [n for n in sorted(names.sorts) if f" {own} ".find(f" {n} ") >= 0]
    return max(told, key=len) if told else own


def paper(who: Described, asked: Asked, names: Names) -> Described:
    """The newspaper that "the paper" is, unless a paper that is a document was told of."""
    known = asked.known
    documents = [k for k in known if k.who.kind == "unnamed_document" and k.who.head == who.head]
    printed = {names.body(n) for n in names.outlets}
    if not documents and not who.modifiers and len(printed) == 1:
        return Described("outlet", printed.pop())
    told = [k.who for k in known if k.who.kind == "outlet"]
    if not documents and not who.modifiers and len({k.name for k in told}) == 1:
        return told[-1]
    return described(who, asked, names)


def body_of(who: Described, asked: Asked, names: Names) -> Described:
    """Give the body or outlet that a name or a noun stands for, by its fullest name.

    Args:
        who: as its own words describe it.
        asked: what the text has told of before.
        names: of the document.
    """
    if any(c.isupper() for c in who.name) and who.head not in body_heads():
        full, person = names.body(who.name), names.person(who.name)
        if full == who.name != person and is_outlet(person):
            full = person
        elif full == who.name != person and names.sort(person) != "body":
            return Described("named_person", person)
        outlet = full in names.outlets or who.kind == "outlet" or is_outlet(full)
        return replace(who, name=full, kind="outlet" if outlet else "organization")
    return _general_body(who, asked, names)


def _general_body(who: Described, asked: Asked, names: Names) -> Described:
    """Give the body that a noun points back to: "the ministry", "the newspaper"."""
    known = asked.known
    before = [k.who for k in known if k.credited]
    if who.plural and who.head in classes()["general"]:
        several = [k for k in before if k.plural and k.kind == "organization"]
        return several[-1] if several else who
    same = {k.name for k in before if k.head == who.head and who.modifiers <= k.modifiers}
    if (who.definite or who.head in classes()["bare"]) and len(same) == 1:
        return replace(who, name=same.pop())
    if not who.definite or len(who.modifiers) > 0:
        return who
    holders = {names.body(n) for row in names.bodies.values() for n in row if _says(n, who.head)}
    if len(holders) == 1:
        full = holders.pop()
        return Described("outlet" if full in names.outlets else "organization", full)
    printed = {names.body(n) for n in names.outlets}
    if who.head in classes()["outlet"] and len(printed) == 1:
        return Described("outlet", printed.pop())
    found = (_only_body(who, known), fuller(who, asked), _beside(who, asked, names))
    return next((body for body in found if body != who), who)


def _beside(who: Described, asked: Asked, names: Names) -> Described:
    """The only body named so far, though it did nothing yet: "Shares in Orlan fell. The firm said"."""
    if not (who.head in classes()["general"] or makes(who.head)):
        return who
    end = bisect_left(names.beside, asked.place.start, key=lambda pair: pair[0].start)
    near = {names.body(name) for _, name in names.beside[max(0, end - _FEW) : end]}
    near -= {*names.places, *names.outlets}
    (*rest,) = near
    return Described("organization", rest[0], head=who.head) if len(rest) == 1 else who


def _only_body(who: Described, known: Sequence[Known]) -> Described:
    """The only body that a general word can mean, else the one told of last."""
    earlier = [k for k in known if _same_body(k, who)]
    if not earlier:
        return who
    last = max(earlier, key=lambda k: k.place).who
    return replace(last, head=who.head)


def _says(name: str, noun: str) -> bool:
    return noun in name.casefold().split()


def _same_body(known: Known, who: Described) -> bool:
    """A body that a general word points back to: "the company", "the newspaper"."""
    named = any(c.isupper() for c in known.who.name) and not known.who.pronoun
    if known.who.kind == "outlet":
        return who.head in classes()["outlet"]
    general = who.head in classes()["general"] or makes(who.head)
    return general and known.who.kind == "organization" and named


@lru_cache(maxsize=1)
def body_heads() -> frozenset[str]:
    """Nouns for bodies that may stand without an article: "Parliament said"."""
    return classes()["organization"] & classes()["bare"]
