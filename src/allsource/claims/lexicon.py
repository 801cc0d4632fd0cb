"""Which words credit somebody, and with what after them?

The word lists are ``vocab/cues.yaml``; here they become typed entries. A verb
credits only with one of the complements listed for it ("note" with a clause or
an object, never bare).

It fails on verbs that are not listed (about one credit in ten of news text has
a verb that no list of this size holds) and on idioms.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from allsource.vocab import load

__all__ = ["Lexicon", "NounCue", "VerbCue", "lexicon"]

CueType = Literal["speech", "belief", "evidence", "act"]


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb that credits.

    Args:
        lemma: its lemma as the parser gives it.
        type: what it tells of the one credited; see ``vocab/cues.yaml``.
        with_: complements that make it credit.
        needs: a word that must hang on it ("point" needs "out"), or None.
        prep_only: it credits by its preposition alone ("refer to").
        whom: its infinitive credits only together with an object.
        of_claims: it credits only where its object is a claim ("squashed rumours").
    """

    lemma: str
    type: CueType
    with_: frozenset[str]
    needs: str | None = None
    prep_only: bool = False
    whom: bool = False
    of_claims: bool = False


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun that credits: "X's claim that", "reports of".

    Args:
        lemma: its lemma.
        with_: complements that make it credit.
        agentless: it credits even where nobody is named.
    """

    lemma: str
    with_: frozenset[str]
    agentless: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words that credit."""

    verbs: Mapping[str, VerbCue]
    passive: Mapping[str, frozenset[str]]
    nouns: Mapping[str, NounCue]
    noun_objects: Mapping[str, frozenset[str]]
    adjectives: frozenset[str]
    before: frozenset[str]
    media: frozenset[str]
    known: Mapping[str, frozenset[str]]
    words_of: Mapping[str, frozenset[str]]
    shown: frozenset[str]
    showing: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Read the vocabulary of cues once.

    Example:
        >>> "clause" in lexicon().verbs["say"].with_
        True
    """
    raw = load("cues")
    return Lexicon(
        verbs={lemma: _verb(lemma, entry) for lemma, entry in raw["verbs"].items()},
        passive={lemma: frozenset(entry["with"]) for lemma, entry in raw["passive"].items()},
        nouns={
            lemma: NounCue(lemma, frozenset(entry["with"]), entry["agentless"])
            for lemma, entry in raw["nouns"].items()
        },
        noun_objects={
            lemma: frozenset(entry["nouns"]) for lemma, entry in raw["noun_objects"].items()
        },
        adjectives=frozenset(raw["adjectives"]),
        before=frozenset(raw["before"]),
        media=frozenset(raw["media"]),
        known={lemma: frozenset(entry["words"]) for lemma, entry in raw["known"].items()},
        words_of={noun: frozenset(entry["after"]) for noun, entry in raw["words_of"].items()},
        shown=frozenset(raw["shown"]["nouns"]),
        showing=frozenset(raw["shown"]["by"]),
    )


def _verb(lemma: str, entry: Mapping[str, object]) -> VerbCue:
    complements = frozenset(map(str, _listed(entry["with"])))
    needs = entry.get("needs")
    return VerbCue(
        lemma=lemma,
        type=entry["type"],  # type: ignore[arg-type]  # the vocabulary's own words
        with_=complements | {"quote"} if "clause" in complements else complements,
        needs=str(needs) if needs else None,
        prep_only=bool(entry.get("prep_only")),
        whom=bool(entry.get("whom")),
        of_claims=entry.get("of") == "claims",
    )


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [value]
