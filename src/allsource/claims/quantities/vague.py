"""Which plural scale counts without saying how many?

"Dozens of", "tens of thousands", "several hundred", "scores of": at least two of
the scale, no upper end.

It fails on "scores" that are points of a game and no preposition shows it.
"""

from allsource import vocab
from allsource.claims.quantities.words import Word
from allsource.claims.quantities.written import Number, lower_at, scaled, scales

__all__ = ["read_vague"]


def read_vague(words: tuple[Word, ...], at: int) -> Number | None:
    """Read "dozens of", "tens of thousands of", "hundreds": at least two of the scale."""
    vague = vocab.load("scales")["vague"]
    word = lower_at(words, at)
    of_next = lower_at(words, at + 1) == "of"
    if of_next and (word == "tens" or word in vague) and lower_at(words, at + 2) in vague:
        inner = vague[lower_at(words, at + 2)]
        return Number(at, at + 3, 2 * vague.get(word, 10) * inner, "vague", inner)
    if word == "tens" and of_next:
        return Number(at, at + 1, 20.0, "vague", 10)
    few = word in {"several", "few"} and lower_at(words, at + 1) in scales()
    if few:
        value, scale, last = scaled(words, at + 1, 2.0)
        return Number(at, last, value, "vague", scale)
    if word in vague and (of_next or words[at].token.pos_ == "NOUN") and word != "scores":
        return Number(at, at + 1, 2.0 * vague[word], "vague", vague[word])
    return Number(at, at + 1, 40.0, "vague", 20) if word == "scores" and of_next else None
