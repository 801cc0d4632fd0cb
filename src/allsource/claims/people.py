"""Which full names and roles does a document give its people and bodies?

Names are gathered from the parser's entities over the whole document; a short
name belongs to the one longer name that ends with it (or, for a body, starts
with it); "Harbour Safety Board (HSB)" makes HSB a short name. Roles come from
titles and appositions ("Orlan, an analyst").

It fails where two people share a surname: then a short name stays as it is.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from allsource.claims.clauses import children
from allsource.claims.parse import Paragraph, Parsed
from allsource.claims.sources import is_body, named_span, without_titles
from allsource.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Names", "gather"]

Belongs = Callable[[list[str]], bool]

_COMPARED = 50
"""Names with one word in common that are compared."""

_ACRONYM = re.compile(r"\(\s*(?:the\s+)?[“\"]?([A-Z][A-Za-z]{0,3}[A-Z]{1,6})[”\"]?\s*\)")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document.

    Args:
        people: last word of a name -> names of persons that end with it, longest first.
        bodies: first word of a name -> names of organisations that start with it.
        acronyms: short form -> full name.
        roles: full name of a person -> the role nouns that the document gives them.
        subjects: where a named person is the subject of a clause, with the name as written.
    """

    people: Mapping[str, tuple[str, ...]]
    bodies: Mapping[str, tuple[str, ...]]
    acronyms: Mapping[str, str]
    roles: Mapping[str, frozenset[str]]
    subjects: tuple[tuple[Span, str], ...]

    def person(self, name: str) -> str:
        """Give the fullest form of a person's name that is not in doubt."""
        words = without_titles(name).split()
        known = self.people.get(words[-1], ()) if words else ()
        return _fullest(words, known, lambda full: full[-len(words) :] == words) or name

    def named(self, name: str) -> str | None:
        """Give the body that a lone name stands for, where no person of the document has it."""
        person, body = self.person(name), self.body(name)
        return body if " " not in name and person == name != body and is_body(body) else None

    def body(self, name: str) -> str:
        """Give the fullest form of an organisation's name that is not in doubt."""
        known = self.acronyms.get(name)
        if known is not None:
            return known
        words = without_titles(name).split()
        near = self.bodies.get(words[0], ()) if words else ()
        return _fullest(words, near, lambda full: full[: len(words)] == words) or name


def gather(parsed: Parsed) -> Names:
    """Gather the names of a document.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> names = gather(parse_text("Timo Orlan, an analyst, spoke. Orlan left."))
        >>> names.person("Orlan")
        'Timo Orlan'
    """
    people: set[str] = set()
    bodies: set[str] = set()
    roles: dict[str, set[str]] = {}
    subjects: list[tuple[Span, str]] = []
    for paragraph in parsed.paragraphs:
        for entity in paragraph.doc.ents:
            name = named_span(entity.root)
            if entity.label_ in {"PERSON", "ORG"} and is_body(name) and _nameable(name):
                bodies.add(name)
            elif entity.label_ == "PERSON" and _nameable(name):
                people.add(name)
                roles.setdefault(name, set()).update(_roles(entity.root))
                if entity.root.dep_ in {"nsubj", "nsubjpass"}:
                    subjects.append((paragraph.span_of(entity.root), name))
            elif entity.label_ == "ORG" and _nameable(name):
                bodies.add(name)
    persons = _indexed(people, -1)
    names = Names(persons, _indexed(bodies, 0), _acronyms(parsed), {}, ())
    merged: dict[str, frozenset[str]] = {}
    for name in sorted(people):
        full = names.person(name)
        merged[full] = merged.get(full, frozenset()) | roles[name]
    return replace(names, roles=merged, subjects=tuple(sorted(subjects)))


def _nameable(name: str) -> bool:
    return (
        name[:1].isupper()
        and len(name) <= 60
        and not any(c.isdigit() or c in '\n“”"' for c in name)
    )


def _indexed(names: Iterable[str], end: int) -> dict[str, tuple[str, ...]]:
    """Names by their first or last word, longest first, no more than can be compared quickly."""
    index: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name.split()), -len(name), name)):
        index.setdefault(name.split()[end], []).append(name)
    return {word: tuple(found[:_COMPARED]) for word, found in index.items()}


def _fullest(words: list[str], known: Iterable[str], belongs: Belongs) -> str:
    """The longest known name that a shorter one belongs to, if all that fit agree."""
    fits = [k.split() for k in known if len(k.split()) > len(words)]
    fits = [full for full in fits if belongs(full)]
    longest = fits[0] if fits else words
    agree = all(set(full) <= set(longest) for full in fits)
    return " ".join(longest if agree else words)


def _roles(name: "Token") -> set[str]:
    """The role nouns beside a name: its apposition, or the noun that it is apposed to."""
    words = {kid.lemma_.lower() for kid in children(name, "appos") if kid.pos_ == "NOUN"}
    words |= {kid.lower_ for kid in children(name, "compound") if kid.pos_ in {"NOUN", "PROPN"}}
    if name.dep_ == "appos" and name.head.pos_ == "NOUN":
        words.add(name.head.lemma_.lower())
    return words


def _acronyms(parsed: Parsed) -> dict[str, str]:
    found: dict[str, str] = {}
    for paragraph in parsed.paragraphs:
        for match in _ACRONYM.finditer(paragraph.doc.text):
            full = _spelled(paragraph, match)
            if full is not None:
                found.setdefault(match.group(1), full)
    return found


def _spelled(paragraph: Paragraph, match: re.Match[str]) -> str | None:
    """The words before an acronym whose capitals it is made of."""
    words = paragraph.doc.text[max(0, match.start() - 120) : match.start()].split()
    letters = [c for c in match.group(1) if c.isupper()]
    for count in range(min(len(words), len(letters) + 4), len(letters) - 1, -1):
        tail = words[-count:]
        capitals = [word[0] for word in tail if word[0].isupper()]
        if capitals == letters and tail[0][0].isupper():
            return " ".join(tail).strip(" ,")
    return None
