"""Whom does a claim say to be listed, and is its verb the listing?

The verb is the listing itself ("sanctioned"), puts on a list, imposes sanctions on somebody, or tells a state
("remains under sanctions"). The party has to be the object of the first, what stands behind "on" in the
object of an imposing, or the subject of a state. It fails for a listing told by a noun alone
("the designation of the firm").
"""

import re

from allsource.assessment.bearing.said import holds
from allsource.model.claim import Claim
from allsource.model.predication import Argument
from allsource.vocab import load

__all__ = ["is_listing", "is_told"]

_LINKS = ("of", "by", "for", "with", "from", "to", "on", "against", "in", "behind", "near")
"""Words that make the name behind them a mere attribute of another thing."""


def is_told(claim: Claim, party: str) -> bool:
    """Say whether a party is whom a claim says to be listed or not.

    Args:
        claim: that speaks of lists.
        party: by name.
    """
    told, parts = load("bearing")["listing"], claim.predication
    if parts is None or parts.predicate is None:
        return False
    lemma = parts.predicate.lemma
    if lemma in told["state"]["words"] and parts.subject is not None:
        return _is_party(parts.subject, party) and _stands(claim)
    if _imposes(claim):
        return parts.object is not None and _is_on(parts.object, party)
    return is_listing(claim) and _is_party(parts.object or parts.subject, party)


def is_listing(claim: Claim) -> bool:
    """Say whether a claim's verb is the listing itself, so that its time is that of the listing.

    Args:
        claim: that speaks of lists.
    """
    told, parts = load("bearing")["listing"], claim.predication
    if parts is None or parts.predicate is None:
        return False
    after, lemma = _after(claim), parts.predicate.lemma
    if lemma in told["verbs"]["words"]:
        rest = after.replace(parts.object.text, "", 1) if parts.object else after
        return holds(" ".join(rest.split()[:1]), told["appointed"]["words"]) is None
    onto = holds(after, told["onto"]["words"]) is not None
    return (lemma in told["put"]["words"] and onto) or _imposes(claim)


def _imposes(claim: Claim) -> bool:
    """Say whether the claim's verb puts sanctions on somebody ("imposed sanctions on")."""
    told, parts = load("bearing")["listing"], claim.predication
    if parts is None or parts.predicate is None or parts.object is None:
        return False
    opening = " ".join(parts.object.text.split()[:3])
    return parts.predicate.lemma in told["impose"]["words"] and bool(holds(opening, told["words"]))


def _stands(claim: Claim) -> bool:
    told = load("bearing")["listing"]
    return holds(_after(claim), told["under"]["words"]) is not None


def _after(claim: Claim) -> str:
    """Give what follows the claim's verb."""
    parts = claim.predication
    start = claim.proposition.start
    if parts is not None and parts.predicate is not None:
        start = parts.predicate.spans[-1].end
    return claim.document.text[start : claim.proposition.end]


def _is_party(argument: Argument | None, party: str) -> bool:
    """Say whether an argument, up to its first comma, ends in a party's name and is the party."""
    if argument is None:
        return False
    words = argument.text.partition(",")[0]
    whole = re.compile(rf"(?<![\w-]){re.escape(party)}\W*$", re.IGNORECASE)
    return bool(whole.search(words)) and holds(whole.sub("", words), _LINKS) is None


def _is_on(argument: Argument, party: str) -> bool:
    """Say whether an argument names sanctions on a party; capitals behind the name make it another."""
    name = re.escape(party)
    return bool(re.search(rf"\b(?:on|against) (?:the \w+ )?{name}(?=\W?$|,| [a-z])", argument.text))
