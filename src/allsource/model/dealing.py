"""What parties are said to have done to each other, and what they owe."""

from dataclasses import dataclass
from typing import Literal

from allsource.model.ids import content_id
from allsource.model.time import Time

__all__ = ["Dealing", "Obligation", "ObligationState", "State"]

State = Literal["promised", "partly met", "met", "unpaid", "disputed"]


@dataclass(frozen=True, slots=True)
class Dealing:
    """One claim on what one party did to, or said of, another.

    Args:
        actor: who did or said it, by name.
        toward: to or of whom.
        way: ``did`` or ``said``.
        claim: ``clm_`` id.
    """

    actor: str
    toward: str
    way: Literal["did", "said"]
    claim: str


@dataclass(frozen=True, slots=True)
class ObligationState:
    """What one claim says became of an obligation.

    Args:
        state: promised, partly met, met, unpaid or disputed.
        claim: ``clm_`` id.
        amount: the figure with its unit, as the document writes it; None where none is told.
        time: when it fell or falls due, or was met; None where that is not told.
    """

    state: State
    claim: str
    amount: str | None = None
    time: Time | None = None


@dataclass(frozen=True, slots=True)
class Obligation:
    """What one party owes another, with everything that is said of it.

    Args:
        debtor: who owes; None where no claim tells.
        creditor: to whom; None where no claim tells.
        state: as the claims together have it: ``disputed`` where some say that it was met, or was never
            there, and others that it was not.
        states: by the day of the page, earliest first.
    """

    debtor: str | None
    creditor: str | None
    state: State
    states: tuple[ObligationState, ...]

    @property
    def id(self) -> str:
        """Content id over debtor and creditor, so that it can be followed."""
        return content_id("obl", self.debtor, self.creditor)
