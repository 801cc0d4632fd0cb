from allsource.entities.parts import COMMON, FEMALE, MALE, known


def test_forms_of_one_name_meet():
    assert known("schukow").forms & known("zhukov").forms
    assert not known("anna").forms & known("bertha").forms


def test_a_short_form_meets_its_name():
    assert known("bill").short & known("william").short


def test_what_lists_keep_apart_meets_by_the_vocabulary():
    assert known("mykola").forms & known("nikolai").forms
    assert known("kolya").short & known("nikolai").short
    assert not known("kolya").short & known("anna").short


def test_a_common_name_is_told_from_one_that_nobody_has():
    assert known("maria").level == COMMON
    assert known("xqvelladx").level == 0


def test_whose_name_it_is_is_told():
    assert known("jessica").use & (MALE | FEMALE) == FEMALE
