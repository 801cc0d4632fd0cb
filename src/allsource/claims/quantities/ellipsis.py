"""Which unit has a number whose own is left out?

"8 or 9 euros" and "40, then 50 barges" take it from the number after; "40 barges,
compared with 30", "seven people were killed and 12 wounded" from the one before;
"of the barges, 12 sank" from the whole that opens the sentence. A percentage is
carried over only where two are held against each other.

It fails where the number left bare counts something else than its neighbour.
"""

from collections.abc import Sequence
from dataclasses import replace

from allsource import vocab
from allsource.claims.quantities.counted import of_counted
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.shared import with_rates
from allsource.claims.quantities.syntax import subject
from allsource.claims.quantities.units import counted_noun
from allsource.claims.quantities.words import Word, lowered

__all__ = ["with_units"]

_HYPHENS = frozenset("-‐‑–—−")
_NEAR = 3
_COMPARING = frozenset({"compared", "against", "versus", "vs", "than"})
_POINTS = _COMPARING | {"from", "to", "or", "and", "while", "instead"}
_FAR = 40
_SIZE = 6
"""Two amounts of one measure are within this factor of each other."""
_MILLION = 1_000_000


def with_units(words: tuple[Word, ...], drafts: Sequence[Draft]) -> list[Draft]:
    """Give each bare number the unit that its sentence leaves out, where it is plain.

    Args:
        words: all words of the paragraph.
        drafts: all its quantities, in order.
    """
    out = list(drafts)
    for place in range(len(out) - 2, -1, -1):
        out[place] = _from_after(words, out[place], out[place + 1])
    for place, draft in enumerate(out):
        if _bare(words, draft):
            following = out[place + 1] if place + 1 < len(out) else None
            shared = _from_alternative(words, draft, following) if following is not None else None
            if shared is not None:
                out[place] = shared
                continue
            whole = _from_whole(words, draft) or _from_number_of(words, draft)
            before = whole or _from_before(words, out[:place], draft)
            out[place] = before if before is not draft else _from_subject(words, draft)
    return with_rates(words, out)


def _bare(words: tuple[Word, ...], draft: Draft) -> bool:
    empty = draft.unit is None and draft.currency is None
    folds = words[draft.number.last - 1].lower.endswith("fold")
    counts = draft.number.form != "fraction" and draft.role == "level" and not folds
    return empty and counts and not _is_size(words, draft)


def _is_size(words: tuple[Word, ...], draft: Draft) -> bool:
    """Say whether a number is the size of a body and counts nothing told before: "a crew of four"."""
    of = draft.start > 1 and words[draft.start - 1].lower == "of"
    return of and words[draft.start - 2].lemma in vocab.load("measured_things")["bodies"]


def _from_alternative(words: tuple[Word, ...], draft: Draft, after: Draft) -> Draft | None:
    """Read "80, or a tenth, of the residents", "three million of the five million dollars"."""
    gap = [word.lower for word in words[draft.last : after.first]]
    if gap[:1] == ["of"] and len(gap) <= _NEAR and after.currency is not None:
        return replace(draft, currency=after.currency)
    last = after.last + (after.last < len(words) and words[after.last].text == ",")
    if [word for word in gap if word not in {",", "a"}] != ["or"]:
        return None
    noun = of_counted(words, replace(draft, last=last))
    return replace(draft, unit=replace(noun, last=draft.last)) if noun is not None else None


def _from_after(words: tuple[Word, ...], here: Draft, after: Draft) -> Draft:
    """Carry the unit of a later number back over "and", "or", "to" and commas."""
    gap = [word.lower for word in words[here.last : after.first]]
    linked = gap and len(gap) <= _NEAR and set(gap) <= {"or", "and", "to", ",", "-", "from"}
    later = ["up"] if gap[-1:] == ["up"] else ["down"]
    if not _bare(words, here) or after.bound is not None or not (linked or gap == later):
        return here
    return replace(here, unit=after.unit, currency=after.currency, per=here.per or after.per)


def _from_whole(words: tuple[Word, ...], draft: Draft) -> Draft | None:
    """Read "Of the barges, 12 sank"."""
    sentence = words[draft.first].sentence
    first = draft.first
    while first > 0 and words[first - 1].sentence == sentence and draft.first - first < _NEAR * 4:
        first -= 1
    if words[first].lower != "of" or draft.first - first < _NEAR:
        return None
    at = first + 1
    while at < draft.first and words[at].token.pos_ in {"DET", "PRON", "NUM"}:
        at += 1
    noun = counted_noun(words, at) if at < draft.first else None
    return replace(draft, unit=noun) if noun is not None and noun.last <= draft.first else None


def _from_number_of(words: tuple[Word, ...], draft: Draft) -> Draft | None:
    """Read "the number of wolves rose from 40 to 110", "output of drones stood at 4 a month"."""
    found = subject(draft.token(words))
    if found is not None and found.tag_ == "WDT" and found.head.dep_ == "relcl":
        found = found.head.head
    if found is None or found.lemma_.lower() not in vocab.load("measured_things")["tallies"]:
        return None
    link = next((c for c in found.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    nearby = range(max(0, draft.first - _FAR), draft.first)
    place = next((i for i in nearby if link is not None and words[i].token.i == link.i), None)
    noun = counted_noun(words, place + 1) if place is not None else None
    plural = noun is not None and words[noun.head].token.tag_ in {"NNS", "NNPS"}
    whole = plural and noun is not None and noun.last <= draft.first
    return replace(draft, unit=noun) if whole else None


def _from_subject(words: tuple[Word, ...], draft: Draft) -> Draft:
    """Read "arrests rose to 40": a plural that can be counted is what the number counts."""
    found = subject(draft.token(words))
    if found is None or found.tag_ != "NNS" or draft.number.form == "vague":
        return draft
    changes, verb = vocab.load("changes"), found.head.lemma_.lower()
    governed = verb in changes["counting"] or any(
        verb in ways for ways in changes["verbs"].values()
    )
    nearby = range(max(0, draft.first - _FAR), draft.first)
    place = next((i for i in nearby if words[i].token.i == found.i), None)
    if not governed or place is None or found.lemma_.lower() in _sums():
        return draft
    noun = counted_noun(words, place)
    return replace(draft, unit=noun) if noun is not None and noun.last <= draft.first else draft


def _sums() -> frozenset[str]:
    return frozenset(vocab.load("measured_things")["sums"])


def _from_before(words: tuple[Word, ...], earlier: Sequence[Draft], draft: Draft) -> Draft:
    """Carry the unit of the number before forward in its sentence."""
    sentence = words[draft.first].sentence
    for other in reversed(earlier):
        if words[other.first].sentence != sentence or draft.first - other.last > _FAR:
            return draft
        if other.kind is None or other.number.form == "multiple" or _inside(words, other):
            continue
        carried = _carried(words, other, draft)
        if carried is not draft or other.kind != "ratio":
            return carried
    return draft


def _inside(words: tuple[Word, ...], draft: Draft) -> bool:
    """Say whether a measure stands inside a noun that it describes: "a 45-horsepower tractor"."""
    hyphened = (
        words[draft.number.last].text in _HYPHENS if draft.number.last < len(words) else False
    )
    return hyphened and draft.number.last < draft.last


def _aside(words: tuple[Word, ...], other: Draft, draft: Draft) -> bool:
    """Say whether a count is who acts, or how: "two officials spoke of 40", "in two steps, from 52"."""
    noun = words[other.unit.head].token if other.unit is not None else other.token(words)
    own = draft.token(words)
    above = {token.i for token in own.ancestors}
    before = words[draft.start - 1].lower if draft.start else ""
    acts = noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.i in above
    how = noun.dep_ == "pobj" and noun.head.lower_ == "in" and before == "from"
    gap = {word.lower for word in words[other.last : draft.start]}
    return how or (
        acts and own.dep_ not in {"nsubj", "nsubjpass"} and not gap & {*_POINTS, ",", "including"}
    )


def _carried(words: tuple[Word, ...], other: Draft, draft: Draft) -> Draft:
    gap = {word.lower for word in words[other.last : draft.start]}
    if other.currency is not None and draft.number.scale >= _MILLION:
        gap |= {"and"}
    allowed = {
        "count": None,
        "ratio": _COMPARING,
        "age": frozenset({"and", "or"}),
        "time": _COMPARING,
    }
    links = allowed.get(other.kind or "", _POINTS)
    if other.kind == "count" and not gap & _COMPARING and _aside(words, other, draft):
        return draft
    apart = links is not None and not gap & links and not _of_a_size(words, other, draft)
    if apart or (other.unit and other.unit.name == "time"):
        return draft
    opening = lowered(words, draft.start, draft.number.first - draft.start)
    summed = "total" in {*opening, *lowered(words, draft.start - 2, 2)} or "which" in gap
    per = draft.per or (other.per if other.kind != "ratio" and not summed else None)
    return replace(draft, unit=other.unit, currency=other.currency, per=per)


def _of_a_size(words: tuple[Word, ...], other: Draft, draft: Draft) -> bool:
    """Say whether a bare number is of the size of a measure before it: "9 hours; the limit is 8"."""
    following = words[draft.last].token if draft.last < len(words) else None
    bare = following is None or following.pos_ not in {"NOUN", "PROPN", "ADJ"}
    near = other.low / _SIZE <= draft.low <= other.low * _SIZE
    return other.kind not in {"ratio", "age"} and bare and near and draft.number.form == "digits"
