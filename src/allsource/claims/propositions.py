"""Which single statements does a stretch of text make?

A stretch is cut at ends of sentences, before a coordinated clause with a finite
verb and words of its own, whether the subject is shared or not, before a "with" phrase that states a figure
of its own, and before a second verb of another modality ("has got, and very
likely will get"). A change told from one value to another is one statement.

Each piece is contiguous and trimmed, so that it can be quoted alone. It fails
where the parser misses a clause: then two statements stay one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from allsource.claims.clauses import child, children, finite, trimmed
from allsource.claims.parse import Paragraph, Parsed
from allsource.model.span import Span, hull

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "MIN_WORDS",
    "of_content",
    "of_stretch",
    "paragraphs_of",
    "says_something",
    "stands_alone",
    "tidied",
]

MIN_WORDS = 4
"""Fewer words than this are a fragment, unless they have a subject and a verb; one fewer will do
with a finite verb ("dismissed forty welders")."""

_EDGE = '.,;:!?-–—()[]/*•…|"“”„«»`‘ \t\n\r\f\v\u00a0'
_LEADS = frozenset({"and", "But", "And", "but", "or", "that", "yet", "Yet", "so", "So", "with"})
_TRAILS = frozenset(
    {"and", "but", "or", "where", "which", "who", "when", "as", "while", "because", "that", "by"}
)
_OPENERS = frozenset(
    {"if", "when", "while", "because", "although", "though", "unless", "once", "since", "after"}
    | {"before", "until", "as", "whereas", "where"}
)
_MAIN = frozenset({"ROOT", "conj", "parataxis", "ccomp"})
_MODAL = frozenset(
    {"will", "would", "could", "may", "might", "shall", "should", "wo", "’ll", "'ll"}
)


def of_content(parsed: Parsed, spans: Sequence[Span], whole: Span) -> tuple[Span, ...]:
    """Give the statements of what one cue credits.

    Pieces that a cue parts ("the plant, she said, makes engines") are read as one where one of
    them could not stand alone.

    Args:
        parsed: the document.
        spans: the credited content.
        whole: the stretch of source, cue and content.
    """
    first = hull(spans)
    if len(spans) > 1 and not _parts_stand(parsed, spans):
        inside = [p for p in paragraphs_of(parsed, first) if p.span.covers(first)]
        joined = tidied(parsed.document.text, first)
        if inside and joined is not None and whole.covers(joined):
            return (joined,)
    return tuple(piece for span in spans for piece in of_stretch(parsed, span))


def of_stretch(parsed: Parsed, span: Span) -> tuple[Span, ...]:
    """Give the statements of one stretch of the text, in order.

    Args:
        parsed: the document.
        span: any stretch; it may run over several paragraphs.
    """
    pieces: list[Span] = []
    for paragraph in paragraphs_of(parsed, span):
        inside = Span(max(span.start, paragraph.span.start), min(span.end, paragraph.span.end))
        cuts = sorted({inside.start, *_cuts(paragraph, inside), inside.end})
        pieces += _joined(parsed, paragraph, list(pairwise(cuts)))
    return tuple(pieces)


def paragraphs_of(parsed: Parsed, span: Span) -> tuple[Paragraph, ...]:
    """Give the paragraphs that share text with a stretch, in order."""
    first = bisect_right(parsed.paragraphs, span.start, key=lambda p: p.span.start) - 1
    last = bisect_left(parsed.paragraphs, span.end, key=lambda p: p.span.start)
    near = parsed.paragraphs[max(0, first) : last]
    return tuple(paragraph for paragraph in near if paragraph.span.overlaps(span))


def says_something(paragraph: Paragraph, span: Span) -> bool:
    """Say whether a stretch holds a finite verb with a subject."""
    return any(
        (finite(token) or _plain_root(token))
        and child(token, "nsubj", "nsubjpass", "csubj", "expl") is not None
        for token in _tokens(paragraph, span)
        if token.pos_ in {"VERB", "AUX"}
    )


def _plain_root(verb: "Token") -> bool:
    """A main verb in the plural that the parse takes for an infinitive: "60 people use it"."""
    return verb.dep_ == "ROOT" and verb.tag_ == "VB" and child(verb, "aux", "auxpass") is None


def stands_alone(paragraph: Paragraph, span: Span) -> bool:
    """Say whether the main verb of a piece is finite and has its subject and object in it."""
    tokens = _tokens(paragraph, span)
    places = {token.i for token in tokens}
    tops = [t for t in tokens if t.head.i not in places or t.head == t]
    for top in tops:
        own = child(top, "nsubj", "nsubjpass", "csubj", "expl")
        whole = all(kid.i in places for kid in children(top, "dobj", "attr", "acomp", "oprd"))
        if top.dep_ in _MAIN and finite(top) and own is not None and own.i in places and whole:
            return True
    return False


def tidied(text: str, span: Span) -> Span | None:
    """Trim a piece so that it reads alone: outer marks and leading joining words go."""
    piece = trimmed(text, span, _EDGE)
    while piece is not None:
        words = piece.of(text).split()
        if len(words) > 1 and words[0].rstrip(",") in _LEADS:
            piece = trimmed(text, Span(piece.start + len(words[0]), piece.end), _EDGE)
        elif len(words) > 1 and words[-1].lower() in _TRAILS:
            piece = trimmed(text, Span(piece.start, piece.end - len(words[-1])), _EDGE)
        else:
            return _closed(text, piece, span)
    return None


def _closed(text: str, piece: Span, outer: Span) -> Span:
    """Give back a mark at the end whose partner stands inside."""
    words = piece.of(text)
    following = text[piece.end : min(outer.end, piece.end + 2)]
    for opened, shut in (("“", "”"), ("(", ")"), ("«", "»")):
        if words.count(opened) > words.count(shut) and shut in following:
            return Span(piece.start, piece.end + following.index(shut) + 1)
    if words.count('"') % 2 and '"' in following:
        return Span(piece.start, piece.end + following.index('"') + 1)
    return piece


def _parts_stand(parsed: Parsed, spans: Sequence[Span]) -> bool:
    return all(
        any(
            says_something(p, span) and not _is_subordinate(p, span)
            for p in paragraphs_of(parsed, span)
        )
        for span in spans
    )


def _is_subordinate(paragraph: Paragraph, span: Span) -> bool:
    """A piece that is no more than "when he came back" or "if the crews return"."""
    words = [token for token in _tokens(paragraph, span) if not token.is_punct]
    if not words or words[0].lower_ not in _OPENERS:
        return False
    clause = words[0].head
    places = {word.i for word in words}
    return clause.dep_ == "advcl" and clause.head.i not in places


def _tokens(paragraph: Paragraph, span: Span) -> "list[Token]":
    local = span.shift(-paragraph.span.start)
    part = paragraph.doc.char_span(
        max(local.start, 0), min(local.end, len(paragraph.text)), alignment_mode="contract"
    )
    return list(part) if part is not None else []


def _cuts(paragraph: Paragraph, inside: Span) -> Iterable[int]:
    """The places in a stretch where a new statement begins."""
    tokens = _tokens(paragraph, inside)
    places = {token.i for token in tokens}
    for token in tokens:
        if token.is_sent_start and token.i != tokens[0].i:
            yield paragraph.span_of(token).start
        elif token.pos_ in {"VERB", "AUX"} and _coordinated(token, places):
            yield paragraph.span_of(_opening(token)).start
        elif token.lower_ == "with" and _figure(token):
            yield paragraph.span_of(token).start
        elif token.text == ";" and _two_clauses(paragraph, inside, token):
            yield paragraph.span_of(token).end


def _two_clauses(paragraph: Paragraph, inside: Span, mark: "Token") -> bool:
    """A semicolon with a clause on either side, not one in a list."""
    place = paragraph.span_of(mark)
    return says_something(paragraph, Span(inside.start, place.start)) and says_something(
        paragraph, Span(place.end, inside.end)
    )


def _coordinated(verb: "Token", places: set[int]) -> bool:
    """A clause of its own beside another one in the same stretch."""
    again = _that_again(verb)
    if verb.head == verb or not (finite(verb) or _shares_modal(verb) or again):
        return False
    opening = _opening(verb)
    if opening.i not in places or opening.i == min(places):
        return False
    own = child(verb, "nsubj", "nsubjpass", "expl") is not None
    if again and verb.head.i in places:
        return own
    if verb.head.i not in places:
        return own and verb.dep_ == "conj"
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and verb.i > verb.head.i:
        apart = own or _two_deeds(verb)
        return (apart and _spine(verb.head, places)) or _other_mood(verb)
    after_semicolon = opening.i > 0 and opening.nbor(-1).text == ";"
    return own and after_semicolon and verb.dep_ in {"ccomp", "parataxis", "conj"}


def _that_again(verb: "Token") -> bool:
    """A further clause of one telling: "said it was shut, that the crew had gone and that ..."."""
    mark = next((kid for kid in children(verb, "mark") if kid.lower_ == "that"), None)
    joined = mark is not None and mark.i > 0 and mark.nbor(-1).lower_ in {",", "and", "but", "or"}
    return joined and verb.dep_ in {"ccomp", "conj"} and verb.head.dep_ in {"ccomp", "conj"}


def _spine(verb: "Token", places: set[int]) -> bool:
    """Say whether a verb is the main one of the stretch, not one of a clause inside it."""
    for _ in range(8):
        if verb.head == verb or verb.head.i not in places:
            return True
        if verb.dep_ not in {"conj", "parataxis", "ccomp"}:
            return False
        verb = verb.head
    return False


def _other_mood(verb: "Token") -> bool:
    mine = {kid.lower_ for kid in verb.children if kid.dep_ == "aux"} & _MODAL
    other = {kid.lower_ for kid in verb.head.children if kid.dep_ == "aux"} & _MODAL
    if not any(kid.i > verb.head.i and kid.i < verb.left_edge.i for kid in _objects(verb.head)):
        return False
    return bool(mine) and mine != other and child(verb.head, "nsubj", "nsubjpass") is not None


def _shares_modal(verb: "Token") -> bool:
    """The second of two verbs under one helping word: "will shut its gate and sell the hall"."""
    first = verb.head
    helped = verb.tag_ == "VB" and first.tag_ == "VB" and child(first, "aux") is not None
    return verb.dep_ == "conj" and helped and finite(first)


def _two_deeds(verb: "Token") -> bool:
    """Two verbs of one subject, each with words of its own: "shut its gate and sacked forty"."""
    first = verb.head
    subject = child(first, "nsubj", "nsubjpass", "expl")
    own = any(kid.i < verb.left_edge.i for kid in _objects(first))
    either = any(kid.lower_ == "or" for kid in children(first, "cc"))
    whole = subject is not None and own and bool(_objects(verb))
    return whole and finite(first) and not either


def _objects(verb: "Token") -> "list[Token]":
    """What follows a verb as its own; one without any may share that of the next verb."""
    apart = {"punct", "cc", "conj", "aux", "neg"}
    return [kid for kid in verb.children if kid.i > verb.i and kid.dep_ not in apart]


def _opening(verb: "Token") -> "Token":
    """The first word of a clause; its joining word is trimmed off later."""
    return verb.left_edge


def _figure(word: "Token") -> bool:
    """A "with" phrase after a comma that has a participle and a number of its own."""
    if word.i == 0 or word.nbor(-1).text != ",":
        return False
    words = list(word.subtree)
    return any(t.like_num for t in words) and any(t.tag_ == "VBG" for t in words)


def _joined(parsed: Parsed, paragraph: Paragraph, bounds: Sequence[tuple[int, int]]) -> list[Span]:
    """Trim the pieces, and give a fragment back to the piece before it."""
    text = parsed.document.text
    raw: list[Span] = []
    for start, end in bounds:
        piece = Span(start, end)
        if raw and not _stands(text, paragraph, piece) and _same_sentence(text, raw[-1], piece):
            raw[-1] = Span(raw[-1].start, end)
        else:
            raw.append(piece)
    kept = (tidied(text, piece) for piece in raw)
    return [k for k in kept if k is not None and _stands(text, paragraph, k)]


def _same_sentence(text: str, left: Span, right: Span) -> bool:
    return text[left.start : right.start].rstrip()[-1:] not in {".", "!", "?"}


def _stands(text: str, paragraph: Paragraph, piece: Span) -> bool:
    words = [word for word in piece.of(text).split() if any(c.isalnum() for c in word)]
    if len(words) >= MIN_WORDS:
        return True
    if len(words) == MIN_WORDS - 1 and any(finite(t) for t in _tokens(paragraph, piece)):
        return True
    return len(words) > 1 and says_something(paragraph, piece)
