import pytest

from allsource.assessment.why_entity import why_entity
from allsource.entities.judgements import Judgement
from allsource.errors import CaseError
from casts import PAGES, cast


def named(found, name):
    return next(one for one in found.entities if one.name == name)


def test_an_entity_rests_on_its_names_and_judgements():
    found = cast(*PAGES[:2])
    board = named(found, "Harbour Safety Board")
    ground = why_entity(board.id[:14], found)
    told = [(one.kind, one.says) for one in ground.on]

    assert (ground.id, ground.kind) == (board.id, "entity")
    assert ("name", "“HSB”: a text gives it") in told
    assert any(kind == "identity judgement" and "0.98" in says for kind, says in told)
    assert all(one.passages for one in ground.on)


def test_a_persons_judgement_is_told_with_who_and_why():
    before = cast(*PAGES[2:5])
    pair = next((p.left, p.right) for p in before.undecided if p.right_name == "Jonas Orlan")
    one = Judgement(*pair, "positive", "AV", "2031-05-01T10:00:00Z", why="he owns no yard")
    found = cast(*PAGES[2:5], said=[one])
    says = [each.says for each in why_entity(named(found, "Jonas Orlan").id, found).on]

    assert "positive by AV, 2031-05-01: he owns no yard" in says


def test_what_is_undecided_of_an_entity_is_told():
    found = cast(*PAGES[2:5])
    says = [each.says for each in why_entity(named(found, "Jonas Orlan").id, found).on]

    assert any(one.startswith("unsure, 0.50") for one in says)


def test_no_entity_has_the_id():
    with pytest.raises(CaseError, match="no entity"):
        why_entity("ent_none", cast(*PAGES[:2]))
    with pytest.raises(CaseError, match="ids begin so"):
        why_entity("ent_", cast(*PAGES[:2]))
