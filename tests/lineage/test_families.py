from allsource.lineage.derivation import Derivation, hop_id
from allsource.lineage.families import Families
from allsource.model.lineage import Hop


def tied(child, parent, value, *, directed=True):
    ends = child, parent, "rewrite"
    hop = Hop(*ends, value, seen=True, evidence=(), id=hop_id(*ends))
    return Derivation(hop, value, directed)


HOPS = [tied("post", "wire", 0.9), tied("tide", "post", 0.8), tied("quay", "tide", 0.6)]
NAMES = ["wire", "post", "tide", "quay", "ledger"]


def test_ties_multiply_along_the_way_and_end_at_one_half():
    found = Families(NAMES, HOPS).reached(["wire"], NAMES)
    assert found == {"wire": ("wire", 1.0), "post": ("wire", 0.9), "tide": ("wire", 0.72)}


def test_the_nearest_start_is_told():
    found = Families(NAMES, HOPS).reached(["wire", "quay"], ["tide"])
    assert found == {"tide": ("wire", 0.72)}
    nearer = [*HOPS, tied("quay", "post", 0.95)]
    assert Families(NAMES, nearer).reached(["wire", "quay"], ["post"]) == {"post": ("quay", 0.95)}


def test_doubtful_hops_and_other_families_join_nothing():
    families = Families(NAMES, [*HOPS, tied("ledger", "wire", 0.49)])
    assert families.reached(["ledger"], ["wire", "post"]) == {}
    assert families.first("ledger") != families.first("wire") == families.first("quay")


def test_the_order_of_hops_changes_nothing():
    ring = [*HOPS, tied("quay", "wire", 0.6), tied("ledger", "quay", 0.6)]
    one, other = Families(NAMES, ring), Families(NAMES[::-1], ring[::-1])
    for start in NAMES:
        assert one.reached([start], NAMES) == other.reached([start], NAMES)
