"""What does a list of the United States Treasury (OFAC) hold, as XML?

Source: ``sdn.xml`` and ``consolidated.xml``, root ``sdnList``. It gives no day of listing; each other name has a type
(a.k.a., f.k.a., n.k.a.) and a category (strong, weak). It fails for the advanced form (root ``Sanctions``), which is
told as no list.
"""

import re
from collections.abc import Iterator
from typing import IO

from allsource.evidence.watchlist.fields import day, kind, name_parts, names, once, plain
from allsource.evidence.watchlist.ofac_csv import source_of
from allsource.evidence.watchlist.xml import Element, entries, local, text, texts
from allsource.model.listing import ListedName, Listing

__all__ = ["read_ofac_xml"]

_REGISTER = re.compile(r"\b(?:IMO|vessel|company|registration|tail|aircraft|MMSI)\b", re.IGNORECASE)


def read_ofac_xml(file: IO[bytes], name: str) -> Iterator[Listing]:
    """Read the parties of ``sdn.xml``.

    Raises:
        InputError: the XML is broken or declares a document type.
    """
    as_of, number = None, 0
    for tag, row in entries(file, name, frozenset({"publshInformation", "sdnEntry"})):
        if tag == "publshInformation":
            as_of = day(text(row, "Publish_Date"), month_first=True)
            continue
        number += 1
        yield _party(row, as_of, source_of(name), f"{name}#{number}")


def _party(row: Element, as_of: str | None, source: str, place: str) -> Listing:
    main = ListedName(name_parts(text(row, "firstName"), text(row, "lastName")))
    countries = [*texts(row, "nationalityList", "nationality", "country")]
    countries += [*texts(row, "citizenshipList", "citizenship", "country")]
    countries += [*texts(row, "addressList", "address", "country")]
    countries += [*texts(row, "vesselInfo", "vesselFlag")]
    births = texts(row, "dateOfBirthList", "dateOfBirthItem", "dateOfBirth")
    return Listing(
        source=source,
        as_of=as_of,
        uid=plain(text(row, "uid")),
        kind=kind(text(row, "sdnType")),
        names=names([main, *_aliases(row)]),
        programmes=once(texts(row, "programList", "program")),
        birth_dates=tuple(dict.fromkeys(filter(None, map(day, births)))),
        countries=once(countries),
        identifiers=once(_numbers(row)),
        place=place,
    )


def _numbers(row: Element) -> Iterator[str]:
    """Give numbers of ships, firms and aircraft; no passport and no other number of a person."""
    for held in row:
        if local(held) == "idList":
            for one in held:
                if _REGISTER.search(plain(text(one, "idType"))):
                    yield text(one, "idNumber") or ""


def _aliases(row: Element) -> Iterator[ListedName]:
    for held in row:
        if local(held) == "akaList":
            for one in held:
                called = name_parts(text(one, "firstName"), text(one, "lastName"))
                if plain(text(one, "category")).casefold() == "weak":
                    yield ListedName(called, "weak alias")
                elif plain(text(one, "type")).casefold().startswith("f"):
                    yield ListedName(called, "former name")
                else:
                    yield ListedName(called, "alias")
