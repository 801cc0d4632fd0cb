"""Do two names mean the same outlet?

"OPA" is the Odrelle Press Agency (initials), "the Ledger" the Mardis Ledger
(its last word, for an outlet speaking of itself), "the Odrelle agency" the
Odrelle Press Agency (its telling words). Real agencies and their short forms
are in ``vocab/outlets.yaml``. It fails for short forms that are neither.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from allsource.vocab import load

__all__ = [
    "Known",
    "canonical",
    "is_described",
    "is_known",
    "looks_like_outlet",
    "same_outlet",
    "speaks_of_itself",
]

_WORD = re.compile(r"[^\W_]+")


class Known:
    """The outlets of a case, to be asked which of them a name means.

    Reach for it where many names are held against many outlets; ``same_outlet`` asks of two.

    Args:
        outlets: of the case.

    Example:
        >>> known = Known(["Odrelle Press Agency", "Harbour Post"])
        >>> known.meant("OPA"), known.meant("the Harbour Post"), known.meant("Dock Wire")
        ('Odrelle Press Agency', 'Harbour Post', None)
    """

    def __init__(self, outlets: Iterable[str]) -> None:
        self.outlets = sorted(set(outlets))
        self._by_key: dict[tuple[str, ...], str] = {}
        for outlet in reversed(self.outlets):
            self._by_key.update(dict.fromkeys(_keys(outlet, asked=False), outlet))

    def meant(self, name: str) -> str | None:
        """Give the outlet of the case that a name means, if any."""
        found = [self._by_key[key] for key in _keys(name, asked=True) if key in self._by_key]
        return min(found, default=None)


@lru_cache(maxsize=50_000)
def canonical(name: str) -> str:
    """Give the full name of a listed agency or outlet, else the name without its article.

    Example:
        >>> canonical("AFP"), canonical("the Harbour Post")
        ('Agence France-Presse', 'Harbour Post')
    """
    bare = _bare(name)
    return _forms().get(bare.casefold(), bare)


def is_known(name: str) -> bool:
    """Say whether a name is a listed agency or outlet."""
    folded = _bare(name).casefold()
    return folded in _forms() or folded in _listed()


def is_described(name: str) -> bool:
    """Say whether a name only says what sort of outlet is meant: it ends in a word written small.

    Example:
        >>> is_described("local media"), is_described("a Velory news site"), is_described("Dock Wire")
        (True, True, False)
    """
    words = _bare(name).split()
    return bool(words) and words[-1].islower() and not is_known(name)


@lru_cache(maxsize=200_000)
def same_outlet(one: str, other: str) -> bool:
    """Say whether two names mean the same outlet.

    Example:
        >>> same_outlet("OPA", "Odrelle Press Agency"), same_outlet("Odrelle agency", "Odrelle Press Agency")
        (True, True)
        >>> same_outlet("Harbour Post", "Harbour Times")
        False
    """
    return not _keys(one, asked=True).isdisjoint(_keys(other, asked=False))


def speaks_of_itself(name: str, outlet: str | None) -> bool:
    """Say whether a name is what an outlet calls itself ("the Ledger" of the Mardis Ledger)."""
    if outlet is None:
        return False
    words, own = _words(canonical(name)), _words(canonical(outlet))
    return same_outlet(name, outlet) or (bool(words) and words == own[-len(words) :])


def looks_like_outlet(name: str) -> bool:
    """Say whether a capitalised name is listed, or is built as names of outlets are.

    Example:
        >>> looks_like_outlet("Vell Courier"), looks_like_outlet("Channel 14")
        (True, True)
        >>> looks_like_outlet("Anna Lind")
        False
    """
    words = _bare(name).split()
    if is_known(name) or len(words) < 2:
        return is_known(name)
    lists = load("outlets")
    last, first = words[-1], words[0]
    return (
        last in lists["outlets"]["endings"]
        or last in lists["credited"]["endings"]
        or " ".join(words[-2:]) in lists["outlets"]["pairs"]
        or first in lists["credited"]["openings"]
        or not set(lists["outlets"]["anywhere"]).isdisjoint(words)
    )


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|The|THE)\s+", "", " ".join(name.split()))


@lru_cache(maxsize=50_000)
def _keys(name: str, *, asked: bool) -> frozenset[tuple[str, ...]]:
    """Give all by which a name is known, or (``asked``) all under which it looks for another.

    One word is never a telling word: "Quarrel" may be the town of the Quarrel Press Agency.
    """
    full = canonical(name)
    keys: set[tuple[str, ...]] = {("name", full.casefold())}
    words = [word for word in _words(full) if word not in {"the", "of", "and"}]
    if len(words) > 1:
        keys.add(("telling", *_telling(full)))
        keys.add(("short" if asked else "initials", "".join(word[0] for word in words)))
    elif full.isupper():
        keys.add(("initials" if asked else "short", full.casefold()))
    return frozenset(keys)


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    return {
        form.casefold(): entry["name"]
        for entry in load("outlets")["forms"]
        for form in [entry["name"], *entry["short"]]
    }


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    return frozenset(_bare(name).casefold() for name in load("outlets")["outlets"]["names"])


def _words(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]


def _telling(name: str) -> tuple[str, ...]:
    """Give the words that tell which outlet is meant, or all of them where none does."""
    words = _words(name)
    generic = set(load("outlets")["generic"]["words"])
    return tuple(word for word in words if word not in generic) or tuple(words)
