"""The digest in a real browser: accessible, on a small screen too."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.digest import render
from tests.digest.test_render import full

CHROMIUM = Path("/usr/bin/chromium")
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@pytest.mark.parametrize("width", [1000, 360])
def test_axe_finds_nothing_and_nothing_overflows(width: int) -> None:
    if not CHROMIUM.is_file():
        pytest.skip("needs Debian's chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe")
    # The page's own policy lets no script run, so not axe either.
    page = render.page(full(3), "Committee papers")
    assert POLICY in page
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        tab = browser.new_page(viewport={"width": width, "height": 900})
        tab.set_content(page.replace(POLICY, ""))
        found = axe.Axe().run(tab)
        wide = tab.evaluate("document.documentElement.scrollWidth")
        browser.close()
    assert [each["id"] for each in found.response["violations"]] == []
    assert wide <= width
