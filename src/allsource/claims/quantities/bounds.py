"""Does the number bound a quantity, and on which side?

Phrases before and after the number are matched against the vocabulary, longest
first. A negator before a bound flips it ("never exceeded" is at most), so no
phrase can be read the wrong way round because its negation was not listed.

It fails where the negation stands in another clause ("nobody believes that it
exceeded 400").
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from allsource import vocab
from allsource.claims.quantities.words import Word, lowered

__all__ = ["Bound", "Modifiers", "after", "before"]

Bound = Literal["over", "at_least", "under", "at_most"]

_FLIPPED: dict[Bound, Bound] = {
    "over": "at_most", "at_most": "over", "under": "at_least", "at_least": "under",
}  # fmt: skip
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


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, ...], tuple[Bound | None, bool, bool]]:
    """Map phrases before a number to (bound, approximate, filler)."""
    tables = vocab.load("quantity_bounds")
    found: dict[tuple[str, ...], tuple[Bound | None, bool, bool]] = {}
    for entry in tables["fillers"]:
        found[_key(entry)] = (None, False, True)
    for entry in tables["approximate"]["before"]:
        found[_key(entry)] = (entry.get("bound"), "bound" not in entry, False)
    for entry in tables["before"]:
        found[_key(entry)] = (entry["bound"], False, False)
    return found


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
        step = _phrase(words, found) or _verb(words, found)
        if step is None:
            break
        found = step
    return found


def _phrase(words: tuple[Word, ...], found: Modifiers) -> Modifiers | None:
    here = found.start
    if here and words[here - 1].text in "-–‑" and words[here - 1].glued:
        here -= 1
    for length in range(5, 0, -1):
        start = here - length
        entry = _phrases().get(lowered(words, start, length)) if start >= 0 else None
        if entry is None or words[start].sentence != words[found.start - 1].sentence:
            continue
        bound, approximate, filler = entry
        if filler:
            return Modifiers(found.first, start, found.bound, found.approximate)
        if (bound is not None and found.bound is not None) or not _modifier(words, start, length):
            return None
        flipped, first = _flip(words, start, bound)
        return Modifiers(first, first, flipped or found.bound, found.approximate or approximate)
    return None


def _modifier(words: tuple[Word, ...], start: int, length: int) -> bool:
    """A lone "over" or "about" may be a plain preposition: "spread over two years"."""
    word = words[start]
    if length > 1 or word.lower not in {"over", "beyond", "under"}:
        return True
    if word.token.dep_ != "prep" or word.token.head.pos_ not in {"VERB", "AUX"}:
        return True
    from allsource.claims.quantities.units import word_unit  # noqa: PLC0415 - only here

    unit = next((word_unit(words, index) for index in range(start + 2, min(start + 6, len(words)))
                 if word_unit(words, index)), None)  # fmt: skip
    return unit is None or unit.kind != "time" or unit.last > start + 5


def _verb(words: tuple[Word, ...], found: Modifiers) -> Modifiers | None:
    index = found.start - 1
    if index < 0 or found.bound is not None or words[index].token.pos_ not in {"VERB", "AUX"}:
        return None
    bound = _verbs().get(words[index].lemma)
    if bound is None:
        return None
    flipped, first = _flip(words, index, bound)
    return Modifiers(first, first, flipped, found.approximate)


def _flip(words: tuple[Word, ...], start: int, bound: Bound | None) -> tuple[Bound | None, int]:
    """Turn a bound round where a negator stands before it, over auxiliaries and adverbs."""
    tables = vocab.load("quantity_bounds")
    if bound is None:
        return None, start
    index = start - 1
    for _ in range(4):
        if index < 0 or words[index].sentence != words[start].sentence:
            break
        lower = words[index].lower
        if lower in tables["negators"] or lower.endswith("n't"):
            return (
                (bound, start)
                if words[index + 1].lower in {"only", "just"}
                else (_FLIPPED[bound], index)
            )
        if lower not in tables["passed_over"]:
            break
        index -= 1
    return bound, start


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
    """ "plus" and "ish" must be glued or hyphened; "at least" must not open the next number."""
    if phrase[0] in {"plus", "ish", "+"}:
        return words[here].glued
    following = words[here + len(phrase)] if here + len(phrase) < len(words) else None
    opens = phrase[:1] == ("at",) or phrase == ("approximately",)
    return not (opens and following is not None and (following.is_number or following.is_word))
