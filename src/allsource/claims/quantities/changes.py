"""Is the number a change, and which way does it point?

A change word of the vocabulary must be tied to the number by syntax, or stand
right before it. The preposition before the number tells its part: "from" and
"to" give the points, "by" or nothing gives the amount. Points and amount of one
change word share a series.

It fails where the change word stands in another sentence ("It fell. From 40 to 30.").
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from allsource import vocab
from allsource.claims.quantities.draft import Draft, Role
from allsource.claims.quantities.leads import lead
from allsource.claims.quantities.syntax import climb
from allsource.claims.quantities.words import Word, lowered

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["change_word", "with_changes"]

Direction = Literal["up", "down"]
_ROLES: dict[str, Role] = {"from": "change_from", "to": "change_to", "by": "change_by",
                           "at": "level", "of": "change_by"}  # fmt: skip
_AMOUNTS = frozenset({"ratio", "money"})
_REACH = 14
_YEAR = 4
_PAST = frozenset({"below", "above", "under", "past", "beyond"})
"""After a change verb these lead to the value reached: "fell below 40"."""


@lru_cache(maxsize=1)
def _table(kind: str) -> dict[str, Direction]:
    words = vocab.load("changes")[kind]
    return {lemma: way for way in ("up", "down") for lemma in words[way]}


@lru_cache(maxsize=2)
def _lemmas(kind: str) -> dict[str, Direction]:
    return _table(kind)


def change_word(
    words: tuple[Word, ...], start: int, token: "Token"
) -> tuple[int, Direction] | None:
    """Find the change verb or noun that governs the number at ``token``.

    Args:
        words: all words of the paragraph.
        start: index where the quantity's phrase begins.
        token: the token that bears the number's grammar.

    Returns:
        The index of its token in the parse and its direction, or None.
    """
    for head in list(climb(token))[1:]:
        way = _way(head)
        if way is not None:
            return head.i, way
    return _before(words, start)


def _way(token: "Token") -> Direction | None:
    lemma = token.lemma_.lower()
    if token.pos_ in {"VERB", "AUX"}:
        return _verb_way(lemma, token.lower_)
    return _noun_table().get(lemma) if token.pos_ == "NOUN" else None


def _verb_way(lemma: str, lower: str) -> Direction | None:
    return _verb_table().get(lemma) or _verb_table().get(lower)


@lru_cache(maxsize=1)
def _verb_table() -> dict[str, Direction]:
    return _table("verbs")


@lru_cache(maxsize=1)
def _noun_table() -> dict[str, Direction]:
    return _table("nouns")


def _before(words: tuple[Word, ...], start: int) -> tuple[int, Direction] | None:
    """Find a change verb to the left in the same clause, where the parse tied it wrongly."""
    if start == 0 or words[start - 1].lower not in {"from", "to", "by"}:
        return None
    for index in range(start - 1, max(-1, start - _REACH), -1):
        word = words[index]
        if word.sentence != words[start - 1].sentence or word.text in ";:":
            return None
        if word.token.pos_ in {"VERB", "NOUN", "ADV", "ADP"}:
            way = _way(word.token) or _adverb(word.lower)
            if way is not None:
                return word.token.i, way
        if word.token.pos_ == "VERB" and word.token.tag_ != "VBG":
            return None
    return None


def _adverb(lower: str) -> Direction | None:
    ways: dict[str, Direction] = vocab.load("changes")["adverbs"]
    return ways.get(lower)


def with_changes(words: tuple[Word, ...], drafts: Sequence[Draft]) -> list[Draft]:
    """Give the drafts their roles of change, directions and series."""
    marked = [_one(words, draft) for draft in drafts]
    marked = _reached(words, _alternatives(words, marked))
    points: dict[int, list[Draft]] = {}
    for _, word, draft in marked:
        if word is not None and draft.role in {"change_from", "change_to", "change_by"}:
            points.setdefault(word, []).append(draft)
    return [_joined(draft, points.get(word, []) if word is not None else [])
            for _, word, draft in marked]  # fmt: skip


def _reached(
    words: tuple[Word, ...], marked: list[tuple[Draft, int | None, Draft]]
) -> list[tuple[Draft, int | None, Draft]]:
    """Make "1,100 missiles, down from 1,600" two points: the level before is the one reached."""
    out = list(marked)
    for place in range(1, len(out)):
        before, here = out[place - 1][2], out[place][2]
        start = lead(words, here.start)
        way = _adverb(words[start - 2].lower) if start > 1 else None
        near = words[before.first].sentence == words[here.first].sentence
        alike = here.kind in {None, before.kind}
        if way is None or here.role != "change_from" or not near or not alike:
            continue
        amount = before.role == "change_by" and before.kind not in _AMOUNTS
        if amount or before.role in {"level", "share", "change_to"}:
            word = out[place - 1][1] if before.role == "change_to" else None
            word = words[start - 2].token.i if word is None else word
            out[place - 1] = (
                out[place - 1][0], word, replace(before, role="change_to", direction=way),
            )  # fmt: skip
            out[place] = (out[place][0], word, replace(here, direction=way))
    return out


def _alternatives(
    words: tuple[Word, ...], marked: list[tuple[Draft, int | None, Draft]]
) -> list[tuple[Draft, int | None, Draft]]:
    """Give "or 2 percent" after "by 40 jobs" the same role: one amount in two units."""
    out = list(marked)
    for place in range(1, len(out)):
        before, here = out[place - 1][2], out[place][2]
        gap = [word.lower for word in words[before.last : here.first]]
        again = (
            gap in (["or"], [",", "or"])
            or (before.kind == here.kind == "ratio" and _dated(gap))
            or _conjoined(words, before, here)
        )
        if before.role == "change_by" and here.role == "level" and again:
            same = replace(here, role="change_by", direction=before.direction)
            out[place] = (out[place][0], out[place - 1][1], same)
    return out


def _conjoined(words: tuple[Word, ...], before: Draft, here: Draft) -> bool:
    """Read "by 11 percent in volume and 4 percent in value": the second amount joined to the first."""
    names = [draft.unit.name if draft.unit is not None else None for draft in (before, here)]
    own = words[here.unit.head].token if here.unit is not None else here.token(words)
    if names[0] != names[1] or before.currency != here.currency or own.dep_ != "conj":
        return False
    spoken = {word.token.i for word in words[before.first : before.last]}
    shared = own.head.pos_ == "VERB" and own.head.i in {t.i for t in climb(before.token(words))}
    return shared or own.head.i in spoken or own.head.head.i in spoken


def _dated(gap: list[str]) -> bool:
    """Read the gap of "6 percent this year and 4 percent next year"."""
    dates = [word for word in gap if _dates(word)]
    plain = all(
        word in {"this", "next", "in", "and", ",", "by", "then", "the"} or word in dates
        for word in gap
    )
    return plain and bool(dates) and bool({"and", ",", "then"} & set(gap)) and len(gap) < _REACH


def _joined(draft: Draft, points: list[Draft]) -> Draft:
    """Mark a draft with its series where one change word holds several, each part once."""
    roles = [point.role for point in points]
    if draft.role not in roles or len(points) < 2 or len(set(roles)) < 2:
        return draft
    return replace(draft, series=min(point.first for point in points))


def _one(words: tuple[Word, ...], draft: Draft) -> tuple[Draft, int | None, Draft]:
    if draft.number.form == "multiple":
        return draft, words[draft.number.first].token.i, draft
    if draft.direction is not None:
        return draft, None, draft
    role, word, way = _role(words, draft)
    if role is None:
        return draft, None, draft
    return draft, word, replace(draft, role=role, direction=way)


def _role(
    words: tuple[Word, ...], draft: Draft
) -> tuple[Role | None, int | None, Direction | None]:
    start = lead(words, draft.start)
    before = words[start - 1] if start else None
    if before is not None and before.lower not in {"from", "to"}:
        before = words[draft.start - 1]
    inside = _inside_noun(words, draft) or _of_worth(words, draft)
    if inside is not None:
        return ("change_by", *inside)
    if before is None or (draft.role == "share" and before.lower not in {"from", "to", "by"}):
        return None, None, None
    found = change_word(words, draft.start, draft.token(words))
    if _folds(words, draft):
        return ("change_by", *found) if found else ("change_by", None, None)
    adverb = None if _is_particle(words, draft, before) else _adverb(before.lower)
    if adverb is not None and draft.kind != "time":
        return "change_by", before.token.i, adverb
    compared = _compared(words, draft)
    if compared is not None:
        return "change_by", None, compared
    return _by_place(words, draft, before, *found) if found else _carried_past(words, draft)


def _of_worth(words: tuple[Word, ...], draft: Draft) -> tuple[int, Direction] | None:
    """Read "has lost 40% of its value": a part of a worth that is gone is a change."""
    whole = lowered(words, draft.last, 3)
    worth = (
        len(whole) == len(("of", "its", "value")) and whole[2] in vocab.load("changes")["worths"]
    )
    share = draft.role == "share" and worth
    return change_word(words, draft.start, draft.token(words)) if share else None


def _carried_past(
    words: tuple[Word, ...], draft: Draft
) -> tuple[Role | None, int | None, Direction | None]:
    """Read "pushed the price above $14", "must be brought below 40"."""
    ways: dict[str, Direction] = {"above": "up", "over": "up", "below": "down", "under": "down"}
    way = ways.get(words[draft.start].lower)
    verb = next((t for t in climb(draft.token(words)) if t.pos_ == "VERB"), None)
    carried = verb is not None and verb.lemma_ in vocab.load("changes")["carrying"]
    return (
        ("change_to", verb.i, way) if way and carried and verb is not None else (None, None, None)
    )


def _folds(words: tuple[Word, ...], draft: Draft) -> bool:
    """Say whether the number is "tenfold" or "10-fold"."""
    return (
        words[draft.number.last - 1].lower.endswith("fold") or words[draft.last - 1].lower == "fold"
    )


def _is_particle(words: tuple[Word, ...], draft: Draft, before: Word) -> bool:
    """Say whether "down" belongs to a verb that tells no change: "shot down 47 drones"."""
    if before.lower not in {"up", "down"}:
        return False
    verb = words[draft.start - 2].token if draft.start > 1 else before.token
    points = draft.kind in {"money", "ratio"} or (
        draft.unit is not None and draft.unit.name in {"point", "cent"}
    )
    behind = verb.pos_ == "VERB" and _way(verb) is None
    tied = before.token.dep_ == "prt" and _way(before.token.head) is None
    return not points and (tied or behind) and verb.lemma_ not in {"go", "come", "move", "be"}


def _compared(words: tuple[Word, ...], draft: Draft) -> Direction | None:
    """Read "4.5% higher", "10 mph less than"."""
    if draft.last >= len(words) or draft.kind != "ratio":
        return None
    ways: dict[str, Direction] = vocab.load("changes")["comparatives"]
    after = [word.lower for word in words[draft.last + 1 : draft.last + 8]]
    if after[:1] == ["than"] and not any(_dates(word) for word in after):
        return None
    return ways.get(words[draft.last].lower)


def _dates(lower: str) -> bool:
    year = lower.isdecimal() and len(lower) == _YEAR
    return year or lower in vocab.load("changes")["earlier"]


def _inside_noun(words: tuple[Word, ...], draft: Draft) -> tuple[int, Direction] | None:
    """Read "a 12% fall", "a threefold rise": the noun of change that the amount stands before."""
    folds = _folds(words, draft)
    if not (draft.kind == "ratio" or folds) or draft.role == "share":
        return None
    for word in words[draft.last : draft.last + 3]:
        token = word.token
        if token.pos_ not in {"NOUN", "ADJ"} or (
            token.pos_ == "NOUN" and word.sentence != words[draft.first].sentence
        ):
            return None
        way = _noun_table().get(word.lemma) if token.pos_ == "NOUN" else None
        if way is not None:
            return token.i, way
    return None


def _by_place(
    words: tuple[Word, ...], draft: Draft, before: Word, word: int, way: Direction
) -> tuple[Role | None, int | None, Direction | None]:
    """Tell the part from the preposition before, or from standing right at the change word."""
    token = before.token.doc[word]
    if words[draft.start].lower in {"short", "shy"}:
        return None, None, None
    if before.lower in {"from", "to", "by"}:
        return _ROLES[before.lower], word, way
    adjacent = token.pos_ == "VERB" and _adjacent(words, draft, token)
    if adjacent and words[draft.start].lower in _PAST:
        return "change_to", word, way
    if token.pos_ == "NOUN" and draft.kind != "time":
        return _with_noun(draft, before, token, way)
    told = adjacent and draft.kind != "time" and _is_amount(draft, token)
    return ("change_by", word, way) if told else (None, None, None)


def _is_amount(draft: Draft, verb: "Token") -> bool:
    """Say whether a number right behind a change verb is its amount: "lost 3 points", not "lost 3 boats"."""
    changes, lemma = vocab.load("changes"), verb.lemma_.lower()
    if lemma in changes["gathering"] and draft.kind == "money":
        return False
    if lemma not in changes["transitive"] or draft.kind in _AMOUNTS:
        return True
    return draft.unit is not None and draft.unit.name in {"point", "cent"}


def _with_noun(
    draft: Draft, before: Word, noun: "Token", way: Direction
) -> tuple[Role | None, int | None, Direction | None]:
    """Read "a rise of 12%", "a 12% rise"."""
    counted = (
        draft.kind == "count" and noun.lemma_.lower() in vocab.load("changes")["counted_nouns"]
    )
    of_it = before.lower == "of" and before.token.head.i == noun.i and not counted
    inside = draft.kind == "ratio" and noun.i > before.token.i and noun.i - before.token.i < 8
    return ("change_by", noun.i, way) if of_it or inside else (None, None, None)


def _adjacent(words: tuple[Word, ...], draft: Draft, verb: "Token") -> bool:
    """Nothing but adverbs stands between the verb and the quantity."""
    for index in range(draft.start - 1, max(-1, draft.start - 5), -1):
        token = words[index].token
        if token.i == verb.i:
            return True
        if token.pos_ not in {"ADV", "PART", "DET"} and words[index].lower not in {"only", "as"}:
            return False
    return False
