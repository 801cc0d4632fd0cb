"""The invented sensors of the sample stand beside its claims, and stay out of a real case."""

import gzip
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from allsource.cli.app import app
from allsource.entities.listed import Listed, Named, listed_from
from allsource.entities.match import Party, match
from allsource.ledger.case import Case
from allsource.model.listing import ListedName, Listing
from allsource.sample import observed

rasterio = pytest.importorskip("rasterio")
RUN = CliRunner()


def assess(folder, case, *words):
    return RUN.invoke(app, ["assess", str(folder), "--case", str(case), "--json", *words])


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    root = tmp_path_factory.mktemp("observed")
    with observed() as bundled:
        shutil.copytree(bundled, root / "in")
    done = assess(root / "in", root / "case")
    assert done.exit_code == 0, done.output
    return root


def kept(case, kind):
    with Case(case) as opened:
        return [body for _, body in opened.all_kept(kind)]


@pytest.mark.parametrize("kind", ["track", "imagery", "list"])
def test_each_observation_bears_one_claim_out_contradicts_one_and_does_not_bear_on_a_third(
    made, kind
):
    verdicts = [one["verdict"] for one in kept(made / "case", "bearing") if one["kind"] == kind]

    assert sorted(verdicts) == ["bears out", "contradicts", "does not bear"]


def test_what_is_invented_says_so_in_the_ledger_and_on_the_page(made):
    assert all(one["synthetic"] for one in kept(made / "case", "leg"))
    assert all(one["before"]["synthetic"] for one in kept(made / "case", "screening"))
    assert all(one["synthetic"] for one in kept(made / "case", "listed"))
    page = (made / "case" / "dossier.html").read_text(encoding="utf-8")
    assert "Fictional case" in page.partition('id="beside"')[2][:400]


def test_no_position_is_finer_than_a_tenth_of_a_degree(made):
    for leg in kept(made / "case", "leg"):
        for _, latitude, longitude in leg["path"]:
            assert round(latitude, 1) == latitude
            assert round(longitude, 1) == longitude


def test_a_second_run_enters_nothing(made):
    with Case(made / "case") as opened:
        before = opened.size()
    assert assess(made / "in", made / "case").exit_code == 0
    with Case(made / "case") as opened:
        assert opened.size() == before


def test_invented_evidence_is_refused_beside_real_pages(made, tmp_path):
    folder = tmp_path / "in"
    shutil.copytree(made / "in", folder)
    for page in folder.glob("*.txt"):
        page.unlink()
    (folder / "real.txt").write_text("Ann Lind said an Il-76 flew to Velory.\n", encoding="utf-8")
    done = assess(folder, tmp_path / "case")

    assert done.exit_code == 3
    reasons = [row["reason"] for row in json.loads(done.stdout)["failures"]]
    assert len(reasons) == 5
    assert all("marked as invented evidence" in reason for reason in reasons)
    for kind in ("leg", "screening", "listed", "bearing"):
        assert kept(tmp_path / "case", kind) == []


def test_without_any_the_page_says_so(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "real.txt").write_text("Ann Lind said the yard built 40 boats.\n", encoding="utf-8")
    assert assess(folder, tmp_path / "case").exit_code == 0
    page = (tmp_path / "case" / "dossier.html").read_text(encoding="utf-8")

    assert "No track, image or list in hand." in page


def test_a_broken_observation_costs_nothing_else(made, tmp_path):
    folder = tmp_path / "in"
    shutil.copytree(made / "in", folder)
    (folder / "broken.json").write_text('{"icao": "f00077", "trace": [[', encoding="utf-8")
    (folder / "ollen" / "broken.tif").write_bytes(b"II*\x00 nothing")
    done = assess(folder, tmp_path / "case")

    assert done.exit_code == 3
    for kind in ("leg", "screening", "listed"):
        assert len(kept(tmp_path / "case", kind)) == 1
    assert set(failures(done)) == {"broken.json", "ollen/broken.tif"}


def test_what_cannot_be_used_is_not_counted_as_in_hand(tmp_path):
    folder, case = tmp_path / "in", tmp_path / "case"
    folder.mkdir()
    (folder / "real.txt").write_text("Ann Lind said the yard built 40 boats.\n", encoding="utf-8")
    (folder / "bomb.xml").write_text('<!DOCTYPE x [<!ENTITY a "b">]><sdnList>&a;</sdnList>')
    (folder / "empty.csv").write_bytes(b"")
    (folder / "cut.json").write_text('{"icao": "f00077", "trace": [[')
    done = assess(folder, case)

    assert done.exit_code == 3
    assert failures(done)["empty.csv"] == "it is empty"
    assert len(failures(done)) == 3
    told = RUN.invoke(app, ["check", str(folder / "real.txt"), "--case", str(case)]).stdout
    assert "tracks, pictures and lists in hand: none" in told


def test_one_picture_alone_is_told_by_its_name(made, tmp_path):
    folder = tmp_path / "in"
    shutil.copytree(made / "in", folder)
    (folder / "ollen" / "2020-05-20.tif").write_bytes(b"II*\x00 nothing")
    done = assess(folder, tmp_path / "case")

    assert "cannot be read as a raster" in failures(done)["ollen/2020-05-20.tif"]
    assert "the only picture" in failures(done)["ollen/2021-05-02.tif"]


def failures(done):
    return {row["path"]: row["reason"] for row in json.loads(done.stdout)["failures"]}


def real(folder):
    """Take the mark away from a trace, a picture, an airport table and an outline of the sample."""
    trace = folder / "trace_f00076.json"
    trace.write_text(trace.read_text().replace('"synthetic":true,', ""))
    outline = folder / "ollen" / "site.geojson"
    outline.write_text(outline.read_text().replace('"synthetic":true,', ""))
    airports = folder / "airports.csv"
    airports.write_text(airports.read_text().partition("\n")[2])
    unmark(folder / "ollen" / "2020-05-20.tif")


def unmark(picture):
    with rasterio.open(picture, "r+") as file:
        file.update_tags(SYNTHETIC="")


def test_a_real_picture_is_never_compared_with_an_invented_one(made, tmp_path):
    for invented in (True, False):
        folder, case = tmp_path / f"in{invented}", tmp_path / f"case{invented}"
        shutil.copytree(made / "in", folder)
        if not invented:
            for page in folder.glob("*.txt"):
                page.write_text("Ann Lind said the yard built 40 boats.\n", encoding="utf-8")
        unmark(folder / "ollen" / "2020-05-20.tif")
        done = assess(folder, case)

        assert kept(case, "screening") == []
        assert "the other picture is not" in failures(done)["ollen/2021-05-02.tif"]


def test_real_evidence_is_refused_in_a_fictional_case_file_by_file(made, tmp_path):
    folder = tmp_path / "in"
    shutil.copytree(made / "in", folder)
    real(folder)
    done = assess(folder, tmp_path / "case")

    told = failures(done)
    for name in ("trace_f00076.json", "airports.csv", "ollen/site.geojson"):
        assert "not marked as invented" in told[name]
    assert kept(tmp_path / "case", "leg") == []


def test_an_invented_track_is_no_control_of_a_real_one(made, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    trace = (made / "in" / "trace_f00076.json").read_text()
    (folder / "a.json").write_text(trace)
    (folder / "b.json").write_text(trace.replace('"synthetic":true,', ""))
    done = assess(folder, tmp_path / "case")

    assert "invented" in failures(done)["a.json"]
    (leg,) = kept(tmp_path / "case", "leg")
    assert leg["synthetic"] is False
    assert leg["gaps"][0]["others_heard"] is None


def test_a_ledger_of_real_legs_takes_no_invented_page_in_either_order(made, tmp_path):
    trace = (made / "in" / "trace_f00076.json").read_text().replace('"synthetic":true,', "")
    page = next((made / "in").glob("*.txt"))
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.json").write_text(trace)
    assess(folder, tmp_path / "legs first")
    shutil.copy(page, folder)
    assess(folder, tmp_path / "legs first")
    assert len(kept(tmp_path / "legs first", "leg")) == 1
    assert kept(tmp_path / "legs first", "document") == []

    (folder / "a.json").rename(tmp_path / "a.json")
    assess(folder, tmp_path / "page first")
    (tmp_path / "a.json").rename(folder / "a.json")
    assess(folder, tmp_path / "page first")
    assert kept(tmp_path / "page first", "leg") == []
    assert len(kept(tmp_path / "page first", "document")) == 1


def test_what_is_not_used_is_told(made, tmp_path):
    folder = tmp_path / "in"
    shutil.copytree(made / "in", folder)
    shutil.copy(folder / "airports.csv", folder / "other.csv")
    shutil.copy(folder / "ollen" / "site.geojson", folder / "ollen" / "site2.geojson")
    packed = gzip.compress((folder / "invented-list.ftm.json").read_bytes())
    (folder / "packed.json.gz").write_bytes(packed)
    done = assess(folder, tmp_path / "case")

    told = failures(done)
    assert "airports.csv is used" in told["other.csv"]
    assert "site.geojson is used" in told["ollen/site2.geojson"]
    assert "packed" in told["packed.json.gz"]


def test_an_undated_picture_among_dated_ones_is_told(made, tmp_path):
    folder = tmp_path / "in"
    shutil.copytree(made / "in", folder)
    with rasterio.open(folder / "ollen" / "2021-05-02.tif", "r+") as file:
        file.update_tags(ACQUISITION_DATE="")
    done = assess(folder, tmp_path / "case")

    assert "has no date" in " ".join(failures(done).values())
    assert kept(tmp_path / "case", "screening") == []


EU = """<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2031-05-04" synthetic="true">
<sanctionEntity euReferenceNumber="EU.1.1"><nameAlias wholeName="Pellarine Freight" strong="true"/>
<birthdate birthdate="1971-05-04"/><identification identificationTypeCode="passport" number="X000111"/>
</sanctionEntity></export>"""


def test_an_entry_of_no_kind_is_one_row_and_a_second_run_enters_nothing(made, tmp_path):
    folder, case = tmp_path / "in", tmp_path / "case"
    shutil.copytree(made / "in", folder)
    (folder / "eu.xml").write_text(EU, encoding="utf-8")
    assert assess(folder, case).exit_code == 0
    rows = [one for one in kept(case, "listed") if one["uid"] == "EU.1.1"]
    assert len({(one["party"], one["uid"]) for one in rows}) == len(rows) > 0
    assert "1971" not in json.dumps(rows)
    assert "X000111" not in json.dumps(rows)
    with Case(case) as opened:
        before = opened.size()
    assess(folder, case)
    with Case(case) as opened:
        assert opened.size() == before


def test_bad_lines_of_a_list_do_not_grow_the_dossier(made, tmp_path):
    folder = tmp_path / "in"
    shutil.copytree(made / "in", folder)
    listed = folder / "invented-list.ftm.json"
    listed.write_text(listed.read_text() + '{"id": 1}\n' * 100_000)
    done = assess(folder, tmp_path / "case")

    assert len(json.loads(done.stdout)["failures"]) == 1_001
    assert "99,000 more" in failures(done)["invented-list.ftm.json"]
    assert (tmp_path / "case" / "dossier.html").stat().st_size < 2_000_000


def checked(made, page, *words):
    done = RUN.invoke(app, ["check", str(page), "--case", str(made), "--json", *words])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


STATUS = {"bears out": "borne out", "contradicts": "contradicted"}
ALL = ["bears out", "contradicts", "does not bear"]


@pytest.mark.parametrize("where", ["case", "in"])
def test_a_check_says_what_sensors_and_lists_say_of_each_claim(made, where):
    pages = sorted((made / "in").glob("*.txt"))
    checks = [one for page in pages for one in checked(made / where, page)]
    kinds = {kind: [] for kind in ("track", "imagery", "list")}
    for one in checks:
        for seen in one["observed"]:
            assert seen["synthetic"]
            assert seen["compared"]
            assert all(len(file["sha256"]) == 64 for file in seen["files"])
            assert one["status"] == STATUS.get(seen["verdict"], "no other evidence")
            kinds[seen["kind"]].append(seen["verdict"])

    assert {kind: sorted(found) for kind, found in kinds.items()} == dict.fromkeys(kinds, ALL)


def test_a_check_of_an_article_that_is_not_in_the_case_reads_what_the_case_holds(made, tmp_path):
    page = tmp_path / "new.txt"
    page.write_text(
        "ALLSOURCE FICTION: an invented page.\n\n"
        "An Il-76 flew from Corrant to Velory on 4 May 2021, said Ann Lind.\n\n"
        "The yard at Corrant built 40 boats, said Ann Lind.\n",
        encoding="utf-8",
    )
    shown = tmp_path / "page.html"
    flown, built = checked(made / "case", page, "-o", str(shown))

    assert flown["status"] == "borne out"
    assert flown["observed"][0]["verdict"] == "bears out"
    assert (built["status"], built["observed"]) == ("no other evidence", [])
    assert "trace_f00076.json" in shown.read_text(encoding="utf-8")


def test_invented_observations_are_not_set_beside_a_real_article(made, tmp_path):
    page = tmp_path / "real.txt"
    page.write_text(
        "An Il-76 flew from Corrant to Velory on 4 May 2021, said Ann Lind.\n", encoding="utf-8"
    )

    assert checked(made / "case", page)[0]["observed"] == []


def test_nothing_in_hand_is_told_apart_from_nothing_that_bears(tmp_path):
    page = tmp_path / "real.txt"
    page.write_text("Ann Lind said the yard built 40 boats.\n", encoding="utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(page, folder)

    assert checked(folder, page)[0]["observed"] is None
    told = RUN.invoke(app, ["check", str(page), "--case", str(folder)]).stdout
    assert "tracks, pictures and lists in hand: none" in told


@pytest.mark.parametrize("kind", ["leg", "screening", "listed", "bearing"])
def test_why_leads_from_an_observation_to_its_files(made, kind):
    with Case(made / "case") as opened:
        names = [name for name, _ in opened.all_kept(kind)]
    done = RUN.invoke(app, ["why", str(made / "case"), names[0], "--json"])
    grounds = [json.loads(line) for line in done.stdout.splitlines()]
    files = [file for one in grounds for file in one["files"]]

    assert done.exit_code == 0, done.output
    assert grounds[0]["id"] == names[0]
    assert files
    assert all(one["synthetic"] for one in grounds if one["type"] != "root")
    for file in files:
        assert (made / "in" / file["path"]).is_file()
        assert file["place"]
    assert any(one["type"] == "claim" and one["passages"] for one in grounds)


def test_why_shows_the_observations_beside_a_claim_and_marks_the_case_as_fictional(made):
    bears = next(one for one in kept(made / "case", "bearing") if one["verdict"] == "bears out")
    shown = RUN.invoke(app, ["why", str(made / "case"), bears["claim"]]).stdout

    assert shown.startswith("FICTIONAL CASE")
    assert f"{bears['verdict']}: {bears['why']}" in shown
    assert bears["observation"] in shown or "list entry lsd_" in shown


def test_what_is_removed_from_the_folder_is_no_longer_in_hand(made, tmp_path):
    folder, case = tmp_path / "in", tmp_path / "case"
    shutil.copytree(made / "in", folder)
    assert assess(folder, case).exit_code == 0
    (folder / "trace_f00076.json").unlink()
    assert assess(folder, case).exit_code == 0
    page = folder / "2021-05-12-port-iskal-tribune.txt"
    kinds = {seen["kind"] for one in checked(case, page) for seen in one["observed"]}

    assert kinds == {"imagery", "list"}


def test_a_weak_name_stays_weak_when_a_match_is_read_back():
    entry = Listing(
        "a list", "2031-05-04", "1", "person",
        (ListedName("Anna Vell"), ListedName("Vell the Quiet", "weak alias")), ("P",), "2030",
    )  # fmt: skip
    one = Listed(
        Named("Vell the Quiet", frozenset({"person"})), entry, entry.names[1],
        match(Party("Vell the Quiet"), Party("Vell the Quiet")),
    )  # fmt: skip
    again = listed_from(json.loads(json.dumps(one.kept)))

    assert (again.id, again.listing.id, again.name) == (one.id, entry.id, entry.names[1])
    assert again.listing.name == "Anna Vell"
    assert again.match.probability == one.match.probability


LISTS = Path(__file__).parents[1] / "evidence" / "watchlist" / "lists"
PARTS = ("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv")


@pytest.fixture
def split(tmp_path):
    """A folder with an invented list in four files, and a page that names a party by its former name."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in PARTS:
        (folder / name).write_bytes(b"# synthetic\n" + (LISTS / name).read_bytes())
    (folder / "page.txt").write_text(
        "ALLSOURCE FICTION: an invented page.\n\nOllen Motor Combine was sanctioned, said Ann Lind.\n",
        encoding="utf-8",
    )
    return folder


def test_the_files_of_a_list_in_one_folder_are_read_together(split, tmp_path):
    done = assess(split, tmp_path / "case")
    (one,) = kept(tmp_path / "case", "listed")
    with Case(tmp_path / "case") as opened:
        (files,) = opened.kept("observed", "dossier")["exhibits"].values()

    assert done.exit_code == 0, done.output
    assert (one["party"], one["name_kind"]) == ("Ollen Motor Combine", "former name")
    assert [file["path"] for file in files] == list(PARTS[:1]) + sorted(PARTS[1:])
    ledger = (tmp_path / "case" / "ledger.sqlite").read_bytes()
    assert b"Quay Street" not in ledger
    assert b"Yard Road" not in ledger


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda folder: (folder / "sdn.csv").unlink(), "whose main file is not in its folder"),
        (lambda folder: shutil.copy(folder / "alt.csv", folder / "alt2.csv"), "and one is read"),
        (
            lambda folder: shutil.copy(LISTS / "alt.csv", folder / "alt.csv"),
            "not marked as invented",
        ),
    ],
)
def test_a_part_that_cannot_be_used_is_told(split, tmp_path, spoil, reason):
    spoil(split)
    done = assess(split, tmp_path / "case")

    assert done.exit_code == 3
    assert any(reason in one for one in failures(done).values())
