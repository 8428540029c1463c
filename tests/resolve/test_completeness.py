"""What sources list against what is held: an error never counts as complete."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.extraction import Holdings, Listed, ListedMeeting
from pipeline.resolve.completeness import completeness_rows
from pipeline.resolve.meetings.calendar import calendar
from tests.resolve.building import BODY, DAY, minutes, paper

HELD = minutes("held", DAY)
MEETING = ListedMeeting(key="m1", authority="Netherby", body=BODY, held_on=DAY)


def rows(*holdings: Holdings, papers=(HELD,)):
    return completeness_rows(holdings, papers, calendar([p for p in papers if p.status == "ok"]))


def site(*papers: Listed, failed: str | None = None, meeting: ListedMeeting = MEETING) -> Holdings:
    return Holdings(source="site", papers=papers, meetings=(meeting,), failed=failed)


LISTED = Listed(key="a", sha256=HELD.sha256, meeting="m1")


def test_a_meeting_all_of_whose_papers_are_held_is_complete() -> None:
    (row,) = rows(site(LISTED, Listed(key="b", meeting="m1", refused="Part II")))
    assert (row["listed"], row["refused"], row["held"], row["parsed"]) == (2, 1, 1, 1)
    assert row["complete"]
    assert row["meeting_id"] == calendar([HELD]).own[HELD.document_id]
    assert (row["body"], row["held_on"]) == (BODY, DAY)


@pytest.mark.parametrize(
    ("holdings", "failed"),
    [
        (site(LISTED, Listed(key="b", meeting="m1")), 1),
        (site(LISTED, Listed(key="b", meeting="m1", failed="404")), 1),
        (site(Listed(key="a", sha256=HELD.sha256, meeting="m1", failed="500")), 1),
        (site(LISTED, failed="the site is down"), 0),
        (site(LISTED, meeting=ListedMeeting(key="m1", body=BODY, failed="another layout")), 0),
    ],
    ids=["never had", "failed", "held of old, failed now", "site down", "page failed"],
)
def test_no_error_is_complete(holdings: Holdings, failed: int) -> None:
    (row,) = rows(holdings)
    assert not row["complete"]
    assert row["failed"] == failed


def test_what_cannot_be_read_is_not_complete_unless_others_hold_it() -> None:
    bad = paper("bad", status="quarantined")
    part = minutes("part", date(2021, 5, 6), status="partial")
    for broken, listed in ((bad, {}), (part, {}), (part, {"whole": True})):
        (row,) = rows(
            site(Listed(key="x", sha256=broken.sha256, meeting="m1", **listed)),
            papers=(HELD, broken),
        )
        assert row["complete"] == bool(listed)


def test_papers_of_a_folder_go_by_what_they_print() -> None:
    stray = paper("stray", kind="other")
    listed = tuple(Listed(key=p.source, sha256=p.sha256) for p in (HELD, stray))
    found = rows(Holdings(source="in", papers=listed), papers=(HELD, stray))
    assert (found[0]["body"], found[0]["held_on"], found[0]["held"]) == (BODY, DAY, 1)
    assert sum(row["held"] for row in found) == 2


def test_an_empty_meeting_is_listed_too() -> None:
    (row,) = rows(site())
    assert (row["listed"], row["complete"]) == (0, True)
