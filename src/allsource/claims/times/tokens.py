"""What are the words of a text, as far as time is concerned?

One scan of a regular expression cuts a span into words, numbers, dates written
in digits, clock times and punctuation; each gets the features of the
vocabulary or of its shape. A blank line between words is a token of its own,
which no expression crosses.

It fails on numbers glued to letters ("March2031") and on non-Latin digits.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from allsource.claims.times.lexicon import Features, features_of, kind_of, words
from allsource.model.span import Span

__all__ = ["Tokens", "tokenize"]

_TOKEN = re.compile(
    r"""
    (?P<blank>\n[^\S\n]*\n)
  | (?P<isodate>(?<![\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?Z?)?(?![\w-]))
  | (?P<slashed>(?<![\w/.])[0-9]{1,2}(?P<sep>[/.])[0-9]{1,2}(?P=sep)[0-9]{4}(?![\w/]))
  | (?P<years>(?<![\w-])(?:1[0-9]|20|21)[0-9]{2}[-–/][0-9]{2}(?:[0-9]{2})?(?![\w/-]))
  | (?P<clock12>(?<![\w.:])[0-9]{1,2}(?:[:.][0-9]{2})?[^\S\n]?[AaPp](?:\.[^\S\n]?[Mm]\.|[Mm])(?!\w))
  | (?P<clock>(?<![\w.:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![\w:]))
  | (?P<decade>(?<!\w)(?:(?:1[0-9]|20|21)[0-9]|['’][0-9])0['’]?s(?!\w))
  | (?P<short>(?<![\w'’])['’][0-9]{2}(?![\w'’]))
  | (?P<spoken>(?<![\w-])(?:eighteen|nineteen)[ -](?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty
      (?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?
      |ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)(?![\w-])
      |(?<=year[ ])two[ ]thousand(?!\w))
  | (?P<nth>(?<!\w)[0-9]{1,2}(?:st|nd|rd|th)(?!\w))
  | (?P<number>(?<!\w)[0-9]+(?:[.,][0-9]+)*(?!\w))
  | (?P<word>\w+)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_FISCAL = re.compile(r"fy([0-9]{2}|[0-9]{4})")
_LONGEST_NUMBER = 9
_CENTURY = 30
"""The first year written with two digits ("'98") that is one of the last century."""
_BREAK: Features = MappingProxyType({"break": 0})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a span: parallel columns, and one character per word for its kind."""

    text: str
    spans: list[Span]
    words: list[str]
    features: list[Features]
    kinds: str

    def span(self, first: int, end: int) -> Span:
        """Give the place of the tokens ``first`` to ``end`` (exclusive)."""
        return Span(self.spans[first].start, self.spans[end - 1].end)

    def word(self, at: int) -> str:
        """Give the lower-cased word at an index, or an empty one outside the span."""
        return self.words[at] if 0 <= at < len(self.words) else ""


def tokenize(text: str, span: Span) -> Tokens:
    """Cut ``span`` of ``text`` into words with features.

    Example:
        >>> tokenize("By 12 March 2031.", Span(0, 17)).words
        ['by', '12', 'march', '2031', '.']
    """
    spans: list[Span] = []
    surfaces: list[str] = []
    features: list[Features] = []
    capital, lower = words("capital"), {"": ""}
    for match in _TOKEN.finditer(text, span.start, span.end):
        surface = match[0]
        word = lower.get(surface) or lower.setdefault(surface, surface.lower())
        spans.append(Span(match.start(), match.end()))
        surfaces.append(word)
        features.append(_features(match.lastgroup or "mark", surface, word, capital))
    return Tokens(text, spans, surfaces, features, "".join(map(kind_of, features)))


def _features(shape: str, surface: str, word: str, capital: frozenset[str]) -> Features:
    if shape in ("word", "mark"):
        if word in capital and not surface[0].isupper():
            return MappingProxyType({})
        return features_of(word) or _fiscal(word)
    if shape == "blank":
        return _BREAK
    return _number(surface) if shape == "number" else _date_shape(shape, surface, word)


def _date_shape(shape: str, surface: str, word: str) -> Features:
    if shape == "short":
        return {"year": (1900 if int(surface[1:]) >= _CENTURY else 2000) + int(surface[1:])}
    if shape == "spoken":
        year = _spoken(word)
        return {"num": year, "year": year}
    if shape == "nth":
        number = int(surface[:-2])
        return {"ordinal": number, "day_th": number} if 1 <= number <= 31 else {"ordinal": number}
    if shape == "years":
        return _years(surface)
    return {shape: surface}


def _years(surface: str) -> Mapping[str, str]:
    """Tell ``2031-32`` (years) from ``2031-03`` (a month)."""
    first, last = int(surface[:4]), int(surface[5:])
    if last < 100 and first % 100 + 1 != last and 1 <= last <= 12 and surface[4] == "-":
        return {"isomonth": surface}
    end = last if last > 100 else first - first % 100 + last + (100 if last == 0 else 0)
    return {"span_years": f"{first:04d}-{end:04d}"} if end > first else {}


def _spoken(word: str) -> int:
    """Give the year that is written as it is spoken: "nineteen ninety-six"."""
    head, *rest = re.split(r"[ -]", word)
    if head == "two":
        return 2000
    values = {"eighteen": 1800, "nineteen": 1900}
    return values[head] + sum(int(features_of(part)["number"]) for part in rest)


def _number(surface: str) -> Features:
    if not surface.isdigit():
        plain = surface.replace(",", "")
        short = len(plain) <= _LONGEST_NUMBER and plain.count(".") <= 1
        return {"num": float(plain)} if short else {}
    number = int(surface) if len(surface) <= _LONGEST_NUMBER else None
    if number is None:
        return {}
    found: dict[str, int | str | float] = {"num": number}
    if len(surface) <= 2 and 1 <= number <= 31:
        found["day"] = number
    if len(surface) == 2:
        found["yy"] = number
    if len(surface) == 4 and 1000 <= number <= 2199:
        found["year"] = number
    if len(surface) == 4 and number // 100 < 24 and number % 100 < 60:
        found["hhmm"] = number
    return found


def _fiscal(word: str) -> Features:
    match = _FISCAL.fullmatch(word)
    if not match:
        return MappingProxyType({})
    digits = match[1]
    return {"fiscal_code": int(digits) if len(digits) == 4 else 2000 + int(digits)}
