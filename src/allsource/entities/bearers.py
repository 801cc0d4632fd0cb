"""Which parties does a case name in full, and under which names?

Names that are no short form of another name of the case, and that no text gives as another name of one, are full: each has a
bearer. A name has several bearers where the documents part them: two towns of one name, two bodies with seats in
different towns, a man and a woman of one surname, a ship and a pilot. Spellings of one place are one bearer, and so are the
names of a state. Bearers are made of distinct names, never of counts, so that another copy of a page makes none.

It fails for two people of one full name, who are one bearer until somebody says otherwise.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from allsource.entities.plain import best_written, key, plain
from allsource.entities.records import Record, kind_of_name
from allsource.entities.short import Kind, has_before, is_short
from allsource.entities.stated_names import Stated
from allsource.model.ids import content_id
from allsource.vocab import load

_CROWD = 300
"""Names that begin or end with one word, above which the word tells nothing."""

__all__ = ["Bearer", "Names", "bearers", "left_over", "name_id", "read_names", "stands_for_place"]


@dataclass(frozen=True, slots=True)
class Bearer:
    """A party that a case names in full.

    Args:
        key: of its full name, or of its place or state.
        mark: what parts it from others of that name; empty where there are none.
        name: as it is written, in its longest form.
        kind: what it is.
        names: keys of its full names.
        records: ids of the records that name it so.
        gender: "male" or "female", where a title or the given name tells.
        id: content id over key and mark: the id of the entity.
    """

    key: str
    mark: str
    name: str
    kind: Kind
    names: frozenset[str]
    records: tuple[str, ...]
    gender: str | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", content_id("ent", "case", self.key, self.mark))


@dataclass(frozen=True, slots=True)
class Names:
    """How the names of a case belong to one another.

    Args:
        written: how each key is written, in its longest form.
        kinds: what each key is a name of.
        fuller: keys of the full names that a key may stand for; empty for a full name.
        stated: of these, those that a text gives, with the statements.
        apart: pairs of keys that a text tells apart.
    """

    written: Mapping[str, str]
    kinds: Mapping[str, Kind]
    fuller: Mapping[str, frozenset[str]]
    stated: Mapping[tuple[str, str], tuple[Stated, ...]]
    apart: frozenset[tuple[str, str]]


def name_id(each: str) -> str:
    """Name a key of names, for judgements on two names wherever they stand.

    Args:
        each: as ``plain.key`` gives it.
    """
    return content_id("nam", each)


def read_names(
    found: Sequence[Record],
    stated: Iterable[Stated],
    judged_apart: Collection[tuple[str, str]] = (),
) -> Names:
    """Lay out how the names of a case belong to one another.

    Args:
        found: records of the case.
        stated: what its texts say of names.
        judged_apart: pairs of ``name_id`` that a person keeps apart.
    """
    seen: dict[str, set[str]] = defaultdict(set)
    written: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.role:
            continue
        seen[one.key] |= one.seen
        written[one.key].add(one.name)
    said: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    apart = set[tuple[str, str]]()
    for told in stated:
        pair = key(told.other), key(told.name)
        if told.sort == "apart":
            apart |= {pair, pair[::-1]}
        elif all(pair) and pair[0] != pair[1]:
            said[pair].append(told)
            for each, name in zip(pair, (told.other, told.name), strict=True):
                written[each].add(name)
                seen.setdefault(each, set())
    for other, name in said:  # two names of one party are of one kind
        seen[other], seen[name] = (seen[other] | seen[name],) * 2
    longest = {each: best_written(some) for each, some in written.items()}
    kinds = {each: kind_of_name(some) for each, some in seen.items()}
    fuller = _fuller(longest, kinds, said, seen, frozenset(judged_apart))
    return Names(longest, kinds, fuller, {k: tuple(v) for k, v in said.items()}, frozenset(apart))


def bearers(found: Sequence[Record], names: Names) -> tuple[Bearer, ...]:
    """Give the parties that records name in full.

    Args:
        found: records of the case.
        names: of the case.

    Returns:
        Bearers in order of id.
    """
    parted: dict[tuple[str, str], list[Record]] = defaultdict(list)
    by_key: dict[str, list[Record]] = defaultdict(list)
    for one in (each for each in found if not each.role):
        special = _place_or_state(one, names)
        if special is not None:
            parted[special, ""].append(one)
        elif not names.fuller[one.key] or stands_for_place(one, names):
            by_key[one.key].append(one)
    for each, some in sorted(by_key.items()):
        for mark, group in _parted(some, names.kinds[each]):
            parted[each, mark] += group
    made = [_bearer(each, mark, some) for (each, mark), some in parted.items()]
    return tuple(sorted(made, key=lambda one: one.id))


def left_over(found: Sequence[Record], linked: Collection[str]) -> tuple[Bearer, ...]:
    """Give parties to short names that fit nobody: "Mr Vell" where the only Vell of the case is a woman.

    Args:
        found: records of the case.
        linked: ids of those of which something is said.

    Returns:
        Bearers in order of id.
    """
    parted: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for one in found:
        if one.id not in linked and not one.role:
            mark = "thing" if one.seen & {"vehicle", "weapon"} else one.gender or "other"
            parted[one.key, mark].append(one)
    made = [_bearer(each, mark, some) for (each, mark), some in parted.items()]
    return tuple(sorted(made, key=lambda one: one.id))


def _bearer(each: str, mark: str, some: Sequence[Record]) -> Bearer:
    keys = frozenset(one.key for one in some)
    kind = kind_of_name({sort for one in some for sort in one.seen})
    if each.startswith(("place ", "state ")):
        kind = "place"
    name = best_written([one.name for one in some])
    told: set[str | None] = {one.gender for one in some if one.gender}
    told = told or {_of_given_name(name, kind)}
    gender = told.pop() if len(told) == 1 else None
    return Bearer(each, mark, name, kind, keys, tuple(sorted(one.id for one in some)), gender)


def _of_given_name(name: str, kind: Kind) -> str | None:
    """Tell a man's first name from a woman's, where it is hardly borne by both."""
    table, first = load("given_names"), name.split(maxsplit=1)[0]
    told = [sort for sort in ("male", "female") if first in table[sort]["names"]]
    return told[0] if kind == "person" and len(told) == 1 else None


def _fuller(
    written: Mapping[str, str],
    kinds: Mapping[str, Kind],
    said: Mapping[tuple[str, str], Sequence[Stated]],
    seen: Mapping[str, set[str]],
    judged_apart: frozenset[tuple[str, str]],
) -> dict[str, frozenset[str]]:
    """Give for each name the full names that it may stand for."""
    direct: dict[str, set[str]] = {each: set() for each in written}
    for other, name in said:
        direct[other].add(name)
    for each, others in _near(written).items():
        direct[each] |= {
            full
            for full in others
            if full != each
            and "placed" not in seen[each]
            and (
                has_before(written[each], written[full])
                or is_short(written[each], written[full], _kind(full, written, kinds))
            )
        }
    for each, others in direct.items() if judged_apart else ():
        mine = name_id(each)
        others -= {
            one for one in others if {(mine, name_id(one)), (name_id(one), mine)} & judged_apart
        }
    return {each: frozenset(_roots(each, direct)) for each in direct}


def _kind(each: str, written: Mapping[str, str], kinds: Mapping[str, Kind]) -> Kind:
    """A name of one word has no short form; of several of which nothing is known, a body's."""
    return kinds[each] if len(plain(written[each])) > 1 else "unknown"


def _near(written: Mapping[str, str]) -> dict[str, set[str]]:
    """Give for each name the longer ones that begin or end with one of its ends, or with its letters."""
    starts: dict[str, set[str]] = defaultdict(set)
    for each, name in written.items():
        parts = plain(name)
        if len(parts) > 1:
            capitals = "".join(word[0] for word in name.split() if word[0].isupper())
            for word in {parts[0], parts[-1], parts[-2], f"={capitals}"}:
                starts[word].add(each)
    found: dict[str, set[str]] = {}
    for each, name in written.items():
        parts = plain(name)
        letters = "=" + name.replace(".", "")
        ends = {*parts[:1], *parts[-2:], letters}
        crowds = (starts[word] for word in sorted(ends) if word in starts)
        found[each] = {full for some in crowds if len(some) <= _CROWD for full in some}
    return found


def _roots(each: str, direct: Mapping[str, set[str]]) -> set[str]:
    """Follow names to those that stand for no fuller one; in a ring the first by the alphabet is it."""
    roots, seen, ahead = set[str](), {each}, [each]
    while ahead:
        here = ahead.pop()
        further = direct[here] - seen
        seen |= further
        ahead += sorted(further)
        if not direct[here]:
            roots.add(here)
    if not roots and len(seen) > 1:
        roots = {min(seen)}
    return roots - {each}


def stands_for_place(one: Record, names: Names) -> bool:
    """Say whether a record is of a place, though it may be a short name too: "Velory" of "Velory Port Board".

    Args:
        one: a record.
        names: of the case.
    """
    if "placed" in one.seen:
        return True
    people = any(names.kinds[full] == "person" for full in names.fuller[one.key])
    return "place" in one.seen and one.located is not None and not people


def _place_or_state(one: Record, names: Names) -> str | None:
    """Give the one place or state that a record names: it is a bearer by whatever spelling."""
    apart = names.kinds[one.key] == "person" and "placed" not in one.seen
    state = None if apart or names.fuller[one.key] else _states().get(one.key)
    if state is not None:
        return f"state {state}"
    place = one.located.place if one.located is not None else None
    return f"place {place.number}" if place and stands_for_place(one, names) else None


def _parted(some: list[Record], kind: Kind) -> Iterator[tuple[str, list[Record]]]:
    """Part the records of one full name by what tells two parties apart.

    Those that do not tell are left out where others do, and attached later.
    """
    for mark in (_thing, _seat, _gender):
        told = {one.id: mark(one, kind) for one in some}
        marks = sorted({said for said in told.values() if said})
        if len(marks) > 1:
            for said in marks:
                yield said, [one for one in some if told[one.id] == said]
            return
    yield "", some


def _thing(one: Record, kind: Kind) -> str:
    """A ship or machine against whoever has a title or speaks by name."""
    del kind
    if one.seen & {"vehicle", "weapon"}:
        return "thing"
    return "party" if one.seen & {"titled", "source named_person", "person"} else ""


def _seat(one: Record, kind: Kind) -> str:
    return one.seat or "" if kind == "body" else ""


def _gender(one: Record, kind: Kind) -> str:
    return one.gender or "" if kind != "body" else ""


@cache
def _states() -> Mapping[str, str]:
    return {
        key(word): row["state"]
        for row in load("states")["states"]
        for word in (row["state"], *row["also"])
    }
