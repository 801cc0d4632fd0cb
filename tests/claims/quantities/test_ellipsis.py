import pytest


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("Seven people were killed and 40 wounded.", ["person", "person"]),
        ("Of the barges, 12 sank.", ["barge"]),
        ("The number of wolves rose from 40 to 110.", ["wolf", "wolf"]),
        ("It vaccinated 2 million of the province's 3 million children.", ["child", "child"]),
        ("It rose 60 points to 7,425.", ["point", "point"]),
        ("Sales rose 5% to 40.", ["percent", None]),
    ],
)
def test_a_unit_left_out_is_its_neighbours(read, line: str, units: list[str | None]):
    assert [q.unit for q in read(line)] == units


def test_money_left_out_is_its_neighbours(read):
    assert [q.currency for q in read("It raised aid to 50 million euros, up from 35 million.")] == [
        "EUR", "EUR",
    ]  # fmt: skip
