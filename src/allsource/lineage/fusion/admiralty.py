"""What letter and number does a claim get on the Admiralty scale, and why?

The scale (STANAG 2511) rates the source from A to F and the information from 1 to 6. Information is
*confirmed* (1) where it "originates from another source than the already existing information": the
definition is one of independent origin, so the number is computed from effective roots and probability,
and the letter from the record of the source. The two are computed apart, as the scale asks and as
raters seldom do. The scale gives words and no numbers: the bounds below are ours.

It fails where independence is not established: then the best number is 2, whatever the probability.
"""

from dataclasses import dataclass
from typing import Literal

from allsource.lineage.fusion.record import SourceRecord
from allsource.lineage.fusion.telling import FusedValue

__all__ = ["Credibility", "Reliability", "credibility", "reliability"]

_CHECKED = 10
"""With fewer checked claims the reliability of a source cannot be judged."""
_LETTERS: tuple[tuple[float, Literal["A", "B", "C", "D"], str], ...] = (
    (0.95, "A", "completely reliable"),
    (0.85, "B", "usually reliable"),
    (0.7, "C", "fairly reliable"),
    (0.5, "D", "not usually reliable"),
)
_CONFIRMED = 2.0
"""So many roots at least, by the lower end of the interval, are origin other than the first."""


@dataclass(frozen=True, slots=True)
class Credibility:
    """How credible a piece of information is.

    Args:
        rating: 1 to 6.
        means: the words of the scale.
        why: what it was computed from.
    """

    rating: Literal[1, 2, 3, 4, 5, 6]
    means: str
    why: str


@dataclass(frozen=True, slots=True)
class Reliability:
    """How reliable a source is.

    Args:
        rating: A to F.
        means: the words of the scale.
        why: what it was computed from.
    """

    rating: Literal["A", "B", "C", "D", "E", "F"]
    means: str
    why: str


def credibility(value: FusedValue) -> Credibility:
    """Rate a value of a slot.

    Args:
        value: with its probability and the roots behind it.

    Example:
        >>> credibility(FusedValue("14 m", 0.97, 2.6, (2.1, 3.0), True)).rating
        1
        >>> credibility(FusedValue("14 m", 0.97, 1.4, (1.0, 3.0), True)).rating
        2
    """
    low, high = value.effective_roots_interval
    roots = f"{value.effective_roots:g} independent roots ({low:g} to {high:g})"
    if value.probability is None:
        return Credibility(6, "truth cannot be judged", f"an estimate, not one value; {roots}")
    why = f"probability {value.probability:g}; {roots}"
    if value.probability >= 0.9 and low >= _CONFIRMED:
        return Credibility(1, "confirmed by other sources", why)
    if value.probability >= 0.8:
        doubt = "" if low >= _CONFIRMED else "; independence not established"
        return Credibility(2, "probably true", why + doubt)
    if value.probability >= 0.5:
        return Credibility(3, "possibly true", why)
    if value.probability >= 0.1:
        return Credibility(4, "doubtful", why)
    return Credibility(5, "improbable", why)


def reliability(record: SourceRecord) -> Reliability:
    """Rate a source by its record, by the lower end of its interval.

    Args:
        record: of the source.

    Example:
        >>> reliability(SourceRecord("Gazette", 45.2, 50, 0.9, (0.82, 0.96), 0.4, ())).rating
        'C'
        >>> reliability(SourceRecord("Courier", 2.0, 2, 0.9, (0.5, 1.0), 1.0, ())).rating
        'F'
    """
    if record.checked < _CHECKED:
        why = f"only {record.checked} of its claims could be checked"
        return Reliability("F", "reliability cannot be judged", why)
    for least, letter, means in _LETTERS:
        if record.interval[0] >= least:
            return Reliability(letter, means, record.why)
    return Reliability("E", "unreliable", record.why)
