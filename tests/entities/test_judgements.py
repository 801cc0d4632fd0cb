import pytest
from hypothesis import given
from hypothesis import strategies as st

from allsource.entities.judgements import MERGE, Judgement, by_machine, identities, standing
from allsource.entities.match import Match, Party, match
from allsource.errors import UsageError
from allsource.ledger.case import Case
from allsource.model.records import from_record

RECORDS = "abcdef"


def said(pair, verdict, day=1, by="AV", probability=None):
    when = f"2031-05-{day:02d}T10:00:00Z"
    machine = probability is not None
    return Judgement(
        *pair, verdict, "machine" if machine else by, when, machine=machine, probability=probability
    )


LOGS = st.lists(
    st.builds(
        said,
        st.lists(st.sampled_from(RECORDS), min_size=2, max_size=2, unique=True),
        st.sampled_from(["positive", "negative", "unsure", "withdrawn"]),
        st.integers(1, 28),
        probability=st.sampled_from([None, 0.3, 0.96, 0.99]),
    ),
    max_size=14,
)


def test_positive_words_join_records():
    assert identities(RECORDS, [said("ab", "positive"), said("cb", "positive")]).parties == (
        ("a", "b", "c"),
        ("d",),
        ("e",),
        ("f",),
    )


def test_a_later_word_undoes_an_earlier_one():
    log = [said("ab", "positive", 1), said("ba", "withdrawn", 2)]

    assert identities("ab", log).parties == (("a",), ("b",))
    assert identities("ab", [*log, said("ab", "positive", 3)]).parties == (("a", "b"),)


def test_a_person_stands_before_the_machine_whenever_it_spoke():
    log = [said("ab", "negative", 1), said("ab", "positive", 9, probability=0.99)]

    assert standing(log)["a", "b"].by == "AV"
    assert identities("ab", log).parties == (("a",), ("b",))


def test_to_take_a_word_back_lets_the_machine_speak_again():
    log = [said("ab", "positive", 1, probability=0.99), said("ab", "negative", 2)]

    assert identities("ab", [*log, said("ab", "withdrawn", 3)]).parties == (("a", "b"),)


def test_the_machine_joins_nothing_below_the_set_probability():
    low = said("ab", "positive", probability=MERGE - 0.01)

    assert identities("ab", [low]).parties == (("a",), ("b",))
    assert identities("ab", [low]).undecided == (low,)
    assert identities("ab", [low], merge_from=0.9).parties == (("a", "b"),)


def test_a_negative_word_keeps_parties_apart_and_the_conflict_is_told():
    log = [
        said("ab", "positive", probability=0.99),
        said("bc", "positive", probability=0.96),
        said("ac", "negative"),
    ]
    found = identities("abc", log)

    assert found.parties == (("a", "b"), ("c",))
    assert [(one.judgement, one.against) for one in found.conflicts] == [(log[1], (log[2],))]


def test_the_machine_keeps_nobody_apart_whom_people_joined():
    log = [
        said("ab", "positive"),
        said("bc", "positive"),
        said("ac", "negative", probability=0.01),
    ]

    assert identities("abc", log).parties == (("a", "b", "c"),)


@given(LOGS, st.randoms(use_true_random=False))
def test_the_order_of_the_log_changes_nothing(log, chance):
    mixed = list(log)
    chance.shuffle(mixed)

    assert identities(RECORDS, mixed) == identities(RECORDS, log)


@given(LOGS)
def test_no_party_holds_two_records_that_a_person_told_apart(log):
    found = identities(RECORDS, log)
    party = {record: at for at, some in enumerate(found.parties) for record in some}

    assert sorted(party) == sorted(RECORDS)
    for (one, other), word in standing(log).items():
        if word.verdict == "negative" and not word.machine:
            assert party[one] != party[other]


@given(LOGS)
def test_all_taken_back_leaves_everybody_alone(log):
    back = [
        Judgement(*one.pair, "withdrawn", one.by, "2031-06-01T10:00:00Z", machine=one.machine)
        for one in log
    ]

    assert identities(RECORDS, [*log, *back]).parties == tuple((one,) for one in RECORDS)


def test_a_record_is_not_judged_against_itself():
    with pytest.raises(UsageError, match="itself"):
        said("aa", "positive")


@pytest.mark.parametrize(
    ("probability", "verdict"),
    [(0.97, "positive"), (MERGE, "positive"), (0.6, "unsure"), (0.04, "negative")],
)
def test_the_machine_says_what_it_is_sure_of(probability, verdict):
    found = Match(probability, probability >= 0.5)

    assert by_machine("a", "b", found, "0.1", "2031-05-01T10:00:00Z").verdict == verdict


@pytest.mark.parametrize("other", ["Anna Choe Vellmar", "Anna Cho Vellmar", "VELLMAR, Anna Choe"])
def test_a_name_alone_never_joins_two_records(other):
    found = match(Party("Anna Choe Vellmar"), Party(other), "Person")
    word = by_machine("a", "b", found, "0.1", "2031-05-01T10:00:00Z")

    assert identities("ab", [word]).parties == (("a",), ("b",))


def test_the_ledger_keeps_every_judgement(tmp_path):
    log = [said("ab", "positive", 1), said("ab", "withdrawn", 2), said("bc", "positive", 1)]
    with Case(tmp_path / "case", create=True) as case:
        with case.transaction():
            for one in log:
                case.keep("judgement", one.id, one)
        kept = [from_record(Judgement, values) for _, values in case.all_kept("judgement")]
        found = list(case.problems())

    assert identities("abc", kept) == identities("abc", log)
    assert found == []
