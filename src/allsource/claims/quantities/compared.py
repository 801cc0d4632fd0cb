"""Are two levels of one thing held against each other over time?

"40 tonnes, compared with 30 a year earlier", "700 people in 2029, against 450 in
2033", "310 in 2031 and 540 in 2032": the earlier in time is ``change_from``, the
later ``change_to``. Both must be of one unit; a comparison with another thing
("against 30 at its rival") has no time behind it and makes no change.

It fails where the dates stand in other clauses, and on events of single days, which
are no levels ("12 on Friday and 9 on Sunday").
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from allsource import vocab
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.leads import lead
from allsource.claims.quantities.syntax import climb, is_verb
from allsource.claims.quantities.words import Word
from allsource.model.time import Time

__all__ = ["with_comparisons", "with_dates"]

_PLAIN = frozenset({"level", "share"})
_BETWEEN = frozenset({"in", "by", "for", "during", "and", ",", "then", "to", "about", "nearly"})
_REACH = 6
_APART = 14
_BESIDE = 2
_YEAR = 4


def with_comparisons(
    words: tuple[Word, ...], drafts: Sequence[Draft], stretches: Sequence[tuple[int, int]]
) -> list[Draft]:
    """Make changes of levels that the text compares over time.

    Args:
        words: all words of the paragraph.
        drafts: its quantities, with the roles that change words gave them.
        stretches: where its dates stand.
    """
    out = list(drafts)
    dated = frozenset(start for start, _ in stretches)
    for place in range(len(out) - 1):
        here, after = out[place], out[place + 1]
        if _is_amount_of(words, here, after):
            out[place], out[place + 1] = _by(here, after)
            continue
        if _is_start(words, here, after):
            out[place], out[place + 1] = _started(here, after)
            continue
        if not _comparable(words, here, after):
            continue
        order = _points(words, here, after)
        if order is None:
            order = _against(words, here, after, dated)
        if order is None:
            order = _listed(words, here, after)
        if order is not None:
            out[place], out[place + 1] = _changed(here, after, first=order)
    return out


def with_dates(
    words: tuple[Word, ...], drafts: Sequence[Draft], dates: Sequence[Time | None]
) -> list[Draft]:
    """Make changes of two levels that one verb, or two verbs of a level, tell of two times.

    Args:
        words: all words of the paragraph.
        drafts: its quantities with their roles.
        dates: the time of each, or None; days of events make no levels.
    """
    out = list(drafts)
    for place in range(len(out) - 1):
        here, after = out[place], out[place + 1]
        starts = _start(dates[place]), _start(dates[place + 1])
        if not starts[0] or not starts[1] or starts[0] == starts[1]:
            continue
        open_end = here.role != "change_to" or here.series is not None
        if _is_whole(words, here):
            continue
        kinds = {here.kind, after.kind} - {None}
        named = bool(kinds) and _comparable(words, here, after) and open_end
        if named and (_levels(words, here, after) or _one_verb(words, here, after)):
            out[place], out[place + 1] = _changed(here, after, first=starts[0] < starts[1])
        elif _steps(words, here, after) and starts[0] < starts[1]:
            series = here.series if here.series is not None else here.first
            out[place] = replace(here, series=series)
            out[place + 1] = replace(after, series=series)
    return _in_other_words(words, out)


def _in_other_words(words: tuple[Word, ...], drafts: Sequence[Draft]) -> list[Draft]:
    """Give "or roughly 90 a day" the part in a change that the amount beside it has."""
    out = list(drafts)
    for place in range(1, len(out)):
        before, here = out[place - 1], out[place]
        gap = words[before.last : here.first]
        linked = bool(gap) and gap[-1].lower == "or" and not any(is_verb(w.token) for w in gap)
        if not linked or words[before.first].sentence != words[here.first].sentence:
            continue
        for told, other in ((place - 1, place), (place, place - 1)):
            point = out[told].role == "change_to" and out[told].series is not None
            if point and out[other].role == "level" and out[other].kind != "ratio":
                out[other] = replace(out[other], role="change_to", direction=out[told].direction,
                                     series=out[told].series)  # fmt: skip
    return out


def _start(time: Time | None) -> str:
    """Give the first day of a month, a year or the present; of a single day nothing."""
    if time is None or time.start is None:
        return ""
    day = time.start == time.end and time.timex != "PRESENT_REF"
    return "" if day else time.start[:10]


def _levels(words: tuple[Word, ...], here: Draft, after: Draft) -> bool:
    verbs = [next((t for t in climb(d.token(words)) if is_verb(t)), None) for d in (here, after)]
    if verbs[0] is None or verbs[1] is None:
        return False
    lemmas = [verb.lemma_.lower() for verb in verbs if verb is not None]
    told: list[str] = vocab.load("changes")["levels"]
    return all(lemma in told for lemma in lemmas)


def _steps(words: tuple[Word, ...], here: Draft, after: Draft) -> bool:
    """Say whether one verb takes a thing to two values: "cut to 40 by May and to 30 by June"."""
    roles = here.role == after.role == "change_to" and here.direction == after.direction
    return roles and after.series is None and _alike(words, here, after)


def _alike(words: tuple[Word, ...], here: Draft, after: Draft) -> bool:
    names = [draft.unit.name if draft.unit is not None else None for draft in (here, after)]
    same = words[here.first].sentence == words[after.first].sentence
    return names[0] == names[1] and here.currency == after.currency and same


def _is_whole(words: tuple[Word, ...], draft: Draft) -> bool:
    """Say whether a number opens its sentence as a whole: "of the 60 ordered in 2029, 18 came"."""
    link = words[lead(words, draft.start) - 1]
    return link.lower == "of" and link.token.is_sent_start is True


def _one_verb(words: tuple[Word, ...], here: Draft, after: Draft) -> bool:
    """Say whether one verb tells both, the second without its noun: "shipped 40 kites in May and 55 in June"."""
    verbs = [next((t for t in climb(d.token(words)) if is_verb(t)), None) for d in (here, after)]
    bare = after.unit is not None and after.unit.last <= after.number.first
    return bare and verbs[0] is not None and verbs[1] is not None and verbs[0].i == verbs[1].i


def _comparable(words: tuple[Word, ...], here: Draft, after: Draft) -> bool:
    names = [draft.unit.name if draft.unit is not None else None for draft in (here, after)]
    bare = (after.kind is None and _restated(words, here, after)) or (
        None in {here.kind, after.kind} and here.per is not None and here.per == after.per
    )
    alike = (names[0] == names[1] and here.currency == after.currency) or bare
    roles = here.role in _PLAIN | {"change_to"} and after.role in _PLAIN
    same = words[here.first].sentence == words[after.first].sentence
    spans = here.kind == "age" or (here.kind == "time" and not _restated(words, here, after))
    return alike and roles and same and here.low != after.low and not spans


def _restated(words: tuple[Word, ...], here: Draft, after: Draft) -> bool:
    """Read "to 19 days from six": no length of time is told so, but one that changed."""
    links = [words[draft.start - 1].lower if draft.start else "" for draft in (here, after)]
    return links == ["to", "from"]


def _against(
    words: tuple[Word, ...], here: Draft, after: Draft, dates: frozenset[int]
) -> bool | None:
    """Read "compared with N a year earlier": says which of the two is the earlier."""
    start = lead(words, after.start)
    before = [word.lower for word in words[max(here.last, start - 3) : start]]
    links: list[list[str]] = [one.split() for one in vocab.load("changes")["comparing"]]
    if not any(before[-len(link) :] == link for link in links):
        return None
    behind = words[after.last : after.last + _REACH]
    extreme = words[after.start - 1].lower == "of" and start < after.start - 1
    dated = extreme or any(_dates(word) or word.start in dates for word in behind)
    if not dated:
        return None
    years = _year(words[here.last : min(after.first, here.last + _REACH)]), _year(behind)
    return years[0] < years[1] if years[0] and years[1] else False


def _is_start(words: tuple[Word, ...], here: Draft, after: Draft) -> bool:
    """Read "put at 40 in May, had dwindled to 12": a level, and alone what it then changed to."""
    names = [draft.unit.name if draft.unit is not None else None for draft in (here, after)]
    sized = here.kind is None and words[here.last - 1].lower == "strong"
    alike = names[0] == names[1] and here.currency == after.currency
    alike = alike and (here.kind is not None or sized)
    rate = here.role == "change_by" and words[here.start - 1].lower == "of"
    plain = here.series is None and (here.role == "level" or rate)
    lone = after.role == "change_to" and after.series is None
    same = words[here.first].sentence == words[after.first].sentence
    gap = [word.lower for word in words[here.last : after.first]]
    apart = {";", ":", "and", "but"} & {*gap} or len(gap) > _APART
    rises = here.low < after.low
    onward = here.low != after.low and rises == (after.direction == "up")
    return alike and plain and lone and same and not apart and onward and here.kind != "age"


def _started(here: Draft, after: Draft) -> tuple[Draft, Draft]:
    way = after.direction
    return (
        replace(here, role="change_from", direction=way, series=here.first),
        replace(after, series=here.first),
    )


def _points(words: tuple[Word, ...], here: Draft, after: Draft) -> bool | None:
    """Read "gone from 12 boats to 3", "restated to 40 from 36", by whatever verb."""
    starts = lead(words, here.start), lead(words, after.start)
    links = [words[start - 1].lower if start else "" for start in starts]
    close = starts[1] - here.last <= _BESIDE
    if not close or links not in (["from", "to"], ["to", "from"]):
        return None
    return links == ["from", "to"]


def _is_amount_of(words: tuple[Word, ...], here: Draft, after: Draft) -> bool:
    """Read "38,400 tons, 9 percent less than a year earlier": the level and what it changed by."""
    gap = [word.lower for word in words[here.last : after.first]]
    same = words[here.first].sentence == words[after.first].sentence
    close = len(gap) < _REACH and "," in gap and not {"and", "but", ";"} & {*gap}
    level = (
        here.role == "level" and here.kind not in {"time", "age"} and here.number.form != "multiple"
    )
    amount = after.role == "change_by" and after.series is None and after.direction is not None
    return same and close and level and amount and after.number.form != "multiple"


def _by(here: Draft, after: Draft) -> tuple[Draft, Draft]:
    return (
        replace(here, role="change_to", direction=after.direction, series=here.first),
        replace(after, series=here.first),
    )


def _dates(word: Word) -> bool:
    return _is_year(word) or word.lower in vocab.load("changes")["earlier"]


def _is_year(word: Word) -> bool:
    return word.text.isdecimal() and len(word.text) == _YEAR and word.text[0] in "12"


def _year(words: Sequence[Word]) -> int:
    """Give the first year among some words, 0 where there is none."""
    return next((int(word.text) for word in words if _is_year(word)), 0)


def _listed(words: tuple[Word, ...], here: Draft, after: Draft) -> bool | None:
    """Read "310 in 2031 and 540 in 2032": whether the first is the earlier."""
    gap = words[here.last : lead(words, after.start)]
    plain = all(word.lower in _BETWEEN or _is_year(word) for word in gap)
    joined = {"and", ",", "then"} & {word.lower for word in gap}
    tail = words[after.last : after.last + 4]
    years = _year(gap), _year(tail)
    if not plain or not joined or not years[0] or not years[1] or years[0] == years[1]:
        return None
    return years[0] < years[1]


def _changed(here: Draft, after: Draft, *, first: bool) -> tuple[Draft, Draft]:
    start, end = (here, after) if first else (after, here)
    way: Literal["up", "down"] = "up" if end.low > start.low else "down"
    series = here.series if here.series is not None else here.first
    if first and start.role == "change_to":
        return replace(start, series=series), replace(
            end, role="change_to", direction=way, series=series
        )
    old = replace(start, role="change_from", direction=way, series=series)
    new = replace(end, role="change_to", direction=way, series=series)
    return (old, new) if first else (new, old)
