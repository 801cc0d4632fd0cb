"""Does a watch list bear on a claim about a party's listing?

A claim that says somebody is under sanctions is set beside the entry of that party: whose list, and since
when. It is borne out where the publisher named is the list's and the party was listed by the day of
the page; it is contradicted where the claim denies a listing that stands, or dates it to another year. A claim
that names the party and says nothing of lists is not compared: the entry is shown beside the party.

It fails where a claim means a listing by a state whose list is not in hand.
"""

from typing import Any

from allsource.assessment.bearing.said import days, decided, holds
from allsource.model.bearing import Bearing, Compared, Verdict
from allsource.model.claim import Claim
from allsource.model.listing import Listing
from allsource.vocab import load

__all__ = ["beside_listing"]


def beside_listing(claim: Claim, party: str, listing: Listing) -> Bearing | None:
    """Set a claim beside the entry of a party that it names.

    Args:
        claim: that names the party.
        party: the name, as the claim has it.
        listing: the entry that was matched with it.

    Returns:
        What the entry says of the claim; None where the claim says nothing of lists.
    """
    told = load("bearing")
    word = holds(claim.statement, told["listing"]["words"])
    if word is None:
        return None
    who = Compared("party", party, listing.name, agrees=True)
    publisher, since = _publisher(claim, listing), _since(claim, listing)
    denied = claim.negated or claim.stance.status == "denied"
    verdict, why = _verdict(publisher, since, claim, listing, denied=denied)
    state = Compared("listed", f"not {word}" if denied else word, _state(listing), not denied)
    return Bearing(claim.id, listing.id, "list", verdict, (who, state, publisher, since), why)


def _verdict(
    publisher: Compared, since: Compared, claim: Claim, listing: Listing, *, denied: bool
) -> tuple[Verdict, str]:
    page, listed = claim.document.published, listing.since
    later = bool(page and listed and listed[: len(page)] > page[: len(listed)])
    unknown = page is None or listed is None
    vague = publisher.agrees is None and since.agrees is None
    return decided(
        (
            (publisher.agrees is False, "does not bear", "it speaks of another publisher's list"),
            (later, "does not bear", "the party was listed after the day of the page"),
            (
                denied and unknown,
                "does not bear",
                "the day of listing, or of the page, is not known",
            ),
            (denied, "contradicts", "the list had the party on the day of the page"),
            (since.agrees is False, "contradicts", "the list gives another year"),
            (vague, "does not bear", "neither whose list it is nor since when can be compared"),
            (True, "bears out", "the list has the party, as stated"),
        )
    )


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
    spoken = days(claim)
    said = None if spoken is None else f"{spoken[0].isoformat()} to {spoken[1].isoformat()}"
    if spoken is None or listing.since is None:
        return Compared("since", said, listing.since, None)
    years = range(spoken[0].year, spoken[1].year + 1)
    return Compared("since", said, listing.since, int(listing.since[:4]) in years)


def _state(listing: Listing) -> str:
    since = f" since {listing.since}" if listing.since else ""
    under = f" under {', '.join(listing.programmes[:3])}" if listing.programmes else ""
    return f"listed by {listing.source}{since}{under}"
