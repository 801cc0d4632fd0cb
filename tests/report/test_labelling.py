"""The page for labelling, in a real browser: quiet, blind, and its CSV comes back whole."""

import csv
import io
import re

import numpy as np
import pytest

from allsource.evidence.imagery.png import png
from allsource.report.labelling import LabelPage, PointViews, label_page


def page(points=6, site="Quay works"):
    rng = np.random.default_rng(0)
    shown = tuple(
        PointViews(number, 10 + number, 20 + number, *(
            png(rng.integers(0, 255, (49, 49, 3), dtype=np.uint8)) for _ in range(2)
        ))
        for number in range(1, points + 1)
    )  # fmt: skip
    return label_page(
        LabelPage("0123456789abcdef", site, "2031-05-04", None, 30.0, "SAMPLE.csv", shown)
    )


def opened(browser, folder, html, *, width=1280, script=True):
    heard, file = [], folder / "page.html"
    file.write_text(html, encoding="utf-8")
    size = {"width": width, "height": 800}
    tab = browser.new_context(
        viewport=size, java_script_enabled=script, accept_downloads=True
    ).new_page()
    tab.on("console", lambda message: heard.append(message.text))
    tab.on("pageerror", lambda error: heard.append(str(error)))
    tab.on("dialog", lambda dialog: heard.append(dialog.message))
    tab.on(
        "request",
        lambda one: None if one.url.startswith(("file:", "data:")) else heard.append(one.url),
    )
    tab.goto(file.as_uri())
    return tab, heard


def saved(tab):
    with tab.expect_download() as coming:
        tab.locator("#export").click()
    assert coming.value.suggested_filename == "SAMPLE.csv"
    return list(csv.DictReader(io.StringIO(coming.value.path().read_text(encoding="utf-8"))))


@pytest.mark.parametrize("width", [1280, 375])
def test_quiet_and_no_wider_than_the_window(browser, tmp_path, width):
    tab, heard = opened(browser, tmp_path, page(), width=width)

    assert heard == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.locator("[data-point]:visible").count() == 1
    assert tab.locator("[data-point]:visible img").count() == 2


def test_keys_and_buttons_label_and_the_csv_holds_every_point(browser, tmp_path):
    tab, heard = opened(browser, tmp_path, page())
    tab.keyboard.press("1")
    tab.locator("[data-label=unchanged]").click()
    tab.keyboard.press("3")
    tab.locator("#note").fill('=HYPERLINK("x"), "hut"')
    tab.locator("#labeller").fill("Ines Tolk")
    rows = saved(tab)

    assert heard == []
    assert [row["label"] for row in rows] == ["changed", "unchanged", "unclear", "", "", ""]
    assert rows[3]["note"] == '\'=HYPERLINK("x"), "hut"'
    assert {row["labeller"] for row in rows} == {"Ines Tolk"}
    assert (rows[5]["draw"], rows[5]["row"], rows[5]["column"]) == ("0123456789abcdef", "16", "26")
    assert "3 points have no label yet" in tab.locator("#notice").inner_text()


def test_a_half_labelled_csv_is_taken_up_and_a_foreign_one_is_not(browser, tmp_path):
    from playwright.sync_api import expect

    half = tmp_path / "half.csv"
    head = "draw,point,row,column,label,labeller,note\n"
    half.write_text(head + "0123456789abcdef,2,12,22,changed,Ines,\n", encoding="utf-8")
    foreign = tmp_path / "foreign.csv"
    foreign.write_text(head + "ffffffffffffffff,1,11,21,changed,Ines,\n", encoding="utf-8")
    tab, heard = opened(browser, tmp_path, page())
    tab.locator("#earlier").set_input_files(foreign)
    expect(tab.locator("#notice")).to_contain_text("another draw")
    tab.locator("#earlier").set_input_files(half)
    expect(tab.locator("#progress")).to_contain_text(re.compile(r"^\s*1 of"))

    assert heard == []
    assert [row["label"] for row in saved(tab)] == ["", "changed", "", "", "", ""]


def test_dates_swap_and_the_view_comes_closer(browser, tmp_path):
    tab, _ = opened(browser, tmp_path, page())
    first = "document.querySelector('.now figcaption').textContent"
    assert tab.evaluate(first).startswith("Before")
    tab.keyboard.press(" ")
    tab.keyboard.press("z")

    assert tab.evaluate(first).startswith("After")
    assert tab.locator("body.closer").count() == 1
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate(first).startswith("Before")


def test_without_script_it_is_a_contact_sheet(browser, tmp_path):
    tab, heard = opened(browser, tmp_path, page(), script=False)

    assert heard == []
    assert tab.locator("[data-point]:visible").count() == 6
    assert tab.locator("footer:visible").count() == 0


def test_a_hostile_name_is_shown_and_nothing_of_it_runs(browser, tmp_path):
    name = '"><script>alert(1)</script><img src=x onerror=alert(2)>\u202eevil'
    html = page(site=name)
    tab, heard = opened(browser, tmp_path, html)

    assert heard == []
    assert "<script>alert" not in html
    assert "\u202e" not in html
    assert tab.locator("h1").inner_text().startswith('"><script>alert(1)</script>')


def test_the_labeller_is_blind():
    html = re.sub(r"data:image/png;base64,[^\"]+", "", page())

    assert "stratum" not in html
    assert "flag" not in html.lower()
    assert "default-src 'none'" in html.replace("&#39;", "'")
