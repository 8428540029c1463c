from __future__ import annotations

import pytest

from pipeline.extract.header.meeting import HEADER
from pipeline.extract.header.venue import marked
from pipeline.records import MeetingHeader
from tests.extract.building import item, minutes, only


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        (
            "Minutes of the Ponds Panel held in the Mill, Pond Lane, Co. Mere, on 4 May 2027",
            "Mill, Pond Lane, Co. Mere",
        ),
        ("Minutes of the Ponds Panel held on 4 May 2027, in the Mere Hall", "Mere Hall"),
        ("Minutes of the Ponds Panel held at the Church Monday 4 May 2027", "the Church"),
        (
            "Minutes of the Ponds Panel held Mere House, Oake on Monday 4 May 2027",
            "Mere House, Oake",
        ),
        (
            "Ponds Panel – ordinary meeting Monday 4 May 2027, 7.30pm Mere Village Hall",
            "Mere Village Hall",
        ),
        ("Minutes of the Ponds Panel held on 4 May 2027", None),
        ("Minutes of the Ponds Panel held on 4 May 2027 at 6:30pm in the Town Hall.", "Town Hall"),
        (
            "Minute of Ponds Panel, 4 May 2027, held within the Mere Hall, Oake, at 10.15am.",
            "Mere Hall, Oake",
        ),
        ("Minutes of the Ponds Panel held on 4 May 2027, 6 May at the Mere Hall:", "Mere Hall"),
    ],
)
def test_the_place_in_a_title(line: str, venue: str | None) -> None:
    (found,) = only(MeetingHeader, HEADER, minutes(item("1", "Minutes", "Agreed."), front=(line,)))
    assert found.venue == venue


def test_the_place_where_the_meeting_was_called_to_order() -> None:
    opened = "The chair called the meeting to order on 4 May 2027 at 6.30 pm at the Mere Town Hall."
    (found,) = only(
        MeetingHeader,
        HEADER,
        minutes(item(None, "Call to order", opened), front=("Town of Mere",)),
    )
    assert (found.venue, str(found.starts_at)) == ("Mere Town Hall", "18:30:00")


def test_days_and_times_are_marked() -> None:
    assert marked("held on Monday, 4 May 2027 at 7pm in the Hall") == "held § in the Hall"


def test_a_place_with_a_body_in_its_name() -> None:
    front = (
        "Mere City Council",
        "Ponds Committee",
        "4.00pm4 May 2027",
        "Mere Hall - Council Chamber",
    )
    (found,) = only(MeetingHeader, HEADER, minutes(item("1", "Minutes", "Agreed."), front=front))
    assert (found.body, found.venue) == ("Ponds Committee", "Mere Hall - Council Chamber")
    assert str(found.starts_at) == "16:00:00"


def test_no_place_is_told_below_those_who_came() -> None:
    front = ("Ponds Panel, 4 May 2027", "Present: Ann Thorne", "Road signs and repairs")
    (found,) = only(MeetingHeader, HEADER, minutes(item("1", "Minutes", "Agreed."), front=front))
    assert found.venue is None


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("Held in room 3.118, Elm College", "room 3.118, Elm College"),
        ("Venue: Ponds Server (online)", "Ponds Server"),
        ("VIRTUAL MEETING, ZOOM", "Zoom"),
    ],
)
def test_rooms_by_number_and_places_of_no_stone(line: str, venue: str) -> None:
    front = ("Ponds Committee", "4 May 2027", line)
    (found,) = only(MeetingHeader, HEADER, minutes(item("1", "Minutes", "Agreed."), front=front))
    assert found.venue == venue


def test_the_place_behind_the_time_at_which_a_meeting_was_called_to_order() -> None:
    called = (
        "Mayor Pike called the May 4, 2027 Special Meeting to order at 6 p.m. in the Mere Hall."
    )
    front = ("MERE CITY COUNCIL", called, "Invocation - Bo Dell, Church of the Hills")
    (found,) = only(MeetingHeader, HEADER, minutes(item("1", "Minutes", "Agreed."), front=front))
    assert found.venue == "Mere Hall"


@pytest.mark.parametrize(
    "front",
    [
        ("MINUTES OF PARISH MEETING AT", "MERE VILLAGE HALL ON 4th May 2027 AT 7PM"),
        ("Minutes of the annual meeting in the Mere Village Hall on 4 May 2027",),
    ],
)
def test_the_place_of_an_open_meeting_at(front: tuple[str, ...]) -> None:
    of = minutes(item("1", "Minutes", "Agreed."), front=("MERE PARISH COUNCIL", *front))
    (found,) = only(MeetingHeader, HEADER, of)
    assert (found.venue or "").casefold() == "mere village hall"


@pytest.mark.parametrize(
    ("lines", "venue"),
    [
        (["Ponds Panel", "Minutes", "4 May 2027 | 7.30pm | Mere Hall, Oake"], "Mere Hall, Oake"),
        (["Minutes of Ponds Panel of 4 May 2027 (Mere Church Hall, 7pm)"], "Mere Church Hall"),
        (["Ponds Panel held in Room 1.14, Mere House on 4 May 2027"], "Room 1.14, Mere House"),
        (
            [
                "MINUTES OF THE PONDS PANEL",
                "HELD ON MONDAY THE 4TH OF MAY 2027",
                "IN THE PAVILION, OAKE ROAD AT 7PM",
            ],
            "Pavilion, Oake Road",
        ),
    ],
)
def test_a_venue_in_an_odd_place(lines: list[str], venue: str) -> None:
    (header,) = only(MeetingHeader, HEADER, minutes(item("1", "Welcome"), front=lines))
    assert header.venue == venue


def test_the_word_venue_needs_no_colon() -> None:
    front = ("Minutes of the Ponds Panel, 4 May 2027", "Venue Yr Hen Neuadd")
    (found,) = only(MeetingHeader, HEADER, minutes(item("1", "Minutes", "Agreed."), front=front))
    assert found.venue == "Yr Hen Neuadd"


@pytest.mark.parametrize(
    ("front", "venue"),
    [
        (
            (
                "Mere Parish Council",
                "PO Box 4, Oake, West Mere",
                "Minutes of the meeting held on 4 May 2027",
                "7:15pm in the Green Room, Mere Hall",
            ),
            "Green Room, Mere Hall",
        ),
        (("Mere Parish Council", "4 May 2027", "Mere Memorial Hall at 7 pm"), "Mere Memorial Hall"),
        (("Mere Parish Council", "4 May 2027", "Mill House: Jo Tarn, Al Ash"), None),
        (("Minutes of the Ponds Panel held on Tues 4th May 2027 at 7pm.",), None),
        (("MINUTES OF MEETING HELD IN THE CHURCH ROOM ON THURSDAY MAY 6TH AT 7PM",), "Church Room"),
        (("Minutes of the Council Meeting, 4 May 2027 Venue, Capel Mere",), "Capel Mere"),
        (
            ("Minutes of the Ponds Panel held remotely and at the Old Mill on 4 May 2027",),
            "Old Mill",
        ),
    ],
)
def test_the_place_among_other_lines(front: tuple[str, ...], venue: str | None) -> None:
    (found,) = only(MeetingHeader, HEADER, minutes(item("1", "Minutes", "Agreed."), front=front))
    assert found.venue == venue
