"""How is a corpus of any size grown, whose derivations are known?

Invented text in the manner of the rumour articles: a chain of words learned from
``fnc1_bodies.csv.xz`` (each word follows one that it follows there), in which
every rare word, name and number is replaced by an invented one of its story, so
that stretches recur about as they do in news and no sentence of the corpus
survives. Half of the documents stand alone; the others belong to stories:

- ``repost``: the text, another last sentence;
- ``edit``: one word in twelve changed, sentences dropped;
- ``rewrite``: runs of eight to twelve words kept, all between them new;
- ``extract``: two sentences of the text inside a text of its own;
- ``translation``: every word but names and figures in another tongue;
- ``quoting``: one quotation of the text in a text of its own: no derivation.

One story in two thousand is told five hundred times. It is no news: topics do
not overlap, and nothing is paraphrased by meaning.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from bench.reuse import corpus
from numpy.typing import NDArray

__all__ = ["KINDS", "Grown", "grow"]

KINDS = ("repost", "edit", "rewrite", "extract", "translation", "quoting")
RARE = 20
LENGTH = 380
BATCH = 2000
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en", "il")]
_PART = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Grown:
    """An invented document.

    Args:
        number: its name.
        day: ISO date.
        text: its words.
        parent: number of the document it was made from, or -1.
        kind: how; ``root`` where it was not.
    """

    number: int
    day: str
    text: str
    parent: int
    kind: str


class _Chain:
    """Words by what they follow."""

    def __init__(self, where: Path) -> None:
        tokens = [word for text in corpus.bodies(where).values() for word in text.split()]
        counts = Counter(tokens)
        masked = [token if counts[token] >= RARE else _mask(token) for token in tokens]
        self.surface = sorted(set(masked))
        known = {token: at for at, token in enumerate(self.surface)}
        self._text = np.array([known[token] for token in masked], dtype=np.int64)
        order = np.argsort(self._text[:-1], kind="stable")
        self._next = self._text[order + 1]
        self._starts = np.searchsorted(self._text[:-1][order], np.arange(len(known) + 1))

    def draw(self, rows: int, length: int, pick: np.random.Generator) -> NDArray[np.int64]:
        """Draw rows of words."""
        found = np.empty((rows, length), dtype=np.int64)
        found[:, 0] = self._text[pick.integers(0, len(self._text) - 1, rows)]
        for at in range(1, length):
            words = found[:, at - 1]
            starts, ends = self._starts[words], self._starts[words + 1]
            gone = starts == ends
            places = starts + (pick.random(rows) * np.maximum(ends - starts, 1)).astype(np.int64)
            places[gone] = pick.integers(0, len(self._next), int(gone.sum()))
            found[:, at] = self._next[places]
        return found


def _mask(token: str) -> str:
    before, word, after = _PART.match(token).groups()  # type: ignore[union-attr]
    kind = "\x01" if any(c.isdigit() for c in word) else "\x02" if word[:1].isupper() else "\x03"
    return before[:2] + kind + after[:2]


class _Story:
    """Invented names, figures and rare words of one story."""

    def __init__(self, pick: random.Random) -> None:
        self._pick = pick
        self._names = [_coined(pick).capitalize() for _ in range(12)]
        self._words = [_coined(pick) for _ in range(40)]
        self._figures = [f"{pick.randrange(40, 9_999_999):,}" for _ in range(6)]

    def fill(self, surface: list[str]) -> list[str]:
        """Put the story's own words for the masks."""
        bags = {"\x01": self._figures, "\x02": self._names, "\x03": self._words}
        found = []
        for token in surface:
            mask = next((c for c in token if c in bags), None)
            found.append(token.replace(mask, self._pick.choice(bags[mask])) if mask else token)
        return found


def _coined(pick: random.Random) -> str:
    return "".join(pick.choice(_SYLLABLES) for _ in range(pick.randrange(2, 5)))


def grow(where: Path, documents: int, seed: int = 1) -> Iterator[Grown]:
    """Grow a corpus, batch by batch; the same for the same seed.

    Args:
        where: folder of the rumour articles.
        documents: how many.
        seed: of all chance.
    """
    chain = _Chain(where)
    pick, numbers = random.Random(seed), np.random.default_rng(seed)  # noqa: S311 - no secret
    texts = _texts(chain, numbers)
    given = 0
    while given < documents:
        batch: list[Grown] = []
        while len(batch) < BATCH and given + len(batch) < documents:
            batch += _told(texts, pick, given + len(batch), documents - given - len(batch))
        given += len(batch)
        pick.shuffle(batch)
        yield from batch


def _texts(chain: _Chain, numbers: np.random.Generator) -> Iterator[list[str]]:
    while True:
        for row in chain.draw(1000, 2 * LENGTH, numbers):
            length = int(np.clip(numbers.lognormal(np.log(LENGTH), 0.4), 60, 2 * LENGTH))
            yield [chain.surface[at] for at in row[:length]]


def _told(texts: Iterator[list[str]], pick: random.Random, first: int, most: int) -> list[Grown]:
    """Tell one story: its root, and what was made from it."""
    story = _Story(pick)
    root = story.fill(next(texts))
    start = date(2030, 1, 1) + timedelta(days=pick.randrange(3000))
    told = [Grown(first, start.isoformat(), " ".join(root), -1, "root")]
    copies = 499 if pick.random() < 0.0005 else 0 if pick.random() < 0.7 else pick.randrange(1, 7)
    for number in range(first + 1, first + min(copies + 1, most)):
        kind = pick.choice(KINDS)
        words = _made(kind, root, story, texts, pick)
        day = start + timedelta(days=pick.randrange(1, 60))
        told.append(Grown(number, day.isoformat(), " ".join(words), first, kind))
    return told


def _made(
    kind: str, root: list[str], story: _Story, texts: Iterator[list[str]], pick: random.Random
) -> list[str]:
    """Make one document from a root."""
    if kind == "repost":
        return root[:-12] + story.fill(next(texts)[:30])
    if kind == "edit":
        other = story.fill(next(texts))
        kept = [w if pick.random() > 1 / 12 else pick.choice(other) for w in root]
        cut = pick.randrange(len(kept) // 2)
        return kept[:cut] + kept[cut + len(kept) // 8 :]
    if kind == "rewrite":
        return _rewritten(root, story.fill(next(texts)), pick)
    if kind == "translation":
        return [_foreign(word) for word in root]
    own = story.fill(next(texts))
    place, at = pick.randrange(max(1, len(root) - 40)), pick.randrange(len(own))
    if kind == "extract":
        return [*own[:at], *root[place : place + 40], *own[at:]]
    said = ["“" + root[place], *root[place + 1 : place + 20], "”"]
    return [*own[:at], *said, *own[at:]]


def _rewritten(root: list[str], own: list[str], pick: random.Random) -> list[str]:
    found: list[str] = []
    at = new = 0
    while at < len(root):
        kept = pick.randrange(8, 13)
        found += root[at : at + kept] + own[new : new + kept]
        at, new = at + 2 * kept, new + kept
    return found


def _foreign(word: str) -> str:
    """Put a word into another tongue; names and figures stay."""
    if word[:1].isupper() or any(c.isdigit() for c in word):
        return word
    return word.translate(_TONGUE)


_TONGUE = str.maketrans("abcdefghijklmnopqrstuvwxyz", "eqxkizwjopbrvtuyshdcalfngm")
