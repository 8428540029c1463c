"""The package's public names: few, all there, and cheap to import."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pipeline
from tests.run import made
from tests.run.archive import documents

HEAVY = ("pdfplumber", "pypdfium2", "spacy", "pandas", "dateparser")


def test_every_public_name_is_there() -> None:
    assert set(pipeline.__all__) == {"Archive", "__version__", "ingest", "open_archive", "score"}
    for name in pipeline.__all__:
        assert getattr(pipeline, name) is not None


def test_the_command_starts_without_the_libraries_that_only_workers_need() -> None:
    program = f"import sys, pipeline.cli; print([m for m in {HEAVY} if m in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert answer.stdout == b"[]\n"


def test_a_plain_script_may_ingest_at_its_top_level(tmp_path: Path) -> None:
    (tmp_path / "may.txt").write_text(made.MINUTES)
    script = tmp_path / "script.py"
    script.write_text(
        "import pipeline\n"
        "print('begun')\n"
        "print(pipeline.ingest(['may.txt'], 'archive').run.outcome)\n"
    )
    done = subprocess.run(
        [sys.executable, script.name],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(pipeline.__file__).parents[1])},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "begun\nsuccess\n"), done.stderr
    assert documents(tmp_path / "archive") == {"may.txt": ("ok", None)}
