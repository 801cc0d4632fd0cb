"""What is established of the roots behind a cluster?

Counted are the roots of the claims that affirm what the cluster says (those
that deny it, where none affirms). Two roots are *established* as different only
when both are named sources, each credited in a document that takes its claim
from no other, in documents that share no ancestor and no unseen report, and no
page names one as speaking for the other's house; voices on a plan never are.
Everything else is unknown, and unknown never counts as independent.

How many roots that makes is for the model of ``fusion`` (see ``weighing``).

It fails where two named speakers read from the same paper without saying so.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allsource.lineage.houses import Houses
from allsource.lineage.roots import Origin
from allsource.lineage.statements import takes_back
from allsource.model.claim import Claim
from allsource.model.lineage import Independence

__all__ = ["Established", "Trace", "affirming", "established"]

_CERTAIN = 0.95
"""A path to a root that is this probable is not told as uncertain."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A claim with what is known of its way into the record.

    Args:
        claim: the claim.
        origin: its root.
        path: probability of the path to it.
        step: probability of the first step of that path; 1 where the claim is its own root.
        first: it came from no other claim of the case.
        repost: its document is a repost of another document of the case.
        ancestry: ids of the documents, and names of the unseen reports, that its document
            derives from, its own id among them.
        affirms: it does not deny what it speaks of.
    """

    claim: Claim
    origin: Origin
    path: float
    step: float
    first: bool
    repost: bool
    ancestry: frozenset[str]
    affirms: bool


@dataclass(frozen=True, slots=True)
class Established:
    """What is established of a cluster's roots.

    Args:
        by_root: the claims that are counted, by root.
        denials: the claims that are not, because they deny it.
        apart: roots that are established as different, each from each of the others; none or two
            at least.
        status: what is established.
        why: in words.
    """

    by_root: Mapping[str, Sequence[Trace]]
    denials: tuple[Trace, ...]
    apart: tuple[str, ...]
    status: Independence
    why: tuple[str, ...]


def established(traces: Sequence[Trace], houses: Houses, *, plan: bool = False) -> Established:
    """Say what is established of the roots behind the claims of one cluster.

    Args:
        traces: of its claims.
        houses: which origins might speak for one house.
        plan: the cluster speaks of something expected or planned, of which voices are no
            evidence however many there are.
    """
    counted = affirming(traces)
    by_root: dict[str, list[Trace]] = defaultdict(list)
    for trace in counted:
        by_root[trace.origin.id].append(trace)
    apart = [] if plan else _apart(by_root, houses)
    denials = tuple(t for t in traces if not t.affirms) if len(counted) < len(traces) else ()
    why = tuple(_why(counted, by_root, apart, len(denials)))
    return Established(by_root, denials, tuple(apart), _status(traces, apart), why)


def affirming(traces: Sequence[Trace]) -> list[Trace]:
    """Give the claims that affirm what a cluster says, all where every one denies it.

    A root that has taken it back affirms it no longer, while another does.

    Args:
        traces: of its claims.
    """
    back = {trace.origin.id for trace in traces if takes_back(trace.claim)}
    said = [trace for trace in traces if trace.affirms]
    return [trace for trace in said if trace.origin.id not in back] or said or list(traces)


def _apart(by_root: Mapping[str, Sequence[Trace]], houses: Houses) -> list[str]:
    """Give roots that are established as different, each from each of the others."""
    apart: list[str] = []
    for name in sorted(by_root, key=lambda n: (-len(by_root[n]), n)):
        if _sound(by_root[name]) and all(
            _different(by_root[name], by_root[other]) and not houses.one_house(name, other)
            for other in apart
        ):
            apart.append(name)
    return apart if len(apart) > 1 else []


def _sound(traces: Sequence[Trace]) -> list[Trace]:
    """Give the claims that carry a named root's own utterance first hand."""
    return [
        trace
        for trace in traces
        if trace.origin.established
        and trace.first
        and not any(name.startswith("report:") for name in trace.ancestry)
    ]


def _different(one: Sequence[Trace], other: Sequence[Trace]) -> bool:
    """Say whether some first-hand documents of two roots share no ancestor."""
    left, right = ({trace.ancestry for trace in _sound(side)} for side in (one, other))
    return any(not mine & theirs for mine in left for theirs in right)


def _status(traces: Sequence[Trace], apart: Sequence[str]) -> Independence:
    """Say what is established; one that denies it has its own root, which is not that origin."""
    if len(apart) >= 2:
        return "independent"
    roots = {trace.origin.id for trace in traces}
    return "same origin" if len(roots) == 1 else "independence not established"


def _why(
    counted: Sequence[Trace],
    by_root: Mapping[str, Sequence[Trace]],
    apart: Sequence[str],
    denials: int,
) -> list[str]:
    """Give the reasons in words."""
    reasons: list[str] = []
    labels = {name: traces[0].origin.label for name, traces in by_root.items()}
    if len(by_root) == 1:
        said = "every claim that affirms it" if denials else "every claim"
        reasons.append(f"{said} leads back to {next(iter(labels.values()))}")
        least = min(trace.path for trace in counted)
        if least < _CERTAIN:
            reasons.append(f"the least certain path to it has a probability of {least:.2f}")
    elif apart:
        named = " and ".join(labels[name] for name in apart)
        reasons.append(f"{named} are credited first hand in documents that share no origin")
    else:
        reasons.append("no two roots are established as different")
    vague = sorted({labels[n] for n, t in by_root.items() if not t[0].origin.established})
    if vague and len(by_root) > 1:
        reasons.append(f"not traced to a named source: {'; '.join(vague)}")
    through = sorted({n[7:] for t in counted for n in t.ancestry if n.startswith("report:")})
    if through:
        reasons.append(f"told through a report not in hand, by {' and by '.join(through)}")
    if denials:
        reasons.append(f"not counted, because they deny it: {denials} of the claims")
    return reasons
