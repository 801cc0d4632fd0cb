"""Is an amount told as the difference from an earlier time?

"27 women, nine more than in 2025", "3,000 above the August figure", "twice its rate
of a year ago", "$118 lower at $7,046": the amount is a change, and the level beside
it the value reached. A difference from another thing ("two fewer than planned",
"twice the limit") has no time behind it and is none.

It fails where the earlier time is named in another clause.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from allsource import vocab
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.words import Word

__all__ = ["with_differences"]

Direction = Literal["up", "down"]
_REACH = 12
_LINKS = frozenset({"than", "on", "from"})
_PLACES: dict[str, Direction] = {"above": "up", "below": "down", "up": "up", "down": "down"}
_LIKE = frozenset({"its", "the", "that", "what", "as", "their", "his", "her", "last", "those"})
_LEFT_OUT = frozenset({"time", "age"})
_YEAR = 4


def with_differences(
    words: tuple[Word, ...], drafts: Sequence[Draft], stretches: Sequence[tuple[int, int]]
) -> list[Draft]:
    """Make changes of amounts that the text holds against an earlier time.

    Args:
        words: all words of the paragraph.
        drafts: its quantities, with the roles that change words gave them.
        stretches: where its dates stand.
    """
    out = list(drafts)
    dated = frozenset(start for start, _ in stretches)
    for place, draft in enumerate(drafts):
        if _of_that(words, draft) and (level := _level(words, out, place)) is not None:
            series, way = out[level].first, draft.direction
            out[level] = replace(out[level], role="change_from", direction=way, series=series)
            out[place] = replace(draft, series=series)
            continue
        way = _told_by(words, draft, dated)
        if way is None:
            continue
        amount = replace(draft, role="change_by", direction=way)
        level = _level(words, out, place)
        if level is None:
            out[place] = amount
            continue
        reached = out[level]
        series = min(reached.first, amount.first)
        alike = amount.kind == reached.kind
        bare = amount.kind is None and amount.number.form != "fraction"
        counts = bare or (amount.kind == "count" and alike and not _times(amount))
        unit = reached.unit if counts else amount.unit
        out[place] = replace(amount, series=series, unit=unit,
                             currency=reached.currency if bare else amount.currency,
                             per=amount.per or (reached.per if alike else None))  # fmt: skip
        out[level] = replace(reached, role="change_to", direction=way, series=series)
    return out


def _of_that(words: tuple[Word, ...], draft: Draft) -> bool:
    """Say whether a multiplying verb takes the level before it: "could double that"."""
    object_ = words[draft.last].lower if draft.last < len(words) else ""
    verb = draft.number.form == "multiple" and draft.role == "change_by"
    return verb and draft.series is None and object_ in {"that", "it", "them"}


def _times(draft: Draft) -> bool:
    return draft.unit is not None and draft.unit.name == "time"


def _told_by(
    words: tuple[Word, ...], draft: Draft, dated: frozenset[int]
) -> Direction | None:  # fmt: skip
    """Give the direction of an amount that is held against an earlier time."""
    if draft.series is not None or draft.kind in _LEFT_OUT or draft.role not in {"level", "share"}:
        return None
    if _times(draft):
        return "up" if _as_many(words, draft, dated) else None
    ways = _ways()
    inner = words[draft.number.last].lower if draft.number.last < len(words) else ""
    after = words[draft.last].lower if draft.last < len(words) else ""
    if after in ways and (_temporal(words, draft.last + 1, dated, after) or _settled(words, draft)):
        return ways[after]
    held = inner in ways and inner not in _PLACES and after == "than"
    return ways[inner] if held and _temporal(words, draft.last, dated, inner) else None


@lru_cache(maxsize=1)
def _ways() -> dict[str, Direction]:
    return {**vocab.load("changes")["comparatives"], **_PLACES}


def _as_many(words: tuple[Word, ...], draft: Draft, dated: frozenset[int]) -> bool:
    """Say whether "twice" or "3.7 times" is of an earlier time: "twice its rate of a year ago"."""
    following = words[draft.last].lower if draft.last < len(words) else ""
    return following in _LIKE and _earlier(words, draft.last, dated)


def _temporal(words: tuple[Word, ...], at: int, dated: frozenset[int], way: str) -> bool:
    """Say whether what stands behind the comparative is an earlier time."""
    first = words[at].lower if at < len(words) else ""
    return (first in _LINKS or way in {"above", "below"}) and _earlier(words, at, dated)


def _earlier(words: tuple[Word, ...], at: int, dated: frozenset[int]) -> bool:
    for word in words[at : at + _REACH]:
        if word.text in {".", ";", ",", ":", ")"} or word.sentence != words[at].sentence:
            return False
        plain = word.lower.removesuffix("'s")
        year = plain.isdecimal() and len(plain) == _YEAR and plain[0] in "12"
        if year or word.start in dated or plain in vocab.load("changes")["earlier"]:
            return True
    return False


def _settled(words: tuple[Word, ...], draft: Draft) -> bool:
    """Read "settled $118 lower at $7,046": a price and where it ended."""
    verb = words[draft.first - 1].lemma if draft.first else ""
    return draft.kind in {"money", "ratio"} and verb in vocab.load("changes")["closing"]


def _level(words: tuple[Word, ...], drafts: Sequence[Draft], place: int) -> int | None:
    """Give the level that the amount leads to: beside "lower at", or the nearest before."""
    amount = drafts[place]
    if place + 1 < len(drafts) and words[amount.last + 1 : amount.last + 2]:
        after = drafts[place + 1]
        ended = words[amount.last + 1].lower == "at" and after.start == amount.last + 2
        if ended and after.currency == amount.currency:
            return place + 1
    for other in range(place - 1, -1, -1):
        level = drafts[other]
        if words[level.first].sentence != words[amount.first].sentence:
            return None
        if _reached(words, level, amount):
            return other
    return None


def _reached(words: tuple[Word, ...], level: Draft, amount: Draft) -> bool:
    plain = level.role in {"level", "change_to"} and level.series is None
    inside = words[level.number.last].text in "-‐‑–" if level.number.last < len(words) else False
    if not plain or inside or level.kind in {*_LEFT_OUT, "ratio", None} or _times(level):
        return False
    names = [draft.unit.name if draft.unit is not None else None for draft in (level, amount)]
    free = amount.kind in {"ratio", None} or _times(amount)
    bare = amount.unit is not None and amount.unit.last <= amount.number.first
    return free or (names[0] == names[1] and level.currency == amount.currency) or bare
