"""What does a world look like when somebody wants a report to look like many?

Level 3 of the generator. Each article of a level 2 world may be posted again and again: whole, with
the page's own furniture around it, spun (words put for words), with letters of another script that
look alike, with an older day than the original's, under the name of a page that cites itself. All
keep the roots of what they tell, and each has the article it was made from as its parent.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from bench.newsrooms.article import Article, Item
from bench.newsrooms.cast import Outlet, draw_of, pick
from bench.newsrooms.story import Story, story

__all__ = ["TRICKS", "hostile"]

_ALIKE = str.maketrans("aeopcxyAEOPCTHKM", "аеорсхуАЕОРСТНКМ")
"""Latin letters and the Cyrillic ones that look the same."""

_SPUN = {
    "said": "stated",
    "people": "persons",
    "according to": "as per",
    "According to": "As per",
    "employs": "gives work to",
    "about": "approximately",
    "delivered": "supplied",
    "each": "every",
    "homes": "houses",
    "contract": "agreement",
    "order": "commission",
    "parts": "components",
    "suppliers": "vendors",
    "told": "informed",
    "output": "throughput",
    "reported": "wrote",
    "worth": "valued at",
}
_FURNITURE = (
    "Subscribe to our newsletter and never miss a story. Follow us on every channel. All rights reserved.",
    "You may also like: ten walks along the river; what the stars say this week; our best soups.",
    "Share this article. Print. Comments are closed. Cookie settings. About us. Contact. Imprint.",
)
_SELF = (
    "As {o} reported earlier, the details have been known for some time.",
    "{O} was the first to report on the matter.",
    "According to {o}, which has followed the matter from the start, more is to come.",
)


def hostile(seed: int, *, copies: int = 200) -> Story:
    """Make a level 2 world and flood it with reposts.

    Args:
        seed: same seed and number, same world.
        copies: how many reposts.

    Example:
        >>> world = hostile(1, copies=5)
        >>> sum(one.outlet.name.startswith("Mirror") for one in world.articles.values())
        5
    """
    made = story(seed, retellings=6)
    draw = draw_of(seed, "hostile")
    pool = [one for one in made.articles.values() if one.items and one.dated]
    targets = draw.sample(pool, min(3, len(pool)))
    for number in range(copies):
        original = draw.choice(targets)
        outlet = Outlet(f"Mirror {number // 3} Online", f"Mirror {number // 3}", agency=False)
        copy = made.new(outlet, original.day + draw.randrange(0, 20))
        copy.dated = draw.random() < 0.8
        _repost(original, copy)
        trick = TRICKS[draw.choice(sorted(TRICKS))]
        trick(copy, draw)
    return made


def _repost(original: Article, copy: Article) -> None:
    """Take all over: items, dateline, caveat."""
    copy.items = [replace(one, parent=(original.id, at)) for at, one in enumerate(original.items)]
    copy.head, copy.tail, copy.tag = list(original.head), list(original.tail), original.tag
    copy.caveat, copy.layout, copy.title = original.caveat, original.layout, original.title
    copy.parents[original.id] = "quotation"
    copy.credits = list(original.credits)
    said = " ".join([*original.head, original.caveat, *original.tail])
    if (original.tag and original.outlet.agency) or original.outlet.name in said:
        copy.credits.append((original.outlet.name, "tag"))


def _whole(_: Article, __: random.Random) -> None:
    """Change nothing."""


def _furnished(copy: Article, draw: random.Random) -> None:
    """Put the page's furniture under the text."""
    copy.furniture = pick(draw, _FURNITURE)


def _spun_text(copy: Article, _: random.Random) -> None:
    """Put words for words wherever the list of them allows."""
    _reworded(copy, _spun)


def _spun(text: str) -> str:
    padded = f" {text} "
    for word, other in _SPUN.items():
        padded = padded.replace(f" {word} ", f" {other} ")
    return padded[1:-1]


def _lookalike(copy: Article, draw: random.Random) -> None:
    """Put letters that look alike into every third word or so."""
    chosen = draw.randrange(3)
    _reworded(copy, lambda text: _masked(text, chosen))


def _masked(text: str, chosen: int) -> str:
    words = text.split(" ")
    return " ".join(
        word.translate(_ALIKE) if at % 3 == chosen else word for at, word in enumerate(words)
    )


def _older(copy: Article, draw: random.Random) -> None:
    """Claim a day before the original's."""
    copy.dated = True
    copy.backdated = draw.randrange(21, 60)


def _self_citing(copy: Article, draw: random.Random) -> None:
    """Cite oneself as the source."""
    name = copy.outlet.name
    copy.head.insert(0, pick(draw, _SELF).format(o=name, O=name))


def _reworded(copy: Article, change: Callable[[str], str]) -> None:
    copy.items = [_item(one, change) for one in copy.items]
    copy.tag = change(copy.tag)
    copy.head = [change(sentence) for sentence in copy.head]
    copy.caveat = change(copy.caveat)


def _item(one: Item, change: Callable[[str], str]) -> Item:
    """Change the words of an item, those of its statement alike.

    The statement is changed within its sentence, so that its words still stand there.
    """
    sentence = one.sentence
    before, _, after = sentence.text.partition(sentence.words)
    words = change(sentence.words)
    text = change(before) + words + change(after)
    return replace(one, sentence=replace(sentence, text=text, words=words))


TRICKS: dict[str, Callable[[Article, random.Random], None]] = {
    "furnished": _furnished,
    "lookalike letters": _lookalike,
    "older": _older,
    "self-citing": _self_citing,
    "spun": _spun_text,
    "whole": _whole,
}
