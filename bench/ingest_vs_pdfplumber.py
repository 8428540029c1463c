"""What the whole pipeline costs beside plain pdfplumber on one PDF, in CPU seconds of one core.

    python -m bench.ingest_vs_pdfplumber [FILE.pdf] [ROUNDS]

Ours: read, segment, extract, resolve and publish to an archive on disk. Theirs: `extract_text` and
`extract_tables` of every page, and nothing else. Both run in this one process, turn by turn, after
a round that isn't counted (imports and other start-up); CPU time is that of all its threads.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pdfplumber

from pipeline.extraction import Paper
from pipeline.resolve import resolve
from pipeline.run.papers import document_id
from pipeline.run.work import read_paper
from pipeline.store.publish import publish

SAMPLES = Path(__file__).parent.parent / "corpus" / "papers"


def sample() -> Path:
    """The PDF with the most pages: of the real papers where they are at hand, else of ours."""
    shared = os.environ.get("COMMITTEE_PAPERS_SHARED")
    folder = Path(shared, "papers") if shared else SAMPLES
    return max(sorted(folder.glob("*.pdf")), key=pages)


def pages(path: Path) -> int:
    """How many pages a PDF has."""
    with pdfplumber.open(path) as pdf:
        return len(pdf.pages)


def ours(path: Path, archive: Path) -> int:
    """Bytes to a published archive; how many facts it holds."""
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    found = read_paper(path, sha256)
    if found.status not in {"ok", "partial"}:
        raise SystemExit(f"{path}: {found.reason}")
    paper = Paper(
        document_id=document_id(sha256),
        source=path.name,
        sha256=sha256,
        media_type="application/pdf",
        status=found.status,
        status_reason=found.reason,
        ingested_at=datetime.now(UTC),
        kind=found.kind,
        title=found.title,
        pages=found.pages,
        parts=found.parts,
        facts=found.facts,
        refusals=found.refusals,
    )
    publish(archive, resolve([paper], []))
    return len(found.facts)


def theirs(path: Path) -> int:
    """Text and tables of every page; how many tables there are."""
    tables = 0
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            tables += len(page.extract_tables())
            page.close()
    return tables


def timed(call: Callable[[], int]) -> tuple[float, int]:
    """CPU seconds of a call, and what it returned."""
    began = time.process_time()
    result = call()
    return time.process_time() - began, result


def main() -> None:
    """Measure and print."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else sample()
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    archive = Path(tempfile.mkdtemp())
    times: list[tuple[float, float]] = []
    try:
        ours(path, archive)
        theirs(path)
        print(f"{path.name}: CPU seconds on one core\nround  ours  pdfplumber  ratio")
        for number in range(1, rounds + 1):
            mine, facts = timed(lambda: ours(path, archive))
            plain, tables = timed(lambda: theirs(path))
            times.append((mine, plain))
            print(f"{number:>5} {mine:>5.2f} {plain:>11.2f} {plain / mine:>6.1f}")
    finally:
        shutil.rmtree(archive)
    mine, plain = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"ours: {facts} facts, resolved and published; pdfplumber: text and {tables} tables")
    print(f"median: {mine:.2f} s against {plain:.2f} s: pdfplumber takes {plain / mine:.1f} times")


if __name__ == "__main__":
    main()
