import numpy as np

from allsource.lineage.fusion import fuse
from allsource.lineage.fusion.columns import Columns
from allsource.lineage.fusion.division import take
from allsource.lineage.fusion.guard import stacked
from allsource.lineage.fusion.settings import Settings
from allsource.lineage.fusion.telling import told
from strategies import voices


def table_of(statements):
    columns = Columns()
    for one in statements:
        number = one.value if isinstance(one.value, float) else None
        columns.add(one.slot, one.source, str(one.value), number=number)
    return columns.table()


def everything(table, names, model):
    return [slot for part in fuse.fused(table, model) for slot in told(part, table, names, model)]


def test_working_in_parts_changes_nothing(monkeypatch):
    table, names = table_of(voices(copier="Gazette"))
    model = fuse.judge(table, Settings())
    whole = everything(table, names, model)

    monkeypatch.setattr(fuse, "_PART", 20)

    assert len(list(fuse.fused(table, model))) > 5
    assert everything(table, names, model) == whole


def test_a_sample_keeps_what_small_sources_say():
    statements = voices(slots=400)
    rare = [one for one in statements if one.source == "Courier"][:20]
    statements = [one for one in statements if one.source != "Courier"] + rare
    table, names = table_of(statements)

    slots = fuse.sample(table, names.digest, 400)
    part, _, _ = take(table, slots)

    assert part.claims < 500
    assert (part.source == names.sources.index("Courier")).sum() == 20
    assert fuse.sample(table, names.digest, 10_000).tolist() == list(range(table.slots))


def test_what_is_learned_on_a_sample_is_near_what_is_learned_on_all():
    table, names = table_of(voices(copier="Gazette", slots=600))
    part, _, _ = take(table, fuse.sample(table, names.digest, 1_000))
    whole, some = (fuse.judge(one, Settings()).learned for one in (table, part))

    assert part.claims < table.claims / 2
    assert np.abs(whole.accuracy - some.accuracy).max() < 0.1
    assert np.abs(whole.dependence.rate - some.dependence.rate).max() < 0.1


def test_near_numbers_are_told_as_one_value():
    columns = Columns()
    for source, number in (("A", 10.0), ("B", 12.0), ("C", 40.0), ("D", 10.0)):
        columns.add("dam/height", source, str(number), number=number)
    table, names = columns.table()
    apart, together = (
        everything(table, names, fuse.judge(table, Settings(tolerance=near)))[0].values
        for near in (0.0, 5.0)
    )

    assert [one.value for one in apart] == ["10.0", "12.0", "40.0"]
    assert [one.value for one in together] == ["10.0", "40.0"]
    assert together[0].effective_roots == 3.0
    assert together[0].probability > apart[0].probability


def test_the_guard_believes_the_majority_where_it_foretells_better():
    table, _ = table_of(voices(slots=200))
    counted = np.ones(table.claims)
    good, bad = np.full(table.claims, 0.75), np.full(table.claims, 0.75)
    weight = np.ones(table.claims) * 3.0
    score = np.bincount(table.value, weight)
    contrary = -score

    right = stacked(table, score, weight, good, counted, 10.0)[0]
    wrong = stacked(table, contrary, -weight, bad, counted, 10.0)[0]

    assert right > wrong
    assert wrong < 0.2


def test_near_numbers_are_told_as_the_most_probable_of_them():
    columns = Columns()
    rows = (
        ("A", 10.0),
        ("B", 14.0),
        ("C", 18.0),
        ("D", 18.0),
        ("E", 18.0),
        ("F", 18.0),
        ("G", 10.0),
    )
    for source, number in rows:
        columns.add("dam/height", source, f"{number:g}", number=number)
    table, names = columns.table()

    slot = everything(table, names, fuse.judge(table, Settings(tolerance=5.0)))[0]

    assert slot.values[0].value == "18"
    assert slot.median == 18.0
