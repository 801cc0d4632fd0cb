"""Which statements of a document say that something was, or was not, checked?

A check is a statement such as "Velory Today has not verified these claims", "the report was denied
by the mayor", "Orlan Works declined to comment". Its verdict hangs on one word (``verdicts``); here
it is read what that word speaks of, by what name whoever checked goes, and where it stands.

Who is only described ("the ministry") is told by the description. It fails on checks told at
length.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from allsource.claims import verdicts
from allsource.claims.checked import described, withheld
from allsource.claims.checkers import described_as, fullest, name_of, names, own_name
from allsource.claims.parse import Paragraph, Parsed
from allsource.claims.pointing import is_pointing
from allsource.claims.verdict import Status, Verdict
from allsource.model.span import Span, hull
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Check", "checks"]


@dataclass(frozen=True, slots=True)
class Check:
    """One statement that something was or was not checked.

    Args:
        status: what it says.
        by: name or description of who checked, or None.
        by_span: where that name stands; None for a description.
        span: the statement, from who to what.
        place: the word that the verdict hangs on.
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
        speaker: it speaks of all that one source says: "her account", "their claims".
        ahead: what follows its colon is meant.
        whole: it speaks of a report, or of an account as a whole.
    """

    status: Status
    by: str | None
    by_span: Span | None
    span: Span
    place: Span
    sentence: Span
    paragraph: int
    content: Span | None
    several: bool
    words: frozenset[str] = frozenset()
    numeric: bool = False
    about: Span | None = None
    echo: bool = False
    speaker: bool = False
    ahead: bool = False
    whole: bool = False


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
    found = verdicts.read(token)
    return None if found is None else _check(parsed, index, paragraph, token, found)


def _check(
    parsed: Parsed, index: int, paragraph: Paragraph, token: "Token", found: Verdict
) -> Check:
    who, what, before = found.who, found.what, found.before
    by_span = name_of(paragraph, who) if who is not None else None
    name = by_span.of(parsed.document.text) if by_span else None
    content = None if before or what is None else _subtree(paragraph, what)
    about = described(token) or (what if token.dep_ in ("amod", "acomp", "oprd") else None)
    return Check(
        status=found.status,
        by=name or own_name(parsed, who) or described_as(paragraph, who),
        by_span=by_span,
        span=_stretch(paragraph, token, who, what if before else None),
        place=paragraph.span_of(withheld(token) or token),
        sentence=paragraph.span_of(token.sent),
        paragraph=index,
        content=content,
        several=found.status == "no_comment" or (before and _is_several(what)),
        words=_words(what) if what is not None and before else frozenset(),
        numeric=what is not None and what.lemma_ in load("verification")["numeric"]["lemmas"],
        about=paragraph.span_of(about) if about is not None else None,
        echo=what is not None and found.status == "unverified" and is_pointing(what),
        speaker=what is not None and before and _is_all_said(what),
        ahead=before and _opens(token),
        whole=what is not None and before and what.lemma_.lower() in _wholes(),
    )


def _wholes() -> frozenset[str]:
    return frozenset({"report", "article", *load("verification")["whole"]["lemmas"]})


def _is_all_said(what: "Token") -> bool:
    """Tell "her account", "his claims" from "the claim" and "the account of the loan"."""
    if any(kid.lower_ == "of" for kid in what.children):
        return False
    poss = next((kid for kid in what.children if kid.dep_ == "poss"), None)
    several = what.tag_ == "NNS"
    owners = ("his", "her", "its") if several else ("his", "her", "its", "their")
    own = poss is not None and poss.lower_ in owners
    listed = load("verification")
    claims = what.lemma_.lower() in listed["about_claims"]["lemmas"]
    if what.lemma_.lower() in listed["numeric"]["lemmas"] or not claims:
        return False
    return own and (several or what.lemma_.lower() in listed["whole"]["lemmas"])


def _opens(token: "Token") -> bool:
    """A colon comes after the clause of a check, before anything else is told."""
    later = token.doc[token.i + 1 : token.sent.end]
    return next((word.text == ":" for word in later if word.is_punct), False)


def _is_several(what: "Token | None") -> bool:
    if what is None:
        return True
    listed = load("verification")
    if any(kid.lower_ in listed["last_only"]["words"] for kid in what.children):
        return False
    both = any(kid.lower_ in listed["both"]["words"] for kid in what.children)
    return both or what.tag_ in ("NNS", "NNPS", "DT", "PRP")


def _words(what: "Token") -> frozenset[str]:
    claims = load("verification")["about_claims"]["lemmas"]
    return frozenset(
        word.lower_
        for word in what.subtree
        if word.pos_ in ("NOUN", "PROPN", "NUM") and word.lemma_.lower() not in claims
    )


def _subtree(paragraph: Paragraph, token: "Token") -> Span:
    places = [paragraph.span_of(word) for word in token.subtree]
    return hull(places)


def _stretch(
    paragraph: Paragraph, token: "Token", who: "Token | None", what: "Token | None"
) -> Span:
    """From who checked to what was checked, without clauses that hang on either."""
    places = [paragraph.span_of(token)]
    places += [paragraph.span_of(w) for w in token.lefts] if token.pos_ == "NOUN" else []
    places += [paragraph.span_of(c) for c in token.children if c.dep_ in ("aux", "neg", "auxpass")]
    for end in (who, what):
        if end is not None and end.sent == token.sent:
            places += [paragraph.span_of(w) for w in [end, *end.lefts]]
    return hull(places)
