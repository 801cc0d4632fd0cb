"""Does a statement stand on the right line of the programme card? Scores the own sentences.

Precision and recall over (sentence, line), by half; see README.md.
"""

import argparse
import hashlib
import sys
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench import frozen

HERE = Path(__file__).resolve().parent
Case = tuple[str, frozenset[str], frozenset[str]]


def half(text: str) -> str:
    """Give the half of a sentence, by its hash."""
    return "dev" if hashlib.sha256(text.encode()).digest()[0] % 2 == 0 else "held"


def read(text: str) -> frozenset[str]:
    """Give the lines on which the claims of one sentence stand."""
    from allsource.assessment.card import topics
    from allsource.claims.extract import extract
    from allsource.model.document import Document

    said = f"The auditor said: “{text}”\n"
    document = Document("doc_card", "card.txt", "0" * 64, said, "text", language="en")
    return frozenset(topic for claim in extract(document) for topic in topics(claim))


def scored(cases: list[Case], name: str) -> list[frozen.Row]:
    """Score the cases of one half."""
    right = sum(len(wanted & found) for _, wanted, found in cases)
    wanted = sum(len(wanted) for _, wanted, _ in cases)
    found = sum(len(found) for _, _, found in cases)
    return [
        {"name": name, "metric": "precision", "value": round(right / max(found, 1), 3), "n": found},
        {"name": name, "metric": "recall", "value": round(right / wanted, 3), "n": wanted},
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--errors", action="store_true", help="print each miss of the dev half")
    frozen.add_options(parser)
    options = parser.parse_args()
    told = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))
    rows: list[frozen.Row] = []
    for name in ("dev", "held"):
        mine = [row for row in told if half(row["text"]) == name]
        cases = [(row["text"], frozenset(row["topics"]), read(row["text"])) for row in mine]
        rows += scored(cases, name)
        if name == "dev" and options.errors:
            for text, wanted, found in cases:
                if wanted != found:
                    print(f"{text}\n  wanted {sorted(wanted)}, found {sorted(found)}")
    for row in rows:
        print(f"{row['name']}: {row['metric']} {row['value']} (n {row['n']})")
    return frozen.settle("card", "66 own sentences about invented programmes", rows, options)


if __name__ == "__main__":
    sys.exit(main())
