"""A long document costs what its paragraphs cost: steps are counted, not seconds."""

import pytest

from allsource.claims import attribution, nesting, quotation
from allsource.claims.parse import parse_text


@pytest.fixture
def reached(monkeypatch):
    """How often the reach of a credit was asked for."""
    asked = []
    whole = nesting.reach
    monkeypatch.setattr(nesting, "reach", lambda credit: asked.append(credit) or whole(credit))
    return asked


def test_credits_are_compared_with_those_near_them_alone(reached):
    steps = []
    for times in (20, 80):
        text = "Mara Vell said that the yard had closed. The union denied it.\n\n" * times
        parsed = parse_text(text)
        attribution.find(parsed, quotation.find(parsed))
        steps.append(len(reached))
        reached.clear()
    assert 0 < steps[1] <= 5 * steps[0]
