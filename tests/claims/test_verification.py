"""Which claims a statement of having checked, or not, covers."""

import pytest

from allsource.claims.extract import extract
from allsource.claims.parse import parse
from allsource.claims.verification import attach, verifiers
from allsource.model.claim import Attribution, Claim, Content, Cue, Source
from allsource.model.document import Document
from allsource.model.span import Span, hull

UNION = "The union said wages were unpaid."


def claim(document: Document, words: str, cue: str | None = None) -> Claim:
    at = document.text.index(words)
    place = Span(at, at + len(words))
    if cue is None:
        return Claim(document, place, place)
    start = document.text.rindex(cue, 0, at)
    credit = Span(start, start + len(cue))
    name = Span(max(0, document.text.rfind(". ", 0, start)), start)
    source = Source(name.of(document.text), (name,), "organization", "union", "ent_a")
    chain = (Attribution(source, Cue(cue, (credit,)), Content((place,))),)
    return Claim(document, hull([name, credit, place]), place, chain)


def statuses(
    text: str, *claims: tuple[str, str | None], outlet: str | None = None
) -> list[list[tuple[str, str | None]]]:
    document = Document(id="doc_a", sha256="", path="a", text=text, media="text", outlet=outlet)
    made = [claim(document, words, cue) for words, cue in claims]
    filled = attach(parse(document), made)
    assert [one.id for one in filled] == [one.id for one in made]
    return [[(v.status, v.by) for v in one.verification] for one in filled]


@pytest.mark.parametrize(
    ("sentence", "status", "by"),
    [
        ("Velory News has not independently verified these claims.", "unverified", "Velory News"),
        ("Velory News was unable to verify the claim.", "unverified", "Velory News"),
        ("The claim could not be independently verified.", "unverified", None),
        ("The claims remain unverified.", "unverified", None),
        ("It was not possible to check these claims.", "unverified", None),
        ("There is only their word for it.", "unverified", None),
        ("We have only the union's word for it.", "unverified", None),
        ("There is nothing but its word for the claim.", "unverified", None),
        ("Nothing is official yet.", "unverified", None),
        ("Nothing has been made official.", "unverified", None),
        ("The union did not say how it knew.", "unverified", "union"),
        ("The union would not say where the figure came from.", "unverified", "union"),
        ("The union did not explain how it had come by the figure.", "unverified", "union"),
        ("None of the claims could be verified.", "unverified", None),
        ("There was no independent confirmation of the claim.", "unverified", None),
        ("Orlan Works declined to comment.", "no_comment", "Orlan Works"),
        ("Orlan Works did not respond to requests for comment.", "no_comment", "Orlan Works"),
        ("Orlan Works could not be reached for comment.", "no_comment", "Orlan Works"),
        ("The report was disputed by Orlan Works.", "disputed", "Orlan Works"),
        ("Orlan Works denied the allegations.", "disputed", "Orlan Works"),
        ("The figure was confirmed by Orlan Works.", "verified", "Orlan Works"),
    ],
)
def test_the_claim_before_is_covered(sentence: str, status: str, by: str | None) -> None:
    assert statuses(f"{UNION} {sentence}", ("wages were unpaid", "said")) == [[(status, by)]]


def test_only_attributed_claims_before_it_are_covered() -> None:
    text = (
        "The union said wages were unpaid. The yard stands in Velory. Although Velory News has not "
        "independently verified these claims, the news adds to the trouble of the yard."
    )
    found = statuses(
        text,
        ("wages were unpaid", "said"),
        ("The yard stands in Velory", None),
        ("the news adds to the trouble of the yard", None),
    )
    assert found == [[("unverified", "Velory News")], [], []]


def test_many_claims_are_covered_by_a_plural_and_one_by_a_singular() -> None:
    two = "The union said wages were unpaid. It added that the hall was shut."
    parts = ("wages were unpaid", "said"), ("the hall was shut", "added")
    both = [[("unverified", "Velory News")], [("unverified", "Velory News")]]
    assert statuses(f"{two} Velory News could not verify these claims.", *parts) == both
    assert statuses(f"{two} Velory News could not verify the latter claim.", *parts) == [
        [],
        both[1],
    ]


def test_the_paragraph_above_is_covered_where_this_one_has_no_claim() -> None:
    text = f"{UNION}\n\nVelory News could not verify the claim."
    assert statuses(text, ("wages were unpaid", "said")) == [[("unverified", "Velory News")]]


def test_a_check_of_its_own_clause_covers_that_clause_alone() -> None:
    text = f"{UNION} Velory News could not confirm that the hall was sold."
    found = statuses(text, ("wages were unpaid", "said"), ("the hall was sold", None))
    assert found == [[], [("unverified", "Velory News")]]


def test_the_fullest_name_of_the_document_is_given() -> None:
    text = f"The Belmarrow Standard wrote of it. {UNION} The Standard could not verify the claim."
    assert statuses(text, ("wages were unpaid", "said")) == [[("unverified", "Belmarrow Standard")]]


def test_we_is_the_outlet() -> None:
    text = f"{UNION} We could not verify the claim."
    assert statuses(text, ("wages were unpaid", "said"), outlet="Velory News") == [
        [("unverified", "Velory News")]
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The welders verified the bolts.",
        "The bishop confirmed forty children.",
        "The clerk rejected the parcel.",
        "We verify every report.",
        "The council will verify the claim.",
    ],
)
def test_things_other_than_claims_may_be_verified(sentence: str) -> None:
    assert statuses(f"{UNION} {sentence}", ("wages were unpaid", "said")) == [[]]


def test_verifiers_are_named_with_their_place() -> None:
    text = f"{UNION} Velory News has not verified the claim. Orlan Works declined to comment."
    document = Document(id="doc_a", sha256="", path="a", text=text, media="text")
    (found,) = verifiers(parse(document))
    assert found.name == "Velory News" and found.span.of(text) == "Velory News"


def test_the_object_chooses_among_the_claims_before() -> None:
    text = (
        "The union said the loan was late. It added that 260 engines were built. "
        "Velory News could not verify the {}."
    )
    parts = ("the loan was late", "said"), ("260 engines were built", "added")
    seen = [("unverified", "Velory News")]
    assert statuses(text.format("loan"), *parts) == [seen, []]
    assert statuses(text.format("figure of 260"), *parts) == [[], seen]


def test_a_claim_described_by_its_maker_is_one_made_before() -> None:
    text = f"{UNION} Velory News could not verify the figure given by the union."
    assert statuses(text, ("wages were unpaid", "said")) == [[("unverified", "Velory News")]]


def test_an_abbreviation_stands_for_the_outlet() -> None:
    text = f"{UNION} VNA could not verify the claim."
    found = statuses(text, ("wages were unpaid", "said"), outlet="The Velory News Agency")
    assert found == [[("unverified", "Velory News Agency")]]


def test_a_check_of_a_report_falls_on_all_that_comes_from_it() -> None:
    text = (
        "According to the Velory News, the yard built 40 engines. Some are said to be copies.\n\n"
        "The mayor said the bridge was shut.\n\n"
        "The Velory News says that wages were cut. Keth Radio could not verify the figures.\n\n"
        "The Velory News says that a hall was sold."
    )
    page = Document(id="doc_a", sha256="", path="a", text=text, media="text", outlet="Keth Radio")
    seen = {one.statement: [v.by for v in one.verification] for one in extract(page)}
    by = ["Keth Radio"]
    assert seen["the yard built 40 engines"] == seen["wages were cut"] == by
    assert seen["Some are said to be copies"] == seen["a hall was sold"] == by
    assert seen["the bridge was shut"] == []


def test_a_check_may_stand_pages_later() -> None:
    text = f"{UNION}\n\nThe hall is red.\n\nVelory News could not verify these claims."
    assert statuses(text, ("wages were unpaid", "said")) == [[("unverified", "Velory News")]]


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("Velory News could not establish that he wrote it.", "Velory News"),
        ("We do not know that they are.", None),
        ("Timo Orlan confirmed that they met, but not what was said.", "Timo Orlan"),
    ],
)
def test_a_check_may_point_back_or_halve_a_confirmation(sentence: str, by: str | None) -> None:
    found = statuses(f"{UNION} {sentence}", ("wages were unpaid", "said"))
    assert ("unverified", by) in found[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "She did not say how she found the job.",
        "She gave her word for the loan.",
        "There is a word for it in the old tongue.",
        "Nothing in the yard is official property.",
        "She did not say how she knew the mayor.",
    ],
)
def test_what_only_sounds_like_a_lack_of_proof_checks_nothing(sentence: str) -> None:
    assert statuses(f"{UNION} {sentence}", ("wages were unpaid", "said")) == [[]]
