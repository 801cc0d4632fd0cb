"""Is a name a person's or a body's, by all that the document says of it?

The parser's labels are one voice among several, because it often takes a person
with an uncommon name for a firm. Others: a title or a role beside the name, an
age, "who" or "which", "the" before it, a given name, words that only bodies end
with, the shorter form that the text uses (persons by the last word, bodies by the
first), and "he" or "it" in the next sentence. The voices are added up.

It fails on names that stand alone and bare, once.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from allsource.claims.callings import is_body, is_human, is_institution, is_outlet
from allsource.claims.clauses import child, children
from allsource.claims.parse import Paragraph, Parsed
from allsource.claims.titles import named_span, without_titles
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

__all__ = ["Run", "Sort", "honorific", "runs", "sorts"]

Sort = Literal["person", "body"]

_LONGEST = 8
"""Words of the longest name that is weighed."""
_LABELS = {"PERSON": ("person", 1.5), "ORG": ("body", 1.0), "GPE": ("body", 1.5)}
_OLDEST = 120
_INNER = re.compile(r"[a-z]{2}[A-Z]")
_SURNAME = re.compile(r"^(?:Mac|Fitz|Van|Von|Del|Las|Los|Des|Saint|Ben|Abu|Ab[eo])[A-Z]")
_SHOUTED = 4
"""Letters of a word in capitals that is no initials."""
_STRONG, _CLEAR, _FAINT, _LIGHT = 4.0, 2.5, 1.5, 1.0


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words that is a name.

    Args:
        name: without titles before it.
        root: the word that the rest of the sentence sees.
        words: its words, titles included.
    """

    name: str
    root: "Token"
    words: "Words"


@dataclass(slots=True)
class _Voices:
    person: float = 0.0
    body: float = 0.0
    labels: dict[str, int] = field(default_factory=lambda: defaultdict(int))


def runs(paragraph: Paragraph) -> "Iterator[Run]":
    """Give the names of a paragraph, in order.

    Args:
        paragraph: a parsed paragraph.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> paragraph = parse_text("Mr Timo Orlan met Mara Vell.").paragraphs[0]
        >>> [run.name for run in runs(paragraph)]
        ['Timo Orlan', 'Mara Vell']
    """
    doc, start = paragraph.doc, 0
    while start < len(doc):
        end = start
        while end < len(doc) and _is_part(doc[end]) and not (end > start and _begins(doc[end])):
            end += 3 if _is_hyphened(doc[end]) else 1
        if end > start:
            words = doc[start:end]
            if len(words) <= _LONGEST:
                yield Run(_plain(words.text), words.root, words)
        start = max(end, start + 1)


def _plain(name: str) -> str:
    return without_titles(name.removesuffix(".") if name.count(".") == 1 else name)


def _is_part(token: "Token") -> bool:
    if token.pos_ == "PROPN":
        return token.text[0].isupper()
    return token.pos_ == "NOUN" and _shouted(token)


def _shouted(token: "Token") -> bool:
    """A word in capitals beside another one: "ORLAN ROVERS have won"."""
    doc, at = token.doc, token.i
    near = doc[max(0, at - 1) : at + 2]
    shouted = [word for word in near if word.is_upper and len(word) >= _SHOUTED]
    return token in shouted and len(shouted) > 1


def _is_hyphened(token: "Token") -> bool:
    """A word joined by a hyphen to the next one: "Heung-gwang"."""
    doc, at = token.doc, token.i
    joined = at + 2 < len(doc) and not token.whitespace_ and doc[at + 1].text in ("-", "‑")
    return joined and not doc[at + 1].whitespace_


def _begins(token: "Token") -> bool:
    """A name ends where the next word belongs to another entity: "the firm Orlan Mara Vell"."""
    return token.ent_iob_ == "B" and token.nbor(-1).ent_iob_ in ("I", "B")


def sorts(parsed: Parsed) -> Mapping[str, Sort]:
    """Say of each name of a document whether it is a person's or a body's, where that is told.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> found = sorts(parse_text("Orlan Works grew. Mr Timo Orlan left it."))
        >>> found["Timo Orlan"], found["Orlan Works"]
        ('person', 'body')
    """
    voices: dict[str, _Voices] = defaultdict(_Voices)
    seen: list[Run] = []
    for paragraph in parsed.paragraphs:
        here = list(runs(paragraph))
        seen += here
        for run in here:
            _listen(run, voices[run.name])
        _follow(paragraph, here, voices)
    _shorten(seen, voices)
    _begin(voices)
    return {name: sort for name, heard in voices.items() if (sort := _sum(name, heard))}


def _sum(name: str, heard: _Voices) -> Sort | None:
    label = max(heard.labels, key=lambda key: (heard.labels[key], key), default=None)
    person, body = heard.person, heard.body
    if label is not None:
        sort, weight = _LABELS[label]
        person, body = (person + weight, body) if sort == "person" else (person, body + weight)
    del name
    return None if person == body else "person" if person > body else "body"


def _listen(run: Run, heard: _Voices) -> None:
    """Add what the words of a name, and those beside it, say."""
    root = run.root
    if root.ent_type_ in _LABELS:
        heard.labels[root.ent_type_] += 1
    first = run.name.split()[0]
    if " " in run.name and first in _given():
        heard.person += _CLEAR
    if " " not in run.name and _INNER.search(run.name) and not _SURNAME.match(run.name):
        heard.body += _CLEAR
    listed = run.name in load("sources")["known"]["names"]
    if listed or is_body(run.name) or is_outlet(run.name) or _ends_as_body(run.name):
        heard.body += _STRONG
    if honorific(run) is not None:
        heard.person += _STRONG
    elif run.name != run.words.text:
        heard.person += _CLEAR
    article = child(root, "det")
    if article is not None and article.lower_ == "the" and run.name == run.words.text:
        heard.body += _CLEAR
    _listen_beside(root, heard)


def _listen_beside(root: "Token", heard: _Voices) -> None:
    beside = [kid for kid in children(root, "appos", "compound") if kid.pos_ == "NOUN"]
    if root.dep_ == "appos":
        beside.append(root.head)
    if (
        root.dep_ == "compound"
        and root.head.lemma_ in load("spokespersons")["spokesperson"]["words"]
    ):
        heard.body += _FAINT
    either = load("sources")["either"]["nouns"]
    for lemma in {noun.lemma_.lower() for noun in beside} - set(either):
        if is_institution(lemma) or lemma in _machines():
            heard.body += _STRONG
        elif is_human(lemma):
            heard.person += _STRONG
    owner = child(root, "poss")
    employed = owner is not None and owner.pos_ == "PROPN" and is_outlet(named_span(owner))
    if _has_age(root) or employed:
        heard.person += _STRONG
    _listen_clause(root, heard)
    for clause in children(root, "relcl"):
        for kid in clause.children:
            heard.person += _STRONG if kid.lower_ == "who" else 0
            heard.body += _CLEAR if kid.lower_ == "which" else 0


@lru_cache(maxsize=1)
def _machines() -> frozenset[str]:
    """Nouns of ships and machines, whose names are no people's: "the ferry Mara Vell"."""
    context = load("equipment")["context"]
    return frozenset(word for kind in ("vehicle", "weapon") for word in context[kind]["words"])


def _listen_clause(root: "Token", heard: _Voices) -> None:
    """Add what the name's own clause says of it: "Orlan said it had hired 40"."""
    top = root.head if root.dep_ == "appos" else root
    if top.dep_ not in {"nsubj", "nsubjpass"}:
        return
    for clause in children(top.head, "ccomp"):
        own = child(clause, "nsubj")
        if own is None or own.i < root.i:
            continue
        if own.lower_ in {"he", "she"}:
            heard.person += _FAINT
        elif own.lower_ == "it" and clause.lemma_ != "be":
            firm = root.dep_ != "compound" and child(root, "compound") is None
            done = any(kid.lower_ in {"would", "will", "had", "has"} for kid in clause.children)
            heard.body += _CLEAR if firm and done else _FAINT


def _has_age(root: "Token") -> bool:
    """Tell "Timo Orlan, 44, "."""
    doc, at = root.doc, root.i + 1
    if at + 1 >= len(doc) or doc[at].text != "," or not doc[at + 1].text.isdigit():
        return False
    after = doc[at + 2].text if at + 2 < len(doc) else "."
    return len(doc[at + 1].text) < 4 and int(doc[at + 1].text) <= _OLDEST and after in (",", ".")


def honorific(run: Run) -> str | None:
    """Give the honorific that a name is written with, lower case, or None.

    Args:
        run: the name.
    """
    words = load("given_names")["honorifics"]["words"]
    first = run.words[0].text.rstrip(".").casefold()
    if first in words and len(run.words) > 1:
        return first
    if run.words.start == 0:
        return None
    before = run.words.doc[run.words.start - 1].text.rstrip(".").casefold()
    return (
        before if before in words and run.words.doc[run.words.start - 1].text[0].isupper() else None
    )


@lru_cache(maxsize=1)
def _given() -> frozenset[str]:
    raw = load("given_names")
    return frozenset(raw["male"]["names"]) | frozenset(raw["female"]["names"])


def _ends_as_body(name: str) -> bool:
    first, *_, last = [*name.casefold().split(), ""] if " " not in name else name.casefold().split()
    return bool(last) and (is_institution(last) or is_institution(first))


def _follow(paragraph: Paragraph, here: list[Run], voices: Mapping[str, _Voices]) -> None:
    """A sentence that goes on with "he" or "it" tells what the only subject before it was."""
    subjects = [run for run in here if _leads(run.root)]
    by_sentence: dict[int, list[Run]] = defaultdict(list)
    for run in subjects:
        by_sentence[run.root.sent.start].append(run)
    last: Run | None = None
    for sentence in paragraph.doc.sents:
        own = by_sentence.get(sentence.start, [])
        pronoun = next((t.lower_ for t in sentence if _goes_on(t)), None)
        if last is not None and not own and pronoun is not None:
            if pronoun == "it":
                voices[last.name].body += _FAINT
            else:
                voices[last.name].person += _CLEAR
        if len(own) == 1:
            _add_owned(sentence, own[0], voices[own[0].name])
        elif last is not None and not own and any(map(_general_body, sentence)):
            voices[last.name].body += _FAINT
        last = own[0] if len(own) == 1 else None if own else last


def _add_owned(sentence: "Words", run: Run, heard: _Voices) -> None:
    """Tell "Timo Orlan lost his house" from "Orlan Works sold its yard"."""
    after = {token.lower_ for token in sentence if token.i > run.root.i}
    if after & {"his", "her", "himself", "herself"}:
        heard.person += _FAINT
    elif after & {"its", "itself"}:
        heard.body += _LIGHT
    if any(_general_body(token) for token in sentence if token.i > run.root.i):
        heard.body += _FAINT


def _general_body(token: "Token") -> bool:
    """A body pointed back to: "the club said", "the group's leader"."""
    article = child(token, "det")
    definite = article is not None and article.lower_ == "the"
    place = token.dep_ in {"nsubj", "nsubjpass", "poss"}
    return definite and place and token.lemma_.lower() in load("sources")["general"]["nouns"]


def _leads(root: "Token") -> bool:
    """A subject, or whoever something is according to."""
    if root.dep_ in ("nsubj", "nsubjpass"):
        return True
    return root.dep_ == "pobj" and root.head.lower_ == "to" and root.head.head.lower_ == "according"


def _goes_on(token: "Token") -> bool:
    if token.dep_ != "nsubj":
        return False
    return token.lower_ in ("he", "she") or (token.lower_ == "it" and token.is_sent_start is True)


def _begin(voices: Mapping[str, _Voices]) -> None:
    """The first words of a body's name are that body's: "Orlan Grey" of "Orlan Grey Inc"."""
    bodies = [name for name, heard in voices.items() if heard.body >= _STRONG and is_body(name)]
    for body in bodies:
        words = body.split()
        for end in range(2, len(words)):
            short = " ".join(words[:end])
            if short in voices:
                voices[short].body += _CLEAR


def _shorten(seen: list[Run], voices: Mapping[str, _Voices]) -> None:
    """Persons are called by their last word, bodies by their first."""
    alone = {run.name for run in seen if " " not in run.name}
    ends: dict[str, set[str]] = defaultdict(set)
    starts: dict[str, set[str]] = defaultdict(set)
    for name in {run.name for run in seen if " " in run.name}:
        words = name.split()
        ends[words[-1]].add(name)
        starts[words[0]].add(name)
    for short in sorted(alone):
        if len(ends[short]) == 1 and not starts[short]:
            (full,) = ends[short]
            voices[full].person += _CLEAR + voices[short].person
            voices[full].body += voices[short].body
        elif len(starts[short]) == 1 and not ends[short]:
            (full,) = starts[short]
            heard = voices[short]
            voices[full].body += heard.body + (_FAINT if heard.person == 0 else 0)
            voices[full].person += heard.person
