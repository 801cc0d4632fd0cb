"""Which two dates are one stretch of time?

"Between January and May 2031", "from 2027 to 2030", "the April-September period":
two times with nothing but a link between them are one, from the first day of the
first to the last day of the last. Where a change has both its points in the
stretch, they hold at its ends.

It fails where words stand between the two ("from the spring of 2027 on, and to 2030").
"""

from collections.abc import Sequence
from dataclasses import replace

from allsource.claims.parse import Paragraph
from allsource.claims.quantities.draft import Draft
from allsource.model.span import Span
from allsource.model.time import Time, first_day, last_day

__all__ = ["at_ends", "joined", "over_changes"]

_LINKS = {"between": ("and",), "from": ("to", "until", "through", "till")}
_DASHES = frozenset("-‐‑–—")


def joined(paragraph: Paragraph, times: Sequence[Time]) -> dict[Time, tuple[Time, ...]]:
    """Give the times of a paragraph, two that make a stretch as one, each with its parts.

    Args:
        paragraph: where they stand.
        times: its times, with absolute offsets.
    """
    found: dict[Time, tuple[Time, ...]] = {}
    ordered = sorted(times, key=lambda time: time.span)
    place = 0
    while place < len(ordered):
        pair = tuple(ordered[place : place + 2])
        one = _stretch(paragraph, *pair) if len(pair) > 1 else None
        found[one or ordered[place]] = pair if one else (ordered[place],)
        place += 2 if one else 1
    return found


def _stretch(paragraph: Paragraph, first: Time, last: Time) -> Time | None:
    text, offset = paragraph.doc.text, paragraph.span.start
    gap = text[first.span.end - offset : last.span.start - offset].strip().lower()
    before = text[: first.span.start - offset].split()[-1:]
    opener = before[0].lower() if before else ""
    tied = gap in _DASHES or gap.removesuffix(" the") in _LINKS.get(opener, ())
    if not tied or first.start is None or last.end is None:
        return None
    start, end = first_day(_nearest(first, last)), last_day(last.end[:10])
    if start >= end:
        return None
    span = Span(first.span.start, last.span.end)
    words = text[span.start - offset : span.end - offset]
    return replace(first, text=words, span=span, timex=f"{first.timex}/{last.timex}",
                   start=start, end=end, boundary=None, qualifier=None)  # fmt: skip


def _nearest(first: Time, last: Time) -> str:
    """Give the first day, in the year of the last where its own was only inferred to be later."""
    start, end = (first.start or "")[:10], (last.start or "")[:10]
    return start if start <= end else f"{int(start[:4]) - 1:04d}{start[4:]}"


def at_ends(
    drafts: Sequence[Draft], dates: Sequence[Time | None], parts: dict[Time, tuple[Time, ...]]
) -> list[Time | None]:
    """Give the points of a change in one stretch its first and its last part.

    Args:
        drafts: the quantities.
        dates: what governs each.
        parts: what ``joined`` gave.
    """
    out = list(dates)
    stretch = {
        draft.series: date
        for draft, date in zip(drafts, dates, strict=True)
        if draft.series is not None and date is not None and len(parts.get(date, ())) > 1
    }
    for place, (draft, date) in enumerate(zip(drafts, dates, strict=True)):
        series = draft.series
        whole = stretch.get(series) if date is None and series is not None else date
        if whole is None or len(parts.get(whole, ())) < len(("first", "last")):
            continue
        if draft.role == "change_from":
            out[place] = parts[whole][0]
        elif draft.role == "change_to" and _has_start(drafts, draft):
            out[place] = parts[whole][-1]
    return out


def over_changes(
    paragraph: Paragraph, drafts: Sequence[Draft], dates: Sequence[Time | None],
    earlier: Sequence[Time | None],
) -> list[Time | None]:  # fmt: skip
    """Let the amount of a change hold from the time of its first point to that of its last.

    Args:
        paragraph: where the drafts stand.
        drafts: the quantities.
        dates: what governs each.
        earlier: the time that each is held against, if it is.
    """
    out = list(dates)
    for place, draft in enumerate(drafts):
        if draft.role != "change_by":
            continue
        against, own = earlier[place], dates[place]
        points = [
            date for other, date in zip(drafts, dates, strict=True)
            if draft.series is not None and other.series == draft.series
            and other.role in {"change_from", "change_to"}
            and date is not None and date.start is not None
        ]  # fmt: skip
        if against is not None and against.start is not None:
            own = None if own == against else own
            points = [*(points or ([own] if own is not None and own.start else [])), against]
            out[place] = own
        if len(points) > 1:
            points.sort(key=lambda date: date.start or "")
            out[place] = _hull(paragraph, points[0], points[-1]) or out[place]
    return out


def _hull(paragraph: Paragraph, first: Time, last: Time) -> Time | None:
    """Make one time from the first day of one to the last day of another, wherever they stand."""
    if first.start is None or last.end is None or first.span.overlaps(last.span):
        return None
    offset = paragraph.span.start
    span = Span(min(first.span.start, last.span.start), max(first.span.end, last.span.end))
    words = paragraph.doc.text[span.start - offset : span.end - offset]
    return replace(first, text=words, span=span, timex=f"{first.timex}/{last.timex}",
                   start=first_day(first.start[:10]), end=last_day(last.end[:10]), boundary=None,
                   qualifier=None)  # fmt: skip


def _has_start(drafts: Sequence[Draft], draft: Draft) -> bool:
    return draft.series is not None and any(
        other.series == draft.series and other.role == "change_from" for other in drafts
    )
