"""What are the stated figures of one measure, and who states them?

The figures of a series are printed with who gives them; a range is printed
only over outcomes of one and the same period, and plans stand apart. What the
figures mean together is left to estimation.
"""

from collections.abc import Iterable

from allsource.assessment import choice
from allsource.assessment.compose import Part, at, passage, say, whole
from allsource.assessment.evidence import Evidence
from allsource.assessment.sayings import outlet
from allsource.assessment.standing import confidence
from allsource.assessment.traits import crediting
from allsource.model.assessment import Finding, Sentence
from allsource.model.claim import Claim
from allsource.model.ids import content_id
from allsource.model.numbers import Point, Series
from allsource.vocab import load

__all__ = ["figure", "findings", "is_programme", "of_consequence", "stated"]

_MOST_FIGURES = 5


def findings(evidence: Evidence) -> Iterable[Finding]:
    """Give one finding for each measured thing, the one with most documents first."""
    ranked = sorted(
        (series for series in evidence.series.values() if of_consequence(series)),
        key=lambda s: (-len(_documents(s, evidence)), -len(s.points), s.measure, s.of, s.id),
    )
    for series in ranked:
        finding = _finding(series, evidence)
        if finding:
            yield finding


def of_consequence(series: Series) -> bool:
    """Leave out what is no measure of a programme, and series whose thing is only a unit or a currency."""
    listed = is_programme(series.measure)
    common = any(word == word.casefold() or word[-1].isdigit() for word in series.of.split()[-1:])
    named = {"", series.measure, *series.unit.split("/")}
    own = series.of in named or series.of.removesuffix("s") in named & {"unit", "item", "piece"}
    own = own or series.of.startswith("of ")
    return common and listed and not own


def is_programme(measure: str | None) -> bool:
    """Say whether a measure is one of a programme: ages, distances and prices of a day are not.

    Example:
        >>> is_programme("production rate"), is_programme("age")
        (True, False)
    """
    return measure in load("wording")["programme_measures"]


def stated(point: Point, series: Series, evidence: Evidence) -> bool:
    """Whether the words of a point hold a figure, and of the thing itself where it is counted."""
    claim = evidence.claims[point.claim]
    if point.quantity >= len(claim.quantities):
        return False
    quantity = claim.quantities[point.quantity]
    named = not quantity.unit or quantity.currency or quantity.unit[:4] in series.of.casefold()
    counted = series.unit.split("/")[0] in {"percent", "USD", "EUR", "GBP"} or bool(named)
    worded = any(letter.isalpha() or letter in "$€£%" for letter in quantity.text)
    return any(letter.isdigit() for letter in quantity.text) and counted and worded


def _documents(series: Series, evidence: Evidence) -> set[str]:
    return {
        evidence.claims[p.claim].document.id for p in series.points if p.claim in evidence.claims
    }


def _finding(series: Series, evidence: Evidence) -> Finding | None:
    points = [
        p for p in series.points if p.claim in evidence.claims and stated(p, series, evidence)
    ]
    if not points:
        return None
    alone = _passage(series, points, evidence)
    headline = alone or _range(series, points, evidence) or _figures(series, points, evidence)
    figures = [] if alone else _each(points, evidence)
    if headline is None or not (alone or figures):
        return None
    names = {evidence.cluster_of.get(point.claim) for point in points}
    cluster = evidence.clusters.get(names.pop() or "") if len(names) == 1 else None
    return Finding(
        id=content_id("fnd", "measure", series.id),
        kind="measure",
        sentences=(headline, *figures),
        cluster=cluster.id if cluster else None,
        confidence=confidence(cluster, evidence) if cluster else None,
        effective_roots=cluster.effective_roots if cluster else None,
        effective_roots_interval=cluster.effective_roots_interval if cluster else None,
    )


def _parts(series: Series, claims: list[Claim]) -> dict[str, Part]:
    cites = whole(dict.fromkeys(claims))
    return {
        "measure": Part(f"measure@{series.id}", cites),
        "of": Part(f"of@{series.id}", cites),
        "range": Part(f"range@{series.id}", cites),
        "n": Part("documents", cites),
    }


def _range(series: Series, points: list[Point], evidence: Evidence) -> Sentence | None:
    """Print the hull of the outcomes, where they are all of one period."""
    claims = [evidence.claims[p.claim] for p in points if not p.plan]
    return say("measure.range", _parts(series, claims), evidence) if claims else None


def _passage(series: Series, points: list[Point], evidence: Evidence) -> Sentence | None:
    """Print the one sentence of a document that gives all figures."""
    claims = list(dict.fromkeys(evidence.claims[point.claim] for point in points))
    parts = {**_parts(series, claims), "outlet": outlet(claims[0]), "quote": passage(claims[0])}
    measured = [q for c in claims for q in c.quantities if q.unit or q.currency or q.scale_unit]
    fit = bool(measured) and choice.printable(claims[0], whole=True)
    return say("measure.passage", parts, evidence) if fit else None


def _figures(series: Series, points: list[Point], evidence: Evidence) -> Sentence | None:
    claims = [evidence.claims[point.claim] for point in points]
    parts = _parts(series, claims)
    common = "/" not in series.of
    own = ["measure.alike", "measure.figures"] if common else ["measure.alike.bare", "measure.bare"]
    keys = ["measure.roots", *own]
    return next((s for s in (say(key, parts, evidence) for key in keys) if s), None)


def _each(points: list[Point], evidence: Evidence) -> list[Sentence]:
    """Print each figure once, with the first document that gives it."""
    printed: dict[tuple[object, ...], Sentence] = {}
    for point in _by_root(points, evidence):
        key = (point.low, point.high, point.start, point.end, point.plan)
        sentence = figure(evidence.claims[point.claim], point.quantity, evidence)
        texts = {each.text for each in printed.values()}
        if key not in printed and sentence and sentence.text not in texts:
            printed[key] = sentence
    return list(printed.values())[:_MOST_FIGURES]


def _by_root(points: list[Point], evidence: Evidence) -> list[Point]:
    """The first figure of each root, then the rest."""
    first: dict[str, Point] = {}
    for point in points:
        root = evidence.root_of(point.claim)
        first.setdefault(root.id if root else point.claim, point)
    return [*first.values(), *(point for point in points if point not in first.values())]


def figure(claim: Claim, index: int, evidence: Evidence) -> Sentence | None:
    """Print one stated figure in its own words, with who is credited for it.

    Args:
        claim: the claim that states it.
        index: which of its quantities.
        evidence: the case.
    """
    quoted = (at(claim, claim.quantities[index].span),)
    parts = {"outlet": outlet(claim), "figure": Part(f"figure#{index}", quoted)}
    if claim.source:
        parts["credit"] = Part("credit", whole([claim]))
    keys = [f"figure.{crediting(claim)}", "figure.other", "figure.plan", "figure.open"]
    known = (key for key in keys if key not in {"figure.nobody", "figure.agentless"})
    return next((s for s in (say(key, parts, evidence) for key in known) if s), None)
