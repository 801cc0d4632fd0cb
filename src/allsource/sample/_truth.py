"""What is true in the sample case? The shape of ``truth.json``, checked as it is read.

Each class is one kind of row. A place is a file of ``articles/``, with ``#n`` for a record of
the feed (counted from 0). The shape says nothing about whether the rows are right: the tests
of the sample do that.
"""

from dataclasses import dataclass

__all__ = ["Conflict", "Drift", "Edge", "Entry", "Month", "Root", "Statement", "Truth", "When"]


@dataclass(frozen=True, slots=True)
class Month:
    """Aircraft truly built in one month (``YYYY-MM``) of the invented programme."""

    month: str
    units: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One article: a file, or a record of the feed."""

    file: str
    record: int | None
    outlet: str
    published: str
    kind: str


@dataclass(frozen=True, slots=True)
class Edge:
    """One step of derivation; ``parent`` is a place or the label of a root."""

    child: str
    parent: str
    kind: str
    seen: bool
    why: str


@dataclass(frozen=True, slots=True)
class Root:
    """Where claims entered the record, with the places that rest on it."""

    id: str
    label: str
    kind: str
    seen: bool
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class When:
    """The time a statement speaks of: ISO 8601 prefixes and a boundary word."""

    start: str | None
    end: str | None
    boundary: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One main claim to be found, with ``quote`` as it stands in the article.

    ``source`` is None where the outlet speaks for itself and where the passive is
    ``agentless``. ``inner_source`` is the innermost of a nested attribution.
    """

    id: str
    file: str
    record: int | None
    quote: str
    source: str | None
    source_kind: str | None
    inner_source: str | None
    measure: str | None
    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    approximate: bool
    unit: str | None
    currency: str | None
    per: str | None
    role: str | None
    time: When | None
    stance: str
    agentless: bool
    unverified_by: str | None
    root: str | None


@dataclass(frozen=True, slots=True)
class Drift:
    """What changed between two statements; None where words were added or dropped."""

    child: str
    parent: str
    change: str
    before: str | None
    after: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements whose figures differ, and what kinds of difference that is."""

    claims: tuple[str, ...]
    classes: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Truth:
    """The key to the sample case."""

    fiction: bool
    mark: str
    programme: dict[str, str]
    monthly_output: tuple[Month, ...]
    facts: dict[str, str | int]
    documents: tuple[Entry, ...]
    edges: tuple[Edge, ...]
    roots: tuple[Root, ...]
    claims: tuple[Statement, ...]
    drift: tuple[Drift, ...]
    conflicts: tuple[Conflict, ...]
