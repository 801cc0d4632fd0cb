"""Which documents are one text, printed more than once?

Documents whose words are the same, furniture left out, form one *strand*: one
text that was posted several times. The strand is stood for by its original:
the earliest by date, then the one that is no later reading of an edited file, then
the one that credits no agency for it, then by id.
Everything that is counted is counted over strands, so a repost changes nothing.
Near copies are left to ``hops``; this module asks for equal words only.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from allsource.lineage.chronology import rank
from allsource.lineage.credits import Credit
from allsource.lineage.features import Features

__all__ = ["strands"]


def strands(
    found: Sequence[Features], credited: Mapping[str, Sequence[Credit]]
) -> tuple[tuple[Features, ...], ...]:
    """Group documents of equal words, each group with its original first.

    Args:
        found: features of all documents.
        credited: what each document (by id) credits.

    Returns:
        Strands in the order of their originals.
    """
    groups: dict[tuple[str, ...], list[Features]] = defaultdict(list)
    for feature in found:
        groups[_text(feature)].append(feature)

    def standing(feature: Features) -> tuple[str, bool, bool, str]:
        day, name = rank(feature.document)
        tagged = any(c.how == "agency tag" for c in credited.get(feature.document.id, ()))
        return (day, feature.document.replaces is not None, tagged, name)

    ordered = [tuple(sorted(group, key=standing)) for group in groups.values()]
    return tuple(sorted(ordered, key=lambda strand: standing(strand[0])))


def _text(feature: Features) -> tuple[str, ...]:
    """Give the words of a document, or its id where it has none."""
    return (
        (*feature.words.folded, feature.words.rest)
        if feature.words.folded
        else (feature.document.id,)
    )
