"""The package's public names: few, all there, and cheap to import."""

from __future__ import annotations

import subprocess
import sys

import pipeline

HEAVY = ("pdfplumber", "pypdfium2", "spacy", "pandas", "dateparser")


def test_every_public_name_is_there() -> None:
    assert set(pipeline.__all__) == {"Archive", "__version__", "ingest", "open_archive", "score"}
    for name in pipeline.__all__:
        assert getattr(pipeline, name) is not None


def test_the_command_starts_without_the_libraries_that_only_workers_need() -> None:
    program = f"import sys, pipeline.cli; print([m for m in {HEAVY} if m in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert answer.stdout == b"[]\n"
