"""Of what is the quantity?

The whole of a share, the counted noun, the thing priced or contracted for, the
noun of an age, or the subject; a noun that says nothing ("units") is replaced by
the nearest thing counted or produced in the sentence. A short noun phrase without
preposition, pronoun or unit of time, or None: who makes, pays or owes is not what
is measured.

It fails where the thing is named in another sentence only.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from allsource import vocab
from allsource.claims.quantities.bearers import bearer, in_full
from allsource.claims.quantities.currencies import code_of
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.syntax import climb, is_verb, linked, subject
from allsource.claims.quantities.words import Word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["thing_of"]

_PRICES = frozenset({"price", "cost"})
_FURTHER = frozenset({"more", "other", "further", "additional", "extra", "or", "fewer", "less", "so",
                      "odd", "plus"})  # fmt: skip
_SHARES = frozenset({"share", "proportion", "fraction", "percentage"})
_NO_SIZES = frozenset({"count", "age", "ratio", None})
_DESCRIBES = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "npadvmod"})
_ITEMS = frozenset({"unit cost", "price"})


def thing_of(
    words: tuple[Word, ...], draft: Draft, drafts: Sequence[Draft], measure: str | None
) -> str | None:
    """Name the thing measured, as the text has it, or None.

    Args:
        words: all words of the paragraph.
        draft: the quantity.
        drafts: all quantities of the paragraph, to replace nouns that say nothing.
        measure: its measure, which decides where the thing stands.
    """
    return _clean(_thing(words, draft, drafts, measure))


def _thing(
    words: tuple[Word, ...], draft: Draft, drafts: Sequence[Draft], measure: str | None
) -> str | None:
    whole = _whole(words, draft) if draft.role == "share" or draft.kind == "ratio" else None
    if measure != "contract" and draft.kind not in _NO_SIZES:
        whole = whole or _sized(words, draft)
    if whole is not None:
        return whole
    coin = draft.unit is not None and draft.unit.name in vocab.load("rates")["coins"]
    if draft.kind == "money" or coin:
        return _worth(words, draft, measure)
    if draft.kind in {"age", "time"}:
        return _of_age(words, draft) if draft.kind == "age" else _lasting(words, draft)
    if draft.kind == "count":
        times = draft.unit is not None and draft.unit.name == "time"
        return _changed(words, draft) if times else _counted(words, draft, drafts)
    if draft.kind is None:
        return _last_counted(words, draft, drafts) or _told(words, draft)
    token = draft.token(words)
    return _shared(token) or bearer(token) if draft.kind == "ratio" else _matter(words, draft)


def _sized(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Name the noun that a measure describes: "a 45-horsepower tractor", "the $4m extension"."""
    if draft.last >= len(words) or words[draft.last].sentence != words[draft.first].sentence:
        return None
    own = draft.token(words)
    for head in climb(own):
        if head.i > words[draft.last - 1].token.i:
            inside = head.pos_ in {"NOUN", "PROPN"} and head.lemma_.lower() not in _PRICES
            return (_phrase(words, draft.last) or in_full(head)) if inside else None
        if head.dep_ not in _DESCRIBES:
            return None
    return None


def _lasting(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Name what takes or lasts so long, or whose length changed: no "for", "in" or "after" before it."""
    before = words[draft.start - 1].token if draft.start else None
    apart = (
        before is not None and before.pos_ == "ADP" and before.lower_ not in {"to", "from", "at"}
    )
    return None if apart else bearer(draft.token(words))


def _matter(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Name what there is so much of: "640,000 barrels of crude"; else what bears the measure."""
    if draft.last < len(words) and words[draft.last].lower == "of":
        return _phrase(words, draft.last + 1)
    token = draft.token(words)
    return bearer(token) or _named(subject(token))


def _changed(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Name what doubled or grew tenfold: the subject of the verb."""
    found = subject(draft.token(words)) if draft.role == "change_by" else None
    return _named(found)


def _shared(number: "Token") -> str | None:
    """Find the whole of "the share of X is 60 percent"; a subject only of "be"."""
    for token in linked(number):
        if token.lemma_.lower() in _SHARES:
            return _named(_object(token, "of"))
    found = subject(number)
    return _named(found) if found is not None and found.head.lemma_ == "be" else None


def _clean(name: str | None) -> str | None:
    """Refuse a name that opens with a sign or ends in a unit of time, money or nothing."""
    if not name or not (name[0].isalnum() and name[-1].isalnum()):
        return None
    last = name.split()[-1].lower()
    nameless = vocab.load("measured_things")["nameless"]
    singular = last.removesuffix("s")
    if last in nameless or singular in nameless or singular in _times() or code_of(last):
        return None
    return name


def _times() -> frozenset[str]:
    periods: list[str] = vocab.load("rates")["periods"]
    return frozenset(periods)


def _worth(words: tuple[Word, ...], draft: Draft, measure: str | None) -> str | None:
    """Find what money is the price of, or was contracted for."""
    if measure == "contract":
        return _signed(words, draft)
    token = draft.token(words)
    if measure == "unit cost" and draft.per is not None:
        return _item(words, draft) or _priced(token) or bearer(token)
    return (_priced(token) if measure in _ITEMS else None) or bearer(token)


def _of_age(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Read the noun after "31-year-old", or the name that an age in apposition is of."""
    if draft.last < len(words) and words[draft.last - 1].lower == "old":
        return _phrase(words, draft.last)
    before = words[draft.start - 1] if draft.start else None
    if before is not None and before.lower == "aged":
        before = words[draft.start - 2] if draft.start > 1 else None
    if before is not None and before.text == "," and before.start > 0:
        named = words[words.index(before) - 1].token
        return _named(named) if named.pos_ in {"NOUN", "PROPN"} else None
    found = subject(draft.token(words))
    if found is None or found.head.lemma_ != "be":
        return None
    return _named(found) if found.ent_type_ == "PERSON" else bearer(draft.token(words))


def _told(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Take the subject of "be" as the thing; the "drones" of "drone output"; no doer."""
    token = draft.token(words)
    found = subject(token)
    if found is None or found.pos_ not in {"NOUN", "PROPN"}:
        return None
    if found.lemma_.lower() in vocab.load("rates")["paced"]:
        return _produced(words, draft)
    passive = found.dep_ == "nsubjpass" or found.head.lemma_ in {"be", "remain"}
    return _named(found) if passive else None


def _whole(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Read the noun phrase after "of" (or the noun right after a proportion)."""
    last = draft.last
    if last < len(words) and words[last].lower == "of":
        return _phrase(words, last + 1)
    if draft.role == "share" and draft.unit is None:
        return _phrase(words, last)
    return None


def _phrase(words: tuple[Word, ...], at: int) -> str | None:
    """Give the noun phrase from word ``at`` without its determiners."""
    while at < len(words) and words[at].token.pos_ in {"DET", "PRON", "NUM"}:
        at += 1
    end = at
    for index in range(at, min(at + 7, len(words))):
        if words[index].token.pos_ not in {"NOUN", "PROPN", "ADJ"} and words[index].text != "-":
            break
        end = index + 1
    if end == at:
        return None
    return words[at].token.doc.text[words[at].start : words[end - 1].end]


def _named(token: "Token | None") -> str | None:
    """Give a noun with the compounds and adjectives before it."""
    if token is None or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    first = token.i
    while (
        first > 0
        and token.doc[first - 1].dep_ in {"compound", "amod", "nmod", "punct"}
        and (token.doc[first - 1].head.i <= token.i and token.doc[first - 1].head.i >= first)
    ):
        first -= 1
    return str(token.doc[first : token.i + 1].text).lstrip("-–0123456789. ") or None


def _item(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Find what a unit cost is of: the item of "per drone", else what the price is of."""
    if draft.per in _generic():
        return _priced(draft.token(words))
    for token in linked(draft.token(words)):
        if token.lemma_.lower() == draft.per and token.pos_ == "NOUN":
            return _plural(token.lower_, token.tag_)
    return None


def _priced(number: "Token") -> str | None:
    """Find the thing of "the price of X", "X costs", "buy X for"."""
    selling = vocab.load("rates")["selling"]
    for token in linked(number):
        if token.lemma_.lower() in _PRICES and not is_verb(token):
            return _named(_object(token, "of"))
        if not is_verb(token):
            continue
        lemma = token.lemma_.lower()
        if lemma in {"buy", "purchase"} and token.i < number.i:
            return _named(next((c for c in token.children if c.dep_ == "dobj"), None))
        subjects = [c for c in token.children if c.dep_ == "nsubj"]
        if lemma in selling and subjects and lemma != "price":
            return _seller(lemma, token, subjects[0])
    return None


def _seller(lemma: str, verb: "Token", found: "Token") -> str | None:
    """Tell "a kit sells for $40" from "the firm sells kits for $40"."""
    sold = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ != "NUM"), None)
    if lemma == "sell" and sold is not None and sold.ent_type_ != "MONEY":
        return _named(sold)
    if found.pos_ == "PRON" and verb.dep_ == "relcl":
        return _named(verb.head)
    return None if found.lemma_.lower() in _PRICES else _named(found)


def _object(noun: "Token", preposition: str) -> "Token | None":
    """Give the object of a preposition that hangs on a noun."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == preposition:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _signed(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Find what a contract is for; else the noun of "a $5 million accord" itself."""
    cues = next(e["cues"] for e in vocab.load("measures") if e["measure"] == "contract")
    for token in linked(draft.token(words)):
        if token.pos_ == "NOUN" and token.lemma_.lower() in cues:
            bought = _object(token, "for")
            if bought is not None and bought.pos_ == "NOUN":
                return _named(bought)
            inside = any(head.i == token.i for head in climb(draft.token(words)))
            return str(token.lower_) if inside and token.i > draft.token(words).i else None
    return None


def _plural(word: str, tag: str) -> str:
    if tag in {"NNS", "NNPS"} or word in vocab.load("measured_things")["invariable"]:
        return word
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else f"{word}s"


def _generic() -> frozenset[str]:
    return frozenset(vocab.load("measured_things")["generic"])


def _counted(words: tuple[Word, ...], draft: Draft, drafts: Sequence[Draft]) -> str | None:
    unit = draft.unit
    if unit is None:
        return None
    if unit.name.split()[-1] in _generic():
        return _last_counted(words, draft, drafts) or _produced(words, draft)
    if not draft.first <= unit.head < draft.last:
        return unit.name if any(map(str.isdecimal, unit.name)) else words[unit.head].text
    first = draft.number.last
    while first < unit.last and (
        not words[first].is_word
        or words[first].token.pos_ in {"ADP", "DET", "PRON"}
        or words[first].lower in _FURTHER
    ):
        first += 1
    start = words[first].start if first < unit.last else words[unit.head].start
    return words[0].token.doc.text[start : words[_content(words, unit.last) - 1].end]


def _content(words: tuple[Word, ...], last: int) -> int:
    """Give the end of a counted phrase with what it holds: "pages of production reports"."""
    if last + 1 >= len(words) or words[last].lower != "of":
        return last
    end = last + 1
    while end < min(last + 4, len(words)) and words[end].token.pos_ in {"NOUN", "ADJ"}:
        end += 1
    whole = end > last + 1 and words[end - 1].token.pos_ == "NOUN"
    return end if whole else last


def _last_counted(words: tuple[Word, ...], draft: Draft, drafts: Sequence[Draft]) -> str | None:
    """Give the nearest earlier thing counted in the same sentence."""
    sentence = words[draft.first].sentence
    for other in reversed([d for d in drafts if d.first < draft.first]):
        if words[other.first].sentence != sentence:
            break
        if other.number.form == "multiple":
            continue
        if other.kind == "count" and other.unit and other.unit.name.split()[-1] not in _generic():
            return _counted(words, other, ())
    return None


def _produced(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Give the compound of the thing produced: the "drone" of "drone production"."""
    for token in _compounds(draft.token(words)):
        if token.lemma_.lower() not in {"unit", "production", "output", "month"}:
            return _plural(token.lower_, token.tag_)
    return None


def _compounds(token: "Token") -> Iterator["Token"]:
    paced = vocab.load("rates")["paced"]
    for near in linked(token):
        if near.dep_ in {"compound", "pobj"} and near.pos_ == "NOUN":
            head = near.head if near.dep_ == "compound" else near.head.head
            if head.lemma_.lower() in paced:
                yield near
