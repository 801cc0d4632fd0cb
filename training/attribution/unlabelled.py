"""Which texts without marks does the student read, to hear its teachers on fresh news?

Bodies of the Fake News Challenge (FNC-1), but for those that the project measures itself on: a body
is left out where `bench/audit` or `bench/gold` has it, or where it shares three in a hundred of its
runs of five words with one that they have. Of bodies that share half of their runs with what stands
before, none is kept. Another corpus is given as JSON lines with a `text`.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from bench.audit.run import load_bodies
from bench.gold.load import BODIES, page_texts

AUDIT = Path(__file__).resolve().parents[2] / "bench" / "audit"
RUN = 5
SHARED, REPEATED = 0.03, 0.5


def unlabelled(path: Path) -> list[str]:
    """Read texts: a folder that holds FNC-1's bodies, or a file of JSON lines.

    Args:
        path: the folder of ``fnc1_bodies.csv.xz``, or the file.
    """
    if path.is_dir():
        return list(fresh(load_bodies(path / BODIES), measured_on(path)))
    with path.open(encoding="utf-8") as handle:
        return [json.loads(row)["text"] for row in handle]


def measured_on(folder: Path) -> set[str]:
    """Give the numbers of the bodies that the project's benches label."""
    found = {page.id.removeprefix("fnc1-") for page in page_texts(folder)}
    for half in ("development", "sealed"):
        for path in (AUDIT / half).glob("*.json"):
            rumour = json.loads(path.read_text(encoding="utf-8"))
            found |= {article["id"] for article in rumour["articles"]}
    return found


def fresh(bodies: dict[str, str], kept_out: set[str]) -> Iterator[str]:
    """Give the bodies that are neither measured on nor told before."""
    gold = {run for number in kept_out for run in runs(bodies[number])}
    told: set[tuple[str, ...]] = set()
    for number, text in bodies.items():
        own = runs(text)
        if not own or number in kept_out or len(own & gold) >= SHARED * len(own):
            continue
        if len(own & told) < REPEATED * len(own):
            told |= own
            yield text


def runs(text: str) -> set[tuple[str, ...]]:
    """Give the runs of five words of a text, in lower case."""
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[n:] for n in range(RUN)), strict=False))
