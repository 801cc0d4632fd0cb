"""What is found where words mark a ground: the ground, the mark, and where it stands?

Listed phrases (``vocab/premises.yaml``) are looked for in a sentence, longest first. It fails on marks that
are not listed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from allsource.claims.parse import Paragraph
from allsource.model.judgement import Phrase
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Cued", "Mark", "phrase", "runs"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A listed phrase that marks a ground.

    Args:
        words: the phrase, lower-cased.
        opens: a clause, a thing or an absolute; empty where the ground stands before.
        only: the part that the phrase must have in its sentence.
        causal: it may give the cause of an event instead.
    """

    words: str
    opens: str = ""
    only: str | None = None
    causal: bool = False


@dataclass(frozen=True, slots=True)
class Cued:
    """A ground with the words that mark it, as found and not yet asked whose it is.

    Args:
        span: the ground, absolute; may hold the words of a credit.
        cue: the words that mark it.
        where: in the sentence of the judgement, the one before, or the one after.
        thing: it is a thing and no statement.
        subject: what the next sentence says gives the ground; empty where nothing does.
    """

    span: Span
    cue: Phrase
    where: Literal["same", "before", "next"]
    thing: bool = False
    subject: str = ""


def runs(tokens: "list[Token]", part: str) -> "Iterator[tuple[Mark, list[Token]]]":
    """Give every listed phrase in a sentence, longest first.

    Args:
        tokens: of the sentence.
        part: of the vocabulary: ``after`` or ``before``.
    """
    lowered = [token.lower_ for token in tokens]
    for size, entries in _sized(part):
        for at in range(len(tokens) - size + 1):
            entry = entries.get(" ".join(lowered[at : at + size]))
            if entry is not None:
                yield entry, tokens[at : at + size]


@lru_cache(maxsize=2)
def _sized(part: str) -> tuple[tuple[int, dict[str, Mark]], ...]:
    found: dict[int, dict[str, Mark]] = {}
    for entry in load("premises")[part]:
        mark = Mark(
            entry["words"],
            entry.get("opens", ""),
            entry.get("only"),
            causal=bool(entry.get("causal")),
        )
        found.setdefault(len(mark.words.split()), {})[mark.words] = mark
    return tuple(sorted(found.items(), reverse=True))


def phrase(paragraph: Paragraph, run: "list[Token]") -> Phrase:
    """Give the words of a run with where they stand.

    Args:
        paragraph: that holds them.
        run: words that follow each other.
    """
    span = Span(paragraph.span_of(run[0]).start, paragraph.span_of(run[-1]).end)
    return Phrase(span.shift(-paragraph.span.start).of(paragraph.text), span)
