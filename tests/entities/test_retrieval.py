import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.entities.keys import keys_of
from allsource.entities.name import read_name
from allsource.entities.retrieval import NameIndex
from allsource.errors import InputError, UsageError

NAMES = [
    "Anna Maria Vellmar",
    "Mohammed Tarrin al-Vellad",
    "Сергей Орланов",
    "Bertha Tessmore",
    "Karim Vellad",
    "Orlan Works",
    *(f"Karim Tessmore{letter}" for letter in "abcdefgh"),
]


@pytest.fixture(scope="module")
def index():
    return NameIndex.build(NAMES)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("VELLMAR, Anna", 0),
        ("Muhammad Tareen Velad", 1),
        ("Sergej Orlanow", 2),
        ("Bretha Tessmoer", 3),
        ("KarimVellad", 4),
        ("Wroks Orlan", 5),
    ],
)
def test_a_name_is_found_however_it_is_written(index, name, place):
    assert place in [one.place for one in index.find(name, 3)]


def test_the_likeliest_comes_first_and_no_more_than_asked(index):
    found = index.find("Karim Tessmorea", 4)

    assert found[0].place == NAMES.index("Karim Tessmorea")
    assert len(found) == 4
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)


@pytest.mark.parametrize("name", ["", "…", "Xqqx Zzyz"])
def test_what_is_not_there_is_not_found(index, name):
    assert index.find(name) == []


def test_none_is_asked_for(index):
    assert index.find("Anna Vellmar", 0) == []


@given(st.lists(st.sampled_from(NAMES), max_size=12), st.sampled_from(NAMES))
def test_every_record_is_found_by_its_own_name(names, name):
    found = [one.place for one in NameIndex.build([*names, name]).find(name)]

    assert set(found) >= {at for at, one in enumerate([*names, name]) if one == name}


def test_a_search_leaves_nothing_behind(index):
    before = index.find("Karim Vellad")
    index.find("Anna Vellmar")

    assert index.find("Karim Vellad") == before


def test_an_index_is_read_back_as_it_was(index, tmp_path):
    index.save(tmp_path / "names.npz")
    again = NameIndex.load(tmp_path / "names.npz")

    assert len(again) == len(index) == len(NAMES)
    assert again.size == index.size
    assert again.find("Karim Vellad") == index.find("Karim Vellad")


def test_a_file_that_is_no_index_is_refused(tmp_path):
    (tmp_path / "names.npz").write_bytes(b"PK no")

    with pytest.raises(InputError, match="no index"):
        NameIndex.load(tmp_path / "names.npz")


def test_nothing_is_indexed():
    assert NameIndex.build([]).find("Anna") == []
    assert NameIndex.build(["", " "]).find("Anna") == []


def test_a_text_is_not_indexed():
    with pytest.raises(UsageError, match="more than"):
        NameIndex.build(["x" * 5_000])


def test_one_slip_still_shares_a_key():
    slipped, right = (
        {key for part in keys_of(read_name(text)) for some in part for key in some}
        for text in ("Tessmroe", "Tessmore")
    )

    assert slipped & right
