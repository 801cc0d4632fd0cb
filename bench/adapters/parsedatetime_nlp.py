"""parsedatetime: its search in running text."""

from importlib import import_module

from bench.adapters.lines import Found, answer
from bench.adapters.spacy_dates import reference

calendar = import_module("parsedatetime").Calendar()
HAS_TIME = 2


def find(text: str, published: str | None) -> list[Found]:
    """Dates, with the clock where it says that it read one."""
    found = []
    for moment, kind, start, end, _ in calendar.nlp(text, reference(published)) or ():
        clock = bool(kind & HAS_TIME)
        form = "%Y-%m-%dT%H:%M" if clock else "%Y-%m-%d"
        found.append({"span": [start, end], "type": "TIME" if clock else "DATE",
                      "value": moment.strftime(form), "mod": None})  # fmt: skip
    return found


if __name__ == "__main__":
    answer("parsedatetime", find)
