"""Does this number name something instead of measuring it?

Type designations (Orlan-7, F-16), numbered things (Resolution 12, Flight 370),
dates, years and clock times, ordinals, scores, telephone numbers, addresses,
list numbers, pronouns ("one must ask") and idioms ("in the second half"). Words
are vocabulary; the rest is how the number stands beside its neighbours.

It fails on names that no capital, hyphen or known head betrays ("gate nine
workers"), and reads a bare 2050 without a unit as a year.
"""

from collections.abc import Callable

from allsource import vocab
from allsource.claims.quantities.currencies import code_of, currency_before
from allsource.claims.quantities.numbers import Number, read_number
from allsource.claims.quantities.units import symbol_unit, word_unit
from allsource.claims.quantities.words import Word, lowered

__all__ = ["is_designation"]

_HYPHENS = frozenset("-‐‑–—−")
_SIGNED = frozenset({"sub", "minus", "plus", "or", "to", "and", "an", "a"})
_CLOCK = frozenset({"am", "pm", "a.m", "p.m", "o'clock", "gmt", "utc", "est", "edt", "cet", "bst"})
_CURRENT_ERA = (1500, 2100)


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
        _idiom, _pronoun, _parties, _glued_name, _glued_ending, _dotted, _dated, _clock, _year,
        _headed, _named, _telephone, _listed, _address,
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


def _idiom(words: tuple[Word, ...], number: Number) -> bool:
    for entry in vocab.load("designations")["idioms"]:
        phrase = tuple(entry["words"].replace("-", " ").replace("/", " / ").split())
        for start in range(number.first - len(phrase) + 1, number.first + 1):
            if start >= 0 and lowered(words, start, len(phrase)) == phrase:
                return True
    return False


def _pronoun(words: tuple[Word, ...], number: Number) -> bool:
    """ "one" counts only where a noun that it modifies follows, or a set that it is one of."""
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
                or _lower(words, number.last) in {"percent", "per", "of"})  # fmt: skip


def _parties(words: tuple[Word, ...], number: Number) -> bool:
    """ "the two countries" names a known pair; nothing is counted."""
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
    if before.lower not in _HYPHENS or not before.glued:
        return before.text in "#@_" or (before.text == "." and before.glued and
                                        words[number.first].is_number)  # fmt: skip
    name = _at(words, number.first - 2)
    if name is None or name.lower in _SIGNED:
        return False
    spelled = vocab.load("scales")["cardinals"]
    return name.is_word and name.lower not in spelled and number.form != "words"


def _money_code(text: str) -> bool:
    return code_of(text) is not None


def _glued_ending(words: tuple[Word, ...], number: Number) -> bool:
    """Letters that are no unit right after digits: 3D, 21st, 1990s, 4x4."""
    following = _at(words, number.last)
    if following is None or not following.glued or not words[number.last - 1].text[-1].isdecimal():
        return False
    if following.lower in {"s", "th", "st", "nd", "rd"}:
        era = words[number.first].text
        return (
            following.lower != "s"
            or _lower(words, number.first - 1) in {"the", "-"}
            or (era.isdecimal() and len(era) == 4)
        )
    measured = symbol_unit(words, number.last) or word_unit(words, number.last)
    known = measured is not None or following.lower in {"ish", "plus", "x"}
    return following.is_word and not known and following.lower not in _scale_letters()


def _scale_letters() -> set[str]:
    tables = vocab.load("scales")
    return {*tables["letters"], *tables["abbreviations"], *tables["scales"]}


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


def _dated(words: tuple[Word, ...], number: Number) -> bool:
    """Days of a month: "3 May", "May 3", "Oct. 9"."""
    if number.form != "digits" or not 1 <= number.value <= 31 or not _plain(words, number):
        return False
    months = vocab.load("designations")["months"]
    before = _lower(words, number.first - 1)
    if before == ".":
        before = _lower(words, number.first - 2)
    after = _at(words, number.last)
    named = before in months and words[number.first - 1].token.pos_ in {"PROPN", "PUNCT", "NUM"}
    return (named or before in months and before != "may") or (
        after is not None and after.lower in months and after.text[0].isupper() and not after.glued
    )


def _clock(words: tuple[Word, ...], number: Number) -> bool:
    """Clock times and ISO dates: 9:40, 5 p.m., 2031-05-04."""
    after, before = _at(words, number.last), _at(words, number.first - 1)
    beyond = _at(words, number.last + 1)
    colon = after is not None and after.text == ":" and after.glued and beyond is not None
    if colon and beyond is not None and beyond.glued and beyond.is_number:
        return True
    if before is not None and before.text == ":" and before.glued and words[number.first].glued:
        return True
    ahead = "".join(lowered(words, number.last, 3))
    return (
        number.form == "digits"
        and number.value <= 24
        and (
            _lower(words, number.last) in _CLOCK
            or ahead in {"a.m", "p.m"}
            or ahead[:3] in {"a.m", "p.m"}
        )
    )


def _year(words: tuple[Word, ...], number: Number) -> bool:
    """A bare four-digit number of the era, unless money, a bound or a unit makes it a count."""
    low, high = _CURRENT_ERA
    if not _plain(words, number) or len(words[number.first].text) != 4:
        return _short_year(words, number)
    if not low <= number.value <= high:
        return False
    before = _at(words, number.first - 1)
    if before is not None and (before.text[-1] in "$€£¥₹₽=~≈" or _money_code(before.text)):
        return False
    if _lower(words, number.first - 1) in {"than", "about", "some", "roughly", "nearly", "almost",
                                           "approximately", "over", "exactly", "least"}:  # fmt: skip
        return _lower(words, number.first - 1) in {"over", "about"} and _bare_after(words, number)
    return _bare_after(words, number) or not _counts_plural(words, number)


def _bare_after(words: tuple[Word, ...], number: Number) -> bool:
    following = _at(words, number.last)
    return (
        following is None
        or not (following.is_word or following.text in "%/°-$€£")
        or (following.is_word and following.token.pos_ not in {"NOUN", "PROPN", "ADJ"})
    )


def _counts_plural(words: tuple[Word, ...], number: Number) -> bool:
    if symbol_unit(words, number.last) or word_unit(words, number.last):
        return True
    token = words[number.first].token
    dated = _lower(words, number.first - 1) in {"the", "in", "since", "by", "of", "its", "this", "'s",
                                                "a", "for", "early", "late", "mid"}  # fmt: skip
    return not dated and token.dep_ == "nummod" and token.head.tag_ in {"NNS", "NNPS"}


def _short_year(words: tuple[Word, ...], number: Number) -> bool:
    """The "32" of "2031-32"."""
    before, year = _at(words, number.first - 1), _at(words, number.first - 2)
    return (
        before is not None and year is not None and before.lower in _HYPHENS | {"/"}
        and before.glued and words[number.first].glued and len(year.text) == 4
        and year.text.isdecimal() and 1500 <= int(year.text) <= 2100
        and len(words[number.first].text) == 2 and words[number.first].text.isdecimal()
    )  # fmt: skip


def _headed(words: tuple[Word, ...], number: Number) -> bool:
    """A head that numbers things right before: Resolution 12, Flight 370, No. 5."""
    at = number.first - 1
    if _lower(words, at) == "." and _lower(words, at - 1) in {
        "no",
        "nos",
        "nr",
        "mk",
        "fig",
        "sec",
    }:
        return words[at].glued
    head = _at(words, at)
    if head is None or words[number.first].glued or number.scale != 1:
        return False
    if (
        head.lower not in vocab.load("designations")["heads"]
        and head.lemma not in vocab.load("designations")["heads"]
    ):
        return False
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
        measured = symbol_unit(words, number.last) or (after is not None and after.text in "%")
        return not counted and not measured
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
    """ "14 Harbour Road": a number, names, a street word."""
    if not _plain(words, number):
        return False
    for index in range(number.last, min(number.last + 4, len(words))):
        word = words[index]
        if word.lower in vocab.load("designations")["streets"] and word.text[0].isupper():
            return index > number.last
        if not word.is_word or not word.text[0].isupper():
            return False
    return False
