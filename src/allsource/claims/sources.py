"""What sort of source do these words name, and by what name?

A pronoun, a number of somebody ("two of the officials"), an example ("analysts like Orlan"), a
proper name (``proper``) or a common noun (``kinds``), tried in this order.

It never says who an unnamed source is. It fails where its parts do; see them.
"""

from typing import TYPE_CHECKING

from allsource.claims.authorship import is_articled, reported_by
from allsource.claims.callings import (
    classes,
    is_human,
    is_institution,
    is_trade,
)
from allsource.claims.clauses import child, children, lemma
from allsource.claims.described import Described
from allsource.claims.descriptions import description
from allsource.claims.kinds import kind_of, modifiers_of
from allsource.claims.proper import apposed_body, bare, named, site
from allsource.claims.titles import named_span
from allsource.model.claim import SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["antecedent", "describe"]

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


def describe(head: "Token") -> Described:
    """Describe a source by its head word.

    Args:
        head: the head word of the source in a parsed paragraph.
    """
    head = _titled_name(head)
    readers = (_spoken, _counting, _example_of, site, named, bare, apposed_body, _called_so, _lone)
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
    one = _example(head) or _apposed(head)
    return Described("named_person", named_span(one), head=lemma(head)) if one else None


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


def _common(head: "Token") -> Described:
    noun = lemma(head)
    modifiers = modifiers_of(head)
    if noun == "tank" and "think" in modifiers:
        noun, modifiers = "think-tank", modifiers - {"think", "-"}
    outlet = reported_by(head)
    if outlet is not None:
        return Described("outlet", named_span(outlet))
    plural = head.tag_ in {"NNS", "NNPS"}
    return Described(
        kind=kind_of(head, noun, modifiers, plural=plural),
        name=description(head),
        definite=_definite(head, modifiers),
        head=noun,
        modifiers=modifiers - {"same"},
        plural=plural,
    )


def _definite(head: "Token", modifiers: frozenset[str]) -> bool:
    article = child(head, "det")
    return (
        "same" in modifiers
        or child(head, "poss") is not None
        or (article is not None and article.lower_ in {"the", "this", "that", "these", "those"})
    )
