"""Which words of a parsed paragraph belong together?

Small questions about grammar that the other modules ask: the subject of a
verb (also when it stands with another verb), its auxiliaries, the words under
a word, and the spans of the stored text that a set of words makes.

It fails where the parser does; sentences that are cut wrongly inside quotation
marks are the commonest case.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from allsource.claims.parse import Paragraph
from allsource.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "RELATIVE",
    "SUBJECTS",
    "child",
    "children",
    "finite",
    "gloss",
    "group",
    "lemma",
    "merged",
    "spans_of",
    "subject",
    "trimmed",
    "under",
    "verb_group",
]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
_EDGE = ".,;:!?-–—()[]/*•…|" + " \t\n\r\f\v\u00a0"
_HABITS = frozenset({"often", "usually", "typically", "commonly", "frequently", "generally"})
_DEPTH = 12
"""Steps up the tree that are tried before giving up: parses are shallow, cycles impossible."""


def child(token: "Token", *labels: str) -> "Token | None":
    """Give the first dependent with one of the labels."""
    return next((kid for kid in token.children if kid.dep_ in labels), None)


def lemma(token: "Token") -> str:
    """Give the lemma of a word in lower case."""
    return token.lemma_.lower()


def children(token: "Token", *labels: str) -> "list[Token]":
    """Give all dependents with one of the labels, in order."""
    return [kid for kid in token.children if kid.dep_ in labels]


def under(token: "Token", *without: "Token") -> set[int]:
    """Give the places of all words under a word, but not those under ``without``."""
    kept = {word.i for word in token.subtree}
    for root in without:
        kept -= {word.i for word in root.subtree}
    return kept


def finite(verb: "Token") -> bool:
    """Say whether a verb, or one of its auxiliaries, is finite."""
    if verb.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return True
    return any(kid.tag_ in {"VBD", "VBZ", "VBP", "MD"} for kid in children(verb, "aux", "auxpass"))


def verb_group(verb: "Token") -> set[int]:
    """Give the places of a verb with its auxiliaries, particle and negation."""
    near = (kid for kid in children(verb, *_GROUP) if abs(kid.i - verb.i) <= 5)
    words = {verb.i, *(kid.i for kid in near if kid.tag_ != "TO")}
    between = (kid for kid in children(verb, "advmod") if min(words) < kid.i < max(words))
    return words | {kid.i for kid in between if kid.left_edge == kid.right_edge}


def subject(verb: "Token") -> "Token | None":
    """Give the head of who does what the verb says, found with a governing verb if need be.

    "He laughed and said", "X refused, adding that ...", "by saying that ...", "who said".
    """
    current = verb
    for _ in range(_DEPTH):
        own = child(current, "nsubj", "nsubjpass")
        if own is not None:
            return _antecedent(current, own)
        step = _governor(current)
        if step is None:
            return None
        if current.dep_ in {"acl", "relcl"} and step.pos_ in {"NOUN", "PROPN", "PRON"}:
            return step
        current = step
    return None


def _antecedent(verb: "Token", own: "Token") -> "Token":
    """A relative pronoun stands for the noun that its clause hangs on."""
    if own.lower_ in RELATIVE and own.tag_ in {"WP", "WDT"}:
        current = verb
        for _ in range(_DEPTH):
            if current.dep_ == "relcl":
                return current.head
            if current.head == current:
                break
            current = current.head
    return own


def _governor(verb: "Token") -> "Token | None":
    """The word whose subject a verb without one shares."""
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ in {"conj", "xcomp", "advcl", "acl", "relcl", "dep"}:
        return head
    if verb.dep_ == "pcomp" and head.head != head and head.lower_ != "without":
        return head.head
    return None


def group(head: "Token") -> set[int]:
    """Give the places of a noun with all that belongs to it, but no clause set off by a comma."""
    far = [
        kid
        for kid in head.children
        if kid.i > head.i
        and (
            (kid.dep_ in {"relcl", "acl", "advcl"} and _set_off(kid))
            or kid.dep_ in {"parataxis", "ccomp"}
        )
    ]
    return under(head, *far)


def gloss(clause: "Token") -> bool:
    """Say whether a clause after a comma tells a habit ("which is often used").

    That is the writer's background, not part of what somebody is credited with.
    """
    habit = any(kid.lower_ in _HABITS for kid in children(clause, "advmod"))
    present = any(t.tag_ in {"VBZ", "VBP"} for t in [clause, *children(clause, "aux", "auxpass")])
    return clause.dep_ == "relcl" and habit and present and _set_off(clause)


def _set_off(clause: "Token") -> bool:
    left = clause.left_edge
    return left.i > 0 and left.nbor(-1).text in {",", "–", "—", "("}


def spans_of(paragraph: Paragraph, places: Iterable[int]) -> tuple[Span, ...]:
    """Give the spans of the stored text that some words make, trimmed of outer punctuation.

    Words parted by punctuation alone make one span.
    """
    runs: list[list[int]] = []
    doc = paragraph.doc
    for place in sorted(places):
        last = runs[-1][1] if runs else -2
        gap = range(last + 1, place)
        if place == last + 1 or (runs and all(doc[i].is_punct or doc[i].is_space for i in gap)):
            runs[-1][1] = place
        else:
            runs.append([place, place])
    text = paragraph.text
    spans = (Span(doc[a].idx, doc[b].idx + len(doc[b].text)) for a, b in runs)
    kept = (trimmed(text, span) for span in spans)
    return tuple(span.shift(paragraph.span.start) for span in kept if span is not None)


def trimmed(text: str, span: Span, edge: str = _EDGE) -> Span | None:
    """Take punctuation and space off both ends of a span; None where nothing is left.

    A closing mark is kept where the opening one is inside ("built (in part)").

    Example:
        >>> trimmed("(a boat), ", Span(0, 10))
        Span(start=0, end=8)
    """
    start, end = span
    while start < end and text[start] in edge and not _opens(text, start, end):
        start += 1
    while end > start and text[end - 1] in edge and not _closes(text, start, end):
        end -= 1
    return Span(start, end) if start < end else None


def _opens(text: str, start: int, end: int) -> bool:
    return text[start] == "(" and ")" in text[start:end]


def _closes(text: str, start: int, end: int) -> bool:
    if text[end - 1] == ".":
        return _abbreviated(text[start:end])
    return text[end - 1] == ")" and "(" in text[start:end]


def _abbreviated(words: str) -> bool:
    """A last point that belongs to an initialism ("in the U.S.")."""
    last = words.rsplit(None, 1)[-1]
    return last.count(".") > 1 and len(last) <= 8


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Give overlapping or touching spans as one, in order.

    Example:
        >>> merged([Span(4, 6), Span(0, 4)])
        (Span(start=0, end=6),)
    """
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
