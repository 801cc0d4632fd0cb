"""What do FollowTheMoney entities say of listed parties, one JSON object a line?

Two forms of OpenSanctions are read: ``targets.nested.json``, where an entity holds its sanctions,
and ``entities.ftm.json``, where a line of its own does: those lines are put aside first, wherever they stand. A
sanction with an ``endDate`` has ended; where all have and no topic says that the party is listed, it was taken off. A
party that is only linked to a listed one (``sanction.linked``) is none. The lines say no day of the file.

It fails for a sanction that ended without an ``endDate``.
"""

import re
from collections.abc import Iterable, Iterator
from typing import IO, Any

import msgspec

from allsource.evidence.watchlist.aside import Aside, aside
from allsource.evidence.watchlist.fields import day, designations, kind, names, once, plain
from allsource.model.failure import Failure
from allsource.model.listing import Designation, ListedName, Listing

__all__ = ["LONGEST_LINE", "read_ftm"]

LONGEST_LINE = 16_000_000
"""Bytes of a line that are read."""

_PARTIES = frozenset(
    {"Person", "Organization", "Company", "LegalEntity", "PublicBody", "Vessel", "Airplane"}
)
_LISTED = frozenset({"sanction", "sanction.counter", "debarment", "export.control", "export.risk"})
_SCHEMA = re.compile(rb'"schema"\s*:\s*"Sanction"')
_STEP = "correct this line; all others are read"


class _Entity(msgspec.Struct):
    """The fields of a line that are read."""

    id: str
    schema: str
    caption: str = ""
    properties: dict[str, list[Any]] = {}
    datasets: list[str] = []
    synthetic: bool = False


def read_ftm(file: IO[bytes], name: str) -> Iterator[Listing | Failure]:
    """Read the listed parties of a file of FollowTheMoney entities.

    Args:
        file: opened for reading in binary.
        name: safe display name.

    Returns:
        Listings, and a failure for each line that is no entity.
    """
    with aside(name) as rows:
        rows.put(_sanctions(file))
        file.seek(0)
        decoder = msgspec.json.Decoder(_Entity)
        for number, row in enumerate(_lines(file), start=1):
            place = f"{name}#{number}"
            if len(row) > LONGEST_LINE:
                yield Failure(place, f"the line is longer than {LONGEST_LINE:,} bytes", _STEP)
                return
            if not row.strip():
                continue
            try:
                entity = decoder.decode(row)
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
                yield Failure(place, f"it is no FollowTheMoney entity ({error})", _STEP)
                continue
            if entity.schema in _PARTIES:
                acts = _acts(entity, rows)
                if acts or not _LISTED.isdisjoint(_values(entity.properties, "topics")):
                    yield _party(entity, acts, place)


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    while row := file.readline(LONGEST_LINE + 1):
        yield row


def _sanctions(file: IO[bytes]) -> Iterator[tuple[str, str, str, str]]:
    """Give the sanctions that stand in lines of their own: their party's id, programme, first and last day."""
    decoder = msgspec.json.Decoder(_Entity)
    for row in _lines(file):
        if len(row) > LONGEST_LINE or not _SCHEMA.search(row):
            continue
        try:
            entity = decoder.decode(row)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            continue  # told when the line is read for its party
        if entity.schema == "Sanction":
            programme, since, until = _act(entity.properties)
            for uid in _values(entity.properties, "entity"):
                yield uid, programme or "", since or "", until or ""


def _acts(entity: _Entity, rows: Aside) -> tuple[Designation, ...]:
    nested = entity.properties.get("sanctions", [])
    told = [_act(one.get("properties", {})) for one in nested if isinstance(one, dict)]
    told += [(one or None, since or None, end or None) for one, since, end in rows.of(entity.id)]
    return designations(told)


def _act(properties: Any) -> tuple[str | None, str | None, str | None]:
    """Give the programme, first and last day of a sanction."""
    starts = sorted(filter(None, map(day, _values(properties, "startDate", "listingDate"))))
    ends = sorted(filter(None, map(day, _values(properties, "endDate"))))
    programmes = _values(properties, "program", "programId", "authority")
    return (
        next(iter(programmes), None),
        starts[0] if starts else None,
        ends[-1] if ends else None,
    )


def _party(entity: _Entity, acts: tuple[Designation, ...], place: str) -> Listing:
    held = entity.properties
    ends = [act.until for act in acts]
    stands = not _LISTED.isdisjoint(_values(held, "topics")) or None in ends
    return Listing(
        source="OpenSanctions: "
        + (", ".join(map(plain, entity.datasets[:6])) or "dataset not named"),
        as_of=None,
        uid=plain(entity.id),
        kind=kind(entity.schema),
        names=names(_names(entity)),
        programmes=once([*(act.programme for act in acts), *_values(held, "programId")]),
        since=next((act.since for act in acts if act.since), None),
        until=None if stands else max(filter(None, ends), default=None),
        designations=acts,
        birth_dates=tuple(filter(None, map(day, _values(held, "birthDate")))),
        countries=_values(held, "nationality", "citizenship", "country", "jurisdiction", "flag"),
        identifiers=_values(held, "imoNumber", "registrationNumber", "serialNumber", "callSign"),
        place=place,
        synthetic=entity.synthetic,
    )


def _names(entity: _Entity) -> Iterable[ListedName]:
    yield ListedName(plain(entity.caption))
    yield from (ListedName(one, "alias") for one in _values(entity.properties, "name", "alias"))
    yield from (
        ListedName(one, "former name") for one in _values(entity.properties, "previousName")
    )
    weak = _values(entity.properties, "weakAlias", "abbreviation")
    yield from (ListedName(one, "weak alias") for one in weak)


def _values(properties: Any, *wanted: str) -> tuple[str, ...]:
    """Give the texts of some properties, each once."""
    if not isinstance(properties, dict):
        return ()
    rows = (properties.get(key) for key in wanted)
    found = (plain(v) for row in rows if isinstance(row, list) for v in row if isinstance(v, str))
    return tuple(dict.fromkeys(filter(None, found)))
