"""What does a bare number count, where the words beside it do not say?

"Orlan Works builds pumps. It makes 40 a month": the 40 are pumps. Looked for in
this order: what stands after "of" ("nine of them"); what another number of the
same sentence counts; what the sentence before counts, makes or is about. The
answer is the noun of the text with its place, never a guess from outside.

Who does the counting is never what is counted ("the employers have offered 4"). It fails where two
things are made and the number may be of either.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allsource.claims.clauses import child, subject
from allsource.claims.parse import Paragraph
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

__all__ = ["antecedent"]

_BACK = 3
"""Sentences looked back through."""
_PLURAL = ("NNS", "NNPS")
_SUBJECTS = ("nsubj", "nsubjpass")


def antecedent(paragraph: Paragraph, number: Span) -> "Token | None":
    """Give the noun that a number counts, from the words before it in its paragraph.

    Args:
        paragraph: where the number stands.
        number: absolute span of the quantity's words.

    Returns:
        The noun, or None where the number has a unit of its own or nothing before it can be counted.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> (paragraph,) = parse_text("Orlan Works builds pumps. It makes 40 a month.").paragraphs
        >>> antecedent(paragraph, Span(35, 37)).text
        'pumps'
    """
    start, end = number.shift(-paragraph.span.start)
    words = paragraph.doc.char_span(start, end, alignment_mode="expand")
    return _found(words) if words is not None else None


def _found(words: "Words") -> "Token | None":
    root = words.root
    if root.dep_ == "pobj" and root.head.head.lemma_ in load("measured_things")["bodies"]:
        return None
    if root.pos_ in ("NOUN", "SYM") or any(t.text in "%$€£" for t in words):
        return None
    if root.dep_ in ("nummod", "compound", "quantmod") and root.head.pos_ in ("NOUN", "PROPN"):
        beside = root.head.i > root.i and root.head.i - words.end < 4
        return root.head if beside and root.head.dep_ != "npadvmod" else _before(words)
    return _of(root) or _before(words)


def _of(number: "Token") -> "Token | None":
    """For "nine of the pumps" and "of the pumps tested, nine leaked", the pumps."""
    own = next((kid for kid in number.children if kid.lower_ == "of"), None)
    front = next((kid for kid in number.head.children if kid.lower_ == "of"), None)
    for of in (own, front):
        noun = child(of, "pobj") if of is not None else None
        if noun is not None and noun.pos_ == "NOUN":
            return noun
    return None


def _before(words: "Words") -> "Token | None":
    """The nearest thing counted, made or spoken of before a number."""
    doc, first = words.doc, words.start
    doer = subject(words.root.head)
    if doer is None and words.root.dep_ == "pobj":
        verb = next((t for t in words.root.ancestors if t.pos_ in {"VERB", "AUX"}), None)
        doer = subject(verb) if verb is not None else None
    for at, sentence in enumerate(_sentences_back(doc, first)):
        near = [t for t in sentence if t.i < first and t != doer]
        for looked in (_numbered, _made, _led) if at else (_numbered, _fronted):
            found = list(looked(near))
            if found:
                return found[-1]
    return None


def _sentences_back(doc: "Doc", place: int) -> "Iterator[Words]":
    """The sentence of a place and a few before it, latest first."""
    at = place
    for _ in range(_BACK + 1):
        sentence = doc[at].sent
        yield sentence
        if sentence.start == 0:
            return
        at = sentence.start - 1


def _numbered(near: "list[Token]") -> "Iterator[Token]":
    """Nouns that another number counts."""
    for token in near:
        if token.dep_ == "pobj" and token.head.lower_ == "in" and token.head.head.pos_ == "VERB":
            continue
        counted_by = any(kid.dep_ == "nummod" and kid.i < token.i for kid in token.children)
        if token.tag_ in _PLURAL and counted_by and not _is_measure(token):
            yield token


def _made(near: "list[Token]") -> "Iterator[Token]":
    """Objects of verbs of making, having and using, and what deliveries are of."""
    listed = load("arguments")
    for token in near:
        if (
            token.dep_ == "dobj"
            and token.tag_ in _PLURAL
            and (token.head.lemma_ in listed["making"]["lemmas"])
        ):
            yield token
        elif token.lemma_ in listed["measures"]["nouns"]:
            of = next((kid for kid in token.children if kid.lower_ == "of"), None)
            noun = child(of, "pobj") if of is not None else None
            if noun is not None and noun.tag_ in _PLURAL:
                yield noun


def _led(near: "list[Token]") -> "Iterator[Token]":
    """Plural nouns in the chief places of a clause, the subject last as the likeliest."""
    for labels in (("pobj",), ("dobj", "attr"), _SUBJECTS):
        for token in near:
            person = token.ent_type_ == "PERSON"
            if (
                token.dep_ in labels
                and token.tag_ in _PLURAL
                and not person
                and not _is_measure(token)
            ):
                yield token


def _fronted(near: "list[Token]") -> "Iterator[Token]":
    """In "the guild ordered engines, 12 of which have come" and "of the pumps tested, nine"."""
    for token in near:
        counts = token.head.lower_ == "of" or token.dep_ in ("dobj", *_SUBJECTS)
        if token.tag_ in _PLURAL and counts and not _is_measure(token):
            yield token


def _is_measure(token: "Token") -> bool:
    """Times, moneys and measures count nothing that a bare number would."""
    lemma = token.lemma_.lower()
    measures = load("arguments")["measures"]["nouns"]
    return lemma in measures or token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT")
