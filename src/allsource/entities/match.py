"""Are two records those of one party, how probably, and why?

The names are read, laid side by side and measured (``features``); facts that both records have are compared
(``facts``). Each feature moves the log-odds by its value times its weight, and all of them add up, so the
reasons explain the whole probability. Where a name holds several ("A, formerly B"), the closest counts. Weights are data: ``vocab/match_weights.yaml``.

The probability holds for pairs that somebody thought worth comparing, about half of them matches; among all
pairs of two lists far fewer are. Names alone never give 1: two people may bear one name. It fails for aliases
that share no part of the name, and for names of which no list knows the usual forms.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp

from allsource.entities.alignment import align
from allsource.entities.facts import FACTS, compared
from allsource.entities.features import Feature, measured
from allsource.entities.folding import LONGEST, fold
from allsource.entities.name import Kind, kind_of, read_name
from allsource.entities.telling import telling
from allsource.entities.words import words
from allsource.errors import UsageError
from allsource.vocab import load

__all__ = ["SAME", "Match", "Party", "Reason", "match", "score"]

SAME = 0.4
"""From this probability on two records are told to be those of one party: where F1 is best on labelled pairs of
the development half that the weights did not see. It lies below one half since a missed match costs more."""

_LEAST_EFFECT = 0.005
_MOST_ALIASES = 3


@dataclass(frozen=True, slots=True)
class Party:
    """What a record says of a party.

    Args:
        name: in any script.
        birth_date: ISO dates or prefixes of them, parted by semicolons; empty where none is known.
        country: codes or English names, parted by semicolons.
        identifier: numbers that only one party bears (IMO number, registration), parted by semicolons.
    """

    name: str
    birth_date: str = ""
    country: str = ""
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """What moved the probability.

    Args:
        feature: what was seen; ``start`` is what is believed before anything is looked at.
        seen: on what it was seen, in folded letters; of birth dates, these.
        effect: by how much it moved the log-odds.
    """

    feature: str
    seen: str
    effect: float

    @property
    def detail(self) -> str:
        """What was seen in words for a reader; never a birth date."""
        return telling(self.feature, self.seen)


@dataclass(frozen=True, slots=True)
class Match:
    """Whether two records are those of one party.

    Args:
        probability: that they are; never 0 or 1.
        same: the probability is at least ``SAME``.
        why: all that moved it, the strongest first.
    """

    probability: float
    same: bool
    why: tuple[Reason, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Weights:
    """The weights of one kind of party, and between which ends a probability lies."""

    features: Mapping[str, float]
    start: float
    least: float
    name_alone: float
    with_facts: float


def match(left: Party, right: Party, schema: str = "") -> Match:
    """Tell how probably two records are those of one party, and why.

    Reach for it for single pairs, or for candidates that ``retrieval`` found; it does not look through lists.

    Args:
        left: the one record.
        right: the other; to swap them changes nothing.
        schema: kind of party ("Person", "Company", "Vessel", ...); empty where it is not known.

    Raises:
        UsageError: a name is empty or too long, or a birth date is none.

    Example:
        >>> match(Party("Anna Vell"), Party("VELL, Anna"), "Person").same
        True
        >>> found = match(Party("Orlan Trading"), Party("Orlan Shipping"), "Company")
        >>> found.same, found.why[0].feature
        (False, 'other trade or place')
    """
    weights, features = _features(left, right, schema)
    effects = [(one, one.value * weights.features[one.feature]) for one in features]
    why = [
        Reason(one.feature, one.detail, round(effect, 3))
        for one, effect in effects
        if abs(effect) >= _LEAST_EFFECT
    ]
    why.sort(key=lambda reason: -abs(reason.effect))
    probability = _probability(weights, effects)
    start = Reason("start", "", round(weights.start, 3))
    return Match(round(probability, 4), probability >= SAME, (*why, start))


def score(left: Party, right: Party, schema: str = "") -> float:
    """Give the probability alone; quicker than ``match``, for going through many candidates.

    Raises:
        UsageError: a name is empty or too long, or a birth date is none.
    """
    weights, features = _features(left, right, schema)
    return _probability(
        weights, [(one, one.value * weights.features[one.feature]) for one in features]
    )


def _features(left: Party, right: Party, schema: str) -> tuple[_Weights, list[Feature]]:
    if _place(right.name) < _place(left.name):
        left, right = right, left
    kind = kind_of(schema, left.name, right.name)
    weights = _weights(kind)
    ways = [
        _of_names(one, other, kind) for one in _names(left.name) for other in _names(right.name)
    ]
    features = max(ways, key=lambda some: _odds(some, weights)) if len(ways) > 1 else ways[0]
    for fact in FACTS:
        says, said = getattr(left, fact), getattr(right, fact)
        found = compared(fact, says, said) if says and said else None
        if found is not None:
            features.append(found)
    return weights, features


def _of_names(left: str, right: str, kind: Kind) -> list[Feature]:
    one, other = read_name(left, kind), read_name(right, kind)
    if not all(name.parts or name.numbers for name in (one, other)):
        raise UsageError("a name has no letter or digit; give the name of a party on both sides")
    return measured(one, other, align(one, other))


def _odds(features: list[Feature], weights: _Weights) -> float:
    return sum(one.value * weights.features[one.feature] for one in features)


def _names(text: str) -> tuple[str, ...]:
    """Give a name, and each of the names that are written in it with "also known as" between them."""
    if len(text) > LONGEST or not _aliased(text):
        return (text,)
    parts = [one.strip(" ()") for one in words().aliases.split(text, _MOST_ALIASES)]
    return (text, *(one for one in parts if fold(one)))


@lru_cache(maxsize=8_192)
def _aliased(text: str) -> bool:
    return words().aliases.search(text) is not None


def _place(name: str) -> tuple[str, str]:
    """Give what orders two names, so that the order of the records tells nothing."""
    return fold(name[:_FOLDED]), name


_FOLDED = 200


def _probability(weights: _Weights, effects: list[tuple[Feature, float]]) -> float:
    odds = weights.start + sum(effect for _, effect in effects)
    told = any(effect > 0 and one.feature in _facts() for one, effect in effects)
    most = weights.with_facts if told else weights.name_alone
    return max(weights.least, min(most, 1 / (1 + exp(-max(min(odds, 30.0), -30.0)))))


@lru_cache(maxsize=8)
def _weights(kind: Kind) -> _Weights:
    table = load("match_weights")
    heat = float(table["temperature"]["weight"])
    rows = table["person" if kind == "person" else "thing"]
    features = {row["feature"]: heat * float(row["weight"]) for row in rows}
    start = features.pop("start")
    ends = table["ends"]
    return _Weights(
        features | _facts(),
        start,
        float(ends["least"]),
        float(ends["name_alone"]),
        float(ends["with_facts"]),
    )


@lru_cache(maxsize=1)
def _facts() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in load("match_weights")["facts"]}
