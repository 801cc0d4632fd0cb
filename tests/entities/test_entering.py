import dataclasses

from allsource.entities.entering import to_enter
from allsource.entities.judgements import Judgement, standing

DAY, LATER = "2031-05-01T10:00:00Z", "2031-05-02T10:00:00Z"


def machine(verdict="positive", probability=0.97, why="alike"):
    return Judgement(
        "a", "b", verdict, "names 1", "", machine=True, probability=probability, why=why
    )


def test_what_is_new_is_entered_with_its_time():
    assert list(to_enter([], [machine()], DAY)) == [dataclasses.replace(machine(), when=DAY)]


def test_what_the_log_has_is_not_entered_again():
    log = list(to_enter([], [machine()], DAY))

    assert list(to_enter(log, [machine()], LATER)) == []


def test_what_changed_is_entered():
    log = list(to_enter([], [machine()], DAY))
    now = machine("unsure", 0.5, "2 may be called so")

    assert list(to_enter(log, [now], LATER)) == [dataclasses.replace(now, when=LATER)]


def test_what_no_longer_follows_is_withdrawn_once():
    log = list(to_enter([], [machine()], DAY))
    log += to_enter(log, [], LATER)

    assert standing(log) == {}
    assert list(to_enter(log, [], "2031-05-03T10:00:00Z")) == []


def test_what_people_said_is_left():
    said = Judgement("a", "b", "negative", "AV", DAY)
    log = [said, *to_enter([said], [machine()], DAY)]
    log += to_enter(log, [], LATER)

    assert standing(log) == {("a", "b"): said}
