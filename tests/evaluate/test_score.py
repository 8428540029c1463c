import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate.archive import ArchivedFacts, ArchivedMeeting
from pipeline.evaluate.gold import Gold, GoldMeeting
from pipeline.evaluate.score import match_meetings, score_paper
from pipeline.evaluate.tally import Tally

MEETING = ("attendance", "agenda_items", "resolutions", "actions", "declarations")
DOCUMENT = ("milestones", "forward_plan", "reports", "recommendations")


def gold_of(meetings=None, **rows):
    tables = {name: tuple(each) for name, each in rows.items()}
    return Gold("ash", ("ash.pdf",), "ash", None, True, meetings, tables)


def gold_meeting(header=None, **rows):
    return GoldMeeting(header or {}, {name: tuple(each) for name, each in rows.items()})


def found_meeting(header=None, meeting_id="m1", printed=None, **rows):
    return ArchivedMeeting(
        meeting_id, header or {}, printed, {name: tuple(rows.get(name, ())) for name in MEETING}
    )


def found_of(meetings=(), **rows):
    return ArchivedFacts(tuple(meetings), {name: tuple(rows.get(name, ())) for name in DOCUMENT})


def score_meeting(gold_rows, found_rows):
    """The score of one undated meeting."""
    gold = gold_of((gold_meeting(**gold_rows),))
    return score_paper(gold, found_of([found_meeting(**found_rows)]))


def person(name, status="present", **more):
    return {"name": name, "status": status, "chair": False, "substitute_for": None, **more}


def test_attendance_counts_names_with_their_status():
    gold = [
        person("Ada Quill", grouping="member", role="Leader", chair=True),
        person("Ben Holt", grouping="member", role=None),
        person("Cy Fell", "apologies", grouping="officer", role="Head of Parks and Paths"),
        person("Di Ox", "late", grouping="guest", role=None),
        person("Ed Moss", grouping="guest", role=None, optional=True),
    ]
    found = [
        person("Cllr Ada Quill", grouping="member", role="Leader", chair=True),
        person("Ben Holt", grouping="guest", role="Clerk"),
        person("Cy Fell", "apologies", grouping="officer", role="Head of Parks & Paths"),
        person("Di Ox", "absent", grouping="guest", role=None),
        person("Ed Moss", grouping="guest", role=None),
        person("Flo Nobody", grouping="guest", role=None),
    ]
    fields = score_meeting({"attendance": gold}, {"attendance": found}).fields
    # Di Ox has the wrong status, Flo was invented, Ed is optional: 3 of 4, with 5 found.
    assert fields["attendance"] == Tally(4, 5, 3, 3)
    assert fields["apologies"] == Tally(2, 1, 1, 1)
    assert fields["attendance.grouping"] == Tally(3, 3, 2, 2)
    assert fields["attendance.role"] == Tally(2, 3, 1, 2)
    assert fields["attendance.chair"] == Tally(1, 1, 1, 1)
    figures = fields["attendance"].figures(strict=True)
    assert (figures.precision, figures.recall) == (3 / 5, 3 / 4)
    assert figures.f1 == pytest.approx(2 / 3)


def test_a_person_present_and_in_apologies_is_two_rows():
    rows = [person("Ada Quill"), person("Ada Quill", "apologies")]
    assert score_meeting({"attendance": rows}, {"attendance": rows[:1]}).fields[
        "attendance"
    ] == Tally(2, 1, 1, 1)


def test_resolutions_need_the_item_and_ignore_the_lead():
    gold = [
        {"item_number": "41", "text": "that the kiosk on Mill Lane be painted green."},
        {"item_number": "42", "text": "That the precept of the parish be set at £9,000"},
        {"item_number": "43", "text": "The minutes were approved and signed", "optional": True},
    ]
    items = [{"number": "41", "also": "3", "title": "Kiosk"}]
    found = [
        {"item_number": "3", "text": "RESOLVED: That the kiosk on Mill Lane be painted green"},
        {"item_number": "41", "text": "The precept of the parish be set at £9,000"},
        {"item_number": "43.", "text": "The minutes were approved and signed."},
    ]
    score = score_meeting({"resolutions": gold, "agenda_items": items}, {"resolutions": found})
    assert score.fields["resolutions"] == Tally(2, 2, 1, 1)
    assert [(n.field, n.fault, n.item) for n in score.notes if n.field == "resolutions"] == [
        ("resolutions", "miss", "42"),
        ("resolutions", "extra", "41"),
    ]


def test_an_optional_second_form_does_not_take_the_row_of_the_first():
    whole = "The clerk would write to the county about the flooded lane by Easter"
    gold = [
        {"item_number": "5", "text": whole[:-1], "optional": True},
        {"item_number": "5", "text": whole},
    ]
    found = [{"item_number": "5", "text": whole[:-1], "owner": None}]
    assert score_meeting({"actions": gold}, {"actions": found}).fields["actions"] == Tally(
        1, 1, 0, 1
    )


def test_actions_that_were_resolved_are_not_scored_and_owners_only_where_gold_has_one():
    gold = [
        {"item_number": "5", "text": "Clerk to mend the gate", "owner": "Clerk"},
        {"item_number": "6", "text": "Chair to call the county"},
    ]
    found = [
        {
            "item_number": "5",
            "text": "Clerk to mend the gate",
            "owner": "Chair",
            "origin": "agreed",
        },
        {"item_number": "6", "text": "Chair to call the county", "owner": "X", "origin": "agreed"},
        {"item_number": "7", "text": "That the fee be paid", "origin": "resolved"},
    ]
    fields = score_meeting({"actions": gold}, {"actions": found}).fields
    assert fields["actions"] == Tally(2, 2, 2, 2)
    assert fields["actions.owner"] == Tally(1, 1, 0, 0)


def test_agenda_items_need_number_and_title():
    gold = [
        {"number": "41", "also": "3", "title": "Kiosk", "pages": "1 - 4"},
        {"number": "42", "title": "Precept"},
        {"number": None, "title": "Prayers", "optional": True},
    ]
    found = [
        {"number": "3", "title": "KIOSK", "pages": "1-4"},
        {"number": "43", "title": "Precept", "pages": None},
        {"number": None, "title": "Prayers", "pages": None},
    ]
    fields = score_meeting({"agenda_items": gold}, {"agenda_items": found}).fields
    assert fields["agenda_items"] == Tally(2, 2, 1, 1)
    assert fields["agenda_items.pages"] == Tally(1, 1, 1, 1)


def test_declarations_need_name_and_interest():
    gold = [{"name": "Holt", "interest": "Non-pecuniary: lives beside the site of the hall"}]
    found = [
        {"name": "Cllr Holt", "interest": "Non-pecuniary, lives beside the site of a hall"},
        {"name": "Fell", "interest": "Non-pecuniary: lives beside the site of the hall"},
    ]
    fields = score_meeting({"declarations": gold}, {"declarations": found}).fields
    assert fields["declarations"] == Tally(1, 2, 0, 1)


def milestone(text, **cells):
    return {"milestone": text, "activity": "Paths", "activity_number": 1, **cells}


def test_milestones_pair_within_their_activity_and_count_cells_of_unpaired_rows():
    gold = [
        milestone("Review", activity="Parks", activity_number=2, status="On target"),
        milestone("Review", status="Red", percent_complete=20.0, deadline_to="2031-05-31"),
        milestone("Publish the map", status="Completed"),
    ]
    found = [
        milestone("Review", activity_number="1.", status="R", percent_complete=20,
                  deadline_to=dt.date(2031, 5, 30)),
        milestone("Review", activity="Parks", activity_number="2", status="On Target"),
        milestone("Plant trees", activity_number="1", status="Red"),
    ]  # fmt: skip
    score = score_paper(gold_of(milestones=gold), found_of(milestones=found))
    assert score.fields["milestones"] == Tally(3, 3, 2, 2)
    assert score.fields["milestone.status"] == Tally(3, 3, 2, 2)
    assert score.fields["milestone.percent"] == Tally(1, 1, 1, 1)
    assert score.fields["milestone.deadline_to"] == Tally(1, 1, 0, 0)
    assert score.fields["milestone.activity"] == Tally(3, 3, 2, 2)
    assert "2031-05-31 -> 2031-05-30" in [n.text for n in score.notes]


def test_forward_plan_recommendations_and_reports():
    gold = gold_of(
        forward_plan=[{"for_meeting_on": "2031-05-05", "item": "Budget", "lead": "A Fell"}],
        recommendations=[
            {"report_title": "The paths and lanes of the parish", "text": "Note the map"}
        ],
        reports=[
            {
                "title": "The paths and lanes of the parish",
                "authors": ("A Fell", "B Ox"),
                "dated": "2031-04-07",
                "classification": "Unrestricted",
            }
        ],
    )
    found = found_of(
        forward_plan=[
            {"for_meeting_on": dt.date(2031, 5, 5), "item": "BUDGET", "lead": "B Ox"},
            {"for_meeting_on": dt.date(2031, 6, 5), "item": "Budget", "lead": None},
        ],
        recommendations=[
            {"report_title": "The paths and lanes of a parish", "text": "Note the map."},
            {"report_title": None, "text": "Note the map."},
        ],
        reports=[
            {
                "title": "The Paths and Lanes of the Parish",
                "authors": ["A Fell", "C Elm", "Dr B Ox"],
                "dated": dt.date(2031, 4, 7),
                "classification": "UNRESTRICTED",
            }
        ],
    )
    fields = score_paper(gold, found).fields
    assert fields["forward_plan"] == Tally(1, 2, 1, 1)
    assert fields["forward_plan.lead"] == Tally(1, 1, 0, 0)
    assert fields["recommendations"] == Tally(1, 2, 1, 1)
    assert fields["reports"] == Tally(1, 1, 1, 1)
    assert fields["reports.authors"] == Tally(2, 3, 2, 2)
    assert fields["reports.dated"] == Tally(1, 1, 1, 1)
    assert fields["reports.classification"] == Tally(1, 1, 1, 1)


def test_a_key_that_gold_lacks_is_not_scored_and_an_empty_one_is():
    found = found_of(milestones=[milestone("Review")], reports=[{"title": "Paths"}])
    fields = score_paper(gold_of(milestones=[]), found).fields
    assert fields["milestones"] == Tally(0, 1, 0, 0)
    assert "reports" not in fields
    assert "attendance" not in fields


def test_the_header_is_compared_value_by_value():
    gold = gold_meeting(
        {
            "body": "Ash Parish Council",
            "held_on": "2031-04-07",
            "starts_at": "19:30",
            "ended_at": None,
            "venue": "Village Hall, Ash",
        }
    )
    header = {
        "body": "ASH  PARISH COUNCIL",
        "held_on": dt.date(2031, 4, 7),
        "starts_at": dt.time(19, 0),
        "ended_at": dt.time(21, 0),
        "venue": "Village Hall - Ash",
    }
    fields = score_paper(gold_of((gold,)), found_of([found_meeting(header)])).fields
    assert fields["meeting.body"] == Tally(1, 1, 1, 1)
    assert fields["meeting.held_on"] == Tally(1, 1, 1, 1)
    assert fields["meeting.starts_at"] == Tally(1, 1, 0, 0)
    assert fields["meeting.ended_at"] == Tally(0, 1, 0, 0)
    assert fields["meeting.venue"] == Tally(1, 1, 1, 1)
    # What only another paper of the meeting printed is no extra of this one.
    own = found_meeting(header, printed={"ended_at": None})
    fields = score_paper(gold_of((gold,)), found_of([own])).fields
    assert fields["meeting.ended_at"] == Tally(0, 0, 0, 0)


def test_meetings_pair_by_date_then_undated_then_the_only_ones_left():
    april, may = ({"held_on": dt.date(2031, month, 7)} for month in (4, 5))
    found = [found_meeting(may, "m2"), found_meeting(april, "m1")]
    gold = [gold_meeting({"held_on": "2031-04-07"}), gold_meeting()]
    assert [(g, f.meeting_id) for g, f in match_meetings(gold, found)] == [
        (gold[0], "m1"),
        (gold[1], "m2"),
    ]
    misread = [gold_meeting({"held_on": "2031-04-17"})]
    assert match_meetings(misread, found[:1]) == [(misread[0], found[0])]
    assert match_meetings(misread, found) == [
        (misread[0], None),
        (None, found[0]),
        (None, found[1]),
    ]


def test_rows_of_another_meeting_do_not_match():
    rows = [{"item_number": "1", "text": "That the gate be mended"}]
    gold = gold_of(
        (
            gold_meeting({"held_on": "2031-04-07"}, resolutions=rows),
            gold_meeting({"held_on": "2031-05-05"}, resolutions=[]),
        )
    )
    found = found_of(
        [
            found_meeting({"held_on": dt.date(2031, 4, 7)}, "m1"),
            found_meeting({"held_on": dt.date(2031, 5, 5)}, "m2", resolutions=rows),
        ]
    )
    assert score_paper(gold, found).fields["resolutions"] == Tally(1, 1, 0, 0)


WORDS = st.text("abcdeé 19.-", min_size=1, max_size=30).filter(lambda t: any(map(str.isalnum, t)))
OPTIONAL = st.booleans()
NUMBERS = st.sampled_from(["1", "2.", "3(a)", None])
ROWS = {
    "attendance": st.fixed_dictionaries(
        {
            "name": WORDS,
            "status": st.sampled_from(["present", "apologies", "late", "absent"]),
            "grouping": st.sampled_from(["member", "guest"]),
            "role": st.none() | WORDS,
            "chair": st.booleans(),
            "substitute_for": st.none(),
            "optional": OPTIONAL,
        }
    ),
    "agenda_items": st.fixed_dictionaries(
        {"number": NUMBERS, "also": NUMBERS, "title": WORDS, "optional": OPTIONAL}
    ),
    "resolutions": st.fixed_dictionaries(
        {"item_number": NUMBERS, "text": WORDS, "optional": OPTIONAL}
    ),
    "actions": st.fixed_dictionaries(
        {"item_number": NUMBERS, "text": WORDS, "owner": st.none() | WORDS, "optional": OPTIONAL}
    ),
    "declarations": st.fixed_dictionaries({"name": WORDS, "interest": WORDS, "optional": OPTIONAL}),
}
MEETINGS = st.fixed_dictionaries({name: st.lists(row, max_size=6) for name, row in ROWS.items()})
MILESTONES = st.lists(
    st.fixed_dictionaries(
        {
            "milestone": WORDS,
            "activity": WORDS,
            "activity_number": st.integers(1, 3),
            "status": st.sampled_from(["R", "On Target", None]),
            "percent_complete": st.none() | st.integers(0, 100),
        }
    ),
    max_size=6,
)


@given(MEETINGS, MILESTONES)
def test_gold_scored_against_itself_is_perfect(rows, milestones):
    gold = gold_of((gold_meeting(**rows),), milestones=milestones)
    found = found_of([found_meeting(**rows)], milestones=milestones)
    score = score_paper(gold, found)
    assert not score.notes
    for field, tally in score.fields.items():
        assert tally.strict == tally.fuzzy == tally.gold == tally.found, field


@given(MEETINGS, MEETINGS, st.sampled_from(sorted(ROWS)))
def test_an_extra_never_raises_precision(gold_rows, found_rows, table):
    strange = {
        "name": "Zzyzx Qqq",
        "status": "present",
        "number": "99",
        "item_number": "99",
        "title": "zzzz",
        "text": "zzzz",
        "interest": "zzzz",
    }
    before = score_meeting(gold_rows, found_rows).fields[table]
    found_rows[table].append(strange)
    after = score_meeting(gold_rows, found_rows).fields[table]
    assert after == before + Tally(found=1)
    for strict in (True, False):
        was = before.figures(strict=strict).precision
        assert was is None or after.figures(strict=strict).precision <= was


def test_outcomes_are_scored_where_gold_tells_them():
    def decision(text, **more):
        return {"item_number": "1", "text": text, **more}

    gold = [
        decision("That the plan be noted", outcome="noted"),
        decision("That the lido be built", outcome="approved"),
        decision("That the clerk be thanked"),
    ]
    found = [
        decision("That the plan be noted", outcome="noted"),
        decision("That the lido be built", outcome="rejected"),
        decision("That the clerk be thanked", outcome="other"),
    ]
    score = score_meeting({"resolutions": gold}, {"resolutions": found})
    assert score.fields["resolutions"] == Tally(3, 3, 3, 3)
    assert score.fields["resolutions.outcome"] == Tally(2, 2, 1, 1)
    silent = score_meeting({"resolutions": gold[2:]}, {"resolutions": found[2:]})
    assert "resolutions.outcome" not in silent.fields
