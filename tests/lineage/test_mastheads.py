import pytest

from allsource.lineage.mastheads import Case, groups


def named(text, *outlets):
    return [[one.name for one in group.named] for group in groups(text, Case(outlets))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was in the Vell Courier.", [["Vell Courier"]]),
        ("Channel 14 and Radio Saltford had it.", [["Channel 14", "Radio Saltford"]]),
        ("Citing Tarn Wire, he left.", [["Tarn Wire"]]),
        ("Monday's Vell Courier had it.", [["Vell Courier"]]),
        ("the podcast Low Water had it", [["Low Water"]]),
        ("AFP had it, the Vell Courier had not.", [["Agence France-Presse"], ["Vell Courier"]]),
        ("Anna Lind of Orlan Works left for Vell.", []),
        ("The programme is long.", []),
    ],
)
def test_outlets_are_found_by_list_by_build_and_by_what_they_are_called(text, names):
    assert named(text) == names


def test_an_outlet_of_the_case_is_found_by_initials_and_by_its_last_word():
    assert named("TPA had it.", "Tarn Press Agency") == [["Tarn Press Agency"]]
    assert named("The Lantern had it.", "Tarn Lantern") == [["Tarn Lantern"]]
    assert named("A Lantern hung there.", "Tarn Lantern") == []


def test_a_last_word_that_two_outlets_share_means_neither():
    assert named("The Lantern had it.", "Tarn Lantern", "Vell Lantern") == []


def test_a_town_is_no_agency():
    assert named("Tarn had rain.", "Tarn Press Agency") == []


def test_only_names_of_the_case_that_are_no_plain_word_stand_alone():
    (known,) = groups("Vell Courier", Case(["Vell Courier"]))
    (word,) = groups("Kvelden", Case(["Kvelden"]))
    (built,) = groups("Vell Courier", Case([]))
    assert [g.named[0].bare for g in (known, word, built)] == [True, False, False]


def test_a_page_that_is_a_list_of_names_is_bounded():
    assert len(named("the Vell Courier. " * 5000)) == 400
