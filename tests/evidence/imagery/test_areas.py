"""Square metres from labels and from outlines."""

import csv
import io
import json

import numpy as np
import pytest

from allsource.errors import InputError, UsageError
from allsource.evidence.imagery.footprint_area import area_m2, footprint_change
from allsource.evidence.imagery.footprint_file import Footprint, Sureness, footprints, surenesses
from allsource.evidence.imagery.sample_file import counted, read_labels, written
from allsource.evidence.imagery.sampled_area import Counted, sampled_area
from allsource.evidence.imagery.screening import Request, compare
from allsource.evidence.imagery.sites import site
from allsource.evidence.imagery.strata import allocated, draw
from allsource.model.imagery import Picture
from pictures import corners, write_pair, write_site

EARLY = Picture("a.tif", "00", "2031-05-04", "option", "optical", 4, 0.5)
LATE = Picture("b.tif", "01", "2033-05-10", "option", "optical", 4, 0.5)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("drawn")
    before, after = write_pair(folder, (50, 50, 15))
    polygon = site(write_site(folder / "s.geojson", 35, 35, 60))
    return compare(Request(before, after, polygon)), polygon, draw(compare(Request(before, after, polygon)), polygon, 60)  # fmt: skip


def test_a_draw_is_repeated_exactly_and_hangs_on_all_it_follows_from(drawn):
    compared, polygon, first = drawn

    assert draw(compared, polygon, 60) == first
    assert draw(compared, polygon, 61).id != first.id
    assert draw(compared, None, 60).id != first.id
    assert sum(first.sizes) == 3600
    assert len({(one.row, one.column) for one in first.points}) == 60
    assert all(35 <= one.row < 95 and 35 <= one.column < 95 for one in first.points)


@pytest.mark.parametrize("many", [0, 29, 1001, -5])
def test_a_sample_has_a_sensible_size(drawn, many):
    with pytest.raises(UsageError, match="30 to 1,000"):
        draw(*drawn[:2], many)


def test_the_file_to_be_labelled_holds_no_stratum_and_no_place_on_earth(drawn):
    rows = list(csv.DictReader(io.StringIO(written(drawn[2]))))

    assert set(rows[0]) == {"draw", "point", "row", "column", "label", "labeller", "note"}
    assert len(rows) == 60
    strata = [one.stratum for one in drawn[2].points]
    assert strata != sorted(strata)


def labelled(folder, drawn, change=None, *, mark=","):
    rows = list(csv.DictReader(io.StringIO(written(drawn))))
    for row in rows:
        inside = 50 <= int(row["row"]) < 65 and 50 <= int(row["column"]) < 65
        row["label"], row["labeller"] = ("changed" if inside else "unchanged"), "Ines Tolk"
    if change:
        change(rows)
    path = folder / "labelled.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.DictWriter(file, list(rows[0]), delimiter=mark)
        out.writeheader()
        out.writerows(rows)
    return path


@pytest.mark.parametrize("mark", [",", ";"])
def test_labels_give_an_area_that_holds_the_truth(tmp_path, drawn, mark):
    labels, who = read_labels(labelled(tmp_path, drawn[2], mark=mark), drawn[2])
    area = sampled_area(counted(drawn[2], labels), drawn[2].pixel_m2, labeller=who)

    assert area.low <= 15 * 15 * 900 <= area.high
    assert (area.basis.labelled, area.basis.labeller) == (60, "Ines Tolk")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda rows: rows.pop(), "drawn from these pictures|missing"),
        (lambda rows: rows.__setitem__(3, dict(rows[2])), "there twice"),
        (lambda rows: rows[5].update(row="1"), "not drawn from these"),
        (lambda rows: rows[5].update(draw="0" * 16), "not drawn from these"),
        (lambda rows: rows[5].update(label="=HYPERLINK(1)"), "is no label"),
        (lambda rows: rows[5].update(point="x" * 5000), "not drawn from these"),
    ],
)
def test_a_sample_that_was_changed_is_refused(tmp_path, drawn, change, reason):
    with pytest.raises(InputError, match=reason):
        read_labels(labelled(tmp_path, drawn[2], change), drawn[2])


@pytest.mark.parametrize(
    "data",
    [b"", b"a,b\n1,2\n", b"\xff\xfe\x00", b'draw,point,row,column,label\n"' + b"x" * 200_000],
)
def test_what_is_no_sample_is_refused(tmp_path, drawn, data):
    path = tmp_path / "s.csv"
    path.write_bytes(data)

    with pytest.raises(InputError):
        read_labels(path, drawn[2])


def test_points_that_cannot_be_told_widen_the_interval():
    sure = sampled_area([Counted(9000, 2, 58), Counted(1000, 27, 3)], 1.0)
    doubtful = sampled_area([Counted(9000, 2, 48, 10), Counted(1000, 27, 3)], 1.0)

    assert doubtful.high > sure.high + 1000
    assert doubtful.low <= sure.low


def test_nothing_labelled_is_no_area():
    assert sampled_area([Counted(9000, 0, 0, 60)], 1.0) is None


def test_a_site_labelled_whole_is_known_exactly():
    area = sampled_area([Counted(40, 3, 37), Counted(20, 20, 0)], 2.0)

    assert (area.low, area.median, area.high) == (46, 46, 46)


def test_no_change_among_few_labels_is_not_no_change():
    area = sampled_area([Counted(10_000, 0, 30)], 1.0)

    assert area.low == area.median == 0
    assert 900 < area.high < 1300


@pytest.mark.parametrize("many", [30, 60, 150])
@pytest.mark.parametrize("shares", [(0.01, 0.2, 0.9), (0.05, 0.4, 0.7), (0.0, 0.0, 0.1)])
def test_the_interval_holds_the_truth_in_nearly_all_draws(many, shares):
    rng = np.random.default_rng(many)
    sizes = (3000, 300, 200)
    full = [round(size * share) for size, share in zip(sizes, shares, strict=True)]
    drawn, held = allocated(sizes, many), 0
    for _ in range(120):
        hits = [
            int(rng.hypergeometric(k, n - k, d)) for k, n, d in zip(full, sizes, drawn, strict=True)
        ]
        strata = [Counted(n, h, d - h) for n, h, d in zip(sizes, hits, drawn, strict=True)]
        area = sampled_area(strata, 1.0)
        held += area.low <= sum(full) <= area.high
    assert held >= 0.93 * 120


def outlines(folder, *parts, images=None):
    listed = [
        {
            "type": "Feature",
            "properties": properties,
            "geometry": {"type": "Polygon", "coordinates": [corners(row, column, side)]},
        }
        for row, column, side, properties in parts
    ]
    found = {"type": "FeatureCollection", "features": listed}
    if images:
        found["images"] = images
    path = folder / "f.geojson"
    path.write_text(json.dumps(found), encoding="utf-8")
    return path


def test_outlines_are_read_and_their_change_is_told(tmp_path):
    path = outlines(
        tmp_path,
        (10, 10, 2, {"date": "before"}),
        (10, 10, 3, {"date": "2033-05-10", "height_m": 9}),
        (20, 20, 2, {"date": "after", "height_m": 12}),
    )
    area = footprint_change(footprints(path, EARLY, LATE), surenesses(path, EARLY, LATE))

    assert area.median == pytest.approx(8100 + 3600 - 3600, rel=0.002)
    assert area.low < area.median < area.high
    assert (area.basis.before, area.basis.after) == (1, 2)
    assert sum(share for _, share in area.basis.terms) == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ([(10, 10, 3, {})], "has no date of these pictures"),
        ([(10, 10, 3, {"date": "2032-01-01"})], "has no date of these pictures"),
        ([(10, 10, 3, {"date": "after", "height_m": "tall"})], "no usable number"),
        ([(10, 10, 3, {"date": "after"}), (11, 11, 3, {"date": "after"})], "share ground"),
        ([(10, 10, 3, {"date": "after"}), (10, 10, 3, {"date": "after"})], "share ground"),
    ],
)
def test_outlines_that_cannot_be_counted_are_refused(tmp_path, parts, reason):
    with pytest.raises(InputError, match=reason):
        footprints(outlines(tmp_path, *parts), EARLY, LATE)


def test_an_outline_that_crosses_itself_is_refused(tmp_path):
    path = outlines(tmp_path, (10, 10, 3, {"date": "after"}))
    found = json.loads(path.read_text(encoding="utf-8"))
    ring = found["features"][0]["geometry"]["coordinates"][0]
    ring[1], ring[2] = ring[2], ring[1]
    path.write_text(json.dumps(found), encoding="utf-8")

    with pytest.raises(InputError, match="crosses itself"):
        footprints(path, EARLY, LATE)


def test_a_yard_is_taken_off():
    outer = ((0, 0), (30, 0), (30, 30), (0, 30), (0, 0))
    yard = ((10, 10), (20, 10), (20, 20), (10, 20), (10, 10))
    sure = dict.fromkeys(("before", "after"), Sureness(0.5, 0.0, 0.0, 0.0, ()))

    assert footprint_change([Footprint("after", (outer, yard), None)], sure).median == 800
    assert area_m2(outer) == 900


def test_an_error_of_the_picture_is_shared_by_its_outlines_and_one_of_corners_is_not():
    ring = ((0, 0), (60, 0), (60, 30), (0, 30), (0, 0))
    one, four = ([Footprint("after", (ring,), 8.0)] * many for many in (1, 4))

    def width(prints, sure):
        area = footprint_change(prints, dict.fromkeys(("before", "after"), sure))
        return area.high - area.median

    corner, scale = Sureness(0.5, 0.0, 0.0, 0.0, ()), Sureness(0.0, 0.01, 0.0, 0.0, ())
    assert width(four, corner) == pytest.approx(2 * width(one, corner))
    assert width(four, scale) == pytest.approx(4 * width(one, scale))
    assert width(one, corner) == pytest.approx(1.96 * 33.54, rel=0.001)


@pytest.mark.parametrize("images", [{"after": {"scale_sd": -1}}, {"after": {"off_nadir_deg": 80}}, {"before": {"vertex_sd_m": "x"}}])  # fmt: skip
def test_nonsense_about_a_picture_is_refused(tmp_path, images):
    path = outlines(tmp_path, (10, 10, 3, {"date": "after"}), images=images)

    with pytest.raises(InputError):
        surenesses(path, EARLY, LATE)
