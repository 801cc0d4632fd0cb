"""How does a rival answer, in an interpreter of its own?

It reads JSON lines ``{"text": .., "published": ..}`` from stdin and writes one line a text,
``{"found": [..]}``, and at last ``{"version", "seconds", "failed"}``: seconds of processor time
without loading, and how many texts it fell over on (they count as nothing found).

Needs nothing but the standard library.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any, TextIO

__all__ = ["Found", "Line", "answer", "aside", "children_seconds", "read", "write"]

Found = dict[str, Any]
Line = dict[str, Any]
Find = Callable[[str, str | None], list[Found]]

WARM_UP: Line = {
    "text": "The mill sold 300 tons of flour on Monday, the clerk said.",
    "published": None,
}


def answer(package: str, find: Find) -> None:
    """Answer every line with what ``find(text, published)`` gives."""
    lines = read()
    out = aside()
    _tried(find, WARM_UP)
    start = time.process_time()
    tried = [_tried(find, line) for line in lines]
    write(out, package, tried, time.process_time() - start)


def read() -> list[Line]:
    """All lines of stdin."""
    return [json.loads(line) for line in sys.stdin.buffer]


def aside() -> TextIO:
    """Keep stdout for answers: whatever a rival prints goes to stderr."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return out


def write(out: TextIO, package: str, tried: Sequence[list[Found] | None], seconds: float) -> None:
    """Write the answers, None where the rival fell over."""
    out.writelines(json.dumps({"found": found or []}) + "\n" for found in tried)
    failed = sum(found is None for found in tried)
    last = {"version": version(package), "seconds": seconds, "failed": failed}
    out.write(json.dumps(last) + "\n")
    out.close()


def children_seconds() -> float:
    """Seconds of processor time of the processes that this one waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _tried(find: Find, line: Line) -> list[Found] | None:
    try:
        return find(line["text"], line["published"])
    except Exception as err:  # noqa: BLE001 - whatever ails a rival, the rest is answered
        print("fell over:", repr(err)[:200], file=sys.stderr)
        return None
