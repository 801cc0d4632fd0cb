"""Is a measure given in two units, the smaller after the larger?

"2 hours 30 minutes", "6 feet 2 inches", "5 pounds and 4 ounces" are one quantity
in the larger unit.

It fails where the smaller part is written as a bare number ("6 feet 2").
"""

from dataclasses import replace

from allsource import vocab
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.numbers import read_number
from allsource.claims.quantities.units import Unit, symbol_unit, word_unit
from allsource.claims.quantities.words import Word

__all__ = ["with_smaller"]


def with_smaller(words: tuple[Word, ...], draft: Draft) -> Draft | None:
    """Take the smaller part into a measure, or give None where none follows.

    Args:
        words: all words of the paragraph.
        draft: the measure in the larger unit.
    """
    name = draft.unit.name if draft.unit is not None else None
    smaller: dict[str, float] = vocab.load("scales")["parts"].get(name, {})
    if not smaller or draft.low != draft.high or draft.per is not None:
        return None
    at = draft.last + int(draft.last < len(words) and words[draft.last].lower == "and")
    number = read_number(words, at) if at < len(words) else None
    if number is None or number.form not in {"digits", "words"}:
        return None
    unit = symbol_unit(words, number.last) or word_unit(words, number.last)
    inches = name == "foot" and number.last < len(words) and words[number.last].lower == "in"
    unit = Unit("inch", "length", number.last + 1, number.last) if inches else unit
    share = smaller.get(unit.name) if unit is not None else None
    if unit is None or share is None or not number.value * share < 1:
        return None
    whole = draft.low + number.value * share
    return replace(draft, low=whole, high=whole, last=unit.last)
