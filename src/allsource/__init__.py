"""allsource: from a folder of reporting to an assessment that can be defended.

The nouns, and the four steps between them: ``read`` makes documents of bytes,
``extract`` takes their claims, ``trace`` finds where claims came from, ``assess``
says what they amount to in sentences that they entail.

Each name is imported when it is first asked for, so that ``import allsource``
stays quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from allsource.assessment.assess import assess
    from allsource.claims.extract import extract
    from allsource.errors import AllsourceError
    from allsource.evidence.read import Reading, read
    from allsource.ledger.case import Case
    from allsource.lineage.trace import trace
    from allsource.model.assessment import Assessment, Finding, Sentence
    from allsource.model.claim import Attribution, Claim, Source, Stance
    from allsource.model.document import Document
    from allsource.model.failure import Failure
    from allsource.model.lineage import Cluster, Drift, Hop, Lineage, Root
    from allsource.model.numbers import Conflict, Series
    from allsource.model.quantity import Quantity
    from allsource.model.span import Span
    from allsource.model.time import Time

__version__ = "0.1.0"

__all__ = [
    "AllsourceError",
    "Assessment",
    "Attribution",
    "Case",
    "Claim",
    "Cluster",
    "Conflict",
    "Document",
    "Drift",
    "Failure",
    "Finding",
    "Hop",
    "Lineage",
    "Quantity",
    "Reading",
    "Root",
    "Sentence",
    "Series",
    "Source",
    "Span",
    "Stance",
    "Time",
    "__version__",
    "assess",
    "extract",
    "read",
    "trace",
]

_HOMES = {
    "AllsourceError": "allsource.errors",
    "Assessment": "allsource.model.assessment",
    "Attribution": "allsource.model.claim",
    "Case": "allsource.ledger.case",
    "Claim": "allsource.model.claim",
    "Cluster": "allsource.model.lineage",
    "Conflict": "allsource.model.numbers",
    "Document": "allsource.model.document",
    "Drift": "allsource.model.lineage",
    "Failure": "allsource.model.failure",
    "Finding": "allsource.model.assessment",
    "Hop": "allsource.model.lineage",
    "Lineage": "allsource.model.lineage",
    "Quantity": "allsource.model.quantity",
    "Reading": "allsource.evidence.read",
    "Root": "allsource.model.lineage",
    "Sentence": "allsource.model.assessment",
    "Series": "allsource.model.numbers",
    "Source": "allsource.model.claim",
    "Span": "allsource.model.span",
    "Stance": "allsource.model.claim",
    "Time": "allsource.model.time",
    "assess": "allsource.assessment.assess",
    "extract": "allsource.claims.extract",
    "read": "allsource.evidence.read",
    "trace": "allsource.lineage.trace",
}


def __getattr__(name: str) -> Any:
    """Import a public name from its home when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'allsource' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
