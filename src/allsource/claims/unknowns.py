"""Which words tell that nobody knows whether something said is so, without a verb of checking?

"Its authenticity is unclear", "it is not known when the clip was filmed", "there was no
independent word on the claim", "the ministry had no information on it", "found nothing to support
it", "the army is looking into the reports", "The Standard has not seen the letter", "the story rests
on a single post", "the figure should be treated with caution". In each a predicate of
``vocab/verification.yaml`` meets something told before.

It fails on predicates that are not listed.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from allsource.claims.authorship import names_outlet
from allsource.claims.callings import classes, is_institution
from allsource.claims.checked import is_denied, raised
from allsource.claims.checkers import antecedent, who_of
from allsource.claims.clauses import child, children, subject
from allsource.claims.pointing import (
    CLAUSES,
    SUBJECTS,
    is_claim,
    is_pointing,
    is_told,
    pointed_at,
    under,
)
from allsource.claims.titles import named_span
from allsource.claims.verdict import Verdict
from allsource.vocab import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["read"]


def read(token: "Token") -> Verdict | None:
    """Read one word that tells of what is not known.

    Args:
        token: any word of a parsed paragraph.
    """
    readers: tuple[Callable[[Token], Verdict | None], ...] = (
        _unclear, _untold, _uninformed, _unsupported, _sought, _unseen, _single, _cautious,
        _alone, _unreached,
    )  # fmt: skip
    return next((found for reader in readers if (found := reader(token)) is not None), None)


def _words(entry: str) -> frozenset[str]:
    """The words or lemmas of one entry."""
    found = load("verification")[entry]
    return frozenset(found.get("words") or found["lemmas"])


def _no(noun: "Token") -> bool:
    """Tell "no", "little", "scant" and "not any" before a noun, or "nothing" itself."""
    if noun.lower_ == "nothing":
        return True
    return any(kid.dep_ == "neg" or kid.lower_ in _words("hardly") for kid in noun.children)


def _negated(verb: "Token") -> bool:
    return any(kid.dep_ == "neg" or kid.lower_ == "never" for kid in verb.children)


def _clauses(*holders: "Token") -> "list[Token]":
    """The clauses about what was said before that hang on the words."""
    found = [kid for one in holders for kid in one.children if kid.dep_ in CLAUSES]
    return [kid for kid in found if is_pointing(kid)]


def _unclear(token: "Token") -> Verdict | None:
    """Tell "its origin is unclear", "it is not known when it was filmed"."""
    verb = token.head if token.dep_ in ("acomp", "attr", "oprd") else token
    denied = _negated(verb) or _negated(token)
    if token.lower_ in _words("unclear"):
        if denied:
            return None
    elif not (token.lower_ in _words("clear") and denied):
        return None
    if (clause := next(iter(_clauses(token, verb)), None)) is not None:
        return Verdict("unverified", pointed_at(clause), None)
    told = child(verb, *SUBJECTS)
    return Verdict("unverified", told, None) if told is not None and _quality(told) else None


def _quality(noun: "Token") -> bool:
    """The origin, truth or date of something told."""
    if noun.lemma_.lower() not in load("verification")["qualities"]["lemmas"]:
        return False
    of = under(noun, "of")
    return of is None or is_told(of)


def _untold(token: "Token") -> Verdict | None:
    """Tell "hard to say whether it is true", "did not say how it arrived at the figure"."""
    if token.lemma_ not in _words("tell"):
        return None
    clause = next(iter(_clauses(token)), None)
    if clause is None or not (is_denied(token) or token.head.lemma_ == "remain"):
        return None
    who = who_of(token)
    opening = (kid.lower_ for kid in clause.subtree if kid.i < clause.i)
    asked = any(word in ("how", "where", "when", "who") for word in opening)
    open_to = ("it", "nobody", *load("verification")["ourselves"]["words"])
    if who is not None and who.lower_ not in open_to and not asked:
        return None
    hard = any(word.lower_ in load("verification")["unable"]["words"] for word in raised(token))
    return Verdict("unverified", pointed_at(clause), None if hard or not asked else who)


def _uninformed(token: "Token") -> Verdict | None:
    """Tell "had no information on it", "there was no independent word from the ministry"."""
    if token.lemma_.lower() not in _words("ignorance") or token.dep_ not in ("dobj", "attr"):
        return None
    verb = token.head
    if verb.lemma_ not in _words("have") or not (_no(token) or _negated(verb)):
        return None
    whose = under(token, "from") or under(verb, "from")
    if whose is not None:
        told = is_institution(whose.lemma_.lower()) or whose.ent_type_ == "ORG"
        told = told or whose.lemma_.lower() in classes()["official"]
        return Verdict("unverified", None, whose) if told else None
    about = under(token, "on", "about", "of", "regarding", "concerning")
    about = about or under(verb, "on", "about")
    if about is not None and about.pos_ in ("VERB", "AUX") and not is_told(about):
        return None
    alone = any(kid.lower_ in _words("independent") for kid in token.children)
    if about is None and not alone:
        return None
    what = about if is_told(about) else None
    return Verdict("unverified", what, who_of(verb) if verb.lemma_ != "be" else None)


def _unsupported(token: "Token") -> Verdict | None:
    """Tell "found nothing to support it", "there is no evidence that this is true", "lacks proof"."""
    listed = load("verification")
    nothing = token.lower_ in ("nothing", "anything", "little")
    if not nothing and token.lemma_.lower() not in (*listed["evidence"]["lemmas"], "basis"):
        return None
    verb = token.head
    lacks = verb.lemma_ == "lack"
    if verb.lemma_ not in _words("have") and not lacks:
        return None
    comes = verb.lemma_ in ("emerge", "surface", "exist", "appear") and token.dep_ == "nsubj"
    held = comes or token.dep_ in ("dobj", "attr")
    if not held or not (_no(token) or _negated(verb) or lacks):
        return None
    if lacks or token.lemma_ == "basis":
        told = child(verb, "nsubj")
        return Verdict("unverified", told, None) if is_told(told) else None
    what = _backed(token, verb)
    who = who_of(verb) if verb.lemma_ != "be" and not comes else None
    return Verdict("unverified", what, who) if what is not None else None


def _backed(noun: "Token", verb: "Token") -> "Token | None":
    """What no evidence supports: "to back up the claim", "for this", "that this is true"."""
    for kid in (*children(noun, "acl", "relcl", "xcomp"), *children(verb, "xcomp", "advcl")):
        if kid.lemma_ in _words("support") and is_claim(found := child(kid, "dobj")):
            return found
        if is_pointing(kid):
            return pointed_at(kid)
    told = under(noun, "for", "of", "behind") or under(verb, "for")
    return told if is_claim(told) else None


def _sought(token: "Token") -> Verdict | None:
    """Tell "is checking the report", "is trying to verify it", "was looking into the claims"."""
    listed = load("verification")
    verifies = token.lemma_ in listed["verify"]["lemmas"]
    if not verifies and token.lemma_ not in _words("probe"):
        return None
    aims = token.dep_ == "xcomp" and token.head.lemma_ in _words("strive")
    going = token.tag_ == "VBG" and child(token, "aux") is not None
    told = child(token, "dobj", "nsubjpass") or under(token, "into", "at")
    if not (going or aims) or told is None:
        return None
    claim = told.lemma_.lower() in listed["about_claims"]["lemmas"] or (verifies and is_told(told))
    own = claim and not any(kid.dep_ in ("acl", "ccomp", "relcl") for kid in told.children)
    return Verdict("unverified", told, _seeker(token), before=own) if claim else None


def _seeker(verb: "Token") -> "Token | None":
    who = subject(verb)
    return antecedent(who) if who is not None else None


def _unseen(token: "Token") -> Verdict | None:
    """Tell "The Standard has not seen the letter"."""
    if token.lemma_ not in _words("see") or not is_denied(token):
        return None
    told, who = child(token, "dobj", "nsubjpass"), who_of(token)
    told = (under(told, "of") or told) if told is not None and told.lower_ == "copy" else told
    if told is None or who is None or not (is_told(told) or _no(told)):
        return None
    printed = who.lower_ in load("verification")["ourselves"]["words"]
    printed = printed or (who.pos_ == "PROPN" and names_outlet(named_span(who), who))
    return Verdict("unverified", told, who) if printed else None


def _single(token: "Token") -> Verdict | None:
    """Tell "the story rests on a single anonymous post"."""
    if token.lemma_ not in _words("rest"):
        return None
    on, told = under(token, "on", "upon"), subject(token)
    if on is None or not is_claim(told) or told is None or told.pos_ == "PRON":
        return None
    lone = any(kid.lower_ in _words("lone") for kid in on.children)
    return Verdict("unverified", told, None) if lone else None


def _cautious(token: "Token") -> Verdict | None:
    """Tell "should be treated with caution", "taken with a pinch of salt"."""
    if token.lemma_ not in ("treat", "take", "regard", "view", "approach", "handle", "read"):
        return None
    care, told = under(token, "with"), child(token, "dobj", "nsubjpass")
    care = (under(care, "of") or care) if care is not None else None
    wary = care is not None and care.lemma_.lower() in _words("wary")
    return Verdict("unverified", told, None) if wary and is_told(told) else None


def _alone(token: "Token") -> Verdict | None:
    """Tell "no other paper has reported this", "it appears in no official record"."""
    if token.lemma_ in ("report", "carry", "repeat", "mention", "publish"):
        who, told = child(token, "nsubj"), child(token, "dobj")
        other = who is not None and any(k.lower_ == "other" for k in who.children)
        alone = who is not None and other and (_no(who) or _negated(token))
        return Verdict("unverified", told, None) if alone and is_claim(told) else None
    if token.lemma_ not in ("appear", "feature") or not is_claim(told := child(token, "nsubj")):
        return None
    where = under(token, "in")
    denied = where is not None and (_no(where) or _negated(token))
    found = where is not None and where.lemma_ in classes()["document"]
    return Verdict("unverified", told, None) if denied and found else None


def _unreached(token: "Token") -> Verdict | None:
    """Tell "reporters have no access to the area", "observers could not reach the site"."""
    if token.lemma_ not in ("access", "reach", "visit", "enter"):
        return None
    noun = token.pos_ == "NOUN"
    if not (_no(token) if noun else is_denied(token)):
        return None
    who = who_of(token.head if noun else token)
    where = under(token, "to") if noun else child(token, "dobj")
    if who is None or where is None or who.lemma_.lower() not in _words("onlookers"):
        return None
    scene = where.lemma_.lower() in _words("scenes")
    return Verdict("unverified", None, who) if scene else None
