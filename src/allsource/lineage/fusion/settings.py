"""With which settings is it fused?

Each is a prior in words. They were chosen on the development days of ``bench/fusion`` and on generated
claims, and are the same for every input.
"""

from dataclasses import dataclass

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What is assumed before a claim is read.

    Args:
        false_values: how many wrong values a slot might take that nobody favours.
        accuracy: share of claims of a source of which nothing is known that are right.
        pooled: weight, in claims, of what is known of a source on all fields together.
        copying: log odds that two sources depend on each other, before what they share.
        novel: a copy probability of which nothing is known follows the beta law of 1 and this number; with
            one half, the second of two such claims is expected to be a copy in two cases of three.
        rounds: how often what is learned of sources is learned anew.
        learn_from: most claims that sources are judged by; slots are drawn by a hash of their names.
        widest: slots of more claims teach nothing of copying.
        alike: share of equal numbers from which sources speak of one thing.
        shifted: share of differences on one side from which two groups speak of different things.
        tolerance: numbers no further apart are told as one value.
        temper: how much the log of a probability is believed; 1 believes it all.
        guard: mix with the majority where that predicts better.
        testable: claims from which copying by a source would show; the least of the effective roots counts
            no source of fewer as one of its own. 0 where hops tell who copied.
    """

    false_values: float = 10.0
    accuracy: float = 0.8
    pooled: float = 20.0
    copying: float = -4.0
    novel: float = 0.5
    rounds: int = 14
    learn_from: int = 2_000_000
    widest: int = 400
    alike: float = 0.5
    shifted: float = 0.8
    tolerance: float = 0.0
    temper: float = 1.0
    guard: bool = True
    testable: int = 0
