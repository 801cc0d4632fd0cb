"""Which sentences can be printed, and how is one put together?

``vocab/wording.yaml`` holds every sentence as a template of literal words and
typed slots. This module reads the templates, fills them, and maps a source's
own words to ICD 203 likelihood terms. Likelihood comes from words or from a
computation only, and never stands in one sentence with confidence, which comes
from roots (ICD 203, D.6.e(2)).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from allsource.assessment import printing
from allsource.model.assessment import Slot
from allsource.vocab import load

__all__ = [
    "Template",
    "filled",
    "likelihood_range",
    "likelihood_sentence",
    "likelihood_term",
    "literals",
    "template",
    "templates",
]

_PART = re.compile(
    r"\{(?P<slot>\w+):(?P<kind>\w+)\}|\{(?P<by>\w+)\?(?P<one>[^|}]*)\|(?P<many>[^}]*)\}"
)


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence of the dossier with its conditions.

    Args:
        key: its name in the vocabulary.
        text: literal words, slots and number agreement.
        stances: what the quoted claim's stance must be; empty where any will do.
        source: who must be credited, any of these; empty where it does not matter.
        needs: further conditions, by name.
        reads: for each slot, the fields and computations it may print.
        polarity: ``same`` where quoted words keep their negation, ``none`` where none are quoted.
    """

    key: str
    text: str
    stances: frozenset[str]
    source: frozenset[str]
    needs: tuple[str, ...]
    reads: Mapping[str, frozenset[str]]
    polarity: str

    @property
    def slots(self) -> tuple[tuple[str, str], ...]:
        """Names and kinds of the slots, in order."""
        return tuple((m["slot"], m["kind"]) for m in _PART.finditer(self.text) if m["slot"])


@lru_cache(maxsize=1)
def templates() -> Mapping[str, Template]:
    """Read every template of the vocabulary, by key.

    Example:
        >>> templates()["says.nobody"].slots
        (('outlet', 'outlet'), ('quote', 'quote'))
    """
    vocabulary: dict[str, Any] = load("wording")
    common: dict[str, list[str]] = vocabulary["reads"]
    return {key: _read(key, entry, common) for key, entry in vocabulary["templates"].items()}


def _read(key: str, entry: dict[str, Any], common: dict[str, list[str]]) -> Template:
    named = {m["slot"] for m in _PART.finditer(entry["text"]) if m["slot"]}
    reads = {**common, **entry.get("reads", {})}
    return Template(
        key=key,
        text=entry["text"],
        stances=frozenset(entry.get("stances", ())),
        source=_names(entry.get("source", [])),
        needs=tuple(entry.get("needs", ())),
        reads={name: frozenset(reads[name]) for name in sorted(named)},
        polarity=entry["polarity"],
    )


def _names(one_or_more: str | list[str]) -> frozenset[str]:
    return frozenset([one_or_more] if isinstance(one_or_more, str) else one_or_more)


def template(key: str) -> Template | None:
    """Give a template by its key, or None."""
    return templates().get(key)


def filled(of: Template, slots: tuple[Slot, ...]) -> str:
    """Print a template with its slots: agreement chosen, first letter capital.

    Raises:
        KeyError: a slot of the template is missing.

    Example:
        >>> slot = Slot("outlet", "outlet", "Quay News", (0,), "document")
        >>> filled(templates()["stands.alone"], (slot,))
        'Quay News alone was found to say this.'
    """
    texts = {slot.name: slot.text for slot in slots}
    one = printing.count(1)

    def part(found: re.Match[str]) -> str:
        if found["slot"]:
            return texts[found["slot"]]
        return found["one"] if texts[found["by"]] == one else found["many"]

    line = _PART.sub(part, of.text)
    own_words = of.text.startswith("{") and of.slots[0][1] in {"count", "name"}
    return line[0].upper() + line[1:] if own_words else line


def literals(of: Template) -> str:
    """Give the template's own words, slots left out, both forms of agreement kept."""
    return _PART.sub(lambda m: "\n" if m["slot"] else f" {m['one']} {m['many']} ", of.text)


def likelihood_term(hedge: str) -> str | None:
    """Give the ICD 203 term that a source's own word means, or None.

    Example:
        >>> likelihood_term("very likely"), likelihood_term("may")
        ('very likely', None)
    """
    word = printing.words(hedge).casefold()
    for entry in load("wording")["likelihood"]:
        if word in entry["words"]:
            return str(entry["term"])
    return None


def likelihood_range(term: str) -> tuple[float, float]:
    """Give the lowest and highest probability that an ICD 203 term may say.

    Args:
        term: as `likelihood_term` gives it.

    Raises:
        KeyError: it is no term of ICD 203.

    Example:
        >>> likelihood_range("likely")
        (0.55, 0.8)
    """
    for entry in load("wording")["likelihood"]:
        if entry["term"] == term:
            low, high = entry["range"]
            return float(low), float(high)
    raise KeyError(term)


def likelihood_sentence(probability: float, that: str) -> str:
    """Say by a term of ICD 203 and its range how likely something is.

    Confidence has no place in such a sentence (ICD 203, D.6.e(2)).

    Args:
        probability: that it is so.
        that: what is so, as a clause.

    Example:
        >>> likelihood_sentence(0.9, "the total exceeded 5,000")
        'It is very likely (80 to 95 %) that the total exceeded 5,000.'
        >>> likelihood_sentence(0.0, "the total exceeded 5,000")
        'There is almost no chance (under 5 %) that the total exceeded 5,000.'
    """
    bands: list[dict[str, Any]] = load("wording")["likelihood_bands"]
    band = next(band for band in bands if probability <= band["most"])
    low, high = (f"{100 * end:.0f}" for end in likelihood_range(band["term"]))
    ends = f"{low} to {high} %"
    if band is bands[0]:
        ends = f"under {high} %"
    elif band is bands[-1]:
        ends = f"over {low} %"
    return f"{band['opens']} ({ends}) that {that}."
