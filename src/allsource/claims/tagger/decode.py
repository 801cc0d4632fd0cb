"""Which attributions do the tagger's scores spell?

The best path of tags gives the pieces of sources, cues and contents. Each content points to its
cue, each cue to its source or to none; pieces of a content that point to one cue are one
discontinuous content, and cues that point to one source share it; unquoted pieces of another
sentence than the cue's fall out where others remain. A source and a cue that stand right before a
content of another cue are an attribution inside it. What was read with one window and belongs to a
cue of the window before is joined to it.

It fails where a cue is missed: its content is then given to the next best cue, or lost.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from allsource.claims.tagger.pieces import Window
from allsource.model.span import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["BONUS", "ROLES", "TAGS", "Scores", "Tagged", "best_paths", "decode"]

ROLES = ("source", "cue", "content")
BONUS = 0.5
"""Added to the score of beginning a role: the network alone is too shy (chosen on an outlet left
out of training, where it made half a point of F1; anything from 0.3 to 0.9 did)."""
TAGS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BI"))


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of one window; the first place of each axis is [CLS].

    Args:
        tags: score of each tag, shape (pieces + 1, tags).
        to_cue: how surely a piece belongs to the cue at another, shape (pieces + 1, pieces + 1).
        to_source: the same for a cue and its source; [CLS] is none.
    """

    tags: "NDArray[np.float32]"
    to_cue: "NDArray[np.float32]"
    to_source: "NDArray[np.float32]"


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution by its spans; the source may be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(slots=True, eq=False)
class _Run:
    """Pieces ``[first, last)`` of a window that have one role."""

    role: str
    first: int
    last: int


@dataclass(slots=True)
class _Open:
    """An attribution while its parts are gathered."""

    cue: Span
    source: Span | None
    content: set[Span] = field(default_factory=set)
    far: set[Span] = field(default_factory=set)


def best_paths(
    tags: Sequence["NDArray[np.float32]"], moves: "NDArray[np.float32]"
) -> list[list[int]]:
    """Find the best path of tags through each window (Viterbi).

    Args:
        tags: for each window the score of each tag, shape (pieces, tags).
        moves: score of going from one tag to another, shape (tags, tags).

    Returns:
        For each window the number of each piece's tag.
    """
    if not tags:
        return []
    lengths = [len(rows) for rows in tags]
    longest, many = max(lengths), len(TAGS)
    padded = np.zeros((len(tags), longest, many), np.float32)
    for place, rows in enumerate(tags):
        padded[place, : len(rows)] = rows
    padded[:, :, [tag[0] == "B" for tag in TAGS]] += BONUS
    inner = np.array([tag[0] == "I" for tag in TAGS])
    score = padded[:, 0] - np.where(inner, np.float32(1e4), np.float32(0))
    back = np.zeros((longest, len(tags), many), np.int64)
    ends = [score]
    for step in range(1, longest):
        reach = score[:, :, None] + moves
        back[step] = reach.argmax(1)
        score = reach.max(1) + padded[:, step]
        ends.append(score)
    return [_path(back[:, k], ends[n - 1][k], n) for k, n in enumerate(lengths)]


def _path(back: "NDArray[np.int64]", score: "NDArray[np.float32]", length: int) -> list[int]:
    path = [int(score.argmax())]
    for step in range(length - 1, 0, -1):
        path.append(int(back[step, path[-1]]))
    return path[::-1]


def decode(
    read: Iterable[tuple[Window, Sequence[int], Scores]], *, inner: bool = False
) -> list[Tagged]:
    """Turn the tags and scores of a document's windows into attributions.

    Args:
        read: each window in order, with its path of tags and its scores.
        inner: give also those inside another that are told apart by their place alone; the corpus
            has none, and counts them as faults.

    Returns:
        Attributions with a cue and a content, in order of their cues.
    """
    opened: list[_Open] = []
    for window, path, scores in read:
        _read(window, _runs(path), scores, opened, inner=inner)
    found = [
        Tagged((o.source,) if o.source else (), (o.cue,), tuple(sorted(o.content or o.far)))
        for o in opened
        if o.content or o.far
    ]
    return sorted(found, key=lambda t: (t.cue, t.content))


def _read(
    window: Window, runs: list[_Run], scores: Scores, opened: list[_Open], *, inner: bool
) -> None:
    """Give each content of a window to its cue."""
    cues = [run for run in runs if run.role == "cue"]
    contents = [run for run in runs if run.role == "content"]
    owner = {id(run): _pointed(scores.to_cue, run, cues) for run in contents}
    shared = {}
    for run in contents if inner else ():
        cue = _leading(runs, run, owner)
        if cue is not None:
            shared[id(cue)] = _Run("content", run.first, run.last)
            run.first = runs[runs.index(cue) - 1].first
    here = {id(run): _opened(window, run, runs, scores, opened) for run in cues}
    for run in contents:
        own = owner[id(run)]
        if run.last > window.context and own is not None:
            one = here[id(own)]
            held = one.far if _apart(window, run, own) else one.content
            held.add(_span(window, run, window.context))
    for cue in cues:
        if id(cue) in shared:
            here[id(cue)].content.add(_span(window, shared[id(cue)], window.context))


def _leading(runs: Sequence[_Run], content: _Run, owner: dict[int, _Run | None]) -> _Run | None:
    """Find a cue right before a content that is another cue's: "tests confirm it, she said".

    A piece has one role, so the tagger can say of the inner attribution only where its source and
    cue stand.
    """
    place = runs.index(content)
    cue = runs[place - 1] if place > 1 else None
    outer = owner[id(content)]
    if cue is None or cue.role != "cue" or cue is outer or cue in owner.values() or outer is None:
        return None
    near = runs[place - 2].role == "source" and runs[place - 2].last >= cue.first - 1
    return cue if near and cue.last >= content.first - 1 else None


def _runs(path: Sequence[int]) -> list[_Run]:
    runs: list[_Run] = []
    for place, number in enumerate(path):
        tag = TAGS[number]
        if tag == "O":
            continue
        if tag[0] == "I" and runs and runs[-1].last == place and runs[-1].role == tag[2:]:
            runs[-1].last = place + 1
        else:
            runs.append(_Run(tag[2:], place, place + 1))
    return runs


def _apart(window: Window, run: _Run, cue: _Run) -> bool:
    """Say whether a content stands unquoted in another sentence than its cue."""
    ends = [window.pieces[run.first], window.pieces[run.last - 1]]
    mine = {piece.sentence for piece in ends}
    return window.pieces[cue.first].sentence not in mine and not any(p.quoted for p in ends)


def _span(window: Window, run: _Run, first: int = 0) -> Span:
    """Give the stretch of a run, without what was seen before."""
    return Span(window.pieces[max(run.first, first)].start, window.pieces[run.last - 1].end)


def _opened(
    window: Window, cue: _Run, runs: Sequence[_Run], scores: Scores, opened: list[_Open]
) -> _Open:
    """Open the attribution of a cue, or find the one that an earlier window opened."""
    span = _span(window, cue)
    if cue.first < window.context:
        for one in reversed(opened):
            if one.cue.overlaps(span):
                return one
    source = _pointed(scores.to_source, cue, [r for r in runs if r.role == "source"], none=True)
    made = _Open(span, _span(window, source) if source else None)
    if cue.first >= window.context:
        opened.append(made)
    return made


def _pointed(
    scores: "NDArray[np.float32]", run: _Run, others: Sequence[_Run], *, none: bool = False
) -> _Run | None:
    """Find the run that another points to; None where there is none, or none is likelier."""
    row = scores[run.first + 1 : run.last + 1].mean(0)
    best, high = None, row[0] if none else -np.inf
    for other in others:
        score = row[other.first + 1 : other.last + 1].max()
        if score >= high:
            best, high = other, score
    return best
