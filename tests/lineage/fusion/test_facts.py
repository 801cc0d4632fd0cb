"""Hedges, denials, values within values, bounds, estimates."""

from dataclasses import replace

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


def test_hedged_claims_that_nothing_checks_make_no_source_worse():
    said = [Statement("dam/height", s, "14 m") for s in ("Survey", "Gazette")]
    lone = [Statement(f"bridge {n}/height", "Survey", "9 m", strength=n % 2 / 2) for n in range(80)]
    alone, among = facts(said), facts([*said, *lone])
    after = next(slot for slot in among.slots if slot.slot == "dam/height")
    assert after.values[0].probability == alone.slots[0].values[0].probability


def test_an_unknown_copy_probability_is_neither_zero_nor_one():
    said = [Statement("dam/height", f"page {n}", "14 m", established=False) for n in range(3)]
    (value,) = facts(said).slots[0].values
    assert value.effective_roots == round(1 + 0.5 / 1.5 + 0.5 / 2.5, 2)
    assert value.effective_roots_interval == (1.0, 3.0)
    plain = facts([replace(one, established=True) for one in said]).slots[0].values[0]
    assert facts(said[:1]).slots[0].values[0].probability < value.probability < plain.probability


def test_a_claim_counts_as_a_copy_by_its_hop_and_by_what_is_unknown():
    said = [
        Statement("dam/height", "Survey", "14 m", id="root"),
        Statement("dam/height", "page", "14 m", established=False, id="page"),
    ]
    (value,) = facts(said, derivations=[Derivation("page", "root", 0.7)]).slots[0].values
    assert value.effective_roots == round(1 + 0.3 * 0.5 / 1.5, 2)
