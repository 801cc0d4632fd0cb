"""How does a network learn from lessons?

A lesson is a window with an annotator's marks, or with what other networks say of it. AdamW, the heads faster than the encoder; the rate goes up for a tenth
of the way, then down to zero.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import torch
from training.attribution.examples import Example, batches
from training.attribution.losses import against_marks, against_teachers, run
from training.attribution.network import Tagger
from training.attribution.teach import Taught

from allsource.claims.tagger.pieces import Window


@dataclass(frozen=True, slots=True)
class Lesson:
    """A window, and what is to be learned of it."""

    window: Window
    right: Example | Taught


def fit(
    model: Tagger,
    epochs: Sequence[Sequence[Lesson]],
    rng: Random,
    *,
    rate: float,
    budget: int,
    hide: float,
) -> Tagger:
    """Show the network each epoch's lessons.

    Args:
        model: where to start from; it is changed.
        epochs: lessons of each, in any order.
        rng: draws the batches.
        rate: the encoder's highest learning rate; the heads' is three times that.
        budget: pieces of a batch, padding among them.
        hide: share of the pieces that are hidden.
    """
    groups = [_batches(epoch, budget, rng) for epoch in epochs]
    steps = sum(map(len, groups))
    optimizer, schedule = _optimizer(model, rate, steps)
    began, done, total = time.process_time(), 0, 0.0
    model.train()
    for group in (group for epoch in groups for group in epoch):
        loss = loss_of(model, group, hide)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        done, total = done + 1, total + float(loss.detach())
        if done % 100 == 0:
            spent = time.process_time() - began
            print(f"step {done}/{steps} loss {total / 100:.4f} cpu {spent:.0f} s", flush=True)
            total = 0.0
    return model.eval()


def loss_of(model: Tagger, group: Sequence[Lesson], hide: float) -> torch.Tensor:
    """Give the loss of lessons of one kind."""
    said = run(model, [one.window for one in group], hide)
    taught = [one.right for one in group if isinstance(one.right, Taught)]
    if taught:
        return against_teachers(said, taught)
    return against_marks(said, [one.right for one in group if isinstance(one.right, Example)])


@torch.no_grad()
def mean_loss(model: Tagger, lessons: Sequence[Lesson]) -> float:
    """Give the mean loss over batches, nothing hidden; NaN where there are no lessons."""
    model.eval()
    groups = _batches(lessons, 1024, Random(0))  # noqa: S311 - an order, no secret
    losses = [float(loss_of(model, group, 0.0)) for group in groups]
    return sum(losses) / len(losses) if losses else float("nan")


def _batches(epoch: Sequence[Lesson], budget: int, rng: Random) -> list[list[Lesson]]:
    """Group lessons of one kind and of like length; kinds take turns at random."""
    groups: list[list[Lesson]] = []
    for sort in (Example, Taught):
        kind = [one for one in epoch if isinstance(one.right, sort)]
        groups += [
            [kind[n] for n in group] for group in batches([k.window for k in kind], budget, rng)
        ]
    rng.shuffle(groups)
    return groups


def _optimizer(model: Tagger, rate: float, steps: int) -> tuple[Any, Any]:
    groups: dict[tuple[bool, bool], list[Any]] = {}
    for name, weight in model.named_parameters():
        groups.setdefault((name.startswith("bert."), weight.ndim > 1), []).append(weight)
    optimizer = torch.optim.AdamW(
        [
            {
                "params": weights,
                "lr": rate if encoder else 3 * rate,
                "weight_decay": 0.01 if decays else 0.0,
            }
            for (encoder, decays), weights in groups.items()
        ],
        fused=True,
    )
    warm = max(1, steps // 10)

    def factor(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
