"""Which names of the case mean the same person or organisation?

Titles before a name are dropped ("Minister Anna Lind"); its last two words then
tell a person, and most organisations. One word alone joins the one fuller name
of the case that it begins or ends, or that it shortens ("Mo", "Mohammed") on a
page which has that name in full. Two full names spelt with the same consonants in some
order and with the same first letters ("Badri", "Budairi") are one. A source that speaks for an organisation ("an
Orlan Works spokesperson", "a spokesman for Orlan Works") means that
organisation; "the company" means the one organisation with a spokesperson in the
case that its page names, or the one that its page credits.

In doubt names are joined: that can only lower a count of independent roots. It
fails for two people of one name or of two that differ in vowels alone, and where an extractor gives a wrong source.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from allsource.lineage.words import words
from allsource.model.claim import Claim, Source
from allsource.model.document import Document
from allsource.vocab import load

__all__ = ["People", "bare", "folded"]

_NAMED = {"named_person", "organization", "document"}

_LONGEST_NAME = 4
"""Words of a name that a label may have."""

_ORGANISATION = re.compile(
    r"\s+(?P<link>[a-z]+)\s+(?:the\s+)?(?P<name>[A-Z][\w&-]*(?:\s[A-Z][\w&-]*){0,3})"
)


_FULL = 2
"""A full name has so many telling words."""

_CONSONANTS = 4
"""With fewer consonants two names may be alike by chance."""

_Skeleton = tuple[tuple[str, str], ...]
"""Of each word its first letter, and its consonants in the order of the alphabet."""


class People:
    """Who the sources of a case are.

    Args:
        claims: whose sources are looked at, whatever kind each was taken for.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        credited = [(c.document, s) for c in claims for s in _sources(c)]
        self._fuller: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for listed in {folded(bare(s.name)) for _, s in credited if _is_proper(s)}:
            if len(listed) > 1:
                self._fuller[listed[-1]].add(listed[-2:])
                self._fuller[listed[0]].add(listed[-2:])
        self._speaks = dict(_spoken_for(credited))
        self._shortened = dict(self._short_forms(credited))
        self._spelt = dict(self._spellings(source for _, source in credited))
        self._forms: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for _, source in credited:
            if self.named(source):
                self._forms[self.key(source)][self._name(source)] += 1

    def named(self, source: Source) -> bool:
        """Say whether a source is told apart by its name: "the ministry", "a paper" are not."""
        return source.entity in self._speaks or _is_proper(source)

    def key(self, source: Source) -> tuple[str, ...]:
        """Give the words that stand for a named source over the case, in their commonest spelling."""
        key = self._key(source)
        return self._spelt.get(key, key)

    def _key(self, source: Source) -> tuple[str, ...]:
        listed = folded(bare(self._name(source)))
        if source.kind == "document":
            return ("document", *listed)
        if len(listed) > 1:
            return listed[-2:]
        known = self._fuller.get(listed[0], set()) if listed else set()
        return next(iter(known)) if len(known) == 1 else self._shortened.get(source.entity, listed)

    def kind(self, source: Source) -> str:
        """Give the kind of whoever a source is: an organisation where it speaks for one."""
        return "organization" if source.entity in self._speaks else source.kind

    def label(self, source: Source) -> str:
        """Give the commonest full form of a source's name in the case, without titles."""
        if source.kind == "document":
            return source.name
        forms = self._forms[self.key(source)]
        return max(
            forms, key=lambda form: (_fullness(form) > 1, forms[form], _fullness(form), form)
        )

    def _name(self, source: Source) -> str:
        name = self._speaks.get(source.entity, source.name)
        return name if source.kind == "document" else bare(name)

    def _spellings(
        self, sources: Iterable[Source]
    ) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Give the commonest spelling of each full name that is spelt in several ways."""
        found: dict[_Skeleton, Counter[tuple[str, ...]]] = defaultdict(Counter)
        for source in sources:
            key = self._key(source)
            if self.named(source) and source.kind != "document" and len(key) == _FULL:
                found[_skeleton(key)][key] += 1
        for skeleton, forms in found.items():
            if len(forms) > 1 and sum(len(letters) for _, letters in skeleton) >= _CONSONANTS:
                commonest = max(forms, key=lambda key: (forms[key], key))
                yield from ((key, commonest) for key in forms if key != commonest)

    def _short_forms(
        self, credited: Iterable[tuple[Document, Source]]
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Give, by entity, the full name that a single word shortens on its page."""
        full = sorted({key for keys in self._fuller.values() for key in keys})
        for document, source in credited:
            listed = folded(source.name)
            if len(listed) == 1 and len(listed[0]) > 1 and _is_proper(source):
                meant = [
                    key for key in full if key[0].startswith(listed[0]) and key[0] != listed[0]
                ]
                if len(meant) == 1 and " ".join(meant[0]) in document.text.casefold():
                    yield source.entity, meant[0]


def folded(name: str) -> tuple[str, ...]:
    """Give the words of a name in lower case, without articles and genitives."""
    return _folded(name)


@lru_cache(maxsize=50_000)
def _folded(name: str) -> tuple[str, ...]:
    listed = words(Document("", "", "", name, "text")).folded
    return tuple(word.removesuffix("'s") for word in listed if word not in {"the", "a", "an"})


def _skeleton(key: tuple[str, ...]) -> _Skeleton:
    return tuple(
        (word[:1], "".join(sorted(c for c in word if c.isalpha() and c not in "aeiouy")))
        for word in key
    )


@lru_cache(maxsize=50_000)
def bare(name: str) -> str:
    """Give a name without titles and words that are no part of it.

    Example:
        >>> bare("Harbour Spokesman Col. Stefan Weir"), bare("official Odrelle Ledger daily")
        ('Stefan Weir', 'Odrelle Ledger')
    """
    listed = name.split()
    while len(listed) > 1 and listed[0][:1].islower():
        del listed[0]
    while len(listed) > 2 and listed[-1] in load("spokespersons")["trailing"]["words"]:
        del listed[-1]
    roles = load("sources")["roles"]["words"]
    last = max(
        (n for n, word in enumerate(listed) if word.casefold().strip(".,") in roles), default=-1
    )
    return " ".join(listed[last + 1 :] if last < len(listed) - 2 else listed)


def _sources(claim: Claim) -> Iterator[Source]:
    return (a.source for a in claim.attribution if a.source is not None)


def _is_proper(source: Source) -> bool:
    """Say whether a source's own words are a proper name."""
    if source.kind not in _NAMED or not any(w[:1].isupper() for w in source.name.split()):
        return False
    vocabulary = load("spokespersons")
    listed = source.name.split()
    proper = [word for word in listed if word[:1].isupper()]
    if listed[-1].islower() and proper[-1].endswith(tuple(vocabulary["adjectives"]["endings"])):
        return False  # "a Western newspaper" says where, not which
    return not set(folded(source.name)) <= set(vocabulary["generic"]["words"])


def _spoken_for(credited: Iterable[tuple[Document, Source]]) -> Iterator[tuple[str, str]]:
    """Give, by entity, the organisation that a source without a name speaks for."""
    rows = list(credited)
    found = {s.entity: name for d, s in rows if (name := _organisation(d, s))}
    yield from found.items()
    speaking = {folded(name): name for name in sorted(found.values())}
    on_page: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for document, source in rows:
        if source.kind == "organization" and _is_proper(source):
            on_page[document.id].setdefault(folded(source.name), source.name)
    for document, source in rows:
        if source.entity not in found and _is_firm(source):
            named = [name for name in speaking.values() if name in document.text]
            meant = named or list(on_page[document.id].values())
            if len(meant) == 1:
                yield source.entity, meant[0]


def _organisation(document: Document, source: Source) -> str | None:
    """Give the organisation that a spokesperson without a name is said to speak for."""
    vocabulary = load("spokespersons")
    listed = source.name.split()
    heads = [n for n, w in enumerate(listed) if w.casefold() in vocabulary["spokesperson"]["words"]]
    if source.kind == "named_person" or not heads:
        return None
    filler = vocabulary["filler"]["words"]
    before = [w for w in listed[: heads[0]] if w[:1].isupper() and w.casefold() not in filler]
    if before and not before[-1].endswith(tuple(vocabulary["adjectives"]["endings"])):
        return " ".join(before).removesuffix("'s").removesuffix("’s")
    rest = " " + " ".join(listed[heads[0] + 1 :])
    after = document.text[source.spans[-1].end : source.spans[-1].end + 80]
    for text in (rest, after):
        match = _ORGANISATION.match(text)
        if match and match["link"] in vocabulary["linking"]["words"]:
            return match["name"]
    return None


def _is_firm(source: Source) -> bool:
    """Say whether a source is "the company" or its spokesperson, and no more."""
    vocabulary = load("spokespersons")
    known = {
        word for part in ("firm", "filler", "spokesperson") for word in vocabulary[part]["words"]
    }
    listed = set(source.name.casefold().replace("’", "'").split())
    heads = {*vocabulary["firm"]["words"], *vocabulary["spokesperson"]["words"]}
    return source.kind != "named_person" and listed <= known and bool(listed & heads)


def _fullness(form: str) -> int:
    size = len(form.split())
    return size if size <= _LONGEST_NAME else 0
