"""What the student reads is neither measured on nor told twice."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
from training.attribution.unlabelled import fresh, unlabelled

BRIDGE = "The mayor of Corrant said on Monday that the Orlan bridge would stay shut until June."
FERRY = "A ferry now crosses the river twice an hour, and its owner wants a pier on the far bank."
HARBOUR = "Pilots at the harbour of Velm have asked for a second tug before the ice comes back."


def test_a_labelled_text_is_left_out() -> None:
    assert list(fresh({"1": BRIDGE, "2": FERRY}, {"1"})) == [FERRY]


def test_a_text_that_repeats_some_of_a_labelled_one_is_left_out() -> None:
    retold = f"{FERRY} {HARBOUR} The Orlan bridge would stay shut until June, one paper wrote."
    assert list(fresh({"1": BRIDGE, "2": retold, "3": HARBOUR}, {"1"})) == [HARBOUR]


def test_a_text_that_was_told_before_is_left_out() -> None:
    assert list(fresh({"1": FERRY, "2": f"{FERRY} It is full."}, set())) == [FERRY]


def test_two_texts_may_share_less_than_half() -> None:
    longer = f"{HARBOUR} {BRIDGE} Nobody was hurt. {FERRY[:30]}"
    assert list(fresh({"1": FERRY, "2": longer}, set())) == [FERRY, longer]


def test_a_text_of_four_words_is_no_text() -> None:
    assert list(fresh({"1": "Nobody said a word"}, set())) == []


def test_texts_of_ones_own_are_taken_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in (BRIDGE, BRIDGE)))
    assert unlabelled(path) == [BRIDGE, BRIDGE]
