"""What can a word have to do with time?

The groups of ``vocab/times.yaml`` become features of words: "may" is a
``month`` with the value 5. Every distinct set of features is one *kind*, and
every kind one character, so that a text becomes a short string of kinds over
which the grammar is a set of ordinary regular expressions.

It fails where a word is not in the vocabulary: the grammar then cannot see it.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from allsource.vocab import load

__all__ = ["Features", "compile_grammar", "features_of", "kind_of", "words"]

Features = Mapping[str, int | str | float]

_NOTHING: Features = MappingProxyType({})
_NOT_GRAMMAR = {
    "capital",
    "guarded",
    "boundary",
    "before_year",
    "not_before_year",
    "counted",
    "not_counted",
    "ahead",
    "ahead_to",
    "ahead_near",
    "closes",
    "ahead_open",
    "not_verb",
    "modal",
    "before_the_day",
    "after_the_day",
    "before_verb",
    "before_old_year",
    "before_named_year",
    "after_bare_day",
    "before_daypart",
    "telling",
    "behind",
    "joins",
    "before_stretch",
    "before_month",
    "before_season",
    "before_part",
    "before_over",
    "before_bare_day",
    "boundary_behind",
    "results",
}
_SHAPES = (
    "num",
    "day",
    "ordinal",
    "year",
    "yy",
    "decade",
    "span_years",
    "isodate",
    "isomonth",
    "slashed",
    "clock",
    "clock12",
    "fiscal_code",
    "hhmm",
)
_REFERENCE = re.compile(r"@(\w+)")


def features_of(word: str) -> Features:
    """Give the features of a lower-cased word.

    Example:
        >>> features_of("friday")["weekday"]
        5
    """
    return _by_word().get(word, _NOTHING)


@cache
def words(group: str) -> frozenset[str]:
    """Give the words of a group that is a bare list, or of one that has values."""
    entry = load("times")[group]
    return frozenset(entry["words"] if isinstance(entry, dict) else entry)


def kind_of(features: Features) -> str:
    """Give the one character that stands for this set of features."""
    return _kinds().get(frozenset(features), ".")


def compile_grammar(pattern: str) -> re.Pattern[str]:
    """Compile a pattern over features into one over kinds; blanks do not count.

    Example:
        >>> bool(compile_grammar("@month @year").match(
        ...     kind_of(features_of("march")) + kind_of({"num": 2031, "year": 2031})))
        True
    """
    return re.compile(_REFERENCE.sub(_one_of, re.sub(r"\s+", "", pattern)))


def _one_of(reference: re.Match[str]) -> str:
    feature = reference[1]
    kinds = [char for features, char in _kinds().items() if feature in features]
    if not kinds:
        raise KeyError(feature)
    return "[" + "".join(sorted(kinds)) + "]"


@lru_cache(maxsize=1)
def _by_word() -> dict[str, Features]:
    found: dict[str, dict[str, int | str | float]] = {}
    for group, entry in load("times").items():
        if group in _NOT_GRAMMAR:
            continue
        listed = entry["words"]
        for word in listed:
            name = _name(word) if group == "plain" else group
            found.setdefault(word, {})[name] = 0 if group == "plain" else listed[word]
    return {word: MappingProxyType(features) for word, features in found.items()}


def _name(word: str) -> str:
    """Name a plain word's own feature: ``w_the``; punctuation by its code."""
    return f"w_{word}" if word.isidentifier() else f"c_{'_'.join(str(ord(c)) for c in word)}"


@lru_cache(maxsize=1)
def _kinds() -> dict[frozenset[str], str]:
    sets = {frozenset(features) for features in _by_word().values()}
    sets |= {frozenset({shape}) for shape in _SHAPES}
    sets |= {frozenset(s) for s in ({"num", "day"}, {"num", "day", "yy"}, {"num", "yy"})}
    sets |= {frozenset({"num", "hhmm"}), frozenset({"num", "year", "hhmm"}), frozenset({"year"})}
    sets |= {frozenset({"num", "year"}), frozenset({"ordinal", "day_th"}), frozenset({"break"})}
    return {features: chr(0xE000 + n) for n, features in enumerate(sorted(sets, key=sorted))}
