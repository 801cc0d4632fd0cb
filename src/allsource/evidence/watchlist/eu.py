"""What does the consolidated financial sanctions list of the European Union hold?

Source: the file "xmlFullSanctionsList" of the European Commission, root ``export`` in the
namespace ``http://eu.europa.ec/fpi/fsd/export``. Each ``regulation`` is an act with its programme and day; the file
holds who is listed now, and says nothing of those who were taken off.
"""

from collections.abc import Iterator
from typing import IO

from allsource.evidence.watchlist.fields import (
    day,
    designations,
    kind,
    name_parts,
    names,
    once,
    plain,
)
from allsource.evidence.watchlist.xml import Element, entries, local
from allsource.model.listing import ListedName, Listing

__all__ = ["read_eu"]

_REGISTERS = frozenset({"imo", "regnumber"})
"""Codes of numbers that ships and firms bear; those of persons (passport, id, ssn ...) are not read."""


def read_eu(file: IO[bytes], name: str) -> Iterator[Listing]:
    """Read the parties of an EU consolidated list.

    Raises:
        InputError: the XML is broken or declares a document type.
    """
    as_of: str | None = None
    for number, (_, row) in enumerate(entries(file, name, frozenset({"sanctionEntity"})), start=1):
        if as_of is None:
            as_of = day(row.getroottree().getroot().get("generationDate"))
        yield _party(row, as_of, f"{name}#{number}")


def _party(row: Element, as_of: str | None, place: str) -> Listing:
    acts = designations(map(_act, _below(row, "regulation")))
    days = sorted(filter(None, (act.since for act in acts)))
    return Listing(
        source="EU Consolidated Financial Sanctions List",
        as_of=as_of,
        uid=plain(row.get("euReferenceNumber")) or plain(row.get("logicalId")),
        kind=next((kind(one.get("code")) for one in _below(row, "subjectType")), "other"),
        names=names(map(_name, _below(row, "nameAlias"))),
        programmes=once(act.programme for act in acts),
        since=day(row.get("designationDate")) or (days[0] if days else None),
        designations=acts,
        birth_dates=tuple(filter(None, (_birth(one) for one in _below(row, "birthdate")))),
        countries=tuple(
            dict.fromkeys(
                code
                for tag in ("citizenship", "address")
                for one in _below(row, tag)
                if (code := plain(one.get("countryIso2Code"))) not in {"", "00"}
            )
        ),
        identifiers=tuple(
            dict.fromkeys(
                filter(
                    None,
                    (
                        plain(one.get("number"))
                        for one in _below(row, "identification")
                        if one.get("identificationTypeCode") in _REGISTERS
                    ),
                )
            )
        ),
        place=place,
    )


def _act(row: Element) -> tuple[str | None, str | None, None]:
    """Give the programme and day of a legal act: of its publication, else of its coming into force."""
    since = day(row.get("publicationDate")) or day(row.get("entryIntoForceDate"))
    return row.get("programme"), since, None


def _name(row: Element) -> ListedName:
    parts = (row.get("firstName"), row.get("middleName"), row.get("lastName"))
    weak = row.get("strong") == "false"
    return ListedName(
        plain(row.get("wholeName")) or name_parts(*parts), "weak alias" if weak else "primary"
    )


def _birth(row: Element) -> str | None:
    return day(row.get("birthdate")) or day(row.get("year"))


def _below(row: Element, tag: str) -> Iterator[Element]:
    return (child for child in row if local(child) == tag)
