"""Which full names and roles does a document give its people and bodies?

Names are gathered from the parser's entities over the whole document; a short
name belongs to the one longer name that ends with it (or, for a body, starts
with it); "Harbour Safety Board (HSB)" makes HSB a short name. Roles come from
titles and appositions ("Orlan, an analyst").

It fails where two people share a surname: then a short name stays as it is.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from allsource.claims.callings import is_body, is_outlet
from allsource.claims.clauses import children
from allsource.claims.naming import Run, Sort, honorific, runs, sorts
from allsource.claims.parse import Paragraph, Parsed
from allsource.claims.short_names import (
    COMPARED,
    acronyms,
    bare_surname,
    fullest,
    indexed,
    initials,
    noun_of_name,
)
from allsource.claims.titles import named_span, without_titles
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

__all__ = ["Names", "gather"]

_APPOSED = 3
"""Names passed on the way from one to the subject that it is apposed to or joined with."""

_COUNTRIES = frozenset({"US", "UK", "U.S.", "U.K.", "USA", "EU", "UN"})


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document.

    Args:
        people: last word of a name -> names of persons that end with it, longest first.
        bodies: first word of a name -> names of organisations that start with it.
        acronyms: short form -> full name.
        roles: full name of a person -> the role nouns that the document gives them.
        subjects: where a named person is the subject of a clause, with the name as written.
        others: where a named person stands elsewhere than as a subject.
        firms: where a named body is the subject of a clause, with the name as written.
        beside: where a named body stands elsewhere than as a subject.
        sorts: name -> whether it is a person's or a body's, by all that is said of it.
        outlets: names that the document calls a newspaper, site or broadcaster.
        genders: full name of a person -> "male" or "female", where told.
        nouns: the word that a body's name is about -> names of bodies.
        places: names of countries and towns, which no longer name of a body begins with.
    """

    people: Mapping[str, tuple[str, ...]]
    bodies: Mapping[str, tuple[str, ...]]
    acronyms: Mapping[str, str]
    roles: Mapping[str, frozenset[str]]
    subjects: tuple[tuple[Span, str], ...]
    others: tuple[tuple[Span, str], ...] = ()
    firms: tuple[tuple[Span, str], ...] = ()
    beside: tuple[tuple[Span, str], ...] = ()
    sorts: Mapping[str, Sort] = field(default_factory=dict)
    outlets: frozenset[str] = frozenset()
    genders: Mapping[str, str] = field(default_factory=dict)
    places: frozenset[str] = frozenset()
    nouns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def person(self, name: str, gender: str | None = None) -> str:
        """Give the fullest form of a person's name that is not in doubt.

        Args:
            name: as written.
            gender: "male" or "female" if that is told: "Mrs Orlan" is not Timo Orlan.
        """
        words = without_titles(name).split()
        if not words:
            return name
        known = self.people.get(words[-1], ())
        if gender is not None:
            told = tuple(n for n in known if self.genders.get(n) == gender and " " in n)
            known = told or tuple(n for n in known if self.genders.get(n) in (None, gender))
        last = fullest(words, known, lambda f: f[-len(words) :] == words)
        if len(words) == 1 and last == words[0]:
            last = fullest(words, known, lambda f: bare_surname(f[-1]) == words[0])
        if len(words) > 1 or last != words[0] or gender is not None:
            return last or name
        first = [n for known in self.people.values() for n in known if n.split()[0] == words[0]]
        return first[0] if len(first) == 1 else last or name

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
        if name in self.places:
            return name
        full = fullest(words, near, lambda full: full[: len(words)] == words)
        if full == " ".join(words) and len(words) == 1:
            full = self._ending(words[0]) or full
        return full or name

    def _ending(self, word: str) -> str | None:
        """The one body that is called by a word further back in its name: "the Observatory"."""
        ends = [n for n in self.nouns.get(word, ()) if n != word]
        longest = max(ends, key=lambda n: (len(n), n), default=None)
        if longest is None or not all(n in longest for n in ends):
            return None
        words = longest.split()
        return fullest(words, self.bodies.get(words[0], ()), lambda f: f[: len(words)] == words)

    def sort(self, name: str) -> Sort | None:
        """Say whether a name, or the full name it stands for, is a person's or a body's."""
        told = [self.sorts.get(n) for n in (self.person(name), self.body(name), name)]
        return next((one for one in told if one is not None), None)


def gather(parsed: Parsed) -> Names:
    """Gather the names of a document.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> names = gather(parse_text("Timo Orlan, an analyst, spoke. Orlan left."))
        >>> names.person("Orlan")
        'Timo Orlan'
    """
    known = sorts(parsed)
    found = _Found()
    for paragraph in parsed.paragraphs:
        for entity in paragraph.doc.ents:
            name = named_span(entity.root)
            if entity.label_ == "GPE":
                found.located[name] += 1 + _located(entity.root)
            if entity.label_ in {"PERSON", "ORG"} and _nameable(name):
                sort = known.get(name) or _labelled(entity.label_, name)
                found.add(paragraph, name, entity.root, sort)
        for run in runs(paragraph):
            found.counted[run.name] += 1
            found.articled[run.name] += _articled(run.root)
            if _nameable(run.name) and known.get(run.name) is not None:
                found.add(paragraph, run.name, run.root, known[run.name])
                found.mark(run)
            if (employer := _before_rank(run)) is not None:
                found.add(paragraph, employer.text, employer.root, "body")
    return found.names(known, acronyms(parsed))


def _before_rank(run: Run) -> "Words | None":
    """Give the body whose name stands before a short rank: "Harbour Police Insp. Mara Vell"."""
    ranks = load("sources")["ranks"]["words"]
    short = (w.i for w in run.words if w.text[-1] == "." and w.lower_.rstrip(".") in ranks)
    doc, start, end = run.words.doc, run.words.start, next(short, run.words.start)
    if start and doc[start - 1].ent_type_ == "NORP" and doc[start - 1].pos_ == "ADJ":
        start -= 1
    body = doc[start:end]
    return body if len(body) > 1 and _nameable(body.text) else None


def _articled(name: "Token") -> bool:
    return any(kid.dep_ == "det" and kid.lower_ == "the" for kid in name.children)


def _located(name: "Token") -> bool:
    """Something is in a place: "in Velory"."""
    return name.dep_ == "pobj" and name.head.lower_ in {"in", "across", "throughout", "near"}


def _labelled(label: str, name: str) -> Sort:
    return "person" if label == "PERSON" and not is_body(name) else "body"


@dataclass(slots=True)
class _Found:
    """What is gathered while the text is read."""

    people: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    roles: dict[str, set[str]] = field(default_factory=dict)
    subjects: set[tuple[Span, str]] = field(default_factory=set)
    others: set[tuple[Span, str]] = field(default_factory=set)
    firms: set[tuple[Span, str]] = field(default_factory=set)
    beside: set[tuple[Span, str]] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    genders: dict[str, str] = field(default_factory=dict)
    located: Counter[str] = field(default_factory=Counter)
    counted: Counter[str] = field(default_factory=Counter)
    articled: Counter[str] = field(default_factory=Counter)
    first: dict[str, int] = field(default_factory=dict)

    def add(self, paragraph: Paragraph, name: str, root: "Token", sort: Sort) -> None:
        place = paragraph.span_of(root)
        self.first[name] = min(place.start, self.first.get(name, place.start))
        if sort == "body":
            self.bodies.add(name)
            if is_outlet(name) or _roles(root) & _outlet_nouns():
                self.outlets.add(name)
            else:
                (self.firms if _is_subject(root) else self.beside).add((place, name))
            return
        self.people.add(name)
        self.roles.setdefault(name, set()).update(_roles(root))
        if _is_subject(root):
            self.subjects.add((place, name))
        else:
            self.others.add((place, name))

    def mark(self, run: Run) -> None:
        """Note whether a person is a man or a woman, where the words beside the name say."""
        words = {*_roles(run.root), *(w.text.casefold().rstrip(".") for w in run.words)}
        words.add(honorific(run) or "")
        for gender, listed in _gender_words().items():
            if words & listed or (" " in run.name and run.name.split()[0] in listed):
                self.genders.setdefault(run.name, gender)

    def names(self, known: Mapping[str, Sort], acronyms: dict[str, str]) -> Names:
        people = indexed(self.people, -1)
        acronyms = initials(self.bodies) | acronyms
        bodies = sorted(name for name in self.bodies if not self._of_another(name))
        nouns: dict[str, tuple[str, ...]] = {}
        for name in bodies:
            nouns[noun_of_name(name)] = (*nouns.get(noun_of_name(name), ())[-COMPARED:], name)
        plain = Names(people, indexed(bodies, 0), acronyms, {}, (), nouns=nouns)
        merged: dict[str, frozenset[str]] = {}
        genders: dict[str, str] = {}
        for name in sorted(self.people):
            full = plain.person(name)
            merged[full] = merged.get(full, frozenset()) | self.roles[name]
            if name in self.genders:
                genders.setdefault(full, self.genders[name])
        return replace(
            plain,
            roles=merged,
            subjects=tuple(sorted(self.subjects)),
            others=tuple(sorted(self.others)),
            firms=tuple(sorted(self.firms)),
            beside=tuple(sorted(self.beside)),
            sorts=known,
            outlets=frozenset(self.outlets),
            genders=genders,
            places=frozenset(self._places() | _COUNTRIES),
        )

    def _places(self) -> set[str]:
        """What the parser takes for a place more often than not, and in which something is."""
        return {name for name, seen in self.located.items() if seen > self.counted[name]}

    def _of_another(self, name: str) -> bool:
        """A thing called by a body: "the Orlan Pump" of Orlan, which has no article itself."""
        short, *more = name.split()
        earlier = self.first.get(short, self.first[name]) < self.first[name]
        earlier |= self.articled[name] > 0 == self.articled[short]
        own = is_body(name) or is_outlet(name)
        return bool(more) and short in self.bodies and earlier and not own


def _is_subject(root: "Token") -> bool:
    """The subject of a clause, or what a subject is called ("the owner, Timo Orlan, left")."""
    head = root
    for _ in range(_APPOSED):
        if head.dep_ in {"nsubj", "nsubjpass"}:
            return True
        if head.dep_ not in {"appos", "conj"}:
            return False
        head = head.head
    return False


@lru_cache(maxsize=1)
def _outlet_nouns() -> frozenset[str]:
    return frozenset(load("sources")["outlet"]["nouns"])


@lru_cache(maxsize=1)
def _gender_words() -> Mapping[str, frozenset[str]]:
    raw = load("given_names")
    return {
        gender: frozenset(raw[gender]["names"]) | frozenset(raw["words"][gender])
        for gender in ("male", "female")
    }


def _nameable(name: str) -> bool:
    return (
        name[:1].isupper()
        and len(name) <= 60
        and not any(c.isdigit() or c in '\n“”"' for c in name)
    )


def _roles(name: "Token") -> set[str]:
    """The role nouns beside a name: its apposition, or the noun that it is apposed to.

    "Orlan, who became mayor" and "Orlan is the mayor" give a role as well.
    """
    words = {kid.lemma_.lower() for kid in children(name, "appos") if kid.pos_ == "NOUN"}
    words |= {kid.lower_ for kid in children(name, "compound") if kid.pos_ in {"NOUN", "PROPN"}}
    if name.dep_ == "appos" and name.head.pos_ == "NOUN":
        words.add(name.head.lemma_.lower())
    verbs = [kid for kid in children(name, "relcl") if kid.lemma_ in {"be", "become", "serve"}]
    if name.dep_ == "nsubj" and name.head.lemma_ in {"be", "become"}:
        verbs.append(name.head)
    for verb in verbs:
        words |= {kid.lemma_.lower() for kid in children(verb, "attr") if kid.pos_ == "NOUN"}
    return words
