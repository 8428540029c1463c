from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from pipeline import __version__
from pipeline.cli.app import COMMANDS

HEAVY = ("duckdb", "lxml", "pandas", "pdfplumber", "pypdfium2", "spacy")


def test_help_lists_every_command_and_fits(papers) -> None:
    printed = papers("--help")
    assert printed.code == 0
    assert max(map(len, printed.out.splitlines())) <= 80
    for name, line in COMMANDS.items():
        assert name in printed.out
        assert line in printed.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_module_and_help(papers, name: str) -> None:
    import_module(f"pipeline.cli.{name}")
    printed = papers(name, "--help")
    assert printed.code == 0
    assert f"papers {name}" in printed.out
    assert max(map(len, printed.out.splitlines())) <= 80


def test_the_version_is_printed(papers) -> None:
    assert papers("--version").out == f"papers {__version__}\n"


def test_help_waits_for_no_heavy_library() -> None:
    code = (
        "import sys; from pipeline.cli.app import app; app(['--help'], standalone_mode=False);"
        f"print('loaded', *sorted(set(sys.modules) & set({HEAVY!r})), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr.split() in (["loaded"], ["loaded", "duckdb"])


def test_a_misspelt_command_is_a_usage_error(papers) -> None:
    printed = papers("quer")
    assert printed.code == 2
    assert printed.out == ""
    assert "query" in printed.err


def test_a_missing_archive_is_a_usage_error_with_the_remedy(papers) -> None:
    for command in (["overview"], ["status"], ["sql", "SELECT 1"], ["show", "meeting", "x"]):
        printed = papers(*command, "--archive", "nowhere")
        assert (printed.code, printed.out) == (2, "")
        assert "papers ingest PATH" in printed.err
