"""How long readers wait while a night is at work, beside how long they wait while none is.

    python -m bench.readers [PAPERS] [FOLDER]

A notebook that keeps its connection and ten processes that open the archive anew ask all the while:
first with no writer, then through a night with new papers. Uses the archive that `bench.nights`
makes. The wait is from before opening to after the answer, as a reader would measure it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.nights import command, held_archive
from tests.run.test_readers import reading

READERS = 10
QUIET_SECONDS = 20.0


def main() -> int:
    """Ask, and tell of both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("papers", nargs="?", type=int, default=10_000)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/bench/nights"))
    given = parser.parse_args()
    work = given.folder / "work"
    with held_archive(given.folder, given.papers) as (held, replica):
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(held, work)
        with tempfile.TemporaryDirectory() as scratch:
            with reading(work / "archive", Path(scratch), READERS) as notes:
                time.sleep(QUIET_SECONDS)
                replica.night, began = 3, time.time()
                night = subprocess.run(command(), cwd=work, stdout=subprocess.DEVNULL, check=False)
                ended = time.time()
            asked = [json.loads(line) for path in notes for line in path.read_text().splitlines()]
    quiet = [each["seconds"] for each in asked if each["at"] < began]
    busy = [each["seconds"] for each in asked if began <= each["at"] < ended]
    print(f"the night took {ended - began:.1f} s and ended with status {night.returncode}")
    print(_told("no writer", quiet))
    print(_told("during the night", busy))
    return 0


def _told(name: str, seconds: list[float]) -> str:
    cuts = statistics.quantiles(seconds, n=1000, method="inclusive")
    each = {"median": cuts[499], "99 %": cuts[989], "99.9 %": cuts[998], "most": max(seconds)}
    told = "  ".join(f"{what} {value * 1000:6.1f} ms" for what, value in each.items())
    return f"{name:<17} {len(seconds):>6,} questions  {told}"


if __name__ == "__main__":
    sys.exit(main())
