"""Is a series of own cases counted as a whole?"""

import pytest
from bench.quantities.run import find_all, score_case
from bench.quantities.tally import Tally

SAY = "Output rose from 30 tonnes in 2029 to 40 tonnes in 2030."
FIRST = {"at": 30, "unit": "tonne", "role": "change_from", "direction": "up", "series": "a"}
LAST = {"at": 40, "unit": "tonne", "role": "change_to", "direction": "up", "series": "a"}


@pytest.mark.parametrize(
    ("points", "right"),
    [
        ([FIRST, LAST], 1),
        ([FIRST, {**LAST, "direction": "down"}], 0),
        ([FIRST, {**LAST, "at": 50}], 0),
        ([FIRST, {key: LAST[key] for key in LAST if key != "series"}], 0),
    ],
)
def test_a_series_is_right_with_all_its_points_and_no_other(points, right):
    tally = Tally()
    score_case(tally, {"say": SAY, "is": points}, find_all(SAY), "here")
    assert (tally.right["whole series"], tally.total["whole series"]) == (right, 1)
    assert any(miss.question == "series" for miss in tally.misses) == (not right)
