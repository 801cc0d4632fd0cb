"""How far apart are two tokens in the parse?

Chains of heads and meetings are kept, so that a paragraph with many numbers and
dates walks each chain once.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Paths"]

_FAR = 40


class Paths:
    """Chains of heads and the places where they meet, each found once.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> doc = parse_text("They built 40 boats.").paragraphs[0].doc
        >>> Paths().meeting(doc[2], doc[0])
        (2, 1)
    """

    def __init__(self) -> None:
        self._chains: dict[int, list[Token]] = {}
        self._met: dict[tuple[int, int], tuple[int, int] | None] = {}

    def chain(self, token: "Token") -> list["Token"]:
        """Give a token and its heads up to the root."""
        found = self._chains.get(token.i)
        if found is None:
            found = [token]
            while found[-1].head.i != found[-1].i and len(found) < _FAR:
                found.append(found[-1].head)
            self._chains[token.i] = found
        return found

    def meeting(self, own: "Token", other: "Token") -> tuple[int, int] | None:
        """Give the steps from each token up to the first head that they share."""
        key = own.i, other.i
        if key not in self._met:
            self._met[key] = self._meet(own, other)
        return self._met[key]

    def _meet(self, own: "Token", other: "Token") -> tuple[int, int] | None:
        up = {token.i: steps for steps, token in enumerate(self.chain(own))}
        for steps, token in enumerate(self.chain(other)):
            if token.i in up:
                return up[token.i], steps
        return None
