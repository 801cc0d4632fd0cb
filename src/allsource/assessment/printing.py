"""How is a field of the evidence printed, always in the same words?

Every value that a sentence can hold has one canonical printing here; the
sentence is composed with it and checked against it. Untrusted words keep their
letters: only runs of white space become one space, and characters that would
turn, hide or break the line (controls, bidirectional overrides, lone
surrogates) are shown as their code point, e.g. ``⟦U+202E⟧``.

It fails where a language needs another order of number and unit: the words of
the product are English.
"""

import re
from decimal import Decimal

from allsource.model.document import Document
from allsource.model.quantity import Quantity
from allsource.model.span import Span
from allsource.model.time import Time, first_day, last_day
from allsource.vocab import load

__all__ = [
    "coarse",
    "count",
    "day",
    "document_name",
    "interval",
    "listed",
    "number",
    "period",
    "quantity",
    "time",
    "trimmed",
    "units",
    "visible",
    "words",
]

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_EDGES = " \t\r\n,;:–—-"
_PAIRS = {"“": "”", '"': '"', "‘": "’", "«": "»"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
_CLOSING = frozenset(_OPENING)
_LONGEST_NAME = 90
_TELLING_DECIMALS = 3
_POSITION = re.compile(
    r"(?<![\w.,$€£])([-+]?[0-9]{1,2}\.[0-9]{2,20})((?:°?\s?[NSns]\b)?|°)"
    r"(\s{0,3}[,;/]?\s{0,3}(?:\blon(?:g|gitude)?\b[:.=]?\s{0,3})?)"
    r"([-+]?[0-9]{1,3}\.[0-9]{2,20})((?:°?\s?[EWew]\b)?|°)(?![0-9]|\s?(?:%|percent|per cent|million|billion))"
)
_BOUNDS = {
    "by": "by ",
    "until": "until ",
    "since": "since ",
    "after": "after ",
    "before": "before ",
    "as_of": "as of ",
}


def visible(text: str) -> str:
    r"""Show the characters that would turn, hide or break a line as their code points.

    Example:
        >>> visible("a\u202eb")
        'a⟦U+202E⟧b'
    """
    return _HIDDEN.sub(lambda found: f"⟦U+{ord(found.group()):04X}⟧", text)


def words(text: str) -> str:
    r"""Print untrusted words: every run of white space is one space, nothing hidden.

    Example:
        >>> words(" two\n lines ")
        'two lines'
    """
    return " ".join(visible(text).split())


def coarse(text: str) -> str:
    """Print quoted words with pairs of decimal coordinates brought to 0.1 degree, in editor's brackets.

    Two numbers are taken for a position where both have three decimals or more, or two with a degree sign or
    a point of the compass, and both lie on the globe.

    Example:
        >>> coarse("The hall stands at 55.7512, 37.6184.")
        'The hall stands at [55.8, 37.6].'
    """
    return _POSITION.sub(_coarsened, text)


def _coarsened(found: re.Match[str]) -> str:
    latitude, north, between, longitude, east = found.groups()
    few = min(len(one.partition(".")[2]) for one in (latitude, longitude)) < _TELLING_DECIMALS
    if (few and not (north and east)) or abs(float(latitude)) > 90 or abs(float(longitude)) > 180:
        return found[0]
    return f"[{float(latitude):.1f}{north}{between}{float(longitude):.1f}{east}]"


def trimmed(text: str, span: Span) -> Span:
    """Narrow a span to its words: no white space, comma or enclosing quotation marks at its ends.

    Example:
        >>> trimmed("She said: “It flew,” twice.", Span(10, 20)).of("She said: “It flew,” twice.")
        'It flew'
    """
    start, end = span
    for _ in range(3):
        start, end = _stripped(text, start, end)
        if end - start > 2 and _enclosed(text[start:end]):
            start, end = start + 1, end - 1
    start, end = _stripped(text, start, _unquoted(text, start, end))
    if text[start:end].endswith(".") and text[start:end].count(".") == 1:
        end -= 1
    return Span(start, end) if start < end else span


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _unquoted(text: str, start: int, end: int) -> int:
    """Leave out closing quotation marks after a comma or stop whose opening ones are not here."""
    while end - start > 2 and text[end - 1] in _CLOSING:
        opened = _OPENING[text[end - 1]]
        stops = text[start : end - 1].rstrip("".join(_CLOSING))[-1:] in {",", ".", "!", "?"}
        if (
            not stops
            or text.count(opened, start, end - 1) % 2
            or (opened != text[end - 1] and opened in text[start:end])
        ):
            break
        end -= 1
    return end


def _enclosed(part: str) -> bool:
    """Whether one pair of quotation marks holds the whole part, or one end of it is a stray mark."""
    closing = _PAIRS.get(part[0])
    return closing == part[-1] and closing not in part[1:-1] and part[0] not in part[1:-1]


def document_name(document: Document) -> str:
    """Print what a reader would know a document by: outlet, else title, else path.

    Example:
        >>> document_name(Document("doc_1", "", "a.txt", "", "text", title="Bridge opens"))
        '“Bridge opens”'
    """
    if document.outlet and document.outlet.strip():
        return _short(document.outlet)
    if document.title and document.title.strip():
        return f"“{_short(document.title).translate({0x201C: '‘', 0x201D: '’', 0x22: '’'})}”"
    return _short(document.path)


def _short(text: str) -> str:
    name = words(text)
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"


def count(many: int) -> str:
    """Print a count: in words below ten, else in figures.

    Example:
        >>> count(3), count(1200)
        ('three', '1,200')
    """
    small: list[str] = load("wording")["printing"]["counts"]
    return small[many] if 0 <= many < len(small) else f"{many:,}"


def day(prefix: str) -> str:
    """Print an ISO 8601 prefix.

    Example:
        >>> day("2031-05-04"), day("2031-05"), day("2031")
        ('4 May 2031', 'May 2031', '2031')
    """
    parts = prefix[:10].split("-")
    if len(parts) > 1 and parts[1].isdigit() and 1 <= int(parts[1]) <= 12:
        parts[1] = load("wording")["printing"]["months"][int(parts[1]) - 1]
    if len(parts) > 2:
        parts[2] = parts[2].lstrip("0")
    return " ".join(reversed(parts))


def number(value: float) -> str:
    """Print a number: up to two decimals as stated, a longer (computed) one to four digits.

    Example:
        >>> number(5500.0), number(0.25), number(1750000000.0), number(1083.4446)
        ('5,500', '0.25', '1.75 billion', '1,083')
    """
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{_plain(value / size)} {name}"
    return _plain(value)


def _plain(value: float) -> str:
    exact = Decimal(repr(value))
    if exact != exact.quantize(Decimal("0.01")):
        exact = Decimal(f"{value:.4g}")
    return f"{exact.quantize(Decimal(1)) if exact == exact.to_integral() else exact.normalize():,f}"


def quantity(of: Quantity) -> str:
    """Print a quantity from its fields: bound, number, unit, rate.

    Example:
        >>> quantity(Quantity("over 40 boats a month", Span(0, 21), 40, None, True, True,
        ...     unit="boat", per="month"))
        'more than 40 boats per month'
    """
    unit = _unit(of.scale_unit, of.currency, of.unit, of.per)
    about = "about " if of.approximate else ""
    return about + interval(of.low, of.high, unit, low_open=of.low_open, high_open=of.high_open)


def _unit(scale_unit: str | None, currency: str | None, unit: str | None, per: str | None) -> str:
    if scale_unit:
        return scale_unit
    base = currency or unit or ""
    return f"{base}/{per}" if per else base


def interval(
    low: float | None,
    high: float | None,
    unit: str,
    *,
    low_open: bool = False,
    high_open: bool = False,
) -> str:
    """Print an interval in a unit such as ``boat/month``, ``USD/unit`` or ``percent``.

    Example:
        >>> interval(200, 240, "USD/unit")
        '$200 to $240 per unit'
        >>> interval(None, 90, "percent")
        'at most 90%'
    """
    top, _, rate = unit.partition("/")
    per = f" per {rate}" if rate else ""
    if low is not None and high is not None:
        both = low == high
        span = (
            _with_unit(low, top)
            if both
            else f"{_with_unit(low, top, bare=True)} to {_with_unit(high, top)}"
        )
        return span + per
    if low is not None:
        return f"{'more than' if low_open else 'at least'} {_with_unit(low, top)}{per}"
    if high is not None:
        return f"{'less than' if high_open else 'at most'} {_with_unit(high, top)}{per}"
    return "an unstated number"


def _with_unit(value: float, unit: str, *, bare: bool = False) -> str:
    if unit == "percent":
        return number(value) if bare else f"{number(value)}%"
    signs: dict[str, str] = load("wording")["printing"]["signs"]
    if unit in signs:
        return signs[unit] + number(value)
    if re.fullmatch("[A-Z]{3}", unit):
        return f"{unit} {number(value)}"
    if bare or not unit:
        return number(value)
    return f"{number(value)} {unit if value == 1 else _plural(unit)}"


def _plural(unit: str) -> str:
    if unit.endswith(("s", "x", "ch", "sh")):
        return unit if unit.endswith("s") else f"{unit}es"
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return f"{unit[:-1]}ies"
    words = unit.replace(" ", "")
    invariant = unit in load("wording")["printing"]["invariant"] or not words.isalpha()
    return unit if invariant else f"{unit}s"


def listed(names: list[str], most: int = 3) -> str:
    """Print a list of names, the last joined by "and"; beyond ``most`` the rest are counted.

    Example:
        >>> listed(["A", "B", "C"]), listed(["A", "B", "C", "D", "E"])
        ('A, B and C', 'A, B, C and two more')
    """
    shown = names if len(names) <= most else [*names[:most], f"{count(len(names) - most)} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def units(unit: str) -> str:
    """Print a unit by itself, as the heading of a column.

    Example:
        >>> units("boat/month"), units("USD/unit"), units("square metre")
        ('boats per month', '$ per unit', 'square metres')
    """
    top, _, rate = unit.partition("/")
    signs: dict[str, str] = load("wording")["printing"]["signs"]
    name = "%" if top == "percent" else signs.get(top) or (top if top.isupper() else _plural(top))
    return f"{name} per {rate}" if rate else name


def period(start: str | None, end: str | None) -> str:
    """Print an interval of days: a whole month or year by its name, an open end as such.

    Example:
        >>> period("2031-05-01", "2031-05-31"), period("2031-01-01", "2031-12-31")
        ('May 2031', '2031')
        >>> period(None, "2033-12-31"), period(None, None)
        ('to 31 December 2033', '')
    """
    if start and end:
        for length in (4, 7, 10):
            whole = first_day(start[:length]) == start and last_day(start[:length]) == end
            if whole or start == end:
                return day(start[:length] if whole else start)
        return f"{day(start)} to {day(end)}"
    return f"from {day(start)}" if start else f"to {day(end)}" if end else ""


def time(of: Time) -> str:
    """Print a time with its boundary word.

    Example:
        >>> from allsource.model.span import Span
        >>> time(Time("2033", Span(0, 4), "2033", "DATE", "2033-01-01", "2033-12-31", "by"))
        'by 2033'
    """
    bound = _BOUNDS.get(of.boundary or "", "")
    ends = (of.start or of.end, of.end or of.start) if bound else (of.start, of.end)
    return bound + period(*ends)
