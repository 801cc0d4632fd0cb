"""When does the quantity hold?

Each time expression goes to the quantity it is nearest to in the parse; a
quantity may also take the time that opens its clause. A time that another
quantity holds more tightly is left to it, and a time outside the clause that
reports the number ("said on Monday that") is not taken, nor one of a clause that
only describes ("the aid promised in 2029"). The whole of "40 of the 60 boats" is
not dated with its part. Lengths and the like, and measures that only describe a
thing, hold at no date.

Only the nearest times and quantities are looked at, so the work grows with the
length of the paragraph. It fails where a paragraph dates its numbers in an
earlier sentence.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from allsource import vocab
from allsource.claims.parse import Paragraph
from allsource.claims.quantities.draft import Draft
from allsource.claims.quantities.paths import Paths
from allsource.claims.quantities.stretches import at_ends, joined, over_changes
from allsource.claims.quantities.words import Word
from allsource.model.time import Time

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["dates_of"]

_EMBEDDED = frozenset({"ccomp", "parataxis", "relcl"})
_COMPARING = frozenset({"than", "against", "versus"})
_DESCRIBING = frozenset({"acl", "relcl"})
_COMPARED = 7
_AGAINST = frozenset({"than", "above", "below", "that", "its", "their"})
_PAUSES = frozenset({",", ";", ":", ".", "and", "but"})
_NEAREST = 6
"""How many times, or quantities, are looked at on each side."""
_BESIDE = 4
_SUPERLATIVE = 30
"""Code points before a "since" in which a superlative is looked for."""


def dates_of(
    paragraph: Paragraph, words: tuple[Word, ...], drafts: Sequence[Draft], times: Sequence[Time]
) -> list[Time | None]:
    """Give each draft the time that governs it, or None.

    Args:
        paragraph: where the drafts stand.
        words: its words.
        drafts: all its quantities, in order.
        times: times in the whole text, with absolute offsets.
    """
    usable = [
        time for time in times if _usable(paragraph, time) and not _best_since(paragraph, time)
    ]
    parts = joined(paragraph, usable)
    held = _Held(paragraph, words, drafts, tuple(parts))
    dates = [
        held.best(index) if _datable(words, draft) else None for index, draft in enumerate(drafts)
    ]
    dates = _shared(words, drafts, _whole_change(drafts, at_ends(drafts, dates, parts)))
    earlier = [_earlier(words, draft, held) for draft in drafts]
    return over_changes(paragraph, drafts, dates, earlier)


def _earlier(words: tuple[Word, ...], draft: Draft, held: "_Held") -> Time | None:
    """Give the time that an amount of change is held against: "11 percent above July's"."""
    if draft.role != "change_by" or draft.last >= len(words):
        return None
    for place in held.near(draft.token(words).i):
        time, token = held.times[place], held.tokens[place]
        behind = [w for w in words[draft.last : draft.last + _COMPARED + 1] if w.start < token.idx]
        gap = {word.lower for word in behind}
        near = token.idx >= words[draft.last - 1].end and len(behind) <= _COMPARED
        if near and gap & _AGAINST and not gap & _PAUSES and not _told_back(time):
            return time
    return None


def _told_back(time: Time) -> bool:
    """Say whether a time is itself counted back: "a year earlier" adds nothing to the change."""
    return time.text.lower().split()[-1] in {"earlier", "ago", "before", "previously"}


def _shared(
    words: tuple[Word, ...], drafts: Sequence[Draft], dates: Sequence[Time | None]
) -> list[Time | None]:
    """Let a clause that goes on counting the same have the date of the one before it."""
    out = list(dates)
    for place in range(1, len(drafts)):
        before, here = drafts[place - 1], drafts[place]
        same = words[before.first].sentence == words[here.first].sentence
        bare = here.unit is not None and here.unit.last <= here.number.first
        counts = here.kind == before.kind == "count" and here.role == before.role == "level"
        alike = (
            here.unit is not None and before.unit is not None and here.unit.name == before.unit.name
        )
        subject = here.token(words).dep_ in {"nsubj", "nsubjpass"}
        if same and bare and counts and alike and subject and out[place] is None:
            out[place] = out[place - 1]
    return out


def _whole_change(drafts: Sequence[Draft], dates: Sequence[Time | None]) -> list[Time | None]:
    """Let the amount of a change and what it came to share a date that only one of them has."""
    out = list(dates)
    reached: dict[tuple[int | None, str], Time] = {}
    for draft, date in zip(drafts, dates, strict=True):
        if date is not None:
            reached.setdefault((draft.series, draft.role), date)
    other = {"change_by": "change_to", "change_to": "change_by"}
    for place, draft in enumerate(drafts):
        if out[place] is None and draft.series is not None and draft.role in other:
            out[place] = reached.get((draft.series, other[draft.role]))
    return out


def _usable(paragraph: Paragraph, time: Time) -> bool:
    stretch = time.type == "DURATION" and time.start is not None
    return paragraph.span.covers(time.span) and (time.type in {"DATE", "TIME"} or stretch)


def _best_since(paragraph: Paragraph, time: Time) -> bool:
    """Say whether a time only dates a superlative: "its lowest level since 2009"."""
    if time.boundary != "since":
        return False
    end = time.span.start - paragraph.span.start
    nearby = paragraph.doc.char_span(max(0, end - _SUPERLATIVE), end, alignment_mode="expand")
    return nearby is not None and any(
        token.lower_ == "first"
        or (token.tag_ in {"JJS", "RBS"} and token.nbor(-1 if token.i else 0).lower_ != "at")
        for token in nearby
    )


def _datable(words: tuple[Word, ...], draft: Draft) -> bool:
    """A measure that only describes a thing ("a 50-kg charge") holds at no date, nor do lengths of time."""
    timeless = vocab.load("measured_things")["timeless"]
    if draft.role in {"change_from", "change_to"}:
        return True
    if draft.role != "level" and draft.kind not in {"time", "age"}:
        return draft.role != "rank"
    following = words[draft.last].token if draft.last < len(words) else None
    if draft.kind == "length" and following is not None and following.lower_ == "of":
        return True
    describes = (
        draft.kind not in {"count", "money", "ratio", None}
        and following is not None and following.pos_ in {"NOUN", "PROPN"}
    )  # fmt: skip
    return draft.kind not in {*timeless, "time", "age"} and not describes


class _Held:
    """Which time each quantity of a paragraph holds.

    Args:
        paragraph: where they stand.
        words: its words.
        drafts: its quantities, in order.
        times: its usable times, in order.
    """

    def __init__(
        self, paragraph: Paragraph, words: tuple[Word, ...], drafts: Sequence[Draft],
        times: Sequence[Time],
    ) -> None:  # fmt: skip
        self.words, self.drafts = words, drafts
        self.times = sorted(times, key=lambda time: time.span)
        self.paths = Paths()
        offset = paragraph.span.start
        starts = [time.span.start - offset for time in self.times]
        self.tokens = [_token(paragraph, time) for time in self.times]
        self.own = [draft.token(words) for draft in drafts]
        self.placed = [token.i for token in self.own]
        self.time_places = [token.i for token in self.tokens]
        self.beside = _beside(words, drafts, starts)

    def best(self, index: int) -> Time | None:
        """Give the time of one quantity."""
        draft, own = self.drafts[index], self.own[index]
        near = self._near(self.time_places, own.i)
        for place in near:
            if self.beside[place] == index and not _compares(self.words, draft, self.tokens[place]):
                return self.times[place]
        scored = []
        for place in near:
            token = self.tokens[place]
            apart = self.beside[place] is not None and draft.series is not None
            if apart or _compares(self.words, draft, token):
                continue
            distance = self._distance(own, token, part=draft.role == "share")
            if distance is None or self._held_by_other(index, token):
                continue
            follows = token.i > own.i
            scored.append((distance, not follows, abs(token.i - own.i), place))
        return self.times[min(scored)[3]] if scored else None

    def near(self, at: int) -> range:
        """Give the places of the times nearest to a token."""
        return self._near(self.time_places, at)

    def _near(self, places: Sequence[int], at: int) -> range:
        middle = bisect_left(places, at)
        return range(max(0, middle - _NEAREST), min(len(places), middle + _NEAREST))

    def _distance(self, own: "Token", time: "Token", *, part: bool) -> int | None:
        """Give the length of the path, or None where it leaves a clause that is told apart.

        A clause that describes the whole ("the boats promised in 2029") dates no part of it.
        """
        met = self.paths.meeting(own, time)
        if met is None:
            return None
        up, down = met
        above, below = self.paths.chain(own)[:up], self.paths.chain(time)[:down]
        if any(token.dep_ in _EMBEDDED or _told_before(token, time) for token in above):
            return None
        if _known(above) or _worth(above) or _in_passing(below) or _held_against(below):
            return None
        described = below if up > 1 or part else below[:-1]
        if any(token.dep_ in _DESCRIBING for token in described):
            return None
        if any(
            token.dep_ in _EMBEDDED - _DESCRIBING | {"advcl"} or _apart(token) for token in below
        ):
            return None
        return None if self._whole(above) else up + down

    def _whole(self, above: Sequence["Token"]) -> bool:
        """Say whether the path leads from the whole to its numbered part: "40 of the 60 boats"."""
        return any(
            token.lower_ == "of" and token.dep_ == "prep"
            and (_numbered(token.head) or _fronted(token))
            for token in above
        )  # fmt: skip

    def _held_by_other(self, index: int, time: "Token") -> bool:
        """Another quantity meets the time further down, or stands between it and this one."""
        own = self.own[index]
        mine = self.paths.meeting(own, time)
        around = {*self._near(self.placed, time.i), *self._near(self.placed, own.i)} - {index}
        for place in around:
            theirs = self.paths.meeting(self.own[place], time)
            if mine is None or theirs is None:
                continue
            if theirs[1] < mine[1]:
                return True
            between = own.i < self.placed[place] < time.i
            pair = _same_pair(self.drafts[index], self.drafts[place])
            if theirs[1] == mine[1] and between and pair:
                return True
        return False


def _token(paragraph: Paragraph, time: Time) -> "Token":
    """Give the head of a time's words in the parse."""
    start, end = time.span.start - paragraph.span.start, time.span.end - paragraph.span.start
    span = paragraph.doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else paragraph.doc[0]


def _numbered(token: "Token") -> bool:
    """Say whether a word is a number, a fraction, or has a number that is no year."""
    part = token.lower_ in vocab.load("scales")["fractions"]
    return (
        part or token.pos_ == "NUM"
        or any(c.dep_ == "nummod" and c.ent_type_ != "DATE" for c in token.children)
    )  # fmt: skip


def _fronted(link: "Token") -> bool:
    """Say whether "of" opens the clause of its verb: "of the remaining $2bn, $900m will be paid"."""
    return link.head.pos_ in {"VERB", "AUX"} and link.i < link.head.i


def _known(above: Sequence["Token"]) -> bool:
    """Say whether what is counted is known and only mentioned: "dealings with the 63 firms"."""
    for noun in above:
        definite = any(c.dep_ in {"det", "poss"} and c.lower_ != "a" for c in noun.children)
        if noun.pos_ == "NOUN" and noun.dep_ == "pobj" and noun.head.head.pos_ in {"NOUN", "PROPN"}:
            return definite and any(c.dep_ == "nummod" for c in noun.children)
    return False


def _worth(above: Sequence["Token"]) -> bool:
    """Say whether a sum only describes: "bearings worth $3 million", "the line, budgeted at $3 million,"."""
    return any(
        (token.lower_ == "worth" and token.dep_ == "amod")
        or (token.dep_ == "acl" and token.i > 0 and token.nbor(-1).text == ",")
        for token in above
    )


def _in_passing(below: Sequence["Token"]) -> bool:
    """Say whether a time only describes: "the strike, now in its ninth week", "for July delivery"."""
    if below and below[0].dep_ in {"compound", "nummod", "nmod"} and _only_names(below[0].head):
        return True
    noun = next((t for t in below if t.dep_ in {"nsubj", "nsubjpass"}), None)
    if noun is None:
        return False
    return any(token.text == "," for token in noun.doc[noun.i : below[0].i])


def _only_names(noun: "Token") -> bool:
    """Say whether a noun with a date of its own is what acts, or what is traded for."""
    acts = noun.dep_ == "nsubj" and any(c.dep_ == "dobj" for c in noun.head.children)
    return acts or (noun.dep_ == "pobj" and noun.head.lower_ == "for")


def _held_against(below: Sequence["Token"]) -> bool:
    """Say whether a time is one compared with: "fewer than in 2030", "against 2030"."""
    return any(token.lower_ in _COMPARING and token.dep_ in {"prep", "mark"} for token in below)


def _compares(words: tuple[Word, ...], draft: Draft, time: "Token") -> bool:
    """Say whether a time is the one compared with: "8% more than a year earlier"."""
    if draft.role != "change_by":
        return False
    behind = [word for word in words[draft.last : draft.last + _COMPARED] if word.start < time.idx]
    ahead = time.idx >= words[draft.last - 1].end
    return ahead and len(behind) < _COMPARED and any(
        word.lower in {"than", "compared"} for word in behind
    )  # fmt: skip


def _beside(
    words: tuple[Word, ...], drafts: Sequence[Draft], starts: Sequence[int]
) -> list[int | None]:
    """Give the quantity right before each time, with but a preposition between: "540 in 2032"."""
    ends = {draft.last: index for index, draft in reversed(list(enumerate(drafts)))}
    places = [word.start for word in words]
    found: list[int | None] = []
    for start in starts:
        at = bisect_left(places, start)
        held = [ends[i] for i in range(at, max(0, at - _BESIDE), -1) if i in ends]
        link = [one for one in held if _linked(words, drafts[one].last, at)]
        found.append(link[0] if link else None)
    return found


def _linked(words: tuple[Word, ...], first: int, last: int) -> bool:
    gap = [word.token.pos_ for word in words[first:last]]
    return not gap or (
        gap[0] in {"ADP", "SCONJ"} and {*gap} <= {"ADP", "SCONJ", "DET", "ADJ", "PROPN"}
    )


def _told_before(token: "Token", time: "Token") -> bool:
    """Say whether a time belongs to the verb before "and": "shut 14 in May and take a charge"."""
    joined_verb = token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}
    return joined_verb and token.head.i < time.i < token.i


def _apart(token: "Token") -> bool:
    """Say whether a clause joined by "and" has a subject of its own, so that its time is its own too."""
    clause = token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}
    return clause and any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children)


def _same_pair(left: Draft, right: Draft) -> bool:
    return left.series is not None and left.series == right.series
