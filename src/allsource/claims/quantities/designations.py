"""Does this number name something instead of measuring it?

Type designations (Orlan-7, F-16), numbered things (Resolution 12, Flight 370),
dates, years and clock times, ordinals, scores, telephone numbers, addresses,
list numbers, pronouns ("one must ask") and idioms ("in the second half"). Words
are vocabulary; the rest is how the number stands beside its neighbours.

It fails on names that no capital, hyphen or known head betrays ("gate nine
workers"), and reads a bare 2050 without a unit as a year.
"""

from collections.abc import Callable

from allsource.claims.quantities.calendar import is_calendar
from allsource.claims.quantities.glued import follows_name, has_letters, is_version
from allsource.claims.quantities.headed import is_headed, is_in_name, is_paired, numbers_noun
from allsource.claims.quantities.idioms import are_parties, is_idiom, is_pronoun
from allsource.claims.quantities.registers import (
    is_address,
    is_apposed_name,
    is_coordinate,
    is_enumerated,
    is_innings,
    is_list_number,
    is_telephone,
)
from allsource.claims.quantities.words import Word
from allsource.claims.quantities.written import Number

__all__ = ["is_designation"]


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
        is_idiom, is_pronoun, are_parties, follows_name, has_letters, is_version, is_calendar,
        is_headed, is_paired, is_coordinate, numbers_noun, is_in_name, is_telephone, is_list_number, is_address, is_enumerated, is_innings, is_apposed_name,
    )  # fmt: skip
    return any(rule(words, number) for rule in rules)
