"""How is a pure step run over many inputs, in order, with bounded memory?

A step takes an iterator of inputs and gives one result for each, in order. In
process it is simply called; with several workers it runs in a pool of spawned
processes, a few batches at a time, so that memory does not grow with the number
of inputs. An input that kills its worker is tried once more alone and, if it
kills that one too, comes back as ``Broken``: the others go on.

It cannot stop a step that never ends: steps bound their own work.
"""

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import Generic, TypeVar

__all__ = ["Broken", "Step", "run"]

T = TypeVar("T")
R = TypeVar("R")
Step = Callable[[Iterator[T]], Iterator[R]]

_Waiting = deque[tuple[tuple[T, ...], Future[list[R]]]]

_BATCH = 16
_IN_FLIGHT = 3
"""Batches a worker may be ahead: enough to keep it busy, few enough to bound memory."""


@dataclass(frozen=True, slots=True)
class Broken(Generic[T]):
    """An input whose processing killed the worker (memory, a crash in a library)."""

    input: T


def run(step: Step[T, R], inputs: Iterable[T], *, workers: int = 1) -> Iterator[R | Broken[T]]:
    """Run ``step`` over ``inputs`` and give the results in order of input.

    Args:
        step: a function of a module (it is sent to other processes by name).
        inputs: anything that can be pickled.
        workers: processes; 1 runs it here, where a killed worker is a killed run.

    Example:
        >>> def double(numbers):
        ...     return (2 * number for number in numbers)
        >>> list(run(double, [1, 2, 3]))
        [2, 4, 6]
    """
    if workers <= 1:
        yield from step(iter(inputs))
        return
    waiting: _Waiting[T, R] = deque()
    pool = _pool(workers)
    try:
        for batch in _batches(inputs):
            waiting.append((batch, _submit(pool, step, batch)))
            if len(waiting) >= workers * _IN_FLIGHT:
                pool = yield from _settle(step, waiting, pool, workers)
        while waiting:
            pool = yield from _settle(step, waiting, pool, workers)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _settle(
    step: Step[T, R],
    waiting: _Waiting[T, R],
    pool: ProcessPoolExecutor,
    workers: int,
) -> Generator[R | Broken[T], None, ProcessPoolExecutor]:
    """Give the oldest batch's results; give back the pool to go on with."""
    batch, future = waiting.popleft()
    try:
        yield from future.result()
    except BrokenProcessPool:
        pool.shutdown(wait=False, cancel_futures=True)
        yield from _one_by_one(step, batch)
        pool = _pool(workers)
        for place, (later, _) in enumerate(waiting):
            waiting[place] = (later, _submit(pool, step, later))
    return pool


def _one_by_one(step: Step[T, R], batch: tuple[T, ...]) -> Iterator[R | Broken[T]]:
    for one in batch:
        pool = _pool(1)
        try:
            yield from _submit(pool, step, (one,)).result()
        except BrokenProcessPool:
            yield Broken(one)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, step: Step[T, R], batch: tuple[T, ...]) -> Future[list[R]]:
    try:
        return pool.submit(_run_batch, step, batch)
    except BrokenProcessPool as error:
        broken: Future[list[R]] = Future()
        broken.set_exception(error)
        return broken


def _run_batch(step: Step[T, R], batch: tuple[T, ...]) -> list[R]:
    return list(step(iter(batch)))


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the parent, which ends the pool in good order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _batches(inputs: Iterable[T]) -> Iterator[tuple[T, ...]]:
    source = iter(inputs)
    while batch := tuple(islice(source, _BATCH)):
        yield batch
