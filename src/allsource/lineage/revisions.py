"""Does a claim put another figure in the place of one that its teller gave before?

It does when both have one teller, its verb revises and what it revises is a
figure, or when it turns the other's figure down beside its own ("40, not 95",
"from 4,980 to 4,310"). The teller is the source, or the subject where nobody is
credited. It fails where a body is named otherwise the second time.
"""

import re

from allsource.lineage.words import words
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["replaces", "turns_down"]

_TELLING = 32.0
"""Smaller numbers stand in too many sentences to show what a claim answers."""

_NUMBER = re.compile(r"\d[\d,.]*\d|\w+")
_REFUSED = re.compile(r"\b(?:not|instead of|rather than) (\d[\d,.]*\d|\w+)")
"""What stands after "not": a number only where the other claim's figure is written so."""


def replaces(later: Claim, earlier: Claim) -> Span | None:
    """Give the words by which a claim replaces an earlier figure of the same teller.

    Args:
        later: what may replace.
        earlier: what may be replaced.
    """
    if not _tellers(later) & _tellers(earlier) or not later.quantities or not earlier.quantities:
        return None
    return _revising(later, earlier) or _turned_down(later, earlier)


def turns_down(one: Claim, other: Claim) -> bool:
    """Say whether one of two claims puts its own figure in the place of the other's, whoever tells it.

    "Five ships, not seven" turns down "seven ships": it neither repeats nor comes from it.

    Args:
        one: a claim.
        other: another.
    """
    return _turns_down(one, other) or _turns_down(other, one)


def _turns_down(later: Claim, earlier: Claim) -> bool:
    """The later claim has a number of the earlier one, as digits or as written, after "not"."""
    refused = {number.casefold() for number in _REFUSED.findall(later.statement)}
    if not refused or not later.quantities:
        return False
    written = (q.span.of(earlier.document.text) for q in earlier.quantities)
    told = {word.casefold() for text in written for word in _NUMBER.findall(text)}
    affirmed = _NUMBER.findall(_REFUSED.sub("", later.statement))
    return bool(refused & told) and not told <= {word.casefold() for word in affirmed}


def _tellers(claim: Claim) -> set[str]:
    """Give the folded names of who tells a claim, and of its subject."""
    sources = {step.source.name for step in claim.attribution if step.source is not None}
    told = claim.predication
    own = {told.subject.name} if told is not None and told.subject is not None else set()
    return {name.casefold().removeprefix("the ") for name in sources | own}


def _revising(later: Claim, earlier: Claim) -> Span | None:
    """Give the verb, where it revises a figure and the earlier claim's does not."""
    listed = load("predicates")["revising"]
    found = later.predication
    before = earlier.predication
    if found is None or found.predicate is None or found.object is None:
        return None
    if before and before.predicate and before.predicate.lemma in listed["lemmas"]:
        return None
    nouns = words(Document("", "", "", found.object.text, "text")).folded
    figure = any(noun.removesuffix("s") in listed["figures"] for noun in nouns)
    return (
        found.predicate.spans[0] if found.predicate.lemma in listed["lemmas"] and figure else None
    )


def _turned_down(later: Claim, earlier: Claim) -> Span | None:
    """Give the earlier claim's number where the later one has it after "not" or "from"."""
    text = later.statement
    found = later.predication
    verb = found.predicate.lemma if found is not None and found.predicate is not None else None
    revises = verb in load("predicates")["revising"]["lemmas"]
    before = "not|instead of|rather than|from" if revises else "not|instead of|rather than"
    for quantity in earlier.quantities:
        value = quantity.low
        if value is None or value < _TELLING or value != int(value):
            continue
        number = rf"(?:{value:.0f}|{value:,.0f})"
        match = re.search(rf"\b(?:{before}) ({number})(?![\d,.]*\d)", text)
        if match is not None:
            start = later.proposition.start
            return Span(start + match.start(1), start + match.end(1))
    return None
