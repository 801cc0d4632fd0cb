"""A small invented case by hand: a boatyard, a wire report, rewrites, a denial, a second root.

Its nouns are built as the other rooms would build them, so that findings and
pages can be tried on a case whose every word is known.
"""
# ruff: noqa: FBT003 - whether a root is in hand reads best beside its name

from dataclasses import dataclass, replace

from allsource.model.claim import Claim
from allsource.model.document import DateCandidate, Document, Furniture, Link
from allsource.model.failure import Failure
from allsource.model.ids import content_id
from allsource.model.lineage import Cluster, Drift, Hop, HopEvidence, Lineage, Passage, Root
from allsource.model.numbers import Conflict, Point, Series
from allsource.model.span import Span
from strategies import claim_at, page, quantity_at

FICTION = "ALLSOURCE FICTION: everything on this page is invented."


@dataclass(frozen=True)
class HandCase:
    """Everything that assess and the dossier ask for."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    lineage: Lineage
    series: tuple[Series, ...]
    conflicts: tuple[Conflict, ...]
    failures: tuple[Failure, ...] = ()


def harbour(*, synthetic: bool = True) -> HandCase:
    """Build the case."""
    wire, post, news, gazette, denial, _ = documents = _documents(synthetic)
    rate = {"unit": "boat", "scale_unit": "boat/month", "per": "month"}
    rate |= {"measure": "production rate", "of": "boats"}

    def boats(document: Document, words: str, low: float, **fields: object) -> object:
        return quantity_at(document, words, low, **{**rate, **fields})

    said = claim_at(
        wire, "the yard built 40 boats a month in May 2031", source="Anna Lind", cue="said",
        names=["the yard"], unverified_by="could not verify the figure",
        quantities=[boats(wire, "40 boats a month", 40, time=("May 2031", "2031-05-01", "2031-05-31"))],
    )  # fmt: skip
    plan = claim_at(
        wire, "the yard will build 60 boats a month by 2033", source="Anna Lind", cue="added",
        status="expected", names=["the yard"],
        quantities=[boats(wire, "60 boats a month", 60, time=("2033", "2033-01-01", "2033-12-31", "by"))],
    )  # fmt: skip
    sale = claim_at(
        wire, "the yard may be sold to Corvane Holding", source="a foreman", kind="unnamed_person",
        cue="according to", status="hedged", hedges=["may"], names=["Corvane Holding"],
    )  # fmt: skip
    copied = claim_at(
        post, "Ostrava Yard built 40 boats a month in May 2031", source="Dock Wire", kind="outlet",
        cue="reported", names=["Ostrava Yard"],
        quantities=[boats(post, "40 boats a month", 40, time=("May 2031", "2031-05-01", "2031-05-31"))],
    )  # fmt: skip
    bare = claim_at(news, "Ostrava Yard is sold to Corvane Holding", names=["Ostrava Yard"])
    count = claim_at(
        gazette, "35 boats left the slipway in May 2031", source="Per Quill", cue="counted",
        names=["Per Quill"],
        quantities=[boats(gazette, "35 boats", 35, time=("May 2031", "2031-05-01", "2031-05-31"))],
    )  # fmt: skip
    denied = claim_at(
        denial, "that Ostrava Yard was for sale", source="Corvane Holding", kind="organization",
        cue="denied", status="denied", names=["Ostrava Yard"],
    )  # fmt: skip
    hoax = claim_at(
        post, "The report of a sale is a hoax", source="Mayor Ibsen", cue="told", names=["Mayor Ibsen"],
    )  # fmt: skip
    passed = claim_at(
        news, "the yard owes its workers two months of pay", cue="It is said", names=["the yard"]
    )
    claims = (said, plan, sale, copied, bare, count, denied, hoax, passed)
    lind = _root("Anna Lind", "named_person", True, said, copied)
    quill = _root("Per Quill", "named_person", True, count)
    lind_plan = _root("Anna Lind", "named_person", True, plan)
    foreman = _root("a foreman", "unnamed_person", False, sale, bare)
    corvane = _root("Corvane Holding", "organization", False, denied)
    ibsen = _root("Mayor Ibsen", "named_person", False, hoax)
    nobody = _root("Quay News", "unattributed", True, passed)
    clusters = (
        _cluster("production rate", "boats in May 2031", (lind, quill), 1.9, (1.6, 2.0), "independent"),
        _cluster("production rate", "boats by 2033", (lind_plan,), 1.0, (1.0, 1.0), "same origin"),
        _cluster(None, "sale of the yard", (foreman, corvane), 1.3, (1.0, 2.0), "independence not established"),
        _cluster(None, "hoax", (ibsen,), 1.0, (1.0, 1.0), "same origin"),
        _cluster(None, "owed pay", (nobody,), 1.0, (1.0, 1.0), "same origin"),
    )  # fmt: skip
    drift = (
        _drift(bare, sale, "hedge dropped", "may", None),
        _drift(bare, sale, "attribution dropped", "a foreman", None),
        _drift(copied, said, "verification dropped", "could not verify the figure", None),
        _drift(copied, said, "detail added", None, "Ostrava"),
    )
    points = tuple(
        Point(c.id, 0, q.low, q.high, False, False, False,
              q.time.start if q.time else None, q.time.end if q.time else None, p, r.id)
        for c, p, r in ((said, False, lind), (copied, False, lind), (count, False, quill), (plan, True, lind))
        for q in c.quantities
    )  # fmt: skip
    series = Series(content_id("ser", "rate"), "production rate", "boats", "boat/month", points)
    conflicts = (
        Conflict(
            content_id("cfl", 1), points[0], points[2], ("true conflict", "definition"),
            "both speak of all boats of May 2031", (("difference", 5.0, "boat"),),
            "the yard's delivery list of May 2031",
        ),
        Conflict(
            content_id("cfl", 2), points[0], points[3], ("plan against outcome",),
            "both speak of the same yard", (), "the outcome of 2033",
        ),
    )  # fmt: skip
    hops = (
        Hop(post.id, wire.id, "quotation", 0.97, True,
            (HopEvidence("names the outlet", (Passage(post.id, Span(0, 9)),)),), content_id("hop", 1)),
        Hop(news.id, wire.id, "rewrite", 0.8, True,
            (HopEvidence("shared passage", (Passage(news.id, Span(0, 20)),)),), content_id("hop", 2)),
    )  # fmt: skip
    lineage = Lineage(hops, clusters, drift)
    failures = (Failure("scan.pdf", "the file ends early", "fetch it again"),)
    return HandCase(documents, claims, lineage, (series,), conflicts, failures)


def _documents(synthetic: bool) -> tuple[Document, ...]:
    notice = f"\n\n{FICTION}\n" if synthetic else "\n"
    texts = {
        "wire.txt": (
            "Dock Wire", "2031-06-02",
            ("Anna Lind, head of Ostrava Yard, said the yard built 40 boats a month in May 2031. "
            "Dock Wire could not verify the figure. She added that the yard will build 60 boats a "
            "month by 2033.\n\nThe yard may be sold: the yard may be sold to Corvane Holding, "
            "according to a foreman. Anna Lind added that the yard will build 60 boats a month by 2033."),
        ),
        "post.html": (
            "Harbour Post", "2031-06-03",
            ("Home | Boats | Subscribe\n\nDock Wire reported that Ostrava Yard built 40 boats a month "
            "in May 2031.\n\n“The report of a sale is a hoax,” Mayor Ibsen told this paper."),
        ),
        "news.txt": (
            "Quay News", None,
            ("Ostrava Yard is sold to Corvane Holding.\n\nIt is said that the yard owes its workers "
            "two months of pay."),
        ),
        "gazette.txt": (
            "Slip Gazette", "2031-06-10",
            "Standing at the gate, Per Quill counted that 35 boats left the slipway in May 2031.",
        ),
        "denial.txt": (
            "Harbour Post", "2031-06-12",
            "Corvane Holding denied that Ostrava Yard was for sale.",
        ),
        "bote.txt": ("Hafenbote", "2031-06-04", "Die Werft baute im Mai vierzig Boote."),
    }  # fmt: skip
    built = []
    for path, (outlet, published, text) in texts.items():
        fields: dict[str, object] = {
            "outlet": outlet,
            "published": published,
            "synthetic": synthetic,
        }
        if path == "post.html":
            fields |= {
                "furniture": (Furniture(Span(0, 24), "menu", "a row of short links"),),
                "links": (Link("javascript:alert(1)", "Boats"), Link("https://dock.example/1", "Dock Wire")),
                "date_candidates": (
                    DateCandidate("2031-06-03", "json-ld", "datePublished"),
                    DateCandidate("2031-06-05", "url", "/2031/06/05/"),
                ),
            }  # fmt: skip
        if path == "bote.txt":
            fields |= {"language": "de", "unextracted": "no extractor for language de"}
        built.append(page(text + notice, path=path, **fields))
    return (built[0], replace(built[1], media="html"), *built[2:])


def _root(label: str, kind: str, seen: bool, *claims: Claim) -> Root:
    names = tuple(claim.id for claim in claims)
    documents = tuple(dict.fromkeys(claim.document.id for claim in claims))
    return Root(content_id("src", label), label, kind, seen, names, documents)


def _cluster(
    measure: str | None, about: str, roots: tuple[Root, ...], effective: float,
    interval: tuple[float, float], status: str,
) -> Cluster:  # fmt: skip
    claims = tuple(claim for root in roots for claim in root.claims)
    name = content_id("clu", measure, about, claims)
    return Cluster(name, measure, about, claims, roots, effective, interval, status, ("by hand",))  # type: ignore[arg-type]


def _drift(
    child: Claim, parent: Claim, change: str, before: str | None, after: str | None
) -> Drift:
    name = content_id("drf", child.id, parent.id, change)
    return Drift(child.id, parent.id, change, before, after, name)  # type: ignore[arg-type]
