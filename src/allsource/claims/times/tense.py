"""Does the clause of a time speak of what is to come, or of what has been?

The words before the time are read backwards, then those after it forwards, up
to the end of the sentence; the first word that tells decides. "will", "is to",
"expected", "agreed to" look ahead; verbs in the past look back. A verb of
saying beside the time holds the time itself: "said Friday that it will close".

It fails on verbs in the past that the vocabulary has not and that do not end
in "-ed", and where the verb stands in another clause than the time.
"""

from allsource.claims.times.lexicon import words
from allsource.claims.times.scene import Scene

__all__ = ["ahead", "is_open"]

_REACH = 16
"""Words looked at on each side: about a clause, not more."""
_ABBREVIATION = 4
"""A full stop after so short a name need not end the sentence ("Sept.", "Co.")."""


def ahead(scene: Scene, reach: int = _REACH) -> bool | None:
    """Say whether the words around speak of the future: the nearest telling word decides.

    Args:
        scene: the time and its surroundings.
        reach: how many words on each side are read.

    Returns:
        None where no word tells.
    """
    at, end = scene.match.span()
    if scene.before == "as" and scene.tokens.word(at - 2) in ("soon", "early"):
        return True
    before = _clause(scene, range(at - 1, max(at - reach, -1), -1))
    return before if before is not None else _clause(scene, range(end, end + reach))


def is_open(scene: Scene) -> bool:
    """Say whether a verb of the present before the time leaves it open: "could win in November"."""
    at = scene.match.start()
    for place in range(at - 1, max(at - _REACH, -1), -1):
        word = scene.tokens.word(place)
        if word in (".", ";") and _ends(scene, place - 1):
            return False
        if word in words("ahead_open"):
            return True
    return False


def _clause(scene: Scene, places: range) -> bool | None:
    """Give the tense of the first telling word, up to the end of the sentence or clause."""
    for place in places:
        word = scene.tokens.word(place)
        if word in words("joins") and places.step > 0:
            return None
        right_behind = place == scene.match.end()
        if word in (".", ";") and (right_behind or _ends(scene, place - 1)):
            return None
        told = _told(scene, place)
        if told is not None or word in words("modal"):
            return told
    return None


def _told(scene: Scene, place: int) -> bool | None:
    """Give what one word tells, beside the words before it."""
    word, before = scene.tokens.word(place), scene.tokens.word(place - 1)
    if _looks_ahead(scene, place, word, before):
        return True if before != "been" else None
    owns = word in ("have", "has") and scene.tokens.word(place + 1) in words("closes")
    if owns or before == "be" or (word == "have" and before in words("ahead")):
        return None
    past = word in words("behind") or (word.endswith("ed") and not _name(scene, place))
    return False if past and word not in words("ahead") else None


def _looks_ahead(scene: Scene, place: int, word: str, before: str) -> bool:
    if word in words("ahead") or (word, before) in (("be", "to"), ("for", "set")):
        return True
    if word == "to" and before in words("ahead_to"):
        return scene.tokens.word(place + 1) not in words("not_verb")
    if (word, before) == ("of", "ahead"):
        return "," not in scene.tokens.words[place : scene.match.start()]
    if word == "won":
        return scene.tokens.word(place + 2) == "t"
    return word in words("ahead_near") and scene.match.start() - place in (1, 2)


def _ends(scene: Scene, place: int) -> bool:
    """Say whether a full stop behind this word ends the sentence."""
    return len(scene.tokens.word(place)) > _ABBREVIATION or not _name(scene, place)


def _name(scene: Scene, place: int) -> bool:
    return scene.tokens.text[scene.tokens.spans[place].start].isupper()
