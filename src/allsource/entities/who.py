"""Who is who over a case?

Names are found in all documents (``mentioned``, ``stated_names``), become records, bearers and links, and the log of
judgements that follows from the links, with what people have said, gives the entities (``judgements.identities``). All is a
function of documents, claims and log: nothing is merged, and to take a judgement back restores what was before. A name
that may mean several is no entity and belongs to none; it is told as undecided. Sources without a name are not looked at.

It fails as its parts do; the pages of a case are taken to tell of one matter.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from allsource.entities.bearers import Bearer, bearers, left_over, name_id, read_names
from allsource.entities.judgements import Identities, Judgement, identities, standing
from allsource.entities.links import Link, direct, links
from allsource.entities.mentioned import Mentioned, mentioned
from allsource.entities.plain import key, plain
from allsource.entities.records import Record, records
from allsource.entities.short import short_words
from allsource.entities.stated_names import Stated, stated_names
from allsource.entities.unseen import sought
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.entity import CaseEntity, EntityMention, EntityName, EntityPlace, Undecided
from allsource.model.lineage import Passage

__all__ = ["MACHINE", "Cast", "who_is_who"]

_SMALL = re.compile(r"\b[a-z]{3,}\b")
MACHINE = "allsource names 1"
"""By whom the judgements of the machine are; the number rises when the rules change."""


@dataclass(frozen=True)
class Cast:
    """Who is who.

    Args:
        entities: those with most mentions first.
        undecided: pairs that await a person, the likeliest first.
        links: what the machine says, with the passages that show it.
        identities: which records and parties are one, from the whole log.
        records: by id.
        parties: by id.
        not_followed: judgements that stand and are not followed: against another one, or on a name that is gone.
        people: judgements by people that stand.
    """

    entities: tuple[CaseEntity, ...]
    undecided: tuple[Undecided, ...]
    links: tuple[Link, ...]
    identities: Identities
    records: Mapping[str, Record]
    parties: Mapping[str, Bearer]
    not_followed: tuple[Judgement, ...] = ()
    people: tuple[Judgement, ...] = ()

    @cached_property
    def of_name(self) -> Mapping[tuple[str, str], CaseEntity]:
        """The entity of each name in each document, by document and ``plain.key``."""
        at = {m.record: one for one in self.entities for m in one.mentions}
        return {
            (record.document, record.key): at[name]
            for name, record in self.records.items()
            if name in at
        }

    @property
    def judged(self) -> tuple[Judgement, ...]:
        """What the machine says, as judgements without a time."""
        return tuple(map(_judgement, self.links))

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[CaseEntity, ...]]:
        found: dict[str, dict[str, CaseEntity]] = defaultdict(dict)
        for (_, each), entity in self.of_name.items():
            found[each][entity.id] = entity
        return {each: tuple(some[name] for name in sorted(some)) for each, some in found.items()}

    def called(self, name: str) -> tuple[CaseEntity, ...]:
        """Give the entities that some document calls so; none where several are."""
        found = self._by_key.get(key(name), ())
        return found if len(found) == 1 else ()

    def named(self, document: str, name: str) -> CaseEntity | None:
        """Give the entity that a name stands for in a document."""
        return self.of_name.get((document, key(name)))


def who_is_who(
    documents: Sequence[Document],
    claims: Iterable[Claim],
    said: Iterable[Judgement] = (),
    family: Mapping[str, str] | None = None,
) -> Cast:
    """Find the entities of a case.

    Args:
        documents: of the case.
        claims: of the same case.
        said: judgements by people; those of the machine among them are left out, as they are made anew.
        family: documents that share an origin have one value.

    Example:
        >>> from allsource.claims.extract import extract
        >>> texts = ("Nadia Vell runs the dock. Vell said it was full.", "Vell said the dock was closed.")
        >>> pages = [Document(f"doc_{n}", "", f"{n}.txt", text, "text") for n, text in enumerate(texts)]
        >>> cast = who_is_who(pages, [claim for page in pages for claim in extract(page)])
        >>> [(one.name, len({m.document for m in one.mentions})) for one in cast.entities]
        [('Nadia Vell', 2)]
    """
    documents = sorted(documents, key=lambda one: one.id)
    found = mentioned(claims)
    stated = [said for page in documents for said in stated_names(page, found.get(page.id, ()))]
    found = sought(documents, found, _sought(found, stated))
    people = [one for one in said if not one.machine]
    apart = [pair for pair, one in standing(people).items() if one.verdict == "negative"]
    names = read_names(records(documents, found), stated, apart)
    full = [each for each, fuller in names.fuller.items() if not fuller]
    short = {w for each in full for w in short_words(names.written[each], names.kinds[each])}
    found = sought(documents, found, (), short)
    made = records(documents, found)
    names = read_names(made, stated, apart)
    parties = bearers(made, names)
    joined = links(made, parties, names, family or {}, _common(documents))
    others = left_over(made, {one.left for one in joined})
    parties, joined = (*parties, *others), (*joined, *direct(made, others))
    log = [*map(_judgement, joined), *people]
    ids = {one.id for one in made} | {one.id for one in parties}
    together = identities(ids, [one for one in log if set(one.pair) <= ids])
    said_apart = {name_id(each) for each in names.written}
    gone = [one for pair, one in standing(people).items() if not set(pair) <= ids | said_apart]
    return _Casting(made, parties, joined, together, people, stated, gone).cast()


def _sought(found: Mapping[str, Sequence[Mentioned]], stated: Iterable[Stated]) -> Iterator[str]:
    """Give the names that are looked for in all texts: those of two words, and those that a text gives."""
    for some in found.values():
        for one in some:
            if len(plain(one.name)) > 1:
                yield one.name
    for told in stated:
        yield from (told.name, told.other)


def _common(documents: Iterable[Document]) -> frozenset[str]:
    """Give the words that the texts write without a capital."""
    return frozenset(word for page in documents for word in _SMALL.findall(page.text))


def _shown(first: Bearer, held: Sequence[Record]) -> str:
    """Choose by which name a party goes: its longest; a person without an office before it, where a text says so."""
    if first.kind != "person":
        return first.name
    whole = plain(first.name)
    bare = [one.name for one in held if 1 < len(plain(one.name)) < len(whole) and _ends(whole, one)]
    return min(bare, key=lambda name: (len(plain(name)), name), default=first.name)


def _ends(whole: Sequence[str], one: Record) -> bool:
    last = plain(one.name)
    return tuple(whole[-len(last) :]) == last


def _judgement(link: Link) -> Judgement:
    return Judgement(
        link.left,
        link.right,
        link.verdict,
        MACHINE,
        "",
        machine=True,
        probability=link.probability,
        why=link.why,
    )


@dataclass(frozen=True)
class _Casting:
    """Puts entities together from what is one."""

    found: Sequence[Record]
    parties: Sequence[Bearer]
    joined: Sequence[Link]
    together: Identities
    people: Sequence[Judgement]
    stated: Sequence[Stated]
    gone: Sequence[Judgement]
    by_record: dict[str, Record] = field(default_factory=dict)
    by_party: dict[str, Bearer] = field(default_factory=dict)

    @cached_property
    def ends(self) -> frozenset[tuple[str, str]]:
        """Pairs that the machine links."""
        return frozenset((link.left, link.right) for link in self.joined)

    @cached_property
    def by_other(self) -> Mapping[str, Sequence[Stated]]:
        """What texts say, by the key of the other name."""
        found: dict[str, list[Stated]] = defaultdict(list)
        for one in self.stated:
            if one.sort != "apart":
                found[key(one.other)].append(one)
        return found

    def cast(self) -> Cast:
        self.by_record.update((one.id, one) for one in self.found)
        self.by_party.update((one.id, one) for one in self.parties)
        judged = {end for pair in standing(self.people) for end in pair}
        made = [self._entity(some) for some in self.together.parties if self._exists(some, judged)]
        order = sorted(made, key=lambda one: (-len(one.mentions), one.name, one.id))
        return Cast(
            tuple(order),
            tuple(self._undecided(order)),
            tuple(self.joined),
            self.together,
            self.by_record,
            self.by_party,
            (*(one.judgement for one in self.together.conflicts), *self.gone),
            tuple(standing(self.people).values()),
        )

    def _exists(self, some: Sequence[str], judged: set[str]) -> bool:
        """A party named in full, or records that a person spoke of."""
        return any(one in self.by_party for one in some) or bool(judged & set(some))

    def _entity(self, some: Sequence[str]) -> CaseEntity:
        parties = [self.by_party[one] for one in some if one in self.by_party]
        held = [self.by_record[one] for one in some if one in self.by_record]
        first = min(parties, key=lambda one: (-len(one.name), one.name, one.id), default=None)
        mentions = sorted(
            (
                EntityMention(m.document, m.span, m.text, one.id)
                for one in held
                for m in one.mentions
            ),
            key=lambda m: (m.document, m.span),
        )
        name = _shown(first, held) if first else min(one.name for one in held)
        return CaseEntity(
            first.id if first else held[0].id.replace("rec_", "ent_"),
            first.kind if first else "unknown",
            name,
            tuple(self._names(name, parties, held)),
            tuple(mentions),
            tuple(_places(held)) if first is not None and first.kind == "place" else (),
        )

    def _names(
        self, first: str, parties: Sequence[Bearer], held: Sequence[Record]
    ) -> Iterator[EntityName]:
        full = {each for party in parties for each in party.names}
        by_text: dict[str, list[Record]] = defaultdict(list)
        for one in held:
            by_text[one.name].append(one)
        for text, some in sorted(by_text.items(), key=lambda row: (row[0] != first, row[0])):
            shown = tuple(Passage(one.document, one.mentions[0].span) for one in some)
            said = [each for each in self.by_other.get(some[0].key, ()) if key(each.name) in full]
            if some[0].key in full:
                alone = len(parties) == 1 or text == first
                yield EntityName(text, "full" if alone else "judged", shown)
            elif said:
                passages = [Passage(e.document, s) for e in said for s in (e.span, e.other_span)]
                yield EntityName(text, "stated", tuple(dict.fromkeys(passages)))
            else:
                linked = any((one.id, party.id) in self.ends for one in some for party in parties)
                yield EntityName(text, "short" if linked else "judged", shown)

    def _undecided(self, made: Sequence[CaseEntity]) -> Iterator[Undecided]:
        entity = {m.record: one for one in made for m in one.mentions}
        at = {one: some for some in self.together.parties for one in some}
        of_party = {
            one: entity[other] for one in self.by_party for other in at[one] if other in entity
        }
        told: dict[tuple[str, str], Undecided] = {}
        for one in self.together.undecided:
            if one.machine and any(end in entity for end in one.pair if end in self.by_record):
                continue  # it is somebody's by now
            ends = [self._end(each, of_party, entity) for each in (one.left, one.right)]
            (left, left_name), (right, right_name) = ends
            if left != right:
                pair = Undecided(left, left_name, right, right_name, one.probability, one.why)
                told.setdefault((left, right), pair)
        yield from sorted(
            told.values(),
            key=lambda one: (-(one.probability or 1.0), one.left_name, one.left, one.right),
        )

    def _end(
        self, each: str, of_party: Mapping[str, CaseEntity], entity: Mapping[str, CaseEntity]
    ) -> tuple[str, str]:
        known = of_party.get(each) or entity.get(each)
        return (known.id, known.name) if known else (each, self.by_record[each].name)


def _places(held: Sequence[Record]) -> Iterator[EntityPlace]:
    """Give the places that all records of an entity leave."""
    left = [one.located.candidates for one in held if one.located is not None]
    alike = [place for place in left[0] if all(place in some for some in left)] if left else []
    for place in alike or sorted({p for some in left for p in some}, key=lambda p: p.number):
        yield EntityPlace(place.name, place.state, place.latitude, place.longitude)
