"""dateparser's own search for dates in a text."""

from importlib import import_module

from bench.adapters.lines import Found, answer
from bench.adapters.spacy_dates import reference

search = import_module("dateparser.search").search_dates


def find(text: str, published: str | None) -> list[Found]:
    """Its finds come as words, in order; each is sought from the end of the last."""
    settings = {"RELATIVE_BASE": reference(published), "PREFER_DATES_FROM": "past"}
    found: list[Found] = []
    at = 0
    for words, moment in search(text, languages=["en"], settings=settings) or []:
        place = text.find(words, at)
        if place >= 0:
            at = place + len(words)
            found.append({"span": [place, at], "type": "DATE",
                          "value": moment.strftime("%Y-%m-%d"), "mod": None})  # fmt: skip
    return found


if __name__ == "__main__":
    answer("dateparser", find)
