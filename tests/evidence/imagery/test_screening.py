"""What a pair is read as, and what forbids a reading."""

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter
from scipy.ndimage import shift as shifted

from allsource.errors import InputError, UsageError
from allsource.evidence.imagery import cva, irmad, radar
from allsource.evidence.imagery.flagging import flag
from allsource.evidence.imagery.registration import offset, registered
from allsource.evidence.imagery.screening import Request, compare, screen
from allsource.evidence.imagery.sites import site
from pictures import ground, pair, seen, write, write_pair, write_site

CLEAR = np.ones((140, 140), bool)


def screened(folder, blocks, place, **options):
    before, after = write_pair(folder, *blocks)
    polygon = site(write_site(folder / "site.geojson", *place)) if place else None
    return screen(compare(Request(before, after, polygon, **options)), polygon)


def test_a_new_district_reads_change_and_the_rest_no_change(tmp_path):
    built = screened(tmp_path, [(40, 40, 24)], (42, 42, 20))
    other = screened(tmp_path, [(40, 40, 24)], (90, 90, 20))

    assert (built.screening.verdict, built.screening.conclusive) == ("change", True)
    assert built.screening.score > 0.8
    assert (other.screening.verdict, other.screening.inside_share) == ("no change seen", 0.0)
    assert built.area is other.area is None


def test_a_small_change_in_a_large_site_is_possible_however_much_changed_around(tmp_path):
    blocks = [(60, 60, 8), (10, 10, 12), (10, 110, 12), (110, 10, 12), (110, 110, 12)]

    assert screened(tmp_path, blocks, (45, 45, 45)).screening.verdict == "possible change"


def test_gain_offset_and_season_alone_are_no_change(tmp_path):
    told = screened(tmp_path, [], (50, 50, 20))

    assert told.screening.verdict == "no change seen"
    assert told.screening.controls > 20


def test_without_a_site_pieces_are_held_against_each_other(tmp_path):
    assert screened(tmp_path, [(40, 40, 30)], None).screening.verdict == "change"
    told = screened(tmp_path, [], None)
    assert told.screening.verdict == "no change seen"
    assert any("no --site" in one for one in told.warnings)


def test_what_could_have_been_seen_grows_with_the_site(tmp_path):
    small = screened(tmp_path, [], (50, 50, 12)).screening.detectability
    large = screened(tmp_path, [], (40, 40, 60)).screening.detectability

    assert small.pixel_m == pytest.approx(30, rel=0.01)
    assert small.possible_side_m == large.possible_side_m >= 4 * small.pixel_m
    assert small.change_side_m < large.change_side_m


def test_a_site_of_few_pixels_cannot_be_told(tmp_path):
    told = screened(tmp_path, [(60, 60, 2)], (60, 60, 2))

    assert (told.screening.verdict, told.screening.conclusive) == ("possible change", False)
    assert any("the site is 4 clear pixels" in one for one in told.warnings)
    assert told.screening.detectability.possible_side_m is None


def test_colour_pictures_with_pixels_under_a_metre_are_unreliable(tmp_path):
    before, after = pair((40, 40, 24), bands=3)
    paths = [
        write(tmp_path / f"{n}.tif", one, pixel=0.5) for n, one in (("a", before), ("b", after))
    ]
    polygon = site(write_site(tmp_path / "s.geojson", 42, 42, 20, pixel=0.5))
    told = screen(compare(Request(*paths, polygon)), polygon)

    assert told.screening.verdict == "possible change"
    assert any("cannot tell: screening is unreliable at 0.5 m" in one for one in told.warnings)


@pytest.mark.parametrize("masked", [True, False])
def test_under_cloud_nothing_is_told(tmp_path, masked):
    before, after = pair()
    bank = gaussian_filter(np.pad(np.ones((140, 60)), ((0, 0), (0, 80))), 1.5)
    after = after * (1 - bank) + 250 * bank
    paths = [write(tmp_path / f"{n}.tif", one) for n, one in (("a", before), ("b", after))]
    masks = (write(tmp_path / "m.tif", bank[None] > 0.1),) if masked else ()
    polygon = site(write_site(tmp_path / "s.geojson", 60, 40, 25))
    told = screen(compare(Request(*paths, polygon, masks=masks)), polygon)

    assert not told.screening.conclusive
    said = "of the site is clear" if masked else "looks like cloud"
    assert any("cannot tell" in one and said in one for one in told.warnings)


@pytest.mark.parametrize("off", [(0.4, -0.3), (0.0, 0.6), (2.4, -1.7), (-9.0, 14.0)])
def test_a_displacement_is_measured_to_a_tenth_of_a_pixel(off):
    land = gaussian_filter(ground(5, 260), (0, 0.7, 0.7))
    before = seen(land, 6).astype(np.float32)
    after = seen(shifted(land, (0, *off), order=3, mode="nearest"), 7).astype(np.float32)
    found, tiles, agreed = offset(before, after, np.ones((260, 260), bool))

    assert found == pytest.approx(off, abs=0.1)
    assert tiles > 2 and agreed
    back, _, _ = offset(before, registered(after, found), np.ones((260, 260), bool))
    assert back == pytest.approx((0, 0), abs=0.1)


def test_more_than_one_pixel_is_refused(tmp_path):
    before, after = pair((40, 40, 24))
    paths = write(tmp_path / "a.tif", before), write(tmp_path / "b.tif", np.roll(after, 2, axis=1))

    with pytest.raises(InputError, match=r"2\.\d pixels off .*a\.tif; register the two first"):
        compare(Request(*paths))


def test_two_pictures_without_anything_in_common_cannot_be_told(tmp_path):
    noise = np.random.default_rng(0).uniform(1, 250, (2, 4, 140, 140))
    paths = [write(tmp_path / f"{n}.tif", one) for n, one in zip("ab", noise, strict=True)]
    told = screen(compare(Request(*paths)), None)

    assert not told.screening.conclusive
    assert any("could not be checked" in one for one in told.warnings)


def test_one_file_twice_and_the_wrong_order_are_refused(tmp_path):
    before, after = write_pair(tmp_path)

    with pytest.raises(UsageError, match="the same file"):
        compare(Request(before, before))
    with pytest.raises(UsageError, match="later than the second; swap them"):
        compare(Request(after, before))


def test_the_order_of_bands_changes_nothing():
    before, after = (one.astype(np.float32) for one in pair((40, 40, 24)))
    one = flag(irmad.change(before, after, CLEAR), CLEAR).pixels
    other = flag(irmad.change(before[::-1], after[::-1], CLEAR), CLEAR).pixels

    assert one.any()
    assert (one == other).all()


def test_a_pair_without_change_is_not_cut_in_two():
    before, after = (one.astype(np.float32) for one in pair())
    for measure in (irmad.change(before, after, CLEAR), cva.change(before, after, CLEAR)):
        assert flag(measure, CLEAR).pixels.mean() < 0.005


def test_constant_bands_are_left_to_change_vectors(tmp_path):
    before, after = pair((40, 40, 24))
    before[1], after[1] = 7, 7
    paths = [write(tmp_path / f"{n}.tif", one) for n, one in (("a", before), ("b", after))]

    assert compare(Request(*paths)).method == "CVA"


def speckled(blocks, seed):
    rng = np.random.default_rng(seed)
    level = ground(1, bands=1)[0] / 400
    for row, column, side in blocks:
        level[row : row + side, column : column + side] *= 5
    return (level * rng.gamma(4, 0.25, level.shape))[None]


@pytest.mark.parametrize("decibels", [False, True])
def test_radar_sees_new_strong_echoes_through_speckle(tmp_path, decibels):
    before, after = speckled([], 1), speckled([(40, 40, 24)], 2)
    if decibels:
        before, after = 10 * np.log10(before), 10 * np.log10(after)
    measure = radar.change(before.astype(np.float32), after.astype(np.float32), CLEAR)
    flagged = flag(measure, CLEAR).pixels

    assert flagged[44:60, 44:60].mean() > 0.95
    assert flagged[80:].mean() < 0.02
    paths = [
        write(tmp_path / f"{n}.tif", one, dtype="float32")
        for n, one in (("a", before), ("b", after))
    ]
    compared = compare(Request(*paths))
    assert (compared.method, compared.before.guessed) == ("log-ratio", True)


def test_no_position_finer_than_a_tenth_of_a_degree_is_told(tmp_path):
    told = screened(tmp_path, [], (50, 50, 20))

    assert (told.site.latitude, told.site.longitude) == (51.4, 3.0)
