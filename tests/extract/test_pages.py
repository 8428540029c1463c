"""Web pages of meetings, in the shapes that crawlers copy them, read and extracted as a whole."""

from __future__ import annotations

from datetime import date, time

from pipeline.extract.actions.actions import ACTIONS
from pipeline.extract.business.agenda_items import AGENDA_ITEMS
from pipeline.extract.decisions.resolutions import RESOLUTIONS
from pipeline.extract.header.meeting import HEADER
from pipeline.extract.motions.motions import MOTIONS
from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.extract.people.declarations import DECLARATIONS
from pipeline.records import Motion
from tests.extract.paging import everything, people

ROWS = """Venue: Council Chamber. View directions
Contact: Ada Quill Email: ada@example.org
Note | No. | Item |
---|---|---|
APOLOGIES Minutes: Apologies were intimated from Councillors Ash,
Birch and E Cole. |
||
URGENT BUSINESS It being a special meeting no other business shall be considered.
Minutes: None. |
||
* |
Disclosure of Interests Members and co-opted Members of the Council are reminded to declare.
Minutes: Councillors Ash and Dell each declared an interest in Item 7 as they were Board \
members of
the Heron Housing Association. |
||
PART I - OPEN COMMITTEE |
||
To confirm the minutes of the meeting held on 4 May 2027. Minutes: The Minutes of the Ash and \
Elm Council were approved. |
||
Pond Repairs Report of the Head of Parks attached. Additional documents: Minutes: RESOLVED That \
the pond be mended. |
||
"""


def test_rows_on_one_line_give_titles_and_not_the_agendas_sentences() -> None:
    assert [i.title for i in everything(ROWS, AGENDA_ITEMS)] == [
        "APOLOGIES",
        "URGENT BUSINESS",
        "Disclosure of Interests",
        "Pond Repairs",
    ]
    assert [n for n, _, _ in people(ROWS)] == ["Ash", "Birch", "E Cole"]
    assert [r.text for r in everything(ROWS, RESOLUTIONS)][-1] == "That the pond be mended."


def test_an_interest_names_no_body_that_met() -> None:
    assert [h.body for h in everything(ROWS, HEADER)] == ["Ash and Elm Council"]
    assert [d.name for d in everything(ROWS, DECLARATIONS)] == ["Ash", "Dell"]


def test_rows_are_known_without_the_head_of_their_table() -> None:
    text = """Apologies for Absence Minutes: Apologies were received from Councillors Max Ash \
and Jo Birch.
Councillor Ann Cole was absent. |
To approve the minutes of the Council meeting held on 12 July 2027 as an accurate record. \
Minutes: 7.08pm – RESOLVED
The minutes of the meeting held on 12 July 2027 were agreed as an accurate record. |
Youth Council Minutes: The Mayor invited two guests to speak. |
"""
    assert people(text) == [
        ("Max Ash", "apologies", None),
        ("Jo Birch", "apologies", None),
        ("Ann Cole", "absent", None),
    ]
    assert [r.text for r in everything(text, RESOLUTIONS)] == [
        "The minutes of the meeting held on 12 July 2027 were agreed as an accurate record."
    ]


def test_a_page_may_begin_with_its_meetings_line() -> None:
    text = """Planning Committee - Wednesday 12 June 2027 9.30 am

Note: Agenda Item 5 has been withdrawn


Chairman's Announcements

The chairman will announce any urgent items that will be dealt with under item 13.


Apologies were received from Cllr Ash and Cllr D Birch.


Urgent Items

There were no urgent items.
"""
    header = everything(text, HEADER)[0]
    assert (header.body, header.held_on, header.starts_at) == (
        "Planning Committee",
        date(2027, 6, 12),
        time(9, 30),
    )
    assert [n for n, _, _ in people(text)] == ["Ash", "D Birch"]
    assert everything(text, ACTIONS) == []


def test_links_above_a_page_are_no_head_of_the_meeting() -> None:
    links = "\n".join(
        f"  • {name}"
        for name in (
            "Calendar",
            "Committees",
            "Library",
            "What's \
new",
        )
    )
    text = f"""{links}
  • Agenda and minutes

    Budget Council, Council - Thursday, 10th December, 2027 1.00 p.m.

    • Printed minutes PDF 391 KB

    Venue: Moot Hall, https://example.org/watch. View directions

    Items
    No. Item

    1.

    APOLOGIES

    Minutes:

    Apologies for leaving the meeting early were received from Councillor Jo Ash.
"""
    header = everything(text, HEADER)[0]
    assert (header.body, header.venue, header.starts_at) == ("Council", "Moot Hall", time(13, 0))
    assert people(text) == []


def test_an_issue_that_came_to_two_meetings_has_two() -> None:
    text = """Issue - meetings

Ponds

Meeting: 04/01/2027 - Planning Committee (Item 347)

Urgent Items

Minutes:

There were none.

Meeting: 19/12/2026 - Parks Panel (Item 326)

Urgent Items

Minutes:

RESOLVED that the pond be mended.
"""
    assert [(h.body, h.held_on) for h in everything(text, HEADER)] == [
        ("Planning Committee", date(2027, 1, 4)),
        ("Parks Panel", date(2026, 12, 19)),
    ]
    assert [i.number for i in everything(text, AGENDA_ITEMS)] == ["347", "326"]


def test_a_page_of_decisions_dates_them_and_takes_the_whole_list() -> None:
    text = """Issue - decisions

Pond Forum review

21/09/2027 - Pond Forum review


(a)     the Pond Forum be reduced to 26 members by the removal of the vacant seat;

(b)     the seat be designated as a seat for anglers; and

(c)     the revised constitution of the Pond Forum be adopted.
"""
    assert [h.held_on for h in everything(text, HEADER)] == [date(2027, 9, 21)]
    assert len(everything(text, RESOLUTIONS)) == 3


def test_a_page_whose_title_was_not_copied_is_one_item() -> None:
    text = """Agenda item


To consider a report by the Pond Officer.

11.30 a.m.


The Pond Officer submitted a report.


(a)       subject to the items agreed during the meeting, the work programme be approved;

(b)       the Pond Officer be asked to write to all members.


The meeting concluded at 12.40 p.m.
"""
    header = everything(text, HEADER)[0]
    assert (header.starts_at, header.ended_at) == (None, time(12, 40))
    assert len(everything(text, RESOLUTIONS)) == 2


def test_a_list_under_agreed_in_capitals_is_no_list_of_actions() -> None:
    text = """Agenda item

MINUTES OF THE PONDS COMMITTEE

Minutes:

AGREED that:

1.    The dissatisfaction of the Members regarding the delay be noted;

2.    The minutes be confirmed.
"""
    assert len(everything(text, RESOLUTIONS)) == 2
    assert everything(text, ACTIONS) == []


def test_lines_that_the_page_set_apart_are_one_resolution() -> None:
    text = """Agenda and minutes

Items
No. Item

219.

Exclusion of the Public

Minutes:

RESOLVED – That, in accordance with Regulation 4 of The Ponds

(Executive Arrangements) (Meetings and Access to Information) (Ash)

Regulations 2012, the public be excluded from the meeting during

consideration of the following parts of the agenda designated as exempt on

the grounds that it is likely that there would be disclosure of information.
"""
    (resolution,) = everything(text, RESOLUTIONS)
    assert resolution.text.startswith("That, in accordance with Regulation 4 of The Ponds (Exec")
    assert resolution.text.endswith("disclosure of information.")


def test_a_named_vote_is_on_the_motion_that_is_still_open() -> None:
    text = """Agenda item

Motions on Notice

Minutes:

Moved by Councillor K Ash, Seconded by Councillor A Birch

This council calls on the Cabinet to halt all activity on the pond.

Councillor A Cole Moved a Motion without notice that the time for Motions be extended.  \
Seconded by Councillor E Dell and Agreed by Council.

A named vote on the Motion was taken.

For the Motion

Councillors K Ash and A Birch

Against the Motion

Councillors A Cole, E Dell and V Elm

The Motion was lost.
"""
    found = everything(text, MOTIONS)
    motions = [(m.ordinal, m.outcome) for m in found if isinstance(m, Motion)]
    assert motions == [(1, "lost"), (2, "carried")]
    assert {v.ordinal for v in found if not isinstance(v, Motion)} == {1}


def test_printed_minutes_may_keep_the_tags_of_their_items() -> None:
    text = """Ash Combined Fire Authority

Monday, 16 December 2027 at 10.30 am in Moot Hall, Elm

Minutes

Present:

Councillors

N Ash (Chair)

S Birch

<AI1>

45/27

Chair's Welcome

The Chair welcomed members.

</AI1>

<AI2>

46/27

Apologies

Resolved: - That the apologies be noted.

</AI2>
"""
    assert [(i.number, i.title) for i in everything(text, AGENDA_ITEMS)] == [
        ("45/27", "Chair's Welcome"),
        ("46/27", "Apologies"),
    ]
    assert [p.name for p in everything(text, ATTENDANCE)] == ["N Ash", "S Birch"]


def test_a_list_may_begin_after_that() -> None:
    text = """Agenda and minutes

Items
No. Item

1.

Leadership

Minutes:

Resolved to RECOMMEND:  (to Council)

That (1) a new model be adopted;

(2)  provision be made for the removal of the Leader.
"""
    assert [r.text for r in everything(text, RESOLUTIONS)] == [
        "a new model be adopted;",
        "provision be made for the removal of the Leader.",
    ]
