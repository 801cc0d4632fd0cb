"""What does a reader know of people, bodies and things by the time a source is read?

Every credit so far, every named person or body that was a subject, and every unnamed one that the
text told of ("his lawyer", "a leaked letter"), each with its place and its sentence. What stands in
somebody's spoken words is known only inside them.

It fails where the parser cuts sentences wrongly: then the wrong subject comes first.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from allsource.claims.callings import is_listed_human
from allsource.claims.clauses import child
from allsource.claims.described import Described
from allsource.claims.parse import Paragraph, Parsed
from allsource.claims.people import Names
from allsource.claims.places import Line, line
from allsource.claims.quotation import Quotation
from allsource.claims.sources import describe
from allsource.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Known", "Record", "begin"]

_WEIGHED = 200
"""Earlier credits, and earlier subjects, among which one is looked for."""
_SOON = 120
"""Code points after a pronoun within which its name may follow."""
_MEETING = frozenset(
    {"talk", "speak", "meet", "interview", "ask", "call", "reach", "visit", "find"}
)
_UNNAMED = frozenset(
    {"unnamed_person", "unnamed_official", "unnamed_group", "unnamed_document", "document"}
    | {"organization", "outlet", "sensor"}
)


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """Somebody or something that the text has told of.

    Args:
        place: of the words.
        sentence: where its sentence starts.
        paragraph: index of its paragraph.
        who: as described.
        credited: it was the source of a credit.
        subject: it was the subject of a clause, or credited.
        main: it is the subject of its sentence.
        asked: it did what a clause before the sentence's subject tells ("asked by an analyst").
    """

    place: Span
    sentence: int = field(compare=False)
    paragraph: int = field(compare=False)
    who: Described = field(compare=False)
    credited: bool = field(default=True, compare=False)
    subject: bool = field(default=True, compare=False)
    asked: bool = field(default=False, compare=False)
    main: bool = field(default=False, compare=False)


@dataclass(slots=True)
class Record:
    """What is known while the text is read."""

    subjects: list[Known]
    unnamed: list[Known]
    quoted: Line[Quotation]
    sentences: list[int]
    sources: Line[Span]
    credited: list[Known] = field(default_factory=list)

    def tells(self, known: Known) -> bool:
        """Say whether a subject is the source of a credit."""
        return bool(self.sources.touching(known.place))

    def before(self, place: Span) -> list[Known]:
        """The credits and named subjects before a place, in order, no more than can be weighed."""
        near = [*_until(self.subjects, place), *_until(self.credited, place)]
        return sorted(k for k in near if self._heard(k, place))

    def told(self, place: Span) -> list[Known]:
        """What else was told of before a place, without a name, in order."""
        return [k for k in _until(self.unnamed, place) if self._heard(k, place)]

    def anywhere(self, head: str) -> list[Known]:
        """All that is told of with one noun, before or after."""
        return [k for k in self.unnamed if k.who.head == head][:_WEIGHED]

    def soon(self, place: Span) -> list[Known]:
        """The first subject after a place, for "when he arrived, Orlan said"."""
        start = bisect_left(self.subjects, place.end, key=lambda k: k.place.start)
        return [k for k in self.subjects[start : start + 1] if k.place.start < place.end + _SOON]

    def add(self, known: Known) -> None:
        """Add a credit."""
        insort(self.credited, known)

    def sentence(self, place: Span) -> int:
        """Where the sentence of a place starts."""
        return self.sentences[max(0, bisect_right(self.sentences, place.start) - 1)]

    def _heard(self, known: Known, place: Span) -> bool:
        """A credit, or what the article itself says, or what is said in the same quotation."""
        if known.credited:
            return True
        own = self.quoted.touching(known.place)
        return not own or any(q.span.covers(place) for q in own)


def _until(row: Sequence[Known], place: Span) -> Sequence[Known]:
    end = bisect_left(row, place.start, key=lambda k: k.place.start)
    return row[max(0, end - _WEIGHED) : end]


def begin(
    parsed: Parsed, names: Names, quotations: Sequence[Quotation], sources: Sequence[Span]
) -> Record:
    """Give what a document tells of, before any credit is read.

    Args:
        parsed: the document.
        names: its names.
        quotations: its quotations.
        sources: where the sources of its credits stand.
    """
    starts = sorted(
        paragraph.span_of(sentence[0]).start
        for paragraph in parsed.paragraphs
        for sentence in paragraph.doc.sents
    )
    marks = line([q for q in quotations if q.spoken], lambda q: q.span)
    record = Record([], [], marks, starts or [0], line(sources, lambda span: span))
    numbers = line(enumerate(parsed.paragraphs), lambda pair: pair[1].span)
    people = [(p, Described("named_person", names.person(n))) for p, n in names.subjects]
    firms = [(p, _firm(names, n)) for p, n in names.firms]
    for place, who in sorted([*people, *firms], key=lambda pair: (pair[0], pair[1].name)):
        ((number, _),) = numbers.touching(place)
        sentence, main = record.sentence(place), _leads(parsed.paragraphs[number], place)
        record.subjects.append(Known(place, sentence, number, who, credited=False, main=main))
    for number, paragraph in enumerate(parsed.paragraphs):
        for token in _nouns(paragraph):
            who, place = describe(token), paragraph.span_of(token)
            if who.kind in _UNNAMED and not who.pronoun and _is_party(who):
                subject = _main(token) or _heard_by_writer(token)
                where = record.sentence(place)
                known = Known(place, where, number, who, credited=False, subject=subject)
                record.unnamed.append(known)
    return record


def _firm(names: Names, name: str) -> Described:
    if names.sort(name) == "person":
        return Described("named_person", names.person(name))
    full = names.body(name)
    return Described("outlet" if full in names.outlets else "organization", full)


def _nouns(paragraph: Paragraph) -> "Iterator[Token]":
    """Nouns that head a phrase of their own."""
    return (
        token
        for token in paragraph.doc
        if token.pos_ == "NOUN" and token.dep_ not in {"compound", "appos", "nmod"}
        and child(token, "appos") is None
    )  # fmt: skip


def _is_party(who: Described) -> bool:
    """Not what only ends like a person: "the crater"."""
    return who.kind not in {"unnamed_person", "unnamed_group"} or is_listed_human(who.head)


def _leads(paragraph: Paragraph, place: Span) -> bool:
    local = place.shift(-paragraph.span.start)
    words = paragraph.doc.char_span(local.start, local.end, alignment_mode="expand")
    return words is not None and _main(words.root)


def _main(token: "Token") -> bool:
    """The subject of a sentence, or of the clause that another follows: "he left, she wrote"."""
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    verb = token.head
    return verb.dep_ == "ROOT" or (verb.dep_ in {"ccomp", "parataxis"} and verb.i < verb.head.i)


def _heard_by_writer(token: "Token") -> bool:
    """The one whom the writer met: "I have talked to a man"."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    who = child(verb, "nsubj")
    if verb.lemma_.lower() not in _MEETING:
        return False
    return who is not None and who.lower_ in {"i", "we"} and token.dep_ in {"pobj", "dobj"}
