"""From paths to candidate papers."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.fetch.folder import find, paths_from

NOWHERE = Path("no archive here")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b/minutes.PDF", "a.txt", "b/c/page.htm", "b/notes.docx", ".hidden/x.pdf"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "a.meta.json").write_text("{}")
    return tmp_path


def names(top: Path, *paths: Path, without: Path = NOWHERE) -> list[str]:
    listing = find(paths or [top], without=without)
    return [str(candidate.path.relative_to(top)) for candidate in listing.candidates]


def test_a_folder_gives_every_paper_below_it(tree: Path) -> None:
    assert names(tree) == ["a.txt", "b/minutes.PDF", "b/c/page.htm"]


def test_what_is_no_paper_is_counted_by_type(tree: Path) -> None:
    assert find([tree], without=NOWHERE).passed_over == {".docx": 1}


def test_each_file_is_found_once(tree: Path) -> None:
    assert names(tree, tree / "b", tree, tree / "a.txt") == [
        "b/minutes.PDF",
        "b/c/page.htm",
        "a.txt",
    ]


def test_the_archive_itself_is_left_out(tree: Path) -> None:
    assert names(tree, without=tree / "b") == ["a.txt"]


def test_a_link_to_a_folder_above_is_not_followed_round(tree: Path) -> None:
    (tree / "b/up").symlink_to(tree)
    assert names(tree) == ["a.txt", "b/minutes.PDF", "b/c/page.htm"]


def test_a_link_to_nothing_is_reported(tree: Path) -> None:
    (tree / "gone.pdf").symlink_to(tree / "nothing.pdf")
    (trouble,) = find([tree], without=NOWHERE).troubles
    assert trouble.source.endswith("gone.pdf")
    assert "link" in trouble.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every folder")
def test_a_folder_that_is_closed_is_reported(tree: Path) -> None:
    (tree / "b/c").chmod(0)
    listing = find([tree], without=NOWHERE)
    (tree / "b/c").chmod(0o755)
    assert [t.source for t in listing.troubles] == [str(tree / "b/c")]
    assert "permissions" in listing.troubles[0].reason


@pytest.mark.parametrize("name", ["missing", "b/notes.docx", "a.meta.json"])
def test_a_path_that_is_no_paper_is_an_error_of_use(tree: Path, name: str) -> None:
    with pytest.raises(UsageError, match=name):
        find([tree / name], without=NOWHERE)


def test_a_folder_without_papers_is_an_error_of_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no papers"):
        find([tmp_path], without=NOWHERE)


def test_a_name_that_is_not_unicode_is_still_text(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("x")
    (candidate,) = find([tmp_path], without=NOWHERE).candidates
    assert candidate.source.encode().endswith("caf\N{REPLACEMENT CHARACTER}.txt".encode())


def test_a_list_of_paths_is_one_a_line() -> None:
    assert paths_from(io.StringIO("a b.pdf\r\n\nc\n")) == [Path("a b.pdf"), Path("c")]


def test_a_wrong_path_in_a_list_is_a_trouble(tree: Path) -> None:
    listing = find([tree / "b"], listed=[tree / "gone.pdf", tree / "a.txt"], without=NOWHERE)
    assert [t.source for t in listing.troubles] == [str(tree / "gone.pdf")]
    assert len(listing.candidates) == 3


def test_a_sidecar_of_no_paper_is_noted(tree: Path) -> None:
    (tree / "b/minutes.meta.json").write_text("{}")
    (tree / "b/minuets.META.json").write_text("{}")
    assert [n.source for n in find([tree], without=NOWHERE).notes] == [
        str(tree / "b/minuets.META.json")
    ]
