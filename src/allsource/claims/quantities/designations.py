"""Does this number name something instead of measuring it?

Type designations (Orlan-7, F-16), numbered things (Resolution 12, Flight 370),
dates, years and clock times, ordinals, scores, telephone numbers, addresses,
list numbers, pronouns ("one must ask") and idioms ("in the second half"). Words
are vocabulary; the rest is how the number stands beside its neighbours.

It fails on names that no capital, hyphen or known head betrays ("gate nine
workers"), and reads a bare 2050 without a unit as a year.
"""

from collections.abc import Callable
from functools import lru_cache

from allsource import vocab
from allsource.claims.quantities.calendar import is_calendar
from allsource.claims.quantities.currencies import code_of, currency_before
from allsource.claims.quantities.designators import designator
from allsource.claims.quantities.numbers import Number, read_number
from allsource.claims.quantities.units import symbol_unit, word_unit
from allsource.claims.quantities.words import Word, lowered

__all__ = ["is_designation"]

_HYPHENS = frozenset("-‐‑–—−")
_RUN = 8
_LIST = 30
_MERIDIANS = 180
_PAIRING = frozenset({"and", "or", "to", "through", "&", "-", "–"})
_SHORT = frozenset({"no", "nos", "nr", "mk", "fig", "sec"})
_SIGNED = frozenset({"sub", "minus", "plus", "or", "to", "and", "an", "a"})


def is_designation(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether a number names, dates or enumerates, and so is never a quantity.

    Args:
        words: all words of the paragraph.
        number: the number in question.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities.numbers import read_number
        >>> from allsource.claims.quantities.words import cut
        >>> words = cut(parse_text("The Orlan-7 flew.").paragraphs[0])
        >>> is_designation(words, read_number(words, 3))
        True
    """
    rules: tuple[Callable[[tuple[Word, ...], Number], bool], ...] = (
        _idiom, _pronoun, _parties, _glued_name, _glued_ending, _dotted, is_calendar,
        _headed, _paired, _placed, _numbered, _named, _telephone, _listed, _address, _enumerated,
    )  # fmt: skip
    return any(rule(words, number) for rule in rules)


def _at(words: tuple[Word, ...], index: int) -> Word | None:
    return words[index] if 0 <= index < len(words) else None


def _lower(words: tuple[Word, ...], index: int) -> str:
    word = _at(words, index)
    return word.lower if word is not None else ""


def _plain(words: tuple[Word, ...], number: Number) -> bool:
    """Written as digits alone, without separators, decimals or scale."""
    return number.last == number.first + 1 and words[number.first].text.isdecimal()


@lru_cache(maxsize=1)
def _idioms() -> dict[str, list[tuple[str, ...]]]:
    """Give the idioms by each word that they hold."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in vocab.load("designations")["idioms"]:
        phrase = tuple(entry["words"].replace("-", " ").replace("/", " / ").split())
        for word in phrase:
            found.setdefault(word, []).append(phrase)
    return found


def _idiom(words: tuple[Word, ...], number: Number) -> bool:
    for phrase in _idioms().get(words[number.first].lower, ()):
        for start in range(max(0, number.first - len(phrase) + 1), number.first + 1):
            if lowered(words, start, len(phrase)) == phrase:
                return True
    return False


def _pronoun(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether "one" stands for a noun: it counts only before a noun or "of"."""
    if words[number.first].lower != "one" or number.last != number.first + 1:
        return False
    token, following = words[number.first].token, _at(words, number.last)
    if following is None:
        return True
    counts = token.dep_ == "nummod" and following.is_word and token.head.i > token.i
    if following.lower in {"to", "or"} and read_number(words, number.last + 1) is not None:
        return False
    hyphened = following.lower in _HYPHENS and following.glued
    return not (counts or hyphened or symbol_unit(words, number.last) is not None
                or _lower(words, number.last) in {"percent", "per"}
                or (following.lower == "of" and not _of_pronoun(words, number)))  # fmt: skip


def _of_pronoun(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether "one of" goes on with a pronoun: "one of them"."""
    after = _at(words, number.last + 1)
    return after is None or (after.token.pos_ == "PRON" and after.token.dep_ == "pobj")


def _parties(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether a known pair is named ("the two countries") and nothing counted."""
    if number.form != "words" or number.value not in {2, 3} or number.scale != 1:
        return False
    following = _at(words, number.last)
    return (
        _lower(words, number.first - 1) in {"the", "these", "those", "both", "all", "our", "their"}
        and following is not None
        and following.lemma in vocab.load("designations")["parties"]
    )


def _glued_name(words: tuple[Word, ...], number: Number) -> bool:
    """A letter or hyphenated name right before: G7, MH17, Orlan-7; but not sub-7, EUR50m."""
    before = _at(words, number.first - 1)
    if before is None or not words[number.first].glued:
        return False
    if before.is_word:
        return currency_before(words, number.first) is None
    name = _at(words, number.first - 2)
    if before.text in "-/" and before.glued and name is not None and name.is_number:
        return _goes_on(words, number, name)
    if before.lower not in _HYPHENS or not before.glued:
        stray = before.lower in _HYPHENS and _label(words, number)
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
    first = read_number(words, number.first - 2) if _plain(words, number) else None
    return first is not None and first.last == number.first - 1 and _headed(words, first)


def _glued_run(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a number ends a longer name: "A350-1000", "S/2031/144"."""
    first = at
    while first > max(0, at - _RUN) and words[first].glued:
        first -= 1
    name = words[first]
    return name.is_word and name.text[0].isupper() and code_of(name.text) is None


def _label(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether a name in capitals stands before a stray space: "COVID -19"."""
    name, after = _at(words, number.first - 2), _at(words, number.last)
    capitals = name is not None and len(name.text) > 1 and name.text.isupper()
    return capitals and not (after is not None and after.text in "%.")


def _money_code(text: str) -> bool:
    return code_of(text) is not None


def _glued_ending(words: tuple[Word, ...], number: Number) -> bool:
    """Letters that are no unit right after digits: 3D, 21st, 1990s, 4x4."""
    following = _at(words, number.last)
    if following is None or not following.glued or not words[number.last - 1].text[-1].isdecimal():
        return False
    beyond = _at(words, number.last + 1)
    if following.is_word and beyond is not None and beyond.glued and _names_on(words, number):
        return True
    if following.lower in {"s", "th", "st", "nd", "rd"}:
        era = words[number.first].text
        return (
            following.lower != "s"
            or _lower(words, number.first - 1) in {"the", "-"}
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
    at += words[at].text in _HYPHENS
    return at < len(words) and words[at].glued and words[at].is_number


def _dotted(words: tuple[Word, ...], number: Number) -> bool:
    """Versions and addresses of machines: 3.2.1."""
    after, beyond = _at(words, number.last), _at(words, number.last + 1)
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


def _headed(words: tuple[Word, ...], number: Number) -> bool:
    """A head that numbers things right before: Resolution 12, Flight 370, No. 5."""
    at = number.first - 1
    if _lower(words, at) == "." and _lower(words, at - 1) in _SHORT:
        return words[at].glued
    if lowered(words, at - 1, 2) == ("group", "of") and words[at - 1].text[0].isupper():
        return True
    head, tables = _at(words, at), vocab.load("designations")
    if head is None or words[number.first].glued or number.scale != 1 or head.lower == "numbers":
        return False
    if head.lower in tables["labels"] and head.token.pos_ in {"NOUN", "PROPN"}:
        return not (symbol_unit(words, number.last) or word_unit(words, number.last))
    made = head.lower in tables["makers"] and _plain(words, number)
    made = made or _titled(words, number, head)
    listed = head.lower in tables["heads"] or head.lemma in tables["heads"]
    return made or (listed and _names(words, number, head))


def _paired(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether a bare number goes on a numbered pair: the 7 of "Articles 4 and 7"."""
    following, before = _at(words, number.last), _at(words, number.first - 2)
    linked = _lower(words, number.first - 1) in _PAIRING and before is not None
    if not linked or before is None or not before.is_number or not _plain(words, number):
        return False
    counted = following is not None and (
        following.token.pos_ in {"NOUN", "ADJ", "PROPN"} or following.text[0] in "%$€£°"
    )  # fmt: skip
    first = read_number(words, number.first - 2)
    whole = first is not None and first.last == number.first - 1
    return bool(not counted and whole and first is not None and _headed(words, first))


def _placed(words: tuple[Word, ...], number: Number) -> bool:
    """Read coordinates: "54.2 N, 12.1 E", "54°12′N"."""
    following, beyond = _at(words, number.last), _at(words, number.last + 1)
    if following is not None and following.text in {"N", "S", "E", "W"} and number.scale == 1:
        return number.value <= _MERIDIANS
    minutes = following is not None and following.text in "°′'" and beyond is not None
    return bool(minutes and beyond is not None and beyond.glued and (
        beyond.is_number or beyond.text in {"N", "S", "E", "W"}))  # fmt: skip


def _titled(words: tuple[Word, ...], number: Number, head: Word) -> bool:
    """Say whether a capitalised singular noun inside a sentence bears a plain number: "at Weir 14"."""
    following = _at(words, number.last)
    plain = _plain(words, number) and head.is_word and head.text[0].isupper()
    counts = following is not None and (following.token.pos_ in {"NOUN", "ADJ", "PROPN", "NUM"} or
                                        following.text in "%-/")  # fmt: skip
    name = head.token.pos_ in {"PROPN", "NOUN"} and head.token.tag_ not in {"NNS", "NNPS"}
    inside = not head.token.is_sent_start and code_of(head.text) is None
    measured = symbol_unit(words, number.last) or word_unit(words, number.last)
    tied = head.token.ent_type_ not in {"DATE", "TIME"} and not head.text.isupper()
    return bool(plain and name and inside and tied and not counts and not measured)


def _names(words: tuple[Word, ...], number: Number, head: Word) -> bool:
    """Say whether a listed head numbers, and no noun or unit follows that is counted instead."""
    following = _at(words, number.last)
    measured = following is not None and (
        following.token.tag_ in {"NNS", "NNPS"} or following.text in "%$€£"
        or symbol_unit(words, number.last) is not None
    )  # fmt: skip
    opens = head.token.is_sent_start
    maker = head.text[0].isupper() and (head.token.pos_ == "PROPN" or not opens)
    return (maker and "," not in words[number.first].text) or not (
        measured or (following is not None and following.token.pos_ in {"NOUN", "ADJ"})
    )


def _numbered(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether a plain number names the noun or initials before it: "frigate 494"."""
    before, after = _at(words, number.first - 1), _at(words, number.last)
    if before is None or not _plain(words, number) or words[number.first].glued:
        return False
    open_end = after is None or not (after.is_word and after.token.pos_ in {"NOUN", "ADJ", "PROPN"})
    bare = (
        open_end
        and symbol_unit(words, number.last) is None
        and (word_unit(words, number.last) is None)
    )
    initial = before.text == "." and before.glued and len(_lower(words, number.first - 2)) == 1
    token = words[number.first].token
    tied = (
        before.token.tag_ == "NN"
        and token.dep_ in {"nummod", "appos", "nmod"}
        and (token.head.i == before.token.i)
    )
    return bare and (initial or tied)


def _named(words: tuple[Word, ...], number: Number) -> bool:
    """Part of a proper name: "Windows 11", "787 Dreamliner"."""
    if not _plain(words, number):
        return False
    before, after = _at(words, number.first - 1), _at(words, number.last)
    own = words[number.first].token
    follows_name = (
        before is not None and before.is_word and before.token.pos_ == "PROPN"
        and before.text[0].isupper() and not words[number.first].glued and not _money_code(before.text)
    )  # fmt: skip
    if follows_name and own.dep_ in {"nummod", "appos", "nmod", "npadvmod", "compound", "pobj", "dobj",
                                     "nsubj", "conj", "oprd", "attr"}:  # fmt: skip
        ahead = own.head.i > own.i and own.dep_ in {"nummod", "compound", "nmod"}
        counted = ahead and own.head.tag_ in {"NNS", "NN"} and own.head.pos_ == "NOUN"
        one = (
            own.head.tag_ == "NN"
            and own.head.lower_ not in vocab.load("measured_things")["invariable"]
        )
        counted = counted and not (
            one and number.value > 1 and word_unit(words, number.last) is None
        )
        measured = symbol_unit(words, number.last) or (after is not None and after.text == "%")
        return not counted and not measured
    if designator(words, number.last) is not None:
        return False
    singular_name = after is not None and after.token.tag_ == "NNP" and after.text[0].isupper()
    joined = own.dep_ in {"nummod", "compound", "nmod"} and own.head.tag_ == "NNP"
    measured = (
        symbol_unit(words, number.last)
        or word_unit(words, number.last)
        or (after is not None and _money_code(after.text))
    )
    return bool(singular_name and joined and len(own.text) >= 3 and not measured)


def _telephone(words: tuple[Word, ...], number: Number) -> bool:
    """Digits beside digits with nothing but a space between."""
    if not _plain(words, number):
        return False
    around = (_at(words, number.first - 1), _at(words, number.last))
    if any(
        word is not None and word.is_number and not _fraction_after(words, number)
        for word in around
    ):
        return True
    return around[0] is not None and around[0].text == "+" and words[number.first].glued


def _fraction_after(words: tuple[Word, ...], number: Number) -> bool:
    return _lower(words, number.last + 1) in {"/", "-"}


def _listed(words: tuple[Word, ...], number: Number) -> bool:
    """List numbers: "1. First", "(3) third"."""
    if not _plain(words, number) or number.value >= 100:
        return False
    before, after = _lower(words, number.first - 1), _lower(words, number.last)
    if before == "(" and after == ")":
        return True
    opens = (
        number.first == 0
        or "\n"
        in words[number.first].token.doc.text[
            words[number.first - 1].end : words[number.first].start
        ]
    )
    beyond = _at(words, number.last + 1)
    return opens and after in {".", ")"} and beyond is not None


def _address(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether this is a house number: names and a street word follow."""
    if not _plain(words, number):
        return False
    for index in range(number.last, min(number.last + 4, len(words))):
        word = words[index]
        street = word.lower in vocab.load("designations")["streets"] and word.text[0].isupper()
        if street and index > number.last:
            return True
        if not word.is_word or not word.text[0].isupper():
            return False
    return False


def _enumerated(words: tuple[Word, ...], number: Number) -> bool:
    """Read a list of names: "numbered 1, 2 and 5", "the winning numbers were 4, 11 and 19"."""
    if not _plain(words, number):
        return False
    at = number.first - 1
    while (
        number.first - at < _LIST
        and at > 0
        and (words[at].text == "," or words[at].lower == "and" or words[at].is_number)
    ):
        at -= 1
    if _lower(words, at) == "numbered":
        return True
    listed = words[at].lemma == "be" and _lower(words, at - 1) == "numbers"
    return listed and at > 0
