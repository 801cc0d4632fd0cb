"""How does the assessment of the sample case stand against the truth of its invented world?

Each statement of the key is looked for where it stands in its article: found
where a claim's words overlap it, credited rightly where the credited name is the
key's (nobody, where the outlet speaks for itself), read rightly where the figure, its bounds and its rate are the key's.
Derivations are compared article by article. Nothing here feeds the assessment.
"""

import re
from collections.abc import Iterator

from allsource.cli.assessing import Assessed
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.quantity import Quantity
from allsource.model.span import Span
from allsource.sample import Truth
from allsource.sample._truth import Statement

__all__ = ["comparison"]

_PERIODS = {"day", "week", "month", "quarter", "year"}


def comparison(found: Assessed, truth: Truth) -> Iterator[str]:
    """Give the lines that the demo prints.

    Args:
        found: the assessed sample case.
        truth: its key.
    """
    places = {document.path: document for document in found.documents}
    pairs = [(one, list(_at(one, places, found.claims))) for one in truth.claims]
    there = [(one, claims) for one, claims in pairs if claims]
    numbers = [
        (one, claims) for one, claims in pairs if one.low is not None or one.high is not None
    ]
    yield "Set against the truth of the invented world:"
    yield _line("statements of the key found", len(there), len(pairs))
    yield _line("  credited to the right source", sum(map(_credited, there)), len(pairs))
    yield _line("  figures with bounds and rate right", sum(map(_read, numbers)), len(numbers))
    yield from _derivations(found, truth)
    yield from _months(found, truth)


def _at(one: Statement, places: dict[str, Document], claims: tuple[Claim, ...]) -> Iterator[Claim]:
    """Give the claims whose words overlap a statement of the key."""
    document = places.get(_path(one.file, one.record))
    place = _find(document.text, one.quote) if document else None
    if document is None or place is None:
        return
    for claim in claims:
        if claim.document.id == document.id and claim.span.overlaps(place):
            yield claim


def _path(file: str, record: int | None) -> str:
    return file if record is None else f"{file}#{record + 1}"


def _find(text: str, quote: str) -> Span | None:
    words = r"\s+".join(re.escape(word) for word in quote.split())
    match = re.search(words, text)
    return Span(*match.span()) if match else None


def _credited(pair: tuple[Statement, list[Claim]]) -> bool:
    one, claims = pair
    own = claims[0].document.outlet if claims else None
    if one.source is None or (own and _same_name(one.source, own)):
        return any(claim.source is None for claim in claims)
    return any(_same_name(one.source, c.source.name) for c in claims if c.source is not None)


def _same_name(left: str, right: str) -> bool:
    """Two names are one where the words of the shorter all stand in the longer."""
    one, other = _words(left), _words(right)
    return bool(one and other) and (one <= other or other <= one)


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold())) - {"the", "a", "an", "of"}


def _read(pair: tuple[Statement, list[Claim]]) -> bool:
    one, claims = pair
    return any(
        _ends_of(q) == _ends_of(one) and _same_rate(one.per, q.per)
        for claim in claims
        for q in claim.quantities
    )


def _ends_of(one: Statement | Quantity) -> tuple[float | None, float | None, bool, bool]:
    """Give both ends; an end that is not there is open, however it is written."""
    low_open, high_open = one.low_open or one.low is None, one.high_open or one.high is None
    return one.low, one.high, low_open, high_open


def _same_rate(key: str | None, read: str | None) -> bool:
    """The key says "unit" for whatever is counted."""
    return key == read or (key == "unit" and read is not None and read not in _PERIODS)


def _derivations(found: Assessed, truth: Truth) -> Iterator[str]:
    paths = {document.id: document.path for document in found.documents}
    ours = {
        (paths[hop.child], paths[hop.parent])
        for hop in found.lineage.hops
        if hop.child in paths and hop.parent in paths
    }
    places = {_path(entry.file, entry.record) for entry in truth.documents}
    true = {
        (_renumbered(edge.child), _renumbered(edge.parent))
        for edge in truth.edges
        if _renumbered(edge.parent) in places
    }
    yield _line("derivations between articles found", len(ours & true), len(true))
    yield _line("  of those found, true", len(ours & true), len(ours))


def _renumbered(place: str) -> str:
    file, mark, record = place.partition("#")
    return _path(file, int(record)) if mark else place


def _months(found: Assessed, truth: Truth) -> Iterator[str]:
    """Set each figure of one month's output beside what was truly built in it."""
    built = {month.month: month.units for month in truth.monthly_output}
    claims = {claim.id: claim for claim in found.claims}
    yield "Monthly output as stated (not estimated), and as it truly was:"
    stated: set[str] = set()
    for series in found.series:
        for point in series.points if series.measure == "production rate" else ():
            month = (point.end or point.start or "")[:7]
            if not point.plan and month in built and (point.start or month)[:7] == month:
                who = claims[point.claim].document.label
                ends = _ends(point.low, point.high)
                stated.add(f"  {month}: {who} gives {ends}; truly {built[month]}")
    yield from sorted(stated)


def _ends(low: float | None, high: float | None) -> str:
    if low == high:
        return f"{low:g}"
    if low is None:
        return f"at most {high:g}"
    return f"at least {low:g}" if high is None else f"{low:g} to {high:g}"


def _line(what: str, part: int, whole: int) -> str:
    return f"  {what}: {part} of {whole}"
