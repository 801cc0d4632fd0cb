"""What is the network that is trained: an encoder, a chain of tags and two pointers.

A piece's vector is the encoder's, plus one for its letter case and one for standing inside
quotation marks; the layers of the encoder are mixed by learned weights. A linear chain (CRF) scores
the tags. A pointer scores each piece against each other by what both hold and by how they lie:
distance, direction, and whether the paragraph is the same.
"""

import math
from typing import Any

import torch
from torch import nn

from allsource.claims.tagger.decode import TAGS

FORBIDDEN = -1e4
BUCKETS = 16


def allowed() -> torch.Tensor:
    """Which tag may follow which: an inner one only its own role's."""
    rows = [[b[0] != "I" or (a != "O" and a[2:] == b[2:]) for b in TAGS] for a in TAGS]
    return torch.tensor(rows)


class Pointer(nn.Module):
    """Scores of each piece for each other, shape (windows, pieces, pieces)."""

    def __init__(self, size: int, width: int = 128) -> None:
        super().__init__()
        self.ask = nn.Linear(size, width)
        self.answer = nn.Linear(size, width)
        self.place = nn.Parameter(torch.zeros(2 * BUCKETS))
        self.width = width

    def forward(self, hidden: torch.Tensor, buckets: torch.Tensor) -> torch.Tensor:
        """Score each piece against each other by what they hold and how they lie."""
        scores = self.ask(hidden) @ self.answer(hidden).transpose(1, 2) / math.sqrt(self.width)
        return scores + self.place[buckets]


def lie(paragraph: torch.Tensor) -> torch.Tensor:
    """Number how each piece lies to each other: distance by powers of two, side, paragraph."""
    place = torch.arange(paragraph.shape[1])
    far = place[None, :] - place[:, None]
    step = torch.clamp(torch.log2(far.abs().float() + 1).long(), max=BUCKETS // 2 - 1)
    side = (far > 0).long() * (BUCKETS // 2)
    other = (paragraph[:, :, None] != paragraph[:, None, :]).long() * BUCKETS
    return (step + side)[None] + other


class Tagger(nn.Module):
    """The network; ``bert`` is a BertModel without pooling that gives its hidden states."""

    def __init__(self, bert: Any) -> None:
        super().__init__()
        self.bert = bert
        size, layers = bert.config.hidden_size, bert.config.num_hidden_layers + 1
        self.case = nn.Embedding(4, size)
        self.quoted = nn.Embedding(2, size)
        nn.init.normal_(self.case.weight, std=0.01)
        nn.init.normal_(self.quoted.weight, std=0.01)
        mix = torch.zeros(layers)
        mix[-1], mix[-2] = 3.0, 1.5
        self.mix = nn.Parameter(mix)
        self.drop = nn.Dropout(0.1)
        self.tag = nn.Linear(size, len(TAGS))
        self.moves = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.to_cue = Pointer(size)
        self.to_source = Pointer(size)
        self.register_buffer("barred", torch.where(allowed(), 0.0, FORBIDDEN))

    def forward(
        self,
        numbers: torch.Tensor,
        case: torch.Tensor,
        quoted: torch.Tensor,
        paragraph: torch.Tensor,
        mask: torch.Tensor,
    ) -> tuple[torch.Tensor, ...]:
        """Score tags and pointers; all arguments have the shape (windows, pieces)."""
        known = (
            self.bert.embeddings.word_embeddings(numbers) + self.case(case) + self.quoted(quoted)
        )
        layers = self.bert(
            inputs_embeds=known, attention_mask=mask, output_hidden_states=True
        ).hidden_states
        weights = torch.softmax(self.mix, 0)
        hidden = sum(weight * layer for weight, layer in zip(weights, layers, strict=True))
        hidden = self.drop(hidden)
        buckets = lie(paragraph)
        return (
            self.tag(hidden),
            self.to_cue(hidden, buckets),
            self.to_source(hidden, buckets),
            self.moves + self.barred,
        )


def chain_total(scores: torch.Tensor, moves: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Logarithm of the sum over all paths of tags, for each window.

    Args:
        scores: (windows, pieces, tags), in full precision.
        moves: (tags, tags), or one such for each window.
        mask: (windows, pieces), true where a piece stands; the first always does.
    """
    inner = torch.tensor([FORBIDDEN if tag[0] == "I" else 0.0 for tag in TAGS])
    alpha = scores[:, 0] + inner
    for step in range(1, scores.shape[1]):
        ahead = torch.logsumexp(alpha[:, :, None] + moves, 1) + scores[:, step]
        alpha = torch.where(mask[:, step, None], ahead, alpha)
    return torch.logsumexp(alpha, 1)


def chain_loss(
    scores: torch.Tensor, moves: torch.Tensor, gold: torch.Tensor, mask: torch.Tensor
) -> torch.Tensor:
    """Negative log-likelihood of the gold path, summed over pieces.

    Args:
        scores: as for ``chain_total``.
        moves: (tags, tags).
        gold: (windows, pieces) tag numbers, 0 where masked.
        mask: as for ``chain_total``.
    """
    at = scores.gather(2, gold[:, :, None])[:, :, 0].masked_fill(~mask, 0.0).sum()
    steps = moves[gold[:, :-1], gold[:, 1:]].masked_fill(~mask[:, 1:], 0.0).sum()
    return chain_total(scores, moves, mask).sum() - at - steps
