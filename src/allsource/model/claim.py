"""Who said what, and how surely: one proposition grounded in a document.

A claim cannot be built unless every text it carries equals the words at its
span: the constructor checks all of them against the document.
"""

from dataclasses import dataclass, field
from typing import Literal

from allsource.errors import GroundingError
from allsource.model.document import Document
from allsource.model.ids import content_id
from allsource.model.judgement import Judgement
from allsource.model.predication import Predication
from allsource.model.quantity import Quantity
from allsource.model.span import Span, quote
from allsource.model.time import Time

__all__ = [
    "Attribution",
    "Claim",
    "Content",
    "Cue",
    "Hedge",
    "Mention",
    "Source",
    "SourceKind",
    "Stance",
    "Verification",
]

SourceKind = Literal[
    "named_person",
    "organization",
    "unnamed_person",
    "unnamed_official",
    "unnamed_group",
    "outlet",
    "document",
    "unnamed_document",
    "sensor",
]


@dataclass(frozen=True, slots=True)
class Source:
    """Who is credited.

    Args:
        text: the words of this mention.
        spans: where they stand.
        kind: what sort of source it is.
        name: fullest form of the name in the document, after coreference.
        entity: id shared by all mentions of the same source in the document (for named
            persons, organisations and outlets: over documents with the same name).
    """

    text: str
    spans: tuple[Span, ...]
    kind: SourceKind
    name: str
    entity: str


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that credit: "according to", "said", "indicate"."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """The whole content that one cue credits, even where several claims share it."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content (PARC and PolNeAR terms).

    ``source`` is None for an agentless passive: somebody is credited, nobody is named. ``stated``
    is false where the cue tells an act or an attitude towards the content, not a statement of it
    ("welcomed the effort"): such a claim is kept for the record and counts as nobody's word.
    """

    source: Source | None
    cue: Cue
    content: Content
    medium: str | None = None
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that weakens: ``strength`` 0 (hardly) to 1 (wholly speculative)."""

    text: str
    span: Span
    strength: float


@dataclass(frozen=True, slots=True)
class Stance:
    """How the claim is put, and whose caution it is."""

    status: Literal["asserted", "hedged", "expected", "conditional", "denied", "questioned"]
    hedges: tuple[Hedge, ...] = ()
    whose: Literal["source", "outlet"] | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """What the document says about whether the claim was checked, and by whom."""

    status: Literal["unverified", "verified", "disputed", "no_comment"]
    by: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the claim."""

    text: str
    span: Span
    kind: Literal["person", "organization", "place", "vehicle", "weapon", "product", "other"]
    entity: str


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """One proposition of one document.

    Args:
        document: the document it stands in.
        span: smallest contiguous stretch that holds source, cue and content.
        proposition: the stretch of content that is this claim's own (inside ``span``).
        attribution: from the one the document credits to the innermost; empty where the
            outlet speaks for itself.
        form: how the content is quoted, None where nothing is attributed.
        stance: how it is put.
        negated: the proposition itself is a negative ("has not delivered").
        verification: what the document says of its having been checked.
        quantities: inside the proposition.
        times: inside the proposition.
        entities: names inside ``span``.
        predication: who did what to whom in the proposition; None where that is not read.
        judgement: that it is inferred or assessed, and on which cited grounds; None where it is told as a fact.
        id: content id over (document id, span, proposition, spans of sources, cues and contents).

    Raises:
        GroundingError: a text is not what stands at its span.
    """

    document: Document
    span: Span
    proposition: Span
    attribution: tuple[Attribution, ...] = ()
    form: Literal["direct", "indirect", "mixed"] | None = None
    stance: Stance = field(default_factory=lambda: Stance("asserted"))
    negated: bool = False
    verification: tuple[Verification, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    entities: tuple[Mention, ...] = ()
    predication: Predication | None = None
    judgement: Judgement | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if not (
            0 <= self.span.start < self.span.end <= len(self.document.text)
            and self.span.covers(self.proposition)
            and self.proposition.start < self.proposition.end
        ):
            raise GroundingError(
                f"{self.document.path}: a claim at {self.span} with its proposition at "
                f"{self.proposition} does not lie in the text; report this as a defect"
            )
        for words, spans in self._texts():
            if quote(self.document.text, spans) != words:
                raise GroundingError(
                    f"{self.document.path}: {words!r} is not what stands at {list(spans)}; "
                    "report this as a defect"
                )
        object.__setattr__(self, "id", content_id("clm", *self._key()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Claim) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def text(self) -> str:
        """The words at the claim's span."""
        return self.span.of(self.document.text)

    @property
    def statement(self) -> str:
        """The words of the proposition alone, without source and cue."""
        return self.proposition.of(self.document.text)

    @property
    def stated(self) -> bool:
        """Whether somebody states this, the outlet or the innermost source."""
        return not self.attribution or self.attribution[-1].stated

    @property
    def source(self) -> Source | None:
        """The source that the document itself credits (the outermost), if any."""
        return self.attribution[0].source if self.attribution else None

    def _texts(self) -> list[tuple[str, tuple[Span, ...]]]:
        credited = [a.source for a in self.attribution if a.source is not None]
        return [
            *((s.text, s.spans) for s in credited),
            *((a.cue.text, a.cue.spans) for a in self.attribution),
            *((h.text, (h.span,)) for h in self.stance.hedges),
            *((q.text, (q.span,)) for q in self.quantities),
            *((q.time.text, (q.time.span,)) for q in self.quantities if q.time is not None),
            *((q.thing.text, (q.thing.span,)) for q in self.quantities if q.thing is not None),
            *((t.text, (t.span,)) for t in self.times),
            *((m.text, (m.span,)) for m in self.entities),
            *(self.predication.grounds() if self.predication is not None else ()),
            *(self.judgement.texts() if self.judgement is not None else ()),
        ]

    def _key(self) -> list[object]:
        chain = [
            [a.source.spans if a.source else None, a.cue.spans, a.content.spans]
            for a in self.attribution
        ]
        return [self.document.id, self.span, self.proposition, chain]
