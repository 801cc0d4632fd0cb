"""Whose aircraft is it, as far as an address and a callsign tell?

The block in which a 24-bit address lies gives the state of registration, and whether the address is one
of its forces. The first three letters of a callsign give the operator whose callsign is used. These
are two facts of two tables, and neither says who owns the aircraft or who ordered the flight.

It fails where an aircraft transmits an address or a callsign that is not its own.
"""

import re
from bisect import bisect_right
from functools import cache
from typing import Any, Literal

from allsource.model.track import TrackFact
from allsource.vocab import load

__all__ = ["Operating", "forces_of", "operator_of", "state_of", "written_hex"]

Operating = Literal["civil", "state"]

_HEX = re.compile(r"(?:0x)?([0-9a-f]{6})")
_CALLSIGN = re.compile(r"([A-Z]{3})[0-9][0-9A-Z]{0,4}")
_BLOCK = re.compile(r"([0-9A-F]{6})(?:-([0-9A-F]{6}))?")


def written_hex(text: str) -> str | None:
    """Write a 24-bit address as six lower-case digits; None for what is no such address.

    Example:
        >>> written_hex("0x8467D8"), written_hex("~2fb1a0"), written_hex("000000")
        ('8467d8', None, None)
    """
    match = _HEX.fullmatch(text.strip().lower())
    return match[1] if match and match[1] not in {"000000", "ffffff"} else None


def state_of(address: str | None) -> TrackFact | None:
    """Give the state in whose block an address lies.

    Example:
        >>> fact = state_of("152658")
        >>> fact.value
        'RU'
    """
    return _found(address, "registers", "forces")


def forces_of(address: str | None) -> TrackFact | None:
    """Give the state to whose forces an address belongs, or None.

    Example:
        >>> forces_of("ae503d").value, forces_of("152658")
        ('US', None)
    """
    return _found(address, "forces", "registers") if _is_forces(address) else None


def operator_of(
    callsign: str | None, registration: str | None = None
) -> tuple[TrackFact, Operating] | None:
    """Give the airline, cargo firm or state service whose callsign is used.

    Args:
        callsign: as received.
        registration: a callsign that is only the registration of the aircraft names no operator.

    Returns:
        The operator and whether it is civil or a state's, or None where the code is in no table.

    Example:
        >>> fact, kind = operator_of("UAE203")
        >>> fact.value, kind
        ('Emirates', 'civil')
        >>> operator_of("DCM1234"), operator_of("N123AB")
        (None, None)
    """
    written = (callsign or "").strip().upper()
    match = _CALLSIGN.fullmatch(written)
    if not match or written == re.sub(r"[^A-Z0-9]", "", (registration or "").upper()):
        return None
    table = load("track_operators")
    kinds: tuple[Operating, ...] = ("civil", "state")
    for kind in kinds:
        name = table[kind]["codes"].get(match[1])
        if name:
            return TrackFact(name, table["table"], table["taken"]), kind
    return None


def _found(address: str | None, *parts: str) -> TrackFact | None:
    if address is None:
        return None
    sizes = [(size, state) for part in parts for size, state in _blocks_with(part, address)]
    if not sizes:
        return None
    table = load("track_blocks")
    return TrackFact(min(sizes)[1], table["table"], table["taken"])


def _is_forces(address: str | None) -> bool:
    """Whether the smallest block around an address is one of forces."""
    if address is None:
        return False
    forces = [size for size, _ in _blocks_with("forces", address)]
    registers = [size for size, _ in _blocks_with("registers", address)]
    return bool(forces) and (not registers or min(forces) <= min(registers))


def _blocks_with(part: str, address: str) -> list[tuple[int, str]]:
    number = int(address, 16)
    starts, blocks = _blocks(part)
    return [
        (last - first, state)
        for first, last, state in blocks[: bisect_right(starts, number)]
        if number <= last
    ]


@cache
def _blocks(part: str) -> tuple[tuple[int, ...], tuple[tuple[int, int, str], ...]]:
    table: dict[str, Any] = load("track_blocks")[part]
    found = sorted(
        (int(match[1], 16), int(match[2] or match[1], 16), state)
        for state, written in table.items()
        for match in _BLOCK.finditer(written)
    )
    return tuple(first for first, _, _ in found), tuple(found)
