"""Recognizers-Text's dates: its own timex where it is whole, else the days that it worked out.

Where a date may lie before or after publication it gives both; the last that is not after it is
taken, since these are reports. Words of bound ("by", "since") are in its expressions and stay there.
"""

import re
from datetime import date, datetime
from importlib import import_module
from typing import Any

from bench.adapters.lines import Found, answer
from bench.adapters.spacy_dates import reference

recognize = import_module("recognizers_date_time").recognize_datetime
TYPES = {"duration": "DURATION", "set": "SET", "date": "DATE", "daterange": "DATE"}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SPAN = re.compile(r"\(([^,]*),([^,]*),(P[^)]*)\)")
MODS = {"start": "START", "mid": "MID", "end": "END", "approx": "APPROX", "more": "MORE_THAN",
        "less": "LESS_THAN"}  # fmt: skip
BY_LENGTH = {"P1M": 7, "P1Y": 4, "P10Y": 3, "P100Y": 2}


def find(text: str, published: str | None) -> list[Found]:
    """Dates, times, durations and sets."""
    day = reference(published)
    return [
        {"span": [item.start, item.end + 1], **read(item, day)}
        for item in recognize(text, "en-us", reference=day)
        if item.resolution and item.resolution["values"]
    ]


def read(item: Any, day: datetime) -> Found:
    """Type, value and modifier of one answer."""
    first = chosen(item.resolution["values"], day)
    kind, timex, mod = first["type"], first["timex"], MODS.get(first.get("Mod") or "")
    if timex == "PRESENT_REF":
        return {"type": "DATE", "value": timex, "mod": mod}
    return {"type": TYPES.get(kind, "TIME"), "value": whole(kind, timex, first, day), "mod": mod}


def chosen(values: list[dict[str, str]], day: datetime) -> dict[str, str]:
    """The first of the last day that is not after publication, or the first of all."""
    past = [
        one for one in values if DAY.match(began_on(one)) and began_on(one)[:10] <= str(day)[:10]
    ]
    return max(past, key=lambda one: began_on(one)[:10], default=values[0])


def began_on(value: dict[str, str]) -> str:
    """The day that one reading begins on."""
    return value.get("start") or value.get("end") or value.get("value") or ""


def whole(kind: str, timex: str, first: dict[str, str], day: datetime) -> str:
    """The timex with its year, month and day filled in."""
    began = began_on(first)
    if match := SPAN.fullmatch(timex):
        return length(match[3], began if "XX" in match[1] or not match[1] else match[1])
    if kind == "time" and timex.startswith("T"):
        return day.strftime("%Y-%m-%d") + timex
    if kind in ("duration", "set") or "XX" not in timex:
        return timex
    if kind == "daterange" and re.fullmatch(r"XXXX-\w\w", timex):
        return began[:4] + timex[4:]
    clock = timex[timex.index("T") :] if "T" in timex and TYPES.get(kind) is None else ""
    return began[:10] + clock


def length(period: str, began: str) -> str:
    """A span of days as the month, year, week or decade that it is."""
    if period == "P1W" and DAY.fullmatch(began):
        year, week, _ = date.fromisoformat(began).isocalendar()
        return f"{year}-W{week:02}"
    if period == "P3M" and re.match(r"\d{4}-\d\d", began):
        return f"{began[:4]}-Q{(int(began[5:7]) + 2) // 3}"
    return began[: BY_LENGTH.get(period, 10)]


if __name__ == "__main__":
    answer("recognizers-text-suite", find)
