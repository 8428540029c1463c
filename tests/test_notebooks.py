"""Every notebook runs from beginning to end, and is stored with its output."""

import json
import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import pipeline

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SILENT = ("archive.close()",)
"""Last lines of cells that show nothing."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive of the sample papers."""
    folder = tmp_path_factory.mktemp("archive")
    pipeline.ingest([ROOT / "corpus" / "papers"], folder)
    return folder


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def pictures(notebook):
    """How many pictures each code cell shows."""
    return [
        sum("image/png" in output.get("data", {}) for output in cell.outputs)
        for cell in code_cells(notebook)
    ]


def test_there_are_notebooks():
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_on_an_archive(path, archive, monkeypatch):
    monkeypatch.setenv("COMMITTEE_PAPERS_ARCHIVE", str(archive))
    # The kernel imports this checkout, installed or not.
    known = os.environ.get("PYTHONPATH")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(ROOT), known])))
    stored = nbformat.read(path, as_version=4)
    fresh = nbformat.read(path, as_version=4)
    for cell in code_cells(fresh):
        cell.outputs = []

    # A cell that raises makes this raise CellExecutionError.
    resources = {"metadata": {"path": str(path.parent)}}
    NotebookClient(fresh, timeout=120, kernel_name="python3", resources=resources).execute()

    assert pictures(fresh) == pictures(stored)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_stored_with_its_output(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    for number, cell in enumerate(code_cells(notebook), start=1):
        assert cell.execution_count == number, "run it anew from its beginning, then store it"
        assert all(output.output_type != "error" for output in cell.outputs)
        if cell.source.splitlines()[-1] not in SILENT:
            assert cell.outputs, f"no output is stored for:\n{cell.source}"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_stored_output_is_small_and_names_nobodys_folders(path):
    assert path.stat().st_size < 300_000
    shown = json.dumps([cell.outputs for cell in code_cells(nbformat.read(path, as_version=4))])
    for start in ("/home/", "/Users/", "/tmp/", "/root/", str(ROOT)):
        assert start not in shown
