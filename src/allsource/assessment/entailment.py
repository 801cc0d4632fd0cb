"""Does the evidence entail a printed sentence?

Entailment is defined, not felt. A sentence is entailed where

1. its template exists and its words, number agreement included, are the template's;
2. every citation resolves to a document, a span inside its text and, where it
   names a claim, a span of that claim;
3. every slot cites something and equals what its reading recomputes from that;
   quoted words are the exact words at the cited span;
4. the quoted claim's stance, negation, credit and the template's further
   conditions are met, so that nothing is put more strongly than it was put,
   a denied claim appears in a denial only, and "confirmed" needs roots
   established as independent;
5. a second reading of the finished text, which knows nothing of the first
   four, finds no number, name, hedge or negation outside quotations that
   neither the template nor a slot licenses.

It fails where an extractor misread the document: then the sentence is true to
the claim and the claim is wrong. Every sentence therefore leads to its words.
"""

from collections.abc import Iterator

from allsource.assessment import printing, readings, wording
from allsource.assessment.conditions import Bound, holds
from allsource.assessment.evidence import Evidence
from allsource.assessment.passages import is_cut, passage_span
from allsource.assessment.second_reading import unlicensed
from allsource.assessment.traits import crediting, depth
from allsource.model.assessment import Citation, Sentence, Slot
from allsource.model.claim import Claim
from allsource.model.ids import content_id
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["check", "negation_in", "quotable", "sentence_id"]

_FIRM = frozenset({"asserted", "hedged", "expected"})
"""Stances whose proposition may be quoted without the words around it."""


def sentence_id(template: str, slots: tuple[Slot, ...], citations: tuple[Citation, ...]) -> str:
    """Name a sentence after its template, slots and citations."""
    written = [[slot.name, slot.kind, slot.text, slot.cites, slot.of] for slot in slots]
    return content_id("sen", template, written, [[c.document, c.span, c.claim] for c in citations])


def check(sentence: Sentence, evidence: Evidence) -> tuple[str, ...]:
    """Give every reason why the evidence does not entail a sentence; none where it does.

    Reach for it before anything is printed: a dossier is not built while any
    sentence has a reason here.

    Args:
        sentence: as composed, or as read from anywhere.
        evidence: the whole case.

    Example:
        >>> from allsource.assessment.evidence import gather
        >>> from allsource.model.lineage import Lineage
        >>> check(Sentence("sen_1", "invented", (), "It flew.", ()), gather((), (), Lineage()))
        ('there is no template “invented”',)
    """
    template = wording.template(sentence.template)
    if template is None:
        return (f"there is no template “{sentence.template}”",)
    if tuple((slot.name, slot.kind) for slot in sentence.slots) != template.slots:
        return ("its slots are not those of its template",)
    reasons = [*_words(sentence, template), *_citations(sentence, evidence)]
    reasons = reasons or [*_slots(sentence, template, evidence)]
    reasons = reasons or [*_claims(sentence, template, evidence)]
    return (*reasons, *unlicensed(sentence, template, evidence))


def quotable(claim: Claim) -> str:
    """Say which words of a claim may stand alone: its ``statement``, or only its ``passage``.

    The proposition may be quoted alone where its negation and hedges are inside
    it, where one source at most is credited, and where it is neither denied,
    questioned nor conditional; else the reader needs the words around it.
    """
    return "passage" if next(_lost_outside(claim), None) else "statement"


def _lost_outside(claim: Claim) -> Iterator[str]:
    if claim.stance.status not in _FIRM:
        yield f"the claim is {claim.stance.status} and is quoted without the words that say so"
    if any(not claim.proposition.covers(hedge.span) for hedge in claim.stance.hedges):
        yield "a hedge stands outside the quoted words"
    if depth(claim) > 1:
        yield "a further source stands outside the quoted words"
    if is_cut(claim):
        yield "the quoted words are cut out of a clause"
    if claim.negated and not negation_in(claim.statement):
        yield "the negation stands outside the quoted words"


def negation_in(text: str) -> bool:
    """Say whether words hold a negation.

    Example:
        >>> negation_in("it hasn't flown"), negation_in("it flew")
        (True, False)
    """
    tokens = printing.words(text).casefold().replace("’", "'").split()
    negations = set(load("wording")["watched"]["negations"])
    return any(token.strip(".,;:!?“”\"'()") in negations or "n't" in token for token in tokens)


def _words(sentence: Sentence, template: wording.Template) -> Iterator[str]:
    if sentence.text != wording.filled(template, sentence.slots):
        yield "its text is not its template with its slots"
    if sentence.id != sentence_id(sentence.template, sentence.slots, sentence.citations):
        yield "its id is not that of its content"


def _citations(sentence: Sentence, evidence: Evidence) -> Iterator[str]:
    if not sentence.citations:
        yield "it cites nothing"
    for citation in sentence.citations:
        document = evidence.documents.get(citation.document)
        if document is None:
            yield f"it cites {citation.document}, which is not in the evidence"
        elif not 0 <= citation.span.start < citation.span.end <= len(document.text):
            yield f"it cites {citation.span}, which is not in the text of {document.path}"
        elif citation.claim is not None:
            yield from _claim_citation(citation, sentence, evidence)


def _claim_citation(citation: Citation, sentence: Sentence, evidence: Evidence) -> Iterator[str]:
    claim = evidence.claims.get(citation.claim or "")
    if claim is None or claim.document.id != citation.document:
        yield f"it cites {citation.claim}, which is no claim of {citation.document}"
    elif citation.span not in _own_spans(claim) and not _drift_words(citation, claim, sentence):
        yield f"it cites {citation.span}, which is no span of {citation.claim}"


def _drift_words(citation: Citation, claim: Claim, sentence: Sentence) -> bool:
    """Words of a recorded drift may stand anywhere inside their claim."""
    quoting = [slot for slot in sentence.slots if slot.name in {"before", "after"}]
    cited = [
        sentence.citations[at]
        for slot in quoting
        for at in slot.cites
        if 0 <= at < len(sentence.citations)
    ]
    return citation in cited and claim.span.covers(citation.span)


def _own_spans(claim: Claim) -> set[Span]:
    text = claim.document.text
    return {
        claim.span,
        printing.trimmed(text, claim.proposition),
        printing.trimmed(text, passage_span(claim)),
        *(each.span for each in claim.stance.hedges),
        *(each.span for each in claim.verification),
        *(each.span for each in claim.quantities),
        *(span for a in claim.attribution if a.source for span in a.source.spans),
        *(span for a in claim.attribution for span in a.cue.spans),
    }


def _slots(sentence: Sentence, template: wording.Template, evidence: Evidence) -> Iterator[str]:
    used = {at for slot in sentence.slots for at in slot.cites}
    if sentence.slots and used != set(range(len(sentence.citations))):
        yield "a slot cites what is not there, or a citation bears no slot"
        return
    for slot in sentence.slots:
        yield from _slot(slot, sentence, template, evidence)


def _slot(
    slot: Slot, sentence: Sentence, template: wording.Template, evidence: Evidence
) -> Iterator[str]:
    cited = [sentence.citations[at] for at in slot.cites]
    if readings.parse(slot.of).name not in template.reads[slot.name]:
        yield f"slot {slot.name} may not print “{slot.of}”"
    elif readings.read(slot.of, cited, evidence) != slot.text:
        yield f"slot {slot.name}: the cited evidence does not bear “{slot.text}”"
    elif slot.kind == "quote" and not any(_stands_at(slot.text, c, evidence) for c in cited):
        yield f"slot {slot.name}: “{slot.text}” is not what stands at the cited span"


def _stands_at(text: str, citation: Citation, evidence: Evidence) -> bool:
    return printing.words(citation.span.of(evidence.documents[citation.document].text)) == text


def _claims(sentence: Sentence, template: wording.Template, evidence: Evidence) -> Iterator[str]:
    bound = Bound(sentence, evidence)
    for slot in sentence.slots:
        for claim in bound.of_slot(slot.name) if slot.kind in {"quote", "likelihood"} else []:
            yield from _stance(claim, readings.parse(slot.of).name, template)
    if template.source:
        quoted = bound.of_slot("quote", "figure")
        if not quoted or any(crediting(claim) not in template.source for claim in quoted):
            yield f"the claim is not credited as “{template.key}” says"
    yield from _one_claim(bound)
    yield from (f"“{need}” does not hold" for need in template.needs if not holds(need, bound))


def _one_claim(bound: Bound) -> Iterator[str]:
    """The outlet, credit and hedge beside a quotation are those of the quoted claim."""
    for bearing, beside in _BESIDE:
        quoted = bound.of_slot(bearing)
        others = (bound.of_slot(name) for name in beside)
        if quoted and any(other not in ([], quoted) for other in others):
            yield f"what stands beside {bearing} is of another claim"


_BESIDE = (
    ("quote", ("outlet", "credit", "cue", "inner", "hedge", "check", "child", "after")),
    ("figure", ("outlet", "credit")),
    ("likelihood", ("outlet",)),
    ("before", ("parent",)),
    ("speaker", ("parent",)),
    ("after", ("child",)),
    ("first", ("left",)),
    ("second", ("right",)),
)
"""Slots that quote, each with the slots that must speak of the same claim."""


def _stance(claim: Claim, reading: str, template: wording.Template) -> Iterator[str]:
    status = claim.stance.status
    if template.stances and status not in template.stances:
        yield f"the claim is {status}, which “{template.key}” may not print"
    if reading == "statement":
        yield from _lost_outside(claim)
    if (
        status == "denied"
        and "denied" not in template.stances
        and reading in {"statement", "passage"}
    ):
        yield "a denied claim is printed outside a denial"
