"""Does the checker refuse every sentence that says more than its evidence?

Every sentence of the sample case is taken as printed (none may be refused) and
is then made false in many ways (every one must be refused): number, unit, date,
name, hedge, polarity, count, credit, template, citation; in the text alone, and
in slot and text together with the id made anew. The mutations are those of
``tests/mutations.py``. Run: ``python bench/entailment/run.py``.
"""

import argparse
import sys
from collections import Counter
from importlib.resources import as_file, files
from pathlib import Path

from allsource.assessment.assess import assess, sentences
from allsource.assessment.entailment import check
from allsource.assessment.evidence import Evidence, gather
from allsource.claims.extract import extract
from allsource.estimation.conflict import conflicts
from allsource.estimation.series import series
from allsource.evidence.read import read_input
from allsource.evidence.walk import Input, walk
from allsource.lineage.trace import trace
from allsource.model.assessment import Sentence

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.frozen import Row, add_options, settle  # noqa: E402 - the root must be on the path


def sample() -> tuple[Evidence, list[Sentence]]:
    """Read, trace and assess the bundled sample case."""
    with as_file(files("allsource.sample").joinpath("articles")) as folder:
        found = [one for one in walk(folder) if isinstance(one, Input)]
        documents = [d for one in found for d in read_input(one).documents]
    claims = [claim for document in documents for claim in extract(document)]
    lineage = trace(documents, claims)
    numbers = series(claims, lineage)
    clashes = conflicts(numbers, claims, documents)
    printed = assess(documents, claims, lineage, numbers, clashes)
    return gather(documents, claims, lineage, numbers, clashes), list(sentences(printed))


def main() -> int:
    """Print what was let through or wrongly refused; fail where there is any."""
    from mutations import mutations  # type: ignore[import-not-found]

    parser = argparse.ArgumentParser(description="make true sentences false and look who notices")
    add_options(parser)
    options = parser.parse_args()
    evidence, printed = sample()
    refused = [s.text for s in printed if check(s, evidence)]
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for sentence in printed:
        for what, changed in mutations(sentence, evidence):
            kind = what.split(":")[0]
            tried[kind] += 1
            if check(changed, evidence):
                caught[kind] += 1
            else:
                print(f"let through ({what}): {sentence.text} => {changed.text}")
    print(*(f"wrongly refused: {text}" for text in refused), sep="\n")
    rows = [_row(f"changed: {kind}", caught[kind], n) for kind, n in sorted(tried.items())]
    rows.append(_row("changed, all", sum(caught.values()), sum(tried.values())))
    rows.append(
        {
            "name": "unchanged",
            "metric": "refused",
            "value": len(refused) / len(printed),
            "n": len(printed),
            "target": "0",
        }
    )
    print(*(f"{row['name']}: {row['value']} of {row['n']} refused" for row in rows), sep="\n")
    settled = settle("entailment", "the sentences of the sample case, as printed", rows, options)
    return settled or int(bool(refused) or caught != tried)


def _row(name: str, caught: int, tried: int) -> Row:
    return {"name": name, "metric": "refused", "value": caught / tried, "n": tried, "target": "1"}


if __name__ == "__main__":
    sys.exit(main())
