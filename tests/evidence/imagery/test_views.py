"""What people see of a pair."""

import io
import zlib

import numpy as np
import pytest
import rasterio

from allsource.evidence.imagery.png import png
from allsource.evidence.imagery.screening import Request, compare
from allsource.evidence.imagery.strata import Point
from allsource.evidence.imagery.views import around, before_and_after, views
from pictures import write_pair


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_a_picture_is_read_back_as_it_was_written():
    pixels = np.random.default_rng(0).integers(0, 255, (7, 5, 3), dtype=np.uint8)

    with rasterio.open(io.BytesIO(png(pixels))) as file:
        assert (np.moveaxis(file.read(), 0, -1) == pixels).all()
    assert png(pixels) == png(pixels)


def test_both_dates_are_stretched_each_by_itself(tmp_path):
    seen = views(compare(Request(*write_pair(tmp_path, (50, 50, 20)))))

    for one in (seen.before, seen.after):
        assert one.shape == (140, 140, 3)
        assert (one.min(), one.max()) == (0, 255)


def test_bands_are_shown_as_asked(tmp_path):
    compared = compare(Request(*write_pair(tmp_path)))

    assert (views(compared, (4, 3, 2)).before[..., 1] == views(compared).before[..., 0]).all()


def test_a_view_has_its_point_in_the_middle_also_at_an_edge():
    seen = np.zeros((60, 60, 3), np.uint8)
    seen[2, 57] = 255
    found = around(seen, Point(1, 2, 57, 0))
    rows = np.frombuffer(zlib.decompress(found[found.index(b"IDAT") + 4 : -16]), np.uint8)

    assert rows.reshape(49, -1)[:, 1:].reshape(49, 49, 3)[24, 24].tolist() == [255, 255, 255]


def test_both_dates_are_given_as_small_pictures(tmp_path):
    before, after = before_and_after(compare(Request(*write_pair(tmp_path, (50, 50, 20)))))

    assert before != after
    assert before[16:24] == (140).to_bytes(4, "big") * 2
