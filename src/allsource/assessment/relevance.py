"""Is a statement on what the case is about?

News is told from the top: the words that stand in the first lines of many
documents are what they are about. A statement is on the subject where enough
of its words are among them. In a case of few documents everything counts. It
fails where the documents tell of several events: then only what is common to
them all counts, and numbers have to speak for the rest.
"""

import re
from collections import Counter

from allsource.assessment.evidence import Evidence
from allsource.model.claim import Claim
from allsource.vocab import load

__all__ = ["on_subject", "subject"]

_LEAD = 600
"""Code points of a document that count as its first lines."""
_FEW = 4
_COMMON = 0.4
_SHARE, _MANY = 0.34, 4
_WORD = re.compile(r"[^\W\d_]{4,}")


def subject(evidence: Evidence) -> frozenset[str]:
    """Give the words that many documents begin with; none where there are too few documents.

    Args:
        evidence: the case.
    """
    pages = [document for document in evidence.documents.values() if document.text]
    if len(pages) < _FEW:
        return frozenset()
    counted = Counter(word for page in pages for word in _words(page.text[:_LEAD]))
    least = max(2.0, _COMMON * len(pages))
    return frozenset(word for word, many in counted.items() if many >= least)


def on_subject(claim: Claim, words: frozenset[str]) -> bool:
    """Say whether a claim speaks of the subject.

    Args:
        claim: any claim.
        words: as :func:`subject` gives them; where there are none, everything is on it.
    """
    mine = _words(claim.statement)
    shared = len(mine & words)
    return not words or shared >= _MANY or (shared >= 1 and shared >= _SHARE * len(mine))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold())) - set(load("wording")["common_words"])
