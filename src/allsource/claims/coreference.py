"""Who is "he", "the official", "the ministry", "Orlan"?

Credits are resolved in the order of the text. A short name takes the fullest
name of the document; "he" and "she" take the person credited or made the
subject last, no further back than two paragraphs; "the same official" takes the
source that was described by the same words; "the analyst" takes the only person
of that role; "the ministry" takes the only body with that word in its name.

It never guesses: where two would do, the text stays as the name. Unnamed
sources are joined inside one document and never across documents.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from allsource.claims.credit import Credit
from allsource.claims.parse import Parsed
from allsource.claims.people import Names
from allsource.claims.quotation import Quotation
from allsource.claims.sources import Described, describe
from allsource.model.claim import Source
from allsource.model.ids import content_id
from allsource.model.span import Span, quote
from allsource.vocab import load

__all__ = ["entity_of", "resolve"]

_PARAGRAPHS_BACK = 2
_PERSONS = frozenset({"named_person", "unnamed_person", "unnamed_official"})
_NAMED = frozenset({"named_person", "organization", "outlet", "document"})


@dataclass(frozen=True, slots=True)
class _Known:
    """A source that was credited, or a person who was a subject, and where."""

    place: Span
    paragraph: int
    who: Described
    credited: bool = True


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
    known = _subjects(parsed, names, quotations)
    sources: list[Source | None] = []
    for credit in found:
        if credit.teller is None or not credit.source:
            sources.append(None)
            continue
        who = _resolved(describe(credit.teller), credit, known, names)
        known.append(_Known(credit.source[0], credit.paragraph, who))
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


def _subjects(parsed: Parsed, names: Names, quotations: Sequence[Quotation]) -> list[_Known]:
    found = []
    for place, name in names.subjects:
        if any(q.spoken and q.span.covers(place) for q in quotations):
            continue
        number = next(n for n, p in enumerate(parsed.paragraphs) if p.span.covers(place))
        who = Described("named_person", names.person(name))
        found.append(_Known(place, number, who, credited=False))
    return found


def _resolved(who: Described, credit: Credit, known: Sequence[_Known], names: Names) -> Described:
    if who.pronoun:
        return _pronoun(who, credit, known)
    if who.kind == "named_person":
        body = names.named(who.name)
        if body is not None:
            return Described("organization", body)
        return replace(who, name=names.person(who.name))
    if who.kind in {"organization", "outlet"}:
        return _body(who, credit, known, names)
    if who.definite and who.kind is not None:
        return _described(who, credit, known, names)
    return who


def _before(credit: Credit, known: Sequence[_Known]) -> list[_Known]:
    """What was known before the place of a source, latest first."""
    start = credit.source[0].start
    near = [
        k
        for k in known
        if k.place.start < start and credit.paragraph - k.paragraph <= _PARAGRAPHS_BACK
    ]
    return sorted(near, key=lambda k: (-k.place.start, not k.credited))


def _pronoun(who: Described, credit: Credit, known: Sequence[_Known]) -> Described:
    before = _before(credit, known)
    if who.kind == "unnamed_person":
        wanted = [k for k in before if k.who.kind in _PERSONS and not k.who.plural]
    elif who.plural:
        wanted = [
            k for k in before if k.credited and (k.who.plural or k.who.kind == "organization")
        ]
    else:
        wanted = [k for k in before if k.credited and k.who.kind in {"organization", "outlet"}]
    return wanted[0].who if wanted else who


def _body(who: Described, credit: Credit, known: Sequence[_Known], names: Names) -> Described:
    if any(c.isupper() for c in who.name):
        full, person = names.body(who.name), names.person(who.name)
        if full == who.name != person:
            return Described("named_person", person)
        return replace(who, name=full)
    before = [k.who for k in known if k.place.start < credit.source[0].start and k.credited]
    same = {k.name for k in before if k.head == who.head and who.modifiers <= k.modifiers}
    if who.definite and len(same) == 1:
        return replace(who, name=same.pop())
    if not who.definite or len(who.modifiers) > 0:
        return who
    holders = [name for name in names.bodies if who.head in name.casefold().split()]
    if len({names.body(name) for name in holders}) == 1:
        return replace(who, name=names.body(holders[0]))
    earlier = {
        k.who.name for k in known if k.place.start < credit.source[0].start and _same_body(k, who)
    }
    return replace(who, name=earlier.pop()) if len(earlier) == 1 else who


def _same_body(known: _Known, who: Described) -> bool:
    """The only body of a general sort that was credited: "the company", "the newspaper"."""
    general = who.head in {"company", "firm", "group", "organisation", "organization", "agency"}
    if known.who.kind == "outlet":
        return who.head in _outlet_nouns()
    named = any(c.isupper() for c in known.who.name)
    return general and known.credited and known.who.kind == "organization" and named


@lru_cache(maxsize=1)
def _outlet_nouns() -> frozenset[str]:
    return frozenset(load("sources")["outlet"]["nouns"])


@lru_cache(maxsize=1)
def _alike() -> frozenset[str]:
    return frozenset(load("sources")["alike"]["nouns"])


def _described(who: Described, credit: Credit, known: Sequence[_Known], names: Names) -> Described:
    """The earlier source that a description points back to, or the one person of that role."""
    start = credit.source[0].start
    earlier = [k.who for k in known if k.place.start < start and _matches(k.who, who)]
    if len({e.name.casefold() for e in earlier}) == 1:
        return earlier[0]
    exact = [e for e in earlier if e.modifiers == who.modifiers]
    if len({e.name.casefold() for e in exact}) == 1:
        return exact[0]
    if who.plural or earlier:
        return who
    told = {k.who.name for k in known if k.place.start < start and k.who.kind == "named_person"}
    holders = sorted(n for n in told if who.head in names.roles.get(n, frozenset()))
    return Described("named_person", holders[0], definite=True) if len(holders) == 1 else who


def _matches(earlier: Described, who: Described) -> bool:
    if earlier.kind not in _PERSONS | {"unnamed_group"} or earlier.kind == "named_person":
        return False
    if earlier.plural != who.plural or earlier.pronoun:
        return False
    same_head = earlier.head == who.head or {earlier.head, who.head} <= _alike()
    return same_head and who.modifiers <= earlier.modifiers
