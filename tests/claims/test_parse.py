"""Curly apostrophes are read as straight ones, and the text stays as it was."""

import pytest

from allsource.claims.extract import extract
from allsource.claims.parse import parse_text

LINES = [
    "The yard isn't selling the pumps.",
    "The yard won't sell the pumps.",
    "The yard can't sell them, and the pumps aren't old.",
    "The pumps weren't sold; they're here, and she'd know.",
    "Vell needn't sell the yard's pumps at nine o'clock.",
]


@pytest.mark.parametrize("line", LINES)
def test_a_curly_apostrophe_changes_no_word_of_the_parse(line):
    plain = parse_text(line).paragraphs[0].doc
    curly = parse_text(line.replace("'", "’")).paragraphs[0].doc
    assert curly.text == line.replace("'", "’")
    for even, seen in zip(plain, curly, strict=True):
        assert (seen.tag_, seen.dep_, seen.lower_) == (even.tag_, even.dep_, even.lower_)
        assert seen.lemma_.replace("’", "'") == even.lemma_


@pytest.mark.parametrize("line", LINES[:2])
def test_a_curly_negative_negates(line):
    parsed = parse_text(f"Mara Vell said {line.lower().replace(chr(39), '’')}")
    (claim,) = extract(parsed.document)
    assert claim.negated
    assert claim.attribution
