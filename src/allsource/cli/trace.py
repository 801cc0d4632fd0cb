"""``allsource trace``: where did the claims of a folder or case come from?"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from allsource.assessment.printing import day, document_name, words
from allsource.assessment.ways import in_words
from allsource.cli.console import Json, Quiet, emit
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.lineage import Cluster, Drift, Hop, Lineage, Loop, Relation

__all__ = ["trace"]

_QUOTED = 3
"""Passages of each sort that are quoted for a person; ``--json`` has all."""

_LONG = 70
"""Code points of a passage that are quoted."""


def trace(
    folder: Annotated[Path, typer.Argument(help="A folder of articles, or a case.")],
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Print hops and rings, clusters of claims with their roots, what changed, and how claims differ."""
    from allsource.cli.job import read_case_or_folder  # noqa: PLC0415
    from allsource.cli.reading import finish  # noqa: PLC0415
    from allsource.lineage.trace import trace as lineage_of  # noqa: PLC0415

    documents, claims, failed = read_case_or_folder(folder, quiet=quiet)
    found = lineage_of(documents, claims)
    for line in _records(found) if json else _lines(found, documents, claims):
        if json:
            emit(line)
        else:
            typer.echo(line)
    finish(failed)


def _records(found: Lineage) -> Iterator[dict[str, Any]]:
    from allsource.model.records import record  # noqa: PLC0415

    for kind, nouns in (
        ("hop", found.hops),
        ("loop", found.loops),
        ("cluster", found.clusters),
        ("drift", found.drift),
        ("relation", found.relations),
    ):
        for noun in nouns:
            line = {"type": kind, **record(noun)}
            if isinstance(noun, Hop):
                line["evidence"] = _evidence(noun)
            if isinstance(noun, Loop):
                line["cut"]["evidence"] = _evidence(noun.cut)
            if isinstance(noun, Cluster):
                line["roots"] = [
                    {**record(root), "claims": len(root.claims), "claim_ids": list(root.claims)}
                    for root in noun.roots
                ]
            if isinstance(noun, Relation):
                line["shown"] = [
                    {"document": passage.document, "span": list(passage.span)}
                    for passage in noun.shown
                ]
            yield line


def _evidence(hop: Hop) -> list[dict[str, Any]]:
    return [
        {
            "why": one.why,
            "spans": [list(passage.span) for passage in one.passages],
            "documents": [passage.document for passage in one.passages],
        }
        for one in hop.evidence
    ]


def _lines(found: Lineage, documents: Sequence[Document], claims: Sequence[Claim]) -> Iterator[str]:
    """Show for a person who took what from whom, the clusters of several claims, and changes."""
    named = {document.id: _called(document) for document in documents}
    yield from _hop_lines(found, documents, named)
    for loop in found.loops:
        yield _loop_line(loop, named)
    shared = [cluster for cluster in found.clusters if len(cluster.claims) > 1]
    said = {claim.id: claim.statement for claim in claims}
    for cluster in sorted(shared, key=lambda one: (-len(one.claims), one.id)):
        yield _cluster_line(cluster, said[cluster.claims[0]])
        for root in cluster.roots:
            seen = "in hand" if root.seen else "cited, not in hand"
            rest = "rests" if len(root.claims) == 1 else "rest"
            yield f"    {len(root.claims)} {rest} on {words(root.label)} ({seen})"
    alone = len(found.clusters) - len(shared)
    yield f"standing alone: {alone} claims (--json lists all)"
    yield from map(_drift_line, found.drift)


def _called(document: Document) -> str:
    """Name a document so that it can be told from others of its outlet."""
    date = day(document.published) if document.published else "undated"
    return f"{document_name(document)} ({date}, {words(document.path)})"


def _hop_lines(
    found: Lineage, documents: Sequence[Document], named: Mapping[str, str]
) -> Iterator[str]:
    """Show the hops between documents, by child, the likeliest parent first."""
    texts = {document.id: document.text for document in documents}
    hops = [hop for hop in found.hops if hop.child in named]
    for hop in sorted(hops, key=lambda hop: (named[hop.child], -hop.probability, hop.id)):
        yield f"{named[hop.child]} <- {_parent(hop, named, texts)}"
        yield f"    {hop.kind.replace('_', ' ')}, {in_words(hop.probability)}: {_shows(hop, texts)}"


def _parent(hop: Hop, named: Mapping[str, str], texts: Mapping[str, str]) -> str:
    """Name a parent: a document, or by the words that name it what is not in hand."""
    if hop.parent in named:
        return named[hop.parent]
    place = hop.evidence[0].passages[0]
    return f"{words(place.span.of(texts[place.document]))} (cited, not in hand)"


def _shows(hop: Hop, texts: Mapping[str, str]) -> str:
    """Quote what shows a hop, each sort of reason once with its first words in the child."""
    reasons: dict[str, list[str]] = {}
    for one in hop.evidence:
        place = one.passages[0]
        reasons.setdefault(one.why, []).append(words(place.span.of(texts[place.document])))
    return "; ".join(
        f"{why} ({', '.join(f'“{_short(text)}”' for text in quoted[:_QUOTED])}"
        f"{f', {len(quoted) - _QUOTED} more' if len(quoted) > _QUOTED else ''})"
        for why, quoted in reasons.items()
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG].rstrip()} ..."


def _cluster_line(cluster: Cluster, earliest: str) -> str:
    """Tell a cluster by the words of its earliest claim."""
    low, high = cluster.effective_roots_interval
    roots = f"{cluster.effective_roots:.1f} effective roots ({low:.1f} to {high:.1f})"
    return f"“{_short(words(earliest))}”: {len(cluster.claims)} claims, {roots}, {cluster.status}"


def _loop_line(loop: Loop, named: Mapping[str, str]) -> str:
    """Name the documents of a ring, each before the one that it rests on."""
    around = " <- ".join(named[name] for name in (*loop.documents, loop.documents[0]))
    return f"in a ring: {around}; the last step was cut, by {loop.by}"


def _drift_line(drift: Drift) -> str:
    return words(f"{drift.change}: {drift.before or '-'} -> {drift.after or '-'}")
