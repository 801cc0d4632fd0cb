"""What does a finished sentence say outside its quotations, read afresh?

The finished text is read again without its template: quotations are taken out,
and every number, capitalised word, hedge and negation that is left must be a
word of the template or of a slot; names in slots must moreover stand in the
cited documents or in a noun of the case. It is a second net: it knows nothing
of readings and conditions, so a fault there does not hide a word from it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from allsource.assessment import printing, wording
from allsource.assessment.evidence import Evidence
from allsource.model.assessment import Sentence, Slot
from allsource.vocab import load

__all__ = ["unlicensed"]

_TOKEN = re.compile(r"[$€£]?\d[\d,.]*\d|\d|[^\W\d_]+(?:['’\-][^\W\d_]+)*")


def unlicensed(sentence: Sentence, template: wording.Template, evidence: Evidence) -> Iterator[str]:
    """Give a reason for each word outside quotations that nothing licenses.

    Args:
        sentence: the finished sentence.
        template: the one it says it is made from.
        evidence: the case that its names must stand in.
    """
    outside = _without_quotations(sentence)
    licensed = {token.casefold() for token in _TOKEN.findall(wording.literals(template))}
    for slot in sentence.slots:
        if slot.kind != "quote":
            licensed.update(token.casefold() for token in _TOKEN.findall(slot.text))
            yield from _ungrounded(slot, sentence, evidence)
    for token in _TOKEN.findall(outside):
        if _is_watched(token) and token.casefold() not in licensed:
            yield f"second reading: nothing licenses “{token}”"


def _without_quotations(sentence: Sentence) -> str:
    text = sentence.text
    for slot in sentence.slots:
        if slot.kind in {"quote", "likelihood"}:
            text = text.replace(f"“{slot.text}”", " ", 1)
    return text


def _is_watched(token: str) -> bool:
    watched: dict[str, list[str]] = load("wording")["watched"]
    counts: list[str] = load("wording")["printing"]["counts"]
    low = token.casefold()
    return (
        token[0].isdigit()
        or token[0] in "$€£"
        or token[0].isupper()
        or low in watched["hedges"]
        or low in watched["negations"]
        or low in counts
    )


def _ungrounded(slot: Slot, sentence: Sentence, evidence: Evidence) -> Iterator[str]:
    """Names and credits must be words of the evidence, whatever the reading said."""
    if slot.kind not in {"credit", "outlet", "name"}:
        return
    known = _vocabulary(slot, sentence, evidence)
    own = {token.casefold() for token in _TOKEN.findall(" ".join(_OWN_WORDS))}
    for token in _TOKEN.findall(slot.text):
        if token.casefold() not in known | own and not _is_count(token):
            yield f"second reading: “{token}” of {slot.name} stands nowhere in what is cited"


def _vocabulary(slot: Slot, sentence: Sentence, evidence: Evidence) -> set[str]:
    cited = [sentence.citations[at] for at in slot.cites if 0 <= at < len(sentence.citations)]
    documents = [evidence.documents.get(citation.document) for citation in cited]
    known: set[str] = set()
    for document in documents:
        if document:
            about = (document.title or "", document.outlet or "", document.path)
            known |= _tokens(document.text) | _tokens(" ".join(about))
            known |= _tokens(printing.day(document.published or ""))
    labels = [root.label for root in evidence.roots.values()] if slot.kind == "name" else []
    return known.union(*map(_tokens, labels))


@lru_cache(maxsize=4096)
def _tokens(text: str) -> frozenset[str]:
    """The words of a text, remembered: many sentences cite one document."""
    return frozenset(token.casefold() for token in _TOKEN.findall(printing.words(text)))


def _is_count(token: str) -> bool:
    return token.isdigit() or token.casefold() in load("wording")["printing"]["counts"]


_OWN_WORDS = ("and more", "in forms", "an unnamed source called", "a document known only as")
"""Words that the printing of lists and roots adds."""
