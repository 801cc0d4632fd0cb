"""Does a statement call another report false, or take it back?

The patterns of ``vocab/rebuttals.yaml`` are matched against the claim's own
words. A match only decides under which heading the words are shown; it never
decides who is right. It fails on irony, and where the words speak of another
matter than the one at hand.
"""

import re
from functools import lru_cache

from allsource.assessment.printing import words
from allsource.model.claim import Claim
from allsource.vocab import load

__all__ = ["is_rebuttal", "rebuts"]


@lru_cache(maxsize=1)
def _patterns() -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?:{entry['pattern']})" for entry in load("rebuttals")["rebuttals"])
    )


def rebuts(text: str) -> bool:
    """Say whether words call something false or take it back.

    Example:
        >>> rebuts("The picture is a hoax, said Lind"), rebuts("The yard is open")
        (True, False)
    """
    return _patterns().search(words(text).casefold()) is not None


def is_rebuttal(claim: Claim) -> bool:
    """Say whether a claim denies something or, in its own words, calls it false."""
    return claim.stance.status == "denied" or rebuts(claim.text)
