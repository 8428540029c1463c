"""A night over ten thousand papers that are held already: seconds, requests and memory.

    python -m bench.nights [PAPERS] [FOLDER]

An invented council's site of so many papers is served on loopback and taken in once, which takes
some ten minutes and is kept in the folder (build/bench/nights). Then two nights are measured, each
the command `papers nightly` in a process of its own: one with nothing new, and one with a few new
papers, a replaced one and a withdrawn one. Beside each stands what the site itself took to answer.
Memory is the most that the command and its workers held at one moment (proportional set size).
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pipeline.store.read import open_archive
from tests.replica.council import BODIES, Council
from tests.replica.server import Replica

PAPERS_A_MEETING = 8
DAYS_BETWEEN = 35
SETTINGS = """\
archive = "archive"
contact = "nobody@example.org"

[[authority]]
name = "London Borough of Harrowmere"
base = "{base}"
since = {since}

[politeness]
delay_seconds = 0.002
wait_seconds = 0.05

[limits]
fetch_minutes = 600
"""


@dataclass(frozen=True)
class Measured:
    """What one night took."""

    name: str
    papers: int
    """Held after it."""
    seconds: float
    answering: float
    """Seconds in which the site was busy answering."""
    requests: int
    mebibytes: float


def main() -> int:
    """Build the archive unless it stands, and measure; 1 where a night failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("papers", nargs="?", type=int, default=10_000)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/bench/nights"))
    given = parser.parse_args()
    work = given.folder / "work"
    with held_archive(given.folder, given.papers) as (held, replica):
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(held, work)
        for number, name in ((1, "nothing new"), (1, "nothing new again"), (3, "a few new papers")):
            print(_told(_night(work, replica, number, name)), flush=True)
    return 0


@contextmanager
def held_archive(folder: Path, papers: int) -> Iterator[tuple[Path, Replica]]:
    """The folder of an archive that holds so many papers, made where it is missing, and its site.

    The site is served until the block ends.
    """
    held = folder / f"held-{papers}"
    replica = _replica(held, papers)
    with replica.serving(_port(held)):
        if not (held / "whole").exists():
            _settings(held, replica)
            print(_told(_night(held, replica, 1, "the first night")), flush=True)
            (held / "whole").touch()
        yield held, replica


def command() -> list[str | Path]:
    """A night, to be started in the folder of its settings."""
    return [Path(sys.executable).with_name("papers"), "nightly", "--settings", "papers.toml"]


def _replica(folder: Path, papers: int) -> Replica:
    """The site: its meetings end today, or on the day that the archive was begun."""
    folder.mkdir(parents=True, exist_ok=True)
    per_body = -(-papers // (PAPERS_A_MEETING * len(BODIES)))
    begun = folder / "begun"
    if not begun.exists():
        back = timedelta(days=DAYS_BETWEEN * (per_body - 1))
        begun.write_text((datetime.now(UTC).date() - back).isoformat())
    replica = Replica(Council(per_body=per_body, first=date.fromisoformat(begun.read_text())))
    replica.steady = True
    return replica


def _port(folder: Path) -> int:
    """The port of the site, which is part of the papers' addresses: always the same."""
    settings = folder / "papers.toml"
    if not settings.exists():
        return 0
    return int(settings.read_text().split("127.0.0.1:")[1].split("/")[0])


def _settings(folder: Path, replica: Replica) -> None:
    since = (folder / "begun").read_text()
    (folder / "papers.toml").write_text(SETTINGS.format(base=replica.base, since=since))


def _night(folder: Path, replica: Replica, number: int, name: str) -> Measured:
    replica.night = number
    replica.forget_log()
    before = replica.busy_seconds
    began = time.monotonic()
    process = subprocess.Popen(command(), cwd=folder, stdout=subprocess.DEVNULL)
    with _most_memory(process.pid) as most:
        status = process.wait()
    seconds = time.monotonic() - began
    if status not in {0, 1}:
        raise SystemExit(f"{name}: papers nightly ended with status {status}")
    with open_archive(folder / "archive") as archive:
        ((papers,),) = archive.sql("SELECT count(*) FROM documents").rows
    return Measured(
        name=name,
        papers=int(str(papers)),
        seconds=seconds,
        answering=replica.busy_seconds - before,
        requests=len(replica.log),
        mebibytes=most[0] / 2**20,
    )


@contextmanager
def _most_memory(process: int) -> Iterator[list[int]]:
    """Watch a process and its children until the block ends; the list holds the most, in bytes."""
    most, ended = [0], threading.Event()

    def watch() -> None:
        while not ended.wait(0.1):
            most[0] = max(most[0], sum(_memory(each) for each in _family(process)))

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield most
    finally:
        ended.set()
        thread.join()


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _memory(process: int) -> int:
    """Proportional set size in bytes; 0 for a process that has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:")), 0)


def _told(found: Measured) -> str:
    return (
        f"{found.name:<18} {found.papers:>7,} papers held  {found.seconds:7.1f} s, of them "
        f"the site {found.answering:6.1f} s for {found.requests:>6,} requests  "
        f"{found.mebibytes:6.0f} MiB"
    )


if __name__ == "__main__":
    raise SystemExit(main())
