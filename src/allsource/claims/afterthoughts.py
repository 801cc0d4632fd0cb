"""Which statements does the sentence after them leave in doubt?

"The yard sold 400 boats. If true, that is a record": what stands in the sentence before is hedged by
"If true". It was told as a fact and is not one for whoever wrote the second sentence: the source,
where the same source is credited with it, else the outlet. A plan stays expected; a denial, a question and a
condition stay as they are.

It fails where "if true" speaks of something further back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from allsource.claims.markers import hedge_at
from allsource.claims.parse import Parsed
from allsource.model.claim import Claim, Hedge, Stance
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["attach"]

_WEAKENED = frozenset({"asserted", "hedged", "expected"})


def attach(parsed: Parsed, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Hedge the claims of each sentence that the next one opens with "if true".

    Args:
        parsed: the document of all ``claims``.
        claims: in any order.

    Returns:
        The same claims in the same order.

    Example:
        >>> from allsource.claims.extract import extract
        >>> from allsource.model.document import Document
        >>> text = "The yard sold 400 boats. If true, that is a record for the town."
        >>> extract(Document("doc_1", "00", "a.txt", text, "text"))[0].stance.status
        'hedged'
    """
    doubts = list(_doubts(parsed))
    if not doubts:
        return tuple(claims)
    return tuple(_weakened(claim, doubts, claims) for claim in claims)


def _doubts(parsed: Parsed) -> Iterator[tuple[Span, Hedge]]:
    """Each sentence that is left in doubt, with the words of the next one that do so."""
    before: Span | None = None
    for paragraph in parsed.paragraphs:
        for sentence in paragraph.doc.sents:
            run = [token for token in sentence if not token.is_punct][:2]
            strength = _phrases().get(" ".join(token.lower_ for token in run))
            if before is not None and strength is not None:
                yield before, hedge_at(paragraph, run, strength)
            before = paragraph.span_of(sentence)


def _weakened(claim: Claim, doubts: Sequence[tuple[Span, Hedge]], claims: Sequence[Claim]) -> Claim:
    told = claim.stance
    hedge = next((h for span, h in doubts if span.covers(claim.proposition)), None)
    if hedge is None or told.status not in _WEAKENED:
        return claim
    stronger = max((one.strength for one in told.hedges), default=0.0) < hedge.strength
    whose = _whose(claim, hedge, claims) if stronger else told.whose
    status = "hedged" if told.status == "asserted" else told.status
    put = Stance(status, (*told.hedges, hedge), whose)
    return replace(claim, stance=put)


def _whose(claim: Claim, hedge: Hedge, claims: Sequence[Claim]) -> Literal["source", "outlet"]:
    """The source's doubt where one source is credited with both, else the outlet's."""
    own = claim.source.entity if claim.source is not None else None
    both = own is not None and any(
        one.source is not None
        and one.source.entity == own
        and any(span.covers(hedge.span) for a in one.attribution for span in a.content.spans)
        for one in claims
    )
    return "source" if both else "outlet"


@lru_cache(maxsize=1)
def _phrases() -> dict[str, float]:
    """What a sentence opens with that leaves the one before it in doubt."""
    listed = load("hedges")["afterthoughts"]["words"]
    rows = load("hedges")["words"]
    return {row["words"]: float(row["strength"]) for row in rows if row["words"] in listed}
