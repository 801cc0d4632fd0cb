"""How is a leg told in sentences?

One sentence for each end and each gap, from the templates of ``vocab/track.yaml``. The tier chooses the
template: "landed at" and "took off from" stand in tier ``ground`` alone. A gap is told as what was not
received; nothing is said of the aircraft's equipment.

It fails to say more than the ends and the gaps: callsign and operator are told by who prints it.
"""

from allsource.model.track import Gap, LegEnd, TrackLeg
from allsource.vocab import load

__all__ = ["sentences"]


def sentences(leg: TrackLeg) -> tuple[str, ...]:
    """Tell a leg: its departure, its gaps, its arrival.

    Args:
        leg: any leg.

    Returns:
        Whole sentences, each resting on the leg alone.

    Example:
        >>> from allsource.model.track import Aircraft, Candidate, TrackQuality
        >>> fields = {"time": "2031-05-04T08:12:30Z", "latest": None, "candidates": ()}
        >>> end = LegEnd(None, earliest=None, tier="none", probability=None, **fields)
        >>> who = Aircraft("152658", None, "IL76", None, None, None, ("an example",))
        >>> leg = TrackLeg(who, None, end, end, (), (), None, (), TrackQuality(2, 0), ())
        >>> sentences(leg)[1]
        'Destination not observed; last seen at 2031-05-04T08:12:30Z.'
    """
    said = [_end("departure", leg.departure)]
    said += [_gap(gap) for gap in leg.gaps]
    said.append(_end("arrival", leg.arrival))
    return tuple(said)


def _end(side: str, end: LegEnd) -> str:
    templates = load("track")["wording"][side]
    key = "ground_unnamed" if end.tier == "ground" and end.airport is None else end.tier
    nearest = end.candidates[0].airport if end.candidates else None
    listed = ", ".join(f"{one.airport} ({one.probability:.2f})" for one in end.candidates)
    text: str = templates[key]["text"]
    return text.format(
        airport=end.airport or nearest,
        time=end.time,
        earliest=end.earliest,
        latest=end.latest,
        trend=end.trend,
        height=_height(end.height_ft),
        distance=_distance(end.distance_km),
        probability=f"{end.probability or 0:.2f}",
        candidates=listed,
    )


def _height(feet: int | None) -> str:
    return "a height not told" if feet is None else f"about {max(feet, 0):,} ft"


def _distance(kilometres: int | None) -> str:
    if kilometres is None or kilometres <= 5:
        return "within 5 km of"
    return f"about {kilometres} km from"


def _gap(gap: Gap) -> str:
    key = {True: "heard", False: "not_heard", None: "unknown"}[gap.others_heard]
    text: str = load("track")["wording"]["gap"][key]["text"]
    return text.format(start=gap.start, end=gap.end)
