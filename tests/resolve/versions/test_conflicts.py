from datetime import date, time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import AgendaItem, Declaration, Motion
from pipeline.resolve import resolve
from tests.resolve.building import (
    DAY,
    action,
    attendee,
    fact,
    header,
    pack,
    paper,
    resolution,
)

LATER = date(2021, 9, 2)


def told(*papers):
    return [(row["subject"], row["detail"]) for row in resolve(papers)["contradictions"]]


def draft(*values, label="pack", **more):
    return pack(label, drafted=DAY, extra=[fact(value, 1) for value in values], **more)


def test_officers_that_one_version_lists_and_the_other_does_not():
    approved = paper("m", header(), attendee("Cy Vane", grouping="officer"))
    drafted = draft(
        attendee("Cy Vane", grouping="officer"),
        attendee("Di Webb", grouping="officer"),
        attendee("Ada Thorne"),
    )
    assert told(approved, drafted) == [
        ("attendance", "Di Webb is listed in the draft and not in the approved minutes")
    ]


def test_a_list_of_apologies_alone_is_no_attendance_list():
    approved = paper("m", header(), attendee("Ada Thorne", "apologies"))
    assert told(approved, draft(attendee("Bo Marsh"))) == []


def test_titles_that_differ_are_told_with_both_wordings():
    approved = paper("m", header(), attendee("Cy Vane", role="Interim Director, Play"))
    drafted = draft(attendee("Cy Vane", role="Interim Head, Play"))
    assert told(approved, drafted) == [
        (
            "role",
            "Cy Vane: 'Interim Director, Play' in the approved minutes, "
            "'Interim Head, Play' in the draft",
        )
    ]


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("present", "apologies",
         "Bo Marsh: 'present' in the approved minutes, 'apologies' in the draft"),
        ("apologies", None,
         "Bo Marsh is listed as having sent apologies in the approved minutes "
         "and not in the draft"),
        (None, "late", "Bo Marsh is listed in the draft and not in the approved minutes"),
    ],
)  # fmt: skip
def test_who_was_there_differs(mine, theirs, expected):
    same = attendee("Ada Thorne"), attendee("Di Webb", "apologies")
    mine, theirs = ([attendee("Bo Marsh", each)] if each else [] for each in (mine, theirs))
    found = told(paper("m", header(), *same, *mine), draft(*same, *theirs))
    assert found == [("attendance", expected)]


def test_one_whom_a_version_has_present_and_sorry_and_the_other_only_sorry():
    same = attendee("Ada Thorne"), attendee("Bo Marsh", "apologies")
    assert told(paper("m", header(), *same), draft(*same, attendee("Bo Marsh"))) == [
        ("attendance", "Bo Marsh is listed as present and as having sent apologies"),
        ("attendance",
         "Bo Marsh is listed as present in the draft and not in the approved minutes"),
    ]  # fmt: skip


def test_a_version_without_a_list_of_apologies_is_silent_on_them():
    approved = paper("m", header(), attendee("Ada Thorne"))
    assert told(approved, draft(attendee("Ada Thorne"), attendee("Bo Marsh", "apologies"))) == []


def test_who_came_late_was_present():
    approved = paper("m", header(), attendee("Ada Thorne"), attendee("Bo Marsh"))
    assert told(approved, draft(attendee("Ada Thorne"), attendee("Bo Marsh", "late"))) == []


def test_another_group_and_another_chair():
    def listed(grouping, chair):
        people = [attendee("Ada Thorne"), attendee("Cy Vane"), attendee("Di Webb", "present",
                  "officer"), attendee("Bo Marsh", "present", grouping)]  # fmt: skip
        return [msgspec.structs.replace(p, chair=p.name == chair) for p in people]

    assert told(paper("m", header(), *listed("member", "Cy Vane")),
                draft(*listed("officer", "Ada Thorne"))) == [
        ("attendance", "Bo Marsh: 'member' in the approved minutes, 'officer' in the draft"),
        ("chair", "Ada Thorne is the chair in the draft and not in the approved minutes"),
        ("chair", "Cy Vane is the chair in the approved minutes and not in the draft"),
    ]  # fmt: skip


@pytest.mark.parametrize("short", ["A Streatfield", "Ada J Streatfield", "ADA STREATFIELD"])
def test_a_name_cut_short_does_not_contradict(short):
    approved = paper("m", header(), attendee("Ada Streatfield"), attendee("Bo Marsh"))
    assert told(approved, draft(attendee(short), attendee("Bo Marsh"))) == []


def test_one_name_printed_two_ways():
    approved = paper("m", header(), attendee("Ada Streatfield"), attendee("Bo Marsh"))
    drafted = draft(attendee("Ada Streatfeild"), attendee("Bo Marsh"))
    assert told(approved, drafted) == [
        ("name", "'Ada Streatfield' in the approved minutes, 'Ada Streatfeild' in the draft")
    ]


def test_a_resolution_worded_otherwise():
    approved = paper(
        "m", header(), resolution("RESOLVED that the grant of £500 be paid to the lido.")
    )
    drafted = draft(resolution("That the grant of £600 be paid to the lido."))
    ((subject, detail),) = told(approved, drafted)
    assert subject == "resolution"
    assert detail.startswith("Item 1: 'RESOLVED that the grant of £500")
    assert "£600" in detail


def test_equal_resolutions_under_other_numbers_do_not_contradict():
    approved = paper("m", header(), resolution("RESOLVED that the lido plan be noted."))
    assert told(approved, draft(resolution("That the lido plan be noted", ordinal=2))) == []


@pytest.mark.parametrize(
    ("before", "after", "contradicts"),
    [
        ("That the grant be recieved.", "RESOLVED: That the grant be received.", False),
        ("That the grant be refused.", "That the grant be reduced.", True),
        ("That the lease run from 2021-24.", "That the lease run from 2021-25.", True),
        ("That the grant be now paid.", "That the grant be not paid.", True),
        ("That the grant be paid.", "That the grant be paid in May.", True),
    ],
)
def test_a_decision_misspelt_says_the_same(before, after, contradicts):
    found = told(paper("m", header(), resolution(after)), draft(resolution(before)))
    assert bool(found) is contradicts


def test_a_like_decision_of_another_item_does_not_contradict():
    items = [AgendaItem(number="1", title="Lido"), AgendaItem(number="2", title="Pier works")]
    one = resolution("That the report on the lido works be noted and published.", item="1")
    two = resolution("That the report on the pier works be noted and published.", item="2")
    assert told(paper("m", header(), *items, one), draft(*items, two)) == []


def test_votes_owners_and_times_that_differ():
    def said(votes, owner, starts_at):
        motion = Motion(item_number="3", ordinal=1, motion="That it be.", votes_for=votes)
        asked = msgspec.structs.replace(action("Somebody to mend the pier."), owner=owner)
        return motion, asked, header(starts_at=starts_at)

    approved = paper("m", *said(6, "Mayor", time(18)))
    assert told(approved, draft(*said(5, "Reeve", None))) == [
        ("owner", "Item 5: 'Mayor' in the approved minutes, 'Reeve' in the draft"),
        ("starts at", "Starts at: '18:00:00' in the approved minutes, '18:05:00' in the draft"),
        ("votes for", "Item 3: '6' in the approved minutes, '5' in the draft"),
    ]
    page = paper("p", *said(6, "The Mayor", time(17)), kind="meeting_page")
    assert told(approved, page) == [], "a page prints when it was called to meet"


def test_what_one_version_alone_says_is_no_contradiction():
    same = header(), attendee("Ada Thorne", role="Mayor")
    more = (
        AgendaItem(number="1", title="Lido"),
        AgendaItem(number="2", title="Pier"),
        Declaration(name="Ada Thorne", interest="Swims"),
        resolution("That the lido be opened.", item="1"),
        Motion(item_number="2", ordinal=1, motion="That the pier be mended."),
        action("Somebody to mend the pier."),
    )
    untitled = attendee("Ada Thorne"), attendee("Bo Marsh", role="Reeve")
    assert told(paper("m", *same, *more), draft(same[1])) == []
    assert told(paper("m", header(), *untitled), draft(same[1], untitled[1])) == []


def test_a_later_draft_is_held_against_an_earlier_one_and_each_difference_told_once():
    def mayor(role):
        return [attendee("Ada Thorne", role=role), attendee("Bo Marsh", role="Clerk")]

    first, second = draft(*mayor("Reeve")), draft(*mayor("Mayor"), label="b", held_on=LATER)
    approved, copy = (paper(name, header(), *mayor("Mayor")) for name in "mn")
    assert told(first, second, approved, copy) == [
        ("role", "Ada Thorne: 'Mayor' in the draft, 'Reeve' in an earlier draft")
    ]
    other = paper("o", header(), *mayor("Warden"))
    assert told(approved, copy, other) == [
        ("role",
         "Ada Thorne: 'Mayor' in the approved minutes, "
         "'Warden' in another copy of the approved minutes")
    ]  # fmt: skip


def test_a_contradiction_is_a_change_and_stands_with_the_less_authoritative_paper():
    same = (
        attendee("Bo Marsh"),
        AgendaItem(number="1", title="A"),
        AgendaItem(number="2", title="B"),
    )
    approved = paper("m", header(), attendee("Ada Thorne", role="Mayor"), *same)
    page = paper("p", header(), attendee("Ada Thorne", role="Reeve"), *same, kind="meeting_page")
    tables = resolve([approved, page, draft(attendee("Ada Thorne", role="Warden"), *same)])
    changes = {row["change_id"]: row for row in tables["version_changes"]}
    title = {row["document_id"]: row["title"] for row in tables["documents"]}
    rows = tables["contradictions"]
    assert sorted(title[row["document_id"]] for row in rows) == ["p", "pack"]
    for row in rows:
        change = changes[row["change_id"]]
        assert {change["before"], change["after"]} < {"Mayor", "Reeve", "Warden"}
        assert row["document_id"] in (change["from_document_id"], change["to_document_id"])
        assert row["detail"].startswith("Ada Thorne: 'Mayor' in the approved minutes, ")


PEOPLE = st.lists(
    st.builds(
        attendee,
        st.sampled_from(["Ada Thorne", "Bo Marsh", "Cy Vane"]),
        status=st.sampled_from(["present", "apologies", "late", "absent"]),
        grouping=st.sampled_from(["member", "officer"]),
        role=st.sampled_from([None, "Mayor", "Reeve"]),
    ),
    max_size=5,
)


@given(PEOPLE, PEOPLE, PEOPLE, st.randoms())
def test_rows_are_the_papers_alone_and_each_is_a_change_of_its_own(one, two, three, order):
    papers = [
        paper("m", header(), *one),
        draft(*two),
        paper("p", header(), *three, kind="meeting_page"),
    ]
    tables = resolve(papers)
    order.shuffle(papers)
    assert resolve(papers)["contradictions"] == tables["contradictions"]
    linked = [row["change_id"] for row in tables["contradictions"] if row["change_id"]]
    assert len(set(linked)) == len(linked)
    assert set(linked) <= {row["change_id"] for row in tables["version_changes"]}


def test_copies_of_one_text_add_nothing():
    same = (header(), attendee("Ada Thorne", role="Mayor"), resolution("Agreed."))
    copies = [
        paper(name, *same, media_type=m)
        for name, m in (("a", "application/pdf"), ("b", "text/plain"))
    ]
    assert told(*copies) == []
    drafts = [draft(attendee("Ada Thorne", role="Reeve"), label=name) for name in ("x", "y")]
    assert len(told(*copies, *drafts)) == 1


def test_a_page_that_cuts_a_long_resolution_does_not_contradict():
    whole = resolution("That the lido plan be approved, subject to the costs being confirmed.")
    cut = resolution("That the lido plan be approved, subject to")
    page = paper("page", header(), cut, kind="meeting_page")
    assert told(paper("m", header(), whole), page) == []
