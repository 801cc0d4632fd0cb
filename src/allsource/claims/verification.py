"""What does a document say of its claims' having been checked, and over which of them?

A check of something said before ("these claims", "it", a silence) covers the
attributed claims just before it: those of its own sentence, else those of its
paragraph so far (only the last of them for "the claim"), else the last of the
paragraph before; among them those that share a word with "the loan", "the
figure of 260", where any do. "Her account", "their claims" cover all that whoever spoke last has said. A check of its own clause ("could not confirm that ...")
covers the claims in that clause, or, where it only points back ("that he wrote it"), the
statement just before; a check of the very source ("unverified footage shows") covers what
that source is credited with. Nothing after a check is covered by it, except where its
paragraph tells nothing before.

Where what was not checked comes from a report or a document, the check falls on all that
the page has from it, before and after, with what stands between on nobody's word.

It fails where "the claims" are those of a person further up.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from allsource.claims.checks import Check, checks
from allsource.claims.parse import Parsed
from allsource.model.claim import Claim, Verification
from allsource.model.span import Span
from allsource.vocab import load

__all__ = ["Verifier", "attach", "verifiers"]

_REPORTS = ("outlet", "document", "unnamed_document", "sensor")
"""Kinds of source that a check of one part is a check of as a whole."""


@dataclass(frozen=True, slots=True)
class Verifier:
    """An outlet or organisation that is said to have checked, or not, what the page tells.

    Args:
        name: its fullest form in the document.
        span: where it is named.
    """

    name: str
    span: Span


def attach(parsed: Parsed, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Fill the verification of claims.

    Args:
        parsed: the document of all ``claims``.
        claims: in any order.

    Returns:
        The same claims in the same order, with ``verification`` in text order.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> parsed = parse_text("Velory Today could not confirm that the hall was sold.")
        >>> place = Span(35, 53)
        >>> attach(parsed, [Claim(parsed.document, place, place)])[0].verification[0].by
        'Velory Today'
    """
    found: dict[str, list[Verification]] = {}
    for check in (_teller(check, claims) for check in checks(parsed)):
        for claim in _covered(parsed, check, claims):
            said = Verification(check.status, check.by, check.span)
            found.setdefault(claim.id, []).append(said)
    return tuple(
        replace(claim, verification=tuple(found[claim.id])) if claim.id in found else claim
        for claim in claims
    )


def verifiers(parsed: Parsed) -> tuple[Verifier, ...]:
    """Name who is said to have verified or not verified, in text order.

    Reach for it to learn on whose reporting a page rests: "CNN has not verified" shows
    that the page knows of the claims through CNN.
    """
    return tuple(
        Verifier(check.by, check.by_span)
        for check in checks(parsed)
        if check.by and check.by_span and check.status in ("unverified", "verified")
    )


def _covered(parsed: Parsed, check: Check, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    if check.status == "disputed" and check.content is None:
        claims = [claim for claim in claims if check.by is None or not _says(claim, check.by)]
    near = _near(parsed, check, claims)
    if check.status != "unverified" or check.content is not None:
        return near
    return _spread(check, near, claims)


def _says(claim: Claim, name: str) -> bool:
    """The claim is what somebody of this name says, perhaps named more shortly."""
    source = claim.source
    return (
        source is not None
        and bool(source.name)
        and (
            f" {source.name} ".casefold().endswith(f" {name} ".casefold())
            or f" {name} ".casefold().endswith(f" {source.name} ".casefold())
        )
    )


def _teller(check: Check, claims: Sequence[Claim]) -> Check:
    """Name who rejects what was told where that stands in their own words: '"It's a lie," she said'."""
    if check.status != "disputed" or check.by is not None:
        return check
    within = (c.source for c in claims if c.attribution and c.proposition.covers(check.place))
    source = next((one for one in within if one is not None and one.name), None)
    return check if source is None else replace(check, by=source.name, by_span=source.spans[0])


def _spread(check: Check, near: tuple[Claim, ...], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Add all that comes from the same report or document, and nobody's words between."""
    names = {
        name
        for claim in near
        for name in _reports(claim)
        if name != check.by
        and (check.several or check.whole or check.words & set(name.casefold().split()))
    }
    same = [claim for claim in claims if names.intersection(_reports(claim))]
    if not same:
        return near
    first, last = min(c.proposition for c in same), max(c.proposition for c in (*same, *near))
    between = (
        claim
        for claim in claims
        if first <= claim.proposition <= last
        and claim.attribution
        and all(credit.source is None for credit in claim.attribution)
        and claim.proposition.start < check.span.start
    )
    kept = {claim.id: claim for claim in (*near, *same, *between)}
    return tuple(claim for claim in claims if claim.id in kept)


def _reports(claim: Claim) -> list[str]:
    """The names of the reports and documents that a claim comes from."""
    sources = (credit.source for credit in claim.attribution)
    return [s.name for s in sources if s is not None and s.kind in _REPORTS and s.name]


def _near(parsed: Parsed, check: Check, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    named = _named(parsed, check, claims)
    if named:
        return named
    groups = [group for group in _groups(parsed, check, claims) if group]
    for group in groups:
        fitting = _fitting(check, group)
        if fitting:
            return tuple(fitting if check.several else _last(parsed, fitting))
    return tuple(groups[0] if check.several else _last(parsed, groups[0])) if groups else ()


def _named(parsed: Parsed, check: Check, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that a check names: its clause, its source, its figures, its speaker."""
    content = check.content
    if content is not None:
        within = tuple(claim for claim in claims if claim.proposition.overlaps(content))
        back = tuple(_last(parsed, _before(check, claims))) if check.echo else ()
        if within or back:
            return back or within
    if credited := tuple(claim for claim in claims if _rests_on(claim, check)):
        return credited
    if check.several and check.numeric and check.words:
        told = [c for c in claims if c.attribution and c.proposition.start < check.span.start]
        if fitting := _fitting(check, told):
            return tuple(fitting)
    return tuple(_of_speaker(_before(check, claims))) if check.speaker else ()


def _rests_on(claim: Claim, check: Check) -> bool:
    """The claim is credited to the very noun that is called (un)checked."""
    about = check.about
    if about is None or not check.sentence.covers(claim.proposition):
        return False
    return any(
        place.overlaps(about)
        for credit in claim.attribution
        for place in (*(credit.source.spans if credit.source else ()), *credit.cue.spans)
    )


def _fitting(check: Check, group: list[Claim]) -> list[Claim]:
    """Those of a group that the object of the check can mean: by its words, or all."""
    if check.words:
        group = [claim for claim in group if check.words & _told(claim)]
    counted = [claim for claim in group if claim.quantities]
    return counted if check.numeric and counted else group


def _told(claim: Claim) -> set[str]:
    """The words of a claim with its source, and those that name what its figures measure."""
    named = load("verification")["measured"]["words"]
    measures = {quantity.measure for quantity in claim.quantities}
    told = set(re.findall(r"[^\W_]+(?:,\d+)*", claim.text.casefold()))
    return told | {word for word, listed in named.items() if measures & set(listed)}


def _groups(parsed: Parsed, check: Check, claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The claims that may be meant, the likeliest first, each group in text order."""
    before = _before(check, claims)
    credited = [claim for claim in before if claim.attribution]
    here = parsed.paragraphs[check.paragraph].span
    after = [c for c in claims if c.attribution and c.proposition.start >= check.place.end]
    if check.ahead:
        yield [claim for claim in after if check.sentence.covers(claim.proposition)]
    yield [claim for claim in credited if check.sentence.covers(claim.proposition)]
    yield [claim for claim in credited if here.covers(claim.proposition)]
    if check.paragraph > 0:
        above = parsed.paragraphs[check.paragraph - 1].span
        told = [claim for claim in credited if above.covers(claim.proposition)]
        last = _last(parsed, told)
        yield [c for c in told if _speaks(c, last)] if check.several else last
    yield _last(parsed, [claim for claim in before if here.covers(claim.proposition)])
    if check.words:
        yield _last(parsed, _fitting(check, credited))
    near = [claim for claim in after if here.covers(claim.proposition)]
    if check.status != "unverified":
        yield near[:1]
        return
    yield _first(parsed, check, near)
    yield _last(parsed, credited)
    yield _first(parsed, check, after)


def _first(parsed: Parsed, check: Check, claims: list[Claim]) -> list[Claim]:
    """Of the claims after a check those that it can mean: all, or those of one paragraph."""
    if not claims or check.several:
        return claims
    near = next(p.span for p in parsed.paragraphs if p.span.covers(claims[0].proposition))
    return [claim for claim in claims if near.covers(claim.proposition)]


def _of_speaker(told: Sequence[Claim]) -> list[Claim]:
    """All claims of whoever spoke last."""
    credited = [claim for claim in told if claim.attribution]
    names = _speakers(credited[-1:])
    return [claim for claim in credited if _speakers([claim]) & names]


def _speaks(claim: Claim, last: Sequence[Claim]) -> bool:
    """The claim is one of the last, or of a speaker of theirs."""
    return claim in last or bool(_speakers([claim]) & _speakers(last))


def _speakers(claims: Sequence[Claim]) -> set[str]:
    told = (credit.source for claim in claims for credit in claim.attribution)
    return {source.name for source in told if source is not None and source.name}


def _before(check: Check, claims: Sequence[Claim]) -> list[Claim]:
    """All claims before a check, in text order."""
    return sorted(
        (c for c in claims if c.proposition.start < check.place.start and not _is_itself(c, check)),
        key=lambda claim: (claim.proposition, claim.id),
    )


def _is_itself(claim: Claim, check: Check) -> bool:
    """The claim is the statement of the check, perhaps credited: "said it could not confirm it"."""
    if not claim.proposition.covers(check.place):
        return False
    return not claim.attribution or claim.proposition.start >= check.span.start


def _last(parsed: Parsed, claims: list[Claim]) -> list[Claim]:
    """The claims of the last sentence that has any."""
    if not claims:
        return []
    last = _sentence(parsed, claims[-1])
    return [claim for claim in claims if _sentence(parsed, claim) == last]


def _sentence(parsed: Parsed, claim: Claim) -> Span | None:
    """The sentence in which a proposition begins."""
    start = claim.proposition.start
    for paragraph in parsed.paragraphs:
        if paragraph.span.start <= start < paragraph.span.end:
            for sentence in paragraph.doc.sents:
                place = paragraph.span_of(sentence)
                if place.start <= start < place.end:
                    return place
    return None
