"""How is a telling put into words?

A statement comes from the wordings of its kind, the figure from one of several ways of writing it,
and the credit around it from a frame. The words of the statement alone are kept apart from the
sentence, so that the truth can point at them. The same telling is put otherwise each time; a
speaker's own words stay what they are.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from bench.newsrooms.cast import Cast, Voice, grammar, pick
from bench.newsrooms.facts import Telling

__all__ = ["Sentence", "filled", "framed", "headline", "opening", "statement"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article.

    Args:
        text: the whole sentence.
        words: those of the statement, as they stand in ``text``; empty where it states no fact.
        template: by which wording, so that a rewrite can take another.
    """

    text: str
    words: str = ""
    template: str = ""


def statement(
    telling: Telling, cast: Cast, draw: random.Random, but: str | None = None
) -> tuple[str, str]:
    """Put a telling into words without a credit.

    Args:
        telling: what is told.
        cast: of the world.
        draw: decides between wordings.
        but: a wording not to be used again.

    Returns:
        The words, lower case at the start where no name stands there, and the wording.
    """
    fact = telling.fact
    if fact.kind == "act":
        act = grammar()["acts"][fact.act]
        sign = "undone" if telling.negated else "done"
        form = pick(draw, act[f"quote_{sign}" if telling.quoted else sign], but)
    else:
        kind = grammar()["kinds"][fact.kind]
        part = "quote" if telling.quoted else "hedged" if telling.hedged else "said"
        form = pick(draw, kind[part], but)
    words = filled(form, _slots(telling, cast, draw), cast)
    if telling.detail is not None:
        words += pick(draw, grammar()["details"]).format(d=f"{telling.detail:,}")
    return words, form


def framed(
    frame: str,
    words: str,
    template: str,
    extra: dict[str, str],
    voice: Voice | None,
    *,
    first: bool,
) -> Sentence:
    """Put a statement into a frame that credits somebody.

    Args:
        frame: of ``grammar.yaml``.
        words: the statement.
        template: its wording.
        extra: outlets, days and places for the frame.
        voice: who is credited, None where nobody is.
        first: the voice was not named in this article before.
    """
    stated = words[0].upper() + words[1:] if frame.startswith("{C}") or "{Q}" in frame else words
    name = (voice.full if first else voice.short) if voice else ""
    inner = name.rstrip(",") if "{s} told" in frame or "citing {s}" in frame else name
    if frame.endswith(("{s}.", "{s}, {o} reported.")):
        inner = name.rstrip(",")
    slots = {
        "c": stated,
        "C": stated,
        "Q": stated,
        "s": inner,
        "S": name[:1].upper() + name[1:],
        **extra,
    }
    text = frame.format(**slots).replace(",,", ",").replace(",.", ".")
    return Sentence(text[0].upper() + text[1:], stated, template)


def headline(telling: Telling, cast: Cast, draw: random.Random) -> str:
    """Give a headline for an article that opens with a telling."""
    fact = telling.fact
    if fact.kind == "act":
        form = pick(draw, grammar()["acts"][fact.act]["head"])
    else:
        form = pick(draw, grammar()["kinds"][fact.kind]["head"])
    text = filled(form, _slots(telling, cast, draw, exact=True), cast)
    return text[0].upper() + text[1:]


def opening(text: str) -> str:
    """Write words as the opening of a sentence."""
    return text[:1].upper() + text[1:]


def filled(form: str, slots: dict[str, str], cast: Cast) -> str:
    """Fill a wording with what stands for the whole world, and with what is given."""
    return form.format_map(
        {
            "maker": cast.maker,
            "place": cast.places[1],
            "place2": cast.places[2],
            "things": cast.things,
            "stuff": cast.stuff,
            "day": "3 April",
            **slots,
        }
    )


def _slots(
    telling: Telling, cast: Cast, draw: random.Random, *, exact: bool = False
) -> dict[str, str]:
    number = _number(telling, draw)
    about = telling.approximate and not exact
    q = pick(draw, grammar()["approximate"]).format(n=number) if about else number
    slots = {"n": number, "q": q, "scope": "", "per": "", "adjective": "", "when": ""}
    slots["folk"] = telling.unit or ""
    if telling.fact.kind in ("rate", "weight") and telling.period:
        per = grammar()["per"][telling.period]
        slots |= {"per": pick(draw, per["said"]), "adjective": per["adjective"]}
    if telling.fact.kind == "total" and telling.period:
        month = grammar()["months"][int(telling.period[5:]) - 1]
        slots["when"] = pick(draw, [f"in {month}", f"in the month of {month}", f"during {month}"])
    if telling.scope:
        slots["scope"] = pick(draw, grammar()["scopes"][telling.scope]).format(site=cast.places[3])
    return slots


def _number(telling: Telling, draw: random.Random) -> str:
    value, kind = telling.value or 0.0, telling.fact.kind
    plain = f"{value:,.1f}".removesuffix(".0")
    if kind == "share":
        return pick(draw, [f"{plain} percent", f"{plain} per cent", f"{plain}%"])
    if kind == "money":
        sign, name = ("$", "dollars") if telling.unit == "dollar" else ("€", "euros")
        return pick(draw, [f"{sign}{plain} million", f"{plain} million {name}", f"{sign}{plain}m"])
    if kind == "weight":
        unit = {"tonne": ["tonnes"], "kilogram": ["kilograms", "kilos"]}[telling.unit or "tonne"]
        return f"{plain} {pick(draw, unit)}"
    return plain
