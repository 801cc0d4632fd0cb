"""Where in the text are the words that a reader wrote down?

Each label is resolved by itself, so one that is not found does not hide the others: every one is
told with its place in the file. Words of a claim that stand more than once in the text are taken
inside its proposition where they stand there once, and a proposition likewise inside the content
that it is attributed to.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import TypeVar

from bench.gold.intervals import interval
from bench.gold.model import (
    Article,
    Attribution,
    AttributionLabel,
    Called,
    Claim,
    ClaimLabel,
    Hedge,
    LabelFile,
    Quantity,
    QuantityLabel,
    Verification,
)
from bench.gold.words import Span, find, places

__all__ = ["NEWSROOM", "digest", "resolve"]

NEWSROOM = "outlet"
"""What a verification is called by when the article's own newsroom made it."""

NOWHERE = (0, 0)
Found = TypeVar("Found")


def digest(text: str) -> str:
    """The sha256 of a text, by which an article is known.

    Example:
        >>> digest("The yard closed.")[:8]
        '372fedcf'
    """
    return hashlib.sha256(text.encode()).hexdigest()


class _Reader:
    """Resolves the labels of one file, and keeps what could not be resolved."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.problems: list[str] = []

    def tried(self, place: str, work: Callable[[], Found], otherwise: Found) -> Found:
        """The result, or what stands for it where the label is at fault."""
        try:
            return work()
        except ValueError as error:
            self.problems.append(f"{place}: {error}")
            return otherwise

    def span(self, place: str, words: str, inside: Span | None = None) -> Span:
        return self.tried(place, lambda: find(words, self.text, inside), NOWHERE)

    def spans(self, place: str, words: str | Sequence[str] | None) -> tuple[Span, ...]:
        pieces = [words] if isinstance(words, str) else words or []
        return tuple(sorted(self.span(place, piece) for piece in pieces))

    def called(self, words: str | None) -> Called | None:
        """Where a name stands, as a whole or in its parts; else the words themselves."""
        if words is None or words == NEWSROOM:
            return None if words is None else Called(words=NEWSROOM)
        for parts in ([words], words.split(" and ")):
            found = [places(part, self.text) for part in parts]
            if all(found):
                return Called(spans=tuple(one[0] for one in found))
        return Called(words=words)

    def attribution(self, label: AttributionLabel) -> Attribution:
        at = f"attribution {label.id}"
        return Attribution(
            id=label.id,
            content=self.spans(f"{at}, content", label.content),
            cue=self.spans(f"{at}, cue", label.cue),
            source=self.spans(f"{at}, source", label.source),
            kind=label.kind,
            name=self.called(label.name),
            medium=self.medium(f"{at}, medium", label.medium),
            inside=label.inside,
        )

    def medium(self, place: str, words: str | None) -> tuple[Span, ...]:
        """The first place will do: what counts is which medium it is."""
        if words is None:
            return ()
        found = places(words, self.text)
        return (found[0],) if found else (self.span(place, words),)

    def claim(self, at: str, label: ClaimLabel, content: tuple[Span, ...]) -> Claim:
        whole = (content[0][0], content[-1][1]) if content else None
        span = self.span(f"{at}, proposition", label.proposition, whole)
        return Claim(
            span=span,
            status=label.status,
            attributed=label.attributed,
            whose=label.whose,
            hedges=tuple(
                Hedge(self.span(f"{at}, hedge", hedge.words, span), hedge.strength)
                for hedge in label.hedges
            ),
            verification=tuple(
                Verification(one.status, self.called(one.by)) for one in label.verification
            ),
            quantities=tuple(self.quantity(at, one, span) for one in label.quantities),
        )

    def quantity(self, at: str, label: QuantityLabel, inside: Span) -> Quantity:
        at = f"{at}, quantity {label.text!r}"
        value = self.tried(at, lambda: interval(label.interval), interval("0"))
        return Quantity(
            span=self.span(at, label.text, inside),
            low=value.low,
            high=value.high,
            low_open=value.low_open,
            high_open=value.high_open,
            approximate=value.approximate,
            unit=label.unit,
            currency=label.currency,
            per=label.per,
            role=label.role,
            direction=label.direction,
            of=self.called(label.of),
            start=label.start,
            end=label.end,
        )


def resolve(labels: LabelFile, text: str) -> tuple[Article, list[str]]:
    """Turn the words of a reader into spans.

    Args:
        labels: what the reader wrote.
        text: the article, without the line that says when it was published.

    Returns:
        The labels as spans, and a message for each that could not be resolved (which then has
        the empty span at 0).

    Example:
        >>> said = AttributionLabel("a1", "the yard closed", "said", "The guild", "organization")
        >>> article, problems = resolve(LabelFile("x", [said], []), "The guild said the yard shut.")
        >>> problems
        ["attribution a1, content: 'the yard closed' is not in the text; the text has 'the yard shut.'"]
    """
    reader = _Reader(text)
    attributions = tuple(reader.attribution(label) for label in labels.attributions)
    contents = {one.id: one.content for one in attributions}
    claims = tuple(
        reader.claim(f"claim {number}", label, contents.get(label.attributed or "", ()))
        for number, label in enumerate(labels.claims, 1)
    )
    return Article(labels.text, digest(text), attributions, claims), reader.problems
