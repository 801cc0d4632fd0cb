"""How much do two claims say the same?

A claim's proposition is reduced to its content words (lightly stemmed), its
numbers and its polarity. Content words weigh by their rarity over the distinct
statements of the case, so that reposts change no weight. Polarity turns on
denial, negation and the phrases of ``vocab/rebuttals.yaml``.

It fails on paraphrase without shared words, on irony, and on double negation.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from allsource.lineage.features import figures
from allsource.lineage.words import words
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.vocab import load

__all__ = [
    "Saying",
    "Weights",
    "alike",
    "denies",
    "is_stopped",
    "sayings",
    "stem",
    "takes_back",
    "within",
]


@dataclass(frozen=True, slots=True, eq=False)
class Saying:
    """What a claim says, reduced for comparison.

    Args:
        claim: the claim.
        content: its content words as written, in order.
        stems: their stems.
        figures: its numbers, years and small counts left out.
        denies: it turns over what it speaks of.
    """

    claim: Claim
    content: tuple[str, ...]
    stems: frozenset[str]
    figures: frozenset[float]
    denies: bool


class Weights:
    """How telling each stem is: the log of how few distinct statements hold it.

    Weights are whole thousandths, so that their sums never depend on the order of adding.

    Args:
        statements: stems of each distinct statement.
    """

    def __init__(self, statements: Collection[Collection[str]]) -> None:
        counts = Counter(stem for stems in statements for stem in stems)
        total = len(statements) + 1
        self._of = {stem: round(1000 * math.log(1 + total / n)) for stem, n in counts.items()}
        self._whole: dict[str, int] = {}

    def of(self, stems: Iterable[str]) -> int:
        """Add up the weights of some stems."""
        return sum(map(self._of.__getitem__, stems))

    def whole(self, saying: Saying) -> int:
        """Add up the weights of all that a claim says."""
        known = self._whole.get(saying.claim.id)
        if known is None:
            known = self._whole[saying.claim.id] = self.of(saying.stems)
        return known


def sayings(claims: Sequence[Claim]) -> tuple[dict[str, Saying], Weights]:
    """Reduce claims for comparison.

    Args:
        claims: any claims, in any order.

    Returns:
        Sayings by claim id, and the weights of their stems.
    """
    found = {claim.id: _saying(claim) for claim in claims}
    return found, Weights({saying.stems for saying in found.values()})


def alike(one: Saying, other: Saying, weights: Weights) -> float:
    """Say how much two claims say the same: weighted Dice of their content words, 0 to 1."""
    both = weights.whole(one) + weights.whole(other)
    return 2 * weights.of(one.stems & other.stems) / both if both else 0.0


def within(one: Saying, other: Saying, weights: Weights) -> float:
    """Say how much of the shorter claim's content the other holds, 0 to 1."""
    least = min(weights.whole(one), weights.whole(other))
    return weights.of(one.stems & other.stems) / least if least else 0.0


def denies(claim: Claim) -> bool:
    """Say whether a claim turns over what it speaks of (denied, negated, called false)."""
    denied = claim.stance.status == "denied"
    if not denied and _rebuts(claim.statement):
        return True
    return denied != claim.negated


def takes_back(claim: Claim) -> bool:
    """Say whether a claim denies what its own source said before: "withdrew his statement that"."""
    return claim.stance.status == "denied" and _corrects(claim.text)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Cut the commonest English endings; crude on purpose, both sides are cut alike.

    Example:
        >>> stem("building"), stem("deliveries"), stem("drones"), stem("drone")
        ('build', 'delivery', 'dron', 'dron')
    """
    word = word.removesuffix("'s").removesuffix("'")
    for ending, left in (
        ("ies", "y"),
        ("ees", "ee"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not word.endswith("ss"):
            return (word[: -len(ending)] + left).removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word


def is_stopped(word: str) -> bool:
    """Say whether a folded word is too common to tell two statements apart."""
    return word in _stopped()


def _saying(claim: Claim) -> Saying:
    content, stems, numbers = _reduced(claim.statement, claim.document.language)
    return Saying(claim, content, stems, numbers, denies(claim))


@lru_cache(maxsize=50_000)
def _reduced(
    text: str, language: str | None
) -> tuple[tuple[str, ...], frozenset[str], frozenset[float]]:
    """Give a statement's content words, their stems, and its numbers; reposts are read once."""
    listed = words(Document("", "", "", text, "text"))
    kept = [at for at, word in enumerate(listed.folded) if not is_stopped(word)]
    return (
        tuple(listed.span(at).of(text) for at in kept),
        frozenset(stem(listed.folded[at]) for at in kept),
        frozenset(figures(text, listed, language)),
    )


@lru_cache(maxsize=50_000)
def _rebuts(text: str) -> bool:
    return _pattern("rebuttals").search(text.casefold().replace("’", "'")) is not None


@lru_cache(maxsize=50_000)
def _corrects(text: str) -> bool:
    folded = " ".join(text.casefold().replace("’", "'").split())
    return _pattern("corrections").search(folded) is not None


@lru_cache(maxsize=1)
def _stopped() -> frozenset[str]:
    vocabulary = load("content_words")
    return frozenset(
        word for lines in vocabulary.values() for line in lines for word in line.split()
    )


@lru_cache(maxsize=2)
def _pattern(section: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry['pattern']})" for entry in load("rebuttals")[section]))
