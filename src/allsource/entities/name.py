"""Which parts does a name have, and what does each of them tell?

A person's name is folded, titles and particles are set aside, "Family, Given" is turned round, "Abd
al-Rahman", "Abdul Rahman" and "Abdelrahman" become one part. The name of a firm, body, ship, aircraft or
place loses its legal form and its prefix, which are kept beside it; numbers in words, digits and Roman
numerals become numbers; words that mean one thing in several languages become one word. The registration mark
of an aircraft stays one part.

Each part has a weight: a rare one tells more than a common one, "Trading" less than "Orlan".

It fails for names whose family comes first without a comma (both orders are tried when names are laid side
by side), and for titles that no list has.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from allsource.entities.folding import LONGEST, fold, fold_words, is_latin, letters
from allsource.entities.parts import known
from allsource.entities.words import LegalForm, concept_of, legal_form, number, words
from allsource.errors import UsageError
from allsource.vocab import load

__all__ = ["KINDS", "Kind", "Name", "kind_of", "read_name"]

Kind = Literal["person", "organization", "vessel", "aircraft", "place"]

KINDS: dict[str, Kind] = {
    "person": "person",
    "company": "organization",
    "organization": "organization",
    "organisation": "organization",
    "legalentity": "organization",
    "publicbody": "organization",
    "vessel": "vessel",
    "ship": "vessel",
    "airplane": "aircraft",
    "aircraft": "aircraft",
    "vehicle": "vessel",
    "place": "place",
    "address": "place",
}
"""Words for the schema of a party, folded, and the kind each stands for."""

_MOST_PARTS = 24
"""Parts of a name that are compared: bounds hostile ones."""

_WEIGHT = (1.0, 1.0, 0.85, 0.6)
"""What a part of a person's name tells, by how common it is."""

_INITIAL, _PATRONYMIC, _GENERIC = 0.3, 0.8, 0.4

_SERVANT = re.compile(
    r"\b(?:abd|abdo?u|abdo?ul|abdel|abdal|abdur|abdus|abdol)"
    r"(?:[ ](?:al|ul|el|ur|us|as|ar|er))?[ ]?(?!ul?lah|allah|ol?lah|oul?lah|lah\b|rashid\b|i\b|o\b)([a-z]{3,})"
)
_SERVANT_START = re.compile(r"^abd(?!\w*l+ah$)(?:[oe]?u?l|al|el|ur|us|ar|o?u)?(?=[a-z]{4,}$)")
_SERVANT_BASE = re.compile(r"^abd(?=[a-z]{3,}$)(?!u)")
_GLUED_FORM = re.compile(r"(?<=[a-z])(?=(?:AG|SA|NV|BV|LLC|LTD|Ltd|Inc|INC|GmbH|GMBH|PLC|Plc)\b)")
_MARK = re.compile(r"\s*(?=.*[\d-])[A-Za-z0-9]{1,3}[ -]?[A-Za-z0-9]{2,5}\s*")
"""Registration marks of aircraft: they are one or another, with no slips between."""

_LONGEST_PHRASE = 3
"""Words that mean one thing together."""

_AND = frozenset({"and", "und"})
_NUMBER_MARKS = frozenset({"no", "nr", "num", "number"})
_ABDUL = "abdul"
_NEAR_SERVANT = range(4, 7)
_SERVANT_SCRIPT = re.compile(r"\bعبد\s*(?=ال)")
_ARTICLE = re.compile(r"\bال(?=\w{3})|(?<=abd )ال(?=\w{2})")
_FAITH = re.compile(r"\b([a-z]{3,})[ ]?(?:[aeu][ld][ ]?|a)dd?(?:in|een|ine|eene|yn)\b")


@dataclass(frozen=True, slots=True)
class Name:
    """A name, read.

    Args:
        text: as it was given.
        kind: of what it is the name.
        parts: folded, in order; of a person the family's last where that is told.
        written: the parts as they are written, before words of one meaning become one.
        weights: what each part tells.
        initials: which parts are single letters.
        patronymics: which parts are made from the father's name.
        generic: which parts say what a body does or where it stands.
        letters: of all its words, titles and legal forms apart, in one.
        small: particles and joining words that were set aside.
        forms: legal forms that were set aside.
        numbers: in order.
        generation: junior, senior, the second ..., or None.
        told_order: a comma tells which part is the family's.
        latin: it is written in Latin letters.
    """

    text: str
    kind: Kind
    parts: tuple[str, ...]
    weights: tuple[float, ...]
    written: tuple[str, ...] = ()
    initials: frozenset[int] = frozenset()
    patronymics: frozenset[int] = frozenset()
    generic: frozenset[int] = frozenset()
    letters: str = ""
    small: tuple[str, ...] = ()
    forms: tuple[LegalForm, ...] = ()
    numbers: tuple[int, ...] = ()
    generation: str | None = None
    told_order: bool = False
    latin: bool = True

    @property
    def joined(self) -> str:
        """All parts in one word."""
        return "".join(self.parts)


def kind_of(schema: str, *names: str) -> Kind:
    """Say what a schema stands for; where it says nothing, legal forms and words of bodies do.

    Example:
        >>> kind_of("Company"), kind_of("", "Orlan Works GmbH"), kind_of("", "Anna Vell")
        ('organization', 'organization', 'person')
    """
    found = KINDS.get(fold(schema).replace(" ", ""))
    if found is not None:
        return found
    return "organization" if any(_like_a_body(name[:LONGEST]) for name in names) else "person"


def _like_a_body(name: str) -> bool:
    """Say whether a name has a legal form, a word of bodies or a number, and no title before it."""
    read = read_name(name, "organization")
    if any(form.kind for form in read.forms):
        return True
    titled = fold(name).partition(" ")[0] in words().titles
    return not titled and bool(read.generic or read.numbers)


@lru_cache(maxsize=8_192)
def read_name(text: str, kind: Kind = "person") -> Name:
    """Read a name into its parts.

    Args:
        text: in any script.
        kind: of what it is the name.

    Raises:
        UsageError: it is too long to be a name.

    Example:
        >>> read_name("Dr. VELL, Anna Maria").parts
        ('anna', 'maria', 'vell')
        >>> read_name("Orlan Works Nine Aktiengesellschaft", "organization").numbers
        (9,)
    """
    if len(text) > LONGEST:
        raise UsageError(
            f"a name of {len(text)} characters, more than {LONGEST}; is it a whole document?"
        )
    return _read_person(text) if kind == "person" else _read_thing(text, kind)


def _read_person(text: str) -> Name:
    table = words()
    before, _, after = text.replace("،", ",").partition(",")
    turned = bool(fold(before) and fold(after)) and fold(after) not in table.generations
    generation, found = _plain_parts(_with_articles(f"{after} {before}" if turned else text))
    first = found[:1] if len(found) > 1 and found[0] in table.first else []
    small = tuple(one for one in found[len(first) :] if one in table.particles)
    kept = first + [one for one in found[len(first) :] if one not in table.particles] or found
    kept = kept[:_MOST_PARTS]
    initials = frozenset(at for at, one in enumerate(kept) if len(one) == 1)
    patronymics = frozenset(
        at for at, one in enumerate(kept) if at and len(one) > 6 and one.endswith(table.patronymics)
    )
    weights = tuple(
        _INITIAL
        if at in initials
        else _PATRONYMIC
        if at in patronymics
        else _WEIGHT[known(_SERVANT_BASE.sub("abdul", one)).level]
        for at, one in enumerate(kept)
    )
    return Name(
        text,
        "person",
        tuple(kept),
        weights,
        tuple(kept),
        initials,
        patronymics,
        letters="".join(found),
        small=small,
        generation=generation,
        told_order=turned,
        latin=is_latin(text),
    )


def _with_articles(text: str) -> str:
    """Write the article of Arabic script apart, and the vowel of "abd", as Latin letters have them."""
    return text if text.isascii() else _ARTICLE.sub("al ", _SERVANT_SCRIPT.sub("abd ", text))


def _plain_parts(text: str) -> tuple[str | None, list[str]]:
    """Give the generation and the words of a person's name, titles apart."""
    table = words()
    plain = " ".join(_without_slip(one) for one in letters(fold(text)).split())
    written = _SERVANT.sub(r"abd\1", plain)
    found = _FAITH.sub(r"\1 uddin", written).split()
    generation = None
    if len(found) > 1 and found[-1] in table.generations:
        generation = table.generations[found.pop()]
    while len(found) > 1 and found[0] in table.titles:
        del found[0]
    named = [one for one in found if one not in table.anywhere]
    parts: list[str] = []
    byname = ""
    for one in named or found:
        if one in table.kept:
            byname += one
        else:
            parts.append(byname + _SERVANT_START.sub("abd", one))
            byname = ""
    return generation, [*parts, byname] if byname else parts


@lru_cache(maxsize=8_192)
def _without_slip(word: str) -> str:
    """Give "abdul" for a slip of it, so that it goes together with the part behind it."""
    slip = len(word) in _NEAR_SERVANT and word != _ABDUL and word[0] in "abd"
    near = slip and not known(word).level and OSA.distance(word, _ABDUL) <= 1
    return _ABDUL if near and not word.startswith("abd") else word


def _read_thing(text: str, kind: Kind) -> Name:
    table = words()
    mark = fold(text).replace(" ", "") if kind == "aircraft" and _MARK.fullmatch(text) else ""
    if mark:
        return Name(text, kind, (f"#{mark}",), (1.0,), (f"#{mark}",))
    written = _GLUED_FORM.sub(" ", text) if kind == "organization" else text
    found, forms = _without_forms(_letters(fold_words(written).split()), kind)
    numbers, rest = _numbers(found)
    small = tuple(one for one in rest if one in table.joining)
    meant = _meant([one for one in rest if one not in table.joining] or rest)[:_MOST_PARTS]
    kept = [one for one, _ in meant]
    generic = frozenset(
        at for at, one in enumerate(kept) if one in table.generic or one in _meanings()
    )
    weights = tuple(_GENERIC if at in generic else 1.0 for at in range(len(kept)))
    return Name(
        text,
        kind,
        tuple(kept),
        weights,
        tuple(one for _, one in meant),
        generic=generic,
        letters="".join(one for one in found if one not in _AND),
        small=small,
        forms=forms,
        numbers=numbers,
        latin=is_latin(text),
    )


def _meant(found: list[str]) -> list[tuple[str, str]]:
    """Give each word, or words that mean one thing together, as what it means and as it is written."""
    table = words()
    meant: list[tuple[str, str]] = []
    at = 0
    while at < len(found):
        for size in range(min(_LONGEST_PHRASE, len(found) - at), 1, -1):
            concept = table.phrases.get(tuple(found[at : at + size]))
            if concept is not None:
                meant.append((concept, "".join(found[at : at + size])))
                at += size
                break
        else:
            meant.append((concept_of(found[at]), found[at]))
            at += 1
    return meant


def _without_forms(found: list[str], kind: Kind) -> tuple[list[str], tuple[LegalForm, ...]]:
    """Set aside prefixes and, of bodies, legal forms at both ends."""
    table = words()
    prefixes = table.vessel if kind == "vessel" else table.body
    forms: list[LegalForm] = []
    if kind == "organization":
        for front in (False, False, False, True):
            one = legal_form(found, front=front)
            if one is not None:
                size, form = one
                found = found[size:] if front else found[:-size]
                forms.append(form)
    while len(found) > 1 and found[0] in prefixes:
        found = found[1:]
    return found, tuple(forms)


def _letters(found: list[str]) -> list[str]:
    """Join letters that stand alone beside each other."""
    joined: list[str] = []
    alone = False
    for one in found:
        if len(one) == 1 and one.isalpha():
            if alone:
                joined[-1] += one
            else:
                joined.append(one)
            alone = True
        else:
            joined.append(one)
            alone = False
    return joined


def _numbers(found: list[str]) -> tuple[tuple[int, ...], list[str]]:
    """Part the numbers of a name from its words."""
    table = load("name_words")["numbers"]
    numbers: list[int] = []
    rest: list[str] = []
    ten = 0
    for at, one in enumerate(found):
        value = number(one)
        if (
            value is None
            and at
            and one in table["roman"]
            and (len(one) > 1 or at == len(found) - 1)
        ):
            value = table["roman"][one]
        if value is None:
            rest.append(one)
            ten = 0
        elif ten and 0 < value < 10:
            numbers[-1] += value
            ten = 0
        else:
            if rest and at and found[at - 1] in _NUMBER_MARKS:
                rest.pop()
            numbers.append(value)
            ten = value if one in table["tens"] else 0
    return tuple(numbers), rest


@lru_cache(maxsize=1)
def _meanings() -> frozenset[str]:
    return frozenset(words().concepts.values())
