"""Which full name does a short form of a document belong to?

An acronym in brackets belongs to the words before it ("Harbour Safety Board (HSB)"), capitals to the
one name that they are the initials of, a part of a name to the one longer name that holds it.

It fails where two names have one short form: then the short form stays as it is.
"""

import re
from collections.abc import Callable, Iterable

from allsource.claims.parse import Parsed

__all__ = [
    "COMPARED",
    "acronyms",
    "bare_surname",
    "fullest",
    "indexed",
    "initials",
    "noun_of_name",
    "spelled",
]

COMPARED = 50
"""Names with one word in common that are compared."""
_SHORTEST = 3
"""Letters of the shortest short form that needs no bracket."""
_PREFIX = re.compile(
    r"^(?:(?:al|el|ad|an|ar|as|ash|at|az|bin|ben|ibn|abu)[-‑]|abd(?:ul|el|al)-?)(\w{3,})$",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\(\s*(?:the\s+)?[“\"]?([A-Z][A-Za-z]{0,3}[A-Z]{1,6})[”\"]?\s*\)")
_Belongs = Callable[[list[str]], bool]


def acronyms(parsed: Parsed) -> dict[str, str]:
    """Give the acronyms that a document puts in brackets, each with the words before it.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> acronyms(parse_text("The Harbour Safety Board (HSB) met."))
        {'HSB': 'Harbour Safety Board'}
    """
    found: dict[str, str] = {}
    for paragraph in parsed.paragraphs:
        for match in _ACRONYM.finditer(paragraph.text):
            before = paragraph.text[max(0, match.start() - 120) : match.start()]
            full = spelled(before, match.group(1))
            if full is not None:
                found.setdefault(match.group(1), full)
    return found


def spelled(before: str, acronym: str) -> str | None:
    """Give the words at the end of a text whose capitals an acronym is made of, or None.

    Args:
        before: what stands before the acronym.
        acronym: without brackets.

    Example:
        >>> spelled("He runs the Harbour Safety Board ", "HSB")
        'Harbour Safety Board'
    """
    words = before.split()
    letters = [c for c in acronym if c.isupper()]
    for count in range(min(len(words), len(letters) + 4), len(letters) - 1, -1):
        tail = words[-count:]
        capitals = [word[0] for word in tail if word[0].isupper()]
        if capitals == letters and tail[0][0].isupper():
            return " ".join(tail).strip(" ,")
    return None


def initials(bodies: Iterable[str]) -> dict[str, str]:
    """Short forms made of the capitals of a name, where only one name has them."""
    found: dict[str, set[str]] = {}
    for name in bodies:
        capitals = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(capitals) >= _SHORTEST:
            found.setdefault(capitals, set()).add(name)
    return {short: next(iter(full)) for short, full in sorted(found.items()) if len(full) == 1}


def fullest(words: list[str], known: Iterable[str], belongs: _Belongs) -> str:
    """The longest known name that a shorter one belongs to, if all that fit agree."""
    fits = [k.split() for k in known if len(k.split()) > len(words)]
    fits = [full for full in fits if belongs(full)]
    longest = fits[0] if fits else words
    agree = all(set(full) <= set(longest) for full in fits)
    return " ".join(longest if agree else words)


def bare_surname(word: str) -> str:
    """Take an article or patronymic off a last name: texts drop it in the short form.

    Example:
        >>> bare_surname("al-Orlan"), bare_surname("Abdulvell"), bare_surname("Orlan")
        ('Orlan', 'Vell', 'Orlan')
    """
    match = _PREFIX.match(word)
    return match.group(1)[:1].upper() + match.group(1)[1:] if match else word


def indexed(names: Iterable[str], end: int) -> dict[str, tuple[str, ...]]:
    """Names by their first or last word, longest first, no more than can be compared quickly."""
    index: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name.split()), -len(name), name)):
        word = name.split()[end]
        for key in {word, bare_surname(word)} if end == -1 else {word}:
            index.setdefault(key, []).append(name)
    return {word: tuple(found[:COMPARED]) for word, found in index.items()}


def noun_of_name(name: str) -> str:
    """The word that a body's name is about: "Observatory" of "Quay Observatory for Human Rights"."""
    words = name.split()
    cut = next((at for at, word in enumerate(words) if at and word.islower()), len(words))
    return words[cut - 1]
