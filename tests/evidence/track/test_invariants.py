"""What must not change the answer: order, splits, copies. What must not make it firmer: less coverage. SYNTHETIC."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allsource.evidence.track.read import read_tracks

TIERS = ("none", "candidate", "low", "ground")


@pytest.fixture(scope="module")
def places(made, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tracks")
    rows = made.flown(made.LISBON, made.MADRID, every=15.0)
    silent = rows[:120] + rows[150:]
    return folder, silent


def legs(made, airports, *paths):
    return read_tracks(list(paths), airports, now=made.NOW).legs


def rewritten(path, trace, name):
    held = json.loads(path.read_text())
    other = path.with_name(name)
    other.write_text(json.dumps({**held, "trace": trace(held["trace"])}))
    return other


@settings(max_examples=15)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_rows_does_not_matter(made, airports, places, seed):
    folder, rows = places
    path = made.readsb(folder / "order.json", rows)

    def mixed(trace):
        return [trace[place] for place in np.random.default_rng(seed).permutation(len(trace))]

    assert legs(made, airports, rewritten(path, mixed, "mixed.json")) == legs(made, airports, path)


@settings(max_examples=15)
@given(seed=st.integers(0, 10_000))
def test_copies_of_rows_change_nothing(made, airports, places, seed):
    folder, rows = places
    path = made.readsb(folder / "once.json", rows)

    def copied(trace):
        chosen = np.random.default_rng(seed).integers(0, len(trace), 200)
        return trace + [trace[place] for place in chosen]

    assert legs(made, airports, rewritten(path, copied, "twice.json")) == legs(made, airports, path)


@settings(max_examples=15)
@given(at=st.integers(1, 340), kind=st.sampled_from(["readsb", "opensky", "web", "granular"]))
def test_splitting_a_file_in_two_changes_nothing(made, airports, places, at, kind):
    folder, rows = places
    at = min(at, len(rows) - 1)
    ending = "json" if kind == "readsb" else "csv"
    write = getattr(made, kind)
    whole = write(folder / f"whole.{ending}", rows)
    parts = [
        write(folder / f"first.{ending}", rows[:at]),
        write(folder / f"second.{ending}", rows[at:]),
    ]

    assert legs(made, airports, *parts) == legs(made, airports, whole)
    assert legs(made, airports, *reversed(parts)) == legs(made, airports, whole)


@settings(max_examples=40)
@given(
    origin=st.sampled_from(["LISBON", "MOSCOW"]),
    cuts=st.tuples(st.integers(0, 200), st.integers(0, 120)),
    side=st.sampled_from(["departure", "arrival"]),
    offset=st.floats(-600, 600),
)
def test_less_coverage_never_makes_an_end_firmer(
    made, airports, tmp_path_factory, origin, cuts, side, offset
):
    to = {"LISBON": made.MADRID, "MOSCOW": made.TEHRAN}[origin]
    rows = made.flown(getattr(made, origin), to, offset=offset)
    folder = tmp_path_factory.mktemp("cut")
    tiers = []
    for cut in (cuts[0], sum(cuts)):
        left = rows[cut:] if side == "departure" else rows[: len(rows) - cut]
        (leg,) = legs(made, airports, made.readsb(folder / f"{cut}.json", left))
        tiers.append(TIERS.index(getattr(leg, side).tier))

    assert tiers[1] <= tiers[0]


@settings(max_examples=25)
@given(seed=st.integers(0, 10_000), share=st.floats(0.0, 0.09))
def test_a_few_false_positions_move_no_end(made, airports, places, seed, share):
    folder, rows = places
    path = made.readsb(folder / "true.json", rows)

    def spoofed(trace):
        chosen = np.random.default_rng(seed)
        places = chosen.permutation(len(trace))[: int(share * len(trace))]
        false = [list(trace[place]) for place in places]
        for row in false:
            row[0] += 1
            row[1], row[2], row[3] = 35.0 + chosen.random(), 33.0 + chosen.random(), 5_000
        return trace + false

    (found,) = legs(made, airports, rewritten(path, spoofed, "spoofed.json"))
    (true,) = legs(made, airports, path)
    ends = [(leg.departure.airport, leg.arrival.airport) for leg in (found, true)]

    assert ends[0] == ends[1]
