"""Is a count scored by the thing that it should, and should not, be told to count?"""

from bench.things.run import read, rows

TEXT = "The Kestow is a car ferry. The yard sold 14 of the ferries. The port bought 30 barges."


def scored(sold, bought, system="allsource"):
    counts = [{"words": "14 of", "thing": sold}, {"words": "30 barges", "thing": bought}]
    page = read({"id": "kestow", "text": TEXT, "counts": counts})
    return [row["value"] for row in rows([page], page.half, system)]


def test_what_is_told_rightly_and_what_is_rightly_not_told():
    assert scored("Kestow", None) == [100.0, 100.0, 0.0, 100.0]


def test_one_of_several_names_will_do():
    assert scored(["KX-1", "Kestow"], None) == [100.0, 100.0, 0.0, 100.0]


def test_a_wrong_name_and_one_that_should_not_be_told_are_told_apart():
    assert scored("Marrin", None) == [0.0, 0.0, 0.0, 50.0]
    assert scored(None, None) == [0.0, 0.0, 50.0, 50.0]


def test_the_nearest_name_is_told_of_everything():
    assert scored("Kestow", None, "nearest named thing before") == [50.0, 100.0, 100.0, 50.0]
