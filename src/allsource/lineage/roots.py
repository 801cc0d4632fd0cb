"""Where did each claim enter the record?

A claim's root is whoever its innermost named attribution credits: a speaker, a
document, a sensor. A claim that credits nobody, or somebody without a name,
takes the root of the claim it came from; without one it is rooted in the report
that its document rests on, or, failing that, in its own outlet's reporting.

Keys of root ids, after the prefix ``src``:

- ``("name", words of the name)`` for named persons, organisations and documents, whatever kind
  an extractor took them for;
- ``("report", outlet)`` for a report that a document rests on or credits;
- ``("own", document id, entity)`` for sources without a proper name and sensors: these are joined over
  documents only by hops, never by description;
- ``("through", words of the name, words)`` for a source without a name of whom a named one tells;
- ``("reporting", outlet)``, or ``("reporting", document id)`` without an outlet; the page of a body
  that is credited by name elsewhere has the root of that name;
- ``("nobody", document id)`` for an agentless passive;
- ``("text", least document id)`` for a text that several documents share, the first not known.

Which names mean the same is decided in ``people``. Where the direction between
two texts is not known, a claim that credits somebody follows only claims that
credit alike; one that credits nobody follows the one that names most.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allsource.lineage.descent import Descent
from allsource.lineage.groups import Groups
from allsource.lineage.hops import FOLLOWED
from allsource.lineage.outlets import canonical, is_described, looks_like_outlet, same_outlet
from allsource.lineage.people import People, folded
from allsource.model.claim import Claim, Source
from allsource.model.document import Document
from allsource.model.ids import content_id

__all__ = ["Origin", "Origins", "report_root"]


@dataclass(frozen=True, slots=True)
class Origin:
    """A root before its claims are counted.

    Args:
        id: ``src_`` id.
        label: what a reader would call it.
        kind: kind of source, ``unattributed`` where a document speaks for itself.
        seen: it is in hand.
        established: named, so that it can be told from others for certain.
        vague: a report of which only is said of what sort it is ("local media").
    """

    id: str
    label: str
    kind: str
    seen: bool
    established: bool = False
    vague: bool = False


def report_root(outlet: str) -> Origin:
    """Give the root for a report of an outlet that is cited and not in hand.

    Example:
        >>> report_root("the Harbour Post").label
        'a report by Harbour Post'
    """
    name = canonical(outlet)
    return Origin(
        content_id("src", "report", name.casefold()),
        f"a report by {name}",
        "outlet",
        seen=False,
        vague=is_described(name),
    )


class Origins:
    """Finds the root of every claim.

    Args:
        claims: of the case.
        documents: of the case.
        descents: which claim came from which.
        rests_on: outlet whose unseen report a document rests on, by document id.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        documents: Sequence[Document],
        descents: Sequence[Descent],
        rests_on: Mapping[str, str],
    ) -> None:
        self._descents = descents
        self._claims = {claim.id: claim for claim in claims}
        self._people = People(claims)
        self._rests_on = rests_on
        self._outlets = {d.outlet: d for d in reversed(documents) if d.outlet}
        self._titles = {" ".join(folded(d.title)) for d in documents if d.title}
        self._bodies = {
            folded(source.name): source
            for claim in self._claims.values()
            for source in (a.source for a in claim.attribution)
            if source is not None
            and source.kind == "organization"
            and self._people.named(source)
            and not looks_like_outlet(source.name)
        }
        self._tied = self._ties()
        self._parents = {one.hop.child: one.hop for one in descents if one.followed}
        self._known: dict[str, tuple[Origin, float]] = {}

    def step(self, claim: Claim) -> float:
        """Give the probability of the first step from a claim towards its root, 1 at a root."""
        step = self._step(claim)
        return step[1] if step else 1.0

    def first_hand(self, claim: Claim) -> bool:
        """Say whether a claim came from no other claim of the case."""
        return self._step(claim) is None

    def retold(self) -> tuple[Descent, ...]:
        """Give the descents along which a claim really is retold.

        A claim that credits somebody whom the other does not credit is that source's own
        statement, however alike the two are.
        """
        return tuple(one for one in self._descents if self._retells(one))

    def _retells(self, one: Descent) -> bool:
        child, parent = self._claims[one.hop.child], self._claims[one.hop.parent]
        named = [a.source for a in child.attribution if a.source and self._people.named(a.source)]
        return not named or self._same_source(named[-1], parent)

    def of(self, claim: Claim) -> tuple[Origin, float]:
        """Give a claim's root and the probability of the path to it.

        Args:
            claim: any claim of the case.
        """
        path: list[tuple[str, float]] = []
        current = claim
        while current.id not in self._known:
            step = self._step(current)
            if step is None or any(step[0].id == name for name, _ in path):
                self._known[current.id] = (self._own(current), 1.0)
                break
            path.append((current.id, step[1]))
            current = step[0]
        origin, value = self._known[current.id]
        for name, probability in reversed(path):
            value = round(value * probability, 4)
            self._known[name] = (origin, value)
        return self._known[claim.id]

    def _step(self, claim: Claim) -> tuple[Claim, float] | None:
        """Give the claim to follow, if any: a source named here outranks another one there."""
        named = [a.source for a in claim.attribution if a.source and self._people.named(a.source)]
        hop = self._parents.get(claim.id)
        if hop is not None:
            parent = self._claims[hop.parent]
            follow = not named or self._same_source(named[-1], parent)
            return (parent, hop.probability) if follow else None
        first, value = self._tied.get(claim.id, (claim, 1.0))
        return None if named or first.id == claim.id else (first, value)

    def _ties(self) -> dict[str, tuple[Claim, float]]:
        """Join claims tied to each other without a known direction.

        Returns:
            For each such claim the one that stands for it (of those that credit alike, or of all
            where it credits nobody: one that names its source, if any, then one whose document
            names the report it rests on, then the first by id), and the least probable tie.
        """
        loose = [one for one in self._descents if not one.followed and one.tie > FOLLOWED]
        groups = Groups(name for one in loose for name in (one.hop.child, one.hop.parent))
        for one in loose:
            groups.join(one.hop.child, one.hop.parent)
        least: dict[str, float] = {}
        for one in loose:
            group = groups.first(one.hop.child)
            least[group] = min(least.get(group, 1.0), one.tie)
        found: dict[str, tuple[Claim, float]] = {}
        for members in groups.listed():
            first = self._stand_ins(members)
            found.update((name, (first[name], least[groups.first(name)])) for name in members)
        return found

    def _stand_ins(self, members: Sequence[str]) -> dict[str, Claim]:
        ranked = sorted((self._claims[name] for name in members), key=self._standing)
        first: dict[str, Claim] = {}
        for claim in ranked:
            first.setdefault(self._credit(claim), claim)
        return {claim.id: first[self._credit(claim)] for claim in ranked if self._credit(claim)} | {
            claim.id: ranked[0] for claim in ranked if not self._credit(claim)
        }

    def _standing(self, claim: Claim) -> tuple[int, bool, str]:
        vague = {"named": 0, "": 2}.get(self._credit(claim), 1)
        return (vague, claim.document.id not in self._rests_on, claim.id)

    def _credit(self, claim: Claim) -> str:
        """Give what sort of source a claim credits, an outlet by its name; empty for nobody."""
        sources = [a.source for a in claim.attribution if a.source is not None]
        if any(map(self._people.named, sources)):
            return "named"
        if sources and all(source.kind == "outlet" for source in sources):
            return f"outlet {canonical(sources[-1].name).casefold()}"
        return "unnamed" if sources else ""

    def _own(self, claim: Claim) -> Origin:
        """Give the root that a claim's own words and document name."""
        sources = [a.source for a in claim.attribution if a.source is not None]
        if sources:
            return self._credited(claim, sources)
        if claim.attribution:
            key = content_id("src", "nobody", claim.document.id)
            label = f"somebody whom {_page(claim.document)} does not name"
            return Origin(key, label, "unattributed", seen=False)
        return self._unattributed(claim)

    def _same_source(self, source: Source, parent: Claim) -> bool:
        credited = [a.source for a in parent.attribution if a.source is not None]
        return any(self._people.key(one) == self._people.key(source) for one in credited)

    def _credited(self, claim: Claim, sources: Sequence[Source]) -> Origin:
        """Give the root for the innermost source, an outlet only where it stands alone."""
        inner = next((s for s in reversed(sources) if s.kind != "outlet"), sources[-1])
        if inner.kind == "outlet":
            if claim.document.outlet and same_outlet(inner.name, claim.document.outlet):
                return self._reporting(claim.document)
            return self._report(inner.name)
        if self._people.named(inner):
            key = content_id("src", "name", list(self._people.key(inner)))
            held = inner.kind == "document" and self._titled(inner.name)
            label, kind = self._people.label(inner), self._people.kind(inner)
            return Origin(key, label, kind, seen=held, established=True)
        teller = self._teller(sources) if inner.kind.startswith("unnamed") else None
        key = content_id("src", *self._through(claim, teller, inner))
        if inner.kind.startswith("unnamed"):
            through = f" as told by {self._people.label(teller)}" if teller else _hearer(claim)
            return Origin(key, f"{inner.name}{through}", inner.kind, seen=False)
        nameless = inner.name.startswith("unnamed ")
        label = f"an {inner.name}" if nameless else f"a source called only “{inner.name}”"
        return Origin(key, label, "unattributed", seen=False)

    def _teller(self, sources: Sequence[Source]) -> Source | None:
        """Give the named one who passes on the words of a source without a name."""
        named = [s for s in sources if self._people.named(s) and s.kind != "document"]
        return named[-1] if named else None

    def _through(self, claim: Claim, teller: Source | None, inner: Source) -> tuple[object, ...]:
        """Give the key of a source without a name: one for all that one named teller passes on."""
        if teller is not None:
            return ("through", list(self._people.key(teller)), list(folded(inner.name)))
        return ("own", claim.document.id, inner.entity)

    def _unattributed(self, claim: Claim) -> Origin:
        document = claim.document
        if document.id in self._rests_on:
            return self._report(self._rests_on[document.id])
        if claim.id in self._tied:
            label = "a text that several documents share"
            key = content_id("src", "text", document.id)
            return Origin(key, label, "unattributed", seen=True)
        return self._reporting(document)

    def _report(self, outlet: str) -> Origin:
        """Give an outlet's report, seen where a document of that outlet is in hand."""
        held = sorted(name for name in self._outlets if same_outlet(name, outlet))
        return self._reporting(self._outlets[held[0]]) if held else report_root(outlet)

    def _reporting(self, document: Document) -> Origin:
        """Give the root of what a page says itself: a body that is credited elsewhere is that body."""
        body = self._bodies.get(folded(canonical(document.outlet))) if document.outlet else None
        if body is None:
            return _reporting(document)
        key = content_id("src", "name", list(self._people.key(body)))
        label, kind = self._people.label(body), self._people.kind(body)
        return Origin(key, label, kind, seen=True, established=True)

    def _titled(self, name: str) -> bool:
        """Say whether a cited document is in hand, by its title."""
        wanted = " ".join(folded(name))
        return len(wanted) > 8 and any(wanted in title for title in self._titles)


def _hearer(claim: Claim) -> str:
    """Say to which outlet a source without a name spoke, where the words name one."""
    medium = claim.attribution[-1].medium
    return f" who spoke to {medium}" if medium and medium[:1].isupper() else ""


def _reporting(document: Document) -> Origin:
    outlet = canonical(document.outlet).casefold() if document.outlet else document.id
    label = f"the reporting of {_page(document)}"
    return Origin(content_id("src", "reporting", outlet), label, "unattributed", seen=True)


def _page(document: Document) -> str:
    """Name a page inside a phrase: a headline there would read as part of it."""
    return document.outlet or document.path
