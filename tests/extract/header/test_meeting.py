from __future__ import annotations

from datetime import date, time

import pytest

from pipeline.document import Block, Paragraph
from pipeline.extract.header.meeting import HEADER
from pipeline.provenance import Finding
from pipeline.records import MeetingHeader
from tests.extract.building import item, minutes, only, para, part, passage, table

FRONT = (
    "MINUTES OF THE IMPROVEMENT AND ASSURANCE BOARD",
    "HELD AT 6.30 P.M. ON TUESDAY, 12 MARCH 2024",
    "COMMITTEE ROOM ONE, THE GUILDHALL, POND LANE, HARROWMERE",
)


def header(*front: str | Block, last: str = "The meeting was good.") -> MeetingHeader:
    (found,) = only(
        MeetingHeader, HEADER, minutes(item("1", "Minutes", "Agreed.", last), front=front)
    )
    return found


def test_the_head_of_minutes_set_in_capitals() -> None:
    found = header(*FRONT)
    assert found.body == "Improvement and Assurance Board"
    assert found.held_on == date(2024, 3, 12)
    assert found.starts_at == time(18, 30)
    assert found.venue == "Committee Room One, the Guildhall, Pond Lane, Harrowmere"


@pytest.mark.parametrize(
    ("line", "body"),
    [
        (
            "Minutes of the meeting of the Homes Scrutiny Panel held on 4 May 2024",
            "Homes Scrutiny Panel",
        ),
        ("Draft minutes of the Homes Scrutiny Panel, 4 May 2024", "Homes Scrutiny Panel"),
        (
            "Minutes of an extraordinary meeting of Mere Parish Council held on 4 May 2024",
            "Mere Parish Council",
        ),
        ("Notes of the Lakes Working Group - 4 May 2024", "Lakes Working Group"),
    ],
)
def test_the_body_in_one_line(line: str, body: str) -> None:
    found = header(line)
    assert (found.body, found.held_on) == (body, date(2024, 5, 4))


def test_the_body_in_the_title_above() -> None:
    found = header(
        "MERE PARISH COUNCIL",
        "Minutes of the meeting held on Monday 8th January 2018 at 7.30pm in the Village Hall",
    )
    assert found.body == "Mere Parish Council"
    assert (found.held_on, found.starts_at) == (date(2018, 1, 8), time(19, 30))
    assert found.venue == "Village Hall"


def test_labels_beside_their_values() -> None:
    found = header(
        "Homes Scrutiny Panel",
        "Thursday 22 January 2026 7.00 pm",
        "Venue: Council Chamber, The Guildhall",
    )
    assert found.held_on == date(2026, 1, 22)
    assert found.starts_at == time(19, 0)
    assert found.venue == "Council Chamber, The Guildhall"


@pytest.mark.parametrize(
    ("line", "ended"),
    [
        ("The meeting ended at 8.45 p.m.", time(20, 45)),
        ("The meeting closed at 20:45", time(20, 45)),
        ("There being no further business the Chair closed the meeting at 8.45pm.", time(20, 45)),
        ("Closed at 8.45 pm", time(20, 45)),
        ("The meeting was declared closed at 2045 hours.", time(20, 45)),
        ("The next meeting is at 7pm.", None),
    ],
)
def test_when_the_meeting_ended(line: str, ended: time | None) -> None:
    assert header(*FRONT, last=line).ended_at == ended


def test_another_meetings_date_is_not_this_ones() -> None:
    found = header("Minutes of the Homes Panel", "Held on 4 May 2024", "Last meeting: 2 April 2024")
    assert found.held_on == date(2024, 5, 4)


def test_what_is_not_printed_is_none() -> None:
    found = header("Minutes of the Homes Panel held on 4 May 2024")
    assert (found.starts_at, found.ended_at, found.venue) == (None, None, None)


def test_the_sources_are_the_lines_that_were_read() -> None:
    of = minutes(item("1", "Minutes"), front=FRONT)
    (finding,) = HEADER.find(of)
    assert isinstance(finding, Finding)
    assert " ".join(s.quote for s in finding.sources) == " ".join(FRONT)


def test_a_title_does_not_go_on_across_a_line_that_is_left_out() -> None:
    label = Paragraph(passage("Minutes:"), style="label")
    of = minutes(item("1", "Minutes"), front=("MINUTES OF THE", label, "PONDS PANEL, 4 MAY 2027"))
    quotes = {s.quote for f in HEADER.find(of) if isinstance(f, Finding) for s in f.sources}
    assert quotes == {"PONDS PANEL, 4 MAY 2027"}


def test_a_report_in_a_pack_belongs_to_the_packs_meeting() -> None:
    report = part("report", "Homes Panel", "4 May 2024", "Report of the Director", index=2)
    assert list(HEADER.find(report)) == []


def test_nothing_to_read_is_no_header() -> None:
    assert list(HEADER.find(part("front_page", para("Lorem ipsum")))) == []


def test_cells_of_a_table_are_read() -> None:
    found = header(table(("Meeting", "Homes Scrutiny Panel"), ("Date", "4 May 2024"), ruled=False))
    assert found.held_on == date(2024, 5, 4)


def test_a_meeting_that_began_in_the_evening_ended_in_the_evening() -> None:
    found = header(
        "Minutes of the Ponds Panel held on 4 May 2024 at 7.00pm in The Guildhall",
        last="The meeting closed at 8.45.",
    )
    assert (found.ended_at, found.venue) == (time(20, 45), "The Guildhall")


def test_when_somebody_joined_is_not_when_the_meeting_began() -> None:
    found = header(
        "Minutes of the Ponds Panel held on 4 May 2024",
        "Cllr Pike joined the meeting at 7.45pm.",
    )
    assert found.starts_at is None


def test_a_group_known_by_its_initials() -> None:
    assert header("PMG 14 November 2024").body == "PMG"


@pytest.mark.parametrize(
    ("front", "last", "start", "end"),
    [
        (("Meeting Concluded: 8.12 pm",), "Agreed.", None, time(20, 12)),
        ((), "6.30 p.m. to 8.12 p.m.", time(18, 30), time(20, 12)),
    ],
)
def test_when_it_ended_by_a_label_or_a_span(
    front: tuple[str, ...], last: str, start: time | None, end: time
) -> None:
    found = header("Ponds Committee, 4 May 2027", *front, last=last)
    assert (found.starts_at, found.ended_at) == (start, end)


@pytest.mark.parametrize(
    ("last", "ended"),
    [
        ("Adjourned at 4:58 p.m. to the Regular Ponds Board meeting on Tuesday at 6:00 p.m.", 16),
        ("The meeting was adjourned at 9.05 pm until Friday at 7 pm.", 21),
        ("Actual end time 18:56", 18),
    ],
)
def test_a_meeting_ended_when_it_adjourned_and_not_when_the_next_begins(
    last: str, ended: int
) -> None:
    found = header("Ponds Committee, 4 May 2027", last=last).ended_at
    assert found is not None
    assert found.hour == ended


def test_a_closing_line_that_sheets_follow_and_a_row_that_tells_the_end() -> None:
    sheets = [f"Prize {n}: nobody" for n in range(30)]
    flow = item("1", "Prizes", "They are listed.", "Meeting closed 8.45pm", *sheets)
    (found,) = only(MeetingHeader, HEADER, minutes(flow, front=("Ponds Committee, 4 May 2027",)))
    assert found.ended_at == time(20, 45)
    rows = table(("Actual start time", "18:05"), ("Actual end time", "18:56"))
    flow = item("1", "Prizes", "They are listed.", rows)
    (found,) = only(MeetingHeader, HEADER, minutes(flow, front=("Ponds Committee, 4 May 2027",)))
    assert found.ended_at == time(18, 56)


def test_the_last_items_title_may_say_when_the_meeting_was_over() -> None:
    appended = [f"List of members, line {n}" for n in range(30)]
    of = minutes(
        item("1", "Minutes", "Agreed."),
        item("2", "Meeting was adjourned at 11:30 AM.", *appended),
        front=("Mere Parish Council", "4 May 2027, 10 am"),
    )
    (found,) = only(MeetingHeader, HEADER, of)
    assert str(found.ended_at) == "11:30:00"


def test_the_day_of_the_minutes_in_a_head_run_together() -> None:
    found = header(
        "Cabinet 18th November 2027 Minutes of the meeting held on 21st October 2027 10.00 am"
    )
    assert (found.held_on, found.starts_at) == (date(2027, 10, 21), time(10, 0))


def test_a_line_that_says_resolved_names_no_body() -> None:
    found = only(
        MeetingHeader, HEADER, part("minutes", "RESOLVED: That Council :-", "The pond was noted.")
    )
    assert all(each.body is None for each in found)


def test_the_day_that_a_meeting_was_rearranged_from_is_not_its_own() -> None:
    found = header(
        "Rearranged from 22nd January 2019, Cabinet - Tuesday, 29th January, 2019 4.00 pm"
    )
    assert (found.body, found.held_on) == ("Cabinet", date(2019, 1, 29))


def test_the_day_that_minutes_were_approved_is_not_their_own() -> None:
    found = header(
        "Approved by the Mere Board at its meeting of 6 June 2027",
        "MERE BOARD MEETING",
        "Tuesday, 4 May 2027",
    )
    assert found.held_on == date(2027, 5, 4)


@pytest.mark.parametrize(
    "line", ["At 7 pm at Mill House", "Wednesday 5 May at 7pm at the School", "7.00 pm in the Hall"]
)
def test_the_time_on_a_line_of_its_own(line: str) -> None:
    assert header("Mere Parish Council", "5 May 2027", line).starts_at == time(19, 0)
