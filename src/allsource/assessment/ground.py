"""What is a ground: a thing of the case, in words, and all that it rests on?

The leaves are passages of documents, or places in files of sensors and lists. What neither shows is no ground.
It fails for what a person knows and no file says.
"""

from dataclasses import dataclass

from allsource.model.bearing import Exhibit
from allsource.model.lineage import Passage

__all__ = ["Ground"]


@dataclass(frozen=True, slots=True)
class Ground:
    """Something of the case, in words, and what it rests on.

    Args:
        id: its id.
        kind: what it is: finding, gap, sentence, claim, root, cluster, hop, drift, relation,
            loop, series, conflict, document, estimate, judgement, premise, forecast, entity, name,
            identity judgement, flight, pictures, list entry, bearing.
        says: what it says, in words.
        passages: where that can be read.
        on: what it rests on in turn.
        exhibits: files of sensors and lists that show it.
        synthetic: invented evidence, marked as such for ever.
    """

    id: str
    kind: str
    says: str
    passages: tuple[Passage, ...] = ()
    on: tuple["Ground", ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    synthetic: bool = False
