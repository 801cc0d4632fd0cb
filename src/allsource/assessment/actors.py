"""Who is said to have done or said what, to or of whom?

A party is a state, a body or a person that a claim names: states also by their people ("Iranian
officials") and by the seat of their government where it is no mere place. A claim tells a deed of the
party in its subject toward each other party in its words, and a saying of the party that it credits
toward the party that it is about. Which claim says so is kept with each; nothing is summed up.

It fails where a pronoun or a role stands for a party in another sentence, and takes a deed that was done
for a party and one done to it for the same thing: the claim's own words tell which.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from allsource.assessment.evidence import Evidence
from allsource.entities.who import Cast
from allsource.model.claim import Claim
from allsource.model.dealing import Dealing
from allsource.model.predication import Argument
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["Parties", "dealings"]

_OWNS = ("'s", "’s")
_BODIES = ("organization", "place", "person")
_PLACED = re.compile(r"\b(?:in|at|near|outside|around|over|from|of)\s+(?:the\s+)?$", re.IGNORECASE)


class Parties:
    """The parties of a case, each by one name.

    A name is a party where some claim has it act, own or be credited, or where it is a state's:
    so that towns and products, which are only named, are none.

    Args:
        claims: of the case.
        cast: who is who in it; without it each name is what it is in its document.
    """

    def __init__(self, claims: Sequence[Claim], cast: Cast | None = None) -> None:
        self._cast = cast
        counted = Counter(
            self.full(claim, mention.text)
            for claim in claims
            for mention in claim.entities
            if mention.kind in _BODIES and mention.text not in _states()
        )
        written = {word for text in _pages(claims) for word in re.findall(r"\b[a-z]{3,}\b", text)}
        proper = [name for name in counted if " " in name or name.casefold() not in written]
        self._names = dict(_joined(proper))
        acting = (self.full(claim, name) for claim in claims for name in _acting(claim))
        self._acting = {self._names.get(name, name) for name in acting}

    def full(self, claim: Claim, name: str) -> str:
        """Give the name by which the case shows whom a claim's document calls so; a state's stays.

        Args:
            claim: of whose document it is.
            name: as it stands there, or as the document gives it in full.
        """
        entity = self._cast.named(claim.document.id, name) if self._cast else None
        return entity.name if entity is not None and name not in _states() else name

    def named(self, claim: Claim, within: Span, *, acting: bool = True) -> list[str]:
        """Name the parties in a span of a claim's document, in order, each once.

        Args:
            claim: whose mentions are looked at.
            within: a span of its document.
            acting: leave out names that nowhere in the case act, own or are credited.
        """
        text = claim.document.text
        found = list(_people(text, within))
        for mention in claim.entities:
            if mention.kind in _BODIES and within.covers(mention.span):
                words = self.full(claim, mention.text)
                name = self._name(words, text[: mention.span.start])
                if name is not None and (not acting or self._is_party(name)):
                    found.append((mention.span.start, name))
        return list(dict.fromkeys(name for _, name in sorted(found)))

    def head(self, claim: Claim, argument: Argument | None) -> str | None:
        """Name the party that an argument stands for: not the one that only owns it, if there is another."""
        if argument is None:
            return None
        text, named = claim.document.text, self.named(claim, argument.span)
        owners = [name for name in named if self._owns(claim, argument, name)]
        others = [name for name in named if name not in owners]
        if others or owners:
            return (others or owners)[0]
        return None if text[argument.span.start].islower() else self.of_words(claim, argument.name)

    def _owns(self, claim: Claim, argument: Argument, name: str) -> bool:
        """The party owns something in the argument, by whatever name it is called there: "Orlan's yard"."""
        if re.search(f"{re.escape(name)}['’]s", argument.text):
            return True
        text = claim.document.text
        return any(
            text[mention.span.end : mention.span.end + 2] in _OWNS
            and self._names.get(self.full(claim, mention.text)) == name
            for mention in claim.entities
            if argument.span.covers(mention.span)
        )

    def of_words(self, claim: Claim, words: str) -> str | None:
        """Name the party that a source's words stand for in a claim, or None."""
        words = self.full(claim, words)
        people = [name for _, name in _people(words, Span(0, len(words)))]
        name = people[0] if people else _states().get(words) or self._names.get(words)
        return name if name is not None and self._is_party(name) else None

    def _is_party(self, name: str) -> bool:
        return name in self._acting or name in _states()

    def _name(self, words: str, before: str) -> str | None:
        state = _states().get(words)
        if state is None:
            return self._names.get(words)
        mere_place = words in _seats() and _PLACED.search(before[-24:]) is not None
        return None if mere_place else state


def dealings(evidence: Evidence, parties: Parties) -> tuple[Dealing, ...]:
    """Give what the claims of a case say that parties did to, or said of, each other.

    Args:
        evidence: the case.
        parties: of the same case.
    """
    found = {one: None for claim in evidence.claims.values() for one in _dealings(claim, parties)}
    return tuple(found)


def _dealings(claim: Claim, parties: Parties) -> Iterator[Dealing]:
    told = claim.predication
    present = parties.named(claim, claim.proposition)
    subject = told.subject if told is not None else None
    doer = parties.head(claim, subject)
    if doer is not None and subject is not None:
        own = {doer, *parties.named(claim, subject.span)}
        spoke = told is not None and told.predicate is not None and _speaks(told.predicate.lemma)
        way: Literal["did", "said"] = "said" if spoke else "did"
        yield from (Dealing(doer, one, way, claim.id) for one in present if one not in own)
    speaker = claim.source and parties.of_words(claim, claim.source.name)
    if speaker:
        yield from (Dealing(speaker, one, "said", claim.id) for one in present if one != speaker)


def _speaks(lemma: str) -> bool:
    return bool(load("cues")["verbs"].get(lemma, {}).get("type") == "speech")


def _acting(claim: Claim) -> Iterator[str]:
    """Give the names that a claim has act, receive, own or be credited."""
    told, text = claim.predication, claim.document.text
    ends = (told.subject, told.recipient) if told is not None else ()
    heads = {one.name for one in ends if one is not None}
    for mention in claim.entities:
        owns = text[mention.span.end : mention.span.end + 2] in _OWNS
        if owns or mention.text in heads:
            yield mention.text
    if claim.source is not None:
        yield claim.source.name


def _pages(claims: Iterable[Claim]) -> Iterator[str]:
    yield from {claim.document.id: claim.document.text for claim in claims}.values()


def _people(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """Find the adjectives and peoples of states in a span."""
    for found in re.finditer(r"[A-Z][\w-]+(?: [A-Z][\w-]+)?", text[span.start : span.end]):
        words = found.group()
        for part in (words, *words.split()):
            if part in _peoples():
                yield span.start + found.start(), _peoples()[part]
                break


def _joined(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give each name the longer one that begins or ends with its words, where there is only one."""
    for name in names:
        words = name.split()
        longer = [other for other in names if other != name and _ends_with(other.split(), words)]
        yield name, longer[0] if len(longer) == 1 else name


def _ends_with(longer: Sequence[str], words: Sequence[str]) -> bool:
    many = len(words)
    return len(longer) > many and words in (longer[:many], longer[-many:])


@cache
def _states() -> Mapping[str, str]:
    """Give states by their names and seats."""
    rows = load("states")["states"]
    return {
        word: row["state"] for row in rows for word in (row["state"], *row["also"], *row["seat"])
    }


@cache
def _seats() -> frozenset[str]:
    return frozenset(word for row in load("states")["states"] for word in row["seat"])


@cache
def _peoples() -> Mapping[str, str]:
    return {word: row["state"] for row in load("states")["states"] for word in row["people"]}
