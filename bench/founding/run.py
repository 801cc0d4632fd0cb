"""How well does allsource read the founding page?

Runs ``python -m allsource claims PAGE --json``, ``quantities PAGE``, ``times PAGE`` and
``trace FOLDER --json`` (the folder holds a copy of the page alone) as subprocesses and holds
their JSON lines against ``gold.json``, which was written from reading before any extractor
existed. Prints right/total per question and every miss by gold id, offsets and labels; no word
of the page is printed or stored.

Matching rules
    credits       A predicted attribution finds a gold credit when their cues overlap and their
                  contents have an intersection over union (IoU, in characters, union of the
                  spans) of at least 0.5; the pair with the greatest content IoU wins. Then, of
                  the gold credits: source span (IoU >= 0.5), kind, canonical name (case and
                  leading article ignored), cue (IoU >= 0.5), content (IoU >= 0.8), form,
                  stance status (any claim that carries the credit has it), medium (named or not),
                  depth (place in the chain). A credit that is not found misses every question.
    no credit     A gold uncredited sentence is right when no attribution with a source has its
                  cue or source in it; where an agentless credit is not allowed, none at all.
    spurious      Attributions in credited sentences whose cue overlaps no gold cue there.
    furniture     A piece is right when no claim with an attribution touches it.
    quantities    A prediction is matched when it covers the gold core (the number itself); then
                  each field. Numbers within 0.1 %. A time is matched by its timex and boundary.
                  Series: the pair of values is right when it shares a series that no other has.
    distractors   Right when no predicted quantity overlaps the designation, and none but a
                  quantity matched to the gold has a year inside it.
    times         Matched at IoU >= 0.5; then timex, type, start, end, boundary, qualifier.
                  Times marked optional count neither way; any other prediction is spurious.
    verification  Right when a claim over the gold span, or a claim carrying a covered credit, has
                  that status by that outlet; "covers" is exact over the gold credits that were
                  found.
    page date     ``document.published_between`` equals the gold bracket or an accepted variant.
    rests on      Some hop of ``trace`` is unseen and its evidence overlaps the gold span.
Where the gold holds ``<field>_also``, those values are right too. The expected reading of the
conflict of the two figures is kept in the gold for a reader to judge; no verb scored here prints
it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Spans = Sequence[Sequence[int]]
GOLD = Path(__file__).with_name("gold.json")
FIELDS = (
    "low", "high", "low_open", "high_open", "approximate", "unit", "currency", "scale_unit",
    "per", "role", "direction", "measure", "of",
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """Right and total per question, with each miss told by offsets and labels."""

    right: dict[str, int] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def mark(self, question: str, right: bool, miss: str) -> None:
        """Count one answer; ``miss`` tells it, without page text, where it is wrong."""
        self.total[question] = self.total.get(question, 0) + 1
        self.right[question] = self.right.get(question, 0) + int(right)
        if not right:
            self.misses.append(f"{question}: {miss}")


def places(spans: Spans) -> set[int]:
    """The character places that the spans hold."""
    return {place for start, end in spans for place in range(start, end)}


def iou(left: Spans, right: Spans) -> float:
    """Intersection over union of two lists of spans, in characters."""
    a, b = places(left), places(right)
    return len(a & b) / len(a | b) if a | b else 0.0


def overlaps(left: Spans, right: Spans) -> bool:
    return any(a < d and c < b for a, b in left for c, d in right)


def plain(name: object) -> str:
    """A name without case, leading article or doubled spaces."""
    words = str(name or "").casefold().split()
    return " ".join(words[1:] if words and words[0] in {"a", "an", "the"} else words)


def accepted(gold: Row, key: str) -> list[Any]:
    return [gold.get(key), *gold.get(f"{key}_also", [])]


def same(left: object, right: object) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, int | float) and isinstance(right, int | float):
        return abs(left - right) <= 0.001 * max(abs(left), abs(right))
    if isinstance(left, str) and isinstance(right, str):
        return plain(left) == plain(right)
    return left == right


def agrees(gold: Row, key: str, value: object) -> bool:
    return any(same(wanted, value) for wanted in accepted(gold, key))


@dataclass(frozen=True, slots=True)
class Credit:
    """One predicted attribution with the claims that carry it."""

    row: Row
    depth: int
    claim: Row

    def spans(self, part: str) -> Spans:
        """The spans of ``source``, ``cue`` or ``content``; none where it is absent."""
        found = (self.row.get(part) or {}).get("spans") or []
        return list(found)


def credits_of(claims: Iterable[Row]) -> list[Credit]:
    return [
        Credit(row, depth, claim)
        for claim in claims
        for depth, row in enumerate(claim.get("attribution") or [])
    ]


def match_credit(gold: Row, predicted: Sequence[Credit]) -> list[Credit]:
    """All predicted credits that find the gold one, best first."""
    cue, content = gold["cue"]["spans"], gold["content"]["spans"]
    near = [p for p in predicted if overlaps(p.spans("cue"), cue)]
    scored = [(iou(p.spans("content"), content), -n, p) for n, p in enumerate(near)]
    return [p for score, _, p in sorted(scored, key=lambda s: s[:2], reverse=True) if score >= 0.5]


def score_source(tally: Tally, gold: Row, found: Credit | None, label: str) -> None:
    wanted = gold["source"]
    row = (found.row.get("source") if found else None) or None
    if wanted is None or (row is None and wanted.get("null_also")):
        tally.mark("credit: credited to nobody", found is not None and row is None, label)
        return
    spans = (row or {}).get("spans") or []
    tally.mark("credit: source span", iou(spans, wanted["spans"]) >= 0.5, label)
    kind, name = (row or {}).get("kind"), (row or {}).get("name")
    tally.mark("credit: source kind", agrees(wanted, "kind", kind), f"{label} got {kind}")
    tally.mark("credit: source name", agrees(wanted, "name", name), f"{label} {wanted['name']}")


def score_credit(tally: Tally, gold: Row, found: Sequence[Credit]) -> None:
    label = f"{gold['id']} {gold['cue']['spans']}"
    best = found[0] if found else None
    tally.mark("credit: found", best is not None, label)
    score_source(tally, gold, best, label)
    cue = best.spans("cue") if best else []
    content = best.spans("content") if best else []
    tally.mark("credit: cue", iou(cue, gold["cue"]["spans"]) >= 0.5, label)
    tally.mark("credit: content", iou(content, gold["content"]["spans"]) >= 0.8, label)
    forms = [p.claim.get("form") for p in found]
    tally.mark("credit: form", any(agrees(gold, "form", f) for f in forms), f"{label} got {forms}")
    states = [(p.claim.get("stance") or {}).get("status") for p in found]
    right = any(agrees(gold, "status", s) for s in states)
    tally.mark("credit: status", right, f"{label} {gold['status']} got {states}")
    medium = any(bool(p.row.get("medium")) == bool(gold["medium"]) for p in found)
    tally.mark("credit: medium", medium, label)
    depth = any(p.depth == gold["depth"] for p in found)
    tally.mark("credit: depth", depth, f"{label} wants {gold['depth']}")


def score_nobody(tally: Tally, gold: Row, predicted: Sequence[Credit]) -> None:
    for item in gold["uncredited"]:
        inside = [
            p
            for p in predicted
            if overlaps([*p.spans("cue"), *p.spans("source")], [item["sentence"]])
        ]
        wrong = [p for p in inside if p.row.get("source") or not item.get("agentless_ok")]
        got = [(p.row.get("source") or {}).get("kind") for p in wrong]
        tally.mark("no credit where none is", not wrong, f"{item['id']} {item['sentence']} {got}")
    for item in gold["furniture"]:
        touching = [p for p in predicted if overlaps([p.claim["span"]], [item["span"]])]
        tally.mark("furniture left alone", not touching, f"{item['label']} {item['span']}")


def score_spurious(tally: Tally, gold: Row, predicted: Sequence[Credit]) -> None:
    sentences = [item["sentence"] for item in gold["claims"]]
    cues = [span for item in gold["claims"] for span in item["cue"]["spans"]]
    seen: set[tuple[tuple[int, ...], ...]] = set()
    for p in predicted:
        key = tuple(tuple(span) for span in p.spans("cue"))
        if key and key not in seen and overlaps(key, sentences):
            seen.add(key)
            kind = (p.row.get("source") or {}).get("kind")
            tally.mark("credit: predicted cue is gold", overlaps(key, cues), f"{key} {kind}")


def verdicts(claims: Iterable[Row], wanted: Row) -> bool:
    return any(
        v.get("status") == wanted["status"] and plain(v.get("by")) == plain(wanted["by"])
        for claim in claims
        for v in claim.get("verification") or []
    )


def score_verification(
    tally: Tally, gold: Row, claims: Sequence[Row], found: dict[str, list[Credit]]
) -> None:
    for wanted in gold["verification"]:
        over = [c for c in claims if overlaps([c["span"]], [wanted["span"]])]
        carried = [p.claim for key in wanted["covers"] for p in found[key]]
        tally.mark("verification: seen", verdicts([*over, *carried], wanted), str(wanted["span"]))
        for key, matches in sorted(found.items()):
            if matches:
                has = verdicts([p.claim for p in matches], wanted)
                right = has == (key in wanted["covers"])
                tally.mark("verification: covers", right, f"{key} marked {has}")


def score_claims(tally: Tally, gold: Row, claims: Sequence[Row]) -> None:
    predicted = credits_of(claims)
    found = {item["id"]: match_credit(item, predicted) for item in gold["claims"]}
    for item in gold["claims"]:
        score_credit(tally, item, found[item["id"]])
    score_nobody(tally, gold, predicted)
    score_spurious(tally, gold, predicted)
    score_verification(tally, gold, claims, found)
    document = claims[0].get("document") or {} if claims else {}
    between = document.get("published_between") or [None, None]
    bracket = gold["bracket"]
    for place, name in enumerate(("lower", "upper")):
        wanted = [bracket["published_between"][place], *bracket[f"{name}_also"]]
        tally.mark("page date", between[place] in wanted, f"{name} got {between[place]}")


def same_time(gold: Row | None, got: Row | None) -> bool:
    if gold is None or got is None:
        return gold is None and got is None
    return agrees(gold, "timex", got.get("timex")) and agrees(gold, "boundary", got.get("boundary"))


def score_quantities(tally: Tally, gold: Row, rows: Sequence[Row]) -> None:
    series: dict[str, object] = {}
    matched: set[int] = set()
    for item in gold["quantities"]:
        core = places([item["core"]])
        hits = [n for n, row in enumerate(rows) if core <= places([row["span"]])]
        label = f"{item['id']} {item['core']}"
        tally.mark("quantity: found", bool(hits), label)
        matched.update(hits)
        row = rows[hits[0]] if hits else {}
        series[item["id"]] = row.get("series")
        tally.mark(
            "quantity: span", bool(hits) and iou([row["span"]], [item["span"]]) >= 0.5, label
        )
        for key in FIELDS:
            right = bool(hits) and agrees(item, key, row.get(key))
            tally.mark(f"quantity: {key}", right, f"{label} {item[key]} got {row.get(key)}")
        right = bool(hits) and same_time(item["time"], row.get("time"))
        tally.mark("quantity: time", right, label)
    score_series(tally, gold, series)
    score_distractors(tally, gold, [row for n, row in enumerate(rows) if n not in matched])
    tally.mark("quantity: none invented", len(rows) == len(matched), f"{len(rows)} predicted")


def score_series(tally: Tally, gold: Row, series: dict[str, object]) -> None:
    for item in gold["quantities"]:
        twins = {
            q["id"] for q in gold["quantities"] if q["series"] and q["series"] == item["series"]
        }
        mine = series[item["id"]]
        got = {key for key, value in series.items() if value is not None and value == mine}
        tally.mark("quantity: series", got - {item["id"]} == twins - {item["id"]}, item["id"])


def score_distractors(tally: Tally, gold: Row, rest: Sequence[Row]) -> None:
    for item in gold["distractors"]:
        taken = any(overlaps([row["span"]], [item["span"]]) for row in rest)
        tally.mark("quantity: distractor left", not taken, f"{item['label']} {item['span']}")


def score_times(tally: Tally, gold: Row, rows: Sequence[Row]) -> None:
    known: set[int] = set()
    for item in gold["times"]:
        hits = [n for n, row in enumerate(rows) if iou([row["span"]], [item["span"]]) >= 0.5]
        known.update(hits)
        label = f"{item['id']} {item['span']}"
        tally.mark("time: found", bool(hits), label)
        row = rows[hits[0]] if hits else {}
        for key in ("timex", "type", "start", "end", "boundary", "qualifier"):
            right = bool(hits) and agrees(item, key, row.get(key))
            tally.mark(f"time: {key}", right, f"{label} {item[key]} got {row.get(key)}")
    aside = [item["span"] for item in [*gold["times_optional"], *gold["furniture"]]]
    for n, row in enumerate(rows):
        if n not in known and not overlaps([row["span"]], aside):
            tally.mark("time: none invented", right=False, miss=f"{row['span']} {row.get('timex')}")


def score_trace(tally: Tally, gold: Row, rows: Sequence[Row]) -> None:
    for wanted in gold["rests_on"]:
        right = any(
            row.get("type") == "hop"
            and not row.get("seen")
            and any(overlaps(e.get("spans") or [], [wanted["span"]]) for e in row["evidence"])
            for row in rows
        )
        tally.mark("rests on", right, f"{wanted['name']} {wanted['span']}")


def run(tally: Tally, *words: str) -> list[Row]:
    """The JSON lines of one command; a failure is a miss, told by its exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "allsource", *words], capture_output=True, text=True, check=False
    )
    tally.mark("command ran", done.returncode == 0, f"{words[0]} exit {done.returncode}")
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def listed(rows: Sequence[Row], key: str) -> list[Row]:
    return [item for row in rows for item in row.get(key) or []]


def score(gold: Row, page: Path) -> Tally:
    tally = Tally()
    score_claims(tally, gold, run(tally, "claims", str(page), "--json"))
    quantities = listed(run(tally, "quantities", str(page), "--json"), "quantities")
    score_quantities(tally, gold, quantities)
    score_times(tally, gold, listed(run(tally, "times", str(page), "--json"), "times"))
    with tempfile.TemporaryDirectory() as folder:
        shutil.copyfile(page, Path(folder) / "page.txt")
        score_trace(tally, gold, run(tally, "trace", folder, "--json"))
    return tally


def report(tally: Tally) -> None:
    width = max(len(question) for question in tally.total)
    for question, total in tally.total.items():
        print(f"{question:<{width}}  {tally.right[question]:>3} / {total}")
    right, total = sum(tally.right.values()), sum(tally.total.values())
    print(f"{'all':<{width}}  {right:>3} / {total}")
    for miss in tally.misses:
        print(f"miss  {miss}")


def main() -> int:
    parser = argparse.ArgumentParser(description="score allsource on the founding page")
    parser.add_argument("--page", default=os.environ.get("ALLSOURCE_FOUNDING_PAGE"))
    parser.add_argument("--json", type=Path, help="write the results here")
    options = parser.parse_args()
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    if not options.page or not Path(options.page).is_file():
        print("skipped: no founding page (give --page or set ALLSOURCE_FOUNDING_PAGE)")
        return 0
    page = Path(options.page)
    if hashlib.sha256(page.read_bytes()).hexdigest() != gold["document"]["sha256"]:
        print("skipped: the page is not the one that was labelled (sha256 differs)")
        return 0
    tally = score(gold, page)
    report(tally)
    if options.json:
        result = {"right": tally.right, "total": tally.total, "misses": tally.misses}
        options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
