import itertools

from allsource.lineage import hops
from allsource.lineage.copies import strands
from allsource.lineage.credits import credits_of
from allsource.lineage.features import features
from allsource.lineage.hops import traced_hops
from allsource.model.document import Link
from strategies import page

STORY = (
    "The yard at Vell has delivered 1,140 boats since it opened, its owner Anna Lind said on "
    "Monday. The price of one boat fell from $164,000 to $118,500 within a year. “Nobody here "
    "believed that we could do it”, she said. About 87 percent of the parts are made in the town, "
    "and a second hall is to open in the spring, according to the same speech to the guild."
)
REWRITE = (
    "A small town builds boats as never before. There are 1,140 of them by now. Each costs "
    "$118,500 where it was $164,000, and 87 percent of all that goes into it is of local make."
)


def derive(*pages):
    outlets = {p.outlet for p in pages if p.outlet}
    credited = {p.id: credits_of(p, [], outlets) for p in pages}
    found = traced_hops(strands([features(p) for p in pages], credited), credited).hops
    names = {p.id: p.path for p in pages}
    return {(names[d.hop.child], names[d.hop.parent]): d for d in found}


def test_a_repost_is_a_quotation_of_the_earlier_page():
    first = page(STORY, path="first", published="2031-05-01", outlet="Harbour Post")
    repost = page(STORY, path="repost", published="2031-05-03", outlet="Sundry Gazette")
    (only,) = derive(first, repost).items()
    ends, found = only
    assert ends == ("repost", "first")
    assert (found.hop.kind, found.directed) == ("quotation", True)
    assert found.hop.probability > 0.99


def test_an_uncredited_rewrite_is_found_by_its_figures():
    first = page(STORY, path="first", published="2031-05-01", outlet="Harbour Post")
    rewrite = page(REWRITE, path="rewrite", published="2031-05-09", outlet="Sundry Gazette")
    found = derive(first, rewrite)["rewrite", "first"]
    assert found.hop.kind == "rewrite"
    assert found.hop.probability > 0.5
    places = [e.passages for e in found.hop.evidence if e.why == "shared rare figure"]
    assert len(places) == 4
    for mine, theirs in places:
        assert mine.span.of(rewrite.text) == theirs.span.of(first.text)


def test_one_shared_figure_is_no_hop():
    first = page(STORY, path="first", published="2031-05-01", outlet="Harbour Post")
    other = page("The museum counts 1,140 shells.", path="other", published="2031-05-09")
    assert derive(first, other) == {}


def test_a_credit_with_a_shared_figure_is_a_hop_to_that_document():
    first = page(STORY, path="first", published="2031-05-01", outlet="Harbour Post")
    older = page(
        "Anna Lind opened a school at Vell.", path="older", published="2031-04-01",
        outlet="Harbour Post",
    )  # fmt: skip
    citing = page(
        "Harbour Post reported that a boat costs $118,500.", path="citing", published="2031-06-01"
    )
    assert set(derive(first, older, citing)) == {("citing", "first")}


def test_a_link_credits_the_document_it_leads_to():
    first = page(STORY, path="first", published="2031-05-01", url="https://post.example/boats")
    citing = page(
        "Boats cost $118,500 now.", path="citing", published="2031-06-01",
        links=(Link("http://www.post.example/boats/", "now"),),
    )  # fmt: skip
    found = derive(first, citing)["citing", "first"]
    assert found.hop.evidence[0].why == "link"


def test_a_correction_of_the_same_outlet_is_a_revision():
    first = page(STORY, path="first", published="2031-05-01", outlet="Harbour Post")
    correction = page(
        "CORRECTION: Our report of 1 May misstated what Anna Lind of the yard at Vell said. It has "
        "delivered 1,140 boats in all its years.",
        path="correction", published="2031-05-20", outlet="Harbour Post",
    )  # fmt: skip
    assert derive(first, correction)["correction", "first"].hop.kind == "revision"


def test_another_language_is_a_translation():
    first = page(STORY, path="first", published="2031-05-01", outlet="Harbour Post")
    german = page(
        "Laut Harbour Post hat die Werft in Vell 1.140 Boote geliefert. Der Preis fiel von 164.000 "
        "auf 118.500 Dollar, und 87 Prozent der Teile kommen aus dem Ort, sagte Anna Lind.",
        path="german", published="2031-05-02", outlet="Bote", language="de",
    )  # fmt: skip
    assert derive(first, german)["german", "first"].hop.kind == "translation"


def test_without_dates_the_one_that_credits_is_the_child():
    first = page(STORY, path="z", outlet="Harbour Post")
    tagged = page("VELL (Harbour Post) - " + STORY, path="a", outlet="Sundry Gazette")
    found = derive(first, tagged)
    assert set(found) == {("a", "z")}
    assert found["a", "z"].followed


def test_without_dates_or_credits_the_direction_is_left_open():
    found = derive(page(STORY, path="a"), page(STORY + " More to come.", path="b"))
    (one,) = found.values()
    assert not one.directed and not one.followed
    assert one.hop.probability == 0.5
    assert one.tie > 0.99


def test_the_earlier_page_never_derives_from_the_later():
    pages = [page(f"{STORY} {n}", path=str(n), published=f"2031-05-0{n}") for n in range(1, 6)]
    for order in itertools.islice(itertools.permutations(pages), 12):
        assert all(child > parent for child, parent in derive(*order))


def test_a_parent_that_explains_nothing_more_is_not_told():
    first = page(STORY, path="first", published="2031-05-01", outlet="Harbour Post")
    second = page(REWRITE, path="second", published="2031-05-09", outlet="Sundry Gazette")
    third = page(
        REWRITE + " Sundry Gazette reported it.", path="third", published="2031-05-19",
        outlet="Bugle",
    )  # fmt: skip
    assert set(derive(first, second, third)) == {("second", "first"), ("third", "second")}


def test_thousands_of_like_pages_that_credit_each_other_are_looked_at_in_proportion(monkeypatch):
    looked = []
    real = hops._candidate
    monkeypatch.setattr(hops, "_candidate", lambda *given: looked.append(1) or real(*given))
    for pages in (50, 200):
        looked.append(0)
        derive(*(
            page(
                f"{STORY} Note {n} of the Harbour Post.", path=f"{n}", published="2031-05-01",
                outlet="Harbour Post" if n % 2 else "Dock Herald",
            )
            for n in range(pages)
        ))  # fmt: skip
    cut = looked.index(0, 1)
    small, large = cut - 1, len(looked) - cut - 1
    assert large <= 4.5 * small
    assert large <= 40 * 200


def test_pages_of_the_first_and_the_last_year_are_directed_like_others():
    first = page(STORY, path="first", published="0001-01-01", outlet="Harbour Post")
    last = page(STORY + " More.", path="last", published="9999-12-31", outlet="Sundry Gazette")
    assert set(derive(first, last)) == {("last", "first")}


def test_a_sentence_told_in_other_words_is_shown_as_reworded():
    first = page(
        "The shipwright guild of Vell elected the carpenter Anna Lind as chairwoman on Sunday.",
        path="first", published="2031-05-01", outlet="Harbour Post",
    )  # fmt: skip
    retold = page(
        "On Sunday Anna Lind, carpenter, was elected chairwoman by Vell shipwright guild, "
        "Harbour Post reported.",
        path="retold", published="2031-05-03", outlet="Quay News",
    )  # fmt: skip
    evidence = derive(first, retold)["retold", "first"].hop.evidence
    (shown,) = [one for one in evidence if one.why == "reworded passage"]
    assert shown.passages[1].span.of(first.text) == first.text
    assert "shared passage" not in {one.why for one in evidence}


def test_a_credit_with_names_alone_in_common_means_no_document_in_hand():
    first = page(
        "The mayor of Vell met Anna Lind and Per Quill in Tarn on Sunday to speak of the fair.",
        path="first", published="2031-05-01", outlet="Harbour Post",
    )  # fmt: skip
    other = page(
        "A storm took the roof off the chapel between Vell and Tarn, Harbour Post reported. "
        "Nobody was hurt, said Anna Lind, whose house stands beside it. Per Quill agreed.",
        path="other", published="2031-05-03", outlet="Quay News",
    )  # fmt: skip
    assert derive(first, other) == {}


def test_the_later_reading_of_an_edited_file_is_its_revision():
    first = page(STORY, path="a.txt")
    other = page(STORY.replace("1,140", "1,410") + " More.", path="a.txt", replaces=first.id)
    found = traced_hops(strands([features(p) for p in (first, other)], {}), {}).hops
    (one,) = found
    assert (one.hop.child, one.hop.parent, one.hop.kind) == (other.id, first.id, "revision")
    assert one.followed and one.hop.evidence[0].why == "same file"


def test_a_file_whose_words_stayed_is_a_revision_of_its_earlier_reading():
    first = page(STORY, path="a.txt")
    other = page("\n" + STORY, path="a.txt", replaces=first.id)
    (one,) = traced_hops(strands([features(p) for p in (first, other)], {}), {}).hops
    assert (one.hop.child, one.hop.kind, one.directed) == (other.id, "revision", True)


def test_a_file_that_was_overwritten_with_something_else_is_no_revision():
    first = page(STORY, path="a.txt")
    other = page("The museum counts 1,140 shells.", path="a.txt", replaces=first.id)
    assert traced_hops(strands([features(p) for p in (first, other)], {}), {}).hops == ()
