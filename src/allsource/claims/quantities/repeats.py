"""Do two levels told with one verb of one thing make a change?

"A drone that cost $90 in 2031 costs $70 today": the same verb, the same thing,
money both times, once in the past and once in the present. The past one is
``change_from``, the present one ``change_to``.

It fails where the verb is another one ("was bought for $90 and now sells for $70").
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from allsource import vocab
from allsource.claims.quantities.draft import Draft, Role
from allsource.claims.quantities.syntax import climb, is_present, is_verb
from allsource.claims.quantities.words import Word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["with_repeats"]

_CLAUSES = frozenset({"relcl", "conj", "advcl"})


def with_repeats(words: tuple[Word, ...], drafts: Sequence[Draft]) -> list[Draft]:
    """Make changes of repeated prices.

    Args:
        words: all words of the paragraph.
        drafts: its quantities, with the roles that change words gave them.
    """
    out = list(drafts)
    for place in range(len(out) - 1):
        here, after = out[place], out[place + 1]
        order = _order(words, here, after)
        if order is None:
            continue
        start, end = (here, after) if order else (after, here)
        if start.low == end.low:
            continue
        way: Literal["up", "down"] = "up" if end.low > start.low else "down"
        roles: tuple[Role, Role] = (
            ("change_from", "change_to") if order else ("change_to", "change_from")
        )
        for index, role in zip((place, place + 1), roles, strict=True):
            per = out[index].per or start.per or end.per
            out[index] = replace(out[index], role=role, direction=way, series=here.first, per=per)
    return out


def _order(words: tuple[Word, ...], here: Draft, after: Draft) -> bool | None:
    """Say whether the first is the earlier, or None where the two make no change."""
    plain = here.role == after.role == "level" and here.bound is None and after.bound is None
    money = here.currency is not None and here.currency == after.currency
    per = {here.per, after.per} - {None}
    if not plain or not money or len(per) > 1:
        return None
    first, second = _verb(words, here), _verb(words, after)
    if first is None or second is None or first.i == second.i or not _joined(first, second):
        return None
    now = [is_present(verb) for verb in (first, second)]
    past = [verb.lower_ == "cost" or verb.tag_ in {"VBD", "VBN"} for verb in (first, second)]
    if now[1]:
        return True if past[0] else None
    return False if now[0] and past[1] else None


def _verb(words: tuple[Word, ...], draft: Draft) -> "Token | None":
    selling = vocab.load("rates")["selling"]
    verb = next((t for t in climb(draft.token(words)) if is_verb(t)), None)
    return verb if verb is not None and verb.lemma_.lower() in selling else None


def _joined(first: "Token", second: "Token") -> bool:
    """Say whether one verb, repeated, is told of one thing."""
    if first.lemma_.lower() != second.lemma_.lower():
        return False
    for inner, outer in ((first, second), (second, first)):
        if inner.dep_ == "relcl":
            return inner.head.head.i == outer.i and inner.head.dep_ in {"nsubj", "nsubjpass"}
        if inner.dep_ in _CLAUSES and inner.head.i == outer.i:
            return _same_subject(inner, outer)
    return False


def _same_subject(inner: "Token", outer: "Token") -> bool:
    own = [child for child in inner.children if child.dep_ in {"nsubj", "nsubjpass"}]
    other = [child for child in outer.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if not own:
        return True
    alike = own[0].lower_ == "it" or (other and own[0].lemma_ == other[0].lemma_)
    return bool(alike)
