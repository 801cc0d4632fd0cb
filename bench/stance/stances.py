"""Reads the cases on stance: a proposition and its cue are given."""

from bench.stance.cases import Answer, half, load, macro, share, unmark

from allsource.claims.parse import Paragraph, parse_text
from allsource.claims.stance import find
from allsource.model.claim import Cue

Row = dict[str, object]


def answers(name: str) -> list[Answer]:
    return [
        Answer("stance", half(marked), marked, wanted, _read(marked))
        for marked, *wanted in load(name)["stance"]
    ]


def _read(marked: str) -> list[object]:
    text, marks = unmark(marked)
    paragraph: Paragraph = parse_text(text).paragraphs[0]
    proposition = next(span for kind, span in marks if kind == "0")
    cues = [span for kind, span in marks if kind == "cue"]
    cue = Cue(cues[0].of(text), (cues[0],)) if cues else None
    stance, negated = find(paragraph, text, proposition, cue, cue is not None)
    return [stance.status, stance.whose, negated]


def figures(part: list[Answer]) -> dict[str, float]:
    return {
        "status right, %": share(a.wanted[0] == a.found[0] for a in part),
        "status, macro F1": macro([(a.wanted[0], a.found[0]) for a in part]),
        "whose doubt right, %": share(a.wanted[1] == a.found[1] for a in part),
        "negation right, %": share(a.wanted[2] == a.found[2] for a in part),
        "all three right, %": share(a.wanted == a.found for a in part),
    }
