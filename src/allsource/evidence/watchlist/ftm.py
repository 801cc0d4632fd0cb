"""What do FollowTheMoney entities say of listed parties, one JSON object a line?

Two forms of OpenSanctions are read: ``targets.nested.json``, where an entity holds its sanctions,
and ``entities.ftm.json``, where a line of its own does; a sanction that stands before or long after
its party still reaches it only in the first form: of the second the party's own topics are
kept, and programmes where the entity itself names them. The lines say no day of the file; the day of listing is the
earliest ``startDate`` or ``listingDate`` of the nested sanctions.
"""

from collections.abc import Iterable, Iterator
from typing import IO, Any

import msgspec

from allsource.evidence.watchlist.fields import day, kind, names, plain
from allsource.model.failure import Failure
from allsource.model.listing import ListedName, Listing

__all__ = ["LONGEST_LINE", "read_ftm"]

LONGEST_LINE = 16_000_000
"""Bytes of a line that are read."""

_PARTIES = frozenset(
    {"Person", "Organization", "Company", "LegalEntity", "PublicBody", "Vessel", "Airplane"}
)
_LISTED = ("sanction", "debarment", "export.control", "export.risk")
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
    number = 0
    decoder = msgspec.json.Decoder(_Entity)
    while row := file.readline(LONGEST_LINE + 1):
        number += 1
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
        if entity.schema in _PARTIES and _is_listed(entity):
            yield _party(entity, place)


def _is_listed(entity: _Entity) -> bool:
    topics = _values(entity.properties, "topics")
    sanctions = entity.properties.get("sanctions")
    return bool(sanctions) or any(topic.startswith(_LISTED) for topic in topics)


def _party(entity: _Entity, place: str) -> Listing:
    held = entity.properties
    sanctions = [
        one.get("properties", {}) for one in held.get("sanctions", []) if isinstance(one, dict)
    ]
    programmes = [value for one in sanctions for value in _values(one, "program", "programId")]
    starts = sorted(
        filter(
            None, (day(v) for one in sanctions for v in _values(one, "startDate", "listingDate"))
        )
    )
    return Listing(
        source="OpenSanctions: "
        + (", ".join(map(plain, entity.datasets[:6])) or "dataset not named"),
        as_of=None,
        uid=plain(entity.id),
        kind=kind(entity.schema),
        names=names(_names(entity)),
        programmes=tuple(dict.fromkeys([*programmes, *_values(held, "programId")])),
        since=starts[0] if starts else None,
        birth_dates=tuple(filter(None, map(day, _values(held, "birthDate")))),
        countries=_values(held, "nationality", "citizenship", "country", "jurisdiction", "flag"),
        identifiers=_values(held, "imoNumber", "registrationNumber", "serialNumber", "callSign"),
        place=place,
        synthetic=entity.synthetic,
    )


def _names(entity: _Entity) -> Iterable[ListedName]:
    yield ListedName(plain(entity.caption))
    yield from (ListedName(one, "alias") for one in _values(entity.properties, "name", "alias"))
    yield from (ListedName(one, "weak alias") for one in _values(entity.properties, "weakAlias"))


def _values(properties: Any, *wanted: str) -> tuple[str, ...]:
    """Give the texts of some properties, each once."""
    if not isinstance(properties, dict):
        return ()
    rows = (properties.get(key) for key in wanted)
    found = (plain(v) for row in rows if isinstance(row, list) for v in row if isinstance(v, str))
    return tuple(dict.fromkeys(filter(None, found)))
