"""Which claim speaks for many?

Of the claims that say the same, the one is shown that a reader understands
alone: names in it, no pronoun at its head, a source named, neither a fragment
nor half a page; then the one that rests on the root with most documents; then
the earliest. It fails where every claim of a cluster leans on words outside it.
"""

from collections.abc import Iterable

from allsource.assessment import entailment, printing
from allsource.assessment.evidence import Evidence
from allsource.assessment.passages import passage_span
from allsource.assessment.traits import crediting, depth
from allsource.model.claim import Claim, Source
from allsource.model.lineage import Cluster
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["ordered", "printable", "shown", "speaks_for", "tells"]

_SHORTEST, _LONGEST = 20, 330
_PAPERS = frozenset({"document", "unnamed_document", "sensor"})
_PROPER = frozenset({"named_person", "organization", "outlet"})


def shown(claim: Claim, *, whole: bool = False) -> str:
    """Give the words that a sentence would quote of a claim."""
    alone = not whole and entailment.quotable(claim) == "statement"
    span: Span = claim.proposition if alone else passage_span(claim)
    return printing.words(printing.trimmed(claim.document.text, span).of(claim.document.text))


def printable(claim: Claim, *, whole: bool = False) -> bool:
    """Say whether a claim can be quoted to a reader who has not read the document.

    Args:
        claim: the claim.
        whole: its passage is quoted, not its proposition.
    """
    text = shown(claim, whole=whole)
    named = claim.source is None or _understood(claim.source)
    sized = _SHORTEST <= len(text) <= _LONGEST and len(text.split()) >= 4
    return sized and named and _balanced(text) and not text.endswith((":", "?", "…", "..."))


def _understood(source: Source) -> bool:
    """A credit that tells a reader something; a proper name has a capital in it."""
    name = source.name
    weak = name.split(maxsplit=1)[:1] or [""]
    proper = source.kind not in _PROPER or name != name.casefold()
    proper = proper and not (source.kind in _PAPERS and name.isalpha() and name.islower())
    sized = 1 < len(name) <= 80
    return sized and proper and weak[0].casefold() not in load("wording")["weak"]["credits"]


def _balanced(text: str) -> bool:
    """No quotation or bracket is opened and not closed: such words are a torn fragment."""
    return (
        text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
        and not (text[0] in "'‘" and text.count(text[0]) + text.count("’") == 1)
    )


def tells(claim: Claim) -> bool:
    """Say whether a claim's words tell a reader of whom or how much: a name or number, no pronoun."""
    text = shown(claim)
    concrete = claim.quantities or any(claim.proposition.covers(m.span) for m in claim.entities)
    torn = any(words in text.casefold() for words in load("wording")["weak"]["inside"])
    hanging = text.split()[-1].casefold() in load("wording")["weak"]["endings"]
    sound = not torn and not hanging and not _weak(claim, text)
    return bool(concrete) and len(text.split()) >= 5 and sound


def _weak(claim: Claim, text: str) -> bool:
    """Whether words begin with one that points outside them; a direct quotation may say "I"."""
    opening = text.split(maxsplit=1)[0].strip("“\"'‘(,:").casefold()
    weak: dict[str, list[str]] = load("wording")["weak"]
    own = claim.form == "direct" and opening in weak["own_openings"]
    return opening in weak["openings"] and not own


def _leans(claim: Claim, text: str) -> int:
    """How much the words lean on what stands before them: 0 not at all."""
    weak = _weak(claim, text)
    names = any(claim.proposition.covers(mention.span) for mention in claim.entities)
    return 2 * weak + (not names) + (not text[:1].isupper() and not names)


def ordered(claims: Iterable[Claim], evidence: Evidence, *, whole: bool = False) -> list[Claim]:
    """Sort claims, best to quote first; those that cannot be quoted are left out."""

    def rank(claim: Claim) -> tuple[object, ...]:
        text = shown(claim, whole=whole)
        root = evidence.root_of(claim.id)
        return (
            _leans(claim, text) + (depth(claim) > 1),
            crediting(claim) in {"nobody", "agentless"},
            -(len(root.documents) if root else 0),
            max(0, len(text) - 200) // 40,
            claim.document.published or "~",
            claim.document.path,
            claim.span,
            claim.id,
        )

    return sorted((c for c in claims if printable(c, whole=whole)), key=rank)


def speaks_for(cluster: Cluster, evidence: Evidence) -> list[Claim]:
    """Give the quotable claims of a cluster, best first."""
    held = [evidence.claims[claim] for claim in cluster.claims if claim in evidence.claims]
    return ordered(held, evidence)
