"""How is a rival asked, where it is installed?

Each rival has an interpreter of its own, which a variable of the environment names, and an adapter
in this folder, which that interpreter runs. ``lines.py`` says what passes between them. A rival
whose variable names no interpreter is skipped, and said so.
"""

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Answers", "Found", "Rival", "Text", "ask", "asked"]

ROOT = Path(__file__).resolve().parents[2]
Found = dict[str, Any]


class Rival(NamedTuple):
    """A tool that others have made.

    Attributes:
        name: as it calls itself.
        variable: of the environment, which names its interpreter.
        adapter: module of this folder that asks it.
    """

    name: str
    variable: str
    adapter: str


class Text(NamedTuple):
    """A text with the day of its publication, where it is known."""

    words: str
    published: str | None = None


class Answers(NamedTuple):
    """What a rival found, text by text.

    Attributes:
        name: of the rival, with its version.
        found: in each text.
        seconds: of processor time, without loading.
        failed: texts on which it fell over.
    """

    name: str
    found: list[list[Found]]
    seconds: float
    failed: int


def asked(rivals: Sequence[Rival], texts: Sequence[Text]) -> Iterator[Answers]:
    """Ask every rival that is installed; say which are not."""
    for rival in rivals:
        home = os.environ.get(rival.variable)
        if home and Path(home).is_file():
            yield ask(rival, home, texts)
        else:
            print(f"{rival.name}: skipped, {rival.variable} names no interpreter")


def ask(rival: Rival, home: str, texts: Sequence[Text]) -> Answers:
    """Ask one rival for all texts in one process of one thread.

    Raises:
        subprocess.CalledProcessError: it ended before it had answered.
    """
    lines = [json.dumps({"text": t.words, "published": t.published}) + "\n" for t in texts]
    done = subprocess.run(
        [home, "-m", f"bench.adapters.{rival.adapter}"],
        input="".join(lines),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
        env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": "", "TOKENIZERS_PARALLELISM": "0"},
    )
    *answers, last = map(json.loads, done.stdout.splitlines())
    if last["failed"]:
        print(f"{rival.name}: fell over on {last['failed']} of {len(texts)} texts")
    name = f"{rival.name} {last['version']}"
    return Answers(name, [one["found"] for one in answers], last["seconds"], last["failed"])
