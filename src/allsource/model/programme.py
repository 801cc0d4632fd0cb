"""What a case tells of a programme beside its numbers: one entry for each statement."""

from dataclasses import dataclass
from typing import Literal

from allsource.model.time import Time

__all__ = ["CardEntry", "Topic"]

Topic = Literal["sites", "stages made at home", "workforce", "suppliers", "finance", "exports"]


@dataclass(frozen=True, slots=True)
class CardEntry:
    """A statement of the programme card.

    Args:
        topic: the line of the card on which it stands.
        claim: claim id, the earliest of those that say it.
        time: that the claim speaks of, None where it names none.
        root: ``src_`` id of where it entered the record, None where that was not traced.
        claims: ids of all claims of the case that say it, ``claim`` among them.
        documents: how many documents hold these.
    """

    topic: Topic
    claim: str
    time: Time | None
    root: str | None
    claims: tuple[str, ...]
    documents: int
