"""Reads the passages: nothing is given, the whole extractor runs.

A labelled claim is paired with the found one whose proposition shares most words with it, at least
half of those of either; one that has no partner has no source, no doubt and no check.
"""

import re

from bench.stance.cases import Answer, half, load, share, unmark

from allsource.claims.extract import extract
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.span import Span

OUTLET = "Harbour Ledger"
_WORD = re.compile(r"\w+")


def answers(name: str) -> list[Answer]:
    return [
        Answer("passages", half(marked), marked, wanted, _read(marked))
        for marked, *wanted in load(name)
    ]


def figures(part: list[Answer]) -> dict[str, float]:
    """Of all labelled claims, and of those that are doubted or were not verified."""
    pairs = [pair for a in part for pair in zip(a.wanted, a.found, strict=True)]
    credited = [(w, f) for w, f in pairs if w[0]]
    told = [(w, f) for w, f in pairs if "unverified" in _statuses(w)]
    called = [(w, f) for w, f in pairs if "unverified" in _statuses(f)]
    return {
        "claim found, %": share(f[4] for _, f in pairs),
        "kind right, %": share(w[0] == f[0] for w, f in credited),
        "name right, %": share(_plain(w[1]) == _plain(f[1]) for w, f in credited),
        "whose doubt right where there is one, %": share(w[2] == f[2] for w, f in pairs if w[2]),
        "whose doubt right where either side has one, %": share(
            w[2] == f[2] for w, f in pairs if w[2] or f[2]
        ),
        "not verified, recall %": share("unverified" in _statuses(f) for _, f in told),
        "not verified, precision %": share("unverified" in _statuses(w) for w, _ in called),
        "every check right, %": share(_statuses(w) == _statuses(f) for w, f in pairs),
        "by whom right, of checks found, %": share(
            _plain(by) == _plain(_by(f, status))
            for w, f in pairs
            for status, by in map(_parted, w[3])
            if status in _statuses(f)
        ),
    }


def _parted(check: str) -> tuple[str, str | None]:
    status, _, by = check.partition(": ")
    return status, by or None


def _statuses(side: list[object]) -> set[str]:
    return {_parted(check)[0] for check in side[3]}  # type: ignore[attr-defined]


def _by(side: list[object], status: str) -> str | None:
    checks: list[str] = side[3]  # type: ignore[assignment]
    return next(by for told, by in map(_parted, checks) if told == status)


def _plain(name: str | None) -> str | None:
    return re.sub(r"^(?:the|an?) ", "", name.casefold()) if name else name


def _read(marked: str) -> list[list[object]]:
    text, marks = unmark(marked.replace(" | ", "\n\n"))
    document = Document(
        id="doc_case", sha256="", path="case", text=text, media="text", outlet=OUTLET
    )
    claims = [claim for claim in extract(document) if claim.stated]
    return [_found(text, span, claims) for _, span in marks]


def _found(text: str, span: Span, claims: list[Claim]) -> list[object]:
    """Kind and name of the innermost source, whose doubt, checks, and whether there is such a claim."""
    best = max(claims, key=lambda c: _alike(text, span, c.proposition), default=None)
    if best is None or _alike(text, span, best.proposition) < 0.5:
        return [None, None, None, [], False]
    source = best.attribution[-1].source if best.attribution else None
    checks = [f"{c.status}: {c.by}" if c.by else c.status for c in best.verification]
    named: list[object] = [source.kind, source.name] if source else [None, None]
    return [*named, best.stance.whose, checks, True]


def _alike(text: str, one: Span, other: Span) -> float:
    left, right = (
        {word.start() + place.start for word in _WORD.finditer(place.of(text))}
        for place in (one, other)
    )
    return len(left & right) / max(1, len(left | right))
