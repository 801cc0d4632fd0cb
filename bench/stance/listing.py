"""What was read wrongly? Held cases are never shown."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from bench.stance.cases import Answer
from bench.worst import Error


def errors(answers: Iterable[Answer]) -> Iterator[Error]:
    """Give what is wrong in the development half, case by case, weighed by its wrong parts."""
    for answer in answers:
        wrong = faults(answer) if answer.half == "dev" else []
        if wrong:
            wanted, found = (", ".join(f"`{pair[side]}`" for pair in wrong) for side in (0, 1))
            yield Error(answer.question, "case", answer.marked, wanted, found, len(wrong))


def faults(answer: Answer) -> list[tuple[object, object]]:
    """The parts of an answer that are not as wanted."""
    pairs = zip_longest(answer.wanted, answer.found)
    return [(w, f) for w, f in pairs if _folded(w) != _folded(f)]


def _folded(part: object) -> object:
    if isinstance(part, list):
        return [_folded(one) for one in part]
    if isinstance(part, str):
        words = part.casefold().split()
        return words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words
    return part
