"""A thousand articles that nobody wrote about: invented text with the shape of news.

    python bench/speed/articles.py FOLDER [--articles 1000] [--seed 1]

Each article has a headline, a byline, a date line and about 750 words in paragraphs of two to
four sentences, drawn from templates with invented names, places, figures, dates, quotations and
cues. The same seed gives the same bytes on every machine. About one sentence in two credits
somebody, one in two holds a figure, and one article in five repeats paragraphs of another, so that
every room has work to do. The sense of the text is none; only its shape matters.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from pathlib import Path

WORDS = 750
START = dt.date(2031, 1, 4)

GIVEN = (
    *("Alvena", "Brisko", "Corin", "Dalia", "Evren", "Fennick", "Gisla", "Harrow", "Ilsabet"),
    *("Joren", "Kestra", "Lorcan", "Mirel", "Nadja", "Orsin", "Petra", "Quill", "Renske"),
    *("Silvan", "Tamsin", "Ulric", "Vesna", "Wendel", "Xanthe", "Yorick", "Zelda"),
)
FAMILY = (
    *("Abernoll", "Bracht", "Coldwell", "Drummer", "Eskildsen", "Farrowby", "Grantley", "Holm"),
    *("Ingvarsen", "Jessop", "Karrow", "Lindqvar", "Maddern", "Norrish", "Ottery", "Pelham"),
    *("Quennell", "Rastrick", "Sandoe", "Thornby", "Ullman", "Varga", "Westlake", "Yarrow"),
)
PLACE = (
    *("Port Ansel", "Harbeck", "Lower Tarn", "Nyquist Bay", "Osterfeld", "Quarrymouth"),
    *("Saltmere", "Tullow Cross", "Vantage Point", "Wexholm", "Brannock", "Cinderford Vale"),
)
FIRM = (
    *("Orlan Works", "Harbeck Turbines", "Saltmere Logistics", "Tarn Valley Steel"),
    *("Nyquist Shipping", "Brannock Optics", "Wexholm Motors", "Quarrymouth Cement"),
)
BODY = (
    *("the transport ministry", "the regional audit office", "the harbour authority"),
    *("the trade union", "the statistics bureau", "the city council", "the energy regulator"),
)
ROLE = ("director", "spokesman", "chief engineer", "deputy minister", "analyst", "union secretary")
UNNAMED = (
    "A senior official",
    "Two people familiar with the matter",
    "A plant manager",
    "Analysts",
)
OUTLET = ("Harbeck Courier", "Saltmere Gazette", "The Tarn Post", "Nyquist Wire")
THING = ("pumps", "tractors", "turbines", "buses", "cranes", "containers", "engines", "railcars")
SAY = ("said", "told reporters", "announced", "claimed", "acknowledged", "insisted", "warned")
HEDGE = ("may", "could", "is expected to", "is likely to", "will", "plans to")
MONTH = ("January", "March", "May", "June", "September", "October", "November", "December")

TEMPLATES = (
    "{person}, {role} of {firm}, {say} that output had reached {count} {thing} a month by {month} {year}.",
    "“We have built {count} {thing} since {month},” {person} said on {weekday}, “and we {hedge_many} double that.”",
    "According to {body}, the price of one unit fell from ${big} in {year} to about ${small} this {season}.",
    "{unnamed} said {firm} {hedge} open a second hall in {place} before the end of {year}.",
    "The contract, signed in {month} {year}, covers {count} {thing} and is worth ${money} million.",
    "{Body} could not independently verify the figures, and {firm} did not respond to questions.",
    "{firm} employs more than {count} people in {place}, some {percent} percent of them on night shifts.",
    "“That is not true,” said {person}. “Nobody has ever counted {thing} in {place}.”",
    "The {outlet} reported on {weekday} that {body} had delayed a payment of ${money} million.",
    "{person} denied that {firm} had laid off {small_count} workers, saying the plant was still hiring.",
    "Shipments through {place} rose {percent} percent in the first quarter, {body} {say}.",
    "Rain kept the market square of {place} empty, and the ferry to {place2} ran late again.",
    "If the loan is approved, {firm} {hedge} deliver between {small_count} and {count} {thing} a year.",
    "It was not clear when the work began, but a report seen by the {outlet} puts it in early {year}.",
    "{person} had been told by {unnamed_low} that the target of {count} {thing} was out of reach.",
    "The old bridge, built in {year}, still carries the road from {place} to {place2}.",
    "{Body} has been described as slow to act, and critics say the rules are too kind to {firm}.",
    "Nearly {percent} percent of the parts come from {place}, {person} {say} in an interview.",
)


def values(draw: random.Random) -> dict[str, str]:
    """One set of names, figures and dates for a sentence."""
    body = draw.choice(BODY)
    return {
        "person": f"{draw.choice(GIVEN)} {draw.choice(FAMILY)}",
        "role": draw.choice(ROLE),
        "firm": draw.choice(FIRM),
        "body": body,
        "Body": body[0].upper() + body[1:],
        "unnamed": draw.choice(UNNAMED),
        "unnamed_low": draw.choice(("an official", "a banker", "two engineers")),
        "outlet": draw.choice(OUTLET),
        "place": draw.choice(PLACE),
        "place2": draw.choice(PLACE),
        "thing": draw.choice(THING),
        "say": draw.choice(SAY),
        "hedge": draw.choice(HEDGE),
        "hedge_many": draw.choice(("may", "could", "will", "plan to", "are expected to")),
        "count": f"{draw.randrange(12, 99) * 100:,}",
        "small_count": str(draw.randrange(20, 900)),
        "percent": str(draw.randrange(3, 97)),
        "money": str(draw.randrange(2, 900)),
        "big": f"{draw.randrange(120, 400)},000",
        "small": f"{draw.randrange(20, 110)},000",
        "month": draw.choice(MONTH),
        "year": str(draw.randrange(2024, 2031)),
        "weekday": draw.choice(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")),
        "season": draw.choice(("spring", "summer", "autumn", "winter")),
    }


def paragraph(draw: random.Random) -> str:
    """Two to four sentences."""
    chosen = draw.sample(TEMPLATES, draw.randrange(2, 5))
    return " ".join(template.format(**values(draw)) for template in chosen)


def article(number: int, seed: int) -> str:
    """One article of about 750 words; every fifth takes three paragraphs of the one before it."""
    draw = drawn(number, seed)
    day = START + dt.timedelta(days=number % 360)
    outlet = draw.choice(OUTLET).upper()
    head = "{firm} reports {count} {thing} a month".format(**values(draw))
    author = f"By {draw.choice(GIVEN)} {draw.choice(FAMILY)}"
    own = body(draw)
    if number % 5 == 4:
        own[1:4] = body(drawn(f"{number - 1}/body", seed))[1:4]
    elif number % 5 == 3:
        own = body(drawn(f"{number}/body", seed))
    dated = f"{day.day} {day:%B %Y}"
    return "\n\n".join([outlet, head, author, dated, *own]) + "\n"


def drawn(name: int | str, seed: int) -> random.Random:
    """A draw that depends on the seed and the name alone."""
    return random.Random(f"{seed}/{name}")  # noqa: S311 - a seeded draw is the point


def body(draw: random.Random) -> list[str]:
    """Paragraphs of about 750 words together."""
    parts: list[str] = []
    while sum(len(part.split()) for part in parts) < WORDS - 40:
        parts.append(paragraph(draw))
    return parts


def write(folder: Path, articles: int, seed: int) -> int:
    """Write the articles; give how many words they hold together."""
    folder.mkdir(parents=True, exist_ok=True)
    words = 0
    for number in range(articles):
        text = article(number, seed)
        words += len(text.split())
        (folder / f"article-{number:05}.txt").write_bytes(text.encode())
    return words


def main() -> int:
    parser = argparse.ArgumentParser(description="write invented articles")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    words = write(options.folder, options.articles, options.seed)
    print(f"{options.articles} articles, {words} words, in {options.folder}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
