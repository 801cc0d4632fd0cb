"""What does a slot of a sentence print, given what it cites?

Each reading is a pure function of the cited claims and the evidence; a slot
names its reading in ``Slot.of`` as ``name``, ``name#index`` or ``name@id``.
The composer prints with a reading and the checker recomputes it, so a slot
that was changed after composition no longer equals its reading. A reading
gives None where the citations do not bear it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from allsource.assessment import printing, wording
from allsource.assessment.evidence import Evidence
from allsource.assessment.naming import bare_name, root_name
from allsource.assessment.passages import passage_span
from allsource.model.assessment import Citation
from allsource.model.claim import Claim, Source
from allsource.model.document import Document
from allsource.model.lineage import Cluster, Drift
from allsource.model.numbers import Conflict, Point, Series

__all__ = ["Ref", "parse", "read", "strongest_hedge"]


@dataclass(frozen=True, slots=True)
class Ref:
    """A parsed ``Slot.of``: the reading, an index into a claim's list, the id of another noun."""

    name: str
    index: int
    other: str


@dataclass(frozen=True, slots=True)
class _Cited:
    """What a slot cites, resolved."""

    ref: Ref
    citations: Sequence[Citation]
    evidence: Evidence

    @property
    def claims(self) -> list[Claim]:
        known = self.evidence.claims
        return [known[c.claim] for c in self.citations if c.claim and c.claim in known]

    @property
    def claim(self) -> Claim | None:
        """The one claim that is cited, None where there are none or several."""
        distinct = set(self.claims)
        return distinct.pop() if len(distinct) == 1 else None

    @property
    def documents(self) -> list[Document]:
        known = self.evidence.documents
        held = {c.document: known[c.document] for c in self.citations if c.document in known}
        return sorted(held.values(), key=lambda d: (d.published or "~", d.path, d.id))

    @property
    def cluster(self) -> Cluster | None:
        return self.evidence.clusters.get(self.ref.other)

    @property
    def series(self) -> Series | None:
        return self.evidence.series.get(self.ref.other)

    @property
    def conflict(self) -> Conflict | None:
        return self.evidence.conflicts.get(self.ref.other)

    @property
    def drift(self) -> Drift | None:
        return self.evidence.drift.get(self.ref.other)


def parse(of: str) -> Ref:
    """Read a slot's ``of``.

    Example:
        >>> parse("figure#1")
        Ref(name='figure', index=1, other='')
        >>> parse("root@src_1").other
        'src_1'
    """
    name, _, other = of.partition("@")
    name, _, index = name.partition("#")
    return Ref(name, int(index) if index.isdecimal() and len(index) < 6 else 0, other)


def read(of: str, citations: Sequence[Citation], evidence: Evidence) -> str | None:
    """Print what ``of`` says of the cited evidence, or None where they do not bear it.

    Args:
        of: a reading, e.g. ``credit``, ``documents``, ``figure#0``, ``root@src_...``.
        citations: what the slot cites.
        evidence: the case.
    """
    reading = _READINGS.get(parse(of).name)
    return reading(_Cited(parse(of), citations, evidence)) if reading and citations else None


def strongest_hedge(claim: Claim) -> int | None:
    """Give the index of the strongest hedge of a claim, the first of equals."""
    hedges = claim.stance.hedges
    return max(range(len(hedges)), key=lambda i: (hedges[i].strength, -i)) if hedges else None


def _document(cited: _Cited) -> str | None:
    found = cited.documents
    return printing.document_name(found[0]) if len(found) == 1 else None


def _dated(cited: _Cited) -> str | None:
    name = _document(cited)
    published = cited.documents[0].published if name else None
    return f"{name} ({printing.day(published)})" if name and published else None


def _documents(cited: _Cited) -> str:
    return printing.count(len(cited.documents))


def _documents_named(cited: _Cited) -> str:
    return printing.listed([printing.document_name(each) for each in cited.documents])


def _all(cited: _Cited) -> str:
    return printing.count(len(cited.evidence.documents))


def _credit(cited: _Cited) -> str | None:
    claim = cited.claim
    return printing.words(claim.source.name) if claim and claim.source else None


def _credit_whole(cited: _Cited) -> str | None:
    """The outermost source; one without a name is quoted as such."""
    claim = cited.claim
    return _source(claim.source) if claim and claim.source else None


def _inner(cited: _Cited) -> str | None:
    """The innermost source of a nested attribution."""
    claim = cited.claim
    chain = [a.source for a in claim.attribution if a.source] if claim else []
    return _source(chain[-1]) if len(chain) > 1 else None


def _source(source: Source) -> str:
    name = printing.words(source.name)
    if source.kind.startswith("unnamed"):
        return f"an unnamed source called “{name}”"
    return name if name != name.casefold() else f"“{name}”"


def _cue(cited: _Cited) -> str | None:
    claim = cited.claim
    return printing.words(claim.attribution[0].cue.text) if claim and claim.attribution else None


def _quoted(cited: _Cited) -> str | None:
    """The exact words at the cited span, whichever span of the claim that is."""
    claim = cited.claim
    if claim is None or len(cited.citations) != 1:
        return None
    return printing.words(cited.citations[0].span.of(claim.document.text))


def _statement(cited: _Cited) -> str | None:
    claim = cited.claim
    whole = claim and printing.trimmed(claim.document.text, claim.proposition)
    return _quoted(cited) if whole == cited.citations[0].span else None


def _passage(cited: _Cited) -> str | None:
    claim = cited.claim
    whole = claim and printing.trimmed(claim.document.text, passage_span(claim))
    return _quoted(cited) if whole == cited.citations[0].span else None


def _hedge(cited: _Cited) -> str | None:
    claim = cited.claim
    which = strongest_hedge(claim) if claim else None
    return printing.words(claim.stance.hedges[which].text) if claim and which is not None else None


def _likelihood(cited: _Cited) -> str | None:
    claim = cited.claim
    words = [hedge.text for hedge in claim.stance.hedges] if claim else []
    terms = [(printing.words(word), wording.likelihood_term(word)) for word in words]
    return next((word for word, term in terms if term), None)


def _verification(cited: _Cited) -> str | None:
    claim = cited.claim
    checks = claim.verification if claim else ()
    if cited.ref.index >= len(checks) or cited.citations[0].span != checks[cited.ref.index].span:
        return None
    return _quoted(cited)


def _figure(cited: _Cited) -> str | None:
    claim = cited.claim
    held = claim.quantities if claim else ()
    return printing.words(held[cited.ref.index].text) if cited.ref.index < len(held) else None


def _point_figure(cited: _Cited, point: Point | None) -> str | None:
    claim = cited.claim
    if claim is None or point is None or claim.id != point.claim:
        return None
    held = claim.quantities
    return printing.words(held[point.quantity].text) if point.quantity < len(held) else None


def _left(cited: _Cited) -> str | None:
    return _point_figure(cited, cited.conflict.left if cited.conflict else None)


def _right(cited: _Cited) -> str | None:
    return _point_figure(cited, cited.conflict.right if cited.conflict else None)


def _before(cited: _Cited) -> str | None:
    drift, claim = cited.drift, cited.claim
    bears = drift and claim and drift.before and drift.parent == claim.id
    return printing.words(drift.before) if drift and drift.before and bears else None


def _after(cited: _Cited) -> str | None:
    drift, claim = cited.drift, cited.claim
    bears = drift and claim and drift.after and drift.child == claim.id
    return printing.words(drift.after) if drift and drift.after and bears else None


def _root(cited: _Cited) -> str | None:
    root = cited.evidence.roots.get(cited.ref.other)
    bears = root and all(claim.id in root.claims for claim in cited.claims) and cited.claims
    return root_name(root) if root and bears else None


def _root_bare(cited: _Cited) -> str | None:
    """The name inside a root's label, as a document would have to mention it."""
    root = cited.evidence.roots.get(cited.ref.other)
    bears = root and any(claim.id in root.claims for claim in cited.claims)
    return bare_name(root) if root and bears else None


def _roots(cited: _Cited) -> str | None:
    cluster = cited.cluster
    held = cluster.roots if cluster else ()
    mine = {claim.id for claim in cited.claims}
    names = [root_name(root) for root in held if mine.intersection(root.claims)]
    times = {name: names.count(name) for name in names}
    shown = [
        n if many == 1 else f"{n}, in {printing.count(many)} forms" for n, many in times.items()
    ]
    return printing.listed(shown) if names else None


def _count_roots(cited: _Cited) -> str | None:
    cluster = cited.cluster
    mine = {claim.id for claim in cited.claims}
    held = [root for root in cluster.roots if mine.intersection(root.claims)] if cluster else []
    return printing.count(len(held)) if held else None


def _hop_words(cited: _Cited) -> str | None:
    """The exact words by which a hop is known."""
    one = cited.citations[0]
    shown = {
        (p.document, p.span) for h in cited.evidence.hops for e in h.evidence for p in e.passages
    }
    document = cited.evidence.documents.get(one.document)
    bears = document and len(cited.citations) == 1 and (one.document, one.span) in shown
    return printing.words(one.span.of(document.text)) if document and bears else None


def _measure(cited: _Cited) -> str | None:
    return printing.words(cited.series.measure) if _in_series(cited) and cited.series else None


def _of(cited: _Cited) -> str | None:
    return printing.words(cited.series.of) if _in_series(cited) and cited.series else None


def _in_series(cited: _Cited) -> bool:
    points = {point.claim for point in cited.series.points} if cited.series else set()
    return bool(cited.claims) and all(claim.id in points for claim in cited.claims)


def _range(cited: _Cited) -> str | None:
    """The hull of the cited claims' outcomes: an end is open where any of them is."""
    series = cited.series
    mine = {claim.id for claim in cited.claims}
    points = [p for p in series.points if p.claim in mine and not p.plan] if series else []
    if series is None or not points:
        return None
    lows = [p.low for p in points if p.low is not None]
    highs = [p.high for p in points if p.high is not None]
    low, high = (lows or None, highs or None)
    if not (len(lows) == len(points) and len(highs) == len(points)) and len(points) > 1:
        return None
    bottom = min(low) if low else None
    top = max(high) if high else None
    about = "about " if any(p.approximate for p in points) else ""
    ends = {
        "low_open": any(p.low_open for p in points if p.low == bottom),
        "high_open": any(p.high_open for p in points if p.high == top),
    }
    return about + printing.interval(
        bottom, top, series.unit, low_open=ends["low_open"], high_open=ends["high_open"]
    )


def _assumption(cited: _Cited) -> str | None:
    return _remark(cited, cited.conflict.assumption if cited.conflict else None)


def _settles(cited: _Cited) -> str | None:
    return _remark(cited, cited.conflict.settles if cited.conflict else None)


def _remark(cited: _Cited, remark: str | None) -> str | None:
    conflict = cited.conflict
    ends = {conflict.left.claim, conflict.right.claim} if conflict else set()
    bears = ends == {claim.id for claim in cited.claims}
    return printing.words(remark).rstrip(".") if remark and bears else None


_READINGS: Mapping[str, Callable[[_Cited], str | None]] = {
    "document": _document,
    "document.dated": _dated,
    "documents": _documents,
    "documents.named": _documents_named,
    "count.all": _all,
    "credit": _credit,
    "credit.whole": _credit_whole,
    "inner": _inner,
    "cue": _cue,
    "statement": _statement,
    "passage": _passage,
    "hedge": _hedge,
    "likelihood": _likelihood,
    "verification": _verification,
    "figure": _figure,
    "left.figure": _left,
    "right.figure": _right,
    "before": _before,
    "after": _after,
    "root": _root,
    "root.bare": _root_bare,
    "roots": _roots,
    "count.roots": _count_roots,
    "hop.words": _hop_words,
    "measure": _measure,
    "of": _of,
    "range": _range,
    "assumption": _assumption,
    "settles": _settles,
}
