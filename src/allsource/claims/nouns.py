"""Which nouns, adjectives and set phrases credit somebody, and with what?

"According to X", "in the words of X", "X's claim that", "X holds the view that",
"X is confident that", "there have been reports of ... including claims of",
"X, citing Y, said".

It fails on noun cues whose complement the parser hangs on another word, and on
"according to" in the middle of a long sentence, whose reach is a guess: the
clause it stands in.
"""

from typing import TYPE_CHECKING

from allsource.claims.clauses import child, children, group, spans_of, subject, under, verb_group
from allsource.claims.credit import Credit
from allsource.claims.lexicon import NounCue, lexicon
from allsource.claims.parse import Paragraph
from allsource.claims.sources import describe
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find"]

_FRAMES = frozenset({"amid", "including", "despite", "following", "after"})


def find(paragraph: Paragraph, number: int) -> list[Credit]:
    """Find the credits that nouns and phrases give in one paragraph, in order.

    Args:
        paragraph: a parsed paragraph.
        number: its index in the document.
    """
    found: list[Credit | None] = []
    for token in paragraph.doc:
        if token.lower_ == "according":
            found.append(_according(paragraph, number, token))
        elif token.dep_ == "prep" and child(token, "pobj") is not None:
            found.append(_in_words_of(paragraph, number, token))
        elif token.pos_ == "NOUN" and token.lemma_.lower() in lexicon().nouns:
            found.append(_noun(paragraph, number, token, lexicon().nouns[token.lemma_.lower()]))
        if token.pos_ == "VERB" and token.lemma_.lower() in lexicon().noun_objects:
            found.append(_verb_and_noun(paragraph, number, token))
        elif token.pos_ == "VERB" and token.lemma_.lower() in lexicon().known:
            found.append(_made_known(paragraph, number, token))
        elif token.dep_ == "nsubj" and token.lemma_.lower() in load("cues")["hearsay"]["lemmas"]:
            found.append(_has_it(paragraph, number, token))
        elif token.dep_ == "acomp" and token.lower_ in lexicon().adjectives:
            found.append(_adjective(paragraph, number, token))
    return [credit for credit in found if credit is not None and credit.content]


def _according(paragraph: Paragraph, number: int, word: "Token") -> Credit | None:
    to = next((kid for kid in word.children if kid.lower_ == "to"), None)
    teller = (child(to, "pobj") if to is not None else None) or child(word, "pobj")
    if to is None and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to":
        to = word.nbor()
        teller = teller or child(to, "pobj")
    if to is None or teller is None:
        return None
    return _adjunct(paragraph, number, word, {word.i, to.i}, teller)


def _in_words_of(paragraph: Paragraph, number: int, word: "Token") -> Credit | None:
    noun = child(word, "pobj")
    if noun is None or word.lower_ not in lexicon().words_of.get(noun.lower_, ()):
        return None
    of = next((kid for kid in noun.children if kid.lower_ == "of"), None)
    teller = child(of, "pobj") if of is not None else child(noun, "poss")
    if teller is None or teller.lower_ == "its" or describe(teller).kind is None:
        return None
    cue = set(range(word.i, noun.i + 1)) - group(teller) | ({of.i} if of is not None else set())
    return _adjunct(paragraph, number, word, cue, teller)


def _adjunct(
    paragraph: Paragraph, number: int, word: "Token", cue: set[int], teller: "Token"
) -> Credit | None:
    """A phrase beside a clause credits that clause."""
    doc = paragraph.doc
    sentence = doc[word.i].sent
    source = group(teller)
    first, last = min(cue), max(source | cue)
    content = _reach(word, first, last, sentence.start, sentence.end) - source - cue
    spans = spans_of(paragraph, content)
    return Credit(
        number, word, spans_of(paragraph, cue), teller, spans_of(paragraph, source), spans
    )  # fmt: skip


def _reach(word: "Token", first: int, last: int, start: int, end: int) -> set[int]:
    """The words a phrase credits: the rest after it, all before it, or the clause around it."""
    doc = word.doc
    if all(
        not doc[i].is_alpha or doc[i].lower_ in {"but", "and", "yet"} for i in range(start, first)
    ):
        return set(range(last + 1, end))
    closing = last + 1 >= end - 1 or doc[last + 1].text in {".", ";", "”", '"'}
    head = word.head
    for _ in range(8):
        if head.pos_ in {"VERB", "AUX"} or head.head == head:
            break
        head = head.head
    if head.pos_ not in {"VERB", "AUX"}:
        return {i for i in range(start, end) if i < first or i > last}
    around = under(head) - under(word)
    if head.dep_ == "ROOT" or closing:
        later = [kid for kid in children(head, "conj") if kid.left_edge.i > last]
        around -= set().union(*(under(kid) for kid in later)) if later else set()
        if head.dep_ == "ROOT" and closing:
            around |= set(range(start, first))
    return {i for i in around if i < first or i > last}


def _noun(paragraph: Paragraph, number: int, noun: "Token", cue: NounCue) -> Credit | None:
    content, extra = _complement(noun, cue)
    if not content or child(noun, "neg") is not None:
        return None
    teller = _owner(noun)
    exists = noun.dep_ in {"attr", "nsubj"} and child(noun.head, "expl") is not None
    if teller is None and not (cue.agentless and (exists or _framed(noun, content))):
        return None
    words = {noun.i} | extra
    source: tuple[object, ...] = ()
    if exists:
        there = child(noun.head, "expl")
        words |= verb_group(noun.head) | ({there.i} if there is not None else set())
        if teller is None and describe(noun).kind == "unnamed_document":
            teller = noun
    own = {noun.i} if teller == noun else _owning(teller)
    source = spans_of(paragraph, own)
    return Credit(
        number, noun, spans_of(paragraph, words), teller, source, spans_of(paragraph, content)
    )  # fmt: skip


def _complement(noun: "Token", cue: NounCue) -> tuple[set[int], set[int]]:
    for kid in noun.children:
        if kid.i < noun.i:
            continue
        mark = next((k for k in kid.children if k.lower_ == "that"), None)
        clausal = kid.dep_ in {"acl", "ccomp", "relcl"}
        if "clause" in cue.with_ and clausal and mark is not None and mark.dep_ == "mark":
            return under(kid) - {mark.i}, set()
        if "to" in cue.with_ and kid.dep_ in {"acl", "xcomp"} and _to(kid):
            return under(kid), set()
        if kid.dep_ == "prep" and kid.lower_ in cue.with_:
            rest = {i for i in under(noun) if i > kid.i and noun.doc[i].dep_ != "relcl"}
            return rest, {kid.i}
    return set(), set()


def _to(verb: "Token") -> bool:
    return any(kid.tag_ == "TO" for kid in verb.children)


def _owner(noun: "Token") -> "Token | None":
    """Whose claim it is: "the firm's claim", "claims by the firm"."""
    owner = child(noun, "poss")
    if owner is None:
        by = next((kid for kid in noun.children if kid.lower_ == "by"), None)
        owner = child(by, "pobj") if by is not None else None
    if owner is None or owner.lower_ in {"i", "my", "our", "your", "its"}:
        return None
    return owner if describe(owner).kind is not None else None


def _owning(teller: "Token | None") -> set[int]:
    """The words of an owner without the mark of possession."""
    if teller is None:
        return set()
    return group(teller) - {kid.i for kid in children(teller, "case")}


def _framed(noun: "Token", content: set[int]) -> bool:
    """Nobody is named, and yet it is told as said: "amid reports of", "claims that"."""
    if noun.head.lower_ in _FRAMES and noun.dep_ == "pobj":
        return True
    first = noun.doc[min(content)]
    return first.i > 0 and first.nbor(-1).lower_ == "that" and noun.dep_ != "dobj"


def _has_it(paragraph: Paragraph, number: int, noun: "Token") -> Credit | None:
    """Nobody is credited in "rumour has it that", "word is that"."""
    verb = noun.head
    clause, it = child(verb, "ccomp"), child(verb, "dobj")
    has = verb.lemma_ == "have" and it is not None and it.lower_ == "it"
    if clause is None or clause.i < verb.i or not (has or verb.lemma_ == "be"):
        return None
    marks = {kid.i for kid in clause.children if kid.lower_ == "that"}
    if not marks:
        return None
    cue = {noun.i} | verb_group(verb) | ({it.i} if it is not None else set())
    spans = spans_of(paragraph, under(clause) - marks)
    return Credit(number, noun, spans_of(paragraph, cue), None, (), spans)


def _verb_and_noun(paragraph: Paragraph, number: int, verb: "Token") -> Credit | None:
    noun = child(verb, "dobj")
    known = lexicon().noun_objects[verb.lemma_.lower()]
    teller = subject(verb)
    if noun is None or noun.lemma_.lower() not in known or teller is None:
        return None
    if describe(teller).kind is None or child(verb, "neg") is not None:
        return None
    cue = NounCue(noun.lemma_, frozenset({"clause", "of"}), agentless=False)
    content, extra = _complement(noun, cue)
    if not content:
        clause = child(verb, "ccomp")
        marks = {kid.i for kid in clause.children if kid.lower_ == "that"} if clause else set()
        content = under(clause) - marks if clause is not None else set()
    words = verb_group(verb) | set(range(verb.i, noun.i + 1)) | extra
    source = spans_of(paragraph, group(teller) - content)
    spans = spans_of(paragraph, content)
    return Credit(number, verb, spans_of(paragraph, words), teller, source, spans)


def _made_known(paragraph: Paragraph, number: int, verb: "Token") -> Credit | None:
    """Read "let it be known that", "made it clear that", "let slip that"."""
    words = lexicon().known[verb.lemma_.lower()]
    below = [kid for kid in children(verb, "ccomp", "xcomp", "oprd", "acomp") if kid.i > verb.i]
    known = next((kid for kid in below if kid.lower_ in words), None)
    teller = subject(verb)
    if known is None or teller is None or describe(teller).kind is None:
        return None
    clause = next((k for one in (known, verb) for k in children(one, "ccomp") if k != known), None)
    if clause is None or child(verb, "neg") is not None or clause.i < known.i:
        return None
    content = under(clause) - {kid.i for kid in clause.children if kid.lower_ == "that"}
    cue = verb_group(verb) | set(range(verb.i, known.i + 1))
    source, spans = spans_of(paragraph, group(teller)), spans_of(paragraph, content)
    return Credit(number, verb, spans_of(paragraph, cue), teller, source, spans)


def _adjective(paragraph: Paragraph, number: int, word: "Token") -> Credit | None:
    be = word.head
    clause = child(word, "ccomp") or child(be, "ccomp")
    teller = subject(be)
    if word.dep_ != "acomp" or clause is None or teller is None or clause.i < word.i:
        return None
    unsure = load("hedges")["uncertain"]["not_sure"]["words"]
    denied = child(be, "neg") is not None and word.lower_ not in unsure
    if describe(teller).kind is None or denied or clause.dep_ != "ccomp":
        return None
    marks = {kid.i for kid in clause.children if kid.lower_ == "that"}
    spans = spans_of(paragraph, under(clause) - marks)
    cue = spans_of(paragraph, verb_group(be) | {word.i})
    return Credit(number, word, cue, teller, spans_of(paragraph, group(teller)), spans)
