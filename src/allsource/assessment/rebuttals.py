"""Does a statement call another report false, or take back its own?

The patterns of ``vocab/rebuttals.yaml`` are matched against the claim's own
words. A match only decides under which heading the words are shown; it never
decides who is right. It fails on irony, and where the words speak of another
matter than the one at hand.
"""

import re
from functools import lru_cache

from allsource.assessment.passages import passage_span
from allsource.assessment.printing import words
from allsource.model.claim import Claim
from allsource.vocab import load

__all__ = ["corrects", "is_correction", "is_rebuttal", "leaves_open", "rebuts"]


@lru_cache(maxsize=4)
def _patterns(section: str) -> re.Pattern[str]:
    entries = load("rebuttals")[section]
    return re.compile("|".join(f"(?:{entry['pattern']})" for entry in entries))


def rebuts(text: str) -> bool:
    """Say whether words call something false.

    Example:
        >>> rebuts("The picture is a hoax, said Lind"), rebuts("The yard is open")
        (True, False)
        >>> rebuts("The firm would neither confirm nor deny that it had sold the yard")
        False
    """
    said = words(text).casefold()
    none = _patterns("no_rebuttals").search(said)
    return none is None and _patterns("rebuttals").search(said) is not None


@lru_cache(maxsize=20_000)
def _rebuts(text: str) -> bool:
    """The same, remembered: every sentence on denials asks it of every claim."""
    return rebuts(text)


def corrects(text: str) -> bool:
    """Say whether words take back or correct what was said before.

    Example:
        >>> corrects("The agency withdraws the monthly figure")
        True
    """
    return _patterns("corrections").search(words(text).casefold()) is not None


@lru_cache(maxsize=20_000)
def _corrects(text: str) -> bool:
    """The same, remembered."""
    return corrects(text)


def is_rebuttal(claim: Claim) -> bool:
    """Say whether a claim, in its own words, calls something false or denies it."""
    if not _rebuts(claim.text):
        return False
    around = words(passage_span(claim).of(claim.document.text)).casefold()
    return _patterns("suppositions").search(around) is None


def is_correction(claim: Claim) -> bool:
    """Say whether a claim, in its own words, takes back or corrects something."""
    return _corrects(claim.text)


def leaves_open(claim: Claim) -> bool:
    """Say whether the sentence around a claim tells that somebody did not confirm something."""
    said = words(passage_span(claim).of(claim.document.text)).casefold()
    return _patterns("unconfirmed").search(said) is not None
