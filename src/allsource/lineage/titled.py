"""Which documents does a text cite by their titles, and which documents of the case are they?

A quoted title beside a word for a document ("a report titled 'The long yard'",
"the paper “The long yard”", "“The long yard”, a study by ...") cites it. It means
the document of the case that is so called: by the title that its page gives, a
heading, or its first line, with or without what follows a colon. Where several
are, the one whose author, outlet or date stands beside the title is meant; where
that does not tell, each is a weaker credit. A title that no document has is
cited, not in hand.

It fails for titles without quotation marks, for titles told in another
language, and takes a slogan quoted right behind "report" for a title.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from allsource.lineage.credits import Credit
from allsource.lineage.people import folded
from allsource.model.document import Document
from allsource.model.ids import content_id
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["Cited", "Titles", "cited", "title_root"]

_LONGEST = 300_000
"""Code points of a text in which titles are looked for."""

_MOST = 60
"""Titles read from one document: bounds lists of literature."""

_WORDS = 20
"""Words of a title at most; a longer quotation is somebody's speech."""

_BESIDE = 120
"""Code points before and behind a title in which author and date stand."""

_OPENING = 600
"""Code points of a document in which its author stands."""

_QUOTED = (
    r"(?:[“\"«„][ \u00a0\u202f]?(?P<{0}>[^“”\"«»„\n]{{3,160}}?)[ \u00a0\u202f]?[”\"»“]"
    r"|(?<!\w)[‘'](?P<{0}1>\w(?:[^‘’'“”\"\n]|(?<=\w)[’'](?=\w)){{2,160}}?)[’'](?!\w))"
)
_NAME = r"(?:[A-Z][\w&.’'-]*)"
_BY = rf"(?: (?:by|from|of|in) (?:the )?{_NAME}(?: (?:of |for |and )?(?:the )?{_NAME}){{0,6}})?"
_CUT = re.compile(r"\s*(?::|\||\s[–—-]\s)\s*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CAPITAL = re.compile(r"[^\W\d_][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that a text names by its title.

    Args:
        title: as quoted, without marks.
        span: where it stands.
        firm: a word says that it is a title, or nothing stands between it and a word for a document.
        beside: the words around it.
    """

    title: str
    span: Span
    firm: bool
    beside: Span


def title_root(title: str) -> str:
    """Give the id of the root for a document of this title, as for a claim that credits it.

    Example:
        >>> title_root("The long yard") == title_root("Long Yard")
        True
    """
    return content_id("src", "name", ["document", *folded(title)])


def cited(document: Document) -> tuple[Cited, ...]:
    """List the titles by which a text cites documents, each once, in order.

    Example:
        >>> text = "In a report titled ‘The long yard’, the institute said so. He said: “It rained.”"
        >>> [(one.title, one.firm) for one in cited(Document("d", "", "a", text, "text"))]
        [('The long yard', True)]
    """
    first: dict[tuple[str, ...], Cited] = {}
    for one in sorted(_found(document.text), key=lambda one: (one.span, not one.firm)):
        key = folded(one.title)
        if key and (key not in first or (one.firm and not first[key].firm)):
            first[key] = one
    return tuple(islice(sorted(first.values(), key=lambda one: one.span), _MOST))


class Titles:
    """The documents of a case by what they are called.

    Args:
        documents: of the case.

    Example:
        >>> paper = Document("doc_1", "", "a.pdf", "The long yard: how Vell builds", "pdf")
        >>> page = Document("doc_2", "", "b", "The paper “The long yard” says so.", "text")
        >>> [(credit.how, credit.document) for credit in Titles([paper, page]).credits(page)]
        [('title', 'doc_1')]
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._called: dict[tuple[str, ...], dict[str, Document]] = defaultdict(dict)
        for document in documents:
            for key in _names(document):
                self._called[key][document.id] = document

    def credits(self, document: Document) -> tuple[Credit, ...]:
        """Give a credit for each title that a text cites, in hand or not.

        A title that is not in hand is given only where it is firm.
        """
        return tuple(credit for one in cited(document) for credit in self._meant(document, one))

    def _meant(self, document: Document, one: Cited) -> Iterator[Credit]:
        held = self._held(one.title)
        if document.id in held:
            return
        supported = {d.id: _support(document.text, one, d) for d in held.values()}
        most = max(map(len, supported.values()), default=0)
        best = sorted(name for name, shown in supported.items() if len(shown) == most)
        if len(best) == 1 and (most or _telling(one.title)):
            yield Credit(one.title, "title", one.span, best[0], supported[best[0]])
        elif held:
            yield from (Credit(one.title, "short title", one.span, n, supported[n]) for n in best)
        elif one.firm and _telling(one.title):
            yield Credit(one.title, "title", one.span)

    def _held(self, title: str) -> dict[str, Document]:
        whole = self._called.get(folded(title), {})
        main = folded(_CUT.split(title)[0])
        return whole or (self._called.get(main, {}) if len(main) > 2 else {})


def _names(document: Document) -> Iterator[tuple[str, ...]]:
    """Give what a document is called, whole and without what follows a colon."""
    headings = [p.span.of(document.text) for p in document.furniture if p.kind == "heading"]
    first = next((line for line in document.text[:2000].splitlines() if line.strip()), "")
    for name in [document.title or "", first.strip(), *headings[:4]]:
        if 0 < len(name.split()) <= _WORDS:
            yield from {key for key in (folded(name), folded(_CUT.split(name)[0])) if key}


def _support(text: str, one: Cited, document: Document) -> tuple[Span, ...]:
    """Give the places beside a title that name the author, the outlet or the year of a document."""
    opening = f"{document.outlet or ''} {document.text[:_OPENING]}"
    own = {word.casefold() for word in _CAPITAL.findall(opening) if word[0].isupper()}
    own -= set(folded(one.title))
    shown: list[Span] = []
    for match in _CAPITAL.finditer(text, one.beside.start, one.beside.end):
        word = match.group().removesuffix("’s").removesuffix("'s")
        telling = word[0].isupper() and len(word) > 3 and word.casefold() in own
        if telling and not one.span.start <= match.start() < one.span.end:
            shown.append(Span(match.start(), match.start() + len(word)))
            break
    if document.published:
        years = _YEAR.finditer(text, one.beside.start, one.beside.end)
        dated = (y for y in years if document.published.startswith(y.group()))
        shown += [Span(*year.span()) for year in islice(dated, 1)]
    return tuple(shown)


def _telling(title: str) -> bool:
    """Say whether a title has two words that are not what many documents are called."""
    generic = set(load("cited_titles")["generic"]["words"])
    words = folded(title)
    return len(words) > 1 and sum(word not in generic and not word.isdigit() for word in words) > 1


def _found(text: str) -> Iterator[Cited]:
    for pattern, firm in _patterns():
        for match in islice(pattern.finditer(text, 0, _LONGEST), _MOST):
            span = _trimmed(text, match)
            title = span.of(text)
            if _is_title(title):
                beside = Span(max(0, span.start - _BESIDE), min(len(text), span.end + _BESIDE))
                yield Cited(title, span, firm, beside)


def _trimmed(text: str, match: re.Match[str]) -> Span:
    """Give the place of a title without a comma or full stop inside the marks."""
    name = "title" if match["title"] is not None else "title1"
    start, end = match.span(name)
    while end > start and text[end - 1] in ",.; ":
        end -= 1
    return Span(start, end)


def _is_title(title: str) -> bool:
    """Say whether quoted words may be a title: it opens like one and is no whole speech."""
    words = title.split()
    opens = bool(words) and (words[0][0].isupper() or words[0][0].isdigit() or not _cased(title))
    return opens and len(words) <= _WORDS and not re.search(r"[.!?] ", title)


def _cased(title: str) -> bool:
    return title.casefold() != title.upper()


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Give the ways of citing a title, each with whether it is firm."""
    table = load("cited_titles")
    kinds = "|".join(entry["pattern"] for entry in table["kinds"])
    called = "|".join(entry["pattern"] for entry in table["called"])
    quoted = _QUOTED.format("title")
    told = rf"\b(?:{kinds})\b[^.;:!?\n“”\"«»„]{{0,100}}?\b(?:{called})[,:]? ?{quoted}"
    beside = rf"(?i:\b(?:{kinds}))\b ?{quoted}"
    by = rf"(?i:\b(?:{kinds}))\b{_BY},? ?{quoted}"
    behind = rf"{quoted},? (?:an?|the|its|their|his|her) (?:[\w-]+ ){{0,3}}(?:{kinds})\b"
    comma = rf"\b[Aa]n? (?:[\w-]+ ){{0,3}}(?:{kinds}){_BY}, {quoted}(?=[,.;)]|(?<=,[”\"’'])|$)"
    return (
        (re.compile(told), True),
        (re.compile(behind), True),
        (re.compile(comma), True),
        (re.compile(beside), True),
        (re.compile(by), False),
    )
