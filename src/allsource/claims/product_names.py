"""Which words of a paragraph give a thing its name?

Each piece of evidence is one row: the name, the noun for the thing, the words before that noun, and
another name that it is joined with. See ``products`` for what counts as evidence.

It fails where a name is split by the parse ("Quill" and "Four").
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale

from allsource.claims.callings import is_body, is_human, is_institution
from allsource.claims.clauses import child, lemma, subject
from allsource.claims.made_things import is_made, noun_of, words_of
from allsource.claims.parse import Paragraph, Parsed
from allsource.claims.people import Names
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Given", "doers", "given", "is_no_thing", "run"]

_DESIGNATION = re.compile(r"^[A-Z][A-Za-z]{0,12}[-‑]\d{1,4}[A-Za-z]{0,3}$")
_NUMBERED = re.compile(r"^[A-Z][A-Za-z]+ \d{1,4}$")
_NATIVE = re.compile(r"[a-z](?:ian|ean|ese|ish)s?$")
_FURTHEST = 4
"""Words between a name and the noun it stands before, or a word of naming and the name."""
_LONGEST = 8
"""Words of a name, on either side of one."""
_ARTICLES = frozenset({"the", "its", "a", "an", "their"})
_PLACED = frozenset({"in", "at", "near", "from", "to", "off", "into", "across", "of"})
_DOING = frozenset({"say", "tell", "announce", "claim", "add", "deny", "report", "call", "want"})


@dataclass(frozen=True, slots=True)
class Given:
    """One place that gives a thing its name.

    Args:
        name: as written, without a mark of possession.
        noun: what it is called there, singular and lower case, or None.
        described: words before the noun.
        alias: another name that it is said to be known by.
        counted: it is counted ("300 Sarrows").
        sure: it is told by more than the words beside it, so that it holds whatever else is said of the name.
        formed: its form alone tells it ("Arvel-2").
    """

    name: str
    noun: str | None = None
    described: frozenset[str] = frozenset()
    alias: str | None = None
    counted: bool = False
    sure: bool = False
    formed: bool = False


def given(paragraph: Paragraph) -> Iterator[Given]:
    """Give what a paragraph tells of the names of things."""
    doc = paragraph.doc
    for token in doc:
        if token.is_punct or token.is_space:
            continue
        if token.text[0].islower() and token.pos_ in {"NOUN", "PROPN"} and is_made(noun_of(token)):
            yield from _beside(doc, token)
        if token.text[0].isupper() or token.text[0].isdigit():
            yield from _formed(doc, token)
        if token.pos_ in {"VERB", "ADJ", "NOUN"} and token.text[0].islower():
            yield from _named(doc, token)


def run(doc: "Doc", at: int) -> tuple[int, int] | None:
    """Give the first word and the end of the name that holds a word, None where it is none."""
    if not 0 <= at < len(doc) or not _is_part(doc, at):
        return None
    start = end = at
    least, most = max(0, at - _LONGEST), min(len(doc), at + _LONGEST)
    while start > least and _is_part(doc, start - 1) and not doc[start].is_sent_start:
        start -= 1
    end += 1
    while end < most and _is_part(doc, end) and not doc[end].is_sent_start:
        end += 1
    while start < end and not _opens(doc[start]):
        start += 1
    return (start, end) if start < end else None


def _opens(token: "Token") -> bool:
    return token.text[0].isupper()


def _is_part(doc: "Doc", at: int) -> bool:
    token = doc[at]
    if token.text[0].isupper():
        return token.pos_ not in {"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "ADV", "VERB"} and (
            not token.is_sent_start or token.pos_ in {"PROPN", "NOUN"}
        )  # fmt: skip
    joined = token.text in {"-", "‑"} and at > 0 and not doc[at - 1].whitespace_
    if joined:
        return at + 1 < len(doc) and not token.whitespace_ and _number(doc[at + 1])
    return _number(token) and at > 0 and doc[at - 1].text[0].isupper() and _bare(doc[at - 1])


def _number(token: "Token") -> bool:
    return token.text[0].isdigit() and len(token.text) <= 4 and "," not in token.text


def _bare(token: "Token") -> bool:
    """No month or weekday, which numbers follow too."""
    return token.ent_type_ not in {"DATE", "TIME"} and token.pos_ == "PROPN"


def _text(doc: "Doc", place: tuple[int, int]) -> str:
    last = doc[place[1] - 1].text
    if _DESIGNATION.match(last):
        return str(last)
    words = " ".join(str(doc[place[0] : place[1]].text).split())
    return re.sub(r"['’]s?$", "", words)


def _beside(doc: "Doc", noun: "Token") -> Iterator[Given]:
    """A noun for a thing with a name before it, after it, or apposed to it."""
    word, before, place = noun_of(noun), set[str](), None
    for at in range(noun.i - 1, max(-1, noun.i - 2 - _FURTHEST), -1):
        token = doc[at]
        if token.text in {"-", "‑"} or token.lower_ == "class":
            continue
        place = run(doc, at)
        if place is not None or not token.is_alpha or token.pos_ not in {"NOUN", "ADJ", "VERB"}:
            break
        if token.lower_ in {"built", "made", "backed", "owned", "led", "style", "like"}:
            break
        before.add(lemma(token))
    described = frozenset(before)
    counted = noun.tag_ == "NNS" and child(noun, "nummod") is not None
    plainly = word not in words_of("doubtful", "words") or counted or _is_numbered(doc, place)
    if place is not None and plainly and _tied(doc, place, noun) and _may_name(doc, place):
        yield Given(_text(doc, place), word, described)
    yield from _equated(doc, noun, word)


def _is_numbered(doc: "Doc", place: tuple[int, int] | None) -> bool:
    return place is not None and doc[place[1] - 1].text[-1].isdigit()


def _tied(doc: "Doc", place: tuple[int, int], noun: "Token") -> bool:
    """The name belongs to the noun's own phrase and does not own it."""
    between = doc[place[0] : noun.i]
    return noun.left_edge.i <= place[0] and all(
        t.text not in {",", ";", ":", "(", "'s", "’s", "’", "'"} for t in between
    )


def _may_name(doc: "Doc", place: tuple[int, int]) -> bool:
    last = doc[place[1] - 1]
    words = _text(doc, place)
    native = last.ent_type_ == "NORP" or _NATIVE.search(words) is not None
    return not native and not is_body(words)


def _equated(doc: "Doc", noun: "Token", word: str) -> Iterator[Given]:
    """Read "the Petrel, a weather satellite", "its newest drone, the Orlan", "the Kestow is a ferry"."""
    described = frozenset(lemma(k) for k in noun.lefts if k.dep_ in {"amod", "compound"})
    described = frozenset(one for one in described if one.islower())
    names: list[int] = []
    if noun.dep_ == "appos" and noun.head.i < noun.i:
        names.append(noun.head.i)
    if noun.dep_ == "attr" and lemma(noun.head) == "be" and child(noun.head, "neg") is None:
        own = child(noun.head, "nsubj")
        names += [own.i] if own is not None else []
    names += [kid.i for kid in noun.children if kid.dep_ == "appos" and noun.tag_ == "NN"]
    for at in names:
        place = run(doc, at)
        if place is not None and not is_body(_text(doc, place)):
            yield Given(_text(doc, place), word, described, sure=True)


def _formed(doc: "Doc", token: "Token") -> Iterator[Given]:
    """A designation, a name that is counted, or one that is brought out."""
    place = run(doc, token.i)
    if place is None or place[1] != token.i + 1:
        return
    name, head = _text(doc, place), doc[place[0] : place[1]].root
    before = doc[place[0] - 1].lower_ if place[0] else ""
    if _DESIGNATION.match(name):
        yield Given(name, sure=True, formed=not name.lower().startswith("covid"))
    if _NUMBERED.match(name) and before == "the":
        yield Given(name, formed=True)
    if _is_counted(token, place[0], name):
        yield Given(name[:-1], counted=True)
        yield Given(name, counted=True)
    brought = lemma(head.head) in words_of("bringing", "lemmas") and before in _ARTICLES
    acted = head.dep_ in {"dobj", "pobj", "nsubjpass"} and (brought or before in {"its", "their"})
    if acted and not (is_body(name) or is_institution(name.split()[-1].lower())):
        yield Given(name)


def _is_counted(token: "Token", start: int, name: str) -> bool:
    """Read "300 Sarrows"; people are counted too."""
    number = child(token, "nummod")
    things = token.ent_type_ != "NORP" and not _NATIVE.search(name) and not is_human(name.lower())
    return number is not None and number.i < start and name.endswith("s") and things


def _named(doc: "Doc", word: "Token") -> Iterator[Given]:
    """A word of naming: "a robot dubbed the Wombat", "sold abroad as the Marisol"."""
    place = _after(doc, word)
    if place is None:
        return
    name, head = _text(doc, place), _bearer(doc, word)
    if head is None:
        return
    other = run(doc, head.i)
    if other is not None:
        yield Given(name, alias=_text(doc, other), sure=True)
        yield Given(_text(doc, other), sure=False)
        return
    noun = noun_of(head)
    if is_made(noun):
        described = frozenset(lemma(k) for k in head.lefts if k.text.islower() and k.dep_ != "det")
        beside = next((k for k in head.lefts if run(doc, k.i)), None)
        own = run(doc, beside.i) if beside is not None else None
        alias = _text(doc, own) if own is not None and _may_name(doc, own) else None
        yield Given(name, noun, described, alias=alias, sure=True)


def _after(doc: "Doc", word: "Token") -> tuple[int, int] | None:
    """Where the name that a word of naming gives begins and ends."""
    plain, at = lemma(word), word.i + 1
    named = doc[max(0, word.i - 2) : at + 1].text.lower() == "by the name of"
    if plain == "name" and named:
        return run(doc, at + 1)
    if plain in words_of("naming", "call"):
        return _opened(doc, at)
    if plain not in words_of("naming", "as"):
        return None
    straight = _opened(doc, at) if plain in words_of("naming", "straight") else None
    near = doc[at : at + _FURTHEST]
    end = next((t.i for t in near if t.is_punct or t.lower_ == "as"), None)
    said = end is not None and doc[end].lower_ == "as"
    return straight or (_opened(doc, end + 1) if said and end is not None else None)


def _opened(doc: "Doc", at: int) -> tuple[int, int] | None:
    """A name that begins at a word, past an article or a mark of quotation."""
    begin = at + (at < len(doc) and doc[at].lower_ in {"the", '"', "“"})
    return run(doc, begin) if begin < len(doc) and doc[begin].text[0].isupper() else None


def _bearer(doc: "Doc", word: "Token") -> "Token | None":
    """The noun that a word of naming gives a name to: the nearest before it in its sentence."""
    if word.dep_ in {"acl", "relcl"} and word.head.pos_ in {"NOUN", "PROPN"}:
        return word.head
    if word.pos_ == "VERB" and (own := child(word, "nsubjpass")) is not None:
        return own
    for at in range(word.i - 1, word.sent.start - 1, -1):
        if doc[at].pos_ in {"NOUN", "PROPN"} and lemma(doc[at]) != "name":
            return doc[at]
        if doc[at].pos_ == "VERB":
            return None
    return None


def is_no_thing(parsed: Parsed, names: Names, told: "dict[str, list[Given]]") -> frozenset[str]:
    """Give the names among some that are a country's, a body's or a person's by what they do.

    Args:
        parsed: the document.
        names: its people and bodies.
        told: evidence for things, by name.
    """
    refused = {name for name in told if name.casefold() in _countries() or is_body(name)}
    open_ = {n for n in told if not any(row.sure for row in told[n])} - refused
    refused |= {name for name in open_ if _known(names, name)}
    bare = (name for name, rows in told.items() if not any(row.formed for row in rows))
    refused |= {name for name in bare if names.sort(name) == "person"}
    for paragraph in parsed.paragraphs:
        doc = paragraph.doc
        for token in doc:
            if token.pos_ != "PROPN" or not token.text[0].isupper():
                continue
            place = run(doc, token.i)
            if place is None or token.i != place[1] - 1:
                continue
            name = _text(doc, place)
            if name in open_ and _acts(doc, token, place[0]):
                refused.add(name)
    return frozenset(refused)


def _known(names: Names, name: str) -> bool:
    """A person's or a body's name, by all that the text says of it."""
    return names.acronyms.get(name) is not None or names.person(name) != name


def _acts(doc: "Doc", token: "Token", start: int) -> bool:
    """Somebody or a place, by its part in the clause: no article, and it tells, owns or is where."""
    if start > 0 and doc[start - 1].pos_ in {"DET", "NUM", "ADJ"}:
        return False
    if token.dep_ == "poss":
        return True
    if token.dep_ == "pobj":
        return token.head.lower_ in _PLACED
    verb = token.head
    made = words_of("having", "lemmas")
    return token.dep_ == "nsubj" and (lemma(verb) in _DOING or lemma(verb) in made)


def doers(doc: "Doc", start: int, end: int) -> set[str]:
    """Give who makes, sells or uses a thing that is named, in lower case; its owner too."""
    found: set[str] = set()
    here = doc[start:end].root
    for _ in range(_FURTHEST + 1):
        owner = child(here, "poss")
        if owner is not None and owner.i < start:
            found |= _party(doc, owner)
        if (
            here.dep_ == "pobj"
            and here.head.lower_ == "with"
            and here.head.i > doc[start].sent.start
        ):
            found |= _party(doc, here.head.nbor(-1))
        if here.pos_ == "VERB":
            if lemma(here) in words_of("having", "lemmas"):
                one = subject(here)
                found |= _party(doc, one) if one is not None and one.i < start else set()
            break
        if here.head == here:
            break
        here = here.head
    return found


def _party(doc: "Doc", token: "Token") -> set[str]:
    place = run(doc, token.i)
    if place is not None:
        return {_text(doc, place).casefold()}
    return {lemma(token)} if token.pos_ in {"NOUN", "PROPN"} else set()


@lru_cache(maxsize=1)
def _countries() -> Collection[str]:
    """Names of countries, by CLDR, and words that name nothing."""
    own = {name.casefold() for name in Locale("en").territories.values()}
    own |= set(load("equipment")["never"]["words"])
    return frozenset(own | {"us", "u.s.", "uk", "u.k.", "eu", "un", "america", "britain", "nato"})
