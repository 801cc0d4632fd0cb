"""Which parties of a case does a watch list hold?

The names of the case are few and those of a list are many: the keys of the case's names are held, and each
listed name is looked up among them. Whoever shares a key is compared in full (``match``), with
what the case tells of it being its name alone, and the surest name of an entry stands for it. Weak names of a
list are compared as others and told as weak. A name of which the case does not tell whether it is a person's or
a firm's is looked for among both, once. What is kept of a match (``Listed.kept``) holds neither birth dates nor
numbers. A match is what the machine thinks, never an identity.

It fails where the case writes a name in a way that shares no key with the list's, and for a
namesake about whom neither side tells more than the name: the probability says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from allsource.entities.keys import keys_of
from allsource.entities.match import SAME, Match, Party, Reason, match
from allsource.entities.name import Kind, read_name
from allsource.errors import UsageError
from allsource.model.ids import content_id
from allsource.model.listing import Designation, ListedName, Listing
from allsource.model.records import from_record, record

__all__ = ["Listed", "Named", "listed", "listed_from"]

_KINDS: Mapping[str, Kind] = {
    "person": "person",
    "organization": "organization",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
_LIKE: Mapping[str, frozenset[str]] = {
    "person": frozenset({"person", "other"}),
    "organization": frozenset({"organization", "other"}),
    "vehicle": frozenset({"vessel", "aircraft", "other"}),
}
"""Kinds of listed parties that a mention of each kind may be."""


@dataclass(frozen=True, slots=True)
class Named:
    """A party as a case names it.

    Args:
        name: the fullest form.
        kinds: what it may be: person, organization, vehicle.
    """

    name: str
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Listed:
    """A party of a case and the entry of a list that it may be.

    Args:
        party: as the case names it.
        listing: the entry.
        name: the entry's name that fits best.
        match: how probably the two are one, and why.
    """

    party: Named
    listing: Listing
    name: ListedName
    match: Match

    @property
    def id(self) -> str:
        """Content id over party and entry."""
        return content_id("lsd", self.party.name, self.listing.id)

    @property
    def kept(self) -> dict[str, Any]:
        """What a case keeps of it: no birth date and no number of a register."""
        entry = self.listing
        why = [
            {
                "feature": one.feature,
                "detail": one.detail,
                "seen": "" if "birth" in one.feature else one.seen,
                "effect": one.effect,
            }
            for one in self.match.why
        ]
        return {
            "party": self.party.name,
            "kinds": sorted(self.party.kinds),
            "source": entry.source,
            "uid": entry.uid,
            "as_of": entry.as_of,
            "kind": entry.kind,
            "name": self.name.text,
            "name_kind": self.name.kind,
            "names": [one.text for one in entry.names],
            "programmes": list(entry.programmes),
            "since": entry.since,
            "until": entry.until,
            "designations": [record(one) for one in entry.designations],
            "place": entry.place,
            "probability": self.match.probability,
            "why": why,
            "synthetic": entry.synthetic,
        }


def listed_from(kept: Mapping[str, Any]) -> Listed:
    """Build a match again from what a case kept of it (``Listed.kept``); birth dates and numbers are not in it."""
    name = ListedName(kept["name"], kept.get("name_kind", "alias"))
    names = (ListedName(one, "alias" if at else "primary") for at, one in enumerate(kept["names"]))
    listing = Listing(
        source=kept["source"],
        as_of=kept["as_of"],
        uid=kept["uid"],
        kind=kept["kind"],
        names=tuple(names),
        programmes=tuple(kept["programmes"]),
        since=kept["since"],
        until=kept.get("until"),
        designations=tuple(from_record(Designation, one) for one in kept.get("designations", ())),
        place=kept["place"],
        synthetic=kept["synthetic"],
    )
    probability = kept["probability"]
    why = tuple(Reason(one["feature"], one.get("seen", ""), one["effect"]) for one in kept["why"])
    party = Named(kept["party"], frozenset(kept["kinds"]))
    return Listed(party, listing, name, Match(probability, probability >= SAME, why))


def listed(
    parties: Iterable[Named], listings: Iterable[Listing], *, least: float = SAME
) -> Iterator[Listed]:
    """Find the parties of a case on a list.

    Args:
        parties: of the case.
        listings: entries, one at a time; memory does not grow with them.
        least: probability below which nothing is told.

    Returns:
        Matches in order of the list.

    Example:
        >>> entry = Listing("a list", None, "1", "person", (ListedName("VELL, Anna"),))
        >>> [one.party.name for one in listed([Named("Anna Vell", frozenset({"person"}))], [entry])]
        ['Anna Vell']
    """
    by_key: dict[int, set[Named]] = defaultdict(set)
    for party in _merged(parties):
        kinds = {_KINDS.get(kind, "vessel") for kind in party.kinds}
        for key in {key for kind in kinds for key in _keys(party.name, kind)}:
            by_key[key].add(party)
    for listing in listings:
        best: dict[Named, Listed] = {}
        for name in listing.names:
            for party in _near(name.text, listing, by_key):
                found = _compared(party, listing, name)
                known = best.get(party)
                if found and (known is None or found.match.probability > known.match.probability):
                    best[party] = found
        for one in sorted(best.values(), key=lambda one: one.party.name):
            if one.match.probability >= least:
                yield one


def _merged(parties: Iterable[Named]) -> Iterator[Named]:
    """Give each name once, with all that it may be."""
    kinds: dict[str, frozenset[str]] = {}
    for one in parties:
        kinds[one.name] = kinds.get(one.name, frozenset()) | one.kinds
    return (Named(name, found) for name, found in sorted(kinds.items()))


def _near(name: str, listing: Listing, by_key: Mapping[int, set[Named]]) -> set[Named]:
    """Give the parties of a fitting kind that share a key with a listed name."""
    kind = _KINDS.get(listing.kind, "organization")
    found = {party for key in _keys(name, kind) for party in by_key.get(key, ())}
    return {
        party
        for party in found
        if any(listing.kind in _LIKE.get(kind, frozenset()) for kind in party.kinds)
    }


def _keys(name: str, kind: Kind) -> set[int]:
    """Give the keys under which a name is found again; none for what is no name."""
    try:
        read = read_name(name, kind)
    except UsageError:
        return set()
    return {key for part in keys_of(read) for keys in part for key in keys}


def _compared(party: Named, listing: Listing, name: ListedName) -> Listed | None:
    there = Party(name.text, country="; ".join(listing.countries))
    try:
        found = match(Party(party.name), there, listing.kind)
    except UsageError:
        return None
    return Listed(party, listing, name, found)
