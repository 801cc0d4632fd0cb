"""What must hold whatever is said."""

from collections import Counter, defaultdict
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from allsource.lineage.fusion.columns import Columns
from allsource.lineage.fusion.facts import facts
from allsource.lineage.fusion.posterior import posterior, scores, weights
from allsource.lineage.fusion.statement import Derivation
from strategies import said

BOTH = st.one_of(said(), said(numbers=True))


def chances(found):
    """Probability of every stated value, by slot and value."""
    return {
        (slot.slot, value.value): value.probability
        for slot in found.slots
        for value in slot.values
        if value.stated
    }


def roots(found):
    """Roots behind every stated value, and behind an estimate as a whole."""
    return {
        (slot.slot, value.value if value.stated else ""): value.effective_roots
        for slot in found.slots
        for value in slot.values
        if value.stated or value.probability is None
    }


def copied(statements, parent, many):
    """Sources that certainly took all that one source says, the second from the first and so on."""
    copies, hops = [], []
    for number in range(many):
        for one in [one for one in statements if one.source == parent]:
            name = f"copy {number}/{one.slot}"
            copies.append(replace(one, source=f"copy {number}", id=name))
            taken_from = one.id if number == 0 else f"copy {number - 1}/{one.slot}"
            hops.append(Derivation(name, taken_from, 1.0))
    return [*statements, *copies], hops


@settings(max_examples=40)
@given(BOTH, st.integers(2, 30))
def test_copies_beyond_the_first_move_nothing(statements, many):
    parent = statements[0].source
    one, one_hops = copied(statements, parent, 1)
    more, more_hops = copied(statements, parent, many)

    first, last = facts(one, derivations=one_hops), facts(more, derivations=more_hops)

    assert chances(first).keys() == chances(last).keys()
    moved = [abs((chances(last)[k] or 0) - (p or 0)) for k, p in chances(first).items()]
    assert max(moved, default=0.0) < 0.001
    assert all(roots(last)[k] <= count + 0.011 for k, count in roots(first).items())
    for before, after in zip(first.slots, last.slots, strict=True):
        assert before.median is None or abs(before.median - after.median) < 0.01


@settings(max_examples=100)
@given(said())
def test_equal_sources_without_copies_give_the_majority(statements):
    columns = Columns()
    for one in statements:
        columns.add(one.slot, one.source, one.value)
    table, names = columns.table()
    weight = weights(np.full(table.claims, 0.8), table.strength, 10.0)

    truth = posterior(table, scores(table, weight), 10.0)

    votes = defaultdict(Counter)
    for one in statements:
        votes[one.slot][one.value] += 1
    for number, slot in enumerate(names.slots):
        here = np.flatnonzero(table.value_slot == number)
        best = {
            names.values[names.written[i]] for i in here if np.isclose(truth[i], truth[here].max())
        }
        assert best == {v for v, n in votes[slot].items() if n == max(votes[slot].values())}


@settings(max_examples=40)
@given(BOTH, st.randoms(use_true_random=False))
def test_order_and_parts_of_the_feed_change_nothing(statements, random):
    shuffled = list(statements)
    random.shuffle(shuffled)
    again = [*shuffled, *random.sample(shuffled, len(shuffled) // 2)]

    assert facts(shuffled) == facts(statements)
    assert facts(again).slots == facts(statements).slots


@settings(max_examples=40)
@given(BOTH, st.permutations(range(6)))
def test_names_of_sources_change_nothing(statements, names):
    other = [replace(one, source=f"name {names[int(one.source.split()[1])]}") for one in statements]

    assert facts(other).slots == facts(statements).slots


@settings(max_examples=60)
@given(BOTH, st.data())
def test_a_retraction_never_raises_confidence(statements, data):
    place = data.draw(st.integers(0, len(statements) - 1))
    one = statements[place]
    hops = [
        Derivation(other.id, one.id, 0.9)
        for other in statements
        if other.slot == one.slot and other.id != one.id and data.draw(st.booleans())
    ]
    without = [*statements]
    without[place] = replace(one, retracted=True)

    before = facts(statements, derivations=hops)
    after = facts(without, derivations=hops)

    for slot in before.slots:
        for value in slot.values:
            same = value.stated and value.value == _written(one.value)
            if slot.slot == one.slot and same:
                assert chances(after)[slot.slot, value.value] <= value.probability
                assert roots(after)[slot.slot, value.value] <= value.effective_roots


def _written(value):
    return value if isinstance(value, str) else f"{value:g}"


@settings(max_examples=40)
@given(said())
def test_roots_are_at_least_one_and_at_most_the_claims(statements):
    counts = Counter((one.slot, one.value) for one in statements)

    for slot in facts(statements).slots:
        for value in slot.values:
            low, high = value.effective_roots_interval
            assert 0.99 <= low <= value.effective_roots <= high
            assert value.effective_roots <= counts[slot.slot, value.value] + 0.01
