from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest
from rich.console import Console

from pipeline.cli import answers
from pipeline.cli.output import as_csv, plain
from pipeline.cli.table import print_rows
from pipeline.store import catalogue
from pipeline.store.read import BATCH


def widest(text: str) -> int:
    return max(map(len, text.splitlines()))


@pytest.mark.parametrize("name", catalogue.names())
def test_every_answer_fits_the_terminal(papers, name: str) -> None:
    printed = papers("query", name)
    assert printed.code == 0
    assert catalogue.load(name).title in printed.out
    assert widest(printed.out) <= 80


def test_without_a_name_all_are_listed_with_their_parameters(papers) -> None:
    printed = papers("query")
    for name in catalogue.names():
        assert name in printed.out
        for param in catalogue.load(name).params:
            assert f"--param {param.name}=" in printed.out
    assert widest(printed.out) <= 80
    listed = json.loads(papers("query", "--json").out)
    assert [entry["name"] for entry in listed] == list(catalogue.names())


def test_parameters_are_typed(papers) -> None:
    found = json.loads(papers("query", "recurring-actions", "--param", "least=2", "--json").out)
    assert found["params"] == {"least": 2, "state": None}
    assert len(found["rows"]) == 1
    printed = papers("query", "recurring-actions", "--param", "least=often")
    assert printed.code == 2
    assert "'often' is no integer" in printed.err
    assert papers("query", "recurring-actions", "--param", "least").code == 2


def test_json_is_all_that_stands_on_standard_output(papers) -> None:
    printed = papers("query", "milestones-worse", "--json")
    found = json.loads(printed.out)
    assert found["rows"][0]["due_now"] == "2031-07-31"
    assert found["columns"] == list(found["rows"][0])


def test_csv_has_a_line_per_row(papers) -> None:
    printed = papers("query", "attendance-by-person", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(printed.out)))
    assert [row["person"] for row in rows] == ["Ada Quill", "Cleo Tarn", "Ben Marsh"]
    assert rows[0]["percent"] == "100"


def test_rows_can_be_limited(papers) -> None:
    found = json.loads(papers("query", "attendance-by-person", "--limit", "1", "--json").out)
    assert len(found["rows"]) == 1


def test_parquet_goes_to_a_file(papers, tmp_path: Path) -> None:
    target = tmp_path / "out.parquet"
    printed = papers(
        "query",
        "attendance-by-person",
        "--format",
        "parquet",
        "--output",
        target,
        "--param",
        "body=harbour",
    )
    assert (printed.code, printed.out) == (0, "")
    found = duckdb.sql(f"SELECT person, meetings FROM '{target}'").fetchall()
    assert found == [("Ada Quill", 2), ("Cleo Tarn", 2), ("Ben Marsh", 2)]


def test_parquet_is_not_for_the_terminal(papers) -> None:
    printed = papers("query", "attendance-by-person", "--format", "parquet")
    assert (printed.code, printed.out) == (2, "")
    assert "--output" in printed.err


def test_csv_goes_to_a_file_too(papers, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    assert papers("query", "contradictions", "--format", "csv", "--output", target).out == ""
    assert target.read_text().startswith("held_on,body,")
    missing = tmp_path / "no" / "out.csv"
    printed = papers("query", "contradictions", "--format", "csv", "--output", missing)
    assert printed.code == 2


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_csv_defuses_formulas(start: str) -> None:
    text = as_csv(["text", "number"], [(f"{start}cmd|' /C calc'!A0", -3)])
    (_, row) = csv.reader(io.StringIO(text, newline=""))
    assert row == [f"'{start}cmd|' /C calc'!A0".replace("\r", "\n"), "-3"]


def test_csv_defuses_lists_and_headings_and_keeps_numbers() -> None:
    text = as_csv(["=1+1"], [(["=a", "b"],), (-2.5,), (None,), (True,)])
    assert text == "'=1+1\n'=a; b\n-2.5\n\"\"\ntrue\n"


def test_what_steers_a_terminal_is_not_printed() -> None:
    assert "\x1b" not in plain("\x1b[31mred\x1b[0m \x9b0m")
    assert plain("a\nb\tc") == "a\nb\tc"


def test_markup_in_a_paper_is_printed_as_it_stands(papers) -> None:
    printed = papers("sql", "SELECT '[bold]x[/bold] [/nonsense]' AS text")
    assert "[bold]x[/bold] [/nonsense]" in printed.out


def test_many_columns_become_a_list_per_row(papers) -> None:
    printed = papers("sql", "SELECT * FROM documents WHERE document_id = 'd-spring'")
    assert "row 1" in printed.out
    assert "papers/d-spring.pdf" in printed.out
    assert widest(printed.out) <= 80


def test_a_table_keeps_short_columns_whole() -> None:
    target = io.StringIO()
    long = "a sentence of many words that has to be wrapped somewhere in the middle of it all"
    print_rows(Console(file=target, width=50), ["day", "text"], [["2031-03-04", long]], [False] * 2)
    assert "2031-03-04" in target.getvalue()
    assert widest(target.getvalue()) <= 50


def test_sql_answers_one_read_only(papers) -> None:
    found = json.loads(papers("sql", "SELECT count(*) AS n FROM meetings", "--json").out)
    assert found["rows"] == [{"n": 3}]
    printed = papers("sql", "DROP TABLE meetings")
    assert (printed.code, printed.out) == (2, "")
    assert "only read" in printed.err


def test_sql_comes_from_standard_input_too(papers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT 7 AS seven"))
    assert papers("sql", "-", "--format", "csv").out == "seven\n7\n"


def test_the_overview_answers_five_questions(papers) -> None:
    printed = papers("overview")
    assert printed.code == 0
    assert widest(printed.out) <= 80
    places = [printed.out.index(catalogue.load(name).title) for name in catalogue.OVERVIEW]
    assert places == sorted(places)
    assert "archive/archive.duckdb" in printed.out
    assert sum(line.startswith("  papers ") for line in printed.out.splitlines()) == 3
    found = json.loads(papers("overview", "--json").out)
    assert found["totals"]["meetings"] == 3
    assert [answer["query"] for answer in found["answers"]] == list(catalogue.OVERVIEW)


def test_nothing_is_printed_where_the_archive_has_no_answer(papers, tmp_path: Path) -> None:
    printed = papers("query", "contradictions", "--archive", tmp_path / "none")
    assert (printed.code, printed.out) == (2, "")
    assert "no archive" in printed.err


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_list_of_queries_has_no_other_form(papers, form: str) -> None:
    printed = papers("query", "--format", form)
    assert (printed.code, printed.out) == (2, "")
    assert "name a query" in printed.err


ENDLESS = "SELECT * FROM range(10000000000)"


def test_a_limit_keeps_the_rest_from_being_fetched(papers) -> None:
    for form in ("table", "csv", "json"):
        printed = papers("sql", ENDLESS, "--limit", "2", "--format", form)
        assert printed.code == 0
        assert "1" in printed.out
        assert "2" not in printed.out.replace("range", "")


def test_a_table_has_an_end(papers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "TABLE_ROWS", 5)
    printed = papers("sql", ENDLESS)
    assert "5 rows; there may be more" in printed.err
    assert printed.out.split()[-1] == "4"
    assert "more" not in papers("sql", "SELECT * FROM range(5)").err
    monkeypatch.setattr(answers, "TABLE_CHARACTERS", 100)
    wide = "SELECT repeat('x', 40) FROM range(10000000000)"
    assert "there may be more" in papers("sql", wide, "--limit", "9").err


def test_json_that_would_fill_the_memory_is_refused(papers, monkeypatch) -> None:
    monkeypatch.setattr(answers, "JSON_ROWS", 5)
    printed = papers("sql", ENDLESS, "--json")
    assert (printed.code, printed.out) == (2, "")
    assert len(json.loads(papers("sql", ENDLESS, "--json", "--limit", "5").out)["rows"]) == 5
    assert len(json.loads(papers("sql", "FROM range(5)", "--json").out)["rows"]) == 5


def test_csv_is_written_in_batches_and_whole_or_not_at_all(papers, tmp_path: Path) -> None:
    many = BATCH * 2 + 1
    printed = papers("sql", f"FROM range({many})", "--format", "csv")
    assert printed.out == "range\n" + "".join(f"{n}\n" for n in range(many))
    assert papers("sql", "SELECT 1 AS one WHERE false", "--format", "csv").out == "one\n"
    target = tmp_path / "out.csv"
    target.write_text("before")
    late = f"SELECT CASE WHEN range > {many} THEN error('odd') END FROM range({many} * 9)"
    assert papers("sql", late, "--format", "csv", "--output", target).code == 2
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_json_keeps_columns_named_alike(papers) -> None:
    found = json.loads(papers("sql", "SELECT 1 AS a, 2 AS a", "--json").out)
    assert found["columns"] == ["a", "a_2"]
    assert found["rows"] == [{"a": 1, "a_2": 2}]


def test_one_of_a_thing_is_not_named_in_the_plural(papers) -> None:
    lines = papers("overview").out.splitlines()
    assert "          1  body" in lines
    assert "          3  meetings" in lines
