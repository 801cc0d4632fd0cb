"""Is the number an age?

"47-year-old", "30 years of age", "aged 30", "the smith, 47, said", "pupils under
12". An age has unit ``year`` (or month, week, day) and kind ``age``: it is no
duration.

It fails on an age that only the sense betrays ("she turned 40 that spring").
"""

from dataclasses import replace

from allsource import vocab
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.units import Unit, word_unit
from allsource.claims.quantities.words import Word

__all__ = ["aged", "bare_age", "told_age"]

_AGES = frozenset({"year", "month", "week", "day"})
_OLDEST = 115


def aged(words: tuple[Word, ...], draft: Draft) -> Draft:
    """Read "47-year-old" and "30 years of age": the unit is there already.

    Args:
        words: all words of the paragraph.
        draft: a quantity with its unit.
    """
    unit = draft.unit
    if unit is not None and unit.name == "second" and _plural_age(words, draft):
        return replace(draft, unit=Unit("year", "age", unit.last, unit.head), last=unit.last)
    if unit is None or unit.name not in _AGES:
        return draft
    following = [word.lower for word in words[unit.last : unit.last + 2]]
    if following[:1] == ["old"]:
        last = unit.last + 1
    elif following in (["-", "old"], ["‑", "old"], ["–", "old"], ["of", "age"]):
        last = unit.last + 2
    else:
        return draft
    return replace(draft, unit=replace(unit, kind="age", last=last), last=last)


def _plural_age(words: tuple[Word, ...], draft: Draft) -> bool:
    """Read "over 18s" as people of that age, and no seconds."""
    bounded = words[draft.first].lower in {"over", "under"} and draft.first < draft.number.first
    return bounded and words[draft.number.last - 1].text.isdecimal() and draft.low < _OLDEST


def told_age(words: tuple[Word, ...], draft: Draft) -> Draft | None:
    """Read "aged 6 to 12": whatever follows is not what is counted.

    Args:
        words: all words of the paragraph.
        draft: a number, before its unit is read.
    """
    if draft.currency is not None or not 0 < draft.low < _OLDEST or not _told(words, draft):
        return None
    real = word_unit(words, draft.last)
    if real is not None and real.name in _AGES:
        return replace(draft, unit=replace(real, kind="age"), last=real.last)
    return replace(draft, unit=Unit("year", "age", draft.last, draft.last - 1))


def bare_age(words: tuple[Word, ...], draft: Draft) -> Draft:
    """Read "aged 30", "the smith, 47, said" and "pupils under 12": no unit stands there.

    Args:
        words: all words of the paragraph.
        draft: a quantity, with a unit or without.
    """
    bare = draft.unit is None and draft.currency is None and draft.number.scale == 1
    if not bare or not 0 < draft.low < _OLDEST:
        return draft
    if not (
        _told(words, draft)
        or _is_so_old(words, draft)
        or _apposed(words, draft)
        or _of_people(words, draft)
        or _are_under(words, draft)
    ):
        return draft
    return replace(draft, unit=Unit("year", "age", draft.last, draft.last - 1))


def _told(words: tuple[Word, ...], draft: Draft) -> bool:
    before = [word.lower for word in words[max(0, draft.start - 3) : draft.start]]
    ending = (["aged"], ["age"], ["ages"], ["age", "of"], ["aged", "between"], ["ages", "of"],
              ["aged", "from"], ["turned"])  # fmt: skip
    turned = before[-1:] == ["turned"] and _followed_by_noun(words, draft)
    return not turned and any(before[-len(one) :] == one for one in ending)


def _is_so_old(words: tuple[Word, ...], draft: Draft) -> bool:
    """Read "she will be 35 by then", "Mira, who was 10": a person is so much and no noun follows."""
    verb = words[draft.start - 1].token if draft.start else None
    if verb is None or verb.lemma_ != "be" or _followed_by_noun(words, draft):
        return False
    following = words[draft.last].lower if draft.last < len(words) else "."
    if following in {"of", "per", "to", "-", "/", "in"} or draft.number.last != draft.last:
        return False
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return any(
        one.lower_ in {"he", "she", "i", "who"} or one.ent_type_ == "PERSON" for one in subjects
    )


def _are_under(words: tuple[Word, ...], draft: Draft) -> bool:
    """Read "half of them were under 18", "most voters are over 60": a bound on who is told of."""
    verb = words[draft.start - 1].token if draft.start else None
    bounded = words[draft.start].lower in {"under", "over", "above", "below"}
    if verb is None or verb.lemma_ != "be" or not bounded or _followed_by_noun(words, draft):
        return False
    people = vocab.load("measured_things")["aged"]
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    wholes = [t for one in subjects for t in (one, *(g for c in one.children for g in c.children))]
    return any(t.lower_ in {"they", "them", "us"} or t.lemma_.lower() in people for t in wholes)


def _followed_by_noun(words: tuple[Word, ...], draft: Draft) -> bool:
    following = words[draft.last] if draft.last < len(words) else None
    return following is not None and following.token.pos_ in {"NOUN", "PROPN", "ADJ"}


def _apposed(words: tuple[Word, ...], draft: Draft) -> bool:
    """Read the age in "Ane Torvik, 34, runs the shed"."""
    if draft.start < 2 or words[draft.start - 1].text not in {",", "("}:
        return False
    closing = {",": {",", "."}, "(": {")"}}[words[draft.start - 1].text]
    closed = draft.last < len(words) and words[draft.last].text in closing
    named = words[draft.start - 2].token
    grown = words[draft.start - 1].text == "," and 10 <= draft.low < 100
    person = named.ent_type_ == "PERSON" or (grown and named.tag_ in {"NNP", "NNPS", "NN"})
    return closed and person and words[draft.number.first].text.isdecimal()


def _of_people(words: tuple[Word, ...], draft: Draft) -> bool:
    """Read the age that bounds a group: "children under five", "voters over 65"."""
    bounded = draft.bound is not None and draft.first > 0 and draft.number.last == draft.last
    if not bounded or words[draft.first].lower not in {"under", "over", "above", "below"}:
        return False
    return words[draft.first - 1].lemma in vocab.load("measured_things")["aged"]
