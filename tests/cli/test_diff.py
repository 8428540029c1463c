from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.cli.diff import marked
from pipeline.store.publish import publish
from tests.store.invented import invented


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of invented papers, with what changed from a draft to the approved minutes."""
    it = invented()
    facts = {
        (row["document_id"], row["name"]): row["fact_id"]
        for row in it.rows["attendance"]
        if row["meeting_id"] == "m-spring"
    }
    for position, (kind, field, what, before, after) in enumerate(
        [
            ("changed", "status", "B Marsh", "present", "apologies"),
            ("added", "name", "Cleo Tarn", None, "Cleo Tarn, Harbour Master\x1b[2J (present)"),
        ],
        1,
    ):
        it.add(
            "version_changes",
            change_id=f"v{position}",
            meeting_id="m-spring",
            from_document_id="d-summer-pack",
            to_document_id="d-spring",
            fact_table="attendance",
            kind=kind,
            field=field,
            what=what,
            before=before,
            after=after,
            from_fact_id=facts["d-summer-pack", what] if before else None,
            from_page=1 if before else None,
            to_fact_id=facts["d-spring", what],
            to_page=1,
            position=position,
        )
    place = tmp_path_factory.mktemp("diff") / "archive"
    publish(place, it.rows)
    return place


def test_changes_are_shown_with_the_pages_of_both_papers(papers, told) -> None:
    printed = papers("diff", "m-spring", "--archive", told)
    assert printed.code == 0, printed.err
    lines = [line.rstrip() for line in printed.out.splitlines()]
    assert lines[0] == "Harbour Improvement Board, 2031-03-04"
    assert "  [2] draft minutes, d-summer-pack.pdf" in lines
    assert "From [2] draft minutes, d-summer-pack.pdf to [1] minutes, d-spring.pdf" in lines
    assert "    ~ B Marsh, status: [-present-] {+apologies+}  ([2] p1 → [1] p1)" in lines
    assert any(line.startswith("    + Cleo Tarn, Harbour Master") for line in lines)
    assert lines[-1] == "2 changes"
    assert all(len(line) <= 80 for line in lines)
    assert "\x1b" not in printed.out, "no colour where there is no terminal"


@pytest.mark.parametrize(
    "which", ["2031-03-04", "4 March 2031", "Harbour Improvement Board 2031-03-04"]
)
def test_a_meeting_may_be_named_by_date_and_body(papers, told, which) -> None:
    assert papers("diff", which, "--archive", told).out.endswith("2 changes\n")


def test_json_has_boxes_and_keys(papers, told) -> None:
    found = json.loads(papers("diff", "m-spring", "--json", "--archive", told).out)
    assert found["meeting"]["meeting_id"] == "m-spring"
    assert [row["standing"] for row in found["versions"]] == ["minutes", "draft_minutes"]
    first, second = found["changes"]
    assert (first["before"], first["after"], first["from_x0"]) == ("present", "apologies", 72.0)
    assert second["from_fact_id"] is None
    assert second["to_top"] == 100.0


@pytest.mark.parametrize(
    ("meeting", "words"),
    [("m-summer", "only one version"), ("m-autumn", "no record of this meeting")],
)
def test_what_can_not_be_compared_says_so(papers, told, meeting, words) -> None:
    printed = papers("diff", meeting, "--archive", told)
    assert printed.code == 0
    assert words in printed.out


def test_an_unknown_meeting_is_an_error_with_a_remedy(papers, told) -> None:
    printed = papers("diff", "nowhere", "--archive", told)
    assert printed.code == 2
    assert "papers overview" in printed.err


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("That it be agreed.", "That it be noted.", "That it be [-agreed.-] {+noted.+}"),
        ("That it be agreed.", "That it all be agreed.", "That it {+all+} be agreed."),
        ("Clerk", "Head of Service", "[-Clerk-] {+Head of Service+}"),
        ("Clerk", "", "[-Clerk-]"),
        ("", "Clerk", "{+Clerk+}"),
    ],
)
def test_words_are_marked(before, after, shown) -> None:
    assert marked(before, after).plain == shown
