"""On which reports and documents that are not in hand does a document rest?

Every outlet that a document credits by a formula (not by mere mention) and of
which the case holds no document, and every document that it cites by a title
that none in hand has. A page may rest on a report that it names only
in passing: a disclaimer of verification that is another outlet's own formula
was carried over with that outlet's report. Probabilities are hand-set
(``belief.UNSEEN``); each further formula for the same outlet adds a tenth.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from allsource.lineage.belief import UNSEEN
from allsource.lineage.credits import Credit
from allsource.lineage.hops import hop_id, why
from allsource.lineage.outlets import Known
from allsource.lineage.roots import report_root
from allsource.lineage.titled import title_root
from allsource.model.document import Document
from allsource.model.lineage import Hop, HopEvidence, Passage

__all__ = ["CARRIED", "Report", "reports"]

CARRIED = 0.8
"""A report this probable carries all of a page that credits nobody else: an agency tag, a formula
taken over. "Somebody told Dock Wire" speaks for its own sentence alone."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report that a document credits and that is not in hand.

    Args:
        document: the document that rests on it.
        outlet: whose report it is, or the title of what is cited.
        probability: that the document as a whole rests on it.
        credits: where the document names the outlet.
    """

    document: Document
    outlet: str
    probability: float
    credits: tuple[Credit, ...]

    def hop(self) -> Hop:
        """Write it as a hop to the report's root."""
        tagged = any(credit.how == "agency tag" for credit in self.credits)
        titled = any(credit.how == "title" for credit in self.credits)
        root = title_root(self.outlet) if titled else report_root(self.outlet).id
        ends = self.document.id, root
        kind: Literal["quotation", "rewrite", "primary_source"] = (
            "primary_source" if titled else "quotation" if tagged else "rewrite"
        )
        evidence = tuple(
            HopEvidence(why(credit.how), (Passage(self.document.id, credit.span),))
            for credit in self.credits
        )
        name = hop_id(*ends, kind)
        return Hop(*ends, kind, self.probability, seen=False, evidence=evidence, id=name)


def reports(
    documents: Sequence[Document], credited: Mapping[str, Sequence[Credit]]
) -> Iterator[Report]:
    """Find the unseen reports that documents rest on.

    Args:
        documents: of the case.
        credited: what each document, by id, credits.

    Yields:
        Reports by document, the most probable last.
    """
    held = Known(document.outlet for document in documents if document.outlet)
    for document in documents:
        by_outlet: dict[str, list[Credit]] = defaultdict(list)
        for credit in credited.get(document.id, ()):
            if credit.document is not None or credit.how not in UNSEEN:
                continue
            if credit.how == "title" or held.meant(credit.name) is None:
                by_outlet[credit.name].append(credit)
        found = [_report(document, name, by_outlet[name]) for name in sorted(by_outlet)]
        yield from sorted(found, key=lambda report: report.probability)


def _report(document: Document, outlet: str, named: Sequence[Credit]) -> Report:
    best = max(UNSEEN[credit.how] for credit in named)
    further = len({credit.how for credit in named}) - 1
    return Report(document, outlet, round(min(0.97, best + 0.1 * further), 4), tuple(named))
