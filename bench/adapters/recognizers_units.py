"""Recognizers-Text: numbers, and numbers with a unit, model by model."""

from importlib import import_module
from typing import Any

from bench.adapters.lines import Found, answer

with_unit = import_module("recognizers_number_with_unit")
number = import_module("recognizers_number")
MODELS = (
    with_unit.recognize_currency,
    with_unit.recognize_dimension,
    with_unit.recognize_age,
    with_unit.recognize_temperature,
    number.recognize_percentage,
    number.recognize_number,
)


def find(text: str, _published: str | None) -> list[Found]:
    """What the first model finds in a place; bare numbers last."""
    found: list[Found] = []
    for model in MODELS:
        for item in model(text, "en-us"):
            span = [item.start, item.end + 1]
            free = all(span[1] <= one["span"][0] or one["span"][1] <= span[0] for one in found)
            if free and (item.resolution or {}).get("value"):
                found.append(quantity(span, item))
    return sorted(found, key=lambda one: one["span"])


def quantity(span: list[int], item: Any) -> Found:
    """Value and unit of one answer; the unit of a percentage and of an age are its model's."""
    value = item.resolution["value"]
    unit = item.resolution.get("unit") or ""
    if item.type_name == "percentage":
        unit = "percent"
    if item.type_name == "age":
        unit = f"{unit} of age"
    return {"span": span, "value": [float(value.rstrip("%"))], "unit": unit,
            "change": None, "concepts": None}  # fmt: skip


if __name__ == "__main__":
    answer("recognizers-text-suite", find)
