import itertools

from allsource.lineage.copies import strands
from allsource.lineage.credits import credits_of
from allsource.lineage.features import features
from allsource.model.document import Furniture
from allsource.model.span import Span
from strategies import page

TEXT = "The yard at Vell has delivered forty boats since it opened."


def paths(*pages):
    credited = {p.id: credits_of(p, [], []) for p in pages}
    return [[f.document.path for f in s] for s in strands([features(p) for p in pages], credited)]


def test_equal_words_are_one_strand_with_the_earliest_first():
    pages = [
        page(TEXT, path="late", published="2031-05-09"),
        page(TEXT.upper(), path="early", published="2031-05-01"),
        page(TEXT + " More.", path="other", published="2031-05-02"),
        page(TEXT, path="undated"),
    ]
    for order in itertools.permutations(pages):
        assert paths(*order) == [["early", "late", "undated"], ["other"]]


def test_furniture_does_not_part_a_strand():
    menu = "Home News "
    dressed = page(
        menu + TEXT, path="b", furniture=(Furniture(Span(0, len(menu)), "menu", "test"),)
    )
    assert len(paths(page(TEXT, path="a"), dressed)) == 1


def test_of_one_day_the_page_without_another_outlets_tag_is_the_original():
    text = f"VELL (Dock Wire) - {TEXT}"
    wire = page(text, path="z", published="2031-05-01", outlet="Dock Wire")
    repost = page(text, path="a", published="2031-05-01", outlet="Bugle")
    assert paths(repost, wire) == [["z", "a"]]


def test_pages_without_words_are_no_copies_of_each_other():
    assert len(paths(page("", path="a"), page("...", path="b"))) == 2


def test_a_copy_masked_with_letters_of_another_script_is_the_same_text():
    first = page(TEXT, path="first", published="2031-05-01")
    masked = page(TEXT.replace("ya", "yа").replace("op", "оp"), path="masked")
    assert masked.text != first.text
    assert paths(first, masked) == [["first", "masked"]]
