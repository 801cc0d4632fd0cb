"""Where did the claims of a case come from?

Features of each document give strands of equal text, hops between documents and
from documents to reports that are not in hand; along those, claims descend from
claims; each claim gets its root; claims on one thing form clusters, and each
cluster says how many independent roots stand behind it and why. The order of
the input never matters; loops are cut by time and then by id.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from allsource.lineage.clusters import about, clustered
from allsource.lineage.copies import strands
from allsource.lineage.credits import credits_of
from allsource.lineage.descent import descents
from allsource.lineage.drift import drifts
from allsource.lineage.families import Families
from allsource.lineage.features import features
from allsource.lineage.hops import FOLLOWED, hop_id, traced_hops
from allsource.lineage.houses import Houses
from allsource.lineage.independence import Trace, affirming
from allsource.lineage.inheritance import inherited
from allsource.lineage.parallels import parallels
from allsource.lineage.related import related
from allsource.lineage.reports import CARRIED, reports
from allsource.lineage.roots import Origin, Origins
from allsource.lineage.statements import sayings
from allsource.lineage.things import principal
from allsource.lineage.titled import Titles
from allsource.lineage.weighing import Matter, Weighed, weighed
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.ids import content_id
from allsource.model.lineage import (
    Cluster,
    Drift,
    Hop,
    HopEvidence,
    Lineage,
    Passage,
    Relation,
    Reliability,
    Root,
)

__all__ = ["trace"]


def trace(documents: Sequence[Document], claims: Sequence[Claim]) -> Lineage:
    """Trace the claims of a case to their roots.

    Reach for it once all documents are read: lineage is a property of the whole folder.

    Args:
        documents: all documents of the case, those without claims too.
        claims: all their claims.

    Returns:
        Hops (documents first), clusters (earliest first), drift, how claims differ, and the rings
        in which documents rest on each other.

    Example:
        >>> from allsource.model.document import Document
        >>> wire = "LISBON, 4 May (Dock Wire) - The yard delivered 40 boats in the month of May."
        >>> page = Document("doc_1", "1", "a.txt", wire, "text", outlet="Harbour Post")
        >>> [(hop.kind, hop.seen, hop.evidence[0].why) for hop in trace([page], []).hops]
        [('quotation', False, 'agency tag')]
    """
    documents = sorted(documents, key=lambda document: document.id)
    claims = sorted(set(claims), key=lambda claim: (claim.document.id, claim.id))
    return _Case(documents, claims).lineage()


@dataclass(frozen=True, slots=True)
class _Rooted:
    claim: Claim
    origin: Origin
    path: float


class _Case:
    """One tracing of one case: what each step found, for the next."""

    def __init__(self, documents: Sequence[Document], claims: Sequence[Claim]) -> None:
        self.claims = claims
        self.by_id = {claim.id: claim for claim in claims}
        self.by_document: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self.by_document[claim.document.id].append(claim)
        outlets = sorted({document.outlet for document in documents if document.outlet})
        credited = {d.id: credits_of(d, self.by_document[d.id], outlets) for d in documents}
        self.strands = strands([features(document) for document in documents], credited)
        titles = Titles(original.document for original, *_ in self.strands)
        self.credited = {d.id: (*credited[d.id], *titles.credits(d)) for d in documents}
        self.traced = traced_hops(self.strands, self.credited)
        self.derivations = self.traced.hops
        self.said, self.weights = sayings(claims)
        joined = descents(self.derivations, self.by_document, self.said, self.weights)
        self.reports = tuple(reports(documents, self.credited))
        rests_on = {r.document.id: r.outlet for r in self.reports if r.probability > CARRIED}
        self.origins = Origins(claims, documents, joined, rests_on)
        self.descents = self.origins.retold()
        self.ancestry = self._ancestries(documents)
        told_alike = parallels(self.derivations, self.by_document, self.said, self.weights)
        self.groups = clustered(claims, self.descents, self.said, told_alike)
        kin = Families((document.id for document in documents), self.derivations)
        self.inherited = inherited(
            self.groups, self.said, lambda claim: self.origins.of(claim)[0], kin
        )
        self.reposts = {f.document.id for _, *copies in self.strands for f in copies}

    def lineage(self) -> Lineage:
        """Put together all that was found."""
        rooted = [self._rooted(claim) for claim in self.claims]
        hops = [
            *(one.hop for one in self.derivations),
            *(report.hop() for report in self.reports),
            *(one.hop for one in self.descents),
            *self._inheritances(),
            *_to_roots(one for one in rooted if self._first_hand(one.claim)),
        ]
        relations = related(self.groups, self.said, self.weights)
        return Lineage(
            tuple(hops),
            tuple(self._clusters(rooted, relations)),
            tuple(self._drifts()),
            relations,
            self.traced.loops,
        )

    def _rooted(self, claim: Claim) -> _Rooted:
        """Give a claim's root, its family's where it has lost its own."""
        if claim.id not in self.inherited:
            return _Rooted(claim, *self.origins.of(claim))
        one = self.inherited[claim.id]
        path = round(one.step * self.origins.of(one.holder)[1], 4)
        return _Rooted(claim, one.origin, path)

    def _inheritances(self) -> Iterator[Hop]:
        """Give the hops to pages of the family whose root a claim has, where no descent is told."""
        told = {(one.hop.child, one.hop.parent) for one in self.descents}
        for _, one in sorted(self.inherited.items()):
            ends = one.claim.id, one.holder.id
            if one.claim.document is not one.holder.document and ends not in told:
                yield one.hop()

    def _ancestries(self, documents: Sequence[Document]) -> dict[str, frozenset[str]]:
        """Give each document's ancestors, and the unseen reports it rests on."""
        parents: dict[str, list[str]] = defaultdict(list)
        for one in self.derivations:
            parents[one.hop.child].append(one.hop.parent)
        reports: dict[str, list[str]] = defaultdict(list)
        for report in self.reports:
            if report.probability > FOLLOWED:
                reports[report.document.id].append(f"report:{report.outlet}")
        return {document.id: _reach(document.id, parents, reports) for document in documents}

    def _clusters(
        self, rooted: Sequence[_Rooted], relations: Sequence[Relation]
    ) -> Iterator[Cluster]:
        found = {one.claim.id: one for one in rooted}
        model = self._weighed(found, relations)
        for group, stand in zip(self.groups, model.standings, strict=True):
            members = [found[claim.id] for claim in group]
            quantity = principal(group[0])
            names = tuple(claim.id for claim in group)
            measure = quantity.measure if quantity else None
            subject = about(group, self.said)
            yield Cluster(
                content_id("clu", measure, subject, names),
                measure,
                subject,
                names,
                _roots(members, model.records),
                stand.effective,
                stand.interval,
                stand.status,
                stand.why,
                stand.probability,
                stand.credibility,
            )

    def _weighed(self, found: Mapping[str, _Rooted], relations: Sequence[Relation]) -> Weighed:
        """Weigh the clusters, those that cannot both hold against each other."""
        at = {claim.id: place for place, group in enumerate(self.groups) for claim in group}
        traces = [[self._trace(found[claim.id]) for claim in group] for group in self.groups]
        against: dict[int, set[int]] = defaultdict(set)
        for relation in relations:
            one, other = at[relation.one], at[relation.other]
            if relation.kind in ("conflict", "denial") and one != other:
                against[one].add(other)
                against[other].add(one)
        matters = [
            Matter(
                traces[place],
                [trace for other in sorted(against[place]) for trace in affirming(traces[other])],
                any(claim.stance.status in ("expected", "conditional") for claim in group),
            )
            for place, group in enumerate(self.groups)
        ]
        return weighed(matters, Houses((one.claim, one.origin) for one in found.values()))

    def _trace(self, one: _Rooted) -> Trace:
        return Trace(
            one.claim,
            one.origin,
            one.path,
            self._step(one.claim),
            self._first_hand(one.claim),
            one.claim.document.id in self.reposts,
            self.ancestry[one.claim.document.id],
            not self.said[one.claim.id].denies,
        )

    def _step(self, claim: Claim) -> float:
        if claim.id in self.inherited:
            return self.inherited[claim.id].step
        return self.origins.step(claim)

    def _first_hand(self, claim: Claim) -> bool:
        return claim.id not in self.inherited and self.origins.first_hand(claim)

    def _drifts(self) -> Iterator[Drift]:
        for one in self.descents:
            if one.followed:
                child, parent = self.by_id[one.hop.child], self.by_id[one.hop.parent]
                yield from drifts(child, parent, self.said)


def _reach(
    start: str, parents: Mapping[str, Sequence[str]], reports_of: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    """Give a document, all that it derives from, and the unseen reports that those rest on."""
    seen, waiting = {start}, [start]
    while waiting:
        for parent in parents.get(waiting.pop(), ()):
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return frozenset(seen | {report for name in seen for report in reports_of.get(name, ())})


def _to_roots(rooted: Iterable[_Rooted]) -> Iterator[Hop]:
    """Give the hop from each claim that credits somebody to that root, if all do so first hand."""
    for one in rooted:
        sources = [a.source for a in one.claim.attribution if a.source is not None]
        if sources:
            ends = one.claim.id, one.origin.id
            spans = sorted({span for source in sources for span in source.spans})
            places = tuple(Passage(one.claim.document.id, span) for span in spans)
            evidence = (HopEvidence("names the source", places),)
            name = hop_id(*ends, "primary_source")
            yield Hop(
                *ends, "primary_source", 0.95, seen=one.origin.seen, evidence=evidence, id=name
            )


def _roots(members: Sequence[_Rooted], records: Mapping[str, Reliability]) -> tuple[Root, ...]:
    """Count the claims and documents of each root, most claims first."""
    by_root: dict[str, list[_Rooted]] = defaultdict(list)
    for one in members:
        by_root[one.origin.id].append(one)
    found = [
        Root(
            name,
            held[0].origin.label,
            held[0].origin.kind,
            any(one.origin.seen for one in held),
            tuple(one.claim.id for one in held),
            tuple(dict.fromkeys(one.claim.document.id for one in held)),
            records.get(name),
        )
        for name, held in by_root.items()
    ]
    return tuple(sorted(found, key=lambda root: (-len(root.claims), root.id)))
