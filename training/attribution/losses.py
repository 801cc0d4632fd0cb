"""By how much is the network wrong: against an annotator's marks, and against other networks?

Marks are one path of tags and one place for each pointer. What other networks say is a chance for
each tag, each step from tag to tag and each place; the loss against it is the cross-entropy of
the whole chain, which is least where the network's chances are theirs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch.nn import functional
from training.attribution.examples import NONE, Example, hidden_some, inputs, targets
from training.attribution.network import Tagger, chain_loss, chain_total
from training.attribution.teach import Taught, padded

from allsource.claims.tagger.decode import TAGS
from allsource.claims.tagger.pieces import SEPARATOR, Window

POINTERS = 0.3
"""Weight of each pointer beside the tags."""
CUE = torch.tensor([tag.endswith("cue") for tag in TAGS])
OTHER = torch.tensor([tag != "O" and not tag.endswith("cue") for tag in TAGS])


@dataclass(frozen=True, slots=True)
class Said:
    """What the network says of a batch: scores in full precision, and which pieces there are."""

    tags: torch.Tensor
    to_cue: torch.Tensor
    to_source: torch.Tensor
    moves: torch.Tensor
    inside: torch.Tensor


def run(model: Tagger, given: Sequence[Window], hide: float) -> Said:
    """Run the network over windows, a share of whose pieces is hidden."""
    numbers, *rest = inputs(given)
    mask = rest[-1].bool()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, to_cue, to_source, moves = model(hidden_some(numbers, hide), *rest)
    inside = mask[:, 1:-1] & (numbers[:, 1:-1] != SEPARATOR)
    there = (part.float().masked_fill(~mask[:, None, :], -1e4) for part in (to_cue, to_source))
    return Said(tags.float()[:, 1:-1], *there, moves.float(), inside)


def against_marks(said: Said, shown: Sequence[Example]) -> torch.Tensor:
    """Give the loss against annotators' marks, by piece."""
    tags, to_cue, to_source = targets(shown, said.to_cue.shape[1])
    loss = chain_loss(said.tags, said.moves, tags[:, 1:-1], said.inside) / said.inside.sum()
    for pointer, right in ((said.to_cue, to_cue), (said.to_source, to_source)):
        if bool((right >= 0).any()):
            loss = loss + POINTERS * functional.cross_entropy(
                pointer.flatten(0, 1), right.flatten(), ignore_index=NONE
            )
    return loss


def against_teachers(said: Said, taught: Sequence[Taught]) -> torch.Tensor:
    """Give the loss against what other networks say together, by piece.

    A pointer counts as far as its piece has a role that points.
    """
    tags, steps, to_cue, to_source = padded(taught, said.to_cue.shape[1])
    whole = chain_total(said.tags, said.moves, said.inside).sum()
    loss = whole - (tags[:, 1:-1] * said.tags).sum() - (steps * said.moves).sum()
    loss = loss / said.inside.sum()
    for pointer, right, roles in (
        (said.to_cue, to_cue, OTHER),
        (said.to_source, to_source, CUE),
    ):
        weight = tags[:, :, roles].sum(2)
        entropy = -(right * torch.log_softmax(pointer, 2)).sum(2)
        loss = loss + POINTERS * (weight * entropy).sum() / weight.sum().clamp(min=1.0)
    return loss
