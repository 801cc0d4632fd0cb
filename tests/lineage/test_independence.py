import pytest

from allsource.lineage.independence import established
from strategies import heard, houses


def known(*traces, plan=False):
    return established(traces, houses(*traces), plan=plan)


def test_two_named_voices_on_two_pages_are_two_roots():
    found = known(heard("Lind", "a"), heard("Hem", "b"))
    assert (found.status, len(found.apart)) == ("independent", 2)


@pytest.mark.parametrize(
    "traces",
    [
        [heard("Lind", "a"), heard("Hem", "a")],
        [heard("Lind", "a"), heard("Hem", "a"), heard("Lind", "b", first=False)],
        [heard("Lind", "a", ancestry=["wire"]), heard("Hem", "b", ancestry=["wire"])],
        [heard("Lind", "a"), heard("Hem", "b", established=False)],
    ],
    ids=["one page", "a page that retells", "a common parent", "no name"],
)
def test_what_may_have_one_origin_is_not_established_as_two(traces):
    found = known(*traces)
    assert (found.status, found.apart) == ("independence not established", ())


def test_pages_that_rest_on_a_report_not_in_hand_are_not_apart():
    found = known(heard("Lind", "a", ancestry=["report:Dock Wire"]), heard("Hem", "b"))
    assert found.status == "independence not established"
    assert "Dock Wire" in found.why[-1]


def test_one_voice_on_many_pages_is_one_origin():
    found = known(heard("Lind", "a"), heard("Lind", "b"), heard("Lind", "c", first=False, step=0.6))
    assert found.status == "same origin"
    assert found.why == (
        "every claim leads back to Lind",
        "the least certain path to it has a probability of 0.60",
    )


def test_voices_on_a_plan_are_never_apart():
    found = known(heard("Lind", "a"), heard("Hem", "b"), plan=True)
    assert found.status == "independence not established"


def test_denials_are_set_apart_unless_all_deny():
    said, denied = heard("Lind", "a"), heard("Hem", "b", affirms=False)
    found = known(said, denied)
    assert (set(found.by_root), found.denials) == ({"src_Lind"}, (denied,))
    assert found.why[-1] == "not counted, because they deny it: 1 of the claims"
    found = known(denied, heard("Vos", "c", affirms=False))
    assert (len(found.by_root), found.denials) == (2, ())
