"""Scores pairs of names with nomenklatura's logic-v2; run by the interpreter that has it (see ``rivals.py``).

One pair a line on standard input, ``[schema, left, right]`` as JSON; one score a line on standard output, and
last the milliseconds of processor time a pair, warm.
"""

import json
import sys
import time
from importlib import import_module
from importlib.metadata import version
from typing import Any


def main() -> int:
    model = import_module("followthemoney").model
    matching = import_module("nomenklatura.matching")
    algorithm = matching.get_algorithm("logic-v2")
    config = import_module("nomenklatura.matching.types").ScoringConfig.defaults()

    def entity(schema: str, name: str, side: str) -> Any:
        return model.get_proxy({"id": side, "schema": schema, "properties": {"name": [name]}})

    pairs = [json.loads(line) for line in sys.stdin]
    made = [
        (entity(schema, left, f"left{at}"), entity(schema, right, f"right{at}"))
        for at, (schema, left, right) in enumerate(pairs)
    ]
    scores = [algorithm.compare(one, other, config).score for one, other in made]
    before = time.process_time()
    for one, other in made:
        algorithm.compare(one, other, config)
    spent = (time.process_time() - before) / len(made) * 1000
    print(json.dumps({"version": version("nomenklatura"), "scores": scores, "ms": round(spent, 3)}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
