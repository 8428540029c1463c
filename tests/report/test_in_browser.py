"""Reports as an officer has them: in Chromium, on a desk and on a phone, and printed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.report import cutouts
from pipeline.report.model import Report
from pipeline.report.writers import html
from tests.report.conftest import made

CHROMIUM = os.environ.get("COMMITTEE_PAPERS_CHROMIUM") or shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SIZES = {"desk": (1280, 900), "phone": (390, 844)}
PAGES = (
    "plain-recurring",
    "plain-attendance",
    "plain-meeting",
    "recurring",
    "attendance",
    "meeting",
)

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed (Debian: apt install chromium)"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def folder(
    tmp_path_factory: pytest.TempPathFactory,
    hostile_reports: dict[str, Report],
    hostile_archive: Path,
    plain_archive: Path,
) -> Path:
    """The reports as files: those of hostile papers, and those of plain ones."""
    place = tmp_path_factory.mktemp("pages")
    kinds = ("recurring", "attendance", "meeting")
    plain = {f"plain-{kind}": made(plain_archive, kind) for kind in kinds}
    for archive, reports in ((hostile_archive, hostile_reports), (plain_archive, plain)):
        for name, report in reports.items():
            drawn = cutouts.draw(report, archive, lambda _done, _every: None)
            (place / f"{name}.html").write_text(html.write(report, drawn), encoding="utf-8")
    return place


@pytest.fixture(params=SIZES)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = SIZES[request.param]
    opened = browser.new_page(viewport={"width": width, "height": height})
    yield opened
    opened.close()


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_is_fetched_or_run(
    folder: Path, page: Page, name: str
) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message) or dialog.dismiss())
    page.goto((folder / f"{name}.html").as_uri())
    fetched = [url for url in asked if not url.startswith("data:")]
    assert fetched == [(folder / f"{name}.html").as_uri()]
    assert not said
    broken = page.evaluate("[...document.images].filter(i => !i.naturalWidth).length")
    assert broken == 0
    found = Axe().run(page).response["violations"]
    assert not [(each["id"], each["nodes"][0]["html"]) for each in found]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_itself_never_scrolls_sideways(folder: Path, page: Page, name: str) -> None:
    page.goto((folder / f"{name}.html").as_uri())
    widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]


def test_everything_can_be_reached_by_keyboard(folder: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((folder / "plain-recurring.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#content"
    page.locator("details summary").first.focus()
    before = page.evaluate("document.activeElement.parentElement.open")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open") != before
    page.close()


def test_it_works_without_script(folder: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "plain-recurring.html").as_uri())
    assert page.get_by_role("img", name="Harbour Master to publish the tide tables").is_visible()
    context.close()


def test_it_prints_on_a4_with_heads_repeated_and_no_row_cut(
    folder: Path, browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.goto((folder / "attendance.html").as_uri())
    page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)
    page.close()
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    sizes = {tuple(round(side) for side in sheet.get_size()) for sheet in printed}
    texts = [sheet.get_textpage().get_text_range() for sheet in printed]
    printed.close()
    assert sizes in ({(595, 842)}, {(596, 842)}, {(595, 841)})
    assert len(texts) > 2
    heads = [text for text in texts if "Meetings" in text and "Apologies" in text]
    assert heads
    assert "Skip to the report" not in "".join(texts)
    assert f"1 / {len(texts)}" in texts[0]
