"""What a meeting's page lists: whose papers, of which meeting, and which may not be seen."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.fetch.modgov.page import meeting_page, pack_choice
from pipeline.fetch.modgov.records import LayoutError, Link
from tests.replica import pages
from tests.replica.council import Council

BASE = "https://democracy.harrowmere.example/"
COUNCIL = Council()


def links(number: int, night: int = 1) -> dict[str, Link]:
    meeting = COUNCIL.meeting(number)
    assert meeting is not None
    page = meeting_page(pages.meeting(meeting, night, 7).encode(), f"{BASE}x.aspx", BASE)
    return {link.key: link for link in page.links}


def made(
    rows: str, above: str = "", subtitle: str = "Quill Panel - Monday 9 March 2026 2:00 pm"
) -> bytes:
    return (
        '<html><body><div id="modgov"><h1 class="mgMainTitleTxt">Agenda and minutes</h1>'
        f'<h2 class="mgSubTitleTxt">{subtitle}</h2><div class="mgLinks"><ul>{above}</ul></div>'
        f'<div class="mgContent"><table id="mgItemTable" class="mgItemTable">{rows}</table></div>'
        "</div></body></html>"
    ).encode()


def row(number: str, title: str, more: str = "") -> str:
    return f'<tr><td>{number}</td><td><p class="mgAiTitleTxt">{title}</p>{more}</td></tr>'


def only(rows: str, above: str = "") -> Link:
    page = meeting_page(made(rows, above), BASE, BASE)
    assert len(page.links) == 1
    return page.links[0]


def test_a_page_names_its_meeting_and_lists_every_paper_with_its_role() -> None:
    found = links(6002)
    assert found["g6011-T0"].role == "agenda"
    assert found["g6011-T1"].role == "minutes"
    assert found["g6011-T2"].role == "decisions"
    assert (found["s60023"].role, found["s60023"].item) == ("report", "3")
    assert found["s60025"].role == "appendix"
    assert found["di60027"].role == "decision_notice"
    assert found["ma6002"].role == "attendance"
    assert found["s60023"].label == "PDF 61 KB"
    assert links(6001)["ai60013"].role == "item_page"
    assert links(6001)["g6010-T10"].role == "pack"


def test_what_is_restricted_is_told_with_the_sites_reason() -> None:
    refused = {key: link.restricted for key, link in links(6002).items() if link.restricted}
    assert set(refused) == {"s70001", "s70002", "s70004", "s70007"}
    assert "marks it" in str(refused["s70001"])
    assert "Exempt Appendix" in str(refused["s70002"])
    assert "part of the agenda" in str(refused["s70004"])
    assert "reasons" in str(refused["s70007"])


def test_minutes_to_be_approved_are_of_the_meeting_that_they_name() -> None:
    link = links(6003)["s70006"]
    assert (link.role, link.held_on) == ("other_minutes", date(2026, 3, 17))


@pytest.mark.parametrize(
    ("title", "said", "day"),
    [
        ("Minutes of 2 February 2026", "", date(2026, 2, 2)),
        ("Minutes", "To approve the minutes of 2 and 3 February 2026.", date(2026, 2, 3)),
        ("Minutes", "To approve those of 2 February 2026 and 9 February 2026.", None),
        ("Minutes", "", None),
        ("Minutes", "To be approved on 20 April 2026.", None),
    ],
)
def test_minutes_have_a_day_only_where_one_is_told(title: str, said: str, day: date | None) -> None:
    link = only(row("2.", f'<a href="documents/s5/m.pdf">{title}</a>',
                    f'<div class="mgWordPara">{said}</div>'))  # fmt: skip
    assert (link.role, link.held_on) == ("other_minutes", day)


def test_printed_minutes_of_another_meeting_keep_their_own_day() -> None:
    above = (
        '<li><a href="documents/g40/Printed minutes Monday 02-Feb-2026 14.00 Quill Panel.pdf?T=1">'
        "Printed minutes</a></li>"
    )
    assert only("", above).held_on == date(2026, 2, 2)


@pytest.mark.parametrize(
    "more",
    [
        '<span class="mgRestrictedItem">Restricted</span>',
        '<p><a href="mgReasonsRestricted.aspx?OID=1&amp;OT=I">View the reasons</a></p>',
    ],
)
def test_a_flag_on_an_item_refuses_all_its_papers(more: str) -> None:
    rows = row("5.", '<a href="documents/s5/a.pdf">Land</a>',
               f'{more}<ul><li><a href="documents/s6/b.pdf">Plan</a></li></ul>')  # fmt: skip
    page = meeting_page(made(rows), BASE, BASE)
    assert all(link.restricted for link in page.links)
    assert {"s5", "s6"} <= {link.key for link in page.links}


def test_a_flag_on_one_paper_of_an_item_refuses_that_one() -> None:
    rows = row("5.", '<a href="documents/s5/a.pdf">Land</a>',
               '<ul><li><a href="documents/s6/b.pdf">Plan</a> <i class="mgRestricted"></i></li>'
               '<li><a href="documents/s7/c.pdf">Map</a></li></ul>')  # fmt: skip
    page = meeting_page(made(rows), BASE, BASE)
    assert [link.key for link in page.links if link.restricted] == ["s6"]


def test_an_open_part_ends_a_closed_one() -> None:
    paper = '<a href="documents/s{0}/a.pdf">Report {0}</a>'
    rows = (
        row("", "Part B")
        + row("5.", paper.format(5))
        + row("", "Part A")
        + row("6.", paper.format(6))
    )
    page = meeting_page(made(rows), BASE, BASE)
    assert [link.key for link in page.links if link.restricted] == ["s5"]


def test_papers_of_other_hosts_are_none_of_the_meetings() -> None:
    rows = row("1.", '<a href="https://elsewhere.example/documents/s5/a.pdf">Far away</a>')
    assert meeting_page(made(rows), BASE, BASE).links == ()


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"\xff\xfe\x00",
        b"<html><body><h1>Our new website</h1></body></html>",
        made("", subtitle="Quill Panel"),
        made("", subtitle="Monday 9 March 2026"),
        made("", subtitle="Quill Panel - Monday 39 March 2026"),
    ],
)
def test_a_page_of_another_layout_is_told_and_not_guessed(page: bytes) -> None:
    with pytest.raises(LayoutError):
        meeting_page(page, BASE, BASE)


def test_the_choice_of_packs_is_read_on_a_page_of_its_own() -> None:
    above = '<li><a href="mgChooseDocPack.aspx?ID=40&amp;SID=8">Late material</a></li>'
    page = meeting_page(made("", above), BASE, BASE)
    assert page.further == (f"{BASE}mgChooseDocPack.aspx?ID=40&SID=8",)
    choice = made("", '<li><a href="documents/b8/Late material 09-Mar-2026.pdf?T=9">Late</a></li>')
    assert [link.key for link in pack_choice(choice, BASE, BASE, date(2026, 3, 9))] == ["b8-T9"]
    with pytest.raises(LayoutError):
        pack_choice(made(""), BASE, BASE, date(2026, 3, 9))


def test_a_cancelled_meeting_is_told() -> None:
    page = meeting_page(
        made("", subtitle="Quill Panel - Monday 9 March 2026 2:00 pm, CANCELLED"), BASE, BASE
    )
    assert (page.body, page.cancelled) == ("Quill Panel", True)
