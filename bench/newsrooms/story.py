"""How does a story run through an invented world of newsrooms?

A few articles are first hand: an agency heard an official, a paper saw a document, another reporter
sat in the same press conference, somebody says otherwise, a body put out a statement. Then others
reprint, rewrite, sum up, credit or fail to credit; a newsroom corrects itself late, updates, or
withdraws; two newsrooms come to cite each other. Articles on other matters of the same places and
outlets lie between. Who took what from whom is kept.

It holds no translation: an honest one needs a second grammar with its own ways, which is not here.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from bench.newsrooms.article import Article, credit, date_words, item, noted, reprint, retold
from bench.newsrooms.cast import Cast, Outlet, Voice, cast, draw_of, grammar, pick
from bench.newsrooms.facts import Fact, altered, facts, told
from bench.newsrooms.wording import filled, headline

__all__ = ["Story", "story"]


@dataclass(slots=True)
class Story:
    """A world with its articles.

    Args:
        cast: who is there.
        draw: decides everything.
        articles: by id, in the order of their making.
        retold: how many articles rest on others.
    """

    cast: Cast
    draw: random.Random
    articles: dict[str, Article]
    retold: int

    def new(self, outlet: Outlet, day: int) -> Article:
        """Open an article."""
        article = Article(f"a{len(self.articles):03d}", outlet, day)
        article.dated = self.draw.random() > 0.08
        self.articles[article.id] = article
        return article

    def outlet(self) -> Outlet:
        """Draw a paper; the last one writes on other matters only."""
        return self.draw.choice(self.cast.newspapers[:-1])


def story(seed: int, *, retellings: int = 12) -> Story:
    """Make a world of articles.

    Args:
        seed: same seed, same world.
        retellings: how many articles rest on others, corrections and loops not counted.

    Example:
        >>> len(story(3).articles) == len(story(3).articles) > 15
        True
    """
    made = Story(cast(seed), draw_of(seed, "story"), {}, retellings)
    draw = made.draw
    firsts = _first_hand(made)
    for _ in range(retellings):
        _retelling(made)
    if draw.random() < 0.7:
        _correction(made, firsts[0])
    if draw.random() < 0.4:
        _update(made, firsts[1])
    if draw.random() < 0.3:
        _retraction(made, firsts[1])
    if draw.random() < 0.6:
        _loop(made, firsts[1])
    if draw.random() < 0.5:
        _each_other(made)
    for _ in range(4):
        _elsewhere(made)
    return made


def _first_hand(made: Story) -> list[Article]:
    """Let the first reports be written: by an agency, by a paper, and perhaps by others."""
    cast_, draw = made.cast, made.draw
    official, other = cast_.people[0], cast_.people[-1]
    body, hidden = cast_.bodies[0], draw.choice([*cast_.unnamed[:1], *cast_.papers[:1]])
    voices = [official, official, official, body, body, hidden, hidden, hidden]
    known = facts(draw, voices)
    statement = _statement(made, body, known[3:5]) if draw.random() < 0.4 else None
    wire = made.new(cast_.agencies[0], 1)
    _tell(made, wire, known[:5], caveat=draw.random() < 0.6)
    if statement is not None:
        wire.parents[statement.id] = "primary_source"
        for at, one in enumerate(wire.items[3:5]):
            wire.items[3 + at] = replace(one, parent=(statement.id, at))
    paper = made.new(made.outlet(), draw.randrange(1, 4))
    _tell(made, paper, known[5:], caveat=draw.random() < 0.5)
    if draw.random() < 0.6:  # a second reporter in the room: the same speaker, no copying
        room = made.new(made.outlet(), 1)
        _tell(made, room, [known[0], known[2]], caveat=False)
    if draw.random() < 0.5:  # somebody says otherwise
        against = made.new(made.outlet(), draw.randrange(2, 6))
        _tell(made, against, [_disputed(known[0], other, draw)], caveat=False)
    return [wire, paper]


def _disputed(fact: Fact, voice: Voice, draw: random.Random) -> Fact:
    """Let another voice give another figure, or deny an act."""
    first = told(fact, hedged=False, approximate=False, quoted=False)
    otherwise = altered(first, "polarity" if fact.kind == "act" else "figure", draw)
    return replace(fact, voice=voice, value=otherwise.value, negated=otherwise.negated)


def _tell(made: Story, article: Article, known: list[Fact], *, caveat: bool) -> None:
    """Write a first-hand report."""
    draw = made.draw
    if caveat:
        article.caveat = noted(article.outlet, draw)
    if article.outlet.agency:
        article.tag = _tag(made, article.outlet, article.day)
    for fact in known:
        voice = fact.voice
        speaks = voice.kind == "person"
        telling = told(
            fact,
            hedged=draw.random() < 0.3,
            approximate=draw.random() < 0.3,
            quoted=speaks and draw.random() < 0.45,
        )
        checked = caveat and fact.kind != "act" and voice == known[0].voice
        root = voice.id if voice.kind in ("person", "body") else f"{voice.id}@{article.id}"
        item(article, replace(telling, caveat=checked), root, made.cast, draw)
    if not any(one.telling.caveat for one in article.items):
        article.caveat = ""


def _statement(made: Story, body: Voice, known: list[Fact]) -> Article:
    """Let a body put out its own statement, which is in hand."""
    name = body.full.removeprefix("the ")
    name = " ".join(word if word == "of" else word[0].upper() + word[1:] for word in name.split())
    article = made.new(Outlet(name, name, agency=False), 1)
    for fact in known:
        telling = told(fact, hedged=False, approximate=False, quoted=False)
        item(article, telling, body.id, made.cast, made.draw)
    return article


def _tag(made: Story, agency: Outlet, day: int) -> str:
    form = pick(made.draw, grammar()["tags"])
    date = date_words(day)
    return form.format(PLACE=made.cast.places[1].upper(), date=date, t=agency.tag)


def _retelling(made: Story) -> None:
    """Let a newsroom make an article of one or two that are out."""
    draw = made.draw
    pool = [one for one in made.articles.values() if one.items]
    weights = [3.0 if one.outlet.agency else 1.0 + 0.5 * (not one.parents) for one in pool]
    parent = draw.choices(pool, weights)[0]
    outlet = next(o for o in iter(made.outlet, None) if o != parent.outlet)
    child = made.new(outlet, parent.day + draw.randrange(0, 4))
    if draw.random() < 0.25:
        reprint(parent, child, draw)
        if parent.tag and draw.random() < 0.75:
            child.tag = parent.tag
            child.credits.append((_agency(made, parent).name, "tag"))
        else:
            credit(parent, child, draw.choice(["apart", "missing"]), made.cast, draw)
        return
    mode = draw.choice(["named", "named", "named", "apart", "link", "missing"])
    far = _far(made, parent) if draw.random() < 0.5 else None
    retold(parent, child, made.cast, draw, mode=mode, far=far)
    credit(parent, child, mode, made.cast, draw)
    second = draw.choice(pool)
    if draw.random() < 0.2 and second.id != parent.id and second.day <= child.day:
        more = draw.choice(["named", "missing"])
        if second.outlet != outlet:
            retold(second, child, made.cast, draw, mode=more, most=2)


def _agency(made: Story, article: Article) -> Outlet:
    """Whose tag an article carries."""
    return next(a for a in made.cast.agencies if f"({a.tag})" in article.tag)


def _far(made: Story, article: Article) -> Outlet | None:
    """Give the outlet that an article credits, where it made no secret of it."""
    outlets = {one.name: one for one in (*made.cast.agencies, *made.cast.newspapers)}
    return next((outlets[name] for name, _ in article.credits if name in outlets), None)


def _correction(made: Story, first: Article) -> None:
    """Let a newsroom correct one figure of its report, late."""
    draw = made.draw
    at = next((n for n, one in enumerate(first.items) if one.telling.fact.value), None)
    if at is None:
        return
    child = made.new(first.outlet, first.day + draw.randrange(5, 12))
    child.dated = True
    date = date_words(first.day)
    opened = pick(draw, grammar()["correction"]["open"])
    child.head.append(opened.format(self=first.outlet.name, date=date))
    wrong = first.items[at]
    right = replace(altered(wrong.telling, "figure", draw), caveat=False, hedged=False)
    item(child, right, wrong.root, made.cast, draw, parent=(first.id, at))
    child.parents[first.id] = "revision"
    if draw.random() < 0.6:
        taker = made.new(made.outlet(), child.day + 1)
        retold(child, taker, made.cast, draw, mode="named", changed=0.0, most=2)


def _update(made: Story, first: Article) -> None:
    """Let a newsroom extend its report."""
    child = made.new(first.outlet, first.day + 1)
    child.head.append(filled(pick(made.draw, grammar()["update"]), {}, made.cast))
    reprint(first, child, made.draw)
    child.parents[first.id] = "revision"
    (fact,) = facts(made.draw, [made.cast.people[1]])
    fact = replace(fact, id="fact-update")
    telling = told(fact, hedged=False, approximate=False, quoted=False)
    item(child, telling, fact.voice.id, made.cast, made.draw)


def _retraction(made: Story, first: Article) -> None:
    """Let a newsroom take back its report."""
    child = made.new(first.outlet, first.day + made.draw.randrange(6, 14))
    form = pick(made.draw, grammar()["correction"]["retract"])
    date = date_words(first.day)
    slots = {"self": first.outlet.name, "Self": first.outlet.name, "date": date}
    child.head.append(filled(form, slots, made.cast))
    child.title = f"{first.outlet.name} withdraws a report"
    child.parents[first.id] = "revision"


def _loop(made: Story, first: Article) -> None:
    """Let a newsroom report what another had from it, as that other's news."""
    draw = made.draw
    outlet = next(o for o in iter(made.outlet, None) if o != first.outlet)
    middle = made.new(outlet, first.day + 1)
    retold(first, middle, made.cast, draw, mode="named", changed=0.2)
    back = made.new(first.outlet, first.day + 3)
    retold(middle, back, made.cast, draw, mode="named", changed=0.2, most=2)


def _each_other(made: Story) -> None:
    """Let two newsrooms cite each other on one day for what one of them made up."""
    draw = made.draw
    one, other = draw.sample(made.cast.newspapers[:-1], 2)
    (fact,) = facts(draw, [made.cast.unnamed[2]])
    fact = replace(fact, id="fact-loop")
    telling = told(fact, hedged=False, approximate=False, quoted=False)
    day = draw.randrange(2, 8)
    maker, taker = made.new(one, day), made.new(other, day)
    item(maker, telling, f"made up by {maker.id}", made.cast, draw, through=other)
    item(
        taker, telling, f"made up by {maker.id}", made.cast, draw,
        through=one, parent=(maker.id, 0), but=maker.items[0].sentence.template,
    )  # fmt: skip
    taker.parents[maker.id] = "rewrite"


def _elsewhere(made: Story) -> None:
    """Write on another maker of another town, in the same outlets and forms."""
    draw = made.draw
    away = cast(made.cast.seed * 1000 + 500 + len(made.articles))
    away = replace(away, places=(away.places[0], *made.cast.places[1:]))
    outlet = draw.choice([made.outlet(), made.cast.newspapers[-1]])
    article = made.new(outlet, draw.randrange(0, 10))
    for one in facts(draw, [away.people[0], away.people[1]]):
        fact = replace(one, id=f"fact-{article.id}-{one.id}")
        telling = told(fact, hedged=False, approximate=False, quoted=draw.random() < 0.4)
        item(article, telling, fact.voice.id, away, draw)
    article.title = headline(article.items[0].telling, away, draw)
