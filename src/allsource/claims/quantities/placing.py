"""Does a length of time only place an event, or a record?

"Nine years after the fire", "twenty years on", "the poorest harvest in eleven
seasons", "a six-week high": the length says when, or since when, and could be
replaced by a date. "A nine-year war" and "lasted nine years" measure.

It fails where the event stands in another clause.
"""

from allsource import vocab
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.words import Word

__all__ = ["only_places"]

_ANCHORS = frozenset({"after", "before"})
_LASTING = frozenset(
    {"for", "of", "last", "lasted", "within", "until", "than", "took", "take", "spent"}
)
_BACK = 6


def only_places(words: tuple[Word, ...], draft: Draft) -> bool:
    """Say whether a quantity is a length of time that says only when.

    Args:
        words: all words of the paragraph.
        draft: the quantity with its unit.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities import find
        >>> line = "Nine years after the fire the mill reopened."
        >>> find(parse_text(line).paragraphs[0], line, (), "doc")
        ()
    """
    name = draft.unit.name if draft.unit is not None else ""
    if draft.kind != "time" and name not in {"season", "session"}:
        return False
    return _from_event(words, draft) or _since_record(words, draft)


def _from_event(words: tuple[Word, ...], draft: Draft) -> bool:
    """Read "nine years after the fire", "twenty years on,"."""
    before = words[draft.start - 1].lower if draft.start else ""
    after = words[draft.last].lower if draft.last < len(words) else ""
    beyond = words[draft.last + 1].text if draft.last + 1 < len(words) else "."
    if before in _LASTING or draft.per is not None:
        return False
    return after in _ANCHORS or (after == "on" and beyond in {",", "."})


def _since_record(words: tuple[Word, ...], draft: Draft) -> bool:
    """Read "the poorest harvest in eleven seasons" and "a six-week high"."""
    after = words[draft.last] if draft.last < len(words) else None
    extremes = vocab.load("changes")["extremes"]
    hyphened = words[draft.last - 2].text in "-‐‑" if draft.last > 1 else False
    if (
        hyphened
        and after is not None
        and after.lemma in {"high", "low"}
        and after.lemma in extremes
    ):
        return True
    first = max(0, draft.start - _BACK)
    near = words[first : draft.start]
    superlative = any(
        word.token.tag_ in {"JJS", "RBS"} and words[max(0, n - 1)].lower != "at"
        for n, word in enumerate(near, first)
    )
    first_time = {"first", "time"} <= {word.lower for word in near}
    return bool(near) and near[-1].lower == "in" and (superlative or first_time)
