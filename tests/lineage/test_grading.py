from allsource.lineage import grading
from allsource.lineage.grading import GRADES, following, graded
from strategies import page

SOURCE = (
    "The yard at Vell has delivered forty boats since it opened in the spring. Its owner bought the "
    "old rope works beside the pier and had the roof mended before the winter. Nobody in the town "
    "believed that a new yard could live without orders from the fleet. The guild of shipwrights sent "
    "six masters to teach the apprentices how to bend oak over steam."
)
LIGHT = (
    "The yard at Vell has now delivered some forty boats since it was opened in spring. Its owner "
    "bought the old rope works by the pier and had its roof mended before winter came. Nobody in "
    "town believed that any new yard could live without big orders from the fleet. The shipwrights' "
    "guild sent six masters to teach its apprentices how to bend oak over hot steam."
)
OWN = (
    "Boat building is an old craft along this coast. Timber comes down the river on rafts, and "
    "families hand their tools on from mother to daughter. Prices rose last year because pitch grew "
    "scarce, so many small owners joined a common store and share what they can get."
)


def test_a_copy_a_light_change_and_an_own_text_are_told_apart():
    source = page(SOURCE)
    assert graded(page(SOURCE, path="b"), source).name == "copied"
    assert graded(page(LIGHT, path="b"), source).name == "lightly changed"
    assert graded(page(OWN, path="b"), source).name == "own"


def test_probabilities_are_of_all_grades():
    found = graded(page(LIGHT), page(SOURCE))
    assert len(found.probabilities) == len(GRADES)
    assert abs(sum(found.probabilities) - 1) < 0.001
    assert max(found.probabilities) == found.probabilities[GRADES.index(found.name)]


def test_parts_of_a_text_add_up():
    found = following(page(SOURCE[:150] + " " + OWN), page(SOURCE))
    assert abs(found.verbatim + found.closely + found.loosely + found.own - 1) < 1e-9
    assert 0 < found.verbatim < 1


def test_an_empty_text_follows_nothing():
    assert following(page(""), page(SOURCE)).common == 0
    assert graded(page(SOURCE), page("")).name == "own"


def test_hostile_texts_are_compared_in_bounded_steps(monkeypatch):
    steps = []
    real = grading._common
    monkeypatch.setattr(grading, "_common", lambda *given: steps.append(1) or real(*given))
    for text in (
        "a " * 60_000,
        "a b. " * 20_000,
        "One two three four five. " * 20_000,
        "x" * 300_000,
    ):
        graded(page(text), page(text, path="b"))
    assert len(steps) <= 4 * 2 * grading._MOST * 2 * grading._MOST
