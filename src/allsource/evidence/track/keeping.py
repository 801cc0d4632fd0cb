"""Which aircraft may be kept at all?

One is kept only with positive evidence that it is military, a state's, or flown by an airline or a cargo firm:
its address lies in a block of forces, the network or the registry marks it as military, the registry names a
known operator, or, for single legs, the callsign is a known operator's. Whoever asked not to be shown (PIA,
LADD) is dropped whatever else is known, and so is all that is unknown. Dropped aircraft are counted and
leave no other trace: they serve not even as the control of gaps. No option changes this.

It fails where somebody flies privately under an airline's callsign.
"""

from allsource.evidence.track.identity import forces_of, operator_of
from allsource.evidence.track.registry import Airframe

__all__ = ["airframe_evidence", "dropped_for", "leg_evidence"]


def dropped_for(airframes: tuple[Airframe, ...]) -> str | None:
    """Give the flag for which an aircraft is dropped, whatever else is known of it.

    Example:
        >>> dropped_for((Airframe(flags=frozenset({"LADD"})),))
        'LADD'
    """
    flags = {flag for one in airframes for flag in one.flags}
    return next((flag for flag in ("PIA", "LADD") if flag in flags), None)


def airframe_evidence(address: str | None, airframes: tuple[Airframe, ...]) -> tuple[str, ...]:
    """Give the evidence that holds for every leg of an aircraft.

    Example:
        >>> airframe_evidence("ae503d", ())
        ('address in a block of the forces of US',)
    """
    found = []
    forces = forces_of(address)
    if forces:
        found.append(f"address in a block of the forces of {forces.value}")
    for one in airframes:
        if one.military:
            found.append(f"marked military in {one.table}")
        if one.operator:
            found.append(f"operator in {one.operator.table}: {one.operator.value}")
    return tuple(dict.fromkeys(found))


def leg_evidence(callsign: str | None, registration: str | None) -> tuple[str, ...]:
    """Give the evidence that holds for a leg flown with a callsign.

    Example:
        >>> leg_evidence("UAE203", None)
        ('callsign of Emirates',)
    """
    operator = operator_of(callsign, registration)
    return (f"callsign of {operator[0].value}",) if operator else ()
