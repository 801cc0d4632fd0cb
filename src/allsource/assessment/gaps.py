"""What is not known, and what would change the assessment?

Roots to obtain, outlets and documents that are cited and not in hand, claims that their own outlet could not verify, sources without
a name, independence that is not established, numbers without a period, and
documents without a date. Each kind is cut to the few with most documents
behind them: a list of everything unknown helps nobody.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import chain, islice

from allsource.assessment import choice
from allsource.assessment.compose import Part, at, say, statement, whole
from allsource.assessment.evidence import Evidence
from allsource.assessment.measures import of_consequence, stated
from allsource.assessment.origins import obtainable
from allsource.assessment.relevance import on_subject, subject
from allsource.assessment.sayings import outlet
from allsource.assessment.standing import held
from allsource.assessment.traits import crediting
from allsource.assessment.verification import doubts
from allsource.model.assessment import Citation, Gap, Sentence
from allsource.model.claim import Claim
from allsource.model.ids import content_id
from allsource.model.numbers import Point
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["gaps"]

_MOST_OF_A_KIND = 2
_MOST = 11
_COUNTED = (("n", "documents"), ("of_all", "count.all"), ("outlet", "document"))


def gaps(evidence: Evidence) -> tuple[Gap, ...]:
    """Give what would change the assessment, by kind, most documents first.

    Args:
        evidence: the case.
    """
    rooted = tuple(_few(_roots(evidence)))
    cited = _few(_cited(evidence, {gap.id for gap in rooted}))
    kinds = (_unverified, _unnamed, _periods, _undated)
    others = (gap for kind in kinds for gap in _few(kind(evidence)))
    return tuple(islice(chain(rooted, cited, others), _MOST))


def _few(found: Iterable[Gap]) -> Iterable[Gap]:
    seen: set[str] = set()
    for gap in found:
        quoted = [slot.text for slot in gap.sentences[0].slots if slot.name == "quote"]
        text = "".join(c for c in (quoted or [gap.sentences[0].text])[0].casefold() if c.isalnum())
        if text not in seen:
            seen.add(text)
            yield gap
        if len(seen) == _MOST_OF_A_KIND:
            return


def _gap(
    kind: str, key: str, sentence: Sentence | None, cluster: str | None = None
) -> Iterable[Gap]:
    if sentence:
        yield Gap(content_id("gap", kind, key), (sentence,), cluster)


def _roots(evidence: Evidence) -> Iterable[Gap]:
    told = {hop.parent for hop in evidence.hops if hop.kind == "rewrite" and not hop.seen}
    unseen = [
        root
        for root in evidence.roots.values()
        if not root.seen and obtainable(root) and (len(root.documents) > 1 or root.id in told)
    ]
    for root in sorted(unseen, key=lambda r: (-len(r.documents), r.label, r.id)):
        first: dict[str, Claim] = {}
        for name in root.claims:
            if name in evidence.claims:
                first.setdefault(evidence.claims[name].document.id, evidence.claims[name])
        cites = whole(first.values())
        parts = {"root": Part(f"root.bare@{root.id}", cites), "n": Part("documents", cites)}
        yield from _gap("root", root.id, say("gap.root", parts, evidence))


def _cited(evidence: Evidence, told: AbstractSet[str]) -> Iterable[Gap]:
    """Name what documents cite and the case does not hold, where no gap of a root tells of it."""
    order = {name: at for at, name in enumerate(evidence.documents)}
    naming: dict[str, dict[str, Citation]] = {}
    sure: dict[str, float] = {}
    for hop in evidence.hops:
        named = content_id("gap", "root", hop.parent) in told
        if hop.seen or hop.child not in evidence.documents or named:
            continue
        place = hop.evidence[0].passages[0]
        naming.setdefault(hop.parent, {})[hop.child] = Citation(place.document, place.span)
        sure[hop.parent] = max(hop.probability, sure.get(hop.parent, 0.0))
    for name in sorted(naming, key=lambda each: (-len(naming[each]), -sure[each], each)):
        cites = tuple(sorted(naming[name].values(), key=lambda cite: order[cite.document]))
        parts = {"cited": Part("hop.words", cites[:1]), "n": Part("documents", cites)}
        yield from _gap("cited", name, say("gap.cited", parts, evidence))


def _by_reach(claims: list[Claim], evidence: Evidence) -> list[Claim]:
    """Claims in clusters with most documents first; the order within is the choice's."""

    def reach(claim: Claim) -> int:
        cluster = evidence.clusters.get(evidence.cluster_of.get(claim.id, ""))
        return len({c.document.id for c in held(cluster, evidence)}) if cluster else 1

    words = subject(evidence)
    telling = [
        claim
        for claim in choice.ordered(claims, evidence)
        if choice.tells(claim) and on_subject(claim, words)
    ]
    first: dict[str, Claim] = {}
    for claim in sorted(telling, key=lambda claim: -reach(claim)):
        first.setdefault(evidence.cluster_of.get(claim.id, claim.id), claim)
    return list(first.values())


def _unverified(evidence: Evidence) -> Iterable[Gap]:
    doubted = [
        c for c in evidence.claims.values() if any(v.status == "unverified" for v in c.verification)
    ]
    for claim in _by_reach(doubted, evidence):
        index = [v.status for v in claim.verification].index("unverified")
        if not doubts(claim, index):
            continue
        check = Citation(claim.document.id, claim.verification[index].span, claim.id)
        parts = {
            "outlet": outlet(claim),
            "check": Part(f"verification#{index}", (check,)),
            "quote": statement(claim),
        }
        cluster = evidence.cluster_of.get(claim.id)
        yield from _gap("unverified", claim.id, say("gap.unverified", parts, evidence), cluster)


def _unnamed(evidence: Evidence) -> Iterable[Gap]:
    unnamed = [c for c in evidence.claims.values() if _is_anonymous(c)]
    for claim in _by_reach(unnamed, evidence):
        parts = {
            "outlet": outlet(claim),
            "credit": Part("credit", whole([claim])),
            "quote": statement(claim),
        }
        cluster = evidence.cluster_of.get(claim.id)
        yield from _gap("unnamed", claim.id, say("gap.unnamed", parts, evidence), cluster)


def _is_anonymous(claim: Claim) -> bool:
    """Whether the words say that a source is kept without a name: "a source", "an official"."""
    said = claim.source.text.casefold().split() if claim.source else []
    return crediting(claim) == "unnamed" and not set(said).isdisjoint(load("wording")["anonymous"])


def _periods(evidence: Evidence) -> Iterable[Gap]:
    for series in evidence.series.values():
        for point in series.points if of_consequence(series) else ():
            claim = evidence.claims.get(point.claim)
            if (
                claim is None
                or not stated(point, series, evidence)
                or point.start
                or not any(letter.isalpha() or letter in "$€£%" for letter in _words(claim, point))
                or point.end
                or point.quantity >= len(claim.quantities)
            ):
                continue
            quoted = (at(claim, claim.quantities[point.quantity].span),)
            parts = {"outlet": outlet(claim), "figure": Part(f"figure#{point.quantity}", quoted)}
            yield from _gap(
                "period", f"{claim.id}/{point.quantity}", say("gap.period", parts, evidence)
            )


def _words(claim: Claim, point: Point) -> str:
    return claim.quantities[point.quantity].text if point.quantity < len(claim.quantities) else ""


def _undated(evidence: Evidence) -> Iterable[Gap]:
    undated = [d for d in evidence.documents.values() if d.published is None and d.text]
    if not undated:
        return
    cites = tuple(Citation(d.id, Span(0, min(len(d.text), 80))) for d in undated)
    parts = {name: Part(of, cites) for name, of in _COUNTED}
    sentences = (say(f"gap.undated.{key}", parts, evidence) for key in ("one", "all", "some"))
    yield from _gap("undated", "", next((one for one in sentences if one), None))
