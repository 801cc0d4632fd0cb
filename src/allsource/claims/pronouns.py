"""Who is "he", "it", "they", "I", "the other"?

"He" and "she" take the first subject of the nearest sentence before that tells of a person, "it" of a
body, a document or a picture, no further back than two paragraphs; whoever is credited comes before
the other subjects of a sentence. Whoever speaks a quotation is "I" in it and
never "he". "The other" is one more of those who were told of last.

It fails where two people of one sentence would do, and the second is meant.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from allsource.claims.described import Described
from allsource.claims.people import Names
from allsource.claims.record import Known
from allsource.model.claim import SourceKind
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["Asked", "another", "beside", "gender_of", "resolved"]

_PARAGRAPHS_BACK = 2
_FEW = 8
"""Persons looked at who were named without being a subject."""
_PERSONS = frozenset({"named_person", "unnamed_person", "unnamed_official"})
_THINGS = frozenset({"organization", "outlet", "document", "unnamed_document", "sensor"})
_SINGLE: dict[SourceKind, SourceKind] = {"unnamed_group": "unnamed_person"}
_OTHERS = frozenset({"one", "another", "other", "second", "third", "fourth", "fifth"})


@dataclass(frozen=True, slots=True)
class Asked:
    """One mention of a source that has to be resolved.

    Args:
        place: of its words.
        paragraph: index of its paragraph.
        sentence: where its sentence starts.
        known: what was credited or a subject before it, in order.
        told: what else was told of before it, in order.
        speakers: who speaks the quotation or the content that it stands in, outermost first.
    """

    place: Span
    paragraph: int
    sentence: int
    known: Sequence[Known]
    told: Sequence[Known]
    speakers: Sequence[Described] = ()


def resolved(who: Described, asked: Asked, names: Names) -> Described:
    """Give what a pronoun stands for, itself where that is in doubt.

    Args:
        who: the pronoun as described.
        asked: where it stands, and what was told of before.
        names: the document's names.
    """
    word = who.name.casefold()
    if word in _first():
        return asked.speakers[-1] if asked.speakers else who
    if who.kind == "unnamed_person":
        return _he_or_she(who, asked, names)
    before = _near(asked)
    if who.plural:
        several = [k for k in before if k.credited and _several(k.who)]
        return several[0].who if several else who
    things = _ranked([k for k in before if _told_it(k)])
    return things[0].who if things else who


def another(who: Described, asked: Asked) -> Described | None:
    """Give one more of those told of last: "one of them", "the other", "a third"; or None.

    Args:
        who: as described.
        asked: where it stands, and what was told of before.
    """
    if who.head not in _OTHERS or who.plural or who.kind == "named_person":
        return None
    rows = [
        k for k in (*asked.known, *asked.told) if asked.paragraph - k.paragraph <= _PARAGRAPHS_BACK
    ]
    for known in sorted(rows, key=lambda k: (-k.place.start, not k.credited)):
        them = known.who
        unnamed = them.kind in {"unnamed_group", "unnamed_official", "unnamed_person"}
        if unnamed and not them.pronoun and them.head not in _OTHERS and (
            them.plural or known.credited
        ):  # fmt: skip
            return _one_of(them)
    return None


def _one_of(them: Described) -> Described:
    """One of a group, by its description: "welders at the yard" -> "welder at the yard"."""
    words = [them.head if _is_plural(w, them.head) else w for w in them.name.split()]
    kind = _SINGLE.get(them.kind, them.kind) if them.kind else None
    return replace(them, kind=kind, name=" ".join(words), plural=False, definite=False)


def _is_plural(word: str, noun: str) -> bool:
    plain = word.casefold()
    return bool(noun) and plain in {noun + "s", noun + "es", noun[:-1] + "ies", noun[:-2] + "men"}


@lru_cache(maxsize=1)
def _first() -> frozenset[str]:
    return frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"})


def _told_it(known: Known) -> bool:
    """A body, a document or a picture; a yard that nobody named says nothing."""
    who = known.who
    unnamed = who.kind == "organization" and who.name.islower() and not known.credited
    return who.kind in _THINGS and not who.plural and not unnamed


def _several(who: Described) -> bool:
    return who.plural or who.kind == "organization"


def _near(asked: Asked) -> list[Known]:
    """What was known shortly before a source, latest first, without those who speak there."""
    speakers = {s.name for s in asked.speakers}
    rows = [*asked.known, *(k for k in asked.told if k.subject)]
    near = [
        k
        for k in rows
        if asked.paragraph - k.paragraph <= _PARAGRAPHS_BACK and k.who.name not in speakers
        and not (k.asked and k.sentence == asked.sentence)
    ]  # fmt: skip
    return sorted(near, key=lambda k: (-k.place.start, not k.credited))


def _ranked(near: Sequence[Known]) -> list[Known]:
    """By sentence, the latest first; in each, who is credited, then the first subject."""
    return sorted(near, key=lambda k: (-k.sentence, not k.credited, not k.main, k.place.start))


def _he_or_she(who: Described, asked: Asked, names: Names) -> Described:
    """The nearest person, unless the other pronoun is known to be theirs."""
    before = _near(asked)
    wanted = _ranked([k for k in before if k.who.kind in _PERSONS and not k.who.plural])
    gender = "female" if who.name.casefold() in {"she", "her", "herself"} else "male"
    fits = [k for k in wanted if gender_of(k.who, names) in (None, gender)]
    if fits:
        return fits[0].who
    told = [n for n in beside(asked, names) if names.genders.get(n) in (None, gender)]
    if told:
        return Described("named_person", told[0])
    return wanted[0].who if wanted else who


def beside(asked: Asked, names: Names) -> list[str]:
    """Give the persons who were named shortly before without being a subject, latest first.

    Args:
        asked: where a source stands, and what was told of before.
        names: the document's names.
    """
    back = asked.paragraph - _PARAGRAPHS_BACK
    told = (k.place.start for k in (*asked.known, *asked.told) if k.paragraph >= back)
    first = min(told, default=asked.place.start)
    speakers = {one.name for one in asked.speakers}
    end = bisect_left(names.others, asked.place.start, key=lambda pair: pair[0].start)
    near = names.others[max(0, end - _FEW) : end]
    full = (names.person(name) for place, name in reversed(near) if place.start >= first)
    return [name for name in full if name not in speakers]


def gender_of(who: Described, names: Names) -> str | None:
    """Say whether somebody is a man or a woman, where the text tells.

    Args:
        who: a person as described.
        names: the document's names.

    Returns:
        "male", "female", or None.
    """
    if who.kind == "named_person":
        return who.gender or names.genders.get(who.name)
    words = load("given_names")["words"]
    told = {who.head, *who.modifiers}
    return next((g for g in ("male", "female") if told & set(words[g])), None)
