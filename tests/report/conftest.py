"""One browser for the tests that look at pages."""

import os
from pathlib import Path

import pytest

CHROMIUM = Path(os.environ.get("ALLSOURCE_CHROMIUM", "/usr/bin/chromium"))
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser():
    """A running Chromium; its absence skips, and fails where ALLSOURCE_BROWSER_REQUIRED is set."""
    if not CHROMIUM.exists():
        reason = f"NO BROWSER at {CHROMIUM}: the pages were not looked at; see ALLSOURCE_CHROMIUM"
        if os.environ.get("ALLSOURCE_BROWSER_REQUIRED"):
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield running
        running.close()
