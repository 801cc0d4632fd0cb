"""Which names stand in a paragraph, and of what?

The parser's entities, with machines put right by ``vocab/equipment.yaml``:
a designation ("S-400") is a weapon, a vehicle or a product by its family or by
the noun beside it. Nationalities, dates and numbers are no mentions.

It fails on names the parser does not see and on a person's name that is also a
firm's.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from allsource.claims.callings import is_body
from allsource.claims.parse import Paragraph
from allsource.model.claim import Mention
from allsource.model.ids import content_id
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

__all__ = ["find"]

Kind = Literal["person", "organization", "place", "vehicle", "weapon", "product", "other"]

_DESIGNATION = re.compile(r"\b[A-Z][A-Za-z]{0,12}[-‑]\d{1,4}[A-Za-z]{0,3}\b")
_KINDS: Mapping[str, Kind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PRODUCT": "product",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
_NEAR = 24
"""Code points after a name in which a noun tells its kind."""


def find(paragraph: Paragraph, text: str) -> tuple[Mention, ...]:
    """Find the names in one paragraph, in order, none overlapping.

    Args:
        paragraph: a parsed paragraph.
        text: the document's stored text.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> line = "The Orlan-9 drone fell near Lisbon."
        >>> [(m.text, m.kind) for m in find(parse_text(line).paragraphs[0], line)]
        [('Orlan-9', 'weapon'), ('Lisbon', 'place')]
    """
    words = paragraph.span.of(text)
    found = [_machine(words, m) for m in _DESIGNATION.finditer(words)]
    for entity in paragraph.doc.ents:
        named = _entity(words, entity)
        if named is not None and not any(named[0].overlaps(span) for span, _ in found):
            found.append(named)
    return tuple(
        _mention(text, span.shift(paragraph.span.start), kind) for span, kind in sorted(found)
    )


def _mention(text: str, span: Span, kind: Kind) -> Mention:
    words = span.of(text)
    return Mention(words, span, kind, content_id("ent", kind, " ".join(words.split()).casefold()))


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Mapping[str, frozenset[str]]]:
    raw = load("equipment")
    return {
        part: {kind: frozenset(entry["words"]) for kind, entry in raw[part].items()}
        for part in ("families", "context")
    } | {"never": {"never": frozenset(raw["never"]["words"])}}


def _machine(words: str, match: re.Match[str]) -> tuple[Span, Kind]:
    span = Span(match.start(), match.end())
    return span, _beside(words, span) or _family(match.group()) or "product"


def _family(name: str) -> Kind | None:
    plain = name.lower()
    for kind, family in _words()["families"].items():
        if plain in family or re.split(r"[-‑ ]", plain)[0] in family:
            return "weapon" if kind == "weapon" else "vehicle"
    return None


def _beside(words: str, span: Span) -> Kind | None:
    after = re.findall(r"[a-z]+", words[span.end : span.end + _NEAR].lower())
    before = re.findall(r"[a-z]+", words[max(0, span.start - 14) : span.start].lower())
    near = {*after[:2], *before[-1:]}
    for kind, nouns in _words()["context"].items():
        if near & nouns and kind != "organization":
            return "weapon" if kind == "weapon" else "vehicle"
    return None


def _a_body(words: str, span: Span) -> bool:
    """A name that the parser takes for a person and that the words before call a firm."""
    before = re.findall(r"[a-z]+", words[max(0, span.start - _NEAR) : span.start].lower())
    return bool(set(before[-2:]) & _words()["context"]["organization"])


def _entity(words: str, entity: "Tokens") -> tuple[Span, Kind] | None:
    kind = _KINDS.get(entity.label_)
    span = _tightened(words, Span(entity.start_char, entity.end_char))
    if kind is None or span is None:
        return None
    name = span.of(words)
    if name.lower() in _words()["never"]["never"] or not any(c.isupper() for c in name):
        return None
    if len(name) > 80 or "\n" in name:
        return None
    if name.lower() in _words()["families"]["weapon"]:
        return span, "weapon"
    if kind == "person" and (is_body(name) or _a_body(words, span)):
        return span, "organization"
    return span, (_beside(words, span) or kind) if kind == "product" else kind


def _tightened(words: str, span: Span) -> Span | None:
    """Take an article off the front of a name and a possessive off its end."""
    start, end = span
    article = re.match(r"(?:the|an?)\s+", words[start:end], re.IGNORECASE)
    if article:
        start += article.end()
    while end > start and (words[start:end].endswith(("’s", "'s"))):
        end -= 2
    while end > start and not (words[end - 1].isalnum() or words[end - 1] in ").!"):
        end -= 1
    while start < end and not words[start].isalnum():
        start += 1
    return Span(start, end) if start < end else None
