"""A long document costs what its paragraphs cost: steps are counted, not seconds."""

import pytest

from allsource.claims import attribution, quotation
from allsource.claims.parse import parse_text


@pytest.mark.parametrize("step", ["_mended", "_adds"])
def test_credits_are_compared_with_those_near_them_alone(step, monkeypatch):
    compared = []
    real = getattr(attribution, step)

    def counting(credit, others):
        compared.append(len(others))
        return real(credit, others)

    monkeypatch.setattr(attribution, step, counting)
    sums = []
    for times in (10, 40):
        parsed = parse_text("Mara Vell said that the yard had closed.\n\n" * times)
        attribution.find(parsed, quotation.find(parsed))
        sums.append(sum(compared))
        compared.clear()
    assert 0 < sums[1] <= 5 * sums[0]
