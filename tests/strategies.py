"""How does a test get documents and claims by hand, grounded as real ones are?

Every builder finds the words it is given in the document, so a test reads like
the page it speaks of and cannot drift from it. Import it with
``from strategies import claim_at, page, quantity_at`` (pytest puts ``tests`` on
the path through ``conftest.py``).
"""

import hashlib
import re
from collections.abc import Sequence
from typing import Any

import hypothesis
import numpy as np
from hypothesis import strategies as st

from allsource.lineage.fusion.statement import Statement
from allsource.lineage.houses import Houses
from allsource.lineage.independence import Trace
from allsource.lineage.roots import Origin
from allsource.model.claim import (
    Attribution,
    Claim,
    Content,
    Cue,
    Hedge,
    Mention,
    Source,
    SourceKind,
    Stance,
    Verification,
)
from allsource.model.document import Document, document_id
from allsource.model.ids import content_id
from allsource.model.quantity import Quantity
from allsource.model.span import Span, hull
from allsource.model.time import Time

NAMED = {"named_person", "organization", "outlet"}


def page(text: str, **fields: Any) -> Document:
    """A document of these words; its id is over the words and the path alone."""
    path = fields.pop("path", "page.txt")
    sha256 = hashlib.sha256(f"{path}\n{text}".encode()).hexdigest()
    return Document(
        id=document_id(sha256), sha256=sha256, path=path, text=text, media="text",
        **{"language": "en", **fields},
    )  # fmt: skip


def find(document: Document, words: str, within: Span | None = None) -> Span:
    """Where the words first stand (inside ``within``); fails when they do not."""
    span = within or Span(0, len(document.text))
    start = document.text.index(words, span.start, span.end)
    return Span(start, start + len(words))


def near(document: Document, words: str, place: Span) -> Span:
    """The occurrence of the words that is nearest to a place."""
    starts = [m.start() for m in re.finditer(re.escape(words), document.text)]
    assert starts, f"{words!r} does not stand in the document"
    start = min(starts, key=lambda at: abs(at - place.start))
    return Span(start, start + len(words))


def time_at(document: Document, words: str, within: Span, **fields: Any) -> Time:
    """A date of these words; ``timex`` and ends are given by the test."""
    return Time(words, near(document, words, within), **{"timex": "", "type": "DATE", **fields})


def quantity_at(
    document: Document, words: str, value: float | None = None, **fields: Any
) -> Quantity:
    """A quantity of these words: a point at ``value``, or what ``fields`` say.

    ``time`` may be a tuple ``(words, start, end)`` or ``(words, start, end, boundary)``.
    """
    near_to = fields.pop("near", Span(0, 0))
    span = near(document, words, near_to)
    time = fields.pop("time", None)
    if isinstance(time, tuple):
        boundary = time[3] if len(time) > 3 else None
        time = time_at(
            document, time[0], span, timex=time[1], start=time[1], end=time[2], boundary=boundary
        )
    return Quantity(words, span, **{"low": value, "high": value, **fields}, time=time)


def source_at(
    document: Document, words: str, kind: SourceKind, name: str | None, place: Span
) -> Source:
    """A credited source of these words."""
    name = name or words
    key = (kind, name.casefold()) if kind in NAMED else (document.id, kind, name.casefold())
    return Source(words, (near(document, words, place),), kind, name, content_id("ent", *key))


def claim_at(
    document: Document,
    quote: str,
    *,
    source: str | Sequence[tuple[str, SourceKind]] | None = None,
    kind: SourceKind = "named_person",
    name: str | None = None,
    cue: str | None = None,
    status: str = "asserted",
    hedges: Sequence[str] = (),
    negated: bool = False,
    unverified_by: str | None = None,
    quantities: Sequence[Quantity] = (),
    times: Sequence[Time] = (),
    names: Sequence[str] = (),
) -> Claim:
    """A claim whose proposition is ``quote``.

    Args:
        document: where it stands.
        quote: the proposition, exactly as in the text.
        source: words of the one credited, or a chain of (words, kind), outermost first.
        kind: kind of a single source.
        name: canonical name of a single source.
        cue: words of the cue; given without a source it is an agentless passive.
        status: of the stance.
        hedges: words of its hedges.
        negated: the proposition is a negative.
        unverified_by: an outlet, named in the document, that has not verified it.
        quantities: see ``quantity_at``.
        times: see ``time_at``.
        names: entities named in the proposition.
    """
    proposition = find(document, quote)
    chain = [(source, kind)] if isinstance(source, str) else list(source or [])
    credited = [source_at(document, words, sort, name, proposition) for words, sort in chain]
    cues = _cues(document, cue, credited, proposition)
    content = Content((proposition,))
    attribution = tuple(
        Attribution(credited[i] if credited else None, mark, content) for i, mark in enumerate(cues)
    )
    spans = [proposition, *(s for c in credited for s in c.spans), *(c.spans[0] for c in cues)]
    doubt = near(document, unverified_by, proposition) if unverified_by else None
    return Claim(
        document=document,
        span=hull(spans),
        proposition=proposition,
        attribution=attribution,
        form="indirect" if attribution else None,
        stance=Stance(
            status,  # type: ignore[arg-type]
            tuple(Hedge(h, near(document, h, proposition), 0.5) for h in hedges),
        ),
        negated=negated,
        verification=(Verification("unverified", unverified_by, doubt),) if doubt else (),
        quantities=tuple(quantities),
        times=tuple(times),
        entities=tuple(
            Mention(n, near(document, n, proposition), "organization", content_id("ent", n))
            for n in names
        ),
    )


def _cues(
    document: Document, cue: str | None, credited: Sequence[Source], place: Span
) -> tuple[Cue, ...]:
    """One cue for each source; its own words where the test names none."""
    if cue is not None:
        span = near(document, cue, credited[0].spans[0] if credited else place)
        return tuple(Cue(cue, (span,)) for _ in (credited or [None]))
    return tuple(Cue(source.text, source.spans) for source in credited)


@st.composite
def said(draw: st.DrawFn, *, numbers: bool = False) -> list[Statement]:
    """Statements of a few invented sources on a few slots, each source once a slot.

    Args:
        draw: given by hypothesis.
        numbers: the values are numbers.
    """
    slots = draw(st.integers(1, 6))
    found = []
    for source in range(draw(st.integers(1, 6))):
        for slot in range(slots):
            value = draw(st.one_of(st.none(), st.integers(0, 3)))
            if value is not None:
                found.append(
                    Statement(
                        slot=f"bridge {slot}/{'length' if numbers else 'colour'}",
                        source=f"source {source}",
                        value=float(value) if numbers else f"value {value}",
                        id=f"{source}/{slot}",
                    )
                )
    hypothesis.assume(found)
    return found


def voices(copier: str | None = None, slots: int = 60, seed: int = 1) -> list[Statement]:
    """Three independent sources that are right three times in four, and perhaps one who copies."""
    rng = np.random.default_rng(seed)
    found = []
    for slot in range(slots):
        words = {}
        for source in ("Survey", "Gazette", "Courier"):
            right = rng.random() < 0.75
            words[source] = "true" if right else f"wrong {rng.integers(8)}"
        if copier:
            words["Herald"] = words[copier]
        found += [Statement(f"bridge {slot}/colour", s, v) for s, v in words.items()]
    return found


def heard(
    name: str,
    document: str,
    *,
    step: float = 1.0,
    first: bool = True,
    repost: bool = False,
    ancestry: Sequence[str] = (),
    established: bool = True,
    affirms: bool = True,
    status: str = "asserted",
) -> Trace:
    """A claim on a page of that name, rooted in somebody of that name."""
    origin = Origin(f"src_{name}", name, "named_person", seen=False, established=established)
    text = page(f"It opened. {name} {document}", path=document)
    claim = claim_at(text, "It opened", status=status)
    family = frozenset({document, *ancestry})
    return Trace(claim, origin, step, step, first, repost, family, affirms)


def houses(*traces: Trace) -> Houses:
    """What the pages of some claims say of whom their sources speak for."""
    return Houses((trace.claim, trace.origin) for trace in traces)
