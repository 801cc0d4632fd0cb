"""A student that agrees with its teachers has nothing to learn; the chain's sums are all paths'.

Runs where the trainer's packages are installed (training/attribution/requirements.txt).
"""

import itertools
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

if find_spec("torch") is None:
    pytest.skip("torch is the trainer's alone", allow_module_level=True)

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
from training.attribution.losses import Said, against_teachers
from training.attribution.network import allowed, chain_total
from training.attribution.teach import teach

from allsource.claims.tagger.decode import TAGS
from allsource.claims.tagger.pieces import Piece, Window

FEW = 3


class Fixed(torch.nn.Module):
    """A network that says the same scores of any window."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        drawn = torch.Generator().manual_seed(seed)
        self.tags = torch.randn(16, len(TAGS), generator=drawn)
        self.pointers = torch.randn(2, 16, 16, generator=drawn)
        self.moves = torch.randn(len(TAGS), len(TAGS), generator=drawn)
        self.moves = torch.where(allowed(), self.moves, -1e4)

    def forward(self, numbers: torch.Tensor, *_: torch.Tensor) -> tuple[torch.Tensor, ...]:
        many, width = numbers.shape
        cues, sources = self.pointers[:, :width, :width].expand(many, 2, width, width).unbind(1)
        return self.tags[:width].expand(many, width, -1), cues, sources, self.moves


def window(size: int) -> Window:
    return Window(tuple(Piece(2000 + n, 2 * n, 2 * n + 1, 1, 0, 0) for n in range(size)), 0)


def said_by(network: Fixed, size: int, width: int) -> Said:
    tags, cues, sources, moves = network(torch.zeros(1, width, dtype=torch.long))
    there = torch.arange(width) < size + 2
    inside = (torch.arange(width - 2) < size)[None]
    masked = (part.masked_fill(~there, -1e4) for part in (cues, sources))
    return Said(tags[:, 1:-1].clone(), *masked, moves.clone(), inside)


def test_the_total_is_the_sum_over_all_paths() -> None:
    network = Fixed(1)
    scores, moves = network.tags[None, :FEW], network.moves
    paths = itertools.product(range(len(TAGS)), repeat=FEW)
    each = torch.stack(
        [
            sum(scores[0, place, tag] for place, tag in enumerate(path))
            + sum(moves[a, b] for a, b in itertools.pairwise(path))
            for path in paths
            if not TAGS[path[0]].startswith("I")
        ]
    )
    total = chain_total(scores, moves, torch.ones(1, FEW, dtype=torch.bool))
    assert total.item() == pytest.approx(torch.logsumexp(each, 0).item(), abs=1e-3)


def test_chances_of_a_piece_sum_to_one_and_steps_to_their_number() -> None:
    (taught,) = teach([Fixed(1), Fixed(2)], [window(5)])
    assert taught.tags.float().sum(1).tolist() == pytest.approx([1] * 5, abs=2e-3)
    assert float(taught.steps.sum()) == pytest.approx(4, abs=1e-3)
    assert taught.to_cue.shape == taught.to_source.shape == (5, 6)


def test_two_teachers_that_agree_say_what_one_says() -> None:
    (one,), (two,) = (teach([Fixed(1)] * many, [window(5)]) for many in (1, 2))
    assert torch.equal(one.tags, two.tags)
    assert torch.equal(one.to_cue, two.to_cue)


@pytest.mark.parametrize("size", [1, 2, 5])
def test_a_student_that_agrees_has_nothing_to_learn(size: int) -> None:
    """The slope of the loss is nought at the teacher's own scores, and not beside them."""
    taught = teach([Fixed(1)], [window(size)])
    slopes = []
    for network in (Fixed(1), Fixed(2)):
        said = said_by(network, size, 8)
        said.tags.requires_grad_()
        against_teachers(said, taught).backward()
        slopes.append(float(said.tags.grad.abs().max()))
    assert slopes[0] < 1e-3 < slopes[1]
