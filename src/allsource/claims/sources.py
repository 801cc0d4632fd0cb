"""What sort of source do these words name, and by what name?

The head noun decides, by the classes of ``vocab/sources.yaml``; names are
decided by the parser's entity labels, the list of outlets, and titles or
appositions that only people have.

It fails on names that the parser labels wrongly and that stand without a title
("Orlan said"): an organisation may then pass for a person. It never says who an
unnamed source is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from allsource.claims.clauses import child, children, group
from allsource.claims.lexicon import lexicon
from allsource.model.claim import SourceKind
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "Described",
    "antecedent",
    "describe",
    "is_body",
    "is_human",
    "is_institution",
    "is_listed_human",
    "is_outlet",
    "named_span",
    "plain_description",
    "reported_by",
    "without_titles",
]

_PERSONAL = re.compile(
    r"(?:er|or|ist|ian|man|woman|men|women|ee|eer|crat|ant|girl|boy|child|mate|logist|guy)s?$"
)
_LEARNED = re.compile(r"(?:ologist|ographer|onomist|ician|istorian)$")
_RANKS = frozenset(
    {"col", "gen", "lt", "maj", "capt", "adm", "sgt", "rear", "admiral", "dr", "mr"}
    | {"insp", "det", "supt", "cllr", "cmdr", "sen", "rep", "gov"}
)
_SITE = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|tv|co\.[a-z]{2}|[a-z]{2})$")
_ONLINE = re.compile(r"\dto\d|[a-z]{2}[A-Z]|\w\.(?:com|org|net|info|news|co)\b")
_AGENCIES = frozenset({"agency", "service", "organization", "organisation"})
_QUANTIFIERS = frozenset(
    {"one", "some", "many", "most", "several", "few", "each", "both", "all", "two", "three", "four"}
    | {"number", "dozens", "hundreds", "majority", "percent", "%", "half", "group", "none", "any"}
)
_CROWD = frozenset(
    {"some", "many", "others", "most", "several", "few", "both", "all", "those", "who"}
    | {"everyone", "everybody"}
)
_YEAR = re.compile(r"^(?:1[89]|2[01])\d\d(?:[-–]\d{2,4})?$")
_MAKING = frozenset(
    {"sign", "write", "pen", "draft", "publish", "compile", "issue", "release", "post", "author"}
    | {"prepare", "produce", "commission"}
)
_OTHERS = frozenset({"one", "another", "other", "third", "fourth", "fifth"})
_TIMES = frozenset({"in", "on", "at", "during", "since", "after", "before"})
_NUMBER = re.compile(
    r"^(?:at least |about |some |more than |nearly |all )*"
    r"(?:(?!(?:1[89]|2[01])\d\d\b)\d[\d.,]*(?!\s+to\b)|one(?=\s+of\b)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens|scores|hundreds"
    r"|thousands|some|several|many|most|both|(?:a |large |growing |small )*number|a few|few|a couple|couple"
    r"|(?:the )?majority|half)\s+(?:of\s+)?(?:the\s+|his\s+|her\s+|its\s+|their\s+|other\s+)?(?=\w)",
    re.IGNORECASE,
)
_DEEPEST = 6
"""Clauses looked through between a relative pronoun and its noun."""
_NAMES = frozenset({"PERSON", "ORG", "GPE"})
_ARTICLE = re.compile(
    r"^(?:an?|one(?!\s+of\b)|another|the|this|that|these|those|his|her|their|its|our)\s+",
    re.IGNORECASE,
)


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


@lru_cache(maxsize=1)
def _classes() -> Mapping[str, frozenset[str]]:
    raw: dict[str, Any] = load("sources")
    classes = {name: frozenset(entry.get("nouns", ())) for name, entry in raw.items()}
    return classes | {
        "official_when": frozenset(raw["source"]["official_when"]),
        "sensor_when": frozenset(raw["sensor"]["when"]),
        "sensor_of": frozenset(raw["sensor"]["of"]),
        "official_of": frozenset(raw["member"]["of"]),
        "either": frozenset(raw["either"]["nouns"]),
        "things": frozenset(raw["things"]["nouns"]),
        "news_when": frozenset(raw["news"]["when"]),
        "news_of": frozenset(raw["news"]["of"]),
        "titles": frozenset(raw["roles"]["words"]),
    }


@lru_cache(maxsize=1)
def _outlets() -> tuple[frozenset[str], frozenset[str]]:
    raw = load("outlets")["outlets"]
    return frozenset(map(str.casefold, raw["names"])), frozenset(raw["endings"])


def describe(head: "Token") -> Described:
    """Describe a source by its head word.

    Args:
        head: the head word of the source in a parsed paragraph.
    """
    head = _titled_name(head)
    readers = (_spoken, _counting, _example_of, _site, _named, _apposed_body, _called_so, _lone)
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
    return Described(kind, _description(head), head=inner.head, plural=True)


def _example_of(head: "Token") -> Described | None:
    named = _example(head) or _apposed(head)
    return Described("named_person", named_span(named), head=_lemma(head)) if named else None


def _site(head: "Token") -> Described | None:
    """A site's address; or a listed outlet that the parser takes for no name ("Mashable")."""
    odd = head.text.istitle() and head.pos_ in {"ADJ", "ADV", "VERB", "X"}
    listed = odd and head.text.casefold() in _outlets()[0]
    return Described("outlet", head.text) if _SITE.match(head.text) or listed else None


def _named(head: "Token") -> Described | None:
    return (_apposition(head) or _proper(head)) if _is_name(head) else None


def _called_so(head: "Token") -> Described | None:
    called, noun = _called(head), _lemma(head)
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
    title = head.text.rstrip(".").casefold() in _classes()["titles"] and head.pos_ == "PROPN"
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
            name = next((word for word in near if word.pos_ == "PROPN"), None)
            while name is not None and name.dep_ == "compound":
                name = name.head
            return name
    return None


def is_human(noun: str) -> bool:
    """Say whether a noun, lower case, is one for a person.

    Example:
        >>> is_human("mayor"), is_human("ministry")
        (True, False)
    """
    return _human(noun) or (_ends_as_person(noun) and not is_institution(noun))


def _ends_as_person(noun: str) -> bool:
    """A noun with the ending of those who do something, if it is not listed as a thing."""
    return _PERSONAL.search(noun) is not None and noun.removesuffix("s") not in _classes()["things"]


def is_listed_human(noun: str) -> bool:
    """Say whether a noun, lower case, is listed as one for people, whatever its ending.

    Example:
        >>> is_listed_human("mayor"), is_listed_human("crater")
        (True, False)
    """
    return _human(noun) or noun in _classes()["group"]


def is_institution(noun: str) -> bool:
    """Say whether a noun, lower case, is one for a body or an outlet, and for no person.

    Example:
        >>> is_institution("ministry"), is_institution("mayor")
        (True, False)
    """
    classes = _classes()
    body = noun in classes["organization"] or noun in classes["outlet"]
    return body and not _human(noun)


def is_body(name: str) -> bool:
    """Say whether the last word of a name is one that bodies have and people have not.

    Example:
        >>> is_body("Orlan Works"), is_body("Timo Orlan")
        (True, False)
    """
    words = name.split()
    last = words[-1].casefold().rstrip(".") if len(words) > 1 else ""
    return last in _classes()["body_words"] or last in _papers()


def is_outlet(name: str) -> bool:
    """Say whether a name is a listed outlet's, or ends like one.

    Example:
        >>> is_outlet("Mardis Ledger"), is_outlet("Orlan Works")
        (True, False)
    """
    known, endings = _outlets()
    words = name.split()
    if len(words) <= 1:
        return name.casefold() in known
    paper = words[-1] in endings or _agency(words) or bool(_anywhere() & set(words))
    return name.casefold() in known or paper


@lru_cache(maxsize=1)
def _anywhere() -> frozenset[str]:
    """Words that papers have anywhere in their names: "Il Corriere Velorino"."""
    return frozenset(load("outlets")["outlets"]["anywhere"])


def _agency(words: Sequence[str]) -> bool:
    """The last two words of a name are those of agencies and broadcasters: "News Agency"."""
    return " ".join(words[-2:]) in load("outlets")["outlets"]["pairs"]


@lru_cache(maxsize=1)
def _papers() -> frozenset[str]:
    return frozenset(map(str.casefold, load("outlets")["outlets"]["never_people"]))


def _before_colon(head: "Token") -> bool:
    """A lone capitalised word before a colon stands for a speaker, and no class knows it."""
    lone = head.is_sent_start and head.i + 1 < len(head.doc) and head.nbor().text == ":"
    known = any(_lemma(head) in nouns for nouns in _classes().values())
    return bool(lone) and head.text[0].isupper() and not known


def _after_words(head: "Token") -> bool:
    """A capitalised word between a closing mark and a telling verb is a name: '," So said'."""
    marks = {"”", '"', "''"}
    if head.i == 0 or head.i + 1 >= len(head.doc) or head.nbor(-1).text not in marks:
        return False
    return head.text.istitle() and head.pos_ == "ADV" and head.nbor().pos_ == "VERB"


def named_span(head: "Token") -> str:
    """Give the name that a proper noun heads, without titles before it."""
    entity = next((e for e in head.doc.ents if e.start <= head.i < e.end), None)
    start, end = head.i, _with_of(head)
    if entity is not None and entity.label_ in {"PERSON", "ORG", "GPE", "FAC", "PRODUCT"}:
        start, end = entity.start, max(entity.end, end)
    while start > 0 and (_joins(head.doc[start - 1]) or _hyphen(head.doc, start)):
        start -= 1
    if start > 0 and _is_year(head.doc[start - 1]):
        start -= 1
    words = head.doc[start:end].text
    owns = head.dep_ == "poss" or not re.search(r"['’]s$", words)
    words = re.sub(r"\s*(?:['’]s?|,)$", "", words) if owns else words
    words = words.removesuffix(".") if words.count(".") == 1 else words
    return without_titles(" ".join(words.split()))


def _is_year(token: "Token") -> bool:
    """The year that a survey or report is named by: "the 2031 Harbour Survey"."""
    return token.dep_ == "nummod" and len(token.text) == 4 and token.text.isdigit()


def _with_of(head: "Token") -> int:
    """Take "of Quillby" into "Treaty of Quillby": a named thing, not a person of a place."""
    of = next((kid for kid in head.children if kid.lower_ == "of" and kid.i == head.i + 1), None)
    place = child(of, "pobj") if of is not None else None
    noun = head.text.casefold()
    told = noun in _classes()["document"] or is_institution(noun)
    if place is None or place.pos_ != "PROPN" or not told:
        return head.i + 1
    return place.i + 1


def _hyphen(doc: "Doc", start: int) -> bool:
    """A hyphen within a name stands before this place, or this is the word before one."""
    marks = [place for place in (start - 1, start) if doc[place].text in {"-", "‑"}]
    return any(not doc[at].whitespace_ and at > 0 and doc[at - 1].pos_ == "PROPN" for at in marks)


def _joins(token: "Token") -> bool:
    part = token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.text[0].isupper())
    return part and token.dep_ in {"compound", "nmod", "flat"}


def without_titles(name: str) -> str:
    """Take titles and articles off the front of a name.

    Example:
        >>> without_titles("CEO Timo Orlan")
        'Timo Orlan'
    """
    words = _ARTICLE.sub("", name).split()
    while len(words) > 1 and words[-1].rstrip(".").casefold() in _RANKS:
        words = words[:-1]
    if len(words) > 1 and _bodily(words[-1]):
        return " ".join(words)
    words = words[_last_title(words) :]
    titles = _classes()["titles"]
    if len(words) > 2 and words[0].endswith(("'s", "’s")) and words[1].casefold() in titles:
        words = words[1:]
    while len(words) > 1 and words[0].rstrip(".").casefold() in titles and words[1][0].isupper():
        words = words[1:]
    if len(words) > 2 and (_human(words[0].casefold()) or _LEARNED.search(words[0])):
        words = words[1:]
    return " ".join(words)


def _bodily(word: str) -> bool:
    """The last word of a name is one of bodies or outlets: "Justice Department", "State TV"."""
    plain = word.casefold().rstrip(".")
    return plain in _classes()["body_words"] or plain in _papers() or is_institution(plain)


def _last_title(words: Sequence[str]) -> int:
    """Where a name begins after titles within it: "U.S. Ambassador Mara Vell"."""
    titles = (word.rstrip(".").casefold() for word in words[:-2])
    ranks = [at for at, word in enumerate(titles) if _human(word) or word in _RANKS]
    return ranks[-1] + 1 if ranks else 0


def _pronoun(head: "Token") -> Described:
    word = head.lower_
    if word in {"he", "she", "his", "her", "him"}:
        return Described("unnamed_person", head.text, pronoun=True, definite=True)
    if word in {"they", "their", "them"}:
        return Described("unnamed_group", head.text, pronoun=True, definite=True, plural=True)
    if word in {"it", "its"}:
        return Described("organization", head.text, pronoun=True, definite=True)
    if word in _CROWD:
        return Described("unnamed_group", _description(head), head=word, plural=True)
    if word in {"one", "another", "someone", "somebody"}:
        return Described("unnamed_person", _description(head), head=word)
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
    if called is not None and called.pos_ == "NOUN" and is_human(_lemma(called)):
        return describe(called)
    counted = _counted(head)
    if counted != head and counted.pos_ == "NOUN":
        return _one_of_several(head, counted)
    of = counted != head and counted.pos_ == "PRON"
    if of or head.lower_ != "one" or head.tag_ in {"NN", "CD"}:
        return Described("unnamed_person", _description(head), head=head.lower_)
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
        title = _articled(head) and is_human(head.lower_) and head.text.istitle()
        return name if title and name is not None and name.pos_ == "PROPN" else None
    either = _lemma(head) in _classes()["either"]
    if name is not None and name.ent_type_ == "PERSON" and _human(_lemma(head)) and not either:
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
    if noun is None or noun.pos_ != "NOUN" or not is_institution(_lemma(noun)):
        return None
    name = named_span(head)
    return Described("outlet", name) if _lemma(noun) in _classes()["outlet"] else _body(name)


def _apposed_body(head: "Token") -> Described | None:
    """For "the news site Harbour Watch" the body or outlet that is named."""
    noun = _lemma(head)
    name = child(head, "appos")
    if name is None or not _is_name(name):
        return None
    if noun in _classes()["either"]:
        return Described("organization", named_span(name), head=noun)
    if not is_institution(noun):
        return None
    kind: SourceKind = "outlet" if noun in _classes()["outlet"] else "organization"
    return Described(kind, named_span(name), head=noun)


def _human(noun: str) -> bool:
    classes = _classes()
    return noun in classes["person"] or noun in classes["official"] or noun in classes["source"]


def _lemma(head: "Token") -> str:
    return head.lemma_.lower()


def _proper(head: "Token") -> Described:
    name = named_span(head)
    if name.casefold() in _classes()["sensor"]:
        return Described("sensor", name)
    if _an_outlet(name, head):
        return Described("outlet", name)
    if is_body(name):
        return _body(name)
    if (head.ent_type_ == "PERSON" and not (_articled(head) and " " not in name)) or _titled(head):
        return Described("named_person", name, gender=_honoured(head))
    if head.tag_ in {"NNPS", "NNS"} and (head.ent_type_ == "NORP" or len(name.split()) == 1):
        one = re.sub(r"ies$", "y", name.casefold()).removesuffix("s")
        kind = _kind(head, one, frozenset(), plural=True)
        return Described(kind or "unnamed_group", name, head=name.casefold(), plural=True)
    return _lettered(head, name)


def _honoured(head: "Token") -> str | None:
    """Whether an honorific before a name is a man's or a woman's: "Mrs Orlan"."""
    raw = load("given_names")
    before = {word.lower_.rstrip(".") for word in head.doc[head.left_edge.i : head.i]}
    titles = before & set(raw["honorifics"]["words"])
    return next((g for g in ("male", "female") if titles & set(raw["words"][g])), None)


def _an_outlet(name: str, head: "Token") -> bool:
    known, endings = _outlets()
    plain = name.casefold()
    article = child(head, "det", "nummod")
    if article is not None and article.lower_ in {"a", "an", "one"}:
        return False
    if plain in known or f"the {plain}" in known:
        return True
    words = name.split()
    if len(words) > 1 and (words[-1].casefold() in _papers() or _anywhere() & set(words)):
        return True
    if len(words) == 1 or head.ent_type_ == "PERSON":
        return _articled(head) and words[-1] in endings
    return words[-1] in endings or _agency(words)


def _articled(head: "Token") -> bool:
    """Persons do not take "the" before a bare name."""
    article = child(head, "det")
    return article is not None and article.lower_ == "the"


def _lettered(head: "Token", name: str) -> Described:
    """A capitalised noun that no label tells: a document, a post, or else a body."""
    last = name.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1].lower()
    if last in _classes()["document"] and head.ent_type_ not in {"ORG", "GPE"}:
        return Described("document", name)
    if last in _human_titles():
        return Described("unnamed_official", _description(head), head=last, definite=True)
    return _body(name)


def _body(name: str) -> Described:
    *before, last = name.casefold().split()
    return Described("organization", name, head=last, modifiers=frozenset(before))


@lru_cache(maxsize=1)
def _human_titles() -> frozenset[str]:
    classes = _classes()
    return (classes["official"] | classes["person"]) - classes["organization"]


def _titled(head: "Token") -> bool:
    """A title before the name or a role after it: only people have them."""
    left = head.left_edge
    titles = _classes()["titles"]
    if left.i < head.i and left.text.rstrip(".").casefold() in titles:
        return head.ent_type_ not in {"ORG", "GPE"}
    role = child(head, "appos")
    return role is not None and _human(_lemma(role))


def _common(head: "Token") -> Described:
    noun = _lemma(head)
    modifiers = _modifiers(head)
    outlet = reported_by(head)
    if outlet is not None:
        return Described("outlet", named_span(outlet))
    plural = head.tag_ in {"NNS", "NNPS"}
    return Described(
        kind=_kind(head, noun, modifiers, plural=plural),
        name=_description(head),
        definite=_definite(head, modifiers),
        head=noun,
        modifiers=modifiers - {"same"},
        plural=plural,
    )


def _kind(
    head: "Token", noun: str, modifiers: frozenset[str], *, plural: bool
) -> SourceKind | None:
    classes = _classes()
    group: SourceKind = "unnamed_group" if plural else "unnamed_person"
    measured = noun in classes["sensor_of"] and bool(modifiers & classes["sensor_when"])
    official = bool(modifiers & classes["official_when"])
    printed = noun in classes["news_of"] and bool(modifiers & classes["news_when"])
    agency = "news" in modifiers and noun in _AGENCIES
    document: SourceKind = "document" if _owned(head) else "unnamed_document"
    rows: tuple[tuple[bool, SourceKind | None], ...] = (
        (noun in classes["sensor"] or measured, "sensor"),
        (noun in classes["source"], "unnamed_official" if official else group),
        (agency or printed, "outlet"),
        (noun in classes["official"] or _serves(head, noun, modifiers), "unnamed_official"),
        (noun in classes["document"], document),
        (noun in classes["not_a_source"], None),
        (noun == "authority" and plural, "unnamed_official"),
        (noun in classes["group"], "unnamed_group"),
        (noun in classes["outlet"], "outlet"),
        (noun in classes["bare"], "organization"),
        (noun in classes["organization"], "unnamed_group" if plural else "organization"),
        (noun in classes["person"] or _ends_as_person(noun), group),
    )
    return next((kind for holds, kind in rows if holds), None)


def _serves(head: "Token", noun: str, modifiers: frozenset[str]) -> bool:
    """A member of a body with an office: "a committee member", "a member of the board"."""
    if noun not in {"member", "head"}:
        return False
    bodies = _classes()["official_of"]
    of = (child(kid, "pobj") for kid in children(head, "prep") if kid.lower_ == "of")
    return bool(modifiers & bodies) or any(
        word is not None and _lemma(word) in bodies for word in of
    )


def reported_by(head: "Token") -> "Token | None":
    """Give the outlet whose report a noun names: "a Herald report", "a report in the Herald".

    Args:
        head: of a source, in a parsed paragraph.
    """
    if _lemma(head) not in _classes()["news_of"]:
        return None
    near = children(head, "poss", "compound", "nmod", "amod")
    for kid in children(head, "prep", "agent"):
        if kid.lower_ in {"by", "from", "in", "on", "of"}:
            near += children(kid, "pobj")
    named = [word for word in near if word.pos_ in {"PROPN", "NUM"} and not word.text.islower()]
    called = child(head, "appos")
    told = called is not None and _lemma(called) in _classes()["outlet"]
    return next((word for word in named if told or _prints(word)), None)


def _prints(word: "Token") -> bool:
    """A name that is an outlet's, by itself or by what it is called: "the Quay, a news site"."""
    called = child(word, "appos")
    told = called is not None and _lemma(called) in _classes()["outlet"]
    return (
        told
        or _ONLINE.search(word.text) is not None
        or is_outlet(named_span(word))
        or _an_outlet(named_span(word), word)
    )


def _owned(head: "Token") -> bool:
    """A document that can be told: "the Orlan report", "a report by the Dock Board", by its year."""
    near = children(head, "poss", "compound", "amod", "nmod")
    for kid in children(head, "prep", "agent"):
        if kid.lower_ in {"by", "from", "of"}:
            near += children(kid, "pobj")
    authors = any(_author(kid) for kid in near) or any(_made(kid) for kid in head.children)
    authors = authors or _said_in(head)
    return authors or any(
        _YEAR.match(kid.text) for kid in children(head, "nummod", "amod", "compound")
    )


def _said_in(head: "Token") -> bool:
    """A document in which somebody who is named says something: "Orlan said in a filing"."""
    verb = head.head.head
    if (
        head.dep_ != "pobj"
        or head.head.lower_ != "in"
        or verb.lemma_.lower() not in lexicon().verbs
    ):
        return False
    who = child(verb, "nsubj")
    return who is not None and who.pos_ == "PROPN"


def _author(word: "Token") -> bool:
    own = word.dep_ == "poss" and is_institution(_lemma(word))
    return own or word.ent_type_ in {"ORG", "PERSON", "GPE"}


def _made(clause: "Token") -> bool:
    """A clause that tells who made a document: "signed by the treasurer", "the board posted"."""
    if clause.lemma_.lower() not in _MAKING or clause.dep_ not in {"acl", "relcl"}:
        return False
    by = child(clause, "agent")
    who = child(by, "pobj") if by is not None else child(clause, "nsubj")
    return who is not None and who.pos_ in {"NOUN", "PROPN"}


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


def _description(head: "Token") -> str:
    """The words of an unnamed source without article, apposition and clause."""
    far = {"appos", "relcl", "acl", "advcl", "advmod", "conj", "cc", "punct", "case", "npadvmod"}
    told = _lemma(head) in lexicon().nouns
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
    plain = _ARTICLE.sub("", " ".join(words.split()))
    plain = re.sub(r"^(?:same|very same)\s+", "", plain)
    counted = _NUMBER.sub("", plain)
    return counted if counted[:1].isalpha() else plain


def _when(kid: "Token") -> bool:
    """A time told after a noun: "an analysis in May"."""
    noun = child(kid, "pobj") if kid.dep_ == "prep" else None
    return noun is not None and noun.ent_type_ in {"DATE", "TIME"} and kid.lower_ in _TIMES
