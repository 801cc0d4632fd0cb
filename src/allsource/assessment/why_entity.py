"""What does an entity of the case rest on: which mention gave each name, and which judgement joined it?

An entity rests on its names, each with the passages that give it, on the judgements that stand between what is joined in it,
the machine's with their probability and people's before those, and on what is undecided about it.
"""

from collections.abc import Iterator

from allsource.assessment.printing import words
from allsource.assessment.why import Ground
from allsource.entities.who import Cast
from allsource.errors import CaseError
from allsource.model.entity import CaseEntity

__all__ = ["why_entity"]

_GIVEN = {
    "full": "documents call it so in full",
    "short": "a short form",
    "stated": "a text gives it",
    "judged": "joined by a judgement",
}


def why_entity(name: str, cast: Cast) -> Ground:
    """Explain an entity by all that it rests on.

    Args:
        name: its id, or the beginning of one that no other shares.
        cast: who is who.

    Raises:
        CaseError: no entity has this id, or several have.
    """
    found = [one for one in cast.entities if one.id.startswith(name)]
    if len(found) > 1:
        some = ", ".join(one.id for one in found[:3])
        raise CaseError(f"{name}: {len(found)} ids begin so ({some} ...); give more of it")
    if not found:
        raise CaseError(
            f"{name}: no entity of the case has this id; `allsource who CASE` lists all"
        )
    (entity,) = found
    documents = {mention.document for mention in entity.mentions}
    many = "document" if len(documents) == 1 else "documents"
    says = f"{words(entity.name)} ({entity.kind}), in {len(documents)} {many}"
    return Ground(entity.id, "entity", says, on=(*_names(entity), *_judged(entity, cast)))


def _names(entity: CaseEntity) -> Iterator[Ground]:
    for one in entity.names:
        says = f"“{words(one.text)}”: {_GIVEN[one.given]}"
        yield Ground(entity.id, "name", says, one.passages)


def _judged(entity: CaseEntity, cast: Cast) -> Iterator[Ground]:
    """Give the judgements whose two ends are both in the entity, or about which it is undecided."""
    held = {mention.record for mention in entity.mentions} | {entity.id}
    held |= {one for party in cast.identities.parties if held & set(party) for one in party}
    for one in cast.people:
        if held & set(one.pair):
            says = f"{one.verdict} by {words(one.by)}, {one.when[:10]}"
            yield Ground(
                one.id, "identity judgement", f"{says}: {words(one.why)}" if one.why else says
            )
    for link, one in zip(cast.links, cast.judged, strict=True):
        if set(one.pair) <= held or (one.verdict == "unsure" and held & set(one.pair)):
            says = f"{one.verdict}, {link.probability:.2f}, by {one.by}: {words(link.why)}"
            yield Ground(link.left, "identity judgement", says, link.passages)
