"""What does the programme model of the product say of the claims of a case?

``allsource.estimation.programme.estimate`` is called with the claims as read from CLAIMS.jsonl, the months
wanted and the month in which the history begins, and gives the rows of ``allsource estimate``; where it is not
there, the bench measures the rivals alone and says so.
"""

import json
from collections.abc import Sequence
from importlib import util
from typing import Any

from bench.estimation.claims import Claim
from bench.estimation.scoring import Ends

__all__ = ["at_hand", "programme"]

MODULE = "allsource.estimation.programme.estimate"
WANTED = {"production rate": "rate", "cumulative output": "cumulative"}


def at_hand() -> bool:
    """Say whether the model is there."""
    return util.find_spec(MODULE) is not None


def programme(claims: Sequence[Claim], since: str, until: str, seed: int) -> dict[str, Ends]:
    """Low, median and high of both quantities in the last month."""
    from allsource.estimation.programme.claim import read_claim
    from allsource.estimation.programme.estimate import estimate

    del seed
    read = [read_claim(json.dumps(one)) for one in claims]
    rows = estimate(read, start=since, until=until, begin=since, explain=False).estimates
    found: dict[str, Ends] = {}
    for row in rows:
        name = WANTED.get(_field(row, "quantity"))
        if name and str(_field(row, "period")[1]) == until and not _field(row, "scope"):
            found[name] = (_field(row, "low"), _field(row, "median"), _field(row, "high"))
    return found


def _field(row: Any, name: str) -> Any:
    return row.get(name) if isinstance(row, dict) else getattr(row, name, None)
