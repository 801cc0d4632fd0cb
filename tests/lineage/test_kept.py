import pytest

from allsource.lineage.kept import cautions, names, sentence
from strategies import claim_at, page

SAID = "Orlan Works built 40 boats"


def parent(source, kind):
    return claim_at(page(f"{SAID}, {source} said.", path="a"), SAID, source=source, kind=kind)


@pytest.mark.parametrize(
    ("source", "kind", "text", "named"),
    [
        ("Anna Lind", "named_person", f"{SAID}, Lind wrote.", True),
        ("Anna Lind", "named_person", f"{SAID}. Lind was there.", False),
        (
            "two engineers at the yard",
            "unnamed_group",
            f"By the account of the engineers, {SAID}.",
            True,
        ),
        ("annual report of Orlan Works", "document", f"{SAID}.", False),
        ("annual report of Orlan Works", "document", f"{SAID}, going by the annual report.", True),
        ("Vell Courier", "outlet", f"In Vell, {SAID}.", False),
        ("Vell Courier", "outlet", f"The Vell Courier has it that {SAID}.", True),
        ("Orlan Works", "organization", f"{SAID}.", False),
        ("it", "document", f"{SAID}.", True),
    ],
)
def test_a_source_is_named_by_its_telling_words_in_the_same_sentence(source, kind, text, named):
    first = parent(source, kind)
    assert names(claim_at(page(text, path="b"), SAID), first.attribution[0].source, first) is named


def test_a_sentence_ends_where_the_next_begins():
    text = f"It rained. {SAID}, he said.\nIt was 5.5 metres. “No.” He left."
    document = page(text)
    assert sentence(claim_at(document, SAID)).of(text) == f"{SAID}, he said."
    assert sentence(claim_at(document, "It was 5.5 metres")).of(text) == "It was 5.5 metres."


@pytest.mark.parametrize(
    ("text", "cautious"),
    [
        ("Nobody has been able to verify the tally.", True),
        ("The letter is unverified.", True),
        ("There was no independent confirmation.", True),
        ("The mayor confirmed it. It was not late.", False),
        ("It was checked and verified.", False),
    ],
)
def test_cautions(text, cautious):
    assert cautions(page(text)) is cautious
