"""Where does a report begin after the line that tells where it was written?

"PORT ISKAL, 4 May (OPA) - The yard ..." opens with a place in capitals, often
a date and an agency, and a dash; none of it is reporting.

It fails on datelines without capitals or without a dash.
"""

import re
from typing import TYPE_CHECKING

from allsource.model.span import Span

if TYPE_CHECKING:
    from allsource.claims.parse import Parsed

__all__ = ["after_dateline", "datelines"]

_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,40}(?:,[^()\n–—]{0,30})?(?:\([^()\n]{2,40}\))? ?(?:-{1,2}|–|—) "
)


def datelines(parsed: "Parsed") -> tuple[Span, ...]:
    """Give the datelines at the start of a document's paragraphs, in order.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> text = "PORT ISKAL, 4 May (OPA) - The yard is shut."
        >>> datelines(parse_text(text))[0].of(text)
        'PORT ISKAL, 4 May (OPA) - '
    """
    found = []
    for paragraph in parsed.paragraphs:
        match = _DATELINE.match(parsed.document.text, paragraph.span.start, paragraph.span.end)
        if match is not None:
            found.append(Span(*match.span()))
    return tuple(found)


def after_dateline(text: str, span: Span) -> Span:
    """Give a span without the dateline that it opens with, if it does.

    Example:
        >>> text = "PORT ISKAL, 4 May (OPA) - The yard is shut."
        >>> after_dateline(text, Span(0, len(text))).of(text)
        'The yard is shut.'
    """
    match = _DATELINE.match(text, span.start, span.end)
    return span if match is None else Span(match.end(), span.end)
