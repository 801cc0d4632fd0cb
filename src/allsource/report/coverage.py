"""How often did such intervals hold the truth, where the truth is known?

The figures are those of ``bench/estimation`` on histories that were kept apart; a test compares them. It fails
to speak for a programme that is unlike all of these.
"""

from allsource.estimation.programme.told import Estimates
from allsource.vocab import load

__all__ = ["coverage"]


def coverage(found: Estimates | None) -> str:
    """Say what intervals of this model held, where one is shown; else nothing.

    Args:
        found: the estimates of a case.

    Example:
        >>> coverage(None)
        ''
    """
    if found is None or not found.estimates:
        return ""
    told = load("estimates")["coverage"]
    return (
        f"Bands are 90 % intervals of a model. On {told['histories']} production histories with invented claims "
        f"and known output, kept apart from those it was built on, such intervals held the rate in {told['rate']:g} "
        f"and the total in {told['total']:g} of 100 cases."
    )
