"""How do time and memory grow with the number of claims?

Writes a table of invented claims (500 sources of unequal size and accuracy, two in five of which copy
another; ten claims a slot on average, one field in two holds numbers) and runs `allsource fuse --json`
over it in a process of its own.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

__all__ = ["measure", "write"]

SOURCES = 500
COPIERS = 200
A_SLOT = 10


def write(path: Path, claims: int, seed: int = 0) -> int:
    """Write about so many claims; give how many there are."""
    rng = np.random.default_rng(seed)
    accuracy = rng.uniform(0.6, 0.95, SOURCES)
    copied = np.where(np.arange(SOURCES) < COPIERS, rng.integers(COPIERS, SOURCES, SOURCES), -1)
    share = 1 / np.arange(1, SOURCES + 1) ** 0.5
    share = rng.permutation(share / share.sum())
    slots, written = max(claims // A_SLOT, 1), 0
    with path.open("w", encoding="utf-8") as out:
        out.write("slot,source,value,kind\n")
        for start in range(0, slots, 20_000):
            here = np.arange(start, min(start + 20_000, slots))
            slot = np.repeat(here, A_SLOT + 1)
            source = rng.choice(SOURCES, len(slot), p=share)
            keep = np.unique(slot * SOURCES + source)
            slot, source = keep // SOURCES, keep % SOURCES
            origin = np.where(
                (copied[source] >= 0) & (rng.random(len(slot)) < 0.9), copied[source], source
            )
            draw = np.array(_noise(slot, origin))
            right = draw < accuracy[origin]
            wrong = 1 + (draw * 1e6).astype(np.int64) % 9
            value = np.where(right, 0, wrong) * 7 + slot % 100
            rows = zip(slot.tolist(), source.tolist(), value.tolist(), strict=True)
            out.writelines(
                f"thing {s}/{'size' if s % 2 else 'colour'},source {o},{v},{'numeric' if s % 2 else ''}\n"
                for s, o, v in rows
            )
            written += len(slot)
    return written


def _noise(slot: np.ndarray, origin: np.ndarray) -> np.ndarray:
    """Give a number between 0 and 1 for each slot and source, always the same."""
    mixed = slot.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= (origin.astype(np.uint64) + np.uint64(1)) * np.uint64(0xC2B2AE3D27D4EB4F)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(32)
    return np.asarray((mixed >> np.uint64(11)).astype(float) / 2**53)


def measure(claims: int) -> tuple[int, float, float, float]:
    """Give claims, seconds, seconds of the processor and greatest memory in GB of one run."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.csv"
        written = write(path, claims)
        start = time.monotonic()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with Path(os.devnull).open("wb") as nowhere:
            subprocess.run(
                [sys.executable, "-m", "allsource", "fuse", str(path), "--json"],
                check=True,
                stdout=nowhere,
            )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return written, time.monotonic() - start, used, after.ru_maxrss / 1e6


if __name__ == "__main__":
    for asked in map(int, sys.argv[1:]):
        count, seconds, used, memory = measure(asked)
        print(f"{count} claims: {seconds:.0f} s, {used:.0f} s of the processor, {memory:.2f} GB")
