"""What does one word of a document say of the checking of what the document tells?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Status", "Verdict"]

Status = Literal["unverified", "verified", "disputed", "no_comment"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One statement that something was or was not checked, as words of the parse.

    Args:
        status: what it says.
        what: what was (not) checked; None for all that was said.
        who: head of the words for who did (not) check, or None.
        before: it is something told before, and not what this statement itself tells.
    """

    status: Status
    what: "Token | None"
    who: "Token | None"
    before: bool = True
