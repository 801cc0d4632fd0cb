"""Who did what to whom, and what a bare number counts."""

import pytest

from allsource.claims.arguments import deeds
from allsource.claims.parse import parse_text
from allsource.claims.people import gather
from allsource.claims.quantities.antecedents import antecedent
from allsource.model.span import Span


def deed(text):
    parsed = parse_text(text)
    last = list(parsed.paragraphs[0].doc.sents)[-1]
    (found,) = deeds(parsed, [parsed.paragraphs[0].span_of(last)], gather(parsed), ())
    parts = (found.subject, found.object, found.recipient, found.place)
    for part in parts:
        assert part is None or part.span.of(text) == part.text
    heads = [part.head if part else None for part in parts]
    return [heads[0], found.predicate, *heads[1:]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Orlan Works sold the hall.", ["Orlan Works", "sell", "hall", None, None]),
        (
            "The hall was sold to Tessarine Motors by Orlan Works.",
            ["Orlan Works", "sell", "hall", "Tessarine Motors", None],
        ),
        ("The firm is expected to hire welders.", ["firm", "hire", "welders", None, None]),
        ("The firm has yet to pay its welders.", ["firm", "pay", "welders", None, None]),
        ("It is believed that the firm sold the hall.", ["firm", "sell", "hall", None, None]),
        ("Whether the loan was repaid is unknown.", [None, "repay", "loan", None, None]),
        ("The council set up a fund.", ["council", "set up", "fund", None, None]),
        ("The yard builds engines in Quillby.", ["yard", "build", "engines", None, "Quillby"]),
        ("Output fell to 204 engines.", ["Output", "fall", None, None, None]),
        (
            "Orlan Works opened in 1990. It sold the hall.",
            ["Orlan Works", "sell", "hall", None, None],
        ),
    ],
)
def test_parts_of_a_deed(text, wanted):
    assert deed(text) == wanted


def test_a_name_has_its_entity():
    parsed = parse_text("Orlan Works sold the hall.")
    (found,) = deeds(parsed, [Span(0, 25)], gather(parsed), ())
    assert found.subject.entity.startswith("ent_")
    assert found.object.entity is None


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("Orlan Works builds pumps. It makes 40 a month.", "40", "pumps"),
        ("The guild ordered 30 engines; 12 of them have come.", "12", "engines"),
        ("The plant makes 5,500 drones a month, up from 2,500 in May.", "2,500", "drones"),
        ("Deliveries of buses fell. Only 20 came in May.", "20", "buses"),
        ("The firm makes pumps. It owes nine million crowns.", "nine million crowns", None),
        ("The firm makes pumps. It sold $40 of them.", "$40", None),
        ("It has room for 40.", "40", None),
    ],
)
def test_what_a_number_counts(text, number, wanted):
    at = text.index(number)
    found = antecedent(parse_text(text).paragraphs[0], Span(at, at + len(number)))
    assert (found.text if found else None) == wanted
