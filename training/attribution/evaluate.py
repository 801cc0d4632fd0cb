"""How well does a network do, in full precision, on annotated articles?"""

from collections.abc import Sequence
from typing import Any

import torch
from bench.attribution.measures import Tally, score
from bench.attribution.polnear import Triple
from training.attribution.encoder import tokenizer
from training.attribution.examples import Annotated, inputs, rows_of
from training.attribution.network import Tagger

from allsource.claims.tagger.decode import Scores, Tagged, best_paths, decode
from allsource.claims.tagger.pieces import windows


@torch.no_grad()
def tag(model: Tagger, rows: Sequence[Any], width: int, context: int) -> list[Tagged]:
    """Tag one article with the network as trained."""
    given = list(windows(rows, width, context))
    scored = []
    moves = None
    for start in range(0, len(given), 16):
        group = given[start : start + 16]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            made = model(*inputs(group))
        tags, cues, sources, moves = (part.float().numpy() for part in made)
        for row, window in enumerate(group):
            n = len(window.pieces) + 1
            scored.append(Scores(tags[row, :n], cues[row, :n, :n], sources[row, :n, :n]))
    if moves is None:
        return []
    paths = best_paths([one.tags[1:] for one in scored], moves)
    return decode(zip(given, paths, scored, strict=True))


def evaluate(
    model: Tagger, articles: Sequence[Annotated], width: int, context: int
) -> dict[str, Tally]:
    """Score on the first annotator's marks."""
    cutter = tokenizer()
    return score(
        (
            article.text,
            [Triple(t.source, t.cue, t.content) for t in article.readings[0]],
            [
                Triple(t.source, t.cue, t.content)
                for t in tag(model, rows_of(article.text, cutter), width, context)
            ],
        )
        for article in articles
    )
