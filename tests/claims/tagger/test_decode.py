import numpy as np

from allsource.claims.tagger.decode import TAGS, Scores, best_paths, decode
from allsource.claims.tagger.pieces import Piece, Window

FREE = np.where(
    [[b[0] != "I" or (a != "O" and a[2:] == b[2:]) for b in TAGS] for a in TAGS], 0.0, -1e4
).astype(np.float32)
NUMBER = {tag: place for place, tag in enumerate(TAGS)}


def window(size, context=0, start=0):
    """A window of pieces of one letter each, a letter apart."""
    places = range(start, start + size)
    return Window(tuple(Piece(7, 2 * n, 2 * n + 1, 1, 0, 0) for n in places), context)


def scores(size, cue=(), source=()):
    to_cue, to_source = (np.zeros((size + 1, size + 1), np.float32) for _ in range(2))
    for place, target in cue:
        to_cue[place + 1, target + 1] = 5
    for place, target in source:
        to_source[place + 1, target + 1] = 5
    return Scores(np.zeros((size + 1, len(TAGS)), np.float32), to_cue, to_source)


def path(tags):
    return [NUMBER[tag] for tag in tags.split()]


def test_no_role_goes_on_that_did_not_begin():
    wanted = np.zeros((3, len(TAGS)), np.float32)
    wanted[0, NUMBER["I-cue"]] = wanted[1, NUMBER["I-cue"]] = 9
    (found,) = best_paths([wanted], FREE)
    assert [TAGS[n] for n in found[:2]] == ["B-cue", "I-cue"]


def test_paths_of_windows_of_unlike_length():
    rng = np.random.default_rng(1)
    rows = [rng.normal(size=(n, len(TAGS))).astype(np.float32) for n in (1, 7, 3)]
    together = best_paths(rows, FREE)
    assert together == [best_paths([row], FREE)[0] for row in rows]
    assert best_paths([], FREE) == []


def test_pieces_of_a_content_that_point_to_one_cue_are_one():
    read = path("B-content B-source B-cue B-content I-content")
    told = scores(5, cue=[(0, 2), (3, 2), (4, 2)], source=[(2, 1)])
    (found,) = decode([(window(5), read, told)])
    assert [tuple(s) for s in found.content] == [(0, 1), (6, 9)]
    assert [tuple(s) for s in found.source] == [(2, 3)]


def test_two_cues_may_share_a_source_and_none_is_possible():
    read = path("B-source B-cue B-content B-cue B-content B-cue B-content")
    told = scores(7, cue=[(2, 1), (4, 3), (6, 5)], source=[(1, 0), (3, 0)])
    told.to_source[6, 0] = 9
    found = decode([(window(7), read, told)])
    assert [bool(one.source) for one in found] == [True, True, False]
    assert found[0].source == found[1].source


def test_content_read_later_is_joined_to_a_cue_read_before():
    first = (window(3), path("B-source B-cue B-content"), scores(3, cue=[(2, 1)], source=[(1, 0)]))
    again = (
        window(4, context=2, start=1),
        path("B-cue B-content O B-content"),
        scores(4, cue=[(1, 0), (3, 0)]),
    )
    (found,) = decode([first, again])
    assert [tuple(s) for s in found.content] == [(4, 5), (8, 9)]


def test_a_cue_without_content_credits_nothing():
    assert decode([(window(2), path("B-source B-cue"), scores(2))]) == []
