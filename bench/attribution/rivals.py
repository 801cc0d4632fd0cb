"""What do others find in the same texts, where they are installed?

floor    forty verbs with a subject and a clause, on the same parse: what any parser gives
textacy  ``textacy.extract.triples.direct_quotations`` (Apache-2.0), paragraph by paragraph where it
         refuses a text with an odd number of quotation marks
"""

import importlib
import importlib.util
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bench.attribution.polnear import Triple

from allsource.claims.parse import load_model
from allsource.model.span import Span

__all__ = ["rivals"]

_FLOOR = frozenset(
    [
        "say",
        "tell",
        "announce",
        "claim",
        "report",
        "state",
        "declare",
        "argue",
        "believe",
        "think",
        "insist",
        "warn",
        "deny",
        "suggest",
        "note",
        "add",
        "admit",
        "allege",
        "assert",
        "complain",
        "confirm",
        "contend",
        "explain",
        "hope",
        "maintain",
        "predict",
        "promise",
        "reply",
        "reveal",
        "stress",
        "vow",
        "write",
        "find",
        "show",
        "estimate",
        "expect",
    ]
)


def rivals() -> dict[str, Callable[[str], list[Triple]]]:
    """Give those that can run here, by name."""
    found: dict[str, Callable[[str], list[Triple]]] = {"floor: subject, verb, clause": floor}
    if importlib.util.find_spec("textacy") is not None:
        found["textacy"] = textacy
    return found


def floor(text: str) -> list[Triple]:
    """The plainest reading of a parse."""
    return list(_floor(load_model()(text)))


def _floor(doc: Iterable[Any]) -> Iterator[Triple]:
    for token in doc:
        if token.lemma_.lower() in _FLOOR and token.pos_ == "VERB":
            subjects = [kid for kid in token.children if kid.dep_ == "nsubj"]
            bodies = [kid for kid in token.children if kid.dep_ in {"ccomp", "xcomp"}]
            if subjects and bodies:
                cue = Span(token.idx, token.idx + len(token.text))
                yield Triple((_whole(subjects[0]),), (cue,), (_whole(bodies[0]),))


def _whole(head: Any) -> Span:
    return Span(head.left_edge.idx, head.right_edge.idx + len(head.right_edge.text))


def textacy(text: str) -> list[Triple]:
    """Direct quotations alone."""
    direct_quotations = importlib.import_module("textacy.extract.triples").direct_quotations

    def quotes(part: str, at: int) -> list[Triple]:
        return [
            Triple(
                (_over(q.speaker, at),) if q.speaker else (),
                (_over(q.cue, at),) if q.cue else (),
                (Span(q.content.start_char + at, q.content.end_char + at),),
            )
            for q in direct_quotations(load_model()(part))
        ]

    try:
        return quotes(text, 0)
    except ValueError:
        return [t for at, part in _lines(text) for t in _tried(quotes, part, at)]


def _tried(quotes: Callable[[str, int], list[Triple]], part: str, at: int) -> list[Triple]:
    try:
        return quotes(part, at)
    except ValueError:
        return []


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for part in text.split("\n"):
        if part.strip():
            yield at, part
        at += len(part) + 1


def _over(tokens: Any, at: int) -> Span:
    words = list(tokens)
    return Span(words[0].idx + at, words[-1].idx + len(words[-1].text) + at)
