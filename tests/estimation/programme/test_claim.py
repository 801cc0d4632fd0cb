import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.errors import UsageError
from allsource.estimation.programme.claim import ProgrammeClaim, Repeat, read_claim

GOOD = {"id": "c1", "measure": "stock", "of": "pump", "low": 40, "high": 40}


def line(**changed):
    return json.dumps({**GOOD, **changed})


def test_every_key_of_the_contract_is_read():
    full = {
        **GOOD, "scope": "with spares", "low_open": True, "high_open": False, "approximate": True,
        "unit": "unit", "currency": "USD", "per": "year", "start": "2031", "end": "2031-05",
        "boundary": "by", "published": "2031-06-02", "kind": "report", "stance": "hedged",
        "root": "r1", "repeat_of": {"root": "r2", "probability": 0.6}, "units": 3, "price": 2.5,
        "value": 7.5, "withdrawn": True, "aside": "said for effect",
    }  # fmt: skip
    claim = read_claim(json.dumps(full))

    assert set(full) == {one.name for one in fields(ProgrammeClaim)}
    assert claim.repeat_of == Repeat("r2", 0.6)
    assert (claim.low, claim.value, claim.start) == (40.0, 7.5, "2031")


def test_absent_keys_may_be_null_and_unknown_ones_are_passed_over():
    assert read_claim(line(root=None, note="x")) == read_claim(line())


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"low": -1}, "0 or more"),
        ({"low": 1e300, "high": None}, "0 or more"),
        ({"low": 50}, "above high"),
        ({"low": None, "high": None}, "both missing"),
        ({"low": "forty"}, "no number"),
        ({"low": True}, "no number"),
        ({"low_open": "yes"}, "true or false"),
        ({"measure": "speed"}, "must be one of"),
        ({"measure": None}, "missing"),
        ({"of": " "}, "must be words"),
        ({"of": "x" * 501}, "at most 500"),
        ({"end": "2031-13"}, "no date"),
        ({"end": "2031-02-30"}, "no date"),
        ({"end": "soon"}, "no date"),
        ({"start": "2032", "end": "2031-05"}, "after its end"),
        ({"repeat_of": {"root": "r"}}, "probability"),
        ({"repeat_of": {"root": "r", "probability": 2}}, "probability"),
        ({"measure": "contract"}, "any two give the third"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(changed, said):
    with pytest.raises(UsageError, match=said):
        read_claim(line(**changed))


@pytest.mark.parametrize(
    "words",
    ["", "nothing", "[]", "3", '{"id": 1}', '{"low": NaN}', "[" * 5000, '{"low": Infinity}'],
)
def test_what_is_no_record_is_refused(words):
    with pytest.raises(UsageError):
        read_claim(words)


@given(
    st.text(max_size=80)
    | st.dictionaries(st.sampled_from(list(GOOD)), st.none() | st.integers() | st.text()).map(
        json.dumps
    )
)
def test_any_line_is_read_or_refused(words):
    try:
        found = read_claim(words)
    except UsageError:
        return
    assert isinstance(found, ProgrammeClaim)


@pytest.mark.parametrize("name", ["root", "of", "unit"])
def test_half_of_a_character_is_refused(name):
    with pytest.raises(UsageError, match="half of a character"):
        read_claim(line(**{name: "\ud800"}))


def test_a_contract_has_to_agree_with_itself():
    told = {"id": "k", "measure": "contract", "of": "pump", "units": 100, "price": 10}

    assert read_claim(json.dumps({**told, "value": 1200})).value == 1200
    with pytest.raises(UsageError, match="are 1000, not 5000"):
        read_claim(json.dumps({**told, "value": 5000}))
