"""timexy: rules in a spaCy pipe; it knows no day of publication."""

import re
from importlib import import_module

from bench.adapters.lines import Found, answer

LABEL = "timexy"
SAID = re.compile(r'type="(\w+)" value="([^"]*)"')


def find(text: str, _published: str | None) -> list[Found]:
    """Its entities, whose id holds the TIMEX3."""
    said = [(ent, SAID.search(ent.kb_id_)) for ent in nlp(text).ents if ent.label_ == LABEL]
    return [
        {"span": [ent.start_char, ent.end_char], "type": timex[1], "value": timex[2], "mod": None}
        for ent, timex in said
        if timex
    ]


if __name__ == "__main__":
    import_module("timexy")
    nlp = import_module("spacy").blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": LABEL, "overwrite": False})
    answer("timexy", find)
