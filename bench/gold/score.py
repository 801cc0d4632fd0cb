"""How well do the product's claims agree with the gold of one article?

An attribution of the product is paired with one of the gold by the words of cue and content, a claim
by those of its proposition, a quantity by those of its text: one to one, best first, where at least
half of the words are shared (``layers.paired``).

    attribution   who said what: the pair shares half of the words of the source, or neither has one
    chain         the whole path from the one the article credits to the innermost: as many links, each
                  of them paired and with its source
    kind, name    of the sources of paired attributions; a name without article and title, in lower case
    status, whose, checked   of paired claims; ``unverified`` counts over all gold claims that have it
    whole         a quantity of a gold claim with all of: source of its claim, interval, unit or
                  currency, per, time, thing, status

Where it fails: a proposition cut in another place than the gold's has no partner, and all that it
says is then missing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from bench.gold import model as gold
from bench.gold.layers import Words, paired
from pint import UndefinedUnitError, UnitRegistry

from allsource.model import claim as ours
from allsource.model.quantity import Quantity
from allsource.model.span import Span

REGISTRY: UnitRegistry[Any] = UnitRegistry()

__all__ = ["Error", "Tally", "compare"]

_TITLES = re.compile(
    r"^(?:(?:the|a|an|mr|mrs|ms|dr|sir|lady|lord|cllr|president|minister|captain|chief|director)"
    r"\.?\s+)+"
)


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that went wrong, for a person to read."""

    question: str
    wanted: str
    found: str
    place: Span


@dataclass(slots=True)
class Tally:
    """Counts of every question over articles; ``errors`` in the order of the text."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    status: Counter[tuple[str, str]] = field(default_factory=Counter)
    errors: list[tuple[str, Error]] = field(default_factory=list)

    def share(self, question: str) -> float:
        """Right ones of those wanted, in percent."""
        return 100 * self.right[question] / max(1, self.wanted[question])

    def f1(self, question: str) -> float:
        """F1 in percent."""
        both = self.found[question] + self.wanted[question]
        return 200 * self.right[question] / max(1, both)

    def macro(self) -> float:
        """Mean F1 of the statuses that the gold has, in percent."""
        scores = []
        for status in {wanted for wanted, _ in self.status}:
            hit = self.status[status, status]
            wanted = sum(n for (w, _), n in self.status.items() if w == status)
            found = sum(n for (_, f), n in self.status.items() if f == status)
            scores.append(200 * hit / max(1, wanted + found))
        return sum(scores) / max(1, len(scores))


@dataclass(frozen=True, slots=True)
class _Link:
    """One attribution of either side; ``outer`` is those around it, outermost first."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str | None
    name: str | None
    outer: tuple[_Link, ...] = ()


class _Sheet:
    """One article with both sides, and where the counts go."""

    def __init__(self, name: str, text: str, tally: Tally) -> None:
        self.name, self.text, self.tally = name, text, tally
        self.words = Words(text)

    def ask(self, question: str, wanted: object, found: object, place: Span) -> bool:
        """Count one question that both sides answer, and keep it where they differ."""
        right = wanted == found
        self.tally.wanted[question] += 1
        self.tally.right[question] += right
        if not right:
            self.miss(question, str(wanted), str(found), place)
        return right

    def miss(self, question: str, wanted: str, found: str, place: Span) -> None:
        """Keep one error."""
        self.tally.errors.append((self.name, Error(question, wanted, found, place)))

    def same_words(self, left: Sequence[Span], right: Sequence[Span]) -> bool:
        """Say whether two stretches share half of their words, or both are empty."""
        one, other = self.words.under(left), self.words.under(right)
        if not one or not other:
            return not one and not other
        return len(one & other) / len(one | other) >= 0.5


def compare(
    name: str, text: str, wanted: gold.Article, found: Sequence[ours.Claim], tally: Tally
) -> None:
    """Add one article to the counts.

    Args:
        name: of the article.
        text: its text.
        wanted: the gold.
        found: all claims of the product.
        tally: what is added to.
    """
    found = [claim for claim in found if claim.stated]
    sheet = _Sheet(name, text, tally)
    theirs, mine = _gold_links(wanted, text), _links(found)
    pairs = paired(theirs, mine, lambda one: sheet.words.under((*one.cue, *one.content)))
    _attributions(sheet, theirs, mine, pairs)
    _claims(sheet, wanted, found, theirs)


def _attributions(
    sheet: _Sheet, theirs: Sequence[_Link], mine: Sequence[_Link], pairs: list[tuple[_Link, _Link]]
) -> None:
    tally = sheet.tally
    partner = {id(left): right for left, right in pairs}
    for question in ("attribution", "chain"):
        tally.wanted[question] += len(theirs)
        tally.found[question] += len(mine)
    nested = [link for link in theirs if link.outer]
    tally.wanted["nested chain"] += len(nested)
    tally.found["nested chain"] += sum(bool(link.outer) for link in mine)
    for link in theirs:
        other = partner.get(id(link))
        place = _hull((*link.cue, *link.content))
        if other is None or not sheet.same_words(link.source, other.source):
            shown = _told(sheet.text, other) if other else "nothing"
            sheet.miss("attribution", _told(sheet.text, link), shown, place)
        else:
            tally.right["attribution"] += 1
        if other is not None and _same_chain(sheet, link, other):
            tally.right["chain"] += 1
            tally.right["nested chain"] += bool(link.outer)
        elif other is not None:
            sheet.miss("chain", _path(sheet.text, link), _path(sheet.text, other), place)
        if other is not None and link.source and other.source:
            sheet.ask("kind", link.kind, other.kind, place)
            sheet.ask("name", _plain(link.name), _plain(other.name), place)


def _same_chain(sheet: _Sheet, wanted: _Link, found: _Link) -> bool:
    one, other = (*wanted.outer, wanted), (*found.outer, found)
    return len(one) == len(other) and all(
        sheet.same_words(a.source, b.source) and (sheet.same_words(a.cue, b.cue) or not a.cue)
        for a, b in zip(one, other, strict=True)
    )


def _claims(
    sheet: _Sheet, wanted: gold.Article, found: Sequence[ours.Claim], theirs: Sequence[_Link]
) -> None:
    tally = sheet.tally
    pairs = paired(
        wanted.claims,
        found,
        lambda one: sheet.words.under(
            [one.span] if isinstance(one, gold.Claim) else [one.proposition]
        ),
    )
    partner = {id(left): right for left, right in pairs}
    by_id = {one.id: link for one, link in zip(wanted.attributions, theirs, strict=True)}
    tally.wanted["claim"] += len(wanted.claims)
    tally.found["claim"] += len(found)
    tally.right["claim"] += len(pairs)
    for claim in wanted.claims:
        other = partner.get(id(claim))
        place = Span(*claim.span)
        if other is None:
            sheet.miss("claim", place.of(sheet.text), "nothing", place)
        else:
            tally.status[claim.status, other.stance.status] += 1
            sheet.ask("status", claim.status, other.stance.status, place)
            if claim.whose or other.stance.whose:
                sheet.ask("whose, either", claim.whose, other.stance.whose, place)
            if claim.whose:
                sheet.ask("whose", claim.whose, other.stance.whose, place)
        checked = {one.status for one in other.verification} if other else set[str]()
        if any(one.status == "unverified" for one in claim.verification):
            sheet.ask(
                "unverified", "told", "told" if "unverified" in checked else "not told", place
            )
        for one in claim.quantities:
            _whole(sheet, claim, one, by_id.get(claim.attributed or ""), other)


def _whole(
    sheet: _Sheet,
    claim: gold.Claim,
    wanted: gold.Quantity,
    link: _Link | None,
    found: ours.Claim | None,
) -> None:
    """One quantity of a gold claim with all that makes it a claim."""
    place = Span(*wanted.span)
    near = [q for q in found.quantities if q.span.overlaps(place)] if found else []
    if found is None or not near:
        sheet.ask("whole", "found", "not found", place)
        return
    got = max(near, key=lambda q: min(q.span.end, place.end) - max(q.span.start, place.start))
    source = found.attribution[-1].source if found.attribution else None
    spans = source.spans if source else ()
    traits: dict[str, bool] = {
        "source": sheet.same_words(link.source if link else (), spans),
        "interval": _interval(wanted) == _interval(got),
        "unit": _same_unit(_unit(wanted), _unit(got)),
        "per": wanted.per == got.per,
        "time": (wanted.start, wanted.end) == _days(got),
        "thing": _thing(wanted.of.read(sheet.text) if wanted.of else None, got.of),
        "status": claim.status == found.stance.status,
    }
    for trait, right in traits.items():
        sheet.tally.wanted[f"quantity: {trait}"] += 1
        sheet.tally.right[f"quantity: {trait}"] += right
    wrong = [trait for trait, right in traits.items() if not right]
    shown = (
        f"{got.low} to {got.high} {got.unit or got.currency} per {got.per} of {got.of} {_days(got)}"
    )
    sheet.ask("whole", [], [f"{', '.join(wrong)}: {shown}"] if wrong else [], place)


def _interval(one: gold.Quantity | Quantity) -> tuple[object, ...]:
    """The interval; an end that is not there is open, whatever is said of it."""
    low = None if one.low is None else float(f"{one.low:.3g}")
    high = None if one.high is None else float(f"{one.high:.3g}")
    opens = (one.low is None or one.low_open, one.high is None or one.high_open)
    return low, high, *opens, one.approximate


def _unit(one: gold.Quantity | Quantity) -> str | None:
    return one.currency or one.unit


def _same_unit(wanted: str | None, found: str | None) -> bool:
    """Say whether two units are one: the same word, or two names that Pint knows as one ("kV")."""
    if wanted is None or found is None:
        return wanted == found
    return wanted.lower() == found.lower() or _known(wanted) == _known(found) is not None


@lru_cache
def _known(unit: str) -> str | None:
    try:
        return REGISTRY.get_name(unit) or None
    except UndefinedUnitError:
        return None


def _days(one: Quantity) -> tuple[str | None, str | None]:
    time = one.time
    if time is None:
        return None, None
    start, end = time.start, time.end
    if time.boundary in {"by", "until", "before"}:
        start = None
    if time.boundary in {"since", "after"}:
        end = None
    return start, end


def _thing(wanted: str | None, found: str | None) -> bool:
    """Say whether two things share their head word, or half of their words."""
    if not wanted:
        return True
    if not found:
        return False
    one, other = (
        {word.rstrip("s") for word in re.findall(r"\w+", words.lower())}
        for words in (wanted, found)
    )
    return bool(one & other) and len(one & other) * 2 >= min(len(one), len(other))


def _gold_links(article: gold.Article, text: str) -> list[_Link]:
    by_id = {one.id: one for one in article.attributions}

    def link(one: gold.Attribution, seen: frozenset[str] = frozenset()) -> _Link:
        around = by_id.get(one.inside or "")
        outer: tuple[_Link, ...] = ()
        if around is not None and around.id not in seen:
            parent = link(around, seen | {one.id})
            outer = (*parent.outer, parent)
        source, cue, content = (
            tuple(Span(*pair) for pair in part) for part in (one.source, one.cue, one.content)
        )
        name = one.name.read(text) if one.name else None
        return _Link(source, cue, content, one.kind, name, outer)

    return [link(one) for one in article.attributions]


def _links(claims: Iterable[ours.Claim]) -> list[_Link]:
    """Every attribution of the product once, with those around it."""
    made: dict[tuple[object, ...], _Link] = {}
    for claim in claims:
        outer: tuple[_Link, ...] = ()
        for one in claim.attribution:
            who = one.source
            link = _Link(
                who.spans if who else (),
                one.cue.spans,
                one.content.spans,
                who.kind if who else None,
                who.name if who else None,
                outer,
            )
            kept = made.setdefault((one.cue.spans, one.content.spans, link.source), link)
            outer = (*outer, kept)
    return list(made.values())


def _plain(name: str | None) -> str | None:
    """A name without articles, titles, outer marks and final point, in lower case."""
    return _TITLES.sub("", " ".join(name.lower().split())).strip("'\"“”‘’.,") if name else None


def _hull(spans: Sequence[Span]) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _told(text: str, link: _Link) -> str:
    parts = (
        " … ".join(s.of(text) for s in spans) for spans in (link.source, link.cue, link.content)
    )
    return " | ".join(" ".join(part.split()) or "–" for part in parts)


def _path(text: str, link: _Link) -> str:
    return " > ".join(
        " … ".join(s.of(text) for s in one.source) or "–" for one in (*link.outer, link)
    )
