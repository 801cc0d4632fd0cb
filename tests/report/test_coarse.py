"""No table of statements prints a position finer than 0.1 degree."""

from allsource.assessment.actors import Parties
from allsource.assessment.evidence import gather
from allsource.claims.extract import extract
from allsource.lineage.trace import trace
from allsource.model.document import Document
from allsource.report.parties import dealing_views, obligation_views
from allsource.report.programme import programme_card

TEXT = (
    "Ann Lind, an auditor, said: “Keth Marine opened a second hall at 55.7512, 37.6184 in May 2031.” "
    "She said: “Keth Marine built 40 boats a month in May 2031.” "
    "She said: “Keth Marine owes Pell Works $9 million for the hall at 55.7512, 37.6184.” "
    "She said: “Keth Marine sold Pell Works the hall at 55.7512, 37.6184.”\n"
)


def test_statements_of_the_card_dealings_and_obligations_are_coarse():
    page = Document("doc_a", "a.txt", "0" * 64, TEXT, "text", language="en", published="2031-06-01")
    claims = extract(page)
    evidence = gather([page], claims, trace([page], claims))
    parties = Parties(tuple(evidence.claims.values()))
    card, pairs, owed = (
        [row.claim.words for view in views for row in view.rows]
        for views in (
            programme_card(evidence, {}),
            dealing_views(evidence, {}, parties),
            obligation_views(evidence, {}, parties),
        )
    )

    for printed in (card, pairs, owed):
        assert any("[55.8, 37.6]" in words for words in printed)
        assert not any("55.7512" in words for words in printed)
