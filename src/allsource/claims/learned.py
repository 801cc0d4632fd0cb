"""Which credits does the tagger see, told in the words of the grammar?

Each attribution that the tagger found gets the head word of its cue and of its source from the
parse, so that names, media and nesting can be asked of it as of any other. "That" before a clause
is no part of its content, a medium ("said in a statement") none of its cue. The corpus that the
tagger learned from credits attitudes and acts too ("welcomed the effort", "attacked the mayor"): a
content is stated only where it is a clause or in quotation marks, and what is not stated by
somebody who could state it ("the ship is called ...", "the halls highlight ...") is no credit.

It fails where the parser reads a cue as no word of its own: then the first word of the cue stands
for its head.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from allsource.claims.clauses import RELATIVE, children, finite, trimmed
from allsource.claims.credit import Credit
from allsource.claims.lexicon import lexicon
from allsource.claims.parse import Paragraph, Parsed
from allsource.claims.places import Line, line
from allsource.claims.quotation import Quotation
from allsource.claims.sources import describe
from allsource.claims.tagger.decode import Tagged
from allsource.claims.tagger.network import tag
from allsource.claims.verbs import medium, participle
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find"]

_LEVELS = 3
"""So often what is credited is read again for credits inside it."""
_WORDS = 5
"""Fewer words hold no credit of their own."""
_NOBODY = frozenset({"i", "we", "you", "my", "our", "everyone", "everybody", "anyone", "anybody"})
_BESIDE = 3
"""Code points between a name and what is told of it."""


def find(parsed: Parsed, quotations: Sequence[Quotation] = ()) -> list[Credit]:
    """Find the credits that the tagger sees in a document, in order of their cues.

    Args:
        parsed: the document.
        quotations: its quotations; what they hold is stated.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> found = find(parse_text("The mayor said that the Orlan bridge was shut."))
        >>> [(credit.head.text, credit.teller.text) for credit in found]
        [('said', 'mayor')]
    """
    text = parsed.document.text
    starts = [paragraph.span.start for paragraph in parsed.paragraphs]
    marks = line([q for q in quotations if q.spoken], lambda q: q.span)
    found: list[Credit] = []
    level = tag(text, [paragraph.span for paragraph in parsed.paragraphs], inner=True)
    for depth in range(_LEVELS):
        credits_ = [_credit(parsed, starts, one, marks) for one in level]
        wanted = _inner if depth else _outer
        kept = [one for one in credits_ if one is not None and wanted(one)]
        found += kept
        inside = {span for one in kept if one.stated for span in one.content}
        again = sorted(span for span in inside if len(span.of(text).split()) >= _WORDS)
        level = tag(text, again, inner=True)
    return found


def _outer(credit: Credit) -> bool:
    """Say whether a document can credit this: "I" and "everyone" are nobody outside quotations."""
    return credit.teller is None or credit.teller.lower_ not in _NOBODY


def _inner(credit: Credit) -> bool:
    """Say whether a credit inside a content is another's word: "he believes" is the speaker's."""
    if not credit.stated:
        return False
    cue = lexicon().verbs.get(credit.head.lemma_.lower())
    thought = cue is not None and cue.type == "belief"
    return not (thought and credit.teller is not None and credit.teller.pos_ == "PRON")


def _credit(
    parsed: Parsed, starts: Sequence[int], seen: Tagged, marks: Line[Quotation]
) -> Credit | None:
    text = parsed.document.text
    number = bisect_right(starts, seen.cue[0].start) - 1
    paragraph = parsed.paragraphs[number]
    head, content = _head(paragraph, seen.cue), _content(parsed, seen.content)
    if head is None or not content or _tells_of(paragraph, head, content):
        return None
    source = tuple(_trimmed(text, seen.source))
    teller = _teller(parsed, starts, source)
    if teller is not None:
        source = _whole(parsed, starts, source, teller, [*seen.cue, *content])
    spoken = head.pos_ in {"VERB", "AUX"}
    where = medium(head) if spoken else None
    told = any(marks.touching(span) or _clause(parsed, starts, span) for span in content)
    stated = told and not _refuses(paragraph, seen.cue)
    if not stated and (teller is None or describe(teller).kind is None):
        return None
    return Credit(
        paragraph=number,
        head=head,
        cue=_cue(paragraph, head, tuple(_trimmed(text, seen.cue)) or seen.cue, where),
        teller=teller,
        source=source if teller is not None else (),
        content=content,
        medium=where,
        participle=spoken and participle(head),
        stated=stated,
    )


def _tells_of(paragraph: Paragraph, head: "Token", content: Sequence[Span]) -> bool:
    """Say whether a participle tells of a thing in the content: "the paper quoted by the Ledger"."""
    if head.dep_ != "acl" or head.tag_ != "VBN":
        return False
    thing = paragraph.span_of(head.head)
    return any(span.covers(thing) for span in content)


def _cue(
    paragraph: Paragraph, head: "Token", cue: tuple[Span, ...], where: str | None
) -> tuple[Span, ...]:
    """Cut the medium off the end of a cue."""
    end = paragraph.span_of(head).end
    if where is None or len(cue) > 1:
        return cue
    return (Span(cue[0].start, end),) if cue[0].start < end < cue[0].end else cue


def _refuses(paragraph: Paragraph, cue: Sequence[Span]) -> bool:
    """Say whether a cue tells that somebody would not say: "declined to confirm that"."""
    refusing = load("verification")["decline"]["lemmas"]
    return any(word.lemma_.lower() in refusing for s in cue for word in _words(paragraph, s))


def _clause(parsed: Parsed, starts: Sequence[int], span: Span) -> bool:
    """Say whether a content is a finite clause, not a thing with one hung on it."""
    paragraph = parsed.paragraphs[bisect_right(starts, span.start) - 1]
    tops = _tops(_words(paragraph, span))
    thing = any(top.dep_ in {"dobj", "pobj"} and top.pos_ != "VERB" for top in tops)
    return not thing and any(finite(top) for top in tops if top.pos_ in {"VERB", "AUX"})


def _trimmed(text: str, spans: Sequence[Span]) -> list[Span]:
    return [kept for kept in (trimmed(text, span) for span in spans) if kept is not None]


def _head(paragraph: Paragraph, spans: Sequence[Span]) -> "Token | None":
    """The word of some spans that the others hang on; a verb before anything else."""
    words = [word for span in spans for word in _words(paragraph, span) if not word.is_punct]
    tops = _tops(words)
    return next((w for w in tops if w.pos_ in {"VERB", "AUX"}), next(iter(tops), None))


def _teller(parsed: Parsed, starts: Sequence[int], source: Sequence[Span]) -> "Token | None":
    if not source:
        return None
    paragraph = parsed.paragraphs[bisect_right(starts, source[0].start) - 1]
    words = [word for word in _words(paragraph, source[0]) if not word.is_punct]
    tops = _tops(words)
    nouns = [word for word in tops if word.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}]
    named = [second for first, second in pairwise(nouns) if _named_after(first, second)]
    return next(iter(named or nouns or tops), None)


def _named_after(post: "Token", name: "Token") -> bool:
    """Say whether a name stands right behind a post that the parse leaves apart from it.

    Thus "head of sales Mara Vell said": both are subjects of one verb.
    """
    subjects = post.dep_ in {"nsubj", "dep"} and name.dep_ == "nsubj" and post.head == name.head
    return subjects and name.pos_ == "PROPN" and name.left_edge.i == post.right_edge.i + 1


def _whole(
    parsed: Parsed, starts: Sequence[int], source: tuple[Span, ...], teller: "Token",
    others: Sequence[Span],
) -> tuple[Span, ...]:  # fmt: skip
    """Let a source go on to the end of what is told of the one credited: ", who runs the yard"."""
    paragraph = parsed.paragraphs[bisect_right(starts, source[0].start) - 1]
    last = source[-1]
    for kid in children(teller, "relcl", "appos"):
        told = Span(
            paragraph.span_of(kid.doc[kid.left_edge.i]).start,
            paragraph.span_of(kid.doc[kid.right_edge.i]).end,
        )
        follows = 0 <= told.start - last.end <= _BESIDE
        if follows and _describes(kid) and not any(told.overlaps(span) for span in others):
            last = trimmed(parsed.document.text, Span(last.start, told.end)) or last
    return (*source[:-1], last)


def _describes(kid: "Token") -> bool:
    """Say whether what hangs on a name tells of it, and is no clause hung there by mistake."""
    if any(word.is_quote for word in kid.subtree):
        return False
    if kid.dep_ == "relcl":
        return kid.left_edge.lower_ in RELATIVE or kid.left_edge.tag_ == "WP$"
    return kid.pos_ in {"NOUN", "PROPN"}


def _tops(words: "Sequence[Token]") -> "list[Token]":
    """Those of some words that hang on none of the others."""
    places = {word.i for word in words}
    return [word for word in words if word.head == word or word.head.i not in places]


def _words(paragraph: Paragraph, span: Span) -> "list[Token]":
    local = span.shift(-paragraph.span.start)
    part = paragraph.doc.char_span(local.start, local.end, alignment_mode="expand")
    return list(part) if part is not None else []


def _content(parsed: Parsed, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Whole words, without "that" before them."""
    text = parsed.document.text
    kept = []
    for span in spans:
        words = span.of(text)
        lead = len(words) - len(words.lstrip())
        if words[lead:].lower().startswith("that "):
            lead += 5
        if words[lead:].strip():
            kept.append(Span(span.start + lead, span.start + len(words.rstrip())))
    return tuple(kept)
