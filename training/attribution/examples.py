"""What is the network shown: windows of annotated articles as tensors.

An annotated article is a text with attributions (source, cue, content as lists of spans). Tags are
laid on the pieces whose first letter a span holds; where spans of two attributions overlap the
first keeps the piece, for a piece has one role.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

from allsource.claims.tagger.decode import ROLES, TAGS, Tagged
from allsource.claims.tagger.pieces import (
    CONTEXT,
    SEPARATOR,
    START,
    WIDTH,
    Piece,
    Window,
    cut,
    lines,
    windows,
)
from allsource.model.span import Span

NUMBER = {tag: place for place, tag in enumerate(TAGS)}
NONE = -100
MASK = 103


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with what each of its annotators marked."""

    id: str
    text: str
    readings: tuple[tuple[Tagged, ...], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A window with, for each piece, its tag and where it points (-1: to nothing)."""

    window: Window
    tags: tuple[int, ...]
    to_cue: tuple[int, ...]
    to_source: tuple[int, ...]


def read_jsonl(path: Path) -> Iterator[Annotated]:
    """Read own data: {"id", "text", "attributions": [{"source", "cue", "content"}]} a line."""
    with path.open(encoding="utf-8") as handle:
        for row in map(json.loads, handle):
            found = tuple(
                Tagged(*(tuple(Span(*pair) for pair in one.get(role) or ()) for role in ROLES))
                for one in row["attributions"]
            )
            yield Annotated(row["id"], row["text"], (found,))


def rows_of(text: str, tokenizer: Tokenizer) -> list[list[Piece]]:
    """Cut a text once; its windows may be laid many times."""
    return list(cut(text, lines(text), tokenizer))


def examples(
    rows: Sequence[Sequence[Piece]],
    marked: Sequence[Tagged],
    width: int = WIDTH,
    context: int = CONTEXT,
) -> Iterator[Example]:
    """Give the windows of an article with one annotator's marks."""
    role_at: dict[int, tuple[str, int, int]] = {}
    for number, one in enumerate(marked):
        for role in ROLES:
            for part, span in enumerate(getattr(one, role)):
                for place in range(span.start, span.end):
                    role_at.setdefault(place, (role, number, part))
    sources = {n: one.source[0].start for n, one in enumerate(marked) if one.source}
    for window in windows(rows, width, context):
        yield _example(window, role_at, sources)


def _example(
    window: Window, role_at: dict[int, tuple[str, int, int]], sources: dict[int, int]
) -> Example:
    hits = [role_at.get(piece.start) for piece in window.pieces]
    tags, before = [], None
    for hit in hits:
        tags.append(NUMBER[f"{'I' if hit == before else 'B'}-{hit[0]}"] if hit else 0)
        before = hit
    cue: dict[int, int] = {}
    for place, hit in enumerate(hits):
        if hit and hit[0] == "cue":
            cue.setdefault(hit[1], place)
    where = {c: n for n, p in enumerate(window.pieces) for c in range(p.start, p.end)}
    to_cue, to_source = [], []
    for hit in hits:
        is_cue = hit is not None and hit[0] == "cue"
        to_cue.append(NONE if hit is None or is_cue else cue.get(hit[1], NONE))
        if not is_cue or hit is None:
            to_source.append(NONE)
        else:
            start = sources.get(hit[1])
            to_source.append(-1 if start is None else where.get(start, NONE))
    return Example(window, tuple(tags), tuple(to_cue), tuple(to_source))


def batches(shown: Sequence[Window], budget: int, rng: random.Random | None) -> list[list[int]]:
    """Group windows of like length, at most ``budget`` pieces with their padding."""
    noise = rng.random if rng else float
    order = sorted(range(len(shown)), key=lambda n: len(shown[n].pieces) + 8 * noise())
    groups: list[list[int]] = []
    widest = 0
    for number in order:
        size = len(shown[number].pieces) + 2
        if not groups or max(widest, size) * (len(groups[-1]) + 1) > budget:
            groups.append([])
            widest = 0
        widest = max(widest, size)
        groups[-1].append(number)
    if rng:
        rng.shuffle(groups)
    return groups


def inputs(given: Sequence[Window], step: int = 8) -> tuple[torch.Tensor, ...]:
    """Tensors of windows: numbers, case, quoted, paragraph, mask."""
    width = -(-(max(len(w.pieces) for w in given) + 2) // step) * step
    made = [torch.zeros(len(given), width, dtype=torch.long) for _ in range(5)]
    numbers, case, quoted, paragraph, mask = made
    for row, window in enumerate(given):
        size = len(window.pieces)
        numbers[row, 0], numbers[row, size + 1] = START, SEPARATOR
        numbers[row, 1 : size + 1] = torch.tensor([p.number for p in window.pieces])
        case[row, 1 : size + 1] = torch.tensor([p.case for p in window.pieces])
        quoted[row, 1 : size + 1] = torch.tensor([p.quoted for p in window.pieces])
        paragraph[row, 1 : size + 1] = torch.tensor([p.paragraph for p in window.pieces])
        mask[row, : size + 2] = 1
    return numbers, case, quoted, paragraph, mask


def targets(shown: Sequence[Example], width: int) -> tuple[torch.Tensor, ...]:
    """Tensors of what is right: tags (pieces alone), and both pointers ([CLS] first)."""
    tags = torch.zeros(len(shown), width, dtype=torch.long)
    to_cue, to_source = (torch.full((len(shown), width), NONE) for _ in range(2))
    for row, one in enumerate(shown):
        size = len(one.tags)
        tags[row, 1 : size + 1] = torch.tensor(one.tags)
        for made, right in ((to_cue, one.to_cue), (to_source, one.to_source)):
            place = torch.tensor(right)
            made[row, 1 : size + 1] = torch.where(place >= -1, place + 1, place)
    return tags, to_cue, to_source


def hidden_some(numbers: torch.Tensor, share: float) -> torch.Tensor:
    """Hide a share of the pieces, so that a word never seen is nothing new."""
    drawn = (torch.rand(numbers.shape) < share) & (numbers > MASK)
    return numbers.masked_fill(drawn, MASK)
