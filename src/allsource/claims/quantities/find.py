"""Which quantities does a paragraph state, each with its unit, role, measure and time?

Numbers are read with their bounds, units and rates; changes pair them; measures,
things and times are taken from vocabulary and syntax. "At least N" is never read
as "at most N": see ``bounds``.

It fails where a quantity is spread over two sentences, and abstains from
"several", "many" and the like; "dozens" and "hundreds" give a lower end of two
of their scale, no upper end, approximate.
"""

from collections.abc import Sequence
from dataclasses import replace

from allsource import vocab
from allsource.claims.parse import Paragraph
from allsource.claims.quantities.antecedents import antecedent
from allsource.claims.quantities.asserted import asserted
from allsource.claims.quantities.bearers import bearer
from allsource.claims.quantities.changes import with_changes
from allsource.claims.quantities.compared import with_comparisons, with_dates
from allsource.claims.quantities.dating import dates_of
from allsource.claims.quantities.differences import with_differences
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.measures import measure_of
from allsource.claims.quantities.ranks import ranks
from allsource.claims.quantities.read import read
from allsource.claims.quantities.repeats import with_repeats
from allsource.claims.quantities.running import with_stretches
from allsource.claims.quantities.things import thing_of
from allsource.claims.quantities.units import head_name
from allsource.claims.quantities.words import Word, cut
from allsource.model.ids import content_id
from allsource.model.quantity import Quantity
from allsource.model.span import Span
from allsource.model.time import Time

__all__ = ["find"]

_PARTS = 3
"""Quantities before a part in which its whole is looked for."""


def find(
    paragraph: Paragraph, text: str, times: tuple[Time, ...], document_key: str
) -> tuple[Quantity, ...]:
    """Find the quantities of a paragraph, in order.

    Reach for it wherever a text's numbers are to be compared; designations, dates,
    scores and other numbers that measure nothing are left out.

    Args:
        paragraph: a parsed stretch of ``text``.
        text: the stored text; offsets of the result are into it.
        times: the times of the text (absolute offsets), from ``claims.times.find``.
        document_key: seeds the ids of series, so that two documents never share one.

    Returns:
        Quantities with ``quantity.text == quantity.span.of(text)``; every number finite.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> line = "Orlan Works makes more than 40 engines a month."
        >>> paragraph = parse_text(line).paragraphs[0]
        >>> [(q.low, q.high, q.unit, q.per) for q in find(paragraph, line, (), "doc")]
        [(40.0, None, 'engine', 'month')]
    """
    words = cut(paragraph)
    if not any(word.text[0].isnumeric() or word.is_word for word in words):
        return ()
    times = with_stretches(paragraph, times)
    stretches = _dates(paragraph, times)
    drafts = with_changes(words, asserted(words, read(words, stretches)))
    drafts = with_differences(words, drafts, stretches)
    drafts = with_repeats(words, with_comparisons(words, drafts, stretches))
    drafts = [_kin(draft, drafts) for draft in drafts]
    dates = dates_of(paragraph, words, drafts, times)
    drafts = with_dates(words, drafts, dates)
    found = [
        _quantity(paragraph, text, words, draft, drafts, date, document_key)
        for draft, date in zip(drafts, dates, strict=True)
    ]
    found = [_borne(words, draft, _pointed(paragraph, one))
             for draft, one in zip(drafts, found, strict=True)]  # fmt: skip
    found = _of_wholes([_of_series(one, found) for one in found])
    ranked = ranks(paragraph, text, words)
    kept = [one for one in found if not any(one.span.overlaps(rank.span) for rank in ranked)]
    return tuple(sorted([*kept, *ranked], key=lambda quantity: quantity.span))


def _dates(paragraph: Paragraph, times: Sequence[Time]) -> list[tuple[int, int]]:
    """Give the stretches whose numbers are dates; a duration is a quantity as well."""
    offset = paragraph.span.start
    return [
        (time.span.start - offset, time.span.end - offset)
        for time in times
        if paragraph.span.covers(time.span) and (time.type in {"DATE", "TIME"} or time.start)
    ]


def _kin(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Points of one change share unit and rate where only one states them."""
    if draft.series is None or draft.role == "change_by":
        return draft
    for other in drafts:
        if (
            other is draft
            or other.series != draft.series
            or other.kind == "ratio"
            or other.number.form == "multiple"
        ):
            continue
        bare = draft.unit is None and draft.currency is None
        if bare:
            draft = replace(draft, unit=other.unit, currency=other.currency)
        if draft.per is None and (bare or draft.kind == other.kind):
            draft = replace(draft, per=other.per)
    return draft


def _pointed(paragraph: Paragraph, found: Quantity) -> Quantity:
    """Give a bare number the noun that it points back to: "It makes 40 a month"."""
    if found.unit or found.currency or found.of or found.role == "share":
        return found
    noun = antecedent(paragraph, found.span)
    if noun is None:
        return found
    return replace(found, unit=noun.lemma_.lower(), of=noun.text)


def _borne(words: tuple[Word, ...], draft: Draft, found: Quantity) -> Quantity:
    """Give a number without unit or thing the noun that bears it: "the rate was put at 40"."""
    if draft.kind is not None or found.role == "share":
        return found
    borne = bearer(draft.token(words))
    tallies = vocab.load("measured_things")["tallies"]
    tallied = borne is not None and borne.split()[-1].lower() in tallies
    open_end = found.of is None and (draft.per is None or tallied)
    return replace(found, of=borne) if open_end or (tallied and found.unit) else found


def _of_wholes(found: Sequence[Quantity]) -> list[Quantity]:
    """Give a part without its whole what was counted before it: "29 vessels; half were dark"."""
    out = list(found)
    for place in range(1, len(out)):
        if out[place].role == "share" and out[place].of is None and out[place].unit is None:
            near = (one.of for one in reversed(out[max(0, place - _PARTS) : place]) if one.of)
            out[place] = replace(out[place], of=next(near, None))
    return out


def _of_series(found: Quantity, others: Sequence[Quantity]) -> Quantity:
    """Give a point of a change the thing that another point names."""
    if found.of or found.series is None:
        return found
    things = [one.of for one in others if one.series == found.series and one.of]
    return replace(found, of=things[0]) if things else found


def _interval(draft: Draft) -> tuple[float | None, float | None, bool, bool]:
    """Give low, high, low_open, high_open; a range keeps its ends whatever stands before it."""
    low, high = draft.low, draft.high
    if draft.upper is not None:
        return low, high, draft.bound == "over", draft.upper == "under"
    if low != high:
        return min(low, high), max(low, high), False, False
    if draft.bound in {"over", "at_least"}:
        return low, None, draft.bound == "over", True
    if draft.bound in {"under", "at_most"}:
        return None, high, True, draft.bound == "under"
    return low, high, False, False


def _quantity(
    paragraph: Paragraph, text: str, words: tuple[Word, ...], draft: Draft,
    drafts: Sequence[Draft], date: Time | None, document_key: str,
) -> Quantity:  # fmt: skip
    span = Span(words[draft.first].start, words[draft.last - 1].end).shift(paragraph.span.start)
    low, high, low_open, high_open = _interval(draft)
    unit = head_name(draft.unit) if draft.unit and draft.currency is None else None
    measure = measure_of(words, draft)
    series = (
        content_id("ser", document_key, paragraph.span.start + words[draft.series].start)
        if draft.series is not None else None
    )  # fmt: skip
    return Quantity(
        text=span.of(text), span=span, low=low, high=high, low_open=low_open,
        high_open=high_open, approximate=draft.approximate, unit=unit, currency=draft.currency,
        scale_unit=_scale_unit(unit, draft), per=draft.per, role=draft.role,
        direction=draft.direction, series=series, measure=measure,
        of=thing_of(words, draft, drafts, measure), time=date,
    )  # fmt: skip


def _scale_unit(unit: str | None, draft: Draft) -> str | None:
    """Give unit or currency with its rate."""
    base = draft.currency or unit
    return f"{base}/{draft.per}" if base is not None and draft.per is not None else None
