"""What does a list of the United States Treasury (OFAC) hold, as CSV?

Four files without headers belong together: ``sdn.csv`` (twelve columns, ``-0-`` for an empty one), ``alt.csv`` (other
names: number of the party, own number, a.k.a. or f.k.a. or n.k.a., name, remarks), ``add.csv`` (addresses, of which
only the country is read) and ``sdn_comments.csv`` (what remarks could not hold). The files of the list of other than
blocked parties are called ``cons_prim.csv`` and so on. The remarks give birth dates ("DOB 04 May 1971"), nationality,
numbers of ships and aircraft, and names that the list calls weak, in quotation marks. The files say no day.

It fails for remarks in words of their own.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Literal

from allsource.evidence.watchlist.aside import Aside, aside
from allsource.evidence.watchlist.fields import day, kind, names, once, plain
from allsource.evidence.watchlist.table import lines
from allsource.model.listing import ListedName, Listing, NameKind

__all__ = ["PartKind", "family", "part_kind", "read_ofac_csv", "source_of"]

PartKind = Literal["names", "addresses", "comments"]

_COLUMNS = 12
_BORN = re.compile(r"\bDOB ((?:\d{1,2} )?(?:[A-Z][a-z]{2} )?\d{4})\b")
_WEAK = re.compile(r"\ba\.k\.a\. '([^']{1,200})'")
_OF = re.compile(r"(?:^|; )(?:nationality|citizen) ([^;.]{1,60})")
_NUMBER = re.compile(
    r"\b(?:IMO|MMSI|Tail Number|Serial Number(?: \(MSN\))?|Registration Number|Company Number) "
    r"([A-Z0-9][A-Z0-9-]{2,24})"
)
_ALT = re.compile(rb'\s*"?\d+"?\s*,\s*"?\d+"?\s*,\s*"?[afn]\.?k\.?a\.?"?\s*,', re.IGNORECASE)
_ADD = re.compile(
    rb'\s*"?\d+"?\s*,\s*"?\d+"?\s*,(?:[^,"\n]*|"[^"\n]*")(?:,(?:[^,"\n]*|"[^"\n]*")){3}\s*\n'
)
_COMMENT = re.compile(rb'\s*"?\d+"?\s*,\s*"[^"]{40,}"\s*\n')
_WIDTHS: Mapping[PartKind, int] = {"names": 5, "addresses": 6, "comments": 2}


def part_kind(head: bytes) -> PartKind | None:
    r"""Tell which part of a list in CSV a file is from its first bytes; None where it is none.

    Example:
        >>> part_kind(b'900001,12,"aka","VALDECO, Orsin",-0- \n')
        'names'
        >>> part_kind(b'900002,7,"1 Yard Road","Keth","Mardisia",-0- \n')
        'addresses'
        >>> part_kind(b"name,score\n") is None
        True
    """
    opening = head.removeprefix(b"\xef\xbb\xbf")
    while opening.startswith(b"#"):
        opening = opening.partition(b"\n")[2]
    for pattern, found in ((_ALT, "names"), (_ADD, "addresses"), (_COMMENT, "comments")):
        if pattern.match(opening):
            return found  # type: ignore[return-value]
    return None


def family(name: str) -> str:
    """Give what the file names of one list share: that of blocked parties, or that of others.

    Example:
        >>> family("in/ALT.CSV") == family("in/sdn.csv"), family("cons_prim.csv")
        (True, 'cons')
    """
    return "cons" if Path(name).name.casefold().startswith("cons") else "sdn"


def source_of(name: str) -> str:
    """Name the list by the name of its file: both lists have one and the same form.

    Example:
        >>> source_of("consolidated.xml")
        'OFAC Consolidated (non-SDN) List'
    """
    if family(name) == "cons":
        return "OFAC Consolidated (non-SDN) List"
    return "OFAC Specially Designated Nationals List"


def read_ofac_csv(
    file: IO[bytes], name: str, parts: Mapping[PartKind, Path] | None = None
) -> Iterator[Listing]:
    """Read the parties of ``sdn.csv`` with the other files of the list.

    Args:
        file: ``sdn.csv``, opened for reading in binary.
        name: safe display name.
        parts: the other files, as far as they are in hand.

    Raises:
        InputError: a line is too long, or rows cannot be put aside.
    """
    with ExitStack() as stack:
        held = {
            part: _put_aside(stack.enter_context(aside(name)), part, path)
            for part, path in (parts or {}).items()
        }
        for number, row in enumerate(csv.reader(lines(file, name)), start=1):
            if len(row) >= _COLUMNS:
                yield _party(row, name, f"{name}#{number}", held)


def _put_aside(rows: Aside, part: PartKind, path: Path) -> Aside:
    with path.open("rb") as file:
        found = csv.reader(lines(file, path.name))
        rows.put(_kept(part, row) for row in found if len(row) >= _WIDTHS[part])
    return rows


def _kept(part: PartKind, row: list[str]) -> tuple[str, str, str, str]:
    """Give what is kept of a row; of an address the country alone."""
    uid = plain(row[0])
    if part == "names":
        return uid, plain(row[2]), plain(row[3]), ""
    return (uid, plain(row[4]), "", "") if part == "addresses" else (uid, plain(row[1]), "", "")


def _party(row: list[str], name: str, place: str, held: Mapping[PartKind, Aside]) -> Listing:
    uid, called, sort, programme, *_ = row
    uid = plain(uid)
    aside_of = {part: rows.of(uid) for part, rows in held.items()}
    remarks = " ".join([row[_COLUMNS - 1], *(one for one, _, _ in aside_of.get("comments", ()))])
    found = kind(sort) if plain(sort) else "organization"
    person = found == "person"
    main = ListedName(_turned(plain(called), person=person))
    countries = [
        row[9],
        *_OF.findall(remarks),
        *(one for one, _, _ in aside_of.get("addresses", ())),
    ]
    return Listing(
        source=source_of(name.partition("#")[0]),
        as_of=None,
        uid=uid,
        kind=found,
        names=names([main, *_others(aside_of.get("names", ()), person=person), *_weak(remarks)]),
        programmes=once(re.split(r"\] \[|[\[\]]", programme)),
        birth_dates=tuple(dict.fromkeys(filter(None, map(day, _BORN.findall(remarks))))),
        countries=once(countries),
        identifiers=() if person else once(_NUMBER.findall(remarks)),
        place=place,
    )


def _others(rows: Iterable[tuple[str, str, str]], *, person: bool) -> Iterator[ListedName]:
    for sort, name, _ in rows:
        former: NameKind = "former name" if sort.casefold().startswith("f") else "alias"
        yield ListedName(_turned(name, person=person), former)


def _weak(remarks: str) -> Iterator[ListedName]:
    return (ListedName(plain(one), "weak alias") for one in _WEAK.findall(remarks))


def _turned(name: str, *, person: bool) -> str:
    """Write "LIND, Ann" as "Ann LIND"."""
    family_name, comma, given = name.partition(", ")
    return f"{given} {family_name}" if person and comma else name
