"""``allsource trace``: where did the claims of a folder or case come from?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from allsource.assessment.printing import words
from allsource.cli.console import Json, Quiet, emit
from allsource.model.lineage import Cluster, Drift, Hop, Lineage, Relation

__all__ = ["trace"]


def trace(
    folder: Annotated[Path, typer.Argument(help="A folder of articles, or a case.")],
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Print hops, clusters of claims with their roots, what changed, and how claims differ."""
    from allsource.cli.job import read_case_or_folder  # noqa: PLC0415
    from allsource.cli.reading import finish  # noqa: PLC0415
    from allsource.lineage.trace import trace as lineage_of  # noqa: PLC0415

    documents, claims, failed = read_case_or_folder(folder, quiet=quiet)
    found = lineage_of(documents, claims)
    for line in _records(found) if json else _lines(found):
        if json:
            emit(line)
        else:
            typer.echo(line)
    finish(failed)


def _records(found: Lineage) -> Iterator[dict[str, Any]]:
    from allsource.model.records import record  # noqa: PLC0415

    for kind, nouns in (
        ("hop", found.hops),
        ("cluster", found.clusters),
        ("drift", found.drift),
        ("relation", found.relations),
    ):
        for noun in nouns:
            line = {"type": kind, **record(noun)}
            if isinstance(noun, Hop):
                line["evidence"] = [
                    {
                        "why": one.why,
                        "spans": [list(passage.span) for passage in one.passages],
                        "documents": [passage.document for passage in one.passages],
                    }
                    for one in noun.evidence
                ]
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


def _lines(found: Lineage) -> Iterator[str]:
    """Show for a person the clusters of several claims, most claims first, and the changes."""
    shared = [cluster for cluster in found.clusters if len(cluster.claims) > 1]
    for cluster in sorted(shared, key=lambda one: (-len(one.claims), one.id)):
        yield _cluster_line(cluster)
        for root in cluster.roots:
            seen = "in hand" if root.seen else "cited, not in hand"
            rest = "rests" if len(root.claims) == 1 else "rest"
            yield f"    {len(root.claims)} {rest} on {words(root.label)} ({seen})"
    alone = len(found.clusters) - len(shared)
    yield f"standing alone: {alone} claims (--json lists all)"
    yield from map(_drift_line, found.drift)


def _cluster_line(cluster: Cluster) -> str:
    low, high = cluster.effective_roots_interval
    roots = f"{cluster.effective_roots:.1f} effective roots ({low:.1f} to {high:.1f})"
    return f"{words(cluster.about)}: {len(cluster.claims)} claims, {roots}, {cluster.status}"


def _drift_line(drift: Drift) -> str:
    return words(f"{drift.change}: {drift.before or '-'} -> {drift.after or '-'}")
