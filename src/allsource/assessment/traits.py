"""What is a claim or a document like, as far as a template asks?

Whom a document credits and through how many sources, whether a claim or the
sentence around it hedges or credits, and whether a document mentions a name.
It fails where a sentence credits in words that the vocabulary does not list.
"""

import re
from collections.abc import Mapping

from allsource.assessment.passages import passage_span
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.vocab import load

__all__ = ["crediting", "depth", "is_credited", "is_hedged", "mentions", "words_credit"]

_CREDITS: Mapping[str, str] = {
    "named_person": "named",
    "organization": "named",
    "outlet": "named",
    "unnamed_person": "unnamed",
    "unnamed_official": "unnamed",
    "unnamed_group": "unnamed",
    "document": "document",
    "unnamed_document": "document",
    "sensor": "document",
}
"""Which sort of credit a kind of source is: a closed set of the model, not vocabulary."""


def crediting(claim: Claim) -> str:
    """Say whom a claim's document credits: named, unnamed, document, agentless or nobody."""
    if not claim.attribution:
        return "nobody"
    return _CREDITS[claim.source.kind] if claim.source else "agentless"


def depth(claim: Claim) -> int:
    """How many different sources the attribution of a claim goes through."""
    return len({a.source.entity for a in claim.attribution if a.source})


def words_credit(claim: Claim) -> bool:
    """Say whether the sentence around a claim holds a crediting word."""
    passage = passage_span(claim).of(claim.document.text).casefold()
    return not set(load("wording")["crediting_words"]).isdisjoint(re.findall(r"[a-z]+", passage))


def is_credited(claim: Claim) -> bool:
    """A claim is credited where it is read so, or where its sentence holds a crediting word."""
    return bool(claim.attribution) or words_credit(claim)


def is_hedged(claim: Claim) -> bool:
    """A claim is hedged where it is read so, or where its sentence holds a hedging word."""
    words = set(passage_span(claim).of(claim.document.text).casefold().split())
    watched = words.intersection(load("wording")["watched"]["hedges"])
    return claim.stance.status != "asserted" or bool(claim.stance.hedges) or bool(watched)


def mentions(document: Document, name: str) -> bool:
    """Say whether a document mentions a name, or the last word of it, however it is spaced."""
    text = _letters(f"{document.text} {document.title or ''} {document.outlet or ''}")
    words = name.split()
    return _letters(name) in text or (len(words) > 1 and _letters(words[-1]) in text)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
