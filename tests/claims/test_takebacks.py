"""What a cue takes back, or calls told in error, is denied."""

import pytest

from allsource.claims.extract import extract
from strategies import page

REST = "the Quellmark yard employs 900 workers"


def status(before: str) -> str:
    found = extract(page(f"{before} that {REST}."))
    return next(claim.stance.status for claim in found if claim.statement == REST)


@pytest.mark.parametrize(
    "before",
    [
        "Ketil Brask, the mayor of Port Orrin, withdrew on Friday his statement",
        "The mayor retracted his claim",
        "The mayor took back his remark",
        "The mayor walked back his claim",
        "The mayor disowned his statement",
        "The mayor recanted his claim",
        "The mayor was forced to retract his claim",
        "The mayor backed away from his claim",
        "The agency has withdrawn its report",
        "The mayor no longer says",
        "The mayor no longer maintains",
        "The mayor no longer stands by his claim",
    ],
)
def test_what_is_taken_back_is_denied(before):
    assert status(before) == "denied"


@pytest.mark.parametrize(
    "before",
    [
        "Norvane Wire wrongly reported on 12 March",
        "The agency erroneously said",
        "The agency misreported",
        "The agency was wrong to report",
        "The agency was mistaken in saying",
        "The mayor admitted that he had been wrong to say",
    ],
)
def test_what_was_told_in_error_is_denied(before):
    assert status(before) == "denied"


@pytest.mark.parametrize(
    "before",
    [
        "The mayor repeated his claim",
        "The mayor stands by his claim",
        "The mayor did not retract his claim",
        "The mayor may retract his claim",
        "The mayor refused to withdraw his statement",
        "The union asked the mayor to withdraw his claim",
        "The mayor was not wrong to say",
        "The agency correctly reported",
    ],
)
def test_what_is_upheld_or_not_yet_taken_back_is_not_denied(before):
    assert status(before) != "denied"
