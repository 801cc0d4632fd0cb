"""Which of the numbers does the text itself assert?

Three sorts are left out. In a correction the number turned down says what is not
so: "built 60, not 40", "60 rather than 40", "not 40 but 60"; the number put in its
place takes its unit and rate where it has none. And "one kit" beside its price is
what the price is of, not a count; a length of time that only says when is none either.

A plain negation ("it has not 40 boats") is left in: the claim carries it. It fails
where the correction stands in another sentence.
"""

from collections.abc import Sequence
from dataclasses import replace

from allsource import vocab
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.placing import only_places
from allsource.claims.quantities.words import Word, lowered

__all__ = ["asserted"]

_STEPS = 6


def asserted(words: tuple[Word, ...], drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what is turned down, and the "one kit" of a price per kit.

    Args:
        words: all words of the paragraph.
        drafts: all its quantities, in order.
    """
    out: list[Draft] = []
    refused: Draft | None = None
    for place, draft in enumerate(drafts):
        if _turned_down(words, drafts, place):
            refused = draft
        elif not _is_item(words, drafts, place) and not only_places(words, draft):
            out.append(_in_place(words, refused, draft))
            refused = None
    return out


def _sentence(words: tuple[Word, ...], draft: Draft) -> int:
    return words[draft.first].sentence


def _turned_down(words: tuple[Word, ...], drafts: Sequence[Draft], place: int) -> bool:
    draft = drafts[place]
    opening = {word.lower for word in words[draft.start : draft.number.first]}
    if draft.bound is not None or opening & {"only", "just", "even"}:
        return False
    here = _sentence(words, draft)
    before = any(_sentence(words, other) == here for other in drafts[:place])
    for phrase in vocab.load("comparable")["turned_down"]:
        parts = tuple(phrase.split())
        at = draft.start - len(parts)
        if at < 0 or lowered(words, at, len(parts)) != parts or words[at].sentence != here:
            continue
        if parts != ("not",):
            return before or _followed(words, drafts, place, {","})
        apart = at > 0 and words[at - 1].text in {",", ";", "(", "–", "—", "-"}
        return (apart and before) or _followed(words, drafts, place, {"but"})
    return False


def _followed(
    words: tuple[Word, ...], drafts: Sequence[Draft], place: int, signs: set[str]
) -> bool:
    """Say whether the number that holds comes next: "not 40 but 60"."""
    if place + 1 >= len(drafts):
        return False
    draft, after = drafts[place], drafts[place + 1]
    gap = words[draft.last : after.first]
    same = _sentence(words, draft) == _sentence(words, after)
    return same and len(gap) <= _STEPS and any(word.lower in signs for word in gap)


def _in_place(words: tuple[Word, ...], refused: Draft | None, draft: Draft) -> Draft:
    """Give the number of "not 40 boats a month but 60" the unit and rate of the one refused."""
    if refused is None or draft.per is not None or draft.role != "level":
        return draft
    own = (draft.unit, draft.currency) not in {(None, None), (refused.unit, refused.currency)}
    if own:
        return draft
    near = draft.first - refused.last <= _STEPS
    if not near or _sentence(words, refused) != _sentence(words, draft):
        return draft
    return replace(draft, unit=refused.unit, currency=refused.currency, per=refused.per)


def _is_item(words: tuple[Word, ...], drafts: Sequence[Draft], place: int) -> bool:
    """Say whether "one kit" is the kit of a price per kit in its sentence."""
    draft = drafts[place]
    single = words[draft.number.first].lower == "one" and draft.low == draft.high == 1
    if not single or draft.unit is None or draft.bound or draft.approximate:
        return False
    name = words[draft.unit.head].lemma
    return any(
        other.currency is not None
        and other.per == name
        and _sentence(words, other) == _sentence(words, draft)
        for other in drafts
    )
