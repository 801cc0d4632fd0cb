"""What sort of source do words name, and by what name after all the text tells?"""

import pytest

from allsource.claims.extract import extract
from allsource.model.document import Document


def innermost(text):
    """The innermost source of the last claim that has one."""
    claims = extract(Document("doc_1", "00", "a.txt", text, "text"))
    sources = [c.attribution[-1].source for c in claims if c.attribution]
    last = [source for source in sources if source is not None][-1]
    return last.kind, last.name


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The Sunday Pennon said the king was ill.", "outlet", "Sunday Pennon"),
        ("The exile paper Free Dremmel says the king was ill.", "outlet", "Free Dremmel"),
        ("The Keth Review, a monthly, said the king was ill.", "outlet", "Keth Review"),
        ("Hull & Keel, a maker of boats, said it had closed.", "organization", "Hull & Keel"),
        (
            "A user on Chirper called @saltmarsh posted that the gate was shut.",
            "named_person",
            "@saltmarsh",
        ),
        ("Fans were angry. One, Nils Aker, said he had queued.", "named_person", "Nils Aker"),
        ("A filmmaker said the pier was weak.", "unnamed_person", "filmmaker"),
        ("The toolmaker said the pier was weak.", "organization", "toolmaker"),
        (
            "The port authority's website says the channel is deep.",
            "document",
            "port authority's website",
        ),
        ("A tweet by the mayor said the road was shut.", "document", "tweet by the mayor"),
        ("The hospice's own surveyor said it was sound.", "unnamed_official", "hospice's own surveyor"),
        ("The firm's neighbour said it was loud.", "unnamed_person", "firm's neighbour"),
        ("Keth said it would respond.", "organization", "Keth"),
    ],
)  # fmt: skip
def test_sorts_of_source(text, kind, name):
    assert innermost(text) == (kind, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Petra Vance was home. It was loud, the dental nurse from Ostrel said.", "Petra Vance"),
        ("Timo Orlan, 52, lost his home. The 52-year-old said he would rebuild.", "Timo Orlan"),
        ("Timo Orlan lost his home. The father of three said he would rebuild.", "Timo Orlan"),
        ("Lars Odden was sacked. The Norseman said he was sad.", "Lars Odden"),
        ("Shares in Orlan Works fell. The company said demand was weak.", "Orlan Works"),
        (
            "The Brill Institute of Tides surveyed bays. The think-tank said most were foul.",
            "Brill Institute of Tides",
        ),
    ],
)
def test_whom_a_new_description_points_back_to(text, name):
    assert innermost(text)[1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Petra Vance met Nils Aker. The dental nurse said it was loud.", "dental nurse"),
        ("Petra Vance, the mayor, was home. The retired nurse said it was loud.", "retired nurse"),
        ("Petra Vance was home. The driver said it was loud.", "driver"),
    ],
)
def test_a_description_stays_where_it_may_be_another(text, name):
    assert innermost(text)[1] == name


def test_who_answers_is_not_who_spoke():
    text = (
        "Bo Trask met Ingrid Faye on Monday. The offer was an insult, Trask said. "
        "It was the last one, she replied."
    )
    assert innermost(text) == ("named_person", "Ingrid Faye")
