"""What does it cost to read articles, from bytes to the ledger?

    python bench/speed/run.py [--articles 1000] [--freeze | --check]

Writes invented articles (see articles.py) to a temporary folder, fills a case with them through
``allsource.cli.job.fill``, process pool and all, and fills it again. Then, in the same run, spaCy
alone parses the same texts with the same pipeline, and the first cost is given as a multiple of the
second: that ratio is what can be compared between machines. A cold ``allsource assess`` of one page
of the sample case, ``import allsource`` and ``allsource --help`` are measured as a user meets them,
as whole processes.

Costs are processor seconds, user and system, of a process and all its children, as the kernel
counts them when they end. Peak memory is the largest sum of proportional set sizes (PSS, shared
pages counted once) of the process tree, looked at five times a second; of a single process, its
peak resident set. Needs Linux (/proc). Wall times depend on what else the machine does and are
given for the cold run only. ``--check`` looks only at what does not depend on the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle

ARTICLES = Path(__file__).with_name("articles.py")
OPENED = "files opened by a second run"
PAGE = "2031-11-20-port-iskal-tribune.html"
FILL = """
import json, sys
from pathlib import Path
from allsource.cli.job import fill
from allsource.ledger.case import Case
if __name__ == "__main__":
    with Case(Path(sys.argv[1]), create=True) as case:
        done = fill(case, Path(sys.argv[2]), quiet=True)
        claims = sum(1 for _ in case.claims()) if sys.argv[3] == "count" else 0
    print(json.dumps({"opened": done.opened, "new": done.new, "claims": claims}))
"""
PARSE = """
import json, sys
from pathlib import Path
from allsource.claims.parse import load_model
texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
words = sum(1 for doc in load_model().pipe(texts, batch_size=16) for token in doc if token.is_alpha)
print(json.dumps({"words": words}))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and its children took.

    Args:
        cpu: processor seconds, user and system.
        wall: seconds by the clock.
        peak: MB, sum of PSS of the process tree.
        resident: MB, peak resident set of the largest process.
        out: what it printed.
    """

    cpu: float
    wall: float
    peak: float
    resident: float
    out: str


def write(folder: Path, articles: int) -> int:
    """Write invented articles; give how many words they hold."""
    command = [sys.executable, str(ARTICLES), str(folder), "--articles", str(articles)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return int(told.split()[2])


def tree(pid: int) -> list[int]:
    """A process and all its descendants that are there now."""
    found = [pid]
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = path.read_text(encoding="ascii").split()
        except OSError:
            continue
        found += [one for child in children for one in tree(int(child))]
    return found


def pss(pid: int) -> float:
    """Proportional set size of a process in MB; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def cost(command: Sequence[str], *, watch: bool = True) -> Cost:
    """Run a command to its end and say what it took.

    Raises:
        SystemExit: it failed.
    """
    with tempfile.TemporaryFile() as out:
        begun = time.monotonic()
        child = subprocess.Popen(command, stdout=out)
        peak = 0.0
        while True:
            pid, status, used = os.wait4(child.pid, os.WNOHANG if watch else 0)
            if pid:
                break
            peak = max(peak, sum(pss(one) for one in tree(child.pid)))
            time.sleep(0.2)
        wall = time.monotonic() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        printed = out.read().decode()
    if child.returncode:
        sys.exit(f"{' '.join(command)[:200]} ended with {child.returncode}")
    return Cost(used.ru_utime + used.ru_stime, wall, peak, used.ru_maxrss / 1024, printed)


def filled(case: Path, folder: Path, *, count: bool = False) -> tuple[Cost, dict[str, int]]:
    """Fill a case from a folder in a process of its own."""
    script = case.parent / "fill_once.py"
    script.write_text(FILL, encoding="utf-8")
    took = cost([sys.executable, str(script), str(case), str(folder), "count" if count else "no"])
    return took, json.loads(took.out)


def bulk(place: Path, articles: int) -> list[Row]:
    """From bytes to the ledger: a quarter of the articles, then all, then all once more."""
    few = max(1, articles // 4)
    write(place / "few", few)
    words = write(place / "all", articles)
    small, _ = filled(place / "few.case", place / "few")
    large, first = filled(place / "all.case", place / "all")
    again, second = filled(place / "all.case", place / "all")
    _, counted = filled(place / "all.case", place / "all", count=True)
    plain = cost([sys.executable, "-c", PARSE, str(place / "all")])
    if first["new"] != articles:
        sys.exit(f"{first['new']} of {articles} articles were read")
    return [
        row("articles per CPU-second", round(articles / large.cpu, 2), articles),
        row("words per CPU-second", round(words / large.cpu), articles),
        row("claims taken", counted["claims"], articles),
        row(
            "CPU as a multiple of the spaCy parse alone", round(large.cpu / plain.cpu, 2), articles
        ),
        row("CPU-seconds of the spaCy parse alone", round(plain.cpu, 1), articles),
        row(f"peak memory of all processes, {few} articles, MB", round(small.peak), few),
        row(f"peak memory of all processes, {articles} articles, MB", round(large.peak), articles),
        row(OPENED, second["opened"]),
        row("CPU-seconds of a second run", round(again.cpu, 2), articles),
    ]


def twice(place: Path, articles: int) -> list[Row]:
    """The part of ``bulk`` that does not depend on the machine."""
    write(place / "few", articles)
    filled(place / "few.case", place / "few")
    _, second = filled(place / "few.case", place / "few")
    return [row(OPENED, second["opened"])]


def cold(place: Path) -> list[Row]:
    """One page to a dossier, as the first command of the day."""
    from allsource.sample import folder

    (place / "one").mkdir()
    with folder() as bundled:
        (place / "one" / PAGE).write_bytes((bundled / PAGE).read_bytes())
    command = [sys.executable, "-m", "allsource", "assess", str(place / "one")]
    took = cost([*command, "--case", str(place / "one.case"), "--quiet"], watch=False)
    return [
        row("one page to a dossier, wall seconds", round(took.wall, 2)),
        row("one page to a dossier, CPU-seconds", round(took.cpu, 2)),
        row("one page to a dossier, peak resident set, MB", round(took.resident)),
    ]


def start(runs: int) -> list[Row]:
    """Start-up, as medians over whole processes; Python's own is taken off."""

    def median(words: Sequence[str]) -> float:
        return statistics.median(
            cost([sys.executable, *words], watch=False).cpu for _ in range(runs)
        )

    bare = median(["-c", "pass"])
    imported = median(["-c", "import allsource"])
    helped = median(["-m", "allsource", "--help"])
    return [
        row(
            "`import allsource`, CPU-seconds over bare Python",
            round(max(0.0, imported - bare), 3),
            runs,
        ),
        row("`allsource --help`, CPU-seconds over bare Python", round(helped - bare, 2), runs),
    ]


def row(metric: str, value: float, n: int | None = None) -> Row:
    base = {"name": "allsource", "metric": metric, "value": value}
    return base if n is None else {**base, "n": n}


def main() -> int:
    parser = argparse.ArgumentParser(description="what reading costs")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=7, help="of the start-up")
    add_options(parser)
    options = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        if options.check:
            rows = twice(place, 30)
        else:
            rows = [*bulk(place, options.articles), *cold(place), *start(options.runs)]
    for one in rows:
        print(f"{one['metric']}: {one['value']}")
    data = f"{options.articles} invented articles of about 750 words; see the data card."
    return settle("speed", data, rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
