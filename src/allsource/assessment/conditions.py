"""Does the evidence meet what a template asks of it?

Each condition that ``vocab/wording.yaml`` names under ``needs`` is one small
predicate over the resolved citations of a sentence. Conditions say what must
be established before words may be printed ("independent" before "confirmed").
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from allsource.assessment.evidence import Evidence
from allsource.assessment.naming import bare_name
from allsource.assessment.passages import passage_span
from allsource.assessment.readings import parse
from allsource.assessment.rebuttals import is_correction, is_rebuttal, leaves_open
from allsource.assessment.traits import (
    crediting,
    depth,
    mentions,
    words_credit,
)
from allsource.model.assessment import Sentence
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.lineage import Cluster, Root
from allsource.model.numbers import Conflict, Point
from allsource.model.span import Span

__all__ = ["CONDITIONS", "Bound", "holds"]

_NUMBER = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Bound:
    """A sentence with its citations resolved."""

    sentence: Sentence
    evidence: Evidence

    @property
    def claims(self) -> list[Claim]:
        """The distinct claims that the sentence cites, in order of citation."""
        known = self.evidence.claims
        cited = [c.claim for c in self.sentence.citations]
        return [known[each] for each in dict.fromkeys(cited) if each and each in known]

    def of_slot(self, *names: str) -> list[Claim]:
        """The claims that the named slots cite."""
        known = self.evidence.claims
        cited = [
            self.sentence.citations[at].claim
            for slot in self.sentence.slots
            if slot.name in names
            for at in slot.cites
        ]
        return [known[each] for each in dict.fromkeys(cited) if each and each in known]

    def index(self, name: str) -> int:
        """The index that a slot's reading carries."""
        return next((parse(s.of).index for s in self.sentence.slots if s.name == name), 0)

    @property
    def documents(self) -> set[str]:
        """Ids of the documents that the sentence cites."""
        return {citation.document for citation in self.sentence.citations}

    @property
    def cluster(self) -> Cluster | None:
        """The cluster whose claims are cited, None where they are of several."""
        names = {self.evidence.cluster_of.get(claim.id) for claim in self.claims}
        only = names.pop() if len(names) == 1 else None
        return self.evidence.clusters.get(only) if only else None

    @property
    def root(self) -> Root | None:
        """The root that a slot of the sentence names."""
        refs = [parse(slot.of) for slot in self.sentence.slots]
        named = [ref.other for ref in refs if ref.name == "root"]
        return self.evidence.roots.get(named[0]) if named else None

    @property
    def conflicts(self) -> list[Conflict]:
        """Recorded conflicts between exactly the cited claims."""
        mine = {claim.id for claim in self.claims}
        return [
            c for c in self.evidence.conflicts.values() if {c.left.claim, c.right.claim} == mine
        ]

    def points(self) -> list[Point]:
        """The points of the series that a slot names, for the cited claims."""
        refs = [parse(slot.of) for slot in self.sentence.slots]
        named = [self.evidence.series.get(ref.other) for ref in refs if ref.name == "measure"]
        mine = {claim.id for claim in self.claims}
        return [p for one in named if one for p in one.points if p.claim in mine]


def holds(condition: str, bound: Bound) -> bool:
    """Say whether a named condition holds; a name that is not known never does.

    Args:
        condition: as ``needs`` of a template has it.
        bound: the sentence with its citations resolved.
    """
    predicate = CONDITIONS.get(condition)
    return predicate is not None and predicate(bound)


def _whole_cluster(bound: Bound) -> bool:
    cluster = bound.cluster
    return cluster is not None and set(cluster.claims) <= {claim.id for claim in bound.claims}


def _status(wanted: str) -> Callable[[Bound], bool]:
    def met(bound: Bound) -> bool:
        cluster = bound.cluster
        enough = cluster is not None and (wanted != "independent" or len(cluster.roots) >= 2)
        return cluster is not None and cluster.status == wanted and enough

    return met


def _root_claims(bound: Bound) -> bool:
    """Every cited claim rests on the root, and no document that rests on it is left out."""
    root = bound.root
    if root is None or not bound.claims or any(c.id not in root.claims for c in bound.claims):
        return False
    cluster = bound.cluster
    inside = [r for r in cluster.roots if r.id == root.id] if cluster else []
    return bound.documents in [set(root.documents), *(set(r.documents) for r in inside)]


def _drifted(change: str) -> Callable[[Bound], bool]:
    def met(bound: Bound) -> bool:
        parents = {claim.id for claim in bound.of_slot("parent")}
        children = {claim.id for claim in bound.of_slot("child")}
        named = {parse(s.of).other for s in bound.sentence.slots if s.name in {"before", "after"}}
        held = bound.evidence.drift
        drifts = [held.get(name) for name in sorted(named)] or [
            d
            for d in held.values()
            if d.change == change and {d.parent} == parents and {d.child} == children
        ]
        return bool(drifts) and all(
            d and d.change == change and {d.parent} == parents and {d.child} == children
            for d in drifts
        )

    return met


def _children(change: str) -> Callable[[Bound], bool]:
    def met(bound: Bound) -> bool:
        changed = {d.child for d in bound.evidence.drift.values() if d.change == change}
        return bound.cluster is not None and all(claim.id in changed for claim in bound.claims)

    return met


def _one_period(bound: Bound) -> bool:
    points = [point for point in bound.points() if not point.plan]
    cited = {claim.id for claim in bound.claims}
    return {p.claim for p in points} == cited and len({(p.start, p.end) for p in points}) == 1


def _one_figure(bound: Bound) -> bool:
    """All figures are the same, and none is of another period than one that is dated."""
    points = bound.points()
    ends = {(p.low, p.high, p.low_open, p.high_open, p.plan) for p in points}
    periods = {(p.start, p.end) for p in points} - {(None, None)}
    return len(ends) == 1 and len(periods) <= 1


def _conflict(kind: str) -> Callable[[Bound], bool]:
    def met(bound: Bound) -> bool:
        return any(kind in conflict.classes for conflict in bound.conflicts)

    return met


def _undated(bound: Bound) -> bool:
    undated = {d.id for d in bound.evidence.documents.values() if d.published is None}
    return bound.documents == undated


def _no_period(bound: Bound) -> bool:
    at = bound.index("figure")
    figures = [claim.quantities[at] for claim in bound.claims if at < len(claim.quantities)]
    return bool(figures) and all(figure.time is None for figure in figures)


def _unverified(bound: Bound) -> bool:
    at = bound.index("check")
    checks = [claim.verification[at] for claim in bound.claims if at < len(claim.verification)]
    return bool(checks) and all(check.status == "unverified" for check in checks)


def _asserted_throughout(bound: Bound) -> bool:
    return all(c.stance.status == "asserted" and not is_rebuttal(c) for c in bound.claims)


def _uncredited(bound: Bound) -> bool:
    """No sentence around the quoted words credits anybody."""
    return not any(words_credit(claim) for claim in bound.of_slot("quote", "figure"))


def _other_number(bound: Bound) -> bool:
    """The quoted figures hold different numbers: bounds and units alone have their own words."""
    texts = {slot.name: slot.text for slot in bound.sentence.slots}
    return set(_NUMBER.findall(texts["before"])) != set(_NUMBER.findall(texts["after"]))


def _hedge_quoted(bound: Bound) -> bool:
    """The words before a dropped hedge are a hedge of the parent, not an approximate figure."""
    quoted = {slot.text for slot in bound.sentence.slots if slot.name == "before"}
    hedges = {hedge.text for c in bound.of_slot("parent") for hedge in c.stance.hedges}
    return quoted <= hedges


def _documents_of(bound: Bound, slot: str) -> set[str]:
    return {claim.document.id for claim in bound.of_slot(slot)}


_NAMED_ROOTS = frozenset({"named_person", "organization", "outlet"})


def _unmentioned(bound: Bound) -> bool:
    """Slot ``m`` cites all of a named root in the cluster, ``n`` the documents that never name it."""
    refs = [parse(slot.of).other for slot in bound.sentence.slots if slot.name == "root"]
    root = bound.evidence.roots.get(refs[0]) if refs else None
    cluster, known = bound.cluster, bound.evidence.claims
    if cluster is None or root is None or root.kind not in _NAMED_ROOTS:
        return False
    resting = {name for name in cluster.claims if name in root.claims and name in known}
    pages = {known[name].document.id: known[name].document for name in resting}
    name = bare_name(root)
    silent = {document for document, page in pages.items() if not mentions(page, name)}
    cited = {claim.id for claim in bound.of_slot("m")} == resting
    return (
        cited and name != name.casefold() and bool(silent) and _documents_of(bound, "n") == silent
    )


def _undisputed(bound: Bound) -> bool:
    """No conflict is recorded between the cited claims, and none states another number."""
    mine = {claim.id for claim in bound.claims}
    ends = [{c.left.claim, c.right.claim} for c in bound.evidence.conflicts.values()]
    figures = {tuple((q.low, q.high, q.scale_unit) for q in c.quantities) for c in bound.claims}
    return len(figures) <= 1 and not any(pair <= mine for pair in ends)


def _corrected(*, own: bool) -> Callable[[Bound], bool]:
    """The second document corrects something: its own outlet's earlier one, or before the first."""

    def met(bound: Bound) -> bool:
        ends = [bound.of_slot(name) for name in ("left", "right")]
        pairs = [(a.document, b.document) for a in ends[0] for b in ends[1]]
        outlet = all(one.outlet and one.outlet == two.outlet for one, two in pairs) or not own
        turned = [(one, two) if own else (two, one) for one, two in pairs]
        order = all((b.published or "") > (a.published or "~") for a, b in turned)
        return bool(pairs) and outlet and order and _corrects(pairs[0][1], bound.evidence)

    return met


def _corrects(document: Document, evidence: Evidence) -> bool:
    own = (claim for claim in evidence.claims.values() if claim.document.id == document.id)
    return any(is_correction(claim) for claim in own)


def _retold(bound: Bound) -> bool:
    """A hop of the document leads to the root, and the document names it in one place only."""
    root, documents = bound.root, bound.documents
    pages = [bound.evidence.documents[each] for each in documents]
    hops = (h for h in bound.evidence.hops if h.kind == "rewrite" and not h.seen)
    leading = root is not None and any(h.parent == root.id and h.child in documents for h in hops)
    return leading and all(p.text.count(bare_name(root)) == 1 for p in pages if root)


def _cited_unseen(bound: Bound) -> bool:
    """Every cited place names the one root, not in hand, to which a hop of its document leads."""
    led: dict[tuple[str, Span], set[str]] = {}
    for hop in bound.evidence.hops:
        for passage in (p for e in hop.evidence for p in e.passages if not hop.seen):
            if hop.child == passage.document:
                led.setdefault((passage.document, passage.span), set()).add(hop.parent)
    places = [led.get((c.document, c.span), set()) for c in bound.sentence.citations]
    return bool(places) and bool(set.intersection(*places))


def _unestablished(bound: Bound) -> bool:
    """The figures have several roots, and no cluster of theirs is established as independent."""
    names = {bound.evidence.cluster_of.get(claim.id, "") for claim in bound.claims}
    held = [bound.evidence.clusters[name] for name in names if name in bound.evidence.clusters]
    roots = {root.id for c in bound.claims if (root := bound.evidence.root_of(c.id))}
    return len(roots) > 1 and all(cluster.status != "independent" for cluster in held)


CONDITIONS: Mapping[str, Callable[[Bound], bool]] = {
    "rebuttal": lambda bound: all(is_rebuttal(c) for c in bound.of_slot("quote")),
    "not a rebuttal": lambda bound: (
        not any(is_rebuttal(c) or is_correction(c) for c in bound.of_slot("quote"))
    ),
    "correction": lambda bound: all(is_correction(c) for c in bound.of_slot("quote")),
    "nested": lambda bound: all(depth(claim) > 1 for claim in bound.of_slot("quote")),
    "every document": lambda bound: bound.documents == set(bound.evidence.documents),
    "root not mentioned there": _unmentioned,
    "undisputed": _undisputed,
    "corrected by the second": _corrected(own=True),
    "later than the correction in the second": _corrected(own=False),
    "not every document": lambda bound: len(bound.documents) < len(bound.evidence.documents),
    "case of many": lambda bound: len(bound.evidence.documents) > 1,
    "no credit in the words": _uncredited,
    "left open": lambda bound: all(leaves_open(c) for c in bound.of_slot("quote")),
    "retold and named once": _retold,
    "cited and not in hand": _cited_unseen,
    "one passage": lambda bound: len({(c.document.id, passage_span(c)) for c in bound.claims}) == 1,
    "roots of figures not established": _unestablished,
    "roots of figures not at issue": lambda bound: not _unestablished(bound),
    "verification": lambda bound: all(c.verification for c in bound.of_slot("quote")),
    "unverified": _unverified,
    "hedge quoted": _hedge_quoted,
    "approximation quoted": lambda bound: not _hedge_quoted(bound),
    "child credits nobody": lambda bound: all(
        crediting(c) in {"nobody", "agentless"} for c in bound.of_slot("child")
    ),
    "child not hedged": lambda bound: all(
        c.stance.status == "asserted" and not c.stance.hedges for c in bound.of_slot("child")
    ),
    "child without check": lambda bound: all(not c.verification for c in bound.of_slot("child")),
    "nobody named": lambda bound: all(
        crediting(c) in {"nobody", "agentless"} for c in bound.claims
    ),
    "whole cluster": _whole_cluster,
    "one cluster": lambda bound: bound.cluster is not None,
    "one document": lambda bound: len(bound.documents) == 1,
    "many documents": lambda bound: len(bound.documents) > 1,
    "one root": lambda bound: bound.cluster is not None and len(bound.cluster.roots) == 1,
    "many roots": lambda bound: bound.cluster is not None and len(bound.cluster.roots) > 1,
    "not established": _status("independence not established"),
    "independent": _status("independent"),
    "asserted throughout": _asserted_throughout,
    "one root's claims": _root_claims,
    "attribution dropped": _drifted("attribution dropped"),
    "hedge dropped": _drifted("hedge dropped"),
    "verification dropped": _drifted("verification dropped"),
    "figure": lambda bound: _drifted("figure")(bound) and _other_number(bound),
    "unit": _drifted("unit"),
    "period": _drifted("period"),
    "scope": _drifted("scope"),
    "polarity": _drifted("polarity"),
    "detail added": _drifted("detail added"),
    "children of hedge dropped": _children("hedge dropped"),
    "children of attribution dropped": _children("attribution dropped"),
    "outcomes of one period": _one_period,
    "one figure": _one_figure,
    "several figures": lambda bound: not _one_figure(bound),
    "points": lambda bound: {p.claim for p in bound.points()} == {c.id for c in bound.claims},
    "conflict": lambda bound: bool(bound.conflicts),
    "conflict rounding": _conflict("rounding"),
    "conflict bound": _conflict("bound"),
    "conflict stale repeat": _conflict("stale repeat"),
    "conflict scope": _conflict("scope"),
    "conflict definition": _conflict("definition"),
    "conflict plan against outcome": _conflict("plan against outcome"),
    "conflict true conflict": _conflict("true conflict"),
    "undated": _undated,
    "no period": _no_period,
}
"""Every condition by the name that the vocabulary uses."""
