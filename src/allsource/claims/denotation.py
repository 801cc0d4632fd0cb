"""Which named thing of the document does a quantity count?

"14 of the ferries" counts Kestow ferries where the Kestow is the ferry that the text told of. The
words that are counted are looked for beside the number, then where a pronoun or a left-out noun
points. A name among them decides. Words that point back ("the ferries", "those", "each ferry") take
the thing that was named last and may be called so. A bare plural or "units" takes it only where it
is made, held or priced there, and not by another party than the one that has to do with the
thing. Who makes or owns a thing is never what is counted.

Where two named things would do, none is told and both are listed; nor is one told past words that
tell another sort ("steam locomotives", "other boats"). It fails on a fleet of several makes of which
the text names one, and where the thing that was named last is not the one that is meant.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from allsource.claims.clauses import child, lemma
from allsource.claims.counted_nouns import (
    counts,
    doer_of,
    is_definite,
    is_fresh,
    is_tally,
    noun_before,
    noun_beside,
    party,
    priced_alone,
    sorts_of,
)
from allsource.claims.made_things import is_generic, is_made, may_mean, noun_of, words_of
from allsource.claims.parse import Parsed
from allsource.claims.products import Place, Product, Products
from allsource.model.quantity import Counted, Quantity
from allsource.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

__all__ = ["denote"]

_SORTED = frozenset({"type", "kind", "model", "class", "variant", "version", "make"})
_OWNING = frozenset({"'s", "’s", "’", "'"})
_NEAR = 3
"""Sentences in which a second thing that would do makes the first doubtful."""
_FAR = 15
"""Sentences back to the last mention of what is meant."""
_BACK = 60
"""Words looked back through for the same noun."""
_MENTIONS = 200
"""Mentions of named things looked back through."""
_DEEP = 3
"""Descriptions followed back to one another."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What some words stand for: one named thing, or several that would do, or none."""

    place: Place | None = None
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reader:
    """One paragraph of a document with its named things and where its sentences begin."""

    parsed: Parsed
    products: Products
    sentences: tuple[tuple[int, int], ...]
    starts: tuple[tuple[int, int], ...]
    number: int = 0

    def before(self, at: int) -> Iterator[Place]:
        """The mentions of named things before a word, the last first."""
        end = bisect_left(self.starts, (self.number, at))
        for place in range(end - 1, max(-1, end - 1 - _MENTIONS), -1):
            yield self.products.places[place]

    def named_at(self, at: int) -> Place | None:
        """The named thing that a word is of."""
        return self.products.at.get((self.number, at))

    def sentence(self, number: int, at: int) -> int:
        """The running number of a word's sentence."""
        return bisect_left(self.sentences, (number, at + 1)) - 1

    def span(self, place: Place) -> Span:
        """Where a named thing is mentioned."""
        paragraph = self.parsed.paragraphs[place.paragraph]
        return paragraph.span_of(paragraph.doc[place.start : place.end])


def denote(
    parsed: Parsed, products: Products, quantities: Sequence[Quantity]
) -> tuple[Quantity, ...]:
    """Tell the thing of the text that each quantity counts.

    Args:
        parsed: the document.
        products: its named things, from `products.gather_products`.
        quantities: those of the document, in any order.

    Returns:
        The same quantities, each with its ``thing`` where the text has words for it.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.people import gather
        >>> from allsource.claims.products import gather_products
        >>> from allsource.claims.quantities import find
        >>> line = "The Orlan-9 is a drone. The yard has sold 40 of the drones."
        >>> parsed = parse_text(line)
        >>> (sold,) = find(parsed.paragraphs[0], line, (), "doc")
        >>> (sold,) = denote(parsed, gather_products(parsed, gather(parsed)), (sold,))
        >>> sold.thing.text, sold.thing.name, sold.thing.link
        ('drones', 'Orlan-9', 'described')
    """
    sentences = tuple(
        (number, sentence.start)
        for number, paragraph in enumerate(parsed.paragraphs)
        for sentence in paragraph.doc.sents
    )
    named = tuple((place.paragraph, place.start) for place in products.places)
    reader = _Reader(parsed, products, sentences, named)
    starts = [paragraph.span.start for paragraph in parsed.paragraphs]
    out: list[Quantity] = []
    for quantity in quantities:
        number = bisect_left(starts, quantity.span.start + 1) - 1
        thing = _counted(replace(reader, number=number), quantity) if number >= 0 else None
        out.append(replace(quantity, thing=thing))
    return tuple(out)


def _counted(reader: _Reader, quantity: Quantity) -> Counted | None:
    paragraph = reader.parsed.paragraphs[reader.number]
    start, end = quantity.span.shift(-paragraph.span.start)
    words = paragraph.doc.char_span(start, end, alignment_mode="expand")
    if words is None or not counts(quantity):
        return None
    noun = noun_beside(words, quantity)
    if noun is not None:
        return _written(reader, noun, _stands_for(reader, noun, quantity), pointed=False)
    last = (quantity.of or "").lower().split()[-1:]
    if quantity.currency is None and last and not is_tally(last[0]):
        return _pointed(reader, words, quantity)
    told = priced_alone(words.root) if quantity.currency else quantity.measure or quantity.per
    found = _last_named(reader, words.start) if told else _Told()
    return None if _by_another(words.root, found) else _named_alone(reader, found)


def _pointed(reader: _Reader, words: "Words", quantity: Quantity) -> Counted | None:
    """What a bare number or a pronoun points to."""
    noun = noun_before(words, quantity)
    if noun is None:
        return None
    found = _stands_for(reader, noun, quantity, bare=True)
    if _by_another(words.root, found, doer_of(noun)):
        found = _by_doer(reader, words.root, noun)
    return _written(reader, noun, found, pointed=True)


def _stands_for(
    reader: _Reader, noun: "Token", quantity: Quantity, depth: int = _DEEP, *, bare: bool = False
) -> _Told:
    """What a counted noun stands for; ``bare`` where another number points to it."""
    own = _named_there(reader, noun)
    foreign = bool(sorts_of(noun) & words_of("others", "words"))
    if own is not None or foreign or (noun.pos_ == "PROPN" and noun.text[0].isupper()):
        return _Told(own)
    back = is_definite(noun, quantity) or (bare and child(noun, "nummod") is None)
    return (
        _back(reader, noun, quantity, depth) if back else _anew(reader, noun, quantity, bare=bare)
    )


def _anew(reader: _Reader, noun: "Token", quantity: Quantity, *, bare: bool) -> _Told:
    """What words stand for that do not point back: what is made, held or priced there."""
    word = noun_of(noun)
    sold = _sold(reader, noun) if is_generic(word) else None
    doer = _Told(sold) if sold is not None else _by_doer(reader, noun, noun)
    made = quantity.measure in words_of("measures", "names") or quantity.currency is not None
    if doer.place is not None or not (made or bare):
        return _Told(doer.place)
    found = _last_named(reader, noun.i, word, sorts_of(noun), whole=True)
    return _Told() if _by_another(noun, found) else found


def _back(reader: _Reader, noun: "Token", quantity: Quantity, depth: int) -> _Told:
    """What words that point back stand for: first those of the same noun, then the last named."""
    word = noun_of(noun)
    for at in range(noun.i - 1, max(-1, noun.i - _BACK), -1):
        token = noun.doc[at]
        if token.pos_ == "NOUN" and noun_of(token) == word:
            if is_fresh(token) and depth and _named_there(reader, token) is None:
                return _stands_for(reader, token, quantity, depth - 1)
            break
    return _last_named(reader, noun.i, word, sorts_of(noun))


def _last_named(
    reader: _Reader,
    at: int,
    word: str | None = None,
    before: frozenset[str] = frozenset(),
    *,
    whole: bool = False,
) -> _Told:
    """The thing named last before a place that may be called by a noun, if no other would do.

    Args:
        reader: the document.
        at: the word.
        word: the noun, None where there is none.
        before: words before the noun that could tell another sort.
        whole: all that was named before counts, not only what is near.
    """
    here = reader.sentence(reader.number, at)
    near: dict[int, dict[str, Place]] = {}
    for place in reader.before(at):
        back = here - reader.sentence(place.paragraph, place.start)
        if back > _FAR:
            break
        if _fits(place.product, word, before, loosely=not whole):
            near.setdefault(back, {}).setdefault(place.product.name, place)
    last = min(near, default=0)
    rows = [names for back, names in near.items() if whole or back - last < _NEAR]
    doubtful = {name for names in rows for name in names}
    if len(doubtful) != 1:
        return _Told(None, tuple(sorted(doubtful)))
    return _Told(next(iter(near[last].values())))


def _fits(product: Product, word: str | None, before: frozenset[str], *, loosely: bool) -> bool:
    if word is None:
        return product.sure
    told = product.described | product.nouns | words_of("neutral", "words")
    sort = before - told - {part for one in product.nouns for part in one.split()}
    return not sort and may_mean(word, product.nouns, loosely=loosely)


def _named_there(reader: _Reader, noun: "Token") -> Place | None:
    """The name within the words of a noun: before it, apposed, of its type, or itself."""
    doc, own = noun.doc, reader.named_at(noun.i)
    if own is not None:
        return own
    for at in range(noun.i - 1, noun.left_edge.i - 1, -1):
        own = reader.named_at(at)
        if own is not None:
            return None if any(t.text in _OWNING for t in doc[at : noun.i]) else own
        if doc[at].is_punct and doc[at].text not in {"-", "‑"}:
            break
    for kid in noun.rights:
        if kid.dep_ == "appos" and reader.named_at(kid.i) is not None:
            return reader.named_at(kid.i)
        if kid.lower_ == "of":
            return _of_name(reader, noun, child(kid, "pobj"))
    return None


def _of_name(reader: _Reader, noun: "Token", held: "Token | None") -> Place | None:
    """Read "drones of the Orlan-9 type", "copies of the Orlan"."""
    if held is None or not (lemma(held) in _SORTED or is_generic(noun_of(noun))):
        return None
    named = (reader.named_at(at) for at in range(held.left_edge.i, held.i + 1))
    return next((place for place in named if place is not None), None)


def _by_another(token: "Token", found: _Told, known: "Token | None" = None) -> bool:
    """Say whether somebody else than those who have to do with a thing is told to do it here."""
    doer = doer_of(token)
    if found.place is None or doer is None or doer.pos_ == "PRON" or doer == known:
        return False
    if lemma(doer.head) not in words_of("having", "lemmas") or is_tally(noun_of(doer)):
        return False
    own, doers = party(doer), found.place.product.doers
    if any(own == one or one.endswith(f" {own}") for one in doers):
        return False
    if doer.pos_ == "PROPN":
        return bool(doers) and not (known is not None and party(known) == own)
    strange = {lemma(k) for k in doer.lefts} & words_of("others", "words")
    return bool(strange) or noun_of(doer) not in words_of("makers", "nouns")


def _by_doer(reader: _Reader, token: "Token", noun: "Token") -> _Told:
    """The one thing that whoever does it here has to do with, if it may be called so."""
    doer = doer_of(token)
    if doer is None or doer.pos_ == "PRON" or lemma(doer.head) not in words_of("having", "lemmas"):
        return _Told()
    own, word, before = party(doer), noun_of(noun), sorts_of(noun)
    fits: dict[str, Place] = {}
    for place in reader.before(token.i):
        named = noun.pos_ == "PROPN" or _fits(place.product, word, before, loosely=False)
        if own in place.product.doers and named:
            fits.setdefault(place.product.name, place)
    if len(fits) != 1:
        return _Told(None, tuple(sorted(fits)))
    return _Told(next(iter(fits.values())))


def _sold(reader: _Reader, noun: "Token") -> Place | None:
    """The named thing that is itself told to come in such units: "the phone sold 40 copies"."""
    own = doer_of(noun)
    there = _named_there(reader, own) if own is not None else None
    if own is None or there is not None or not (is_definite(own) and is_made(noun_of(own))):
        return there
    return _last_named(reader, own.i, noun_of(own), sorts_of(own)).place


def _written(reader: _Reader, noun: "Token", found: _Told, *, pointed: bool) -> Counted:
    """The counted words with what they stand for."""
    paragraph = reader.parsed.paragraphs[reader.number]
    compounds = (k.left_edge.i for k in noun.lefts if k.dep_ == "compound")
    start = min(compounds, default=noun.i)
    span = paragraph.span_of(noun.doc[start : noun.i + 1])
    text, place = span.of(reader.parsed.document.text), found.place
    if place is None:
        return Counted(text, span, between=found.between)
    inside = place.paragraph == reader.number and noun.left_edge.i <= place.start <= noun.i
    beside: Literal["named", "described"] = "named" if inside else "described"
    return _called(reader, text, span, place, "pointed" if pointed else beside)


def _named_alone(reader: _Reader, found: _Told) -> Counted | None:
    """Where there is no noun at all, the name is what is counted."""
    if found.place is None:
        return None
    span = reader.span(found.place)
    return _called(reader, span.of(reader.parsed.document.text), span, found.place, "pointed")


def _called(
    reader: _Reader,
    text: str,
    span: Span,
    place: Place,
    link: Literal["named", "described", "pointed"],
) -> Counted:
    thing = place.product
    return Counted(
        text, span, thing.name, thing.kind, thing.entity, reader.span(place), link
    )  # fmt: skip
