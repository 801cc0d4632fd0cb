"""By what words does a text describe a source that it does not name?

The noun with what stands before it and the phrases that tell it apart, without article, number,
apposition, clause and time.

It fails where the parse takes a phrase that tells a source apart for one of the verb.
"""

import re
from typing import TYPE_CHECKING

from allsource.claims.clauses import child, group, lemma
from allsource.claims.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ARTICLE", "description", "plain_description"]

_NUMBER = re.compile(
    r"^(?:at least |about |some |more than |nearly |all )*"
    r"(?:(?!(?:1[89]|2[01])\d\d\b)\d[\d.,]*(?!\s+to\b)|one(?=\s+of\b)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens|scores|hundreds"
    r"|thousands|some|several|many|most|both|(?:a |large |growing |small )*number|a few|few|a couple|couple"
    r"|(?:the )?majority|half)\s+(?:of\s+)?(?:the\s+|his\s+|her\s+|its\s+|their\s+|other\s+)?(?=\w)",
    re.IGNORECASE,
)
_TIMES = frozenset({"in", "on", "at", "during", "since", "after", "before"})
ARTICLE = re.compile(
    r"^(?:an?|one(?!\s+of\b)|another|the|this|that|these|those|his|her|their|its|our)\s+",
    re.IGNORECASE,
)


def description(head: "Token") -> str:
    """The words of an unnamed source without article, apposition and clause."""
    far = {"appos", "relcl", "acl", "advcl", "advmod", "conj", "cc", "punct", "case", "npadvmod"}
    told = lemma(head) in lexicon().nouns
    cut = min(
        (
            kid.left_edge.i
            for kid in head.children
            if kid.i > head.i and (kid.dep_ in far or _when(kid) or (told and kid.dep_ == "prep"))
        ),
        default=len(head.doc),
    )
    commas = [word.i for word in head.doc[head.i : head.right_edge.i + 1] if word.text == ","]
    cut = min(cut, *commas[:1], len(head.doc))
    places = [place for place in sorted(group(head)) if place < cut]
    words = head.doc[places[0] : places[-1] + 1].text
    return plain_description(words).strip(" ,.;:\"“”'") or head.text


def plain_description(words: str) -> str:
    """Take articles, and the number of those described, off the front of a description.

    Example:
        >>> plain_description("at least two of the officials"), plain_description("Two welders")
        ('officials', 'welders')
    """
    plain = ARTICLE.sub("", " ".join(words.split()))
    plain = re.sub(r"^(?:same|very same)\s+", "", plain)
    counted = _NUMBER.sub("", plain)
    return counted if counted[:1].isalpha() else plain


def _when(kid: "Token") -> bool:
    """A time told after a noun: "an analysis in May"."""
    noun = child(kid, "pobj") if kid.dep_ == "prep" else None
    return noun is not None and noun.ent_type_ in {"DATE", "TIME"} and kid.lower_ in _TIMES
