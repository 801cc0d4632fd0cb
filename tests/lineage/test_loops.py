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
    assert (loop.cut.hop.child, loop.cut.hop.parent) == ("a", "b")
    assert loop.around == ("b", "a")


def test_without_dates_the_least_probable_is_cut_and_the_circle_is_told():
    kept, loops = uncut([step("b", "a", 0.9), step("c", "b", 0.8), step("a", "c", 0.7)])
    assert ends(kept) == {("b", "a"), ("c", "b")}
    assert loops[0].around == ("c", "b", "a")


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
def test_what_is_kept_has_no_circle_and_nothing_is_lost(rows):
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


def test_pages_that_credit_each_other_are_told_as_a_circle():
    text = "The yard at Vell sold 1,140 boats for $164,300 each and 2,318 oars in the spring."
    one = page(f"{text} The Dock Herald reported it.", path="one", outlet="Harbour Post")
    other = page(
        f"{text} It was new. The Harbour Post reported so.", path="other", outlet="Dock Herald"
    )
    credited = {p.id: credits_of(p, [], ["Harbour Post", "Dock Herald"]) for p in (one, other)}
    found = traced_hops(strands([features(one), features(other)], credited), credited)
    assert len(found.hops) + len(found.loops) >= 1
    assert len(found.hops) == 1


def test_a_page_that_credits_itself_is_no_hop():
    text = "Harbour Post reported that the yard sold 1,140 boats, Harbour Post reported."
    own = page(text, path="own", outlet="Harbour Post", url="https://post.example/a")
    credited = {own.id: credits_of(own, [], ["Harbour Post"])}
    assert traced_hops(strands([features(own)], credited), credited).hops == ()
