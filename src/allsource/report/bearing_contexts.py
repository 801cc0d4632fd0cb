"""What may the part of a page show that sets sensors and lists beside reporting?

Typed contexts, each field with its meaning; see ``contexts`` for the rest of a page.
"""

from dataclasses import dataclass, field

from allsource.report.claim_contexts import ClaimView

__all__ = [
    "BearingView",
    "BesideView",
    "ComparedRow",
    "LegView",
    "ListedView",
    "MapView",
    "ObservedView",
    "Place",
    "SiteView",
]


@dataclass(frozen=True, slots=True)
class Place:
    """An end of a way on a map."""

    x: float = field(metadata={"help": "pixels from the left"})
    y: float = field(metadata={"help": "pixels from the top"})
    label: str = field(metadata={"help": "code of the airport, or that it was not observed"})


@dataclass(frozen=True, slots=True)
class MapView:
    """A flight on a map of land."""

    width: float = field(metadata={"help": "pixels"})
    height: float = field(metadata={"help": "pixels"})
    land: str = field(metadata={"help": "outline of land, an SVG path"})
    heard: str = field(metadata={"help": "the way where positions were received, an SVG path"})
    silent: str = field(metadata={"help": "the way across gaps, an SVG path drawn dashed"})
    ends: tuple[Place, ...] = field(metadata={"help": "where the way begins and ends"})


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One thing that was compared between a claim and an observation."""

    what: str = field(metadata={"help": "what was compared"})
    said: str = field(metadata={"help": "the claim's words, or that it says nothing of it"})
    seen: str = field(metadata={"help": "what was seen or listed, or that nothing was"})
    agrees: str = field(metadata={"help": "yes, no, or cannot be told"})


@dataclass(frozen=True, slots=True)
class BearingView:
    """A claim beside an observation."""

    verdict: str = field(metadata={"help": "bears out, contradicts, or does not bear"})
    verdict_class: str = field(metadata={"help": "class of the badge"})
    why: str = field(metadata={"help": "what decided"})
    claim: ClaimView = field(metadata={"help": "the claim"})
    rows: tuple[ComparedRow, ...] = field(metadata={"help": "what was compared"})


@dataclass(frozen=True, slots=True)
class ObservedView:
    """What a track, a pair of pictures or a list says of a checked claim."""

    verdict: str = field(metadata={"help": "bears out, contradicts, or does not bear"})
    verdict_class: str = field(metadata={"help": "class of the badge"})
    seen: str = field(metadata={"help": "the observation, in words"})
    why: str = field(metadata={"help": "what decided"})
    rows: tuple[ComparedRow, ...] = field(metadata={"help": "what was compared"})
    files: tuple[str, ...] = field(metadata={"help": "files it stands in, each with its hash"})


@dataclass(frozen=True, slots=True)
class LegView:
    """A flight that was tracked."""

    id: str = field(metadata={"help": "id of the leg"})
    title: str = field(metadata={"help": "type, registration or address, callsign"})
    facts: tuple[tuple[str, str], ...] = field(metadata={"help": "what tables say, each apart"})
    sentences: tuple[str, ...] = field(metadata={"help": "the leg, worded by tier"})
    map: MapView | None = field(metadata={"help": "the way flown"})
    warnings: tuple[str, ...] = field(metadata={"help": "what a reader should know"})
    bearings: tuple[BearingView, ...] = field(metadata={"help": "claims beside it"})


@dataclass(frozen=True, slots=True)
class SiteView:
    """A pair of pictures of a site."""

    id: str = field(metadata={"help": "id of the screening"})
    title: str = field(metadata={"help": "the site and the two days"})
    verdict: str = field(metadata={"help": "ordinal reading of change"})
    facts: tuple[tuple[str, str], ...] = field(
        metadata={"help": "how it was read, and an area if any"}
    )
    before: str = field(metadata={"help": "the earlier picture, a data URI"})
    after: str = field(metadata={"help": "the later picture, a data URI"})
    warnings: tuple[str, ...] = field(metadata={"help": "what a reader should know"})
    bearings: tuple[BearingView, ...] = field(metadata={"help": "claims beside it"})


@dataclass(frozen=True, slots=True)
class ListedView:
    """A party of the case and the entry of a list that it may be."""

    id: str = field(metadata={"help": "id of the match of party and entry"})
    title: str = field(metadata={"help": "the party as the case names it"})
    entry: str = field(metadata={"help": "the entry: list, day, programmes"})
    probability: str = field(metadata={"help": "that the two are one"})
    why: tuple[str, ...] = field(metadata={"help": "what moved the probability most"})
    bearings: tuple[BearingView, ...] = field(metadata={"help": "claims beside it"})


@dataclass(frozen=True, slots=True)
class BesideView:
    """Everything that sensors and lists say, beside the reporting that it touches."""

    legs: tuple[LegView, ...] = field(metadata={"help": "flights"})
    sites: tuple[SiteView, ...] = field(metadata={"help": "pictures"})
    listed: tuple[ListedView, ...] = field(metadata={"help": "entries of lists"})
    counts: tuple[str, ...] = field(metadata={"help": "what is in hand, and what was dropped"})
