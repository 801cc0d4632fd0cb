"""Which whole sentence of the document holds a claim?

Where a claim's own words do not stand alone (a denial, a condition, a hedge
outside the proposition), the reader is given the sentence or sentences around
them. A sentence ends at a full stop, question or exclamation mark before a
capital, or at a line end; never after a listed abbreviation or an initial. It
fails in texts without punctuation: then the passage is the line.
"""

import re
from functools import lru_cache

from allsource.claims.dateline import after_dateline
from allsource.model.claim import Claim
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["around", "is_cut", "passage_span"]

_END = re.compile(r"(?<=[.!?])[\"'”’)\]]{0,3}[ \t]+(?=[\"'“‘(\[]{0,2}[A-Z0-9])|[ \t]*\n+[ \t]*")
_MARKS = ".,;:!?–—-()[]\"'“”‘’"
_FAR = 600
"""Code points looked at on either side: no sentence that can be quoted is longer."""


@lru_cache(maxsize=1)
def _abbreviations() -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in load("wording")["abbreviations"])
    return re.compile(rf"(?:\b(?:{listed})|\b[A-Z])\.$")


def around(text: str, span: Span) -> Span:
    """Give the sentences that hold a span.

    Example:
        >>> text = "It rained. Mr. Quill said no. It dried."
        >>> around(text, Span(19, 23)).of(text)
        'Mr. Quill said no.'

    A dateline is no part of them.
    """
    low, high = max(0, span.start - _FAR), min(len(text), span.end + _FAR)
    breaks = [m for m in _END.finditer(text, low, high) if not _inside(text, low, m)]
    starts = [m.end() for m in breaks if m.end() <= span.start]
    ends = [_close(m) for m in breaks if m.start() >= span.end - 1]
    whole = Span(max(starts, default=low), max(span.end, min(ends, default=high)))
    told = after_dateline(text, whole)
    return told if told.covers(span) else whole


def _inside(text: str, low: int, found: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation."""
    before = text[max(low, found.start() - 12) : found.start()]
    return "\n" not in found.group() and _abbreviations().search(before) is not None


def _close(found: re.Match[str]) -> int:
    """The end of a sentence, with the quotation marks that close it."""
    return found.start() + len(found.group().rstrip())


def passage_span(claim: Claim) -> Span:
    """Give the sentences of the document that hold a claim's source, cue and words."""
    return around(claim.document.text, claim.span)


def is_cut(claim: Claim) -> bool:
    """Say whether a claim's own words begin or end in the middle of a clause."""
    text, words, whole = claim.document.text, claim.proposition, passage_span(claim)
    edges: dict[str, list[str]] = load("wording")["clause_edges"]
    cues = [span for each in claim.attribution for span in each.cue.spans]
    cues += [span for each in claim.attribution if each.source for span in each.source.spans]
    before = text[whole.start : words.start].rstrip()
    after = text[words.end : whole.end].lstrip()
    begun = (
        before.strip(_MARKS) == ""
        or before[-1] in _MARKS
        or before.split()[-1].casefold() in edges["before"]
        or any(span.end == whole.start + len(before) for span in cues)
    )
    gap = words.end + len(text[words.end : whole.end]) - len(after)
    ended = (
        after.strip(_MARKS) == ""
        or text[words.end - 1] in _MARKS
        or after[0] in _MARKS
        or after.split()[0].casefold() in edges["after"]
        or any(span.start == gap for span in cues)
    )
    return not (begun and ended)
