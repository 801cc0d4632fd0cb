"""Who did what to whom, and where, in one statement?

The verb of the statement is found under what only frames it ("it is believed
that", "plans to", "failed to", "is set to"); its subject, its object, the one it
goes to and its place are read from the parse. In a passive the agent is the
subject and what it was done to the object. Each argument is given with its
words, its place, the name or noun that it comes down to (a pronoun by the name
it stands for), and the entity of that name.

A predicate counts as negated where the deed is said not to be: by "not", by a
verb of failing ("refused to pay"), or by an argument of none ("no hall").

Reach for it to lay statements of several documents side by side; a claim's id
does not rest on it. It fails on deeds told by a noun ("the sale of the hall"),
where the parse mistakes a place for a receiver, and in headlines without
auxiliaries.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from allsource.claims.clauses import child, children, group, spans_of, subject
from allsource.claims.coreference import resolve, shown
from allsource.claims.credit import Credit
from allsource.claims.parse import Paragraph, Parsed
from allsource.claims.people import Names
from allsource.claims.quotation import Quotation
from allsource.claims.titles import named_span
from allsource.model.claim import Claim, Source
from allsource.model.predication import Argument, Predicate, Predication
from allsource.model.span import Span, hull, quote
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["attach", "predications"]

_DEEPEST = 6
"""Verbs passed on the way down to the deed: "is expected to begin to build"."""
_SUBJECTS = ("nsubj", "nsubjpass")
_CLAUSES = ("ccomp", "csubj", "csubjpass", "xcomp", "advcl")
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
_NAMED = frozenset({"named_person", "organization", "outlet", "document"})
_PARTS = frozenset(
    {"half", "most", "some", "many", "all", "dozens", "hundreds", "thousands", "none"}
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The head words of a deed's arguments, and whether it is said not to be."""

    verb: "Token | None"
    subject: "Token | None" = None
    object: "Token | None" = None
    recipient: "Token | None" = None
    place: "Token | None" = None
    negated: bool = False

    def heads(self) -> "Iterator[Token]":
        """Give the heads that are there."""
        for one in (self.subject, self.object, self.recipient, self.place):
            if one is not None:
                yield one


@dataclass(frozen=True, slots=True)
class _Read:
    """A statement's parts, and the paragraph that they stand in."""

    number: int
    paragraph: Paragraph
    parts: _Parts


def predications(
    parsed: Parsed, statements: Sequence[Span], names: Names, quotations: Sequence[Quotation]
) -> tuple[Predication | None, ...]:
    """Read who did what to whom in each statement of a document.

    Args:
        parsed: the document.
        statements: absolute spans, in any order.
        names: its names, from `people.gather`.
        quotations: its quotations.

    Returns:
        One for each statement, None where it holds no words.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> from allsource.claims.people import gather
        >>> parsed = parse_text("The hall was sold to Orlan Works in May.")
        >>> (told,) = predications(parsed, [Span(0, 39)], gather(parsed), ())
        >>> told.predicate.lemma, told.object.name, told.recipient.name
        ('sell', 'hall', 'Orlan Works')
    """
    read = [_read(parsed, statement) for statement in statements]
    heads = {(one.number, head.i) for one in read if one is not None for head in one.parts.heads()}
    known = _resolved(parsed, names, quotations, heads) if heads else {}
    return tuple(None if one is None else _told(one, known) for one in read)


def attach(
    parsed: Parsed, claims: Sequence[Claim], names: Names, quotations: Sequence[Quotation]
) -> tuple[Claim, ...]:
    """Give each claim of a document what its proposition tells.

    Args:
        parsed: the document.
        claims: all its claims.
        names: its names, from `people.gather`.
        quotations: its quotations.
    """
    found = predications(parsed, [claim.proposition for claim in claims], names, quotations)
    return tuple(replace(claim, predication=one) for claim, one in zip(claims, found, strict=True))


def _read(parsed: Parsed, statement: Span) -> _Read | None:
    for number, paragraph in enumerate(parsed.paragraphs):
        if paragraph.span.covers(statement):
            start, end = statement.shift(-paragraph.span.start)
            inside = paragraph.doc.char_span(start, end, alignment_mode="expand")
            if inside is None or not len(inside):
                return None
            return _Read(number, paragraph, _parts(inside.root))
    return None


def _told(read: _Read, known: dict[Span, Source]) -> Predication:
    paragraph, parts = read.paragraph, read.parts

    def argument(head: "Token | None") -> Argument | None:
        return None if head is None else _argument(paragraph, head, known)

    return Predication(
        predicate=_predicate(paragraph, parts),
        subject=argument(parts.subject),
        object=argument(parts.object),
        recipient=argument(parts.recipient),
        place=argument(parts.place),
    )


def _predicate(paragraph: Paragraph, parts: _Parts) -> Predicate | None:
    if parts.verb is None:
        return None
    particle = child(parts.verb, "prt")
    words = [parts.verb] if particle is None else sorted([parts.verb, particle], key=_place_of)
    spans = tuple(paragraph.span_of(word) for word in words)
    lemma = parts.verb.lemma_.lower()
    return Predicate(
        text=quote(paragraph.text, [span.shift(-paragraph.span.start) for span in spans]),
        spans=spans,
        lemma=f"{lemma} {particle.lower_}" if particle is not None else lemma,
        negated=parts.negated,
    )


def _place_of(token: "Token") -> int:
    return token.i


def _argument(paragraph: Paragraph, head: "Token", known: dict[Span, Source]) -> Argument:
    spans = spans_of(paragraph, group(head)) or (paragraph.span_of(head),)
    place = next((s for s in spans if s.overlaps(paragraph.span_of(head))), hull(spans))
    source = known.get(paragraph.span_of(head))
    named = source is not None and source.kind in _NAMED and source.name[:1].isupper()
    back = (
        head.tag_ in {"PRP", "PRP$"}
        and source is not None
        and (source.name not in {head.text, shown(head.text, source.kind)})
    )
    core = _counted(head)
    return Argument(
        text=place.shift(-paragraph.span.start).of(paragraph.text),
        span=place,
        name=source.name if source is not None and (named or back) else _core(core),
        entity=source.entity if source is not None and (named or back) else None,
    )


def _core(head: "Token") -> str:
    return named_span(head) if head.pos_ == "PROPN" else head.text


def _counted(head: "Token") -> "Token":
    """For "half of the welders" and "more than 40 of the pumps", the welders and the pumps."""
    if head.pos_ != "NUM" and head.lower_ not in _PARTS:
        return head
    of = next((kid for kid in head.children if kid.lower_ == "of"), None)
    return (child(of, "pobj") if of is not None else None) or head


def _parts(root: "Token") -> _Parts:
    if root.pos_ not in {"VERB", "AUX"}:
        return _Parts(None, object=root, place=_place([root]))
    doer = _own(root)
    verb = root
    passed = [root]
    for _ in range(_DEEPEST):
        lower = _below(verb)
        if lower is None:
            break
        own = _own(lower)
        verb, doer = lower, own if own is not None else doer
        passed.append(lower)
    parts = _of_verb(verb, doer if doer is not None else subject(verb))
    return replace(parts, negated=_is_negated(passed, [parts.subject, parts.object]))


def _is_negated(passed: "Sequence[Token]", arguments: "Sequence[Token | None]") -> bool:
    """Say whether an odd number of words turn the deed over; "none" of an argument turns it once."""
    words = load("arguments")
    turns = [child(verb, "neg") is not None for verb in passed]
    for verb in passed[:-1]:
        adjective = child(verb, "acomp", "oprd")
        yet = verb.lemma_ == "have" and any(kid.lower_ == "yet" for kid in verb.children)
        failing = verb.lemma_ in words["failing"]["lemmas"]
        unable = adjective is not None and adjective.lower_ in words["failing"]["adjectives"]
        turns.append(yet or failing or unable)
    none = words["none"]["words"]
    turns.append(
        any(
            one is not None and (one.lower_ in none or any(k.lower_ in none for k in one.children))
            for one in arguments
        )
    )
    return sum(turns) % 2 == 1


def _own(verb: "Token") -> "Token | None":
    return child(verb, *_SUBJECTS)


def _below(verb: "Token") -> "Token | None":
    """The clause that a framing verb only introduces."""
    words = load("arguments")
    own = _own(verb)
    empty = own is not None and own.lower_ == "it" and child(verb, "ccomp") is not None
    if child(verb, "csubj", "csubjpass") is not None and verb.lemma_ == "be":
        return child(verb, "csubj", "csubjpass")
    if empty and (verb.tag_ == "VBN" or verb.lemma_ in {"be", "seem", "appear", "remain"}):
        return child(verb, "ccomp")
    adjective = child(verb, "acomp", "oprd")
    if adjective is not None and verb.lemma_ in {"be", "remain"}:
        told = child(adjective, "ccomp", "xcomp") or child(verb, "ccomp", "xcomp")
        framing = adjective.lower_ in words["adjectives"]["words"] or (
            own is not None and own.lower_ == "it"
        )
        return told if told is not None and told.pos_ in {"VERB", "AUX"} and framing else None
    if verb.lemma_ == "have" and any(kid.lower_ == "yet" for kid in verb.children):
        return child(verb, "xcomp")
    deed = child(verb, "xcomp")
    if deed is None or deed.pos_ not in {"VERB", "AUX"} or child(verb, "dobj") is not None:
        return None
    return deed if verb.lemma_ in words["passed"]["lemmas"] else None


def _of_verb(verb: "Token", doer: "Token | None") -> _Parts:
    thing = child(verb, "dobj", "attr", "acomp") or (
        child(verb, "oprd") if verb.lemma_ == "be" else None
    )
    receiver = _receiver(verb)
    if child(verb, "expl") is not None:
        return _Parts(verb, None, thing, None, _place([verb, thing]))
    if child(verb, "auxpass") is not None:
        agent = child(verb, "agent")
        by = child(agent, "pobj") if agent is not None else None
        if thing is not None and thing.dep_ == "dobj":
            return _Parts(verb, by, thing, receiver or doer, _place([verb, thing]))
        return _Parts(verb, by, doer, receiver, _place([verb, doer]))
    return _Parts(verb, doer, thing, receiver, _place([verb, thing]))


def _receiver(verb: "Token") -> "Token | None":
    """What stands after "to", or before the object: "sold the crew the boat"."""
    for kid in children(verb, "dative", "prep"):
        if kid.dep_ == "dative" and kid.pos_ != "ADP":
            return kid
        if kid.lower_ == "to":
            found = child(kid, "pobj")
            if found is not None and not _is_amount(found):
                return found
    thing = child(verb, "dobj")
    to = (
        next((k for k in children(thing, "prep") if k.lower_ == "to"), None)
        if thing is not None
        else None
    )
    return child(to, "pobj") if to is not None else None


def _is_amount(noun: "Token") -> bool:
    return noun.pos_ == "NUM" or noun.ent_type_ in _TIMES or child(noun, "nummod") is not None


def _place(holders: "Sequence[Token | None]") -> "Token | None":
    listed = load("arguments")["places"]["words"]
    for holder in holders:
        if holder is None:
            continue
        for kid in children(holder, "prep"):
            found = child(kid, "pobj")
            if kid.lower_ in listed and found is not None and _is_place(found, kid.lower_):
                return found
    return None


def _is_place(noun: "Token", preposition: str) -> bool:
    if noun.ent_type_ in _TIMES or noun.pos_ == "NUM":
        return False
    if noun.pos_ == "PROPN":
        person = noun.ent_type_ == "PERSON" and " " in named_span(noun)
        return not (preposition == "from" and (person or noun.ent_type_ == "ORG")) and not person
    return noun.lemma_.lower() in _grounds()


@lru_cache(maxsize=1)
def _grounds() -> frozenset[str]:
    return frozenset(load("arguments")["grounds"]["words"])


def _resolved(
    parsed: Parsed,
    names: Names,
    quotations: Sequence[Quotation],
    heads: Collection[tuple[int, int]],
) -> dict[Span, Source]:
    """What each noun or pronoun among some heads stands for, by the place of its head."""
    found = [
        Credit(number, token.head, (), token, (_whole(paragraph, token),), ())
        for number, paragraph in enumerate(parsed.paragraphs)
        for token in _nouns(paragraph)
        if (number, token.i) in heads
    ]
    sources = resolve(parsed, found, quotations, names)
    paragraphs = parsed.paragraphs
    return {
        paragraphs[credit.paragraph].span_of(credit.teller): source
        for credit, source in zip(found, sources, strict=True)
        if source is not None
    }


def _nouns(paragraph: Paragraph) -> "Iterator[Token]":
    for token in paragraph.doc:
        if token.dep_ in (*_SUBJECTS, "dobj", "pobj", "dative", "attr") and (
            token.pos_ in {"PROPN", "PRON"} or token.dep_ in _SUBJECTS
        ):
            yield token


def _whole(paragraph: Paragraph, token: "Token") -> Span:
    return hull(spans_of(paragraph, group(token)) or (paragraph.span_of(token),))
