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


@pytest.mark.parametrize(
    ("line", "number", "unit"),
    [
        ("The plane carried 44 passengers and a crew of four.", 4, None),
        ("About 80, or a tenth, of the island's residents have signed.", 80, "resident"),
        ("Two officials spoke of a target of 40 a month.", 40, None),
        ("The 300-strong choir has 90 tenors.", 300, None),
        ('Hest Mill said "fewer than 30" looms stood idle.', 30, "loom"),
    ],
)
def test_what_a_bare_number_counts(read, line: str, number: float, unit: str | None):
    assert next(q.unit for q in read(line) if number in {q.low, q.high}) == unit
