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


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The claim could not be checked.", None),
        ("None of this can be checked.", None),
        ("The Standard was not in a position to verify that.", "Standard"),
        ("It was not immediately clear when it was filmed.", None),
        ("It was unclear where the clip had been shot.", None),
        ("It is not known who filmed it.", None),
        ("Its authenticity is unclear.", None),
        ("The origin of the footage remains unknown.", None),
        ("Its provenance is uncertain.", None),
        ("How it arrived at that figure is not known.", None),
        ("It is not clear where the figure comes from.", None),
        ("It cited no source for the figure.", None),
        ("It offered little evidence.", None),
        ("It has produced no proof of this.", None),
        ("The union said ten left, but gave no evidence to back up the claim.", None),
        ("There is no evidence to support this.", None),
        ("The Standard found no evidence for the claim.", "Standard"),
        ("Inspectors found nothing to support the allegation.", "Inspectors"),
        ("There is nothing to back up that claim.", None),
        ("There was no independent word on the claim.", None),
        ("There was no word from the firm.", "firm"),
        ("There has been no official confirmation.", None),
        ("The ministry said it had no information on the matter.", "ministry"),
        ("The ministry had no details of the incident.", "ministry"),
        ("Officials said they had no confirmation of the reports.", "Officials"),
        ("The army said it was checking the reports.", "army"),
        ("The army is investigating the claims.", "army"),
        ("The army said it was looking into the reports.", "army"),
        ("The army is trying to verify the reports.", "army"),
        ("The army is seeking to confirm the report.", "army"),
        ("The Standard is working to verify the account.", "Standard"),
        ("The Standard has not seen the documents.", "Standard"),
        ("The Standard has not seen the letter.", "Standard"),
        ("The Standard was not able to review the letter.", "Standard"),
        ("The Standard could not obtain a copy of it.", "Standard"),
        ("Nobody has backed this up.", None),
        ("No other paper has reported this.", None),
        ("His account could not be checked against the log.", None),
        ("The figures do not appear in any official record.", None),
        ("The claim rests on a single anonymous post.", None),
        ("The story is based on one unnamed source.", None),
        ("The report appears to be based on a single source.", None),
        ("Reporters have no access to the area.", "Reporters"),
        ("Reporters have not been able to reach the area.", "Reporters"),
        ("It was impossible to establish whether that was so.", None),
        ("It was hard to tell whether this was true.", None),
        ("Whether that is true is anyone's guess.", None),
        ("It remains to be seen whether this is true.", None),
        ("The claim is yet to be proven.", None),
        ("The claim awaits verification.", None),
        ("The firm has yet to confirm the news.", "firm"),
        ("The firm would neither confirm nor deny the reports.", "firm"),
        ("The firm refused to confirm or deny the report.", "firm"),
        ("The firm stopped short of confirming the report.", "firm"),
        ("Neither side has confirmed the deal.", "side"),
        ("The details remained sketchy and could not be verified.", None),
        ("That part of his story is uncorroborated.", None),
        ("The claim is unsupported by evidence.", None),
        ("The claim lacks any evidence.", None),
        ("The claim has no basis in any record.", None),
        ("The Standard has been unable to trace the source of the claim.", "Standard"),
        ("Independent observers cannot vouch for this.", "Independent observers"),
        ("The Standard was unable to stand the story up.", "Standard"),
        ("The Standard was unable to determine whether the document was genuine.", "Standard"),
        ("Verification is difficult.", None),
        ("The area is closed to reporters, making verification impossible.", None),
        ("The figures are impossible to check.", None),
        ("These claims should be treated with caution.", None),
        ("The figure should be taken with a pinch of salt.", None),
    ],
)
def test_what_was_left_open(text, by):
    assert ("unverified", by) in found(text)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("This is false.", None),
        ("Experts doubt that this is true.", "Experts"),
        ("Experts questioned the claim.", "Experts"),
        ("Experts have questioned whether the tape is genuine.", "Experts"),
        ("Experts cast doubt on the claim.", "Experts"),
        ("The firm called it a hoax.", "firm"),
        ("The firm said it was a hoax.", "firm"),
        ("The story turned out to be fabricated.", None),
        ("The claim is untrue.", None),
        ("The firm rubbished the claim.", "firm"),
        ("The firm said there was no truth to the rumour.", "firm"),
        ("That is not true, the firm said.", "firm"),
    ],
)
def test_who_rejects_it(text, by):
    assert ("disputed", by) in found(text)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The firm would not be drawn.", "firm"),
        ("The firm did not return calls.", "firm"),
        ("The firm had not replied by the time of going to press.", "firm"),
        ("Attempts to reach the firm were unsuccessful.", "firm"),
        ("Asked about this, a manager hung up.", "manager"),
        ("The firm said it does not comment on staff matters.", "firm"),
        ("There was no reply to questions left at its office.", None),
        ("The Ledger has approached the firm for a response.", "firm"),
        ("The firm ignored our questions.", "firm"),
        ("The firm has remained silent.", "firm"),
        ("The firm refused to be interviewed.", "firm"),
        ("The firm was asked to comment.", "firm"),
        ("Hallam & Fitch did not respond to a request for comment.", "Hallam & Fitch"),
        ("Repeated calls to the firm went unanswered.", "firm"),
        ("The firm could not immediately be reached.", "firm"),
        ("The firm would not say whether it was true.", "firm"),
        ("The firm offered no comment.", "firm"),
        ("The firm refused comment.", "firm"),
    ],
)
def test_who_said_nothing(text, by):
    assert ("no_comment", by) in found(text)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The firm has since confirmed the report.", "firm"),
        ("A second person confirmed this.", "second person"),
        ("The claim was borne out by the records.", "records"),
        ("The Ledger has verified the footage.", "Ledger"),
        ("The clip was confirmed as genuine by the institute.", "institute"),
        ("Two other workers corroborated her account.", "Two other workers"),
    ],
)
def test_who_bore_it_out(text, by):
    assert ("verified", by) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The cause of the fire was not immediately clear.",
        "It was not clear when the bridge would open.",
        "The police are investigating the fire.",
        "The auditors checked the books.",
        "Engineers are testing the pumps.",
        "The firm has no plans to close.",
        "The ministry had no information desk.",
        "It is unknown where the gunman lives.",
        "She has not seen her mother since May.",
        "The clerk could not back the van out of the yard.",
        "The plan is based on one idea.",
        "The mayor was unable to find a seat.",
        "There was no word for it in her language.",
        "The board has yet to decide on the sale.",
        "He did not say when he would resign.",
        "The team is trying to find the crew.",
        "The mission found nothing in the hold.",
        "The inquiry found no evidence of fraud.",
        "There is no evidence of fraud in the books.",
    ],
)
def test_what_only_looks_like_a_check(text):
    assert found(text) == []
