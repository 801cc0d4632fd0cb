"""Which pairs of documents do shared strings, credits, titles or links join?

Pairs that share enough rare strings (``candidates``); a page and what it links to
or cites by title; a page and those documents of an outlet it credits, or of its own
where it corrects something, that share most with it. Nothing is parsed, and no
document is held against all others. It fails where a credited outlet has more
documents than are looked at that share something.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from allsource.lineage.candidates import candidates
from allsource.lineage.credits import Credit, address, links, revises
from allsource.lineage.features import Features, bits

__all__ = ["joined"]

_CREDITED = 12
"""Of a credited outlet's documents so many are looked at, those that share most figures."""


def joined(
    originals: Sequence[Features], credited: Mapping[str, Sequence[Credit]]
) -> Iterator[tuple[Features, Features]]:
    """Give pairs that share features or that a credit joins.

    Args:
        originals: in the order of their dates.
        credited: what each document, by id, credits.

    Yields:
        The earlier by rank and the later, each pair once.
    """
    pairs = set(candidates(originals))
    by_outlet: dict[str, list[int]] = defaultdict(list)
    by_address = {address(f.document.url): i for i, f in enumerate(originals) if f.document.url}
    by_name = {f.document.id: i for i, f in enumerate(originals)}
    for index, feature in enumerate(originals):
        if feature.document.outlet:
            by_outlet[feature.document.outlet].append(index)
    for index, feature in enumerate(originals):
        linked = [by_address[link] for link in links(feature.document) if link in by_address]
        named = (credit.document for credit in credited.get(feature.document.id, ()))
        linked += [by_name[name] for name in named if name in by_name]
        for other in [*linked, *_credited(index, originals, credited, by_outlet)]:
            if other != index:
                pairs.add((min(index, other), max(index, other)))
    for one, other in sorted(pairs):
        yield originals[one], originals[other]


def _credited(
    index: int,
    originals: Sequence[Features],
    credited: Mapping[str, Sequence[Credit]],
    by_outlet: Mapping[str, Sequence[int]],
) -> Iterator[int]:
    """Give the documents of credited outlets, and of its own, that share something."""
    feature = originals[index]
    names = {credit.name for credit in credited.get(feature.document.id, ())}
    if feature.document.outlet and revises(feature.document):
        names.add(feature.document.outlet)
    for name in sorted(name for name in names if name in by_outlet):
        rows = [(-_overlap(feature, originals[other]), other) for other in by_outlet[name]]
        yield from (other for strength, other in sorted(rows)[:_CREDITED] if strength < 0)


def _overlap(one: Features, other: Features) -> float:
    """Say roughly how much two documents share, by figures, quotations and names."""
    figures = sum(bits(value) for value in one.figures.keys() & other.figures.keys())
    quotes = len(one.quotes.keys() & other.quotes.keys())
    return figures + 2 * quotes + 0.25 * len(one.names.keys() & other.names.keys())
