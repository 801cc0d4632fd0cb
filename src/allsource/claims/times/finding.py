"""Which words of a text name a time, and which days do they mean?

The words are turned into kinds, every rule of the grammar is matched over
them, and the longest matches that do not overlap are read in text order, so
that each can be counted from the date named before it.

It fails on times told by events ("after the flood") and, without a publication
date, gives relative times no days.
"""

import re
from collections.abc import Iterator

from allsource.claims.times import (
    absolute,
    anaphoric,
    clock,
    dayparts,
    deictic,
    durations,
    elliptic,
    holidays,
    parts,
    reports,
    sets,
)
from allsource.claims.times.boundary import boundary_of
from allsource.claims.times.named import Named, is_history
from allsource.claims.times.periods import interval
from allsource.claims.times.scene import Reading, Rule, Scene
from allsource.claims.times.tokens import Tokens, tokenize
from allsource.model.span import Span
from allsource.model.time import Time

__all__ = ["find"]

_RULES: tuple[Rule, ...] = (
    *absolute.RULES,
    *holidays.RULES,
    *parts.RULES,
    *reports.RULES,
    *clock.RULES,
    *dayparts.RULES,
    *deictic.RULES,
    *elliptic.RULES,
    *anaphoric.RULES,
    *durations.RULES,
    *sets.RULES,
)
_DATED = re.compile(r"\d{4}.*")
_TO = frozenset({"to", "and", "until", "till", "through", "-", "–", "—"})
_PREFIX = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def find(
    text: str,
    span: Span,
    published: str | None = None,
    published_between: tuple[str | None, str | None] = (None, None),
) -> tuple[Time, ...]:
    """Find the time expressions of a stretch of text.

    Reach for it with a paragraph or a whole text, rather than a sentence: "three weeks
    later" is counted from the date named before it.

    Args:
        text: the whole stored text.
        span: where to look, in code points of ``text``.
        published: ISO prefix of the publication date, from which "last month" is counted.
        published_between: its bracket, used where ``published`` is None and both ends
            agree on a year, month or day.

    Returns:
        Times in text order, not overlapping, with offsets in ``text``.

    Example:
        >>> text = "By September 2031 Orlan Works had moved."
        >>> [(t.text, t.timex, t.end, t.boundary) for t in find(text, Span(0, len(text)))]
        [('September 2031', '2031-09', '2031-09-30', 'by')]
    """
    tokens = tokenize(text, span)
    anchor = _anchor(published, published_between)
    return tuple(_time(tokens, *place, reading) for place, reading in _readings(tokens, anchor))


def _readings(tokens: Tokens, anchor: str | None) -> Iterator[tuple[tuple[int, int], Reading]]:
    """Read the longest match at each place; a rule that declines gives way to the next."""
    taken, named = 0, Named(history=is_history(tokens.words, tokens.features, anchor))
    for rule, match in _matches(tokens.kinds):
        if match.start() < taken:
            continue
        reading = rule.read(Scene(tokens, match, anchor, named))
        if reading is None:
            continue
        taken = match.end()
        if rule.refers and _refers(tokens, match.start(), reading, named, anchor):
            named = named.then(reading.timex, taken, anchor)
        yield match.span(), reading


def _refers(tokens: Tokens, first: int, reading: Reading, named: Named, anchor: str | None) -> bool:
    """Say whether later times are counted from this one.

    Not from the end of a range, nor, in a history, from the year it is published in.
    """
    if not _DATED.fullmatch(reading.timex) or reading.type not in ("DATE", "TIME"):
        return False
    if named.at and named.at == first - 1 and tokens.word(named.at) in _TO:
        return False
    return not (named.history and anchor and reading.timex[:4] == anchor[:4])


def _matches(kinds: str) -> list[tuple[Rule, re.Match[str]]]:
    """All rules' matches: leftmost first, then longest, then in the order of the rules."""
    found = [
        ((match.start(), -match.end(), order), rule, match)
        for order, rule in enumerate(_RULES)
        for match in rule.pattern.finditer(kinds)
    ]
    return [(rule, match) for _, rule, match in sorted(found, key=lambda one: one[0])]


def _time(tokens: Tokens, first: int, end: int, reading: Reading) -> Time:
    span = tokens.span(first + reading.skip, end)
    begins, ends = reading.interval
    return Time(
        text=span.of(tokens.text),
        span=span,
        timex=reading.timex,
        type=reading.type,
        start=begins,
        end=ends,
        boundary=boundary_of(tokens, first, end, reading),
        qualifier=reading.qualifier,
    )


def _anchor(published: str | None, between: tuple[str | None, str | None]) -> str | None:
    """Give what is known of the publication date as an ISO prefix."""
    if published:
        match = _PREFIX.match(published)
        return match[0] if match and interval(match[0]) else None
    low, high = between
    if not low or not high:
        return None
    for length in (10, 7, 4):
        if len(low) >= length and low[:length] == high[:length]:
            return low[:length] if interval(low[:length]) else None
    return None
