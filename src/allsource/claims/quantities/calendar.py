"""Is this number part of a date, a year or a clock time?

Asked of every number, also where a time tagger was run, since a number that dates
must never be a quantity: "3 May", "in 2031", "2031-32", "9:40 p.m.".

It reads a bare 2050 as a year wherever no bound, unit, money or plural noun
makes it a count.
"""

from allsource import vocab
from allsource.claims.quantities.currencies import code_of
from allsource.claims.quantities.units import symbol_unit, word_unit
from allsource.claims.quantities.words import Word, lowered
from allsource.claims.quantities.written import Number

__all__ = ["is_calendar"]

_HYPHENS = frozenset("-‐‑–—−")
_CLOCK = frozenset({"am", "pm", "a.m", "p.m", "o'clock", "gmt", "utc", "est", "edt", "cet", "bst"})
_STRETCHES = frozenset({"first", "last", "past", "next", "previous", "coming", "final", "recent"})
_PLACED = frozenset({"ago", "later", "earlier", "before", "prior", "hence"})
"""After a stretch of time these place an event: "two days later"."""
_REACH = 6
_CURRENT_ERA = (1500, 2100)
_HOURS = 12


def is_calendar(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether a number belongs to a date, a year or a clock time.

    Args:
        words: all words of the paragraph.
        number: the number in question.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities.numbers import read_number
        >>> from allsource.claims.quantities.words import cut
        >>> words = cut(parse_text("It opened in 2031.").paragraphs[0])
        >>> is_calendar(words, read_number(words, 3))
        True
    """
    return any(rule(words, number) for rule in (_dated, _slashed, _clock, _hour, _year, _stretch))


def _at(words: tuple[Word, ...], index: int) -> Word | None:
    return words[index] if 0 <= index < len(words) else None


def _lower(words: tuple[Word, ...], index: int) -> str:
    word = _at(words, index)
    return word.lower if word is not None else ""


def _plain(words: tuple[Word, ...], number: Number) -> bool:
    return number.last == number.first + 1 and words[number.first].text.isdecimal()


def _money_code(text: str) -> bool:
    return code_of(text) is not None


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
    return (named or (before in months and before != "may")) or (
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


def _hour(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether a bare number is a time of day: "the bakery opens at six"."""
    token, listed = words[number.first].token, vocab.load("designations")["hours"]
    bare = number.last == number.first + 1 and _bare_after(words, number)
    if not bare or not 1 <= number.value <= _HOURS or token.dep_ != "pobj":
        return False
    told = token.head.head
    if told.dep_ in {"dobj", "xcomp"} and told.head.lemma_ in listed["of"]:
        told = told.head
    if token.head.lower_ not in listed["after"] or told.lemma_ not in listed["of"]:
        return False
    bearers = {kid.lemma_ for kid in told.children if kid.dep_ in {"nsubj", "nsubjpass", "dobj"}}
    return not bearers.intersection(listed["measured"])


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
    following = _at(words, number.last)
    if following is not None and following.lemma in vocab.load("designations")["yearly"]:
        return False
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


def _stretch(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether a stretch of time only places an event: "the past 5 years", "two days ago"."""
    unit = word_unit(words, number.last)
    if unit is None or unit.kind != "time":
        return False
    before, after = _lower(words, number.first - 1), _lower(words, unit.last)
    return before in _STRETCHES | {"within"} or after in _PLACED or _first_in(words, number)


def _first_in(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether the number dates a superlative: "the first time in ten years"."""
    if _lower(words, number.first - 1) not in {"in", "for"}:
        return False
    ordinals = vocab.load("scales")["ordinals"]
    nearby = words[max(0, number.first - _REACH) : number.first - 1]
    return any(
        (word.lower in ordinals or word.token.tag_ in {"JJS", "RBS"}) and word.lower != "least"
        for word in nearby
        if word.sentence == words[number.first].sentence
    )


def _slashed(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether this is the first number of "12/05/2031"."""
    marks = [_lower(words, number.first + step) for step in (1, 3)]
    last = _at(words, number.first + 4)
    return (
        marks in (["/", "/"], [".", "."])
        and last is not None
        and last.is_number
        and (all(word.glued for word in words[number.first + 1 : number.first + 5]))
    )
