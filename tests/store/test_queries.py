from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.store import catalogue
from pipeline.store.publish import publish
from pipeline.store.read import Archive, open_archive
from tests.store.invented import Invented


@pytest.mark.parametrize("name", catalogue.names())
def test_every_query_answers_with_its_defaults(archive: Archive, name: str) -> None:
    answer = archive.query(name)
    assert answer.rows, "the invented archive holds something for every question"
    assert len(set(answer.columns)) == len(answer.columns)


def test_attendance_counts_each_meeting_once(archive: Archive) -> None:
    found = {row["person"]: row for row in archive.query("attendance-by-person").dicts()}
    assert set(found) == {"Ada Quill", "Ben Marsh", "Cleo Tarn"}
    marsh = found["Ben Marsh"]  # the draft has him present, the approved minutes sent apologies
    assert (marsh["meetings"], marsh["attended"], marsh["late"], marsh["apologies"]) == (2, 1, 1, 1)
    assert marsh["percent"] == 50
    assert found["Ada Quill"]["percent"] == 100


def test_resolutions_count_by_body_and_outcome(archive: Archive) -> None:
    found = archive.query("resolutions-by-outcome").rows
    assert found == (
        ("Harbour Improvement Board", "noted", 2, 2, date(2031, 6, 3)),
        ("Harbour Improvement Board", "approved", 1, 1, date(2031, 6, 3)),
    )


def test_recurring_actions_name_owner_and_body(archive: Archive) -> None:
    (found,) = archive.query("recurring-actions").dicts()
    assert found["action"] == "Harbour Master to publish the tide tables"
    assert (found["owner"], found["times"], found["state"]) == ("Harbour Master", 2, "open")
    assert archive.query("recurring-actions", least=3).rows == ()


def test_worse_milestones_are_those_later_or_in_worse_state(archive: Archive) -> None:
    (found,) = archive.query("milestones-worse").dicts()
    assert found["milestone"] == "New crane in service"
    assert (found["was"], found["now"], found["slipped"]) == ("On Target", "Delayed", 61)
    assert (found["due_was"], found["due_now"]) == (date(2031, 5, 31), date(2031, 7, 31))


def test_contradictions_name_the_meeting(archive: Archive) -> None:
    (found,) = archive.query("contradictions").dicts()
    assert found["held_on"] == date(2031, 3, 4)
    assert "B Marsh" in str(found["detail"])
    assert found["documents"] == "d-summer-pack"
    assert archive.query("contradictions", body="parks").rows == ()


def test_contradictions_between_versions_name_both(tmp_path: Path, it: Invented) -> None:
    it.rows["contradictions"][0]["change_id"] = "v1"
    it.add(
        "version_changes",
        change_id="v1",
        meeting_id="m-spring",
        from_document_id="d-summer-pack",
        to_document_id="d-spring",
        fact_table="text",
        kind="changed",
        field="text",
        what="no item",
        position=1,
    )
    publish(tmp_path, it.rows)
    with open_archive(tmp_path) as archive:
        (found,) = archive.query("contradictions").dicts()
    assert found["documents"] == "d-spring d-summer-pack"


def test_parameters_narrow(archive: Archive) -> None:
    assert archive.query("attendance-by-person", body="HARBOUR").rows
    assert not archive.query("attendance-by-person", body="parks").rows
    since = archive.query("attendance-by-person", since="2031-06-01").dicts()
    assert {row["meetings"] for row in since} == {1}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2031-05-01", [("Cleo Tarn", "first seen with it after the day")]),
        ("2031-06-03", [("Cleo Tarn", "listed with it on the day")]),
        (
            "2031-07-01",
            [
                ("Cleo Tarn", "last seen with it before the day"),
                ("Ben Marsh", "first seen with it after the day"),
            ],
        ),
        ("2032-01-01", [("Ben Marsh", "last seen with it before the day")]),
    ],
)
@pytest.mark.parametrize("post", ["Director of Ports", "DIRECTOR, PORTS", "interim director ports"])
def test_who_held_a_post_on_a_day(
    archive: Archive, post: str, day: str, expected: list[tuple[str, str]]
) -> None:
    found = archive.query("post-on-day", post=post, day=day).dicts()
    assert [(row["person"], row["told"]) for row in found] == expected


def test_a_post_between_two_sightings_is_told_as_such(archive: Archive) -> None:
    (found,) = archive.query("post-on-day", post="chair", day="2031-05-01").dicts()
    assert (found["person"], found["told"]) == (
        "Ada Quill",
        "listed with it before and after the day",
    )
    assert not archive.query("post-on-day", post="chair", day="2031-05-01", place="overby").rows


def test_a_word_is_found_in_the_heading_too(archive: Archive) -> None:
    found = archive.query("decisions-mentioning", word="lighthouse").dicts()
    assert [row["text"] for row in found] == [
        "RESOLVED: That the repairs be approved.",
        "RESOLVED: That the cost be noted.",
    ]
    assert not archive.query("decisions-mentioning", word="zebra").rows


def test_a_planned_item_is_matched_with_the_agenda(archive: Archive) -> None:
    found = {
        row["planned"]: row["agenda_item"]
        for row in archive.query("forward-plan-against-agenda").dicts()
    }
    assert found == {"Dredging contracts": "Dredging contract", "Ferry timetable": None}
    missing = archive.query("forward-plan-against-agenda", missing=True).dicts()
    assert [row["planned"] for row in missing] == ["Ferry timetable"]


def test_a_recommendation_is_matched_with_its_decision(archive: Archive) -> None:
    (found,) = archive.query("recommendations-against-resolutions").dicts()
    assert found["outcome"] == "approved"


def test_slippage_goes_to_the_lead_officer(archive: Archive) -> None:
    (found,) = archive.query("slippage-league").dicts()
    assert found == {
        "lead": "Cleo Tarn",
        "milestones": 2,
        "slipped": 1,
        "worst_days": 61,
        "total_days": 61,
    }


def test_a_meeting_without_record_is_told(archive: Archive) -> None:
    (found,) = archive.query("meetings-and-papers", without_minutes=True).dicts()
    assert (found["meeting_id"], found["record"]) == ("m-autumn", "none")


def test_withheld_and_unread_papers_come_with_their_reason(archive: Archive) -> None:
    found = archive.query("papers-needing-attention").dicts()
    assert [row["status"] for row in found] == ["restricted", "quarantined", "partial"]
    assert all(row["reason"] for row in found)
