"""A reader of an archive in a process of its own: asks again and again, and notes what it saw.

`python -m tests.run.reader ARCHIVE STOP NOTES reopen|keep` asks until the file STOP stands, and
writes to NOTES one JSON line for each question: when it began, how long it took, and the answer.
`keep` asks over one connection, as a notebook does; `reopen` opens the archive anew each time.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from pipeline.store.read import Archive, open_archive

PAUSE = 0.2
TABLES = ("documents", "meetings", "attendance", "resolutions", "actions", "evidence")
WHOLE = "SELECT (SELECT max(run_id) FROM ingest_runs), " + ", ".join(
    f"(SELECT count(*) FROM {table})" for table in TABLES
)
"""The run that was published last, and how many rows there are: equal only within one night."""


def ask(archive: Archive) -> list[object]:
    """The newest run and the number of rows."""
    return list(archive.sql(WHOLE).rows[0])


def main(place: Path, stop: Path, notes: Path, how: str) -> None:
    """Ask until told to stop."""
    with notes.open("w") as out, ExitStack() as stack:
        kept = stack.enter_context(open_archive(place)) if how == "keep" else None
        while not stop.exists():
            began = time.time()
            clock = time.perf_counter()
            if kept is None:
                with open_archive(place) as archive:
                    seen = ask(archive)
            else:
                seen = ask(kept)
            took = time.perf_counter() - clock
            out.write(json.dumps({"at": began, "seconds": took, "seen": seen}) + "\n")
            time.sleep(PAUSE)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
