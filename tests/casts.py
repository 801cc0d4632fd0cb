"""Small folders about invented parties, read once, for tests of who is who."""

from functools import cache

from allsource.claims.extract import extract
from allsource.entities.who import who_is_who
from strategies import page

PAGES = (
    "Nadia Lasker, who heads the Harbour Safety Board (HSB), said the audit was late. Lasker said so twice.",
    "The HSB has found 14 faults. Lasker told reporters that the firm would have to pay.",
    "Timo Orlan owns the yard. Orlan said that 40 people would be hired.",
    "Jonas Orlan, a member of parliament, said the yard had broken the law.",
    "The yard has stopped work. On Monday Orlan said nothing.",
    "Halden Yards, formerly Norrvik Shipbuilding, said it had delivered three ferries.",
    "Norrvik Shipbuilding had promised five ferries by March, the port said.",
    "A senior official said the plant in Paris, Texas, would close.",
    "A senior official said the fair in Paris, France, was full.",
)


@cache
def read(text, path):
    document = page(text, path=path, outlet=path, synthetic=True)
    return document, extract(document)


def folder(*texts):
    """Documents and claims; equal texts are two pages."""
    read_all = [read(text, f"{number}.txt") for number, text in enumerate(texts)]
    return [one for one, _ in read_all], [claim for _, claims in read_all for claim in claims]


def cast(*texts, said=(), family=None):
    return who_is_who(*folder(*texts), said, family)


def names(found):
    """Each entity by its names."""
    return {frozenset(name.text for name in one.names) for one in found.entities}


def together(found, *texts):
    """The name of the one entity that all of these words are mentions of, or None."""
    held = [{e.id for e in found.entities if any(m.text == t for m in e.mentions)} for t in texts]
    return bool(set.intersection(*held))
