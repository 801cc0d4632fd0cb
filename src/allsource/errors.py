"""What can go wrong, as one small tree.

    AllsourceError
    ├── UsageError         wrong options or settings                    (exit 2)
    ├── InputError         one input could not be read; others go on    (exit 3)
    ├── GroundingError     a claim's words are not those of its span    (a defect)
    ├── CaseError          the case folder cannot be used               (exit 1)
    │   └── IntegrityError evidence or ledger differ from what was kept (exit 4)
    └── EntailmentError    a sentence says more than its evidence       (exit 1)

Each message names the file or object, the reason and the next step.
"""

__all__ = [
    "AllsourceError",
    "CaseError",
    "EntailmentError",
    "GroundingError",
    "InputError",
    "IntegrityError",
    "UsageError",
]


class AllsourceError(Exception):
    """Base of every error that allsource raises on purpose."""


class UsageError(AllsourceError):
    """Options or settings that cannot be followed."""


class InputError(AllsourceError):
    """One input that could not be read.

    Args:
        path: the input as the user named it.
        reason: what is wrong with it, in plain words.
        next_step: what the user can do about it.

    Example:
        >>> print(InputError("a.pdf", "the file ends early", "fetch it again"))
        a.pdf: the file ends early; fetch it again
    """

    def __init__(self, path: str, reason: str, next_step: str) -> None:
        super().__init__(path, reason, next_step)
        self.path = path
        self.reason = reason
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}; {self.next_step}"


class GroundingError(AllsourceError):
    """A text that does not equal the span of the document it claims to quote."""


class CaseError(AllsourceError):
    """A case folder that is missing, foreign or in use in a way that cannot be waited for."""


class IntegrityError(CaseError):
    """Stored evidence or ledger entries that are not what was once committed."""


class EntailmentError(AllsourceError):
    """A sentence whose number, unit, date, name, credit, hedge or polarity its citations do not bear."""
