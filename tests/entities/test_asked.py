import pytest

from allsource.entities.asked import ends, everyone, meant, said_of
from allsource.entities.bearers import name_id
from allsource.entities.judgements import Judgement, standing
from allsource.entities.plain import key
from allsource.errors import CaseError, UsageError
from casts import PAGES, cast, folder

PATHS = {page.id: page.path for page in folder(*PAGES)[0]}


@pytest.fixture(scope="module")
def found():
    return cast(*PAGES)


def test_a_full_name_a_short_one_and_an_id_mean_one(found):
    one = meant(found, "Nadia Lasker", PATHS)

    assert meant(found, "Lasker", PATHS) == meant(found, one[:12], PATHS) == one
    assert found.parties[one].name == "Nadia Lasker"


def test_a_name_of_several_is_none_and_all_are_told(found):
    with pytest.raises(CaseError, match=r"Orlan@4\.txt"):
        meant(found, "Orlan", PATHS)
    assert len(everyone(found, "Orlan", PATHS)) == 2


def test_a_name_in_one_document_is_a_record(found):
    one = meant(found, "Orlan@4.txt", PATHS)

    assert found.records[one].name == "Orlan"
    assert meant(found, one, PATHS) == one


def test_nobody_is_told(found):
    for asked in ("Quorvel", "ent_00000", "rec_00000", "Orlan@nowhere.txt"):
        with pytest.raises(CaseError, match="nothing in the case"):
            meant(found, asked, PATHS)


def test_two_names_of_one_party_are_told_apart_as_names(found):
    pair = ends(found, "Halden Yards", "Norrvik Shipbuilding", PATHS, apart=True)

    assert pair == (name_id(key("Halden Yards")), name_id(key("Norrvik Shipbuilding")))


def test_two_parties_are_judged_as_such(found):
    pair = ends(found, "Timo Orlan", "Jonas Orlan", PATHS, apart=True)

    assert {found.parties[one].name for one in pair} == {"Timo Orlan", "Jonas Orlan"}


@pytest.mark.parametrize("apart", [True, False])
def test_one_and_the_same_is_not_judged(found, apart):
    with pytest.raises(UsageError):
        ends(found, "Timo Orlan", "Timo Orlan", PATHS, apart=apart)


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [("Halden Yards", "Norrvik Shipbuilding", True), ("Timo Orlan", "Nadia Lasker", False)],
)
def test_what_was_said_is_found_again(found, left, right, apart):
    pair = ends(found, left, right, PATHS, apart=apart)
    one = Judgement(*pair, "negative" if apart else "positive", "AV", "2031-05-01T10:00:00Z")
    then = cast(*PAGES, said=[one])

    assert set(said_of(then, standing([one]), right, left, PATHS)) == set(pair)


def test_nothing_was_said(found):
    with pytest.raises(CaseError, match="nobody has judged"):
        said_of(found, {}, "Timo Orlan", "Jonas Orlan", PATHS)
