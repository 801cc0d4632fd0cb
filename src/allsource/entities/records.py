"""What does each document of a case call, and by what name?

A record is one name in one document, with all places where it stands and all that the document says of its bearer: kinds,
a title, man or woman, the seat of a body, which place is meant. Two names of one document are two records. Nothing is
joined here; ``bearers`` and ``links`` do that.

It fails where a document uses one name for two parties.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from allsource.claims.callings import is_body
from allsource.entities.gazetteer import places_called
from allsource.entities.located import Located, Surroundings, located
from allsource.entities.mentioned import Mentioned
from allsource.entities.plain import best_written, key, plain
from allsource.entities.short import Kind, is_given
from allsource.entities.words import legal_form, words
from allsource.model.document import Document
from allsource.model.ids import content_id
from allsource.vocab import load

__all__ = ["Record", "kind_of_name", "records"]

_BEFORE = 40
_WORD_BEFORE = re.compile(r"([\w'’.-]+)\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Record:
    """One name in one document.

    Args:
        document: its id.
        key: of the name, as ``plain.key`` gives it.
        name: as it is written, in its longest form.
        seen: what speaks for a kind (see ``vocab/identity.yaml``).
        gender: "male" or "female", where a title before the name tells; else None.
        seat: where a body sits, folded, where told.
        located: which place it may be, where the table knows the name.
        mentions: in order.
        role: it is no name but what a body is called in its document: "the center".
        id: content id over document and key.
    """

    document: str
    key: str
    name: str
    seen: frozenset[str]
    gender: str | None
    seat: str | None
    located: Located | None
    mentions: tuple[Mentioned, ...]
    role: bool = False
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", content_id("rec", self.document, self.key))


def records(
    documents: Sequence[Document], found: Mapping[str, Sequence[Mentioned]]
) -> tuple[Record, ...]:
    """Give the records of a case, by document and name.

    Args:
        documents: of the case.
        found: names in each, from ``mentioned``.
    """
    return tuple(
        one
        for document in sorted(documents, key=lambda each: each.id)
        for one in _of_document(document, found.get(document.id, ()))
    )


def kind_of_name(seen: Iterable[str]) -> Kind:
    """Tell what a name is of, by all that speaks for it.

    Args:
        seen: of all its records.

    Example:
        >>> kind_of_name({"organization", "source named_person"}), kind_of_name({"text"})
        ('person', 'unknown')
    """
    said = frozenset(seen)
    kinds: dict[Kind, float] = {
        kind: sum(
            weight for sort, weight in load("identity")["kinds"][kind].items() if sort in said
        )
        for kind in ("person", "body", "place", "thing")
    }
    if kinds["person"] == kinds["body"] and "given name" not in said:
        kinds["person"] = 0.0
    best = max(kinds, key=lambda kind: kinds[kind])
    return best if kinds[best] else "unknown"


def _of_document(document: Document, found: Sequence[Mentioned]) -> Iterator[Record]:
    named: dict[str, list[Mentioned]] = defaultdict(list)
    for one in found:
        if key(one.name) and (_is_name(one.name) or "source organization" in one.seen):
            named[key(one.name)].append(one)
    places = [one.name for some in named.values() for one in some if "place" in one.seen]
    around = Surroundings.of(document.text, places)
    for each, some in sorted(named.items()):
        yield _record(document, each, some, around)


def _record(
    document: Document, each: str, some: Sequence[Mentioned], around: Surroundings
) -> Record:
    name = best_written({one.name for one in some})
    seen = {sort for one in some for sort in one.seen} | set(_signals(name))
    genders, seats = set[str](), set[str]()
    alone = len(plain(name)) == 1 or "in the table of places" in seen
    for one in some:
        before = document.text[max(0, one.span.start - _BEFORE) : one.span.start]
        word = _WORD_BEFORE.search(before)
        bare = word[1].rstrip(".").casefold() if word else ""
        title = (one.text.split()[0].rstrip(".").casefold(), bare)
        genders |= {_honorifics()[t] for t in title if t in _honorifics()}
        seen |= {"titled"} if set(title) & words().titles and plain(one.name) else set()
        seen |= {"placed"} if bare in load("identity")["placing"]["words"] and alone else set()
        seats |= set(_seats(before, document.text[one.span.end : one.span.end + _BEFORE]))
    where = None
    if "place" in seen or "placed" in seen:
        where = located(name, [one.span for one in some], around)
    return Record(
        document.id,
        each,
        name,
        frozenset(seen),
        genders.pop() if len(genders) == 1 else None,
        seats.pop() if len(seats) == 1 else None,
        where,
        tuple(some),
        role=not _is_name(name),
    )


def _is_name(words: str) -> bool:
    """Somebody's office is no name: "Orlan's press office"."""
    owned = re.search(r"['’]s [a-z]", words)
    return owned is None and any(letter.isupper() for letter in words)


def _signals(name: str) -> Iterator[str]:
    """Give what the words of a name say by themselves."""
    parts = plain(name)
    if len(parts) > 1 and (is_body(name) or legal_form(list(parts), front=False) or _bodily(parts)):
        yield "body word"
    elif len(parts) > 1 and is_given(parts[0]):
        yield "given name"
    if any(letter.isdigit() for letter in name) and len(parts) <= 3:
        yield "designation"
    if places_called(name):
        yield "in the table of places"


def _bodily(parts: Sequence[str]) -> bool:
    """A word of bodies ends the name or what stands before "of": "Ministry of Transport"."""
    heads = [parts[at - 1] for at, word in enumerate(parts) if word in {"of", "for"} and at]
    return any(word in words().concepts or word in words().generic for word in (parts[-1], *heads))


def _seats(before: str, after: str) -> Iterator[str]:
    """Give the place where a body sits: "the Velory-based ...", "... in Velory"."""
    found = _seated().search(before)
    if found is not None:
        yield key(found[1])
    for word in sorted(load("identity")["in_place"]["words"], key=len, reverse=True):
        place = re.match(rf",?\s+{re.escape(word)}\s+([A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)", after)
        if place is not None and (places_called(place[1]) or "based" in word):
            yield key(place[1])
            return


@cache
def _honorifics() -> dict[str, str]:
    """Give the honorifics that tell a man from a woman."""
    table = load("given_names")
    before = table["honorifics"]["words"]
    return {
        word: gender
        for gender in ("male", "female")
        for word in table["words"][gender]
        if word in before
    }


@cache
def _seated() -> re.Pattern[str]:
    some = "|".join(load("identity")["seat"]["words"])
    return re.compile(rf"([A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)[-‑ ](?:{some})\s+$")
