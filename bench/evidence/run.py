"""Is the furniture of the founding page marked, and how fast are documents read?

See README.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from pathlib import Path
from typing import Any

from allsource.evidence.read import read
from allsource.model.span import Span

GOLD = Path(__file__).parents[1] / "founding" / "gold.json"
SENTENCE = (
    "the harbour works at Orlan opened a third hall in May and now build forty ferries a year as "
    "the port authority said on Monday after a visit of the yard by its new director"
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", default=os.environ.get("ALLSOURCE_FOUNDING_PAGE"))
    arguments = parser.parse_args()
    faults = 0
    if arguments.page and GOLD.exists():
        faults = furniture(Path(arguments.page), json.loads(GOLD.read_text(encoding="utf-8")))
    else:
        print("furniture: skipped (no founding page; set ALLSOURCE_FOUNDING_PAGE)")
    speed()
    return 1 if faults else 0


def furniture(page: Path, gold: dict[str, Any]) -> int:
    """Print what was missed and what was marked wrongly; give the number of both."""
    document = read(page.name, page.read_bytes()).documents[0]
    if document.sha256 != gold["document"]["sha256"]:
        print("furniture: skipped (the page is not the labelled one)")
        return 0
    marks = [mark.span for mark in document.furniture]
    wanted = [(Span(*piece["span"]), piece["label"]) for piece in gold["furniture"]]
    wanted.append((Span(*gold["document"]["title"]), "title"))
    missed = [piece for piece in wanted if not any(mark.covers(piece[0]) for mark in marks)]
    told = [Span(*claim["sentence"]) for claim in gold["claims"]]
    wrong = [mark for mark in marks if any(mark.overlaps(sentence) for sentence in told)]
    extra = [mark for mark in marks if not any(mark.overlaps(span) for span, _ in wanted)]
    print(f"furniture: {len(wanted) - len(missed)} of {len(wanted)} labelled pieces marked")
    print(f"furniture: {len(wrong)} marks on sentences with claims, {len(extra)} other marks")
    for span, label in missed:
        print(f"  missed {label} {list(span)}")
    return len(missed) + len(wrong)


def speed() -> None:
    for ending, pages in (
        (".txt", [text(n) for n in range(100)]),
        (".html", [html(n) for n in range(100)]),
    ):
        read("warm" + ending, pages[0])
        start = time.process_time()
        documents = [read(f"{n}{ending}", page).documents[0] for n, page in enumerate(pages)]
        rate = len(pages) / (time.process_time() - start)
        words = sum(len(document.text.split()) for document in documents) // len(documents)
        print(f"speed: {rate:.0f} {ending} documents of {words} words per CPU-second")


def paragraphs(seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - invented words, no secret
    return [" ".join(chance.sample(SENTENCE.split(), 25)).capitalize() + "." for _ in range(30)]


def text(seed: int) -> bytes:
    head = [
        "THE QUAY POST",
        f"Hall number {seed} opens in the harbour",
        "By Ada Quill",
        "4 May 2031",
    ]
    return "\n\n".join([*head, *paragraphs(seed)]).encode()


def html(seed: int) -> bytes:
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(40))
    body = "".join(
        f'<p>{words} <a href="https://quay.example/{n}">More of {n}</a>.</p>'
        for n, words in enumerate(paragraphs(seed))
    )
    return (
        f"<!doctype html><html><head><title>Hall {seed} | Quay Post</title>"
        '<meta property="article:published_time" content="2031-05-04"></head><body>'
        f"<nav><ul>{menu}</ul></nav><main><article><h1>Hall {seed} opens</h1>{body}</article></main>"
        "<footer><p>© 2031 Quay Post</p></footer></body></html>"
    ).encode()


if __name__ == "__main__":
    sys.exit(main())
