"""How is a proposition put: asserted, hedged, expected, conditional, denied or questioned?

The cue decides first: a source that denies or doubts its content. Then the
proposition: a question left open ("whether"), a condition ("if", "unless"), a
hedge, a plan or forecast ("will", "is expected to"). A hedge inside the content
is the source's where one is credited, else the outlet's; a hedge in the cue
("claims", "reportedly") is the outlet's.

It fails on irony, on plans told as facts ("deliveries begin in May 2040"), and
where the parse misses what a helping verb belongs to.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from allsource.claims.markers import Scope, cue_hedges, hedges, scope
from allsource.claims.negation import is_negated
from allsource.claims.parse import Paragraph
from allsource.model.claim import Cue, Hedge, Stance
from allsource.model.span import Span
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find"]

Status = Literal["asserted", "hedged", "expected", "conditional", "denied", "questioned"]
Whose = Literal["source", "outlet"]
_FREE_CHOICE = 12
"""Words within which an "or" turns "whether" into "no matter which"."""
_DEEPEST = 8
"""Clauses looked through between a condition and what depends on it."""


def find(
    paragraph: Paragraph, text: str, proposition: Span, cue: Cue | None, attributed: bool
) -> tuple[Stance, bool]:
    """Read the stance of one proposition, and whether it is a negative.

    Args:
        paragraph: that the proposition stands in.
        text: the document's stored text.
        proposition: absolute span in ``text``.
        cue: the words that credit it, where there are any.
        attributed: whether somebody, even unnamed, is credited with it.

    Returns:
        The stance with its hedges in text order, and ``negated``.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> parsed = parse_text("The yard may not reopen.")
        >>> stance, negated = find(parsed.paragraphs[0], "", Span(0, 23), None, False)
        >>> stance.status, stance.hedges[0].text, stance.whose, negated
        ('hedged', 'may', 'outlet', True)
    """
    del text
    words = scope(paragraph, proposition)
    if words is None:
        return Stance("asserted"), False
    cued = cue.spans if cue else ()
    outer = cue_hedges(paragraph, cued)
    every = hedges(paragraph, words)
    inner = tuple(hedge for hedge in every if not any(hedge.span.overlaps(s) for s in cued))
    outer = outer or tuple(hedge for hedge in every if hedge not in inner)
    lemmas = _cue_lemmas(paragraph, cue)
    if not _denies(paragraph, cued):
        lemmas -= frozenset(load("hedges")["denied"]["cues"])
    status = _status(paragraph, words, inner, outer, lemmas)
    return Stance(status, *_doubt(status, inner, outer, attributed)), is_negated(words)


def _status(
    paragraph: Paragraph,
    words: Scope,
    inner: tuple[Hedge, ...],
    outer: tuple[Hedge, ...],
    lemmas: frozenset[str],
) -> Status:
    opened = _opened(words, lemmas)
    if opened:
        return opened
    main = [h for h in inner if _place(paragraph, h) in words.main_places]
    planned = _first_plan(words)
    if planned is not None and not _hedged_before(paragraph, main, planned):
        return "expected"
    if not main and lemmas & set(load("hedges")["expected"]["cues"]):
        return "expected"
    return "hedged" if main or outer else "asserted"


def _opened(words: Scope, lemmas: frozenset[str]) -> Status | None:
    """Say whether the proposition is denied, left open or made to depend on another."""
    listed = load("hedges")
    if lemmas & set(listed["denied"]["cues"]):
        return "denied"
    if lemmas & set(listed["questioned"]["cues"]) or _is_questioned(words):
        return "questioned"
    return "conditional" if _is_conditional(words) else None


def _doubt(
    status: Status, inner: tuple[Hedge, ...], outer: tuple[Hedge, ...], attributed: bool
) -> tuple[tuple[Hedge, ...], Whose | None]:
    """Give the hedges that count, in order, and whose doubt it is: one party's alone."""
    if status == "asserted" or (status == "expected" and not inner):
        return (), None
    if status == "hedged" and not inner:
        return outer, "outlet"
    return inner, "source" if attributed else "outlet"


def _place(paragraph: Paragraph, hedge: Hedge) -> int:
    """Give the index of the hedge's last word, which is its head in "very likely"."""
    span = hedge.span.shift(-paragraph.span.start)
    inside = paragraph.doc.char_span(*span, alignment_mode="expand")
    return -1 if inside is None else int(inside.root.i)


def _hedged_before(paragraph: Paragraph, main: list[Hedge], plan: "Token") -> bool:
    """A hedge on another verb, before the plan, outweighs it: "may be expected to"."""
    places = [_place(paragraph, hedge) for hedge in main]
    return any(
        place < plan.i and not _same_verb(paragraph.doc[place], plan)
        for place in places
        if place >= 0
    )


def _same_verb(hedge: "Token", plan: "Token") -> bool:
    """In "very likely will get" both help one verb, and the plan is what is said."""
    return plan.tag_ == "MD" and hedge.tag_ != "MD" and hedge.head.i == plan.head.i


def _first_plan(words: Scope) -> "Token | None":
    plans = (token for token in words.main if _is_plan(token))
    return next((token for token in plans if not _beside_a_fact(token, words)), None)


def _beside_a_fact(token: "Token", words: Scope) -> bool:
    """In "has got, and will get, the pumps" the first verb is no plan."""
    verb = token if token.pos_ == "VERB" else token.head
    first = words.head
    perfect = first.tag_ == "VBD" or any(k.lower_ in ("has", "have", "had") for k in first.lefts)
    return verb.dep_ == "conj" and verb.head.i == first.i and perfect


def _is_plan(token: "Token") -> bool:
    """Tell "will deliver", "is expected (to)", "plans to", "is to open"."""
    listed = load("hedges")["expected"]
    if token.tag_ == "MD":
        return token.lower_ in listed["modals"]
    children = {child.dep_: child for child in token.children}
    passive = token.tag_ == "VBN" and "auxpass" in children
    alone = passive and token.lemma_ in listed["passive_alone"]
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if alone or following is None or not _has_infinitive(token):
        return alone
    helped = "auxpass" in children or token.head.lemma_ == "be" or "aux" in children
    named = token.lemma_ in listed["passive"] or token.lower_ in listed["passive"]
    if named and helped and token.tag_ in ("VBN", "JJ", "VBD"):
        return True
    if token.lemma_ == "go":
        return token.tag_ == "VBG" and helped
    if token.lemma_ == "be":
        return following.lower_ == "to" and following.tag_ == "TO"
    return token.pos_ == "VERB" and token.lemma_ in listed["active"]


def _has_infinitive(token: "Token") -> bool:
    """Something to be done follows: "to deliver"."""
    clauses = [c for c in token.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > token.i]
    return any(child.tag_ == "TO" for clause in clauses for child in clause.children)


def _is_conditional(words: Scope) -> bool:
    listed = load("hedges")["conditional"]
    lowered = " ".join(token.lower_ for token in words.tokens)
    if any(f" {phrase} " in f" {lowered} " for phrase in listed["phrases"]):
        return True
    return any(
        _is_condition(token, listed) and _reaches(token.head, words) for token in words.tokens
    )


def _is_condition(token: "Token", listed: dict[str, list[str]]) -> bool:
    """Tell "if the line stops" from "even if" and from "asked if"."""
    if token.lower_ not in listed["marks"] or token.dep_ != "mark":
        return False
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    return before not in listed["not_after"] and token.head.dep_ not in ("ccomp", "xcomp", "pcomp")


def _reaches(clause: "Token", words: Scope) -> bool:
    """Say whether a condition is one on the statement itself, not on a clause within it."""
    if clause.i == words.head.i:
        return True
    above = clause.head
    for _ in range(_DEEPEST):
        if above.i == words.head.i:
            return True
        if above.dep_ not in ("ccomp", "xcomp", "conj"):
            return False
        above = above.head
    return False


def _is_questioned(words: Scope) -> bool:
    listed = load("hedges")["questioned"]
    for token in words.tokens:
        if token.lower_ in listed["marks"] and not _is_free_choice(token):
            return True
        if token.lower_ == "if" and token.dep_ == "mark" and token.head.dep_ == "ccomp":
            return True
        if (
            token.lemma_ in listed["predicates"]
            and token.i in words.main_places
            and token.head.i == words.head.i
        ):
            return token.dep_ in ("acomp", "attr", "oprd", "ROOT")
    return False


def _is_free_choice(token: "Token") -> bool:
    """Tell "whether by rail or by sea" from "unclear whether"."""
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    after = token.doc[token.i : token.i + _FREE_CHOICE]
    apart = before in (",", "—", "–") or token.head.dep_ == "advcl"
    return (apart or token.head.pos_ not in ("VERB", "AUX")) and any(
        w.lower_ == "or" for w in after
    )


def _denies(paragraph: Paragraph, cued: tuple[Span, ...]) -> bool:
    """Tell "denied the report" from "denied the request" and "rejected efforts to"."""
    listed = load("hedges")["denied"]
    for token in _cue_verbs(paragraph, cued):
        thing = next((k for k in token.children if k.dep_ in ("dobj", "nsubjpass")), None)
        if token.lemma_ not in listed["cues"] or thing is None:
            continue
        clausal = any(k.dep_ in ("acl", "ccomp") and _told(k) for k in thing.children)
        called = thing.lemma_.lower()
        if token.lemma_ == "deny":
            return called not in listed["granted"]
        return clausal or called in listed["contents"]
    return True


def _told(clause: "Token") -> bool:
    return any(kid.dep_ in ("nsubj", "nsubjpass") for kid in clause.children)


def _cue_lemmas(paragraph: Paragraph, cue: Cue | None) -> frozenset[str]:
    """The verbs of a cue; a noun ("claims of") takes no stance."""
    return frozenset(t.lemma_ for t in _cue_verbs(paragraph, cue.spans if cue else ()))


def _cue_verbs(paragraph: Paragraph, cued: tuple[Span, ...]) -> "Iterator[Token]":
    for span in cued:
        start, end = span.shift(-paragraph.span.start)
        inside = paragraph.doc.char_span(max(start, 0), end, alignment_mode="expand")
        for token in inside if inside is not None else ():
            if token.pos_ in ("VERB", "AUX"):
                yield token
