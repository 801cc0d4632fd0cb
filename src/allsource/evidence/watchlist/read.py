"""Which watch list is this file, and whom does it list?

The first bytes tell: the root element of an XML list, the columns of a CSV one, the first
object of FollowTheMoney lines. A file that is none of these is no list. Entries come one at a
time, so that memory does not grow with the list; an entry without a name becomes a failure and
the others go on.

A list that is invented says so: ``synthetic="true"`` on its root element, or ``"synthetic": true`` in an
object of FollowTheMoney lines.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, Literal

from allsource.errors import InputError
from allsource.evidence.marks import marked
from allsource.evidence.watchlist.eu import read_eu
from allsource.evidence.watchlist.ftm import read_ftm
from allsource.evidence.watchlist.ofac import read_ofac_xml
from allsource.evidence.watchlist.ofac_csv import PartKind, read_ofac_csv
from allsource.evidence.watchlist.uk import read_uk
from allsource.evidence.watchlist.un import read_un
from allsource.model.failure import Failure
from allsource.model.listing import Listing

__all__ = ["HEAD", "ListKind", "list_kind", "read_list"]

ListKind = Literal["ofac xml", "ofac csv", "un xml", "eu xml", "uk csv", "ftm"]

HEAD = 8192
"""Bytes from the start of a file that tell its kind."""

_LISTED = 1_000
"""So many entries that cannot be read are told one by one; more are counted."""

_READERS: dict[ListKind, Callable[[IO[bytes], str], Iterator[Listing | Failure]]] = {
    "ofac xml": read_ofac_xml,
    "un xml": read_un,
    "eu xml": read_eu,
    "uk csv": read_uk,
    "ftm": read_ftm,
}
_ROOTS: tuple[tuple[re.Pattern[bytes], ListKind], ...] = (
    (re.compile(rb"<(?:\w+:)?sdnList[\s>]"), "ofac xml"),
    (re.compile(rb"<(?:\w+:)?CONSOLIDATED_LIST[\s>]"), "un xml"),
    (re.compile(rb"<(?:\w+:)?export\b[^>]{0,2000}eu\.europa\.ec/fpi/fsd"), "eu xml"),
)
_INVENTED = re.compile(rb"<[^<>]{1,2000}\bsynthetic\s*=\s*[\"']true[\"']")
_SDN = re.compile(
    rb'\s*"?\d+"?\s*,\s*"[^"\n]*"\s*,\s*"?(?:-0- ?|individual|vessel|aircraft|entity)"?',
    re.IGNORECASE,
)
_FTM = re.compile(
    rb'\s*\{(?=[^\n]{0,8000}"schema"\s*:\s*"[A-Z])(?=[^\n]{0,8000}"(?:properties|caption)"\s*:)'
)


def list_kind(head: bytes) -> ListKind | None:
    """Tell which list a file is from its first bytes, or None where it is none.

    Args:
        head: the first ``HEAD`` bytes.

    Example:
        >>> list_kind(b'<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2031-05-04">')
        'un xml'
        >>> list_kind(b"Name,Score") is None
        True
    """
    opening = head[:HEAD].removeprefix(b"\xef\xbb\xbf")
    if opening.lstrip().startswith(b"<"):
        return next((kind for root, kind in _ROOTS if root.search(opening)), None)
    if _FTM.match(opening):
        return "ftm"
    while opening.startswith(b"#"):
        opening = opening.partition(b"\n")[2]
    first_lines = opening.split(b"\n", 5)[:5]
    if any(b"Name 6" in line and re.search(rb"Unique ID|Group ID", line) for line in first_lines):
        return "uk csv"
    return "ofac csv" if _SDN.match(opening) else None


def read_list(
    file: IO[bytes], name: str, parts: Mapping[PartKind, Path] | None = None
) -> Iterator[Listing | Failure]:
    """Read a watch list, one party at a time.

    Args:
        file: opened for reading in binary, at its start; it must be seekable.
        name: safe display name.
        parts: of OFAC's CSV form, the other files of the list that are in hand.

    Returns:
        Listings, and failures for what could not be read: 1,000 of them, then a count. Never raises on what it reads.
    """
    spare, listed = 0, 0
    for found in _read(file, name, parts or {}):
        if isinstance(found, Listing) or listed < _LISTED:
            listed += isinstance(found, Failure)
            yield found
        else:
            spare += 1
    if spare:
        yield Failure(name, f"{spare:,} more of its entries could not be read", "fetch it again")


def _read(
    file: IO[bytes], name: str, parts: Mapping[PartKind, Path]
) -> Iterator[Listing | Failure]:
    head = file.read(HEAD)
    kind = list_kind(head)
    file.seek(0)
    if head.startswith(b"\x1f\x8b"):
        yield Failure(name, "the list is packed (gzip)", "unpack it (gunzip)")
        return
    if kind is None:
        step = "give OFAC SDN XML or CSV, EU or UN XML, UK CSV, or FollowTheMoney JSON lines"
        yield Failure(name, "it is no watch list that is read", step)
        return
    invented = marked(head) or _INVENTED.search(head) is not None
    try:
        for found in _entries(kind, file, name, parts):
            if isinstance(found, Failure):
                yield found
            elif not found.names:
                yield Failure(found.place, "the entry has no name", "look at it by hand")
            else:
                numbers = () if found.kind == "person" else found.identifiers
                invented_too = found.synthetic or invented
                yield replace(found, synthetic=invented_too, identifiers=numbers)
    except InputError as error:
        yield Failure(error.path, error.reason, error.next_step)
    except csv.Error as error:
        yield Failure(name, f"the CSV is broken ({error})", "fetch the list again")
    except (Exception, MemoryError) as error:  # noqa: BLE001 - one hostile list must not stop a run
        reason = f"it could not be read to its end ({type(error).__name__})"
        yield Failure(name, reason, "what stands before is kept; report this as a defect")


def _entries(
    kind: ListKind, file: IO[bytes], name: str, parts: Mapping[PartKind, Path]
) -> Iterator[Listing | Failure]:
    return read_ofac_csv(file, name, parts) if kind == "ofac csv" else _READERS[kind](file, name)
