"""Who says it, how firmly, in which words?

One claim becomes one sentence whose wording follows its stance and its credit:
an outlet credits a source, cites a document, passes on, states, hedges,
expects, asks or denies. Nothing is asserted in the product's own voice.
"""

from allsource.assessment.compose import Part, at, passage, say, statement, whole
from allsource.assessment.evidence import Evidence
from allsource.assessment.readings import strongest_hedge
from allsource.assessment.rebuttals import is_rebuttal
from allsource.assessment.traits import crediting
from allsource.model.assessment import Sentence
from allsource.model.claim import Attribution, Claim

__all__ = ["corrected", "denied", "outlet", "said"]


def outlet(claim: Claim) -> Part:
    """Name a claim's document, with its date where it has one."""
    dated = "document.dated" if claim.document.published else "document"
    return Part(dated, whole([claim]))


def said(claim: Claim, evidence: Evidence) -> Sentence | None:
    """Print who says a claim, as firmly as it is said and no more.

    Args:
        claim: any claim; denials and rebuttals are printed as such.
        evidence: the case.
    """
    if is_rebuttal(claim):
        return denied(claim, evidence)
    further = len(claim.attribution) > 1
    if further and _named(claim.attribution[-1]):
        nested = ["nested.says", "nested.unnamed"]
        return _first(nested, _parts(claim, passage(claim)), evidence)
    parts = _parts(claim, passage(claim) if further else statement(claim))
    credit = crediting(claim)
    status = claim.stance.status
    keys = {
        "asserted": [f"says.{credit}"],
        "hedged": [f"hedged.{credit}"],
        "expected": [f"expected.{credit}"],
    }.get(status, ["open.credited", "open.other"])
    if keys[0].startswith("open"):
        parts["quote"] = passage(claim)
    printed = _first(keys, parts, evidence)
    return printed or say("says.plain", {**parts, "quote": passage(claim)}, evidence)


def _named(attribution: Attribution) -> bool:
    """Whether a source has a proper name: "people" through whom words come say nothing."""
    source = attribution.source
    proper = source is not None and source.kind in {"named_person", "organization", "outlet"}
    return proper and source is not None and source.name != source.name.casefold()


def denied(claim: Claim, evidence: Evidence) -> Sentence | None:
    """Print a denial or a rebuttal with the whole of its words."""
    parts = _parts(claim, passage(claim))
    sort = "denial" if claim.stance.status == "denied" else "rebuttal"
    unnamed = "denial.other" if sort == "denial" else "rebuttal.unnamed"
    if len(claim.attribution) > 1:
        parts["credit"] = Part("credit.whole", whole([claim]))
        return say("nested.denial", parts, evidence)
    return _first([f"{sort}.named", unnamed, f"{sort}.own", "rebuttal.plain"], parts, evidence)


def corrected(claim: Claim, evidence: Evidence) -> Sentence | None:
    """Print a correction with the whole of its words."""
    return say("correction", _parts(claim, passage(claim)), evidence)


def _parts(claim: Claim, quote: Part) -> dict[str, Part]:
    parts = {"outlet": outlet(claim), "quote": quote}
    if claim.source:
        parts["credit"] = Part("credit", whole([claim]))
        parts["inner"] = Part("inner", whole([claim]))
    if claim.attribution:
        parts["cue"] = Part("cue", tuple(at(claim, s) for s in claim.attribution[0].cue.spans[:1]))
    hedge = strongest_hedge(claim)
    if hedge is not None:
        parts["hedge"] = Part("hedge", (at(claim, claim.stance.hedges[hedge].span),))
    return parts


def _first(keys: list[str], parts: dict[str, Part], evidence: Evidence) -> Sentence | None:
    sentences = (say(key, parts, evidence) for key in keys)
    return next((sentence for sentence in sentences if sentence), None)
