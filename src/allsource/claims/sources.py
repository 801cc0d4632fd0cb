"""What sort of source do these words name, and by what name?

The head noun decides, by the classes of ``vocab/sources.yaml``; names are
decided by the parser's entity labels, the list of outlets, and titles or
appositions that only people have.

It fails on names that the parser labels wrongly and that stand without a title
("Orlan said"): an organisation may then pass for a person. It never says who an
unnamed source is.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from allsource.claims.authorship import has_author, is_articled, names_outlet, reported_by
from allsource.claims.callings import (
    classes,
    ends_as_person,
    is_body,
    is_human,
    is_institution,
    is_trade,
    listed_outlets,
    makes,
)
from allsource.claims.clauses import child, children, lemma
from allsource.claims.descriptions import description
from allsource.claims.titles import named_span
from allsource.model.claim import SourceKind
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Described", "antecedent", "describe"]

_SITE = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|tv|co\.[a-z]{2}|[a-z]{2})$")
_NATIVE = re.compile(r"^[A-Z][a-z]+(?:man|woman|ian|ese)$")
_QUANTIFIERS = frozenset(
    {"one", "some", "many", "most", "several", "few", "each", "both", "all", "two", "three", "four"}
    | {"number", "dozens", "hundreds", "majority", "percent", "%", "half", "group", "none", "any"}
)
_CROWD = frozenset(
    {"some", "many", "others", "most", "several", "few", "both", "all", "those", "who"}
    | {"everyone", "everybody"}
)
_OTHERS = frozenset({"one", "another", "other", "third", "fourth", "fifth"})
_DEEPEST = 6
"""Clauses looked through between a relative pronoun and its noun."""
_NAMES = frozenset({"PERSON", "ORG", "GPE"})


@dataclass(frozen=True, slots=True)
class Described:
    """A source as its own words describe it.

    Args:
        kind: what sort of source, None where the words name no possible source.
        name: the name, or the description without its article.
        pronoun: it is a pronoun, to be resolved.
        definite: it points back ("the", "this", "the same").
        head: lemma of the head noun, lower case.
        modifiers: words before the head, lower case, without articles.
        plural: more than one.
        gender: "male" or "female", where an honorific before the name says so ("Mrs Orlan").
    """

    kind: SourceKind | None
    name: str
    pronoun: bool = False
    definite: bool = False
    head: str = ""
    modifiers: frozenset[str] = frozenset()
    plural: bool = False
    gender: str | None = None


def describe(head: "Token") -> Described:
    """Describe a source by its head word.

    Args:
        head: the head word of the source in a parsed paragraph.
    """
    head = _titled_name(head)
    readers = (
        _spoken,
        _counting,
        _example_of,
        _site,
        _named,
        _bare,
        _apposed_body,
        _called_so,
        _lone,
    )
    return next((found for read in readers if (found := read(head)) is not None), _common(head))


def _spoken(head: "Token") -> Described | None:
    """A pronoun; or, for "a man's voice", the man."""
    owner = child(head, "poss")
    if head.lower_ in {"voice", "voices"} and owner is not None:
        return describe(owner)
    return _pronoun(head) if head.pos_ == "PRON" or head.tag_ in {"PRP", "PRP$"} else None


def _counting(head: "Token") -> Described | None:
    """For "two of the officials", the officials; for "one of them", one."""
    one = _one_of(head)
    counted = _counted(head)
    if one is not None or counted == head:
        return one
    inner = describe(counted)
    kind: SourceKind | None = "unnamed_group" if inner.kind == "unnamed_person" else inner.kind
    return Described(kind, description(head), head=inner.head, plural=True)


def _example_of(head: "Token") -> Described | None:
    named = _example(head) or _apposed(head)
    return Described("named_person", named_span(named), head=lemma(head)) if named else None


def _site(head: "Token") -> Described | None:
    """A site's address, a user's handle, or an outlet that the parser takes for no name."""
    odd = head.text.istitle() and head.pos_ in {"ADJ", "ADV", "VERB", "X"}
    listed = odd and head.text.casefold() in listed_outlets()[0]
    if head.text.startswith("@") and len(head.text) > 1:
        return Described("named_person", head.text)
    return Described("outlet", head.text) if _SITE.match(head.text) or listed else None


def _named(head: "Token") -> Described | None:
    return (_apposition(head) or _native(head) or _proper(head)) if _is_name(head) else None


def _bare(head: "Token") -> Described | None:
    """A capitalised word without an article that the parser takes for none of a name: "Tessary"."""
    odd = head.text[0].isupper() and head.pos_ in {"ADJ", "X", "ADV"} and not list(head.lefts)
    known = any(lemma(head) in nouns for nouns in classes().values())
    if not odd or known or not head.text.isalpha() or head.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    return _body(head.text)


def _called_so(head: "Token") -> Described | None:
    called, noun = _called(head), lemma(head)
    if called is not None and called.text.startswith("@"):
        return Described("named_person", called.text, head=noun)
    if called is None or not (is_human(noun) or is_institution(noun)):
        return None
    kind: SourceKind = "named_person" if is_human(noun) else "organization"
    return Described(kind, named_span(called), head=noun)


def _lone(head: "Token") -> Described | None:
    lone = _before_colon(head) or _after_words(head)
    return Described("named_person", named_span(head)) if lone else None


def _titled_name(head: "Token") -> "Token":
    """The name, where the parse makes a title before it the head: "Cllr Mara Vell"."""
    name = child(head, "appos")
    title = head.text.rstrip(".").casefold() in classes()["titles"] and head.pos_ == "PROPN"
    close = title and name is not None and name.pos_ == "PROPN" and name.left_edge.i == head.i + 1
    return name if close and name is not None else head


def antecedent(head: "Token") -> "Token | None":
    """Give the noun that a relative pronoun stands for, None for any other word.

    Args:
        head: of a source, in a parsed paragraph.
    """
    if head.lower_ not in {"who", "which", "that"} or head.tag_ not in {"WP", "WDT"}:
        return None
    verb = head.head
    for _ in range(_DEEPEST):
        if verb.dep_ == "relcl":
            return verb.head if verb.head.i < head.i else None
        if verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _called(head: "Token") -> "Token | None":
    """For "a user called Rivermouse", the name."""
    for clause in children(head, "acl"):
        if clause.lemma_ in {"call", "name", "dub"}:
            near = head.doc[clause.i + 1 : clause.i + 3]
            name = next((w for w in near if w.pos_ == "PROPN" or w.text.startswith("@")), None)
            while name is not None and name.dep_ == "compound":
                name = name.head
            return name
    return None


def _before_colon(head: "Token") -> bool:
    """A lone capitalised word before a colon stands for a speaker, and no class knows it."""
    lone = head.is_sent_start and head.i + 1 < len(head.doc) and head.nbor().text == ":"
    known = any(lemma(head) in nouns for nouns in classes().values())
    return bool(lone) and head.text[0].isupper() and not known


def _after_words(head: "Token") -> bool:
    """A capitalised word between a closing mark and a telling verb is a name: '," So said'."""
    marks = {"”", '"', "''"}
    if head.i == 0 or head.i + 1 >= len(head.doc) or head.nbor(-1).text not in marks:
        return False
    return head.text.istitle() and head.pos_ == "ADV" and head.nbor().pos_ == "VERB"


def _pronoun(head: "Token") -> Described:
    word = head.lower_
    if word in {"he", "she", "his", "her", "him"}:
        return Described("unnamed_person", head.text, pronoun=True, definite=True)
    if word in {"they", "their", "them"}:
        return Described("unnamed_group", head.text, pronoun=True, definite=True, plural=True)
    if word in {"it", "its"}:
        return Described("organization", head.text, pronoun=True, definite=True)
    if word in _CROWD:
        return Described("unnamed_group", description(head), head=word, plural=True)
    if word in {"one", "another", "someone", "somebody"}:
        return Described("unnamed_person", description(head), head=word)
    return Described(None, head.text, pronoun=True)


def _counted(head: "Token") -> "Token":
    """For "two of the officials", the officials."""
    if head.lower_ in _QUANTIFIERS or head.pos_ == "NUM":
        of = next((kid for kid in head.children if kid.lower_ == "of"), None)
        return (child(of, "pobj") if of is not None else None) or head
    return head


def _one_of(head: "Token") -> Described | None:
    """For "one of them, a welder", the welder; for "one of them", one; for the officials, one."""
    if head.lower_ not in _OTHERS:
        return None
    called = child(head, "appos")
    if called is not None and called.pos_ == "PROPN" and called.ent_type_ not in {"ORG", "GPE"}:
        return Described("named_person", named_span(called))
    if called is not None and called.pos_ == "NOUN" and is_human(lemma(called)):
        return describe(called)
    counted = _counted(head)
    if counted != head and counted.pos_ == "NOUN":
        return _one_of_several(head, counted)
    of = counted != head and counted.pos_ == "PRON"
    if of or head.lower_ != "one" or head.tag_ in {"NN", "CD"}:
        return Described("unnamed_person", description(head), head=head.lower_)
    return None


def _one_of_several(head: "Token", counted: "Token") -> Described | None:
    """For "one of the officials", an official."""
    inner = describe(counted)
    if head.lower_ != "one" or not inner.plural:
        return None
    kind: SourceKind | None = "unnamed_person" if inner.kind == "unnamed_group" else inner.kind
    name = inner.name.replace(counted.text, counted.lemma_, 1)
    return Described(kind, name, head=inner.head, modifiers=inner.modifiers)


def _example(head: "Token") -> "Token | None":
    """For "analysts like Orlan", the one that is named (if only one is)."""
    for kid in children(head, "prep"):
        if kid.lower_ in {"like", "as"}:
            name = child(kid, "pobj")
            if name is not None and name.pos_ == "PROPN" and child(name, "conj") is None:
                return name
    return None


def _apposed(head: "Token") -> "Token | None":
    """For "the spokesman, Timo Orlan" or "spokesman Timo Orlan", the name."""
    name = child(head, "appos")
    if head.pos_ == "PROPN":
        title = is_articled(head) and is_human(head.lower_) and head.text.istitle()
        return name if title and name is not None and name.pos_ == "PROPN" else None
    either = lemma(head) in classes()["either"]
    if name is not None and name.ent_type_ == "PERSON" and is_trade(lemma(head)) and not either:
        return name
    return None


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


def _apposed_body(head: "Token") -> Described | None:
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
        kind = _kind(head, one, frozenset(), plural=True)
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


def _common(head: "Token") -> Described:
    noun = lemma(head)
    modifiers = _modifiers(head)
    if noun == "tank" and "think" in modifiers:
        noun, modifiers = "think-tank", modifiers - {"think", "-"}
    outlet = reported_by(head)
    if outlet is not None:
        return Described("outlet", named_span(outlet))
    plural = head.tag_ in {"NNS", "NNPS"}
    return Described(
        kind=_kind(head, noun, modifiers, plural=plural),
        name=description(head),
        definite=_definite(head, modifiers),
        head=noun,
        modifiers=modifiers - {"same"},
        plural=plural,
    )


def _kind(
    head: "Token", noun: str, modifiers: frozenset[str], *, plural: bool
) -> SourceKind | None:
    known = classes()
    group: SourceKind = "unnamed_group" if plural else "unnamed_person"
    measured = noun in known["sensor_of"] and bool(modifiers & known["sensor_when"])
    official = bool(modifiers & known["official_when"])
    printed = noun in known["news_of"] and bool(modifiers & known["news_when"])
    agency = "news" in modifiers and noun in known["news_bodies"]
    document: SourceKind = "document" if has_author(head) else "unnamed_document"
    rows: tuple[tuple[bool, SourceKind | None], ...] = (
        (noun in known["sensor"] or measured, "sensor"),
        (noun in known["source"], "unnamed_official" if official else group),
        (agency or printed, "outlet"),
        (noun in known["official"] or _serves(head, noun, modifiers), "unnamed_official"),
        (noun in known["document"], document),
        (noun in known["not_a_source"], None),
        (noun == "authority" and plural, "unnamed_official"),
        (noun in known["group"], "unnamed_group"),
        (noun in known["pages"] and _is_of_another(head), document),
        (noun in known["outlet"], "outlet"),
        (noun in known["bare"], "organization"),
        (
            noun in known["organization"] or makes(noun),
            "unnamed_group" if plural else "organization",
        ),
        (noun in known["person"] or ends_as_person(noun), group),
    )
    return next((kind for holds, kind in rows if holds), None)


def _is_of_another(head: "Token") -> bool:
    """A page of somebody who is no outlet: "the port authority's website"."""
    owner = child(head, "poss")
    of = next((kid for kid in children(head, "prep") if kid.lower_ == "of"), None)
    owner = owner or (child(of, "pobj") if of is not None else None)
    if owner is None or owner.pos_ not in {"NOUN", "PROPN"}:
        return False
    return lemma(owner) not in classes()["outlet"] and not names_outlet(named_span(owner), owner)


def _serves(head: "Token", noun: str, modifiers: frozenset[str]) -> bool:
    """A member of a body with an office: "a committee member", "a member of the board"."""
    if noun not in {"member", "head"}:
        return False
    bodies = classes()["official_of"]
    of = (child(kid, "pobj") for kid in children(head, "prep") if kid.lower_ == "of")
    return bool(modifiers & bodies) or any(
        word is not None and lemma(word) in bodies for word in of
    )


def _modifiers(head: "Token") -> frozenset[str]:
    words = (kid for kid in head.doc[head.left_edge.i : head.i] if kid.dep_ not in {"det", "punct"})
    return frozenset(kid.lower_ for kid in words if kid.pos_ not in {"DET", "PRON", "PART"})


def _definite(head: "Token", modifiers: frozenset[str]) -> bool:
    article = child(head, "det")
    return (
        "same" in modifiers
        or child(head, "poss") is not None
        or (article is not None and article.lower_ in {"the", "this", "that", "these", "those"})
    )
