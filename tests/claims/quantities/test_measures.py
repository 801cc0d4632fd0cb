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
    ],
)
def test_the_measure(read, line, measure):
    (found,) = read(line)
    assert found.measure == measure
