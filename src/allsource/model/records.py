"""How are the nouns written down, and read back unchanged?

msgspec writes dataclasses as JSON objects and spans as ``[start, end]``. A
claim is written with a short description of its document instead of the whole
of it, as in the command-line contract, and is read back against that document,
so that its grounding is checked again.
"""

from typing import Any, TypeVar, get_type_hints

import msgspec

from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.imagery import Area, FootprintBasis, SampleBasis, SiteChange

__all__ = [
    "claim_from_record",
    "claim_record",
    "document_brief",
    "from_record",
    "record",
    "site_change_from_record",
]

T = TypeVar("T")

_DERIVED = {"id", "document"}
_LATER = {"predication", "judgement"}
"""Fields that the records of older cases do not have."""


def record(noun: Any) -> Any:
    """Write a noun (any dataclass but a claim) as JSON-able values.

    Example:
        >>> from allsource.model.document import Link
        >>> from allsource.model.span import Span
        >>> record(Link("https://example.org", "here", Span(0, 4)))
        {'url': 'https://example.org', 'text': 'here', 'span': [0, 4]}
    """
    return msgspec.json.decode(msgspec.json.encode(noun))


def from_record(kind: type[T], values: Any) -> T:
    """Read a noun back; raises ``msgspec.ValidationError`` where a field does not fit.

    Example:
        >>> from allsource.model.document import Link
        >>> from_record(Link, {"url": "u", "text": "t", "span": [0, 1]}).span.end
        1
    """
    return msgspec.convert(values, kind)


def document_brief(document: Document) -> dict[str, Any]:
    """Describe a document as the ``document`` field of a claim does."""
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "published_between": list(document.published_between),
        "language": document.language,
        "synthetic": document.synthetic,
    }


def claim_record(claim: Claim) -> dict[str, Any]:
    """Write a claim as the command-line contract has it (see ``docs/claim.md``)."""
    fields = {
        name: record(getattr(claim, name))
        for name in Claim.__dataclass_fields__
        if name not in _DERIVED
    }
    return {
        "id": claim.id,
        "document": document_brief(claim.document),
        "text": claim.text,
        "statement": claim.statement,
        **fields,
    }


def claim_from_record(values: dict[str, Any], document: Document) -> Claim:
    """Read a claim back against its document.

    Raises:
        GroundingError: the words are not those of the document.
        msgspec.ValidationError: a field does not fit.
    """
    hints = get_type_hints(Claim)
    fields = {
        name: msgspec.convert(values[name], hints[name])
        for name in Claim.__dataclass_fields__
        if name not in _DERIVED and (name in values or name not in _LATER)
    }
    return Claim(document=document, **fields)


def site_change_from_record(values: dict[str, Any]) -> SiteChange:
    """Read back what a pair of pictures shows: an area by the fields of what it rests on.

    Raises:
        msgspec.ValidationError: a field does not fit.
    """
    hints = get_type_hints(SiteChange)
    fields = {
        name: msgspec.convert(values[name], hints[name])
        for name in SiteChange.__dataclass_fields__
        if name != "area"
    }
    return SiteChange(area=_area(values["area"]), **fields)


def _area(values: dict[str, Any] | None) -> Area | None:
    if values is None:
        return None
    kind = SampleBasis if "drawn" in values["basis"] else FootprintBasis
    return Area(**{**values, "basis": msgspec.convert(values["basis"], kind)})
