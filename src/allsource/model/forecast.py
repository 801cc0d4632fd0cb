"""What was foretold for a day, and did it come true?"""

from dataclasses import dataclass, field
from typing import Literal

from allsource.model.ids import content_id

__all__ = ["Forecast", "Outcome"]

Outcome = Literal[
    "not yet due", "due, unresolved", "due, disputed", "came true", "did not come true"
]


@dataclass(frozen=True, slots=True)
class Forecast:
    """A forecast without a figure, with the day by which it must have come true.

    Args:
        claim: ``clm_`` id of the earliest claim that makes it.
        source: the root whose forecast it is, by name.
        due: last day of the time that it names.
        word: the word of likelihood or caution that it is put in; None where it has none.
        term: ICD 203 term of that word; None where it is none of these.
        probability: the middle of that term's range; None without a term.
        state: what can be said on the day of the newest document.
        settled: ids of the claims that tell what became of it.
        own_word: only the root that made the forecast tells what became of it.
        brier: the square of one (came true) or nought less ``probability``; None where either is not known.
        id: content id over (claim, due), so that it can be followed.
    """

    claim: str
    source: str
    due: str
    word: str | None
    term: str | None
    probability: float | None
    state: Outcome
    settled: tuple[str, ...] = ()
    own_word: bool = False
    brier: float | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", content_id("fct", self.claim, self.due))
