"""Saved web pages give the same flow as text does."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.document import Document, Paragraph, Table
from pipeline.errors import PipelineError, RestrictedPaperError, UnreadablePaperError
from pipeline.read.html import read_html

MEETING = """<!DOCTYPE html><html><head><meta charset="utf-8">
<title>Agenda for Commons Panel on Monday 3 March 2025, 7:30 pm - Modern Council</title></head>
<body><header>Wealdmere</header><nav><ul><li>Committees</li></ul></nav>
<div class="cookie-banner"><p>We use cookies</p></div>
<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt">Agenda and minutes</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt"><a href="x">Commons Panel - Monday 3 March 2025
7:30 pm</a></h2></div>
<div class="mgLinks"><ul class="mgActionList"><li><a href="p">Printed minutes</a></li></ul></div>
<div class="mgContent">
<p><span class="mgLabel">Venue: </span>The Moot Hall. <a href="d">View directions</a></p>
<table id="mgItemTable" class="mgItemTable"><caption class="mgSectionTitle">Items</caption>
<tr><th class="mgHide">No.</th><th class="mgHide">Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI1"></a>12.</p></td>
<td><p class="mgAiTitleTxt"><a href="s.pdf">Pond Repairs <span class="mgFileSize"><img alt="">
PDF 99 KB</span></a></p>
<div class="mgWordPara"><div class="WordSection1"><p class="MsoNormal">To mend it.</p></div></div>
<p class="mgSubItemTitleTxt">Additional documents:</p>
<ul class="mgBulletList"><li><a href="a">Annex 1 <span class="mgHide">, item 12.</span>
<span class="mgFileSize">PDF 1 MB</span></a></li></ul>
<p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p class="MsoNormal">Apologies from Ivo
<span class="SpellE">Pend</span><span>arrow</span>.</p><p class="MsoNormal">&nbsp;</p>
<p class="MsoNormal"><b>RESOLVED</b> that:</p>
<p class="MsoListParagraph" style="text-indent:-18.0pt"><span>1.<span style="font:7.0pt Times">
&nbsp;&nbsp;</span></span>the pond be mended;</p>
<p class="MsoListParagraph"><span style="font-family:Symbol">\u00b7<span>&nbsp;&nbsp;</span></span>
by May</p>
<p class="MsoNormal">The bank &nbsp;...&nbsp; <a href="mgAi.aspx?ID=1">view the full minutes text
for item 12.</a></p></div></td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"></p></td>
<td><p class="mgAiTitleTxt">Order of Business</p><p class="mgSubItemTitleTxt">Minutes:</p>
<p>It was varied.</p></td></tr>
{more}</table></div><div class="mgFooter">Foot</div></div><script>var x = "words";</script>
<footer>All rights reserved</footer></body></html>"""

EXEMPT = """<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">13.</p></td>
<td><p class="mgAiTitleTxt">Lease of the Mill</p>
<div class="mgWordPara"><p>This item is exempt under paragraph 3.</p><p>The rent is secret.</p>
</div></td></tr>"""


def read(page: str) -> Document:
    return read_html(page.encode())


def flow(document: Document) -> list[tuple[str | None, str, str]]:
    return [(b.marker, b.style, b.text) for b in document.flow if isinstance(b, Paragraph)]


def test_a_meeting_page() -> None:
    page = read(MEETING.replace("{more}", ""))
    assert page.title == "Agenda for Commons Panel on Monday 3 March 2025, 7:30 pm"
    assert flow(page) == [
        (None, "heading", "Agenda and minutes"),
        (None, "heading", "Commons Panel - Monday 3 March 2025 7:30 pm"),
        (None, "", "Venue: The Moot Hall"),
        ("12.", "item", "Pond Repairs"),
        (None, "", "To mend it."),
        (None, "label", "Additional documents:"),
        ("•", "", "Annex 1"),
        (None, "label", "Minutes:"),
        (None, "", "Apologies from Ivo Pendarrow."),
        (None, "", "RESOLVED that:"),
        ("1.", "", "the pond be mended;"),
        ("·", "", "by May"),
        (None, "", "The bank"),
        (None, "item", "Order of Business"),
        (None, "label", "Minutes:"),
        (None, "", "It was varied."),
    ]


def test_a_cut_item_is_a_problem() -> None:
    assert read(MEETING.replace("{more}", "")).problems == (
        "item 12 is cut on the web page ('view the full minutes text for item 12'): "
        "fetch the item's own page or the printed minutes",
    )


def test_nothing_of_an_exempt_item_but_its_title_is_kept() -> None:
    page = read(MEETING.replace("{more}", EXEMPT))
    assert ("13.", "item", "Lease of the Mill") in flow(page)
    assert "secret" not in str(page.flow)
    assert any("item 13 is exempt" in problem for problem in page.problems)


def test_a_flag_in_the_markup_closes_an_item_too() -> None:
    flagged = EXEMPT.replace("<p>This", "<p class='mgRestricted'>X</p><p>This").replace(
        "exempt", ""
    )
    page = read(MEETING.replace("{more}", flagged))
    assert "secret" not in str(page.flow)


SINGLE = """<html><body><div id="modgov"><h1 class="mgMainTitleTxt">Agenda item</h1>
<h2 class="mgSubTitleTxt">Pond Repairs</h2>
<div class="mgLinks"><ul class="mgActionList"><li><a href="m">Meeting of Commons Panel, Monday 3rd
March, 2025 7.30 pm (Item 12.)</a></li></ul></div>
<div class="mgContent"><p class="mgSubItemTitleTxt">Minutes:</p><p>{text}</p></div></div></body>
</html>"""


def test_the_page_of_one_item() -> None:
    assert flow(read(SINGLE.replace("{text}", "It was mended."))) == [
        (None, "heading", "Agenda item"),
        (None, "heading", "Meeting of Commons Panel, Monday 3rd March, 2025 7.30 pm (Item 12.)"),
        ("12", "item", "Pond Repairs"),
        (None, "label", "Minutes:"),
        (None, "", "It was mended."),
    ]


def test_the_page_of_an_exempt_item_is_refused() -> None:
    with pytest.raises(RestrictedPaperError, match="exempt"):
        read(SINGLE.replace("{text}", "This item is restricted."))


def test_any_other_page() -> None:
    page = read(
        "<html><head><title>Minutes | Wealdmere</title></head><body><nav>Home</nav><main>"
        "<h2>Minutes</h2><p>Present:<br>A Brook<br>C Dale</p>"
        "<ol start=3><li>Pond<ul><li>Bank</li></ul></li><li>Mill</li></ol>"
        "<table><tr><th colspan=2>Plan</th></tr><tr><td rowspan=2>Pond</td><td>May</td></tr>"
        "<tr><td>June</td></tr></table><p style='display:none'>Ghost</p></main></body></html>"
    )
    assert flow(page) == [
        (None, "heading", "Minutes"),
        (None, "", "Present:"),
        (None, "", "A Brook"),
        (None, "", "C Dale"),
        ("3.", "", "Pond"),
        ("•", "", "Bank"),
        ("4.", "", "Mill"),
    ]
    (table,) = [b for b in page.flow if isinstance(b, Table)]
    assert table.columns == 2
    assert [[(c.text, c.column, c.span, c.above) for c in row.cells] for row in table.rows] == [
        [("Plan", 0, 2, False)],
        [("Pond", 0, 1, False), ("May", 1, 1, False)],
        [("", 0, 1, True), ("June", 1, 1, False)],
    ]


def test_a_table_that_only_lays_out_the_page_is_read_through() -> None:
    page = read(
        "<table><tr><td><p>Left</p><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"
    )
    assert [type(b) for b in page.flow] == [Paragraph, Table]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_declared_encodings(charset: str) -> None:
    page = f"<html><head><meta charset={charset}></head><body><p>Café – it’s open</p></body></html>"
    assert flow(read_html(page.encode(charset)))[0][2] == "Café – it’s open"


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (
            "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>",
            "error",
        ),
        ("<html><body><script>render()</script></body></html>", "no text"),
        ("<div>" * 1000 + "x", "deep|no text"),
    ],
)
def test_pages_that_are_no_papers(page: str, says: str) -> None:
    with pytest.raises(UnreadablePaperError, match=says):
        read(page)


def test_entities_are_not_expanded() -> None:
    page = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        "<html><body><p>a &x; b</p></body></html>"
    )
    assert any(text.startswith("a ") for _, _, text in flow(read(page)))
    assert Path("/etc/hostname").read_text().strip() not in str(read(page).flow)


_PIECES = (
    "<p> </p> <table> <tr> <td> <td/rowspan=3> <td/colspan=9> </table> <ul> <li> <br> <h1> x Pond "
    "1. \x00 &nbsp; <div/id=modgov> <p/class=mgAiTitleTxt> <caption> <!-- <table/id=mgItemTable> "
    "</td> </tr> <ol> <div/class=mgContent>"
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.lists(
            st.sampled_from(_PIECES.split(" ")),
            max_size=40,
        ).map(lambda parts: " ".join(parts).encode()),
    )
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(PipelineError):
        assert read_html(data).flow


@pytest.mark.shared
def test_a_real_meeting_page() -> None:
    folder = os.environ.get("COMMITTEE_PAPERS_SHARED")
    if not folder:
        pytest.skip("COMMITTEE_PAPERS_SHARED does not name the folder of real papers")
    saved = sorted((Path(folder) / "moderngov").glob("*ieListDocuments*_2026-*.html"))
    page = read_html(saved[0].read_bytes())
    numbers = [b.marker for b in page.flow if isinstance(b, Paragraph) and b.style == "item"]
    assert numbers == [f"{n}." for n in range(54, 66)]
    assert not any("KB" in b.text for b in page.flow if isinstance(b, Paragraph))
    assert len(page.problems) == 2


def test_the_page_of_a_decision_is_about_its_subject_and_no_body() -> None:
    page = SINGLE.replace("Agenda item", "Decision details").replace("{text}", "It was mended.")
    assert (None, "item", "Pond Repairs") in [
        (None, style, text) for _, style, text in flow(read(page))
    ]
