"""Which rate do two amounts share?

"8 cents a litre for petrol and 11 cents for diesel", "$4 million a week, against
$2.6 million in May": an amount of the same unit and of like size that is joined to
one with a rate, or compared with it, has that rate too.

It fails where the two are told of different spans ("40 a month and 300 by May").
"""

from collections.abc import Sequence
from dataclasses import replace

from allsource import vocab
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.syntax import climb
from allsource.claims.quantities.words import Word

__all__ = ["with_rates"]

_COMPARING = frozenset({"compared", "against", "versus", "vs", "from", "than"})
_JOINING = _COMPARING | {"and", "or", "but"}
_FAR = 16
_SIZE = 6
_SUMS = frozenset({"money", "count"})
_COINS = frozenset({"cent", "penny"})
_INSIDE = frozenset({"nummod", "compound", "quantmod", "nmod", "amod"})


def with_rates(words: tuple[Word, ...], drafts: Sequence[Draft]) -> list[Draft]:
    """Give amounts the rate of the one before them that they are joined to.

    Args:
        words: all words of the paragraph.
        drafts: its quantities with their units, in order.
    """
    out = list(drafts)
    for place in range(1, len(out)):
        before, here = out[place - 1], out[place]
        open_rate = before.per is not None and here.per is None
        if open_rate and (_shares(words, before, here) or _joined(words, before, here)):
            out[place] = replace(here, per=before.per)
    return out


def _joined(words: tuple[Word, ...], before: Draft, here: Draft) -> bool:
    """Say whether the second sum is joined to the first by grammar: "costs $39 here and $600 there"."""
    if before.kind not in _SUMS or here.kind not in _SUMS or {before.kind, here.kind} == {"count"}:
        return False
    if any(
        d.kind == "count" and (d.unit is None or d.unit.name not in _COINS) for d in (before, here)
    ):
        return False
    own, first = here.token(words), before.token(words)
    while own.dep_ in _INSIDE and own.head.i != own.i:
        own = own.head
    gap = {word.lower for word in words[before.last : here.start]}
    tied = own.dep_ == "conj" or (own.dep_ == "pobj" and own.head.dep_ == "conj")
    verb = next((t for t in climb(first) if t.pos_ in {"VERB", "AUX"}), None)
    selling = {*vocab.load("rates")["selling"], "be"}
    return (
        tied
        and verb is not None
        and verb.lemma_ in selling
        and "and" in gap
        and bool({t.i for t in climb(first)} & {t.i for t in climb(own)})
    )


def _shares(words: tuple[Word, ...], before: Draft, here: Draft) -> bool:
    names = [draft.unit.name if draft.unit is not None else None for draft in (before, here)]
    alike = names[0] == names[1] and before.currency == here.currency and before.kind is not None
    near = before.low / _SIZE <= here.low <= before.low * _SIZE
    same = words[before.first].sentence == words[here.first].sentence
    gap = {word.lower for word in words[before.last : here.start]}
    links = _JOINING if before.kind == "money" or names[0] in {"cent", "penny"} else _COMPARING
    close = here.first - before.last < _FAR
    return alike and near and same and close and bool(gap & links) and before.kind != "ratio"
