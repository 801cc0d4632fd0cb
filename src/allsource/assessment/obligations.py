"""Who is said to owe whom, and what became of it?

A claim speaks of an obligation where its verb is one of owing, or one of paying, receiving or promising with
money, a debt or a thing that is paid for ("paid a visit" is none), or where it names a debt with a word by which
it stands open ("unpaid bills to Sahara"). Its state follows from the verb, from negation and stance: what is
expected is promised, what is not paid is unpaid, a denial of owing or of a promise is a dispute. Claims on one debtor and creditor are one obligation; where some
have it met and others unpaid it is disputed. Each state keeps its claim, its amount and its time.

It fails where debtor or creditor stands in another sentence: it is then not told, and a claim
that names no party at all is left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from allsource.assessment.actors import Parties
from allsource.assessment.evidence import Evidence
from allsource.lineage.chronology import rank
from allsource.model.claim import Claim
from allsource.model.dealing import Obligation, ObligationState, State
from allsource.model.predication import Predication
from allsource.model.span import Span
from allsource.model.time import Time
from allsource.vocab import load

__all__ = ["obligations"]

_FOR = re.compile(r"\s+for\s+(?!\w+ing\b)")
"""What is paid for follows: "paid the yard for the engines"."""
_Ends = tuple[str | None, str | None]
_NEAR = 120
"""Code points after a debt in which its creditor stands."""


def obligations(evidence: Evidence, parties: Parties) -> tuple[Obligation, ...]:
    """Give what parties are said to owe each other.

    Args:
        evidence: the case.
        parties: of the same case.

    Returns:
        Those with most claims first.
    """
    groups: dict[_Ends, list[Claim]] = defaultdict(list)
    states: dict[str, ObligationState] = {}
    for claim in evidence.claims.values():
        found = _read(claim, parties)
        if found is not None:
            ends, states[claim.id] = found
            groups[ends].append(claim)
    whole = _attached(groups)
    listed = [_obligation(ends, claims, states) for ends, claims in whole.items()]
    return tuple(sorted(listed, key=lambda one: (-len(one.states), one.debtor or "", one.id)))


def _read(claim: Claim, parties: Parties) -> tuple[_Ends, ObligationState] | None:
    """Read the obligation that a claim speaks of, with what it says of it."""
    told = claim.predication
    role = _role(claim, parties)
    ends = _ends(role, told, claim, parties) if role and told else (None, None)
    state = _state(role, claim) if role else None
    if state is None or ends == (None, None):
        ends, state = _open(claim, parties), "disputed" if _turned(claim) else "unpaid"
        if ends == (None, None):
            return None
    return ends, ObligationState(state, claim.id, _amount(claim), _time(claim))


def _role(claim: Claim, parties: Parties) -> str | None:
    told = claim.predication
    if told is None or told.predicate is None:
        return None
    role = _roles().get(told.predicate.lemma)
    if role in {"pay", "receive", "promise"} and not _of_debt(told, claim, parties):
        return None
    return role


def _of_debt(told: Predication, claim: Claim, parties: Parties) -> bool:
    """Say whether what is paid, received or promised is money, a debt, or pays for a thing."""
    if told.object is None:
        return _has_money(claim, claim.proposition) or _names_debt(claim.statement)
    span = told.object.span
    if _has_money(claim, span) or _names_debt(told.object.text):
        return True
    if not parties.named(claim, span, acting=False):
        return False
    after = Span(span.end, max(span.end, claim.proposition.end))
    words = claim.document.text[after.start : after.end]
    paid_for = _FOR.match(words)
    start = after.start + paid_for.end() if paid_for else 0
    timed = any(time.span.start <= start < time.span.end for time in claim.times)
    return _has_money(claim, after) or _names_debt(words) or (bool(paid_for) and not timed)


def _has_money(claim: Claim, within: Span) -> bool:
    return any(one.currency and within.covers(one.span) for one in claim.quantities)


def _ends(role: str, told: Predication, claim: Claim, parties: Parties) -> _Ends:
    """Give debtor and creditor by the roles of a verb's arguments."""
    nobody = load("arguments")["pronouns"]["words"]
    pronoun = told.subject is not None and told.subject.text.casefold() in nobody
    subject = None if pronoun else parties.head(claim, told.subject)
    recipient = parties.head(claim, told.recipient)
    inside = parties.named(claim, told.object.span) if told.object else []
    after = recipient or next((name for name in reversed(inside) if name != subject), None)
    if after is None and claim.source is not None and _teller().search(claim.statement):
        after = parties.of_words(claim, claim.source.name)
    other = after or _named_after(told, claim, parties, subject)
    if role == "receive":
        return other, subject
    if told.subject is None and told.object is not None and _names_debt(told.object.text):
        return None, inside[0] if inside else None
    return subject, other


def _named_after(
    told: Predication, claim: Claim, parties: Parties, subject: str | None
) -> str | None:
    """Name the first party or body after a verb whose receiver the parse did not give."""
    if told.predicate is None:
        return None
    start = told.predicate.spans[-1].end
    rest = Span(start, max(start, claim.proposition.end))
    named = parties.named(claim, rest, acting=False)
    return next((name for name in named if name != subject), None)


def _state(role: str, claim: Claim) -> State | None:
    """Say what a verb, with its negation and stance, makes of an obligation."""
    ahead = claim.stance.status in ("expected", "conditional")
    if role == "owe":
        return "disputed" if _turned(claim) else "unpaid"
    if role in ("pay", "receive"):
        if _turned(claim):
            return "unpaid"
        if ahead:
            return "promised"
        return "partly met" if _partly(claim) else "met"
    if role == "withhold":
        return "unpaid" if _names_debt(claim.statement) and not _turned(claim) else None
    return "disputed" if _turned(claim) else "promised"


def _open(claim: Claim, parties: Parties) -> _Ends:
    """Give debtor and creditor of a debt that a noun with a telling word beside it names."""
    found = _standing().search(claim.statement)
    if found is None:
        return None, None
    text, start = claim.document.text, claim.proposition.start + found.end()
    after = Span(start, min(claim.proposition.end, start + _NEAR))
    bodies = [m.text for m in claim.entities if m.kind == "organization" and after.covers(m.span)]
    named = [*bodies, *parties.named(claim, after, acting=False)]
    near = named[0] if named and _leads_to(text[after.start : after.end]) else None
    debtor = parties.head(claim, claim.predication.subject) if claim.predication else None
    return (debtor if debtor != near else None), near


def _leads_to(words: str) -> bool:
    return re.match(r"\s+(?:owed\s+)?(?:to|from|by)\b", words) is not None


def _turned(claim: Claim) -> bool:
    predicate = claim.predication.predicate if claim.predication else None
    ceased = _ceased().search(claim.statement) is not None
    negated = claim.negated or ceased or bool(predicate and predicate.negated)
    return negated != (claim.stance.status == "denied")


def _partly(claim: Claim) -> bool:
    words = claim.statement.casefold()
    return any(re.search(rf"\b{re.escape(one)}\b", words) for one in load("obligations")["partly"])


def _names_debt(text: str) -> bool:
    return _debts().search(text) is not None


def _amount(claim: Claim) -> str | None:
    money = [quantity.text for quantity in claim.quantities if quantity.currency]
    return money[0] if money else None


def _time(claim: Claim) -> Time | None:
    """Give the one time that a claim names; of several it is not told which the debt has."""
    times = [time for time in claim.times if time.start or time.end]
    return times[0] if len(times) == 1 else None


def _attached(groups: dict[_Ends, list[Claim]]) -> dict[_Ends, list[Claim]]:
    """Join a group that names one end only to the one group that has that end and another."""
    whole = {ends: list(claims) for ends, claims in groups.items() if None not in ends}
    for ends, claims in sorted(groups.items(), key=lambda row: str(row[0])):
        if None in ends:
            fit = [known for known in whole if _within(ends, known)]
            whole.setdefault(fit[0] if len(fit) == 1 else ends, []).extend(claims)
    return whole


def _within(part: _Ends, whole: _Ends) -> bool:
    return None not in whole and all(a in {None, b} for a, b in zip(part, whole, strict=True))


def _obligation(
    ends: _Ends, claims: Sequence[Claim], states: dict[str, ObligationState]
) -> Obligation:
    ordered = sorted(claims, key=lambda claim: (rank(claim.document), claim.span, claim.id))
    told = tuple(states[claim.id] for claim in ordered)
    kinds = {one.state for one in told}
    if "disputed" in kinds or {"unpaid", "met"} <= kinds:
        return Obligation(*ends, "disputed", told)
    return Obligation(*ends, told[-1].state, told)


@cache
def _roles() -> dict[str, str]:
    return {lemma: row["role"] for row in load("obligations")["verbs"] for lemma in row["lemmas"]}


@cache
def _ceased() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('obligations')['ceased'])})\b", re.IGNORECASE)


@cache
def _teller() -> re.Pattern[str]:
    """Find the words by which whoever is credited is the creditor ("owes us")."""
    told = load("obligations")["teller"]
    return re.compile(rf"\b(?:{'|'.join(told['forms'])}) (?:{'|'.join(told['pronouns'])})\b")


@cache
def _debts() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_forms())})\b", re.IGNORECASE)


@cache
def _standing() -> re.Pattern[str]:
    """Match a debt that stands open: "unpaid bills", "outstanding payments"."""
    words = "|".join(load("obligations")["open"])
    return re.compile(rf"\b(?:{words})\s+(?:\w+\s+)?(?:{'|'.join(_forms())})\b", re.IGNORECASE)


def _forms() -> Iterator[str]:
    for noun in load("obligations")["debts"]:
        yield from (noun, f"{noun}s")
