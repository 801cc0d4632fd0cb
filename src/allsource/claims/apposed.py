"""Who told a sentence that ends in "..., the mayor, Ketil Brask, said"?

Newspapers put the one credited behind the statement, as a post and a name set off by commas before
the verb. Parsers hang post and name on the last noun of the statement and its subject on the verb,
so only what they are sure of is asked: which words are verbs, nouns and names. Between the last
three commas before a listed verb of speech stand a post (a noun phrase that opens with an article
or an owner and whose noun is one for a person) and a name, in either order; before them, up to the
start of the sentence, a clause of its own; after the verb, none.

It fails where a post holds a comma ("the mayor, since May, Ketil Brask"), where the verb is set
before them, and where the statement holds marks of quotation (``quoted`` reads those).
"""

from typing import TYPE_CHECKING

from allsource.claims.callings import is_human
from allsource.claims.clauses import child, children, finite, lemma, spans_of
from allsource.claims.credit import Credit
from allsource.claims.lexicon import lexicon
from allsource.claims.parse import Paragraph
from allsource.claims.verbs import medium

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

__all__ = ["find"]

_POSTING = frozenset({"DET", "NOUN", "PROPN", "ADJ", "ADP", "PART", "PRON", "NUM", "PUNCT"})
_LONGEST = 6
"""Words of the longest name."""
_TOLD = frozenset({"VBD", "VBZ", "VBN"})
"""As a parser tags "said" behind names."""
_WHERE = frozenset({"when", "where", "while", "after", "as", "which", "who"})


def find(paragraph: Paragraph, number: int) -> list[Credit]:
    """Find the credits to a post and a name that stand behind what they told, in order.

    Args:
        paragraph: a parsed paragraph.
        number: its index in the document.

    Example:
        >>> from allsource.claims.parse import parse_text
        >>> text = "The yard employs 900 workers, the mayor, Ketil Brask, told the Gazette."
        >>> credit = find(parse_text(text).paragraphs[0], 0)[0]
        >>> credit.teller.text, credit.content[0].of(text)
        ('Brask', 'The yard employs 900 workers')
    """
    found = []
    for sentence in paragraph.doc.sents:
        commas = [word.i for word in sentence if word.text == ","]
        for verb in sentence:
            before = [place for place in commas if place < verb.i][-3:]
            if len(before) == len(("clause", "post", "name")) and _tells(verb, before[-1]):
                credit = _credit(paragraph, number, sentence, verb, before)
                found += [credit] if credit is not None else []
    return found


def _credit(
    paragraph: Paragraph, number: int, sentence: "Words", verb: "Token", commas: list[int]
) -> Credit | None:
    doc, (first, second, third) = paragraph.doc, commas
    clause, post = doc[sentence.start : first], doc[first + 1 : second]
    name = doc[second + 1 : third]
    whole = range(post.start, name.end)
    if _is_name(post):
        post, name = name, post
    if not (_is_name(name) and _is_post(post) and _is_clause(clause)) or _told_behind(verb):
        return None
    return Credit(
        paragraph=number,
        head=verb,
        cue=spans_of(paragraph, {verb.i}),
        teller=name[-1],
        source=spans_of(paragraph, whole),
        content=spans_of(paragraph, range(clause.start, clause.end)),
        medium=medium(verb),
        postposed=True,
    )


def _tells(verb: "Token", comma: int) -> bool:
    """Say whether a word is a listed verb of speech right after a comma."""
    cue = lexicon().verbs.get(lemma(verb))
    spoken = cue is not None and cue.type == "speech" and "clause" in cue.with_
    return spoken and verb.i == comma + 1 and verb.tag_ in _TOLD


def _is_name(words: "Words") -> bool:
    return 0 < len(words) <= _LONGEST and all(
        word.pos_ == "PROPN" and word.text[:1].isupper() for word in words
    )


def _is_post(words: "Words") -> bool:
    """Say whether words are a noun phrase with an article or owner, of a person's post."""
    if len(words) == 0 or any(word.pos_ not in _POSTING or word.is_quote for word in words):
        return False
    opens = words[0].pos_ == "DET" or words[0].tag_ == "PRP$"
    owned = any(word.tag_ == "POS" for word in words)
    place = next((word.i for word in words if word.pos_ == "ADP"), words.end)
    nouns = [word for word in words if word.i < place and word.pos_ in {"NOUN", "PROPN"}]
    return (opens or owned) and bool(nouns) and is_human(lemma(nouns[-1]))


def _is_clause(words: "Words") -> bool:
    """Say whether words hold a finite clause that depends on no other, and nothing quoted."""
    if any(word.is_quote for word in words):
        return False
    return any(finite(word) and _independent(word) for word in words)


def _independent(verb: "Token") -> bool:
    own = child(verb, "nsubj", "nsubjpass", "expl")
    if own is None or own.i > verb.i or verb.dep_ in {"relcl", "acl"}:
        return False
    return not any(kid.dep_ == "mark" or kid.lower_ in _WHERE for kid in verb.children)


def _told_behind(verb: "Token") -> bool:
    """Say whether the verb has a clause or another teller behind it: "told the Gazette that"."""
    said = () if lemma(verb) == "tell" else children(verb, "nsubj", "dobj")
    if any(kid.i > verb.i and kid.ent_type_ not in {"DATE", "TIME"} for kid in said):
        return True
    for word in verb.doc[verb.i + 1 : verb.sent.end]:
        if word.text == ",":
            return False
        if word.is_quote or word.text == ":" or word.tag_ in {"VBD", "VBZ", "VBP", "MD", "TO"}:
            return True
    return False
