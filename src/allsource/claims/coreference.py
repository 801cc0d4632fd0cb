"""Who is "he", "the official", "the ministry", "Orlan"?

Credits are resolved in the order of the text, those inside a quotation after the one who speaks
it. A short name takes the fullest name of the document; pronouns are resolved in ``pronouns``,
descriptions of people and documents in ``roles``, bodies and outlets in ``bodies``; a person without
a name in the first sentence is the one whom the next sentences name.

Where two would do, the text stays as the name, but for a general word ("the company"), which takes
the body told of last. It fails where the next sentences of an opening name somebody else. Unnamed
sources are joined inside one document and never across documents.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from allsource.claims import pronouns
from allsource.claims.bodies import body_heads, body_of, own_name, paper, printed
from allsource.claims.callings import classes, is_body, is_human, is_institution
from allsource.claims.clauses import child
from allsource.claims.credit import Credit
from allsource.claims.described import Described
from allsource.claims.parse import Parsed
from allsource.claims.people import Names
from allsource.claims.pronouns import Asked
from allsource.claims.quotation import Quotation
from allsource.claims.record import Known, Record, begin
from allsource.claims.roles import described
from allsource.claims.sources import describe
from allsource.claims.tellers import head_of, speakers_of, told_as
from allsource.claims.titles import named_span
from allsource.model.claim import Source, SourceKind
from allsource.model.ids import content_id
from allsource.model.span import quote
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["entity_of", "resolve", "shown"]

_OPENING = 300
"""Code points from the start within which an article brings in whom it names next."""
_TWO = 2
_ROLES = frozenset({"unnamed_person", "unnamed_official"})
_PERSONS = frozenset({"named_person", "unnamed_person", "unnamed_official"})
_NAMED = frozenset({"named_person", "organization", "outlet", "document"})


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
    record = begin(parsed, names, quotations, [span for credit in found for span in credit.source])
    around = speakers_of(parsed, found, quotations)
    told: dict[int, Described] = {}
    for place in sorted(range(len(found)), key=lambda n: (len(around[n]), n)):
        credit = found[place]
        if credit.teller is not None and credit.source:
            speakers = [told[n] for n in around[place] if n in told]
            speakers += _answered(parsed, credit, record)
            told[place] = _told(parsed, credit, record, names, speakers)
    told |= _leads(parsed, found, told, names)
    return tuple(
        _source(parsed, credit, told[n]) if n in told else None for n, credit in enumerate(found)
    )


def _answered(parsed: Parsed, credit: Credit, record: Record) -> list[Described]:
    """Who spoke last, where a pronoun answers: "The offer was fair, he said. It was not, she replied".

    Where a question of the writer's stands between, they answer that.
    """
    if credit.head.lemma_.lower() not in load("cues")["answering"]["lemmas"]:
        return []
    place = credit.source[0]
    last = [k for k in record.before(place) if k.credited][-1:]
    asked = any("?" in parsed.document.text[k.place.end : place.start] for k in last)
    return [] if asked else [k.who for k in last]


def _by_cue(who: Described, credit: Credit) -> SourceKind:
    """What tells, where its noun does not say: people speak, and documents show."""
    thing = who.head in load("sources")["things"]["nouns"]
    if not thing and credit.head.lemma_.lower() in load("sources")["speaking"]["verbs"]:
        return "unnamed_group" if who.plural else "unnamed_person"
    return "unnamed_group" if who.plural else "unnamed_document"


def _told(
    parsed: Parsed, credit: Credit, record: Record, names: Names, speakers: Sequence[Described]
) -> Described:
    """Resolve one credit, and keep it for those after it."""
    place, teller = credit.source[0], head_of(parsed, credit, names)
    earlier = record.before(place)
    if not earlier and teller.tag_ == "PRP":
        earlier = record.soon(place)
    sentence = record.sentence(place)
    who = told_as(parsed, describe(teller), credit)
    told = record.told(place)
    if who.head in classes()["source"] and who.plural and not who.modifiers:
        told = record.anywhere(who.head)
    asked = Asked(place, credit.paragraph, sentence, earlier, told, speakers)
    who = _resolved(who, asked, names, parsed.document.outlet)
    who = _joined(who, teller, credit, names) or who
    if (
        who.kind == "organization"
        and credit.head.lemma_ == "report"
        and _only_tells(who.name, record)
    ):
        who = replace(who, kind="outlet")
    by = teller.dep_ == "pobj" and teller.head.dep_ == "agent"
    record.add(Known(place, sentence, credit.paragraph, who, asked=by))
    return who


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
    kind = who.kind or _by_cue(who, credit)
    return Source(
        text=quote(parsed.document.text, credit.source),
        spans=credit.source,
        kind=kind,
        name=shown(who.name, kind),
        entity=entity_of(parsed.document.id, kind, who.name),
    )


def shown(name: str, kind: SourceKind) -> str:
    """Give what a source is called: a pronoun that nothing resolves is nobody's name.

    Args:
        name: after coreference.
        kind: of the source.

    Example:
        >>> shown("They", "unnamed_group"), shown("US", "organization")
        ('unnamed group', 'US')
    """
    listed = load("sources")["unresolved"]
    country = name.isupper() and len(name) > 1
    if country or name.casefold() not in listed["pronouns"]:
        return name
    named: str = listed["names"].get(kind, listed["other"])
    return named


def _only_tells(name: str, record: Record) -> bool:
    """A name that does nothing in the text but tell: mostly a site or paper that is not listed."""
    return not (
        is_body(name)
        or any(is_institution(word) for word in name.casefold().split())
        or not name[:1].isupper()
        or any(k.who.name == name and not record.tells(k) for k in record.subjects)
    )


def _leads(
    parsed: Parsed, found: Sequence[Credit], told: dict[int, Described], names: Names
) -> dict[int, Described]:
    """Name the person of the first sentence whom the next one names: "A welder said ... Orlan said"."""
    order = sorted(told, key=lambda n: found[n].source[0])
    order = [n for n in order if told[n].kind in _PERSONS]
    if len(order) < _TWO or not _opens(parsed, found[order[0]]):
        return {}
    first = told[order[0]]
    after = next((n for n in order[1:] if told[n].kind == "named_person"), None)
    if after is None or first.kind not in _ROLES or first.plural:
        return {}
    between = [n for n in order[1 : order.index(after)] if told[n].name != first.name]
    near = found[after].paragraph - found[order[0]].paragraph == 1
    name = told[after].name
    if (
        between
        or not near
        or told[after].plural
        or not _fits(first, names.roles.get(name, frozenset()))
    ):
        return {}
    same = {n for n in told if told[n].name == first.name and told[n].kind == first.kind}
    return {n: replace(told[after], head=first.head) for n in same}


def _opens(parsed: Parsed, credit: Credit) -> bool:
    """A credit of the first sentence, of somebody who is told of for the first time."""
    starts = [p.span.start for p in parsed.paragraphs]
    return bool(starts) and credit.source[0].start - starts[0] <= _OPENING


def _fits(first: Described, roles: frozenset[str]) -> bool:
    """The named one has the role of the unnamed one, or none that the text tells."""
    people = {role for role in roles if is_human(role)}
    return not people or first.head in people


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
    if f" {who.name}".endswith((f"& {second.name}", f" {second.name}")):
        return None
    kinds = {who.kind, second.kind}
    kind: SourceKind = "named_person" if "named_person" in kinds else who.kind or "organization"
    return Described(kind, f"{who.name} and {second.name}", plural=True)


def _resolved(who: Described, asked: Asked, names: Names, own: str | None) -> Described:
    if who.pronoun:
        found = pronouns.resolved(who, asked, names)
        pointing = found.definite and not found.pronoun and found.kind in _ROLES
        return described(found, asked, names) if pointing else found
    if own is not None and who.name[:1].isupper() and own_name(own, names) == who.name:
        return Described("outlet", who.name)
    return pronouns.another(who, asked) or _noun(_sorted(who, names), asked, names, own)


def _noun(who: Described, asked: Asked, names: Names, own: str | None) -> Described:
    """A name, or a description that may point back."""
    if who.kind == "named_person":
        body = names.named(who.name)
        if body is not None:
            return Described("organization", body)
        return replace(who, name=names.person(who.name, who.gender))
    if who.kind in {"organization", "outlet"}:
        return body_of(who, asked, names)
    pointing = who.definite or who.kind == "sensor" or who.head in classes()["source"]
    if who.kind is None or not pointing:
        return who
    if who.definite and who.kind == "unnamed_document" and who.head in classes()["outlet"]:
        return paper(who, asked, names)
    return printed(who, asked, names, own) or described(who, asked, names)


def _sorted(who: Described, names: Names) -> Described:
    """Let all that the document says of a name overrule the parser's label."""
    if who.kind != "outlet" and who.name[:1].isupper() and " " not in who.name:
        full = names.person(who.name, who.gender)
        if full != who.name and names.sort(full) == "person":
            return Described("named_person", full)
    if who.kind not in {"named_person", "organization"} or not who.name[:1].isupper():
        return who
    if who.head and (who.kind == "named_person" or who.head in body_heads()):
        return who
    full = names.person(who.name, who.gender)
    sort = names.sort(who.name)
    if who.kind == "organization" and sort == "person":
        return Described("named_person", full)
    if who.kind == "named_person" and sort == "body":
        body = names.body(who.name)
        return Described("outlet" if body in names.outlets else "organization", body, head="")
    return who
