"""What speaks for and against two names being those of one party?

Each feature has a name, a value and what it was seen on. Values are measured, not judged: what each is worth
in log-odds stands in ``vocab/match_weights.yaml``, by kind of party. For: parts that agree, each counted by what it
tells. Against: parts on both sides that do not agree (by place: the family's, the first, another), numbers, legal
forms and generations that differ, parts in mixed order, neighbouring names.

It fails where a name is wrong in the record: features speak of what is written.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from allsource.entities.alignment import Alignment, Pair
from allsource.entities.folding import fold_words
from allsource.entities.name import Name
from allsource.entities.relation import Sort, relation

__all__ = ["Feature", "measured"]

_SORTS = {
    Sort.EQUAL: "same parts",
    Sort.SPELLED: "parts spelled another way",
    Sort.FORM: "forms of one name",
    Sort.SHORT: "short form",
    Sort.NEAR: "a slip",
    Sort.INITIAL: "initial",
    Sort.NEIGHBOUR: "neighbouring names",
    Sort.SOUND: "same consonants",
}
_APART = (Sort.NEAR, Sort.NEIGHBOUR)
_AGREED = 3.0
_EXTRA = 2.5
_ACRONYM = range(3, 7)


class Feature(NamedTuple):
    """Something that speaks for or against.

    Args:
        feature: its name in the table of weights.
        value: how much of it.
        detail: what it was seen on.
    """

    feature: str
    value: float
    detail: str


def measured(one: Name, other: Name, found: Alignment) -> list[Feature]:
    """Measure all features of two names that were laid side by side; those that are 0 are left out.

    Args:
        one: the left name.
        other: the right name.
        found: how they were laid side by side.

    Example:
        >>> from allsource.entities.alignment import align
        >>> from allsource.entities.name import read_name
        >>> names = read_name("Anna Vell"), read_name("Vera Vell")
        >>> [one.feature for one in measured(*names, align(*names))]
        ['same parts', 'share', 'other first name', 'one part agrees']
    """
    if _acronym(one, other):
        told = f"{one.joined} / {other.joined}"
        return [Feature("acronym", 1.0, told), *_of_numbers(one, other), *_of_forms(one, other)]
    features, agreed = _of_pairs(one, other, found.pairs)
    doubtful = any(
        pair.sort is Sort.NEIGHBOUR or (pair.sort is Sort.SOUND and one.latin == other.latin)
        for pair in found.pairs
    )
    whole = max(sum(one.weights), sum(other.weights)) or 1.0
    if agreed:
        features.append(Feature("share", agreed / whole, f"{100 * agreed / whole:.0f} % agree"))
    else:
        features.append(Feature("nothing agrees", 1.0, ""))
    if found.left or found.right:
        features += _left_over(one, other, found)
        shorter = min(len(one.parts), len(other.parts))
        if agreed and not doubtful and shorter > 1 and not (found.left and found.right):
            features.append(Feature("all of the shorter name agrees", 1.0, ""))
    elif agreed and not doubtful:
        features.append(Feature("every part agrees", 1.0, ""))
    features += _of_whole(one, other, found)
    if one.kind == "person":
        features += _of_persons(one, other, found)
    else:
        features += _of_things(one, other, found)
    return features


def _of_pairs(one: Name, other: Name, pairs: Sequence[Pair]) -> tuple[list[Feature], float]:
    """Give features of parts that answer to each other, and how much agrees."""
    sums: dict[Sort, float] = {}
    details: dict[Sort, list[str]] = {}
    agreed = slips = 0.0
    doubts: dict[str, str] = {}
    for pair in pairs:
        weight = max(
            sum(one.weights[at] for at in pair.left), sum(other.weights[to] for to in pair.right)
        )
        sort = pair.sort
        sums[sort] = sums.get(sort, 0.0) + (1.0 if sort is Sort.NEIGHBOUR else weight)
        words = " ".join(one.parts[at] for at in pair.left)
        if sort is not Sort.EQUAL:
            words += " ~ " + " ".join(other.parts[to] for to in pair.right)
            slips += 1 - pair.likeness if sort in _APART else 0.0
            doubts |= dict.fromkeys(_doubts(one, other, pair), words)
        details.setdefault(sort, []).append(words)
        if sort is not Sort.NEIGHBOUR:
            agreed += weight * pair.likeness
    features = [
        Feature(_SORTS[sort], min(value, _AGREED), ", ".join(details[sort]))
        for sort, value in sums.items()
    ]
    if slips:
        words = ", ".join(one for sort in _APART for one in details.get(sort, ()))
        features.append(Feature("letters apart", slips, words))
    features += (Feature(doubt, 1.0, words) for doubt, words in doubts.items())
    return features, agreed


def _doubts(one: Name, other: Name, pair: Pair) -> Iterator[str]:
    """Say why two parts that answer to each other may be two names; of a family's a man's and a woman's form are one."""
    first, second = one.parts[pair.left[0]], other.parts[pair.right[0]]
    if pair.sort in _APART and first[0] != second[0]:
        yield "other first letter"
    if pair.listed:
        yield "two listed names"
    families = (pair.left[0], pair.right[0]) == (len(one.parts) - 1, len(other.parts) - 1)
    if pair.genders and one.latin == other.latin and not families:
        yield "a man's and a woman's name"


def _left_over(one: Name, other: Name, found: Alignment) -> Iterator[Feature]:
    left, right = list(found.left), list(found.right)
    while left and right:
        at, to, place = _conflict(one, other, found, left, right)
        left.remove(at)
        right.remove(to)
        yield _told_conflict(one, other, at, to, place)
    lone = one.kind == "person" and min(len(one.parts), len(other.parts)) == 1
    for name, rest in ((one, left), (other, right)):
        if rest:
            words = " ".join(name.parts[at] for at in rest)
            last = len(name.parts) - 1
            more = min(sum(name.weights[at] for at in rest), _EXTRA)
            yield Feature("more on one side", more, words)
            if last in rest and last and name.kind == "person" and not lone:
                yield Feature("family missing", 1.0, name.parts[last])
            if lone:
                what = "first name alone" if last in rest else "family alone"
                yield Feature(what, 1.0, words)
            elif 0 in rest and last:
                child = rest == [0] and last > 2 and one.kind == "person"
                what = "a name before the whole name" if child else "first part missing"
                yield Feature(what, 1.0, name.parts[0])


def _conflict(
    one: Name, other: Name, found: Alignment, left: Sequence[int], right: Sequence[int]
) -> tuple[int, int, str]:
    """Choose parts that stand against each other: the family's, then the first, then any."""
    turned = found.order == "turned" or _turned(one, other, found)
    ends = {"family": (len(one.parts) - 1, 0 if turned else len(other.parts) - 1)}
    ends["first"] = (0, len(other.parts) - 1 if turned else 0)
    for place, (at, to) in ends.items():
        if at in left and to in right:
            return at, to, place
    return left[-1], right[-1], "another"


def _turned(one: Name, other: Name, found: Alignment) -> bool:
    """Say whether the one pair of a name that agrees stands at opposite ends."""
    if len(found.pairs) != 1 or min(len(one.parts), len(other.parts)) < 2:
        return False
    at, to = found.pairs[0].left[0], found.pairs[0].right[-1]
    last, end = len(one.parts) - 1, len(other.parts) - 1
    return (at == 0 and to == end) or (at == last and to == 0)


def _told_conflict(one: Name, other: Name, at: int, to: int, place: str) -> Feature:
    words = f"{one.parts[at]} / {other.parts[to]}"
    if one.kind != "person":
        both = at in one.generic and to in other.generic
        either = at in one.generic or to in other.generic
        what = "other trade or place" if both else "other word" if either else "other name"
        likeness = relation(one.parts[at], other.parts[to]).likeness
        return Feature(what, _unlike(likeness), words)
    if at in one.initials or to in other.initials:
        return Feature("other initial", 1.0, words)
    if at in one.patronymics and to in other.patronymics:
        return Feature("other patronymic", 1.0, words)
    likeness = relation(one.parts[at], other.parts[to]).likeness
    what = {"family": "other family", "first": "other first name"}.get(place, "other part")
    return Feature(what, _unlike(likeness), words)


def _unlike(likeness: float) -> float:
    """Give how much a conflict counts: in full up to half alike, then less and less."""
    return min(1.0, 2 * (1 - likeness))


def _of_whole(one: Name, other: Name, found: Alignment) -> Iterator[Feature]:
    full = sum(
        1
        for pair in found.pairs
        if pair.sort not in {Sort.INITIAL, Sort.NEIGHBOUR}
        for at in pair.left
        if at not in one.generic
    )
    if full == 1 and max(len(one.parts), len(other.parts)) > 1:
        yield Feature("one part agrees", 1.0, "")
    if found.order == "mixed":
        first = min(found.pairs, key=lambda pair: pair.right)
        what = "other order" if first is found.pairs[0] else "other first in order"
        yield Feature(what, 1.0, "")
    elif found.order == "turned" and not (one.told_order or other.told_order):
        yield Feature("turned order", 1.0, "")
    if one.latin != other.latin and (found.left or found.right):
        yield Feature("two scripts", 1.0, "")


def _of_persons(one: Name, other: Name, found: Alignment) -> Iterator[Feature]:
    if one.generation != other.generation:
        both = one.generation is not None and other.generation is not None
        what = "other generation" if both else "generation missing"
        yield Feature(what, 1.0, f"{one.generation or '-'} / {other.generation or '-'}")
    agreed = [at for pair in found.pairs if pair.sort <= Sort.NEAR for at in pair.left]
    if agreed and all(one.weights[at] < 0.7 for at in agreed):
        yield Feature("common names only", 1.0, " ".join(one.parts[at] for at in agreed))


def _of_things(one: Name, other: Name, found: Alignment) -> Iterator[Feature]:
    if one.letters != other.letters:
        yield from _of_numbers(one, other)
    yield from _of_forms(one, other)
    if one.kind == "vessel" and found.order != "same":
        yield Feature("words of a ship in another order", 1.0, "")
    own = [at for pair in found.pairs for at in pair.left if at not in one.generic]
    if not own and found.pairs:
        yield Feature("only general words agree", 1.0, " ".join(one.parts))


def _of_numbers(one: Name, other: Name) -> Iterator[Feature]:
    if not one.numbers and not other.numbers:
        return
    told = " / ".join(
        " ".join(str(number) for number in name.numbers) or "-" for name in (one, other)
    )
    if sorted(one.numbers) == sorted(other.numbers):
        yield Feature("same number", 1.0, told)
    elif one.numbers and other.numbers:
        yield Feature("other number", 1.0, told)
    else:
        yield Feature("number missing", 1.0, told)


def _of_forms(one: Name, other: Name) -> Iterator[Feature]:
    """Compare the forms that are no vague words; "Company" against "Corporation" says nothing."""
    left, right = (
        {form for form in name.forms if form.kind and not form.vague} for name in (one, other)
    )
    told = " / ".join(" ".join(sorted(form.form for form in some)) or "-" for some in (left, right))
    if left and right:
        if left & right:
            yield Feature("same legal form", 1.0, told)
        elif {form.kind for form in left} & {form.kind for form in right}:
            yield Feature("like legal form", 1.0, told)
        else:
            yield Feature("other legal form", 1.0, told)
    elif left or right:
        yield Feature("legal form missing", 1.0, told)


def _acronym(one: Name, other: Name) -> bool:
    """Say whether the one is made of the first letters of the other's words, with or without joining ones."""
    if one.kind == "person" or one.parts == other.parts:
        return False
    for short, long in ((one, other), (other, one)):
        if len(short.parts) == 1 and len(short.parts[0]) in _ACRONYM and len(long.parts) > 1:
            some = [word for word in fold_words(long.text).split() if word.isalpha()]
            own = [word for word in some if word not in long.small]
            if any("".join(word[0] for word in ones) == short.parts[0] for ones in (some, own)):
                return True
    return False
