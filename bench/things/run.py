"""Which named thing does each number count, and is none told where none should be?

    python bench/things/run.py [--errors] [--freeze | --check]

Scores `cases.yaml` against two baselines; see README.md.
"""

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.frozen import Row, add_options, settle

from allsource.claims import quantities, times
from allsource.claims.denotation import denote
from allsource.claims.parse import Parsed, parse_text
from allsource.claims.people import gather
from allsource.claims.products import Products, gather_products
from allsource.model.quantity import Quantity

HERE = Path(__file__).parent
METHODS = ("allsource", "nearest named thing before", "head noun matches")


@dataclass(frozen=True)
class Page:
    """One passage, read, with its labels."""

    name: str
    text: str
    labels: tuple[tuple[int, frozenset[str], str], ...]
    parsed: Parsed
    products: Products
    found: tuple[Quantity, ...]

    @property
    def half(self) -> str:
        """Development or held, by the name."""
        return (
            "dev" if int(hashlib.sha256(self.name.encode()).hexdigest()[0], 16) % 2 == 0 else "held"
        )


def read(raw: dict[str, Any]) -> Page:
    text = raw["text"]
    labels = []
    for count in raw["counts"]:
        thing = count["thing"]
        right = frozenset([thing] if isinstance(thing, str) else thing or ())
        labels.append((text.index(count["words"]), right, count.get("why", "")))
    parsed = parse_text(text)
    products = gather_products(parsed, gather(parsed))
    amounts: list[Quantity] = []
    for paragraph in parsed.paragraphs:
        when = times.find(text, paragraph.span, None, (None, None))
        amounts += quantities.find(paragraph, text, when, raw["id"])
    found = denote(parsed, products, amounts)
    return Page(raw["id"], text, tuple(labels), parsed, products, found)


def at(page: Page, start: int) -> Quantity | None:
    """The quantity found where a label stands."""
    return next((q for q in page.found if q.span.start <= start < q.span.end), None)


def ours(page: Page, start: int) -> str | None:
    one = at(page, start)
    return one.thing.name if one is not None and one.thing is not None else None


def names_before(page: Page, end: int) -> Iterator[tuple[int, str, frozenset[str]]]:
    """The named things that begin before a place, the last first."""
    for place in reversed(page.products.places):
        paragraph = page.parsed.paragraphs[place.paragraph]
        start = paragraph.span_of(paragraph.doc[place.start : place.end]).start
        if start < end:
            yield start, place.product.name, place.product.nouns


def nearest(page: Page, start: int) -> str | None:
    one = at(page, start)
    end = one.span.end if one is not None else start
    return next((name for _, name, _ in names_before(page, end)), None)


def matching(page: Page, start: int) -> str | None:
    """The last named thing that is called by the counted noun."""
    one = at(page, start)
    if one is None:
        return None
    near = names_before(page, one.span.end)
    return next((name for _, name, nouns in near if one.unit in nouns or one.per in nouns), None)


SYSTEMS: dict[str, Callable[[Page, int], str | None]] = dict(
    zip(METHODS, (ours, nearest, matching), strict=True)
)


def rows(pages: Sequence[Page], half: str, system: str) -> Iterator[Row]:
    told = [
        (right, SYSTEMS[system](page, start))
        for page in pages
        if page.half == half
        for start, right, _ in page.labels
    ]
    known = [(right, name) for right, name in told if right]
    none = [name for right, name in told if not right]
    said = [(right, name) for right, name in told if name is not None]
    right = sum(name in wanted for wanted, name in said)
    extra = {} if system == METHODS[0] else {"rival": True}
    for metric, value, n in (
        ("right when one is told, %", _share(right, len(said)), len(said)),
        ("told rightly of those that can be told, %", _share(right, len(known)), len(known)),
        (
            "told where none should be, %",
            _share(sum(n is not None for n in none), len(none)),
            len(none),
        ),
        (
            "all right, none told included, %",
            _share(right + none.count(None), len(told)),
            len(told),
        ),
    ):
        yield {"name": system, "metric": f"{half}: {metric}", "value": value, "n": n, **extra}


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_options(parser)
    parser.add_argument("--errors", action="store_true", help="print the misses of the dev half")
    options = parser.parse_args()
    cases = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))
    pages = [read(one) for one in cases]
    for page in pages if options.errors else ():
        for start, right, why in page.labels if page.half == "dev" else ():
            name = ours(page, start)
            if (name not in right) if right else name is not None:
                print(
                    f"{page.name}: {page.text[start : start + 30]!r}: {name}, not {set(right) or why}"
                )
    measured = [
        row for half in ("dev", "held") for one in SYSTEMS for row in rows(pages, half, one)
    ]
    for row in (
        measured if not options.errors else [r for r in measured if r["metric"].startswith("dev")]
    ):
        print(f"{row['name']}, {row['metric']}: {row['value']} (n = {row['n']})")
    data = f"{len(pages)} own passages, {sum(len(p.labels) for p in pages)} counts"
    return settle("things", data, measured, options)


if __name__ == "__main__":
    sys.exit(main())
