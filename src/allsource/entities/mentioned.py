"""Where do the names of a case stand, and what does each document say they are names of?

From claims: names in them and named sources, those of one place as one mention by the fullest name that its
document gives ("He" is Timo Orlan). Sources without a name give no mention here: "a senior official" of one page is
never looked for in another.

It fails for names that the parser does not see; ``unseen`` looks for some of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from allsource.model.claim import Claim, Source
from allsource.model.document import Document
from allsource.model.ids import content_id
from allsource.model.span import Span

__all__ = ["Mentioned", "in_order", "mentioned"]

_NAMED = frozenset({"named_person", "organization", "outlet"})
_KINDS = ("person", "organization", "place", "vehicle", "weapon", "product", "other")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A name at a place.

    Args:
        document: id of its document.
        span: where the words stand.
        text: the words.
        name: the fullest form that the document gives of it.
        seen: what the document takes it for: kinds of mentions, kinds of sources after "source", or
            "text" where only the words were found.
    """

    document: str
    span: Span
    text: str
    name: str
    seen: frozenset[str]


def mentioned(claims: Iterable[Claim]) -> dict[str, tuple[Mentioned, ...]]:
    """Give the names in claims and their named sources, by document, in order and none overlapping.

    Args:
        claims: of a case.
    """
    places: dict[str, dict[Span, Mentioned]] = defaultdict(dict)
    for document, some in _by_document(claims).items():
        full = _full_names(some)
        found = places[document]
        for claim in some:
            for one in claim.entities:
                name = full.get(one.entity, one.text)
                _add(found, Mentioned(document, one.span, one.text, name, frozenset({one.kind})))
            for given in claim.attribution:
                if given.source is not None and given.source.kind in _NAMED:
                    _add(found, _source(claim.document, given.source))
    return {document: tuple(in_order(found.values())) for document, found in sorted(places.items())}


def _by_document(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.document.id].append(claim)
    return found


def _full_names(claims: Sequence[Claim]) -> dict[str, str]:
    """Give the name that each entity of a document is called by in full: ids are made of those names."""
    texts = {one.text for claim in claims for one in claim.entities}
    texts |= {a.source.name for claim in claims for a in claim.attribution if a.source is not None}
    found: dict[str, str] = {}
    for name in sorted(texts, key=lambda text: (-len(text), text)):
        plain = " ".join(name.split())
        for kind in _KINDS:
            found.setdefault(content_id("ent", kind, plain.casefold()), plain)
    return found


def _source(document: Document, source: Source) -> Mentioned:
    """Narrow a source to the words that name it: "Timo Orlan" of "the mayor, Timo Orlan"."""
    whole = Span(source.spans[0].start, source.spans[0].end)
    span, words = whole, whole.of(document.text)
    for name in (source.name, source.name.split()[-1]):
        at = words.find(name)
        if at >= 0 and any(letter.isupper() for letter in name):
            span = Span(whole.start + at, whole.start + at + len(name))
            break
    seen = frozenset({f"source {source.kind}"})
    return Mentioned(document.id, span, span.of(document.text), source.name, seen)


def _add(found: dict[Span, Mentioned], one: Mentioned) -> None:
    """Keep one mention a place; a source's name, which is resolved, before a mention's."""
    known = found.get(one.span)
    if known is None:
        found[one.span] = one
        return
    resolved = one if any(sort.startswith("source") for sort in one.seen) else known
    found[one.span] = replace(known, name=resolved.name, seen=known.seen | one.seen)


def in_order(found: Iterable[Mentioned]) -> Iterator[Mentioned]:
    """Give mentions in order, none overlapping; of two that overlap the one by the longer words."""
    kept: list[Mentioned] = []
    for one in sorted(found, key=lambda m: (m.span.start, -m.span.end, "text" in m.seen, m.name)):
        if kept and kept[-1].span.overlaps(one.span):
            if _long(one) > _long(kept[-1]):
                kept[-1] = replace(one, seen=one.seen | _sources(kept[-1]))
            elif _long(one) == _long(kept[-1]):
                kept[-1] = replace(kept[-1], seen=kept[-1].seen | one.seen)
            continue
        kept.append(one)
    yield from kept


def _sources(one: Mentioned) -> frozenset[str]:
    """What a source is taken for stands, by however few of its words it was named."""
    return frozenset(sort for sort in one.seen if sort.startswith("source"))


def _long(one: Mentioned) -> int:
    return one.span.end - one.span.start
