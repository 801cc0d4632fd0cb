"""What changed on the way from a claim to its retelling?

The two claims of a followed hop are compared field by field: the credit, the
hedge, the disclaimer of verification, the figures (``pairing``) with their units,
periods and scope, the dates, and the polarity. What is told as dropped is not on
the page in other words either (``kept``). Each change carries the words on both
sides. It fails where the hop joined the wrong claims, tells no change of scope
but of place and of basis, and says nothing of changes in wording alone, nor of
sentences whose words are masked with letters of another script (``scripts``).
"""

from collections.abc import Iterator, Mapping
from typing import Literal

from allsource.lineage.extent import moved, pace, places, unit_changed
from allsource.lineage.kept import (
    cautions,
    credits_somebody,
    doubts,
    gives_about,
    names,
    says,
    sentence,
)
from allsource.lineage.pairing import Pairing, paired
from allsource.lineage.scripts import masked
from allsource.lineage.statements import Saying
from allsource.lineage.things import thing
from allsource.model.claim import Claim
from allsource.model.ids import content_id
from allsource.model.lineage import Drift
from allsource.model.quantity import Quantity
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
    if any(masked(sentence(one).of(one.document.text)) for one in (child, parent)):
        return ()
    numbers = paired(child, parent)
    found = [
        *_credit(child, parent),
        *_hedge(child, parent, numbers),
        *_verification(child, parent),
        *_quantities(child, parent, numbers),
        *_scope(child, parent, numbers),
        *_polarity(said[child.id], said[parent.id]),
        *_added(parent, numbers),
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
    if source is None or credited:
        return
    if not names(child, source, parent) and not credits_somebody(child):
        yield "attribution dropped", source.text, None


def _hedge(child: Claim, parent: Claim, found: Pairing) -> Iterator[_Row]:
    firm = child.stance.status == "asserted" and not child.stance.hedges and not doubts(child)
    lost = [hedge.text for hedge in parent.stance.hedges if not says(child, hedge.text)]
    if lost and firm:
        yield "hedge dropped", lost[0], None
    for mine, theirs in found.same:
        exact = mine.low == mine.high and not mine.approximate
        if theirs.approximate and exact and not gives_about(child, mine) and not doubts(child):
            yield "hedge dropped", theirs.text, mine.text


def _verification(child: Claim, parent: Claim) -> Iterator[_Row]:
    doubt = next((v for v in parent.verification if v.status in ("unverified", "disputed")), None)
    if doubt is not None and not child.verification and not cautions(child.document):
        yield "verification dropped", doubt.span.of(parent.document.text), None


def _quantities(child: Claim, parent: Claim, found: Pairing) -> Iterator[_Row]:
    for mine, theirs in found.same:
        if unit_changed(mine, theirs):
            yield "unit", theirs.text, mine.text
        if (mine.low, mine.high) != (theirs.low, theirs.high):
            yield "figure", theirs.text, mine.text
        yield from _times(child, parent, mine, theirs)
    for mine, theirs in found.replaced:
        yield "figure", theirs.text, mine.text
    if not found.same and not found.replaced:
        yield from _dates(child, parent)


def _times(child: Claim, parent: Claim, mine: Quantity, theirs: Quantity) -> Iterator[_Row]:
    """Compare over what and when two quantities of one number hold."""
    before, after = pace(theirs, parent), pace(mine, child)
    if before != after:
        yield "period", theirs.text, mine.text
    elif mine.time and theirs.time and moved(mine.time, theirs.time, total=before is None):
        yield "period", theirs.time.text, mine.time.text


def _dates(child: Claim, parent: Claim) -> Iterator[_Row]:
    """Compare the only dates of two claims without figures in common."""
    if len(child.times) == len(parent.times) == 1:
        mine, theirs = child.times[0], parent.times[0]
        if moved(mine, theirs, total=False):
            yield "period", theirs.text, mine.text


def _scope(child: Claim, parent: Claim, found: Pairing) -> Iterator[_Row]:
    if not found.same:
        return
    before, after = bases(parent.statement), bases(child.statement)
    if before.keys() != after.keys():
        yield "scope", next(iter(before.values()), None), next(iter(after.values()), None)
    yield from _places(child, parent)
    for mine, theirs in found.same:
        one, other = _named(mine, child), _named(theirs, parent)
        if one and other and not one & other:
            yield "scope", theirs.of, mine.of


def _named(quantity: Quantity, claim: Claim) -> frozenset[str]:
    """Give the names in what a quantity is of; a capital that opens the statement is none."""
    opens = quantity.of is not None and claim.statement.startswith(quantity.of)
    return frozenset() if opens else thing(quantity).names


def _places(child: Claim, parent: Claim) -> Iterator[_Row]:
    """Compare the places that two statements of one figure speak of."""
    before, after = places(parent), places(child)
    lost = [name for name in before if name not in child.statement]
    new = [name for name in after if name not in parent.document.text]
    if (lost and not set(before) & set(after)) or (new and not set(before) & set(after)):
        yield "scope", next(iter(lost), None), next(iter(new), None)


def _polarity(child: Saying, parent: Saying) -> Iterator[_Row]:
    if child.denies != parent.denies:
        yield "polarity", parent.claim.statement, child.claim.statement


def _added(parent: Claim, found: Pairing) -> Iterator[_Row]:
    """Give the child's quantities whose number stands nowhere in the parent's document."""
    text = parent.document.text.replace(",", "").replace(".", "")
    for quantity in found.added:
        digits = "".join(c for c in quantity.text if c.isdigit())
        numbers = {quantity.low, quantity.high} - {None}
        told = any(numbers & {q.low, q.high} for q in parent.quantities)
        if digits and not told and digits not in text:
            yield "detail added", None, quantity.text
