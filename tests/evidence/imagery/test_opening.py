"""Broken, huge and foreign rasters are refused with file, reason and next step; nothing is fetched."""

import struct
import sys

import numpy as np
import pytest
import rasterio

from allsource.errors import InputError, UsageError
from allsource.evidence.imagery.aligned import read_pair
from allsource.evidence.imagery.opening import opened
from allsource.evidence.imagery.sites import site
from pictures import pair, write, write_pair, write_site


def refusal(path):
    with pytest.raises(InputError) as error, opened(path):
        pass
    assert error.value.path == str(path)
    assert error.value.next_step
    return error.value.reason


def test_a_geotiff_is_opened(tmp_path):
    path, _ = write_pair(tmp_path)

    with opened(path) as dataset:
        assert (dataset.count, dataset.width) == (4, 140)


def test_an_envi_file_is_opened_by_itself_or_by_its_header(tmp_path):
    before, _ = pair()
    write(tmp_path / "scene.dat", before, driver="ENVI")

    for name in ("scene.dat", "scene.hdr"):
        with opened(tmp_path / name) as dataset:
            assert dataset.driver == "ENVI"


def test_an_envi_header_may_be_written_in_capitals(tmp_path):
    before, _ = pair()
    write(tmp_path / "scene", before, driver="ENVI")
    (tmp_path / "scene.hdr").rename(tmp_path / "scene.HDR")

    with opened(tmp_path / "scene") as dataset:
        assert dataset.driver == "ENVI"


@pytest.mark.parametrize("kept", [4, 8, 100, 3000])
def test_a_geotiff_cut_short_is_refused(tmp_path, kept):
    path, other = write_pair(tmp_path, compress="deflate")
    path.write_bytes(path.read_bytes()[:kept])

    with pytest.raises(InputError) as error:
        read_pair(path, other, None)
    assert "read as a raster" in error.value.reason


@pytest.mark.parametrize("data", [b"", b"II", b"GIF89a", b"<VRTDataset/>", b"\x89PNG\r\n\x1a\n"])
def test_other_files_are_refused(tmp_path, data):
    path = tmp_path / "a.tif"
    path.write_bytes(data)

    assert "neither GeoTIFF nor ENVI" in refusal(path)


def test_a_virtual_raster_that_points_elsewhere_is_not_followed(tmp_path):
    path = tmp_path / "a.tif"
    path.write_text(
        '<VRTDataset rasterXSize="9" rasterYSize="9"><VRTRasterBand dataType="Byte" band="1">'
        "<SimpleSource><SourceFilename>/vsicurl/http://example.org/a.tif</SourceFilename>"
        "</SimpleSource></VRTRasterBand></VRTDataset>",
        encoding="utf-8",
    )

    assert "neither GeoTIFF nor ENVI" in refusal(path)


def test_a_missing_file_is_told(tmp_path):
    assert refusal(tmp_path / "none.tif") == "no such file"


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_a_raster_without_georeference_is_refused(tmp_path):
    path = tmp_path / "a.tif"
    with rasterio.open(
        path, "w", driver="GTiff", width=50, height=50, count=3, dtype="uint8"
    ) as file:
        file.write(np.ones((3, 50, 50), np.uint8))

    assert "no georeference" in refusal(path)


def test_complex_numbers_are_refused(tmp_path):
    before, _ = pair(bands=1)
    path = write(tmp_path / "a.tif", before, dtype="complex64")

    assert "complex" in refusal(path)


def test_a_block_that_unpacks_to_too_much_is_refused(tmp_path):
    path = tmp_path / "a.tif"
    with rasterio.open(
        path, "w", driver="GTiff", width=20_000, height=20_000, count=2, dtype="uint8",
        crs="EPSG:32631", transform=rasterio.Affine(10, 0, 5e5, 0, -10, 5.7e6),
        compress="deflate", tiled=True, blockxsize=16384, blockysize=16384, sparse_ok=True,
    ):  # fmt: skip
        pass

    assert "one block of it unpacks to 512 MB" in refusal(path)


def test_an_envi_header_that_asks_for_more_than_the_file_holds_is_refused(tmp_path):
    before, _ = pair()
    write(tmp_path / "scene.dat", before, driver="ENVI")
    header = tmp_path / "scene.hdr"
    header.write_text(
        header.read_text(encoding="utf-8").replace("lines   = 140", "lines   = 50000"),
        encoding="utf-8",
    )

    assert "more bytes than the file holds" in refusal(tmp_path / "scene.dat")


def test_an_absurd_number_of_bands_is_refused_until_some_are_named(tmp_path):
    many = np.repeat(pair(bands=1)[0][:, :60, :60], 300, axis=0)
    paths = [write(tmp_path / f"{name}.tif", many) for name in "ab"]

    with pytest.raises(InputError, match="300 bands; at most 32"):
        read_pair(*paths, None)
    assert read_pair(*paths, None, bands=(1, 7)).before.shape == (2, 60, 60)


def test_a_header_of_absurd_size_is_refused(tmp_path):
    tags = [(256, 400_000), (257, 400_000), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, 1), (279, 8)]  # fmt: skip
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    path = tmp_path / "a.tif"
    path.write_bytes(b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + b"\0\0\0\0")

    assert refusal(path)


def test_without_the_extra_one_sentence_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "rasterio", None)

    with pytest.raises(UsageError, match=r"pip install 'allsource\[imagery\]'"), opened(tmp_path):
        pass


def test_a_large_raster_is_read_coarser_not_whole(tmp_path, monkeypatch):
    monkeypatch.setattr("allsource.evidence.imagery.aligned._MOST_PIXELS", 5000)
    read = read_pair(*write_pair(tmp_path), None)

    assert (read.grid.factor, read.before.shape) == (2, (4, 70, 70))
    assert read.grid.pixel_m == pytest.approx(60, rel=0.001)


def test_only_the_site_and_its_surroundings_are_read(tmp_path):
    before, after = pair(size=400)
    paths = [write(tmp_path / f"{n}.tif", one) for n, one in (("a", before), ("b", after))]
    read = read_pair(*paths, site(write_site(tmp_path / "s.geojson", 20, 30, 10)))

    assert (read.grid.height, read.grid.width) == (180, 190)
    assert (read.grid.row, read.grid.column) == (0, 0)
    assert np.argwhere(read.site)[[0, -1]].tolist() == [[20, 30], [29, 39]]


def test_different_grids_are_laid_onto_the_coarser(tmp_path):
    before, after = pair()
    coarse = before.reshape(4, 70, 2, 70, 2).mean(axis=(2, 4))
    one = write(tmp_path / "a.tif", coarse, pixel=60)
    read = read_pair(one, write(tmp_path / "b.tif", after), None)

    assert read.warped
    assert read.before.shape == read.after.shape == (4, 70, 70)
    assert np.corrcoef(read.before[0].ravel(), read.after[0].ravel())[0, 1] > 0.95


def test_pictures_with_unlike_bands_are_not_compared(tmp_path):
    before, after = pair()
    paths = write(tmp_path / "a.tif", before), write(tmp_path / "b.tif", after[:3])

    with pytest.raises(InputError, match="3 bands and the other picture 4"):
        read_pair(*paths, None)


def test_a_site_outside_the_pictures_is_refused(tmp_path):
    with pytest.raises(InputError, match="does not lie wholly inside"):
        read_pair(*write_pair(tmp_path), site(write_site(tmp_path / "s.geojson", 130, 30, 20)))


def test_what_a_mask_marks_and_what_is_empty_is_not_clear(tmp_path):
    before, after = pair()
    before[:, :10] = 0
    cloud = np.zeros((1, 140, 140))
    cloud[:, 100:] = 3
    paths = [write(tmp_path / f"{n}.tif", one) for n, one in (("a", before), ("b", after))]
    read = read_pair(*paths, None, masks=[write(tmp_path / "m.tif", cloud)])

    assert not read.clear[:10].any()
    assert not read.clear[101:].any()
    assert read.clear[10:99].all()
