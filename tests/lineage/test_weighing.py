import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allsource.lineage.weighing import Matter, weighed
from strategies import heard, houses

VOICES = st.lists(
    st.tuples(
        st.sampled_from("XYZ"),
        st.sampled_from("abcdef"),
        st.floats(0.01, 1.0),
        st.booleans(),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=30,
)


def standing(*traces, plan=False, against=()):
    known = houses(*traces, *against)
    return weighed([Matter(traces, against, plan)], known).standings[0]


def counted(*traces, plan=False):
    found = standing(*traces, plan=plan)
    return (found.effective, found.interval)


def told(voices):
    return [
        heard(n, d, step=step, first=step == 1.0, repost=r, established=e, affirms=a)
        for n, d, step, r, e, a in voices
    ]


def test_established_roots_count_in_full():
    assert counted(heard("Lind", "a"), heard("Hem", "b")) == (2.0, (2.0, 2.0))


def test_one_root_is_one_however_many_pages_carry_it():
    assert counted(*(heard("Lind", f"d{n}") for n in range(14))) == (1.0, (1.0, 1.0))


def test_an_unknown_root_beside_another_adds_a_third():
    assert counted(heard("Lind", "a"), heard("Hem", "a")) == (1.33, (1.0, 2.0))


@settings(deadline=None)
@given(st.integers(1, 200))
def test_unknown_voices_never_count_as_independent(count):
    found = standing(*(heard(str(n), str(n), established=False) for n in range(count)))
    assert found.status == ("same origin" if count == 1 else "independence not established")
    chinese_restaurant = sum(0.5 / (0.5 + k) for k in range(count))
    assert found.effective == pytest.approx(chinese_restaurant, abs=0.006)
    assert found.interval == (1.0, float(count))
    assert found.credibility.rating > 1


@settings(deadline=None)
@given(st.lists(st.floats(0.3, 1.0), max_size=20))
def test_doubtful_steps_add_less_than_unknown_voices(steps):
    sure = heard("Lind", "a")
    doubtful = [heard("Lind", f"d{n}", step=step, first=False) for n, step in enumerate(steps)]
    unknown = [heard(f"u{n}", f"u{n}", established=False) for n in range(len(steps))]
    low = standing(sure, *doubtful).effective
    assert 1.0 <= low <= standing(sure, *unknown).effective


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("XYZ"), st.sampled_from("abc"), st.booleans()),
        min_size=1,
        max_size=8,
    )
)
def test_reposts_add_nothing(voices):
    base = [heard(n, d, established=e) for n, d, e in voices]
    reposts = [
        heard(n, f"{d}2", established=e, first=False, repost=True, step=0.5) for n, d, e in voices
    ]
    first, last = standing(*base), standing(*base, *reposts)
    assert (last.effective, last.interval, last.credibility) == (
        first.effective,
        first.interval,
        first.credibility,
    )


@settings(deadline=None)
@given(VOICES, st.booleans())
def test_the_expected_count_lies_inside_its_interval(voices, plan):
    found = standing(*told(voices), plan=plan)
    least, most = found.interval
    assert 1.0 <= least <= found.effective <= most


@settings(deadline=None)
@given(VOICES, st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(voices, rng):
    traces = told(voices)
    shuffled = traces[:]
    rng.shuffle(shuffled)
    one, other = standing(*traces), standing(*shuffled)
    assert (one.effective, one.interval, one.credibility) == (
        other.effective,
        other.interval,
        other.credibility,
    )


def test_hops_that_may_fail_widen_the_interval_less_the_surer_they_are():
    tops = []
    for step in (0.5, 0.9, 0.99):
        doubtful = [heard("Lind", f"d{n}", step=step, first=False) for n in range(8)]
        effective, (least, most) = counted(heard("Lind", "a"), *doubtful)
        assert least == 1.0 < effective < most
        tops.append(most)
    assert 9.0 > tops[0] > tops[1] > tops[2]


def test_denials_are_not_counted_and_speak_against():
    said, denied = heard("Lind", "a"), heard("Hem", "b", affirms=False)
    found = standing(said, denied)
    assert found.effective == 1.0
    assert found.credibility.rating == 4
    assert "1 root speaks against it" in found.credibility.why
    assert standing(denied, heard("Vos", "c", affirms=False)).effective == 2.0


@settings(deadline=None)
@given(VOICES, st.lists(st.sampled_from("UVWXY"), min_size=1, max_size=4))
def test_what_speaks_against_it_never_makes_it_more_credible(voices, names):
    traces, against = told(voices), [heard(name, f"not {name}") for name in names]
    before, after = standing(*traces), standing(*traces, against=against)
    order = [1, 2, 3, 6, 4, 5]
    assert order.index(after.credibility.rating) >= order.index(before.credibility.rating)
    assert (after.effective, after.interval) == (before.effective, before.interval)


def test_what_cannot_hold_beside_it_speaks_against_it():
    both = [heard("Lind", "a"), heard("Hem", "b")]
    against = [heard(n, n) for n in ("Vos", "Rey", "Tam", "Ude")]
    alone, opposed = standing(*both), standing(*both, against=against)
    assert alone.credibility.rating == 1
    assert opposed.credibility.rating > 2
    assert (alone.effective, alone.interval) == (opposed.effective, opposed.interval)


def test_credibility_asks_for_another_origin():
    assert standing(heard("Lind", "a")).credibility.rating == 6
    copies = [heard("Lind", f"d{n}", first=False) for n in range(9)]
    assert standing(heard("Lind", "a"), *copies).credibility.rating == 6
    unnamed = [heard(n, n, established=False) for n in "XY"]
    assert standing(*unnamed).credibility.rating == 3
    assert standing(heard("Lind", "a"), heard("Hem", "a")).credibility.rating == 2


def test_a_hedge_makes_nothing_more_credible():
    plain = standing(heard("Lind", "a"), heard("Hem", "b", established=False))
    hedged = standing(
        heard("Lind", "a", status="hedged"), heard("Hem", "b", established=False, status="hedged")
    )
    assert plain.effective == hedged.effective
    assert plain.credibility.rating < hedged.credibility.rating


def test_a_retelling_that_drops_the_hedge_makes_nothing_plainer():
    hedged = [heard("Lind", "a", status="hedged"), heard("Hem", "b", status="hedged")]
    retold = heard("Lind", "c", first=False)
    assert standing(*hedged, retold).credibility == standing(*hedged).credibility
    assert standing(*hedged).credibility.rating > 1


def test_a_plan_confirms_nothing():
    found = standing(heard("Lind", "a"), heard("Hem", "b"), plan=True)
    assert (found.credibility.rating, found.probability) == (6, None)
    assert "planned" in found.credibility.why


def case(many, contradicted=0):
    """Lind and Hem speak of many matters on pages of their own; Vos contradicts Lind in some."""
    matters, every = [], []
    for n in range(many):
        traces = [heard("Lind", f"a{n}"), heard("Hem", f"b{n}")]
        against = [heard("Vos", f"c{n}"), heard("Rey", f"e{n}")] if n < contradicted else []
        traces = traces[:1] if against else traces
        matters.append(Matter(traces, against))
        every += [*traces, *against]
    return matters, houses(*every)


def test_a_record_and_a_probability_are_told_once_enough_could_be_checked():
    few, enough = weighed(*case(9)), weighed(*case(10))
    assert (few.records, few.standings[0].probability) == ({}, None)
    assert "no record of any root" in few.standings[0].credibility.why
    assert set(enough.records) == {"src_Lind", "src_Hem"}
    assert "of 10 claims" in enough.records["src_Lind"].why
    assert 0.9 < enough.standings[0].probability < 1.0
    assert "probability" in enough.standings[0].credibility.why


def test_a_root_that_is_contradicted_has_a_worse_record():
    good, bad = weighed(*case(40)), weighed(*case(40, contradicted=30))
    assert good.records["src_Lind"].rating < bad.records["src_Lind"].rating


def test_what_may_be_a_copy_checks_nothing():
    matters = [
        Matter([heard("Lind", f"a{n}"), heard("Hem", f"a{n}", established=False)])
        for n in range(30)
    ]
    assert weighed(matters, houses(*(t for m in matters for t in m.traces))).records == {}


def test_the_order_of_clusters_changes_nothing():
    matters, known = case(14, contradicted=3)
    order = [5, 13, 0, 9, 2, 11, 7, 1, 12, 3, 10, 6, 4, 8]
    found, shuffled = weighed(matters, known), weighed([matters[i] for i in order], known)
    assert shuffled.records == found.records
    assert shuffled.standings == tuple(found.standings[i] for i in order)


def test_nothing_to_weigh():
    assert weighed([], houses()).standings == ()
