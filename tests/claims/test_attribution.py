"""Does each construction of crediting give exactly the credits that a reader sees?

The cases are in ``bench/attribution/cases.yaml``, written to be edited by hand.
"""

from pathlib import Path

import pytest
import yaml

from allsource.claims.extract import extract
from strategies import page

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "bench/attribution/cases.yaml").read_text(encoding="utf-8")
)["cases"]


def seen(text):
    """Every credit of a text once, as a case writes it; the form is told of a claim's own credit."""
    rows = {}
    for claim in extract(page(text)):
        for depth, credit in enumerate(claim.attribution if claim.stated else ()):
            who = credit.source
            content = " ... ".join(span.of(text) for span in credit.content.spans)
            named = [who.text, who.kind, who.name] if who else [None, None, None]
            own = credit is claim.attribution[-1]
            row = [*named, credit.cue.text, content, claim.form, credit.medium, depth]
            if own or (credit.cue.text, content) not in rows:
                rows[credit.cue.text, content] = (row, own)
    return rows


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:48] for case in CASES])
def test_construction(case):
    if "limit" in case:
        pytest.xfail(case["limit"])
    found, wanted = [], {(row[3], row[4]): row[5] for row in case["credits"]}
    for place, (row, own) in seen(case["text"]).items():
        row[5] = row[5] if own else wanted.get(place)
        found.append(row)
    assert sorted(found, key=str) == sorted(case["credits"], key=str)
