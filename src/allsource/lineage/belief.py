"""How probable is it that one document derives from another, given what they share?

A logistic score. What the words show (shared prose, speech, a reworded sentence,
names) was learned from read pairs by ``training/hops/fit.py``; its
probabilities are checked on the half of the pairs that was not learned from
(``bench/reuse``). What the pairs could not teach (figures, credits, outlets, days
named) are stated judgements. Both stand in ``vocab/hop_evidence.yaml``.

It fails to be calibrated where the folder differs from rumour news, and wherever
a stated weight decides.
"""

import math
from functools import lru_cache

from allsource.lineage.credits import How
from allsource.lineage.reuse import Shared
from allsource.lineage.rewording import Closest
from allsource.vocab import load

__all__ = ["CREDIT", "LEARNED", "TITLED", "UNSEEN", "credited", "measured", "probability", "score"]

LEARNED = ("prose", "longest", "coverage", "speech", "closest", "names")
"""What is measured of two documents, in the order of ``measured``."""

_FIGURES = 3.0, 12.0
"""Shared figures count beyond so many bits, up to so many: one figure of three digits tells nothing."""

_NAMES = 15

CREDIT: dict[How, float] = {
    entry["how"]: float(entry["weight"]) for entry in load("hop_evidence")["stated"]["credit"]
}
"""For the strongest way in which the child names the parent's outlet."""

TITLED: frozenset[How] = frozenset({"title", "short title"})
"""Ways of crediting that mean a document, not whatever an outlet printed."""

UNSEEN: dict[How, float] = {
    entry["how"]: float(entry["probability"]) for entry in load("hop_evidence")["stated"]["unseen"]
}
"""That a page as a whole rests on a report that it credits so, where the report is not in hand."""


def measured(shared: Shared, near: Closest | None) -> tuple[float, ...]:
    """Measure what was learned from, as the fit does.

    Args:
        shared: what the two documents share word for word.
        near: their closest sentences.

    Returns:
        One number for each of ``LEARNED``; all are 0 where nothing is shared.
    """
    return (
        math.log2(1 + shared.prose),
        math.log2(1 + shared.longest),
        shared.covered,
        math.log2(1 + shared.speech),
        math.log2(1 + (near.strength if near else 0.0)),
        math.log2(1 + min(shared.names, _NAMES)),
    )


def score(
    shared: Shared,
    near: Closest | None,
    credit: How | None,
    *,
    same_outlet: bool,
    revises: bool,
    names_day: bool,
) -> float:
    """Give the log-odds that the child derives from the parent.

    Args:
        shared: what the two share.
        near: their closest sentences.
        credit: the strongest way in which the child names the parent or its outlet.
        same_outlet: both are of one outlet.
        revises: the child says that it corrects or updates something.
        names_day: the child names the day of the parent.
    """
    weights = _weights()
    total = weights["start"] + sum(
        weights[name] * value for name, value in zip(LEARNED, measured(shared, near), strict=True)
    )
    least, most = _FIGURES
    total += weights["figures"] * max(0.0, min(shared.figure_bits, most) - least)
    if same_outlet and credit not in TITLED:
        total += weights["day named"] if names_day else 0.0
        return total + weights["revision" if revises else "same outlet"]
    return total + credited(credit, names_day=names_day)


def credited(credit: How | None, *, names_day: bool) -> float:
    """Give the log-odds that a credit adds, whatever two pages share.

    Args:
        credit: the strongest way in which the child names the parent or its outlet.
        names_day: the child names the day of the parent besides.

    Example:
        >>> credited(None, names_day=False), credited("link", names_day=False)
        (0.0, 5.0)
    """
    named = CREDIT[credit] if credit else 0.0
    return named + (_weights()["day named"] if names_day else 0.0)


def probability(log_odds: float) -> float:
    """Turn log-odds into a probability of at most four digits, never quite 0 or 1.

    Example:
        >>> probability(0.0), probability(40.0)
        (0.5, 0.9999)
    """
    value = 1 / (1 + math.exp(-max(-40.0, min(40.0, log_odds))))
    return min(max(round(value, 4), 0.0001), 0.9999)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    table = load("hop_evidence")
    learned = {entry["evidence"]: float(entry["weight"]) for entry in table["learned"]}
    stated = {entry["what"]: float(entry["weight"]) for entry in table["stated"]["circumstance"]}
    return {**learned, **stated, "figures": float(table["stated"]["figures"]["weight"])}
