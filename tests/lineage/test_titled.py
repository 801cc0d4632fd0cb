import time

import pytest

from allsource.lineage.titled import Titles, cited, title_root
from allsource.lineage.trace import trace
from allsource.model.document import Furniture
from allsource.model.span import Span
from strategies import page

PAPER = (
    "The long yard: how Vell builds its boats\nVarn Institute\n\nThe slipways of Vell are older than "
    "the town. In nine chapters this study follows the guild from the first hull to the last strike."
)


def titles(text):
    return [(one.title, one.firm) for one in cited(page(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In a report titled ‘The long yard’, the institute said so.", [("The long yard", True)]),
        ("A leaked memo, “Boats for Nobody,” says so.", [("Boats for Nobody", True)]),
        ("“The Long Yard”, a study by the Varn Institute.", [("The Long Yard", True)]),
        ('in its survey for 2031 entitled "Ships and men: a review", it', [("Ships and men: a review", True)]),
        ("The report by the Varn Institute, “The long yard”, says", [("The long yard", False)]),
        ("Im Bericht „Die lange Werft“ steht es.", [("Die lange Werft", True)]),
        ("В докладе «Длинная верфь» сказано", [("Длинная верфь", True)]),
        ("گزارشی با عنوان «کارگاه دراز» منتشر شد", [("کارگاه دراز", True)]),
        ("According to the report, “the yard sold 40 boats”.", []),
        ("The report said: “We will not pay. We never did.”", []),
        ("She calls herself “The long yard”.", []),
    ],
)  # fmt: skip
def test_a_quoted_title_beside_a_word_for_a_document(text, found):
    assert titles(text) == found


def test_a_title_is_cited_once_and_firmly_where_it_is_anywhere():
    text = "The report by Varn, “The long yard”, is out. It is titled so: report “The long yard”."
    assert titles(text) == [("The long yard", True)]


def hops(*pages):
    names = {p.id: p.path for p in pages}
    return {
        (names[hop.child], names.get(hop.parent, hop.parent)): hop for hop in trace(pages, []).hops
    }


def test_a_cited_document_in_hand_is_found_by_its_title():
    paper = page(PAPER, path="paper.pdf")
    citing = page(
        "It said in a report titled “The Long Yard” that strikes are rare.", path="citing"
    )
    hop = hops(paper, citing)["citing", "paper.pdf"]
    assert hop.kind == "primary_source" and hop.seen and hop.probability > 0.8
    (evidence,) = [one for one in hop.evidence if one.why == "names the title"]
    assert evidence.passages[0].span.of(citing.text) == "The Long Yard"


def test_what_is_cited_and_not_in_hand_has_the_root_of_its_title():
    citing = page(
        "It said in a report titled “The Long Yard” that strikes are rare.", path="citing"
    )
    hop = hops(citing)["citing", title_root("The long yard")]
    assert hop.kind == "primary_source" and not hop.seen


def test_a_title_that_several_documents_have_is_settled_by_the_author_or_left_weak():
    ours = page(PAPER, path="ours", outlet="Varn Institute")
    theirs = page("The long yard\n\nA poem of the sea by Odd Ness.", path="theirs")
    named = page("The Varn Institute’s report “The long yard” says strikes are rare.", path="named")
    bare = page("A report titled “The long yard” says that strikes are rare.", path="bare")
    found = hops(ours, theirs, named)
    assert set(found) == {("named", "ours")}
    assert [p.span.of(named.text) for p in found["named", "ours"].evidence[0].passages] == [
        "The long yard", "Varn",
    ]  # fmt: skip
    assert {ends: hop.probability < 0.5 for ends, hop in hops(ours, theirs, bare).items()} == {
        ("bare", "ours"): True, ("bare", "theirs"): True,
    }  # fmt: skip


def test_what_many_documents_are_called_is_a_weak_credit_alone():
    report = page("Annual Report\n\nThe fair made a loss in all its years.", path="report")
    citing = page(
        "It said in a report titled “Annual Report” that strikes are rare.", path="citing"
    )
    assert hops(report, citing)["citing", "report"].probability < 0.5
    assert hops(citing) == {}


def test_a_repost_of_the_cited_document_leaves_the_title_unambiguous():
    paper, repost = page(PAPER, path="a"), page(PAPER, path="b", published="2031-05-01")
    citing = page("It said in a report titled “The Long Yard” that strikes are rare.", path="c")
    assert (
        max(h.probability for ends, h in hops(paper, repost, citing).items() if ends[0] == "c")
        > 0.8
    )


def test_a_heading_of_a_page_is_its_title_and_no_page_cites_itself():
    text = (
        "Home\n\nThe long yard\n\nThis report, titled “The long yard”, says that strikes are rare."
    )
    heading = Furniture(Span(6, 19), "heading", "test")
    own = page(text, furniture=(heading,))
    assert Titles([own]).credits(own) == ()
    citing = page("The study “The long yard” says so.", path="citing")
    assert Titles([own]).credits(citing)[0].document == own.id


@pytest.mark.parametrize(
    "text", ["report “A" * 40_000, "a report " * 40_000, "“A" * 80_000, "report ‘a’s " * 30_000]
)
def test_hostile_texts_are_read_in_bounded_time(text):
    start = time.process_time()
    cited(page(text))
    assert time.process_time() - start < 5
