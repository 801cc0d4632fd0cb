"""Does a word before the number make it a name?

"Resolution 12", "Flight 370", "No. 5", "Articles 4 and 7", "frigate 494", "Windows 11",
"787 Dreamliner": a head that numbers things, or a proper name that the number is part of.

It fails on heads that the vocabulary does not know, in lower case.
"""

from allsource import vocab
from allsource.claims.quantities.currencies import code_of
from allsource.claims.quantities.designators import designator
from allsource.claims.quantities.numbers import read_number
from allsource.claims.quantities.units import symbol_unit, word_unit
from allsource.claims.quantities.words import Word, lowered
from allsource.claims.quantities.written import Number, is_plain, lower_at, word_at

__all__ = ["is_headed", "is_in_name", "is_paired", "numbers_noun"]

_PAIRING = frozenset({"and", "or", "to", "through", "&", "-", "–"})
_SHORT = frozenset({"no", "nos", "nr", "mk", "fig", "sec"})


def is_headed(words: tuple[Word, ...], number: Number) -> bool:
    """A head that numbers things right before: Resolution 12, Flight 370, No. 5."""
    at = number.first - 1
    if lower_at(words, at) == "." and lower_at(words, at - 1) in _SHORT:
        return words[at].glued
    if lowered(words, at - 1, 2) == ("group", "of") and words[at - 1].text[0].isupper():
        return True
    head, tables = word_at(words, at), vocab.load("designations")
    if lower_at(words, at) == "number" and _counts(words, at):
        return False
    if head is None or words[number.first].glued or number.scale != 1 or head.lower == "numbers":
        return False
    if head.lower in tables["labels"] and head.token.pos_ in {"NOUN", "PROPN"}:
        return not (symbol_unit(words, number.last) or word_unit(words, number.last))
    made = head.lower in tables["makers"] and is_plain(words, number)
    made = made or _titled(words, number, head)
    listed = head.lower in tables["heads"] or head.lemma in tables["heads"]
    return made or (listed and _names(words, number, head))


def _counts(words: tuple[Word, ...], at: int) -> bool:
    """Say whether "number" is the verb of what is counted: "the entities now number 417"."""
    before = word_at(words, at - 1)
    return before is not None and (
        words[at].token.tag_ in {"VBP", "VB"} or before.token.tag_ in {"NNS", "NNPS", "RB", "MD"}
    )


def _titled(words: tuple[Word, ...], number: Number, head: Word) -> bool:
    """Say whether a capitalised singular noun inside a sentence bears a plain number: "at Weir 14"."""
    following = word_at(words, number.last)
    plain = is_plain(words, number) and head.is_word and head.text[0].isupper()
    counts = following is not None and (following.token.pos_ in {"NOUN", "ADJ", "PROPN", "NUM"} or
                                        following.text in "%-/")  # fmt: skip
    name = head.token.pos_ in {"PROPN", "NOUN"} and head.token.tag_ not in {"NNS", "NNPS"}
    inside = not head.token.is_sent_start and code_of(head.text) is None
    measured = symbol_unit(words, number.last) or word_unit(words, number.last)
    tied = head.token.ent_type_ not in {"DATE", "TIME"} and not head.text.isupper()
    return bool(plain and name and inside and tied and not counts and not measured)


def _names(words: tuple[Word, ...], number: Number, head: Word) -> bool:
    """Say whether a listed head numbers, and no noun or unit follows that is counted instead."""
    following = word_at(words, number.last)
    measured = following is not None and (
        following.token.tag_ in {"NNS", "NNPS"} or following.text in "%$€£"
        or symbol_unit(words, number.last) is not None
    )  # fmt: skip
    opens = head.token.is_sent_start
    maker = head.text[0].isupper() and (head.token.pos_ == "PROPN" or not opens)
    return (maker and "," not in words[number.first].text) or not (
        measured or (following is not None and following.token.pos_ in {"NOUN", "ADJ"})
    )


def is_paired(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether a bare number goes on a numbered pair: the 7 of "Articles 4 and 7"."""
    following, before = word_at(words, number.last), word_at(words, number.first - 2)
    linked = lower_at(words, number.first - 1) in _PAIRING and before is not None
    if not linked or before is None or not before.is_number or not is_plain(words, number):
        return False
    counted = following is not None and (
        following.token.pos_ in {"NOUN", "ADJ", "PROPN"} or following.text[0] in "%$€£°"
    )  # fmt: skip
    first = read_number(words, number.first - 2)
    whole = first is not None and first.last == number.first - 1
    return bool(not counted and whole and first is not None and is_headed(words, first))


def numbers_noun(words: tuple[Word, ...], number: Number) -> bool:
    """Say whether a plain number names the noun or initials before it: "frigate 494"."""
    before, after = word_at(words, number.first - 1), word_at(words, number.last)
    if before is None or not is_plain(words, number) or words[number.first].glued:
        return False
    open_end = after is None or not (after.is_word and after.token.pos_ in {"NOUN", "ADJ", "PROPN"})
    bare = (
        open_end
        and symbol_unit(words, number.last) is None
        and (word_unit(words, number.last) is None)
    )
    initial = before.text == "." and before.glued and len(lower_at(words, number.first - 2)) == 1
    token = words[number.first].token
    tied = (
        before.token.tag_ == "NN"
        and token.dep_ in {"nummod", "appos", "nmod"}
        and (token.head.i == before.token.i)
    )
    return bare and (initial or tied)


def is_in_name(words: tuple[Word, ...], number: Number) -> bool:
    """Part of a proper name: "Windows 11", "787 Dreamliner"."""
    if not is_plain(words, number):
        return False
    before, after = word_at(words, number.first - 1), word_at(words, number.last)
    own = words[number.first].token
    follows_name = (
        before is not None and before.is_word and before.token.pos_ == "PROPN"
        and before.text[0].isupper() and not words[number.first].glued and not _money_code(before.text)
    )  # fmt: skip
    if follows_name and own.dep_ in {"nummod", "appos", "nmod", "npadvmod", "compound", "pobj", "dobj",
                                     "nsubj", "conj", "oprd", "attr"}:  # fmt: skip
        ahead = own.head.i > own.i and own.dep_ in {"nummod", "compound", "nmod"}
        counted = ahead and own.head.tag_ in {"NNS", "NN"} and own.head.pos_ == "NOUN"
        one = (
            own.head.tag_ == "NN"
            and own.head.lower_ not in vocab.load("measured_things")["invariable"]
        )
        counted = counted and not (
            one and number.value > 1 and word_unit(words, number.last) is None
        )
        measured = symbol_unit(words, number.last) or (after is not None and after.text == "%")
        return not counted and not measured
    if designator(words, number.last) is not None:
        return False
    singular_name = after is not None and after.token.tag_ == "NNP" and after.text[0].isupper()
    joined = own.dep_ in {"nummod", "compound", "nmod"} and own.head.tag_ == "NNP"
    measured = (
        symbol_unit(words, number.last)
        or word_unit(words, number.last)
        or (after is not None and _money_code(after.text))
    )
    return bool(singular_name and joined and len(own.text) >= 3 and not measured)


def _money_code(text: str) -> bool:
    return code_of(text) is not None
