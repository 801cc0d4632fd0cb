"""Who is quoted by whom, and what a speaker says to have said."""

import pytest

from allsource.claims.extract import extract
from allsource.model.document import Document


def chains(text):
    """Each claim's sources by name, outermost first, with what it says."""
    page = Document("doc_1", "00", "a.txt", text, "text")
    return [
        ([credit.source.name if credit.source else None for credit in claim.attribution], claim)
        for claim in extract(page)
    ]


@pytest.mark.parametrize(
    ("text", "sources", "told"),
    [
        (
            "The Velory Herald quoted an engineer as saying that the pier was weak.",
            ["Velory Herald", "engineer"],
            "the pier was weak",
        ),
        (
            "The report quoted the engineer as describing the pier as a worry.",
            ["report", "engineer"],
            "the pier as a worry",
        ),
        (
            "The engineer was quoted by the Velory Herald as saying that the pier was weak.",
            ["Velory Herald", "engineer"],
            "the pier was weak",
        ),
        (
            '"The pier was weak," an engineer was quoted as saying by the Velory Herald.',
            ["Velory Herald", "engineer"],
            "The pier was weak",
        ),
        (
            "An engineer was quoted as saying that the pier was weak.",
            ["engineer"],
            "the pier was weak",
        ),
        (
            '"I told the board that the pier was weak," Mara Vell said.',
            ["Mara Vell", "Mara Vell"],
            "the pier was weak",
        ),
    ],
)
def test_whoever_quotes_comes_before_the_one_quoted(text, sources, told):
    found = [(names, claim.proposition.of(text)) for names, claim in chains(text)]
    assert (sources, told) in found


def test_a_writer_is_not_credited_with_what_they_tell_of_themselves():
    assert all(not names for names, _ in chains("I told the board that the pier was weak."))


def test_what_a_speaker_believes_is_no_second_telling():
    names = [names for names, _ in chains('"I think the pier was weak," Mara Vell said.')]
    assert names == [["Mara Vell"]]
