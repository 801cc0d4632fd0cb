"""quantulum3 and Recognizers-Text as finders, where they are installed.

They state no bounds, roles or measures in our terms; what they give is put in a Quantity as a
point (or range) with its unit, and the rest counts against them where the case asks for it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator

from allsource.model.quantity import Quantity
from allsource.model.span import Span


def installed() -> Iterator[tuple[str, Callable[[str], list[Quantity]]]]:
    if importlib.util.find_spec("quantulum3"):
        yield "quantulum3", _quantulum
    if importlib.util.find_spec("recognizers_number_with_unit"):
        yield "Recognizers-Text", _recognizers


def _quantulum(text: str) -> list[Quantity]:
    from quantulum3 import parser  # type: ignore[import-not-found]

    found = []
    for item in parser.parse(text):
        start, end = item.span
        name = None if item.unit.name == "dimensionless" else item.unit.name
        value = float(item.value)
        found.append(Quantity(text[start:end], Span(start, end), value, value, unit=name))
    return found


def _recognizers(text: str) -> list[Quantity]:
    from recognizers_number import recognize_number  # type: ignore[import-not-found]

    found = []
    for item in recognize_number(text, "en-us"):
        value = float(item.resolution["value"])
        span = Span(item.start, item.end + 1)
        found.append(Quantity(span.of(text), span, value, value))
    return found
