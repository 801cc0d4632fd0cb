"""Under which keys is a name found again, however it is written?

Each part gives keys of four sorts: as it is spelled once transliterations are levelled; the names of which it
is a form; its consonants; and its spelling with one letter left out, under which two spellings that are one slip
apart meet. Two parts beside each other also give the key of both written together. Keys are hashed to 32 bits; two
that fall together cost a useless candidate, never a missing one.

It fails for names of which every part has two slips, and for aliases.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from allsource.entities.name import Name
from allsource.entities.parts import known
from allsource.entities.relation import consonants, spelling

__all__ = ["QUALITIES", "Keys", "keys_of"]

QUALITIES = (1.0, 0.95, 0.75, 0.7)
"""What a part that meets under a key of each sort is worth: spelling, forms, consonants, one letter less."""

Keys = tuple[tuple[int, ...], ...]
"""The hashed keys of one part, by sort."""

_SHORTEST = 3
"""Consonants of a key, and ..."""

_SHORTEST_SLIP = 4
"""... letters of a spelling of which one may be missing."""

_LONGEST = 24
"""Letters of a part that are looked at."""

_MOST_FORMS = 12


def keys_of(name: Name) -> Iterator[Keys]:
    """Give the keys of each part of a name, and of parts written together.

    Args:
        name: as ``read_name`` reads it.

    Example:
        >>> from allsource.entities.name import read_name
        >>> one, other = (list(keys_of(read_name(text))) for text in ("Schukow", "Shukov"))
        >>> one[0][0] == other[0][0]
        True
    """
    for part in name.parts:
        if len(part) > 1 or len(name.parts) == 1:
            yield _keys(part[:_LONGEST])
    for before, after in pairwise(name.parts):
        yield _keys((before + after)[:_LONGEST])
    for number in name.numbers:
        yield ((_hashed("n", str(number)),), (), (), ())


@lru_cache(maxsize=65_536)
def _keys(part: str) -> Keys:
    spelled, spoken = spelling(part), consonants(part)
    forms = sorted(known(part).forms)[:_MOST_FORMS]
    less = (
        {spelled[:at] + spelled[at + 1 :] for at in range(len(spelled))} | {spelled}
        if len(spelled) >= _SHORTEST_SLIP
        else set[str]()
    )
    return (
        (_hashed("s", spelled),),
        tuple(_hashed("f", str(form)) for form in forms),
        (_hashed("c", spoken),) if len(spoken) >= _SHORTEST else (),
        tuple(sorted(_hashed("d", one) for one in less)),
    )


def _hashed(sort: str, key: str) -> int:
    return crc32(f"{sort}{key}".encode())
