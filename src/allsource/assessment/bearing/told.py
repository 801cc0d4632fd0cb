"""How is an observation told in words: its name, its facts, what was compared?

The same words stand in the dossier, in a check and behind ``why``. Nothing is put more strongly than the tier of the
track, the screening or the probability of the match allows. It fails to tell a picture: that is shown.
"""

from allsource.assessment import printing
from allsource.assessment.bearing.held import Held
from allsource.entities.listed import Listed
from allsource.entities.match import Reason
from allsource.entities.telling import strength
from allsource.model.bearing import Bearing, Compared
from allsource.model.imagery import SiteChange
from allsource.model.track import Aircraft, TrackFact, TrackLeg

__all__ = [
    "AGREES",
    "aircraft_facts",
    "compared",
    "entry",
    "leg_title",
    "observation_title",
    "reason",
    "screening_facts",
    "site_title",
]

_SORTS = {
    "weak alias": ", a name that the list calls weak",
    "former name": ", a former name by the list",
}
AGREES = {True: "yes", False: "no", None: "cannot be told"}


def leg_title(leg: TrackLeg) -> str:
    """Name a leg: type, registration or address, callsign."""
    who = leg.aircraft
    name = who.registration or who.hex or "address not told"
    title = " ".join(filter(None, [who.type, name, leg.callsign and f"as {leg.callsign}"]))
    return printing.words(title)


def observation_title(name: str, held: Held) -> str:
    """Name an observation in hand by its id: the flight, the pair of pictures, the entry of a list.

    Example:
        >>> observation_title("leg_1", Held())
        'leg_1'
    """
    titles = [
        *(f"flight {leg_title(one)}" for one in held.legs if one.id == name),
        *(f"pictures of {site_title(one)}" for one in held.changes if one.id == name),
        *(f"list entry {entry(one)}" for one in held.listed if one.listing.id == name),
    ]
    return titles[0] if titles else name


def aircraft_facts(who: Aircraft) -> list[tuple[str, str]]:
    """Tell what tables say of an aircraft, each fact apart, and why it is shown."""
    told: list[tuple[str, TrackFact | None]] = [
        ("State of registration", who.state),
        ("Operator by callsign", who.operator_by_callsign),
        ("Operator by registry", who.operator_by_registry),
    ]
    rows = [(name, _fact(fact)) for name, fact in told if fact is not None]
    return [*rows, ("Shown because", printing.words("; ".join(who.kept_for)))]


def _fact(fact: TrackFact) -> str:
    day = f", as of {printing.day(fact.date)}" if fact.date else ""
    return printing.words(f"{fact.value} (by {fact.table}{day})")


def site_title(change: SiteChange) -> str:
    """Name a pair of pictures: the site and the two days."""
    days = [
        printing.day(one.taken) if one.taken else "undated" for one in (change.before, change.after)
    ]
    return printing.words(f"{change.site.name or 'a site'}, {days[0]} and {days[1]}")


def screening_facts(change: SiteChange) -> list[tuple[str, str]]:
    """Tell how a pair was read, and its area where labels or outlines gave one."""
    told = change.screening
    around = "nothing to compare" if told.control_share is None else f"{told.control_share:.0%}"
    side = told.detectability.change_side_m
    rows = [
        ("Flagged as changed inside the site", f"{told.inside_share:.0%}"),
        ("Usually flagged around it", around),
        ("Method", told.method),
        (
            "Smallest change that would have read as change",
            "none could have" if side is None else f"a square of {side:,.0f} m",
        ),
    ]
    if change.area is not None:
        area = change.area
        ends = f"{area.low:,.0f} to {area.high:,.0f} square metres ({area.interval:.0%})"
        rows.append((area.construct.capitalize(), f"{ends}, from {area.origin}"))
    return rows


def entry(one: Listed) -> str:
    """Tell an entry of a list: the name that fits, the list, its programmes and days."""
    listing = one.listing
    since = f", listed {printing.day(listing.since)}" if listing.since else ""
    since += f", taken off {printing.day(listing.until)}" if listing.until else ""
    as_of = f", file of {printing.day(listing.as_of)}" if listing.as_of else ""
    under = f", under {', '.join(listing.programmes[:3])}" if listing.programmes else ""
    sort = _SORTS.get(one.name.kind, "")
    return printing.words(f"“{one.name.text}”{sort}: {listing.source}{under}{since}{as_of}")


def reason(one: Reason) -> str:
    """Say what moved a probability, how much, and which way."""
    return printing.words(f"{strength(one.effect)}: {one.detail}")


def compared(one: Bearing) -> str:
    """Tell all that was compared for a bearing, in one line.

    Example:
        >>> row = Compared("date", "2021-05-04", "2021-05-04", agrees=True)
        >>> compared(Bearing("clm_1", "leg_1", "track", "does not bear", (row,), "for an example"))
        'date agrees (2021-05-04)'
    """
    return printing.words("; ".join(map(_row, one.compared)))


def _row(row: Compared) -> str:
    if row.said is None and row.seen is None:
        return f"{row.what} not told"
    agrees = {True: "agrees", False: "differs", None: "cannot be compared"}[row.agrees]
    both = row.said if row.said == row.seen else f"{_claims(row)}; {_hand(row)}"
    return f"{row.what} {agrees} ({both})"


def _claims(row: Compared) -> str:
    return f"the claim: {row.said}" if row.said else "the claim says nothing of it"


def _hand(row: Compared) -> str:
    return f"in hand: {row.seen}" if row.seen else "nothing of it in hand"
