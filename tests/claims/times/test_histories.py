"""Texts that tell of a time long past, or that name no date of their own."""

import pytest

from allsource.claims.times import find
from allsource.claims.times.named import Named, is_history
from allsource.claims.times.tokens import tokenize
from allsource.model.span import Span

HISTORY = (
    "The Salt War was fought from March 1812 to 4 May 1815. The League crossed the river on the "
    "night of 12 March. Two days later the bridge was taken. By the end of the month it had lost "
    "4,000 men. In April the siege of Tarn began; it lasted until December. The following spring "
    "the League tried again. On 3 June 1813 Ost marched on Port Vell, which fell the next day. "
    "On the 7th the dead were buried. That summer, cholera came. In January 1814 the truce broke. "
    "In 1815 it ended. The port, founded in 1790, was rebuilt from 1816 to 1820."
)
TOLD = [
    "1812-03", "1815-05-04", "1812-03-12TNI", "1812-03-14", "1812-03", "1812-04", "1812-12",
    "1813-SP", "1813-06-03", "1813-06-04", "1813-06-07", "1813-SU", "1814-01", "1815", "1790",
    "1816", "1820",
]  # fmt: skip


@pytest.mark.parametrize("published", [None, "2031-11-14"])
def test_a_history_is_counted_from_its_own_dates(published: str | None) -> None:
    found = find(HISTORY, Span(0, len(HISTORY)), published)
    assert [t.timex for t in found] == TOLD


def test_a_report_with_old_years_is_no_history() -> None:
    text = (
        "Ost said on Friday that the yard of 1812, 1813, 1814, 1815, 1816, 1817, 1818 and 1819 "
        "would open in December."
    )
    tokens = tokenize(text, Span(0, len(text)))
    assert not is_history(tokens.words, tokens.features, "2031-11-14")
    assert find(text, Span(0, len(text)), "2031-11-14")[-1].timex == "2031-12"


@pytest.mark.parametrize(
    ("last", "month", "year"),
    [("1812-11", 2, 1813), ("1812-11", 10, 1812), ("1812", 2, 1812), ("1812-SP", 2, 1812)],
)
def test_months_go_on_from_the_date_before(last: str, month: int, year: int) -> None:
    assert Named(last, 3).year_of_month(month) == year


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It was a ford in 218 BC.", "BC0218"),
        ("The 1831 revolt failed.", "1831"),
        ("It fell in the summer of '98.", "1998-SU"),
        ("It fell in nineteen ninety-six.", "1996"),
        ("It will end by the year two thousand.", "2000"),
    ],
)
def test_years_in_other_dress(text: str, timex: str) -> None:
    (found,) = find(text, Span(0, len(text)), "2031-11-14")
    assert found.timex == timex


@pytest.mark.parametrize(
    "text", ["It lost 1500 men.", "Of 1200 sheep none lived.", "It rose from 1500 to 1800 boats."]
)
def test_counts_are_no_old_years(text: str) -> None:
    assert find(text, Span(0, len(text)), None) == ()
