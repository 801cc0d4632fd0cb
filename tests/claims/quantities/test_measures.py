import pytest


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        ("They turned the town into one of the busiest yards.", None),
        ("The yard built 60 boats in May.", "cumulative output"),
        ("The yard built 60 boats a month.", "production rate"),
        ("The yard owes $27 million.", "debt"),
        ("The yard signed a $27 million contract.", "contract"),
        ("One boat costs $900.", "unit cost"),
        ("The navy pays $40 million a ferry.", "unit cost"),
        ("The yard handed out 400 redundancies.", None),
        ("The yard handed over 40 boats.", "deliveries"),
    ],
)
def test_the_measure(read, line, measure):
    (found,) = read(line)
    assert found.measure == measure
