"""On which day a picture was taken, and which polygon is the site."""

import json

import pytest

from allsource.errors import InputError, UsageError
from allsource.evidence.imagery.describe import describe
from allsource.evidence.imagery.ground import degree_m, pixel_area
from allsource.evidence.imagery.sites import site
from pictures import corners, pair, write, write_site


def stamped(folder, tags, sidecar=None, day=None):
    path = write(folder / "a.tif", pair()[0], tags=tags)
    if sidecar is not None:
        (folder / "a.json").write_text(sidecar, encoding="utf-8")
    picture = describe(path, day=day).picture
    return picture.taken, picture.dated_by


def test_the_user_then_a_sidecar_then_a_tag_tells_the_day(tmp_path):
    tags = {"ACQUISITION_DATE": "2031-05-04"}
    item = json.dumps({"properties": {"datetime": "2031-05-05T10:00:00Z"}})

    assert stamped(tmp_path, tags) == ("2031-05-04", "tag ACQUISITION_DATE")
    assert stamped(tmp_path, tags, item) == ("2031-05-05", "sidecar a.json")
    assert stamped(tmp_path, tags, item, "2031-05-06") == ("2031-05-06", "option")


def test_a_general_time_stamp_counts_last(tmp_path):
    assert stamped(tmp_path, {"TIFFTAG_DATETIME": "2031:05:04 10:00:00"})[0] == "2031-05-04"


@pytest.mark.parametrize("sidecar", ["{", "[]", '{"properties": 3}', '{"properties": {"datetime": 5}}', "[" * 9999])  # fmt: skip
def test_a_broken_sidecar_is_passed_over(tmp_path, sidecar):
    assert stamped(tmp_path, {}, sidecar) == (None, None)


def test_what_is_no_day_is_refused(tmp_path):
    with pytest.raises(UsageError, match="is no day"):
        stamped(tmp_path, {}, day="May 2031")


def test_a_site_is_read_with_its_name(tmp_path):
    found = site(write_site(tmp_path / "s.geojson", 10, 10, 20))

    assert found.name == "Quay works"
    assert len(found.polygons[0][0]) == 5


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "no JSON"),
        ("[1]", "no GeoJSON object"),
        ("[" * 100_000, "no JSON"),
        ('{"type": "Point", "coordinates": [1, 2]}', "something else than polygons"),
        ('{"type": "Polygon", "coordinates": [[[1, 2], [1, 2]]]}', "fewer than three corners"),
        ('{"type": "Polygon", "coordinates": [[[1, 2], [2, "x"], [2, 3]]]}', "no pair of numbers"),
        ('{"type": "Polygon", "coordinates": [[[500000, 2], [2, 2], [2, 3]]]}', "no longitude"),
        ('{"type": "Polygon", "coordinates": [[[NaN, 2], [2, 2], [2, 3]]]}', "no longitude"),
        ('{"type": "FeatureCollection", "features": []}', "holds no feature"),
        ('{"type": "Polygon", "crs": {"properties": {"name": "EPSG:32631"}}, "coordinates": []}', "another coordinate system"),
    ],
)  # fmt: skip
def test_what_is_no_site_is_refused(tmp_path, text, reason):
    path = tmp_path / "s.geojson"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=reason):
        site(path)


def test_a_pixel_of_web_mercator_is_measured_on_the_ground():
    import rasterio

    place = rasterio.Affine(100, 0, 0, 0, -100, 8_399_737)
    area = pixel_area(rasterio.CRS.from_epsg(3857), place, 0, 0)

    assert area == pytest.approx(10_000 * 0.2506, rel=0.01)


def test_degrees_grow_short_towards_the_pole():
    assert degree_m(80.0)[0] < degree_m(0.0)[0] / 5
    (west, south), (east, _) = corners(0, 0, 100)[0], corners(0, 0, 100)[1]
    assert (east - west) * degree_m(south)[0] == pytest.approx(3000, rel=0.002)
