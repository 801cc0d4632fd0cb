"""What changed on the way from a claim to its retelling?

The two claims of a followed hop are compared field by field: the credit, the
hedge, the disclaimer of verification, the figures with their units, periods and
scope, and the polarity. Each change carries the words on both sides. It fails
where the hop joined the wrong claims, and says nothing of changes in wording
alone.
"""

from collections.abc import Iterator, Mapping
from typing import Literal

from allsource.lineage.statements import Saying
from allsource.lineage.things import dimension, is_generic, thing
from allsource.model.claim import Claim
from allsource.model.ids import content_id
from allsource.model.lineage import Drift
from allsource.model.quantity import Quantity
from allsource.model.time import first_day, last_day
from allsource.vocab import load

__all__ = ["bases", "drifts"]

Change = Literal[
    "attribution dropped",
    "hedge dropped",
    "verification dropped",
    "figure",
    "unit",
    "period",
    "scope",
    "polarity",
    "detail added",
]


def drifts(child: Claim, parent: Claim, said: Mapping[str, Saying]) -> tuple[Drift, ...]:
    """List what changed from a parent claim to the child that retells it.

    Args:
        child: the retelling.
        parent: what it came from.
        said: both claims, reduced.

    Returns:
        Changes with the words before and after, in a fixed order.
    """
    found = [
        *_credit(child, parent),
        *_hedge(child, parent),
        *_verification(child, parent),
        *_quantities(child, parent),
        *_polarity(said[child.id], said[parent.id]),
        *_added(said[child.id], said[parent.id]),
    ]
    return tuple(
        Drift(
            child.id,
            parent.id,
            change,
            before,
            after,
            content_id("dri", child.id, parent.id, change, before, after),
        )
        for change, before, after in dict.fromkeys(found)
    )


def bases(text: str) -> dict[str, str]:
    """Give the bases of reckoning that a text names, each with its words.

    Example:
        >>> bases("61 percent by value")
        {'by value': 'by value'}
    """
    folded = text.casefold()
    return {
        entry["name"]: text[folded.index(words) : folded.index(words) + len(words)]
        for entry in load("comparable")["bases"]
        for words in reversed(entry["words"])
        if words in folded and len(folded) == len(text)
    }


_Row = tuple[Change, str | None, str | None]


def _credit(child: Claim, parent: Claim) -> Iterator[_Row]:
    source = next((a.source for a in parent.attribution if a.source is not None), None)
    credited = any(a.source is not None for a in child.attribution)
    if source is not None and not credited:
        yield "attribution dropped", source.text, None


def _hedge(child: Claim, parent: Claim) -> Iterator[_Row]:
    firm = child.stance.status == "asserted" and not child.stance.hedges
    if parent.stance.hedges and firm:
        yield "hedge dropped", parent.stance.hedges[0].text, None
    for mine, theirs in _same(child, parent):
        if theirs.approximate and not mine.approximate and mine.low == mine.high:
            yield "hedge dropped", theirs.text, mine.text


def _verification(child: Claim, parent: Claim) -> Iterator[_Row]:
    doubt = next((v for v in parent.verification if v.status in ("unverified", "disputed")), None)
    if doubt is not None and not child.verification:
        yield "verification dropped", doubt.span.of(parent.document.text), None


def _quantities(child: Claim, parent: Claim) -> Iterator[_Row]:
    pairs = list(_same(child, parent))
    for mine, theirs in pairs:
        yield from _compared(mine, theirs)
    if not pairs:
        yield from _replaced(child, parent)
    before, after = bases(parent.statement), bases(child.statement)
    if pairs and before and before.keys() != after.keys():
        yield "scope", next(iter(before.values())), next(iter(after.values()), None)


def _compared(mine: Quantity, theirs: Quantity) -> Iterator[_Row]:
    """Compare two quantities of the same number."""
    before, after = dimension(theirs), dimension(mine)
    if before[0] != after[0] and theirs.unit != mine.unit:
        yield "unit", theirs.text, mine.text
    elif before[1] != after[1] or (before[1] and mine.per != theirs.per):
        yield "period", theirs.text, mine.text
    if (mine.low, mine.high) != (theirs.low, theirs.high):
        yield "figure", theirs.text, mine.text
    if mine.time and theirs.time and _apart(mine, theirs):
        yield "period", theirs.time.text, mine.time.text
    if mine.of and theirs.of and not thing(mine).meets(thing(theirs)):
        yield "scope", theirs.of, mine.of


def _replaced(child: Claim, parent: Claim) -> Iterator[_Row]:
    """Compare the only measured quantities of two claims that share no number."""
    mine = [q for q in child.quantities if q.measure]
    theirs = [q for q in parent.quantities if q.measure]
    if len(mine) == len(theirs) == 1 and _kind(mine[0]) == _kind(theirs[0]):
        yield "figure", theirs[0].text, mine[0].text


def _kind(quantity: Quantity) -> tuple[object, ...]:
    return (quantity.measure, *dimension(quantity))


def _same(child: Claim, parent: Claim) -> Iterator[tuple[Quantity, Quantity]]:
    """Give the quantities of two claims that carry the same number."""
    for mine in child.quantities:
        for theirs in parent.quantities:
            numbers = {mine.low, mine.high} & {theirs.low, theirs.high} - {None}
            kind = mine.currency == theirs.currency and (
                mine.unit == theirs.unit or _counts(mine) == _counts(theirs)
            )
            if numbers and kind:
                yield mine, theirs
                break


def _counts(quantity: Quantity) -> bool:
    """Say whether a quantity counts things, under whatever noun."""
    return quantity.unit is not None and quantity.unit != "percent" and is_generic(quantity.unit)


def _apart(mine: Quantity, theirs: Quantity) -> bool:
    one, other = mine.time, theirs.time
    if one is None or other is None or not (one.start and one.end and other.start and other.end):
        return False
    return last_day(one.end) < first_day(other.start) or last_day(other.end) < first_day(one.start)


def _polarity(child: Saying, parent: Saying) -> Iterator[_Row]:
    if child.denies != parent.denies:
        yield "polarity", parent.claim.statement, child.claim.statement


def _added(child: Saying, parent: Saying) -> Iterator[_Row]:
    """Give the child's quantities whose number stands nowhere in the parent's document."""
    text = parent.claim.document.text
    for quantity in child.claim.quantities:
        digits = "".join(c for c in quantity.text if c.isdigit())
        numbers = {quantity.low, quantity.high} - {None}
        told = any(numbers & {q.low, q.high} for q in parent.claim.quantities)
        if digits and not told and digits not in text.replace(",", "").replace(".", ""):
            yield "detail added", None, quantity.text
