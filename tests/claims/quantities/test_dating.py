"""Which day governs a number, and at what cost?"""

import pytest

from allsource.claims import times
from allsource.claims.parse import parse_text
from allsource.claims.quantities import find
from allsource.claims.quantities.paths import Paths

PUBLISHED = "2031-06-16"


def dated(line: str) -> dict[str, tuple[str | None, str | None] | None]:
    paragraph = parse_text(line).paragraphs[0]
    when = tuple(times.find(line, paragraph.span, PUBLISHED))
    return {
        quantity.text: (quantity.time.start, quantity.time.end) if quantity.time else None
        for quantity in find(paragraph, line, when, "doc")
    }


def test_two_limits_each_keep_the_day_beside_them():
    found = dated("Stocks must fall below 25,000 by 1 October and below 10,000 by 4 November.")
    assert found["below 25,000"] == ("2031-10-01", "2031-10-01")
    assert found["below 10,000"] == ("2031-11-04", "2031-11-04")


@pytest.mark.parametrize(
    "line",
    [
        "Between January and May 2031 Orlan's sales dropped by 11 percent.",
        "Orlan's sales dropped by 11 percent from January to May 2031.",
    ],
)
def test_two_days_with_a_link_are_one_stretch(line: str):
    assert dated(line)["11 percent"] == ("2031-01-01", "2031-05-31")


def test_points_of_a_change_hold_at_the_ends_of_their_stretch():
    found = dated("Between 2027 and 2030 the price of a kit went up from 40 dinars to 70 dinars.")
    assert found["40 dinars"] == ("2027-01-01", "2027-12-31")
    assert found["70 dinars"] == ("2030-01-01", "2030-12-31")


def test_the_whole_is_not_dated_with_its_part():
    found = dated("Around 70 of the 112 yards will reopen on Monday.")
    assert found["112 yards"] is None
    assert found["Around 70"] is not None


@pytest.mark.parametrize(
    "line",
    [
        "Just 6 percent of the aid promised in 2029 has been paid out.",
        "Orlan said it would shut 14 shops by May 2032 and take a charge of 6 percent.",
        "Stocks fell to 6 percent for the first time since 1990.",
    ],
)
def test_a_date_of_something_else_is_left(line: str):
    assert next(date for text, date in dated(line).items() if "6 percent" in text) is None


def test_work_grows_with_length_alone(monkeypatch: pytest.MonkeyPatch):
    calls = {"walked": 0}
    walk = Paths.meeting

    def counted(self, own, other):
        calls["walked"] += 1
        return walk(self, own, other)

    monkeypatch.setattr(Paths, "meeting", counted)

    def cost(length: int) -> int:
        shape = "40 boats by May 2031, 12 % of 3,000 a month, "
        text = shape * (length // len(shape))
        calls["walked"] = 0
        for paragraph in parse_text(text).paragraphs:
            find(paragraph, text, tuple(times.find(text, paragraph.span, PUBLISHED)), "doc")
        return calls["walked"]

    assert cost(6_000) < 4 * cost(2_000)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Dealings with the 63 listed firms must end by 1 October.", "63 listed firms"),
        ("The line, budgeted at $90 million, had cost more by May.", "$90 million"),
        ("It sold 40 kits, worth $3 million, in May.", "$3 million"),
        ("Cocoa for July delivery cost $70.", "$70"),
        ("A 2029 survey found 40 cracks.", "40 cracks"),
    ],
)
def test_what_is_only_mentioned_beside_a_time_is_not_dated(line: str, text: str):
    assert dated(line)[text] is None


def test_an_amount_against_an_earlier_time_spans_both():
    found = dated("Exports in May came to 40 carts, three above the April figure.")
    assert found["three"] == ("2031-04-01", "2031-05-31")


def test_a_change_between_two_dated_points_spans_them():
    found = dated("Output fell by 40% from 90 tonnes in 2028 to 54 tonnes in 2030.")
    assert found["40%"] == ("2028-01-01", "2030-12-31")


def test_a_clause_that_goes_on_counting_has_the_date_before_it():
    found = dated("On 3 March 2031 two barges sank and three were towed off.")
    assert found["three"] == ("2031-03-03", "2031-03-03")
