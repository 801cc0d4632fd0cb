"""Where do the examples of the documentation come from? From a run over the sample case.

The demo is built in a temporary folder with the commands that a reader would type; each example is
then looked for by what it shows (a nested credit, a pronoun resolved), never by an id. Fails, saying
which, where the product no longer gives an example of that kind.
"""
# ruff: noqa: INP001 - a script beside the pages it writes

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from allsource.ledger.case import Case
from allsource.model.assessment import Assessment
from allsource.model.claim import Claim
from allsource.model.lineage import Cluster, Drift, Hop
from allsource.model.records import claim_record, from_record, record

T = TypeVar("T")
WIRE = "2031-10-14-opa-output.txt"
REWRITE = "2031-10-17-belmarrow-standard.txt"
TWO_DATES = "2031-10-16-velory-today.html"
LONG = ("text", "furniture", "links", "pages", "notes")


def examples() -> dict[str, str]:
    """Every example by name, as the Markdown block that stands in the page.

    Raises:
        LookupError: the sample case gives no example of that kind any more.
    """
    with demo() as (place, told):
        with Case(place / "demo" / "case") as case:
            nouns = dict(_nouns(case))
        blocks = {name: _json(value) for name, value in nouns.items()}
        blocks["tutorial-demo"] = _text(told)
        for name, (words, most) in COMMANDS.items():
            blocks[name] = _text(_shell(place, words), most)
        return blocks


COMMANDS: dict[str, tuple[str, int]] = {
    "tutorial-again": ("assess demo/articles --case demo/case -o demo/dossier.html", 30),
    "tutorial-trace": ("trace demo/case | grep -m 1 -A 2 '^“Druvenia.s Brezmar'", 14),
    "tutorial-check": (f"check demo/articles/{REWRITE} --case demo/case", 16),
    "one-claim": (f"check demo/articles/{REWRITE} --case demo/case | grep -A 5 1,100", 8),
    "tutorial-search": ('search demo/case "third assembly hall" --limit 2', 12),
    "tutorial-verify": ("verify demo/case", 5),
    "entity": ('who demo/case "Odrelle Press Agency"', 9),
    "case": ("verify demo/case --json", 5),
}


@contextmanager
def demo() -> Iterator[tuple[Path, str]]:
    """The sample case as ``allsource demo`` builds it, and what the command said."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        yield folder, _shell(folder, "demo --to demo")


def _shell(place: Path, words: str) -> str:
    """What a reader sees: the command, and what it says on both streams."""
    done = subprocess.run(  # noqa: S602 - the project's own commands, written above
        f"{sys.executable} -m allsource {words}",
        shell=True,
        cwd=place,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode not in {0, 3}:
        raise LookupError(f"allsource {words} ended with {done.returncode}: {done.stdout[-2000:]}")
    return f"$ allsource {words}\n{done.stdout.rstrip()}"


def _nouns(case: Case) -> Iterator[tuple[str, Any]]:
    """One JSON example for each noun that has one."""
    claims = list(case.claims())
    page = next(one for one in case.documents() if one.path == TWO_DATES)
    yield "document", {k: v for k, v in record(page).items() if k not in LONG} | {"text": "..."}

    in_wire = [one for one in claims if one.document.path == WIRE]
    rate = _one("a rate", in_wire, lambda c: any(q.low == 1100 for q in c.quantities))
    yield "claim", claim_record(rate)
    figure = next(q for q in rate.quantities if q.low == 1100)
    yield "span", {"path": WIRE, "span": list(figure.span), "text": figure.text}
    nested = _one("a nested credit", in_wire, lambda c: len(c.attribution) > 1)
    yield "attribution", [record(one) for one in nested.attribution]
    yield "source", record(_one("a pronoun", in_wire, _by_pronoun).source)
    hedged = _one("a hedge", [*in_wire, *claims], lambda c: bool(c.stance.hedges))
    yield "stance", {"statement": hedged.statement, "stance": record(hedged.stance)}
    grounded = _one("a premise", claims, lambda c: bool(c.judgement and c.judgement.premises))
    yield (
        "judgement",
        {"statement": grounded.statement, "judgement": record(grounded.judgement)},
    )
    points = [q for c in in_wire for q in c.quantities]
    yield "quantity", record(_one("a change", points, lambda q: q.role == "change_to"))
    times = [t for c in claims for t in c.times]
    yield "time", record(_one("a boundary", times, lambda t: t.boundary == "since"))
    yield from _traced(case, {one.id: one for one in claims})


def _by_pronoun(claim: Claim) -> bool:
    return claim.source is not None and claim.source.text.casefold() in {"he", "she"}


def _traced(case: Case, claims: dict[str, Claim]) -> Iterator[tuple[str, Any]]:
    """Examples of the nouns that are about many documents."""
    paths = {one.id: one.path for one in case.documents()}
    kept = case.kept("assessment", "dossier")["assessment"]
    standing = record(from_record(Assessment, kept))
    hops = _kept(case, "hop", Hop)
    hop = _one("a rewrite", hops, lambda h: _between(h, paths, REWRITE, WIRE))
    yield "hop", hop | {"evidence": hop["evidence"][:2]}

    clusters = _kept(case, "cluster", Cluster)
    rates = [one for one in clusters if one["measure"] == "production rate"] or clusters
    cluster = max(rates, key=lambda c: (len(c["claims"]), c["id"]))
    shortened = {**cluster, "claims": [*cluster["claims"][:2], "..."]}
    yield "effective-roots", shortened | {"roots": [_root(one) for one in cluster["roots"]][:2]}
    roots = [root for one in clusters for root in one["roots"]]
    yield "root", _root(max(roots, key=lambda r: (len(r["documents"]), r["id"])))

    drifts = _kept(case, "drift", Drift)
    order = ("attribution dropped", "verification dropped", "period", "figure", "scope")
    drift = min(drifts, key=lambda d: (_rank(order, d["change"]), d["id"]))
    from_to = {"child": claims[drift["child"]], "parent": claims[drift["parent"]]}
    yield (
        "drift",
        {**drift, **{f"{name} says": _said(claim) for name, claim in from_to.items()}},
    )
    finding = standing["findings"][0]
    sentences = [_cut(one) for one in finding["sentences"][:1]]
    yield "finding", {**finding, "sentences": sentences}


def _kept(case: Case, kind: str, noun: type[Any]) -> list[dict[str, Any]]:
    """All nouns of a kind, with their fields in the order of the noun."""
    return [record(from_record(noun, body)) for _, body in case.all_kept(kind)]


def _between(hop: dict[str, Any], paths: dict[str, str], child: str, parent: str) -> bool:
    return paths.get(hop["child"]) == child and paths.get(hop["parent"]) == parent


def _root(root: dict[str, Any]) -> dict[str, Any]:
    return {**root, **{key: _few(root[key]) for key in ("claims", "documents")}}


def _cut(sentence: dict[str, Any]) -> dict[str, Any]:
    return {**sentence, **{key: _few(sentence[key]) for key in ("slots", "citations")}}


def _few(values: list[Any]) -> list[Any]:
    return values if len(values) <= 2 else [*values[:2], f"... {len(values) - 2} more"]


def _said(claim: Claim) -> str:
    return f"{claim.document.path}: {claim.statement}"


def _rank(order: tuple[str, ...], value: str) -> int:
    return order.index(value) if value in order else len(order)


def _one(what: str, found: Iterable[T], wanted: Callable[[T], bool]) -> T:
    for one in found:
        if wanted(one):
            return one
    raise LookupError(f"the sample case gives no example of {what}")


def _json(value: Any) -> str:
    """JSON over several lines, with short lists and objects kept on one."""
    return f"```json\n{_laid(value, 0)}\n```"


def _laid(value: Any, depth: int) -> str:
    whole = json.dumps(value, ensure_ascii=False)
    if len(whole) + depth <= 96 or not isinstance(value, dict | list) or not value:
        return whole
    inner, outer = " " * (depth + 2), " " * depth
    if isinstance(value, list):
        parts = ",\n".join(inner + _laid(one, depth + 2) for one in value)
        return f"[\n{parts}\n{outer}]"
    parts = ",\n".join(
        f"{inner}{json.dumps(key)}: {_laid(one, depth + 2)}" for key, one in value.items()
    )
    return f"{{\n{parts}\n{outer}}}"


def _text(words: str, most: int = 40) -> str:
    lines = words.splitlines()
    shown = lines if len(lines) <= most else [*lines[:most], f"... {len(lines) - most} more lines"]
    return "```text\n" + "\n".join(line[:200] for line in shown) + "\n```"
