import pytest

from pipeline.records import Claim
from pipeline.resolve import resolve
from tests.resolve.building import (
    DAY,
    attendee,
    fact,
    header,
    milestone,
    pack,
    paper,
    resolution,
)


def told(*papers):
    return [(row["subject"], row["detail"]) for row in resolve(papers)["contradictions"]]


def draft(*values, label="pack", **more):
    return pack(label, drafted=DAY, extra=[fact(value, 1) for value in values], **more)


def test_someone_present_and_in_apologies():
    odd = paper("m", header(), attendee("Ada Thorne"), attendee("ADA THORNE", "apologies"))
    assert told(odd) == [
        ("attendance", "Ada Thorne is listed as present and as having sent apologies")
    ]


def test_apologies_for_lateness_do_not_contradict():
    assert told(paper("m", header(), attendee("Ada Thorne"), attendee("Ada Thorne", "late"))) == []


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


@pytest.mark.parametrize(
    ("subject", "count", "expected"),
    [
        ("milestones", 3, []),
        ("milestones", 4, [("claim", "The report claims 4 milestones; its table holds 3")]),
        ("activities", 2, []),
        ("activities", 5, [("claim", "The report claims 5 activities; its table holds 2")]),
    ],
)
def test_a_claimed_total_is_checked_against_the_table(subject, count, expected):
    stones = [milestone("One"), milestone("Two"), milestone("Three", "Open hubs", "2")]
    assert told(paper("r", header(), *stones, Claim(subject=subject, count=count))) == expected


def test_a_claim_without_a_table_is_left_alone():
    assert told(paper("r", header(), Claim(subject="milestones", count=9))) == []
