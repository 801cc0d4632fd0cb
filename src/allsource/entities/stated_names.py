"""Which names does a text itself say are names of one party, or of two?

"Halden Yards, formerly Norrvik Works", "the Marlin-136, known as the Veran-2", "Harbour Safety Board (HSB)": a name, words
of ``vocab/identity.yaml``, another name. Words that can also be somebody's deed ("renamed", "called") need a comma, a
bracket or "is" before them; what is denied is not taken. A byname ("dubbed") is told apart, as others may bear it. "Not to be
confused with" parts two names.

It fails where the two names stand in different sentences, and where words stand between name and cue.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from allsource.claims.callings import is_human
from allsource.claims.short_names import spelled
from allsource.claims.titles import without_titles
from allsource.entities.mentioned import Mentioned
from allsource.model.document import Document
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["Stated", "stated_names"]

_SMALL = r"(?:of|for|the|de|del|di|da|du|al|el|van|von|bin)"
_PART = r"[A-Z0-9][\w'’.-]*[\w]|[A-Z0-9]"
_NAME = rf"(?:{_PART})(?:[ ](?:{_SMALL}[ ]){{0,2}}(?:{_PART}|&))*"
_OPENED = r"(?:the |The )?[“\"'‘]?"
_OTHER = re.compile(rf"\s{{0,2}}{_OPENED}(?P<name>{_NAME})")
_BEFORE = re.compile(rf"(?P<name>{_NAME})[”\"’']?$")
_PAUSE = re.compile(r"(?:,|\(|–|—|;|\s-)\s{0,2}$")
_IS = re.compile(
    r"(?:[,\s]*\b(?:who|which|that)\b)?\s+(?:is|was|are|were|has been|had been|being)(?:\s+\w+)?\s*$"
)
_ACRONYM = re.compile(r"\(\s?(?:the )?[“\"]?([A-Z][A-Za-z]{0,3}[A-Z]{1,6})[”\"]?\s?\)")
_SPELLED = re.compile(rf"\b([A-Z][A-Za-z]{{0,3}}[A-Z]{{1,6}})\s\((?:the )?(?P<name>{_NAME})\)")
_CALLS = r"(?:which|that)\s+(?:the\s+)?[A-Z][\w-]+(?:\s\w+){0,2}?\s+(?:calls?|called|dubs)"
_WINDOW = 160


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text says of two names.

    Args:
        document: its id.
        name: the one name, as it is written.
        other: the other name.
        sort: "alike" (one party), "byname" (one party; others may be called so) or "apart" (two).
        span: where the one stands.
        other_span: where the other stands.
    """

    document: str
    name: str
    other: str
    sort: Literal["alike", "byname", "apart"]
    span: Span
    other_span: Span


def stated_names(document: Document, found: Sequence[Mentioned]) -> tuple[Stated, ...]:
    """Read what a document says of names.

    Args:
        document: any.
        found: the names in it, as far as they are known.

    Example:
        >>> text = "Halden Yards, formerly Norrvik Works, sold two ferries."
        >>> page = Document("doc_1", "", "a.txt", text, "text")
        >>> [(one.name, one.other, one.sort) for one in stated_names(page, ())]
        [('Halden Yards', 'Norrvik Works', 'alike')]
    """
    ends = {one.span.end: one for one in found}
    told = [*_cued(document, ends), *_bracketed(document, ends)]
    outside = [
        one for one in told if not any(part.span.overlaps(one.span) for part in document.furniture)
    ]
    return tuple(dict.fromkeys(sorted(outside, key=lambda one: (one.span, one.other_span))))


def _cued(document: Document, ends: dict[int, Mentioned]) -> Iterator[Stated]:
    text = document.text
    for found in _cues().finditer(text):
        cue = " ".join(found.group().split()).casefold()
        sort = _sorts().get(cue, "alike")
        before = text[max(0, found.start() - _WINDOW) : found.start()]
        other = _OTHER.match(text, found.end())
        if other is None or _denied(before):
            continue
        led = _led(before, sort, cue)
        name = None if led is None else _name_at(found.start() - len(before) + len(led), text, ends)
        if name is None:
            continue
        words = _stripped(other["name"])
        start = other.start("name")
        if not _fits(name[0], words, cue):
            continue
        yield Stated(document.id, name[0], words, sort, name[1], Span(start, start + len(words)))


def _led(before: str, sort: str, cue: str) -> str | None:
    """Give what stands before a cue without the pause or "is"; None where the cue needs one."""
    for pattern in (_PAUSE, _IS):
        pause = pattern.search(before)
        if pause is not None:
            return _without_noun(before[: pause.start()].rstrip())
    bare = sort == "apart" or cue in _bare()
    return _without_noun(before.rstrip()) if bare else None


def _without_noun(before: str) -> str:
    """Take the noun for a machine off its name: "the Orlan-9 drone, dubbed Vell"."""
    rest, _, last = before.rpartition(" ")
    return rest if last in _machines() else before


def _bracketed(document: Document, ends: dict[int, Mentioned]) -> Iterator[Stated]:
    """Read acronyms in brackets, behind the words that they are made of."""
    text = document.text
    for found in _ACRONYM.finditer(text):
        before = text[max(0, found.start() - _WINDOW) : found.start()].rstrip()
        full = spelled(before, found[1])
        if full is None:
            continue
        end = found.start() - (len(text[: found.start()]) - len(text[: found.start()].rstrip()))
        start = text.rfind(full.split()[0], 0, end - len(full) + len(full.split()[0]) + 1)
        known = ends.get(end)
        name = known.name if known is not None and len(known.name) >= len(full) else full
        span = Span(*found.span(1))
        yield Stated(document.id, name, found[1], "alike", Span(max(start, 0), end), span)
    for found in _SPELLED.finditer(text):
        if spelled(found["name"], found[1]) == found["name"]:
            spans = Span(*found.span("name")), Span(*found.span(1))
            yield Stated(document.id, found["name"], found[1], "alike", *spans)


def _name_at(end: int, text: str, ends: dict[int, Mentioned]) -> tuple[str, Span] | None:
    """Give the name that ends at a place: as the document knows it, else the capitalised words."""
    known = ends.get(end) or ends.get(end - 1)
    if known is not None and any(letter.isupper() for letter in known.name):
        return known.name, known.span
    found = _BEFORE.search(text[max(0, end - _WINDOW) : end])
    if found is None:
        return None
    words = without_titles(found["name"])
    last = max(0, end - _WINDOW) + found.end("name")
    return words, Span(last - len(words), last)


def _fits(name: str, other: str, cue: str) -> bool:
    """The second is a name: no office, no day, not the first; an acronym where it must be one."""
    first = other.split(maxsplit=1)[0].casefold()
    if other == name or len(other) < 2 or other.isdigit() or first in _no_names():
        return False
    if is_human(first) or first in load("name_words")["titles"]["words"]:
        return False
    if cue not in load("identity")["only_short"]["words"]:
        return True
    return other.isupper() and spelled(name, other) == name


def _stripped(name: str) -> str:
    return re.sub(r"['’]s$", "", name.rstrip(".,"))


def _denied(before: str) -> bool:
    return bool(set(before.casefold().replace(",", " ").split()[-4:]) & _nots())


@cache
def _nots() -> frozenset[str]:
    return frozenset(word for said in load("identity")["not"]["words"] for word in said.split()[:1])


@cache
def _no_names() -> frozenset[str]:
    calendar = load("identity")["no_names"]["words"]
    return frozenset(word.casefold() for word in calendar)


@cache
def _machines() -> frozenset[str]:
    context = load("equipment")["context"]
    words = {word for kind in ("vehicle", "weapon") for word in context[kind]["words"]}
    return frozenset(words | {f"{word}s" for word in words})


@cache
def _bare() -> frozenset[str]:
    return frozenset(load("identity")["bare"]["words"])


@cache
def _sorts() -> dict[str, Literal["alike", "byname", "apart"]]:
    table = load("identity")
    found: dict[str, Literal["alike", "byname", "apart"]] = {}
    for word in table["byname"]["words"]:
        found[word.casefold()] = "byname"
    for word in table["apart"]["words"]:
        found[word.casefold()] = "apart"
    for word in table["alike"]["words"]:
        found[word.casefold()] = "alike"
    return found


@cache
def _cues() -> re.Pattern[str]:
    longest: Iterable[str] = sorted(_sorts(), key=len, reverse=True)
    some = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)
    return re.compile(rf"(?<![\w.-])(?:(?i:{some})|{_CALLS})(?=[\s:(])")
