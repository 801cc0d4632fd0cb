"""What a cue itself says of its content."""

import pytest

from allsource.claims.cueing import Cueing, read_cue
from allsource.claims.parse import parse_text
from allsource.model.span import Span


def read(marked: str) -> Cueing:
    before, cue, after = marked.replace("<", ">").split(">")
    text = before + cue + after
    place = Span(len(before), len(before) + len(cue))
    rest = Span(place.end + 1, len(text)) if after.strip(" .") else Span(0, 0)
    return read_cue(parse_text(text).paragraphs[0], [place], rest)


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("The firm <denied> that it sold the hall.", "denied"),
        ("The firm <knocked down> a report that the hall was sold.", "denied"),
        ("The firm <did not rule out> that the hall was sold.", None),
        ("The firm <was not convinced> that the hall was sold.", None),
        ("The firm <cast doubt on> the claim that the hall was sold.", "questioned"),
        ("The firm <expects> that the hall is sold.", "expected"),
        ("The firm <said> that the hall was sold.", None),
    ],
)
def test_a_cue_may_deny_doubt_or_plan(marked, status):
    assert read(marked).status == status


def test_caution_of_the_source_is_kept_apart_from_distance_of_the_outlet():
    believed, claimed = (
        read("Police <believe> that it was sold."),
        read("Police <claim> without evidence that it was sold."),
    )
    assert [h.text for h in believed.tentative] == ["believe"]
    assert not believed.distant
    assert [h.text for h in claimed.distant] == ["claim"]
    assert not claimed.tentative
    assert not read("Police <claim> that it was sold.").distant


@pytest.mark.parametrize(
    ("marked", "word"),
    [
        ("The firm reportedly <told> staff that the hall was sold.", "reportedly"),
        ("Pallo is said to have <told> friends that the hall was sold.", "said"),
        ("An unconfirmed report <says> that the hall was sold.", "unconfirmed"),
        ("<Rumours> that the hall was sold spread.", "Rumours"),
    ],
)
def test_distance_may_stand_beside_the_cue(marked, word):
    assert word in [hedge.text for hedge in read(marked).distant]


def test_what_nobody_is_named_for_is_no_doubt_of_a_source():
    assert read("It <is believed> that the hall was sold.").agentless


@pytest.mark.parametrize(
    ("marked", "word"),
    [
        ("The firm <was not convinced> that the hall was sold.", "convinced"),
        ("The clerk <was not sure> the hall was sold.", "sure"),
        ("The clerk <is confident> that the hall was sold.", "confident"),
    ],
)
def test_an_attitude_is_the_sources_own_caution(marked, word):
    found = read(marked)
    assert [hedge.text for hedge in found.tentative] == [word]
    assert not found.agentless


@pytest.mark.parametrize(
    ("marked", "word"),
    [
        ("In a purported letter, the duke <said> that the hall was sold.", "purported"),
        ("The letter, if authentic, <shows> that the hall was sold.", "authentic"),
        ("The mayor baselessly <claimed> that the hall was sold.", "baselessly"),
    ],
)
def test_what_lies_beside_a_cue_may_be_the_outlets_distance(marked, word):
    assert [hedge.text for hedge in read(marked).distant] == [word]
