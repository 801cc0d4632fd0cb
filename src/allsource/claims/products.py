"""Which things that are made does a document name, and what does it call them?

A name is a thing's where the text says so: beside a noun for a thing ("Treva missiles", "the LP-40
insulin pump"), in apposition or as what the thing is said to be ("the Petrel, a weather satellite",
"the Kestow is a car ferry"), by a word of naming ("a robot dubbed the Wombat"), as what is brought
out ("unveiled the Quill Four"), by its form ("Arvel-2"), and by being counted ("300 Sarrows"). Two
names of one thing are joined where the text says that it is known by both.

Countries, people, and bodies that do something in the text name no thing. It fails on makes that
serve as names of their things ("Brandel trucks" may be several kinds of truck).
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from allsource.claims.made_things import is_made
from allsource.claims.parse import Parsed
from allsource.claims.people import Names
from allsource.claims.places import line
from allsource.claims.product_names import Given, doers, given, is_no_thing, run
from allsource.model.claim import Mention
from allsource.model.ids import content_id
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Place", "Product", "Products", "gather_products", "with_products"]

Kind = Literal["vehicle", "weapon", "product"]

_MOST = 200
"""Names of things that one document is searched for: more is a catalogue."""


@dataclass(frozen=True, slots=True)
class Product:
    """A named thing of one document.

    Args:
        name: the name that stands first in the text, in its fullest form.
        kind: by the nouns that it is called.
        entity: of the name, shared with the mentions of it.
        nouns: what the text calls it ("ferry"), singular and lower case.
        described: words that stand before those nouns ("car").
        doers: who makes, sells or uses it, in lower case.
        sure: the text calls it by a noun, or its form tells it; else it was only brought out or owned.
    """

    name: str
    kind: Kind
    entity: str
    nouns: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    sure: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One mention of a named thing: paragraph, first word and word past the end."""

    paragraph: int
    start: int
    end: int
    product: Product = field(compare=False)


@dataclass(frozen=True, slots=True)
class Products:
    """The named things of a document and where they are named, in order."""

    places: tuple[Place, ...]
    at: Mapping[tuple[int, int], Place]


def gather_products(parsed: Parsed, names: Names) -> Products:
    """Gather the named things of a document.

    Args:
        parsed: the document.
        names: its people and bodies, from `people.gather`.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.people import gather
        >>> parsed = parse_text("The Orlan-9 is a drone. The yard sold 40 Orlan-9 drones.")
        >>> found = gather_products(parsed, gather(parsed))
        >>> [(p.product.name, sorted(p.product.nouns)) for p in found.places]
        [('Orlan-9', ['drone']), ('Orlan-9', ['drone'])]
    """
    kept = _kept(parsed, names)
    first = _joined(kept)
    groups: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for name, place in _found(parsed, first) if first else ():
        groups[first[name]].append(place)
    rows_of: dict[str, list[Given]] = defaultdict(list)
    for name, rows in kept.items():
        rows_of[first[name]] += rows
    places: list[Place] = []
    for lead, group in groups.items():
        if not all(row.sure and not row.noun and not row.formed for row in rows_of[lead]):
            thing = _product(parsed, lead, rows_of[lead], group)
            places += (Place(number, start, end, thing) for number, start, end in group)
    ordered = tuple(sorted(places))
    return Products(ordered, {(p.paragraph, i): p for p in ordered for i in range(p.start, p.end)})


def _kept(parsed: Parsed, names: Names) -> dict[str, list[Given]]:
    """What the document tells of each name of a thing, without those that name something else."""
    told: dict[str, list[Given]] = defaultdict(list)
    for paragraph in parsed.paragraphs:
        for one in given(paragraph):
            told[one.name].append(one)
    rows = _singular(told)
    refused = is_no_thing(parsed, names, rows)
    refused |= {" ".join(name.split()[:-1]) for name in set(rows) - refused if name[-1].isdigit()}
    most = sorted(set(rows) - refused, key=lambda name: (-len(rows[name]), name))[:_MOST]
    return {name: rows[name] for name in rows if name in most}


def with_products(
    parsed: Parsed, products: Products, mentions: Sequence[Mention], counted: Collection[str]
) -> tuple[Mention, ...]:
    """Give the mentions of a document with its named things among them, each under one entity.

    Args:
        parsed: the document.
        products: its named things.
        mentions: its names as the parser has them; those that a named thing overlaps give way.
        counted: entities that a quantity counts; a thing that is not sure is one only so.
    """
    things: list[Mention] = []
    for place in products.places:
        if not place.product.sure and place.product.entity not in counted:
            continue
        paragraph = parsed.paragraphs[place.paragraph]
        span = paragraph.span_of(paragraph.doc[place.start : place.end])
        text = span.of(parsed.document.text)
        bare = text.removesuffix("'s").removesuffix("’s")
        span = Span(span.start, span.start + len(bare))
        things.append(Mention(bare, span, place.product.kind, place.product.entity))
    here = line(things, lambda m: m.span)
    kept = [m for m in mentions if not here.touching(m.span)]
    return tuple(sorted([*kept, *things], key=lambda m: m.span))


def _singular(told: Mapping[str, list[Given]]) -> dict[str, list[Given]]:
    """Give "Sarrows" to "Sarrow"; what is only counted is nobody's name yet."""
    out: dict[str, list[Given]] = defaultdict(list)
    for name, rows in told.items():
        one = name.removesuffix("s")
        out[one if one in told else name] += rows
    return {name: rows for name, rows in out.items() if not all(row.counted for row in rows)}


def _anchored(rows: Sequence[Given]) -> bool:
    """The text calls it by a noun for a thing, or its form tells it, or it is brought out and counted."""
    counted = any(row.counted for row in rows)
    return any(row.noun or row.formed or (counted and not row.alias) for row in rows)


def _joined(kept: Mapping[str, list[Given]]) -> dict[str, str]:
    """The first of the names that each name is joined with."""
    lead = {name: name for name in kept}

    def top(name: str) -> str:
        while lead[name] != name:
            name = lead[name]
        return name

    for name, rows in kept.items():
        for row in rows:
            if row.alias is not None and row.alias in lead:
                one, other = top(row.alias), top(name)
                lead[other] = one
    return {name: top(name) for name in kept}


def _found(parsed: Parsed, names: Mapping[str, str]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Every place of every name, the longest name first; a plural counts."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, ordered))})(?=(?:['’]?s)?(?!\w))")
    for number, paragraph in enumerate(parsed.paragraphs):
        for match in pattern.finditer(paragraph.text):
            words = paragraph.doc.char_span(match.start(), match.end(), alignment_mode="expand")
            whole = run(paragraph.doc, words.start) if words is not None else None
            if words is not None and (whole is None or whole[1] <= words.end):
                yield match.group(1), (number, words.start, words.end)


def _product(
    parsed: Parsed,
    name: str,
    rows: "Sequence[Given]",
    places: "Sequence[tuple[int, int, int]]",
) -> Product:
    nouns = frozenset(row.noun for row in rows if row.noun and is_made(row.noun))
    kind = _kind(name, nouns)
    by: set[str] = set()
    for number, start, end in places:
        by |= doers(_words(parsed, number), start, end)
    return Product(
        name=name,
        kind=kind,
        entity=content_id("ent", kind, name.casefold()),
        nouns=nouns,
        described=frozenset(word for row in rows for word in row.described),
        doers=frozenset(by),
        sure=_anchored(rows),
    )


def _words(parsed: Parsed, number: int) -> "Doc":
    return parsed.paragraphs[number].doc


def _kind(name: str, nouns: frozenset[str]) -> Kind:
    """By its nouns, else by the family that its form tells."""
    raw = load("equipment")
    family = re.split(r"[-‑ ]", name.lower())[0]
    for part, words in (("context", nouns), ("families", {name.lower(), family})):
        for kind in ("weapon", "vehicle"):
            if set(raw[part][kind]["words"]) & set(words):
                return "weapon" if kind == "weapon" else "vehicle"
    return "product"
