"""Who did what to whom: the predicate of one statement and its arguments.

Each part stands in the words of its document; a part that has no words there is
absent. ``name`` is what the words come down to, which for a pronoun or a short
name stands elsewhere in the document.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from allsource.model.span import Span

__all__ = ["Argument", "Predicate", "Predication"]


@dataclass(frozen=True, slots=True)
class Argument:
    """One part of a predication.

    Args:
        text: its words.
        span: where they stand.
        name: the name, or the noun, that it comes down to after coreference.
        entity: of the name, where it has one.
    """

    text: str
    span: Span
    name: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Predicate:
    """The verb of a predication.

    Args:
        text: the verb with its particle.
        spans: where they stand.
        lemma: base form with the particle ("set up").
        negated: it is said not to be so ("did not sell", "failed to pay", "has yet to pay").
    """

    text: str
    spans: tuple[Span, ...]
    lemma: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Predication:
    """What a statement tells, past the verbs that only frame it.

    Args:
        predicate: the verb; None where only a thing is named ("two new halls").
        subject: who did it, in a passive too.
        object: what it was done to, or what the subject is said to be.
        recipient: whom or what it goes to.
        place: where.
    """

    predicate: Predicate | None
    subject: Argument | None = None
    object: Argument | None = None
    recipient: Argument | None = None
    place: Argument | None = None

    def arguments(self) -> Iterator[Argument]:
        """Give the arguments that are there."""
        for one in (self.subject, self.object, self.recipient, self.place):
            if one is not None:
                yield one

    def grounds(self) -> Iterator[tuple[str, tuple[Span, ...]]]:
        """Give each part's words with where they stand."""
        if self.predicate is not None:
            yield self.predicate.text, self.predicate.spans
        for one in self.arguments():
            yield one.text, (one.span,)
