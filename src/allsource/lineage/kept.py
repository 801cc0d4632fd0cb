"""What does the page of a retelling still say around the claim itself?

A credit, a doubt or a caution may stand beside the claim and not have been read
into it. Before a change is told as "dropped", the words of the sentence (for a
caution: of the whole page) are looked at: whoever the parent credits is named
there, or an outlet is credited; a word of doubt is there; the page says that
something was not checked. Reach for it to be sure rather than complete.

It fails where a caution on the page is about something else.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from allsource.lineage.credits import credits_of
from allsource.lineage.people import folded
from allsource.lineage.scripts import plain
from allsource.model.claim import Claim, Source
from allsource.model.document import Document
from allsource.model.quantity import Quantity
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["cautions", "credits_somebody", "doubts", "gives_about", "names", "says", "sentence"]

_STOP = re.compile(r"(?<=[.!?”\"’])\s+(?=[\"“A-Z])|\n")

_CLOSE = 16
"""Code points around a figure in which "in the region of" and "or so" stand."""


def sentence(claim: Claim) -> Span:
    """Give the sentence, or the sentences, in which a claim's proposition stands.

    Example:
        >>> from allsource.model.document import Document
        >>> text = "It rained. The yard closed, he said. It was late."
        >>> page = Document("d", "", "a", text, "text")
        >>> sentence(Claim(page, Span(11, 26), Span(11, 26))).of(text)
        'The yard closed, he said.'
    """
    starts, ends = _bounds(claim.document.text)
    place = claim.proposition
    start = starts[bisect_right(starts, place.start) - 1]
    return Span(start, ends[min(bisect_left(ends, place.end), len(ends) - 1)])


def names(claim: Claim, source: Source, parent: Claim) -> bool:
    """Say whether the sentence of a claim names the source of the claim that it retells.

    Words that the parent's own statement has tell nothing ("the firm said that the firm ..."); of
    a body or a document half of the telling words must be there, of an outlet all ("the annual
    report of Orlan Works" is not named by "Orlan Works").

    Args:
        claim: the retelling.
        source: whom the parent credits.
        parent: what is retold.

    Returns:
        True too where nothing in the source's name could tell it ("it").
    """
    place, text = sentence(claim), claim.document.text
    told = set(folded(place.of(text)))
    telling = {word for word in folded(source.name) if len(word) > 2} - _plain()
    own = telling - set(folded(parent.statement))
    around = text[place.start : claim.proposition.start], text[claim.proposition.end : place.end]
    found = own & told if own else telling & set(folded(" ".join(around)))
    if not telling or source.kind == "outlet":
        return telling <= told
    if source.kind in ("organization", "document", "unnamed_document"):
        return bool(found) and 2 * len(telling & told) >= len(telling)
    return bool(found)


def credits_somebody(claim: Claim) -> bool:
    """Say whether the sentence of a claim credits an outlet by a formula."""
    place = sentence(claim)
    words = place.of(claim.document.text)
    alone = Document("", "", "", words, "text")
    return any(credit.how != "mention" for credit in credits_of(alone, (), ()))


def says(claim: Claim, words: str) -> bool:
    """Say whether the sentence of a claim has just these words, in whatever case."""
    text = sentence(claim).of(claim.document.text).casefold()
    return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", text) is not None


def doubts(claim: Claim) -> bool:
    """Say whether the sentence of a claim holds a word of doubt."""
    return _matches("doubts", sentence(claim).of(claim.document.text))


def gives_about(claim: Claim, quantity: Quantity) -> bool:
    """Say whether the words close to a quantity of a claim give it as about so much."""
    place, at = sentence(claim), quantity.span
    near = Span(max(place.start, at.start - _CLOSE), min(place.end, at.end + _CLOSE))
    return _matches("about", near.of(claim.document.text))


def cautions(document: Document) -> bool:
    """Say whether a page says of anything on it that it was not checked.

    Example:
        >>> cautions(Document("d", "", "a", "The figures could not be checked.", "text"))
        True
    """
    return _matches("cautions", plain(document.text))


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    lines = load("content_words").values()
    return frozenset(word for some in lines for line in some for word in line.split())


@lru_cache(maxsize=256)
def _bounds(text: str) -> tuple[list[int], list[int]]:
    """Give where sentences start and end, in order."""
    stops = list(_STOP.finditer(text))
    return [0, *(stop.end() for stop in stops)], [*(stop.start() for stop in stops), len(text)]


@lru_cache(maxsize=4096)
def _matches(part: str, text: str) -> bool:
    return _pattern(part).search(text.casefold()) is not None


@lru_cache(maxsize=8)
def _pattern(part: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry['pattern']})" for entry in load("drift")[part]))
