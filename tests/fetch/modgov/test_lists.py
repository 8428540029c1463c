"""Lists of bodies and of meetings, from pages and from the web service."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.fetch.modgov import lists, service
from pipeline.fetch.modgov.markup import content_digest
from pipeline.fetch.modgov.records import LayoutError
from pipeline.fetch.modgov.restricted import title_refuses
from tests.replica import pages
from tests.replica import service as xml
from tests.replica.council import BODIES, Council

BASE = "https://democracy.harrowmere.example/"
COUNCIL = Council()


def test_pages_and_service_list_the_same_bodies() -> None:
    by_page = lists.committees(pages.committees(1).encode(), BASE, BASE)
    by_service = service.committees(xml.committees().encode())
    assert [each.committee_id for each in by_page] == [number for number, _, _ in BODIES]
    assert by_page == [each for each in by_service if not each.ended]


def test_pages_and_service_list_the_same_meetings() -> None:
    by_page = lists.meetings(pages.meetings(COUNCIL, 427, 1, 1).encode(), BASE, BASE, 427)
    by_service = service.meetings(xml.meetings(COUNCIL, 427, 1, None).encode(), 427)
    assert sorted(by_page, key=lambda m: m.meeting_id) == by_service
    assert [m.meeting_id for m in by_page if m.cancelled] == [6101]
    assert by_service[0].held_on == date(2026, 1, 8)


def test_pages_and_service_list_the_same_papers_of_items() -> None:
    meeting = COUNCIL.meeting(6002)
    assert meeting is not None
    found = service.meeting(xml.meeting(meeting, 1, BASE).encode(), BASE, BASE)
    refused = {link.key for link in found.links if link.restricted}
    assert refused == {"s70001", "s70002", "s70003", "s70004", "s70007"}
    assert {"s60023", "s60024", "s60025"} <= {link.key for link in found.links}


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"Request format is unrecognized.",
        b"<html><body>Sign in</body></html>",
        b"<committees><committee></committees>",
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><other>&b;</other>',
    ],
)
def test_an_answer_that_is_none_is_told(answer: bytes) -> None:
    with pytest.raises(LayoutError):
        service.committees(answer)


def test_the_service_never_reads_files() -> None:
    answer = (
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><committees><committee>'
        b"<committeeid>1</committeeid><committeetitle>A&e;</committeetitle></committee></committees>"
    )
    assert [each.title for each in service.committees(answer)] == ["A"]


def test_a_list_of_meetings_without_dates_is_another_layout() -> None:
    page = (b'<h1 class="mgMainTitleTxt">Browse meetings</h1>'
            b'<a href="ieListDocuments.aspx?CId=1&MId=2">A meeting</a>')  # fmt: skip
    with pytest.raises(LayoutError):
        lists.meetings(page, BASE, BASE, 1)


def test_a_page_is_the_same_until_its_reader_would_see_a_difference() -> None:
    meeting = COUNCIL.meeting(6103)
    assert meeting is not None
    first = content_digest(pages.meeting(meeting, 1, 1).encode())
    assert pages.meeting(meeting, 1, 1) != pages.meeting(meeting, 1, 99)
    assert first == content_digest(pages.meeting(meeting, 1, 99).encode())
    assert first != content_digest(pages.meeting(meeting, 3, 1).encode())


@pytest.mark.parametrize(
    "title",
    ["Exempt Appendix 2", "Appendix 3 (Exempt)", "Appendix (Restricted - paragraph 3)",
     "Minutes Part II", "EXEMPT - Lease", "Confidential report", "Report - NOT FOR PUBLICATION"],
)  # fmt: skip
def test_titles_that_refuse(title: str) -> None:
    assert title_refuses(title)


@pytest.mark.parametrize(
    "title",
    ["Exemptions from council tax", "Supported exempt accommodation", "Local Plan Part 2", "Report",
     "Restricting parking in Mill Lane", "Private hire licensing policy", "Public minutes"],
)  # fmt: skip
def test_titles_that_do_not(title: str) -> None:
    assert title_refuses(title) is None
