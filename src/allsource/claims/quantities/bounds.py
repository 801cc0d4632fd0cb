"""Does the number bound a quantity, and on which side?

Phrases before and after the number are matched against the vocabulary, longest
first. A negation turns a bound round (see ``negation``), so no phrase can be read
the wrong way because its negation was not listed. "Just over" is a bound and
approximate.

It fails on bounds that stand apart from their number ("40 was the maximum").
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from allsource import vocab
from allsource.claims.quantities.negation import Bound, turned
from allsource.claims.quantities.numbers import Number, read_number
from allsource.claims.quantities.units import word_unit
from allsource.claims.quantities.words import Word, lowered

__all__ = ["Bound", "Modifiers", "after", "before"]

_MODIFIERS_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Modifiers:
    """What stands around a number and says how it bounds.

    Args:
        first: index of the first word that belongs to the quantity (a bound or "about").
        start: index where the words before the number end for grammar (fillers included).
        bound: the bound, or None.
        approximate: "about" and the like.
    """

    first: int
    start: int
    bound: Bound | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What a phrase before a number does."""

    bound: Bound | None = None
    approximate: bool = False
    filler: bool = False
    near: bool = False


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, ...], _Phrase]:
    tables = vocab.load("quantity_bounds")
    found: dict[tuple[str, ...], _Phrase] = {}
    for entry in tables["fillers"]:
        found[_key(entry)] = _Phrase(filler=True)
    for entry in tables["near"]:
        found[_key(entry)] = _Phrase(filler=True, near=True)
    for entry in tables["approximate"]["before"]:
        found[_key(entry)] = _Phrase(approximate=True)
    for entry in tables["before"]:
        found[_key(entry)] = _Phrase(bound=entry["bound"])
    return found


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, _phrases()))


def _key(entry: dict[str, Any]) -> tuple[str, ...]:
    return tuple(entry["words"].split())


@lru_cache(maxsize=1)
def _verbs() -> dict[str, Bound]:
    return {entry["lemma"]: entry["bound"] for entry in vocab.load("quantity_bounds")["verbs"]}


def before(words: tuple[Word, ...], at: int) -> Modifiers:
    """Read bounds, approximators and fillers that end right before word ``at``.

    Args:
        words: all words of the paragraph.
        at: index of the first word of the number, or of its currency sign.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities.words import cut
        >>> before(cut(parse_text("It is not more than 40.").paragraphs[0]), 5).bound
        'at_most'
    """
    found = Modifiers(at, at)
    for _ in range(_MODIFIERS_AT_MOST):
        if found.start < at and words[found.start].lower in {"the", "its", "their"}:
            break
        step = _phrase(words, found, at) or _verb(words, found, at) or _capped(words, found)
        if step is None:
            break
        found = step
    return found


def _phrase(words: tuple[Word, ...], found: Modifiers, at: int) -> Modifiers | None:
    here = found.start
    if here and words[here - 1].text in "-–‑" and words[here - 1].glued:
        here -= 1
    for length in range(_longest(), 0, -1):
        start = here - length
        entry = _phrases().get(lowered(words, start, length)) if start >= 0 else None
        if entry is None or words[start].sentence != words[found.start - 1].sentence:
            continue
        if entry.filler:
            near = entry.near and found.bound is not None
            first = start if near else found.first
            return Modifiers(first, start, found.bound, found.approximate or near)
        taken = entry.bound is not None and found.bound is not None
        if taken or _compares(words, start) or not _modifier(words, start, length, at):
            return None
        if entry.bound is None:
            return Modifiers(start, start, found.bound, found.approximate or entry.approximate)
        bound, first = turned(words, start, at, entry.bound)
        return Modifiers(first, first, bound, found.approximate)
    return None


def _modifier(words: tuple[Word, ...], start: int, length: int, at: int) -> bool:
    """A lone "over" or "about" may be a plain preposition: "spread over two years", "under a 40-day plan"."""
    word = words[start]
    if length == 2 and lowered(words, start, 2) == ("up", "to"):
        rising = {*vocab.load("changes")["verbs"]["up"], "go", "come", "move"}
        return word.token.dep_ not in {"prt", "advmod"} or word.token.head.lemma_ not in rising
    if length > 1 or word.lower not in vocab.load("quantity_bounds")["prepositions"]:
        return True
    number = read_number(words, at)
    if start and word.lower == "over" and _is_particle(words, start, number):
        return False
    if words[start + 1].lower in {"a", "an"} and number is not None and number.form == "digits":
        return False
    inside = start > 0 and words[start - 1].lower == "in"
    if word.token.dep_ != "prep" or word.lower in {"about", "around"} or inside:
        return True
    unit = word_unit(words, number.last) if number is not None else None
    return unit is None or unit.kind != "time"


def _is_particle(words: tuple[Word, ...], start: int, number: Number | None) -> bool:
    """Tell "handed over 40 letters", "took over 40 firms" from "sold over 40", "took over 40 days"."""
    verb, listed = words[start - 1], vocab.load("quantity_bounds")["particles"]
    if verb.token.pos_ != "VERB" or verb.lemma in listed["over"]:
        return verb.lemma in listed["over"]
    if verb.lemma != "take" or number is None or number.last >= len(words):
        return False
    counted = words[number.last].token
    while counted.dep_ in {"amod", "compound"} and counted.head.i > counted.i:
        counted = counted.head
    return counted.lemma_.lower() in listed["taken_over"]


def _verb(words: tuple[Word, ...], found: Modifiers, at: int) -> Modifiers | None:
    index = found.start - 1
    if index < 0 or found.bound is not None or words[index].token.pos_ not in {"VERB", "AUX"}:
        return None
    bound = _verbs().get(words[index].lemma)
    if bound is None or (words[index].lemma in {"pass", "cross"} and _counts_things(words, at)):
        return None
    flipped, first = turned(words, index, at, bound)
    return Modifiers(first, first, flipped, found.approximate)


def _capped(words: tuple[Word, ...], found: Modifiers) -> Modifiers | None:
    """Read "limits shifts to 9 hours", "caps the fee at $40"."""
    link = words[found.start - 1].token if found.start else None
    if link is None or found.bound is not None or link.lower_ not in {"to", "at"}:
        return None
    capped = link.dep_ == "prep" and link.head.lemma_ in vocab.load("quantity_bounds")["capping"]
    return Modifiers(found.first, found.start, "at_most", found.approximate) if capped else None


def _counts_things(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a noun follows the number: "passed 12 laws" is no bound."""
    number = read_number(words, at)
    following = words[number.last] if number is not None and number.last < len(words) else None
    return following is not None and following.token.pos_ in {"NOUN", "ADJ", "PROPN"}


def _compares(words: tuple[Word, ...], start: int) -> bool:
    """Say whether the phrase compares with the number: "twice as many as", "5% more than"."""
    if start == 0 or words[start].lower not in {
        "as", "more", "less", "higher", "lower", "fewer", "heavier", "taller", "older", "faster", "bigger",
        "wider", "deeper", "stronger", "lighter", "younger", "slower", "cheaper", "closer", "narrower",
    }:  # fmt: skip
        return False
    before = words[start - 1]
    return before.is_number or before.lower in {"twice", "thrice", "times", "half", "%", "percent"}


def after(words: tuple[Word, ...], at: int) -> tuple[Bound | None, bool, int]:
    """Read what stands right after a number or unit: bound, approximate, next index.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities.words import cut
        >>> after(cut(parse_text("3,000 or more people").paragraphs[0]), 1)
        ('at_least', False, 3)
    """
    tables = vocab.load("quantity_bounds")
    here = at + 1 if at < len(words) and words[at].text in {"-", ","} else at
    for entries, approximate in ((tables["after"], False), (tables["approximate"]["after"], True)):
        for entry in entries:
            phrase = _key(entry)
            if lowered(words, here, len(phrase)) == phrase and _ends(words, here, phrase):
                return entry.get("bound"), approximate, here + len(phrase)
    return None, False, at


def _ends(words: tuple[Word, ...], here: int, phrase: tuple[str, ...]) -> bool:
    """Say whether the phrase is whole: "plus" glued on, "at least" not opening the next number."""
    beyond = words[here + len(phrase)].lower if here + len(phrase) < len(words) else ""
    if beyond == "than" or (phrase[-1] == "up" and beyond == "to"):
        return False
    if phrase[0] in {"plus", "ish", "odd", "+"}:
        return words[here].glued
    following = words[here + len(phrase)] if here + len(phrase) < len(words) else None
    opens = phrase[:1] == ("at",) or phrase == ("approximately",)
    return not (opens and following is not None and (following.is_number or following.is_word))
