"""Where does a text name outlets, and which?

A name is an outlet's where the case has it (in full, by initials, or by its last
word with an article where only one outlet of the case ends so), where it is
listed, where it is built as such names are ("Saltford Record", "Channel 14"), or
where the words before it say so ("the newspaper Kvelden", "the podcast Low
Water"). Names that are joined ("Dock Wire and the Sundry Gazette") make one
group, since what stands around them speaks of all.

Whether a name is credited is asked elsewhere (``credits``). It fails for outlets
of one plain word that are neither listed nor of the case.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from allsource.lineage.outlets import Known, canonical, is_known, looks_like_outlet
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["Case", "Group", "Named", "groups"]

_LONGEST = 300_000
"""Code points of a text in which names are looked for."""

_SEQUENCE = re.compile(
    r"(?<![\w'’])[A-Z][\w&/-]{0,30}(?:(?:[ ](?:of|and|di|de|du|della|des)(?: the)?)?[ ](?:[A-Z][\w&/-]{0,30}|\d{1,3}(?!\w))){0,5}"
)
_AFTER_CLASS = re.compile(r"[ ]?[“\"]?(?P<name>[A-Z][\w&-]{0,30}(?:[ ][A-Z][\w&-]{0,30}){0,3})")
_MOST = 400
"""Names looked at in one document: bounds pages that are lists of names."""

_MOST_SEQUENCES = 8_000
"""Runs of capitalised words looked at in one document: bounds pages of nothing else."""


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet's name in a text.

    Args:
        name: the outlet of the case that it means, or the name in its fullest listed form.
        span: where it stands, without an article.
        bare: it tells an outlet even without a cue: of the case, and no plain word.
    """

    name: str
    span: Span
    bare: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Names that share what stands around them, in text order."""

    named: tuple[Named, ...]

    @property
    def span(self) -> Span:
        """From the first name to the last."""
        return Span(self.named[0].span.start, self.named[-1].span.end)


class Case:
    """The outlets of a case as texts may write them.

    Args:
        outlets: of the case.
    """

    def __init__(self, outlets: Sequence[str]) -> None:
        self.known = Known(outlets)
        last: dict[str, set[str]] = {}
        for outlet in self.known.outlets:
            words = canonical(outlet).split()
            if len(words) > 1:
                last.setdefault(words[-1], set()).add(outlet)
        self.by_last = {word: next(iter(some)) for word, some in last.items() if len(some) == 1}

    def meant(self, name: str, *, articled: bool) -> str | None:
        """Give the outlet of the case that a name means.

        Args:
            name: as written.
            articled: an article stands before it, so that one word may do for the whole name.
        """
        found = self.known.meant(name)
        return self.by_last.get(name) if found is None and articled else found


def groups(text: str, case: Case) -> Iterator[Group]:
    """Find the outlets that a text names, those that are joined together.

    Args:
        text: the stored text.
        case: whose outlets are known.

    Example:
        >>> text = "The Vell Courier and Dock Wire reported it, the newspaper Kvelden did not."
        >>> [[one.name for one in group.named] for group in groups(text, Case([]))]
        [['Vell Courier', 'Dock Wire'], ['Kvelden']]
    """
    found = sorted(_named(text, case).values(), key=lambda one: one.span)[:_MOST]
    joined: list[Named] = []
    for one in found:
        if joined and one.span.start < joined[-1].span.end:
            continue
        between = text[joined[-1].span.end : one.span.start] if joined else ""
        if joined and not _joined().fullmatch(between):
            yield Group(tuple(joined))
            joined = []
        joined.append(one)
    if joined:
        yield Group(tuple(joined))


def _named(text: str, case: Case) -> dict[int, Named]:
    """Give names by their start, those of the case first, then by their build."""
    found: dict[int, Named] = {}
    for match in islice(_SEQUENCE.finditer(text, 0, _LONGEST), _MOST_SEQUENCES):
        for one in _of_sequence(text, match, case):
            found.setdefault(one.span.start, one)
    for match in _called().finditer(text, 0, _LONGEST):
        name = _AFTER_CLASS.match(text, match.end())
        if name is not None and not _opens(name["name"]):
            span = Span(*name.span("name"))
            held = case.meant(name["name"], articled=True)
            found[span.start] = Named(held or canonical(name["name"]), span, bare=False)
    return found


def _opens(name: str) -> bool:
    """Say whether a capitalised word opens sentences rather than names."""
    return name in load("outlets")["credited"]["no_part"]


def _of_sequence(text: str, match: re.Match[str], case: Case) -> Iterator[Named]:
    """Give the outlets among capitalised words in a row, the longest name at each place."""
    words = [(m.start(), m.end()) for m in re.finditer(r"[^ ]+", match.group())]
    at, base = 0, match.start()
    while at < len(words):
        for end in range(len(words), at, -1):
            span = Span(base + words[at][0], base + words[end - 1][1])
            one = _one(text, span, case)
            if one is not None:
                yield one
                at = end
                break
        else:
            at += 1


def _one(text: str, span: Span, case: Case) -> Named | None:
    """Say whether just these words name an outlet."""
    name = span.of(text)
    first, last = name.split()[0], name.split()[-1]
    if first in {"The", "THE"} or not first[0].isupper() or last[0].islower():
        return None  # the name without its article, or behind a joining word, is tried next
    articled = text[max(0, span.start - 4) : span.start] in {"the ", "The "}
    held = case.meant(name, articled=articled)
    if held is not None:
        plain = len(name.split()) == 1 and not is_known(name) and not name.isupper()
        return Named(held, span, bare=not plain)
    if _opens(first) or not looks_like_outlet(name):
        return None
    if " and " in name and not is_known(name):
        return None  # two names
    return Named(canonical(name), span, bare=False)


@lru_cache(maxsize=1)
def _joined() -> re.Pattern[str]:
    return re.compile(load("credits")["joined"]["pattern"])


@lru_cache(maxsize=1)
def _called() -> re.Pattern[str]:
    words = sorted(load("outlets")["credited"]["called"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?=[ ][“\"]?[A-Z])")
