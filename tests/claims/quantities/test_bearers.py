import pytest


@pytest.mark.parametrize(
    ("line", "of"),
    [
        ("Orlan Works reported revenue of $7 billion.", "revenue"),
        ("The fee rose to 14 million dinars.", "fee"),
        ("She loaded 640,000 barrels of crude at Velory.", "crude"),
        ("Orlan Works paid $7 billion.", None),
    ],
)
def test_what_an_amount_is_told_of(read, line: str, of: str | None):
    assert read(line)[0].of == of
