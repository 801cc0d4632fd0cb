import pytest
import yaml

from allsource.lineage import belief
from allsource.lineage.belief import LEARNED, measured, probability, score
from allsource.lineage.features import features
from allsource.lineage.reuse import shared
from allsource.lineage.rewording import closest
from allsource.vocab import load
from strategies import page

STORY = (
    "The yard at Vell has delivered forty boats since it opened. Its owner Anna Lind bought the old "
    "rope works beside the pier and had the roof mended before the winter came."
)


def told(one, other, credit=None, **circumstances):
    left, right = features(page(one)), features(page(other, path="b"))
    given = {"same_outlet": False, "revises": False, "names_day": False, **circumstances}
    return probability(score(shared(left, right), closest(left, right), credit, **given))


def test_nothing_shared_measures_nothing():
    left, right = features(page("Rain fell.")), features(page("A crane broke.", path="b"))
    assert measured(shared(left, right), closest(left, right)) == (0.0,) * len(LEARNED)


def test_shared_prose_tells_more_than_the_same_words_as_speech():
    speech = f"“{STORY}”"
    assert told(STORY, STORY) > 0.9
    assert told(STORY, STORY) > told(speech, speech)


def test_a_credit_never_makes_a_hop_less_probable():
    plain = told(STORY, "Anna Lind spoke at Vell.")
    assert all(told(STORY, "Anna Lind spoke at Vell.", how) > plain for how in belief.CREDIT)


def test_two_reports_of_one_outlet_are_held_apart_unless_one_corrects():
    assert told(STORY, STORY[:90], same_outlet=True) < told(STORY, STORY[:90])
    assert told(STORY, STORY[:90], same_outlet=True, revises=True) > told(STORY, STORY[:90])


@pytest.mark.parametrize("entry", load("hop_evidence")["learned"], ids=lambda e: e["evidence"])
def test_no_learned_evidence_speaks_against_a_hop(entry):
    assert entry["evidence"] == "start" or entry["weight"] >= 0


def test_every_learned_measure_has_a_weight():
    assert [entry["evidence"] for entry in load("hop_evidence")["learned"]] == ["start", *LEARNED]
    assert yaml.safe_dump(load("hop_evidence"))
