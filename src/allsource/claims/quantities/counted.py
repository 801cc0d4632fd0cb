"""Of what is a number, by the words around it?

A currency, an age, a unit before or after, a counted noun, the noun after "of" or
past a size ("3,000 155mm shells"). A fraction takes a unit only where it is written
as one ("1/2 pound"); "a third of the fleet" is a share.

It fails where the noun stands elsewhere: see ``ellipsis``.
"""

from dataclasses import replace
from itertools import islice

from allsource import vocab
from allsource.claims.quantities import bounds
from allsource.claims.quantities.ages import aged, told_age
from allsource.claims.quantities.currencies import currency_after
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.numbers import read_number
from allsource.claims.quantities.syntax import linked
from allsource.claims.quantities.units import Unit, counted_noun, symbol_unit, word_unit
from allsource.claims.quantities.words import Word

__all__ = ["of_counted", "with_unit"]

_HYPHENS = frozenset("-‐‑–—−")
_NEAR = 40
_OWNER = 4


def with_unit(words: tuple[Word, ...], draft: Draft) -> Draft:
    """Give a number its currency, age, unit or counted noun, where its own words tell one.

    Args:
        words: all words of the paragraph.
        draft: a number with what stands before it.
    """
    if draft.currency is not None:
        return draft
    scaled = draft.number.scale > 1
    vague = draft.number.form == "vague" and words[draft.last : draft.last + 1]
    of = int(bool(vague) and words[draft.last].lower == "of")
    told = told_age(words, draft)
    if told is not None:
        return told
    money = currency_after(words, draft.last + of, scaled=scaled)
    if money is not None:
        return replace(draft, currency=money[0], last=money[1])
    strong = draft.last + (words[draft.last].text in _HYPHENS if draft.last < len(words) else 0)
    sized = strong < len(words) and words[strong].lower == "strong"
    unit = None if sized else _before_unit(words, draft) or _unit(words, draft)
    if unit is None:
        return replace(draft, last=strong + 1) if sized else draft
    per = unit.per or draft.per
    if unit.name == "pound-mass" and _is_paid(words, draft):
        return replace(draft, currency="GBP", last=max(draft.last, unit.last), per=per)
    return aged(words, replace(draft, unit=unit, last=max(draft.last, unit.last), per=per))


def _unit(words: tuple[Word, ...], draft: Draft) -> Unit | None:
    at = draft.last
    if draft.number.form == "fraction" and draft.number.value < 1 and not _half_unit(words, draft):
        return None
    if (at < len(words) and words[at].lower == "fold") or words[at - 1].lower.endswith("fold"):
        return Unit("time", "count", at + (words[at - 1].lower[-4:] != "fold"), at - 1)
    if tuple(word.lower for word in words[at : at + 2]) == ("-", "fold"):
        return Unit("time", "count", at + 2, at - 1)
    real = symbol_unit(words, at) or word_unit(words, at) or _of_unit(words, at)
    if real is not None:
        return real
    if at < len(words) and words[at].lower in {"times", "x"}:
        return Unit("time", "count", at + 1, at)
    verb = _is_subject_of_next(words, draft)
    quoted = at < len(words) and words[at].text in {'"', "”"}
    counted = None if verb else counted_noun(words, at + quoted)
    return counted or of_counted(words, draft) or _sized(words, at)


def _sized(words: tuple[Word, ...], at: int) -> Unit | None:
    """Read what is counted past its size: the "shells" of "3,000 155mm shells"."""
    inner = read_number(words, at) if at < len(words) else None
    if inner is None or inner.form != "digits":
        return None
    size = symbol_unit(words, inner.last) or word_unit(words, inner.last)
    found = counted_noun(words, size.last) if size is not None else None
    return replace(found, last=at) if found is not None else None


def _is_paid(words: tuple[Word, ...], draft: Draft) -> bool:
    """Say whether "pounds" are money: a verb or noun of paying is tied to them."""
    cues: list[str] = vocab.load("currencies")["paid"]
    near = islice(linked(draft.token(words)), _NEAR)
    return any(token.lemma_.lower() in cues for token in near)


def _before_unit(words: tuple[Word, ...], draft: Draft) -> Unit | None:
    """Read a unit that goes before its number: "magnitude 6.2"."""
    at = draft.start - 1
    if at > 0 and words[at].text in _HYPHENS:
        at -= 1
    known = at >= 0 and words[at].lower in vocab.load("measured_things")["before"]
    return Unit(words[at].lower, "count", draft.last, at) if known else None


def _is_subject_of_next(words: tuple[Word, ...], draft: Draft) -> bool:
    """Say whether the word after a number is its verb, whatever its tag: "12 sank"."""
    token = draft.token(words)
    if token.dep_ not in {"nsubj", "nsubjpass"} or draft.last >= len(words):
        return False
    return token.head.i == words[draft.last].token.i


def _half_unit(words: tuple[Word, ...], draft: Draft) -> bool:
    """Say whether a fraction has a unit ("1/2 pound") and not a whole ("a third of the fleet")."""
    at = draft.last
    written = words[draft.number.first].text
    plain = written[0].isdecimal() or not written.isalpha()
    return (
        plain
        and at < len(words)
        and (
            words[at].lower == "of"
            or symbol_unit(words, at) is not None
            or word_unit(words, at) is not None
        )
    )


def _of_unit(words: tuple[Word, ...], at: int) -> Unit | None:
    """Read a unit after "of": "hundreds of miles", "1/16 of a pint"."""
    if at + 1 >= len(words) or words[at].lower != "of":
        return None
    start = at + 1
    while start < min(at + 3, len(words)) and words[start].lower in {"a", "an", "us", "uk"}:
        start += 1
    return word_unit(words, start) or symbol_unit(words, start)


def _owns(word: Word) -> bool:
    """Say whether a word is a possessive: the "plant's" of "1,200 of the plant's 1,900 staff"."""
    return word.lower.endswith(("'s", "s'"))


def of_counted(words: tuple[Word, ...], draft: Draft) -> Unit | None:
    """Read the noun after "of": "dozens of firms", "30 of the 50 trucks"."""
    at = draft.last
    if at + 1 >= len(words) or words[at].lower != "of" or draft.number.form == "fraction":
        return None
    start = at + 1
    if words[start].token.tag_ == "PRP":
        return None
    determined = words[start].token.pos_ in {"DET", "PRON"}
    while start < len(words) and words[start].token.pos_ in {"DET", "PRON"}:
        start += 1
    owner = [i for i in range(start, min(start + _OWNER, len(words))) if _owns(words[i])]
    start = owner[0] + 1 if owner else start
    inner = read_number(words, start) if start < len(words) else None
    found = counted_noun(words, bounds.after(words, inner.last)[2] if inner else start)
    if found is None or not (determined or inner or draft.number.form == "vague"):
        return None
    last = at if inner else found.last
    return replace(found, last=last)
