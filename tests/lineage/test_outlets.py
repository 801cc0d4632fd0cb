import pytest

from allsource.lineage.outlets import canonical, looks_like_outlet, same_outlet, speaks_of_itself


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("QWA", "Quarrel Wire Agency", True),
        ("the Quarrel agency", "Quarrel Wire Agency", False),
        ("Quarrel agency", "Quarrel Agency", True),
        ("THE HARBOUR POST", "The Harbour Post", True),
        ("Harbour Post", "Harbour Times", False),
        ("AFP", "Agence France-Presse", True),
        ("AP", "Harbour Post", False),
    ],
)
def test_names_of_one_outlet(one, other, same):
    assert same_outlet(one, other) is same
    assert same_outlet(other, one) is same


def test_an_outlet_may_use_its_last_words_for_itself():
    assert speaks_of_itself("the Ledger", "The Mardan Ledger")
    assert not speaks_of_itself("the Ledger", "Harbour Post")
    assert not speaks_of_itself("the Ledger", None)


def test_what_looks_like_an_outlet():
    assert looks_like_outlet("Sundry Gazette")
    assert looks_like_outlet("Reuters")
    assert not looks_like_outlet("Gazette")
    assert not looks_like_outlet("Anna Lind")


def test_canonical_drops_the_article():
    assert canonical("the  Harbour Post") == "Harbour Post"
