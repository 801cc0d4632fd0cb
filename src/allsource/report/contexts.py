"""What may a page show? Typed contexts, each field with its meaning.

Templates read these and nothing else. A test compares the names that each
template uses with the fields declared here, so neither can drift.
"""

from dataclasses import dataclass, field

from allsource.report.bearing_contexts import BesideView, ObservedView
from allsource.report.chart_contexts import ChartView, ConsistencyView, UnusedRow
from allsource.report.claim_contexts import CiteLink, ClaimView
from allsource.report.judgement_contexts import DueRow, JudgementView, RecordRow

__all__ = [
    "ActorView",
    "CardRow",
    "CardView",
    "ChangeView",
    "CheckContext",
    "CheckedView",
    "ClusterView",
    "DealingRow",
    "DossierContext",
    "DriftView",
    "FailureView",
    "FindingView",
    "GapView",
    "JourneyView",
    "LoopView",
    "NodeView",
    "ObligationView",
    "OwedRow",
    "PairView",
    "RelationView",
    "RetellingView",
    "RootView",
    "Segment",
    "SentenceView",
    "SourceView",
    "StepView",
    "TimelineRow",
    "Total",
    "UnreadView",
]


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A printed sentence: its text is exactly that of the assessment."""

    id: str = field(metadata={"help": "id of the sentence"})
    text: str = field(metadata={"help": "the sentence"})
    cites: str = field(metadata={"help": "ids of all claims and documents cited, space-separated"})
    links: tuple[CiteLink, ...] = field(metadata={"help": "links shown behind it"})
    more: int = field(metadata={"help": "how many further documents are cited"})


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with what stands behind it; likelihood and roots are shown apart."""

    id: str = field(metadata={"help": "id of the finding"})
    kind: str = field(metadata={"help": "what sort of finding, in a word"})
    sentences: tuple[SentenceView, ...] = field(metadata={"help": "headline first"})
    status: str | None = field(metadata={"help": "what is established about independence"})
    status_class: str = field(metadata={"help": "class of the badge"})
    roots: str | None = field(metadata={"help": "effective roots with their interval"})
    credibility: str | None = field(
        metadata={"help": "number of the Admiralty scale, in words too"}
    )
    confidence: str | None = field(metadata={"help": "how well founded"})
    likelihood: str | None = field(metadata={"help": "ICD 203 term of the source's own word"})
    cluster: str | None = field(metadata={"help": "id of its group in the section on origins"})


@dataclass(frozen=True, slots=True)
class GapView:
    """Something not known."""

    id: str = field(metadata={"help": "id of the gap"})
    sentences: tuple[SentenceView, ...] = field(metadata={"help": "what is missing"})


@dataclass(frozen=True, slots=True)
class StepView:
    """A claim on a way from a root, and how the step to it is known."""

    claim: ClaimView = field(metadata={"help": "the claim"})
    how: str = field(metadata={"help": "kind of step, probability, reasons; empty at the top"})


@dataclass(frozen=True, slots=True)
class UnreadView:
    """A document without claims that a document of a tree was taken from, or that was taken from it."""

    way: str = field(metadata={"help": "taken from it, or taken by it"})
    name: str = field(metadata={"help": "the document, its date and language"})
    how: str = field(metadata={"help": "kind of step, probability, reasons"})
    links: tuple[CiteLink, ...] = field(metadata={"help": "link to the document"})


@dataclass(frozen=True, slots=True)
class NodeView:
    """A claim in the tree of a root, with what was taken from it."""

    step: StepView = field(metadata={"help": "the claim and how it came from the one above"})
    changes: tuple[str, ...] = field(metadata={"help": "what changed on the way to it"})
    same: tuple[CiteLink, ...] = field(metadata={"help": "documents that only repeat it"})
    unread: tuple[UnreadView, ...] = field(
        metadata={"help": "documents without claims that its document rests on, or that rest on it"}
    )
    below: "tuple[NodeView, ...]" = field(metadata={"help": "claims taken from it"})


@dataclass(frozen=True, slots=True)
class RootView:
    """A root with the claims that rest on it."""

    id: str = field(metadata={"help": "root id"})
    name: str = field(metadata={"help": "what a reader would call it"})
    seen: str = field(metadata={"help": "in hand, or cited and not in hand"})
    documents: int = field(metadata={"help": "how many documents rest on it"})
    record: str | None = field(metadata={"help": "how its claims stood, where enough were checked"})
    nodes: tuple[NodeView, ...] = field(metadata={"help": "claims nearest it, earliest first"})


@dataclass(frozen=True, slots=True)
class RelationView:
    """How a claim of a group stands to another claim on the same matter."""

    how: str = field(metadata={"help": "how they differ"})
    claim: ClaimView = field(metadata={"help": "the claim of the group"})
    other: ClaimView = field(metadata={"help": "the other claim"})


@dataclass(frozen=True, slots=True)
class LoopView:
    """Documents that rest on each other in a ring."""

    ring: tuple[CiteLink, ...] = field(metadata={"help": "each rests on the next, the last again"})
    cut: str = field(metadata={"help": "which step was not followed, and why"})


@dataclass(frozen=True, slots=True)
class ClusterView:
    """Claims that speak of one thing, by root."""

    id: str = field(metadata={"help": "cluster id"})
    about: str = field(metadata={"help": "the words of the earliest"})
    measure: str | None = field(metadata={"help": "the measure, where it is a number"})
    documents: int = field(metadata={"help": "how many documents"})
    status: str = field(metadata={"help": "what is established about independence"})
    status_class: str = field(metadata={"help": "class of the badge"})
    effective: str = field(metadata={"help": "effective roots with their interval"})
    credibility: str | None = field(
        metadata={"help": "number of the Admiralty scale, in words too"}
    )
    credible: str = field(metadata={"help": "what that number was computed from"})
    why: tuple[str, ...] = field(metadata={"help": "reasons for the status"})
    roots: tuple[RootView, ...] = field(metadata={"help": "most claims first"})
    relations: tuple[RelationView, ...] = field(metadata={"help": "claims that differ"})


@dataclass(frozen=True, slots=True)
class DriftView:
    """A row of the table of what changed on the way."""

    id: str = field(metadata={"help": "drift id"})
    change: str = field(metadata={"help": "what kind of change"})
    before: str | None = field(metadata={"help": "the earlier words"})
    after: str | None = field(metadata={"help": "the later words"})
    parent: ClaimView = field(metadata={"help": "the earlier claim"})
    child: ClaimView = field(metadata={"help": "the later claim"})


@dataclass(frozen=True, slots=True)
class RetellingView:
    """A claim and how another document retold it."""

    before: ClaimView = field(metadata={"help": "the claim"})
    after: ClaimView = field(metadata={"help": "the claim that was taken from it"})
    changes: tuple[DriftView, ...] = field(metadata={"help": "what changed"})


@dataclass(frozen=True, slots=True)
class JourneyView:
    """What changed between two documents."""

    parent: ClaimView = field(metadata={"help": "a claim of the earlier document"})
    child: ClaimView = field(metadata={"help": "a claim of the later document"})
    how: str = field(metadata={"help": "how the one is known to rest on the other"})
    retold: tuple[RetellingView, ...] = field(metadata={"help": "claims that changed, in order"})


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A dated thing."""

    date: str = field(metadata={"help": "printed date"})
    what: str = field(metadata={"help": "published, or speaks of"})
    words: str = field(metadata={"help": "document, or words of the claim"})
    outlet: str = field(metadata={"help": "the document"})
    target: str = field(metadata={"help": "where it stands"})


@dataclass(frozen=True, slots=True)
class CardRow:
    """A statement of the programme card."""

    when: str = field(metadata={"help": "the time it speaks of, or the day of its page"})
    claim: ClaimView = field(metadata={"help": "the earliest claim that says it"})
    documents: int = field(metadata={"help": "how many documents say it"})


@dataclass(frozen=True, slots=True)
class CardView:
    """A line of the programme card."""

    topic: str = field(metadata={"help": "what the line is about"})
    rows: tuple[CardRow, ...] = field(metadata={"help": "statements by time"})


@dataclass(frozen=True, slots=True)
class ActorView:
    """A source that documents credit."""

    name: str = field(metadata={"help": "fullest form of the name"})
    also: tuple[str, ...] = field(metadata={"help": "names of it in the case in other words"})
    kind: str = field(metadata={"help": "what sort of source"})
    claims: int = field(metadata={"help": "how many claims are credited to it"})
    links: tuple[CiteLink, ...] = field(metadata={"help": "documents that credit it"})


@dataclass(frozen=True, slots=True)
class DealingRow:
    """A claim on what one party did to, or said of, another."""

    when: str = field(metadata={"help": "the time it speaks of, or the day of its page"})
    way: str = field(metadata={"help": "did, or said"})
    claim: ClaimView = field(metadata={"help": "the claim"})


@dataclass(frozen=True, slots=True)
class PairView:
    """Two parties, and what the one is said to have done to, or said of, the other."""

    actor: str = field(metadata={"help": "who did or said it"})
    toward: str = field(metadata={"help": "to or of whom"})
    rows: tuple[DealingRow, ...] = field(metadata={"help": "by time"})


@dataclass(frozen=True, slots=True)
class OwedRow:
    """What one claim says became of an obligation."""

    when: str = field(metadata={"help": "when it fell due or was met"})
    state: str = field(metadata={"help": "promised, partly met, met, unpaid or disputed"})
    amount: str = field(metadata={"help": "the figure, empty where none is told"})
    claim: ClaimView = field(metadata={"help": "the claim"})


@dataclass(frozen=True, slots=True)
class ObligationView:
    """What one party owes another."""

    id: str = field(metadata={"help": "id of the obligation"})
    debtor: str = field(metadata={"help": "who owes"})
    creditor: str = field(metadata={"help": "to whom"})
    state: str = field(metadata={"help": "as the claims together have it"})
    rows: tuple[OwedRow, ...] = field(metadata={"help": "by the day of the page"})


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What became of a finding since the last dossier."""

    kind: str = field(metadata={"help": "new, stronger, weaker, withdrawn"})
    why: str = field(metadata={"help": "what changed"})
    sentence: SentenceView = field(metadata={"help": "the finding's headline"})
    documents: tuple[CiteLink, ...] = field(metadata={"help": "new documents that did it"})


@dataclass(frozen=True, slots=True)
class FailureView:
    """An input that was not read, or a document without claims."""

    path: str = field(metadata={"help": "the input"})
    reason: str = field(metadata={"help": "why"})
    next_step: str = field(metadata={"help": "what can be done"})


@dataclass(frozen=True, slots=True)
class CheckedView:
    """A claim of a checked article."""

    number: int = field(metadata={"help": "in the order of the text"})
    claim: ClaimView = field(metadata={"help": "the claim"})
    status: str = field(metadata={"help": "how it stands"})
    status_class: str = field(metadata={"help": "class of the badge"})
    root_seen: str = field(metadata={"help": "in hand, or cited and not in hand"})
    way: tuple[StepView, ...] = field(metadata={"help": "claims it came by way of, nearest first"})
    missing: tuple[str, ...] = field(metadata={"help": "what it lacks"})
    drift: tuple[DriftView, ...] = field(metadata={"help": "what changed on the way to it"})
    against: tuple[ClaimView, ...] = field(metadata={"help": "claims that speak against it"})
    observed: tuple[ObservedView, ...] = field(
        metadata={"help": "what tracks, pictures and lists say of it"}
    )
    judged: JudgementView | None = field(metadata={"help": "what it rests on, where it is judged"})


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document's text with one and the same set of claims."""

    text: str = field(metadata={"help": "the words, as stored"})
    kind: str = field(metadata={"help": "plain, claim or furniture"})
    claims: str = field(metadata={"help": "ids of the claims over it, space-separated"})
    opens: tuple[str, ...] = field(metadata={"help": "ids of the places that begin here"})
    depth: int = field(metadata={"help": "how many claims overlap here, at most three"})
    closes: tuple[CheckedView, ...] = field(metadata={"help": "checked claims that end here"})


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source document with its claims in its text."""

    id: str = field(metadata={"help": "document id"})
    number: int = field(metadata={"help": "its number in this dossier"})
    name: str = field(metadata={"help": "outlet, title or path"})
    title: str | None = field(metadata={"help": "what it calls itself"})
    facts: tuple[tuple[str, str], ...] = field(metadata={"help": "path, date, language, hash ..."})
    notes: tuple[str, ...] = field(metadata={"help": "what a reader should know"})
    unextracted: str | None = field(metadata={"help": "why no claims were looked for"})
    dates: tuple[tuple[str, str, str], ...] = field(
        metadata={"help": "date, origin and detail of candidates, where they disagree"}
    )
    segments: tuple[Segment, ...] = field(metadata={"help": "its text"})
    claims: tuple[ClaimView, ...] = field(metadata={"help": "claims read from it"})
    language: str = field(metadata={"help": "ISO 639-1 code for the lang attribute"})


@dataclass(frozen=True, slots=True)
class Total:
    """A figure of the summary strip."""

    count: str = field(metadata={"help": "how many"})
    label: str = field(metadata={"help": "of what"})


@dataclass(frozen=True, slots=True)
class DossierContext:
    """The whole dossier."""

    title: str = field(metadata={"help": "name of the case"})
    synthetic: bool = field(metadata={"help": "invented evidence: every part says so"})
    totals: tuple[Total, ...] = field(metadata={"help": "what the case holds"})
    findings: tuple[FindingView, ...] = field(metadata={"help": "bottom line"})
    charts: tuple[ChartView, ...] = field(metadata={"help": "numbers"})
    coverage: str = field(metadata={"help": "how often such intervals held the truth; or empty"})
    consistency: tuple[ConsistencyView, ...] = field(
        metadata={"help": "claims on a programme that do not go together"}
    )
    plans: tuple[DueRow, ...] = field(metadata={"help": "plans, forecasts, what became of them"})
    records: tuple[RecordRow, ...] = field(metadata={"help": "how forecasts turned out, by source"})
    unused: tuple[UnusedRow, ...] = field(metadata={"help": "figures that no estimate uses"})
    card: tuple[CardView, ...] = field(metadata={"help": "the programme beside its numbers"})
    judgements: tuple[JudgementView, ...] = field(
        metadata={"help": "judgements and what they rest on"}
    )
    clusters: tuple[ClusterView, ...] = field(metadata={"help": "statements in several documents"})
    loops: tuple[LoopView, ...] = field(metadata={"help": "documents that cite each other"})
    single: tuple[ClusterView, ...] = field(metadata={"help": "statements in one document"})
    drift: tuple[Total, ...] = field(metadata={"help": "how many changes of each kind"})
    journeys: tuple[JourneyView, ...] = field(metadata={"help": "what changed, by documents"})
    conflicts: tuple[FindingView, ...] = field(metadata={"help": "numbers that do not agree"})
    timeline: tuple[TimelineRow, ...] = field(metadata={"help": "by date"})
    actors: tuple[ActorView, ...] = field(metadata={"help": "sources credited"})
    dealings: tuple[PairView, ...] = field(metadata={"help": "parties, two by two"})
    obligations: tuple[ObligationView, ...] = field(metadata={"help": "what is owed"})
    beside: BesideView = field(metadata={"help": "sensors and lists beside reporting"})
    gaps: tuple[GapView, ...] = field(metadata={"help": "what would change this"})
    changes: tuple[ChangeView, ...] = field(metadata={"help": "since the last dossier"})
    compared: bool = field(metadata={"help": "there was a dossier before this one"})
    failures: tuple[FailureView, ...] = field(metadata={"help": "inputs that were not read"})
    unread: tuple[FailureView, ...] = field(metadata={"help": "documents without extraction"})
    sources: tuple[SourceView, ...] = field(metadata={"help": "every document"})


@dataclass(frozen=True, slots=True)
class CheckContext:
    """One article, every claim marked."""

    title: str = field(metadata={"help": "name of the article"})
    synthetic: bool = field(metadata={"help": "invented evidence: every part says so"})
    totals: tuple[Total, ...] = field(metadata={"help": "how many claims of each status"})
    counts: tuple[str, ...] = field(metadata={"help": "tracks, pictures and lists in hand"})
    source: SourceView = field(metadata={"help": "the article"})
    checked: tuple[CheckedView, ...] = field(metadata={"help": "its claims"})
    others: tuple[SourceView, ...] = field(
        metadata={"help": "documents of the case that are cited"}
    )
