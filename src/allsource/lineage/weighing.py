"""What does the model of ``fusion`` make of the claims of a case?

Each cluster is a slot of one value: it is so, or it is not. A root is a source and says so once, however
many pages retell it. A page whose step to its parent is not certain says so too, with that hop. Roots
that are not established as independent of the others have a copy probability of which nothing is
known. Who denies it, or tells what cannot both hold, speaks against it. Hence effective roots, their
interval, the probability, and the record of every root over the case.

Nothing is learned here of who copies whom from equal values: a cluster holds what agrees, so that
agreement in it is no evidence. What text, credits and dates show stands in the hops.

It fails where all sources of a case are wrong together, and where a root's record rests on what others
say who are wrong.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from allsource.lineage.fusion.admiralty import CHECKED, credibility, reliability
from allsource.lineage.fusion.facts import facts
from allsource.lineage.fusion.record import SourceRecord
from allsource.lineage.fusion.settings import Settings
from allsource.lineage.fusion.statement import Derivation, Statement
from allsource.lineage.fusion.telling import FusedValue
from allsource.lineage.houses import Houses
from allsource.lineage.independence import Established, Trace, established
from allsource.model.lineage import Credibility, Independence, Reliability

__all__ = ["Matter", "Standing", "Weighed", "weighed"]

_SO = "so"
_HALF = 0.5
"""What a hedged claim counts for, and one of a source without a name."""

_BINARY = Settings(false_values=1.0, widest=1, guard=False)
"""It is so or not; nothing is learned from equal values; where all agree, a majority foretells nothing."""

_PLAN = Credibility(
    6,
    "truth cannot be judged",
    "it speaks of what is expected or planned, which nothing confirms yet",
)


@dataclass(frozen=True, slots=True)
class Matter:
    """A cluster with what is known of the way of its claims.

    Args:
        traces: of its claims.
        against: of claims of other clusters that deny it or cannot hold beside it.
        plan: it speaks of something expected or planned, of which voices are no evidence however
            many there are.
    """

    traces: Sequence[Trace]
    against: Sequence[Trace] = ()
    plan: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands behind a cluster.

    Args:
        effective: expected number of independent roots.
        interval: the least and the most.
        status: what is established.
        why: in words.
        probability: that it is so, None where no root of it has a record.
        credibility: on the Admiralty scale.
    """

    effective: float
    interval: tuple[float, float]
    status: Independence
    why: tuple[str, ...]
    probability: float | None
    credibility: Credibility


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the model makes of a case.

    Args:
        standings: of its clusters, in their order.
        records: of the roots of which enough claims could be checked, by id.
    """

    standings: tuple[Standing, ...]
    records: Mapping[str, Reliability]


def weighed(matters: Sequence[Matter], houses: Houses) -> Weighed:
    """Weigh the clusters of a case together.

    Args:
        matters: its clusters.
        houses: which origins might speak for one house.
    """
    known = [established(one.traces, houses, plan=one.plan) for one in matters]
    statements: list[Statement] = []
    derivations: list[Derivation] = []
    for matter, one in zip(matters, known, strict=True):
        said, hops = _stated(matter, one)
        statements += said
        derivations += hops
    found = facts(statements, derivations=derivations, settings=_BINARY)
    values = {slot.slot: slot.values[0] for slot in found.slots}
    records = {one.source: one for one in found.records if one.checked >= CHECKED}
    standings = tuple(
        _standing(matter, one, values[_slot(matter)], records)
        for matter, one in zip(matters, known, strict=True)
    )
    roots = {name for one in known for name in one.by_root}
    told = {name: reliability(one) for name, one in records.items() if name in roots}
    return Weighed(standings, told)


def _slot(matter: Matter) -> str:
    return min(trace.claim.id for trace in matter.traces)


def _stated(matter: Matter, known: Established) -> tuple[list[Statement], list[Derivation]]:
    """Say what each root, each page in doubt and each contrary voice says of a cluster."""
    slot, apart = _slot(matter), set(known.apart)
    statements = [
        Statement(
            slot,
            name,
            _SO,
            strength=0.0 if matter.plan else _strength(traces),
            established=name in apart,
            id=f"{slot} {name}",
        )
        for name, traces in sorted(known.by_root.items())
    ]
    derivations: list[Derivation] = []
    for (root, page), (step, traces) in sorted(_doubts(known).items()):
        name = f"{slot} {root} {page}"
        strength = 0.0 if matter.plan else _strength(traces)
        statements.append(
            Statement(slot, f"{root} {page}", _SO, strength=strength, established=False, id=name)
        )
        derivations.append(Derivation(name, f"{slot} {root}", step))
    return [*statements, *_contrary(matter, known, slot)], derivations


def _contrary(matter: Matter, known: Established, slot: str) -> Iterator[Statement]:
    """Give the word of each root that denies a cluster, or tells what cannot hold beside it.

    A root that has said both speaks on both sides.
    """
    against: dict[str, list[Trace]] = defaultdict(list)
    for trace in (*known.denials, *matter.against):
        against[trace.origin.id].append(trace)
    for name, traces in sorted(against.items()):
        strength = 0.0 if matter.plan else _strength(traces)
        key = f"{slot} not {name}"
        who = f"{name} otherwise" if name in known.by_root else name
        yield Statement(slot, who, _SO, strength=strength, denied=True, established=False, id=key)


def _strength(traces: Sequence[Trace]) -> float:
    """Say how much the word of one root counts: that of the most cautious of its claims at first hand.

    A page that retells it without its hedge makes it no plainer.
    """
    nearest = [trace for trace in traces if trace.first] or traces
    return min(
        (_HALF if trace.claim.stance.status in ("hedged", "questioned") else 1.0)
        * (1.0 if trace.origin.established else _HALF)
        for trace in nearest
    )


def _doubts(known: Established) -> dict[tuple[str, str], tuple[float, list[Trace]]]:
    """Give, for each root and page, the least certain step of its claims that is not certain."""
    found: dict[tuple[str, str], tuple[float, list[Trace]]] = {}
    for traces in known.by_root.values():
        for trace in traces:
            if not trace.repost and trace.step < 1.0:
                key = (trace.origin.id, trace.claim.document.id)
                step, same = found.get(key, (1.0, []))
                found[key] = (min(step, trace.step), [*same, trace])
    return found


def _standing(
    matter: Matter, known: Established, value: FusedValue, records: Mapping[str, SourceRecord]
) -> Standing:
    judged = any(name in records for name in known.by_root) and not matter.plan
    return Standing(
        value.effective_roots,
        value.effective_roots_interval,
        known.status,
        known.why,
        value.probability if judged else None,
        _rated(matter, known, value, judged=judged),
    )


def _rated(matter: Matter, known: Established, value: FusedValue, *, judged: bool) -> Credibility:
    if matter.plan:
        return _PLAN
    against = sum(1 for _ in _contrary(matter, known, ""))
    return credibility(
        value,
        alone=len(known.by_root) == 1,
        against=against,
        assumed=None if judged else _BINARY.accuracy,
    )
