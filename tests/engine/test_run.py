import importlib
from pathlib import Path

import pytest

from allsource.engine.run import Broken, run


@pytest.fixture(autouse=True)
def steps(monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parent)
    return importlib.import_module("spawned_steps")


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order_of_input(steps, workers):
    assert list(run(steps.square, range(100), workers=workers)) == [n * n for n in range(100)]


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_in_nothing_out(steps, workers):
    assert list(run(steps.square, [], workers=workers)) == []


def test_an_input_that_kills_its_worker_costs_no_other(steps):
    found = list(run(steps.fragile, range(120), workers=2))

    assert found == [Broken(n) if n == 37 else n for n in range(120)]


def test_inputs_are_read_only_a_little_ahead(steps):
    taken = []

    def inputs():
        for number in range(2000):
            taken.append(number)
            yield number

    results = run(steps.square, inputs(), workers=2)
    next(results)

    assert len(taken) < 200
    results.close()
