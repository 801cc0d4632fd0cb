import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from allsource.lineage import candidates as module
from allsource.lineage.candidates import MOST, candidates, collisions
from allsource.lineage.features import features
from allsource.lineage.keys import keys, winnowed
from allsource.model.document import Link
from strategies import page

WORDS = ["pier", "rope", "mast", "keel", "sail", "oar", "hull", "deck", "bow", "stern"]


def prose(seed, length=200):
    pick = random.Random(seed)  # noqa: S311 - invented prose, not a secret
    return " ".join(
        f"{pick.choice(WORDS)}{pick.choice(WORDS)}{pick.choice(WORDS)}" for _ in range(length)
    )


def paired(*texts, **fields):
    return candidates([features(page(text, path=str(n), **fields)) for n, text in enumerate(texts)])


def test_unrelated_pages_are_no_candidates():
    assert paired(*(prose(seed) for seed in range(20))) == []


def test_no_page_and_an_empty_page_give_nothing():
    assert candidates([]) == paired("", "") == []


def test_a_copy_with_another_end_is_a_candidate():
    assert paired(*(prose(seed) for seed in range(20)), prose(3)[:600] + prose(99, 80)) == [(3, 20)]


def test_two_sentences_kept_in_a_long_page_are_enough():
    kept = prose(7, 24)
    assert paired(prose(1, 400) + " " + kept, kept + " " + prose(2, 400)) == [(0, 1)]


def test_figures_and_names_outlive_a_translation():
    english = (
        "The yard at Vell, said Anna Lind, sold 1,140 boats at $164,300 and hired 2,318 hands."
    )
    german = (
        "Anna Lind sagt, in Vell seien 1.140 Boote zu 164.300 Dollar von 2.318 Leuten verkauft."
    )
    found = [
        features(page(english, path="a")),
        features(page(german, path="b", language="de")),
        features(page("Anna Lind sold boats at Vell.", path="c")),
    ]
    assert candidates(found) == [(0, 1)]


def test_a_link_to_a_page_is_enough():
    first = features(page(prose(1), path="a", url="https://post.example/boats"))
    links = (Link("http://www.post.example/boats/", "here"),)
    assert candidates([first, features(page(prose(2), path="b", links=links))]) == [(0, 1)]


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 2**32))
def test_eight_words_in_a_row_always_leave_a_common_key(before, after, seed):
    pick = np.random.default_rng(seed)
    row = pick.integers(0, 2**63, 4, dtype=np.uint64)  # eight words hold four stretches of five
    one, other = (
        np.concatenate([pick.integers(0, 2**63, n, dtype=np.uint64), row]) for n in (before, after)
    )
    assert set(winnowed(one).tolist()) & set(winnowed(other).tolist()) >= {int(row.min())}


@given(st.permutations(range(6)))
def test_pairs_are_the_same_whatever_number_a_page_has(order):
    texts = [prose(1), prose(2), prose(1)[:900] + prose(4, 30), prose(2)[300:] + prose(5, 30), prose(6), prose(7)]  # fmt: skip
    found = paired(*(texts[at] for at in order))
    assert {frozenset(order[at] for at in pair) for pair in found} == {
        frozenset((0, 2)), frozenset((1, 3)),
    }  # fmt: skip


def test_boilerplate_joins_a_page_with_two_others_at_most():
    line = " All rights are reserved by the owners of this small harbour paper of ours. "
    found = paired(*(prose(seed) + line for seed in range(100)))
    assert all(sum(later == page for _, later in found) <= 2 for page in range(100))


def test_thousands_of_like_pages_give_pairs_in_proportion(monkeypatch):
    made = []
    real = module._joined
    monkeypatch.setattr(
        module, "_joined", lambda *given: (made.append(len(p.codes)) or p for p in real(*given))
    )
    body = prose(1, 60)
    for pages in (500, 2000):
        made.append(-1)
        found = paired(*(f"{body} w{n}" for n in range(pages)))
        assert len(found) <= 2 * pages
        assert {later for _, later in found} == set(range(1, pages))
    cut = made.index(-1, 1)
    small, large = sum(made[1:cut]), sum(made[cut + 1 :])
    assert large <= 4.2 * small


def test_a_page_keeps_so_many_partners():
    body = prose(1, 300).split()
    parts = [" ".join(body[4 * n : 4 * n + 40]) for n in range(60)]
    found = paired(*parts, " ".join(body))
    assert sum(later == 60 for _, later in found) <= MOST


def test_keys_of_hostile_pages_are_few():
    for text in ("a " * 60_000, "1, " * 60_000, '"' * 60_000, "The " * 60_000, "x" * 300_000):
        assert len(keys(features(page(text)))) <= 4
    assert len(keys(features(page(prose(1, 120_000))))) <= 40_000


def test_the_order_of_keys_changes_nothing():
    every = np.array([8, 16, 8, 24, 16, 8], dtype=np.uint64)
    owners = np.array([0, 0, 1, 1, 2, 2], dtype=np.uint32)
    first = collisions(every, owners, 3)
    turn = np.array([5, 3, 1, 0, 4, 2])
    again = collisions(every[turn], owners[turn], 3)
    assert first.codes.tolist() == again.codes.tolist()
    assert first.bits.tolist() == again.bits.tolist()
