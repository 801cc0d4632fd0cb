"""How well are stance and verification read? Scores the own cases of ``cases.yaml``.

    python bench/stance/run.py [--freeze | --check] [--errors N]

Cases are split in halves by the hash of the sentence. Stance: the share right of
status, whose doubt and negation, and macro F1 over the six statuses. A case's
proposition and cue are given, so this measures the reading alone.
Verification: the share of cases where the statements over each claim (status,
by, which claims) are exactly those expected.
"""

import argparse
import hashlib
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from allsource.claims.parse import Paragraph, Parsed, parse, parse_text
from allsource.claims.stance import find
from allsource.claims.verification import attach
from allsource.model.claim import Attribution, Claim, Content, Cue, Source
from allsource.model.document import Document
from allsource.model.span import Span, hull

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle

HERE = Path(__file__).parent
MARKS = re.compile(r"\{(?:(\d+): )?|\}|<|>")


def half(key: str) -> str:
    return "dev" if int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 == 0 else "held"


def unmark(marked: str) -> tuple[str, list[tuple[str, Span]]]:
    """Take the marks out; give the text and (number or "cue", span) in order."""
    plain, at, opened = "", 0, []
    found: list[tuple[str, Span]] = []
    for mark in MARKS.finditer(marked):
        plain += marked[at : mark.start()]
        at = mark.end()
        if mark[0][0] in "{<":
            opened.append((mark[1] or ("cue" if mark[0] == "<" else "0"), len(plain)))
        else:
            kind, start = opened.pop()
            found.append((kind, Span(start, len(plain))))
    return plain + marked[at:], found


def read_stance(marked: str) -> list[Any]:
    text, marks = unmark(marked)
    paragraph: Paragraph = parse_text(text).paragraphs[0]
    proposition = next(span for kind, span in marks if kind == "0")
    cues = [span for kind, span in marks if kind == "cue"]
    cue = Cue(cues[0].of(text), (cues[0],)) if cues else None
    stance, negated = find(paragraph, text, proposition, cue, cue is not None)
    return [stance.status, stance.whose, negated]


def score_stance(cases: list[Any], errors: int) -> list[Row]:
    parts: dict[str, list[tuple[list[Any], list[Any]]]] = {"dev": [], "held": []}
    for marked, *expected in cases:
        got = read_stance(marked)
        parts[half(marked)].append((expected, got))
        if got != expected and half(marked) == "dev" and errors > 0:
            print(f"  {marked}\n    wanted {expected} found {got}")
    return [
        {"name": f"stance, {name}", "metric": metric, "value": value, "n": len(part)}
        for name, part in parts.items()
        for metric, value in stance_figures(part).items()
    ]


def stance_figures(part: list[tuple[list[Any], list[Any]]]) -> dict[str, float]:
    return {
        "status right, %": share(a[0] == b[0] for a, b in part),
        "status, macro F1": macro([(a[0], b[0]) for a, b in part]),
        "whose doubt right, %": share(a[1] == b[1] for a, b in part),
        "negation right, %": share(a[2] == b[2] for a, b in part),
        "all three right, %": share(a == b for a, b in part),
    }


def share(marks: Iterable[bool]) -> float:
    listed = list(marks)
    right: int = sum(listed)
    return round(100 * right / max(1, len(listed)), 1)


def macro(pairs: list[tuple[str, str]]) -> float:
    scores = []
    for status in sorted({gold for gold, _ in pairs}):
        both = sum(a == b == status for a, b in pairs)
        either = sum(a == status for a, _ in pairs) + sum(b == status for _, b in pairs)
        scores.append(2 * both / either)
    mean: float = sum(scores) / len(scores)
    return round(100 * mean, 1)


def claims_of(marked: str) -> tuple[Parsed, dict[str, Claim]]:
    text, marks = unmark(marked.replace(" | ", "\n\n"))
    document = Document(id="doc_case", sha256="", path="case", text=text, media="text")
    claims: dict[str, Claim] = {}
    for number, span in ((kind, span) for kind, span in marks if kind != "cue"):
        cue = nearest(text, span, [place for kind, place in marks if kind == "cue"])
        claims[number] = claim_at(document, span, cue)
    return parse(document), claims


def nearest(text: str, span: Span, cues: list[Span]) -> Span | None:
    """The cue of the same sentence, if there is one."""
    near = [
        cue for cue in cues if "." not in text[min(cue.end, span.end) : max(cue.start, span.start)]
    ]
    return near[0] if near else None


def claim_at(document: Document, span: Span, cue: Span | None) -> Claim:
    if cue is None:
        return Claim(document=document, span=span, proposition=span)
    start = max(0, document.text.rfind(". ", 0, cue.start) + 1)
    words = document.text[start : cue.start]
    place = Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
    source = Source(place.of(document.text), (place,), "organization", "union", "ent_case")
    credit = Attribution(source, Cue(cue.of(document.text), (cue,)), Content((span,)))
    return Claim(
        document=document, span=hull([place, cue, span]), proposition=span, attribution=(credit,)
    )


def read_verification(marked: str) -> list[Any]:
    parsed, claims = claims_of(marked)
    filled = attach(parsed, list(claims.values()))
    found: dict[tuple[str, str | None], list[int]] = {}
    for number, claim in zip(claims, filled, strict=True):
        for one in claim.verification:
            found.setdefault((one.status, one.by), []).append(int(number))
    return [[status, by, numbers] for (status, by), numbers in found.items()]


def score_verification(cases: list[Any], errors: int) -> list[Row]:
    parts: dict[str, list[bool]] = {"dev": [], "held": []}
    for marked, expected in cases:
        got = read_verification(marked)
        parts[half(marked)].append(got == expected)
        if got != expected and half(marked) == "dev" and errors > 0:
            print(f"  {marked}\n    wanted {expected} found {got}")
    return [
        {
            "name": f"verification, {name}",
            "metric": "texts right, %",
            "value": share(part),
            "n": len(part),
        }
        for name, part in parts.items()
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--errors", type=int, default=0, help="1 shows the wrong dev cases")
    options = parser.parse_args()
    cases = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))
    rows = score_stance(cases["stance"], options.errors)
    rows += score_verification(cases["verification"], options.errors)
    for row in rows:
        print(f"{row['name']}: {row['metric']}: {row['value']} of {row['n']} cases")
    data = "131 propositions and 39 short texts of our own, labelled by one author."
    return settle("stance", data, rows, options)


if __name__ == "__main__":
    raise SystemExit(main())
