"""What letter and number does a claim get on the Admiralty scale, and why?

The scale (STANAG 2511) rates the source from A to F and the information from 1 to 6. Information is
*confirmed* (1) where it "originates from another source than the already existing information": the
definition is one of independent origin, so the number is computed from effective roots and probability,
and the letter from the record of the source. The two are computed apart, as the scale asks and as
raters seldom do. The scale gives words and no numbers: the bounds below are ours.

It fails where independence is not established: then the best number is 2, whatever the probability.
"""

from typing import Literal

from allsource.lineage.fusion.record import SourceRecord
from allsource.lineage.fusion.telling import FusedValue
from allsource.model.lineage import Credibility, Reliability

__all__ = ["CHECKED", "credibility", "reliability"]

CHECKED = 10
"""With fewer checked claims the reliability of a source cannot be judged."""
_LETTERS: tuple[tuple[float, Literal["A", "B", "C", "D"], str], ...] = (
    (0.95, "A", "completely reliable"),
    (0.85, "B", "usually reliable"),
    (0.7, "C", "fairly reliable"),
    (0.5, "D", "not usually reliable"),
)
_DOUBTFUL: Literal[4] = 4
_MEANS = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
_CONFIRMED = 2.0
"""So many roots at least, by the lower end of the interval, are origin other than the first."""


def credibility(
    value: FusedValue, *, alone: bool = False, against: int = 0, assumed: float | None = None
) -> Credibility:
    """Rate a value of a slot.

    Args:
        value: with its probability and the roots behind it.
        alone: no second root speaks for it. Then its truth cannot be judged, and it is doubtful at best
            where something speaks against it.
        against: roots that speak against it.
        assumed: the share of right claims that is taken for all its sources, where none has a record;
            the probability is then not told.

    Example:
        >>> credibility(FusedValue("14 m", 0.97, 2.6, (2.1, 3.0), True)).rating
        1
        >>> credibility(FusedValue("14 m", 0.97, 1.4, (1.0, 3.0), True)).rating
        2
        >>> credibility(FusedValue("14 m", 0.8, 1.0, (1.0, 1.0), True), alone=True).rating
        6
    """
    low, high = value.effective_roots_interval
    roots = f"effective roots {value.effective_roots:.1f} ({low:.1f} to {high:.1f})"
    if value.probability is None:
        return Credibility(6, _MEANS[6], f"an estimate, not one value; {roots}")
    if alone and not against:
        return Credibility(6, _MEANS[6], "one origin, and no other to hold it against")
    rating = _rating(value.probability, low)
    rating = max(rating, _DOUBTFUL) if alone else rating
    parts = [roots]
    if rating == 2 and low < _CONFIRMED:
        parts.append("independence not established")
    if against:
        parts.append(
            "1 root speaks against it" if against == 1 else f"{against} roots speak against it"
        )
    if assumed is None:
        parts.insert(0, f"probability {value.probability:g}")
    else:
        parts.append(
            f"no record of any root: each is taken to be right in about {100 * assumed:g} of 100 claims"
        )
    return Credibility(rating, _MEANS[rating], "; ".join(parts))


def _rating(probability: float, low: float) -> Literal[1, 2, 3, 4, 5]:
    if probability >= 0.9 and low >= _CONFIRMED:
        return 1
    if probability >= 0.8:
        return 2
    if probability >= 0.5:
        return 3
    return 4 if probability >= 0.1 else 5


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
    if record.checked < CHECKED:
        why = f"only {record.checked} of its claims could be checked"
        return Reliability("F", "reliability cannot be judged", why)
    for least, letter, means in _LETTERS:
        if record.interval[0] >= least:
            return Reliability(letter, means, record.why)
    return Reliability("E", "unreliable", record.why)
