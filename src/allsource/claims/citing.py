"""On whom does a credited source itself rest: "X, citing Y, said"?

The one cited is a credit inside the credit of the one who cites, with the same
content: X is whom the document credits, Y whom X credits.

It fails where "citing" gives a reason and not a teller ("citing costs"); then
nothing is credited.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from allsource.claims.clauses import child, group, spans_of
from allsource.claims.credit import Credit
from allsource.claims.parse import Parsed
from allsource.claims.sources import describe

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["CITING", "find"]

CITING = frozenset({"citing", "quoting"})


def find(parsed: Parsed, found: Sequence[Credit], seen: Sequence[Credit] = ()) -> list[Credit]:
    """Find the sources that credited sources cite.

    Args:
        parsed: the document.
        found: its other credits, with their whole contents.
        seen: what the tagger takes "citing" to credit: its contents are the sources.
    """
    told = {credit.cue[0].start: credit.content for credit in seen}
    cited = []
    for number, paragraph in enumerate(parsed.paragraphs):
        words = [word for word in paragraph.doc if word.lower_ in CITING]
        here = [c for c in found if c.paragraph == number and c.source] if words else []
        for word in words:
            teller = _cited(word)
            credit = _citer(word, here)
            if teller is None or credit is None:
                continue
            cue = (paragraph.span_of(word),)
            source = told.get(cue[0].start) or spans_of(paragraph, group(teller))
            cited.append(Credit(number, word, cue, teller, source, credit.content, cited=True))
    return cited


def _cited(word: "Token") -> "Token | None":
    teller = child(word, "dobj")
    return teller if teller is not None and describe(teller).kind is not None else None


def _citer(word: "Token", here: Sequence[Credit]) -> Credit | None:
    """The credit of the same sentence that the citing hangs on: the nearest one."""
    sentence = word.sent
    same = [c for c in here if sentence.start <= c.head.i < sentence.end]
    return min(same, key=lambda c: abs(c.head.i - word.i), default=None)
