"""What does the consolidated list of the United Nations Security Council hold?

Source: the XML of scsanctions.un.org, root ``CONSOLIDATED_LIST``. An alias has a quality (Good, Low, a.k.a., f.k.a.)
and may hold several names, parted by semicolons. It fails for birth dates told as a span of years, which are left out.
"""

from collections.abc import Iterator
from typing import IO

from allsource.evidence.watchlist.fields import day, name_parts, names, plain
from allsource.evidence.watchlist.xml import Element, entries, local, text, texts
from allsource.model.listing import ListedName, Listing, NameKind

__all__ = ["read_un"]

_PARTIES = frozenset({"INDIVIDUAL", "ENTITY"})
_QUALITIES: dict[str, NameKind] = {"low": "weak alias", "f.k.a.": "former name"}
_ORDER = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def read_un(file: IO[bytes], name: str) -> Iterator[Listing]:
    """Read the parties of a UN consolidated list.

    Raises:
        InputError: the XML is broken or declares a document type.
    """
    as_of: str | None = None
    for number, (tag, row) in enumerate(entries(file, name, _PARTIES), start=1):
        if as_of is None:
            as_of = day(row.getroottree().getroot().get("dateGenerated"))
        yield _party(tag, row, as_of, f"{name}#{number}")


def _party(tag: str, row: Element, as_of: str | None, place: str) -> Listing:
    person = tag == "INDIVIDUAL"
    found = [ListedName(name_parts(*(text(row, part) for part in _ORDER)))]
    found.append(ListedName(plain(text(row, "NAME_ORIGINAL_SCRIPT")), "alias"))
    found.extend(_aliases(row, f"{tag}_ALIAS"))
    births = (child for child in row if local(child) == "INDIVIDUAL_DATE_OF_BIRTH")
    return Listing(
        source="UN Security Council Consolidated List",
        as_of=as_of,
        uid=plain(text(row, "REFERENCE_NUMBER")) or plain(text(row, "DATAID")),
        kind="person" if person else "organization",
        names=names(found),
        programmes=tuple(filter(None, [plain(text(row, "UN_LIST_TYPE"))])),
        since=day(text(row, "LISTED_ON")),
        until=day(text(row, "DELISTED_ON")),
        birth_dates=tuple(
            born for one in births if (born := day(text(one, "DATE")) or day(text(one, "YEAR")))
        ),
        countries=tuple(dict.fromkeys(filter(None, map(plain, _countries(row))))),
        place=place,
    )


def _aliases(row: Element, tag: str) -> Iterator[ListedName]:
    for one in row:
        if local(one) == tag:
            sort = _QUALITIES.get(plain(text(one, "QUALITY")).casefold(), "alias")
            for name in plain(text(one, "ALIAS_NAME")).split(";"):
                yield ListedName(name.strip(), sort)


def _countries(row: Element) -> Iterator[str]:
    yield from texts(row, "NATIONALITY", "VALUE")
    yield from texts(row, "ENTITY_ADDRESS", "COUNTRY")
