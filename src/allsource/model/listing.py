"""What does a watch list say of one party?

Fields are what the list's own file states; nothing is added and nothing inferred.
"""

from dataclasses import dataclass
from typing import Literal

from allsource.model.ids import content_id

__all__ = ["Designation", "ListedName", "Listing", "NameKind", "PartyKind"]

NameKind = Literal["primary", "alias", "former name", "weak alias"]
PartyKind = Literal["person", "organization", "vessel", "aircraft", "other"]


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name that a list gives to a party.

    Args:
        text: the name, as the list writes it.
        kind: the main one, another, a former one, or one that the list itself calls weak.
    """

    text: str
    kind: NameKind = "primary"


@dataclass(frozen=True, slots=True)
class Designation:
    """One act by which a party was listed.

    Args:
        programme: sanctions programme or legal act, as the list names it; None where it names none.
        since: its day, an ISO prefix; None where the list gives none.
        until: the day from which on it no longer holds, as the list says; None where it stands, or the list is silent.
    """

    programme: str | None
    since: str | None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A party on a watch list.

    Args:
        source: the list, by the name that its publisher uses.
        as_of: the day of the list's file as the file says it, an ISO prefix; None where it says none.
        uid: the list's own number of the party.
        kind: what sort of party.
        names: at least one; the primary one first.
        programmes: sanctions programmes or legal acts, as the list names them.
        since: the first day of listing as the list gives it, an ISO prefix.
        until: the day on which the party was taken off, where the list says that every listing has ended.
        designations: the acts, where the list gives a day for each.
        birth_dates: ISO prefixes, for persons; used to tell namesakes apart and never printed.
        countries: ISO 3166 codes or names, as the list writes them.
        identifiers: numbers of ships, firms and aircraft that the list gives (IMO, register, tail number);
            never one of a person.
        place: where in the file: ``NAME#N``, entries counted from 1.
        synthetic: invented evidence, marked as such for ever.
    """

    source: str
    as_of: str | None
    uid: str
    kind: PartyKind
    names: tuple[ListedName, ...]
    programmes: tuple[str, ...] = ()
    since: str | None = None
    birth_dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    place: str = ""
    synthetic: bool = False
    until: str | None = None
    designations: tuple[Designation, ...] = ()

    @property
    def id(self) -> str:
        """Content id over the list, its day and the party's number."""
        return content_id("lst", self.source, self.as_of, self.uid)

    @property
    def name(self) -> str:
        """The primary name."""
        return self.names[0].text
