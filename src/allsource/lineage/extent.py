"""Of how much, over what time and where does a figure hold, and is that another in a retelling?

Units differ where their kinds do, or their names within one kind (tonnes and
kilograms), or where one counts people and the other households; other counted
nouns are taken for one. A rate's period is the figure's own, else the only one
that the statement names ("leave the hall every week"). Times differ where they
have no day in common, or, for a total, where one is much longer than the other;
"now" and words that both sides share tell nothing. Places are names behind a
word of place.

It fails for places told without a name, and for relative days that both sides
copy although they mean another day by now.
"""

import re
from datetime import date
from functools import lru_cache

from allsource.lineage.things import kind_of_unit
from allsource.model.claim import Claim
from allsource.model.quantity import Quantity
from allsource.model.time import Time, first_day, last_day
from allsource.vocab import load

__all__ = ["moved", "pace", "places", "unit_changed"]

_LONGER = 1.9
"""A total over a time so many times longer is another total ..."""

_MONTH = 28
"""... where the shorter has so many days: a day is mostly that of a report or a deal."""


def unit_changed(mine: Quantity, theirs: Quantity) -> bool:
    """Say whether two quantities of one number are counted in different things.

    Example:
        >>> from allsource.model.span import Span
        >>> of = lambda unit: Quantity("9", Span(0, 1), 9, 9, unit=unit)
        >>> unit_changed(of("tonne"), of("kilogram")), unit_changed(of("boat"), of("vessel"))
        (True, False)
        >>> unit_changed(of("family"), of("person"))
        True
    """
    if mine.currency or theirs.currency:
        return mine.currency != theirs.currency
    if mine.unit is None or theirs.unit is None or mine.unit == theirs.unit:
        return False
    one, other = kind_of_unit(mine.unit), kind_of_unit(theirs.unit)
    if one != other or one != "count":
        return True
    groups = {_counted().get(mine.unit), _counted().get(theirs.unit)}
    return None not in groups and len(groups) > 1


def pace(quantity: Quantity, claim: Claim) -> str | None:
    """Give the period over which a figure is a rate, from itself or from its statement.

    Args:
        quantity: of the claim.
        claim: whose statement may name the period apart from the figure.
    """
    if quantity.per in load("comparable")["periods"]:
        return quantity.per
    if quantity.per or quantity.unit == "percent" or any(other.per for other in claim.quantities):
        return None
    found = {match["period"] for match in _paces().finditer(claim.statement)}
    adjectives = load("rates")["adjectives"]
    words = re.findall(r"\w+", claim.statement)
    found |= {adjectives[word] for word in words if word in adjectives}
    return found.pop() if len(found) == 1 else None


def moved(mine: Time, theirs: Time, *, total: bool) -> bool:
    """Say whether two times are different, and both are told for certain.

    Args:
        mine: of the retelling.
        theirs: of what it retells.
        total: what holds then is a sum, which a longer time makes another one.
    """
    vague = any("REF" in one.timex or one.type != "DATE" for one in (mine, theirs))
    if vague or mine.text.casefold() == theirs.text.casefold():
        return False
    one, other = _days(mine), _days(theirs)
    if one is None or other is None:
        return False
    if one[1] < other[0] or other[1] < one[0]:
        return True
    bounded = mine.boundary is None and theirs.boundary is None
    lengths = sorted((end - start).days + 1 for start, end in (one, other))
    return total and bounded and lengths[0] >= _MONTH and lengths[1] > _LONGER * lengths[0]


def places(claim: Claim) -> list[str]:
    """Give the names behind words of place in a claim's statement, months and days apart.

    Example:
        >>> from allsource.model.document import Document
        >>> from allsource.model.span import Span
        >>> text = "2,047 people work at its Vell site in May"
        >>> places(Claim(Document("d", "", "a", text, "text"), Span(0, 41), Span(0, 41)))
        ['Vell']
    """
    dated = {word for one in claim.times for word in one.text.split()}
    dated |= set(load("credits")["months"])
    found = (match["name"] for match in _places().finditer(claim.statement))
    return [name for name in found if not dated & set(name.split())]


def _days(time: Time) -> tuple[date, date] | None:
    if not time.start or not time.end:
        return None
    try:
        start = date.fromisoformat(first_day(time.start)[:10])
        end = date.fromisoformat(last_day(time.end)[:10])
    except ValueError:
        return None
    return (start, end) if start <= end else None


@lru_cache(maxsize=1)
def _counted() -> dict[str, str]:
    return {word: entry["name"] for entry in load("drift")["counted"] for word in entry["words"]}


@lru_cache(maxsize=1)
def _paces() -> re.Pattern[str]:
    (entry,) = load("drift")["paces"]
    return re.compile(entry["pattern"])


@lru_cache(maxsize=1)
def _places() -> re.Pattern[str]:
    (entry,) = load("drift")["places"]
    return re.compile(entry["pattern"])
