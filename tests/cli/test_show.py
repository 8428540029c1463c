from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest
from PIL import Image


def test_a_meeting_is_shown_with_its_pages(papers) -> None:
    printed = papers("show", "meeting", "2031-03-04")
    assert printed.code == 0
    assert max(map(len, printed.out.splitlines())) <= 80
    assert "Harbour Improvement Board" in printed.out
    assert "present, chair" in printed.out
    assert "[1] p2" in printed.out, "the page that a decision was read from"
    assert "d-summer-pack" in printed.out


def test_a_meeting_as_json(papers) -> None:
    found = json.loads(papers("show", "meeting", "m-summer", "--json").out)
    assert found["meeting"]["held_on"] == "2031-06-03"
    assert found["resolutions"][0]["page"] == 2
    assert found["resolutions"][0]["document_id"] == "d-summer"


def test_a_paper_is_shown_with_what_was_turned_down_on_request(papers) -> None:
    assert "a venue, not a name" not in papers("show", "paper", "d-spring").out
    printed = papers("show", "paper", "d-spring", "--rejected")
    assert "a venue, not a name" in printed.out
    assert "Quay wall surveyed" in printed.out
    assert max(map(len, printed.out.splitlines())) <= 80


def test_a_person_is_shown_under_every_printed_name(papers) -> None:
    printed = papers("show", "person", "marsh")
    assert "B Marsh" in printed.out
    assert "Ben Marsh" in printed.out
    assert "Keeps a boat in the marina." in printed.out


def test_a_name_of_many_lists_them(papers) -> None:
    printed = papers("show", "meeting", "harbour")
    assert (printed.code, printed.out) == (2, "")
    assert "m-spring" in printed.err


def test_evidence_is_drawn_on_the_pages(papers, tmp_path: Path) -> None:
    printed = papers("show", "paper", "d-spring", "--evidence", tmp_path, "--json")
    assert printed.code == 0
    json.loads(printed.out)
    drawn = sorted(path.name for path in tmp_path.iterdir())
    assert drawn == ["d-spring-p001.png", "d-spring-p002.png", "d-spring-p003.png"]
    image = Image.open(io.BytesIO((tmp_path / drawn[0]).read_bytes()))
    assert image.size == (1190, 1684)
    assert len(image.getcolors() or []) > 1, "nothing was drawn on the empty page"


@pytest.mark.parametrize("kind", ["damaged", "missing"])
def test_an_original_that_cannot_be_drawn_is_told(
    papers, folder: Path, tmp_path: Path, kind: str
) -> None:
    place = tmp_path / "archive"
    shutil.copytree(folder, place)
    if kind == "missing":
        shutil.rmtree(place / "originals")
    printed = papers(
        "show", "paper", "d-summer", "--evidence", tmp_path / "out", "--archive", place
    )
    assert printed.code == 1
    assert "Error: " in printed.err
    assert "Traceback" not in printed.err


@pytest.mark.parametrize("name", ["Cllr Ada Quill", "ada  quill ", "Rt. Hon. Ada Quill"])
def test_a_person_may_be_named_as_papers_print_it(papers, name: str) -> None:
    assert json.loads(papers("show", "person", name, "--json").out)["person"]["name"] == "Ada Quill"


@pytest.mark.parametrize(
    "day",
    [
        "4 March 2031",
        "2031-3-4",
        "4th Mar 2031",
        "04/03/2031",
        "Tuesday, 4 March 2031",
        " 2031-03-04",
    ],
)
def test_a_date_may_be_written_in_the_usual_ways(papers, day: str) -> None:
    found = json.loads(papers("show", "meeting", day, "--json").out)
    assert found["meeting"]["held_on"] == "2031-03-04"


@pytest.mark.parametrize("kind", ["meeting", "paper", "person"])
def test_no_name_is_no_question(papers, kind: str) -> None:
    printed = papers("show", kind, "  ")
    assert (printed.code, printed.out) == (2, "")
    assert f"name a {kind}" in printed.err
