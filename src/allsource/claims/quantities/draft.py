"""What is known of a quantity while it is being read?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from allsource.claims.quantities.bounds import Bound
from allsource.claims.quantities.units import Unit
from allsource.claims.quantities.words import Word
from allsource.claims.quantities.written import Number

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Draft", "Role"]

Role = Literal["level", "change_by", "change_from", "change_to", "share", "rank"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A number with what was read around it; indices are into the paragraph's words.

    Args:
        number: the number itself.
        first: first word of the quantity's own words, with "about" or a bound.
        start: where the phrase begins for grammar: a preposition before it governs it.
        last: one past the last word of the quantity.
        low: lower end or point; ``high`` is the same for a point.
        high: upper end or point.
        bound: how the point bounds, or None.
        approximate: "about".
        currency: ISO code.
        unit: unit or counted noun.
        per: rate.
        role: what it does.
        direction: of a change.
        upper: how the upper end of an interval between two bounds bounds.
        series: marks points of one change (the smallest word index among them).
    """

    number: Number
    first: int
    start: int
    last: int
    low: float
    high: float
    bound: Bound | None = None
    approximate: bool = False
    currency: str | None = None
    unit: Unit | None = None
    per: str | None = None
    role: Role = "level"
    direction: Literal["up", "down"] | None = None
    series: int | None = None
    upper: Bound | None = None

    @property
    def kind(self) -> str | None:
        """``money``, the kind of its unit, or None where it has none."""
        return "money" if self.currency else self.unit.kind if self.unit else None

    def token(self, words: tuple[Word, ...]) -> "Token":
        """Give the token that bears the number's grammar."""
        return words[self.number.last - 1].token
