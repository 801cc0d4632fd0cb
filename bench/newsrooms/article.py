"""What does one article hold, and where did each part of it come from?

An article is a list of items, each a telling in words with the item that it was taken from, and a
list of credits to other newsrooms. Its parents are the articles that it was made from, with the
kind of making. Retelling keeps part of a parent's items, changes some, and words them anew.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field, replace

from bench.newsrooms.cast import Cast, Outlet, Voice, grammar, pick
from bench.newsrooms.facts import KINDS, Telling, altered, changes
from bench.newsrooms.wording import Sentence, framed, opening, statement

__all__ = [
    "START",
    "Article",
    "Item",
    "credit",
    "date_words",
    "item",
    "noted",
    "reprint",
    "retold",
    "weekday",
]

START = dt.date(2031, 4, 2)
"""The first day of every world."""

_PERSONS = ("person", "body", "unnamed")


@dataclass(frozen=True, slots=True)
class Item:
    """A telling in an article.

    Args:
        telling: what is told.
        sentence: in which words.
        root: who or what put it into the record.
        parent: article and place of the item that it was taken from, None for a first telling.
    """

    telling: Telling
    sentence: Sentence
    root: str
    parent: tuple[str, int] | None = None


@dataclass(slots=True)
class Article:
    """An article in the making.

    Args:
        id: of the article in its world.
        outlet: whose it is.
        day: of publication, counted from the first day of the world.
        items: what it tells.
        parents: the articles that it was made from, with the kind of making.
        credits: outlets that it names as its sources, in which way.
        head: sentences before the items.
        tail: sentences after them.
        tag: an agency's dateline, empty where there is none.
        link: the article it links to, and the words of the link with their sentence.
        caveat: a sentence that says what was not verified.
        dated: it carries its date.
        furniture: what stands on the page and is no reporting.
        title: a title to be used in place of one made from the first item.
        backdated: days by which it claims to be older than it is.
        layout: the article whose title and sentences of no matter it has: its own, or a parent's.
    """

    id: str
    outlet: Outlet
    day: int
    items: list[Item] = field(default_factory=list)
    parents: dict[str, str] = field(default_factory=dict)
    credits: list[tuple[str, str]] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    tag: str = ""
    link: tuple[str, str, str] | None = None
    caveat: str = ""
    dated: bool = True
    furniture: str = ""
    title: str = ""
    backdated: int = 0
    layout: str = ""

    def __post_init__(self) -> None:
        self.layout = self.layout or self.id


def weekday(day: int) -> str:
    """Name the day of the week of a day of the world.

    Example:
        >>> weekday(0), weekday(1)
        ('Wednesday', 'Thursday')
    """
    return f"{START + dt.timedelta(days=day):%A}"


def date_words(day: int) -> str:
    """Write a day of the world as articles do.

    Example:
        >>> date_words(1)
        '3 April'
    """
    date = START + dt.timedelta(days=day)
    return f"{date.day} {date:%B}"


def item(
    article: Article,
    telling: Telling,
    root: str,
    cast: Cast,
    draw: random.Random,
    *,
    through: Outlet | None = None,
    chained: Outlet | None = None,
    parent: tuple[str, int] | None = None,
    but: str | None = None,
    day: int | None = None,
) -> None:
    """Add an item to an article in words of its own.

    Args:
        article: to which it is added.
        telling: what is told.
        root: of what is told.
        cast: of the world.
        draw: decides between wordings.
        through: the outlet that the article names as where it has this from.
        chained: the outlet that ``through`` had it from, named too.
        parent: the item it was taken from.
        but: a wording not to be used again.
        day: on which that outlet had it, the article's own where not given.
    """
    words, template = statement(telling, cast, draw, but)
    voice = telling.fact.voice if telling.credited in ("speaker", "self") else None
    own = voice is not None and _same(voice, article.outlet)
    if through is not None and voice is not None and _same(voice, through):
        through = chained = None
    kind = "none" if own else _frame(telling, voice, through, chained, draw)
    lost = {"none": "self" if own else "", "outlet": "outlet", "chain": "outlet"}
    telling = replace(telling, credited=lost.get(kind, "speaker"))
    near, far = (chained, through) if kind == "chain" else (through, chained)
    if kind in ("none", "person", "document", "direct"):
        near = far = None
    extra = {"place": cast.places[4], "weekday": weekday(article.day if day is None else day)}
    extra |= _outlets(near, far)
    named = voice if kind not in ("outlet", "chain", "none") else None
    frame = pick(draw, grammar()["frames"][kind])
    first = _is_new(article, voice)
    sentence = framed(frame, words, template, extra, named, first=first)
    article.items.append(Item(telling, sentence, root, parent))
    for one in (near, far):
        if one is not None and (one.name, "named") not in article.credits:
            article.credits.append((one.name, "named"))


def _is_new(article: Article, voice: Voice | None) -> bool:
    """Say whether an article has not named a voice before."""
    return all(
        one.telling.credited != "speaker" or one.telling.fact.voice != voice
        for one in article.items
    )


def _outlets(near: Outlet | None, far: Outlet | None) -> dict[str, str]:
    """Give the names for a frame: of the outlet credited, and of the one it came through."""
    o, p = near.name if near else "", far.name if far else ""
    return {"o": _inside(o), "O": o, "p": p, "P": opening(p)}


def _same(voice: Voice, outlet: Outlet) -> bool:
    """Say whether an article is its speaker's own statement."""
    return voice.full.removeprefix("the ").casefold() == outlet.name.casefold()


def _inside(name: str) -> str:
    """Write an outlet's name inside a sentence."""
    return "the " + name.removeprefix("The ") if name.startswith("The ") else name


def _frame(
    telling: Telling,
    voice: Voice | None,
    through: Outlet | None,
    chained: Outlet | None,
    draw: random.Random,
) -> str:
    if chained is not None and through is not None and not telling.quoted:
        return "chain"
    if telling.quoted:
        return "direct"
    if voice is None:
        return "outlet" if through is not None else "none"
    if through is None:
        return "person" if voice.kind in _PERSONS else "document"
    if draw.random() < 0.35:
        return "outlet"
    return "through" if voice.kind in _PERSONS else "through_document"


def reprint(parent: Article, child: Article, draw: random.Random) -> None:
    """Take over a parent's items word for word, sometimes without the last of them."""
    keep = len(parent.items) - (draw.random() < 0.3 and len(parent.items) > 2)
    child.items += [
        replace(one, parent=(parent.id, at)) for at, one in enumerate(parent.items[:keep])
    ]
    child.parents[parent.id] = "quotation"
    child.caveat, child.layout, child.title = parent.caveat, parent.layout, parent.title
    if not any(one.telling.caveat for one in child.items):
        child.caveat = ""
    words = " ".join([child.caveat, *(one.sentence.text for one in child.items)])
    named = dict.fromkeys([*parent.credits, (parent.outlet.name, "caveat")])
    child.credits += [one for one in named if one[0].removeprefix("The ") in words]


def retold(
    parent: Article,
    child: Article,
    cast: Cast,
    draw: random.Random,
    *,
    mode: str,
    far: Outlet | None = None,
    changed: float = 0.35,
    most: int = 4,
) -> None:
    """Tell part of a parent's items in other words, some of them changed.

    Args:
        parent: from which is told.
        child: in which.
        cast: of the world.
        draw: decides.
        mode: how the parent is credited: named, apart, link, missing.
        far: the outlet that the parent itself credits, to be named too.
        changed: chance that an item is changed.
        most: so many items at most are taken.
    """
    count = min(len(parent.items), draw.randrange(2, most + 1))
    places = sorted(draw.sample(range(len(parent.items)), count))
    kept = _cautious(parent, child, draw)
    for number, at in enumerate(places):
        one = parent.items[at]
        telling = _again(replace(one.telling, caveat=kept and one.telling.caveat), changed, draw)
        silent = one.telling.credited and not telling.credited
        named = mode == "named" and not silent and (number == 0 or draw.random() < 0.3)
        item(
            child, telling, one.root, cast, draw,
            through=parent.outlet if named else None,
            chained=far if named and number == 0 else None,
            parent=(parent.id, at), but=one.sentence.template, day=parent.day,
        )  # fmt: skip
    if not any(one.telling.caveat for one in child.items):
        child.caveat = ""
        child.credits = [one for one in child.credits if one[1] != "caveat"]
    child.parents[parent.id] = "rewrite"


def _cautious(parent: Article, child: Article, draw: random.Random) -> bool:
    """Say whether a retelling keeps its parent's caution, in its own name or the parent's."""
    if not parent.caveat or draw.random() >= 0.5:
        return False
    self_ = child.outlet if draw.random() < 0.7 else parent.outlet
    child.caveat = noted(self_, draw)
    if self_ != child.outlet and self_.name in child.caveat:
        child.credits.append((self_.name, "caveat"))
    return True


def _again(telling: Telling, changed: float, draw: random.Random) -> Telling:
    """Tell something again: changed, or without the speaker's own words, or as it is."""
    if draw.random() < changed:
        return _changed(telling, draw)
    plain = telling.quoted and draw.random() < 0.4
    return replace(telling, quoted=False) if plain else telling


def _changed(telling: Telling, draw: random.Random) -> Telling:
    """Make one change that fits a telling."""
    for kind in draw.sample(KINDS, len(KINDS)):
        if kind != "verification dropped":
            other = altered(telling, kind, draw)
            if changes(other, telling):
                return other
    return telling


def credit(parent: Article, child: Article, mode: str, cast: Cast, draw: random.Random) -> None:
    """Credit a parent outside the items: apart, by a link, or not at all."""
    slots = {
        "o": _inside(parent.outlet.name),
        "O": parent.outlet.name,
        "weekday": weekday(parent.day),
        "place": cast.places[5],
    }
    if mode == "apart":
        where = child.head if draw.random() < 0.5 else child.tail
        where.append(pick(draw, grammar()["credits"]).format(**slots))
        child.credits.append((parent.outlet.name, "apart"))
    elif mode == "link":
        words = pick(draw, grammar()["link_words"])
        sentence = pick(draw, grammar()["links"]).format(a=words, **slots)
        child.link = (parent.id, words, sentence)


def noted(outlet: Outlet, draw: random.Random) -> str:
    """Write a caveat of an outlet."""
    return pick(draw, grammar()["caveats"]).format(Self=outlet.name)
