"""Where do the articles of a world lie, and where its truth?

Articles go to ``articles/`` as text files and one feed; the truth to ``truth.json`` beside it, which
the product never reads: edges, claims with their roots and states, what changed over each edge, and
who credits whom.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from bench.newsrooms.article import Article, Item
from bench.newsrooms.cast import Cast
from bench.newsrooms.facts import State, changes
from bench.newsrooms.page import date_of, page

__all__ = ["Written", "write"]

FEED = "feed.jsonl"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written.

    Args:
        folder: of the articles.
        paths: of each article, as the product shows them.
    """

    folder: Path
    paths: dict[str, str]


def write(articles: dict[str, Article], cast: Cast, folder: Path) -> Written:
    """Write a world.

    Args:
        articles: by id.
        cast: of the world.
        folder: gets ``articles/`` and ``truth.json``.
    """
    place = folder / "articles"
    place.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    paths: dict[str, str] = {}
    for article in sorted(articles.values(), key=lambda one: one.id):
        made = page(article, articles, cast)
        if made.name:
            (place / made.name).write_text(made.data, encoding="utf-8")
            paths[article.id] = made.name
        else:
            lines.append(made.data)
            paths[article.id] = f"{FEED}#{len(lines)}"
    (place / FEED).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    truth = {
        "fiction": True,
        "articles": [_article(one, paths) for one in articles.values()],
        "claims": [
            _claim(article, at, one, articles)
            for article in articles.values()
            for at, one in enumerate(article.items)
        ],
    }
    text = json.dumps(truth, indent=1, ensure_ascii=False) + "\n"
    (folder / "truth.json").write_text(text, encoding="utf-8")
    return Written(place, paths)


def _article(article: Article, paths: dict[str, str]) -> dict[str, Any]:
    return {
        "id": article.id,
        "path": paths[article.id],
        "outlet": article.outlet.name,
        "published": date_of(article) if article.dated else None,
        "parents": article.parents,
        "credits": [{"outlet": name, "how": how} for name, how in article.credits],
    }


def _claim(article: Article, at: int, one: Item, articles: dict[str, Article]) -> dict[str, Any]:
    parent = articles[one.parent[0]].items[one.parent[1]] if one.parent else None
    told = one.telling
    return {
        "id": f"{article.id}/{at}",
        "article": article.id,
        "words": one.sentence.words,
        "sentence": one.sentence.text,
        "fact": told.fact.id,
        "root": one.root,
        "parent": f"{one.parent[0]}/{one.parent[1]}" if one.parent else None,
        "changes": sorted(changes(told, parent.telling)) if parent else [],
        "state": {part.name: getattr(told, part.name) for part in fields(State)},
    }
