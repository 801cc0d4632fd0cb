import pytest


@pytest.mark.parametrize(
    ("line", "text", "per"),
    [
        ("Each truck carries eight pallets, and each pallet 40 boxes.", "40 boxes", "pallet"),
        (
            "The job may take four cranes, each of at least 800 tonnes.",
            "at least 800 tonnes",
            "crane",
        ),
        ("The ban has hit 30 weavers and cost each of them $900.", "$900", "weaver"),
        ("The clerk wired $9,500 on each of 14 consecutive days.", "$9,500", "day"),
        ("The ring charges $6,500 for a place on deck.", "$6,500", "place"),
        (
            "A ferry ride costs $39 in spring and as much as $600 in summer.",
            "as much as $600",
            "ride",
        ),
    ],
)
def test_what_one_amount_is_for(read, line, text, per):
    assert next(q.per for q in read(line) if q.text == text) == per


def test_a_total_of_what_each_gets_is_for_none_of_them(read):
    found = {q.text: q.per for q in read("Each squadron gets 18 tugs, for a total of 144.")}
    assert found == {"18 tugs": "squadron", "144": None}


def test_a_single_sale_is_no_rate(read):
    (price,) = read("He paid $6,500 for a place on deck.")
    assert price.per is None
