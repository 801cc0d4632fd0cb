"""Which stretch of the text does a reader mean by the words that it wrote down?

Words are found exactly, but for what readers and texts write in many ways: every quotation mark is
one, every dash is one, a run of white space is one space. ``first~~last`` is the stretch from the
first words to the next place of the last; ``before <words> after`` and ``words#2`` tell places of
the same words apart.

Where it fails: it does not forgive a wrong letter, and where the words occur more than once it does
not guess but says so.
"""

from __future__ import annotations

import re

import msgspec

__all__ = ["Span", "UnclearWordsError", "find", "places"]

Span = tuple[int, int]
"""Start and end in code points of the text."""

SAME = {
    **dict.fromkeys("\"'`´“”„‟‘’‚‛«»‹›", "'"),
    **dict.fromkeys("-‐‑‒–—―−", "-"),
    **dict.fromkeys("<", "("),
    **dict.fromkeys(">", ")"),
}
SHOWN = 24
"""So many characters are shown on either side of a place in a message."""


class UnclearWordsError(ValueError):
    """The words are not in the text, or are there more than once."""


class _Folded(msgspec.Struct, frozen=True):
    """A text with its characters made alike, and where each of them came from."""

    text: str
    origin: tuple[int, ...]


def _fold(text: str) -> _Folded:
    kept: list[str] = []
    origin: list[int] = []
    for place, letter in enumerate(text):
        folded = " " if letter.isspace() else SAME.get(letter, letter)
        if folded == " " and kept and kept[-1] == " ":
            continue
        kept.append(folded)
        origin.append(place)
    return _Folded("".join(kept), tuple(origin))


class _Wanted(msgspec.Struct, frozen=True):
    """One side of a label: the words, what stands around them, and which place is meant."""

    before: str
    words: str
    after: str
    number: int | None


def _wanted(label: str) -> _Wanted:
    number = re.search(r"(?<=.)#([1-9][0-9]{0,2})$", label)
    marked = re.fullmatch(
        r"([^<>]*)<([^<>]+)>([^<>]*)", label[: number.start() if number else None]
    )
    bare = number.string[: number.start()] if number else label
    before, words, after = marked.groups() if marked else ("", bare, "")
    fold = [_fold(part).text for part in (before, words.strip(), after)]
    return _Wanted(fold[0].lstrip(), fold[1], fold[2].rstrip(), int(number[1]) if number else None)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends at the border of a word."""
    cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    cut_after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not (cut_before or cut_after)


def _found(wanted: _Wanted, text: str, since: int) -> list[Span]:
    """Every place of the words in a folded text that has what is wanted around them."""
    whole = wanted.before + wanted.words + wanted.after
    hits: list[Span] = []
    at = text.find(whole, since) if wanted.words else -1
    while at >= 0:
        start = at + len(wanted.before)
        end = start + len(wanted.words)
        if _whole(text, start, end):
            hits.append((start, end))
        at = text.find(whole, at + 1)
    return hits


def places(words: str, text: str) -> list[Span]:
    """Every place of some words, whatever the case of their letters.

    Args:
        words: plain words, without the marks that tell places apart.
        text: in which they are sought.

    Returns:
        Their spans, in order.

    Example:
        >>> places("the yard", "The yard closed; the yard’s gate did not.")
        [(0, 8), (17, 25)]
    """
    folded = _fold(text)
    wanted = _Wanted("", _fold(words).text.strip().lower(), "", None)
    low = "".join(c if len(c.lower()) > 1 else c.lower() for c in folded.text)
    return [_back(hit, folded) for hit in _found(wanted, low, 0)]


def find(label: str, text: str, inside: Span | None = None) -> Span:
    """The one stretch that a label means.

    Args:
        label: words as GUIDELINES.md tells to write them.
        text: the article.
        inside: a stretch in which the only place of the words is taken, though there are others
            outside.

    Returns:
        Start and end in the text.

    Raises:
        UnclearWordsError: the words are not there, or in more than one place.

    Example:
        >>> text = "The guild said so. The mayor said “no” — twice."
        >>> find("mayor <said>", text), find("said#2", text)
        ((29, 33), (29, 33))
        >>> find("The mayor~~'no' - twice", text)
        (19, 46)
    """
    folded = _fold(text)
    head, *rest = label.split("~~")
    if len(rest) > 1:
        raise UnclearWordsError(f"{label!r} has ~~ more than once")
    if rest and head.count("<") > head.count(">"):
        head, rest = f"{head}>", [f"<{rest[0]}"]
    first = _wanted(head)
    hits = _found(first, folded.text, 0)
    if rest:
        hits = _stretched(hits, _wanted(rest[0]), folded.text)
    spans = [_back(hit, folded) for hit in hits]
    chosen = _nth(spans, first.number, label)
    if len(chosen) > 1 and inside is not None:
        within = [span for span in chosen if inside[0] <= span[0] and span[1] <= inside[1]]
        chosen = within or chosen
    if not chosen:
        raise UnclearWordsError(f"{label!r} is not in the text{_hint(head, text)}")
    if len(chosen) > 1:
        shown = "; ".join(f"…{_around(text, span)}…" for span in chosen[:8])
        raise UnclearWordsError(f"{label!r} is {len(chosen)} times in the text, mark one: {shown}")
    return chosen[0]


def _stretched(hits: list[Span], last: _Wanted, text: str) -> list[Span]:
    """Each place of the first words, drawn out to the last words after it."""
    number = (last.number or 1) - 1
    drawn: list[Span] = []
    for start, end in hits:
        ends = _found(last, text, max(start, end - len(last.before)))
        if len(ends) > number:
            drawn.append((start, ends[number][1]))
    return drawn


def _nth(spans: list[Span], number: int | None, label: str) -> list[Span]:
    if number is None:
        return spans
    if number > len(spans):
        raise UnclearWordsError(f"{label!r}: the words are only {len(spans)} times in the text")
    return [spans[number - 1]]


def _back(hit: Span, folded: _Folded) -> Span:
    return folded.origin[hit[0]], folded.origin[hit[1] - 1] + 1


def _around(text: str, span: Span) -> str:
    before, after = text[max(0, span[0] - SHOWN) : span[0]], text[span[1] : span[1] + SHOWN]
    return " ".join(f"{before}<{text[slice(*span)]}>{after}".split())


def _hint(head: str, text: str) -> str:
    """What a reader may have meant that wrote other capitals, or only began right."""
    words = _wanted(head).words
    other = places(words, text)
    if other:
        return f"; with other capitals it is: {text[slice(*other[0])]!r}"
    parts = words.split()
    for size in range(len(parts) - 1, 0, -1):
        begun = places(" ".join(parts[:size]), text)
        if begun:
            start = begun[0][0]
            return f"; the text has {text[start : start + len(words) + SHOWN]!r}"
    return ""
