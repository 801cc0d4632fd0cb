"""How are twelve invented texts told apart, of which some were made from others?

Written for this bench, with the kinds in view: reposted, edited, retold, drawn on,
translated; a quotation alone, one place, one event, a notice of an outlet. They
show that nothing is broken, and are no evidence of accuracy.
"""

from __future__ import annotations

import json
from pathlib import Path

from bench.frozen import Row
from bench.reuse.hops import chance

from allsource.lineage.candidates import candidates
from allsource.lineage.features import features
from allsource.model.document import Document

__all__ = ["measure"]

CASES = Path(__file__).with_name("own.json")


def measure(*, errors: bool) -> list[Row]:
    """Score the cases of our own."""
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    names = list(cases["texts"])
    found = {
        name: features(
            Document(name, "", name, text, "text", language="de" if "german" in name else "en")
        )
        for name, text in cases["texts"].items()
    }
    pairs = candidates([found[name] for name in names])
    joined = {frozenset((names[one], names[other])) for one, other in pairs}
    derived = met = said = right = 0
    for case in cases["pairs"]:
        one, other = case["pair"]
        looked = frozenset(case["pair"]) in joined
        value = chance(found[one], found[other]) if looked else 0.0
        derived += case["derived"]
        met += case["derived"] and looked
        said += value > 0.5
        right += case["derived"] and value > 0.5
        if errors and (value > 0.5) != case["derived"]:
            print(f"  {one}, {other}: {case['kind']}, {value:.2f}")
    return [
        _row("derived pairs that are candidates", met, derived),
        _row("derived pairs, precision", right, said),
        _row("derived pairs, recall", right, derived),
    ]


def _row(metric: str, part: int, whole: int) -> Row:
    value = round(100 * part / whole, 1) if whole else 0.0
    return {"name": "own cases", "metric": metric, "value": value, "n": whole}
