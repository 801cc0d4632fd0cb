"""How does the trained network become the file that ships: ONNX, matrix products in int8."""

from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from training.attribution.network import Tagger
from training.attribution.smooth import smooth

from allsource.claims.tagger.pieces import Window

NAMES = ("numbers", "case", "quoted", "paragraph", "mask")


def export(model: Tagger, path: Path, seen: Sequence[Window]) -> None:
    """Write ``path`` (int8); the full-precision graph beside it is removed again.

    Args:
        model: the network as trained.
        path: the file to write.
        seen: some windows of the kind that will be read.
    """
    full = path.with_suffix(".full.onnx")
    model = smooth(model.eval(), seen)
    model.bert.config._attn_implementation = "eager"  # noqa: SLF001 - the exporter knows no other
    zeros = torch.zeros(2, 24, dtype=torch.long)
    numbers = torch.randint(1000, 2000, (2, 24))
    axes: dict[str, dict[int, str]] = {
        name: {0: "windows", 1: "pieces"} for name in (*NAMES, "tags")
    }
    axes["to_cue"] = axes["to_source"] = {0: "windows", 1: "pieces", 2: "others"}
    with torch.no_grad():
        torch.onnx.export(
            model,
            (numbers, zeros, zeros, zeros, torch.ones_like(zeros)),
            str(full),
            input_names=list(NAMES),
            output_names=["tags", "to_cue", "to_source", "moves"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
    quantize_dynamic(full, path, weight_type=QuantType.QInt8, per_channel=True)
    full.unlink()
