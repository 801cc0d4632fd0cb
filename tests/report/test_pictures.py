"""The dossier of the sample case as a reader sees it first: on a desk, on a phone, on paper.

With ``ALLSOURCE_PICTURES`` the pictures of the documentation are taken there (``make pictures``).
"""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

WINDOWS = {"desktop": (1280, 900), "phone": (390, 844), "print": (794, 1123)}


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    place = tmp_path_factory.mktemp("pictures")
    command = [sys.executable, "-m", "allsource", "demo", "--to", "demo", "--quiet"]
    subprocess.run(command, cwd=place, check=True, capture_output=True)
    return place / "demo" / "dossier.html"


@pytest.mark.parametrize("name", WINDOWS)
def test_the_first_screen_shows_the_bottom_line_and_the_notice(browser, page, tmp_path, name):
    width, height = WINDOWS[name]
    tab = browser.new_page(viewport={"width": width, "height": height})
    tab.emulate_media(media="print" if name == "print" else "screen")
    tab.goto(page.as_uri())
    folder = Path(os.environ.get("ALLSOURCE_PICTURES") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    picture = folder / f"dossier-{name}.png"
    tab.screenshot(path=picture, animations="disabled")

    size = struct.unpack(">II", picture.read_bytes()[16:24])
    assert size == (width, height)
    assert "invented" in tab.locator("body").inner_text()[:3000]
    assert tab.locator("#h-bottom-line").bounding_box()["y"] < height
