"""Which words of a document say that something was, or was not, checked?

A check is a statement such as "Velory Today has not verified these claims",
"the report was denied by the mayor", "Orlan Works declined to comment". It is
found by its verb (or noun, or adjective) and read from the parse: who did not
verify, what, and whether that is something said before ("these claims", "it")
or the clause that follows ("that the hall was sold").

It fails where the checker is only described ("the ministry": ``by`` is None) and
on checks told at length.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from allsource.claims.checkers import fullest, is_named, name_of, names, own_name
from allsource.claims.parse import Paragraph, Parsed
from allsource.model.span import Span, hull
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Check", "checks"]

Status = Literal["unverified", "verified", "disputed", "no_comment"]
_SUBJECTS = ("nsubj", "nsubjpass")
_RAISING = 4
"""Verbs climbed through from the check to its subject: "has not been able to"."""
_OBJECTS = ("dobj", "nsubjpass", "pobj")


@dataclass(frozen=True, slots=True)
class Check:
    """One statement that something was or was not checked.

    Args:
        status: what it says.
        by: name of who checked, or None.
        by_span: where that name stands.
        span: the statement, from who to what.
        sentence: the sentence it stands in.
        paragraph: index of its paragraph.
        content: the clause or thing checked, where it is told here; None where it is
            something said before.
        several: it speaks of more than one claim.
        words: what its object is called, lower-cased, apart from words for claims themselves:
            {"production", "velory"} in "the production figures given by Velory".
        numeric: its object is a number.
    """

    status: Status
    by: str | None
    by_span: Span | None
    span: Span
    sentence: Span
    paragraph: int
    content: Span | None
    several: bool
    words: frozenset[str] = frozenset()
    numeric: bool = False


def checks(parsed: Parsed) -> tuple[Check, ...]:
    """Find the checks of a document, in text order.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> found = checks(parse_text("Velory Today could not verify the claims."))
        >>> found[0].status, found[0].by, found[0].several
        ('unverified', 'Velory Today', True)
    """
    found = [
        check
        for index, paragraph in enumerate(parsed.paragraphs)
        for token in paragraph.doc
        if (check := _read(parsed, index, paragraph, token)) is not None
    ]
    known = names(parsed) if found else frozenset[str]()
    full = (replace(one, by=fullest(known, one.by)) if one.by_span else one for one in found)
    return tuple(sorted(full, key=lambda check: check.span))


def _read(parsed: Parsed, index: int, paragraph: Paragraph, token: "Token") -> Check | None:
    listed = load("verification")
    if token.pos_ in ("VERB", "AUX"):
        status = _verb_status(token)
    elif token.lemma_ in listed["check_nouns"]["lemmas"]:
        status = "unverified" if _is_denied(token) else None
    else:
        status = "unverified" if token.lower_ in listed["adjectives"]["words"] else None
    if status is None:
        return None
    who, what = _who(token), None if status == "no_comment" else _what(token)
    before = status == "no_comment" or (what is not None and _is_before(what, status))
    if not before and not _is_checkable(token, what, status):
        return None
    return _check(parsed, index, paragraph, token, status, who, what, before)


def _check(
    parsed: Parsed,
    index: int,
    paragraph: Paragraph,
    token: "Token",
    status: Status,
    who: "Token | None",
    what: "Token | None",
    before: bool,
) -> Check:
    by_span = name_of(paragraph, who) if who is not None else None
    name = by_span.of(parsed.document.text) if by_span else None
    content = None if before or what is None else _subtree(paragraph, what)
    several = what is not None and before and what.tag_ in ("NNS", "NNPS", "DT", "PRP")
    return Check(
        status=status,
        by=name or own_name(parsed, who),
        by_span=by_span,
        span=_stretch(paragraph, token, who, what if before else None),
        sentence=paragraph.span_of(token.sent),
        paragraph=index,
        content=content,
        several=(several or status == "no_comment") and not _last_only(what),
        words=_words(what) if what is not None and before else frozenset(),
        numeric=what is not None and what.lemma_ in load("verification")["numeric"]["lemmas"],
    )


def _verb_status(token: "Token") -> Status | None:
    listed = load("verification")
    denied = _is_denied(token)
    if token.lemma_ in listed["verify"]["lemmas"]:
        return "unverified" if denied else "verified" if _is_done(token) else None
    if token.lemma_ in listed["dispute"]["lemmas"]:
        return None if denied else "disputed"
    return "no_comment" if _is_silence(token, denied=denied) else None


def _is_silence(token: "Token", *, denied: bool) -> bool:
    """Such as: declined to comment; did not respond to a request; had no comment."""
    listed = load("verification")
    children = list(token.children)
    if token.lemma_ in listed["decline"]["lemmas"]:
        return any(child.lemma_ == "comment" for child in children)
    if token.lemma_ in [*listed["answer"]["lemmas"], *listed["reach"]["lemmas"]]:
        around = {word.lemma_.lower() for word in token.subtree}
        return denied and bool(around & set(listed["asked"]["lemmas"]))
    if token.lemma_ == "have":
        return any(child.lemma_ == "comment" and _is_denied(child) for child in children)
    return denied and token.lemma_ == "comment"


def _is_done(token: "Token") -> bool:
    """Tell "has verified" from "we verify", "to verify" and "will verify"."""
    modal = any(child.tag_ in ("MD", "TO") for child in token.children)
    return token.tag_ in ("VBD", "VBN", "VBZ") and not modal


def _is_denied(token: "Token") -> bool:
    """A negator on the check or on what it depends on: "not been able to verify"."""
    listed = load("verification")
    for word in _raised(token):
        if word.lower_ in listed["unable"]["words"]:
            return True
        for child in word.children:
            if child.dep_ == "neg" or child.lower_ in ("no", "neither", *listed["unable"]["words"]):
                return True
            if child.dep_ in _SUBJECTS and child.lower_ in ("none", "neither"):
                return True
            if child.dep_ in _SUBJECTS and any(c.lower_ == "neither" for c in child.children):
                return True
    return False


def _raised(token: "Token") -> "Iterator[Token]":
    """The check and the verbs that it hangs on: able, possible, manage, be."""
    listed = load("verification")
    words = {*listed["able"]["words"], *listed["unable"]["words"], "be"}
    yield token
    for _ in range(_RAISING):
        if token.dep_ not in ("xcomp", "ccomp", "acomp", "advcl", "csubj"):
            return
        token = token.head
        if token.lemma_ not in words and token.lower_ not in words:
            return
        yield token


def _who(token: "Token") -> "Token | None":
    """The agent of a passive, else the subject, perhaps of the verb it hangs on."""
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    reached = token.lemma_ in load("verification")["reach"]["lemmas"]
    if not reached and any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children):
        return None
    if token.pos_ not in ("VERB", "AUX"):
        return None
    for word in _raised(token):
        for child in word.children:
            if child.dep_ in _SUBJECTS or (child.dep_ == "npadvmod" and is_named(child)):
                return child
    shared = token.head if token.dep_ == "conj" else None
    return next((c for c in shared.children if c.dep_ in _SUBJECTS), None) if shared else None


def _what(token: "Token") -> "Token | None":
    """What was checked: object, subject of a passive, clause, or the noun modified."""
    if token.dep_ == "amod":
        clause = [c for c in token.head.children if c.dep_ in ("acl", "relcl", "prep")]
        return clause[0] if clause else token.head
    if token.dep_ in ("acomp", "oprd"):
        return next((c for c in token.head.children if c.dep_ in _SUBJECTS), None)
    if token.dep_ == "relcl" and not any(c.dep_ == "ccomp" for c in token.children):
        return token.head
    for child in token.children:
        if child.dep_ in ("ccomp", "dobj", "nsubjpass"):
            return _of_them(child)
    noun = token.pos_ == "NOUN"
    prep = next((c for c in token.children if noun and c.lower_ in ("of", "that")), None)
    return next((c for c in prep.children if c.dep_ == "pobj"), None) if prep else None


def _of_them(token: "Token") -> "Token":
    """In "none of the claims" the claims are meant."""
    if token.lower_ not in ("none", "neither", "any", "either", "some"):
        return token
    preps = [c for c in token.children if c.dep_ == "prep"]
    return next((c for prep in preps for c in prep.children if c.dep_ == "pobj"), token)


def _is_before(what: "Token", status: Status) -> bool:
    """Tell "these claims", "it", "the figure" from a thing or clause named here.

    What could not be verified is a claim, whatever it is called; what was verified or
    denied must be called one, for welders verify bolts.
    """
    listed = load("verification")
    if what.pos_ not in ("NOUN", "PRON", "DET", "PROPN"):
        return False
    told = any(c.dep_ in ("acl", "ccomp") and _has_subject(c) for c in what.children)
    called = what.lemma_.lower() in listed["about_claims"]["lemmas"]
    return not told and (
        called or status == "unverified" or what.lower_ in listed["pronouns"]["words"]
    )


def _has_subject(clause: "Token") -> bool:
    """Tell "the claim that it was sold" from "the claim made by the union"."""
    return any(child.dep_ in _SUBJECTS for child in clause.children)


def _words(what: "Token") -> frozenset[str]:
    claims = load("verification")["about_claims"]["lemmas"]
    return frozenset(
        word.lower_
        for word in what.subtree
        if word.pos_ in ("NOUN", "PROPN", "NUM") and word.lemma_.lower() not in claims
    )


def _is_checkable(token: "Token", what: "Token | None", status: Status) -> bool:
    """A clause was checked, or a claim is called unverified; welders verify bolts."""
    if status in ("no_comment", "disputed"):
        return False
    if token.pos_ not in ("VERB", "AUX"):
        return True
    return what is not None and what.dep_ == "ccomp"


def _last_only(what: "Token | None") -> bool:
    words = load("verification")["last_only"]["words"]
    return what is not None and any(c.lower_ in words for c in what.children)


def _subtree(paragraph: Paragraph, token: "Token") -> Span:
    places = [paragraph.span_of(word) for word in token.subtree]
    return hull(places)


def _stretch(
    paragraph: Paragraph, token: "Token", who: "Token | None", what: "Token | None"
) -> Span:
    """From who checked to what was checked, without clauses that hang on either."""
    places = [paragraph.span_of(token)]
    places += [paragraph.span_of(c) for c in token.children if c.dep_ in ("aux", "neg", "auxpass")]
    for end in (who, what):
        if end is not None and end.sent == token.sent:
            places += [paragraph.span_of(w) for w in [end, *end.lefts]]
    return hull(places)
