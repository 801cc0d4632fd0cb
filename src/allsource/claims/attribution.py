"""Who is credited with what in a document, and by whom in turn?

The tagger says what the document credits; it knows no nesting. Verbs, passives, nouns and
quotations give credits by the grammar: of these stay the ones that lie inside a content of the
tagger's, and those that stand where the tagger sees nothing (measured, see bench/attribution: on
news the tagger's spans are better wherever both see a cue). Together they become one list without
doubles, where what one participle credits is not also content of the verb it hangs on.

It fails where its parts do; see them. Names are resolved in ``coreference``,
nesting in ``nesting``.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from allsource.claims import (
    apposed,
    citing,
    learned,
    nesting,
    nouns,
    passives,
    quoted,
    relays,
    verbs,
)
from allsource.claims.clauses import merged, trimmed
from allsource.claims.credit import Credit
from allsource.claims.dateline import datelines
from allsource.claims.parse import Parsed
from allsource.claims.quotation import Quotation
from allsource.model.span import Span, hull

__all__ = ["find", "grammatical"]


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
    ruled = _ruled(parsed, quotations)
    beside = _rows(ruled)
    lines = {line.start: line for line in datelines(parsed)}
    seen: list[Credit] = []
    cites: list[Credit] = []
    for credit in learned.find(parsed, quotations):
        line = lines.get(parsed.paragraphs[credit.paragraph].span.start)
        told = _without(_mended(credit, beside[credit.paragraph]), line)
        (cites if credit.head.lower_ in citing.CITING else seen).append(told)
    kept = [*seen, *_added(parsed, ruled, _rows(seen))]
    joined = quoted.join(parsed, kept, quotations)
    single = [credit for row in _rows(joined).values() for credit in _unswallowed(_single(row))]
    single = relays.relayed(parsed, _own_words(single))
    whole = [*single, *citing.find(parsed, single, cites)]
    return tuple(sorted(whole, key=lambda c: (c.cue[0], c.content[0])))


def grammatical(parsed: Parsed, quotations: Sequence[Quotation]) -> list[Credit]:
    """Find the credits that listed verbs, passives and nouns give by the grammar alone."""
    return _own_words(_ruled(parsed, quotations))


def _ruled(parsed: Parsed, quotations: Sequence[Quotation]) -> list[Credit]:
    """Those of the grammar, with what first persons tell wherever it stands."""
    lines = {line.start: line for line in datelines(parsed)}
    kept: list[Credit] = []
    for number, paragraph in enumerate(parsed.paragraphs):
        found = verbs.find(paragraph, number)
        found += passives.find(paragraph, number)
        found += nouns.find(paragraph, number)
        found = _behind(found, apposed.find(paragraph, number))
        line = lines.get(paragraph.span.start)
        told = [_without(c, line) for c in _single(found)]
        kept += _parted(parsed.document.text, told)
    joined = quoted.join(parsed, kept, quotations)
    return [credit for row in _rows(joined).values() for credit in _unswallowed(_single(row))]


def _behind(found: Sequence[Credit], named: Sequence[Credit]) -> list[Credit]:
    """Let those that are named behind what they told stand for whatever else has their cue."""
    heads = {credit.head for credit in named}
    return [*(credit for credit in found if credit.head not in heads), *named]


def _own_words(found: Sequence[Credit]) -> list[Credit]:
    """Leave out what a writer tells of themselves: "I told" credits only a speaker who says it."""
    return [
        credit
        for credit in found
        if not _first_person(credit)
        or any(s.covers(nesting.reach(credit)) for c in found if c is not credit for s in c.content)
    ]


def _mended(credit: Credit, ruled: Sequence[Credit]) -> Credit:
    """Take from the grammar what the tagger is weak at.

    That is a source that it missed or ran into the content, or one named behind what it told, a
    content that is of one piece, all that belongs to a thing, and the clause that a cue inside it
    interrupts.
    """
    same = [one for one in ruled if any(a.overlaps(b) for a in one.cue for b in credit.cue)]
    if not same:
        return credit
    one = same[0]
    if one.postposed:
        behind = [span for span in credit.content if span.start >= one.cue[-1].end]
        return replace(one, content=(*one.content, *behind))
    mixed = any(a.overlaps(b) for a in credit.source for b in one.content)
    if one.source and (not credit.source or mixed):
        credit = replace(credit, source=one.source, teller=one.teller)
    pieced = len(credit.content) > 1 and len(one.content) == 1
    short = not credit.stated and one.content[0].covers(hull(credit.content))
    if pieced or short:
        credit = replace(credit, content=one.content)
    elif _opens(one, credit):
        credit = replace(credit, content=(*one.content, *credit.content))
    return replace(credit, stated=True)


def _opens(one: Credit, credit: Credit) -> bool:
    """Say whether the grammar sees a clause before the cue where the tagger sees only one behind.

    "The yard built 221 hulls, she told the paper, and will build more."
    """
    before, behind = hull(one.content), hull(credit.content)
    return before.end <= credit.cue[0].start and behind.start >= credit.cue[-1].end


def _added(
    parsed: Parsed, ruled: Sequence[Credit], seen: dict[int, list[Credit]]
) -> Iterator[Credit]:
    """Give the credits of the grammar that the tagger does not have; only near ones are compared."""
    starts = [paragraph.span.start for paragraph in parsed.paragraphs]
    for credit in ruled:
        whole = nesting.reach(credit)
        first, last = (bisect_right(starts, at) - 1 for at in (whole.start, whole.end - 1))
        near = (one for number in range(first, last + 1) for one in seen.get(number, ()))
        if _adds(credit, list(near)):
            yield credit


def _adds(credit: Credit, seen: Sequence[Credit]) -> bool:
    """Say whether a credit of the grammar lies in what the tagger saw credited, or apart from it."""
    whole = nesting.reach(credit)
    if any(span.overlaps(cue) for one in seen for cue in one.cue for span in credit.cue):
        return False
    inside = any(span.covers(whole) for one in seen for span in one.content)
    return inside or not any(nesting.reach(one).overlaps(whole) for one in seen)


def _rows(found: Sequence[Credit]) -> dict[int, list[Credit]]:
    """Part credits by their paragraphs."""
    rows: dict[int, list[Credit]] = defaultdict(list)
    for credit in found:
        rows[credit.paragraph].append(credit)
    return rows


def _single(found: Sequence[Credit]) -> list[Credit]:
    """Keep one credit for each cue: the one that names a source, else the longer cue."""
    kept: list[Credit] = []
    for credit in sorted(found, key=lambda c: (c.cue[0], c.content[0])):
        if not kept or not kept[-1].cue[0].overlaps(credit.cue[0]):
            kept.append(credit)
        elif _rank(credit) > _rank(kept[-1]):
            kept[-1] = credit
    return kept


def _rank(credit: Credit) -> tuple[bool, int, int]:
    sizes = [sum(s.end - s.start for s in spans) for spans in (credit.cue, credit.content)]
    return (bool(credit.source), sizes[0], sizes[1])


def _first_person(credit: Credit) -> bool:
    return credit.teller is not None and credit.teller.lower_ in {"i", "we", "you", "my", "our"}


def _without(credit: Credit, line: Span | None) -> Credit:
    """Take a dateline off the front of a content."""
    if line is None:
        return credit
    cut = [Span(max(s.start, line.end), s.end) for s in credit.content if s.end > line.end]
    return replace(credit, content=tuple(cut)) if cut else credit


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
    if not any(s.start < cut < s.end for s in credit.content):
        return credit
    spans = [Span(s.start, min(s.end, cut)) for s in credit.content if s.start < cut]
    kept = [trimmed(text, span) for span in spans]
    whole = merged([span for span in kept if span is not None])
    return replace(credit, content=whole) if whole else credit


def _unswallowed(row: Sequence[Credit]) -> list[Credit]:
    """Leave out a credit whose cue lies in its own content or in another's source."""
    kept = []
    for credit in row:
        cue = credit.cue[0]
        own = any(span.covers(cue) for span in credit.content)
        theirs = (o for o in row if o is not credit and o.teller != credit.teller)
        if not own and not any(span.covers(cue) for o in theirs for span in o.source):
            kept.append(credit)
    return kept
