"""Which words of a document say that something was, or was not, checked?

A check is a statement such as "Velory Today has not verified these claims",
"the report was denied by the mayor", "Orlan Works declined to comment". It is
found by its verb (or noun, or adjective) and read from the parse: who did not
verify, what, and whether that is something said before ("these claims", "it"),
the clause that follows ("that the hall was sold"), or the very source that is
described ("unverified footage").

Who is only described ("the ministry") is told by the description. It fails on
checks told at length.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from allsource.claims.checked import described, is_denied, is_done, raised, what_of, withheld
from allsource.claims.checkers import described_as, fullest, is_named, name_of, names, own_name
from allsource.claims.parse import Paragraph, Parsed
from allsource.claims.silences import is_silence, silent
from allsource.model.span import Span, hull
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Check", "checks"]

Status = Literal["unverified", "verified", "disputed", "no_comment"]
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Check:
    """One statement that something was or was not checked.

    Args:
        status: what it says.
        by: name or description of who checked, or None.
        by_span: where that name stands; None for a description.
        span: the statement, from who to what.
        sentence: the sentence it stands in.
        paragraph: index of its paragraph.
        content: the clause or thing checked, where it is told here; None where it is
            something said before.
        several: it speaks of more than one claim.
        words: what its object is called, lower-cased, apart from words for claims themselves:
            {"production", "velory"} in "the production figures given by Velory".
        numeric: its object is a number.
        about: where the noun stands that is described as (not) checked, which may be a source.
        echo: its clause only points back to what was said ("that he wrote it").
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
    about: Span | None = None
    echo: bool = False


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
    status = _status(token)
    if status is None:
        return None
    silent = status == "no_comment" or withheld(token) is not None
    what = None if silent else what_of(token)
    before = silent or _is_before(token, what, status)
    if not before and not _is_checkable(token, what, status):
        return None
    return _check(parsed, index, paragraph, token, status, what, before)


def _status(token: "Token") -> Status | None:
    listed = load("verification")
    if token.lower_ in listed["adjectives"]["words"] or withheld(token) is not None:
        return "unverified"
    if token.pos_ in ("VERB", "AUX"):
        return _verb_status(token)
    if token.lemma_ in listed["check_nouns"]["lemmas"]:
        return "unverified" if is_denied(token) or _is_lacking(token) else None
    return "unverified" if _gives_nothing(token) else None


def _is_lacking(noun: "Token") -> bool:
    """Tell "has not seen independent confirmation", "awaits confirmation"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "without":
        return True
    return noun.dep_ == "dobj" and (
        any(kid.dep_ == "neg" for kid in noun.head.children)
        or noun.head.lemma_ in load("verification")["yet"]["words"]
    )


def _gives_nothing(token: "Token") -> bool:
    """Tell "provided no evidence", "no evidence was given", "without offering proof"."""
    listed = load("verification")
    if token.lemma_.lower() not in listed["evidence"]["lemmas"]:
        return False
    verb = token.head
    if token.dep_ == "attr" and verb.lemma_ == "be":
        supports = [kid.lemma_ for kid in token.children if kid.dep_ in ("acl", "relcl", "prep")]
        independent = any(kid.lower_ == "independent" for kid in token.children)
        return _denied_noun(token) and (independent or "support" in supports)
    if token.dep_ not in ("dobj", "nsubjpass") or verb.lemma_ not in listed["give"]["lemmas"]:
        return False
    no = any(kid.dep_ == "neg" for kid in verb.children) or _denied_noun(token)
    return no or (verb.dep_ == "pcomp" and verb.head.lower_ == "without")


def _denied_noun(noun: "Token") -> bool:
    return any(kid.dep_ == "neg" or kid.lower_ == "no" for kid in noun.children)


def _verb_status(token: "Token") -> Status | None:
    listed = load("verification")
    denied = is_denied(token)
    if token.lemma_ in listed["verify"]["lemmas"]:
        return "unverified" if denied else "verified" if is_done(token) else None
    if token.lemma_ in listed["establish"]["lemmas"]:
        things = [what_of(token), *(k for k in token.children if k.dep_ in ("nsubjpass", "dobj"))]
        things += [kid for kid in token.children if kid.dep_ == "ccomp" and _is_authorship(kid)]
        return "unverified" if denied and any(map(_is_told, things)) else None
    if token.lemma_ == "know" and denied:
        return "unverified" if _is_ours(token) and _is_echo(what_of(token)) else None
    if token.lemma_ in listed["dispute"]["lemmas"]:
        return None if denied else "disputed"
    if _calls_false(token):
        return "disputed"
    return "no_comment" if is_silence(token, denied=denied) else None


def _calls_false(token: "Token") -> bool:
    """Tell "called the claim false", "says that is untrue"."""
    listed = load("hedges")["denied"]
    if token.lemma_ == "be":
        said = token.dep_ == "ccomp" and token.head.lemma_ in ("say", "insist", "add", "maintain")
        who = next((kid for kid in token.children if kid.dep_ in _SUBJECTS), None)
        told = who is not None and (who.lower_ in ("it", "that", "this") or _is_claim(who))
    else:
        said = token.lemma_ in listed["calls"] and _is_claim(what_of(token) or token)
        told = said
    near = [
        kid for kid in token.children if kid.dep_ in ("acomp", "attr", "oprd", "ccomp", "xcomp")
    ]
    near += [far for kid in near for far in kid.children]
    return said and told and any(kid.lower_ in listed["predicates"] for kid in near)


def _is_told(what: "Token | None") -> bool:
    return _is_claim(what) or (what is not None and what.dep_ == "ccomp")


def _is_authorship(clause: "Token") -> bool:
    """Tell "that he wrote it", "whether they are genuine" from "that the hall was sold"."""
    listed = load("verification")["authorship"]
    lemmas = {clause.lemma_, *(k.lemma_ for k in clause.children if k.dep_ in ("acomp", "attr"))}
    return bool(lemmas & set(listed["lemmas"]))


def _is_pointing(clause: "Token") -> bool:
    """It speaks of what was said just before: "that they are", "that he wrote it"."""
    back = ("it", "they", "them", "this")
    authorship = _is_authorship(clause) and any(kid.lower_ in back for kid in clause.children)
    return clause.dep_ == "ccomp" and (authorship or _is_echo(clause))


def _is_ours(verb: "Token") -> bool:
    """The outlet itself is the subject."""
    ours = load("verification")["ourselves"]["words"]
    return any(kid.dep_ == "nsubj" and kid.lower_ in ours for kid in verb.children)


def _is_echo(clause: "Token | None") -> bool:
    """A clause that only points back: "that they are", "whether it is true"."""
    if clause is None or clause.dep_ != "ccomp":
        return False
    pointing = load("verification")["pronouns"]["words"]
    subject = next((kid for kid in clause.children if kid.dep_ in _SUBJECTS), None)
    return clause.lemma_ == "be" and subject is not None and subject.lower_ in pointing


def _is_claim(what: "Token | None") -> bool:
    claims = load("verification")["about_claims"]["lemmas"]
    if what is None:
        return False
    return what.lemma_.lower() in claims or what.lower_ in ("it", "this", "that", "them")


def _check(
    parsed: Parsed,
    index: int,
    paragraph: Paragraph,
    token: "Token",
    status: Status,
    what: "Token | None",
    before: bool,
) -> Check:
    who = _who(token, status)
    by_span = name_of(paragraph, who) if who is not None else None
    name = by_span.of(parsed.document.text) if by_span else None
    content = None if before or what is None else _subtree(paragraph, what)
    about = described(token) or (what if token.dep_ in ("amod", "acomp", "oprd") else None)
    return Check(
        status=status,
        by=name or own_name(parsed, who) or described_as(paragraph, who),
        by_span=by_span,
        span=_stretch(paragraph, token, who, what if before else None),
        sentence=paragraph.span_of(token.sent),
        paragraph=index,
        content=content,
        several=status == "no_comment" or (before and _is_several(what)),
        words=_words(what) if what is not None and before else frozenset(),
        numeric=what is not None and what.lemma_ in load("verification")["numeric"]["lemmas"],
        about=paragraph.span_of(about) if about is not None else None,
        echo=what is not None and status == "unverified" and _is_pointing(what),
    )


def _is_several(what: "Token | None") -> bool:
    if what is None:
        return True
    listed = load("verification")
    if any(kid.lower_ in listed["last_only"]["words"] for kid in what.children):
        return False
    both = any(kid.lower_ in listed["both"]["words"] for kid in what.children)
    return both or what.tag_ in ("NNS", "NNPS", "DT", "PRP")


def _who(token: "Token", status: Status) -> "Token | None":
    """The agent of a passive, else the subject, perhaps of the verb it hangs on."""
    token = withheld(token) or token
    if status == "no_comment" and (other := silent(token)) is not None:
        return other
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    reached = token.lemma_ in load("verification")["reach"]["lemmas"]
    if not reached and any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children):
        return None
    if token.pos_ not in ("VERB", "AUX"):
        return None
    if token.lemma_ == "be" and token.dep_ == "ccomp":
        return next((kid for kid in token.head.children if kid.dep_ in _SUBJECTS), None)
    own = _subject(token)
    return _antecedent(token, own) if own is not None else None


def _subject(token: "Token") -> "Token | None":
    """The subject of the check, unless it is what is checked ("is impossible to verify")."""
    above = list(raised(token))
    for word in above:
        if word.lemma_ == "be" and any(
            kid.dep_ == "acomp" and kid.lower_ in ("impossible", "difficult", "hard", "possible")
            for kid in word.children
        ):
            return None
        for child in word.children:
            if child.dep_ in _SUBJECTS or (child.dep_ == "npadvmod" and is_named(child)):
                return None if _is_relative_to(word, child) else child
    shared = token.head if token.dep_ == "conj" else None
    return next((c for c in shared.children if c.dep_ in _SUBJECTS), None) if shared else None


def _is_relative_to(verb: "Token", subject: "Token") -> bool:
    """In "the footage, which shows" nobody checks."""
    return verb.dep_ == "relcl" and subject.tag_ in ("WDT", "WP") and verb.head.pos_ != "PROPN"


def _antecedent(token: "Token", own: "Token") -> "Token":
    """In "the office said it could not confirm" the office is meant."""
    if own.lower_ not in ("it", "he", "she", "they") or own.head.dep_ != "ccomp":
        return own
    above = own.head.head
    del token
    return next((kid for kid in above.children if kid.dep_ in _SUBJECTS), own)


def _is_before(token: "Token", what: "Token | None", status: Status) -> bool:
    """Tell "these claims", "it", "the figure" from a thing or clause named here.

    What could not be verified is a claim, whatever it is called; what was verified or
    denied must be called one, for welders verify bolts.
    """
    listed = load("verification")
    if what is None:
        verb = token.pos_ == "VERB" and token.lemma_ in listed["verify"]["lemmas"]
        return status == "unverified" and (verb or token.pos_ == "NOUN")
    if token.lemma_ in listed["evidence"]["lemmas"]:
        return True
    if what.pos_ not in ("NOUN", "PRON", "DET", "PROPN"):
        return False
    told = any(c.dep_ in ("acl", "ccomp", "relcl") and _has_subject(c) for c in what.children)
    told = told and token.dep_ != "relcl"
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
    if token.pos_ not in ("VERB", "AUX") or status == "unverified":
        return what is not None
    return what.dep_ == "ccomp" if what is not None else False


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
