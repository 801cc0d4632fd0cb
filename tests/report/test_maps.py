"""A map labels an end with an airport only where the aircraft was seen near the ground there."""

import pytest

from allsource.model.track import Aircraft, LegEnd, TrackLeg, TrackQuality
from allsource.report.maps import flight_map


def end(tier, time):
    return LegEnd("XXCO", time, None, None, tier, 0.9, ())


@pytest.mark.parametrize(
    ("tier", "labels"),
    [
        ("ground", ["XXCO", "XXCO"]),
        ("low", ["XXCO", "XXCO"]),
        ("candidate", ["first heard", "last heard"]),
        ("none", ["first heard", "last heard"]),
    ],
)
def test_an_end_that_was_only_inferred_bears_no_code(tier, labels):
    first, last = "2031-05-04T08:00:00Z", "2031-05-04T10:00:00Z"
    who = Aircraft("000001", None, "IL76", None, None, None, ("operated by a cargo firm",))
    path = ((first, 10.0, 10.0), (last, 14.0, 12.0))
    leg = TrackLeg(
        who, None, end(tier, first), end(tier, last), (), path, None, (), TrackQuality(9, 0), ()
    )  # fmt: skip

    assert [place.label for place in flight_map(leg).ends] == labels
