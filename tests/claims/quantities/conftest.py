from collections.abc import Callable

import pytest

from allsource.claims import times
from allsource.claims.parse import parse_text
from allsource.claims.quantities import find
from allsource.model.quantity import Quantity


def read(line: str) -> list[Quantity]:
    found: list[Quantity] = []
    for paragraph in parse_text(line).paragraphs:
        found.extend(find(paragraph, line, times.find(line, paragraph.span, None), "doc"))
    return found


@pytest.fixture(name="read", scope="session")
def _read() -> Callable[[str], list[Quantity]]:
    return read
