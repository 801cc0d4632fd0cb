"""Which names stand in a text that its claims do not show?

The parser misses names. Looked for are: names of two words and more that some document of the case has; words behind a
title ("President Iva Maron"); runs of capitalised words that end in a word of bodies; and short forms of known names (surnames, first words of bodies, initials), these only inside a sentence or before a verb of saying, since any
word has a capital at the front of one.

It fails for a name that is everywhere one word.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from allsource.claims.callings import is_body
from allsource.entities.folding import fold
from allsource.entities.mentioned import Mentioned, in_order
from allsource.entities.words import words
from allsource.model.document import Document
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["sought"]

_WORD = re.compile(r"\w+(?:[.&-]\w+|['’](?!s\b)\w+)*|&")
_BETWEEN = re.compile(r"[\s-]{1,3}")
_SHORTENED = re.compile(r"\.?[\s-]{1,3}")
_CAPITAL = r"[A-Z][\w-]*(?:['’](?!s\b)\w+)?"
_RUN = re.compile(
    rf"(?:{_CAPITAL}|[A-Z][a-z]{{1,3}}\.)(?: (?:of |for |and |& |the |de |bin |al-?)?{_CAPITAL}){{1,6}}"
)
_INSIDE = re.compile(r"[\w,;:)”\"’'-]\s+[“\"'‘(]?$")
_SMALL = re.compile(r" (?:and|for|of|the) ")
_LAST = re.compile(r"\b([A-Z][\w-]*)\.?[ -]$")
_LOOK = 30
_MOST_WORDS = 8
_ABBREVIATION = 3
"""Letters of the longest word of a name that may have a full stop behind it: "St. Orlan Clinic"."""


def sought(
    documents: Sequence[Document],
    found: Mapping[str, Sequence[Mentioned]],
    names: Iterable[str],
    short: Iterable[str] = (),
) -> dict[str, tuple[Mentioned, ...]]:
    """Add where names stand that no claim of their document shows.

    Args:
        documents: of the case.
        found: as ``mentioned`` gives it.
        names: to look for, as they are written.
        short: single words to look for.

    Example:
        >>> page = Document("doc_1", "", "a.txt", "President Iva Maron met Timo Orlan.", "text")
        >>> [one.name for one in sought([page], {}, ["Timo Orlan"])["doc_1"]]
        ['Iva Maron', 'Timo Orlan']
    """
    known = {tuple(_WORD.findall(name)) for name in names}
    lengths: dict[str, set[int]] = defaultdict(set)
    for parts in known:
        if parts and len(parts) <= _MOST_WORDS:
            lengths[parts[0]].add(len(parts))
    singles = frozenset(short)
    made: dict[str, tuple[Mentioned, ...]] = {}
    for page in documents:
        more = [*_known(page, known, lengths), *_singles(page, singles)]
        if page.unextracted is None:
            more += [*_titled(page), *_bodies(page)]
        outside = [
            one for one in more if not any(part.span.overlaps(one.span) for part in page.furniture)
        ]
        made[page.id] = tuple(in_order((*found.get(page.id, ()), *outside)))
    return made


def _known(
    page: Document, known: Collection[tuple[str, ...]], lengths: Mapping[str, set[int]]
) -> Iterator[Mentioned]:
    """Find names word by word, the longest first."""
    every = list(_WORD.finditer(page.text))
    for at, word in enumerate(every):
        for many in sorted(lengths.get(word.group(), ()), reverse=True):
            here = every[at : at + many]
            if tuple(one.group() for one in here) in known and _runs(page.text, here):
                yield _mention(page, here[0].start(), here[-1].end(), "text")
                break


def _titled(page: Document) -> Iterator[Mentioned]:
    """Find names behind a title: of a person, since titles stand before no others."""
    titles = load("name_words")["titles"]["words"]
    for found in _RUN.finditer(page.text):
        some = found.group().split()
        at = next((n for n, w in enumerate(some) if w.casefold().rstrip(".") not in titles), 0)
        rest = some[at:]
        if at and len(rest) > 1 and not _SMALL.search(" ".join(rest)):
            start = found.end() - len(" ".join(rest))
            yield _mention(page, start, found.end(), "titled")


def _bodies(page: Document) -> Iterator[Mentioned]:
    """Find runs of capitalised words that end in a word of bodies: "Orlan Glassworks", "Vell Works"."""
    for found in _RUN.finditer(page.text):
        some = found.group().split()
        while len(some) > 1 and some[0].casefold() in _openers():
            some = some[1:]
        last = fold(some[-1])
        titled = last in words().titles
        named = not titled and (
            last in words().generic or last in words().concepts or is_body(" ".join(some))
        )
        if len(some) > 1 and named and "and" not in some and "." not in found.group():
            yield _mention(page, found.end() - len(" ".join(some)), found.end(), "text")


def _singles(page: Document, singles: frozenset[str]) -> Iterator[Mentioned]:
    for found in _WORD.finditer(page.text) if singles else ():
        if found.group() not in singles:
            continue
        inside = _INSIDE.search(page.text, max(0, found.start() - 4), found.start())
        after = _WORD.match(page.text, found.end() + 1)
        says = after is not None and after.group() in _saying()
        acronym = found.group().isupper() and len(found.group()) >= _ABBREVIATION
        if acronym or ((inside or says) and not _in_longer(page.text, *found.span())):
            yield _mention(page, *found.span(), "text")


def _in_longer(text: str, start: int, end: int) -> bool:
    """Another word with a capital stands beside the word: it is part of a longer name, but for a title."""
    before = _LAST.search(text, max(0, start - _LOOK), start)
    after = re.match(r"[ -][A-Z]", text[end : end + 2])
    apart = {*load("name_words")["titles"]["words"], *_openers()}
    part = before is not None and before[1].casefold() not in apart
    return part or after is not None


def _mention(page: Document, start: int, end: int, sort: str) -> Mentioned:
    text = page.text[start:end]
    return Mentioned(page.id, Span(start, end), text, " ".join(text.split()), frozenset({sort}))


def _runs(text: str, some: Sequence[re.Match[str]]) -> bool:
    """Nothing but spaces and what joins the words of a name stands between them."""
    return all(_BETWEEN.fullmatch(text, a.end(), b.start()) for a, b in pairwise(some))


@cache
def _openers() -> frozenset[str]:
    return frozenset(load("identity")["no_names"]["words"])


@cache
def _saying() -> frozenset[str]:
    return frozenset(load("identity")["saying"]["words"])
