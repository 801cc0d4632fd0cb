"""Average linkage over items that share a rare feature."""

from hypothesis import given
from hypothesis import strategies as st

from allsource.lineage import linkage
from allsource.lineage.groups import Groups
from allsource.lineage.linkage import joins, near, vectors

WORDS = st.lists(
    st.sampled_from(["mill", "burn", "pump", "sell", "boat", "hall", "yard", "crew"]), min_size=1
)
ITEMS = st.dictionaries(st.sampled_from([f"item{n}" for n in range(12)]), WORDS.map(set))


def grouped(features, least=0.5, apart=lambda _one, _other: False):
    placed = vectors(features)
    groups = Groups(placed)
    for one, other in joins(placed, least, apart):
        groups.join(one, other)
    return groups.listed()


@given(ITEMS)
def test_the_order_of_items_and_of_their_features_changes_nothing(items):
    turned = {name: items[name] for name in reversed(items)}
    assert grouped(items) == grouped(turned)


@given(ITEMS)
def test_every_join_is_of_the_mean_that_it_asks_for(items):
    placed = vectors(items)
    for group in grouped(items, least=0.6):
        if len(group) == 2:
            cosine = sum(w * placed[group[1]].get(n, 0.0) for n, w in placed[group[0]].items())
            assert cosine >= 0.6 - 1e-6


def test_a_chain_of_small_steps_does_not_join_what_is_far_apart():
    steps = {"a": {"mill", "burn"}, "b": {"burn", "pump"}, "c": {"pump", "sell"}}
    assert len(grouped(steps, least=0.35)) == 2


def test_items_that_must_stay_apart_keep_their_groups_apart():
    like = {"a": {"mill", "burn", "day"}, "b": {"mill", "burn", "night"}, "c": {"mill", "burn"}}
    assert grouped(like, least=0.3) == [["a", "b", "c"]]
    kept = grouped(like, least=0.3, apart=lambda one, other: {one, other} == {"a", "b"})
    assert not any({"a", "b"} <= set(group) for group in kept)


def test_the_work_grows_with_the_items_and_not_with_their_square(monkeypatch):
    steps = 0
    plain = linkage._product

    def counted(one, other):
        nonlocal steps
        steps += 1
        return plain(one, other)

    monkeypatch.setattr(linkage, "_product", counted)

    def cost(size):
        nonlocal steps
        steps = 0
        items = {
            f"{n:05}": {f"topic{n // 5}", f"word{n % 4}", f"own{n}", "common"} for n in range(size)
        }
        near(vectors(items))
        return steps

    assert cost(2000) < 5 * cost(500)
