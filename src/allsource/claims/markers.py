"""Which words of a proposition weaken it, and do they bear on its main statement?

Hedges are found by the words and verbs of ``vocab/hedges.yaml``. A marker bears
on the statement where the path from it to the proposition's head crosses no
relative or adverbial clause: "the yard, which may close, delivered 40" is
asserted. Where the head is the second of two joined verbs, the helping words of
the first are its own too ("could buy and sell").

It fails where the parse is wrong, and on hedges told by whole clauses.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from allsource.claims.parse import Paragraph
from allsource.model.claim import Hedge
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Scope", "cue_hedges", "hedges", "scope"]

_SIDE_CLAUSES = {"relcl", "advcl", "acl", "appos", "parataxis"}
_HELPERS = {"aux", "auxpass", "neg", "advmod", "mark"}
_CLAUSES = {"ccomp", "xcomp", "csubj"}
_LONGEST_PATH = 60


@dataclass(frozen=True, slots=True)
class Scope:
    """The words of a proposition, its head, and which of them bear on the statement.

    Args:
        tokens: the words, with the helping words that govern the head from outside.
        head: the word the others hang on.
        main: those of ``tokens`` that stand in no side clause.
    """

    tokens: "list[Token]"
    head: "Token"
    main: "list[Token]"

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
        max(start, 0), min(end, len(paragraph.doc.text)), alignment_mode="expand"
    )
    if inside is None or not len(inside):
        return None
    head = inside.root
    tokens = {token.i: token for token in inside}
    for helper in _governing(head):
        tokens.setdefault(helper.i, helper)
    words = [tokens[place] for place in sorted(tokens)]
    return Scope(words, head, [token for token in words if _bears(token, head)])


def _governing(head: "Token") -> "Iterator[Token]":
    """The head's own helping words outside the proposition, and those it shares."""
    yield from (child for child in head.children if child.dep_ in _HELPERS)
    children = {child.dep_ for child in head.children}
    if head.dep_ == "conj" and not children & {"nsubj", "nsubjpass", "aux", "auxpass"}:
        shared = (child for child in head.head.children if child.dep_ in _HELPERS - {"advmod"})
        yield from (child for child in shared if child.i < head.i)


def _bears(token: "Token", head: "Token") -> bool:
    """Climb from a word to the head; a side clause on the way takes it out."""
    for _ in range(_LONGEST_PATH):
        if token.i in (head.i, token.head.i) or token.head.i == head.head.i != head.i:
            return True
        if token.dep_ in _SIDE_CLAUSES:
            return False
        token = token.head
    return True


def hedges(paragraph: Paragraph, words: Scope) -> tuple[Hedge, ...]:
    """Give the hedges of a proposition, longest wording first at each place, in order."""
    found: dict[int, Hedge] = {}
    taken: set[int] = set()
    for run, strength in [*_worded(words.tokens), *_verbs(words.tokens)]:
        places = {token.i for token in run}
        if not places & taken:
            taken |= places
            found[run[0].i] = _hedge(paragraph, run, strength)
    return tuple(found[place] for place in sorted(found))


def _worded(tokens: "list[Token]") -> "Iterator[tuple[list[Token], float]]":
    lowered = [token.lower_ for token in tokens]
    for size in sorted(_phrases(), reverse=True):
        listed = _phrases()[size]
        for at in range(len(tokens) - size + 1):
            entry = listed.get(" ".join(lowered[at : at + size]))
            run = tokens[at : at + size]
            if entry and entry.get("tag") in (None, run[0].tag_) and not _is_ability(run[0]):
                yield _with_perfect(run), float(entry["strength"])


def _is_ability(token: "Token") -> bool:
    """Tell "could not be reached" (a fact) from "could close" (a doubt)."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return token.lower_ == "could" and following is not None and following.dep_ == "neg"


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
    return bool(children & _CLAUSES) or "oprd" in children


def _open(token: "Token") -> "list[Token]":
    """What a passive verb goes on with: "to be", "of", "that"."""
    later = [child for child in token.children if child.i > token.i]
    if any(child.dep_ == "agent" for child in later):
        return []
    return [c for c in later if c.dep_ in _CLAUSES | {"oprd"} or c.lower_ == "of"]


def cue_hedges(paragraph: Paragraph, cue: Iterable[Span]) -> tuple[Hedge, ...]:
    """Give the hedges in a cue: the outlet's own distance ("claims", "reportedly")."""
    found: list[Hedge] = []
    for token in _tokens_at(paragraph, cue):
        entry = _cues().get(token.lemma_) if token.pos_ in ("VERB", "AUX") else None
        entry = entry or _phrases()[1].get(token.lower_)
        if entry and entry.get("tag") in (None, token.tag_):
            found.append(_hedge(paragraph, [token], float(entry["strength"])))
    return tuple(found)


def _tokens_at(paragraph: Paragraph, spans: Iterable[Span]) -> "Iterator[Token]":
    for span in spans:
        start, end = span.shift(-paragraph.span.start)
        inside = paragraph.doc.char_span(max(start, 0), end, alignment_mode="expand")
        yield from inside if inside is not None else ()


def _hedge(paragraph: Paragraph, run: "list[Token]", strength: float) -> Hedge:
    span = Span(paragraph.span_of(run[0]).start, paragraph.span_of(run[-1]).end)
    return Hedge(span.shift(-paragraph.span.start).of(paragraph.doc.text), span, strength)


@lru_cache(maxsize=1)
def _phrases() -> dict[int, dict[str, Mapping[str, Any]]]:
    found: dict[int, dict[str, Mapping[str, Any]]] = {}
    for entry in load("hedges")["words"]:
        found.setdefault(len(entry["words"].split()), {})[entry["words"]] = entry
    return found


@lru_cache(maxsize=1)
def _cues() -> dict[str, Mapping[str, Any]]:
    return {entry["lemma"]: entry for entry in load("hedges")["cues"]}
