import pytest

from allsource.lineage.fusion.admiralty import credibility, reliability
from allsource.lineage.fusion.columns import Columns
from allsource.lineage.fusion.facts import facts
from allsource.lineage.fusion.record import FieldRecord, SourceRecord, carried
from allsource.lineage.fusion.statement import Derivation, Statement
from allsource.lineage.fusion.telling import FusedValue
from strategies import voices


def value(probability, low, roots):
    return FusedValue("14 m", probability, roots, (low, roots + 0.5), stated=True)


@pytest.mark.parametrize(
    ("probability", "low", "rating"),
    [(0.97, 2.0, 1), (0.97, 1.9, 2), (0.85, 3.0, 2), (0.6, 1.0, 3), (0.2, 1.0, 4), (0.05, 1.0, 5), (None, 2.0, 6)],
)  # fmt: skip
def test_credibility_follows_origin_and_probability(probability, low, rating):
    assert credibility(value(probability, low, low)).rating == rating


def test_copies_never_confirm():
    said = [Statement("dam/height", "Survey", "14 m", id="0")]
    best = facts(
        said + [Statement("dam/height", f"copy {i}", "14 m", id=f"c{i}") for i in range(9)]
    )
    found = best.slots[0].values[0]

    assert found.effective_roots > 2, "nothing shows that they are copies"

    hops = [Derivation(f"c{i}", "0", 1.0) for i in range(9)]
    copies = [Statement("dam/height", f"copy {i}", "14 m", id=f"c{i}") for i in range(9)]
    known = facts(said + copies, derivations=hops).slots[0].values[0]

    assert credibility(known).rating > 1
    assert "effective roots 1.0 (1.0 to 1.0)" in credibility(known).why


def test_a_record_counts_what_others_speak_of_too():
    found = {one.source: one for one in facts(voices(copier="Gazette", slots=120)).records}

    assert found["Survey"].checked == 120
    assert 0.6 < found["Survey"].rate < 0.9
    assert found["Survey"].interval[0] < found["Survey"].rate < found["Survey"].interval[1]
    assert min(found["Gazette"].own, found["Herald"].own) < 0.1
    assert reliability(found["Survey"]).rating in {"C", "D"}
    assert "120 claims" in found["Survey"].why


def test_a_record_is_carried_field_by_field_and_whole_to_a_new_field():
    fields = (
        FieldRecord("height", 9.0, 10, as_asked=True),
        FieldRecord("depth", 1.0, 10, as_asked=True),
    )
    told = SourceRecord("Survey", 10.0, 20, 0.5, (0.3, 0.7), 1.0, fields)
    columns = Columns()
    for field in ("height", "depth", "length"):
        columns.add(f"dam/{field}", "Survey", "14")
        columns.add(f"dam/{field}", "Gazette", "15")
    table, names = columns.table()

    found = carried([told, told], table, names)
    mine, other = names.sources.index("Survey"), names.sources.index("Gazette")

    by_field = dict(zip(names.fields, found.right[mine].tolist(), strict=True))
    assert by_field == {"height": 18.0, "depth": 2.0, "length": 20.0}
    assert found.checked[mine].tolist() == [20.0, 20.0, 40.0]
    assert found.checked[other].sum() == 0
    assert carried([], table, names) is None


def test_a_claim_that_nobody_else_speaks_of_is_not_checked():
    found = facts([Statement(f"dam {i}/height", "Survey", "14 m") for i in range(20)]).records[0]

    assert found.checked == 0
    assert reliability(found).rating == "F"
