"""What may a page show of judgements, of their premises, and of how forecasts turned out?"""

from dataclasses import dataclass, field

from allsource.report.claim_contexts import ClaimView

__all__ = ["DueRow", "JudgementView", "PremiseView", "RecordRow"]


@dataclass(frozen=True, slots=True)
class DueRow:
    """A plan or a forecast, and what became of it."""

    id: str = field(metadata={"help": "id of the forecast; empty for a plan with a figure"})
    date: str = field(metadata={"help": "when it is due"})
    source: str = field(metadata={"help": "whose it is"})
    planned: str = field(metadata={"help": "the figure, or the likelihood word of the forecast"})
    state: str = field(metadata={"help": "not yet due, due and unresolved, met or true, or not"})
    outcome: str = field(metadata={"help": "the estimate at that date, empty where nothing tells"})
    share: str = field(metadata={"help": "outcome as a share of the plan, empty where not known"})
    likely: str = field(
        metadata={"help": "how likely it is that the figure was passed; empty where not told"}
    )
    settled: tuple[ClaimView, ...] = field(metadata={"help": "claims that tell the outcome"})
    own_word: bool = field(metadata={"help": "only its own source tells the outcome"})
    score: str = field(metadata={"help": "Brier score, empty where there is none"})
    words: str = field(metadata={"help": "the claim's statement"})
    outlet: str = field(metadata={"help": "its document"})
    target: str = field(metadata={"help": "where it stands"})


@dataclass(frozen=True, slots=True)
class PremiseView:
    """A ground that the author of a judgement cites."""

    words: str = field(metadata={"help": "the ground, as the document writes it"})
    cue: str = field(metadata={"help": "the words that mark it as a ground"})
    status: str = field(metadata={"help": "how it stands now"})
    status_class: str = field(metadata={"help": "class of the badge"})
    root: str = field(metadata={"help": "where it entered the record, empty where not traced"})
    target: str = field(metadata={"help": "where it stands"})
    against: tuple[ClaimView, ...] = field(
        metadata={"help": "claims that withdraw or contradict it"}
    )


@dataclass(frozen=True, slots=True)
class JudgementView:
    """A judgement with what it rests on by its author's own account."""

    claim: ClaimView = field(metadata={"help": "what is judged"})
    author: str = field(metadata={"help": "who judges"})
    word: str = field(metadata={"help": "the author's own word"})
    scale: str = field(metadata={"help": "ICD 203 term and range of that word; empty for others"})
    premises: tuple[PremiseView, ...] = field(metadata={"help": "in the order of the text"})
    absent: str = field(metadata={"help": "why there is no premise; empty where there is one"})
    warnings: tuple[str, ...] = field(metadata={"help": "what became of its premises"})
    more: int = field(metadata={"help": "other claims of the case that give the same judgement"})


@dataclass(frozen=True, slots=True)
class RecordRow:
    """How the dated forecasts of one source turned out."""

    source: str = field(metadata={"help": "who forecast"})
    due: int = field(metadata={"help": "how many are due"})
    true: int = field(metadata={"help": "how many of these came true"})
    false: int = field(metadata={"help": "how many did not"})
    open: int = field(metadata={"help": "how many nobody settled, or only in dispute"})
    score: str = field(metadata={"help": "mean Brier score with its number; empty where none"})
