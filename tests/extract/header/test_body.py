from __future__ import annotations

import pytest

from pipeline.document import Block
from pipeline.extract.header.meeting import HEADER
from pipeline.records import MeetingHeader
from tests.extract.building import item, minutes, only, table


def body(*front: str | Block) -> tuple[str | None, str | None]:
    (found,) = only(MeetingHeader, HEADER, minutes(item("1", "Minutes", "Agreed."), front=front))
    return found.body, found.authority


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (
            "Minutes of the Mere Annual Parish Council meeting held on 4 May 2027",
            "Mere Parish Council",
        ),
        ("Ponds Committee (2005-2015)", "Ponds Committee"),
        ("MERE PLANNING COMMISSION REGULAR MEETING MINUTES 4 May 2027", "Mere Planning Commission"),
        (
            "Minutes of the Extra-ordinary Full Council meeting held on 4 May 2027",
            "Full Council",
        ),
        (
            "Mere Community Council Minute of the Mere Community Council held on 4 May 2027",
            "Mere Community Council",
        ),
        ("MERE TOWNSHIP REGULAR BOARD OF TRUSTEES MEETING", "Mere Township Board of Trustees"),
        (
            "Minutes of proceedings at meeting of Joint Ponds Committee held on 4 May 2027",
            "Joint Ponds Committee",
        ),
        (
            "Minutes of budget meeting of the Municipal District of Mere held on 4 May 2027",
            "Municipal District of Mere",
        ),
        (
            "Minutes of the March meeting of Mere Parish Council, 4 March 2027",
            "Mere Parish Council",
        ),
        (
            "A meeting of the Ponds, Reeds and Mills Committee was held on 4 May 2027",
            "Ponds, Reeds and Mills Committee",
        ),
        (
            "Decisions taken at the meeting of the Ponds Board held on 4 May 2027",
            "Ponds Board",
        ),
        (
            "Minutes of the Mere Annual Parish Meeting held on 4 May 2027",
            "Mere Annual Parish Meeting",
        ),
        (
            "Minutes of Mere Parish Council Planning Meeting held on 4 May 2027",
            "Mere Parish Council",
        ),
        (
            "Minutes of the General Purposes Committee held on 4 May 2027",
            "General Purposes Committee",
        ),
        (
            "Mere and Oake Parish Council – Ordinary Meeting Tuesday 4 May 2027, 7.30pm",
            "Mere and Oake Parish Council",
        ),
        ("Town of Mere, 4 May 2027", "Town of Mere"),
    ],
)
def test_the_body_in_a_title(line: str, name: str) -> None:
    assert body(line)[0] == name


def test_a_committee_and_its_council_in_one_line() -> None:
    found = body("Minutes of Mere Town Council’s Ponds Committee held on 4 May 2027")
    assert found == ("Ponds Committee", "Mere Town Council")


def test_a_later_statement_says_which_committee_of_the_council() -> None:
    found = body(
        "MINUTES OF MEETING OF MERE TOWN COUNCIL PSC",
        "A meeting of Mere Town Council, Ponds and Streams Committee was held on 4 May 2027.",
    )
    assert found == ("Ponds and Streams Committee", "Mere Town Council")


def test_the_body_in_a_table_under_its_label() -> None:
    labels = table(("Title of Meeting", "Mere Libraries - Board Meeting"), ("Date", "4 May 2027"))
    assert body("BOARD MEETING MINUTES", labels)[0] == "Mere Libraries Board"


def test_a_meeting_of_the_parish_council_is_of_the_one_above() -> None:
    found = body("MERE PARISH COUNCIL", "Extraordinary Parish Council Meeting", "4 May 2027")
    assert found[0] == "Mere Parish Council"


def test_below_those_who_came_stands_no_title() -> None:
    front = (
        "Mere Parish Council",
        "4 May 2027",
        "Present",
        "Clerk J Pike, Al Ash Mere Brook Council",
    )
    assert body(*front)[0] == "Mere Parish Council"


def test_a_body_of_any_name_has_met() -> None:
    line = "Minutes of the Annual General Meeting of Mere Bell Ringers, held on 4 May 2027."
    assert body(line)[0] == "Mere Bell Ringers"


@pytest.mark.parametrize(
    ("front", "name"),
    [
        (
            (
                "Minutes of Committee Meeting 9/5/2027",
                "Minutes of Mill Hall Management Committee Meeting held on Monday 9 May 2027",
            ),
            "Mill Hall Management Committee",
        ),
        (
            ("MERE HARBOUR TRUST", "Minute of Directors’ Meeting held on 4 May 2027"),
            "Mere Harbour Trust",
        ),
        (("Draft Minutes of committee meeting held on 4 May 2027", "Jo was there."), None),
        (
            (
                "The website of Mere Parish Council",
                "Minutes of the Meeting of the Parish Council",
                "4 May 2027",
            ),
            "Mere Parish Council",
        ),
        (
            ("Minutes Mere Parish Council Meeting 4 May 2027", "Held at the School"),
            "Mere Parish Council",
        ),
    ],
)
def test_the_fuller_name(front: tuple[str, ...], name: str | None) -> None:
    assert body(*front)[0] == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("May 2027 Mere Academy Governing Body", "Mere Academy Governing Body"),
        ("Minutes of the Local Governing Body (LGB) held on 4 May 2027", "Local Governing Body"),
    ],
)
def test_what_is_no_part_of_the_name(line: str, name: str) -> None:
    assert body(line)[0] == name


@pytest.mark.parametrize(
    ("front", "name"),
    [
        (("Elm Chess Committee Meeting - Minutes", "4 May 2027"), "Elm Chess Committee"),
        (("Ponds Committee Meeting 2027.05.04",), "Ponds Committee"),
        (("Minutes from MFA meeting held 4 May 2027",), "MFA"),
        (("MINUTES OF THE", "4 May 2027"), None),
        (
            ("Elm Filing #2", "Homeowners Association", "4 May 2027"),
            "Elm Filing #2 Homeowners Association",
        ),
        (("ADJOURNED REGULAR MERE CITY COUNCIL MEETING - May 4, 2027",), "Mere City Council"),
        (("SPECIAL MERE TOWN BOARD MEETING - May 4, 2027",), "Mere Town Board"),
        (("Special Projects Committee Meeting", "4 May 2027"), "Special Projects Committee"),
        (("Elm Water Swimming Club Inc.", "4 May 2027"), "Elm Water Swimming Club"),
        (
            ("The Annual Parochial Church Meeting will be held", "at 7pm on 4 May 2027"),
            "Annual Parochial Church Meeting",
        ),
    ],
)
def test_bodies_by_how_their_titles_are_set(front: tuple[str, ...], name: str | None) -> None:
    assert body(*front)[0] == name


def test_a_parish_meeting_without_a_name_is_of_the_council_above() -> None:
    front = ("MERE AND OAKE PARISH COUNCIL", "MINUTES OF PARISH MEETING HELD ON 4 MAY 2027")
    (found,) = only(MeetingHeader, HEADER, minutes(item("1", "Minutes", "Agreed."), front=front))
    assert found.body == "Mere and Oake Parish Council"


@pytest.mark.parametrize(
    ("above", "line", "name"),
    [
        (
            "Mere Pond Trust",
            "Minutes of the COUNCIL OF MANAGEMENT",
            "Mere Pond Trust Council of Management",
        ),
        (
            "Mere Special Service Area #21",
            "Commission Meeting Minutes",
            "Mere Special Service Area #21 Commission",
        ),
        ("MERE WITH ELM", "COMMUNITY COUNCIL", "Mere with Elm Community Council"),
        (
            "Mere Transport District",
            "Board of Directors",
            "Mere Transport District Board of Directors",
        ),
    ],
)
def test_the_line_above_says_whose(above: str, line: str, name: str) -> None:
    assert body(above, line, "4 May 2027 at 7 pm")[0] == name


def test_a_person_of_the_cabinet_office_is_no_body() -> None:
    assert body("Transparency Board", "4 May 2027", "Mary Quill (Cabinet Office)")[0] == (
        "Transparency Board"
    )
