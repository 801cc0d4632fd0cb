"""Who is "he", "the official", "the ministry", "Orlan"?

Credits are resolved in the order of the text, those inside a quotation after the one who speaks
it. A short name takes the fullest name of the document; pronouns are resolved in ``pronouns``; "the
same official" takes the source that was described by the same words; "the analyst" takes the only
person of that role; "the ministry" takes the only body with that word in its name; a person without
a name in the first sentence is the one whom the next sentences name.

It never guesses: where two would do, the text stays as the name. Unnamed
sources are joined inside one document and never across documents.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from allsource.claims import pronouns
from allsource.claims.callings import is_body, is_human, is_institution, is_outlet
from allsource.claims.clauses import child
from allsource.claims.credit import Credit
from allsource.claims.parse import Parsed
from allsource.claims.people import Names
from allsource.claims.pronouns import Asked
from allsource.claims.quotation import Quotation
from allsource.claims.record import Known, Record, begin
from allsource.claims.sources import Described, describe
from allsource.claims.tellers import head_of, speakers_of, told_as
from allsource.claims.titles import named_span
from allsource.model.claim import Source, SourceKind
from allsource.model.ids import content_id
from allsource.model.span import quote
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["entity_of", "resolve"]

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
            told[place] = _told(parsed, credit, record, names, speakers)
    told |= _leads(parsed, found, told, names)
    return tuple(
        _source(parsed, credit, told[n]) if n in told else None for n, credit in enumerate(found)
    )


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
    if who.head in _callers() and who.plural and not who.modifiers:
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
        name=who.name,
        entity=entity_of(parsed.document.id, kind, who.name),
    )


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
    if len(order) < _TWO or not _opens(parsed, found[order[0]]):
        return {}
    first = told[order[0]]
    after = next((n for n in order[1:] if told[n].kind == "named_person"), None)
    if after is None or first.kind not in {"unnamed_person", "unnamed_official"} or first.plural:
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
    kinds = {who.kind, second.kind}
    kind: SourceKind = "named_person" if "named_person" in kinds else who.kind or "organization"
    return Described(kind, f"{who.name} and {second.name}", plural=True)


def _resolved(who: Described, asked: Asked, names: Names, own: str | None) -> Described:
    if who.pronoun:
        found = pronouns.resolved(who, asked, names)
        pointing = found.definite and not found.pronoun and found.kind in _ROLES
        return _described(found, asked, names) if pointing else found
    if own is not None and who.name[:1].isupper() and _own_name(own, names) == who.name:
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
        return _body(who, asked, names)
    pointing = who.definite or who.kind == "sensor" or who.head in _callers()
    if who.kind is None or not pointing:
        return who
    if who.definite and who.kind == "unnamed_document" and who.head in _outlet_nouns():
        return _paper(who, asked, names)
    return _printed(who, asked, names, own) or _described(who, asked, names)


def _printed(who: Described, asked: Asked, names: Names, own: str | None) -> Described | None:
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
    return Described("outlet", _own_name(own, names))


def _own_name(own: str, names: Names) -> str:
    """The outlet of the document itself, as its text calls it: "the Herald"."""
    told = [n for n in sorted(names.sorts) if f" {own} ".find(f" {n} ") >= 0]
    return max(told, key=len) if told else own


def _paper(who: Described, asked: Asked, names: Names) -> Described:
    """The newspaper that "the paper" is, unless a paper that is a document was told of."""
    known = asked.known
    documents = [k for k in known if k.who.kind == "unnamed_document" and k.who.head == who.head]
    printed = {names.body(n) for n in names.outlets}
    if not documents and not who.modifiers and len(printed) == 1:
        return Described("outlet", printed.pop())
    told = [k.who for k in known if k.who.kind == "outlet"]
    if not documents and not who.modifiers and len({k.name for k in told}) == 1:
        return told[-1]
    return _described(who, asked, names)


def _sorted(who: Described, names: Names) -> Described:
    """Let all that the document says of a name overrule the parser's label."""
    if who.kind != "outlet" and who.name[:1].isupper() and " " not in who.name:
        full = names.person(who.name, who.gender)
        if full != who.name and names.sort(full) == "person":
            return Described("named_person", full)
    if who.kind not in {"named_person", "organization"} or not who.name[:1].isupper():
        return who
    if who.head and (who.kind == "named_person" or who.head in _body_heads()):
        return who
    full = names.person(who.name, who.gender)
    sort = names.sort(who.name)
    if who.kind == "organization" and sort == "person":
        return Described("named_person", full)
    if who.kind == "named_person" and sort == "body":
        body = names.body(who.name)
        return Described("outlet" if body in names.outlets else "organization", body, head="")
    return who


def _body(who: Described, asked: Asked, names: Names) -> Described:
    if any(c.isupper() for c in who.name) and who.head not in _body_heads():
        full, person = names.body(who.name), names.person(who.name)
        if full == who.name != person and names.sort(person) != "body":
            return Described("named_person", person)
        outlet = full in names.outlets or who.kind == "outlet" or is_outlet(full)
        return replace(who, name=full, kind="outlet" if outlet else "organization")
    return _general_body(who, asked, names)


def _general_body(who: Described, asked: Asked, names: Names) -> Described:
    """Give the body that a noun points back to: "the ministry", "the newspaper"."""
    known = asked.known
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
    only = _only_body(who, known)
    return _fuller(who, asked) if only == who else only


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


def _described(who: Described, asked: Asked, names: Names) -> Described:
    """The earlier source that a description points back to, or the one person of that role."""
    known = asked.known
    earlier = [k.who for k in known if _matches(k.who, who)]
    if len({e.name.casefold() for e in earlier}) == 1:
        return earlier[0]
    exact = [e for e in earlier if e.modifiers == who.modifiers]
    if len({e.name.casefold() for e in exact}) == 1:
        return exact[0]
    if earlier:
        return who
    if not who.plural:
        found = _of_role(who, known, names)
        if found != who:
            return found
        if who.head in _callers() and who.definite and not who.modifiers:
            unnamed = [k.who for k in known if _unnamed_person(k)]
            return unnamed[-1] if unnamed else who
    return _fuller(who, asked)


def _unnamed_person(known: Known) -> bool:
    return (
        known.credited
        and known.who.kind in {"unnamed_person", "unnamed_official"}
        and not known.who.plural
        and not known.who.pronoun
    )


def _fuller(who: Described, asked: Asked) -> Described:
    """The longer words by which the text told of the same before: "the safety board ... the board"."""
    longer = {
        k.who.name.casefold(): k.who
        for k in asked.told
        if k.who.head == who.head
        and k.who.plural == who.plural
        and who.modifiers <= k.who.modifiers
        and who.name != k.who.name
        and len(k.who.name) > len(who.name)
    }
    if len(longer) != 1:
        return who
    (full,) = longer.values()
    return replace(full, definite=True)


@lru_cache(maxsize=1)
def _callers() -> frozenset[str]:
    return frozenset(load("sources")["source"]["nouns"])


def _of_role(who: Described, known: Sequence[Known], names: Names) -> Described:
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
