"""What happened when, by the dates of documents and of what they speak of?"""

from allsource.assessment import printing
from allsource.assessment.evidence import Evidence
from allsource.report.contexts import TimelineRow

__all__ = ["timeline"]


def timeline(evidence: Evidence) -> tuple[TimelineRow, ...]:
    """Give dated documents and dated claims in order of time, documents of a day first."""
    rows: list[tuple[tuple[object, ...], TimelineRow]] = []
    for document in evidence.documents.values():
        if document.published:
            name = printing.document_name(document)
            row = TimelineRow(
                printing.day(document.published), "published", name, name, document.id
            )
            rows.append(((document.published, 0, document.path), row))
    for claim in evidence.claims.values():
        for time in claim.times[:1]:
            if time.start or time.end:
                row = TimelineRow(
                    printing.time(time),
                    "speaks of",
                    printing.words(claim.statement),
                    printing.document_name(claim.document),
                    claim.id,
                )
                rows.append(((time.start or time.end, 1, claim.document.path, claim.span), row))
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))
