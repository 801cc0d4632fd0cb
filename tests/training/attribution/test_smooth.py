"""Evening out the channels changes nothing in full precision.

Runs where the trainer's packages are installed (training/attribution/requirements.txt).
"""

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

if find_spec("transformers") is None:
    pytest.skip("transformers are the trainer's alone", allow_module_level=True)

import torch
from transformers import BertConfig, BertModel

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
from training.attribution.examples import inputs
from training.attribution.network import Tagger
from training.attribution.smooth import Smoothed, smooth

from allsource.claims.tagger.pieces import Piece, Window


def window(size: int) -> Window:
    return Window(tuple(Piece(2000 + n, 2 * n, 2 * n + 1, 1, 0, 0) for n in range(size)), 0)


def test_smoothing_changes_nothing_in_full_precision() -> None:
    small = BertConfig(
        vocab_size=3000, hidden_size=24, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=48, max_position_embeddings=32,
    )  # fmt: skip
    torch.manual_seed(0)
    model = Tagger(BertModel(small, add_pooling_layer=False)).eval()
    seen = [window(5), window(9)]
    smoothed = smooth(model, seen)
    assert sum(isinstance(part, Smoothed) for part in smoothed.modules()) == 2 * 6
    with torch.no_grad():
        before, after = (one(*inputs(seen)) for one in (model, smoothed))
    for left, right in zip(before, after, strict=True):
        assert torch.allclose(left, right, atol=1e-4)
