"""What does the network say of a text?

The network (``weights/attribution.onnx``, matrix products in int8) is run by onnxruntime on one
thread, one window at a time or several of like length. ``ALLSOURCE_ATTRIBUTION_MODEL`` names a
folder with weights of your own, made by ``training/attribution``.

It fails where its training does; the model card tells on what it learned. It reads English alone.
"""

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from allsource.claims.tagger.decode import Scores, Tagged, best_paths, decode
from allsource.claims.tagger.pieces import SEPARATOR, START, Window, cut, lines, windows
from allsource.errors import UsageError
from allsource.model.span import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

__all__ = ["WEIGHTS", "Network", "load_network", "tag"]

WEIGHTS = Path(__file__).with_name("weights")
"""The folder of the weights that ship."""
_BUDGET = 512
"""Pieces that are read at once, padding among them."""
_BLOCK = 64
"""Windows whose scores are held at once."""


class Network:
    """A network with its tokenizer.

    Args:
        folder: holds ``attribution.onnx`` and ``tokenizer.json``.

    Raises:
        UsageError: one of the two is missing or cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self.session, self.tokenizer = _opened(folder)

    def tag(
        self, text: str, paragraphs: Sequence[Span] | None = None, *, inner: bool = False
    ) -> list[Tagged]:
        """Find who is credited with what; see the function of this name."""
        spans = lines(text) if paragraphs is None else paragraphs
        given = list(windows(cut(text, spans, self.tokenizer)))
        return decode(self.read(given), inner=inner)

    def read(self, given: Sequence[Window]) -> Iterator[tuple[Window, list[int], Scores]]:
        """Give each window with its best path of tags and its scores, in order."""
        for start in range(0, len(given), _BLOCK):
            block = given[start : start + _BLOCK]
            scored: dict[int, Scores] = {}
            moves: Any = None
            for group in _groups(block):
                tags, cues, sources, moves = self.session.run(None, _fed([block[n] for n in group]))
                for row, number in enumerate(group):
                    n = len(block[number].pieces) + 1
                    scored[number] = Scores(tags[row, :n], cues[row, :n, :n], sources[row, :n, :n])
            ordered = [scored[n] for n in range(len(block))]
            paths = best_paths([one.tags[1:] for one in ordered], moves)
            yield from zip(block, paths, ordered, strict=True)


def tag(
    text: str, paragraphs: Sequence[Span] | None = None, *, inner: bool = False
) -> list[Tagged]:
    """Find who is credited with what in a text, as the tagger sees it.

    Reach for it where no parse is at hand; ``claims.extract`` joins what it finds with the grammar.

    Args:
        text: the whole text.
        paragraphs: stretches of it to be read, in order; every line where none are given.
        inner: see ``decode``.

    Returns:
        Attributions in order of their cues; contents as annotated in the training data, so that
        "that" before a clause is part of them.

    Example:
        >>> text = "The mayor said the Orlan bridge was shut."
        >>> [found.source[0].of(text) for found in tag(text)]
        ['The mayor']
    """
    return load_network().tag(text, paragraphs, inner=inner)


@lru_cache(maxsize=1)
def load_network() -> Network:
    """Load the network named by ``ALLSOURCE_ATTRIBUTION_MODEL``, or the bundled one."""
    return Network(Path(os.environ.get("ALLSOURCE_ATTRIBUTION_MODEL") or WEIGHTS))


def _opened(folder: Path) -> "tuple[InferenceSession, Tokenizer]":
    import onnxruntime  # noqa: PLC0415 - 0.2 s: only when something is tagged
    from tokenizers import Tokenizer  # noqa: PLC0415 - the same

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1
    settings.log_severity_level = 3
    settings.enable_cpu_mem_arena = False
    model, words = folder / "attribution.onnx", folder / "tokenizer.json"
    try:
        session = onnxruntime.InferenceSession(
            model.read_bytes(), settings, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_str(words.read_text(encoding="utf-8"))
    except Exception as error:  # onnxruntime and tokenizers raise bare exceptions of their own
        raise UsageError(
            f"{folder}: the attribution model cannot be read ({error}); unset "
            "ALLSOURCE_ATTRIBUTION_MODEL to use the bundled one, or install allsource again"
        ) from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return session, tokenizer


def _groups(given: Sequence[Window]) -> list[list[int]]:
    """Group windows of like length, within the budget."""
    groups: list[list[int]] = []
    widest = 0
    for number in sorted(range(len(given)), key=lambda n: len(given[n].pieces)):
        widest = len(given[number].pieces) + 2
        if not groups or widest * (len(groups[-1]) + 1) > _BUDGET:
            groups.append([])
        groups[-1].append(number)
    return groups


def _fed(given: Sequence[Window]) -> "dict[str, NDArray[np.int64]]":
    width = max(len(window.pieces) for window in given) + 2
    names = ("numbers", "case", "quoted", "paragraph", "mask")
    fed = {name: np.zeros((len(given), width), np.int64) for name in names}
    for row, window in enumerate(given):
        size = len(window.pieces)
        fed["numbers"][row, 0], fed["numbers"][row, size + 1] = START, SEPARATOR
        fed["numbers"][row, 1 : size + 1] = [piece.number for piece in window.pieces]
        fed["case"][row, 1 : size + 1] = [piece.case for piece in window.pieces]
        fed["quoted"][row, 1 : size + 1] = [piece.quoted for piece in window.pieces]
        fed["paragraph"][row, 1 : size + 1] = [piece.paragraph for piece in window.pieces]
        fed["mask"][row, : size + 2] = 1
    return fed
