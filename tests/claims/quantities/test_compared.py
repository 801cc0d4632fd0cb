import pytest


@pytest.mark.parametrize(
    "line",
    [
        "The yard sold 40 barges, compared with 30 a year earlier.",
        "It had 40 barges in May, against 30 in April.",
        "Output was 30 in 2031 and 40 in 2032.",
        "Profit was 40 million euros, up from 30 million euros in 2029.",
        "The mill employed 30 people in 2029, against 40 in 2033.",
    ],
)
def test_levels_of_two_times_are_one_change(read, line: str):
    roles = {q.role: (q.low, q.direction, q.series) for q in read(line)}
    assert set(roles) == {"change_from", "change_to"}
    assert roles["change_from"][0] < roles["change_to"][0]
    assert roles["change_from"][1:] == roles["change_to"][1:]
    assert roles["change_to"][1] == "up"


@pytest.mark.parametrize(
    "line",
    [
        "The yard sold 40 barges, compared with 30 at its rival.",
        "In a raid 12 men died on Friday and 9 on Sunday.",
        "The hall seats 40 people and the shed 30.",
    ],
)
def test_other_pairs_stay_levels(read, line: str):
    assert {q.role for q in read(line)} == {"level"}
