"""Which claims speak of the same thing?

Claims with a measured number belong together when measure, thing and unit are
the same and the numbers do not exclude each other: "1,100 a month" and "204 a
month" are two clusters of one measure, compared in ``estimation``. Other claims
belong together when they share most of their telling words, and a name where
both have names. A denial joins what it denies. A claim that came from another
is in its cluster, unless the number changed its kind on the way.

Every claim is in exactly one cluster, by its first measured number. Precision
comes before recall: paraphrases without shared words stay apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

from allsource.lineage.chronology import rank
from allsource.lineage.credits import disclaims
from allsource.lineage.descent import Descent
from allsource.lineage.groups import Groups
from allsource.lineage.statements import Saying, Weights, alike, stem, within
from allsource.lineage.things import Thing, dimension, principal, thing
from allsource.model.claim import Claim
from allsource.model.quantity import Quantity
from allsource.model.span import Span
from allsource.model.time import first_day, last_day

__all__ = ["about", "clustered"]

_ALIKE = 0.5
"""Claims without numbers belong together from this weighted Dice on ..."""

_WITHIN = 0.8
"""... or when the shorter one's content lies so far within the longer one's."""

_FEW_STEMS = 4
_ALIKE_SHORT = 0.75
"""Statements of so few content words must share more: one word is then another matter."""

_FEWEST_STEMS = 3
"""Shorter statements than this say too little to be joined by their words."""

_TOLD = 60
"""A stem in more claims than this suggests no candidates."""

_RAREST = 8
"""So many of a claim's rarest stems suggest candidates."""

_NEAREST = 8
"""So many candidates of a claim are looked at."""

_SHARED = 2
"""Claims of one number whose things share no telling word must share so many stems."""

_ROUNDED = 0.02
"""Numbers this close are one number told more or less exactly."""


def clustered(
    claims: Sequence[Claim],
    descents: Sequence[Descent],
    said: Mapping[str, Saying],
    weights: Weights,
) -> tuple[tuple[Claim, ...], ...]:
    """Group the claims of a case.

    Args:
        claims: in any order.
        descents: which claim came from which.
        said: by claim id.
        weights: of stems.

    Returns:
        Groups of claims, earliest first in each; groups by their first claim.
    """
    by_id = {claim.id: claim for claim in claims}
    groups = Groups(by_id)
    for one, other in _numbered(claims, said):
        groups.join(one, other)
    for one, other in _worded(claims, said, weights):
        groups.join(one, other)
    for descent in descents:
        if descent.tie > 0.5 and _one_kind(by_id[descent.hop.child], by_id[descent.hop.parent]):
            groups.join(descent.hop.child, descent.hop.parent)
    found = [tuple(sorted((by_id[n] for n in names), key=_order)) for names in groups.listed()]
    return tuple(sorted(found, key=lambda group: _order(group[0])))


def about(claims: Sequence[Claim], said: Mapping[str, Saying]) -> str:
    """Say in words of the claims what a cluster speaks of.

    Args:
        claims: of one cluster, earliest first.
        said: by claim id.

    Returns:
        The name of the thing measured, or up to eight words of the earliest claim that most of
        the others hold too.
    """
    quantity = principal(claims[0])
    if quantity is not None and quantity.of:
        return quantity.of
    counts = Counter(word for claim in claims for word in said[claim.id].stems)
    content = said[claims[0].id].content
    kept = [word for word in content if 2 * counts[_stem(word)] >= len(claims)]
    return " ".join(list(dict.fromkeys(kept))[:8]) or claims[0].statement[:60]


def _stem(word: str) -> str:
    return stem(word.casefold().replace("’", "'"))


def _order(claim: Claim) -> tuple[tuple[str, str], int, str]:
    return (rank(claim.document), claim.span.start, claim.id)


def _one_kind(one: Claim, other: Claim) -> bool:
    """Say whether two claims are both without measured numbers, or measure alike and agree."""
    left, right = principal(one), principal(other)
    if left is None or right is None:
        return left is None and right is None
    return left.measure == right.measure and dimension(left) == dimension(right)


def _numbered(claims: Sequence[Claim], said: Mapping[str, Saying]) -> Iterator[tuple[str, str]]:
    """Give pairs of claims whose principal quantities measure the same and agree."""
    kinds: dict[str, list[tuple[float, str, Quantity]]] = defaultdict(list)
    for claim in claims:
        quantity = principal(claim)
        if quantity is not None:
            plan = claim.stance.status in ("expected", "conditional")
            key = repr((quantity.measure, dimension(quantity), plan))
            kinds[key].append((quantity.low or quantity.high or 0.0, claim.id, quantity))
    for key in sorted(kinds):
        yield from _agreeing(sorted(kinds[key], key=lambda row: row[:2]), said)


def _agreeing(
    rows: Sequence[tuple[float, str, Quantity]], said: Mapping[str, Saying]
) -> Iterator[tuple[str, str]]:
    """Join each number to the first group whose anchor, thing and time it agrees with."""
    groups: list[tuple[float, str, Quantity, list[Thing]]] = []
    for value, name, quantity in rows:
        telling = thing(quantity)
        for anchor, first, other, things in reversed(groups[-_NEAREST:]):
            close = abs(value - anchor) <= _ROUNDED * max(abs(value), abs(anchor))
            one_thing = all(telling.meets(held) for held in things) and (
                telling.shares(things[0]) or len(said[name].stems & said[first].stems) >= _SHARED
            )
            if close and one_thing and _meet(quantity, other):
                things.append(telling)
                yield name, first
                break
        else:
            groups.append((value, name, quantity, [telling]))


def _meet(one: Quantity, other: Quantity) -> bool:
    """Say whether the times of two quantities may be one time."""
    left, right = one.time, other.time
    if left is None or right is None or not (left.end and right.end):
        return True
    if left.boundary or right.boundary or not (left.start and right.start):
        return left.end[:7] == right.end[:7]
    return first_day(left.start) <= last_day(right.end) and first_day(right.start) <= last_day(
        left.end
    )


def _worded(
    claims: Sequence[Claim], said: Mapping[str, Saying], weights: Weights
) -> Iterator[tuple[str, str]]:
    """Give pairs of claims without measured numbers that share most of their telling words.

    Each claim is compared with centres only (claims already compared with none), so that a chain
    of small steps never joins what is far apart.
    """
    index: dict[str, list[str]] = defaultdict(list)
    checks = _checks(claims)
    same: dict[tuple[str, str | None], str] = {}
    rows = (c for c in claims if principal(c) is None and not _is_check(c, checks))
    for claim in sorted(rows, key=_order):
        saying = said[claim.id]
        if len(saying.stems) < _FEWEST_STEMS:
            continue
        centre = same.get((claim.statement, claim.document.language))
        if centre is None:
            centre = _nearest(saying, said, weights, index)
            same[claim.statement, claim.document.language] = centre or claim.id
        if centre is not None:
            yield claim.id, centre
        else:
            for word in saying.stems:
                index[word].append(claim.id)


def _checks(claims: Sequence[Claim]) -> dict[str, set[Span]]:
    """Give, by document, the places where a page says what was verified."""
    found: dict[str, set[Span]] = defaultdict(set)
    for claim in claims:
        found[claim.document.id].update(check.span for check in claim.verification)
    return found


def _is_check(claim: Claim, checks: Mapping[str, set[Span]]) -> bool:
    """Say whether a claim is itself a page's word on verification, which repeats nobody's claim."""
    marked = any(claim.proposition.overlaps(span) for span in checks[claim.document.id])
    return marked or disclaims(claim.statement)


def _nearest(
    saying: Saying, said: Mapping[str, Saying], weights: Weights, index: Mapping[str, list[str]]
) -> str | None:
    """Give the centre that says most the same, if any says enough."""
    scores: dict[str, int] = defaultdict(int)
    rarest = nsmallest(_RAREST, ((-weights.of((word,)), word) for word in saying.stems))
    for weight, word in rarest:
        held = index.get(word, ())
        if len(held) <= _TOLD:
            for name in held:
                scores[name] -= weight
    near = nsmallest(_NEAREST, ((-score, name) for name, score in scores.items()))
    rows = [
        (alike(saying, said[name], weights), name)
        for _, name in near
        if _joined(saying, said[name], weights)
    ]
    return max(rows)[1] if rows else None


def _joined(one: Saying, other: Saying, weights: Weights) -> bool:
    """Say whether two claims say the same: enough words, no two different numbers or names."""
    if one.figures and other.figures and not one.figures & other.figures:
        return False
    if not _names_meet(one.claim, other.claim):
        return False
    inside = len(one.stems & other.stems) >= 4 and within(one, other, weights) >= _WITHIN
    short = min(len(one.stems), len(other.stems)) <= _FEW_STEMS
    return inside or alike(one, other, weights) >= (_ALIKE_SHORT if short else _ALIKE)


def _names_meet(one: Claim, other: Claim) -> bool:
    left = {word for m in one.entities for word in m.text.casefold().split()}
    right = {word for m in other.entities for word in m.text.casefold().split()}
    return not left or not right or bool(left & right)
