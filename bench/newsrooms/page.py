"""How does an article stand in a folder that the product reads?

As a text file with its head (outlet, title, byline, day), as a line of a feed, or, where it links
to another, as a page of HTML inside a line of the feed. Each carries the mark of invented
evidence. Between what an article tells stand sentences of no matter, some of them shared by chance.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from dataclasses import dataclass
from html import escape

from bench.newsrooms.article import START, Article, weekday
from bench.newsrooms.cast import Cast, draw_of, grammar, pick
from bench.newsrooms.wording import filled, headline

__all__ = ["MARK", "Page", "date_of", "page"]

MARK = "ALLSOURCE FICTION: an invented page of an invented world; nothing in it exists."


@dataclass(frozen=True, slots=True)
class Page:
    """An article as it is written out.

    Args:
        name: file name, empty for a line of the feed.
        data: the text of the file, or the line.
    """

    name: str
    data: str


def date_of(article: Article) -> str:
    """Give the day that an article claims for itself."""
    return (START + dt.timedelta(days=article.day - article.backdated)).isoformat()


def address(article: Article) -> str:
    """Give where an article stands."""
    return f"https://{article.outlet.host}/{article.id}"


def page(article: Article, articles: dict[str, Article], cast: Cast) -> Page:
    """Write an article out."""
    laid = draw_of(cast.seed, f"layout/{article.layout}")
    title = article.title
    if not title and article.items:
        title = headline(article.items[0].telling, cast, laid)
    paragraphs = _paragraphs(article, cast, laid)
    draw = draw_of(cast.seed, f"page/{article.id}")
    if article.link is None and draw.random() < 0.35 and article.dated:
        return Page(f"{article.id}.txt", _text(article, title, paragraphs, cast, draw))
    record = {"url": address(article), "title": title, "outlet": article.outlet.name}
    if article.dated:
        record["published"] = date_of(article)
    if article.link is None:
        record["text"] = "\n\n".join([MARK, *paragraphs])
    else:
        record["html"] = _html(article, articles, title, paragraphs)
    return Page("", json.dumps(record, ensure_ascii=False))


def _paragraphs(article: Article, cast: Cast, draw: random.Random) -> list[str]:
    """Lay an article out: what it tells first, sentences of no matter between."""
    sentences = [one.sentence.text for one in article.items]
    checked = [n for n, one in enumerate(article.items) if one.telling.caveat]
    group = checked[-1] + 1 if checked and article.caveat else 1
    lead = [*article.head, *sentences[:group]]
    if article.caveat:
        lead.append(article.caveat)
    found = [article.tag + " ".join(lead)] if lead else []
    for sentence in sentences[group:]:
        found.append(sentence)
        if draw.random() < 0.5:
            found.append(_filler(cast, draw))
    found.append(" ".join(_filler(cast, draw) for _ in range(draw.randrange(1, 4))))
    if article.link is not None:
        found.insert(1, article.link[2])
    return [*found, *article.tail, *([article.furniture] if article.furniture else [])]


def _filler(cast: Cast, draw: random.Random) -> str:
    """Write a sentence of no matter; some name an outlet that is nobody's source."""
    if draw.random() < 0.06:
        name = cast.newspapers[-1].name.removeprefix("The ")
        return pick(draw, grammar()["mentions"]).format(o2=name)
    form = " ".join(pick(draw, part) for part in grammar()["fillers"]) + "."
    slots = {"weekday": weekday(draw.randrange(7)), "place": draw.choice(cast.places)}
    return filled(form, slots, cast)


def _text(
    article: Article, title: str, paragraphs: list[str], cast: Cast, draw: random.Random
) -> str:
    day = dt.date.fromisoformat(date_of(article))
    head = [article.outlet.name.upper(), title]
    if draw.random() < 0.5:
        head.append(f"By {draw.choice(grammar()['names']['given'])} {cast.people[3].short}")
    head.append(f"{day.day} {day:%B %Y}")
    return "\n\n".join(["\n".join(head), MARK, *paragraphs]) + "\n"


def _html(article: Article, articles: dict[str, Article], title: str, paragraphs: list[str]) -> str:
    target, words, sentence = article.link or ("", "", "")
    anchor = f'<a href="{address(articles[target])}">{escape(words)}</a>'
    linked = escape(sentence).replace(escape(words), anchor, 1)
    body = "".join(
        f"<p>{linked if part == sentence else escape(part, quote=False)}</p>" for part in paragraphs
    )
    return (
        f"<html lang='en'><head><title>{escape(title)}</title></head><body><article>"
        f"<h1>{escape(title)}</h1><p>{MARK}</p>{body}</article></body></html>"
    )
