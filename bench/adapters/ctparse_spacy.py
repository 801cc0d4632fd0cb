"""ctparse on the spans that spaCy marks: a moment, the start of an interval, or a duration."""

from datetime import datetime
from importlib import import_module
from typing import Any

from bench.adapters.lines import answer
from bench.adapters.spacy_dates import marked, model

ctparse = import_module("ctparse").ctparse
PATIENCE = 10.0
UNITS = {"days": "P{}D", "nights": "P{}D", "weeks": "P{}W", "months": "P{}M", "hours": "PT{}H",
         "minutes": "PT{}M"}  # fmt: skip


def value(words: str, day: datetime) -> str:
    """The best reading, or nothing after some seconds."""
    got = ctparse(words, ts=day, timeout=PATIENCE)
    return timex(got.resolution) if got is not None and got.resolution is not None else ""


def timex(read: Any) -> str:
    """A reading as a TIMEX3 value."""
    if hasattr(read, "unit"):
        return UNITS[read.unit.value].format(read.value)
    if hasattr(read, "t_from"):
        return timex(read.t_from or read.t_to)
    parts = [(read.month, "-{:02}"), (read.day, "-{:02}")]
    text = "XXXX" if read.year is None else f"{read.year:04}"
    text += "".join(form.format(part) for part, form in parts if part is not None)
    return text if read.hour is None else f"{text}T{read.hour:02}:{read.minute or 0:02}"


if __name__ == "__main__":
    nlp = model()
    answer("ctparse", lambda text, published: marked(nlp, published, text, value))
