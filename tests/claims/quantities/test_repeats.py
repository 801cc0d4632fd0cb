import pytest


@pytest.mark.parametrize(
    ("line", "points", "way"),
    [
        ("A boat that cost $90 in 2031 costs $70 today.", [(90, "from"), (70, "to")], "down"),
        ("It cost $90 in 2031 and costs $120 now.", [(90, "from"), (120, "to")], "up"),
        ("A kit that sold for $90 in 2031 sells for $70.", [(90, "from"), (70, "to")], "down"),
    ],
)
def test_one_verb_told_twice_is_a_change(read, line, points, way):
    start, end = read(line)
    assert [(q.low, q.role) for q in (start, end)] == [(n, f"change_{role}") for n, role in points]
    assert start.series == end.series is not None
    assert (start.direction, end.direction) == (way, way)


@pytest.mark.parametrize(
    "line",
    [
        "The boat that cost $90 needed oars that cost $70.",
        "A boat costs $90 and a cart costs $70.",
        "It cost $90 in 2031 and costs $90 now.",
        "A boat that cost $90 costs more than $70.",
        "A boat that cost $90 costs €70.",
    ],
)
def test_other_levels_make_no_change(read, line):
    assert {quantity.role for quantity in read(line)} == {"level"}
