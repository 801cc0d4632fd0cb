"""``allsource trace``: where did the claims of a folder or case come from?"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from allsource.assessment.printing import document_name, words
from allsource.cli.console import Json, Quiet, emit
from allsource.model.lineage import Cluster, Drift, Hop, Lineage, Loop, Relation

__all__ = ["trace"]


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
    named = {document.id: document_name(document) for document in documents}
    for line in _records(found) if json else _lines(found, named):
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


def _lines(found: Lineage, named: Mapping[str, str]) -> Iterator[str]:
    """Show for a person the clusters of several claims, most claims first, rings and changes."""
    shared = [cluster for cluster in found.clusters if len(cluster.claims) > 1]
    for cluster in sorted(shared, key=lambda one: (-len(one.claims), one.id)):
        yield _cluster_line(cluster)
        for root in cluster.roots:
            seen = "in hand" if root.seen else "cited, not in hand"
            rest = "rests" if len(root.claims) == 1 else "rest"
            yield f"    {len(root.claims)} {rest} on {words(root.label)} ({seen})"
    alone = len(found.clusters) - len(shared)
    yield f"standing alone: {alone} claims (--json lists all)"
    for loop in found.loops:
        yield _loop_line(loop, named)
    yield from map(_drift_line, found.drift)


def _cluster_line(cluster: Cluster) -> str:
    low, high = cluster.effective_roots_interval
    roots = f"{cluster.effective_roots:.1f} effective roots ({low:.1f} to {high:.1f})"
    return f"{words(cluster.about)}: {len(cluster.claims)} claims, {roots}, {cluster.status}"


def _loop_line(loop: Loop, named: Mapping[str, str]) -> str:
    """Name the documents of a ring, each before the one that it rests on."""
    around = " <- ".join(named[name] for name in (*loop.documents, loop.documents[0]))
    return f"in a ring: {around}; the last step was cut, by {loop.by}"


def _drift_line(drift: Drift) -> str:
    return words(f"{drift.change}: {drift.before or '-'} -> {drift.after or '-'}")
