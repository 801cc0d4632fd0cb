"""Which words tell that something was or was not checked, and who was silent."""

import pytest

from allsource.claims.checks import checks
from allsource.claims.parse import parse_text


def found(text):
    return [(one.status, one.by) for one in checks(parse_text(text))]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The claims have yet to be verified.", None),
        ("There was no way to independently verify the claim.", None),
        ("The statement was impossible to verify.", None),
        ("Nobody has been able to verify the claim.", None),
        ("Neither side's claims could be independently verified.", None),
        ("It could not be confirmed that the hall was sold.", None),
        ("There is no confirmation that the hall was sold.", None),
        ("Independent verification was not possible.", None),
        ("The allegations have not been tested in court.", None),
        ("The union provided no evidence for the claim.", None),
        ("The ministry declined to confirm the report.", "ministry"),
        ("Velory Today was unable to reach it and could not verify the claim.", "Velory Today"),
        ("The Keth Audit Office said it could not confirm the report.", "Keth Audit Office"),
        ("The mayor could neither confirm nor deny the report.", "mayor"),
    ],
)
def test_what_was_not_verified(text, by):
    assert found(text)[:1] == [("unverified", by)]


@pytest.mark.parametrize(
    "text",
    [
        "Orlan Works had no immediate comment.",
        "There was no immediate comment from Orlan Works.",
        "Calls to Orlan Works were not returned.",
        "Requests for comment sent to Orlan Works went unanswered.",
        "Orlan Works was not available for comment.",
        "Orlan Works declined to discuss the matter.",
        "Velory Today has contacted Orlan Works for comment.",
    ],
)
def test_who_was_silent(text):
    assert found(text) == [("no_comment", "Orlan Works")]


@pytest.mark.parametrize(
    "text",
    [
        "Orlan Works called the claim false.",
        "Orlan Works says that is untrue.",
        "Orlan Works has dismissed the report as a fabrication.",
    ],
)
def test_who_disputes(text):
    assert ("disputed", "Orlan Works") in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The welders tested the bolts in May.",
        "The club confirmed the signing of a captain.",
        "The bank refused to lend it money.",
        "The harbour is not available to large ships.",
        "The council has asked the bank for money.",
        "The mayor denied the request for a permit.",
    ],
)
def test_what_is_no_check(text):
    assert found(text) == []
