"""What is one step of derivation between two documents, and when is it followed?"""

from dataclasses import dataclass

from allsource.model.ids import content_id
from allsource.model.lineage import Hop

__all__ = ["FOLLOWED", "Derivation", "hop_id"]

FOLLOWED = 0.5
"""Claims are followed to their roots along hops more probable than this."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """A hop between documents, with what it says of their being tied at all.

    Args:
        hop: as it is told; at most one half where the direction is not known.
        tie: that one of the two derives from the other, whichever it is.
        directed: date or credit tell which is the child.
        dated: dates alone do.
    """

    hop: Hop
    tie: float
    directed: bool
    dated: bool = False

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of child and parent."""
        return self.hop.child, self.hop.parent

    @property
    def followed(self) -> bool:
        """Whether claims are followed along it to their roots."""
        return self.directed and self.hop.probability > FOLLOWED


def hop_id(child: str, parent: str, kind: str) -> str:
    """Name a hop after its ends and kind.

    Example:
        >>> hop_id("doc_2", "doc_1", "rewrite") == hop_id("doc_2", "doc_1", "rewrite")
        True
    """
    return content_id("hop", child, parent, kind)
