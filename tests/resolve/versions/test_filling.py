import pytest

from pipeline.records import AgendaItem, Declaration, Motion, Vote
from pipeline.resolve import resolve
from tests.resolve.building import action, attendee, fact, header, pack, paper, resolution

ITEMS = tuple(
    AgendaItem(number=str(number), title=title)
    for number, title in enumerate(("Apologies", "Tutor Recruitment", "Library Opening Hours"), 1)
)
PRESENT = (attendee("Ada Quill"), attendee("Ben Marsh", grouping="officer"))


def minutes(*values, label="minutes", **more):
    return paper(label, header(), *values, **more)


def page(*values, label="page", kind="meeting_page", **more):
    return paper(label, header(), *values, kind=kind, media_type="text/html", **more)


def filled(*papers):
    found = resolve(papers)
    quote = {row["fact_id"]: row for name in TABLES for row in found[name]}
    return [
        (row["fact_table"], *(quote[row["fact_id"]].get(TABLES[row["fact_table"]]),))
        for row in found["fillers"]
    ]


TABLES = {
    "attendance": "name",
    "agenda_items": "title",
    "resolutions": "text",
    "motions": "motion",
    "votes": "name",
    "actions": "text",
    "declarations": "name",
}


def test_apologies_of_the_page_fill_what_the_minutes_lack():
    gone = attendee("Dora Lyle", status="apologies")
    assert filled(minutes(*PRESENT), page(*PRESENT, gone)) == [("attendance", "Dora Lyle")]
    assert filled(minutes(*PRESENT, gone), page(gone)) == []


@pytest.mark.parametrize("name", ["A Quill", "Quill", "Ada Quil"])
def test_nobody_is_listed_twice_under_another_form_of_the_name(name):
    assert filled(minutes(*PRESENT), page(attendee(name, status="apologies"))) == []


def test_people_of_one_surname_are_two():
    gone = attendee("Alan Quill", status="apologies")
    assert filled(minutes(*PRESENT), page(gone)) == [("attendance", "Alan Quill")]


def test_who_came_is_taken_from_the_page_only_for_a_group_that_the_minutes_leave_out():
    more = (attendee("Eve Cole"), attendee("Fay Dunn", grouping="guest"))
    assert filled(minutes(*PRESENT), page(*PRESENT, *more)) == [("attendance", "Fay Dunn")]


def test_minutes_that_list_apologies_alone_add_them_to_the_drafts_list():
    drafted = pack(extra=[fact(value, 1) for value in PRESENT])
    gone = attendee("Dora Lyle", status="apologies")
    assert filled(minutes(gone), drafted) == [("attendance", "Dora Lyle")]


def test_the_decision_and_action_of_an_item_that_the_minutes_do_not_hold():
    hours = (
        resolution("That the library open on Sundays.", item="3"),
        action("Ben Marsh to tell the staff."),
    )
    held = (*ITEMS[:2], resolution("That two tutors be recruited.", item="2"))
    of_item_5 = AgendaItem(number="5", title="Any Other Business")
    assert filled(minutes(*held), page(*ITEMS, of_item_5, held[2], *hours)) == [
        ("actions", "Ben Marsh to tell the staff."),
        ("resolutions", "That the library open on Sundays."),
        ("agenda_items", "Library Opening Hours"),
        ("agenda_items", "Any Other Business"),
    ]


@pytest.mark.parametrize(
    "given",
    [
        resolution("That three tutors be taken on at once.", item="2"),
        resolution("That two tutors be recruited, as reported.", item="9"),
        resolution("That two tutors be recruited.", item=None),
    ],
)
def test_no_decision_is_doubled_reworded_or_numbered_otherwise(given):
    assert filled(minutes(*ITEMS, resolution("That two tutors be recruited.", item="2")),
                  page(*ITEMS, given)) == []  # fmt: skip


def test_another_numbering_is_seen_through_by_the_titles():
    numbered = [AgendaItem(number=str(40 + i), title=v.title) for i, v in enumerate(ITEMS, 1)]
    same = resolution("That staff be appointed.", item="2")
    new = resolution("That the library open on Sundays.", item="3")
    found = filled(
        minutes(*numbered, resolution("That two tutors be recruited.", item="42")),
        page(*ITEMS, same, new),
    )
    assert found == [("resolutions", new.text)]


def test_decision_notices_fill_where_there_is_nothing_else():
    notice = page(resolution("That the lease be signed.", item=None), kind="decision_notice")
    assert filled(minutes(*ITEMS), notice) == [("resolutions", "That the lease be signed.")]


def test_drafts_and_agendas_fill_nothing():
    drafted = pack(extra=[fact(resolution("That it be so.", item="3"), 1)])
    assert filled(minutes(*ITEMS, *PRESENT), drafted) == []


def test_a_recorded_vote_that_the_minutes_leave_out_comes_with_its_motion():
    motion = Motion(item_number="3", ordinal=1, motion="That the library open on Sundays.")
    vote = Vote(item_number="3", ordinal=1, name="Ada Quill", printed="Ada Quill", vote="for")
    declared = Declaration(name="Ada Quill", interest="Borrows books.")
    assert filled(minutes(*ITEMS), page(*ITEMS, motion, vote, declared)) == [
        ("motions", motion.motion),
        ("votes", "Ada Quill"),
        ("declarations", "Ada Quill"),
    ]
    assert filled(minutes(*ITEMS, motion), page(*ITEMS, motion, vote)) == []


def test_two_pages_with_the_same_fill_once():
    gone = attendee("Dora Lyle", status="apologies")
    found = filled(minutes(*PRESENT), page(gone), page(gone, label="again"))
    assert found == [("attendance", "Dora Lyle")]
