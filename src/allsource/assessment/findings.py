"""What goes to the top of a dossier, and in which order?

For each important group of claims: what is said and by whom, how many
documents and roots stand behind it, what changed on the way. Then who denies
or corrects, which origin most documents share, and what the numbers are. A
finding ranks by the documents behind it; origins and denials come forward,
since a reader who has only one minute needs them. It fails where the claims of
one event were not grouped: then the event's documents are counted apart.
"""

from collections.abc import Iterable
from itertools import islice

from allsource.assessment import choice, measures
from allsource.assessment.compose import Part, say, whole
from allsource.assessment.differences import differences
from allsource.assessment.evidence import Evidence
from allsource.assessment.origins import origins, retold
from allsource.assessment.rebuttals import is_rebuttal, leaves_open
from allsource.assessment.relevance import on_subject, subject
from allsource.assessment.retractions import retractions, withdrawals
from allsource.assessment.sayings import denied, said
from allsource.assessment.standing import confidence, held, standing
from allsource.assessment.unconfirmed import unconfirmed
from allsource.assessment.verification import doubts, remarks
from allsource.assessment.wording import likelihood_term
from allsource.model.assessment import Citation, Finding, Sentence
from allsource.model.claim import Claim
from allsource.model.ids import content_id
from allsource.model.lineage import Cluster

__all__ = ["bottom_line", "likelihood_of"]

_MOST = 12
_MOST_DENIALS = 4
_MOST_UNCONFIRMED = 2
_MOST_NUMBERS = 3
_MOST_STATEMENTS = 6
_FEW = 6
"""In a case with more documents, what one document alone says is left to its own section."""


def bottom_line(evidence: Evidence) -> tuple[Finding, ...]:
    """Give the findings of a case, most supported and most telling first.

    Args:
        evidence: the case.

    Returns:
        At most twelve findings; none where the case holds no quotable claim.
    """
    words = subject(evidence)
    statements = list(islice(_statements(words, evidence), _MOST_STATEMENTS))
    back = list(islice(retractions(evidence), _MOST_DENIALS))
    denials = list(islice(_denials(evidence), _MOST_DENIALS))
    unsure = list(islice(unconfirmed(words, evidence), _MOST_UNCONFIRMED))
    numbers = list(islice(measures.findings(evidence), _MOST_NUMBERS))
    first = [*retold(evidence), *origins(evidence), *statements[:1], *back, *denials, *unsure]
    first += [*numbers, *statements[1:]]
    return tuple(_distinct(first))[:_MOST]


def _distinct(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Leave out a finding whose headline was printed before."""
    seen: set[str] = set()
    for finding in findings:
        headline = finding.sentences[0].text
        if headline not in seen:
            seen.add(headline)
            yield finding


def _statements(words: frozenset[str], evidence: Evidence) -> Iterable[Finding]:
    ranked = sorted(evidence.clusters.values(), key=lambda c: _weight(c, evidence))
    least = 2 if len(evidence.documents) > _FEW else 1
    for cluster in ranked:
        shared = len({claim.document.id for claim in held(cluster, evidence)}) >= least
        finding = _statement(cluster, words, evidence) if shared else None
        if finding:
            yield finding


def _weight(cluster: Cluster, evidence: Evidence) -> tuple[object, ...]:
    """Sort key: documents behind it, then drift and attribution, then a stable name."""
    claims = held(cluster, evidence)
    documents = {claim.document.id for claim in claims}
    mine = {claim.id for claim in claims}
    told = sum(1 for drift in evidence.drift.values() if drift.child in mine)
    credited = sum(1 for claim in claims if claim.source)
    return (-len(documents), -min(told, 5), -min(credited, 5), cluster.about, cluster.id)


def _statement(cluster: Cluster, words: frozenset[str], evidence: Evidence) -> Finding | None:
    own = remarks(evidence)
    claims = held(cluster, evidence)
    turned = 2 * sum(claim.negated for claim in claims) > len(claims)
    candidates = [
        c
        for c in choice.speaks_for(cluster, evidence)
        if choice.tells(c)
        and on_subject(c, words)
        and c.negated == turned
        and not is_rebuttal(c)
        and not leaves_open(c)
        and not any(s.overlaps(c.proposition) for s in own[c.document.id])
    ]
    claim, headline = _headline(candidates, evidence)
    if claim is None or headline is None:
        return None
    stands, back = standing(cluster, evidence), withdrawals(claim, evidence)
    sentences = (
        headline,
        *stands,
        *(differences(cluster, evidence) if stands else ()),
        *_doubt([c for c in candidates if _same_root(c, claim, evidence)], evidence),
        *back,
    )
    return Finding(
        id=content_id("fnd", "statement", claim.id),
        kind="statement",
        sentences=sentences,
        cluster=cluster.id,
        likelihood=likelihood_of(claim),
        confidence=confidence(cluster, evidence),
        effective_roots=cluster.effective_roots,
        effective_roots_interval=cluster.effective_roots_interval,
        corrected=bool(back),
    )


def _headline(claims: list[Claim], evidence: Evidence) -> tuple[Claim | None, Sentence | None]:
    for claim in claims[:8]:
        sentence = said(claim, evidence)
        if sentence:
            return claim, sentence
    return None, None


def likelihood_of(claim: Claim) -> str | None:
    """Give the ICD 203 term that the claim's own words mean, or None."""
    terms = [likelihood_term(hedge.text) for hedge in claim.stance.hedges]
    return next((term for term in terms if term), None)


def _doubt(claims: list[Claim], evidence: Evidence) -> list[Sentence]:
    """Print one remark of an outlet on whether the claim was checked."""
    for claim in claims:
        for index, check in enumerate(claim.verification):
            cite = Citation(claim.document.id, check.span, claim.id)
            parts = {
                "outlet": Part("document", whole([claim])),
                "quote": Part(f"verification#{index}", (cite,)),
            }
            sentence = say("verification", parts, evidence) if doubts(claim, index) else None
            if sentence:
                return [sentence]
    return []


def _same_root(one: Claim, other: Claim, evidence: Evidence) -> bool:
    return evidence.root_of(one.id) == evidence.root_of(other.id)


def _denials(evidence: Evidence) -> Iterable[Finding]:
    """One finding for each root that denies, most documents first."""
    groups: dict[str, list[Claim]] = {}
    for claim in evidence.claims.values():
        if is_rebuttal(claim):
            root = evidence.root_of(claim.id)
            groups.setdefault(root.id if root else claim.id, []).append(claim)
    ranked = sorted(groups.items(), key=lambda g: (-_reach(g[1]), not _credited(g[1]), g[0]))
    for key, claims in ranked:
        finding = _denial(key, claims, evidence)
        if finding:
            yield finding


def _reach(claims: list[Claim]) -> int:
    return len({claim.document.id for claim in claims})


def _credited(claims: list[Claim]) -> bool:
    return any(claim.source for claim in claims)


def _denial(root: str, claims: list[Claim], evidence: Evidence) -> Finding | None:
    candidates = choice.ordered(claims, evidence, whole=True)
    headline = next((s for s in (denied(c, evidence) for c in candidates[:8]) if s), None)
    if headline is None:
        return None
    return Finding(
        id=content_id("fnd", "denial", root),
        kind="denial",
        sentences=(headline,),
        cluster=evidence.cluster_of.get(candidates[0].id),
    )
