"""Which of the places that bear a name does a document mean?

The document must say so: first the countries, their people and the states of the US that are named in the
same sentence, then other places of the document that lie within 300 km, then the only country that
its paragraph names. Whatever leaves one place decides; where none does, all that are left are told and none is chosen. A
place is never chosen for being large, nor for being the only one that the table has of many that there are.

It fails where a text speaks of two towns of one name, and where it names the neighbour of another one.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from allsource.entities.gazetteer import Area, Place, areas, places_called
from allsource.evidence.track.geometry import distance_km
from allsource.model.span import Span

__all__ = ["Located", "Surroundings", "located"]

_NEAR_KM = 300.0
_WORDS = re.compile(r"[A-Z][\w'’-]*(?:\s+(?:of\s+|and\s+|the\s+)?[A-Z][\w'’-]*)*")
_END = re.compile(r"[.!?](?=\s)|\n")
_LONGEST = 400
"""Code points before and after a name in which its sentence is looked for."""
_MOST = 200
"""Places named in a document that are held against one another, and places where one is named."""


@dataclass(frozen=True, slots=True)
class Located:
    """What a name of a place may mean in a document.

    Args:
        candidates: places that are left, in the order of the table.
        why: what in the document decided, in words; empty where nothing did.
    """

    candidates: tuple[Place, ...]
    why: str = ""

    @property
    def place(self) -> Place | None:
        """The place, where one is left."""
        return self.candidates[0] if len(self.candidates) == 1 else None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a document says of where it is.

    Args:
        text: of the document.
        named: countries and their parts, each with its place in the text and its words.
        near: places by names that only one place bears, each with its words.
    """

    text: str
    named: tuple[tuple[int, str, Area], ...]
    near: tuple[tuple[str, Place], ...]

    def within(self, span: Span) -> tuple[tuple[int, str, Area], ...]:
        """Give what is named in a stretch of the text."""
        first, last = (bisect_left(self.named, at, key=itemgetter(0)) for at in span)
        return self.named[first:last]

    def country_beside(self, spans: Sequence[Span]) -> list[tuple[int, str, Area]]:
        """Give what is named in the paragraphs of some places, where that is one country alone."""
        found = list[tuple[int, str, Area]]()
        for span in spans:
            start = self.text.rfind("\n", 0, span.start) + 1
            end = self.text.find("\n", span.end)
            end = end if end >= 0 else len(self.text)
            found += self.within(Span(start, end))
        return found if len({area.country for _, _, area in found}) == 1 else []

    @classmethod
    def of(cls, text: str, names: Sequence[str]) -> "Surroundings":
        """Read them.

        Args:
            text: of a document.
            names: that it uses for places.
        """
        known = areas()
        named = tuple(
            (found.start(), word, known[word])
            for found in _WORDS.finditer(text)
            for word in _parts(found.group())
            if word in known
        )
        towns = [(name, places_called(name)) for name in sorted(set(names))[:_MOST]]
        return cls(text, named, tuple((n, found[0]) for n, found in towns if len(found) == 1))


def located(name: str, spans: Sequence[Span], around: Surroundings) -> Located | None:
    """Say which place a name means in a document.

    Args:
        name: of a place.
        spans: where it stands.
        around: of the document.

    Returns:
        What is left of its candidates; None where no place of the table bears the name, or a country does.

    Example:
        >>> text = "The plant in Paris, Texas, makes pumps."
        >>> found = located("Paris", [Span(13, 18)], Surroundings.of(text, ["Paris"]))
        >>> found.place.state, found.why
        ('United States', 'Texas stands beside it')
        >>> located("Paris", [Span(0, 5)], Surroundings.of("Paris is full.", ["Paris"])).place is None
        True
    """
    left = () if name in areas() else places_called(name)
    if not left:
        return None
    why = "only one place of the table bears the name" if len(left) == 1 else ""
    spans = spans[:_MOST]
    beside = [n for span in spans for n in around.within(_sentence(around.text, span))]
    asked = (
        _speaking(beside, "stands beside it"),
        _near(name, around),
        _speaking(around.country_beside(spans), "is the only country named in the paragraph"),
    )
    for told in asked:
        if len(left) == 1:
            break
        fits = [(place, words) for place in left for words in (told(place),) if words]
        if fits:
            left = tuple(place for place, _ in fits)
            why = fits[0][1]
    return Located(left, why if len(left) == 1 else "")


def _speaking(named: Iterable[tuple[int, str, Area]], how: str) -> Callable[[Place], str]:
    """Ask which country, or better which part of one, speaks for a place."""
    told = list(named)
    parted = {area.country for _, _, area in told if area.region}
    told = [one for one in told if one[2].region or one[2].country not in parted]
    return lambda place: next((f"{w} {how}" for _, w, area in told if area.holds(place)), "")


def _near(name: str, around: Surroundings) -> Callable[[Place], str]:
    """Ask which other place of the document lies near one."""
    others = [one for one in around.near if one[0] != name]

    def near(place: Place) -> str:
        for words, other in others:
            if _km(place, other) <= _NEAR_KM:
                return f"{words} is named and lies near"
        return ""

    return near


def _km(one: Place, other: Place) -> float:
    return float(distance_km(one.latitude, one.longitude, other.latitude, other.longitude))


def _parts(words: str) -> list[str]:
    """Give a run of capitalised words, and each of its words alone where the whole names nothing."""
    return [words] if words in areas() else words.split()


def _sentence(text: str, span: Span) -> Span:
    before = max(0, span.start - _LONGEST)
    ends = [found.end() for found in _END.finditer(text, before, span.start)]
    end = _END.search(text, span.end, span.end + _LONGEST)
    after = end.start() if end else min(len(text), span.end + _LONGEST)
    return Span(ends[-1] if ends else before, after)
