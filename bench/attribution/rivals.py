"""What do others find in the same texts?

floor    forty verbs with a subject and a clause, on the same parse: what any parser gives
textacy  its direct quotations (Apache-2.0), in an interpreter of its own (``bench/adapters``)

GenderGapTracker's extractor, the Guardian's and AFP's pipeline and BBC Citron are in no package
registry, so their cells stay blank here.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.adapters.call import Found, Rival, Text, asked
from bench.attribution.measures import score
from bench.attribution.polnear import ROLES, Triple, read
from bench.frozen import Row

from allsource.claims.parse import load_model
from allsource.model.span import Span

__all__ = ["DATA", "RIVALS", "measured", "rivals"]

DATA = "PolNeAR's dev split (84 news articles of 2015-16)"
RIVALS = (Rival("textacy", "ALLSOURCE_RIVAL_TEXTACY", "textacy_quotes"),)
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
    """Give those that run on our own parse, by name."""
    return {"floor: subject, verb, clause": floor}


def measured() -> Iterator[Row]:
    """Rows of all rivals that are installed."""
    from bench.attribution.run import rows_of

    folder = os.environ.get("ALLSOURCE_POLNEAR")
    if not folder or not Path(folder).is_dir():
        print("PolNeAR: skipped, ALLSOURCE_POLNEAR names no folder")
        return
    articles = list(read(Path(folder), "dev"))
    for answers in asked(RIVALS, [Text(article.text) for article in articles]):
        tallies = score(
            (article.text, article.triples, [_triple(item) for item in found])
            for article, found in zip(articles, answers.found, strict=True)
        )
        name = f"{answers.name}, dev"
        yield from rows_of(name, tallies)
        yield {"name": name, "metric": "articles per CPU second",
               "value": float(f"{len(articles) / answers.seconds:.2g}")}  # fmt: skip


def _triple(item: Found) -> Triple:
    return Triple(*(tuple(Span(*span) for span in item[role]) for role in ROLES))


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
