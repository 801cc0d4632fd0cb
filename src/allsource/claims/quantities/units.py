"""Of what is this a number?

After a number stands a real unit (symbol or words, from the vocabulary), or a
counted noun, which the parse delimits. A unit's name is singular and British in
spelling; a counted noun keeps its common modifiers ("charging station") and
drops names and nationalities, which say *of what* and not *what*.

It fails where the parse cuts the noun phrase wrongly, mostly in headlines.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from allsource import vocab
from allsource.claims.quantities.designators import designator
from allsource.claims.quantities.words import Word, lowered

__all__ = ["Unit", "counted_noun", "head_name", "is_measured", "symbol_unit", "word_unit"]

_PREFIXES = {"k": "kilo", "M": "mega", "G": "giga", "T": "tera", "m": "milli", "c": "centi",
             "n": "nano", "μ": "micro"}  # fmt: skip
_HYPHENS = frozenset("-‐‑–—−")
_LONGEST = 4
_QUOTED = 60
"""Words back in which the opening mark of a quotation is looked for."""
_DEICTIC = frozenset({"last", "next", "this", "that", "these", "those", "today", "yesterday", "tomorrow",
                      "tonight", "overnight"})  # fmt: skip
"""These open a time or another phrase, not what the number counts."""
_NEVER_GLUED = frozenset({"A", "F", "R", "N"})
"""Single letters that end a type designation when glued: 955A."""
_SPACED_LETTERS = frozenset("mgtWVACRNJFlL")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as found.

    Args:
        name: singular name.
        kind: ``length``, ``time``, ..., or ``count`` for a counted noun.
        last: one past the index of its last word.
        head: index of the word that bears its grammar.
        per: rate that the symbol itself holds ("mph"), else None.
    """

    name: str
    kind: str
    last: int
    head: int
    per: str | None = None


@lru_cache(maxsize=1)
def _symbols() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for entry in vocab.load("units"):
        for symbol in entry["symbols"]:
            table.setdefault(symbol, (entry["name"], entry["kind"]))
            for prefix in entry.get("si", ()):
                named = (_PREFIXES[prefix] + entry["name"], entry["kind"])
                table.setdefault(prefix + symbol, named)
                if prefix == "μ":
                    table.setdefault("µ" + symbol, named)
    return table


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for entry in vocab.load("units"):
        prefixes = ["", *(_PREFIXES[prefix] for prefix in entry.get("si", ()))]
        for word in entry["words"]:
            for prefix in prefixes:
                named = (prefix + entry["name"], entry["kind"])
                table.setdefault(prefix + word, named)
                table.setdefault(prefix + word + "s", named)
    return table


@lru_cache(maxsize=1)
def _measured() -> frozenset[str]:
    return frozenset(name for name, kind in _words().values() if kind != "count")


def is_measured(name: str) -> bool:
    """Say whether a unit's name is of a measure (``kilometre``), and no counted noun.

    Example:
        >>> is_measured("kilometre"), is_measured("lorry")
        (True, False)
    """
    return name in _measured()


def head_name(unit: Unit) -> str:
    """Give the name of a unit as told: of a counted noun its head alone, of a type its whole name.

    Example:
        >>> head_name(Unit("bulk carrier", "count", 3, 2))
        'carrier'
    """
    whole = unit.kind != "count" or unit.name in _measured() or any(map(str.isdigit, unit.name))
    return unit.name if whole else unit.name.split()[-1]


def _closes_quotation(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a mark of inches closes words that another opened: "fewer than 30"."""
    opened = 0
    for word in reversed(words[max(0, at - _QUOTED) : at]):
        if word.sentence != words[at].sentence:
            break
        opened += word.text == '"'
    return opened % 2 == 1


def symbol_unit(words: tuple[Word, ...], at: int) -> Unit | None:
    """Read a unit symbol at word ``at`` ("kg", "km/h", "%"), or None."""
    if at >= len(words):
        return None
    at, spaced = _past_hyphen(words, at)
    if at >= len(words):
        return None
    rate: dict[str, Any] = vocab.load("rates")["symbols"]
    if words[at].lower in rate and (words[at].text.islower() or words[at].text[0].isupper()):
        name, per = rate[words[at].lower]
        return Unit(name, "speed" if name in {"mile", "kilometre"} else "count", at + 1, at, per)
    dotted = words[at : at + 5]
    letters = "".join(part.text for part in dotted[::2]).lower()
    if letters in rate and all(part.text == "." and part.glued for part in dotted[1::2]):
        name, per = rate[letters]
        return Unit(name, "speed", at + 5, at, per)
    for length in (3, 2, 1):
        parts = words[at : at + length]
        glued = all(part.glued for part in parts[1:])
        symbol = "".join(part.text for part in parts)
        if len(parts) == length and glued and symbol in _symbols():
            if symbol == '"' and _closes_quotation(words, at):
                continue
            if not _stands(words, at, length, spaced=spaced):
                continue
            name, kind = _symbols()[symbol]
            return Unit(name, kind, at + length, at)
    return None


def _past_hyphen(words: tuple[Word, ...], at: int) -> tuple[int, bool]:
    if words[at].text in _HYPHENS and words[at].glued and at + 1 < len(words):
        return at + 1, False
    return at, not words[at].glued


def _stands(words: tuple[Word, ...], at: int, length: int, *, spaced: bool) -> bool:
    """A symbol ends a word; a single letter after a space must not open a sentence or name."""
    after = words[at + length] if at + length < len(words) else None
    if after is not None and after.glued and after.text[0].isalnum():
        return False
    text = words[at].text
    if not spaced and length == 1 and text in _NEVER_GLUED:
        return False
    if spaced and length == 1 and len(text) == 1 and text.isalpha():
        return text in _SPACED_LETTERS and not (after is not None and after.text[0] in ".'’")
    return not (text in {'"', "″", "′"} and spaced)


def word_unit(words: tuple[Word, ...], at: int) -> Unit | None:
    """Read a unit in words at word ``at`` ("square metres", "-year"), or None."""
    if at >= len(words):
        return None
    at = _past_hyphen(words, at)[0]
    for length in range(_LONGEST, 0, -1):
        parts = [part for part in lowered(words, at, length) if part not in _HYPHENS]
        if not parts or parts[-1] == ".":
            continue
        phrase = " ".join(part for part in parts if part != ".")
        if len(lowered(words, at, length)) == length and phrase in _words():
            name, kind = _words()[phrase]
            return Unit(name, kind, at + length, at + length - 1)
    return None


def _acts(word: Word) -> bool:
    """Say whether a participle tells what the counted do: the "carrying" of "22 carrying flour"."""
    return word.token.tag_ == "VBG" and any(c.dep_ in {"dobj", "prep"} for c in word.token.children)


def counted_noun(words: tuple[Word, ...], at: int) -> Unit | None:
    """Read the noun phrase that a number counts from word ``at``, or None.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities.words import cut
        >>> counted_noun(cut(parse_text("They built 40 charging stations.").paragraphs[0]), 3).name
        'charging station'
    """
    if at < len(words) and (words[at].lower in _DEICTIC or _acts(words[at])):
        return None
    named = designator(words, at)
    if named is not None:
        inner = None if named.plural else counted_noun(words, named.last)
        return inner or Unit(named.name, "count", named.last, named.last - 1 - named.plural)
    tight = _hyphened(words, at)
    last = at + 2 if tight else _phrase_end(words, at)
    if last is None:
        return None
    real = word_unit(words, last - 1)
    if real is not None and real.last == last and last - at > 1 and not tight:
        return Unit(real.name, real.kind, last, last - 1)
    return Unit(_singular(words, at, last), "count", last, last - 1)


def _hyphened(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a hyphen ties the number to one noun only: "six-cylinder engine"."""
    return (
        at + 1 < len(words) and words[at].text in _HYPHENS and words[at].glued
        and words[at + 1].glued and words[at + 1].is_word
        and not (at + 2 < len(words) and words[at + 2].text in _HYPHENS)
    )  # fmt: skip


def _phrase_end(words: tuple[Word, ...], at: int) -> int | None:
    """Give the index after the last noun of the run of modifiers and nouns from ``at``."""
    end: int | None = None
    plural: int | None = None
    for index in range(at, min(at + 8, len(words))):
        word = words[index]
        if word.text in _HYPHENS and (word.glued or index == at):
            continue
        if not _modifies(word, words, at):
            break
        if word.token.pos_ in {"NOUN", "PROPN"}:
            end = index + 1
            plural = end if word.token.tag_ == "NNS" else plural
            if _closes(words, index):
                break
    return plural if _misread(words, at, plural, end) else end


def _misread(words: tuple[Word, ...], at: int, plural: int | None, end: int | None) -> bool:
    """Say whether a plural is what is counted and the noun after it a verb: "45,000 seabirds nest"."""
    if plural is None or end is None or plural == end or words[at - 1].lower in {"1", "one"}:
        return False
    between = words[plural:end]
    return len(between) == 1 and between[0].token.tag_ == "NN" and not between[0].glued


def _modifies(word: Word, words: tuple[Word, ...], at: int) -> bool:
    token = word.token
    if token.pos_ in {"ADJ", "NOUN", "PROPN"}:
        return token.lower_ not in {"ago", "apiece", "worth", "later", "old", "more", "less"} or (
            token.lower_ == "more" and word is words[at]
        )
    if token.pos_ == "NUM" and word.glued:
        return True
    inside = token.head.i > token.i and token.dep_ in {"amod", "compound", "nmod", "advmod"}
    return token.pos_ in {"VERB", "ADV", "SYM", "X"} and inside and word.is_word


def _closes(words: tuple[Word, ...], index: int) -> bool:
    """A plural noun that is not itself a modifier ends the phrase; so does a possessive."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or (following.text in _HYPHENS and following.glued):
        return following is None
    if following.token.tag_ == "POS" or following.lower == "'s":
        return True
    return word.token.tag_ in {"NNS", "NNPS"} and word.token.dep_ not in {
        "compound",
        "nmod",
        "amod",
    }


def _singular(words: tuple[Word, ...], at: int, last: int) -> str:
    parts = [word for word in words[at:last] if word.text not in _HYPHENS or word.glued]
    while parts and parts[0].text in _HYPHENS:
        parts = parts[1:]
    head = parts[-1]
    kept = [word for word in parts[:-1] if not _names(word) and not _loose(word, parts)]
    while kept and kept[0].text in _HYPHENS:
        kept = kept[1:]
    text = "".join(
        (" " if n and not word.glued else "") + _plain(word) for n, word in enumerate(kept)
    )
    tail = _lemma(head)
    glue = "" if head.glued and kept and kept[-1].text in _HYPHENS else " "
    return (text + glue + tail).strip() if text else tail


def _loose(word: Word, parts: tuple[Word, ...] | list[Word]) -> bool:
    """Participles, adverbs and "more" say nothing of the kind counted; "coal-fired" does."""
    place = next(n for n, part in enumerate(parts) if part is word)
    tied = word.glued or (place + 1 < len(parts) and parts[place + 1].glued)
    loose = word.token.pos_ in {"VERB", "ADV"} or word.lower in {"more", "other", "further"}
    numbered = word.is_number and word.glued and place > 0
    return numbered or (loose and not tied)


def _plain(word: Word) -> str:
    return word.lemma if word.token.tag_ in {"JJR", "JJS"} else word.lower


def _names(word: Word) -> bool:
    return word.is_word and word.text[0].isupper() and word.token.pos_ in {"PROPN", "ADJ"}


def _lemma(word: Word) -> str:
    known: str | None = vocab.load("measured_things")["singulars"].get(word.lower)
    if known is not None:
        return known
    lemma = word.lemma
    if word.token.pos_ == "PROPN":
        plural = word.token.tag_ == "NNPS" and lemma.endswith("s")
        return word.text[:-1] if plural and word.text.endswith("s") else word.text
    soft = word.lower.endswith("ves") and lemma.endswith("f")
    if soft and word.lower not in vocab.load("measured_things")["ves"]:
        return word.lower[:-1]
    if word.lower.endswith("oses") and not lemma.endswith("e"):
        return word.lower[:-1]
    return lemma
