"""quantulum3: a number with its unit; a range comes as its middle and half its width."""

from importlib import import_module
from typing import Any

from bench.adapters.lines import Found, answer

parse = import_module("quantulum3.parser").parse


def find(text: str, _published: str | None) -> list[Found]:
    """Quantities as ``quantities/rivals.py`` reads them; it states no bound and no thing."""
    return [one(item) for item in parse(text)]


def one(item: Any) -> Found:
    """A range as its two ends."""
    value, half = float(item.value), item.uncertainty
    ends = [value - float(half), value + float(half)] if half else [value]
    return {"span": list(item.span), "value": ends, "unit": item.unit.name,
            "change": None, "concepts": None}  # fmt: skip


if __name__ == "__main__":
    answer("quantulum3", find)
