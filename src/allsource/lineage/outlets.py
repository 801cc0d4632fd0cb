"""Do two names mean the same outlet?

"OPA" is the Odrelle Press Agency (initials), "the Ledger" the Mardis Ledger
(its last word, for an outlet speaking of itself), "the Odrelle agency" the
Odrelle Press Agency (its telling words). Real agencies and their short forms
are in ``vocab/agencies.yaml``. It fails for short forms that are neither.
"""

import re
from functools import lru_cache

from allsource.vocab import load

__all__ = ["canonical", "is_known", "looks_like_outlet", "same_outlet", "speaks_of_itself"]

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=50_000)
def canonical(name: str) -> str:
    """Give the full name of a listed agency or outlet, else the name without its article.

    Example:
        >>> canonical("AFP"), canonical("the Harbour Post")
        ('Agence France-Presse', 'Harbour Post')
    """
    bare = re.sub(r"^(?:the|The|THE)\s+", "", " ".join(name.split()))
    return _listed().get(bare.casefold(), bare)


def is_known(name: str) -> bool:
    """Say whether a name is a listed agency or outlet."""
    bare = re.sub(r"^(?:the|The|THE)\s+", "", " ".join(name.split()))
    return bare.casefold() in _listed()


@lru_cache(maxsize=200_000)
def same_outlet(one: str, other: str) -> bool:
    """Say whether two names mean the same outlet.

    Example:
        >>> same_outlet("OPA", "Odrelle Press Agency"), same_outlet("Odrelle agency", "Odrelle Press Agency")
        (True, True)
        >>> same_outlet("Harbour Post", "Harbour Times")
        False
    """
    left, right = canonical(one), canonical(other)
    if left.casefold() == right.casefold():
        return True
    return _initials(left, right) or _initials(right, left) or _telling(left) == _telling(right)


def speaks_of_itself(name: str, outlet: str | None) -> bool:
    """Say whether a name is what an outlet calls itself ("the Ledger" of the Mardis Ledger)."""
    if outlet is None:
        return False
    words, own = _words(canonical(name)), _words(canonical(outlet))
    return same_outlet(name, outlet) or (bool(words) and words == own[-len(words) :])


def looks_like_outlet(name: str) -> bool:
    """Say whether a capitalised name is listed, or ends as names of outlets do."""
    last = canonical(name).split()[-1:] or [""]
    return is_known(name) or (last[0] in load("agencies")["endings"] and len(name.split()) > 1)


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    vocabulary = load("agencies")
    return {
        form.casefold(): entry["name"]
        for entry in [*vocabulary["agencies"], *vocabulary["outlets"]]
        for form in [entry["name"], *entry["short"]]
    }


def _words(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]


def _telling(name: str) -> tuple[str, ...]:
    """Give the words that tell which outlet is meant, or all of them where none does."""
    words = _words(name)
    generic = set(load("agencies")["generic"])
    return tuple(word for word in words if word not in generic) or tuple(words)


def _initials(short: str, full: str) -> bool:
    words = [word for word in _words(full) if word not in {"the", "of", "and"}]
    return (
        len(words) > 1
        and short.isupper()
        and short.casefold() == "".join(word[0] for word in words)
    )
