"""What may a chart show? Typed contexts, each field with its meaning.

Positions are pixels of the drawing; the table twin says the same in words. What a
page shows beside its charts is in ``contexts``.
"""

from dataclasses import dataclass, field

__all__ = [
    "ChartView",
    "ConsistencyView",
    "Drawing",
    "EstimateView",
    "KeyEntry",
    "Mark",
    "MonthRow",
    "MovedRow",
    "OddsRow",
    "PointRow",
    "Tick",
    "UnusedRow",
    "WithoutRow",
]


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick of an axis."""

    at: float = field(metadata={"help": "position in pixels"})
    label: str = field(metadata={"help": "its words"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One stated figure in a drawing."""

    x: float = field(metadata={"help": "centre, pixels"})
    own: float = field(metadata={"help": "where its day is, from which it may be set aside"})
    y: float = field(metadata={"help": "value, pixels"})
    x1: float = field(metadata={"help": "first day, pixels"})
    x2: float = field(metadata={"help": "last day, pixels"})
    y1: float = field(metadata={"help": "upper end, pixels"})
    y2: float = field(metadata={"help": "lower end, pixels"})
    up: bool = field(metadata={"help": "open upwards: an arrow"})
    down: bool = field(metadata={"help": "open downwards: an arrow"})
    plan: bool = field(metadata={"help": "a plan: hollow diamond"})
    root: int = field(metadata={"help": "colour number of its root"})
    letter: str = field(metadata={"help": "letter of its root"})
    title: str = field(metadata={"help": "words of the mark"})
    back: bool = field(default=False, metadata={"help": "taken back: dashed"})


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart at one width."""

    width: int = field(metadata={"help": "pixels"})
    height: int = field(metadata={"help": "pixels"})
    left: float = field(metadata={"help": "left edge of the plot"})
    right: float = field(metadata={"help": "right edge of the plot"})
    bottom: float = field(metadata={"help": "lower edge of the plot"})
    top: float = field(metadata={"help": "upper edge of the plot"})
    undated: float | None = field(metadata={"help": "where the column without dates begins"})
    across: tuple[Tick, ...] = field(metadata={"help": "ticks of time"})
    upward: tuple[Tick, ...] = field(metadata={"help": "ticks of value"})
    marks: tuple[Mark, ...] = field(metadata={"help": "stated figures"})
    band: str = field(metadata={"help": "outline of the estimate's interval, an SVG path or empty"})
    median: str = field(metadata={"help": "line of the estimate's medians, an SVG path or empty"})


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A root in the key of a chart."""

    letter: str = field(metadata={"help": "its letter"})
    root: int = field(metadata={"help": "its colour number"})
    label: str = field(metadata={"help": "its name"})


@dataclass(frozen=True, slots=True)
class PointRow:
    """A stated figure in the table twin of a chart."""

    value: str = field(metadata={"help": "the figure in the common unit"})
    words: str = field(metadata={"help": "the words of the document"})
    period: str = field(metadata={"help": "what it speaks of"})
    kind: str = field(metadata={"help": "stated outcome, plan, or taken back"})
    letter: str = field(metadata={"help": "letter of its root"})
    root: str = field(metadata={"help": "name of its root"})
    outlet: str = field(metadata={"help": "the document"})
    target: str = field(metadata={"help": "where it stands"})


@dataclass(frozen=True, slots=True)
class MonthRow:
    """The estimate of one month in the table twin of a chart."""

    month: str = field(metadata={"help": "the month"})
    interval: str = field(metadata={"help": "lower and upper end"})
    median: str = field(metadata={"help": "as likely too high as too low"})


@dataclass(frozen=True, slots=True)
class WithoutRow:
    """The last estimate as it would be without one root."""

    root: str = field(metadata={"help": "name of the root"})
    interval: str = field(metadata={"help": "lower and upper end without it"})
    median: str = field(metadata={"help": "median without it"})


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A claim behind an estimate, with the median as it would be without it where that is told."""

    words: str = field(metadata={"help": "the claim's statement"})
    outlet: str = field(metadata={"help": "its document"})
    target: str = field(metadata={"help": "where it stands"})
    median: str = field(metadata={"help": "median without it"})


@dataclass(frozen=True, slots=True)
class OddsRow:
    """A figure at odds with an estimate, and how likely it is that it was passed."""

    says: str = field(metadata={"help": "a sentence with a term of ICD 203 and its range"})
    claims: tuple[MovedRow, ...] = field(metadata={"help": "the claims that state the figure"})


@dataclass(frozen=True, slots=True)
class EstimateView:
    """What a quantity was, as the claims on a programme allow."""

    id: str = field(metadata={"help": "id of the estimate of the last month"})
    period: str = field(metadata={"help": "the last month told"})
    interval: str = field(metadata={"help": "lower and upper end in it"})
    median: str = field(metadata={"help": "as likely too high as too low"})
    probability: str = field(metadata={"help": "of the interval, in percent"})
    rests: str = field(metadata={"help": "how many claims and roots it rests on"})
    warnings: tuple[str, ...] = field(metadata={"help": "what must be known before it is quoted"})
    without: tuple[WithoutRow, ...] = field(metadata={"help": "without each root"})
    moved: tuple[MovedRow, ...] = field(metadata={"help": "claims that move it most"})
    odds: tuple[OddsRow, ...] = field(metadata={"help": "claims at odds with it"})
    narrower: tuple[str, ...] = field(metadata={"help": "evidence that would narrow it"})
    months: tuple[MonthRow, ...] = field(metadata={"help": "every month"})
    k_hat: str = field(metadata={"help": "diagnostic of the computation"})


@dataclass(frozen=True, slots=True)
class ChartView:
    """The figures of one measure."""

    id: str = field(metadata={"help": "id of the series"})
    title: str = field(metadata={"help": "measure and thing"})
    unit: str = field(metadata={"help": "common unit"})
    drawings: tuple[Drawing, ...] = field(metadata={"help": "wide, then narrow"})
    key: tuple[KeyEntry, ...] = field(metadata={"help": "roots"})
    rows: tuple[PointRow, ...] = field(metadata={"help": "the same as a table"})
    estimate: EstimateView | None = field(
        metadata={"help": "what it was, where that was estimated"}
    )


@dataclass(frozen=True, slots=True)
class ConsistencyView:
    """Claims on a programme that do not go together."""

    kind: str = field(metadata={"help": "totals and rates, price and output, or one root"})
    says: str = field(metadata={"help": "what does not go together"})
    definition: str = field(metadata={"help": "the reading on which that holds"})
    settle: str = field(metadata={"help": "what would settle it"})
    claims: tuple[MovedRow, ...] = field(metadata={"help": "the claims"})


@dataclass(frozen=True, slots=True)
class UnusedRow:
    """A figure that counts for nothing in the estimates, and why."""

    reason: str = field(metadata={"help": "why it is not used"})
    claim: MovedRow = field(metadata={"help": "the claim that states it"})
