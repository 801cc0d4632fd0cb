"""What does an author judge, in which words, and which grounds does the author cite for it?"""

from dataclasses import dataclass, field
from typing import Literal

from allsource.model.ids import content_id
from allsource.model.span import Span

__all__ = ["Absence", "CitedPremise", "Judgement", "Medium", "Phrase", "Premise"]

Medium = Literal["imagery", "document", "record", "testimony", "statement"]
"""What a ground is where it is a thing and no statement."""

Absence = Literal["no premise cited", "a ground of somebody else", "a ground that was not read"]
"""Why a judgement has no premise."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a document, where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class CitedPremise:
    """A ground that the author of a judgement cites for it.

    Args:
        text: its words.
        span: where they stand.
        cue: the words that make it a ground ("because", "judging by").
        medium: what it is, where it is a thing ("satellite images"); None for a statement.
    """

    text: str
    span: Span
    cue: Phrase
    medium: Medium | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """That a claim is inferred or assessed, and not told as a fact.

    Args:
        word: the author's own word of likelihood or caution, or the verb of judging.
        author: who judges, by name; None where the outlet does, or somebody not named.
        premises: that the author cites, in the order of the text.
        absent: why there is none; None where there is one.
    """

    word: Phrase
    author: str | None
    premises: tuple[CitedPremise, ...] = ()
    absent: Absence | None = None

    def texts(self) -> "list[tuple[str, tuple[Span, ...]]]":
        """Give all words with where they stand, to be held against the document."""
        cited = [(one.text, (one.span,)) for one in self.premises]
        cues = [(one.cue.text, (one.cue.span,)) for one in self.premises]
        return [(self.word.text, (self.word.span,)), *cited, *cues]


@dataclass(frozen=True, slots=True)
class Premise:
    """One link from a judgement to a ground that its author cites.

    Args:
        judgement: ``clm_`` id of the claim that is judged.
        claim: ``clm_`` id of the claim that is the ground; None where it is no claim of its own.
        document: ``doc_`` id of both.
        span: where the ground stands.
        cue: where the words stand that make it a ground.
        medium: what the ground is, where it is a thing.
        id: content id over (judgement, span, cue).
    """

    judgement: str
    claim: str | None
    document: str
    span: Span
    cue: Span
    medium: Medium | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", content_id("prm", self.judgement, self.span, self.cue))
