from __future__ import annotations

import base64
import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html as parser

from pipeline.report import cutouts
from pipeline.report.model import Report
from pipeline.report.writers import html
from tests.report import hostile

KINDS = ("recurring", "attendance", "meeting")
EVENTS = re.compile(r"^on[a-z]+$")


@pytest.fixture(scope="module")
def pages(hostile_reports: dict[str, Report], hostile_archive: Path) -> dict[str, str]:
    def page(report: Report) -> str:
        return html.write(report, cutouts.draw(report, hostile_archive, lambda _a, _b: None))

    return {kind: page(report) for kind, report in hostile_reports.items()}


def text_of(page: str) -> str:
    return " ".join(parser.document_fromstring(page).text_content().split())


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_stays_text(pages: dict[str, str], kind: str) -> None:
    root = parser.document_fromstring(pages[kind])
    tags = {each.tag for each in root.iter() if isinstance(each.tag, str)}
    assert not tags & {"script", "iframe", "object", "embed", "form", "base", "link", "h7"}
    assert not [key for each in root.iter() for key in each.attrib if EVENTS.match(key)]
    for image in root.iter("img"):
        assert image.get("src", "").startswith("data:image/png;base64,")
    text = text_of(pages[kind])
    for printed in (hostile.SCRIPT, hostile.FORMULA, hostile.SUM, hostile.MATHS, hostile.TEMPLATE):
        assert printed in text
    assert hostile.LONG_WORD in text
    assert "\u202e" not in pages[kind]
    assert "\x07" not in pages[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_links_go_to_the_web_or_to_the_kept_paper(
    pages: dict[str, str], kind: str, hostile_archive: Path
) -> None:
    root = parser.document_fromstring(pages[kind])
    ids = {each.get("id") for each in root.iter() if each.get("id")}
    links = [each.get("href") for each in root.iter("a")]
    assert len(links) > 5
    for link in links:
        if link.startswith("#"):
            assert link[1:] in ids
        elif not link.startswith("https://x.example/"):
            assert link.startswith("archive/originals/")
            assert (hostile_archive.parent / link.partition("#")[0]).is_file()


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_is_whole_and_in_order(pages: dict[str, str], kind: str) -> None:
    page = pages[kind]
    root = parser.document_fromstring(page)
    assert root.get("lang") == "en-GB"
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    assert not re.search(r"(?:src|href)=\"http:", page)
    assert "url(http" not in page
    assert "@import" not in page
    levels = [int(each.tag[1]) for each in root.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    for table in root.iter("table"):
        assert table.find("caption") is not None
        assert all(cell.get("scope") == "col" for cell in table.iterfind("thead/tr/th"))
        assert table.xpath("count(tbody/tr/th[@scope='row'])") > 0


def test_each_row_has_its_cut_out_with_the_words_beside_it(pages: dict[str, str]) -> None:
    root = parser.document_fromstring(pages["recurring"])
    images = root.xpath("//tr[@class='picture']//img")
    assert len(images) == 2 * len(hostile.NAMES)
    assert images[0].get("alt")
    content = base64.b64decode(images[0].get("src").partition(",")[2])
    assert content.startswith(b"\x89PNG")
    assert all(each.getparent().get("open") is not None for each in images)
    assert hostile.SCRIPT in {image.get("alt") for image in images}


def test_without_pictures_every_row_still_has_its_link(hostile_reports) -> None:
    root = parser.document_fromstring(html.write(hostile_reports["recurring"]))
    assert not list(root.iter("img"))
    assert len(root.xpath("//td[contains(@class, 'places')]//a")) >= 2 * len(hostile.NAMES)


def test_a_wide_matrix_is_cut_into_tables_that_fit(plain, monkeypatch) -> None:
    monkeypatch.setattr(html, "MATRIX_COLUMNS", 1)
    root = parser.document_fromstring(html.write(plain("attendance")))
    captions = [c.text_content() for c in root.xpath("//table[contains(@class,'matrix')]/caption")]
    assert len(captions) == 2
    assert captions[0].endswith("4 Mar 2031 to 4 Mar 2031")


def test_the_same_archive_gives_the_same_file(plain) -> None:
    assert html.write(plain("attendance")) == html.write(plain("attendance"))
