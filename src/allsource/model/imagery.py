"""What do two dated pictures of one site show, and what may be said in square metres?

A ``Screening`` is an ordinal reading of change. It has no field that could hold an area, and
``Area`` cannot be built from one: its constructor takes what was measured, either labels of a
drawn sample (``SampleBasis``) or dated footprints (``FootprintBasis``), and nothing else.
"""

import math
from dataclasses import dataclass
from typing import Literal

from allsource.model.ids import content_id

__all__ = [
    "Area",
    "Detectability",
    "FootprintBasis",
    "Method",
    "Picture",
    "Registration",
    "SampleBasis",
    "Screening",
    "Sensor",
    "SiteChange",
    "SiteName",
    "Verdict",
]

Verdict = Literal["no change seen", "possible change", "change"]
Sensor = Literal["optical", "radar"]
Method = Literal["IR-MAD with CVA", "CVA", "log-ratio"]

_VERDICTS = ("no change seen", "possible change", "change")
_COARSEST = 10


@dataclass(frozen=True, slots=True)
class Picture:
    """One raster as it was read.

    Args:
        path: as shown to the user.
        sha256: of the file.
        taken: day of the picture (ISO 8601 prefix), None where nothing tells it.
        dated_by: what tells the day: an option, a sidecar file or a tag; None with ``taken``.
        sensor: optical or radar.
        bands: how many were compared.
        pixel_m: side of a pixel on the ground, in metres.
        synthetic: invented evidence, marked as such for ever.
    """

    path: str
    sha256: str
    taken: str | None
    dated_by: str | None
    sensor: Sensor
    bands: int
    pixel_m: float
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Registration:
    """How far the later picture lies off the earlier one.

    Args:
        shift_px: median displacement in pixels of the compared grid, None where no tile could tell.
        tiles: how many tiles told it.
        agreed: the tiles agree within half a pixel.
    """

    shift_px: float | None
    tiles: int
    agreed: bool


@dataclass(frozen=True, slots=True)
class Detectability:
    """The smallest compact change that this pair could have shown inside the site.

    Args:
        pixel_m: side of a compared pixel, in metres.
        possible_side_m: side of the smallest square that would have read "possible change", in
            metres; None where no change inside the site could.
        change_side_m: the same for "change".
        contrast: how many times the usual difference between the two dates a pixel must show.
    """

    pixel_m: float
    possible_side_m: float | None
    change_side_m: float | None
    contrast: float


@dataclass(frozen=True, slots=True)
class SiteName:
    """What a site is called and, to a tenth of a degree, where it is.

    Raises:
        ValueError: the place is told more finely than a tenth of a degree.
    """

    name: str | None
    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        for value in (self.latitude, self.longitude):
            if abs(value * _COARSEST - round(value * _COARSEST)) > 1e-6:
                raise ValueError("a place is told to a tenth of a degree, no finer")


@dataclass(frozen=True, slots=True)
class Screening:
    """An ordinal reading of change inside a site, held against its surroundings.

    Args:
        verdict: "no change seen" says that a change of the size told by ``detectability`` would
            have been seen; "possible change" that the pair neither shows nor excludes it.
        conclusive: False where clouds, season, registration or the kind of picture forbid a reading;
            the verdict is then "possible change", and a warning says "cannot tell" and why.
        score: excess of the share flagged inside over the usual share around, -1 to 1.
        inside_share: share of the site's clear pixels that is flagged, 0 to 1.
        control_share: usual share in pieces of the surroundings of the same shape; None where no
            surroundings were left.
        controls: how many such pieces.
        clear_share: share of the site that both pictures show.
        method: how pixels were compared.
        detectability: what could have been seen.

    Raises:
        ValueError: the verdict is none of the three, or a doubtful reading claims to be decided.
    """

    verdict: Verdict
    conclusive: bool
    score: float
    inside_share: float
    control_share: float | None
    controls: int
    clear_share: float
    method: Method
    detectability: Detectability

    def __post_init__(self) -> None:
        if self.verdict not in _VERDICTS:
            raise ValueError(f"{self.verdict!r} is no screening verdict")
        if not self.conclusive and self.verdict != "possible change":
            raise ValueError("what cannot be told reads 'possible change', neither more nor less")


@dataclass(frozen=True, slots=True)
class SampleBasis:
    """Labels that an analyst gave to a stratified random sample.

    Args:
        drawn: points of the sample.
        labelled: points with a decided label.
        strata: how many strata it was drawn from.
        labeller: who labelled, None where the file does not say.
    """

    drawn: int
    labelled: int
    strata: int
    labeller: str | None

    def __post_init__(self) -> None:
        if not 0 < self.labelled <= self.drawn or self.strata < 1:
            raise ValueError("a sample needs labelled points, no more than were drawn")


@dataclass(frozen=True, slots=True)
class FootprintBasis:
    """Outlines that an analyst drew on dated pictures.

    Args:
        before: outlines drawn on the earlier picture.
        after: outlines drawn on the later picture.
        terms: share of the variance that each source of error has, by name.
    """

    before: int
    after: int
    terms: tuple[tuple[str, float], ...]

    def __post_init__(self) -> None:
        if self.before < 0 or self.after < 0 or self.before + self.after == 0:
            raise ValueError("an area of footprints needs at least one outline")


@dataclass(frozen=True, slots=True)
class Area:
    """Square metres, from labels or outlines that a person made; never from screening.

    Args:
        low: lower end of the interval, in square metres.
        median: middle.
        high: upper end.
        interval: probability of the interval.
        construct: what was measured, e.g. "changed surface" or "outlined footprint".
        basis: the labels or outlines that bear it.

    Raises:
        TypeError: the basis is neither.
        ValueError: the ends are not finite or not in order.

    Example:
        >>> Area(40.0, 50.0, 60.0, 0.95, "outlined footprint", FootprintBasis(0, 1, ())).origin
        'footprints'
    """

    low: float
    median: float
    high: float
    interval: float
    construct: str
    basis: SampleBasis | FootprintBasis

    def __post_init__(self) -> None:
        if not isinstance(self.basis, SampleBasis | FootprintBasis):
            raise TypeError("an area rests on a labelled sample or on footprints, on nothing else")
        if not all(map(math.isfinite, (self.low, self.median, self.high))):
            raise ValueError("the ends of an area are finite")
        if not (self.low <= self.median <= self.high and 0 < self.interval < 1):
            raise ValueError("the ends of an area are in order, and its interval is a probability")

    @property
    def origin(self) -> str:
        """Name the kind of basis as the command line does."""
        return "labelled sample" if isinstance(self.basis, SampleBasis) else "footprints"


@dataclass(frozen=True, slots=True)
class SiteChange:
    """All that one pair of pictures says of one site.

    Args:
        before: the earlier picture.
        after: the later picture.
        site: name and coarse place.
        screening: the ordinal reading, always there.
        registration: how well the two lie on each other.
        area: only where labels or footprints were given.
        construct: what a pixel's change means here, always "changed surface".
        warnings: what a reader must know before quoting this.

    Raises:
        TypeError: the area is no ``Area``: a number or a screening cannot stand for one.
    """

    before: Picture
    after: Picture
    site: SiteName
    screening: Screening
    registration: Registration
    area: Area | None
    construct: Literal["changed surface"]
    warnings: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.area is not None and not isinstance(self.area, Area):
            raise TypeError("an area is an Area, with its basis")

    @property
    def id(self) -> str:
        """Content id over both pictures and the site."""
        return content_id("scr", self.before.sha256, self.after.sha256, self.site.name)
