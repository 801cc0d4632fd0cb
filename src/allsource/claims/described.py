"""How does a source's own words describe it?"""

from dataclasses import dataclass

from allsource.model.claim import SourceKind

__all__ = ["Described"]


@dataclass(frozen=True, slots=True)
class Described:
    """A source as its own words describe it.

    Args:
        kind: what sort of source, None where the words name no possible source.
        name: the name, or the description without its article.
        pronoun: it is a pronoun, to be resolved.
        definite: it points back ("the", "this", "the same").
        head: lemma of the head noun, lower case.
        modifiers: words before the head, lower case, without articles.
        plural: more than one.
        gender: "male" or "female", where an honorific before the name says so ("Mrs Orlan").
    """

    kind: SourceKind | None
    name: str
    pronoun: bool = False
    definite: bool = False
    head: str = ""
    modifiers: frozenset[str] = frozenset()
    plural: bool = False
    gender: str | None = None
