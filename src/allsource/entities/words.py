"""Which words of a name name nobody by themselves: titles, particles, legal forms, numbers?

All of them are vocabulary (``vocab/name_words.yaml``, ``legal_forms.yaml``, ``organization_words.yaml``);
here they are laid out for looking up. It fails for words that are a title in one language and a name in
another ("Dean", "Major" as a first name).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from allsource.entities.folding import fold
from allsource.entities.parts import known
from allsource.vocab import load

__all__ = ["LegalForm", "Words", "concept_of", "legal_form", "number", "words"]

_LONG_WORD, _LONGER_WORD = 7, 11
"""Letters of a word of a legal form in which one slip is seen through, and two."""

_LONGEST_FORM = 8
"""Words of the longest legal form that is looked for."""


@dataclass(frozen=True, slots=True)
class LegalForm:
    """A legal form as it was found in a name.

    Args:
        form: the short way to write it.
        kind: the kind that forms of several countries share.
        vague: it is a word that firms leave out or change freely.
    """

    form: str
    kind: str
    vague: bool


@dataclass(frozen=True, slots=True)
class Words:
    """Words of names, laid out for looking up.

    Args:
        titles: before a person's name.
        anywhere: those of them that also stand between or behind its parts.
        particles: between the parts of persons' names.
        first: particles that are a first name in front of all others.
        kept: particles that make a byname with the word behind them.
        generations: ways to write junior, senior, the second ...
        patronymics: endings of names made from the father's.
        vessel: prefixes of ships.
        body: prefixes of bodies.
        joining: words that tell nothing inside the name of a body.
        generic: what a body does or where it stands.
        concepts: words of bodies that mean one thing in several languages.
        phrases: several words that mean such a thing together.
        forms: legal forms by their words.
        aliases: pattern of what stands between two names of one party.
    """

    titles: frozenset[str]
    anywhere: frozenset[str]
    particles: frozenset[str]
    first: frozenset[str]
    kept: frozenset[str]
    generations: dict[str, str]
    patronymics: tuple[str, ...]
    vessel: frozenset[str]
    body: frozenset[str]
    joining: frozenset[str]
    generic: frozenset[str]
    concepts: dict[str, str]
    phrases: dict[tuple[str, ...], str]
    forms: dict[tuple[str, ...], LegalForm]
    aliases: re.Pattern[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """Load the vocabulary of names once.

    Example:
        >>> "dr" in words().titles
        True
    """
    table = load("name_words")
    generations = {
        written: form for form, some in table["generations"]["forms"].items() for written in some
    }
    return Words(
        frozenset(table["titles"]["words"]),
        frozenset(table["titles"]["anywhere"]),
        frozenset(table["particles"]["words"]),
        frozenset(table["particles"]["first"]),
        frozenset(table["particles"]["kept"]),
        generations,
        tuple(table["patronymics"]["endings"]),
        frozenset(table["prefixes"]["vessel"]),
        frozenset(table["prefixes"]["body"]),
        frozenset(table["joining"]["words"]),
        frozenset(table["generic"]["words"]),
        _concepts(table),
        _phrases(frozenset(table["joining"]["words"])),
        _forms(table),
        _aliases(table["aliases"]["words"]),
    )


def legal_form(parts: list[str], *, front: bool) -> tuple[int, LegalForm] | None:
    """Find a legal form at one end of a name.

    Args:
        parts: folded words.
        front: look at the front instead of the end.

    Returns:
        How many words it takes and the form, or None. Never the whole name.

    Example:
        >>> legal_form(["orlan", "works", "aktiengesellschaft"], front=False)[1].form
        'ag'
    """
    forms = words().forms
    for size in range(min(_LONGEST_FORM, len(parts) - 1), 0, -1):
        some = parts[:size] if front else parts[-size:]
        found = forms.get(tuple(some)) or forms.get(tuple(map(_without_slip, some)))
        if found is not None:
            return size, found
    return None


@lru_cache(maxsize=8_192)
def _without_slip(word: str) -> str:
    """Give the long word of a legal form that this one is a slip of, or the word itself."""
    if len(word) < _LONG_WORD or word in words().concepts:
        return word
    found = extractOne(
        word, _long_words(), scorer=OSA.distance, score_cutoff=1 if len(word) < _LONGER_WORD else 2
    )
    return word if found is None else str(found[0])


@lru_cache(maxsize=8_192)
def concept_of(word: str) -> str:
    """Give the word that stands for all that mean the same; also for one slip of a long word that is no name.

    Example:
        >>> concept_of("ministerio"), concept_of("ministeryo"), concept_of("orlan")
        ('ministry', 'ministry', 'orlan')
    """
    table = words()
    if word in table.concepts or word in table.generic:
        return table.concepts.get(word, word)
    if len(word) < _LONG_WORD or known(word).level:
        return word
    found = extractOne(word, _general_words(), scorer=OSA.distance, score_cutoff=1)
    return word if found is None else table.concepts.get(str(found[0]), str(found[0]))


@lru_cache(maxsize=1)
def _general_words() -> tuple[str, ...]:
    return tuple(sorted(one for one in words().concepts if len(one) >= _LONG_WORD))


@lru_cache(maxsize=1)
def _long_words() -> tuple[str, ...]:
    return tuple(sorted({one for form in words().forms for one in form if len(one) >= _LONG_WORD}))


@lru_cache(maxsize=4_096)
def number(word: str) -> int | None:
    """Read a number in words or digits; None where it is none. Roman ones are not read here.

    Example:
        >>> number("forty"), number("007"), number("2nd"), number("vell")
        (40, 7, 2, None)
    """
    table = load("name_words")["numbers"]
    if word.isdigit():
        return int(word[:18])
    if word[:-2].isdigit() and word[-2:] in {"st", "nd", "rd", "th"}:
        return int(word[:-2][:18])
    found = table["words"].get(word, table["tens"].get(word))
    return None if found is None else int(found)


def _aliases(some: list[str]) -> re.Pattern[str]:
    """Make a pattern of words between names, and of a slash between two longer words."""
    longest_first = sorted(some, key=len, reverse=True)
    between = "|".join(re.escape(one) for one in longest_first)
    return re.compile(rf"[\s,;(]+(?:{between})[\s:,]+|(?<=\w\w\w)\s?/\s?(?=\w\w\w)", re.IGNORECASE)


def _concepts(table: dict[str, Any]) -> dict[str, str]:
    """Give one word for all that mean the same: the shortest English one that is generic."""
    said: dict[str, str] = {}
    for key, entry in _meanings():
        for written in entry["written"]:
            if " " not in written and len(written) > 2:
                said.setdefault(written, key)
    for short, full in table["abbreviations"]["words"].items():
        said[fold(short)] = said.setdefault(full, full)
    return said


def _phrases(joining: frozenset[str]) -> dict[tuple[str, ...], str]:
    """Give what several words mean together, but not "investment bank" for a bank."""
    found: dict[tuple[str, ...], str] = {}
    for key, entry in _meanings():
        for written in entry["written"]:
            some = tuple(one for one in written.split() if one not in joining)
            if len(some) > 1 and not set(some) & set(entry["written"]):
                found.setdefault(some, key)
    return found


def _meanings() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give words of bodies by what they mean, of both lists; our own come first."""
    yield from load("name_words")["meanings"]["words"].items()
    yield from load("organization_words")["organization_words"]["entries"].items()


def _forms(table: dict[str, Any]) -> dict[tuple[str, ...], LegalForm]:
    vague = frozenset(table["vague"]["words"])
    numbers = {**table["numbers"]["words"], **table["numbers"]["tens"], **table["numbers"]["roman"]}
    found: dict[tuple[str, ...], LegalForm] = {}
    for key, entry in load("legal_forms")["legal_forms"]["entries"].items():
        form = LegalForm(key, entry["kind"], key in vague)
        for written in (key, *entry["written"]):
            if written not in numbers:
                found.setdefault(tuple(written.split()), form)
    for word in vague:
        found.setdefault(tuple(word.split()), LegalForm(word, "", vague=True))
    return found
