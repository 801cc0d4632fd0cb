"""What is one credit, before anybody knows who "he" is?

A credit is one cue with the words of its source and its content, as they stand
in one paragraph. Names, kinds and nesting come later (``coreference``,
``attribution``).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allsource.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Credit"]


@dataclass(frozen=True, slots=True)
class Credit:
    """One cue, who it credits and with what.

    Args:
        paragraph: index of the paragraph that the cue stands in.
        head: the cue's head word.
        cue: spans of the cue.
        teller: head word of the source, None where nobody is named.
        source: spans of the source.
        content: spans of what is credited.
        medium: where it was said, if told.
        participle: the cue shares the source of the one before it ("..., adding that").
        cited: the source is one that another source cites ("X, citing Y, said").
        stated: the content is stated; if not, it is only spoken of ("welcomed the effort").
        postposed: post and name stand behind the content ("..., the mayor, Ketil Brask, said").
    """

    paragraph: int
    head: "Token"
    cue: tuple[Span, ...]
    teller: "Token | None"
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    medium: str | None = None
    participle: bool = False
    cited: bool = False
    stated: bool = True
    postposed: bool = False
