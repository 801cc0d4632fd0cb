"""From which document does a document derive, and how?

Candidates come from shared features and from credits; each is scored
(``belief``), directed by date or by who credits whom, and a document keeps the
parents that explain something that no better parent explains. Pages in two
languages are scored by the marks that outlive a translation (``translation``). Where neither
date nor credit tells the direction, the hop runs towards the first by id and
its probability is at most one half: it says that the two are not independent,
and no claim is followed along it. Equal texts are one strand (``copies``); the later
reading of an edited file is a revision of the earlier.

It fails where a page rewrites another in its own words without figures, names
the outlet only by description, or where the true parent is not in hand.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from allsource.lineage import belief, grounds
from allsource.lineage.chronology import earlier
from allsource.lineage.credits import Credit, How, address, links, named_day, revises
from allsource.lineage.derivation import FOLLOWED, Derivation, hop_id
from allsource.lineage.features import Features, bits
from allsource.lineage.grounds import why
from allsource.lineage.joined import joined
from allsource.lineage.loops import rings, uncut
from allsource.lineage.outlets import same_outlet
from allsource.lineage.reuse import Shared, shared
from allsource.lineage.rewording import Closest, closest
from allsource.lineage.translation import Kept, kept, score, two_languages
from allsource.model.document import Document
from allsource.model.lineage import Hop, HopEvidence, Loop, Passage
from allsource.model.span import Span

__all__ = [
    "FOLLOWED",
    "LEAST",
    "Derivation",
    "Traced",
    "hop_id",
    "traced_hops",
    "why",
]

LEAST = 0.3
"""Hops less probable than this are not told."""

_MOST_PARENTS = 4
_TELLING = 8
"""Words in a row that are rarely shared by chance; so many are one thing explained."""

_FRESH = 4.0
"""A further parent explains so much that no stronger one does (see ``_weight``)."""

_READ = 0.99
"""That the later reading of an edited file, which kept a passage of it, is its new version."""

_MOSTLY = 0.2
"""So much of the shorter reading stays where no long passage does."""

_UNTOLD = -0.2
"""A title that does not tell which document is meant carries no hop to a half by itself."""

_Item = tuple[str, float]
"""Something of a child that a parent explains: what sort, and its value or place."""

Kind = Literal["quotation", "primary_source", "revision", "rewrite", "translation"]


@dataclass(frozen=True, slots=True)
class Traced:
    """Hops between documents, and the rings in which they credit each other.

    Args:
        hops: those of at least ``LEAST``, without loops, sorted by child and parent.
        loops: one for each hop or credit that was cut because it would have closed a ring.
    """

    hops: tuple[Derivation, ...]
    loops: tuple[Loop, ...]


@dataclass(frozen=True, slots=True)
class _Circumstances:
    """What is known of two documents beside what they share."""

    one_outlet: bool
    revises: bool
    names_day: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    child: Features
    parent: Features
    shared: Shared
    near: Closest | None
    across: Kept | None
    credit: Credit | None
    revision: Span | None
    day: Span | None
    score: float
    dated: bool

    @property
    def directed(self) -> bool:
        return self.dated or self.credit is not None


def traced_hops(
    strands: Sequence[Sequence[Features]], credited: Mapping[str, Sequence[Credit]]
) -> Traced:
    """Find the hops between documents in hand, and where they run in rings.

    Args:
        strands: documents of equal words, originals first (see ``copies.strands``).
        credited: what each document, by id, credits.

    Returns:
        Hops of at least ``LEAST``, without rings, sorted by child and parent, and the rings.
    """
    originals = [strand[0] for strand in strands]
    by_child: dict[str, list[_Candidate]] = defaultdict(list)
    against: list[_Candidate] = []
    edited = {derivation.ends: derivation for derivation in _edited(strands)}
    for one, other in joined(originals, credited):
        ends = (one.document.id, other.document.id)
        if ends in edited or ends[::-1] in edited:
            continue
        candidate = _candidate(one, other, credited)
        if belief.probability(candidate.score) >= LEAST:
            by_child[candidate.child.document.id].append(candidate)
            against += _turned(candidate, credited)
    chosen = [one for some in by_child.values() for one in _kept(some)]
    found = [_derivation(one) for one in chosen]
    kept, loops = uncut([*found, *edited.values(), *_reposts(strands, credited)])
    back = rings((_derivation(one) for one in against if not _answered(one, chosen)), kept)
    ordered = tuple(sorted(kept, key=lambda one: (one.hop.child, one.hop.parent)))
    return Traced(ordered, (*loops, *back))


def _candidate(
    first: Features, second: Features, credited: Mapping[str, Sequence[Credit]]
) -> _Candidate:
    """Direct and score a pair; ``first`` is the earlier by rank."""
    forward = _credit(second, first.document, credited)
    order = earlier(first.document, second.document)
    if order is None and forward is None:
        backward = _credit(first, second.document, credited)
        order = False if backward is not None else None
    child, parent = (first, second) if order is False else (second, first)
    return _scored(child, parent, credited, dated=order is not None)


def _turned(
    candidate: _Candidate, credited: Mapping[str, Sequence[Credit]]
) -> Iterator[_Candidate]:
    """Give a pair the other way round where the parent credits the child too."""
    credit = _credit(candidate.parent, candidate.child.document, credited)
    if credit is not None and credit.how != "mention":
        turned = _scored(candidate.parent, candidate.child, credited, dated=False)
        if turned.credit is not None and belief.probability(turned.score) >= LEAST:
            yield turned


def _answered(turned: _Candidate, chosen: Iterable[_Candidate]) -> bool:
    """Say whether a credit against time means another document of the same outlet, more probably."""
    return any(
        one.child.document.id == turned.child.document.id
        and one.score >= turned.score
        and _one_outlet(one.parent.document, turned.parent.document)
        for one in chosen
    )


def _scored(
    child: Features, parent: Features, credited: Mapping[str, Sequence[Credit]], *, dated: bool
) -> _Candidate:
    """Score a pair whose direction is given."""
    credit = _credit(child, parent.document, credited)
    found, near = shared(child, parent), closest(child, parent)
    across = kept(child, parent) if two_languages(child, parent) else None
    own = _one_outlet(child.document, parent.document)
    revision = revises(child.document) if own else None
    if credit is not None and credit.document is None and not _substantial(found, near, across):
        credit = None
    day = named_day(child.document, parent.document) if credit or revision else None
    circumstances = _Circumstances(own, revision is not None, day is not None)
    total = _total(found, near, across, credit.how if credit else None, circumstances)
    return _Candidate(child, parent, found, near, across, credit, revision, day, total, dated=dated)


def _total(
    found: Shared, near: Closest | None, across: Kept | None, how: How | None, told: _Circumstances
) -> float:
    """Score what two pages share, of two languages by their marks where no passage is shared."""
    if how == "short title":
        least = _total(found, near, across, None, told)
        return max(least, min(_total(found, near, across, "title", told), _UNTOLD))
    total = belief.score(
        found, near, how,
        same_outlet=told.one_outlet, revises=told.revises, names_day=told.names_day,
    )  # fmt: skip
    if across is None:
        return total
    marked = score(across) + belief.credited(how, names_day=told.names_day)
    return max(marked, total) if found.tiles or told.revises else marked


def _substantial(found: Shared, near: Closest | None, across: Kept | None) -> bool:
    """Say whether two documents share enough for a credit to mean this document: not names alone."""
    if across is not None and across.bits >= _FRESH:
        return True
    told = found.longest >= _TELLING or found.quotes or found.figure_bits >= 1.5
    return bool(told or (near and near.strength >= grounds.TOLD))


def _one_outlet(one: Document, other: Document) -> bool:
    return bool(one.outlet and other.outlet and same_outlet(one.outlet, other.outlet))


def _credit(
    child: Features, parent: Document, credited: Mapping[str, Sequence[Credit]]
) -> Credit | None:
    """Give the strongest way in which a document names another one or its outlet."""
    place = links(child.document).get(address(parent.url)) if parent.url else None
    if place is not None:
        return Credit(parent.label, "link", place)
    named = [
        credit
        for credit in credited.get(child.document.id, ())
        if credit.document == parent.id or (credit.document is None and _means(credit, parent))
    ]
    return max(named, key=lambda c: (belief.CREDIT[c.how], -c.span.start), default=None)


def _means(credit: Credit, parent: Document) -> bool:
    """Say whether the outlet that is credited is that of a document."""
    named = credit.how not in belief.TITLED and parent.outlet
    return bool(named and same_outlet(credit.name, named))


def _kept(found: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Keep the parents of one child that explain what no stronger parent explains."""
    explained: set[_Item] = set()
    kept = 0
    for candidate in sorted(found, key=_strength):
        items = _items(candidate)
        fresh = items - explained
        if kept < _MOST_PARENTS and (not kept or _weight(fresh) >= _FRESH):
            explained |= items
            kept += 1
            yield candidate


def _strength(candidate: _Candidate) -> tuple[bool, float, str]:
    return (not candidate.directed, -round(candidate.score, 6), candidate.parent.document.id)


def _items(candidate: _Candidate) -> set[_Item]:
    """Give what a parent explains of its child: words, quotations, figures, the credit."""
    found = candidate.shared
    taken: set[_Item] = {("quotation", tile.at) for tile in found.quotes}
    taken.update(("figure", value) for value, _, _ in found.figures)
    taken.update(
        ("passage", (tile.at + step) // _TELLING)
        for tile in found.tiles
        for step in range(0, tile.words - _TELLING + 1, _TELLING)
    )
    if candidate.across is not None:
        marks = (*candidate.across.numbers, *candidate.across.dates, *candidate.across.names)
        taken.update(("mark", mine.start) for mine, _ in marks)
    if candidate.near is not None and candidate.near.strength >= grounds.TOLD:
        taken.add(("sentence", candidate.near.child.start))
    if candidate.credit is not None:
        named = candidate.credit.document
        taken.add((f"credit to {named or candidate.parent.document.outlet}", 0.0))
        if candidate.day is not None:
            taken.add(("day", candidate.day.start))
        if named is not None:
            taken.add((f"title of {named}", 0.0))
    return taken


def _weight(items: set[_Item]) -> float:
    """Weigh what is explained: bits of figures, one for eight words and for a mark, three for the rest."""
    return sum(
        {"figure": bits(value), "passage": 1.0, "mark": 1.0}.get(kind, 3.0) for kind, value in items
    )


def _derivation(candidate: _Candidate) -> Derivation:
    tie = belief.probability(candidate.score)
    ends = candidate.child.document.id, candidate.parent.document.id
    hop = _hop(ends, _kind(candidate), tie, _evidence(candidate), directed=candidate.directed)
    return Derivation(hop, tie, candidate.directed, candidate.dated)


def _hop(
    ends: tuple[str, str],
    kind: Kind,
    tie: float,
    evidence: tuple[HopEvidence, ...],
    *,
    directed: bool,
) -> Hop:
    value = tie if directed else min(tie, FOLLOWED)
    return Hop(*ends, kind, value, seen=True, evidence=evidence, id=hop_id(*ends, kind))


def _kind(candidate: _Candidate) -> Kind:
    """Name the way of derivation, in the words of the contract."""
    if candidate.revision is not None:
        return "revision"
    if candidate.across is not None:
        return "translation"
    if candidate.shared.contained >= 0.3:
        return "quotation"
    if candidate.credit is not None and candidate.credit.document is not None:
        return "primary_source"
    if candidate.credit is not None and candidate.shared.figure_bits < 4.0:
        return "quotation"
    return "rewrite"


def _evidence(candidate: _Candidate) -> tuple[HopEvidence, ...]:
    """Show why: the credit first, then what is shared, with places on both sides."""
    child, parent = candidate.child.document.id, candidate.parent.document.id
    found: list[HopEvidence] = []
    if candidate.revision is not None:
        found.append(HopEvidence("names the outlet", (Passage(child, candidate.revision),)))
    found += grounds.named(child, candidate.credit, candidate.day)
    if candidate.across is not None and not candidate.shared.tiles:
        return (*found, *grounds.translated(child, parent, candidate.across))
    found += grounds.shown(child, parent, candidate.shared, candidate.near)
    return tuple(found)


def _reposts(
    strands: Sequence[Sequence[Features]], credited: Mapping[str, Sequence[Credit]]
) -> Iterator[Derivation]:
    """Give the hop from each repost to the original of its strand."""
    for original, *reposts in strands:
        for repost in reposts:
            credit = _credit(repost, original.document, credited)
            dated = bool(earlier(original.document, repost.document))
            directed = dated or credit is not None
            ends = repost.document.id, original.document.id
            evidence = (
                *grounds.named(repost.document.id, credit),
                *grounds.whole(repost, original),
            )
            edited = repost.document.replaces == original.document.id
            if edited:
                evidence = (grounds.edited(repost.document, original.document), *evidence)
            kind: Kind = "revision" if edited else "quotation"
            hop = _hop(ends, kind, 0.9999, evidence, directed=directed or edited)
            yield Derivation(hop, 0.9999, directed or edited, dated or edited)


def _edited(strands: Sequence[Sequence[Features]]) -> Iterator[Derivation]:
    """Give the hop from each later reading of a file to the earlier, where a passage is left."""
    place = {f.document.id: (f, strand[0]) for strand in strands for f in strand}
    for later, first in place.values():
        former, other = place.get(later.document.replaces or "", (None, first))
        if former is None or other is first:
            continue  # equal words are told by ``_reposts``
        found = shared(later, former)
        if found.longest >= _TELLING or found.covered >= _MOSTLY:
            ends = later.document.id, former.document.id
            shown = (grounds.edited(later.document, former.document),)
            evidence = (*shown, *grounds.shown(*ends, found, None))
            hop = _hop(ends, "revision", _READ, evidence, directed=True)
            yield Derivation(hop, _READ, directed=True, dated=True)
