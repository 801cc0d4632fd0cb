"""Per what is this quantity?

After the unit: "per month", "/h", "a day", "in every month", "weekly", "apiece",
also past one phrase with "of" ("hulls of the newest type per month"). Or before,
tied by syntax: "price per drone", "monthly output", "each airframe costs", "the
price of one airframe", "a kit sells for": one of the thing priced is the rate.

"A month before the war" is a rate only after a modal or a present ("could reach
40 a month before the war"). It fails where the rate stands in another sentence.
"""

from typing import TYPE_CHECKING

from allsource import vocab
from allsource.claims.made_things import is_made
from allsource.claims.quantities.apiece import each_beside, is_determiner, item_before
from allsource.claims.quantities.currencies import code_of
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.numbers import read_number
from allsource.claims.quantities.syntax import climb, is_present, is_verb, linked
from allsource.claims.quantities.units import counted_noun, is_measured, symbol_unit, word_unit
from allsource.claims.quantities.words import Word, lowered

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["rate_after", "rate_before"]

_REACH = 9
_IN_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON"})
_PRICED = frozenset({"price", "cost", "rate", "fee", "charge", "value", "spending"})
_PACED = frozenset({"count", "mass", "volume", "energy", None})
_ARTICLES = frozenset({"a", "an"})
_ONE = frozenset({"each", "every", "one", "single"}) | _ARTICLES
_SKIPPED = frozenset({"us", "u.s", "u.s.", "usd", ",", "u", "s", "."})


def rate_after(words: tuple[Word, ...], at: int) -> tuple[str, int] | None:
    """Read a rate from word ``at``: its singular unit and the index after it.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.quantities.words import cut
        >>> rate_after(cut(parse_text("18 hulls per month").paragraphs[0]), 2)
        ('month', 4)
    """
    for index in range(at, min(at + _REACH, len(words))):
        found = _rate(words, index)
        if found is not None:
            return found
        if not _passed(words, index, at):
            return None
    return None


def _passed(words: tuple[Word, ...], index: int, at: int) -> bool:
    """A rate may follow "of oil", or the "U.S." of a price; nothing with a verb or number."""
    word = words[index]
    if index - at < 4 and word.lower in {"us", "u.s", "u.s.", "u", "s", "."} and index == at:
        return True
    if index > at and words[at].lower in {"us", "u"} and word.lower in _SKIPPED:
        return True
    in_phrase = word.token.pos_ in _IN_PHRASE or word.text == "-" or word.is_number
    return (index == at and word.lower == "of") or (in_phrase and words[at].lower == "of")


def _rate(words: tuple[Word, ...], at: int) -> tuple[str, int] | None:
    lower = words[at].lower
    fixed = _phrased(words, at) if lower == "per" else None
    if fixed is not None and fixed[0] not in {"unit", "piece"}:
        return fixed
    if lower == "per" or (lower == "/" and words[at].glued):
        return _thing(words, at + 1) or _several(words, at + 1)
    if lower in {"in", "for"} and lowered(words, at + 1, 1) in {("each",), ("every",)}:
        return _several(words, at + 2) or _period(words, at + 1) or _further(words, at + 2)
    if lower in {"each", "every"} and _several(words, at + 1) is not None:
        return _several(words, at + 1)
    if lower in _ARTICLES | {"each", "every"}:
        one = _period(words, at) or (_one_item(words, at) if lower in _ARTICLES else None)
        return one or _phrased(words, at)
    return _of_one(words, at) or _phrased(words, at)


def _of_one(words: tuple[Word, ...], at: int) -> tuple[str, int] | None:
    """Read "for a place" and "on each of 14 days"."""
    if words[at].lower == "for" and lowered(words, at + 1, 1) in {("a",), ("an",)}:
        return _charged(words, at)
    several = words[at].lower == "on" and lowered(words, at + 1, 2) == ("each", "of")
    return _several_each(words, at + 3) if several else None


def _charged(words: tuple[Word, ...], at: int) -> tuple[str, int] | None:
    """Read "charges €6,500 for a place": what is charged or paid as a rule, and no single sale."""
    verb = next((t for t in climb(words[at - 1].token) if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None or not (verb.lemma_ == "charge" or (verb.lemma_ == "pay" and is_present(verb))):
        return None
    money = any(w.text in "$€£" or w.lemma in {"cent", "penny"} for w in words[max(0, at - 4) : at])
    noun = words[at + 2] if at + 2 < len(words) else None
    found = noun is not None and noun.token.pos_ == "NOUN" and money and noun.lemma not in _sums()
    return (noun.lemma, at) if found and noun is not None else None


def _several_each(words: tuple[Word, ...], at: int) -> tuple[str, int] | None:
    """Read "on each of 14 days": a rate for one of them; the 14 is a quantity of its own."""
    number = read_number(words, at) if at < len(words) else None
    noun = counted_noun(words, number.last) if number is not None else None
    return (noun.name.split()[-1], at - 3) if noun is not None else None


def _phrased(words: tuple[Word, ...], at: int) -> tuple[str, int] | None:
    """Read "weekly", "per capita", "apiece"."""
    rates = vocab.load("rates")
    lower = words[at].lower
    if lower in rates["adverbs"] and not _describes(words, at):
        return rates["adverbs"][lower], at + 1
    for phrase, per in rates["phrases"].items():
        parts = tuple(phrase.split())
        if lowered(words, at, len(parts)) == parts:
            return per, at + len(parts)
    for phrase in rates["apiece"]:
        parts = tuple(phrase.split())
        if lowered(words, at, len(parts)) == parts and not is_determiner(words, at):
            return item_before(words[at].token), at + len(parts)
    return None


def _thing(words: tuple[Word, ...], at: int) -> tuple[str, int] | None:
    if at >= len(words) or words[at].is_number:
        return None
    unit = word_unit(words, at) or symbol_unit(words, at)
    if unit is not None and words[at].text != "-":
        return unit.name, unit.last
    if words[at].token.pos_ in {"NOUN", "PROPN"} and words[at].is_word:
        return words[at].lemma, at + 1
    return None


def _further(words: tuple[Word, ...], at: int) -> tuple[str, int] | None:
    """Read what follows "for each": "further kilometre", "kit"."""
    while at < len(words) and words[at].token.pos_ == "ADJ":
        at += 1
    return _thing(words, at)


def _several(words: tuple[Word, ...], at: int) -> tuple[str, int] | None:
    """Read a rate for more than one: "every three days", "per 100,000 people"."""
    number = read_number(words, at) if at < len(words) else None
    if (
        number is None
        or number.form not in {"digits", "words"}
        or number.value != int(number.value)
    ):
        return None
    unit = word_unit(words, number.last) or symbol_unit(words, number.last)
    unit = unit or counted_noun(words, number.last)
    if unit is None:
        return None
    return (f"{int(number.value)} {unit.name}" if number.value != 1 else unit.name), unit.last


def _one_item(words: tuple[Word, ...], at: int) -> tuple[str, int] | None:
    """Read "$71 a barrel", "20 points a game": right after the amount, one of what is often paid for."""
    unit = word_unit(words, at + 1)
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if unit is not None and unit.kind not in {"time", "ratio"}:
        name, last = unit.name, unit.last
    elif following in vocab.load("rates")["items"] or _is_priced_thing(words, at):
        name, last = words[at + 1].lemma, at + 2
    else:
        return None
    after = words[last] if last < len(words) else None
    goes_on = after is not None and after.lower in {"of", "'s"}
    return None if goes_on or (after is not None and after.token.pos_ == "NOUN") else (name, last)


def _is_priced_thing(words: tuple[Word, ...], at: int) -> bool:
    """A thing that is made, right after a sum: "$40 million a ferry"."""
    noun = words[at + 1] if at + 1 < len(words) else None
    money = any(w.token.is_currency or code_of(w.text) for w in words[max(0, at - 3) : at])
    return noun is not None and money and noun.token.tag_ == "NN" and is_made(noun.lower)


def _period(words: tuple[Word, ...], at: int) -> tuple[str, int] | None:
    rates = vocab.load("rates")
    if at + 1 >= len(words):
        return None
    period = words[at + 1].lower
    following = words[at + 2].lower if at + 2 < len(words) else ""
    if period not in rates["periods"] or following in rates["not_rates"]:
        return None
    if following in rates["after_habits"] and not _habitual(words[at - 1].token):
        return None
    return period, at + 2


def _habitual(token: "Token") -> bool:
    """Say whether the verb above tells what is or may be, and no single event."""
    verb = next((head for head in climb(token) if head.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return False
    modal = any(child.tag_ == "MD" for child in verb.children)
    return modal or verb.tag_ in {"VBZ", "VBP", "VBG", "MD"}


def _describes(words: tuple[Word, ...], at: int) -> bool:
    """Say whether the adjective stands inside a counted phrase ("40 daily flights")."""
    token = words[at].token
    return token.dep_ in {"amod", "compound"} and token.head.i > token.i


def rate_before(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Find a rate that stands before the number and is tied to it by syntax."""
    rates = vocab.load("rates")
    opening = words[max(0, draft.start - len(("total", "of"))) : draft.number.first]
    total = "total" in {word.lower for word in opening}
    told = each_beside(words, draft)
    if told is not None:
        return told
    for token in linked(draft.token(words)):
        lower = token.lower_
        if lower in rates["adjectives"] and _paces(draft, token):
            return str(rates["adjectives"][lower])
        shared = _shared_out(token) if lower in {"each", "every"} and not total else None
        if shared is not None and (draft.unit is None or draft.unit.name != shared):
            return shared
        coin = draft.unit is not None and draft.unit.name in rates["coins"]
        priced = _priced(token, lower) if draft.currency or coin else None
        if priced is not None:
            return priced
    return _costing(words, draft)


def _costing(words: tuple[Word, ...], draft: Draft) -> str | None:
    """Read "a flight to the islands costs" by its words, where the parse took "costs" for a noun."""
    at = draft.start - 1
    coin = draft.unit is not None and draft.unit.name in vocab.load("rates")["coins"]
    if at < 1 or words[at].lower != "costs" or not (draft.currency or coin):
        return None
    first = at
    while at - first <= _REACH and first > 0 and words[first - 1].is_word:
        if words[first - 1].sentence != words[at].sentence:
            break
        first -= 1
    if words[first].lower not in _ONE:
        return None
    nouns = [word for word in words[first:at] if word.token.pos_ == "NOUN"]
    named = nouns[0].lemma if nouns else None
    return named if named is not None and named not in _sums() else None


def _shared_out(token: "Token") -> str | None:
    """Read "each truck carries", "each of the 12 turbines generates": one of the subject."""
    if token.dep_ in {"nsubj", "nsubjpass"}:
        link = next((c for c in token.children if c.lower_ == "of"), None)
        objects = [c for c in link.children if c.dep_ == "pobj"] if link is not None else []
        return str(objects[0].lemma_.lower()) if objects and objects[0].pos_ == "NOUN" else None
    noun = token.head
    told = token.dep_ == "det" and noun.dep_ in {"nsubj", "nsubjpass"} and noun.pos_ == "NOUN"
    return str(noun.lemma_.lower()) if told else None


def _paces(draft: Draft, adjective: "Token") -> bool:
    """Say whether an adjective of period makes this a rate: "daily output", "an annual budget"."""
    noun, rates = adjective.head.lemma_.lower(), vocab.load("rates")
    if adjective.dep_ not in {"amod", "compound", "nmod"} or draft.kind not in _PACED | {"money"}:
        return False
    listed = noun in rates["paid"] or noun in rates["paced"]
    return listed or noun not in rates["occurrences"]


def _priced(token: "Token", lower: str) -> str | None:
    """Read what a price is per: "price per kit", "unit cost", "one kit costs"."""
    if lower in {"per", "unit"} and token.head.lemma_.lower() in _PRICED:
        objects = [c for c in token.children if c.dep_ == "pobj" and c.pos_ in {"NOUN", "PROPN"}]
        return "unit" if lower == "unit" else str(objects[0].lemma_.lower()) if objects else None
    if lower == "the" and _type_priced(token.head):
        return str(token.head.text)
    one = lower in _ONE and token.dep_ in {"det", "nummod", "amod"}
    return _each(token) if one else None


def _type_priced(noun: "Token") -> bool:
    """Say whether a type is what is priced: "the price of the Velk-40"."""
    named = noun.pos_ == "PROPN" and any(map(str.isdigit, noun.text))
    link = noun.head
    return named and link.lower_ == "of" and link.head.lemma_.lower() in {"price", "cost"}


def _each(token: "Token") -> str | None:
    """Give the noun of "each kit", "one kit", "a kit" where it is what costs so much."""
    noun = token.head
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.lemma_.lower() in _sums():
        return None
    priced = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    if priced and noun.head.head.lemma_.lower() in _PRICED:
        of_one = noun.head.head.lemma_.lower() in {"price", "fare", "fee"}
        return _unit_name(noun) if of_one or token.lower_ not in _ARTICLES else None
    costs = noun.dep_ in {"nsubj", "nsubjpass"} and is_verb(noun.head)
    if not costs:
        return None
    selling = noun.head.lemma_.lower() in vocab.load("rates")["selling"]
    if token.lower_ in _ARTICLES:
        measure = is_measured(noun.lemma_.lower()) or noun.lemma_.lower() in {"kilo", "barrel"}
        told = is_present(noun.head) or measure
        return _unit_name(noun) if selling and told else None
    return str(noun.lemma_.lower()) if selling or token.lower_ == "each" else None


def _unit_name(noun: "Token") -> str:
    return "kilogram" if noun.lemma_.lower() == "kilo" else str(noun.lemma_.lower())


def _sums() -> frozenset[str]:
    """Give the nouns of sums: "a deal costs" is no unit cost."""
    return frozenset(vocab.load("rates")["not_items"])
