"""What is printed: sentences made of words and typed slots, each slot with its evidence."""

from dataclasses import dataclass
from typing import Literal

from allsource.model.bearing import Bearing
from allsource.model.span import Span

__all__ = ["Assessment", "Change", "Check", "Citation", "Finding", "Gap", "Sentence", "Slot"]


@dataclass(frozen=True, slots=True)
class Citation:
    """What a slot or sentence rests on.

    Args:
        document: document id.
        span: where in its text.
        claim: claim id, where the span is a claim's.
    """

    document: str
    span: Span
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A typed part of a sentence, equal to something cited.

    Args:
        name: the slot's name in its template.
        kind: what it holds.
        text: what is printed.
        cites: indices into the sentence's citations.
        of: which field of the cited claim, or which recorded computation, it equals.
    """

    name: str
    kind: Literal[
        "number", "date", "name", "credit", "quote", "count", "likelihood", "outlet", "word"
    ]
    text: str
    cites: tuple[int, ...]
    of: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One printed sentence.

    Args:
        id: content id over (template, slots, citations).
        template: key of its wording in ``vocab/wording.yaml``.
        slots: in the order of the template.
        text: the sentence as printed.
        citations: what it rests on.
    """

    id: str
    template: str
    slots: tuple[Slot, ...]
    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence of the bottom line with what stands behind it.

    Args:
        id: content id over what it is about (not over its strength), so that it can be followed
            from one dossier to the next.
        kind: what sort of finding.
        sentences: the headline first.
        cluster: cluster id it speaks of.
        likelihood: ICD 203 term, only where a source's own words or a computation give one.
        confidence: how well founded, from roots and their standing; apart from likelihood.
        effective_roots: of the cluster.
        effective_roots_interval: of the cluster.
        corrected: its figure was taken back by the outlet that printed it.
    """

    id: str
    kind: Literal["measure", "statement", "lineage", "conflict", "denial", "retraction"]
    sentences: tuple[Sentence, ...]
    cluster: str | None = None
    likelihood: str | None = None
    confidence: Literal["low", "moderate", "high"] | None = None
    effective_roots: float | None = None
    effective_roots_interval: tuple[float, float] | None = None
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """What is not known and what would change the assessment."""

    id: str
    sentences: tuple[Sentence, ...]
    cluster: str | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that a dossier prints as its own words, before layout."""

    findings: tuple[Finding, ...] = ()
    conflicts: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a finding since the last dossier.

    Args:
        kind: ``new``, ``stronger``, ``weaker`` or ``withdrawn``.
        finding: id of the finding it speaks of (of the old one where it is withdrawn).
        sentence: that finding's headline.
        why: what changed, in words.
        documents: ids of the documents, new since then, that did it.
    """

    kind: Literal["new", "stronger", "weaker", "withdrawn"]
    finding: str
    sentence: Sentence
    why: str
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """How one claim of an article stands against a case.

    Args:
        claim: claim id.
        root: ``src_`` id of where it entered the record, None where not traced.
        status: what the case says of it.
        missing: what the claim lacks, in words.
        drift: ids of what changed on the way to this claim.
        against: ids of claims that speak against it.
        others: ids of other claims of the same thing, in other documents.
        observed: what tracks, pictures and lists in hand say of it, what decides first.
    """

    claim: str
    root: str | None
    status: Literal[
        "borne out",
        "contradicted",
        "same origin only",
        "independence not established",
        "no other evidence",
    ]
    missing: tuple[str, ...] = ()
    drift: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    observed: tuple[Bearing, ...] = ()
