"""What does a rule of the grammar see when it reads a match?

The words that matched, the day of publication (the anchor, if known) and the
date last named before it in the same span (the reference). A rule gives a
reading, or None where it must not speak.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from allsource.claims.times.lexicon import Features, compile_grammar, words
from allsource.claims.times.periods import interval
from allsource.claims.times.tokens import Tokens

__all__ = ["FRAGMENTS", "Qualifier", "Reading", "Rule", "Scene", "rule"]

Qualifier = Literal["early", "mid", "late", "approx", "less", "more"]
_REACH = 12
"""Words looked at on each side for the tense: about a clause."""
_ABBREVIATION = 4
"""A full stop after so short a word need not end the sentence ("Sept.", "Co.")."""

FRAGMENTS: Mapping[str, str] = {
    "HYPHEN": "(?:@c_45|@c_8211)",
    "POSS": "(?:(?:@c_39|@c_8217)@w_s)",
    "DATE_PRE": """(?P<q>@near_date)?
        (?:@w_the?(?P<edge>@edge)@w_of(?:@w_the)?|@w_the?(?P<pos>@position)HYPHEN?)?""",
    "YEARREF": "(?:(?P<y>@year)|@w_the?(?P<rel>@which|@w_current|@beside)@w_year)",
    "LESS": "(?:@w_no@w_more@w_than|@w_less@w_than|@w_fewer@w_than|@w_at@w_most|@w_up@w_to)",
    "MORE": "(?:@w_no@w_less@w_than|@w_no@w_fewer@w_than|@w_more@w_than|@w_at@w_least)",
    "HOW": "(?:(?P<less>LESS)|(?P<more>MORE)|(?P<q>@approx))?@w_just?",
    "COUNT": """(?:(?P<vague>@w_a?@vague|@w_a@w_couple@w_of|@w_a@w_couple|@w_a@w_dozen)
        |(?P<halfof>@w_half@w_a|@w_half@w_an)
        |(?P<n>(?:(?:@w_a|@w_an|@w_another)(?!@number|@num)|@w_a(?=@w_hundred|@w_thousand)|@number|@num)(?:(?:HYPHEN|@w_and)?@number){0,3}
          (?:@num@c_47@num)?)
         (?:(?:HYPHEN?(?:@w_to|@w_or)HYPHEN?|HYPHEN)(?P<n2>(?:@number|@num)))?
         (?P<half>@w_and@w_a@w_half)?)""",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule says of its words; ``start`` and ``end`` override those of ``timex``."""

    timex: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    qualifier: Qualifier | None = None
    days: tuple[str, str] | Literal["unknown"] | None = None

    @property
    def interval(self) -> tuple[str | None, str | None]:
        """The first and last day, None where unknown."""
        if self.days == "unknown" or self.type == "SET":
            return None, None
        if self.days is not None:
            return self.days
        return (interval(self.timex) or (None, None)) if self.type != "DURATION" else (None, None)


@dataclass(frozen=True, slots=True)
class Scene:
    """A match in its surroundings.

    Args:
        tokens: the words of the span.
        match: over ``tokens.kinds``, so its positions are indexes of tokens.
        anchor: ISO prefix of the publication date, or None.
        reference: TIMEX3 value of the date last named, or None.
    """

    tokens: Tokens
    match: re.Match[str]
    anchor: str | None
    reference: str | None

    def has(self, group: str) -> bool:
        """Say whether a group of the pattern took part in the match."""
        return self.match.groupdict().get(group) is not None

    def first(self, group: str) -> Features:
        """Give the features of the first word of a group."""
        return self.tokens.features[self.match.start(group)]

    def number(self, group: str, feature: str) -> int | None:
        """Give a whole-number value, or None where the group took no part."""
        if not self.has(group):
            return None
        value = self.first(group).get(feature)
        return int(value) if isinstance(value, int | float) else None

    def name(self, group: str, feature: str) -> str:
        """Give a letter value."""
        return str(self.first(group)[feature])

    def match_words(self, group: str) -> list[str]:
        """Give the lower-cased words of a group."""
        return self.tokens.words[slice(*self.match.span(group))]

    @property
    def before(self) -> str:
        """The word before the match."""
        return self.tokens.word(self.match.start() - 1)

    @property
    def after(self) -> str:
        """The word after the match."""
        return self.tokens.word(self.match.end())

    @property
    def qualifier(self) -> Qualifier | None:
        """What "early", "the end of", "about" before a date say of it."""
        for group, feature in (("pos", "position"), ("edge", "edge"), ("q", "near_date")):
            if self.has(group):
                return _qualifier(self.name(group, feature))
        return None

    def ahead(self) -> bool | None:
        """Say whether the words around speak of the future: the nearest verb decides.

        None where no verb within about a clause tells.
        """
        at, end = self.match.span()
        before = self._clause(range(at - 1, max(at - _REACH, -1), -1))
        return before if before is not None else self._clause(range(end, end + _REACH))

    def _clause(self, places: range) -> bool | None:
        """Give the tense of the first telling word, up to the end of the sentence or clause."""
        for place in places:
            word = self.tokens.word(place)
            if word in words("joins") and places.step > 0:
                return None
            if word == "." and len(self.tokens.word(place - 1)) > _ABBREVIATION:
                return None
            if word in words("ahead") or self.tokens.word(place - 1) == "be":
                return True
            if word in words("behind") or (word.endswith("ed") and not self._name(place)):
                return False
        return None

    def _name(self, place: int) -> bool:
        return self.tokens.text[self.tokens.spans[place].start].isupper()


def _qualifier(word: str) -> Qualifier:
    known: dict[str, Qualifier] = {
        "early": "early",
        "mid": "mid",
        "late": "late",
        "approx": "approx",
        "less": "less",
        "more": "more",
    }
    return known[word]


Reader = Callable[[Scene], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over kinds and the function that reads what it matches.

    ``refers`` is False where later times are not counted from what the rule finds.
    """

    pattern: re.Pattern[str]
    read: Reader
    refers: bool = True


def rule(pattern: str, read: Reader, *, refers: bool = True) -> Rule:
    """Build a rule; names of ``FRAGMENTS`` in the pattern are put in first."""
    for _ in range(2):
        for name, fragment in FRAGMENTS.items():
            pattern = re.sub(rf"\b{name}\b", fragment, pattern)
    return Rule(compile_grammar(pattern), read, refers)
