"""Which parties of a case do the watch lists of a folder hold?

Each list is read one entry at a time. The files of OFAC's CSV form that lie in one folder are one list: other names,
countries and remarks are taken from beside the main file. A part without its main file, two of one kind, and one of
the other sort (invented beside real) are told as not used.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from allsource.cli.exhibits import Exhibits
from allsource.entities.listed import Listed, Named, listed
from allsource.evidence.marks import marked
from allsource.evidence.walk import Input
from allsource.evidence.watchlist.ofac_csv import PartKind, family, part_kind
from allsource.evidence.watchlist.read import HEAD, list_kind, read_list
from allsource.model.failure import Failure
from allsource.model.listing import Listing

__all__ = ["searched", "wrong_sort"]

_REAL = "it is not marked as invented, and this case is a fictional one"
_INVENTED = "it is marked as invented evidence, and this case holds real documents"
_Parts = Mapping[PartKind, Input]
_Key = tuple[Path, str]


@dataclass(slots=True)
class _Reading:
    """What is told while one list is read."""

    failures: list[Failure]
    synthetic: bool
    wrong: list[Listing] = field(default_factory=list)


def searched(
    parties: Sequence[Named],
    lists: Sequence[Input],
    parts: Sequence[Input],
    failures: list[Failure],
    exhibits: Exhibits,
    *,
    synthetic: bool,
) -> Iterator[Listed]:
    """Search each list for the parties of a case.

    Args:
        parties: of the case.
        lists: watch lists.
        parts: further files of lists in OFAC's CSV form.
        failures: takes what could not be read or used.
        exhibits: takes where each match stands.
        synthetic: whether the case is a fictional one.
    """
    beside = _parts_of(lists, parts, failures, synthetic=synthetic)
    for one in lists:
        held = beside.get(_key(one), {}) if _is_main(one) else {}
        reading = _Reading(failures, synthetic)
        for found in listed(parties, _entries(one, held, reading)):
            exhibits.of_entry(found.listing, one, held.values())
            yield found
        if reading.wrong:
            failures.append(wrong_sort(one.name, synthetic=reading.wrong[0].synthetic))


def wrong_sort(name: str, *, synthetic: bool) -> Failure:
    """Tell that a file is invented in a real case, or real in a fictional one.

    Args:
        name: of the file.
        synthetic: whether the file is marked as invented.

    Example:
        >>> wrong_sort("a.csv", synthetic=True).next_step
        'keep invented evidence in a folder and a case of its own'
    """
    kept = "invented" if synthetic else "real"
    reason = _INVENTED if synthetic else _REAL
    return Failure(name, reason, f"keep {kept} evidence in a folder and a case of its own")


def _entries(one: Input, parts: _Parts, reading: _Reading) -> Iterator[Listing]:
    paths = {part: file.path for part, file in parts.items()}
    with one.path.open("rb") as file:
        for found in read_list(file, one.name, paths):
            if isinstance(found, Failure):
                reading.failures.append(found)
            elif found.synthetic == reading.synthetic:
                yield found
            elif not reading.wrong:
                reading.wrong.append(found)


def _parts_of(
    lists: Sequence[Input], parts: Sequence[Input], failures: list[Failure], *, synthetic: bool
) -> Mapping[_Key, _Parts]:
    """Give the parts of each list in CSV, by folder and family of names."""
    mains = {_key(one) for one in lists if _is_main(one)}
    found: dict[_Key, dict[PartKind, Input]] = defaultdict(dict)
    for one in parts:
        head = _head(one)
        kind, key = part_kind(head), _key(one)
        if marked(head) != synthetic:
            failures.append(wrong_sort(one.name, synthetic=not synthetic))
        elif kind is None or key not in mains:
            reason = "a part of OFAC's CSV list, whose main file is not in its folder"
            failures.append(Failure(one.name, reason, "put sdn.csv (or cons_prim.csv) beside it"))
        elif kind in found[key]:
            reason = f"{found[key][kind].name} is read as the {kind} of this list, and one is read"
            failures.append(Failure(one.name, reason, "remove one of the two"))
        else:
            found[key][kind] = one
    return found


def _key(one: Input) -> _Key:
    return one.path.parent, family(one.name)


def _is_main(one: Input) -> bool:
    return list_kind(_head(one)) == "ofac csv"


def _head(one: Input) -> bytes:
    with one.path.open("rb") as file:
        return file.read(HEAD)
