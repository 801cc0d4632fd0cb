"""Who or what is one over a case, by which names, and who says so?

An entity of a case holds mentions of several documents. Its names are those by which documents call it; an alias has the
passages that give it. What joins a mention is a link: a judgement of the machine or of a person, with its reason.
"""

from dataclasses import dataclass
from typing import Literal

from allsource.model.lineage import Passage
from allsource.model.span import Span

__all__ = ["CaseEntity", "EntityMention", "EntityName", "EntityPlace", "Undecided"]


@dataclass(frozen=True, slots=True)
class EntityName:
    """A name of an entity.

    Args:
        text: as it is written.
        given: what gives it: "full" (documents call it so), "short" (of a full name), "stated" (a text says that it is
            another name) or "judged" (it was joined by a judgement on two names).
        passages: for "stated" where the text says so, else where the name first stands in each document.
    """

    text: str
    given: Literal["full", "short", "stated", "judged"]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class EntityMention:
    """Where an entity is named.

    Args:
        document: id.
        span: of the words.
        text: the words.
        record: id of the name in that document, to which judgements refer.
    """

    document: str
    span: Span
    text: str
    record: str


@dataclass(frozen=True, slots=True)
class EntityPlace:
    """A place that an entity is or may be.

    Args:
        name: as GeoNames calls it.
        state: its country.
        latitude: to a tenth of a degree.
        longitude: to a tenth of a degree.
    """

    name: str
    state: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class CaseEntity:
    """One party, place or thing of a case.

    Args:
        id: content id over its full name and what parts it from others of that name.
        kind: what it is.
        name: the name by which it is shown.
        names: all its names, the one it is shown by first.
        mentions: by document and place.
        places: which place it is, or may be; empty where the table knows none.
    """

    id: str
    kind: Literal["person", "body", "place", "thing", "unknown"]
    name: str
    names: tuple[EntityName, ...]
    mentions: tuple[EntityMention, ...]
    places: tuple[EntityPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Undecided:
    """Two of which it is not known whether they are one.

    Args:
        left: id of an entity or of a record.
        left_name: its name.
        right: id of the other.
        right_name: its name.
        probability: that they are one, as the machine has it; None where a person is unsure.
        why: in words.
    """

    left: str
    left_name: str
    right: str
    right_name: str
    probability: float | None
    why: str
