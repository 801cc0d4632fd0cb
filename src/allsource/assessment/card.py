"""What is known of a programme beside its numbers: sites, stages, workforce, suppliers, money, exports?

A statement stands on a line of the card where its measure, its verb with what the
verb is about, or a fixed phrase says so (``vocab/programme.yaml``). Statements of
one cluster are one entry, in the words of the earliest. Denied, questioned and
negated statements stand there too, marked by how they are put; statements of design
and performance do not, nor those of pages that give no measure of a programme.

It fails on wordings that are not listed, and on a listed verb in another sense
("sold the idea").
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from allsource.assessment.evidence import Evidence
from allsource.assessment.measures import is_programme
from allsource.lineage.chronology import rank
from allsource.lineage.statements import stem
from allsource.lineage.things import kind_of_unit
from allsource.model.claim import Claim
from allsource.model.predication import Predication
from allsource.model.programme import CardEntry, Topic
from allsource.model.time import Time
from allsource.vocab import load

__all__ = ["card", "topics"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def card(evidence: Evidence) -> tuple[CardEntry, ...]:
    """Give the entries of the programme card, by topic and then by time, undated last.

    Args:
        evidence: the case.

    Example:
        >>> from allsource.assessment.evidence import gather
        >>> from allsource.model.lineage import Lineage
        >>> card(gather((), (), Lineage()))
        ()
    """
    pages = {claim.document.id for claim in evidence.claims.values() if _measured(claim)}
    groups: dict[tuple[Topic, str], list[Claim]] = defaultdict(list)
    for claim in evidence.claims.values():
        if claim.document.id in pages:
            for topic in topics(claim):
                groups[topic, evidence.cluster_of.get(claim.id, claim.id)].append(claim)
    order = [row["name"] for row in load("programme")["topics"]]
    entries = [_entry(topic, same, evidence) for (topic, _), same in groups.items()]
    return tuple(sorted(entries, key=lambda e: (order.index(e.topic), _day(e, evidence), e.claim)))


def topics(claim: Claim) -> tuple[Topic, ...]:
    """Say on which lines of the card a claim stands; none where it tells of performance.

    Args:
        claim: any claim; its language is taken to be English.
    """
    told = load("programme")
    words = _stems(claim.statement)
    measures = {quantity.measure for quantity in claim.quantities}
    if _performs(claim, words):
        return ()
    return tuple(
        row["name"]
        for row in told["topics"]
        if measures & set(row["measures"])
        or _among(words, row["name"], "phrases")
        or _deed(claim.predication, row)
    )


def _performs(claim: Claim, words: tuple[str, ...]) -> bool:
    """Say whether a claim tells of design or performance: by a measure, the kind of a unit, or a word."""
    told, periods = load("programme"), load("comparable")["periods"]
    measures = {quantity.measure for quantity in claim.quantities}
    kinds = {kind_of_unit(one.unit) for one in claim.quantities if one.per not in periods}
    if measures & set(told["performance_measures"]) or kinds & set(told["performance_kinds"]):
        return True
    if "length" not in kinds:
        words = _without_idioms(words)
    return _among(words, "performance", "phrases")


def _without_idioms(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out phrases that hold a word of performance in another sense."""
    at = next(
        (
            (start, start + len(one))
            for one in _listed("idioms", "phrases")
            for start in range(len(words) - len(one) + 1)
            if words[start : start + len(one)] == one
        ),
        None,
    )
    return words if at is None else _without_idioms((*words[: at[0]], *words[at[1] :]))


def _measured(claim: Claim) -> bool:
    return any(is_programme(quantity.measure) for quantity in claim.quantities)


def _deed(told: Predication | None, row: Mapping[str, Any]) -> bool:
    """Say whether a predication's verb, and what it was done to (else who did it), are a line's."""
    if told is None:
        return False
    about = told.object or told.subject
    if about is None:
        return False
    if told.predicate is None:
        return _among(_stems(about.name), row["name"], "alone")
    words = _stems(about.text if told.object is not None else about.name)
    lemma = told.predicate.lemma
    return lemma in row["telling"] or (
        lemma in row["verbs"] and _among(words, row["name"], "things")
    )


def _among(words: tuple[str, ...], name: str, part: str) -> bool:
    """Say whether words hold one of the listed ones of a line, or a word of performance."""
    return any(
        words[at : at + len(one)] == one
        for one in _listed(name, part)
        for at in range(len(words) - len(one) + 1)
    )


@cache
def _listed(name: str, part: str) -> tuple[tuple[str, ...], ...]:
    told = load("programme")
    rows = {row["name"]: row[part] for row in told["topics"]}
    rows |= {"performance": told["performance"], "idioms": told["performance_idioms"]}
    return tuple(map(_stems, rows[name]))


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word.casefold()) for word in _WORD.findall(text))


def _entry(topic: Topic, same: Sequence[Claim], evidence: Evidence) -> CardEntry:
    first = min(same, key=lambda claim: (rank(claim.document), claim.span, claim.id))
    root = evidence.root_of(first.id)
    return CardEntry(
        topic=topic,
        claim=first.id,
        time=next(_times(first), None),
        root=root.id if root is not None else None,
        claims=tuple(sorted(claim.id for claim in same)),
        documents=len({claim.document.id for claim in same}),
    )


def _times(claim: Claim) -> Iterator[Time]:
    """Give the times that a claim speaks of, those of its quantities first."""
    times = [quantity.time for quantity in claim.quantities if quantity.time is not None]
    return (time for time in (*times, *claim.times) if time.start or time.end)


def _day(entry: CardEntry, evidence: Evidence) -> str:
    """Give the day by which an entry is put in order: of its time, else of its page."""
    time = entry.time
    told = (time.start or time.end) if time is not None else None
    return told or evidence.claims[entry.claim].document.published or "9999"
