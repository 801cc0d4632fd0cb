"""Which sentence or clause beside a judgement is its ground, by a word of conclusion or of reason?

"Therefore", "that is why" and their like take the clause before them, or, where they open a sentence, the
sentence before. A next sentence gives a ground where it opens with words for it ("She pointed to", "The reason:").

It fails in conversation, where "so" and "that is why" only go on.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from allsource.claims.cued import Cued, Mark, phrase, runs
from allsource.claims.parse import Paragraph
from allsource.model.claim import Claim
from allsource.model.judgement import Phrase
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["before", "follows"]

_FRONT = 4
"""Words before a connective that still opens its sentence: "For that reason, he added", "From this"."""
_OPENING = 60
"""Code points in which a next sentence must say that it gives a ground."""


def before(
    paragraph: Paragraph, tokens: "list[Token]", claim: Claim, word: Phrase
) -> Iterator[Cued]:
    """Give the ground that stands before "therefore", "so", "that is why".

    The span is that of the clause before in the sentence; ``where`` is ``before`` with the span of the
    cue where the sentence before is meant.

    Args:
        paragraph: that holds the judgement.
        tokens: of its sentence.
        claim: the judgement.
        word: by which it is judged.
    """
    end = claim.proposition.end
    inside = claim.proposition.covers(word.span)
    for entry, run in runs(tokens, "before"):
        cue = phrase(paragraph, run)
        if cue.span.start >= end or not _concludes(entry, run):
            continue
        if inside and word.span.start < cue.span.start:
            continue
        clause = _clause_before(paragraph, tokens, run[0])
        if clause is not None:
            yield Cued(clause, cue, "same")
        elif run[0].i - tokens[0].i <= _FRONT or claim.proposition.covers(cue.span):
            yield Cued(cue.span, cue, "before")
        return


def follows(paragraph: Paragraph, tokens: "list[Token]") -> Iterator[Cued]:
    """Give the ground that a sentence gives for the one before it.

    Args:
        paragraph: that holds it.
        tokens: of the sentence after a judgement.
    """
    whole = Span(paragraph.span_of(tokens[0]).start, paragraph.span_of(tokens[-1]).end)
    said = whole.shift(-paragraph.span.start).of(paragraph.text)
    lowered = re.sub(r"^[“\"‘']", " ", said.lower())
    for row, pattern in _next():
        found = pattern.search(lowered) or pattern.search(lowered.lstrip())
        lead = len(lowered) - len(lowered.lstrip()) if found and not pattern.search(lowered) else 0
        if found is None or found.start() > _OPENING or not said[found.end() + lead :].strip(" ."):
            continue
        begins, ends = (whole.start + lead + at for at in found.span())
        subject = said[: found.start() + lead].strip(' “"')
        if not _allowed(row["needs"], subject):
            continue
        cue = Span(begins, ends)
        words = cue.shift(-paragraph.span.start).of(paragraph.text)
        kept = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
        cue = Span(begins + kept[0], ends - kept[1])
        phrase = Phrase(words.strip(), cue)
        yield Cued(Span(ends, whole.end), phrase, "next", row["needs"] != "none", subject)
        return


def _concludes(entry: Mark, run: "list[Token]") -> bool:
    """Tell a conclusion from "thus closing it", "as a result of", "so old", and "So, ..." at the start of what is said."""
    following = run[-1].nbor() if run[-1].i + 1 < len(run[-1].doc) else None
    if following is not None and (following.tag_ == "VBG" or following.lower_ == "of"):
        return False
    return entry.words != "so" or _is_so(run[0])


def _is_so(token: "Token") -> bool:
    """Tell "so" of consequence within a sentence from "so old" and "so that"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is None or following.lower_ in ("that", "far", "long", "much", "many"):
        return False
    if following.pos_ in ("ADJ", "ADV") and token.head.i == following.i:
        return False
    return token.i > token.sent.start and token.nbor(-1).lower_ in (",", "and", ";", "—")


def _clause_before(paragraph: Paragraph, tokens: "list[Token]", cue: "Token") -> Span | None:
    """Give the clause before a connective in its sentence, or None where it opens the sentence."""
    left = [token for token in tokens if token.i < cue.i]
    if left and left[-1].dep_ == "cc":
        return _clause(paragraph, left[:-1])
    split = next(
        (token for token in reversed(left) if token.lower_ in (";", ",", ":")),
        None,
    )
    return None if split is None else _clause(paragraph, [one for one in left if one.i < split.i])


def _clause(paragraph: Paragraph, words: "list[Token]") -> Span | None:
    """Give the span of words that hold a verb."""
    if not any(token.pos_ in ("VERB", "AUX") for token in words):
        return None
    return Span(paragraph.span_of(words[0]).start, paragraph.span_of(words[-1]).end)


@lru_cache(maxsize=1)
def _next() -> tuple[tuple[Mapping[str, Any], re.Pattern[str]], ...]:
    return tuple((row, re.compile(row["pattern"])) for row in load("premises")["next"])


def _allowed(needs: str, subject: str) -> bool:
    """Say whether what a next sentence opens with can give the ground of the one before."""
    if needs == "judgement":
        words = set(re.findall(r"[a-z]+", subject.lower()))
        return bool(words & set(load("premises")["judgements"]["words"]))
    return needs == "none" or 0 < len(subject.split()) <= 6
