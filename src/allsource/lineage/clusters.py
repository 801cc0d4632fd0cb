"""Which claims speak of the same thing?

Claims with a measured number belong together when measure, thing and unit are
the same and the numbers do not exclude each other: "1,100 a month" and "204 a
month" are two clusters of one measure, compared in ``estimation``. Claims are
placed by their telling words, the beginnings of these ("resign",
"resignation") and the classes of deed that their verbs may tell ("sell",
"buy"), and joined by average linkage; claims that tell two deeds, or differ in
figures, time or scope, or as plan and outcome, stay apart. A denial joins what
it denies, and what tells more joins what tells less. A claim that came from
another is in its cluster, unless number, deed or time changed on the way.

Every claim is in exactly one cluster, by its first measured number. It fails on
wordings without a shared telling word, and joins statements of like words
about two matters that no verb, name or number tells apart.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from allsource.lineage.chronology import rank
from allsource.lineage.credits import disclaims
from allsource.lineage.descent import Descent
from allsource.lineage.frames import frame, one_deed
from allsource.lineage.groups import Groups
from allsource.lineage.linkage import joins, vectors
from allsource.lineage.relations import comparable, difference
from allsource.lineage.revisions import turns_down
from allsource.lineage.statements import Saying, stem
from allsource.lineage.things import Thing, dimension, principal, thing
from allsource.model.claim import Claim
from allsource.model.quantity import Quantity
from allsource.model.span import Span
from allsource.model.time import first_day, last_day
from allsource.vocab import load

__all__ = ["about", "clustered", "features"]

_ALIKE = 0.3
"""Mean cosine of two groups of claims from which they are joined."""

_BEGINNING = 5
"""So many letters of a stem are what words of one family share."""

_TOGETHER = frozenset({"denial", "specificity"})
"""Claims that stand so to each other are in one cluster."""

_FEWEST_STEMS = 3
"""Shorter statements than this say too little to be joined by their words."""

_CHECKED = 6
"""So many statements of each group are held against the other's before they are joined."""

_NEAREST = 8
"""So many groups of like numbers are looked at for one number."""

_SHARED = 2
"""Claims of one number whose things share no telling word must share so many stems."""

_WAY = re.compile(r"\b(to|from|into) ([A-Z][\w'’-]+)")
"""A preposition of direction and the name behind it; of several the last counts."""

_ROUNDED = 0.02
"""Numbers this close are one number told more or less exactly."""


def clustered(
    claims: Sequence[Claim],
    descents: Sequence[Descent],
    said: Mapping[str, Saying],
    parallel: Sequence[tuple[str, str]] = (),
) -> tuple[tuple[Claim, ...], ...]:
    """Group the claims of a case.

    Args:
        claims: in any order.
        descents: which claim came from which.
        said: by claim id.
        parallel: ids of claims of one family that tell the same, the most alike first.

    Returns:
        Groups of claims, earliest first in each; groups by their first claim.
    """
    by_id = {claim.id: claim for claim in claims}
    groups = Groups(by_id)
    for one, other in _numbered(claims, said):
        groups.join(one, other)
    for one, other in _worded(claims, said):
        groups.join(one, other)
    for descent in descents:
        child, parent = descent.hop.child, descent.hop.parent
        same = _one_kind(by_id[child], by_id[parent]) and not _differ(said[child], said[parent])
        if descent.tie > 0.5 and same:
            groups.join(child, parent)
    _join_parallel(claims, groups, parallel, said)
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
            if (
                close
                and one_thing
                and _meet(quantity, other)
                and not _tell_two(said[first], said[name])
            ):
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


def _worded(claims: Sequence[Claim], said: Mapping[str, Saying]) -> Iterator[tuple[str, str]]:
    """Give pairs of claims that share telling words and differ in nothing that tells them apart.

    Each distinct statement counts once, so that reposts move nothing.
    """
    checks = _checks(claims)
    first: dict[tuple[str, str | None], Claim] = {}
    for claim in sorted(claims, key=_order):
        if _says_little(claim, said, checks):
            continue
        kept = first.setdefault((claim.statement, claim.document.language), claim)
        if kept is not claim and not _differ(said[kept.id], said[claim.id]):
            yield kept.id, claim.id
    placed = vectors({claim.id: features(said[claim.id]) for claim in first.values()})
    yield from joins(placed, _ALIKE, lambda one, other: _differ(said[one], said[other]))


def _join_parallel(
    claims: Sequence[Claim],
    groups: Groups,
    parallel: Sequence[tuple[str, str]],
    said: Mapping[str, Saying],
) -> None:
    """Join the groups of claims that tell the same, unless they hold claims that differ."""
    checks = _checks(claims)
    by_id = {claim.id: claim for claim in claims}
    held = {
        names[0]: {by_id[name].statement: name for name in reversed(names)}
        for names in groups.listed()
    }
    for pair in parallel:
        if any(_says_little(by_id[name], said, checks) for name in pair):
            continue
        left, right = sorted(map(groups.first, pair))
        some = [sorted(held[name].items())[:_CHECKED] for name in (left, right)]
        if left != right and not any(
            _differ(said[one], said[other]) for _, one in some[0] for _, other in some[1]
        ):
            groups.join(left, right)
            held[left] = held.pop(right) | held[left]


def _says_little(claim: Claim, said: Mapping[str, Saying], checks: Mapping[str, set[Span]]) -> bool:
    """Say whether a claim is too short to be joined by its words, or is a page's word on a check."""
    return len(said[claim.id].stems) < _FEWEST_STEMS or _is_check(claim, checks)


def features(saying: Saying) -> set[str]:
    """Give what a claim is placed by: stems, their beginnings, and the classes of deed it may tell."""
    told = frame(saying.claim)
    deeds = {f"deed:{name}" for name in told.deeds} if told is not None else set()
    return {*saying.stems, *(f"{stem[:_BEGINNING]}-" for stem in saying.stems), *deeds}


def _differ(one: Saying, other: Saying) -> bool:
    """Say whether two claims tell two things, or give figures that are not of one thing."""
    shared = one.figures & other.figures
    if one.figures and other.figures and not shared and not comparable(one.claim, other.claim):
        return True
    unmeasured = sum(principal(saying.claim) is None for saying in (one, other))
    if not (unmeasured == 1 and shared) and not _one_kind(one.claim, other.claim):
        return True
    return _tell_two(one, other)


def _tell_two(one: Saying, other: Saying) -> bool:
    """Say whether two claims tell two deeds, or differ in figure, time, scope or as plan."""
    left, right = frame(one.claim), frame(other.claim)
    if left is not None and right is not None and one_deed(left, right) is False:
        return True
    if turns_down(one.claim, other.claim) or _lead_elsewhere(one.claim, other.claim):
        return True
    relation = difference(one, other)
    return relation is not None and relation.kind not in _TOGETHER


def _lead_elsewhere(one: Claim, other: Claim) -> bool:
    """Say whether two claims tell a journey to, or from, places of different names: "to Velory", "to Dorrow"."""
    told = (one.predication, other.predication)
    if not all(t and t.predicate and t.predicate.lemma in load("predicates")["ways"] for t in told):
        return False
    left, right = (dict(_WAY.findall(claim.statement)) for claim in (one, other))
    return any(
        left[way] not in other.statement and right[way] not in one.statement
        for way in left.keys() & right.keys()
    )


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
