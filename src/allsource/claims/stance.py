"""How is a proposition put: asserted, hedged, expected, conditional, denied or questioned?

The cue decides first: a source that denies or doubts its content. Then the
frame ("the report is false", "there is a chance that"), a question left open
("whether"), a condition ("if", "unless"), a plan or forecast ("will", "is
expected to"), a hedge. A hedge inside the content, or a cue by which the source
is cautious ("believes", "suggests"), is the source's where one is credited, else
the outlet's; a hedge around the cue ("is said to have told") is the outlet's, and so is
a word of distance ("reportedly", "purported") that stands in no quotation. Where
both doubt, the stronger doubt counts; a statement without a hedge is nobody's doubt.

It fails on irony, on plans told as facts ("deliveries begin in May 2040"), and
where the parse misses what a helping verb belongs to.
"""

from typing import TYPE_CHECKING, Literal

from allsource.claims.conditions import is_conditional
from allsource.claims.cueing import Cueing, read_cue
from allsource.claims.framing import Frame, frame
from allsource.claims.markers import Scope, bears, hedges, is_distant, scope
from allsource.claims.negation import is_negated
from allsource.claims.parse import Paragraph
from allsource.claims.plans import first_plan
from allsource.claims.questions import is_questioned, leaves_open_below
from allsource.model.claim import Cue, Hedge, Stance
from allsource.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find"]

Status = Literal["asserted", "hedged", "expected", "conditional", "denied", "questioned"]
Whose = Literal["source", "outlet"]
Hedges = tuple[Hedge, ...]
_SURE_ENOUGH = 0.4
"""A belief that weakens no more than this in what "will" be is an expectation, above it a guess."""


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
    said = read_cue(paragraph, cued, proposition)
    every = hedges(paragraph, words)
    inner = tuple(hedge for hedge in every if not any(hedge.span.overlaps(s) for s in cued))
    framed = frame(paragraph, words, _places(paragraph, cued))
    around = said.distant or tuple(hedge for hedge in every if hedge not in inner)
    outer, told = ((), around) if said.told else (around, ())
    main = [hedge for hedge in inner if _counts(paragraph, hedge, words)]
    status = _status(paragraph, words, main, outer, said, framed)
    own = _ordered(tuple(main), told, said.tentative, framed.hedges if framed else ())
    owned = attributed and not (said.agentless and not said.told and said.status is None)
    distant = tuple(h for h in own if not owned or is_distant(paragraph, h))
    stance = Stance(status, *_doubt(status, own, outer, distant))
    used_up = (framed is not None and framed.turns) or (
        status == "questioned" and leaves_open_below(words)
    )
    return stance, is_negated(words) and not used_up


def _status(
    paragraph: Paragraph,
    words: Scope,
    main: list[Hedge],
    outer: Hedges,
    said: Cueing,
    framed: Frame | None,
) -> Status:
    opened = _opened(words, said, framed)
    if opened:
        return opened
    planned = first_plan(words)
    guessed = any(hedge.strength > _SURE_ENOUGH for hedge in said.tentative)
    if planned is not None and not guessed and not _outweighed(paragraph, main, planned):
        return "expected"
    if not main and said.status == "expected":
        return "expected"
    weak = main or outer or said.distant or said.tentative or framed
    return "hedged" if weak else "asserted"


def _opened(words: Scope, said: Cueing, framed: Frame | None) -> Status | None:
    """Say whether the proposition is denied, left open or made to depend on another."""
    if said.status in ("denied", "questioned"):
        return said.status
    if framed is not None and framed.status != "hedged":
        return framed.status
    if is_questioned(words):
        return "questioned"
    return "conditional" if is_conditional(words, backshifted=said.past) else None


def _doubt(
    status: Status, inner: Hedges, outer: Hedges, distant: Hedges
) -> tuple[Hedges, Whose | None]:
    """Give the hedges that count, in order, and whose the strongest of them is.

    ``outer`` and those of ``inner`` that are ``distant`` are the outlet's; what is denied,
    left open or conditional is not read for the outlet's distance around the cue.
    """
    if status not in ("hedged", "expected"):
        outer = ()
    found = _ordered(inner, outer)
    if status == "asserted" or not found:
        return (), None
    theirs = max((h.strength for h in inner if h not in distant), default=0.0)
    ours = max((h.strength for h in (*outer, *distant)), default=0.0)
    return found, "outlet" if ours > theirs else "source"


def _counts(paragraph: Paragraph, hedge: Hedge, words: Scope) -> bool:
    """A hedge bears on the statement; "if true" does so wherever it stands."""
    if hedge.text.lower().startswith("if "):
        return True
    return bears(paragraph.doc[_place(paragraph, hedge)], words)


def _ordered(*found: Hedges) -> Hedges:
    """All hedges in text order, each place once."""
    by_place = {hedge.span: hedge for group in found for hedge in group}
    return tuple(by_place[span] for span in sorted(by_place))


def _places(paragraph: Paragraph, spans: tuple[Span, ...]) -> list[int]:
    """The indexes of the words of a cue."""
    found: list[int] = []
    for span in spans:
        start, end = span.shift(-paragraph.span.start)
        inside = paragraph.doc.char_span(max(start, 0), end, alignment_mode="expand")
        found += [token.i for token in inside] if inside is not None else []
    return found


def _place(paragraph: Paragraph, hedge: Hedge) -> int:
    """Give the index of the hedge's last word, which is its head in "very likely"."""
    span = hedge.span.shift(-paragraph.span.start)
    inside = paragraph.doc.char_span(*span, alignment_mode="expand")
    return -1 if inside is None else int(inside.root.i)


def _outweighed(paragraph: Paragraph, main: list[Hedge], plan: "Token") -> bool:
    """A hedge on another verb, before the plan, outweighs it: "may be expected to"."""
    places = [_place(paragraph, hedge) for hedge in main]
    return any(
        place < plan.i and not _same_verb(paragraph.doc[place], plan)
        for place in places
        if place >= 0
    )


def _same_verb(hedge: "Token", plan: "Token") -> bool:
    """In "very likely will get" and "is reportedly planning" the plan is what is said."""
    if hedge.tag_ == "MD":
        return False
    return hedge.head.i in ((plan.head.i,) if plan.tag_ == "MD" else (plan.i, plan.head.i))
