"""Where do the names of a case stand, and what does each document say they are names of?

From claims: names in them and named sources, those of one place as one mention by the fullest name that its
document gives ("He" is Timo Orlan). A name of two words or more that some document has so is then looked for in the
text of all, since the parser misses some. Sources without a name give no mention here: "a senior official" of one page is
never looked for in another.

It fails for names that the parser sees in no document of the case.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from allsource.claims.titles import without_titles
from allsource.model.claim import Claim, Source
from allsource.model.document import Document
from allsource.model.ids import content_id
from allsource.model.span import Span

__all__ = ["Mentioned", "mentioned", "sought"]

_NAMED = frozenset({"named_person", "organization", "outlet"})
_KINDS = ("person", "organization", "place", "vehicle", "weapon", "product", "other")
_WORD = re.compile(r"\w+(?:[.&-]\w+|['’](?!s\b)\w+)*|&")
_MOST_WORDS = 8


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
    return {document: tuple(_apart(found.values())) for document, found in sorted(places.items())}


def sought(
    documents: Sequence[Document], found: Mapping[str, Sequence[Mentioned]], names: Iterable[str]
) -> dict[str, tuple[Mentioned, ...]]:
    """Add where names stand that no claim of their document shows.

    Args:
        documents: of the case.
        found: as ``mentioned`` gives it.
        names: to look for, as they are written.
    """
    starts: dict[str, list[list[str]]] = defaultdict(list)
    for name in sorted(set(names)):
        words = _WORD.findall(name)
        if words and len(words) <= _MOST_WORDS:
            starts[words[0]].append(words)
    return {
        document.id: tuple(_apart((*found.get(document.id, ()), *_in_text(document, starts))))
        for document in documents
    }


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


def _apart(found: Iterable[Mentioned]) -> Iterator[Mentioned]:
    """Give mentions in order; of two that overlap the one by the longer words."""
    kept: list[Mentioned] = []
    for one in sorted(found, key=lambda m: (m.span.start, -m.span.end, m.name)):
        if kept and kept[-1].span.overlaps(one.span):
            if _long(one) > _long(kept[-1]) and "text" not in one.seen:
                kept[-1] = one
            continue
        kept.append(one)
    yield from kept


def _long(one: Mentioned) -> int:
    return one.span.end - one.span.start


def _in_text(
    document: Document, starts: Mapping[str, Sequence[Sequence[str]]]
) -> Iterator[Mentioned]:
    """Find names word by word, the longest first, outside of furniture."""
    words = list(_WORD.finditer(document.text))
    for at, word in enumerate(words):
        for name in sorted(starts.get(word.group(), ()), key=len, reverse=True):
            here = words[at : at + len(name)]
            if [one.group() for one in here] == list(name) and _runs(document.text, here):
                span = Span(here[0].start(), here[-1].end())
                if not any(f.span.overlaps(span) for f in document.furniture):
                    text = span.of(document.text)
                    yield Mentioned(document.id, span, text, _plain(text), frozenset({"text"}))
                break


def _runs(text: str, words: Sequence[re.Match[str]]) -> bool:
    """Nothing but spaces and what joins the words of a name stands between them."""
    return all(
        re.fullmatch(r"\.?[\s-]{1,3}", text[a.end() : b.start()])
        for a, b in zip(words, words[1:], strict=False)
    )


def _plain(name: str) -> str:
    return without_titles(" ".join(name.split()))
