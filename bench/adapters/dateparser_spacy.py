"""dateparser on the spans that spaCy marks: dates alone, as fine as it says that they are."""

from datetime import datetime
from importlib import import_module

from bench.adapters.lines import answer
from bench.adapters.spacy_dates import marked, model

FORMS = {"time": "%Y-%m-%dT%H:%M", "day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
SETTINGS = {"PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}
read = import_module("dateparser.date").DateDataParser


def value(words: str, day: datetime) -> str:
    """The date that dateparser reads, or nothing."""
    got = read(languages=["en"], settings={**SETTINGS, "RELATIVE_BASE": day}).get_date_data(words)
    if got is None or got.date_obj is None:
        return ""
    return str(got.date_obj.strftime(FORMS.get(got.period, FORMS["day"])))


if __name__ == "__main__":
    nlp = model()
    answer("dateparser", lambda text, published: marked(nlp, published, text, value))
