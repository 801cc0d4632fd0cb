"""Which aircraft types and which operators does a claim on a flight name?

Types by the maker's name or letters with the number, never by a number alone. Operators by the names of the table
of callsigns and by names that end as those of airlines do; a name is compared in full, its legal form aside,
so that "Gelan Air Cargo" is another than "Gelan Air". It fails for an operator called by a short name.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from allsource.assessment.bearing.said import any_of
from allsource.entities.name import read_name
from allsource.errors import UsageError
from allsource.model.claim import Claim
from allsource.vocab import load

__all__ = ["operators_in", "plain", "types_in"]


def types_in(text: str) -> dict[str, str]:
    """Give the type designators that a text may mean, each with its words.

    Example:
        >>> types_in("an Ilyushin-76 or 747 trucks")
        {'IL76': 'Ilyushin-76'}
    """
    pattern, meant = _types()
    return {
        icao: found.group()
        for found in pattern.finditer(text)
        for icao in meant[found.group().casefold()]
    }


def operators_in(claim: Claim) -> tuple[str, ...]:
    """Give the operators of aircraft that a claim names, the longest of those that overlap."""
    return tuple(dict.fromkeys(sorted(_operators(claim), key=lambda name: (-len(name), name))))


@cache
def plain(name: str) -> tuple[str, ...]:
    """Give the words of an operator's name, folded, its legal form aside.

    Example:
        >>> plain("Gelan Air LLC") == plain("GELAN AIR")
        True
    """
    try:
        return read_name(name, "organization").parts
    except UsageError:
        return ()


def _operators(claim: Claim) -> Iterator[str]:
    endings = tuple(f" {word}" for word in load("bearing")["operators"]["endings"])
    for mention in claim.entities:
        if claim.proposition.covers(mention.span) and mention.text.casefold().endswith(endings):
            yield mention.text
    for found in _table().finditer(claim.statement):
        yield found.group()


@cache
def _types() -> tuple[re.Pattern[str], dict[str, list[str]]]:
    meant: dict[str, list[str]] = defaultdict(list)
    for row in load("bearing")["types"]:
        for written in row["written"]:
            meant[written.casefold()].append(row["icao"])
    return any_of(meant), dict(meant)


@cache
def _table() -> re.Pattern[str]:
    """Find the operators of the table of callsigns, as they are written there."""
    told = load("track_operators")
    names = [name for part in ("civil", "state") for name in told[part]["codes"].values()]
    return re.compile(any_of(names).pattern)
