"""Who is "he", "the official", "the ministry", "Orlan"?

Credits are resolved in the order of the text. A short name takes the fullest
name of the document; "he" and "she" take the person credited or made the
subject last, no further back than two paragraphs; "the same official" takes the
source that was described by the same words; "the analyst" takes the only person
of that role; "the ministry" takes the only body with that word in its name.

It never guesses: where two would do, the text stays as the name. Unnamed
sources are joined inside one document and never across documents.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from allsource.claims.clauses import child
from allsource.claims.credit import Credit
from allsource.claims.parse import Parsed
from allsource.claims.people import Names
from allsource.claims.places import line
from allsource.claims.quotation import Quotation
from allsource.claims.sources import Described, antecedent, describe, is_outlet, named_span
from allsource.model.claim import Source, SourceKind
from allsource.model.ids import content_id
from allsource.model.span import Span, quote
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["entity_of", "resolve"]

_ARTICLE = re.compile(r"^(?:an?|one|the)\s+", re.IGNORECASE)
_PARAGRAPHS_BACK = 2
_WEIGHED = 200
"""Earlier credits, and earlier subjects, among which one is looked for."""
_FEW = 8
"""Persons looked at who were named without being a subject."""
_SOON = 120
"""Code points after a pronoun within which its name may follow."""
_PERSONS = frozenset({"named_person", "unnamed_person", "unnamed_official"})
_THINGS = frozenset({"organization", "outlet", "document", "unnamed_document"})
_NAMED = frozenset({"named_person", "organization", "outlet", "document"})


@dataclass(frozen=True, slots=True)
class _Known:
    """A source that was credited, or a person who was a subject, and where."""

    place: Span
    paragraph: int
    who: Described
    credited: bool = True


@dataclass(slots=True)
class _Record:
    """What is known while the text is read: subjects of the whole text, credits so far."""

    subjects: tuple[_Known, ...]
    credited: list[_Known] = field(default_factory=list)

    def before(self, place: Span) -> list[_Known]:
        """The credits and named subjects before a place, in order, no more than can be weighed."""
        end = bisect_left(self.subjects, place.start, key=lambda k: k.place.start)
        near = [*self.subjects[max(0, end - _WEIGHED) : end], *self.credited[-_WEIGHED:]]
        return sorted((k for k in near if k.place.start < place.start), key=lambda k: k.place)

    def soon(self, place: Span) -> list[_Known]:
        """The first subject after a place, for "when he arrived, Orlan said"."""
        start = bisect_left(self.subjects, place.end, key=lambda k: k.place.start)
        return [k for k in self.subjects[start : start + 1] if k.place.start < place.end + _SOON]


def resolve(
    parsed: Parsed, found: Sequence[Credit], quotations: Sequence[Quotation], names: Names
) -> tuple[Source | None, ...]:
    """Give the source of each credit by its full name.

    Args:
        parsed: the document.
        found: its credits, in order.
        quotations: its quotations; people who are named only in them are not "he".
        names: its names, from `people.gather`.

    Returns:
        One source for each credit; None where nobody is named.
    """
    known = _Record(tuple(_subjects(parsed, names, quotations)))
    sources: list[Source | None] = []
    for credit in found:
        if credit.teller is None or not credit.source:
            sources.append(None)
            continue
        earlier = known.before(credit.source[0])
        teller = _teller(parsed, credit)
        if not earlier and teller.tag_ == "PRP":
            earlier = known.soon(credit.source[0])
        who = _resolved(_within(parsed, describe(teller), credit), credit, earlier, names)
        who = _joined(who, teller, credit, names) or who
        known.credited.append(_Known(credit.source[0], credit.paragraph, who))
        sources.append(_source(parsed, credit, who))
    return tuple(sources)


def entity_of(document: str, kind: str, name: str) -> str:
    """Name the entity of a source: over all documents if it has a name, else in this one.

    Example:
        >>> entity_of("doc_1", "outlet", "Herald") == entity_of("doc_2", "outlet", "Herald")
        True
    """
    plain = name.casefold()
    if kind in _NAMED and any(c.isupper() for c in name):
        return content_id("ent", kind, plain)
    return content_id("ent", document, kind, plain)


def _source(parsed: Parsed, credit: Credit, who: Described) -> Source:
    kind = who.kind or ("unnamed_group" if who.plural else "unnamed_document")
    return Source(
        text=quote(parsed.document.text, credit.source),
        spans=credit.source,
        kind=kind,
        name=who.name,
        entity=entity_of(parsed.document.id, kind, who.name),
    )


def _teller(parsed: Parsed, credit: Credit) -> "Token":
    """The head of a source: what "who" stands for, and the noun where the parse gives its article."""
    head = credit.teller
    assert head is not None  # noqa: S101 - the caller has looked
    found = antecedent(head)
    if found is not None:
        return found
    if head.pos_ != "DET" or head.tag_ != "DT":
        return head
    start, end = credit.source[0].shift(-parsed.paragraphs[credit.paragraph].span.start)
    words = head.doc.char_span(start, end, alignment_mode="contract") or ()
    nouns = [word for word in words if word.pos_ in {"NOUN", "PROPN"}]
    return nouns[-1] if nouns else head


def _joined(who: Described, head: "Token", credit: Credit, names: Names) -> Described | None:
    """Two names that speak together: "Timo Orlan and Mara Vell"."""
    other = child(head, "conj")
    if other is None or other.pos_ != "PROPN" or child(other, "conj") is not None:
        return None
    if not who.name[:1].isupper() or len(credit.source) != 1:
        return None
    if credit.source[0].end - credit.source[0].start < len(named_span(other)) + len(who.name):
        return None
    second = _sorted(describe(other), names)
    kinds = {who.kind, second.kind}
    kind: SourceKind = "named_person" if "named_person" in kinds else who.kind or "organization"
    return Described(kind, f"{who.name} and {second.name}", plural=True)


def _within(parsed: Parsed, who: Described, credit: Credit) -> Described:
    """Keep a description within the words of its source, where the parse takes in more."""
    said = " ".join(quote(parsed.document.text, credit.source).split())
    if who.pronoun or len(who.name) <= len(said) or any(c.isupper() for c in who.name[:1]):
        return who if len(who.name) <= len(said) or who.kind == "named_person" else _cut(who, said)
    return _cut(who, said)


def _cut(who: Described, said: str) -> Described:
    plain = _ARTICLE.sub("", said)
    return replace(who, name=plain) if plain and plain in who.name else who


def _subjects(parsed: Parsed, names: Names, quotations: Sequence[Quotation]) -> list[_Known]:
    """Persons and bodies that are subjects, but not within what somebody says."""
    marks = line([q for q in quotations if q.spoken], lambda q: q.span)
    numbers = line(enumerate(parsed.paragraphs), lambda pair: pair[1].span)
    found = []
    for place, name, sort in sorted(
        [(p, n, "person") for p, n in names.subjects] + [(p, n, "body") for p, n in names.firms]
    ):
        if not marks.touching(place):
            who = (
                Described("named_person", names.person(name))
                if sort == "person"
                else Described("organization", names.body(name))
            )
            ((number, _),) = numbers.touching(place)
            found.append(_Known(place, number, who, credited=False))
    return found


def _resolved(who: Described, credit: Credit, known: Sequence[_Known], names: Names) -> Described:
    if who.pronoun:
        return _pronoun(who, credit, known, names)
    who = _sorted(who, names)
    if who.kind == "named_person":
        body = names.named(who.name)
        if body is not None:
            return Described("organization", body)
        return replace(who, name=names.person(who.name, who.gender))
    if who.kind in {"organization", "outlet"}:
        return _body(who, known, names)
    if who.definite and who.kind == "unnamed_document" and who.head in _outlet_nouns():
        return _paper(who, known, names)
    if who.kind is not None and (who.definite or who.kind == "sensor"):
        return _described(who, known, names)
    return who


def _paper(who: Described, known: Sequence[_Known], names: Names) -> Described:
    """The newspaper that "the paper" is, unless a paper that is a document was told of."""
    documents = [k for k in known if k.who.kind == "unnamed_document" and k.who.head == who.head]
    printed = {names.body(n) for n in names.outlets}
    if not documents and not who.modifiers and len(printed) == 1:
        return Described("outlet", printed.pop())
    told = [k.who for k in known if k.who.kind == "outlet"]
    if not documents and not who.modifiers and len({k.name for k in told}) == 1:
        return told[-1]
    return _described(who, known, names)


def _sorted(who: Described, names: Names) -> Described:
    """Let all that the document says of a name overrule the parser's label."""
    if who.kind != "outlet" and who.name[:1].isupper() and " " not in who.name:
        full = names.person(who.name)
        if full != who.name and names.sort(full) == "person":
            return Described("named_person", full)
    if who.kind not in {"named_person", "organization"} or not who.name[:1].isupper():
        return who
    if who.head and (who.kind == "named_person" or who.head in _body_heads()):
        return who
    full = names.person(who.name)
    sort = names.sort(who.name)
    if who.kind == "organization" and sort == "person":
        return Described("named_person", full)
    if who.kind == "named_person" and sort == "body":
        body = names.body(who.name)
        return Described("outlet" if body in names.outlets else "organization", body, head="")
    return who


def _near(credit: Credit, known: Sequence[_Known]) -> list[_Known]:
    """What was known shortly before a source, latest first."""
    near = [k for k in known if credit.paragraph - k.paragraph <= _PARAGRAPHS_BACK]
    return sorted(near, key=lambda k: (-k.place.start, not k.credited))


def _pronoun(who: Described, credit: Credit, known: Sequence[_Known], names: Names) -> Described:
    before = _near(credit, known)
    if who.kind == "unnamed_person":
        wanted = [k for k in before if k.who.kind in _PERSONS and not k.who.plural]
        return _he_or_she(who, wanted, _beside(credit, known, names), names)
    if who.plural:
        wanted = [
            k for k in before if k.credited and (k.who.plural or k.who.kind == "organization")
        ]
    else:
        wanted = [k for k in before if k.who.kind in _THINGS and k.credited]
        wanted = wanted or [k for k in before if k.who.kind in _THINGS]
    return wanted[0].who if wanted else who


def _he_or_she(
    who: Described, wanted: Sequence[_Known], beside: Sequence[str], names: Names
) -> Described:
    """The nearest person, unless the other pronoun is known to be theirs."""
    gender = "female" if who.name.casefold() in {"she", "her"} else "male"
    fits = [k for k in wanted if _gender(k.who, names) in (None, gender)]
    if fits:
        return fits[0].who
    told = [name for name in beside if names.genders.get(name) in (None, gender)]
    if told:
        return Described("named_person", told[0])
    return wanted[0].who if wanted else who


def _beside(credit: Credit, known: Sequence[_Known], names: Names) -> list[str]:
    """Persons who were named shortly before a source without being a subject, latest first."""
    first = min((k.place.start for k in _near(credit, known)), default=credit.source[0].start)
    end = bisect_left(names.others, credit.source[0].start, key=lambda pair: pair[0].start)
    near = names.others[max(0, end - _FEW) : end]
    return [names.person(name) for place, name in reversed(near) if place.start >= first]


def _gender(who: Described, names: Names) -> str | None:
    if who.kind == "named_person":
        return who.gender or names.genders.get(who.name)
    words = load("given_names")["words"]
    told = {who.head, *who.modifiers}
    return next((g for g in ("male", "female") if told & set(words[g])), None)


def _body(who: Described, known: Sequence[_Known], names: Names) -> Described:
    if any(c.isupper() for c in who.name) and who.head not in _body_heads():
        full, person = names.body(who.name), names.person(who.name)
        if full == who.name != person and names.sort(person) != "body":
            return Described("named_person", person)
        outlet = full in names.outlets or who.kind == "outlet" or is_outlet(full)
        return replace(who, name=full, kind="outlet" if outlet else "organization")
    return _general_body(who, known, names)


def _general_body(who: Described, known: Sequence[_Known], names: Names) -> Described:
    """Give the body that a noun points back to: "the ministry", "the newspaper"."""
    before = [k.who for k in known if k.credited]
    if who.plural and who.head in _general():
        several = [k for k in before if k.plural and k.kind == "organization"]
        return several[-1] if several else who
    same = {k.name for k in before if k.head == who.head and who.modifiers <= k.modifiers}
    if (who.definite or who.head in _bare()) and len(same) == 1:
        return replace(who, name=same.pop())
    if not who.definite or len(who.modifiers) > 0:
        return who
    holders = {names.body(n) for row in names.bodies.values() for n in row if _says(n, who.head)}
    if len(holders) == 1:
        full = holders.pop()
        return Described("outlet" if full in names.outlets else "organization", full)
    if who.head in _outlet_nouns():
        printed = {names.body(n) for n in names.outlets}
        if len(printed) == 1:
            return Described("outlet", printed.pop())
    return _only_body(who, known)


def _only_body(who: Described, known: Sequence[_Known]) -> Described:
    """The only body that a general word can mean, else the one told of last."""
    earlier = [k for k in known if _same_body(k, who)]
    if not earlier:
        return who
    last = max(earlier, key=lambda k: k.place).who
    return replace(last, head=who.head)


def _says(name: str, noun: str) -> bool:
    return noun in name.casefold().split()


def _same_body(known: _Known, who: Described) -> bool:
    """A body that a general word points back to: "the company", "the newspaper"."""
    named = any(c.isupper() for c in known.who.name) and not known.who.pronoun
    if known.who.kind == "outlet":
        return who.head in _outlet_nouns()
    return who.head in _general() and known.who.kind == "organization" and named


@lru_cache(maxsize=1)
def _general() -> frozenset[str]:
    return frozenset(load("sources")["general"]["nouns"])


@lru_cache(maxsize=1)
def _bare() -> frozenset[str]:
    return frozenset(load("sources")["bare"]["nouns"])


@lru_cache(maxsize=1)
def _body_heads() -> frozenset[str]:
    return frozenset(load("sources")["organization"]["nouns"]) & _bare()


@lru_cache(maxsize=1)
def _outlet_nouns() -> frozenset[str]:
    return frozenset(load("sources")["outlet"]["nouns"])


@lru_cache(maxsize=1)
def _alike() -> frozenset[str]:
    return frozenset(load("sources")["alike"]["nouns"])


def _described(who: Described, known: Sequence[_Known], names: Names) -> Described:
    """The earlier source that a description points back to, or the one person of that role."""
    earlier = [k.who for k in known if _matches(k.who, who)]
    if len({e.name.casefold() for e in earlier}) == 1:
        return earlier[0]
    exact = [e for e in earlier if e.modifiers == who.modifiers]
    if len({e.name.casefold() for e in exact}) == 1:
        return exact[0]
    if who.plural or earlier:
        return who
    return _of_role(who, known, names)


def _of_role(who: Described, known: Sequence[_Known], names: Names) -> Described:
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
    same_head = earlier.head == who.head or {earlier.head, who.head} <= _alike()
    return same_head and who.modifiers <= earlier.modifiers


def _plain(who: Described) -> bool:
    """Only the size of a document is told besides: "the 34-page paper"."""
    return all("page" in word or word == "-" or word.isdigit() for word in who.modifiers)
