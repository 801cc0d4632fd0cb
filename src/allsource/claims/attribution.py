"""Who is credited with what in a document, and by whom in turn?

Verbs, passives, nouns and quotations each give credits; here they become one
list without doubles, where what one participle credits is not also content of
the verb it hangs on, and where each credit knows the credits around it.

It fails where its parts do; see them. Names are not resolved here.
"""

from collections.abc import Sequence
from dataclasses import replace

from allsource.claims import citing, nouns, passives, quoted, verbs
from allsource.claims.clauses import merged, trimmed
from allsource.claims.credit import Credit
from allsource.claims.dateline import datelines
from allsource.claims.parse import Parsed
from allsource.claims.quotation import Quotation
from allsource.model.span import Span, hull

__all__ = ["around", "find", "reach"]


def find(parsed: Parsed, quotations: Sequence[Quotation]) -> tuple[Credit, ...]:
    """Find all credits of a document, in order of their cues.

    Args:
        parsed: the document.
        quotations: its quotations.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> text = "The mayor said that the Orlan bridge was shut."
        >>> [c.content[0].of(text) for c in find(parse_text(text), ())]
        ['the Orlan bridge was shut']
    """
    found: list[Credit] = []
    for number, paragraph in enumerate(parsed.paragraphs):
        found += verbs.find(paragraph, number)
        found += passives.find(paragraph, number)
        found += nouns.find(paragraph, number)
    text = parsed.document.text
    lines = datelines(parsed)
    told = [_without(c, lines) for c in _single(found) if not _first_person(c)]
    kept = _parted(text, told)
    joined = quoted.join(parsed, kept, quotations)
    single = [credit for credit in _single(joined) if not _swallowed(credit, joined)]
    whole = [*single, *citing.find(parsed, single)]
    return tuple(sorted(whole, key=lambda c: (c.cue[0], c.content[0])))


def around(credit: Credit, others: Sequence[Credit]) -> list[Credit]:
    """Give the credits that hold this one, outermost first.

    Args:
        credit: any credit.
        others: all credits of the document.
    """
    place = reach(credit)
    outer = [other for other in others if other is not credit and _holds(other, place, credit)]
    return sorted(outer, key=lambda c: (-_size(c), c.cue[0]))


def reach(credit: Credit) -> Span:
    """The smallest stretch that holds source, cue and content of a credit."""
    return hull([*credit.source, *credit.cue, *credit.content])


def _size(credit: Credit) -> int:
    whole = hull(credit.content)
    return whole.end - whole.start


def _holds(outer: Credit, place: Span, inner: Credit) -> bool:
    if inner.cited and not outer.cited and outer.content == inner.content:
        return True
    if outer.cited and inner.paragraph == outer.paragraph and outer.content == inner.content:
        return False
    if any(span.covers(place) for span in outer.content):
        return True
    parts = [*inner.source, *inner.cue, *inner.content]
    return len(outer.content) > 1 and all(
        any(span.covers(part) for span in outer.content) for part in parts
    )


def _single(found: Sequence[Credit]) -> list[Credit]:
    """Keep one credit for each cue: the one that names a source, else the longer content."""
    best: dict[Span, Credit] = {}
    for credit in found:
        key = credit.cue[0]
        rival = next((c for k, c in best.items() if k.overlaps(key)), None)
        if rival is None:
            best[key] = credit
        elif _rank(credit) > _rank(rival):
            del best[rival.cue[0]]
            best[key] = credit
    return sorted(best.values(), key=lambda c: (c.cue[0], c.content[0]))


def _rank(credit: Credit) -> tuple[bool, int, int]:
    return (bool(credit.source), sum(s.end - s.start for s in credit.cue), _size(credit))


def _first_person(credit: Credit) -> bool:
    return credit.teller is not None and credit.teller.lower_ in {"i", "we", "you", "my", "our"}


def _without(credit: Credit, lines: Sequence[Span]) -> Credit:
    """Take a dateline off the front of a content."""
    spans = credit.content
    for line in lines:
        spans = tuple(
            Span(line.end, s.end) if line.covers(Span(s.start, s.start)) and s.end > line.end else s
            for s in spans
            if not line.covers(s)
        )
    return replace(credit, content=spans) if spans else credit


def _parted(text: str, found: Sequence[Credit]) -> list[Credit]:
    """Take out of a content what a participle after it credits to the same source."""
    tails = [c for c in found if c.participle and c.source]
    out = []
    for credit in found:
        for tail in tails:
            if tail is not credit and tail.teller == credit.teller and tail.head != credit.head:
                credit = _before(text, credit, tail)  # noqa: PLW2901 - cut by each tail in turn
        out.append(credit)
    return out


def _before(text: str, credit: Credit, tail: Credit) -> Credit:
    cut = tail.cue[0].start
    spans = [Span(s.start, min(s.end, cut)) for s in credit.content if s.start < cut]
    if not any(s.start < cut < s.end for s in credit.content) or not spans:
        return credit
    kept = [trimmed(text, span) for span in spans]
    return replace(credit, content=merged([span for span in kept if span is not None]))


def _swallowed(credit: Credit, found: Sequence[Credit]) -> bool:
    """A credit whose cue lies in its own content, or in the source of a longer one, is none."""
    if not credit.content:
        return True
    if any(span.covers(credit.cue[0]) for span in credit.content):
        return True
    return any(
        other is not credit and any(span.covers(credit.cue[0]) for span in other.source)
        for other in found
        if other.teller is not credit.teller
    )
