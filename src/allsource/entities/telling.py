"""What does a reason for or against two records being one party mean, in words?

Each feature has its sentence in ``vocab/match_reasons.yaml``; what it was seen on is put in, folded letters as they were
compared, the name that comes first in the alphabet first. Where two words are one to three letters apart it says so. Of
birth dates nothing is shown. It fails to tell how two names are written in their own scripts: the record has that.
"""

from functools import lru_cache

from rapidfuzz.distance import OSA

from allsource.vocab import load

__all__ = ["strength", "telling"]

_FEW = ("", "one letter", "two letters", "three letters")
_STRENGTHS = ((2.0, "strongly"), (0.7, "clearly"), (0.0, "a little"))


def telling(feature: str, seen: str) -> str:
    """Say in words what a feature means.

    Args:
        feature: its name in the table of weights.
        seen: what it was seen on: ``left / right``, or pairs ``left ~ right`` parted by commas.

    Returns:
        A clause without a full stop.

    Example:
        >>> telling("other family", "petrov / petrow")
        'the family names differ by one letter: petrov, petrow'
        >>> telling("same birth year", "1961 / 1961-04-03")
        'the birth dates are the same, as far as both tell them'
    """
    template = _templates().get(feature)
    if template is None:
        return seen
    left, slash, right = seen.partition(" / ")
    if slash and "-" in (left, right):
        left = right = left if right == "-" else right
        seen = left
    if not slash:
        left, _, right = seen.partition(" ~ ")
    told = ", ".join(dict.fromkeys((left, right))) if slash else seen.replace(" ~ ", " and ")
    return template.format(left=left, right=right, seen=told, apart=_apart(left, right))


def strength(effect: float) -> str:
    """Say how much an effect on the log-odds weighs, and which way.

    Example:
        >>> strength(-2.4), strength(0.3)
        ('strongly against', 'a little for')
    """
    how = next(word for least, word in _STRENGTHS if abs(effect) >= least)
    return f"{how} {'for' if effect > 0 else 'against'}"


def _apart(left: str, right: str) -> str:
    """Say by how few letters two words differ; nothing where they are many, or not two words."""
    many = OSA.distance(left, right) if left and right and " " not in left + right else 0
    return (
        f" by {_FEW[many]}"
        if 0 < many < len(_FEW) and 2 * many < max(len(left), len(right))
        else ""
    )


@lru_cache(maxsize=1)
def _templates() -> dict[str, str]:
    return {row["feature"]: row["says"] for row in load("match_reasons")}
