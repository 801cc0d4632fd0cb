from allsource.lineage.pairing import paired
from allsource.model.quantity import Quantity
from strategies import claim_at, find, page


def claim(text, *amounts, path="a"):
    document = page(text, path=path)
    quantities = [
        Quantity(words, find(document, words), value, value, **fields)
        for words, value, fields in amounts
    ]
    return claim_at(document, text, quantities=quantities)


def told(child, parent):
    found = paired(child, parent)
    return (
        [(mine.text, theirs.text) for mine, theirs in found.same],
        [(mine.text, theirs.text) for mine, theirs in found.replaced],
        [quantity.text for quantity in found.added],
    )


BOATS = ("1,140 boats", 1140, {"unit": "boat"})


def test_the_same_number_is_paired_by_unit_first():
    one = claim("1,140 boats and 1,140 tonnes", BOATS, ("1,140 tonnes", 1140, {"unit": "tonne"}))
    two = claim("1,140 tonnes", ("1,140 tonnes", 1140, {"unit": "tonne"}), path="b")
    assert told(two, one) == ([("1,140 tonnes", "1,140 tonnes")], [], [])


def test_a_small_round_number_of_another_unit_is_another_thing():
    one = claim("5 boats", ("5 boats", 5, {"unit": "boat"}))
    two = claim("5 tonnes", ("5 tonnes", 5, {"unit": "tonne"}), path="b")
    assert told(two, one) == ([], [], ["5 tonnes"])


def test_the_only_ones_of_a_kind_replace_each_other():
    one, two = claim("1,140 boats", BOATS), claim("1,200 boats", ("1,200 boats", 1200, {"unit": "boat"}), path="b")  # fmt: skip
    assert told(two, one) == ([], [("1,200 boats", "1,140 boats")], [])


def test_a_price_of_one_does_not_replace_a_total():
    each = {"currency": "USD", "per": "ferry"}
    one = claim("$480 million", ("$480 million", 480e6, {"currency": "USD"}))
    two = claim("$40 million a ferry", ("$40 million a ferry", 40e6, each), path="b")
    other = claim("$50 million a ferry", ("$50 million a ferry", 50e6, each), path="c")
    assert told(two, one) == ([], [], ["$40 million a ferry"])
    assert told(other, two) == ([], [("$50 million a ferry", "$40 million a ferry")], [])


def test_of_two_of_a_kind_none_is_said_to_replace():
    one = claim("1,140 boats", BOATS)
    two = claim("7 boats and 9 boats", ("7 boats", 7, {"unit": "boat"}), ("9 boats", 9, {"unit": "boat"}), path="b")  # fmt: skip
    assert told(two, one) == ([], [], ["7 boats", "9 boats"])


def test_ages_and_other_things_replace_nothing():
    one = claim("1,140 boats", ("1,140 boats", 1140, {"unit": "boat", "of": "Brant boats"}))
    other = claim("9 boats", ("9 boats", 9, {"unit": "boat", "of": "Tirrik boats"}), path="b")
    assert told(other, one)[1] == []
    aged = claim("he is 31", ("31", 31, {"measure": "age"}))
    older = claim("he is 32", ("32", 32, {"measure": "age"}), path="b")
    assert told(older, aged)[1] == []
