"""Looked at in a real browser: quiet, inert, whole without script, and fitting a phone."""

import pytest

from allsource.assessment.assess import assess
from allsource.report.dossier import context, dossier
from harbour import harbour
from hostile import ATTACKS, pages


def opened(browser, html, folder, *, width=1280, script=True):
    heard, file = [], folder / "page.html"
    file.write_text(html, encoding="utf-8")
    tab = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=script
    ).new_page()
    tab.on("console", lambda message: heard.append(message.text))
    tab.on("pageerror", lambda error: heard.append(str(error)))
    tab.on("dialog", lambda dialog: heard.append(dialog.message))
    tab.on("request", lambda one: heard.append(one.url) if one.url != file.as_uri() else None)
    tab.goto(file.as_uri())
    return tab, heard


def built():
    case = harbour()
    parts = (case.documents, case.claims, case.lineage, case.series, case.conflicts)
    return dossier(context(*parts, assess(*parts), (), case.failures, "Ostrava Yard"))


@pytest.mark.parametrize("width", [1280, 375])
def test_quiet_and_no_wider_than_the_window(browser, tmp_path, width):
    tab, heard = opened(browser, built(), tmp_path, width=width)

    assert heard == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.locator("svg:visible").count() == 1
    assert tab.locator(f"svg.{'wide' if width > 640 else 'narrow'}:visible").count() == 1


def test_a_link_lights_the_words_it_leads_to(browser, tmp_path):
    tab, heard = opened(browser, built(), tmp_path)
    tab.locator("[data-sentence] sup a").first.click()

    tab.locator("mark.lit").first.wait_for(timeout=10_000)
    assert heard == []


def test_whole_without_script(browser, tmp_path):
    tab, heard = opened(browser, built(), tmp_path, script=False)

    assert heard == []
    assert tab.locator("[data-sentence]:visible").count() > 20
    assert tab.locator(".text:visible").count() == 6


def test_print_shows_closed_parts_and_the_notice(browser, tmp_path):
    tab, _ = opened(browser, built(), tmp_path, script=False)
    tab.emulate_media(media="print")

    assert tab.locator(".singles .claims:visible").count() >= 1
    assert tab.locator(".fiction.everywhere").is_visible()
    assert not tab.locator("nav").is_visible()


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_articles_do_nothing(browser, tmp_path, attack):
    for html in pages(attack):
        tab, heard = opened(browser, html, tmp_path, width=375)

        assert heard == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= 375


def test_text_has_the_contrast_that_reading_needs(browser, tmp_path):
    ratio = """() => {
      const lum = (c) => { const [r,g,b] = c.match(/[\\d.]+/g).map(Number).map((v) => { v /= 255;
        return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4 }); return .2126*r + .7152*g + .0722*b };
      const back = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
        if (!/, 0\\)$/.test(c)) return c } return 'rgb(255,255,255)' };
      let worst = 99;
      document.querySelectorAll('p,li,dd,dt,th,td,a,h1,h2,h3,summary,mark,span,caption,q').forEach((e) => {
        if (!e.offsetParent || !e.textContent.trim() || e.closest('svg')) return;
        const [a, b] = [lum(getComputedStyle(e).color), lum(back(e))].sort((x, y) => y - x);
        worst = Math.min(worst, (a + .05) / (b + .05)) });
      return worst }"""
    for scheme in ("light", "dark"):
        tab, _ = opened(browser, built(), tmp_path)
        tab.emulate_media(color_scheme=scheme)
        assert tab.evaluate(ratio) >= 4.5, scheme
