"""Whose report does a document say that it rests on?

Agency tags, hyperlinks, "Harbour Post reported", "told Harbour Post", "seen by
Harbour Post", a disclaimer of verification that is another outlet's formula,
an outlet credited by a claim, and any bare mention of an outlet of the case.
Its own name for itself is no credit. It fails for outlets of one plain word
that are neither listed nor in the case, and for pages that name nobody.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from allsource.lineage.outlets import (
    canonical,
    is_known,
    looks_like_outlet,
    same_outlet,
    speaks_of_itself,
)
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["Credit", "How", "address", "credits_of", "disclaims", "links", "named_day", "revises"]

How = Literal["agency tag", "link", "reported", "told", "verification", "mention"]

_NAME = (
    r"(?:the[ ]|The[ ])?(?P<name>[A-Z][\w&/-]{1,30}"
    r"(?:[ ](?:of[ ]|and[ ])?[A-Z][\w&/-]{1,30}){0,4}(?:[ ](?:agency|newspaper))?)"
)
_LONGEST = 300_000
"""Code points of a document in which formulas are looked for."""

_DATELINE = 45
"""Code points before an agency tag in its line: a place and a day, not half a sentence."""

_MOST = 200
"""Credits read from one document: bounds pages that are lists of names."""


@dataclass(frozen=True, slots=True)
class Credit:
    """One place where a document names an outlet that is not itself.

    Args:
        name: the outlet, in its fullest known form.
        how: by which formula.
        span: where the name stands.
    """

    name: str
    how: How
    span: Span


def credits_of(
    document: Document, claims: Sequence[Claim], outlets: Iterable[str]
) -> tuple[Credit, ...]:
    """List the outlets that a document credits, one credit for each outlet and formula.

    Args:
        document: the page.
        claims: its claims, whose credited outlets count too.
        outlets: outlets of the case.

    Example:
        >>> from allsource.model.document import Document
        >>> page = Document("doc_1", "", "a", "LISBON (Dock Wire) - The port reopened.", "text")
        >>> [(credit.name, credit.how) for credit in credits_of(page, [], [])]
        [('Dock Wire', 'agency tag')]
    """
    known = sorted(set(outlets))
    first: dict[tuple[str, How], Credit] = {}
    for name, how, span in _found(document, claims, known):
        if len(first) < _MOST and not speaks_of_itself(name, document.outlet):
            full = next((outlet for outlet in known if same_outlet(name, outlet)), canonical(name))
            first.setdefault((full, how), Credit(full, how, span))
    return tuple(sorted(first.values(), key=lambda credit: (credit.span, credit.how, credit.name)))


def links(document: Document) -> dict[str, Span]:
    """Give the addresses that a document links to, normalised, with a place to show.

    Example:
        >>> from allsource.model.document import Document, Link
        >>> link = Link("http://www.post.example/a/?x=1", "Post", Span(4, 8))
        >>> links(Document("d", "", "a", "See Post.", "text", links=(link,)))
        {'post.example/a': Span(start=4, end=8)}
    """
    return {
        address(link.url): link.span or Span(0, min(1, len(document.text)))
        for link in document.links
    }


def address(url: str) -> str:
    """Write an address without scheme, ``www.``, query and final slash."""
    bare = re.sub(r"^[a-z]+://(?:www\.)?", "", url.strip(), count=1)
    return re.split(r"[?#]", bare, maxsplit=1)[0].rstrip("/")


def named_day(document: Document, other: Document) -> Span | None:
    """Give the words by which a document names the day on which another was published.

    Example:
        >>> from allsource.model.document import Document
        >>> march = Document("a", "", "a", "", "text", published="2031-03-05")
        >>> named_day(Document("b", "", "b", "It said so on 5 March.", "text"), march)
        Span(start=14, end=21)
    """
    if other.published is None or len(other.published) < 10:
        return None
    month = load("credits")["months"][int(other.published[5:7]) - 1]
    day = str(int(other.published[8:10]))
    match = re.search(rf"(?<!\d)(?:{day} {month}|{month} {day})(?!\d)", document.text)
    return Span(*match.span()) if match else None


def revises(document: Document) -> Span | None:
    """Give the words by which a document says that it corrects or updates something."""
    for entry in load("credits")["revision"]:
        if match := re.search(entry["pattern"], document.text):
            return Span(*match.span())
    return None


def disclaims(text: str) -> bool:
    """Say whether words are an outlet's disclaimer of verification.

    Example:
        >>> disclaims("Harbour Post could not independently verify the figure")
        True
    """
    return _disclaims(text)


@lru_cache(maxsize=50_000)
def _disclaims(text: str) -> bool:
    return any(how == "verification" and p.search(text) for how, p in _patterns())


def _found(
    document: Document, claims: Sequence[Claim], known: Sequence[str]
) -> Iterator[tuple[str, How, Span]]:
    """Give every name with its formula, strongest formulas first."""
    yield from _tags(document)
    yield from _cued(document, known)
    for claim in claims:
        for credited in claim.attribution:
            source = credited.source
            if source is not None and source.kind == "outlet" and _outlet(source.name, known):
                yield source.name, "reported", source.spans[0]
        for check in claim.verification:
            if check.by and check.status == "unverified" and _outlet(check.by, known):
                yield check.by, "verification", check.span
    yield from _mentions(document, known)


def _tags(document: Document) -> Iterator[tuple[str, How, Span]]:
    """Give agency tags: "(Dock Wire) -" within the first words of a line."""
    for match in re.finditer(load("credits")["tag"]["pattern"], document.text):
        line = document.text.rfind("\n", 0, match.start()) + 1
        place = document.text[line : match.start()]
        if len(place) <= _DATELINE and not _abbreviates(match["name"], place):
            yield match["name"], "agency tag", Span(*match.span("name"))


def _abbreviates(name: str, words: str) -> bool:
    """Say whether a name in brackets is the initials of the words before it."""
    initials = "".join(word[0] for word in words.split() if word[0].isalpha()).casefold()
    return len(name) > 1 and initials.endswith(name.casefold())


def _cued(document: Document, known: Sequence[str]) -> Iterator[tuple[str, How, Span]]:
    """Give names that a formula of crediting names, where they are names of outlets."""
    barred = set(load("credits")["not_outlets"])
    for how, pattern in _patterns():
        for match in pattern.finditer(document.text, 0, _LONGEST):
            name = match["name"]
            if (
                name not in barred
                and _outlet(name, known)
                and not _in_furniture(document, match.start("name"))
            ):
                yield name, how, Span(*match.span("name"))


def _mentions(document: Document, known: Sequence[str]) -> Iterator[tuple[str, How, Span]]:
    """Give bare mentions of the case's outlets, by full name or initials."""
    written = set(re.findall(r"\w+", document.text))
    for outlet in known:
        for form in _forms(outlet):
            if form.split()[0] not in written:
                continue
            match = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", document.text)
            if match and not _in_furniture(document, match.start()):
                yield outlet, "mention", Span(*match.span())


def _outlet(name: str, known: Sequence[str]) -> bool:
    """Say whether a name is listed, of the case, or built like an outlet's."""
    return looks_like_outlet(name) or any(same_outlet(name, one) for one in known)


def _forms(outlet: str) -> list[str]:
    """Give the written forms of an outlet that are safe to look for without a cue."""
    full = canonical(outlet)
    words = [word for word in full.split() if word not in {"of", "and"}]
    forms = [full] if len(words) > 1 or is_known(full) else []
    if len(words) > 1 and words[-1].casefold() == "agency":
        forms.append(f"{words[0]} agency")
    if len(words) > 2:
        forms.append("".join(word[0].upper() for word in words))
    return forms


def _in_furniture(document: Document, at: int) -> bool:
    return any(piece.span.start <= at < piece.span.end for piece in document.furniture)


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[How, re.Pattern[str]]]:
    return [
        (entry["how"], re.compile(entry["pattern"].replace("NAME", _NAME)))
        for entry in load("credits")["cues"]
    ]
