"""What sort of source does a proper name tell, and how is it written?

Names are decided by the parser's entity labels, the list of outlets, titles or appositions that only
people have, and words that only bodies' names end with; an address is a site, a handle a user, "the
Norseman" somebody told of before.

It fails on names that the parser labels wrongly and that stand without a title ("Orlan said"): an
organisation may then pass for a person.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from allsource.claims.authorship import is_articled, names_outlet
from allsource.claims.callings import classes, is_body, is_institution, is_trade, listed_outlets
from allsource.claims.clauses import child, lemma
from allsource.claims.described import Described
from allsource.claims.descriptions import description
from allsource.claims.kinds import kind_of
from allsource.claims.titles import named_span
from allsource.model.claim import SourceKind
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["apposed_body", "bare", "named", "site"]

_SITE = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|tv|co\.[a-z]{2}|[a-z]{2})$")


_NATIVE = re.compile(r"^[A-Z][a-z]+(?:man|woman|ian|ese)$")


_NAMES = frozenset({"PERSON", "ORG", "GPE"})


def site(head: "Token") -> Described | None:
    """A site's address, a user's handle, or an outlet that the parser takes for no name."""
    odd = head.text.istitle() and head.pos_ in {"ADJ", "ADV", "VERB", "X"}
    listed = odd and head.text.casefold() in listed_outlets()[0]
    if head.text.startswith("@") and len(head.text) > 1:
        return Described("named_person", head.text)
    return Described("outlet", head.text) if _SITE.match(head.text) or listed else None


def named(head: "Token") -> Described | None:
    """Read a proper name, None for any other word.

    Args:
        head: of a source.
    """
    return (_apposition(head) or _native(head) or _proper(head)) if _is_name(head) else None


def bare(head: "Token") -> Described | None:
    """A capitalised word without an article that the parser takes for none of a name: "Tessary"."""
    odd = head.text[0].isupper() and head.pos_ in {"ADJ", "X", "ADV"} and not list(head.lefts)
    known = any(lemma(head) in nouns for nouns in classes().values())
    if not odd or known or not head.text.isalpha() or head.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    return _body(head.text)


def _is_name(head: "Token") -> bool:
    """A capitalised word, or the lower-case end of a name with a hyphen ("Kim Heung-gwang")."""
    if head.text[0].isupper():
        return head.pos_ == "PROPN" or head.ent_type_ in _NAMES
    if head.i < 2 or not (head.ent_type_ in {"PERSON", "ORG"} or head.pos_ == "PROPN"):
        return False
    hyphened = head.nbor(-1).text in {"-", "‑"} and not head.nbor(-1).whitespace_
    return hyphened and head.nbor(-2).pos_ == "PROPN"


def _apposition(head: "Token") -> Described | None:
    """For "the Diplomat, a magazine in Tokyo" what the apposition says."""
    noun = child(head, "appos")
    if noun is None or noun.pos_ != "NOUN" or not is_institution(lemma(noun)):
        return None
    name = named_span(head)
    return Described("outlet", name) if lemma(noun) in classes()["outlet"] else _body(name)


def apposed_body(head: "Token") -> Described | None:
    """For "the news site Harbour Watch" the body or outlet that is named."""
    noun = lemma(head)
    name = child(head, "appos")
    if name is None or not _is_name(name):
        return None
    if noun in classes()["either"]:
        return Described("organization", named_span(name), head=noun)
    if not is_institution(noun):
        return None
    kind: SourceKind = "outlet" if noun in classes()["outlet"] else "organization"
    return Described(kind, named_span(name), head=noun)


def _proper(head: "Token") -> Described:
    name = named_span(head)
    if name.casefold() in classes()["sensor"]:
        return Described("sensor", name)
    if names_outlet(name, head):
        return Described("outlet", _uncalled(name))
    if is_body(name):
        return _body(name)
    if (head.ent_type_ == "PERSON" and not (is_articled(head) and " " not in name)) or _titled(
        head
    ):
        return Described("named_person", name, gender=_honoured(head))
    if head.tag_ in {"NNPS", "NNS"} and (head.ent_type_ == "NORP" or len(name.split()) == 1):
        one = re.sub(r"ies$", "y", name.casefold()).removesuffix("s")
        kind = kind_of(head, one, frozenset(), plural=True)
        return Described(kind or "unnamed_group", name, head=name.casefold(), plural=True)
    return _lettered(head, name)


def _uncalled(name: str) -> str:
    """A name without what it is called, where a sentence begins so: "Broadcaster KTV"."""
    first, _, rest = name.partition(" ")
    called = first.casefold() in {"broadcaster", "newspaper", "magazine", "tabloid"}
    return rest if called and rest else name


def _native(head: "Token") -> Described | None:
    """Somebody told of by where they are from: "the Norseman", "the Kethian"."""
    name = named_span(head)
    native = head.ent_type_ == "NORP" or _NATIVE.search(name) is not None
    if not native or " " in name or name.endswith("s") or not is_articled(head):
        return None
    if head.tag_ not in {"NNP", "NN"}:
        return None
    return Described(
        "unnamed_person", name, definite=True, head=name.casefold(), modifiers=frozenset({"native"})
    )


def _honoured(head: "Token") -> str | None:
    """Whether an honorific before a name is a man's or a woman's: "Mrs Orlan"."""
    raw = load("given_names")
    before = {word.lower_.rstrip(".") for word in head.doc[head.left_edge.i : head.i]}
    titles = before & set(raw["honorifics"]["words"])
    return next((g for g in ("male", "female") if titles & set(raw["words"][g])), None)


def _lettered(head: "Token", name: str) -> Described:
    """A capitalised noun that no label tells: a document, a post, or else a body."""
    last = name.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1].lower()
    if last in classes()["document"] and head.ent_type_ not in {"ORG", "GPE"}:
        return Described("document", name)
    if last in _human_titles():
        return Described("unnamed_official", description(head), head=last, definite=True)
    return _body(name)


def _body(name: str) -> Described:
    *before, last = name.casefold().split()
    return Described("organization", name, head=last, modifiers=frozenset(before))


@lru_cache(maxsize=1)
def _human_titles() -> frozenset[str]:
    known = classes()
    return (known["official"] | known["person"]) - known["organization"]


def _titled(head: "Token") -> bool:
    """A title before the name or a role after it: only people have them."""
    left = head.left_edge
    titles = classes()["titles"]
    if left.i < head.i and left.text.rstrip(".").casefold() in titles:
        return head.ent_type_ not in {"ORG", "GPE"}
    role = child(head, "appos")
    return role is not None and is_trade(lemma(role))
