import pytest

from allsource.lineage.credits import credits_of, links, named_day, revises
from allsource.model.document import Furniture, Link
from allsource.model.span import Span
from strategies import claim_at, page


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        ("VELL, 4 May (Dock Wire) - The yard opened.", "Dock Wire", "agency tag"),
        ("VELL (Dock Wire) -- The yard opened.", "Dock Wire", "agency tag"),
        ("The yard opened, Sundry Gazette reported on Monday.", "Sundry Gazette", "reported"),
        ("The news was first reported by the Sundry Gazette.", "Sundry Gazette", "reported"),
        ("The owner told Sundry Gazette that it opened.", "Sundry Gazette", "told"),
        ("In an interview with Sundry Gazette the owner said so.", "Sundry Gazette", "told"),
        ("A letter seen by the Sundry Gazette says so.", "Sundry Gazette", "told"),
        (
            "Sundry Gazette has not independently verified this.",
            "Sundry Gazette",
            "verification",
        ),
        ("Sundry Gazette could not verify the claim.", "Sundry Gazette", "verification"),
    ],
)
def test_formulas_that_credit_an_outlet(text, name, how):
    document = page(text, outlet="Harbour Post")
    found = {(credit.name, credit.how): credit for credit in credits_of(document, [], [])}
    assert (name, how) in found
    assert found[name, how].span.of(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "The owner told Parliament that it opened.",
        "Anna Lind reported a theft.",
        "The owner told reporters (see below) - and left.",
        "Members of the Vell Orlan Guild (VOG) - the oldest one - left.",
        "Harbour Post has not verified this. The owner told Harbour Post so.",
        "The Post could not verify this.",
    ],
)
def test_what_is_no_credit_of_another_outlet(text):
    assert credits_of(page(text, outlet="The Harbour Post"), [], []) == ()


def test_an_outlet_of_the_case_is_known_by_its_initials():
    document = page("Das berichtet die Agentur QWA.", outlet="Bote", language="de")
    (first, *_) = credits_of(document, [], ["Quarrel Wire Agency"])
    assert first.name == "Quarrel Wire Agency"


def test_an_outlet_that_a_claim_credits_counts():
    text = "The yard opened, as Sundry Gazette has it."
    document = page(text)
    claim = claim_at(document, "The yard opened", source="Sundry Gazette", kind="outlet")
    assert [c.how for c in credits_of(document, [claim], [])] == ["reported"]


def test_furniture_credits_nobody():
    text = "Sundry Gazette reported it."
    document = page(text, furniture=(Furniture(Span(0, len(text)), "menu", "test"),))
    assert credits_of(document, [], ["Sundry Gazette"]) == ()


def test_links_are_compared_without_scheme_and_query():
    link = Link("https://www.post.example/a/?utm=1#top", "Post")
    assert list(links(page("x", links=(link,)))) == ["post.example/a"]


def test_the_day_of_another_document_is_found():
    other = page("", published="2031-11-05")
    assert named_day(page("It took it back on 5 November."), other)
    assert named_day(page("It took it back on November 5, it said."), other)
    assert named_day(page("It took it back on 15 November."), other) is None
    assert named_day(page("It took it back on 5 November."), page("")) is None


def test_a_correction_says_so():
    assert revises(page("CORRECTION: the yard built 40 boats in all."))
    assert revises(page("The yard corrected its books.")) is None


def test_the_day_of_the_week_on_which_an_outlet_reported_is_found():
    report = page("", published="2031-05-05", outlet="The Vell Courier")
    told = "The Vell Courier reported on Monday that it opened."
    assert named_day(page(told, published="2031-05-08"), report)
    assert named_day(page("So said Monday's Vell Courier.", published="2031-05-08"), report)
    assert named_day(page(told, published="2031-05-12"), report) is None, "another Monday"
    assert named_day(page("It opened on Monday. The Courier is old.", published="2031-05-08"), report) is None  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Vell Courier and Tarn Wire both reported it.", ["Tarn Wire", "Vell Courier"]),
        ("Tarn Wire, quoting the Vell Courier, spoke of it.", ["Tarn Wire", "Vell Courier"]),
        ("The Vell Courier has withdrawn its report.", ["Vell Courier"]),
        ("Correction: the Vell Courier misstated a number.", ["Vell Courier"]),
        ("The Vell Courier, the oldest paper here, reported it.", ["Vell Courier"]),
        ("A resident told the oldest newspaper Kvelden of it.", ["Kvelden"]),
        ("He said so on the podcast Low Water.", ["Low Water"]),
        ("It sank.\n\nSources: Tarn Wire, Vell Courier", ["Tarn Wire", "Vell Courier"]),
        ("VELL (dpa/Tarn Wire) - It sank.", ["Deutsche Presse-Agentur", "Tarn Wire"]),
        ("Per Tаrn Wire, it sank.", ["Tarn Wire"]),
    ],
)
def test_names_share_what_stands_around_them(text, names):
    found = {
        c.name for c in credits_of(page(text, outlet="Quay Herald"), [], []) if c.how != "mention"
    }
    assert sorted(found) == names


@pytest.mark.parametrize(
    "text",
    [
        "The square in front of the Vell Courier building was empty.",
        "Anna Lind once edited the Vell Courier.",
        "The Vell Courier cut 40 jobs last year.",
        "The River Authority reported the loss.",
    ],
)
def test_a_name_without_a_cue_is_no_credit(text):
    assert credits_of(page(text, outlet="Quay Herald"), [], []) == ()


def test_a_list_of_names_is_bounded():
    text = "".join(f"Vell{chr(97 + n % 26)}{n} Courier reported it. " for n in range(900))
    assert len(credits_of(page(text, outlet="Quay Herald"), [], [])) <= 200
