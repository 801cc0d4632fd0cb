"""What is found where words mark a ground: the ground, the mark, and where it stands?

Listed phrases (``vocab/premises.yaml``) are looked for in a sentence, longest first. It fails on marks that
are not listed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from allsource.claims.parse import Paragraph
from allsource.model.judgement import Phrase
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Cued", "phrase", "runs"]


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


def runs(tokens: "list[Token]", part: str) -> "Iterator[tuple[Mapping[str, Any], list[Token]]]":
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
def _sized(part: str) -> tuple[tuple[int, dict[str, Mapping[str, Any]]], ...]:
    found: dict[int, dict[str, Mapping[str, Any]]] = {}
    for entry in load("premises")[part]:
        found.setdefault(len(entry["words"].split()), {})[entry["words"]] = entry
    return tuple(sorted(found.items(), reverse=True))


def phrase(paragraph: Paragraph, run: "list[Token]") -> Phrase:
    """Give the words of a run with where they stand.

    Args:
        paragraph: that holds them.
        run: words that follow each other.
    """
    span = Span(paragraph.span_of(run[0]).start, paragraph.span_of(run[-1]).end)
    return Phrase(span.shift(-paragraph.span.start).of(paragraph.text), span)
