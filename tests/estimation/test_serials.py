import json
import subprocess
import sys

import numpy as np
import pytest

from allsource.errors import UsageError
from allsource.estimation._arrays.blocks import Gaps, draw
from allsource.estimation.serials import Serial, estimate, read_serial


def numbered(*numbers, series=""):
    return [Serial(series, number) for number in numbers]


def sample(row, count, seed=0):
    return numbered(*map(int, np.random.default_rng(seed).choice(row, count, replace=False)))


@pytest.mark.parametrize(
    ("words", "series", "number"),
    [("417", "", 417), ("Y-0417", "Y-", 417), (" KV 12/34b ", "KV 12/b", 34), ("٣", None, None)],
)
def test_the_last_run_of_digits_counts_and_the_rest_names_the_series(words, series, number):
    if series is None:
        with pytest.raises(UsageError, match="no serial number"):
            read_serial(words)
    else:
        assert read_serial(words) == Serial(series, number)


@pytest.mark.parametrize(
    "words", ["", "abc", "9" * 16, "x" * 60 + "12345", "12\x00" * 40, "1,250", "-5", "1.5", "1 250"]
)
def test_what_is_no_serial_number_is_refused(words):
    with pytest.raises(UsageError, match="leave the line out"):
        read_serial(words)


def test_one_block_agrees_with_the_closed_form():
    row = np.arange(1, 161)
    found = estimate(sample(row, 20))
    largest = max(one.number for one in sample(row, 20))

    assert len(found.blocks) == 1
    assert largest <= found.median <= 1.15 * largest
    assert found.low <= 160 <= found.high


def test_blocks_are_found_and_the_span_is_never_the_answer():
    row = np.concatenate([np.arange(101, 161), np.arange(2001, 2081), np.arange(9001, 9041)])
    found = estimate(sample(row, 30))

    assert [(block.first // 1000, block.open) for block in found.blocks] == [
        (0, False), (2, False), (9, True),
    ]  # fmt: skip
    assert found.low <= 180 <= found.high
    assert found.high < 400
    assert any("3 blocks" in one for one in found.warnings)


def test_intervals_hold_what_they_promise_on_single_blocks():
    held = 0
    for seed in range(40):
        found = estimate(sample(np.arange(700, 820), 12, seed), seed=seed)
        held += found.low <= 120 <= found.high

    assert held >= 34  # 40 draws at 90 %: fewer than 34 would come once in a hundred


def test_rows_of_many_small_blocks_do_not_come_out_too_small():
    row = np.concatenate([np.arange(1, 41) + 1000 * block for block in range(6)])
    medians = [estimate(sample(row, 20, seed), seed=seed).median for seed in range(16)]

    assert 0.9 < np.median(medians) / len(row) < 1.15


def test_order_repeats_and_equal_seeds():
    seen = sample(np.arange(1, 90), 15)
    once, again = estimate(seen), estimate([*reversed(seen), seen[0]])

    assert (once.low, once.median, once.high) == (again.low, again.median, again.high)
    assert again.warnings[0] == "1 repeat of a number: each counts once"


def test_more_numbers_narrow_the_interval():
    wide, narrow = (estimate(sample(np.arange(1, 401), count)) for count in (10, 120))

    assert narrow.high - narrow.low < (wide.high - wide.low) / 3


def test_never_fewer_than_were_seen():
    found = estimate(numbered(*range(1, 31)))

    assert found.low >= 30


@pytest.mark.parametrize(
    "seen", [[], numbered(7), [*numbered(7, series="A"), *numbered(9, series="B")]]
)
def test_where_nothing_can_be_told_nothing_is_told(seen):
    found = estimate(seen)

    assert (found.low, found.median, found.high) == (None, None, None)
    assert "cannot be told" in found.warnings[-1]


def test_series_are_added_and_their_blocks_kept_apart():
    seen = [*numbered(3, 9, 14, 22, series="A"), *numbered(5, 11, 19, 25, series="B")]
    found = estimate(seen)

    assert [block.series for block in found.blocks] == ["A", "B"]
    assert all(block.open for block in found.blocks)
    assert found.low >= 40


@pytest.mark.parametrize(
    "numbers",
    [(1, 999_999_999_999_999), (10**14, 10**14 + 1, 5), (1, 2), tuple(range(0, 10**12, 10**11))],
)
def test_hostile_numbers_end_in_figures(numbers):
    found = estimate(numbered(*numbers))

    assert found.low is not None
    assert len(numbers) <= found.low <= found.median <= found.high


def test_gaps_need_one_pair():
    with pytest.raises(ValueError, match="no two numbers"):
        draw(Gaps(np.array([np.inf]), np.array([0.0, 0.0]), ordered=False))


def test_the_verb_reads_lines_and_lists_bad_ones():
    lines = "Y-12\nY-31\n\nnothing\nY-44\nY-58\nY-73\n"
    command = [sys.executable, "-m", "allsource", "serials", "--json"]
    ended = subprocess.run(
        command, input=lines, capture_output=True, text=True, timeout=120, check=False
    )
    told = json.loads(ended.stdout)

    assert ended.returncode == 3
    assert "line 4" in ended.stderr
    assert told["blocks"] == [{"series": "Y-", "first": 12, "last": 73, "seen": 5, "open": True}]
    assert told["low"] <= told["median"] <= told["high"]


def test_first_and_last_number_survive_thinning():
    numbers = numbered(*range(1, 30_000, 4))
    found = estimate(numbers)

    assert (found.blocks[0].first, found.blocks[-1].last) == (1, 29_997)
    assert found.low >= 29_997 / 4
