from hypothesis import given
from hypothesis import strategies as st

from allsource.lineage.houses import Houses
from allsource.lineage.independence import Trace, standing
from allsource.lineage.roots import Origin
from strategies import claim_at, page

NOBODY = Houses([])


def origin(name, *, established=True):
    return Origin(f"src_{name}", name, "named_person", seen=False, established=established)


def heard(
    name,
    document,
    *,
    step=1.0,
    first=True,
    repost=False,
    ancestry=(),
    established=True,
    affirms=True,
):
    claim = claim_at(page(f"It opened. {name} {document}", path=document), "It opened")
    family = frozenset({document, *ancestry})
    return Trace(
        claim, origin(name, established=established), step, step, first, repost, family, affirms
    )  # fmt: skip


def houses(*traces):
    return Houses((t.claim, t.origin) for t in traces)


def test_two_named_voices_on_two_pages_are_two_roots():
    both = [heard("Lind", "a"), heard("Hem", "b")]
    found = standing(both, houses(*both))
    assert (found.status, found.effective, found.interval) == ("independent", 2.0, (2.0, 2.0))


def test_two_voices_of_one_page_are_not_established_as_two():
    one, other = heard("Lind", "a"), heard("Hem", "a")
    found = standing([one, other], houses(one, other))
    assert found.status == "independence not established"
    assert found.interval == (1.0, 2.0)


def test_a_page_that_retells_a_voice_does_not_set_it_apart():
    both = [heard("Lind", "a"), heard("Hem", "a"), heard("Lind", "b", first=False)]
    assert standing(both, houses(*both)).status == "independence not established"


def test_pages_with_a_common_parent_are_not_apart():
    both = [heard("Lind", "a", ancestry=["wire"]), heard("Hem", "b", ancestry=["wire"])]
    assert standing(both, houses(*both)).status == "independence not established"


def test_pages_that_rest_on_a_report_not_in_hand_are_not_apart():
    both = [heard("Lind", "a", ancestry=["report:Dock Wire"]), heard("Hem", "b")]
    found = standing(both, houses(*both))
    assert found.status == "independence not established"
    assert "Dock Wire" in found.why[-1]


@given(st.integers(1, 200))
def test_unknown_voices_never_count_as_independent(count):
    found = standing([heard(str(n), str(n), established=False) for n in range(count)], NOBODY)
    assert found.status == ("same origin" if count == 1 else "independence not established")
    assert 1.0 <= found.effective < 4.5
    assert found.interval == (1.0, float(count))


@given(st.lists(st.floats(0.3, 1.0), max_size=20))
def test_doubtful_steps_add_less_than_unknown_voices(steps):
    sure = [heard("Lind", "a")]
    doubtful = [heard("Lind", f"d{n}", step=step, first=False) for n, step in enumerate(steps)]
    unknown = [heard(f"u{n}", f"u{n}", established=False) for n in range(len(steps))]
    low = standing([*sure, *doubtful], NOBODY).effective
    assert 1.0 <= low <= standing([*sure, *unknown], NOBODY).effective


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
    assert (
        standing([*base, *reposts], houses(*base)).effective
        == standing(base, houses(*base)).effective
    )


@given(
    st.lists(
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
    ),
    st.booleans(),
)
def test_the_expected_count_lies_inside_its_interval(voices, plan):
    traces = [
        heard(n, d, step=step, first=step == 1.0, repost=r, established=e, affirms=a)
        for n, d, step, r, e, a in voices
    ]
    found = standing(traces, houses(*traces), plan=plan)
    least, most = found.interval
    assert 1.0 <= least <= found.effective <= most


def test_many_small_doubts_widen_the_interval():
    doubtful = [heard("Lind", f"d{n}", step=0.9, first=False) for n in range(3)]
    found = standing([heard("Lind", "a"), *doubtful], NOBODY)
    assert found.effective > 1.0
    assert found.interval == (1.0, found.effective)


def test_denials_are_not_counted_unless_all_deny():
    said, denied = heard("Lind", "a"), heard("Hem", "b", affirms=False)
    assert standing([said, denied], houses(said, denied)).effective == 1.0
    both = [denied, heard("Vos", "c", affirms=False)]
    assert standing(both, houses(*both)).effective == 2.0
