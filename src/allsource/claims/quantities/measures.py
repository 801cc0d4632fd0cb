"""What does the number measure?

The vocabulary maps cue words, tied to the number by syntax, and the sort of
quantity (money, count, rate, share, length ...) to the desk's names of measures.
Casualties alone need more than a cue: see ``harm``.

It fails where the cue stands in another sentence only.
"""

from typing import Any

from allsource import vocab
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.harm import harmed
from allsource.claims.quantities.syntax import linked
from allsource.claims.quantities.words import Word

__all__ = ["measure_of"]

_BY_UNIT = 8
"""A counted noun shows its measure less surely than a cue that stands near."""
_PERIODS = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "month", "quarter", "year"}
)


def _sorts(words: tuple[Word, ...], draft: Draft) -> set[str]:
    """Say which kinds of measure the quantity may be of."""
    name = draft.unit.name if draft.unit is not None else None
    timed = draft.per in _PERIODS
    if draft.kind == "money":
        return set() if timed else {"money_per_item" if draft.per else "money"}
    if name in {"percent", "time"}:
        return {"percent"} if name == "percent" else set()
    if draft.kind == "length":
        return {"speed" if draft.per in {"hour", "second"} else "length"}
    if draft.kind in {"count", None} and draft.number.form != "fraction":
        people = {"people"} if draft.unit is None or _people(draft) else set()
        if timed:
            return {"rate"}
        return {"harmed"} if harmed(words, draft) else {"count"} | people
    return {str(draft.kind)}


def _praised(words: tuple[Word, ...], draft: Draft) -> bool:
    """Say whether "one of the busiest yards" only ranks; it measures nothing."""
    after = words[draft.number.last : draft.number.last + 3]
    superlative = any(word.token.tag_ in {"JJS", "RBS"} for word in after)
    return draft.low == draft.high == 1 and superlative and after[0].lower == "of"


def _people(draft: Draft) -> bool:
    people: list[str] = vocab.load("measured_things")["people"]
    return draft.unit is not None and draft.unit.name.split()[-1] in people


def measure_of(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Name the measure, or None where the vocabulary knows none.

    Args:
        words: all words of the paragraph.
        draft: the quantity, with unit and rate.
    """
    sorts = set() if _praised(words, draft) else _sorts(words, draft)
    cues = _cues(words, draft) if sorts else {}
    best: tuple[int, int, str] | None = None
    for order, entry in enumerate(vocab.load("measures")):
        distance = _fits(entry, sorts, cues, draft)
        if distance is not None and (best is None or (distance, order) < best[:2]):
            best = (distance, order, entry["measure"])
    return best[2] if best else None


def _fits(entry: dict[str, Any], sorts: set[str], cues: dict[str, int], draft: Draft) -> int | None:
    counted = draft.unit.name.split()[-1] if draft.unit is not None else None
    if entry["wants"] not in sorts or counted in entry.get("never", ()):
        return None
    if not entry["cues"]:
        return 0
    found = [cues[cue] for cue in entry["cues"] if cue in cues]
    if draft.unit is not None and draft.unit.name in entry.get("units", ()):
        found.append(_BY_UNIT)
    return min(found) if found else None


def _cues(words: tuple[Word, ...], draft: Draft) -> dict[str, int]:
    """Map lemmas tied to the number to how far away they are in the climb."""
    found: dict[str, int] = {}
    token = draft.token(words)
    own = range(words[draft.first].start, words[draft.last - 1].end)
    for place, near in enumerate(linked(token)):
        if near.idx in own:
            continue
        found.setdefault(f"{near.pos_}:{near.lemma_.lower()}", place)
        found.setdefault(near.lemma_.lower(), place)
        found.setdefault(near.lower_, place)
    for word in words[draft.last : draft.last + 3]:
        if word.sentence == words[draft.first].sentence:
            found.setdefault(word.lemma, 0)
    return found
