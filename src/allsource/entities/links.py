"""What joins the mentions of a case, how surely, and by which words?

A record that names a party in full is linked to that party. A short name, an acronym, another name that a text gives, or a name
that several parties have is linked to the only one that may be meant: in its own document, else among the
documents that share an origin with it, else in the case. Where several may be meant nothing is joined, and all are told as
undecided. A byname is followed into another document only where that names somebody else of the first one, and not the
bearer by another name. Full names that are spelled in two ways are compared by ``match``: below its probability of merging they are
undecided. Probabilities of the rules are stated in ``vocab/identity.yaml``.

It fails where the only bearer in hand is not the one that is meant.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from allsource.entities.bearers import Bearer, Names, stands_for_place
from allsource.entities.judgements import MERGE, Verdict
from allsource.entities.keys import keys_of
from allsource.entities.match import SAME, Party, match
from allsource.entities.name import read_name
from allsource.entities.plain import plain
from allsource.entities.records import Record
from allsource.entities.stated_names import Stated
from allsource.errors import UsageError
from allsource.model.lineage import Passage
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["Link", "direct", "links"]

_MOST = 5
"""Parties of one name that are told as undecided, and ..."""
_CROWD = 20
"""... names that share a key, above which the key tells nothing."""
_SCHEMAS = {"person": "Person", "body": "Organization"}


@dataclass(frozen=True, slots=True)
class Link:
    """What the machine says of two: a record and a party, or two parties.

    Args:
        left: id of a record or party.
        right: id of a party.
        verdict: positive, negative or unsure.
        probability: that they are one.
        why: in words.
        passages: that show it.
    """

    left: str
    right: str
    verdict: Verdict
    probability: float
    why: str
    passages: tuple[Passage, ...]


def links(
    found: Sequence[Record],
    parties: Sequence[Bearer],
    names: Names,
    family: Mapping[str, str],
    common: Collection[str] = (),
) -> tuple[Link, ...]:
    """Link the records of a case to its parties.

    Args:
        found: records.
        parties: whom they name in full.
        names: of the case.
        family: documents that share an origin have one value; one that is missing stands alone.
        common: words that the case writes without a capital too: as short names they are
            followed among documents that share an origin only.

    Returns:
        Links in order of ids.
    """
    case = _Case(found, parties, names, family, frozenset(common))
    by_id = {one.id: one for one in found}
    made = [
        *direct(found, parties),
        *(link for one in found for link in case.attached(one)),
        *_spelled(parties, names, by_id),
    ]
    return tuple(sorted(made, key=lambda one: (one.left, one.right, one.verdict)))


def _stated(key: str) -> float:
    found: float = load("identity")["probabilities"][key]
    return found


def direct(found: Sequence[Record], parties: Sequence[Bearer]) -> tuple[Link, ...]:
    """Link records to the parties that they name in full.

    Args:
        found: records.
        parties: with the ids of their records.
    """
    by_id = {one.id: one for one in found}
    return tuple(_direct(by_id[name], party) for party in parties for name in party.records)


def _direct(one: Record, party: Bearer) -> Link:
    why = f"it is written “{one.name}”"
    if party.key.startswith("place ") and one.located is not None:
        why += f"; {one.located.why}"
    elif party.mark:
        why += f" ({party.mark})"
    return Link(one.id, party.id, "positive", _stated("same_name"), why, _first(one))


def _first(one: Record) -> tuple[Passage, ...]:
    return (Passage(one.document, one.mentions[0].span),)


class _Case:
    """Finds whom a name may mean, from the nearest documents outwards."""

    def __init__(
        self,
        found: Sequence[Record],
        parties: Sequence[Bearer],
        names: Names,
        family: Mapping[str, str],
        common: frozenset[str],
    ) -> None:
        self._names, self._family, self._words = names, family, common
        self._of_key: dict[str, list[Bearer]] = defaultdict(list)
        self._direct = {name for party in parties for name in party.records}
        by_id = {one.id: one for one in found}
        self._spans: dict[tuple[str, str], Span] = {}
        self._by_id = {party.id: party for party in parties}
        self._in: dict[str, frozenset[str]] = {}
        for party in parties:
            for each in sorted(party.names):
                self._of_key[each].append(party)
            held = [by_id[name] for name in party.records]
            self._in[party.id] = frozenset(one.document for one in held)
            for one in held:
                at = one.mentions[0].span
                known = self._spans.get((party.id, one.document), at)
                self._spans[party.id, one.document] = min(at, known)
        self._named_in: dict[str, set[str]] = defaultdict(set)
        for party_id, documents in self._in.items():
            for each in documents:
                self._named_in[each].add(party_id)
        self._every = frozenset(self._named_in) | {one.document for one in found}
        kin: dict[str, set[str]] = defaultdict(set)
        for each, first in family.items():
            kin[first].add(each)
        self._kin = {first: frozenset(some) for first, some in kin.items()}
        self._places = [one for one in parties if one.key.startswith("place ")]

    def attached(self, one: Record) -> Iterator[Link]:
        """Give what is said of a record that names nobody in full."""
        if one.id in self._direct:
            return
        if one.role:
            yield from self._by_role(one)
            return
        may_be = self._may_be(one)
        for scope, reached in self._outwards(one):
            if scope == "case" and one.key in self._words:
                return
            some = [party for party in may_be if self._in[party.id] & reached]
            some += [
                party for party in may_be if party not in some and self._says(one, party, reached)
            ]
            if some:
                brought_in = self._brought_in(one, some) if scope == "document" else []
                some = brought_in or some
                yield from self._told(one, [*some, *self._namesakes(one, some, may_be)], scope)
                return

    def _namesakes(
        self, one: Record, some: Sequence[Bearer], may_be: Sequence[Bearer]
    ) -> list[Bearer]:
        """Give the people of the case whose surname a body bears: "Orlan" is hardly "Orlan Works" then."""
        alone = len(plain(one.name)) == 1 and not one.name.isupper()
        stated = any(self._statements(one, party) for party in some)
        if not alone or stated or any(party.kind != "body" for party in some):
            return []
        return [party for party in may_be if party.kind == "person"]

    def _by_role(self, one: Record) -> Iterator[Link]:
        """Link "the center" to the only body of its document that has the word in its name."""
        (noun, *more) = plain(one.name)
        some = [
            party
            for each in sorted(self._named_in[one.document])
            for party in (self._by_id[each],)
            if party.kind == "body" and noun in plain(party.name)
        ]
        if len(some) == 1 and not more:
            why = f"“{some[0].name}” is the only one in this document with “{one.name}” in its name"
            span = self._spans[some[0].id, one.document]
            shown = (*_first(one), Passage(one.document, span))
            probability = _stated("unique_in_document")
            yield Link(one.id, some[0].id, "positive", probability, why, shown)

    def _brought_in(self, one: Record, some: Sequence[Bearer]) -> list[Bearer]:
        """Give those whom the document has named in full before the short name stands there last."""
        last = one.mentions[-1].span.start
        return [
            party
            for party in some
            if (party.id, one.document) in self._spans
            and self._spans[party.id, one.document].start < last
        ]

    def _may_be(self, one: Record) -> list[Bearer]:
        fits = {p.id: p for full in self._names.fuller[one.key] for p in self._of_key[full]}
        fits |= {party.id: party for party in self._of_key[one.key]}
        if one.located is not None and stands_for_place(one, self._names):
            numbers = {f"place {place.number}" for place in one.located.candidates}
            fits = {party.id: party for party in self._places if party.key in numbers}
        some = [party for _, party in sorted(fits.items()) if self._agrees(one, party)]
        people = [party for party in some if party.kind == "person"]
        speaks = one.seen & {"titled", "source named_person"}
        return people if speaks and people else some

    def _agrees(self, one: Record, party: Bearer) -> bool:
        """Nothing that the document says of the bearer of the name speaks against the party."""
        if one.gender and party.gender and one.gender != party.gender:
            return False
        machine = bool(one.seen & {"vehicle", "weapon"})
        return not machine or party.kind not in {"person", "body"}

    def _outwards(self, one: Record) -> Iterator[tuple[str, frozenset[str]]]:
        yield "document", frozenset({one.document})
        yield "family", self._kin.get(self._family.get(one.document, ""), frozenset())
        yield "case", self._every

    def _statements(self, one: Record, party: Bearer) -> list[Stated]:
        found = [s for full in party.names for s in self._names.stated.get((one.key, full), ())]
        return sorted(found, key=lambda s: (s.document != one.document, s.document, s.span))

    def _says(self, one: Record, party: Bearer, reached: frozenset[str]) -> bool:
        return any(said.document in reached for said in self._statements(one, party))

    def _told(self, one: Record, some: Sequence[Bearer], scope: str) -> Iterator[Link]:
        if len(some) > 1:
            share = round(min(_stated("byname_elsewhere"), 1 / len(some)), 2)
            others = ", ".join(f"“{party.name}”" for party in some[:_MOST])
            why = f"{len(some)} may be called “{one.name}”: {others}"
            for party in some[:_MOST]:
                yield Link(one.id, party.id, "unsure", share, why, _first(one))
            return
        (party,) = some
        said = self._statements(one, party)
        where = {"document": "this document", "family": "the documents it shares an origin with"}
        why = f"“{party.name}” is the only one in {where.get(scope, 'the case')} that may be called “{one.name}”"
        passages = _first(one)
        if said:
            why = f"a text says that “{party.name}” is also “{said[0].other}”; {why}"
            passages = (Passage(said[0].document, said[0].span), _end(said[0]), *passages)
        probability = _stated(f"unique_in_{scope}")
        if said and not self._followed(one, party, said):
            probability = _stated("byname_elsewhere")
            why = f"{why}; but it is a byname, given in another document"
        verdict: Verdict = "positive" if probability >= MERGE else "unsure"
        yield Link(one.id, party.id, verdict, probability, why, passages)

    def _followed(self, one: Record, party: Bearer, said: Sequence[Stated]) -> bool:
        """A byname of another document is followed where the two have somebody else in common."""
        if any(each.sort == "alike" or each.document == one.document for each in said):
            return True
        if one.document in self._in[party.id]:
            return False
        givers = set().union(*(self._named_in[each.document] for each in said)) - {party.id}
        return bool(givers & self._named_in[one.document])


def _end(said: Stated) -> Passage:
    return Passage(said.document, said.other_span)


def _spelled(
    parties: Sequence[Bearer], names: Names, by_id: Mapping[str, Record]
) -> Iterator[Link]:
    """Compare full names that share a key, and part those that a text tells apart."""
    for one, other in _pairs(parties):
        shown = (*_first(by_id[one.records[0]]), *_first(by_id[other.records[0]]))
        if any((a, b) in names.apart for a in one.names for b in other.names):
            why = f"a text tells “{one.name}” and “{other.name}” apart"
            yield Link(one.id, other.id, "negative", _stated("told_apart"), why, shown)
            continue
        schema = _SCHEMAS.get(one.kind)
        if schema is None or one.kind != other.kind or one.key == other.key:
            continue
        try:
            found = match(Party(one.name), Party(other.name), schema)
        except UsageError:
            continue
        if found.probability >= SAME:
            verdict: Verdict = "positive" if found.probability >= MERGE else "unsure"
            reasons = [one.detail or one.feature for one in found.why]
            why = f"“{one.name}” against “{other.name}”: {'; '.join(reasons[:3])}"
            yield Link(one.id, other.id, verdict, found.probability, why, shown)


def _pairs(parties: Iterable[Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    """Give the pairs that ``match`` may find, in order: bodies that share a key, people one of their last names."""
    sharing: dict[int, list[Bearer]] = defaultdict(list)
    for party in parties:
        kind = "person" if party.kind == "person" else "organization"
        if party.kind in _SCHEMAS and len(plain(party.name)) > 1:
            read = [*keys_of(read_name(party.name, kind))][: len(plain(party.name))]
            telling = read[-1:] if party.kind == "person" else read
            for each in {found for part in telling for some in part for found in some}:
                sharing[each].append(party)
    pairs = {
        (one.id, other.id): (one, other)
        for some in sharing.values()
        if len(some) <= _CROWD
        for one, other in combinations(sorted(some, key=lambda p: p.id), 2)
    }
    for _, pair in sorted(pairs.items()):
        yield pair
