"""How does an analyst label a drawn sample, with nothing but a browser?

One page that holds everything: both dates around each point, three answers, a strip of all points, and
the CSV that comes out. It asks for nothing from anywhere, works from a file, keeps what was answered in
the browser where it may, and takes up a half-labelled CSV again. Without script it is a contact sheet.
Strata and flags are not in it: the labeller is blind to what the machine found.

It fails on a screen narrower than a phone's, where two views side by side are too small to judge.
"""

import base64
from dataclasses import dataclass
from importlib.resources import files

from allsource.report.page import environment, policy

__all__ = ["LabelPage", "PointViews", "label_page"]


@dataclass(frozen=True, slots=True)
class PointViews:
    """One point of the sample and what both dates show around it.

    Args:
        number: of the point.
        row: in the compared grid.
        column: in the compared grid.
        before: PNG of the earlier date, the point in the middle pixel.
        after: PNG of the later date.
    """

    number: int
    row: int
    column: int
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class LabelPage:
    """What the page shows.

    Args:
        draw: identity of the draw, which every row of the CSV carries.
        site: name of the site, None where it has none.
        before: day of the earlier picture, None where unknown.
        after: day of the later picture.
        pixel_m: side of a pixel in metres.
        csv: name of the file to be written.
        points: in the order of labelling.
        synthetic: the pictures are invented evidence.
    """

    draw: str
    site: str | None
    before: str | None
    after: str | None
    pixel_m: float
    csv: str
    points: tuple[PointViews, ...]
    synthetic: bool = False


def label_page(page: LabelPage) -> str:
    """Write the page.

    Args:
        page: what it shows.
    """
    from markupsafe import Markup  # noqa: PLC0415

    style, script = _asset("labelling.css"), _asset("labelling.js")
    own = {"style": Markup(style), "script": Markup(script), "policy": policy(style, script)}  # noqa: S704 - files of this package
    pictures = {one.number: (_address(one.before), _address(one.after)) for one in page.points}
    template = environment().get_template("labelling.html.j2")
    return template.render(page=page, pictures=pictures, **own)


def _address(picture: bytes) -> str:
    """A picture as an address that holds it."""
    return "data:image/png;base64," + base64.b64encode(picture).decode()


def _asset(name: str) -> str:
    return files("allsource.report").joinpath("templates", name).read_text(encoding="utf-8").strip()
