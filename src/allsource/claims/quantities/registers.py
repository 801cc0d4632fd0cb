"""Does the number stand in a list, an address, a telephone number or coordinates?

"1. First", "14 Harbour Road", "555 4471", "54.2 N, 12.1 E", "numbered 1, 2 and 5".

It fails on addresses without a street word.
"""

from allsource import vocab
from allsource.claims.quantities.words import Word
from allsource.claims.quantities.written import Number, is_plain, lower_at, word_at

__all__ = [
    "is_address",
    "is_apposed_name",
    "is_coordinate",
    "is_enumerated",
    "is_innings",
    "is_list_number",
    "is_telephone",
]

_LIST = 30
_MERIDIANS = 180
_WICKETS = 10
_NAMED = 200
"""Smaller digits between commas are ages and the like."""


def is_coordinate(words: tuple[Word, ...], number: Number) -> bool:
    """Read coordinates: "54.2 N, 12.1 E", "54°12′N"."""
    following, beyond = word_at(words, number.last), word_at(words, number.last + 1)
    if following is not None and following.text in {"N", "S", "E", "W"} and number.scale == 1:
        return number.value <= _MERIDIANS
    minutes = following is not None and following.text in "°′'" and beyond is not None
    return bool(minutes and beyond is not None and beyond.glued and (
        beyond.is_number or beyond.text in {"N", "S", "E", "W"}))  # fmt: skip


def is_innings(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether two numbers are runs and wickets: "closed on 287 for 6"."""
    if not is_plain(words, number):
        return False
    for runs in (number.first, number.first - 2):
        wickets = word_at(words, runs + 2)
        linked = lower_at(words, runs + 1) == "for" and wickets is not None
        if not linked or wickets is None or not words[runs].text.isdecimal():
            continue
        few = wickets.text.isdecimal() and int(wickets.text) <= _WICKETS
        if few and lower_at(words, runs + 3) in {
            "",
            ".",
            ",",
            ";",
            "after",
            "in",
            "and",
            "when",
            "at",
        }:
            return True
    return False


def is_apposed_name(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether digits between commas name what stands before: "the helpline, 1077, took"."""
    before, after = word_at(words, number.first - 1), word_at(words, number.last)
    name = word_at(words, number.first - 2)
    if not is_plain(words, number) or name is None or before is None or after is None:
        return False
    closed = before.text == "," and after.text in {",", "."} and number.value >= _NAMED
    tallies = vocab.load("measured_things")["tallies"] + vocab.load("measured_things")["nameless"]
    one = name.token.tag_ == "NN" and name.lemma not in tallies
    return closed and one and words[number.first].token.dep_ == "appos"


def is_telephone(words: tuple[Word, ...], number: Number) -> bool:
    """Digits beside digits with nothing but a space between."""
    if not is_plain(words, number):
        return False
    around = (word_at(words, number.first - 1), word_at(words, number.last))
    if any(
        word is not None and word.is_number and not _fraction_after(words, number)
        for word in around
    ):
        return True
    return around[0] is not None and around[0].text == "+" and words[number.first].glued


def _fraction_after(words: tuple[Word, ...], number: Number) -> bool:
    return lower_at(words, number.last + 1) in {"/", "-"}


def is_list_number(words: tuple[Word, ...], number: Number) -> bool:
    """List numbers: "1. First", "(3) third"."""
    if not is_plain(words, number) or number.value >= 100:
        return False
    before, after = lower_at(words, number.first - 1), lower_at(words, number.last)
    if before == "(" and after == ")":
        return True
    opens = (
        number.first == 0
        or "\n"
        in words[number.first].token.doc.text[
            words[number.first - 1].end : words[number.first].start
        ]
    )
    beyond = word_at(words, number.last + 1)
    return opens and after in {".", ")"} and beyond is not None


def is_address(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether this is a house number: names and a street word follow."""
    if not is_plain(words, number):
        return False
    for index in range(number.last, min(number.last + 4, len(words))):
        word = words[index]
        street = word.lower in vocab.load("designations")["streets"] and word.text[0].isupper()
        if street and index > number.last:
            return True
        if not word.is_word or not word.text[0].isupper():
            return False
    return False


def is_enumerated(words: tuple[Word, ...], number: Number) -> bool:
    """Read a list of names: "numbered 1, 2 and 5", "the winning numbers were 4, 11 and 19"."""
    if not is_plain(words, number):
        return False
    at = number.first - 1
    while (
        number.first - at < _LIST
        and at > 0
        and (words[at].text == "," or words[at].lower == "and" or words[at].is_number)
    ):
        at -= 1
    if lower_at(words, at) == "numbered":
        return words[at].token.tag_ != "VBD"
    listed = words[at].lemma == "be" and lower_at(words, at - 1) == "numbers"
    return listed and at > 0
