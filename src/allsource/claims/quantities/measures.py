"""What does the number measure, and of what?

The vocabulary maps cue words, tied to the number by syntax, and the sort of
quantity (money, count, rate, share, length ...) to the desk's names of measures.
`of` is the thing: the whole of a share, the counted noun, the item of a unit cost,
or the subject; a noun that says nothing ("units") is replaced by the nearest thing
counted or produced in the sentence.

It fails where the thing is named in another sentence only.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from allsource import vocab
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.syntax import climb, linked, subject
from allsource.claims.quantities.words import Word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["measure_of", "thing_of"]

_BY_UNIT = 8
"""A counted noun shows its measure less surely than a cue that stands near."""
_PERIODS = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "month", "quarter", "year"}
)


def _sorts(draft: Draft) -> set[str]:
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
        return {"rate"} if timed else {"count"} | people
    return {str(draft.kind)}


def _people(draft: Draft) -> bool:
    people: list[str] = vocab.load("measured_things")["people"]
    return draft.unit is not None and draft.unit.name.split()[-1] in people


def measure_of(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Name the measure, or None where the vocabulary knows none.

    Args:
        words: all words of the paragraph.
        draft: the quantity, with unit and rate.
    """
    sorts = _sorts(draft)
    cues = _cues(words, draft) if sorts else {}
    best: tuple[int, int, str] | None = None
    for order, entry in enumerate(vocab.load("measures")):
        distance = _fits(entry, sorts, cues, draft)
        if distance is not None and (best is None or (distance, order) < best[:2]):
            best = (distance, order, entry["measure"])
    return best[2] if best else None


def _fits(entry: dict[str, Any], sorts: set[str], cues: dict[str, int], draft: Draft) -> int | None:
    if entry["wants"] not in sorts:
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
    if draft.role == "share" or draft.kind == "ratio":
        whole = _whole(words, draft)
        if whole is not None:
            return whole
    if measure == "unit cost":
        return _item(words, draft)
    if measure == "contract":
        return _signed(words, draft)
    if draft.kind == "count":
        return _counted(words, draft, drafts)
    if draft.kind is None:
        return _last_counted(words, draft, drafts) or _named(subject(draft.token(words)))
    return _named(subject(draft.token(words)))


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
    """Find what a price is of: the item of "per drone", else what the subject names."""
    for token in linked(draft.token(words)):
        if draft.per and token.lemma_.lower() == draft.per and token.pos_ == "NOUN":
            if draft.per in _generic():
                break
            return _plural(token.lower_, token.tag_)
    return None


def _plural(word: str, tag: str) -> str:
    if tag in {"NNS", "NNPS"}:
        return word
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else f"{word}s"


def _signed(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Find the contract's own noun: "a $5 million accord", "an order worth $5 million"."""
    cues = next(e["cues"] for e in vocab.load("measures") if e["measure"] == "contract")
    for token in climb(draft.token(words)):
        if token.pos_ == "NOUN" and token.lemma_.lower() in cues:
            return str(token.lower_)
    return _named(subject(draft.token(words)))


def _generic() -> frozenset[str]:
    return frozenset(vocab.load("measured_things")["generic"])


def _counted(words: tuple[Word, ...], draft: Draft, drafts: Sequence[Draft]) -> str | None:
    unit = draft.unit
    if unit is None:
        return None
    if unit.name.split()[-1] in _generic():
        return _last_counted(words, draft, drafts) or _produced(words, draft)
    if not draft.first <= unit.head < draft.last:
        return words[unit.head].text
    first = draft.number.last
    while first < unit.last and not words[first].is_word:
        first += 1
    start = words[first].start if first < unit.last else words[unit.head].start
    return words[0].token.doc.text[start : words[unit.last - 1].end]


def _last_counted(words: tuple[Word, ...], draft: Draft, drafts: Sequence[Draft]) -> str | None:
    """Give the nearest earlier thing counted in the same sentence."""
    sentence = words[draft.first].sentence
    for other in reversed([d for d in drafts if d.first < draft.first]):
        if words[other.first].sentence != sentence:
            break
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
