from hypothesis import given
from hypothesis import strategies as st

from allsource.lineage.copies import strands
from allsource.lineage.credits import credits_of
from allsource.lineage.derivation import Derivation, hop_id
from allsource.lineage.features import features
from allsource.lineage.hops import traced_hops
from allsource.lineage.loops import uncut
from allsource.model.lineage import Hop
from strategies import page


def step(child, parent, probability=0.9, *, dated=False):
    hop = Hop(child, parent, "rewrite", probability, seen=True, evidence=(), id=hop_id(child, parent, "rewrite"))  # fmt: skip
    return Derivation(hop, probability, directed=True, dated=dated)


def ends(found):
    return {(one.hop.child, one.hop.parent) for one in found}


def test_a_chain_is_kept_whole():
    kept, loops = uncut([step("c", "b"), step("b", "a")])
    assert ends(kept) == {("c", "b"), ("b", "a")}
    assert loops == ()


def test_time_decides_which_hop_of_a_circle_is_cut():
    kept, loops = uncut([step("b", "a", 0.6, dated=True), step("a", "b", 0.99)])
    assert ends(kept) == {("b", "a")}
    (loop,) = loops
    assert (loop.cut.child, loop.cut.parent) == ("a", "b")
    assert (loop.documents, loop.by) == (("b", "a"), "time")


def test_without_dates_the_least_probable_is_cut_and_the_circle_is_told():
    kept, loops = uncut([step("b", "a", 0.9), step("c", "b", 0.8), step("a", "c", 0.7)])
    assert ends(kept) == {("b", "a"), ("c", "b")}
    assert (loops[0].documents, loops[0].by) == (("c", "b", "a"), "probability")


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abcdef"),
            st.sampled_from("abcdef"),
            st.floats(0.3, 0.99),
            st.booleans(),
        )
    )
)
def test_what_is_kept_has_no_ring_and_nothing_is_lost(rows):
    found = [step(child, parent, round(p, 4), dated=d) for child, parent, p, d in rows]
    kept, loops = uncut(found)
    assert len(kept) + len(loops) == len(found)
    parents = {}
    for child, parent in ends(kept):
        parents.setdefault(child, set()).add(parent)

    def reach(name, seen):
        assert name not in seen
        for parent in parents.get(name, ()):
            reach(parent, seen | {name})

    for name in "abcdef":
        reach(name, frozenset())
    assert ends(uncut(reversed(found))[0]) == ends(kept)


STORY = "The yard at Vell sold 1,140 boats for $164,300 each and 2,318 oars in the spring."
OUTLETS = ["Harbour Post", "Dock Herald", "Quay News"]


def traced(*pages):
    credited = {p.id: credits_of(p, [], OUTLETS) for p in pages}
    found = traced_hops(strands([features(p) for p in pages], credited), credited)
    names = {p.id: p.path for p in pages}
    told = {(names[one.hop.child], names[one.hop.parent]) for one in found.hops}
    return told, [(tuple(names[d] for d in loop.documents), loop.by) for loop in found.loops]


def printed(path, outlet, day, words):
    return page(f"{STORY} {words}", path=path, outlet=outlet, published=day)


def test_pages_that_credit_each_other_are_a_ring_that_time_cuts():
    one = printed("one", "Harbour Post", "2031-05-01", "The Dock Herald reported it.")
    other = printed("other", "Dock Herald", "2031-05-03", "It is new, the Harbour Post reported.")
    told, loops = traced(one, other)
    assert told == {("other", "one")}
    assert loops == [(("other", "one"), "time")]


def test_three_pages_make_a_ring_where_each_credits_the_next():
    one = printed("one", "Harbour Post", "2031-05-01", "Quay News reported it in the morning.")
    two = printed("two", "Dock Herald", "2031-05-03", "It is so, Harbour Post reported.")
    three = printed("three", "Quay News", "2031-05-05", "All is new, Dock Herald reported.")
    told, loops = traced(one, two, three)
    assert ("two", "one") in told
    assert all(ring[-1] == "one" and by == "time" for ring, by in loops)
    assert ("three", "two", "one") in {ring for ring, _ in loops}


def test_of_pages_of_one_day_that_credit_each_other_one_hop_is_told():
    one = printed("one", "Harbour Post", "2031-05-01", "The Dock Herald reported it.")
    other = printed("other", "Dock Herald", "2031-05-01", "It is new, the Harbour Post reported.")
    told, loops = traced(one, other)
    assert len(told) == 1
    assert [by for _, by in loops] == ["probability"]


def test_a_later_page_that_only_shares_words_closes_no_ring():
    """The credit of the earlier page may be to a report that is not in hand."""
    one = printed("one", "Harbour Post", "2031-05-01", "The Dock Herald reported it.")
    other = printed("other", "Dock Herald", "2031-05-03", "It is new, the harbour master said.")
    assert traced(one, other) == ({("other", "one")}, [])


def test_a_credit_that_an_earlier_page_of_the_outlet_answers_closes_no_ring():
    first = printed("first", "Dock Herald", "2031-04-30", "It was a warm spring for all.")
    one = printed("one", "Harbour Post", "2031-05-01", "The Dock Herald reported it.")
    other = page(
        "The yard at Vell sold 1,140 boats for $164,300 each, the Harbour Post reported.",
        path="other", outlet="Dock Herald", published="2031-05-03",
    )  # fmt: skip
    told, loops = traced(first, one, other)
    assert ("one", "first") in told
    assert loops == []


def test_a_ring_of_which_a_step_has_no_direction_is_not_told():
    loose = Derivation(step("b", "a").hop, 0.9, directed=False)
    kept, loops = uncut([loose, step("a", "b", 0.99)])
    assert ends(kept) == {("a", "b")}
    assert loops == ()


def test_a_page_that_credits_itself_is_no_hop():
    text = "Harbour Post reported that the yard sold 1,140 boats, Harbour Post reported."
    own = page(text, path="own", outlet="Harbour Post", url="https://post.example/a")
    credited = {own.id: credits_of(own, [], ["Harbour Post"])}
    assert traced_hops(strands([features(own)], credited), credited).hops == ()
