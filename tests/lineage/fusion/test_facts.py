"""Hedges, denials, values within values, bounds, estimates."""

import numpy as np
import pytest

from allsource.lineage.fusion.facts import facts
from allsource.lineage.fusion.statement import Bounds, Derivation, Statement, Within


def colours(*words, **fields):
    return [
        Statement("bridge/colour", f"source {i}", word, id=str(i), **fields)
        for i, word in enumerate(words)
    ]


def chance(found, value, slot=0):
    return {one.value: one.probability for one in found.slots[slot].values}[value]


def test_nothing_said_is_nothing_known():
    assert facts([]).slots == ()


def test_a_hedge_weighs_less():
    plain = facts(colours("red", "green"))
    hedged = facts([colours("red")[0], colours("x", "green", strength=0.3)[1]])

    assert chance(hedged, "red") > chance(plain, "red")
    assert chance(hedged, "green") < chance(plain, "green")


def test_a_denial_counts_against_what_it_denies():
    without = facts(colours("red", "green"))
    denied = facts([*colours("red", "green"), Statement("bridge/colour", "D", "red", denied=True)])

    assert chance(denied, "red") < chance(without, "red")
    assert chance(denied, "green") > chance(without, "green")


def test_a_broader_value_speaks_for_a_narrower_one_and_not_against_it():
    said = colours("Quarrel Bay", "Norland", "Norland", "Eastland")
    apart = facts(said)
    inside = facts(said, within=[Within("bridge/colour", "Norland", "Quarrel Bay", 0.5)])

    assert chance(inside, "Quarrel Bay") > chance(apart, "Quarrel Bay")
    assert chance(inside, "Eastland") < chance(apart, "Eastland")


def test_at_least_speaks_for_the_numbers_above():
    said = [
        Statement("bridge/pillars", s, v)
        for s, v in (("A", 12.0), ("B", 16.0), ("E", 16.0), ("F", 12.0))
    ]
    before = facts(said)
    after = facts([*said, Statement("bridge/pillars", "C", Bounds(14, None))])

    assert chance(after, "16") > chance(before, "16")
    assert chance(after, "12") < chance(before, "12")


def test_only_bounds_are_told_as_bounds():
    found = facts(
        [
            Statement("bridge/pillars", "A", Bounds(14, 20)),
            Statement("dam/pillars", "A", Bounds(14, None)),
        ]
    )

    assert (found.slots[0].low, found.slots[0].high) == (14.0, 20.0)
    assert (found.slots[1].low, found.slots[1].high) == (14.0, None)
    assert found.slots[1].values[0].probability is None


def test_a_known_hop_takes_the_copy_out():
    said = colours("red", "red", "green")
    found = facts(said, derivations=[Derivation("1", "0", 1.0)])

    assert chance(found, "red") == pytest.approx(chance(found, "green"), abs=0.02)
    assert found.slots[0].values[0].effective_roots == 1.0


def test_hops_in_a_circle_leave_one_root():
    said = colours("red", "red", "red")
    circle = [Derivation("0", "1", 1.0), Derivation("1", "2", 1.0), Derivation("2", "0", 1.0)]

    assert facts(said, derivations=circle).slots[0].values[0].effective_roots == 1.0


def test_what_was_taken_from_a_retracted_claim_falls_with_it():
    said = colours("red", "red", "green")
    said[0] = Statement("bridge/colour", "source 0", "red", id="0", retracted=True)
    found = facts(said, derivations=[Derivation("1", "0", 1.0)])

    assert found.slots[0].values[0].value == "green"
    assert chance(found, "red") < 0.2


def test_a_number_must_be_finite():
    with pytest.raises(ValueError, match="no finite number"):
        facts([Statement("bridge/length", "A", float("nan"))])


def test_estimates_with_biases_are_covered_and_copies_move_them_little():
    rng = np.random.default_rng(5)
    true = rng.normal(1000, 100, 150)
    said = []
    for source in range(6):
        bias, size = rng.normal(0, 10), rng.uniform(3, 15)
        said += [
            Statement(
                f"dam {i}/flow",
                f"source {source}",
                float(round(x + bias + size * rng.standard_t(4), 3)),
            )
            for i, x in enumerate(true)
        ]
    copies = [
        Statement(one.slot, f"copy {k}", one.value) for k in range(10) for one in said if one.source == "source 0"
    ]  # fmt: skip

    alone, copied = facts(said), facts([*said, *copies])

    inside = [
        slot.low <= true[int(slot.slot.split("/")[0].split()[1])] <= slot.high
        for slot in alone.slots
    ]
    assert 0.8 <= np.mean(inside) <= 1.0
    moved = [abs(a.median - b.median) for a, b in zip(alone.slots, copied.slots, strict=True)]
    assert np.mean(moved) < 1.5
    assert copied.slots[0].values[0].effective_roots < 7
