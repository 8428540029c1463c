from __future__ import annotations

import pytest

from pipeline.errors import UsageError
from pipeline.provenance import Box
from pipeline.store import profile
from pipeline.store.read import Archive


@pytest.mark.parametrize(
    ("kind", "which", "key"),
    [
        ("meeting", "m-spring", "m-spring"),
        ("meeting", "2031-06-03", "m-summer"),
        ("meeting", "board 2031-09", "m-autumn"),
        ("paper", "d-summer", "d-summer"),
        ("paper", "d-summer-pack.pdf", "d-summer-pack"),
        ("paper", "spring", "d-spring"),
        ("person", "ada quill", "p-quill"),
        ("person", "Marsh", "p-marsh"),
        ("person", "b marsh", "p-marsh"),
        ("person", "p-old-marsh", "p-marsh"),
    ],
)
def test_keys_dates_and_names_are_found(
    archive: Archive, kind: profile.Kind, which: str, key: str
) -> None:
    assert profile.find(archive, kind, which) == key


def test_a_name_of_many_lists_them(archive: Archive) -> None:
    with pytest.raises(UsageError, match=r"(?s)m-autumn  2031-09-09, Harbour.*m-spring"):
        profile.find(archive, "meeting", "harbour")


def test_a_name_of_none_is_told(archive: Archive) -> None:
    with pytest.raises(UsageError, match="no person 'Zed'"):
        profile.find(archive, "person", "Zed")


def test_a_meeting_is_told_from_its_best_record(archive: Archive) -> None:
    found = profile.load(archive, "meeting", "m-spring")
    assert found.heading["body"] == "Harbour Improvement Board"
    assert "declarations" not in found.sections, "empty sections are left out"
    status = {row["name"]: row["status"] for row in found.sections["attendance"].dicts()}
    assert status == {
        "Ada Quill": "present, chair",
        "B Marsh": "apologies",
        "Cleo Tarn": "present",
    }


def test_marks_are_grouped_by_page(archive: Archive) -> None:
    found = profile.marked_pages(archive, "paper", "d-summer-pack")
    assert [(each.page, len(each.boxes)) for each in found] == [(1, 4), (2, 1), (3, 2), (4, 2)]
    assert found[0].boxes[0] == Box(72.0, 100.0, 300.5, 112.0)
