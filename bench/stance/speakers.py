"""Reads the cases on speakers: the mentions of sources are given, their names and kinds wanted."""

from bench.stance.cases import Answer, half, load, share, unmark

from allsource.claims.coreference import resolve
from allsource.claims.credit import Credit
from allsource.claims.parse import Parsed, parse_text
from allsource.claims.people import gather
from allsource.claims.quotation import find as quotations
from allsource.model.span import Span


def answers(name: str) -> list[Answer]:
    return [
        Answer("speakers", half(marked), marked, wanted, _read(marked))
        for marked, wanted in load(name)
    ]


def figures(part: list[Answer]) -> dict[str, float]:
    pairs = [pair for a in part for pair in zip(a.wanted, a.found, strict=True)]
    back = [pair for a in part for pair in list(zip(a.wanted, a.found, strict=True))[1:]]
    return {
        "kind right, %": share(w[1] == f[1] for w, f in pairs),
        "name right, %": share(_plain(w[0]) == _plain(f[0]) for w, f in pairs),
        "name right where another mention came before, %": share(
            _plain(w[0]) == _plain(f[0]) for w, f in back
        ),
        "texts right, %": share(right(a) for a in part),
    }


def right(answer: Answer) -> bool:
    return all(
        w[1] == f[1] and _plain(w[0]) == _plain(f[0])
        for w, f in zip(answer.wanted, answer.found, strict=True)
    )


def _plain(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def _read(marked: str) -> list[list[str]]:
    text, marks = unmark(marked.replace(" | ", "\n\n"))
    parsed = parse_text(text)
    credits_ = [_credit(parsed, span) for kind, span in marks if kind == "source"]
    sources = resolve(parsed, credits_, quotations(parsed), gather(parsed))
    return [["", ""] if one is None else [one.name, one.kind] for one in sources]


def _credit(parsed: Parsed, span: Span) -> Credit:
    for number, paragraph in enumerate(parsed.paragraphs):
        if paragraph.span.covers(span):
            start, end = span.shift(-paragraph.span.start)
            inside = paragraph.doc.char_span(start, end, alignment_mode="expand")
            if inside is None:
                break
            words = [t for t in inside if inside.root.i in {t.i, t.head.i}]
            return Credit(number, words[0].head, (), inside.root, (span,), ())
    raise ValueError(span)
