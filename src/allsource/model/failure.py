"""Which input could not be read, why, and what can be done about it?"""

from dataclasses import dataclass

__all__ = ["Failure"]


@dataclass(frozen=True, slots=True)
class Failure:
    """An input, or a part of one, that was not read; all others go on.

    Args:
        path: as shown to the user, control characters escaped.
        reason: what is wrong with it, in plain words.
        next_step: what the user can do about it.
    """

    path: str
    reason: str
    next_step: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}; {self.next_step}"
