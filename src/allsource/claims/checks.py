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
    """

    status: Status
    by: str | None
    by_span: Span | None
    span: Span
    sentence: Span
    paragraph: int
    content: Span | None
    several: bool


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
    names = _names(parsed) if found else frozenset()
    full = (replace(one, by=_fullest(names, one.by)) if one.by_span else one for one in found)
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
    before = _is_before(what) if what is not None else status == "no_comment"
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
    by_span = _name(paragraph, who) if who is not None else None
    name = by_span.of(parsed.document.text) if by_span else None
    content = None if before or what is None else _subtree(paragraph, what)
    several = what is not None and before and what.tag_ in ("NNS", "NNPS", "DT", "PRP")
    return Check(
        status=status,
        by=name or _own_name(parsed, who),
        by_span=by_span,
        span=_stretch(paragraph, token, who, what if before else None),
        sentence=paragraph.span_of(token.sent),
        paragraph=index,
        content=content,
        several=(several or status == "no_comment") and not _last_only(what),
    )


def _verb_status(token: "Token") -> Status | None:
    listed = load("verification")
    denied = _is_denied(token)
    if token.lemma_ in listed["verify"]["lemmas"]:
        return "unverified" if denied else "verified" if _is_done(token) else None
    if token.lemma_ in listed["dispute"]["lemmas"]:
        return None if denied else "disputed"
    around = {word.lemma_.lower() for word in token.subtree}
    asked = bool(around & set(listed["asked"]["lemmas"]))
    if token.lemma_ in listed["decline"]["lemmas"]:
        return "no_comment" if any(c.lemma_ == "comment" for c in token.children) else None
    if token.lemma_ in [*listed["answer"]["lemmas"], *listed["reach"]["lemmas"]]:
        return "no_comment" if denied and asked else None
    if token.lemma_ == "have":
        silent = any(c.lemma_ == "comment" and _is_denied(c) for c in token.children)
        return "no_comment" if silent else None
    return None


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
            if child.dep_ in _SUBJECTS or (child.dep_ == "npadvmod" and _is_named(child)):
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


def _is_before(what: "Token") -> bool:
    """Tell "these claims", "it", "the figure" from a thing named here."""
    listed = load("verification")
    if what.pos_ not in ("NOUN", "PRON", "DET", "PROPN"):
        return False
    if what.lemma_.lower() in listed["about_claims"]["lemmas"]:
        return not any(
            c.dep_ in ("acl", "relcl", "ccomp") and c.i > what.i for c in what.children
        ) or any(c.dep_ == "relcl" for c in what.children)
    return what.lower_ in listed["pronouns"]["words"]


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


def _name(paragraph: Paragraph, who: "Token") -> Span | None:
    """The name in the words for who checked: the head's own, else the last inside."""
    words = [word for word in who.subtree if _is_named(word)]
    if _is_named(who):
        words = [word for word in words if who.i in (word.i, word.head.i) and word.i <= who.i]
    if not words:
        return None
    run = [words[-1]]
    for word in reversed(words[:-1]):
        if word.i != run[0].i - 1:
            break
        run.insert(0, word)
    return Span(paragraph.span_of(run[0]).start, paragraph.span_of(run[-1]).end)


def _is_named(word: "Token") -> bool:
    """A proper noun, or a capital that does not just open the sentence."""
    if word.pos_ == "PROPN":
        return True
    if not word.text[0].isupper() or word.pos_ in ("DET", "PRON", "ADP", "SCONJ"):
        return False
    opens = word.i == word.sent.start
    return not opens or (word.i + 1 < len(word.doc) and word.nbor().text[0].isupper())


def _names(parsed: Parsed) -> frozenset[str]:
    """All runs of words that are parts of names."""
    found: set[str] = set()
    for paragraph in parsed.paragraphs:
        start: int | None = None
        for token in paragraph.doc:
            if _is_named(token) and start is None:
                start = token.i
            elif start is not None and not _is_named(token):
                found.add(paragraph.doc[start : token.i].text)
                start = None
    return frozenset(found)


def _fullest(names: frozenset[str], name: str | None) -> str | None:
    """The longest name in the document that ends with this one."""
    longer = [one for one in names if name and one.endswith(f" {name}") and "\n" not in one]
    return max(longer, key=lambda one: (len(one), one), default=name)


def _own_name(parsed: Parsed, who: "Token | None") -> str | None:
    """In "we could not verify" the outlet speaks of itself."""
    if who is None or who.lower_ not in load("verification")["ourselves"]["words"]:
        return None
    own = who.lower_ == "we" or any(child.lower_ in ("this", "our") for child in who.children)
    return parsed.document.outlet if own else None
