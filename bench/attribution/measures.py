"""How well do found attributions agree with gold ones?

Tokens are runs of letters and digits, and single other marks, so no system's tokenizer is favoured;
a span owns each token that it touches. All measures are over word tokens and micro-averaged.

    exact    one span of an attribution, all its pieces together, equal as a set of words
    detect   attributions paired one to one whose contents have a Jaccard index of at least 0.5
    said     and whose sources too, or neither has one: who said what
    triple   source, cue and content all exact
    source right given content   said over detect
    piece    each contiguous piece of a span by itself, equal with every mark counted (the protocol of
             CofeNet, COLING 2022, whose own test file has its own tokens)
    begin    as piece, but only the first token decides
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.attribution.polnear import ROLES, Triple

from allsource.model.span import Span

_TOKEN = re.compile(r"\w+|[^\w\s]")
_OPENS, _CLOSES = "“«", "”»"
KINDS = ("direct", "mixed", "indirect")

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as sets of word tokens, with the kind of its content."""

    source: Words
    cue: Words
    content: Words
    kind: str
    pieces: dict[str, tuple[tuple[int, int], ...]]


@dataclass(slots=True)
class Tally:
    """Hits among the found, the found, hits among the gold, the gold."""

    hits: int = 0
    found: int = 0
    gold: int = 0
    gold_hits: int = 0

    def add(self, hits: int, found: int, gold: int, gold_hits: int | None = None) -> None:
        """Add the counts of one article."""
        self.hits += hits
        self.found += found
        self.gold += gold
        self.gold_hits += hits if gold_hits is None else gold_hits

    @property
    def precision(self) -> float:
        """In percent."""
        return 100 * self.hits / max(1, self.found)

    @property
    def recall(self) -> float:
        """In percent."""
        return 100 * self.gold_hits / max(1, self.gold)

    @property
    def f1(self) -> float:
        """In percent."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Tokens:
    """The tokens of one text."""

    def __init__(self, text: str) -> None:
        matches = list(_TOKEN.finditer(text))
        self.word = [m.group()[0].isalnum() or m.group()[0] == "_" for m in matches]
        self.owner = [-1] * (len(text) + 1)
        for place, match in enumerate(matches):
            self.owner[match.start() : match.end()] = [place] * len(match.group())
        inside = _quoted(text)
        self.quoted = [inside[m.start()] for m in matches]

    def words(self, spans: Iterable[Span]) -> Words:
        """The word tokens that some spans touch."""
        owned = {self.owner[i] for s in spans for i in range(max(0, s.start), s.end)}
        return frozenset(t for t in owned if t >= 0 and self.word[t])

    def mark(self, triple: Triple) -> Marked:
        """An attribution over these tokens."""
        source, cue, content = (self.words(getattr(triple, role)) for role in ROLES)
        share = sum(self.quoted[t] for t in content) / max(1, len(content))
        kind = "direct" if share >= 0.95 else "indirect" if share <= 0.05 else "mixed"
        pieces = {role: tuple(map(self.ends, getattr(triple, role))) for role in ROLES}
        return Marked(source, cue, content, kind, pieces)

    def ends(self, span: Span) -> tuple[int, int]:
        """The first and the last token that a span touches, marks among them."""
        owned = [t for t in self.owner[max(0, span.start) : span.end] if t >= 0]
        return (owned[0], owned[-1]) if owned else (-1, -1)


def _quoted(text: str) -> list[bool]:
    flags, state = [], False
    for mark in text:
        if mark == "\n" or mark in _CLOSES:
            state = False
        elif mark in _OPENS:
            state = True
        elif mark == '"':
            state = not state
        flags.append(state)
    return flags


def jaccard(left: Words, right: Words) -> float:
    """Shared words over all words; two empty sets agree."""
    return len(left & right) / len(left | right) if left or right else 1.0


def same_source(left: Marked, right: Marked) -> bool:
    """Half of the words of both sources, or none on either side."""
    if not left.source or not right.source:
        return not left.source and not right.source
    return jaccard(left.source, right.source) >= 0.5


def paired(gold: Sequence[Marked], found: Sequence[Marked]) -> list[tuple[Marked, Marked]]:
    """Pair by content one to one, best first; of equal contents, the pair that agrees more."""
    scored = []
    for i, wanted in enumerate(gold):
        for j, got in enumerate(found):
            share = jaccard(wanted.content, got.content) if wanted.content else 0.0
            if share >= 0.5:
                extra = 0.01 * same_source(wanted, got) + 0.001 * bool(wanted.cue & got.cue)
                scored.append((-share - extra, i, j))
    left, right, pairs = set[int](), set[int](), []
    for _, i, j in sorted(scored):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def equal(gold: Iterable[object], found: Iterable[object]) -> int:
    """Things that are equal, each counted once."""
    return (Counter(gold) & Counter(found)).total()


def score(rows: Iterable[tuple[str, Sequence[Triple], Sequence[Triple]]]) -> dict[str, Tally]:
    """Score (text, gold, found) of all articles."""
    total: dict[str, Tally] = {}
    for text, wanted, got in rows:
        tokens = Tokens(text)
        gold, found = [tokens.mark(t) for t in wanted], [tokens.mark(t) for t in got]
        for name, counts in counts_of(gold, found).items():
            total.setdefault(name, Tally()).add(*counts)
    return total


def counts_of(gold: Sequence[Marked], found: Sequence[Marked]) -> dict[str, tuple[int, ...]]:
    """All counts of one article."""
    pairs = paired(gold, found)
    said = [(wanted, got) for wanted, got in pairs if same_source(wanted, got)]
    counts: dict[str, tuple[int, ...]] = {
        "said": (len(said), len(found), len(gold)),
        "detect": (len(pairs), len(found), len(gold)),
        "triple": (
            equal([(g.source, g.cue, g.content) for g in gold],
                  [(f.source, f.cue, f.content) for f in found]),
            len(found), len(gold),
        ),
        "source right given content": (len(said), len(pairs), len(pairs)),
    }  # fmt: skip
    for role in ROLES:
        ours = [words for words in (getattr(f, role) for f in found) if words]
        theirs = [words for words in (getattr(g, role) for g in gold) if words]
        counts[f"exact {role}"] = (equal(theirs, ours), len(ours), len(theirs))
        theirs_, ours_ = (
            [piece for one in side for piece in one.pieces[role]] for side in (gold, found)
        )
        counts[f"piece {role}"] = (equal(theirs_, ours_), len(ours_), len(theirs_))
        first, mine = [start for start, _ in theirs_], [start for start, _ in ours_]
        counts[f"begin {role}"] = (equal(first, mine), len(mine), len(first))
    for kind in KINDS:
        counts[f"said, {kind}"] = (
            sum(got.kind == kind for _, got in said), sum(f.kind == kind for f in found),
            sum(g.kind == kind for g in gold), sum(wanted.kind == kind for wanted, _ in said),
        )  # fmt: skip
    return counts
