"""Is the number written into a longer name or sign?

"Orlan-7", "MH17", "A350-1000", "3D", "21st", "1990s", "2S19", "3.2.1".

It fails where a stray space cuts the name and no capitals show it.
"""

from allsource import vocab
from allsource.claims.quantities.currencies import code_of, currency_before
from allsource.claims.quantities.headed import is_headed
from allsource.claims.quantities.numbers import read_number
from allsource.claims.quantities.units import symbol_unit, word_unit
from allsource.claims.quantities.words import Word
from allsource.claims.quantities.written import HYPHENS, Number, is_plain, lower_at, word_at

__all__ = ["follows_name", "has_letters", "is_version"]

_RUN = 8
_SIGNED = frozenset({"sub", "minus", "plus", "or", "to", "and", "an", "a"})


def follows_name(words: tuple[Word, ...], number: Number) -> bool:
    """A letter or hyphenated name right before: G7, MH17, Orlan-7; but not sub-7, EUR50m."""
    before = word_at(words, number.first - 1)
    if before is None or not words[number.first].glued:
        return False
    if before.is_word:
        return currency_before(words, number.first) is None
    name = word_at(words, number.first - 2)
    if before.text in "-/" and before.glued and name is not None and name.is_number:
        return _goes_on(words, number, name)
    if before.lower not in HYPHENS or not before.glued:
        stray = before.lower in HYPHENS and _label(words, number)
        dotted = before.text == "." and before.glued and words[number.first].is_number
        return stray or dotted or before.text in "#@_^"
    if name is None or name.text in _SIGNED:
        return False
    spelled = vocab.load("scales")["cardinals"]
    return name.is_word and name.lower not in spelled and number.form != "words"


def _goes_on(words: tuple[Word, ...], number: Number, before: Word) -> bool:
    """Say whether a number goes on a name: the 8 of "Boeing 747-8", the 1000 of "A350-1000"."""
    if before.glued:
        return _glued_run(words, number.first - 2)
    first = read_number(words, number.first - 2) if is_plain(words, number) else None
    return first is not None and first.last == number.first - 1 and is_headed(words, first)


def _glued_run(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a number ends a longer name: "A350-1000", "S/2031/144"."""
    first = at
    while first > max(0, at - _RUN) and words[first].glued:
        first -= 1
    name = words[first]
    return name.is_word and name.text[0].isupper() and code_of(name.text) is None


def _label(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether a name in capitals stands before a stray space: "COVID -19"."""
    name, after = word_at(words, number.first - 2), word_at(words, number.last)
    capitals = name is not None and len(name.text) > 1 and name.text.isupper()
    return capitals and not (after is not None and after.text in "%.")


def has_letters(words: tuple[Word, ...], number: Number) -> bool:
    """Letters that are no unit right after digits: 3D, 21st, 1990s, 4x4."""
    following = word_at(words, number.last)
    if following is None or not following.glued or not words[number.last - 1].text[-1].isdecimal():
        return False
    beyond = word_at(words, number.last + 1)
    if following.is_word and beyond is not None and beyond.glued and _names_on(words, number):
        return True
    if following.lower in {"s", "th", "st", "nd", "rd"}:
        era = words[number.first].text
        return (
            following.lower != "s"
            or lower_at(words, number.first - 1) in {"the", "-"}
            or (era.isdecimal() and len(era) == 4)
        )
    measured = symbol_unit(words, number.last) or word_unit(words, number.last)
    if following.text == "^":
        return True
    known = measured is not None or following.lower in {"ish", "plus", "x"}
    return following.is_word and not known and number.scale == 1


def _names_on(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether digits follow the letters: 2S19, 9M723, 3W-210."""
    at = number.last + 1
    at += words[at].text in HYPHENS
    return at < len(words) and words[at].glued and words[at].is_number


def is_version(words: tuple[Word, ...], number: Number) -> bool:
    """Versions and addresses of machines: 3.2.1."""
    after, beyond = word_at(words, number.last), word_at(words, number.last + 1)
    versioned = (
        after is not None and after.glued and after.text[0] == "."
        and (len(after.text) > 1 or (beyond is not None and beyond.glued and beyond.is_number))
    )  # fmt: skip
    written = words[number.first].text
    return (
        versioned
        or (len(written) > 1 and written[0] == "0" and written.isdecimal())
        or (written.isdecimal() and len(written) > 15)
    )
