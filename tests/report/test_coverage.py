"""What the dossier says of its bands is what the bench measured."""

import json
from pathlib import Path

from allsource.vocab import load

RESULTS = Path(__file__).resolve().parents[2] / "bench" / "estimation" / "results.json"


def test_the_coverage_that_is_printed_is_the_one_that_was_measured():
    rows = json.loads(RESULTS.read_text(encoding="utf-8"))["rows"]
    held = {row["metric"]: row["value"] for row in rows if row["name"] == "programme model"}
    told = load("estimates")["coverage"]

    assert told["rate"] == held["held: rate, 90 % interval holds the truth, %"]
    assert told["total"] == held["held: cumulative, 90 % interval holds the truth, %"]
