"""Of which one thing is the amount, where "each" or "apiece" says so?

"Sold at $900 apiece", "16 trainers at 210 million each", "each pallet 40 boxes", "four
cranes, each of 800 tonnes", "it pays each of them $40": a plural before the word, a
counted one first, or the noun beside it.

It fails where two plurals stand before "each" and the nearer is not meant.
"""

from typing import TYPE_CHECKING

from allsource import vocab
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.units import is_measured
from allsource.claims.quantities.words import Word, lowered

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["each_beside", "is_determiner", "item_before"]

_EACH = 6
"""Words before an amount in which "each of them" is looked for."""


def each_beside(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Read "each pallet 40 boxes", "four cranes, each of 800 tonnes", "pays each of them $40"."""
    at = draft.start
    before = lowered(words, at - 2, 2)
    if before[:1] in {("each",), ("every",)} and words[at - 1].token.pos_ == "NOUN":
        return words[at - 1].lemma
    apposed = before[:1] == ("each",) and words[at - 1].token.pos_ == "ADP" and at > 2
    if apposed and words[at - 3].text == ",":
        return _plural_before(words[at - 3].token)
    for first in range(max(0, at - _EACH), at):
        if lowered(words, first, 3) == ("each", "of", "them"):
            same = words[first].sentence == words[at].sentence
            return _plural_before(words[first].token) if same else None
    return None


def _plural_before(token: "Token") -> str | None:
    """Give the nearest plural before a word, one with a number first: what "each" is one of."""
    plurals = [
        t for t in token.doc[token.sent.start : token.i]
        if t.tag_ == "NNS" and t.pos_ == "NOUN" and not (is_measured(t.lemma_.lower()) or _is_money(t))
    ]  # fmt: skip
    counted = [t for t in plurals if any(c.dep_ == "nummod" for c in t.children)]
    nearest = (counted or plurals)[-1:]
    return str(nearest[0].lemma_.lower()) if nearest else None


def item_before(token: "Token") -> str:
    """Find what "apiece" is of: a plural subject, the nearest plural before it, or "unit"."""
    for ancestor in [token, *token.ancestors]:
        if ancestor.pos_ in {"VERB", "AUX"}:
            counted = _counted_before(ancestor, token)
            if counted is not None:
                return counted
            subjects = [c for c in ancestor.children if c.dep_ in {"nsubj", "nsubjpass"}]
            for subject in subjects:
                each = any(c.lower_ == "each" for c in subject.children)
                if each or subject.tag_ == "NNS":
                    return str(subject.lemma_.lower())
            break
    start = token.sent.start
    earlier = [
        t for t in token.doc[start : token.i]
        if t.tag_ == "NNS" and t.pos_ == "NOUN" and not (is_measured(t.lemma_.lower()) or _is_money(t))
    ]  # fmt: skip
    return str(earlier[-1].lemma_.lower()) if earlier else "unit"


def _counted_before(verb: "Token", each: "Token") -> str | None:
    """Read "an order for 16 trainers at 210 million kronor each": the things counted before the price."""
    nouns = [
        t for t in each.doc[verb.i + 1 : max(verb.i + 1, each.i - 1)]
        if t.tag_ == "NNS" and any(c.dep_ == "nummod" for c in t.children)
        and not (is_measured(t.lemma_.lower()) or _is_money(t))
    ]  # fmt: skip
    return str(nouns[-1].lemma_.lower()) if nouns and _is_money(each.doc[each.i - 1]) else None


def is_determiner(words: tuple[Word, ...], at: int) -> bool:
    """Say whether "each" stands before its noun: "each kit"."""
    following = words[at + 1] if at + 1 < len(words) else None
    return (
        words[at].lower == "each" and following is not None
        and following.token.pos_ in {"NOUN", "ADJ"} and words[at].token.dep_ == "det"
    )  # fmt: skip


def _is_money(token: "Token") -> bool:
    lemma = token.lemma_.lower()
    tables = vocab.load("currencies")
    return (
        lemma in tables["names"] or lemma in tables["only_with_scale"] or lemma in {"cent", "penny"}
    )
