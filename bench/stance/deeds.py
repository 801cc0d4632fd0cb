"""Reads the cases on who did what to whom, and on what a number counts."""

from bench.stance.cases import Answer, half, load, share, unmark

from allsource.claims.arguments import predications
from allsource.claims.parse import parse_text
from allsource.claims.people import gather
from allsource.claims.quantities.antecedents import antecedent
from allsource.claims.quotation import find as quotations
from allsource.model.predication import Argument
from allsource.model.span import Span

PARTS = ("subject", "predicate", "object", "to whom", "where")


def answers(name: str) -> list[Answer]:
    return [
        Answer("arguments", half(marked), marked, wanted, _read(marked))
        for marked, wanted in load(name)["arguments"]
    ]


def counts(name: str) -> list[Answer]:
    return [
        Answer("counted", half(marked), marked, [wanted], [_count(marked)])
        for marked, wanted in load(name)["counted"]
    ]


def figures(part: list[Answer]) -> dict[str, float]:
    each = {
        f"{name} right, %": share(_same(a.wanted[at], a.found[at]) for a in part)
        for at, name in enumerate(PARTS)
    }
    whole = share(all(map(_same, a.wanted, a.found)) for a in part)
    return each | {"all five right, %": whole}


def counted_figures(part: list[Answer]) -> dict[str, float]:
    return {"noun right, %": share(a.wanted == a.found for a in part)}


def _same(wanted: str | None, found: str | None) -> bool:
    return (wanted or "").casefold() == (found or "").casefold()


def _read(marked: str) -> list[str | None]:
    text, marks = unmark(marked)
    parsed = parse_text(text)
    span = marks[0][1] if marks else Span(0, len(text))
    (told,) = predications(parsed, [span], gather(parsed), quotations(parsed))
    if told is None:
        return [None] * len(PARTS)
    return [
        _head(told.subject),
        told.predicate.lemma if told.predicate else None,
        _head(told.object),
        _head(told.recipient),
        _head(told.place),
    ]


def _head(argument: Argument | None) -> str | None:
    return argument.name if argument is not None else None


def _count(marked: str) -> str | None:
    text, marks = unmark(marked)
    found = antecedent(parse_text(text).paragraphs[0], marks[0][1])
    return found.text if found is not None else None
