"""What does a claim tell, in terms that other wordings share?

The verb of a claim's predication becomes the classes of deed that it may tell
(``vocab/predicates.yaml``), each seen from the doer's side or from the other's
("sell" and "buy", "kill" and "die"); its arguments become their names and nouns,
generic nouns left out. Two frames tell one deed, two deeds, or it cannot be said.

It fails on verbs that are not listed, which tell nothing here, on verbs of
several meanings, and where the predication is wrong.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from allsource.lineage.statements import is_stopped, stem
from allsource.lineage.things import is_generic
from allsource.lineage.words import words
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.predication import Argument
from allsource.vocab import load

__all__ = ["Frame", "Part", "frame", "one_deed", "part", "telling"]


@dataclass(frozen=True, slots=True)
class Part:
    """An argument in telling words.

    Args:
        names: stems of its capitalised words.
        nouns: stems of the others.
    """

    names: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()

    def shares(self, other: "Part") -> bool:
        """Say whether two arguments have a telling word in common."""
        return bool((self.names | self.nouns) & (other.names | other.nouns))

    def clashes(self, other: "Part") -> bool:
        """Say whether two arguments cannot be one: names against names, nouns against nouns."""
        if self.shares(other):
            return False
        if self.names and other.names:
            return True
        return bool(not self.names and not other.names and self.nouns and other.nouns)


@dataclass(frozen=True, slots=True)
class Frame:
    """A deed with its arguments.

    Args:
        verb: its lemma.
        deeds: classes that its verb may tell, each with whether it is told from the doer's side.
        subject: who did it.
        object: what it was done to.
        recipient: whom it goes to.
        place: where.
    """

    verb: str
    deeds: Mapping[str, bool]
    subject: Part
    object: Part
    recipient: Part
    place: Part

    @property
    def parts(self) -> Part:
        """All that its arguments name."""
        held = (self.subject, self.object, self.recipient, self.place)
        return Part(
            frozenset().union(*(one.names for one in held)),
            frozenset().union(*(one.nouns for one in held)),
        )


@lru_cache(maxsize=20_000)
def frame(claim: Claim) -> Frame | None:
    """Give what a claim tells; None where it has no predication with a verb."""
    told = claim.predication
    if told is None or told.predicate is None:
        return None
    return Frame(
        told.predicate.lemma,
        _classes().get(told.predicate.lemma, {}),
        part(told.subject),
        part(told.object),
        part(told.recipient),
        part(told.place),
    )


def one_deed(one: Frame, other: Frame) -> bool | None:
    """Say whether two frames tell one deed; None where their verbs do not show it.

    Args:
        one: a frame.
        other: another.

    Returns:
        True where a class of deed or a verb is shared and no argument speaks against it; False
        where both verbs are known and tell different deeds, or one deed of others.
    """
    shared = one.deeds.keys() & other.deeds.keys()
    if not shared and one.verb == other.verb:
        return _one_verb(one, other)
    if not shared:
        return False if one.deeds and other.deeds else None
    sides = {one.deeds[name] == other.deeds[name] for name in shared}
    fits = any((_same_side if side else _other_side)(one, other) for side in sides)
    return _shown(one, other) if fits else False


def _one_verb(one: Frame, other: Frame) -> bool | None:
    """Compare two frames of one verb that no class lists: other names as subjects are others."""
    if one.subject.names and other.subject.names and one.subject.clashes(other.subject):
        return False
    return _shown(one, other) if _same_side(one, other) else None


def _shown(one: Frame, other: Frame) -> bool | None:
    """Say whether a shared argument shows that two frames, which exclude nothing, tell one deed."""
    return one.parts.shares(other.parts) or None


def _same_side(one: Frame, other: Frame) -> bool:
    if _is_empty(one.object) != _is_empty(other.object):
        return _one_without_object(one, other)
    pairs = (
        (one.subject, other.subject),
        (one.object, other.object),
        (one.recipient, other.recipient),
    )
    return not any(mine.clashes(theirs) for mine, theirs in pairs)


def _one_without_object(one: Frame, other: Frame) -> bool:
    """Compare "The hall opened" and "The firm opened the hall"."""
    bare, full = (one, other) if _is_empty(one.object) else (other, one)
    return bare.subject.shares(full.object) or not bare.subject.clashes(full.subject)


def _other_side(one: Frame, other: Frame) -> bool:
    """Compare "Keth sold pumps to Velory" and "Velory bought pumps"; "Fire killed nine" and "Nine died"."""
    giver, taker = (one, other) if _doing(one, other) else (other, one)
    if _is_empty(taker.object):
        return not giver.object.clashes(taker.subject)
    taken = Part(taker.subject.names, frozenset())
    given = Part(giver.subject.names, frozenset())
    wrong = taken.names and taken.names <= given.names
    return not (
        wrong or giver.object.clashes(taker.object) or giver.recipient.clashes(taker.subject)
    )


def _doing(one: Frame, other: Frame) -> bool:
    return any(side and not other.deeds.get(name, True) for name, side in one.deeds.items())


def _is_empty(part: Part) -> bool:
    return not (part.names or part.nouns)


def part(argument: Argument | None) -> Part:
    """Give an argument in telling words; a pronoun by the name that it stands for."""
    if argument is None:
        return Part()
    pronoun = argument.text.casefold() in load("arguments")["pronouns"]["words"]
    if pronoun and argument.name.casefold() == argument.text.casefold():
        return Part()
    return telling(argument.name if pronoun else argument.text)


@lru_cache(maxsize=50_000)
def telling(text: str) -> Part:
    """Give the telling words of some text: capitalised ones as names, generic ones left out."""
    listed = words(Document("", "", "", text, "text"))
    kept = [
        (stem(word), text[start].isupper())
        for word, start in zip(listed.folded, listed.starts, strict=True)
        if len(word) > 2 and not word[0].isdigit() and not is_stopped(word) and not is_generic(word)
    ]
    names = {word for word, upper in kept if upper}
    nouns = {word for word, upper in kept if not upper} - names
    return Part(frozenset(names), frozenset(nouns))


@lru_cache(maxsize=1)
def _classes() -> Mapping[str, Mapping[str, bool]]:
    """Give the classes of each lemma: whether it tells them from the doer's side."""
    found: dict[str, dict[str, bool]] = defaultdict(dict)
    for row in load("predicates")["deeds"]:
        for lemma in row.get("converse", ()):
            found[lemma][row["name"]] = False
        for lemma in row["lemmas"]:
            found[lemma][row["name"]] = True
    return dict(found)
