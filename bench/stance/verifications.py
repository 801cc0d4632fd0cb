"""Reads the cases on verification: numbered claims and their cues are given."""

from bench.stance.cases import Answer, half, load, share, unmark

from allsource.claims.parse import Parsed, parse
from allsource.claims.verification import attach
from allsource.model.claim import Attribution, Claim, Content, Cue, Source
from allsource.model.document import Document
from allsource.model.span import Span, hull


def answers(name: str) -> list[Answer]:
    return [
        Answer("verification", half(marked), marked, wanted, _read(marked))
        for marked, wanted in load(name)["verification"]
    ]


def figures(part: list[Answer]) -> dict[str, float]:
    """Whole texts right, and of the claims called not verified, how many are found so."""
    wanted = [(a, n) for a in part for n in _unverified(a.wanted)]
    called = [(a, n) for a in part for n in _unverified(a.found)]
    return {
        "texts right, %": share(a.wanted == a.found for a in part),
        "not verified, recall %": share(n in _unverified(a.found) for a, n in wanted),
        "not verified, precision %": share(n in _unverified(a.wanted) for a, n in called),
    }


def _unverified(said: list[list[object]]) -> set[int]:
    return {n for status, _, numbers in said if status == "unverified" for n in numbers}  # type: ignore[attr-defined]


def _claims_of(marked: str) -> tuple[Parsed, dict[str, Claim]]:
    text, marks = unmark(marked.replace(" | ", "\n\n"))
    document = Document(id="doc_case", sha256="", path="case", text=text, media="text")
    claims: dict[str, Claim] = {}
    for number, span in ((kind, span) for kind, span in marks if kind != "cue"):
        cue = _nearest(text, span, [place for kind, place in marks if kind == "cue"])
        claims[number] = _claim_at(document, span, cue)
    return parse(document), claims


def _nearest(text: str, span: Span, cues: list[Span]) -> Span | None:
    """The cue of the same sentence, if there is one."""
    near = [
        cue for cue in cues if "." not in text[min(cue.end, span.end) : max(cue.start, span.start)]
    ]
    return near[0] if near else None


def _claim_at(document: Document, span: Span, cue: Span | None) -> Claim:
    if cue is None:
        return Claim(document=document, span=span, proposition=span)
    start = max(0, document.text.rfind(". ", 0, cue.start) + 1)
    words = document.text[start : cue.start]
    place = Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
    source = None
    if place.start < place.end:
        source = Source(place.of(document.text), (place,), "organization", "union", "ent_case")
    credit = Attribution(source, Cue(cue.of(document.text), (cue,)), Content((span,)))
    places = [cue, span] if source is None else [place, cue, span]
    return Claim(document=document, span=hull(places), proposition=span, attribution=(credit,))


def _read(marked: str) -> list[list[object]]:
    parsed, claims = _claims_of(marked)
    filled = attach(parsed, list(claims.values()))
    found: dict[tuple[str, str | None], list[int]] = {}
    for number, claim in zip(claims, filled, strict=True):
        for one in claim.verification:
            found.setdefault((one.status, one.by), []).append(int(number))
    return [[status, by, numbers] for (status, by), numbers in found.items()]
