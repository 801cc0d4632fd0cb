"""Which passives credit somebody who is not named, or only behind "by"?

"The deal has been characterized as poor", "the yard is believed to be idle",
"it was reported that ...": there is a cue and a content, and no source unless
an agent follows. The content is the subject together with what is said of it.

It fails where the parser takes the participle for an adjective. Expectation
("is expected to") is the stance of a claim and no credit.
"""

from typing import TYPE_CHECKING

from allsource.claims.clauses import child, children, group, spans_of, under, verb_group
from allsource.claims.credit import Credit
from allsource.claims.lexicon import lexicon
from allsource.claims.parse import Paragraph
from allsource.claims.sources import describe
from allsource.claims.verbs import medium

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find"]

_EMPTY = frozenset({"it", "there"})


def find(paragraph: Paragraph, number: int) -> list[Credit]:
    """Find the credits that passives give in one paragraph, in order.

    Args:
        paragraph: a parsed paragraph.
        number: its index in the document.
    """
    table = lexicon().passive
    found = []
    for token in paragraph.doc:
        listed = table.get(token.lemma_.lower())
        if listed is None or child(token, "auxpass") is None or child(token, "neg") is not None:
            continue
        parts = _parts(token, listed)
        if parts is not None:
            found.append(_credit(paragraph, number, token, *parts))
    return [credit for credit in found if credit.content]


def _credit(
    paragraph: Paragraph, number: int, verb: "Token", content: set[int], extra: set[int]
) -> Credit:
    agent = child(verb, "agent")
    named = child(agent, "pobj") if agent is not None else None
    teller = named if named is not None and describe(named).kind is not None else None
    by = {agent.i} if agent is not None and teller is not None else set()
    return Credit(
        paragraph=number,
        head=verb,
        cue=spans_of(paragraph, verb_group(verb) | extra | by),
        teller=teller,
        source=spans_of(paragraph, group(teller)) if teller is not None else (),
        content=spans_of(paragraph, content),
        medium=medium(verb),
    )


def _parts(verb: "Token", listed: frozenset[str]) -> tuple[set[int], set[int]] | None:
    """Give what is credited and the words the cue gains."""
    about = child(verb, "nsubjpass", "nsubj")
    clause = child(verb, "ccomp")
    if "clause" in listed and clause is not None and (about is None or about.lower_ in _EMPTY):
        marks = {kid.i for kid in children(clause, "mark") if kid.lower_ == "that"}
        return under(clause) - marks, {about.i} if about is not None else set()
    said = _said_of(verb, listed)
    if about is None or said is None or about.tag_ in {"WP", "WDT"}:
        return None
    told, extra = said
    return group(about) | told, extra


def _said_of(verb: "Token", listed: frozenset[str]) -> tuple[set[int], set[int]] | None:
    for prep in children(verb, "prep"):
        if prep.lower_ in listed and not _speaks(prep):
            return under(prep) - {prep.i}, {prep.i}
    goal = child(verb, "xcomp")
    if "to" in listed and goal is not None and any(kid.tag_ == "TO" for kid in goal.children):
        return under(goal), set()
    direct = child(verb, "oprd", "acomp", "attr", "xcomp")
    if "direct" in listed and direct is not None:
        return under(direct), set()
    return None


def _speaks(prep: "Token") -> bool:
    """For "was quoted as saying", the saying credits and the quoting does not."""
    inner = child(prep, "pcomp")
    return inner is not None and inner.lemma_.lower() in lexicon().verbs
