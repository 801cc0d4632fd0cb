"""How does one network learn what several know together?

The student starts as its first teacher. Each epoch shows it what the teachers say together of all
unlabelled texts, and a share of the annotated articles with their marks. Some of the unlabelled
texts are held back: the loss on them tells how near the student comes to its teachers on news that
neither has seen, without a label being spent.

It fails where the teachers err together.
"""

import random
import time
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from training.attribution.encoder import tokenizer, trained
from training.attribution.examples import Example, rows_of
from training.attribution.fit import Lesson, fit, mean_loss
from training.attribution.network import Tagger
from training.attribution.teach import teach

from allsource.claims.tagger.pieces import windows


def distil(
    teachers: Sequence[Path],
    fresh: Sequence[str],
    marked: Callable[[random.Random], list[Example]],
    options: Namespace,
) -> Tagger:
    """Train a student.

    Args:
        teachers: weights of each.
        fresh: unlabelled texts; the first ``options.held`` are held back.
        marked: draws the annotated windows of one epoch.
        options: those of the command.
    """
    rng = random.Random(0)  # noqa: S311 - the order of training, no secret
    models = [trained(path) for path in teachers]
    began = time.process_time()
    held = _lessons(models, fresh[: options.held], options)
    lessons = _lessons(models, fresh[options.held :], options)
    spent = time.process_time() - began
    print(f"{len(lessons)} windows, {len(held)} held: taught in {spent:.0f} CPU s", flush=True)
    print(f"held loss of the first teacher: {mean_loss(models[0], held):.4f}", flush=True)
    epochs = [
        [*(Lesson(one.window, one) for one in marked(rng)), *lessons]
        for _ in range(options.student_epochs)
    ]
    rate = options.student_lr
    model = fit(models[0], epochs, rng, rate=rate, budget=options.budget, hide=options.hide)
    print(f"held loss of the student: {mean_loss(model, held):.4f}", flush=True)
    return model


def _lessons(models: Sequence[Tagger], texts: Sequence[str], options: Namespace) -> list[Lesson]:
    """Ask the teachers about every window of some texts."""
    cutter = tokenizer()
    given = [
        window
        for text in texts
        for window in windows(rows_of(text, cutter), options.widths[0], options.context)
    ]
    return [Lesson(w, t) for w, t in zip(given, teach(models, given), strict=True)]
