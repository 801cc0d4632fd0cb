"""What does a sentence, claim, root or number of the case rest on?

A tree of grounds: a finding rests on its sentences, a sentence on claims and
words, a claim on the hops by which it came from its root and on that root, a
group of claims on its roots, a number on the claims that state it. The leaves are
passages of documents. What cannot be shown by words of a document is not a
ground; the reasons of a count of roots are told in words beside it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from allsource.assessment.bearing.grounds import (
    Observation,
    bearing_ground,
    held_nouns,
    observed_ground,
)
from allsource.assessment.evidence import Evidence
from allsource.assessment.forecasts import forecasts
from allsource.assessment.ground import Ground
from allsource.assessment.judgements import Standing, rests
from allsource.assessment.measures import is_programme
from allsource.assessment.naming import root_name
from allsource.assessment.printing import day, document_name, interval, period, words
from allsource.assessment.ways import how, way
from allsource.errors import CaseError
from allsource.estimation.programme.told import Estimate
from allsource.model.assessment import Assessment, Finding, Gap, Sentence
from allsource.model.bearing import Bearing
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.forecast import Forecast
from allsource.model.lineage import (
    Cluster,
    Drift,
    Hop,
    Loop,
    Passage,
    Relation,
    RelationKind,
    Root,
)
from allsource.model.numbers import Conflict, Point, Series

__all__ = ["Ground", "why"]


def why(
    name: str, evidence: Evidence, assessment: Assessment, estimates: Sequence[Estimate] = ()
) -> Ground:
    """Explain a thing of the case by all that it rests on.

    Args:
        name: an id, or the beginning of one that no other shares.
        evidence: the case.
        assessment: whose sentences may be asked about.
        estimates: that may be asked about.

    Raises:
        CaseError: nothing has this id, or several things do.
    """
    explain = _Explaining(evidence)
    known: dict[str, Callable[[], Ground]] = {}
    for each, noun in (*_nouns(evidence, assessment), *((one.id, one) for one in estimates)):
        known.setdefault(each, lambda noun=noun: explain.of(noun))  # type: ignore[misc]
    for premise in _premises(name, evidence):
        known.setdefault(premise.premise.id, lambda premise=premise: explain.premise(premise))  # type: ignore[misc]
    for foretold in forecasts(evidence) if name.startswith("fct") else ():
        known.setdefault(foretold.id, lambda foretold=foretold: explain.forecast(foretold))  # type: ignore[misc]
    if name in known:
        return known[name]()
    meant = sorted(each for each in known if each.startswith(name))
    if len(meant) == 1:
        return known[meant[0]]()
    if meant:
        some = ", ".join(meant[:3])
        raise CaseError(f"{name}: {len(meant)} ids begin so ({some} ...); give more of it")
    raise CaseError(
        f"{name}: nothing in the case has this id; `allsource trace CASE --json` prints those of "
        "claims, roots and hops, and the dossier those of sentences"
    )


Noun = (
    Finding
    | Gap
    | Sentence
    | Claim
    | Root
    | Cluster
    | Hop
    | Drift
    | Relation
    | Loop
    | Series
    | Conflict
    | Document
    | Estimate
    | Bearing
    | Observation
)

_STANDS: Mapping[RelationKind, str] = {
    "specificity": "the second tells more, or more exactly, than the first",
    "scope": "the figure of the second covers a part of what the first covers",
    "period": "they speak of different times",
    "plan": "the first is a plan and the second an outcome",
    "spread": "they are estimates of two houses",
    "conflict": "their figures cannot both hold",
    "denial": "the second denies the first",
    "revision": "the second puts another figure in the place of the first",
}


def _nouns(evidence: Evidence, assessment: Assessment) -> Iterator[tuple[str, Noun]]:
    told: tuple[Finding | Gap, ...] = (
        *assessment.findings,
        *assessment.conflicts,
        *assessment.gaps,
    )
    for one in told:
        yield one.id, one
        yield from ((sentence.id, sentence) for sentence in one.sentences)
    held: tuple[Mapping[str, Noun], ...] = (
        evidence.documents,
        evidence.claims,
        evidence.roots,
        evidence.clusters,
        evidence.drift,
        evidence.series,
        evidence.conflicts,
        {one.id: one for some in evidence.relations_of.values() for one in some},
        {loop.id: loop for loop in evidence.loops},
        {hop.id: hop for hop in (*evidence.hops, *(loop.cut for loop in evidence.loops))},
    )
    for nouns in held:
        yield from nouns.items()
    yield from held_nouns(evidence.observed)


def _premises(name: str, evidence: Evidence) -> Iterator[Standing]:
    """Give the cited premises of the case, where an id of one is asked for."""
    for claim in evidence.claims.values() if name.startswith("prm") else ():
        judged = rests(claim, evidence)
        yield from judged.premises if judged is not None else ()


class _Explaining:
    """Puts grounds together; ``of`` gives the whole of a thing, the others its parts."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence

    def of(self, noun: Noun) -> Ground:  # noqa: C901, PLR0911, PLR0912 - one line a kind of thing
        match noun:
            case Finding():
                return self._finding(noun)
            case Gap():
                sentences = tuple(self._sentence(one) for one in noun.sentences)
                return Ground(noun.id, "gap", noun.sentences[0].text, on=sentences)
            case Sentence():
                return self._sentence(noun)
            case Claim():
                return self._claim_whole(noun)
            case Root():
                return self._root(noun, on=self._claims(noun.claims))
            case Cluster():
                return self._cluster(noun)
            case Hop():
                return self._hop(noun, on=self._ends(noun.child, noun.parent))
            case Drift():
                return self._drift(noun, on=self._ends(noun.child, noun.parent))
            case Relation():
                on = self._claims((noun.one, noun.other))
                says = f"{noun.kind}: {_STANDS[noun.kind]}"
                return Ground(noun.id, "relation", says, noun.shown, on)
            case Loop():
                return self._loop(noun)
            case Series():
                return self._series(noun)
            case Conflict():
                return self._conflict(noun)
            case Estimate():
                return self._estimate(noun)
            case Document():
                hops = self.evidence.hops_of.get(noun.id, ())
                return self._document(noun, on=tuple(self._hop(hop) for hop in hops))
            case Bearing():
                return bearing_ground(noun, self.evidence.observed, self._claims((noun.claim,)))
            case _:
                return observed_ground(noun, self.evidence.observed, self._claims)

    def _finding(self, finding: Finding) -> Ground:
        cluster = self.evidence.clusters.get(finding.cluster or "")
        below = [self._sentence(one) for one in finding.sentences]
        if cluster is not None:
            below.append(self._cluster(cluster))
        says = finding.sentences[0].text
        if finding.confidence:
            says += f" (confidence {finding.confidence})"
        return Ground(finding.id, "finding", says, on=tuple(below))

    def _sentence(self, sentence: Sentence) -> Ground:
        cited = dict.fromkeys(one.claim for one in sentence.citations if one.claim)
        bare = [one for one in sentence.citations if not one.claim]
        passages = tuple(Passage(one.document, one.span) for one in bare)
        return Ground(sentence.id, "sentence", sentence.text, passages, self._claims(cited))

    def _claims(self, names: Iterable[str]) -> tuple[Ground, ...]:
        held = [self.evidence.claims[name] for name in names if name in self.evidence.claims]
        return tuple(self._claim(claim, on=self._way(claim)) for claim in held)

    def _ends(self, *names: str) -> tuple[Ground, ...]:
        documents = [self.evidence.documents[n] for n in names if n in self.evidence.documents]
        roots = [self.evidence.roots[n] for n in names if n in self.evidence.roots]
        return (
            *self._claims(names),
            *(self._document(one) for one in documents),
            *(self._root(one) for one in roots),
        )

    def _claim_whole(self, claim: Claim) -> Ground:
        cluster = self.evidence.clusters.get(self.evidence.cluster_of.get(claim.id, ""))
        changes = self.evidence.drift_of.get(claim.id, ())
        below = [*self._way(claim), *(self._drift(drift) for drift in changes)]
        below += (*self._premises(claim), *self._forecasts(claim))
        observed = self.evidence.observed
        below += [bearing_ground(one, observed) for one in observed.beside(claim.id)]
        if cluster is not None:
            below.append(Ground(cluster.id, "cluster", _standing(cluster)))
        return self._claim(claim, on=tuple(below))

    def _premises(self, claim: Claim) -> list[Ground]:
        """A judgement rests on what its author cites; where nothing is cited, that is said."""
        judged = rests(claim, self.evidence)
        if judged is None:
            return []
        if judged.told.absent is not None:
            where = (Passage(claim.document.id, judged.told.word.span),)
            says = f"judged (“{words(judged.told.word.text)}”): {judged.told.absent}"
            return [Ground(claim.id, "judgement", says, where)]
        return [self.premise(one) for one in judged.premises]

    def _forecasts(self, claim: Claim) -> list[Ground]:
        """A forecast has a day and rests on what tells its outcome; figures are judged by estimates."""
        if any(is_programme(one.measure) for one in claim.quantities):
            return []
        found = forecasts(self.evidence)
        return [self.forecast(one) for one in found if one.claim == claim.id]

    def forecast(self, one: Forecast) -> Ground:
        score = "" if one.brier is None else f"; Brier score {one.brier:.2f}"
        own = ", told by its own source only" if one.own_word else ""
        says = f"due {day(one.due)}: {one.state}{own}{score}"
        return Ground(one.id, "forecast", says, on=self._claims(one.settled))

    def premise(self, one: Standing) -> Ground:
        link = one.premise
        places = tuple(Passage(link.document, span) for span in (link.span, link.cue))
        says = f"its author cites (“{words(one.cue)}”): {words(one.words)}; {one.status}"
        return Ground(link.id, "premise", says, places, self._claims([link.claim or ""]))

    def _claim(self, claim: Claim, on: tuple[Ground, ...] = ()) -> Ground:
        credit = f"credited to {words(claim.source.name)}" if claim.source else "credits nobody"
        where = f"{document_name(claim.document)} ({_date(claim.document)})"
        says = f"{where}: “{words(claim.statement)}”, {credit}; {claim.stance.status}"
        return Ground(claim.id, "claim", says, (Passage(claim.document.id, claim.span),), on)

    def _way(self, claim: Claim) -> tuple[Ground, ...]:
        hops = [self._hop(hop) for hop in way(claim.id, self.evidence)]
        root = self.evidence.root_of(claim.id)
        return (*hops, *([self._root(root)] if root else []))

    def _hop(self, hop: Hop, on: tuple[Ground, ...] = ()) -> Ground:
        passages = tuple(dict.fromkeys(p for one in hop.evidence for p in one.passages))
        ends = f"from {self._called(hop.parent)} to {self._called(hop.child)}"
        return Ground(hop.id, "hop", f"{ends}: {how(hop)}", passages, on)

    def _called(self, name: str) -> str:
        held = self.evidence.claims.get(name)
        document = held.document if held else self.evidence.documents.get(name)
        if document is not None:
            return f"{document_name(document)} ({_date(document)})"
        root = self.evidence.roots.get(name)
        return root_name(root) if root else name

    def _root(self, root: Root, on: tuple[Ground, ...] = ()) -> Ground:
        seen = "in hand" if root.seen else "cited, not in hand"
        return Ground(root.id, "root", f"{root_name(root)} ({seen})", on=on)

    def _cluster(self, cluster: Cluster) -> Ground:
        roots = (self._root(root, on=self._claims(root.claims)) for root in cluster.roots)
        return Ground(cluster.id, "cluster", _standing(cluster), on=tuple(roots))

    def _drift(self, drift: Drift, on: tuple[Ground, ...] = ()) -> Ground:
        before, after = (
            words(text) if text else "not there" for text in (drift.before, drift.after)
        )
        return Ground(drift.id, "drift", f"{drift.change}: {before} -> {after}", on=on)

    def _loop(self, loop: Loop) -> Ground:
        """A ring rests on the hops from each document to the next, the cut one last."""
        ends = zip(loop.documents, loop.documents[1:], strict=False)
        known = {(hop.child, hop.parent): hop for hop in self.evidence.hops}
        hops = [known[each] for each in ends if each in known]
        around = " <- ".join(self._called(name) for name in (*loop.documents, loop.documents[0]))
        why_cut = "it runs against time" if loop.by == "time" else "it is the least probable"
        says = f"in a ring: {around}; the last step was not followed: {why_cut}"
        return Ground(loop.id, "loop", says, on=tuple(map(self._hop, (*hops, loop.cut))))

    def _series(self, series: Series) -> Ground:
        figures = f"{len(series.points)} figures in {series.unit}"
        says = f"{series.measure}{f' of {series.of}' if series.of else ''}: {figures}"
        claims = [self._point(point, series.unit) for point in series.points]
        return Ground(series.id, "series", says, on=tuple(claims))

    def _point(self, point: Point, unit: str) -> Ground:
        claim = self._claim(self.evidence.claims[point.claim])
        ends = {"low_open": point.low_open, "high_open": point.high_open}
        value = interval(point.low, point.high, unit, **ends)
        value = f"about {value}" if point.approximate else value
        kind = "plan" if point.plan else "outcome"
        when = period(point.start, point.end) or "undated"
        return Ground(claim.id, "claim", f"{value}, {when}, {kind}: {claim.says}", claim.passages)

    def _conflict(self, conflict: Conflict) -> Ground:
        says = f"{', '.join(conflict.classes)}: {conflict.assumption}"
        if conflict.settles:
            says += f"; what would settle it: {conflict.settles}"
        ends = (conflict.left.claim, conflict.right.claim)
        return Ground(conflict.id, "conflict", says, on=self._claims(ends))

    def _estimate(self, told: Estimate) -> Ground:
        """An estimate rests on claims, and is told once more without each of their roots."""
        ends = interval(told.low, told.high, told.unit)
        says = f"{told.quantity} of {words(told.of)}, {period(*told.period)}: {ends}"
        says += f" ({100 * told.interval:g} %), median {told.median:g}; k-hat {told.k_hat:.2f}"
        roots = [
            self.evidence.roots[n] for n in told.leave_one_root_out if n in self.evidence.roots
        ]
        without = (
            Ground(root.id, "root", f"without {root_name(root)}: {_left(told, root.id)}")
            for root in roots
        )
        warned = "".join(f"; {warning}" for warning in told.warnings)
        on = (*self._claims(told.claims), *without)
        return Ground(told.id, "estimate", says + warned, on=on)

    def _document(self, document: Document, on: tuple[Ground, ...] = ()) -> Ground:
        says = f"{document_name(document)} ({_date(document)}), {words(document.path)}"
        return Ground(document.id, "document", says, on=on)


def _left(told: Estimate, root: str) -> str:
    low, median, high = told.leave_one_root_out[root]
    if low is None or median is None or high is None:
        return "nothing would be left"
    return f"{interval(low, high, told.unit)}, median {median:g}"


def _date(document: Document) -> str:
    return day(document.published) if document.published else "undated"


def _standing(cluster: Cluster) -> str:
    low, high = cluster.effective_roots_interval
    many = len(cluster.claims)
    roots = f"{cluster.effective_roots:.1f} effective roots ({low:.1f} to {high:.1f})"
    claims = f"{many} claim" if many == 1 else f"{many} claims"
    rated = cluster.credibility
    scale = (f"Admiralty {rated.rating}, {rated.means} ({rated.why})",) if rated else ()
    return "; ".join((f"{claims}, {roots}, {cluster.status}", *cluster.why, *scale))
