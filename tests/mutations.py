"""How is a true sentence made false, in every way that a writer or a fault could?

Each mutation changes one thing: a number, unit, date, name, hedge, polarity,
credit, count, template or citation. It is tried in the text alone and, where a
slot holds it, in slot and text together with the id made anew, as a forger
would. Used by ``tests/assessment`` and by ``bench/entailment``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from allsource.assessment import wording
from allsource.assessment.entailment import sentence_id
from allsource.assessment.evidence import Evidence
from allsource.model.assessment import Citation, Sentence, Slot
from allsource.model.claim import Claim
from allsource.model.span import Span

__all__ = ["mutations"]

_SWAPS = {
    "number": [(r"\b(\d+)\b", lambda m: str(int(m[1]) + 1)), (r"\b(\d)", lambda m: "9" + m[1])],
    "count": [(r"\b(one|two|three|four|five|six)\b", lambda _: "seven")],
    "unit": [(r"\bmonth\b", lambda _: "year"), (r"\bboats?\b", lambda _: "ships"), (r"\bpercent\b|%", lambda _: " points")],
    "date": [(r"\b2031\b", lambda _: "2032"), (r"\b(May|June)\b", lambda _: "July")],
    "name": [(r"\b[A-Z][a-z]{3,}\b(?!.*\b[A-Z][a-z]{3,}\b)", lambda _: "Zaragoza")],
    "hedge": [(r"\bmay\b", lambda _: "will"), (r"\bsaid\b", lambda _: "proved"), (r"\b(will|built|is)\b", lambda _: "may have")],
    "polarity": [(r"\b(is|was|will|built|left)\b", lambda m: m[1] + " not"), (r"\bnot\b", lambda _: "now"), (r"\bdenied\b", lambda _: "confirmed")],
}  # fmt: skip


def mutations(sentence: Sentence, evidence: Evidence) -> Iterator[tuple[str, Sentence]]:
    """Give (what was changed, the changed sentence); none equals the original.

    Args:
        sentence: an entailed sentence.
        evidence: the case, from which foreign citations and words are taken.
    """
    for kind, swaps in _SWAPS.items():
        for pattern, new in swaps:
            yield from _text_alone(kind, pattern, new, sentence)
            yield from _consistent(kind, pattern, new, sentence)
    yield from _words(sentence)
    yield from _templates(sentence, evidence)
    yield from _citations(sentence, evidence)
    yield from _foreign_slots(sentence, evidence)


def _remade(sentence: Sentence) -> Sentence:
    """The text and id that its template, slots and citations would have."""
    template = wording.template(sentence.template)
    assert template is not None
    text = wording.filled(template, sentence.slots)
    name = sentence_id(sentence.template, sentence.slots, sentence.citations)
    return replace(sentence, text=text, id=name)


def _text_alone(kind, pattern, new, sentence) -> Iterator[tuple[str, Sentence]]:
    changed = re.sub(pattern, new, sentence.text, count=1)
    if changed != sentence.text:
        yield f"{kind}: text alone", replace(sentence, text=changed)


def _consistent(kind, pattern, new, sentence) -> Iterator[tuple[str, Sentence]]:
    for at, slot in enumerate(sentence.slots):
        changed = re.sub(pattern, new, slot.text, count=1)
        if changed != slot.text:
            slots = _with(sentence.slots, at, replace(slot, text=changed))
            yield f"{kind}: slot and text", _remade(replace(sentence, slots=slots))


def _with(slots: tuple[Slot, ...], at: int, slot: Slot) -> tuple[Slot, ...]:
    return (*slots[:at], slot, *slots[at + 1 :])


def _words(sentence: Sentence) -> Iterator[tuple[str, Sentence]]:
    """Words put before, after and into the text."""
    for words in ("It is confirmed that ", "Reportedly, ", "According to Zaragoza, ", "Not so: "):
        yield "words added", replace(sentence, text=words + sentence.text)
    yield "words added", replace(sentence, text=sentence.text + " This is certain.")
    yield "words cut", replace(sentence, text=" ".join(sentence.text.split()[1:]))


def _templates(sentence: Sentence, evidence: Evidence) -> Iterator[tuple[str, Sentence]]:
    """The same slots under other words: firmer, weaker, the opposite."""
    names = [(slot.name, slot.kind) for slot in sentence.slots]
    for key, template in wording.templates().items():
        both = {key, sentence.template} <= _classes(evidence)
        # what a gap says is missing was said all the same: "credits ... with" is true of it too
        both = both or sentence.template.startswith("gap.") != key.startswith("gap.")
        if key != sentence.template and list(template.slots) == names and not both:
            yield f"template: {key}", _remade(replace(sentence, template=key))
    for key in ("says.named", "says.nobody", "hedged.named", "denial.named"):
        if key != sentence.template:
            held = {slot.name: slot for slot in sentence.slots}
            wanted = wording.templates()[key].slots
            if all(name in held for name, _ in wanted):
                slots = tuple(held[name] for name, _ in wanted)
                yield f"template: {key}", _remade(replace(sentence, template=key, slots=slots))


def _citations(sentence: Sentence, evidence: Evidence) -> Iterator[tuple[str, Sentence]]:
    """Citations moved, dropped, or pointed at something that does not exist."""
    cited = sentence.citations
    claims = [c for c in evidence.claims.values() if c.id not in {each.claim for each in cited}]
    claims.reverse()
    for at, one in enumerate(cited):
        others = [
            Citation("doc_none", one.span, one.claim),
            replace(one, span=Span(10**6, 10**6 + 5)),
        ]
        others += (
            [replace(one, span=Span(one.span.start + 1, one.span.end + 1))] if one.claim else []
        )
        others += [replace(one, claim="clm_none")]
        others += [
            Citation(c.document.id, c.span, c.id) for c in claims if _foreign_to(c, one, evidence)
        ][:2]
        for other in others:
            moved = (*cited[:at], other, *cited[at + 1 :])
            yield "citation", _remade(replace(sentence, citations=moved))
    yield "citation", _remade(replace(sentence, citations=()))
    bare = tuple(replace(slot, cites=()) for slot in sentence.slots)
    if bare:
        yield "citation", _remade(replace(sentence, slots=bare))


def _foreign_to(claim: Claim, cited: Citation, evidence: Evidence) -> bool:
    """Another claim of the same document and root would bear a count as well: that is no fault."""
    same_root = evidence.root_of(claim.id) == evidence.root_of(cited.claim or "")
    return claim.document.id != cited.document or (cited.claim is not None and not same_root)


def _classes(evidence: Evidence) -> set[str]:
    """Templates that a conflict with two classes bears both."""
    return {
        f"conflict.{name}"
        for conflict in evidence.conflicts.values()
        if len(conflict.classes) > 1
        for name in conflict.classes
    }


def _foreign_slots(sentence: Sentence, evidence: Evidence) -> Iterator[tuple[str, Sentence]]:
    """Another claim's true words in this claim's slot."""
    for at, slot in enumerate(sentence.slots):
        for words in _foreign(slot, evidence):
            if words not in (slot.text, slot.text.rstrip(".")):
                slots = _with(sentence.slots, at, replace(slot, text=words))
                yield f"foreign {slot.kind}", _remade(replace(sentence, slots=slots))


def _foreign(slot: Slot, evidence: Evidence) -> list[str]:
    claims = list(evidence.claims.values())
    if slot.kind == "quote":
        return [claim.statement for claim in claims]
    if slot.kind in {"credit", "name"}:
        return sorted({claim.source.name for claim in claims if claim.source})
    if slot.kind == "outlet":
        return sorted({d.outlet for d in evidence.documents.values() if d.outlet})
    return ["nine", "12"] if slot.kind == "count" else []
