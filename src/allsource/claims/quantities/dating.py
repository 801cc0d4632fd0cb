"""When does the quantity hold?

Each time expression goes to the quantity it is nearest to in the parse; a
quantity may also take the time that opens its clause. A time that another
quantity holds more tightly is left to it, and a time outside the clause that
reports the number ("said on Monday that") is not taken. Lengths and the like, and
measures that only describe a thing, hold at no date.

It fails where a paragraph dates its numbers in an earlier sentence.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from allsource import vocab
from allsource.claims.parse import Paragraph
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.words import Word
from allsource.model.time import Time

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["dates_of"]

_EMBEDDED = frozenset({"ccomp", "parataxis", "relcl"})
_FAR = 40
_COMPARED = 7
_SUPERLATIVE = 30
"""Code points before a "since" in which a superlative is looked for."""


def dates_of(
    paragraph: Paragraph, words: tuple[Word, ...], drafts: Sequence[Draft], times: Sequence[Time]
) -> list[Time | None]:
    """Give each draft the time that governs it, or None.

    Args:
        paragraph: where the drafts stand.
        words: its words.
        drafts: all its quantities, in order.
        times: times in the whole text, with absolute offsets.
    """
    usable = [
        time for time in times if _usable(paragraph, time) and not _best_since(paragraph, time)
    ]
    tokens = [_token(paragraph, time) for time in usable]
    return [
        _best(words, drafts, index, usable, tokens) if _datable(words, draft) else None
        for index, draft in enumerate(drafts)
    ]


def _usable(paragraph: Paragraph, time: Time) -> bool:
    stretch = time.type == "DURATION" and time.start is not None
    return paragraph.span.covers(time.span) and (time.type in {"DATE", "TIME"} or stretch)


def _best_since(paragraph: Paragraph, time: Time) -> bool:
    """Say whether a time only dates a superlative: "its lowest level since 2009"."""
    if time.boundary != "since":
        return False
    end = time.span.start - paragraph.span.start
    nearby = paragraph.doc.char_span(max(0, end - _SUPERLATIVE), end, alignment_mode="expand")
    return nearby is not None and any(token.tag_ in {"JJS", "RBS"} for token in nearby)


def _datable(words: tuple[Word, ...], draft: Draft) -> bool:
    """A measure that only describes a thing ("a 50-kg charge") holds at no date, nor do lengths of time."""
    timeless = vocab.load("measured_things")["timeless"]
    if draft.role != "level" and draft.kind not in {"time", "age"}:
        return draft.role != "rank"
    following = words[draft.last].token if draft.last < len(words) else None
    describes = (
        draft.kind not in {"count", "money", "ratio", None}
        and following is not None and following.pos_ in {"NOUN", "PROPN"}
    )  # fmt: skip
    return draft.kind not in {*timeless, "time", "age"} and not describes


def _token(paragraph: Paragraph, time: Time) -> "Token":
    """Give the head of a time's words in the parse."""
    start, end = time.span.start - paragraph.span.start, time.span.end - paragraph.span.start
    span = paragraph.doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else paragraph.doc[0]


def _best(
    words: tuple[Word, ...], drafts: Sequence[Draft], index: int,
    times: Sequence[Time], tokens: Sequence["Token"],
) -> Time | None:  # fmt: skip
    draft = drafts[index]
    own = draft.token(words)
    beside = [_beside(words, drafts, token) for token in tokens]
    if index in beside and not _compares(words, draft, tokens[beside.index(index)]):
        return times[beside.index(index)]
    scored = []
    for time, token, taken in zip(times, tokens, beside, strict=True):
        if _compares(words, draft, token):
            continue
        distance = _distance(own, token)
        apart = taken is not None and draft.series is not None
        if apart or distance is None or _held_by_other(words, drafts, index, token):
            continue
        follows = token.i > own.i
        scored.append((distance, not follows, abs(token.i - own.i), time.span.start, time))
    return min(scored, key=lambda row: row[:4])[4] if scored else None


def _compares(words: tuple[Word, ...], draft: Draft, time: "Token") -> bool:
    """Say whether a time is the one compared with: "8% more than a year earlier"."""
    if draft.role != "change_by":
        return False
    behind = [word for word in words[draft.last : draft.last + _COMPARED] if word.start < time.idx]
    ahead = time.idx >= words[draft.last - 1].end
    return ahead and len(behind) < _COMPARED and any(
        word.lower in {"than", "compared"} for word in behind
    )  # fmt: skip


def _beside(words: tuple[Word, ...], drafts: Sequence[Draft], time: "Token") -> int | None:
    """Give the quantity right before a time, with but a preposition between: "540 in 2032"."""
    for index, draft in enumerate(drafts):
        gap = [w for w in words[draft.last : draft.last + 4] if w.start < time.idx]
        ahead = draft.last + len(gap) < len(words)
        joined = all(word.token.pos_ in {"ADP", "SCONJ", "DET", "ADJ", "PROPN"} for word in gap)
        if (
            ahead
            and joined
            and gap
            and words[draft.last + len(gap)].start <= time.idx
            and (
                words[draft.last].token.pos_ in {"ADP", "SCONJ"}
                and words[draft.last + len(gap)].start >= time.idx - len(time.text)
                and words[draft.first].start < time.idx
            )
        ):
            return index
    return None


def _chain(token: "Token") -> list["Token"]:
    found = [token]
    while found[-1].head.i != found[-1].i and len(found) < _FAR:
        found.append(found[-1].head)
    return found


def _meeting(own: "Token", other: "Token") -> tuple[int, int] | None:
    """Give the steps from each token up to the first head that they share."""
    up = {token.i: steps for steps, token in enumerate(_chain(own))}
    for steps, token in enumerate(_chain(other)):
        if token.i in up:
            return up[token.i], steps
    return None


def _distance(own: "Token", time: "Token") -> int | None:
    """Give the length of the path, or None where it leaves a reported or relative clause."""
    met = _meeting(own, time)
    if met is None:
        return None
    up, down = met
    if any(token.dep_ in _EMBEDDED for token in _chain(own)[:up]):
        return None
    if any(token.dep_ in _EMBEDDED | {"advcl"} or _apart(token) for token in _chain(time)[:down]):
        return None
    return up + down


def _apart(token: "Token") -> bool:
    """Say whether a clause joined by "and" has a subject of its own, so that its time is its own too."""
    clause = token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}
    return clause and any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children)


def _held_by_other(
    words: tuple[Word, ...], drafts: Sequence[Draft], index: int, time: "Token"
) -> bool:
    """Another quantity meets the time further down, or stands between it and this one."""
    own = drafts[index].token(words)
    mine = _meeting(own, time)
    for place, other in enumerate(drafts):
        if place == index:
            continue
        token = other.token(words)
        theirs = _meeting(token, time)
        if mine is None or theirs is None:
            continue
        if theirs[1] < mine[1]:
            return True
        between = own.i < token.i < time.i
        if theirs[1] == mine[1] and between and _same_pair(drafts[index], other):
            return True
    return False


def _same_pair(left: Draft, right: Draft) -> bool:
    return left.series is not None and left.series == right.series
