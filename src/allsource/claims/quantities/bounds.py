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
from allsource.claims.quantities.numbers import read_number
from allsource.claims.quantities.units import word_unit
from allsource.claims.quantities.words import Word, lowered

__all__ = ["Bound", "Modifiers", "after", "before"]

Bound = Literal["over", "at_least", "under", "at_most"]

_FLIPPED: dict[Bound, Bound] = {
    "over": "at_most", "at_most": "over", "under": "at_least", "at_least": "under",
}  # fmt: skip
_NOT_AS: dict[Bound, Bound] = {**_FLIPPED, "at_most": "under", "at_least": "over"}
"""Not as many as 40 is fewer than 40."""
_REACH = 7
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
        taken = bound is not None and found.bound is not None
        if taken or _compares(words, start) or not _modifier(words, start, length):
            return None
        flipped, first = _flip(words, start, bound)
        return Modifiers(first, first, flipped or found.bound, found.approximate or approximate)
    return None


def _modifier(words: tuple[Word, ...], start: int, length: int) -> bool:
    """A lone "over" or "about" may be a plain preposition: "spread over two years"."""
    word = words[start]
    if length > 1 or word.lower not in {"over", "beyond", "under"}:
        return True
    if word.token.dep_ != "prep":
        return True
    number = read_number(words, start + 1) if start + 1 < len(words) else None
    unit = word_unit(words, number.last) if number is not None else None
    return unit is None or unit.kind != "time"


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
    """Turn a bound round where it is negated; give the index where its words begin."""
    if bound is None:
        return None, start
    at = _negator(words, start)
    if at is None:
        return (_FLIPPED[bound] if _nobody(words[start]) else bound), start
    turned = _NOT_AS if words[start].lower == "as" else _FLIPPED
    return turned[bound], at


def _negator(words: tuple[Word, ...], start: int) -> int | None:
    """Find a negator before a bound, over auxiliaries and adverbs: "is not expected to exceed".

    Only listed words are passed, so a full stop ends the search; a sentence that the parse
    cuts wrongly ("for not | over 79,990 lorries") must not hide the negation.
    """
    tables = vocab.load("quantity_bounds")
    for index in range(start - 1, max(-1, start - _REACH), -1):
        lower = words[index].lower
        if lower in tables["negators"] or lower.endswith("n't"):
            return None if words[index + 1].lower in {"only", "just"} else index
        if lower not in tables["passed_over"]:
            return None
    return None


def _nobody(word: Word) -> bool:
    """Say whether the subject of a verb is itself negative: "no month exceeded 400"."""
    subjects = (c for c in word.token.children if c.dep_ in {"nsubj", "nsubjpass"})
    return word.token.pos_ in {"VERB", "AUX"} and any(
        part.lower_ in {"no", "none", "neither", "nobody", "nothing"}
        for subject in subjects
        for part in (subject, *subject.children)
    )


def _compares(words: tuple[Word, ...], start: int) -> bool:
    """Say whether the phrase compares with the number: "twice as many as", "5% more than"."""
    if start == 0 or words[start].lower not in {"as", "more", "less", "higher", "lower", "fewer"}:
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
    if phrase[0] in {"plus", "ish", "odd", "+"}:
        return words[here].glued
    following = words[here + len(phrase)] if here + len(phrase) < len(words) else None
    opens = phrase[:1] == ("at",) or phrase == ("approximately",)
    return not (opens and following is not None and (following.is_number or following.is_word))
