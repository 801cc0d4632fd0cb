"""What do several networks say together, as something that one network can learn from?

Their scores are averaged; what is kept of each window is the chance of each tag for each piece, how
often each tag is expected to follow each, and the chance of each place that a pointer may name.
That is all the learner's loss needs, in half precision, so the teachers run once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from training.attribution.examples import inputs
from training.attribution.network import Tagger, chain_total

from allsource.claims.tagger.decode import TAGS
from allsource.claims.tagger.pieces import Window

BUDGET = 2048


@dataclass(frozen=True, slots=True)
class Taught:
    """What the teachers say of one window; the first place of a pointer's last axis is [CLS].

    Args:
        tags: chance of each tag, shape (pieces, tags).
        steps: how often each tag is expected to follow each, shape (tags, tags).
        to_cue: chance of each place, shape (pieces, pieces + 1).
        to_source: the same.
    """

    tags: torch.Tensor
    steps: torch.Tensor
    to_cue: torch.Tensor
    to_source: torch.Tensor


def teach(teachers: Sequence[Tagger], given: Sequence[Window]) -> list[Taught]:
    """Let the teachers speak of each window."""
    found: dict[int, Taught] = {}
    for group in _groups(given):
        found |= zip(group, _spoken(teachers, [given[n] for n in group]), strict=True)
    return [found[n] for n in range(len(given))]


def _groups(given: Sequence[Window]) -> Iterator[list[int]]:
    """Group windows of like length, within the budget."""
    group: list[int] = []
    for number in sorted(range(len(given)), key=lambda n: len(given[n].pieces)):
        if group and (len(given[number].pieces) + 2) * (len(group) + 1) > BUDGET:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _spoken(teachers: Sequence[Tagger], given: Sequence[Window]) -> Iterator[Taught]:
    """Average the teachers' scores, and make chances of them."""
    fed = inputs(given)
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        every = [teacher(*fed) for teacher in teachers]
    scores, to_cue, to_source, moves = (
        torch.stack([part.float() for part in parts]).mean(0) for parts in zip(*every, strict=True)
    )
    there = fed[-1].bool()
    sizes = [len(window.pieces) for window in given]
    inside = torch.arange(scores.shape[1] - 2) < torch.tensor(sizes)[:, None]
    tags, steps = _chances(scores[:, 1:-1], moves, inside)
    cues, sources = (
        torch.softmax(part.masked_fill(~there[:, None, :], -1e4), 2) for part in (to_cue, to_source)
    )
    for row, n in enumerate(sizes):
        parts = tags[row, :n], cues[row, 1 : n + 1, : n + 1], sources[row, 1 : n + 1, : n + 1]
        of_tags, of_cue, of_source = (part.half() for part in parts)
        yield Taught(of_tags, steps[row].clone(), of_cue, of_source)


def _chances(
    scores: torch.Tensor, moves: torch.Tensor, inside: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """Chances of tags and expected steps: the slopes of the chain's total."""
    scores = scores.detach().requires_grad_()
    apart = moves.detach().expand(len(scores), *moves.shape).clone().requires_grad_()
    with torch.enable_grad():
        total = chain_total(scores, apart, inside).sum()
    tags, steps = torch.autograd.grad(total, (scores, apart))
    return tags, steps


def padded(taught: Sequence[Taught], width: int) -> tuple[torch.Tensor, ...]:
    """Tensors of a batch: tags and both pointers with [CLS] first, and the expected steps."""
    tags = torch.zeros(len(taught), width, len(TAGS))
    to_cue, to_source = (torch.zeros(len(taught), width, width) for _ in range(2))
    for row, one in enumerate(taught):
        n = len(one.tags)
        tags[row, 1 : n + 1] = one.tags.float()
        to_cue[row, 1 : n + 1, : n + 1] = one.to_cue.float()
        to_source[row, 1 : n + 1, : n + 1] = one.to_source.float()
    return tags, torch.stack([one.steps for one in taught]), to_cue, to_source
