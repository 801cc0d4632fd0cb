"""What does a rule of the grammar see when it reads a match?

The words that matched, the day of publication (the anchor, if known) and the
dates named before it in the same span (see `named`). A rule gives a reading,
or None where it must not speak.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from allsource.claims.times.lexicon import Features, compile_grammar
from allsource.claims.times.named import Named
from allsource.claims.times.periods import interval
from allsource.claims.times.tokens import Tokens

__all__ = ["FRAGMENTS", "Qualifier", "Reading", "Rule", "Scene", "rule"]

Qualifier = Literal["early", "mid", "late", "approx", "less", "more"]
_QUALIFIERS = (
    ("pos", "position"),
    ("edge", "edge"),
    ("tip", "edge"),
    ("stage", "stage"),
    ("q", "near_date"),
)

FRAGMENTS: Mapping[str, str] = {
    "HYPHEN": "(?:@c_45|@c_8211)",
    "POSS": "(?:(?:@c_39|@c_8217)@w_s)",
    "DATE_PRE": "(?P<q>@near_date)?PLACED",
    "PLACED": """(?:@w_the?(?P<edge>@edge)@w_of(?:@w_the)?|@w_the?(?P<stage>@stage)@units@w_of(?:@w_the)?
        |(?P<tip>@edge)HYPHEN|@w_the?(?P<pos>@position)(?:HYPHEN|@w_in|@w_on)?)?""",
    "YEARREF": "(?:(?P<y>@year)|@w_the?(?P<rel>@which|@w_current|@beside)(?:@w_fiscal|@w_calendar)?@w_year)",
    "LESS": """(?:(?:@w_no|@w_not)(?:@w_more|@w_longer)@w_than|@w_less@w_than|@w_fewer@w_than
        |@w_at@w_most|@w_up@w_to|@w_a@w_maximum@w_of)""",
    "MORE": """(?:(?:@w_no|@w_not)(?:@w_less|@w_fewer)@w_than|(?:@w_more|@w_longer)@w_than
        |@w_at@w_least|@w_upwards@w_of|@w_in@w_excess@w_of|@w_a@w_minimum@w_of)""",
    "HOW": """(?:(?P<less>LESS)|(?P<more>MORE)|(?P<near>@w_an@w_estimated|@w_close@w_to|@w_barely)
        |(?:@w_just|@w_well|@w_slightly|@w_a@w_little)?(?P<q>@approx))?""",
    "TAIL": "(?:@w_or(?P<tail>@w_so|@w_more|@w_longer|@w_less|@w_fewer))?",
    "COUNT": """(?:(?P<vague>@w_a?@vague|@w_a?@w_couple@w_of?|@w_a@w_dozen)
        |(?P<halfof>@w_half@w_a|@w_half@w_an)
        |(?P<n>(?:(?:@w_a|@w_an|@w_another)(?!@number|@num)|@w_a(?=@w_hundred|@w_thousand)|@number|@num(?!(?!@w_hundred|@w_thousand)@number@number?(?:@unit|@units)@w_ago))(?:(?:HYPHEN|@w_and)?@number){0,3}
          (?:@num@c_47@num)?)
         (?:(?:HYPHEN?(?:@w_to|@w_or)HYPHEN?|HYPHEN)(?P<n2>(?:@number|@num)))?
         (?P<half>@w_and@w_a@w_half)?)""",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule says of its words.

    Args:
        timex: TIMEX3 value.
        type: TIMEX3 type.
        qualifier: what is said of the value.
        days: first and last day where they are not those of ``timex``.
        skip: words at the start of the match that stay outside the span.
    """

    timex: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    qualifier: Qualifier | None = None
    days: tuple[str, str] | Literal["unknown"] | None = None
    skip: int = 0

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
        named: the dates named before it.
    """

    tokens: Tokens
    match: re.Match[str]
    anchor: str | None
    named: Named

    @property
    def reference(self) -> str | None:
        """TIMEX3 value of the date last named, or None."""
        return self.named.last

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

    def capital(self, place: int) -> bool:
        """Say whether the word at an index has a capital."""
        spans = self.tokens.spans
        return 0 <= place < len(spans) and self.tokens.text[spans[place].start].isupper()

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
        """What "early", "later", "the end of", "about" before a date say of it."""
        if self.has("later"):
            return "late" if self.tokens.word(self.match.start("later")) == "later" else "early"
        for group, feature in _QUALIFIERS:
            if self.has(group):
                return _qualifier(self.name(group, feature))
        return None


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
    for _ in range(3):
        for name, fragment in FRAGMENTS.items():
            pattern = re.sub(rf"\b{name}\b", fragment, pattern)
    return Rule(compile_grammar(pattern), read, refers)
