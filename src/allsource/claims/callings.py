"""To which class of tellers does a word belong: people, bodies, outlets, documents?

The classes are those of ``vocab/sources.yaml`` and ``vocab/outlets.yaml``; a noun that none of them
lists is one for a person where it ends like one ("welder", "archivist").

It fails on names that end like something else: "Orlan Ledger" the firm is taken for a paper.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from allsource.vocab import load

__all__ = [
    "anywhere",
    "classes",
    "ends_as_person",
    "is_agency",
    "is_body",
    "is_human",
    "is_institution",
    "is_listed_human",
    "is_outlet",
    "is_trade",
    "listed_outlets",
    "makes",
    "opens_as_outlet",
    "papers",
]

_PERSONAL = re.compile(
    r"(?:er|or|ist|ian|man|woman|men|women|ee|eer|crat|ant|girl|boy|child|mate|logist|guy)s?$"
)


@lru_cache(maxsize=1)
def classes() -> Mapping[str, frozenset[str]]:
    """The classes of ``vocab/sources.yaml``, each with its words in lower case."""
    raw: dict[str, Any] = load("sources")
    found = {name: frozenset(entry.get("nouns", ())) for name, entry in raw.items()}
    return found | {
        "official_when": frozenset(raw["source"]["official_when"]),
        "sensor_when": frozenset(raw["sensor"]["when"]),
        "sensor_of": frozenset(raw["sensor"]["of"]),
        "official_of": frozenset(raw["member"]["of"]),
        "either": frozenset(raw["either"]["nouns"]),
        "things": frozenset(raw["things"]["nouns"]),
        "news_when": frozenset(raw["news"]["when"]),
        "news_of": frozenset(raw["news"]["of"]),
        "news_bodies": frozenset(raw["news"]["bodies"]),
        "titles": frozenset(raw["roles"]["words"]),
        "ranks": frozenset(raw["ranks"]["words"]),
        "pages": frozenset(raw["pages"]["nouns"]),
        "strangers": frozenset(raw["strangers"]["nouns"]),
        "makers": frozenset(raw["makers"]["nouns"]),
        "making": frozenset(raw["making"]["lemmas"]),
    }


@lru_cache(maxsize=1)
def listed_outlets() -> tuple[frozenset[str], frozenset[str]]:
    """The names of known outlets in lower case, and the last words that outlets' names have."""
    raw = load("outlets")["outlets"]
    return frozenset(map(str.casefold, raw["names"])), frozenset(raw["endings"])


def is_human(noun: str) -> bool:
    """Say whether a noun, lower case, is one for a person.

    Example:
        >>> is_human("mayor"), is_human("ministry")
        (True, False)
    """
    return is_trade(noun) or (ends_as_person(noun) and not is_institution(noun))


def ends_as_person(noun: str) -> bool:
    """A noun with the ending of those who do something, if it is not listed as a thing."""
    return _PERSONAL.search(noun) is not None and noun.removesuffix("s") not in classes()["things"]


def is_listed_human(noun: str) -> bool:
    """Say whether a noun, lower case, is listed as one for people, whatever its ending.

    Example:
        >>> is_listed_human("mayor"), is_listed_human("crater")
        (True, False)
    """
    return is_trade(noun) or noun in classes()["group"]


def is_institution(noun: str) -> bool:
    """Say whether a noun, lower case, is one for a body or an outlet, and for no person.

    Example:
        >>> is_institution("ministry"), is_institution("mayor")
        (True, False)
    """
    known = classes()
    body = noun in known["organization"] or noun in known["outlet"] or makes(noun)
    return body and not is_trade(noun)


def makes(noun: str) -> bool:
    """Say whether a noun is one for a firm by what it makes: "toolmaker".

    Example:
        >>> makes("toolmaker"), makes("filmmaker")
        (True, False)
    """
    return noun.endswith("maker") and noun not in classes()["makers"]


def is_trade(noun: str) -> bool:
    """Say whether a noun, lower case, is listed for a person: a trade, an office, a source."""
    known = classes()
    return noun in known["person"] or noun in known["official"] or noun in known["source"]


def is_body(name: str) -> bool:
    """Say whether the last word of a name is one that bodies have and people have not.

    Example:
        >>> is_body("Orlan Works"), is_body("Timo Orlan")
        (True, False)
    """
    words = name.split()
    last = words[-1].casefold().rstrip(".") if len(words) > 1 else ""
    return last in classes()["body_words"] or last in papers()


def is_outlet(name: str) -> bool:
    """Say whether a name is a listed outlet's, or ends like one.

    Example:
        >>> is_outlet("Mardis Ledger"), is_outlet("Orlan Works")
        (True, False)
    """
    known, endings = listed_outlets()
    words = name.split()
    if len(words) <= 1:
        return name.casefold() in known
    paper = words[-1] in endings or is_agency(words) or bool(anywhere() & set(words))
    paper = paper or opens_as_outlet(words)
    return name.casefold() in known or paper


def opens_as_outlet(words: Sequence[str]) -> bool:
    """Say whether a name begins as only those of papers and stations do: "Sunday Pennon".

    Args:
        words: of the name.
    """
    return len(words) > 1 and words[0] in load("outlets")["outlets"]["openings"]


@lru_cache(maxsize=1)
def anywhere() -> frozenset[str]:
    """Words that papers have anywhere in their names: "Il Corriere Velorino"."""
    return frozenset(load("outlets")["outlets"]["anywhere"])


def is_agency(words: Sequence[str]) -> bool:
    """The last two words of a name are those of agencies and broadcasters: "News Agency"."""
    return " ".join(words[-2:]) in load("outlets")["outlets"]["pairs"]


@lru_cache(maxsize=1)
def papers() -> frozenset[str]:
    """Last words of outlets' names that no person's name has."""
    return frozenset(map(str.casefold, load("outlets")["outlets"]["never_people"]))
