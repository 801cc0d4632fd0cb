"""How are the fields of any list brought to one form: days, names, kinds of party?

A list's text is data of unknown origin: control characters are dropped, white space
is one space, a field longer than ``LONGEST`` is cut. Days are read only in the forms
that the publishers use; what cannot be read is left out, never guessed.
"""

import re
from collections.abc import Iterable, Iterator

from allsource.model.listing import Designation, ListedName, PartyKind

__all__ = ["LONGEST", "day", "designations", "kind", "name_parts", "names", "once", "plain"]

LONGEST = 2_000
"""Code points of a field that are kept."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})$")
_WORDED = re.compile(r"(?:(\d{1,2})[ -])?([A-Za-z]{3})[a-z]*[ -](\d{4})$")
_RANKED = ("primary", "alias", "former name", "weak alias")
_KINDS: dict[str, PartyKind] = {
    "individual": "person",
    "person": "person",
    "entity": "organization",
    "enterprise": "organization",
    "company": "organization",
    "organization": "organization",
    "legalentity": "organization",
    "publicbody": "organization",
    "vessel": "vessel",
    "ship": "vessel",
    "aircraft": "aircraft",
    "airplane": "aircraft",
}


def plain(text: str | None) -> str:
    r"""Write a field as one line without control characters; an absent one is empty.

    Example:
        >>> plain(" ALPHA\n  LINE\x00 "), plain("-0-"), plain(None)
        ('ALPHA LINE', '', '')
    """
    kept = "".join(c if c.isprintable() else " " for c in (text or "")[: 4 * LONGEST])
    line = " ".join(kept.split())[:LONGEST]
    return "" if line in {"-0-", "n/a", "N/A", "na", "None", "NULL"} else line


def day(text: str | None, *, month_first: bool = False) -> str | None:
    """Read a day as lists write it; None where it is none.

    Args:
        text: ``2031-05-04``, ``04/05/2031``, ``04 May 2031``, ``May 2031`` or ``2031``.
        month_first: a slashed day is month/day/year, as in the United States.

    Returns:
        An ISO prefix.

    Example:
        >>> day("00/05/1971"), day("05/04/2031", month_first=True), day("circa 1960")
        ('1971-05', '2031-05-04', None)
        >>> day("4 May 2031"), day("31/02/2031")
        ('2031-05-04', None)
    """
    said = plain(text)
    if found := _ISO.match(said):
        return _written(*found.groups())
    if found := _SLASHED.match(said):
        first, second, year = found.groups()
        month, date = (first, second) if month_first else (second, first)
        return _written(year, month, date)
    if (found := _WORDED.match(said)) and found[2].lower() in _MONTHS:
        return _written(found[3], str(_MONTHS.index(found[2].lower()) + 1), found[1])
    return None


def kind(text: str | None) -> PartyKind:
    """Tell what sort of party a list's own word means.

    Example:
        >>> kind("Individual"), kind("PublicBody"), kind("Security")
        ('person', 'organization', 'other')
    """
    return _KINDS.get(plain(text).casefold().replace(" ", ""), "other")


def name_parts(*parts: str | None) -> str:
    """Join the parts of a name, empty ones left out.

    Example:
        >>> name_parts("Ann", None, "Lind")
        'Ann Lind'
    """
    return " ".join(filter(None, map(plain, parts)))


def once(found: Iterable[str | None]) -> tuple[str, ...]:
    """Write fields as one line each, every text once, empty ones left out.

    Example:
        >>> once(["Mardisia", "-0- ", None, " Mardisia"])
        ('Mardisia',)
    """
    return tuple(dict.fromkeys(filter(None, map(plain, found))))


def designations(
    found: Iterable[tuple[str | None, str | None, str | None]],
) -> tuple[Designation, ...]:
    """Order acts of listing by their days, each once; those of which nothing is known are left out.

    Args:
        found: programme, first day and last day of each.

    Example:
        >>> [one.since for one in designations([("B", "2031", None), ("A", "2029-07-16", "2030")])]
        ['2029-07-16', '2031']
    """
    rows = dict.fromkeys(
        Designation(plain(programme) or None, since, until)
        for programme, since, until in found
        if plain(programme) or since
    )
    return tuple(sorted(rows, key=lambda one: (one.since or "9", one.programme or "")))


def names(found: Iterable[ListedName]) -> tuple[ListedName, ...]:
    """Order the names of a party: the primary one first, each text once, empty ones left out."""
    kept: dict[str, ListedName] = {}
    ranked = sorted(found, key=lambda one: _RANKED.index(one.kind))
    for one in ranked:
        if one.text:
            kept.setdefault(one.text, one)
    return tuple(_one_primary(kept.values()))


def _one_primary(found: Iterable[ListedName]) -> Iterator[ListedName]:
    for place, one in enumerate(found):
        if place and one.kind == "primary":
            yield ListedName(one.text, "alias")
        else:
            yield one


def _written(year: str, month: str | None, date: str | None) -> str | None:
    """Write year, month and date as an ISO prefix; a zero is a part not known."""
    numbers = [int(part) for part in (year, month, date) if part is not None]
    known = numbers[: next((i for i, n in enumerate(numbers) if n == 0), len(numbers))]
    if not known or not 1000 <= known[0] <= 2999:
        return None
    if len(known) > 1 and known[1] > 12:
        return None
    if len(known) > 2 and known[2] > _days(known[0], known[1]):
        return None
    return "-".join([f"{known[0]:04d}", *(f"{n:02d}" for n in known[1:])])


def _days(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
