"""Does a negation turn a bound round?

"Not more than 40", "is not expected to exceed 40", "never sold more than 40",
"without killing more than 40", "no yard sold more than 40": each is at most 40.
Looked for beside the bound, at the verb that governs it by the words before it,
and at the verb that governs the number in the parse; a number that is the subject
of its verb ("more than 40 did not vote") is under no negation.

It fails where the negation stands in another clause ("nobody believes that it
exceeded 400").
"""

from typing import TYPE_CHECKING, Literal

from allsource import vocab
from allsource.claims.quantities.numbers import read_number
from allsource.claims.quantities.units import word_unit
from allsource.claims.quantities.words import Word, lowered

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Bound", "turned"]

Bound = Literal["over", "at_least", "under", "at_most"]

_FLIPPED: dict[Bound, Bound] = {
    "over": "at_most", "at_most": "over", "under": "at_least", "at_least": "under",
}  # fmt: skip
_NOT_AS: dict[Bound, Bound] = {**_FLIPPED, "at_most": "under", "at_least": "over"}
"""Not as many as 40 is fewer than 40."""
_DEFINITE = frozenset({"the", "its", "their", "these", "those", "his", "her", "our", "my", "your"})
"""After these a number is of known things: "did not reach the more than 40 villages"."""
_REACH = 8
_CLAUSE = 20
_INSIDE = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "advmod", "det", "conj"})
_OBJECTS = frozenset({"dobj", "obj", "attr", "oprd", "acomp", "npadvmod", "dative", "nummod"})
_SPANS = frozenset({"in", "for", "since", "within", "over", "after"})
"""After these a negated verb tells how long nothing was: "has not rained for over 40 days"."""


def turned(words: tuple[Word, ...], start: int, at: int, bound: Bound) -> tuple[Bound, int]:
    """Give the bound as its negation leaves it, and the index where its words begin.

    Args:
        words: all words of the paragraph.
        start: index of the first word of the bound's phrase.
        at: index of the number, or of its currency sign.
        bound: what the phrase says by itself.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities.words import cut
        >>> words = cut(parse_text("It never sold more than 40 carts.").paragraphs[0])
        >>> turned(words, 3, 5, "over")
        ('at_most', 3)
    """
    table = _NOT_AS if words[start].lower == "as" else _FLIPPED
    beside = _beside(words, start)
    if beside is not None:
        return table[bound], beside
    if _fronted(words, start):
        return table[bound], start
    token = words[start].token
    if token.pos_ in {"VERB", "AUX"} and (_negative_subject(token) or _raised(token)):
        return table[bound], start
    comparing = words[start].lower in vocab.load("quantity_bounds")["turned_by_verb"]
    comparing = comparing and not (start and words[start - 1].lower in _DEFINITE)
    if comparing and (_behind_verb(words, start, at) or _governed(words, start, at)):
        return table[bound], start
    return bound, start


def _negates(words: tuple[Word, ...], index: int) -> bool:
    lower = words[index].lower
    if lower == "yet" and index + 1 < len(words) and words[index + 1].lower == "to":
        return True
    listed = lower in vocab.load("quantity_bounds")["negators"] or lower.endswith(("n't", "n’t"))
    alone = index + 1 < len(words) and words[index + 1].lower in {
        "only", "just", "because", "merely", "simply", "due",
    }  # fmt: skip
    return listed and not alone


def _beside(words: tuple[Word, ...], start: int) -> int | None:
    """Find a negator before a bound, over auxiliaries and adverbs: "is not expected to exceed".

    Only listed words are passed, so a full stop ends the search; a sentence that the parse
    cuts wrongly ("for not | over 79,990 lorries") must not hide the negation.
    """
    passed = vocab.load("quantity_bounds")["passed_over"]
    for index in range(start - 1, max(-1, start - _REACH), -1):
        if _negates(words, index):
            return index
        if words[index].lower not in passed:
            return None
    return None


def _fronted(words: tuple[Word, ...], start: int) -> bool:
    """Read "at no time did the gap exceed", "seldom do they sell more than": a negation in front."""
    tables = vocab.load("quantity_bounds")
    for index in range(start - 1, max(0, start - _CLAUSE), -1):
        if words[index].sentence != words[start].sentence or words[index].text in ",;:":
            return False
        if words[index].lower not in tables["inverting"]:
            continue
        for phrase in tables["fronted"]:
            parts = tuple(phrase.split())
            if lowered(words, max(0, index - len(parts)), len(parts)) == parts:
                return True
    return False


def _behind_verb(words: tuple[Word, ...], start: int, at: int) -> bool:
    """Read "never sold more than", "did not sell to over": one verb between negator and bound."""
    index, link = start - 1, ""
    if index > 0 and words[index].lower in {"to", "for", "with", "by", "at", "from", "of"}:
        index, link = index - 1, words[index].lower
    verb = words[index].token if index > 0 else None
    if verb is None or verb.pos_ != "VERB" or verb.lemma_.lower() in _saying():
        return False
    if link in _SPANS and _timed(words, at) and verb.lemma_.lower() not in _lasting():
        return False
    found = _beside(words, index)
    return found is not None and words[found].lower not in {"no", "none", "nothing", "neither"}


def _saying() -> frozenset[str]:
    return frozenset(vocab.load("quantity_bounds")["saying"])


def _governed(words: tuple[Word, ...], start: int, at: int) -> bool:
    """Say whether a negated verb stands before the number and governs it."""
    number = read_number(words, at) or read_number(words, at + 1)
    own = {word.token.i for word in words[start:at]}
    token = _top(words[number.last - 1 if number else at].token, own)
    if token.dep_ in {"nsubj", "nsubjpass"}:
        late = token.i > token.head.i and token.head.pos_ in {"VERB", "AUX"}
        return (late and _negative(token.head)) or _raised(token.head)
    if token.dep_ == "pobj" and token.head.dep_ == "prep":
        token = token.head
    if token.dep_ == "prep":
        while token.head.pos_ in {"ADJ", "ADV"} and token.head.i < token.i:
            token = token.head
        spans = token.lower_ in _SPANS and token.i not in own and _timed(words, at)
        if spans and token.head.lemma_.lower() not in _lasting():
            return False
    elif token.dep_ not in _OBJECTS and token.i not in own:
        return False
    behind = token.i > token.head.i
    return (behind and _negative(token.head)) or _raised(token.head)


def _top(token: "Token", own: set[int]) -> "Token":
    """Climb from a number to the head of its phrase, over the words of the bound itself."""
    for _ in range(_REACH):
        inside = token.dep_ in _INSIDE and token.head.pos_ not in {"VERB", "AUX"}
        if token.head.i == token.i or not (inside or token.head.i in own):
            break
        token = token.head
    return token


def _raised(verb: "Token") -> bool:
    """Say whether the negation stands at a verb of expecting: "nobody expects it to exceed 40"."""
    raising = frozenset(vocab.load("quantity_bounds")["raising"])
    here = verb
    for _ in range(_REACH):
        if here.dep_ not in {"xcomp", "ccomp"} or here.head.i == here.i:
            return False
        here = here.head
        if here.lemma_.lower() in raising:
            return _negative(here)
        if here.lemma_.lower() in _saying():
            return False
    return False


def _timed(words: tuple[Word, ...], at: int) -> bool:
    number = read_number(words, at)
    unit = word_unit(words, number.last) if number else None
    return unit is not None and unit.kind == "time"


def _lasting() -> frozenset[str]:
    return frozenset(vocab.load("quantity_bounds")["lasting"])


def _negative(verb: "Token") -> bool:
    """Say whether a verb is negated itself, by its subject, or by what it completes."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    tables = vocab.load("quantity_bounds")
    if any(_no_time(child) for child in verb.children):
        return True
    own = any(
        (child.dep_ == "neg" or child.lower_ in {"never", "hardly", "rarely", "seldom"})
        and verb.doc[min(child.i + 1, len(verb.doc) - 1)].lower_ not in {"only", "just", "because"}
        for child in verb.children
        if child.i < verb.i or verb.pos_ == "AUX"
    )
    if own or _negative_subject(verb):
        return True
    if verb.dep_ == "pcomp":
        return bool(verb.head.lower_ == "without")
    above = verb.dep_ == "xcomp" and verb.head.lower_ in tables["negators"]
    return above or (verb.dep_ == "conj" and verb.head.i < verb.i and _shares(verb))


def _no_time(child: "Token") -> bool:
    """Read "at no time", "in no case" before a verb."""
    inside = child.dep_ == "prep" and child.i < child.head.i
    return inside and any(
        grand.dep_ == "pobj" and any(one.lower_ == "no" for one in grand.children)
        for grand in child.children
    )


def _shares(verb: "Token") -> bool:
    """Say whether "and" leaves a verb under the negation of the first: it has no subject of its own."""
    joined = any(
        child.dep_ == "cc" and child.lower_ in {"or", "nor"} for child in verb.head.children
    )
    return joined and any(child.dep_ == "neg" for child in verb.head.children)


def _negative_subject(verb: "Token") -> bool:
    """Say whether the subject of a verb is itself negative: "no month exceeded 400"."""
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"}:
        # "no yard delivered": the parse often takes the verb for a participle
        subjects += [verb.head, verb.head.head.head if verb.head.dep_ == "pobj" else verb.head]
    return any(
        part.lower_ in {"no", "none", "neither", "nobody", "nothing", "nowhere"}
        for subject in subjects
        for part in (subject, *subject.children)
    )
