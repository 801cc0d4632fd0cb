"""Which currency do these words mean?

Signs and letters before the number ("US$", "Rs", "EUR"), names, codes and signs
after it. Names and codes come from CLDR through Babel, loaded when first asked;
the vocabulary adds what newspapers write and settles what is ambiguous: "$" is
the United States dollar unless letters or a name say otherwise.

It fails where a bare "dollar" means the paper's own country's, and on "pounds"
of money that no scale word marks.
"""

from functools import lru_cache

from allsource import vocab
from allsource.claims.quantities.words import Word, lowered

__all__ = ["code_of", "currency_after", "currency_before"]

_ISO_LENGTH = 3


@lru_cache(maxsize=1)
def _cldr() -> tuple[dict[str, str], frozenset[str]]:
    """Give currency names (lower case, both numbers) and codes known to CLDR."""
    from babel import Locale  # noqa: PLC0415 - 0.07 s: only when money may be meant

    english = Locale("en")
    names = {name.lower(): code for code, name in sorted(english.currencies.items())}
    for code, forms in sorted(english._data["currency_names_plural"].items()):  # noqa: SLF001
        names.update({form.lower(): code for form in dict(forms).values()})
    skipped = frozenset(vocab.load("currencies")["not_codes"])
    return names, frozenset(english.currencies) - skipped


def code_of(text: str) -> str | None:
    """Give the ISO 4217 code that a code or sign means, or None.

    Example:
        >>> code_of("EUR"), code_of("$"), code_of("ALL")
        ('EUR', 'USD', None)
    """
    symbols: dict[str, str] = vocab.load("currencies")["symbols"]
    if text in symbols:
        return symbols[text]
    coded = len(text) == _ISO_LENGTH and text.isascii() and text.isupper()
    return text if coded and text in _cldr()[1] else None


def currency_before(words: tuple[Word, ...], at: int) -> tuple[str, int] | None:
    """Read a currency that ends right before word ``at``: code and the index where it begins."""
    for length in (3, 2, 1):
        start = at - length
        if start < 0:
            continue
        sign = "".join(word.text for word in words[start:at])
        code = code_of(sign)
        apart = length > 1 and words[start].text.isalpha() and len(words[start].text) == 1
        if apart and not words[start + 1].glued:
            continue
        if code is not None and (length == 1 or not sign.isalpha()):
            return code, start
    return None


def currency_after(words: tuple[Word, ...], at: int, *, scaled: bool) -> tuple[str, int] | None:
    """Read a currency name, code or sign from word ``at``: code and the index after it.

    Args:
        words: all words of the paragraph.
        at: index right after the number.
        scaled: the number had a scale word, so "pounds" is money and not a mass.
    """
    if at < len(words) and words[at].text in {"-", "‑"} and words[at].glued:
        at += 1
    for length in (3, 2, 1):
        phrase = lowered(words, at, length)
        if len(phrase) == length:
            code = _named(" ".join(phrase), scaled=scaled)
            if code is not None:
                return code, at + length
    if at < len(words) and (words[at].text[0] in "$€£¥₹₽₴" or len(words[at].text) == _ISO_LENGTH):
        code = code_of(words[at].text)
        free = at + 1 >= len(words) or not words[at + 1].is_number
        return (code, at + 1) if code is not None and free else None
    return None


def _named(name: str, *, scaled: bool) -> str | None:
    table = vocab.load("currencies")
    singular = name.removesuffix("s")
    for form in (name, singular):
        if form in table["only_with_scale"]:
            return str(table["only_with_scale"][form]) if scaled else None
        if form in table["names"]:
            return str(table["names"][form])
    if " " not in name:
        return None
    return _cldr()[0].get(name) or _cldr()[0].get(singular)
