"""`allsource imagery`: what it prints, what it writes, and what it makes of hostile files."""

import csv
import json
import re
import subprocess
import sys

import pytest

from pictures import corners, pair, write, write_pair, write_site


def imagery(*arguments, folder=None):
    command = [sys.executable, "-m", "allsource", "imagery", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, cwd=folder, timeout=180, check=False, text=True
    )


def lines(ended):
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_one_object_with_the_fields_of_the_contract(tmp_path):
    before, after = write_pair(tmp_path, (50, 50, 24))
    site = write_site(tmp_path / "s.geojson", 52, 52, 20)
    ended = imagery(before, after, "--json", "--site", site)
    (told,) = lines(ended)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert list(told)[:4] == ["screening", "score", "area_m2", "warnings"]
    assert (told["screening"], told["area_m2"]) == ("change", None)
    assert told["period"] == ["2031-05-04", "2033-05-10"]
    assert told["site"] == {"name": "Quay works", "latitude": 51.4, "longitude": 3.0}
    assert told["construct"] == "changed surface"


def test_screening_prints_no_square_metres_and_no_fine_position(tmp_path):
    before, after = write_pair(tmp_path, (50, 50, 24))
    site = write_site(tmp_path / "s.geojson", 52, 52, 20)
    for words in (["--json"], []):
        out = imagery(before, after, "--site", site, *words).stdout
        assert "m²" not in out
        assert not re.search(r'"(low|median|high)"', out)
        longitude = str(corners(52, 52, 20)[0][0])[:6]
        assert longitude not in out


def test_a_sample_is_drawn_labelled_and_read_back(tmp_path):
    before, after = write_pair(tmp_path, (50, 50, 24))
    site = write_site(tmp_path / "s.geojson", 40, 40, 50)
    ended = imagery(before, after, "--site", site, "--draw-sample", 60, "--json", folder=tmp_path)
    (told,) = lines(ended)

    assert told["sample"] == {"csv": "SAMPLE.csv", "page": "SAMPLE.html", "points": 60}
    with (tmp_path / "SAMPLE.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        inside = 50 <= int(row["row"]) < 74 and 50 <= int(row["column"]) < 74
        row["label"] = "changed" if inside else "unchanged"
    with (tmp_path / "L.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, list(rows[0]))
        out.writeheader()
        out.writerows(rows)
    (told,) = lines(
        imagery(before, after, "--site", site, "--labels", tmp_path / "L.csv", "--json")
    )
    area = told["area_m2"]

    assert area["from"] == "labelled sample"
    assert (area["interval"], area["basis"]["labelled"]) == (0.95, 60)
    assert area["low"] <= 24 * 24 * 900 <= area["high"]


def test_a_sample_is_never_written_over(tmp_path):
    before, after = write_pair(tmp_path)
    (tmp_path / "SAMPLE.csv").write_text("labels", encoding="utf-8")
    ended = imagery(before, after, "--draw-sample", 60, folder=tmp_path)

    assert ended.returncode == 2
    assert "perhaps with labels" in ended.stderr
    assert (tmp_path / "SAMPLE.csv").read_text(encoding="utf-8") == "labels"


def test_outlines_give_an_area_and_tell_what_was_assumed(tmp_path):
    before, after = write_pair(tmp_path)
    shape = {"type": "Polygon", "coordinates": [corners(50, 50, 4)]}
    one = {"type": "Feature", "properties": {"date": "after"}, "geometry": shape}
    path = tmp_path / "f.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [one]}), encoding="utf-8")
    (told,) = lines(imagery(before, after, "--footprints", path, "--json"))

    assert told["area_m2"]["from"] == "footprints"
    assert told["area_m2"]["median"] == pytest.approx(14_400, rel=0.05)
    assert any("assumed for the picture after: " in one for one in told["warnings"])
    assert any("no outline is of the picture before" in one for one in told["warnings"])


def test_a_stack_tells_each_step_and_then_the_whole(tmp_path):
    before, after = pair((50, 50, 24))
    _, last = pair((50, 50, 24), (90, 20, 24))
    days = ["2031-05-04", "2032-05-04", "2033-05-04"]
    paths = [
        write(tmp_path / f"{n}.tif", one)
        for n, one in zip("abc", (before, after, last), strict=True)
    ]
    ended = imagery(*paths, "--json", *(word for day in days for word in ("--taken", day)))

    assert [(one["stack"], one["period"]) for one in lines(ended)] == [
        (False, days[:2]), (False, days[1:]), (True, [days[0], days[2]]),
    ]  # fmt: skip


def test_a_broken_picture_is_told_and_the_rest_of_the_stack_goes_on(tmp_path):
    before, after = write_pair(tmp_path, (50, 50, 24))
    broken = tmp_path / "broken.tif"
    broken.write_bytes(after.read_bytes()[:400])
    ended = imagery(before, after, broken, "--json")

    assert ended.returncode == 3
    assert len(lines(ended)) == 1
    assert re.fullmatch(r"not read: \S*broken\.tif: .+; .+\n", ended.stderr)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--draw-sample", "60", "--labels", "x.csv"], "give one of them"),
        (["--draw-sample", "5"], "30 to 1,000 points"),
        (["--taken", "2031-05-04"], "once for each of the 2 pictures"),
        (["--taken", "soon", "--taken", "later"], "is no day"),
    ],
)
def test_what_cannot_be_followed_is_told(tmp_path, words, said):
    ended = imagery(*write_pair(tmp_path), *words, folder=tmp_path)

    assert ended.returncode == 2
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


def test_one_picture_shows_no_change(tmp_path):
    ended = imagery(write_pair(tmp_path)[0])

    assert (ended.returncode, "give two pictures" in ended.stderr) == (2, True)


def test_pictures_more_than_a_pixel_apart_are_refused(tmp_path):
    import numpy as np

    before, after = pair()
    paths = write(tmp_path / "a.tif", before), write(tmp_path / "b.tif", np.roll(after, 3, axis=2))
    ended = imagery(*paths, "--json")

    assert (ended.returncode, ended.stdout) == (3, "")
    assert "register the two first" in ended.stderr


def test_invented_pictures_are_told_as_such_and_never_beside_real_ones(tmp_path):
    real = write_pair(tmp_path, (50, 50, 24))
    made = [tmp_path / name for name in ("m1.tif", "m2.tif")]
    for path, bands, day in zip(
        made, pair((50, 50, 24)), ("2031-05-04", "2033-05-10"), strict=True
    ):
        write(path, bands, tags={"ACQUISITION_DATE": day, "SYNTHETIC": "true"})
    ended = imagery(*made)

    assert ended.stdout.startswith("INVENTED EVIDENCE\n")
    assert 'reads as "possible change"' in ended.stdout
    assert 'reads as "change"' in ended.stdout
    assert lines(imagery(*made, "--json"))[0]["synthetic"] is True
    assert lines(imagery(*real, "--json"))[0]["synthetic"] is False
    mixed = imagery(real[0], made[1], "--json")
    assert (mixed.returncode, mixed.stdout) == (3, "")
    assert "the other picture is not" in mixed.stderr


def test_invented_outlines_are_refused_for_real_pictures(tmp_path):
    before, after = write_pair(tmp_path, (50, 50, 24))
    site = write_site(tmp_path / "s.geojson", 52, 52, 20)
    site.write_text('{"synthetic": true, ' + site.read_text().lstrip()[1:])
    ended = imagery(before, after, "--site", site)

    assert (ended.returncode, ended.stdout) == (3, "")
    assert "the pictures are real" in ended.stderr


def test_the_page_for_labels_says_that_pictures_are_invented(tmp_path):
    made = [tmp_path / name for name in ("m1.tif", "m2.tif")]
    for path, bands, day in zip(
        made, pair((50, 50, 24)), ("2031-05-04", "2033-05-10"), strict=True
    ):
        write(path, bands, tags={"ACQUISITION_DATE": day, "SYNTHETIC": "true"})
    imagery(*made, "--draw-sample", 30, "-o", tmp_path / "s.csv")

    assert "INVENTED EVIDENCE" in (tmp_path / "s.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda text: "\n".join(text.splitlines()[:-2]), "has 28 points"),
        (lambda text: text.replace(",unchanged,", ",maybe,", 1), "is no label"),
        (lambda text: text[:0] + "=cmd|x,point\n1,2\n", "lacks rows, or one of"),
        (lambda text: text[:0], "lacks rows, or one of"),
    ],
)
def test_labels_that_cannot_be_used_are_told_with_the_file(tmp_path, spoil, reason):
    before, after = write_pair(tmp_path, (50, 50, 24))
    site = write_site(tmp_path / "s.geojson", 40, 40, 50)
    imagery(before, after, "--site", site, "--draw-sample", 30, folder=tmp_path)
    drawn = (tmp_path / "SAMPLE.csv").read_text(encoding="utf-8")
    labelled = drawn.replace(",,,", ",unchanged,,")
    labels = tmp_path / "L.csv"
    labels.write_text(spoil(labelled), encoding="utf-8")
    ended = imagery(before, after, "--site", site, "--labels", labels, "--json")

    assert (ended.returncode, ended.stdout) == (3, "")
    assert f"not read: {labels}: " in ended.stderr
    assert reason in ended.stderr
