"""Does a watch list bear on a claim about a party's listing?

A claim that says somebody is under sanctions is set beside the entry of that party: whose list, and since
when. It is borne out where the publisher or the year named is the list's and the party was listed by the day of
the page; it is contradicted where the claim denies a listing that stood on that day, or dates the listing to
a year in which no act of the list falls. Both need the day of listing and that of the page. Only the party that the claim says is listed is compared,
and an entry counts as that party's only from the probability on at which the machine joins two records, or where a name of
two telling words or more is the same, its legal form aside, and the match is likely: names alone stay below the
first. What the claim tells of lifting, evading, calling for or expecting a listing is none. A claim that
says nothing of lists is not compared: the entry is shown beside the party.

It fails where a claim means a listing by a state whose list is not in hand, and for a party listed, taken off
and listed again, where the list has one day only.
"""

from typing import Any

from allsource.assessment.bearing.said import (
    Polarity,
    Rule,
    days,
    decided,
    holds,
    polarity,
)
from allsource.assessment.bearing.sanctioned import is_listing, is_told
from allsource.entities.judgements import MERGE
from allsource.entities.listed import Listed
from allsource.entities.name import read_name
from allsource.errors import UsageError
from allsource.model.bearing import Bearing, Compared, Verdict
from allsource.model.claim import Claim
from allsource.model.listing import Listing
from allsource.vocab import load

__all__ = ["beside_listing"]

_LIKELY = 0.8
"""Probability from which on an equal name of two telling words counts as the party's."""
_DAYS = 5
"""So many days of listing are shown."""
_TELLING = 3
"""Letters of a telling word."""


def beside_listing(claim: Claim, one: Listed, called: str | None = None) -> Bearing | None:
    """Set a claim beside the entry of a party that it names.

    Args:
        claim: any claim.
        one: a party of the case and the entry that was matched with it.
        called: the name that the claim's document gives the party, where it is another one.

    Returns:
        What the entry says of the claim; None where the claim does not name the party or says nothing
        of lists.
    """
    party, listing = called or one.party.name, one.listing
    word = holds(claim.statement, load("bearing")["listing"]["words"])
    if word is None or holds(claim.statement, [party]) is None:
        return None
    puts = polarity(claim)
    who = Compared("party", party, listing.name, True if _is_same(one) else None)
    publisher, since = _publisher(claim, listing), _since(claim, listing)
    told = is_told(claim, party)
    verdict, why = _verdict(claim, one, puts, (who, publisher, since), told=told)
    state = Compared("listed", word, _state(listing), {"affirmed": True, "denied": False}.get(puts))
    return Bearing(claim.id, listing.id, "list", verdict, (who, state, publisher, since), why)


def _verdict(
    claim: Claim,
    one: Listed,
    puts: Polarity,
    compared: tuple[Compared, Compared, Compared],
    *,
    told: bool,
) -> tuple[Verdict, str]:
    who, publisher, since = compared
    page, listed = claim.document.published, one.listing.since
    later = bool(page and listed and listed[: len(page)] > page[: len(listed)])
    aside = holds(claim.statement, load("bearing")["listing"]["aside"]["words"])
    vague = publisher.agrees is None and since.agrees is None
    undated = since.said is not None and since.agrees is None
    affirmed = puts == "affirmed"
    until = one.listing.until
    ended = bool(page and until and until[: len(page)] <= page[: len(until)])
    rules: tuple[Rule, ...] = (
        (puts == "open", "does not bear", "the claim states nothing that took place"),
        (aside is not None, "does not bear", f"it tells of something else than a listing: {aside}"),
        (not told, "does not bear", "it does not say so of that party"),
        (who.agrees is None, "does not bear", "it may be another of that name"),
        (publisher.agrees is False, "does not bear", "it speaks of another publisher's list"),
        (later, "does not bear", "the party was listed after the day of the page"),
        (
            not (page and listed),
            "does not bear",
            "the day of listing, or of the page, is not known",
        ),
        (
            ended and since.agrees is None,
            "does not bear",
            "the party was taken off the list by the day of the page",
        ),
        (undated, "does not bear", "the day that it names is not said to be that of listing"),
        (not affirmed and since.agrees is False, "does not bear", "it denies another year"),
        (not affirmed, "contradicts", "the list had the party on the day of the page"),
        (since.agrees is False, "contradicts", "the list gives another year"),
        (vague, "does not bear", "neither whose list it is nor since when can be compared"),
        (True, "bears out", "the list has the party, as stated"),
    )
    return decided(rules)


def _is_same(one: Listed) -> bool:
    """Say whether an entry counts as the party's."""
    if one.match.probability >= MERGE:
        return True
    mine, theirs = (_parts(name) for name in (one.party.name, one.name.text))
    telling = [part for part in mine if len(part) >= _TELLING]
    return one.match.probability >= _LIKELY and mine == theirs and len(telling) > 1


def _parts(name: str) -> tuple[str, ...]:
    try:
        return read_name(name, "organization").parts
    except UsageError:
        return ()


def _publisher(claim: Claim, listing: Listing) -> Compared:
    rows = load("bearing")["publishers"]
    said = [
        (row["source"], found) for row in rows if (found := holds(claim.statement, row["written"]))
    ]
    if not said:
        return Compared("publisher", None, listing.source, None)
    whose = {row["source"] for row in rows if _is_of(row, listing)}
    agrees = any(name in whose for name, _ in said) if whose else None
    return Compared("publisher", said[0][1], listing.source, agrees)


def _is_of(row: dict[str, Any], listing: Listing) -> bool:
    """Say whether a list is a publisher's, by its name or by the name of its dataset."""
    sets = listing.source.partition("OpenSanctions: ")[2].split(", ")
    named = row["source"] in listing.source and sets == [""]
    return named or any(one.startswith(tuple(row["datasets"])) for one in sets if one)


def _since(claim: Claim, listing: Listing) -> Compared:
    """Compare the year, where the claim's verb is the listing itself."""
    spoken = days(claim)
    said = None if spoken is None else f"{spoken[0].isoformat()} to {spoken[1].isoformat()}"
    if spoken is None or listing.since is None or not is_listing(claim):
        return Compared("since", said, listing.since, None)
    years = range(spoken[0].year, spoken[1].year + 1)
    acts = [one.since for one in listing.designations if one.since] or [listing.since]
    days_of = list(dict.fromkeys(sorted(acts)))
    agrees = any(int(day[:4]) in years for day in (*days_of, listing.since))
    return Compared("since", said, ", ".join(days_of[:_DAYS]), agrees)


def _state(listing: Listing) -> str:
    since = f" since {listing.since}" if listing.since else ""
    since += f" until {listing.until}" if listing.until else ""
    under = f" under {', '.join(listing.programmes[:3])}" if listing.programmes else ""
    return f"listed by {listing.source}{since}{under}"
