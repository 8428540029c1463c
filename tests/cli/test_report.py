from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest

KINDS = ("recurring-actions", "attendance", "meeting", "milestones")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("suffix", ["html", "xlsx", "md", "csv", "HTM"])
def test_each_report_is_written_in_each_form(
    papers, tmp_path: Path, kind: str, suffix: str
) -> None:
    target = tmp_path / f"report.{suffix}"
    printed = papers("report", kind, "--to", target)
    assert (printed.code, printed.out) == (0, "")
    assert printed.err.endswith(f"wrote {target}\n")
    content = target.read_bytes()
    begins = {"xlsx": b"PK", "md": b"# ", "csv": b""}.get(suffix, b"<!doctype html>")
    assert content.startswith(begins)
    assert list(tmp_path.iterdir()) == [target]


def test_standard_output_has_markdown_or_what_is_asked_for(papers) -> None:
    assert papers("report", "attendance").out.startswith("# Attendance: Harbour")
    assert papers("report", "attendance", "--to", "-").out.startswith("# Attendance")
    printed = papers("report", "attendance", "--format", "csv", "--table", "records")
    rows = list(csv.DictReader(io.StringIO(printed.out)))
    assert rows[0]["Name"] == "Councillor Ada Quill"
    assert papers("report", "attendance", "--format", "html").out.startswith("<!doctype html>")


def test_the_scope_is_passed_on(papers) -> None:
    printed = papers("report", "attendance", "--since", "2031-04-01", "--body", "harbour")
    assert "From: 1 April 2031" in printed.out
    assert "4 March 2031" not in printed.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("attendance", "--to", "x.docx"), ".html, .xlsx, .md or .csv, not .docx"),
        (("attendance", "--to", "x"), "name such a file"),
        (("attendance", "--format", "pdf"), "none of html, xlsx, md, csv"),
        (("attendance", "--format", "xlsx"), "name a file with --to"),
        (("attendance", "--table", "people"), "--table goes with CSV"),
        (("attendance", "--format", "csv", "--table", "x"), "people, matrix, lists, records"),
        (("attendance", "--to", "no/such/x.html"), "not a folder"),
        (("attendance", "--since", "June"), "write it as 2017-06-14"),
        (("attendance", "--since", "2031-04-01", "--until", "2031-03-01"), "swap them"),
        (("attendance", "--body", "parks"), "no meeting that fits"),
        (("meeting", "m-spring", "--body", "harbour"), "not both"),
        (("meeting", "nowhere"), "no meeting 'nowhere'"),
        (("attendance", "--archive", "nowhere"), "papers ingest PATH"),
    ],
)
def test_a_wrong_call_is_told_with_the_remedy(papers, arguments, words: str) -> None:
    printed = papers("report", *arguments)
    assert (printed.code, printed.out) == (2, "")
    assert words in " ".join(printed.err.split())


def test_a_paper_that_cannot_be_drawn_is_named_and_the_report_is_written(
    papers, tmp_path: Path
) -> None:
    target = tmp_path / "r.html"
    printed = papers("report", "recurring-actions", "--to", target)
    assert printed.code == 0
    assert "no pictures of d-summer" in printed.err
    assert "could not be shown in pictures" in target.read_text(encoding="utf-8")
    bare = papers("report", "recurring-actions", "--no-pictures", "--to", target)
    assert "no pictures of" not in bare.err
    assert "<img" not in target.read_text(encoding="utf-8")


def test_links_lead_from_the_file_to_the_kept_paper(papers, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "deep" / "r.xlsx"
    target.parent.mkdir()
    papers("report", "meeting", "m-spring", "--to", target)
    sheet = openpyxl.load_workbook(target)["Decisions"]
    targets = [c.hyperlink.target for line in sheet for c in line if c.hyperlink]
    linked = targets[0].replace("\\", "/")
    assert (target.parent / linked).resolve().is_relative_to(folder.resolve() / "originals")
    assert (target.parent / linked).is_file()


def test_help_has_an_example(papers) -> None:
    printed = papers("report", "--help")
    assert "papers report recurring-actions --body" in " ".join(printed.out.split())
