from allsource.lineage.credits import Credit, credits_of
from allsource.lineage.features import features
from allsource.lineage.joined import joined
from allsource.model.span import Span
from strategies import page


def ends(pages, credited):
    found = [features(one) for one in pages]
    return [(one.document.path, other.document.path) for one, other in joined(found, credited)]


def test_a_title_joins_pages_that_share_nothing():
    one, other = page("Alpha.", path="one"), page("Beta.", path="other")
    title = Credit("Alpha", "title", Span(0, 4), one.id)
    assert ends([one, other], {}) == []
    assert ends([one, other], {other.id: [title]}) == [("one", "other")]


def test_a_credit_joins_only_documents_of_the_outlet_that_share_something():
    near = page("Anna Lind sold 1,140 boats.", path="near", outlet="Harbour Post")
    far = page("It rained.", path="far", outlet="Harbour Post")
    citing = page("It sold 1,140 of them, Harbour Post reported.", path="citing")
    credited = {citing.id: credits_of(citing, [], ["Harbour Post"])}
    assert ends([near, far, citing], credited) == [("near", "citing")]
