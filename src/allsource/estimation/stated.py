"""What stands behind a point: its claim, its page, and what replaced it?

A point is a number; to compare two of them it takes the words of their claims,
the days of their pages, and which pages correct others.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from allsource.lineage.chronology import earliest
from allsource.lineage.credits import revises
from allsource.lineage.things import Thing, thing
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.numbers import Point, Series
from allsource.model.quantity import Quantity
from allsource.model.time import first_day, last_day
from allsource.vocab import load

__all__ = ["Stated", "Told", "told"]

_NEVER = "9999-99-99"

_TELLING = 32.0
"""Smaller numbers stand in too many sentences to show what a claim answers."""


@dataclass(frozen=True, slots=True, eq=False)
class Stated:
    """A point with its claim.

    Args:
        point: the number.
        claim: that states it.
        measure: of its series.
    """

    point: Point
    claim: Claim
    measure: str

    @property
    def quantity(self) -> Quantity:
        """The number as the claim states it."""
        return self.claim.quantities[self.point.quantity]

    @property
    def root(self) -> str | None:
        """The root behind it."""
        return self.point.root

    @property
    def total(self) -> bool:
        """Whether it is a running total, which grows with time."""
        return self.measure in load("conflicts")["rates"]

    @property
    def thing(self) -> Thing:
        """The thing measured, in telling words."""
        return thing(self.quantity)

    @property
    def as_of(self) -> str:
        """The day at which a total stands: the end of its time, else its page's day."""
        return self.point.end or earliest(self.claim.document) or _NEVER

    @property
    def dated(self) -> bool:
        """Whether the claim itself says of which time it speaks."""
        return bool(self.point.start or self.point.end)

    @property
    def period(self) -> Point:
        """The point with the whole of its time: "by 2031" is 2031, "since May" ends with the page.

        A figure without a time is taken to be of the day of its page.
        """
        time, page = self.quantity.time, earliest(self.claim.document)
        if time is None or not self.dated:
            return replace(self.point, start=page, end=page)
        if self.total or time.boundary in ("since", "after", "until"):
            return replace(self.point, end=self.point.end or page)
        start = first_day(time.start) if time.start else None
        end = last_day(time.end) if time.end else None
        return replace(self.point, start=start, end=end)

    @property
    def days(self) -> float | None:
        """Length of the stated time in days, None where an end is open."""
        time = self.quantity.time
        if time is None or time.boundary in ("by", "until", "before", "as_of", "since", "after"):
            return None
        if not time.start or not time.end:
            return None
        first, last = first_day(time.start)[:10], last_day(time.end)[:10]
        return float((date.fromisoformat(last) - date.fromisoformat(first)).days + 1)

    @property
    def order(self) -> tuple[str, float, str, int]:
        """Earlier first, then lower, then by claim."""
        day = self.point.start or self.point.end or _NEVER
        return (day, self.point.low or self.point.high or 0.0, self.claim.id, self.point.quantity)

    def one_change(self, other: "Stated") -> bool:
        """Say whether two points are the two ends of one stated change."""
        mine, theirs = self.quantity, other.quantity
        return mine.series is not None and mine.series == theirs.series

    def same_thing(self, other: "Stated") -> bool:
        """Say whether two points may be of one thing."""
        return self.thing.meets(other.thing)

    def surely_same_thing(self, other: "Stated") -> bool:
        """Say whether words show one thing: one name for it, shared names, or the other's number."""
        mine, theirs = self.quantity.of, other.quantity.of
        if self.thing.shares(other.thing) or _names(self.claim) & _names(other.claim):
            return True
        if mine and theirs and mine.casefold() == theirs.casefold():
            return True
        return any(a.answers(b) for a, b in ((self, other), (other, self)))

    def answers(self, other: "Stated") -> bool:
        """Say whether this claim's words repeat the other's number beside its own."""
        value = other.quantity.low
        if value is None or value == self.quantity.low or value < _TELLING:
            return False
        told = self.claim.statement.replace(",", "")
        return re.search(rf"(?<![\d.]){value:.0f}(?![\d.]*\d)", told) is not None


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """All points of a case with their claims.

    Args:
        claims: by id.
        revisions: first day of each page that corrects its outlet's own report, by document id.
    """

    claims: Mapping[str, Claim]
    revisions: Mapping[str, str]

    def distinct(self, series: Series) -> list[Stated]:
        """Give a series' points, one for each number, time and root: the earliest page's.

        Where a page repeats a number after a correction, that repeat is kept as well.
        """
        kept: dict[tuple[object, ...], Stated] = {}
        rows = [
            Stated(point, self.claims[point.claim], series.measure)
            for point in series.points
            if point.claim in self.claims
        ]
        for stated in sorted(rows, key=self._day):
            point = stated.point
            late = any(self._day(stated) > day for day in self.revisions.values())
            where = (point.start, point.end, point.plan, point.root, late)
            kept.setdefault((point.low, point.high, *where), stated)
        return list(kept.values())

    def stale(self, one: Stated, other: Stated) -> bool:
        """Say whether one point repeats what a correction, which states the other, had replaced."""
        return self._replaced(one, other) or self._replaced(other, one)

    def _replaced(self, repeat: Stated, correction: Stated) -> bool:
        day = self.revisions.get(correction.claim.document.id)
        own = repeat.claim.document.id == correction.claim.document.id
        return day is not None and not own and _NEVER > self._day(repeat) > day

    def _day(self, stated: Stated) -> str:
        return earliest(stated.claim.document) or _NEVER


def _names(claim: Claim) -> set[str]:
    """Give the telling words of what a proposition names."""
    return {
        word.casefold()
        for mention in claim.entities
        if mention.kind != "person" and claim.proposition.covers(mention.span)
        for word in mention.text.split()
        if len(word) > 3
    }


def told(series: Sequence[Series], claims: Sequence[Claim], documents: Sequence[Document]) -> Told:
    """Bring together what stands behind the points of some series.

    Args:
        series: whose points are wanted.
        claims: those that the points name.
        documents: of the case.
    """
    wanted = {point.claim for one in series for point in one.points}
    revisions = {
        document.id: day
        for document in documents
        if (day := earliest(document)) is not None and revises(document) is not None
    }
    return Told({c.id: c for c in claims if c.id in wanted}, revisions)
