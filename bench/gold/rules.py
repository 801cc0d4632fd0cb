"""Do the labels of an article keep the rules of GUIDELINES.md that can be checked by machine?

The rules are about form: what goes with what, what lies where. Whether a label is right they do not
say.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from bench.gold.model import Article, Attribution, Claim, Quantity
from bench.gold.words import Span

__all__ = ["broken"]


def broken(article: Article) -> list[str]:
    """Every rule that a label breaks, in words.

    Args:
        article: labels whose words were all found.

    Returns:
        A message for each.

    Example:
        >>> broken(Article("x", "", (), (Claim((0, 5), "hedged", whose="source"),)))[0]
        'claim 1: nobody is credited, so it needs a quantity'
    """
    known = {one.id: one for one in article.attributions}
    found = [] if len(known) == len(article.attributions) else ["two attributions have one id"]
    for one in article.attributions:
        found += [f"attribution {one.id}: {what}" for what in _attribution(one, known)]
    for number, claim in enumerate(article.claims, 1):
        found += [f"claim {number}: {what}" for what in _claim(claim, known)]
    found += [f"attribution {name}: no claim is of its content" for name in _bare(article, known)]
    return found


def _attribution(one: Attribution, known: Mapping[str, Attribution]) -> Iterator[str]:
    if not one.content:
        yield "it has no content"
    if bool(one.source) != bool(one.kind) or bool(one.source) != bool(one.name):
        yield "source, kind and name go together: all or none"
    if not one.source and not one.cue:
        yield "it has neither source nor cue"
    for role, spans in (("cue", one.cue), ("source", one.source)):
        if _overlap(spans, one.content):
            yield f"its {role} lies in its content; give the content in pieces around it"
    if one.inside is None:
        return
    outer = known.get(one.inside)
    if outer is None:
        yield f"it is inside {one.inside!r}, which is not there"
    elif _turns_back(one, known):
        yield "it is inside itself"
    elif not _overlap(_hull(one.content), _hull(outer.content)):
        yield f"it is inside {outer.id}, but its content lies outside of the content of {outer.id}"


def _turns_back(one: Attribution, known: Mapping[str, Attribution]) -> bool:
    seen: set[str] = set()
    at: Attribution | None = one
    while at is not None and at.inside is not None:
        if at.id in seen:
            return True
        seen.add(at.id)
        at = known.get(at.inside)
    return False


def _claim(claim: Claim, known: Mapping[str, Attribution]) -> Iterator[str]:
    if claim.attributed is None and not claim.quantities:
        yield "nobody is credited, so it needs a quantity"
    if claim.attributed is not None:
        credit = known.get(claim.attributed)
        if credit is None:
            yield f"it is attributed to {claim.attributed!r}, which is not there"
        elif not _overlap((claim.span,), credit.content):
            yield f"it lies outside of the content of {credit.id}"
    if claim.status == "hedged" and not claim.hedges:
        yield "it is hedged and has no hedge"
    if claim.status == "asserted" and claim.hedges:
        yield "it is asserted and has a hedge"
    if bool(claim.hedges) != bool(claim.whose):
        yield "whose goes with hedges: both or none"
    for quantity in claim.quantities:
        yield from (f"quantity at {quantity.span}: {what}" for what in _quantity(quantity, claim))


def _quantity(quantity: Quantity, claim: Claim) -> Iterator[str]:
    if not _overlap((quantity.span,), (claim.span,)):
        yield "it lies outside of the proposition"
    if quantity.currency and not re.fullmatch(r"[A-Z]{3}", quantity.currency):
        yield f"{quantity.currency!r} is no ISO code of a currency"
    if quantity.currency and quantity.unit:
        yield "money has a currency and no unit"
    if quantity.direction and not quantity.role.startswith("change"):
        yield "direction is for changes only"
    if quantity.role.startswith("change") and not quantity.direction:
        yield "a change needs a direction"
    dates = [_day(written) for written in (quantity.start, quantity.end) if written]
    if None in dates:
        yield "start and end are days such as 2031-05-01"
    elif len(dates) == 2 and str(quantity.start) > str(quantity.end):
        yield "it ends before it starts"


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written) if len(written) == 10 else None
    except ValueError:
        return None


def _bare(article: Article, known: Mapping[str, Attribution]) -> list[str]:
    """Attributions with no claim, neither of their own nor of one inside them."""
    served: set[str] = set()
    for claim in article.claims:
        at = claim.attributed
        while at is not None and at in known and at not in served:
            served.add(at)
            at = known[at].inside
    return [name for name in known if name not in served]


def _hull(spans: Sequence[Span]) -> tuple[Span, ...]:
    return ((spans[0][0], spans[-1][1]),) if spans else ()


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in some for b in others)
