"""Is a claim judged, and not told as a fact, in which word, and by whom?

A claim is a judgement where its author weakens it in a word of likelihood or caution, or where its cue is a
verb of judging ("assesses", "expects"). Words that only pass on ("reportedly", "is said to") are no
judgement, nor is a plan without a hedge, nor what is denied or left open. Its author is the innermost source
that can judge: a photograph that "suggests" is a ground, and whoever tells of it judges.

It fails where stance or attribution fail, and on judgements by tone alone.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from allsource.claims.parse import Paragraph
from allsource.model.claim import Attribution, Claim, Cue
from allsource.model.judgement import Phrase
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["author", "is_evidence", "judged", "tokens", "within"]

_OPEN = frozenset({"denied", "questioned"})
_ASKING = frozenset({"WP", "WRB", "WP$"})
"""Tags of "what", "how", "who": a clause that such a word opens names a thing and judges nothing."""
_PAPERS = frozenset({"document", "unnamed_document", "sensor"})


def judged(paragraph: Paragraph, claim: Claim) -> Phrase | None:
    """Give the word by which a claim is judged, or None where it is not.

    Args:
        paragraph: that holds the claim.
        claim: any claim.

    Example:
        >>> from allsource.claims.extract import extract
        >>> from allsource.model.document import Document
        >>> text = "The yard will probably close, Lind said."
        >>> extract(Document("doc_1", "00", "a.txt", text, "text"))[0].judgement.word.text
        'probably'
    """
    if not claim.stated or claim.stance.status in _OPEN:
        return None
    opening = within(paragraph, claim.proposition)[:1]
    if opening and opening[0].tag_ in _ASKING:
        return None
    own = [hedge for hedge in claim.stance.hedges if hedge.text.lower() not in _hearsay()]
    if own:
        best = min(own, key=lambda hedge: (not _is_likelihood(hedge.text), hedge.span))
        return Phrase(best.text, best.span)
    for credit in reversed(claim.attribution):
        for token in tokens(paragraph, credit.cue):
            noun = _judging().get(token.lemma_.lower())
            if noun is not None and (not noun or token.pos_ == "NOUN"):
                span = paragraph.span_of(token)
                return Phrase(token.text, span)
    return None


def author(paragraph: Paragraph, claim: Claim) -> Attribution | None:
    """Give the credit of whoever judges; None where the outlet does.

    Args:
        paragraph: that holds the claim.
        claim: a judgement.
    """
    able = [one for one in claim.attribution if not is_evidence(paragraph, one)]
    return able[-1] if able else None


def is_evidence(paragraph: Paragraph, credit: Attribution) -> bool:
    """Say whether what is credited is a ground that somebody reads, and nobody who judges.

    Args:
        paragraph: that holds the credit.
        credit: of a claim.
    """
    listed = {row["words"] for row in load("premises")["after"]}
    if credit.cue.text.lower() in listed:
        return True
    if credit.source is None:
        return False
    words = set(credit.source.text.lower().split())
    if credit.source.kind not in _PAPERS and not words <= _media():
        return False
    infers = any(one.lemma_.lower() in _inferring() for one in tokens(paragraph, credit.cue))
    return infers and not words & set(load("premises")["authored"]["words"])


def tokens(paragraph: Paragraph, cue: Cue | Phrase) -> "Iterable[Token]":
    """Give the words of a cue that stand in a paragraph."""
    for span in cue.spans if isinstance(cue, Cue) else (cue.span,):
        yield from within(paragraph, span)


def within(paragraph: Paragraph, span: Span) -> "list[Token]":
    """Give the words of a paragraph inside a span of the stored text."""
    start, end = (at - paragraph.span.start for at in span)
    inside = paragraph.doc.char_span(max(start, 0), end, alignment_mode="expand")
    return list(inside) if inside is not None else []


def _is_likelihood(word: str) -> bool:
    """Say whether a word is one of those that ICD 203 knows."""
    listed = {each for row in load("wording")["likelihood"] for each in row["words"]}
    return word.lower() in listed


@lru_cache(maxsize=1)
def _hearsay() -> frozenset[str]:
    return frozenset(load("premises")["hearsay"]["words"])


@lru_cache(maxsize=1)
def _judging() -> dict[str, bool]:
    """Give the words of judging by lemma, with whether each is a noun."""
    rows = (*load("hedges")["tentative"], *load("premises")["judging"])
    return {row["lemma"]: bool(row.get("noun")) for row in rows}


@lru_cache(maxsize=1)
def _media() -> frozenset[str]:
    return frozenset(word for row in load("premises")["media"] for word in row["words"])


@lru_cache(maxsize=1)
def _inferring() -> frozenset[str]:
    return frozenset(row["lemma"] for row in load("premises")["inferring"])
