"""The invented sensors of the sample stand beside its claims, and stay out of a real case."""

import json
import shutil

import pytest
from typer.testing import CliRunner

from allsource.cli.app import app
from allsource.ledger.case import Case
from allsource.sample import observed

pytest.importorskip("rasterio")
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
    assert all(one["listing"]["synthetic"] for one in kept(made / "case", "listed"))
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
    assert len(reasons) == 3
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
    assert len(kept(tmp_path / "case", "leg")) == 1
    assert len(kept(tmp_path / "case", "listed")) == 1
