"""How are small values kept from drowning beside large ones, once products run in int8?

A product's input has one step size for all its channels, and a few channels of this encoder are ten
times as large as the rest. Each channel is divided by a factor and its weights are multiplied by
it, which changes nothing in full precision and evens the channels out (SmoothQuant; Xiao and others, ICML
2023). The factors come from the largest values seen in some windows.
"""

import copy
from collections.abc import Sequence

import torch
from torch import nn
from training.attribution.examples import inputs
from training.attribution.network import Tagger

from allsource.claims.tagger.pieces import Window

SHARE = 0.7
"""How much of the unevenness moves from the input to the weights."""
TOGETHER = ("query", "key", "value")


class Smoothed(nn.Module):
    """A linear layer that evens out its input's channels."""

    def __init__(self, layer: nn.Linear, factor: torch.Tensor) -> None:
        super().__init__()
        self.layer = copy.deepcopy(layer)
        self.layer.weight = nn.Parameter(layer.weight.detach() * factor)
        self.register_buffer("inverse", 1 / factor)

    def forward(self, given: torch.Tensor) -> torch.Tensor:
        """Give what the layer gave before."""
        return self.layer(given * self.inverse)


def smooth(model: Tagger, seen: Sequence[Window]) -> Tagger:
    """Give a copy whose encoder's layers even out their inputs.

    Args:
        model: is left as it is.
        seen: windows of the kind that will be read; some hundred are enough.
    """
    smoothed = copy.deepcopy(model)
    layers = {n: m for n, m in model.bert.named_modules() if isinstance(m, nn.Linear)}
    largest = _largest(model, layers, seen)
    for name, layer in layers.items():
        parent, _, own = name.rpartition(".")
        group = [f"{parent}.{other}" for other in TOGETHER] if own in TOGETHER else [name]
        weights = torch.stack([layers[one].weight.detach().abs().amax(0) for one in group])
        factor = largest[name] ** SHARE / weights.amax(0).clamp(min=1e-5) ** (1 - SHARE)
        setattr(smoothed.bert.get_submodule(parent), own, Smoothed(layer, factor / factor.mean()))
    return smoothed


@torch.no_grad()
def _largest(
    model: Tagger, layers: dict[str, nn.Linear], seen: Sequence[Window]
) -> dict[str, torch.Tensor]:
    """Find how large each channel of each layer's input gets."""
    found = {name: torch.full((layer.in_features,), 1e-3) for name, layer in layers.items()}

    def watch(name: str):  # noqa: ANN202 - a hook as torch wants it
        def note(_: nn.Module, given: tuple[torch.Tensor, ...]) -> None:
            found[name] = torch.maximum(found[name], given[0].abs().flatten(0, -2).amax(0))

        return note

    hooks = [layer.register_forward_pre_hook(watch(name)) for name, layer in layers.items()]
    for window in seen:
        model(*inputs([window]))
    for hook in hooks:
        hook.remove()
    return found
