"""Where it came from: hops, roots, clusters of claims, drift."""

from dataclasses import dataclass
from typing import Literal

from allsource.model.span import Span

__all__ = [
    "Cluster",
    "Credibility",
    "Drift",
    "Hop",
    "HopEvidence",
    "Independence",
    "Lineage",
    "Loop",
    "Passage",
    "Relation",
    "RelationKind",
    "Reliability",
    "Root",
]

Independence = Literal["independent", "same origin", "independence not established"]

RelationKind = Literal[
    "specificity", "scope", "period", "plan", "spread", "conflict", "denial", "revision"
]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document of the case.

    Args:
        document: document id.
        span: where it stands.
    """

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class HopEvidence:
    """One reason to believe in a hop, with the passages that show it.

    A *shared passage* stands in both word for word; of a *reworded passage* two sentences say most
    the same in other words, and the places are those sentences.
    """

    why: Literal[
        "names the outlet",
        "names the title",
        "shared passage",
        "reworded passage",
        "shared quotation",
        "shared rare figure",
        "shared date",
        "shared name",
        "link",
        "agency tag",
        "names the source",
        "same file",
    ]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of derivation (W3C PROV kinds, plus rewrite and translation).

    Args:
        child: ``doc_`` or ``clm_`` id of what was derived.
        parent: ``doc_``, ``clm_`` or ``src_`` id of what it was derived from.
        kind: how.
        probability: that the hop is real, 0 to 1.
        seen: the parent is a document in hand.
        evidence: why it is believed.
        id: content id over (child, parent, kind).
    """

    child: str
    parent: str
    kind: Literal["quotation", "primary_source", "revision", "rewrite", "translation"]
    probability: float
    seen: bool
    evidence: tuple[HopEvidence, ...]
    id: str


@dataclass(frozen=True, slots=True)
class Loop:
    """Documents that rest on each other in a ring.

    Args:
        documents: ids: each rests on the next, and the last on the first again.
        cut: that last step, which is not among the hops.
        by: ``time`` where all other steps lead from a later document to an earlier one, so that this
            one runs against time; ``probability`` where dates do not tell, and it is the least
            probable (of equal ones the last by id).
        id: content id over (documents).
    """

    documents: tuple[str, ...]
    cut: Hop
    by: Literal["time", "probability"]
    id: str


@dataclass(frozen=True, slots=True)
class Credibility:
    """How credible a piece of information is on the Admiralty scale, for display beside what it rests on.

    Args:
        rating: 1 (confirmed by other sources) to 6 (truth cannot be judged).
        means: the words of the scale.
        why: what it was computed from.
    """

    rating: Literal[1, 2, 3, 4, 5, 6]
    means: str
    why: str


@dataclass(frozen=True, slots=True)
class Reliability:
    """How reliable a source is on the Admiralty scale, for display beside its record.

    Args:
        rating: A (completely reliable) to F (reliability cannot be judged).
        means: the words of the scale.
        why: what it was computed from.
    """

    rating: Literal["A", "B", "C", "D", "E", "F"]
    means: str
    why: str


@dataclass(frozen=True, slots=True)
class Root:
    """Where claims entered the record: an utterance, a document, a sensor.

    Args:
        id: ``src_`` id.
        label: what a reader would call it.
        kind: kind of source; ``unattributed`` where a document speaks for itself.
        seen: the root is in hand; else it is *cited, not in hand*.
        claims: ids of the claims that rest on it.
        documents: ids of the documents in which those claims stand.
        record: how its other claims of the case stood; None where too few could be checked.
    """

    id: str
    label: str
    kind: str
    seen: bool
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    record: Reliability | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims that speak of the same thing, and how many roots stand behind them.

    Args:
        id: content id over (measure, about, claims).
        measure: the desk's name of the measure, None for a claim without a number.
        about: what they speak of, in words found in the claims.
        claims: ids, earliest first.
        roots: most claims first.
        effective_roots: expected number of independent roots.
        effective_roots_interval: the least and the most that the evidence allows.
        status: what is established about independence.
        why: the reasons for the status, in words.
        probability: that it is so; None where none of its roots has a record to judge by.
        credibility: the number of the Admiralty scale, which asks for independent origin.
    """

    id: str
    measure: str | None
    about: str
    claims: tuple[str, ...]
    roots: tuple[Root, ...]
    effective_roots: float
    effective_roots_interval: tuple[float, float]
    status: Independence
    why: tuple[str, ...] = ()
    probability: float | None = None
    credibility: Credibility | None = None


@dataclass(frozen=True, slots=True)
class Drift:
    """What changed from a parent claim to a child claim.

    Args:
        child: claim id.
        parent: claim id.
        change: what kind of change.
        before: the parent's words (None where a thing was added).
        after: the child's words (None where a thing was dropped).
        id: content id over all of it.
    """

    child: str
    parent: str
    change: Literal[
        "attribution dropped",
        "hedge dropped",
        "verification dropped",
        "figure",
        "unit",
        "period",
        "scope",
        "polarity",
        "detail added",
    ]
    before: str | None
    after: str | None
    id: str


@dataclass(frozen=True, slots=True)
class Relation:
    """Two claims that speak of one matter and differ.

    Args:
        one: id of the wider claim, the plan, the one denied, the one corrected; else of the earlier.
        other: id of the narrower or more specific claim, the outcome, the denial, the correction;
            else of the later.
        kind: ``specificity`` (the other tells more, or more exactly), ``scope`` (its figure covers
            a part), ``period`` (another time), ``plan`` (a plan and an outcome), ``spread``
            (two houses' estimates), ``conflict`` (figures that cannot both hold), ``denial``,
            ``revision`` (one teller replaces a figure).
        shown: the words that show the difference, in either claim.
        id: content id over (one, other, kind).
    """

    one: str
    other: str
    kind: RelationKind
    shown: tuple[Passage, ...]
    id: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """All that is known about where the claims of a case came from."""

    hops: tuple[Hop, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    drift: tuple[Drift, ...] = ()
    relations: tuple[Relation, ...] = ()
    loops: tuple[Loop, ...] = ()
