"""What does a reader write down for an article, and what is kept of it?

``LabelFile`` is what a reader writes, in words (GUIDELINES.md says how). ``Article`` is the same
with every word as a span of the text, which is what the repository ships: it holds no text of the
article, but for names and things measured that are not in the article in these words.
"""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = [
    "Article",
    "Attribution",
    "AttributionLabel",
    "Called",
    "Claim",
    "ClaimLabel",
    "Hedge",
    "HedgeLabel",
    "LabelFile",
    "Quantity",
    "QuantityLabel",
    "Verification",
    "VerificationLabel",
]

Span = tuple[int, int]
Kind = Literal[
    "named_person",
    "organization",
    "unnamed_person",
    "unnamed_official",
    "unnamed_group",
    "outlet",
    "document",
    "unnamed_document",
    "sensor",
]
Status = Literal["asserted", "hedged", "expected", "conditional", "denied", "questioned"]
Whose = Literal["source", "outlet"]
Strength = Literal["weak", "medium", "strong"]
Checked = Literal["unverified", "verified", "disputed", "no_comment"]
Role = Literal["level", "change_by", "change_from", "change_to", "share", "rank"]
Direction = Literal["up", "down"]


class _Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A key that is not known is an error, and one that is left out is empty."""


class HedgeLabel(_Label, frozen=True):
    """Words that make a proposition less certain."""

    words: str
    strength: Strength


class VerificationLabel(_Label, frozen=True):
    """That a claim was or was not checked, and by whom."""

    status: Checked
    by: str | None = None


class QuantityLabel(_Label, frozen=True):
    """A number of a proposition; ``interval`` is written as ``is``."""

    text: str
    interval: str = msgspec.field(name="is")
    unit: str | None = None
    currency: str | None = None
    per: str | None = None
    role: Role = "level"
    direction: Direction | None = None
    of: str | None = None
    start: str | None = None
    end: str | None = None


class AttributionLabel(_Label, frozen=True):
    """Who is credited with what, in words."""

    id: str
    content: str | list[str]
    cue: str | list[str] | None = None
    source: str | list[str] | None = None
    kind: Kind | None = None
    name: str | None = None
    medium: str | None = None
    inside: str | None = None


class ClaimLabel(_Label, frozen=True):
    """One proposition, in words."""

    proposition: str
    status: Status
    attributed: str | None = None
    whose: Whose | None = None
    hedges: list[HedgeLabel] = []
    verification: list[VerificationLabel] = []
    quantities: list[QuantityLabel] = []


class LabelFile(_Label, frozen=True):
    """All that one reader says of one article."""

    text: str
    attributions: list[AttributionLabel]
    claims: list[ClaimLabel]


class Called(_Label, frozen=True):
    """A name or a thing measured: where it stands in the text, or words where it does not."""

    spans: tuple[Span, ...] = ()
    words: str | None = None

    def read(self, text: str) -> str:
        """The words, in lower case with single spaces.

        Example:
            >>> Called(((4, 8),)).read("The Yard closed.")
            'yard'
        """
        found = self.words or " and ".join(text[slice(*span)] for span in self.spans)
        return " ".join(found.lower().split())


class Hedge(_Label, frozen=True):
    """A hedge at its place."""

    span: Span
    strength: Strength


class Verification(_Label, frozen=True):
    """A check of a claim; ``by`` is null where the text does not say who."""

    status: Checked
    by: Called | None = None


class Quantity(_Label, frozen=True):
    """A number at its place, as an interval like the contract's."""

    span: Span
    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    unit: str | None = None
    currency: str | None = None
    per: str | None = None
    role: Role = "level"
    direction: Direction | None = None
    of: Called | None = None
    start: str | None = None
    end: str | None = None


class Attribution(_Label, frozen=True):
    """Who is credited with what, at its places."""

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    kind: Kind | None = None
    name: Called | None = None
    medium: tuple[Span, ...] = ()
    inside: str | None = None


class Claim(_Label, frozen=True):
    """One proposition at its place."""

    span: Span
    status: Status
    attributed: str | None = None
    whose: Whose | None = None
    hedges: tuple[Hedge, ...] = ()
    verification: tuple[Verification, ...] = ()
    quantities: tuple[Quantity, ...] = ()


class Article(_Label, frozen=True):
    """The labels of one article, and the hash of the text that they are of."""

    text: str
    sha256: str
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
