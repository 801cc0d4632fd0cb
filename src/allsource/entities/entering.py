"""What must the machine add to the log, so that the log says what the machine says now?

Its judgements are made anew from documents and claims at every run. Those that the log has in the same words are not
entered again; those that no longer follow, since a page came or a rule changed, are withdrawn. What people have said is never touched.

It fails to tell why a judgement was withdrawn: the pages of the two runs tell.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from allsource.entities.judgements import Judgement

__all__ = ["to_enter"]


def to_enter(log: Iterable[Judgement], now: Iterable[Judgement], when: str) -> Iterator[Judgement]:
    """Give the judgements to be entered.

    Args:
        log: all that was entered, in any order.
        now: what the machine says now, of each pair once.
        when: in ISO 8601, UTC.

    Example:
        >>> said = Judgement("a", "b", "positive", "names 1", "", machine=True, probability=0.97)
        >>> first = list(to_enter([], [said], "2031-05-01T10:00:00Z"))
        >>> list(to_enter(first, [said], "2031-05-02T10:00:00Z"))
        []
        >>> [one.verdict for one in to_enter(first, [], "2031-05-02T10:00:00Z")]
        ['withdrawn']
    """
    newest: dict[tuple[str, str], Judgement] = {}
    for one in sorted(log, key=lambda said: (said.when, said.id)):
        if one.machine:
            newest[one.pair] = one
    saying = {one.pair: one for one in now}
    for pair, one in sorted(saying.items()):
        known = newest.get(pair)
        if known is None or replace(known, when=one.when, left=one.left, right=one.right) != one:
            yield replace(one, when=when)
    for pair, known in sorted(newest.items()):
        if pair not in saying and known.verdict != "withdrawn":
            yield replace(known, verdict="withdrawn", probability=None, why="", when=when)
