"""What may the part of a page show that sets sensors and lists beside reporting?

Typed contexts, each field with its meaning; see ``contexts`` for the rest of a page.
"""

from dataclasses import dataclass, field

__all__ = ["MapView", "Place"]


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
