"""Who said that two records are one party, and which parties follow from what was said?

Identity is a log of judgements, by people and by the machine, and never a merge: a judgement is taken back by a
later one, and the parties are worked out anew. For each pair the newest word of a person stands; where no person has
spoken, the newest of the machine. Positive words join records into parties, the surest first; a negative one
keeps two parties apart whatever else would join them (the machine's does so against the machine alone), and the
word that it stands against is told as a conflict. A positive word of the machine joins only from a set
probability on.

Persist it by ``Case.keep("judgement", one.id, one)``; the ledger keeps every one of them in order. ``who`` works out the
entities of a case from it. It fails
where a person's error is never looked at: nothing here contradicts people.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from allsource.entities.match import Match
from allsource.errors import UsageError
from allsource.model.ids import content_id

__all__ = [
    "MERGE",
    "Conflict",
    "Identities",
    "Judgement",
    "Verdict",
    "by_machine",
    "identities",
    "standing",
]

Verdict = Literal["positive", "negative", "unsure", "withdrawn"]

MERGE = 0.95
"""From this probability on the machine joins two records by itself. Names alone stay below it."""

_APART = 0.05
"""Up to this probability the machine says that two records are two parties."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody said of two records.

    Args:
        left: id of the one record.
        right: id of the other; the order of the two tells nothing.
        verdict: positive (one party), negative (two), unsure, or withdrawn (what the same hand said is taken back).
        by: who said it: a person's name or initials, or the machine with its version.
        when: in ISO 8601, UTC.
        machine: it was said by the machine.
        probability: of the machine; None for a person.
        why: in words.
    """

    left: str
    right: str
    verdict: Verdict
    by: str
    when: str
    machine: bool = False
    probability: float | None = None
    why: str = ""

    def __post_init__(self) -> None:
        if self.left == self.right:
            raise UsageError(f"{self.left}: a record is itself; judge two different ones")

    @property
    def id(self) -> str:
        """Hash of all that was said."""
        said = (self.verdict, self.by, self.when, self.machine, self.probability, self.why)
        return content_id("jdg", *self.pair, *map(str, said))

    @property
    def pair(self) -> tuple[str, str]:
        """The two records, in order of id."""
        return (self.left, self.right) if self.left < self.right else (self.right, self.left)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A positive judgement that was not followed.

    Args:
        judgement: what would have joined two parties.
        against: the negative judgements that keep them apart.
    """

    judgement: Judgement
    against: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Identities:
    """Which parties follow from a log of judgements.

    Args:
        parties: records of each, in order; those of which nothing was said stand alone.
        conflicts: positive judgements that were not followed.
        undecided: pairs that await a person: unsure, or positive below the probability that joins.
    """

    parties: tuple[tuple[str, ...], ...]
    conflicts: tuple[Conflict, ...]
    undecided: tuple[Judgement, ...]


def by_machine(left: str, right: str, found: Match, by: str, when: str) -> Judgement:
    """Turn a match into what the machine says of two records.

    Args:
        left: id of the one record.
        right: id of the other.
        found: as ``match`` gives it.
        by: the machine with its version.
        when: in ISO 8601, UTC.

    Example:
        >>> by_machine("a", "b", Match(0.7, True), "allsource 0.1", "2031-05-01T10:00:00Z").verdict
        'unsure'
    """
    verdict: Verdict = "unsure"
    if found.probability >= MERGE:
        verdict = "positive"
    elif found.probability <= _APART:
        verdict = "negative"
    why = "; ".join(f"{one.feature} {one.effect:+.1f}" for one in found.why)
    return Judgement(
        left, right, verdict, by, when, machine=True, probability=found.probability, why=why
    )


def standing(log: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """Give the judgement that stands for each pair: a person's before the machine's, the newest first.

    Args:
        log: judgements in any order; of two of one moment the order of ids decides.

    Example:
        >>> said = Judgement("a", "b", "positive", "AV", "2031-05-01T10:00:00Z")
        >>> back = Judgement("a", "b", "withdrawn", "AV", "2031-05-02T10:00:00Z")
        >>> len(standing([said])), len(standing([said, back]))
        (1, 0)
    """
    newest: dict[tuple[str, str], dict[bool, Judgement]] = {}
    for one in sorted(log, key=lambda said: (said.when, said.id)):
        newest.setdefault(one.pair, {})[one.machine] = one
    found = {}
    for pair, said in sorted(newest.items()):
        stands = [said[machine] for machine in (False, True) if machine in said]
        kept = [one for one in stands if one.verdict != "withdrawn"]
        if kept:
            found[pair] = kept[0]
    return found


def identities(
    records: Iterable[str], log: Iterable[Judgement], merge_from: float = MERGE
) -> Identities:
    """Work out the parties.

    Args:
        records: ids; those of the log that are not among them are added.
        log: judgements in any order.
        merge_from: least probability with which the machine joins two records by itself.

    Example:
        >>> day = "2031-05-01T10:00:00Z"
        >>> log = [Judgement("a", "b", "positive", "AV", day), Judgement("b", "c", "positive", "AV", day)]
        >>> identities("abcd", log).parties
        (('a', 'b', 'c'), ('d',))
        >>> identities("abc", [*log, Judgement("a", "c", "negative", "AV", day)]).parties
        (('a', 'b'), ('c',))
    """
    stands = list(standing(log).values())
    party = {one: one for one in sorted({*records, *(end for one in stands for end in one.pair)})}
    members = {one: {one} for one in party}
    apart: dict[str, list[Judgement]] = {one: [] for one in party}
    for one in stands:
        if one.verdict == "negative":
            for end in one.pair:
                apart[end].append(one)
    conflicts = []
    joining = [one for one in stands if _joins(one, merge_from)]
    for one in sorted(joining, key=_surest):
        left, right = (party[end] for end in one.pair)
        if left == right:
            continue
        between = _between(members[left], members[right], apart)
        against = tuple(other for other in between if one.machine or not other.machine)
        if against:
            conflicts.append(Conflict(one, against))
            continue
        members[left] |= members[right]
        for member in members.pop(right):
            party[member] = left
    undecided = tuple(
        one
        for one in stands
        if one.verdict == "unsure" or (one.verdict == "positive" and not _joins(one, merge_from))
    )
    return Identities(
        tuple(sorted(tuple(sorted(some)) for some in members.values())),
        tuple(conflicts),
        undecided,
    )


def _joins(one: Judgement, merge_from: float) -> bool:
    sure = not one.machine or (one.probability is not None and one.probability >= merge_from)
    return one.verdict == "positive" and sure


def _surest(one: Judgement) -> tuple[bool, float, tuple[str, str]]:
    """Order judgements: a person's first, then by probability, then by records."""
    return one.machine, -(one.probability or 0.0), one.pair


def _between(
    left: set[str], right: set[str], apart: dict[str, list[Judgement]]
) -> tuple[Judgement, ...]:
    few, many = sorted((left, right), key=len)
    return tuple(
        one for end in sorted(few) for one in apart[end] if any(other in many for other in one.pair)
    )
