"""Does every sentence of a dossier stand, and does it say what an editor would print?

Three steps, of which a reader does the middle one:

1. ``python bench/audit/run.py --bodies BODIES.csv.xz --rumour RUMOUR.json --out DIR`` checks the
   sha256 of every article of the rumour, writes each as ``DIR/articles/body-<id>.txt``, runs
   ``python -m allsource assess`` over the folder, and writes to ``DIR/sentences.json`` every
   sentence that the dossier prints: each element with ``data-sentence`` (its id), its text and its
   ``data-cites``.
2. A reader judges each sentence against the articles by README.md, and writes a file
   ``{"rumour": "..", "sentences": [{"id", "verdict": "supported" | "unsupported" | "misleading",
   "why"}], "editor": [{"n": 1, "covered": true, "by": [ids]}]}``.
3. ``python bench/audit/run.py --score JUDGEMENTS.json...`` prints the totals: the share of
   sentences unsupported or misleading with its 95 % Wilson interval, the share of the editor's
   sentences that are covered, and each failure.

Where it fails: sentences of one dossier are not independent draws, so the interval is too narrow.
Without the articles the first step prints ``skipped`` and ends well.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import lzma
import math
import subprocess
import sys
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

Row = dict[str, Any]
VERDICTS = ("supported", "unsupported", "misleading")
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr")
)
DONE = (0, 3)  # 3: done, but some inputs failed; the dossier is there
Z_95 = 1.959964


class SentenceReader(HTMLParser):
    """Collects each element that has ``data-sentence``, with all the text inside it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sentences: list[Row] = []
        self._open: list[tuple[str, Row | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; a sentence begins where it carries the attribute."""
        held = dict(attrs)
        row: Row | None = None
        if held.get("data-sentence"):
            cites = (held.get("data-cites") or "").replace(",", " ").split()
            row = {"id": held["data-sentence"], "text": "", "cites": cites}
            self.sentences.append(row)
        if tag not in VOID:
            self._open.append((tag, row))

    def handle_endtag(self, tag: str) -> None:
        """Close up to the last open element of that name; a stray end closes nothing."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        """Give the text to every sentence that is open."""
        for _, row in self._open:
            if row is not None:
                row["text"] += data


def printed_sentences(page: str) -> list[Row]:
    """Every printed sentence of a dossier, in the order of the page, spaces made single."""
    reader = SentenceReader()
    reader.feed(page)
    reader.close()
    for row in reader.sentences:
        row["text"] = " ".join(row["text"].split())
    return reader.sentences


def load_bodies(path: Path) -> dict[str, str]:
    csv.field_size_limit(2**31 - 1)
    with lzma.open(path) as packed:
        text = io.TextIOWrapper(packed, encoding="utf-8", newline="")
        return {row["Body ID"]: row["articleBody"] for row in csv.DictReader(text)}


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def wrong_articles(rumour: Row, bodies: dict[str, str]) -> list[str]:
    """Articles that are absent or are not those that were read."""
    return [
        article["id"]
        for article in rumour["articles"]
        if digest(bodies.get(article["id"], "")) != article["sha256"]
    ]


def wrong_spans(rumour: Row, bodies: dict[str, str]) -> list[str]:
    """Labelled spans whose text is not what was labelled."""
    spans = [s for root in rumour["roots"] for s in root["spans"]]
    spans += [s for item in rumour["drift"] for s in [*item["before"], *item["after"]]]
    return [
        f"{s['article']}:{s['span']}"
        for s in spans
        if digest(bodies[s["article"]][slice(*s["span"])]) != s["sha256"]
    ]


def write_articles(rumour: Row, bodies: dict[str, str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for article in rumour["articles"]:
        name = f"body-{article['id']}.txt"
        (folder / name).write_bytes(bodies[article["id"]].encode())


def assess(out: Path) -> int:
    """Run the product on the written folder; what it prints is kept beside the dossier."""
    words = ["assess", str(out / "articles"), "--case", str(out / "case")]
    words += ["-o", str(out / "dossier.html"), "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "allsource", *words], capture_output=True, text=True, check=False
    )
    (out / "assess.jsonl").write_text(done.stdout, encoding="utf-8")
    (out / "assess.log").write_text(done.stderr, encoding="utf-8")
    return done.returncode


def build(bodies_path: Path, rumour_path: Path, out: Path) -> int:
    if not bodies_path.is_file():
        print("skipped: the articles are not here (give --bodies)")
        return 0
    rumour, bodies = json.loads(rumour_path.read_text(encoding="utf-8")), load_bodies(bodies_path)
    wrong = wrong_articles(rumour, bodies) or wrong_spans(rumour, bodies)
    if wrong:
        print(f"these are not the articles that were labelled: {', '.join(wrong)}")
        return 4
    write_articles(rumour, bodies, out / "articles")
    code = assess(out)
    if code not in DONE:
        print(f"assess ended with {code}; see {out / 'assess.log'}")
        return 1
    page = (out / "dossier.html").read_text(encoding="utf-8")
    sentences = printed_sentences(page)
    result = {"rumour": rumour["rumour"], "sentences": sentences, "editor": rumour["editor"]}
    text = json.dumps(result, indent=1, ensure_ascii=False) + "\n"
    (out / "sentences.json").write_text(text, encoding="utf-8")
    print(f"{len(sentences)} sentences to judge in {out / 'sentences.json'}")
    return 0


def wilson(hits: int, total: int, z: float = Z_95) -> tuple[float, float]:
    """The Wilson score interval of a share (Wilson 1927); the whole unit where nothing is seen."""
    if total == 0:
        return 0.0, 1.0
    share, spread = hits / total, z * z / total
    middle = share + spread / 2
    half = z * math.sqrt(share * (1 - share) / total + spread / (4 * total))
    return max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread))


def check(judged: Row, name: str) -> None:
    """Refuse a judgement file that would count wrongly.

    Raises:
        ValueError: an unknown verdict, a sentence judged twice, an editor's sentence that is
            missing, or one called covered by no judged sentence.
    """
    ids = [row["id"] for row in judged["sentences"]]
    if len(ids) != len(set(ids)):
        raise ValueError(f"{name}: a sentence is judged twice")
    for row in judged["sentences"]:
        if row["verdict"] not in VERDICTS:
            raise ValueError(f"{name}: {row['id']} has the verdict {row['verdict']!r}")
    if sorted(row["n"] for row in judged["editor"]) != [1, 2, 3]:
        raise ValueError(f"{name}: the editor's sentences 1, 2 and 3 must each be judged once")
    for row in judged["editor"]:
        if row["covered"] and not set(row["by"]) & set(ids):
            raise ValueError(f"{name}: editor's sentence {row['n']} is covered by no sentence")


def failures(judged: Row) -> list[str]:
    wrong = [
        f"{judged['rumour']} {row['id']} {row['verdict']}: {row.get('why', '')}"
        for row in judged["sentences"]
        if row["verdict"] != "supported"
    ]
    missing = [
        f"{judged['rumour']} editor's sentence {row['n']} not covered: {row.get('why', '')}"
        for row in judged["editor"]
        if not row["covered"]
    ]
    return wrong + missing


def share(label: str, hits: int, total: int) -> str:
    low, high = wilson(hits, total)
    value = f"{hits / total:.3f}" if total else "none judged"
    return f"{label}: {hits} of {total} = {value} (95 % {low:.3f} to {high:.3f})"


def score(paths: Sequence[Path]) -> int:
    files = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    for judged, path in zip(files, paths, strict=True):
        check(judged, path.name)
    sentences = [row for judged in files for row in judged["sentences"]]
    editor = [row for judged in files for row in judged["editor"]]
    counts = {v: sum(row["verdict"] == v for row in sentences) for v in VERDICTS}
    print(f"rumours: {len(files)}; " + "; ".join(f"{v} {n}" for v, n in counts.items()))
    print(share("unsupported or misleading", len(sentences) - counts["supported"], len(sentences)))
    print(share("editor's sentences covered", sum(r["covered"] for r in editor), len(editor)))
    for judged in files:
        wrong = sum(row["verdict"] != "supported" for row in judged["sentences"])
        covered = sum(row["covered"] for row in judged["editor"])
        total = len(judged["sentences"])
        print(f"  {judged['rumour']}: {wrong} of {total} not supported, {covered} of 3 covered")
    for line in (line for judged in files for line in failures(judged)):
        print(f"failure  {line}")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="audit the sentences of dossiers")
    parser.add_argument("--bodies", type=Path, help="FNC-1 article bodies, csv.xz")
    parser.add_argument("--rumour", type=Path, help="one labelled rumour")
    parser.add_argument("--out", type=Path, help="where articles, case and dossier go")
    parser.add_argument("--score", type=Path, nargs="+", metavar="JUDGEMENTS")
    options = parser.parse_args()
    if options.score:
        return score(options.score)
    if options.bodies is None:
        print("skipped: the articles are not here (give --bodies)")
        return 0
    if not (options.rumour and options.out):
        parser.error("give --rumour and --out with --bodies, or --score")
    return build(options.bodies, options.rumour, options.out)


if __name__ == "__main__":
    raise SystemExit(main())
