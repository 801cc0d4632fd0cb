from allsource.lineage.houses import Houses
from allsource.lineage.roots import Origin
from strategies import claim_at, page


def origin(label):
    return Origin(f"src_{label}", label, "named_person", seen=False, established=True)


def told(text, label, path):
    return claim_at(page(text, path=path), "It opened"), origin(label)


def test_two_named_on_one_page_may_be_one_house():
    both = [
        told("It opened. Lind of Orlan Works said so.", "Anna Lind", "a"),
        told("It opened. Orlan Works said so.", "Orlan Works", "b"),
    ]
    assert Houses(both).one_house("src_Anna Lind", "src_Orlan Works")


def test_a_name_inside_another_word_is_not_that_name():
    both = [
        told("It opened in Lindenau, Hem said.", "Tor Hem", "a"),
        told("It opened, Lind said.", "Anna Lind", "b"),
    ]
    assert not Houses(both).one_house("src_Tor Hem", "src_Anna Lind")
