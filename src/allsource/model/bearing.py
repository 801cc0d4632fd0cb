"""How does what a sensor or a list shows stand to what a document says?"""

from dataclasses import dataclass
from typing import Literal

from allsource.model.ids import content_id

__all__ = ["Bearing", "Compared", "Exhibit", "Verdict"]

Verdict = Literal["bears out", "contradicts", "does not bear"]


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing that was compared.

    Args:
        what: e.g. "date", "from", "operator".
        said: the claim's words, None where it says nothing of it.
        seen: what the sensor or list has, None where it has nothing of it.
        agrees: None where one of the two is silent or too vague.
    """

    what: str
    said: str | None
    seen: str | None
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Where in a file an observation stands.

    Args:
        path: of the file, as shown to the user.
        sha256: of the file.
        place: where in it, and for what, in words.
        as_of: the day of the file or picture as it says it, an ISO prefix; None where it says none.
    """

    path: str
    sha256: str
    place: str
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Bearing:
    """A claim beside an observation.

    Args:
        claim: ``clm_`` id.
        observation: ``leg_``, ``scr_`` or ``lst_`` id.
        kind: of the observation.
        verdict: what the one says of the other.
        compared: everything that was compared, in order.
        why: what decided, in words.
    """

    claim: str
    observation: str
    kind: Literal["track", "imagery", "list"]
    verdict: Verdict
    compared: tuple[Compared, ...]
    why: str

    @property
    def id(self) -> str:
        """Content id over claim and observation."""
        return content_id("bea", self.claim, self.observation)
