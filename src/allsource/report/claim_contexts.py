"""What may every part of a page show of a claim? Typed contexts, each field with its meaning."""

from dataclasses import dataclass, field

__all__ = ["CiteLink", "ClaimView"]


@dataclass(frozen=True, slots=True)
class CiteLink:
    """One small link behind a sentence."""

    number: int = field(metadata={"help": "number of the source document"})
    target: str = field(metadata={"help": "id of the place in the sources section"})
    label: str = field(metadata={"help": "what a screen reader says"})


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim in a list."""

    id: str = field(metadata={"help": "claim id"})
    words: str = field(metadata={"help": "its proposition"})
    outlet: str = field(metadata={"help": "its document"})
    number: int = field(metadata={"help": "number of its document"})
    date: str = field(metadata={"help": "its document's date"})
    credit: str = field(metadata={"help": "whom the document credits"})
    stance: str = field(metadata={"help": "how it is put"})
    root: str = field(metadata={"help": "where it entered the record"})
