"""Whom of a case does somebody mean by a name or an id?

An id of an entity, of a name in a document, or the beginning of one; a name, as any document writes it; or a name in one
document, ``NAME@PATH``. Where several are meant, all of them are told and none is taken.

It fails for a name that no document has.
"""

from collections.abc import Iterator, Mapping

from allsource.entities.bearers import name_id
from allsource.entities.judgements import Judgement
from allsource.entities.plain import key
from allsource.entities.who import Cast
from allsource.errors import CaseError, UsageError

__all__ = ["ends", "everyone", "meant", "said_of"]


def meant(cast: Cast, asked: str, paths: Mapping[str, str]) -> str:
    """Give the id of whom somebody means: of a party named in full, else of a record.

    Args:
        cast: who is who.
        asked: an id, a name, or ``NAME@PATH``.
        paths: of the documents, by id.

    Raises:
        CaseError: nobody of the case is meant, or several are.
    """
    found = dict.fromkeys(_meant(cast, asked, paths))
    if found and len({_party(cast, one) for one in found}) == 1:
        return next(iter(found))
    if not found:
        raise CaseError(
            f"{asked}: nothing in the case is called so; `allsource who CASE` lists all"
        )
    some = ", ".join(_told(cast, one, paths) for one in list(found)[:6])
    raise CaseError(f"{asked}: {len(found)} may be meant; give one of {some}")


def everyone(cast: Cast, asked: str, paths: Mapping[str, str]) -> tuple[str, ...]:
    """Give the ids of all who may be meant.

    Args:
        cast: who is who.
        asked: as in ``meant``.
        paths: of the documents, by id.

    Raises:
        CaseError: nobody of the case is meant.
    """
    found = tuple(dict.fromkeys(_meant(cast, asked, paths)))
    if not found:
        raise CaseError(
            f"{asked}: nothing in the case is called so; `allsource who CASE` lists all"
        )
    return found


def ends(
    cast: Cast, left: str, right: str, paths: Mapping[str, str], *, apart: bool
) -> tuple[str, str]:
    """Give the two ids that a judgement is on.

    Two names of one party that are told apart are judged as names, wherever they stand.

    Args:
        cast: who is who.
        left: as in ``meant``.
        right: as in ``meant``.
        paths: of the documents, by id.
        apart: the judgement is that they are two.

    Raises:
        CaseError: as in ``meant``.
        UsageError: both are the same.
    """
    if apart and not any(_is_id(each) for each in (left, right)) and _one_party(cast, left, right):
        return name_id(key(left)), name_id(key(right))
    one, other = (meant(cast, each, paths) for each in (left, right))
    if one == other or (not apart and _party(cast, one) == _party(cast, other)):
        told = "give two names that the case takes for one" if apart else "they are one already"
        raise UsageError(f"{left} and {right}: {told}; `allsource who CASE` lists all")
    return one, other


def _party(cast: Cast, one: str) -> tuple[str, ...]:
    """Give all ids that are one with an id."""
    return next((some for some in cast.identities.parties if one in some), (one,))


def _one_party(cast: Cast, left: str, right: str) -> bool:
    """Somebody is called by both names, the one in full and the other not."""
    keys = {key(left), key(right)}
    full = [one.id for one in cast.parties.values() if len(one.names & keys) == 1]
    called = {one.id for one in cast.records.values() if one.key in keys}
    held = {
        one: len({cast.records[r].key for r in some if r in called})
        for some in cast.identities.parties
        for one in some
        if one in full
    }
    return len(keys) > 1 and any(many > 1 for many in held.values())


def said_of(
    cast: Cast,
    log: Mapping[tuple[str, str], Judgement],
    left: str,
    right: str,
    paths: Mapping[str, str],
) -> tuple[str, str]:
    """Give the pair of ids on which a person's judgement of two stands.

    Args:
        cast: who is who.
        log: what stands of people's judgements, by pair.
        left: as in ``meant``.
        right: as in ``meant``.
        paths: of the documents, by id.

    Raises:
        CaseError: nobody has said anything of these two.
    """
    names = tuple(sorted((name_id(key(left)), name_id(key(right)))))
    for pair in log:
        if pair == names:
            return pair
    wanted = [set(_meant(cast, each, paths)) | _held(cast, each, paths) for each in (left, right)]
    for pair in log:
        for one, other in (pair, pair[::-1]):
            if one in wanted[0] and other in wanted[1]:
                return pair
    raise CaseError(f"{left} and {right}: nobody has judged these two; nothing to take back")


def _held(cast: Cast, asked: str, paths: Mapping[str, str]) -> set[str]:
    """Give all that is one with those who may be meant, as a judgement may have been on any of it."""
    some = set(_meant(cast, asked, paths))
    return {one for party in cast.identities.parties if some & set(party) for one in party}


def _meant(cast: Cast, asked: str, paths: Mapping[str, str]) -> Iterator[str]:
    if asked.startswith("ent_"):
        yield from (one for one in cast.parties if one.startswith(asked))
        for entity in cast.entities:
            if entity.id.startswith(asked) and entity.id not in cast.parties:
                yield entity.mentions[0].record
        return
    if asked.startswith("rec_"):
        yield from (one for one in cast.records if one.startswith(asked))
        return
    name, at, path = asked.rpartition("@")
    if at:
        for one in cast.records.values():
            if one.key == key(name) and paths.get(one.document, "").endswith(path):
                yield one.id
        return
    yield from _of_name(cast, asked)


def _of_name(cast: Cast, name: str) -> Iterator[str]:
    """Give all that some document calls so, in full, in short, or in words that it resolves."""
    each = key(name)
    yield from (one.id for one in cast.parties.values() if each in one.names)
    of = {m.record: one for one in cast.entities for m in one.mentions}
    for one in cast.records.values():
        if one.key == each or any(key(mention.text) == each for mention in one.mentions):
            entity = of.get(one.id)
            yield entity.id if entity is not None and entity.id in cast.parties else one.id


def _is_id(asked: str) -> bool:
    return asked.startswith(("ent_", "rec_")) or "@" in asked


def _told(cast: Cast, one: str, paths: Mapping[str, str]) -> str:
    record = cast.records.get(one)
    if record is not None:
        return f"“{record.name}@{paths.get(record.document, record.document)}”"
    return f"{one} ({cast.parties[one].name})"
