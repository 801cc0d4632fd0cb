"""Who is credited: of what kind, and by which name of the document?"""

import pytest

from allsource.claims.extract import extract
from allsource.claims.parse import parse_text
from allsource.claims.people import gather
from strategies import page


def told(text, **fields):
    """Kind and name of the innermost source of each credit, in the order of the text."""
    seen = {}
    for claim in extract(page(text, **fields)):
        for one in claim.attribution:
            if one.source is not None:
                seen[one.cue.spans] = (one.source.kind, one.source.name)
    return [seen[place] for place in sorted(seen)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # bodies and people
        ("The buyer, Quellbar Homes, said that it would plan 74 houses.", ("organization", "Quellbar Homes")),
        ("A gang calling itself Grey Otter said that it had the records.", ("organization", "Grey Otter")),
        ("Councillor Mara Vell said that the pier was shut.", ("named_person", "Mara Vell")),
        ("The Quay Times's Timo Orlan said that the pier was shut.", ("named_person", "Timo Orlan")),
        ("The yard's co-founder and president Mara Vell said that it was shut.", ("named_person", "Mara Vell")),
        # descriptions without number and time
        ("Two welders said that the kiln was cold.", ("unnamed_group", "welders")),
        ("At least three customs officials said that the gate was shut.", ("unnamed_official", "customs officials")),
        ("One of the officials said that the gate was shut.", ("unnamed_official", "official")),
        ("Authorities said that the gate was shut.", ("unnamed_official", "Authorities")),
        ("A committee member said that the vote was close.", ("unnamed_official", "committee member")),
        ("A man's voice told her that the gate was shut.", ("unnamed_person", "man")),
        # documents, outlets, sensors
        ("A report from the Quay, a news site, said that the dock was empty.", ("outlet", "Quay")),
        ("News reports said that the dock was empty.", ("outlet", "News reports")),
        ("The 2031 survey said that the stock was low.", ("document", "2031 survey")),
        ("A letter signed by the treasurer said that the sale was wrong.", ("document", "letter")),
        ("A leaked letter said that the sale was wrong.", ("unnamed_document", "leaked letter")),
        ("Video posted on Chirper showed that the hall was empty.", ("sensor", "Video")),
        ("DNA tests showed that the bones were hers.", ("sensor", "DNA tests")),
    ],
)  # fmt: skip
def test_one_source(text, wanted):
    assert told(text)[-1] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # whoever speaks a quotation is never "he" in it, and always "I"
        (
            "A nurse said that the director, Rowan Pike, had wept. “He said that the ward was lost.”",
            ("named_person", "Rowan Pike"),
        ),
        # one more of those told of last
        ("Two welders in Velory said that it was cold. One of them said that it had snowed.", ("unnamed_person", "welder in Velory")),
        ("Two officials met. One nodded. The other said that the gate was shut.", ("unnamed_official", "official")),
        # who is credited comes before the other subjects of a sentence
        ("Mara Vell said that a friend had found the bag. It was heavy, she said.", ("named_person", "Mara Vell")),
        # the fuller words before
        ("The safety board is looking at five fires. The board said that it had no result.", ("organization", "safety board")),
        # the same source
        ("A consultant said that the pier was safe. The crane was not, the same source said.", ("unnamed_person", "consultant")),
        # the person of the first sentence is named in the next
        ("A Velory man said that he had won the cake.\n\nTimo Orlan said that the cake was dry.", ("named_person", "Timo Orlan")),
        # a man is not the woman of the same name
        ("Sir Denis Orlan left the board.\n\nLady Orlan said that she had seen no letter.", ("named_person", "Orlan")),
        # surnames without their particle
        ("Sheikh Karim al-Vell said that snow was fine. Sheikh Vell said that ice was not.", ("named_person", "Karim al-Vell")),
        # short names of bodies
        ("The Velory River Observatory has an office. The Observatory said that the dam was cracked.", ("organization", "Velory River Observatory")),
    ],
)  # fmt: skip
def test_the_last_source_points_back(text, wanted):
    assert told(text)[-1] == wanted


def test_the_article_is_the_outlet_that_prints_it():
    found = told("The article said that the pier was shut.", outlet="Velory Quill")
    assert found == [("outlet", "Velory Quill")]


def test_a_thing_is_not_the_body_that_it_is_called_by():
    names = gather(parse_text("Quell sells pumps. The Quell Pump is loud. Quell said so."))
    assert names.body("Quell") == "Quell"


def test_a_woman_takes_the_full_name_of_a_woman():
    names = gather(parse_text("Agnes Orlan and David Orlan run the ferry. Mrs Orlan left."))
    assert names.person("Orlan", "female") == "Agnes Orlan"
    assert names.person("Orlan") == "Orlan"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Head of sales Dagny Marberg said the yard was shut.", "Dagny Marberg"),
        ("Chief of police Ana Kestrel denied that the yard was shut.", "Ana Kestrel"),
        ("Vell Yards head of sales Dagny Marberg said the yard was shut.", "Dagny Marberg"),
        ("Harbour Police Insp. Vell said the yard was shut.", "Vell"),
        ("Harbour Police Insp. Mara Vell said the yard was shut.", "Mara Vell"),
        ("Sgt. Orlan of the Tarn police said the yard was shut.", "Orlan"),
        ("The yard was shut, Tarn Shore Guard Supt. Mara Vell said.", "Mara Vell"),
    ],
)
def test_a_post_or_a_short_rank_before_a_name_hides_no_person(line, name):
    claim = extract(parse_text(line).document)[0]
    assert (claim.source.kind, claim.source.name) == ("named_person", name)


def test_the_body_before_a_short_rank_is_known_by_its_short_name():
    names = gather(parse_text("Tarn Shore Guard Insp. Mara Vell left. The Guard said no more."))
    assert names.body("Guard") == "Tarn Shore Guard"
    assert names.person("Vell") == "Mara Vell"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By the account of Mara Vell, the yard sold 40 pumps.", "Mara Vell"),
        ("Mara Vell let it be known that the yard sold 40 pumps.", "Mara Vell"),
        ("The ministry made it clear that the yard would be shut.", "ministry"),
        ("Mara Vell gives a plain account of how the yard sold 40 pumps.", "Mara Vell"),
    ],
)
def test_who_gives_an_account_or_lets_it_be_known_is_credited(line, name):
    assert [one for _, one in told(line)] == [name]


def test_on_account_of_credits_nobody():
    assert told("Orlan Works paid 40 crowns on account of Vell Yards.") == []
