"""What is the name of whoever checked a claim, in its fullest form?

The name is taken from the subject or agent of the check: its own, or the last
one in it ("a spokesman for Orlan Works"). The fullest form is the longest name
in the document that ends with it or that it abbreviates; the outlet's own name
counts. "We" is the outlet.

Who is only described ("the ministry", "two officials") is told by the words of
the description, and such words are never taken for a name.
"""

import re
from typing import TYPE_CHECKING

from allsource.claims.callings import is_institution
from allsource.claims.checked import raised
from allsource.claims.parse import Paragraph, Parsed
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "antecedent",
    "described_as",
    "fullest",
    "is_named",
    "name_of",
    "names",
    "own_name",
    "who_of",
]

_SUBJECTS = ("nsubj", "nsubjpass")


def name_of(paragraph: Paragraph, who: "Token") -> Span | None:
    """The name in the words for who checked: the head's own, else the last inside."""
    words = [word for word in who.subtree if is_named(word)]
    if not is_named(who) and is_institution(who.lemma_.lower()):
        return None
    if is_named(who):
        words = [word for word in words if who.i in (word.i, word.head.i) and word.i <= who.i]
    if not words:
        return None
    run = _joined(words[-1]) if who.i == words[-1].i else [words[-1]]
    for word in reversed(words[:-1]):
        if word.i != run[0].i - 1:
            break
        run.insert(0, word)
    return Span(paragraph.span_of(run[0]).start, paragraph.span_of(run[-1]).end)


def _joined(name: "Token") -> "list[Token]":
    """In "Hallam & Fitch" both."""
    near = name.doc[name.i : name.i + 3]
    joined = len(near) == 3 and near[1].text == "&" and is_named(near[2])
    return list(near) if joined else [name]


def described_as(paragraph: Paragraph, who: "Token | None") -> str | None:
    """Give the words for a checker without a name, without article: "two officials".

    Args:
        paragraph: that the words stand in.
        who: their head, or None.
    """
    if who is None or who.pos_ not in ("NOUN", "PROPN", "NUM"):
        return None
    if who.lower_ in ("one", "none", "nobody") or any(k.lower_ == "no" for k in who.children):
        return None
    near = [kid for kid in who.lefts if kid.dep_ in ("amod", "compound", "nummod", "nmod", "poss")]
    start = min([who.i, *(kid.left_edge.i for kid in near)])
    words = paragraph.doc[start : who.i + 1].text
    return re.sub(
        r"^(?:an?|the|this|that|his|her|its|their)\s+",
        "",
        " ".join(words.split()),
        flags=re.IGNORECASE,
    )


def is_named(word: "Token") -> bool:
    """A proper noun, or a capital that does not just open the sentence."""
    if not word.text[0].isupper():
        return False
    if word.pos_ == "PROPN":
        return True
    if word.pos_ in ("DET", "PRON", "ADP", "SCONJ"):
        return False
    if word.i != word.sent.start or (len(word.text) > 1 and word.text.isupper()):
        return True
    followed = word.i + 1 < len(word.doc) and word.nbor().text[0].isupper()
    return followed or (word.tag_ == "NN" and word.dep_ in ("nsubj", "nsubjpass"))


def names(parsed: Parsed) -> frozenset[str]:
    """All runs of words that are parts of names, and what the document calls itself."""
    found: set[str] = {parsed.document.outlet} if parsed.document.outlet else set()
    for paragraph in parsed.paragraphs:
        start: int | None = None
        for token in paragraph.doc:
            if is_named(token) and start is None:
                start = token.i
            elif start is not None and not is_named(token):
                found.add(paragraph.doc[start : token.i].text)
                start = None
    return frozenset(found)


def fullest(names: frozenset[str], name: str | None) -> str | None:
    """Give the longest name in the document that ends with this one, or that it abbreviates.

    Example:
        >>> fullest(frozenset({"The Velory News", "Velory"}), "News")
        'Velory News'
    """
    if name is None:
        return None
    own = name.casefold()
    longer = [
        one
        for one in names
        if "\n" not in one and (one.casefold().endswith(f" {own}") or _initials(one) == name)
    ]
    best = max(longer, key=lambda one: (len(one), one), default=name)
    return best[4:] if best.casefold().startswith("the ") else best


def _initials(name: str) -> str:
    """Abbreviate a name of several words; a single word is no abbreviation of itself."""
    words = [word for word in name.split() if word[0].isupper() and word.casefold() != "the"]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def own_name(parsed: Parsed, who: "Token | None") -> str | None:
    """In "we could not verify" the outlet speaks of itself."""
    if who is None or who.lower_ not in load("verification")["ourselves"]["words"]:
        return None
    own = who.lower_ == "we" or any(child.lower_ in ("this", "our") for child in who.children)
    return parsed.document.outlet if own else None


def who_of(token: "Token") -> "Token | None":
    """Give the subject of a verb of checking, or of what it hangs on.

    Args:
        token: the verb.
    """
    own = _subject(token)
    return antecedent(own) if own is not None else None


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


def antecedent(own: "Token") -> "Token":
    """In "the office said it could not confirm" give the office.

    Args:
        own: the subject of a check.
    """
    if own.lower_ not in ("it", "he", "she", "they") or own.head.dep_ != "ccomp":
        return own
    above = own.head.head
    return next((kid for kid in above.children if kid.dep_ in _SUBJECTS), own)
