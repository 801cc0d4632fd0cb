"""Which words of a proposition weaken it, and do they bear on its main statement?

Hedges are found by the words and verbs of ``vocab/hedges.yaml``. A marker bears
on the statement where the path from it to the proposition's head crosses no
relative or adverbial clause: "the yard, which may close, delivered 40" is
asserted. Where the head is the second of two joined verbs, the helping words of
the first are its own too ("could buy and sell").

It fails where the parse is wrong, and on hedges told by whole clauses.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from allsource.claims.parse import Paragraph
from allsource.model.claim import Hedge
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "Scope",
    "bears",
    "hedge_at",
    "hedges",
    "is_comment",
    "is_distant",
    "scope",
    "verb_strength",
    "word_strength",
]

_SIDE_CLAUSES = {"relcl", "advcl", "acl", "appos", "parataxis"}
_OBJECTS = {"dobj", "attr", "pobj"}
_HELPERS = {"aux", "auxpass", "neg", "advmod", "mark"}
_CLAUSES = {"ccomp", "xcomp", "csubj"}
_LONGEST_PATH = 60
_NEAR = 6
"""Words within which what makes a phrase a hedge must follow."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The words of a proposition, its head, and which of them bear on the statement.

    Args:
        tokens: the words, with the helping words that govern the head from outside.
        head: the word the others hang on.
        main: those of ``tokens`` that stand in no side clause.
        inside: the proposition's own words, in order.
    """

    tokens: "list[Token]"
    head: "Token"
    main: "list[Token]"
    inside: "list[Token]"

    @property
    def main_places(self) -> frozenset[int]:
        """The indexes of ``main`` in the paragraph."""
        return frozenset(token.i for token in self.main)


def scope(paragraph: Paragraph, proposition: Span) -> Scope | None:
    """Give the words that a proposition's stance is read from, or None for no words.

    Args:
        paragraph: that the proposition stands in.
        proposition: absolute span.
    """
    start, end = proposition.shift(-paragraph.span.start)
    inside = paragraph.doc.char_span(
        max(start, 0), min(end, len(paragraph.text)), alignment_mode="expand"
    )
    if inside is None or not len(inside):
        return None
    head = inside.root
    tokens = {token.i: token for token in inside}
    for helper in _governing(head):
        tokens.setdefault(helper.i, helper)
    words = [tokens[place] for place in sorted(tokens)]
    return Scope(words, head, [t for t in words if _bears(t, head)], list(inside))


def _governing(head: "Token") -> "Iterator[Token]":
    """The head's own helping words outside the proposition, and those it shares."""
    yield from (child for child in head.children if child.dep_ in _HELPERS)
    children = {child.dep_ for child in head.children}
    if head.dep_ == "conj" and not children & {"nsubj", "nsubjpass", "aux", "auxpass"}:
        shared = (child for child in head.head.children if child.dep_ in _HELPERS - {"advmod"})
        yield from (child for child in shared if child.i < head.i)


def bears(token: "Token", words: Scope) -> bool:
    """Say whether a word that weakens bears on the statement, and not on a side clause alone.

    A clause that ends the statement by telling more of its object ("a deal which is said to
    be", "five fires allegedly set") is what it is made for: its adverbs and passives bear.

    Args:
        token: the word.
        words: of the statement.
    """
    if token.i in words.main_places:
        return True
    if token.tag_ not in ("RB", "VBN") or token.i < words.head.i:
        return False
    clause = next((word for word in (token, *token.ancestors) if word.dep_ in _SIDE_CLAUSES), token)
    return clause.dep_ in ("relcl", "acl") and clause.head.dep_ in _OBJECTS


def _bears(token: "Token", head: "Token") -> bool:
    """Climb from a word to the head; a side clause on the way takes it out."""
    if token.dep_ == "advmod" and token.head.pos_ == "ADP":
        return False
    if _likening(token):
        token = token.head.head
    if is_comment(token):
        return True
    for _ in range(_LONGEST_PATH):
        if token.i in (head.i, token.head.i) or token.head.i == head.head.i != head.i:
            return True
        if token.dep_ in _SIDE_CLAUSES:
            return False
        token = token.head
    return True


def is_comment(token: "Token") -> bool:
    """Say whether a verb only comments on the statement it stands in: "It was, I think, a prank".

    Args:
        token: any word.
    """
    kids = {kid.dep_: kid.lower_ for kid in token.children}
    if _is_passive_comment(token, kids):
        return True
    listed = load("hedges")["comments"]["verbs"]
    if token.dep_ != "parataxis" or token.lemma_ not in listed:
        return False
    return kids.get("nsubj") in ("i", "we", "it") and not {"ccomp", "xcomp", "dobj"} & set(kids)


def _is_passive_comment(token: "Token", kids: Mapping[str, str]) -> bool:
    """Read "Orlan Works, it is believed, sold it"."""
    beside = token.dep_ in {"parataxis", "ccomp", "dep"} and kids.get("nsubjpass") == "it"
    alone = beside and not {"ccomp", "xcomp", "dobj", "agent"} & set(kids)
    return alone and token.tag_ == "VBN" and verb_strength(token, "passive") is not None


def _likening(token: "Token") -> bool:
    """The words "as though" of "it is almost as though" weaken the clause above them."""
    likens = token.lower_ in ("as", "if", "though") and token.dep_ in ("mark", "advmod", "prep")
    return (
        likens and token.head.dep_ == "advcl" and token.head.head.lemma_ in ("be", "look", "seem")
    )


def hedges(paragraph: Paragraph, words: Scope) -> tuple[Hedge, ...]:
    """Give the hedges of a proposition, longest wording first at each place, in order."""
    found: dict[int, Hedge] = {}
    taken: set[int] = set()
    for run, strength in [*_worded(words.tokens), *_verbs(words.tokens)]:
        places = {token.i for token in run}
        if not places & taken:
            taken |= places
            found[run[0].i] = hedge_at(paragraph, run, strength)
    return tuple(found[place] for place in sorted(found))


def _worded(tokens: "list[Token]") -> "Iterator[tuple[list[Token], float]]":
    lowered = [token.lower_ for token in tokens]
    for size in sorted(_phrases(), reverse=True):
        listed = _phrases()[size]
        for at in range(len(tokens) - size + 1):
            entry = listed.get(" ".join(lowered[at : at + size]))
            run = tokens[at : at + size]
            if entry and _counts(entry, run):
                yield _with_perfect(run), float(entry["strength"])


def _counts(entry: Mapping[str, Any], run: "list[Token]") -> bool:
    """The words have the part of speech, the neighbours and the place that make them a hedge."""
    first, last = run[0], run[-1]
    if entry.get("tag") not in (None, first.tag_) or _is_ability(first):
        return False
    if entry.get("dep") not in (None, last.dep_):
        return False
    if entry.get("copular") and last.dep_ == "amod" and last.head.head.lemma_ != "be":
        return False
    if "before" not in entry:
        return True
    near = last.doc[last.i : last.i + _NEAR]
    return any(token.lemma_.lower() in entry["before"] for token in near)


def _is_ability(token: "Token") -> bool:
    """Tell facts ("could not be reached", "could see", "what it could hold") from "could close"."""
    if token.lower_ != "could":
        return False
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is not None and following.dep_ == "neg":
        return True
    perceived = load("hedges")["perceiving"]["verbs"]
    kids = list(token.head.children)
    if any(kid.lower_ in ("how", "what") and kid.i < token.i for kid in kids):
        return True
    done = any(kid.lower_ in ("be", "have") for kid in kids)
    return token.head.lemma_ in perceived and not done


def _with_perfect(run: "list[Token]") -> "list[Token]":
    """Take "have" into "may have"."""
    last = run[-1]
    following = last.nbor() if last.i + 1 < len(last.doc) else None
    if last.tag_ == "MD" and following is not None and following.lower_ == "have":
        return [*run, following]
    return run


def _verbs(tokens: "list[Token]") -> "Iterator[tuple[list[Token], float]]":
    for token in tokens:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        if is_comment(token):
            listed = load("hedges")["comments"]["verbs"]
            yield [token], float(listed.get(token.lemma_) or verb_strength(token, "passive") or 0.0)
            continue
        for entry in load("hedges")["verbs"]:
            if entry["lemma"] == token.lemma_ and _fits(token, entry["needs"]):
                yield [token], float(entry["strength"])
                break


def _fits(token: "Token", needs: str) -> bool:
    children = {child.dep_ for child in token.children}
    if needs == "passive":
        return token.tag_ == "VBN" and "auxpass" in children and bool(_open(token))
    if needs == "clause":
        return "ccomp" in children and "auxpass" not in children
    if token.lemma_ == "look":
        opens = (kid for kid in token.children if kid.dep_ in ("xcomp", "acomp"))
        return _likens(token) or any(kid.i > token.i for kid in opens)
    return bool(children & {*_CLAUSES, "oprd", "acomp"}) or _likens(token)


def _likens(token: "Token") -> bool:
    """Tell "looks as if" and "seems like"."""
    later = [kid for kid in token.children if kid.i > token.i]
    return any(
        word.lower_ in ("if", "though", "like") and word.dep_ == "mark"
        for kid in later
        for word in kid.children
    )


def _open(token: "Token") -> "list[Token]":
    """What a passive verb goes on with: "to be", "of", "that"."""
    later = [child for child in token.children if child.i > token.i]
    if any(child.dep_ == "agent" for child in later):
        return []
    return [c for c in later if c.dep_ in _CLAUSES | {"oprd"} or c.lower_ == "of"]


def is_distant(paragraph: Paragraph, hedge: Hedge) -> bool:
    """Say whether a hedge is a word of the outlet's distance, written by the outlet.

    In the words of a quotation it is the speaker's.

    Args:
        paragraph: that it stands in.
        hedge: any of its hedges.
    """
    listed = load("hedges")["distance"]["words"]
    return hedge.text.lower() in listed and not _is_quoted(paragraph, hedge.span.start)


def _is_quoted(paragraph: Paragraph, place: int) -> bool:
    """A quotation of the paragraph has been opened before a place and not closed."""
    before = paragraph.doc.text[: place - paragraph.span.start]
    straight = before.count('"') % 2 == 1
    return straight or any(
        re.search(rf"{opened}(?:[^{shut}]|{shut}(?=\w))*$", before) is not None
        for opened, shut in (("“", "”"), ("‘", "’"), (r"(?<!\w)'", "'"))
    )


def hedge_at(paragraph: Paragraph, run: "list[Token]", strength: float) -> Hedge:
    """Make the hedge that a run of words is."""
    span = Span(paragraph.span_of(run[0]).start, paragraph.span_of(run[-1]).end)
    return Hedge(span.shift(-paragraph.span.start).of(paragraph.text), span, strength)


@lru_cache(maxsize=1)
def _phrases() -> dict[int, dict[str, Mapping[str, Any]]]:
    found: dict[int, dict[str, Mapping[str, Any]]] = {}
    for entry in load("hedges")["words"]:
        found.setdefault(len(entry["words"].split()), {})[entry["words"]] = entry
    return found


def word_strength(token: "Token") -> float | None:
    """Give how much a single word weakens by itself, None where it does not."""
    entry = _phrases()[1].get(token.lower_)
    return float(entry["strength"]) if entry and _counts(entry, [token]) else None


def verb_strength(token: "Token", needs: str) -> float | None:
    """Give how much a verb weakens when it is used so ("passive"), None where it does not."""
    for entry in load("hedges")["verbs"]:
        if entry["lemma"] == token.lemma_ and entry["needs"] == needs:
            return float(entry["strength"])
    return None
