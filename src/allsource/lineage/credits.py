"""Whose report does a document say that it rests on?

Where a document names an outlet (``mastheads``), the words right before and right
behind decide whether it credits it and by which formula: "Harbour Post reported",
"told Harbour Post", "seen by Harbour Post", "Source: Dock Wire", a disclaimer of
verification that is another outlet's own. Besides, agency tags, hyperlinks, an
outlet credited by a claim, and any bare mention of an outlet of the case. Its own
name for itself is no credit. It fails for formulas told at length, and for pages
that name nobody.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from allsource.lineage.mastheads import Case, Group, groups
from allsource.lineage.outlets import canonical, looks_like_outlet, speaks_of_itself
from allsource.lineage.scripts import plain
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["Credit", "How", "address", "credits_of", "disclaims", "links", "named_day", "revises"]

How = Literal[
    "agency tag", "link", "reported", "told", "verification", "mention", "title", "short title"
]

_DATELINE = 45
"""Code points before an agency tag in its line: a place and a day, not half a sentence."""

_NEAR = 90
"""Code points before a name, and behind it, in which a formula stands."""

_MOST = 200
"""Credits read from one document: bounds pages that are lists of names."""


@dataclass(frozen=True, slots=True)
class Credit:
    """One place where a document names an outlet that is not itself, or another document by title.

    Args:
        name: the outlet, in its fullest known form, or the title (see ``titled``).
        how: by which formula.
        span: where the name stands.
        document: the id of the document of the case that a title means, if any.
        further: places that bear the title out: an author, a day.
    """

    name: str
    how: How
    span: Span
    document: str | None = None
    further: tuple[Span, ...] = ()


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
    case = _case(tuple(sorted(set(outlets))))
    first: dict[tuple[str, How], Credit] = {}
    for name, how, span in _found(document, claims, case):
        if len(first) < _MOST and not speaks_of_itself(name, document.outlet):
            full = case.known.meant(name) or canonical(name)
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
    named = rf"(?<!\d)(?:{day}(?:st|nd|rd|th)?(?: of)? {month}|{month} {day}(?:st|nd|rd|th)?)(?!\d)"
    match = re.search(named, document.text) or _weekday(document, other)
    return Span(*match.span()) if match else None


def _weekday(document: Document, other: Document) -> re.Match[str] | None:
    """Find "Harbour Post reported on Monday", for what it published less than a week before."""
    if not (document.published and other.published and other.outlet):
        return None
    try:
        printed = date.fromisoformat(other.published[:10])
        since = (date.fromisoformat(document.published[:10]) - printed).days
    except ValueError:
        return None
    if not 0 <= since < 7:
        return None
    day = load("credits")["weekdays"][printed.weekday()]
    name = re.escape(canonical(other.outlet).split()[-1])
    behind, before = rf"\b{name}\b[^.\n]{{0,60}}\b{day}\b", rf"\b{day}\b[^.\n]{{0,30}}\b{name}\b"
    return re.search(f"{behind}|{before}", document.text)


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
    case = _case(())
    return any(
        how == "verification" for group in groups(text, case) for how in _formulas(text, group)
    )


@lru_cache(maxsize=4)
def _case(outlets: tuple[str, ...]) -> Case:
    return Case(outlets)


def _found(
    document: Document, claims: Sequence[Claim], case: Case
) -> Iterator[tuple[str, How, Span]]:
    """Give every name with its formula, tags first."""
    text = plain(document.text)
    yield from _tags(text)
    for group in groups(text, case):
        kind = _furniture(document, group.span.start)
        for how in _formulas(text, group):
            if kind is None or (how == "agency tag" and kind in ("byline", "heading")):
                yield from ((one.name, how, one.span) for one in group.named)
        if kind is None:
            yield from ((one.name, "mention", one.span) for one in group.named if one.bare)
    yield from _of_claims(claims, case)


def _of_claims(claims: Sequence[Claim], case: Case) -> Iterator[tuple[str, How, Span]]:
    """Give the outlets that claims credit, and those whose disclaimers they carry."""
    for claim in claims:
        for credited in claim.attribution:
            source = credited.source
            if source is not None and source.kind == "outlet" and _outlet(source.name, case):
                yield source.name, "reported", source.spans[0]
        for check in claim.verification:
            if check.by and check.status == "unverified" and _outlet(check.by, case):
                yield check.by, "verification", check.span


def _tags(text: str) -> Iterator[tuple[str, How, Span]]:
    """Give agency tags: "(Dock Wire) -" within the first words of a line, one name or two."""
    for match in re.finditer(load("credits")["tag"]["pattern"], text):
        line = text.rfind("\n", 0, match.start()) + 1
        place = text[line : match.start()]
        if len(place) <= _DATELINE and not _abbreviates(match["name"], place):
            start = match.start("name")
            for part in re.finditer(r"[^/]+", match["name"]):
                name = part.group().strip()
                if name[0].isupper() or looks_like_outlet(name):
                    yield name, "agency tag", Span(start + part.start(), start + part.end())


def _abbreviates(name: str, words: str) -> bool:
    """Say whether a name in brackets is the initials of the words before it."""
    initials = "".join(word[0] for word in words.split() if word[0].isalpha()).casefold()
    return len(name) > 1 and initials.endswith(name.casefold())


def _formulas(text: str, group: Group) -> Iterator[How]:
    """Give the formulas of crediting that stand around names."""
    start, end = group.span.start, group.span.end
    line = text.rfind("\n", 0, start) + 1
    near = max(line, start - _NEAR)
    before = re.sub(
        r"(?:(?<=\W)|^)(?:[Tt]he|[Dd]er|[Dd]ie|[Dd]as|[Ll][ea]) $", "", text[near:start]
    )
    found: dict[How, None] = {}
    for how, pattern in _patterns("before"):
        if pattern.search(before.rstrip(' “"')):
            found[how] = None
    for how, pattern in _patterns("after"):
        if pattern.match(text, end, end + _NEAR):
            found[how] = None
    yield from found


def _outlet(name: str, case: Case) -> bool:
    """Say whether a name is listed, of the case, or built like an outlet's."""
    return looks_like_outlet(name) or case.known.meant(name) is not None


def _furniture(document: Document, at: int) -> str | None:
    """Give the kind of furniture in which a place lies."""
    pieces = (piece for piece in document.furniture if piece.span.start <= at < piece.span.end)
    return next((piece.kind for piece in pieces), None)


@lru_cache(maxsize=2)
def _patterns(side: Literal["before", "after"]) -> list[tuple[How, re.Pattern[str]]]:
    """Give the formulas of one side, each with what may stand between it and a name."""
    vocabulary = load("credits")
    opens = vocabulary["behind"]["pattern"] if side == "after" else ""
    ends = f"{vocabulary['between']['pattern']}(?:[ ]the)?{_called()}$" if side == "before" else ""
    return [
        (entry["how"], re.compile(f"{opens}(?:{entry['pattern']}){ends}"))
        for entry in vocabulary[side]
    ]


def _called() -> str:
    """Give the pattern of words that say before a name what it is: "the newspaper"."""
    words = "|".join(map(re.escape, load("outlets")["credited"]["called"]))
    return f"(?:[ ](?:the[ ])?(?:\\w+[ ])?(?:{words}))?"
