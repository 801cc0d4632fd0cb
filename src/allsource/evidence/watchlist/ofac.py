"""What does a list of the United States Treasury (OFAC) hold, as XML or as CSV?

Sources: ``sdn.xml`` (root ``sdnList``) and ``sdn.csv`` (twelve columns without a header, ``-0-``
for an empty one). Other names of the CSV form are in a second file, ``alt.csv``, and are not read
with it; its remarks give birth dates as "DOB 04 May 1971".
"""

import csv
import re
from collections.abc import Iterable, Iterator
from typing import IO

from allsource.evidence.watchlist.fields import day, kind, name_parts, names, plain
from allsource.evidence.watchlist.table import lines
from allsource.evidence.watchlist.xml import Element, entries, local, text, texts
from allsource.model.listing import ListedName, Listing

__all__ = ["read_ofac_csv", "read_ofac_xml"]

_SOURCE = "OFAC Specially Designated Nationals List"
_COLUMNS = 12
_BORN = re.compile(r"\bDOB ((?:\d{1,2} )?(?:[A-Z][a-z]{2} )?\d{4})\b")
_REGISTER = re.compile(r"\b(?:IMO|vessel|company|registration|tail|aircraft|MMSI)\b", re.IGNORECASE)
_OTHER = re.compile(r"\ba\.k\.a\. '([^']{1,200})'")


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
        yield _party(row, as_of, f"{name}#{number}")


def read_ofac_csv(file: IO[bytes], name: str) -> Iterator[Listing]:
    """Read the parties of ``sdn.csv``; the file says no day.

    Raises:
        InputError: it is not UTF-8, or a line is too long.
    """
    for number, row in enumerate(csv.reader(lines(file, name)), start=1):
        if len(row) >= _COLUMNS:
            yield _row(row, f"{name}#{number}")


def _party(row: Element, as_of: str | None, place: str) -> Listing:
    main = ListedName(name_parts(text(row, "firstName"), text(row, "lastName")))
    vessels = [plain(one) for one in texts(row, "vesselInfo", "vesselFlag")]
    countries = [*texts(row, "nationalityList", "nationality", "country")]
    countries += [*texts(row, "addressList", "address", "country"), *vessels]
    return Listing(
        source=_SOURCE,
        as_of=as_of,
        uid=plain(text(row, "uid")),
        kind=kind(text(row, "sdnType")),
        names=names([main, *_aliases(row)]),
        programmes=_once(texts(row, "programList", "program")),
        birth_dates=_days(texts(row, "dateOfBirthList", "dateOfBirthItem", "dateOfBirth")),
        countries=_once(countries),
        identifiers=_once(_numbers(row)),
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
                weak = plain(text(one, "category")).casefold() == "weak"
                yield ListedName(
                    name_parts(text(one, "firstName"), text(one, "lastName")),
                    "weak alias" if weak else "alias",
                )


def _row(row: list[str], place: str) -> Listing:
    uid, name, sort, programme, *_ = row
    remarks = row[_COLUMNS - 1]
    found = kind(sort) if plain(sort) else "organization"
    return Listing(
        source=_SOURCE,
        as_of=None,
        uid=plain(uid),
        kind=found,
        names=names([ListedName(_turned(plain(name), person=found == "person")), *_said(remarks)]),
        programmes=_once(re.split(r"\] \[|[\[\]]", programme)),
        birth_dates=_days(_BORN.findall(remarks)),
        countries=_once([row[9]]),
        place=place,
    )


def _said(remarks: str) -> Iterator[ListedName]:
    return (ListedName(plain(one), "alias") for one in _OTHER.findall(remarks))


def _turned(name: str, *, person: bool) -> str:
    """Write "LIND, Ann" as "Ann LIND"."""
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if person and comma else name


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(plain, found))))


def _days(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(day, found))))
