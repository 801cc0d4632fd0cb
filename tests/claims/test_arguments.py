"""Who did what to whom, and what a bare number counts."""

from dataclasses import replace

import pytest

from allsource.claims.arguments import predications
from allsource.claims.extract import extract
from allsource.claims.parse import parse_text
from allsource.claims.people import gather
from allsource.claims.quantities.antecedents import antecedent
from allsource.errors import GroundingError
from allsource.model.records import claim_from_record, claim_record
from allsource.model.span import Span
from strategies import page


def deed(text):
    parsed = parse_text(text)
    last = list(parsed.paragraphs[0].doc.sents)[-1]
    (found,) = predications(parsed, [parsed.paragraphs[0].span_of(last)], gather(parsed), ())
    parts = (found.subject, found.object, found.recipient, found.place)
    for part in parts:
        assert part is None or part.span.of(text) == part.text
    heads = [part.name if part else None for part in parts]
    return [heads[0], found.predicate.lemma if found.predicate else None, *heads[1:]]


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
    (found,) = predications(parsed, [Span(0, 25)], gather(parsed), ())
    assert found.subject.entity.startswith("ent_")
    assert found.object.entity is None


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Orlan Works sold the hall.", False),
        ("Orlan Works did not sell the hall.", True),
        ("Orlan Works failed to sell the hall.", True),
        ("Orlan Works has yet to sell the hall.", True),
        ("Orlan Works is unlikely to sell the hall.", True),
        ("No hall was sold by Orlan Works.", True),
        ("Nobody failed to come.", False),
    ],
)
def test_a_deed_that_is_said_not_to_be_is_negated(text, negated):
    parsed = parse_text(text)
    (found,) = predications(parsed, [Span(0, len(text))], gather(parsed), ())
    assert found.predicate.negated is negated


def test_a_claim_carries_its_predication_and_its_words_are_checked():
    document = page("Orlan Works opened in 1990. It sold the hall to Tessarine Motors.")
    claim = extract(document)[-1]
    told = claim.predication
    assert (told.subject.text, told.subject.name) == ("It", "Orlan Works")
    assert claim_from_record(claim_record(claim), document).predication == told
    older = {k: v for k, v in claim_record(claim).items() if k != "predication"}
    assert claim_from_record(older, document).predication is None
    moved = replace(told, object=replace(told.object, span=Span(0, 3)))
    with pytest.raises(GroundingError):
        replace(claim, predication=moved)


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
