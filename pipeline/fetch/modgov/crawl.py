"""Starting a crawl in a process of its own, bounding it, and ending it."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.fetch.modgov import outbox
from pipeline.fetch.modgov.job import Ended, Job

_GRACE = 60.0
"""Seconds beyond the crawl's own limit after which it is killed."""
_LOG = "crawl.log"
_TAIL = 2000


@dataclass(frozen=True)
class Crawl:
    """How a crawl came out; what it found lies in its outbox."""

    folder: Path
    ended: Ended | None
    """None where it was cut off: killed, out of memory, out of time, or broken."""
    trouble: str | None = None
    """Why it was cut off."""


def crawl(
    job: Job,
    folder: Path,
    *,
    megabytes: int = 1024,
    started: Callable[[int], None] | None = None,
) -> Crawl:
    """Do a job in a new process with an outbox at `folder`, which must not stand yet.

    `megabytes` bounds the memory that the process may hold beyond what its programs map;
    `started` is told its number. Raises OSError when the outbox can't be made.
    """
    outbox.prepare(folder, job)
    command = [sys.executable, "-m", "pipeline.fetch.modgov.spider", str(folder)]
    with (folder / _LOG).open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - this very program
            command,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,
            env=_environment(),
            preexec_fn=lambda: _bound(megabytes),  # noqa: PLW1509 - no thread is started before exec
        )
        if started is not None:
            started(process.pid)
        trouble = None
        try:
            process.wait(job.bounds.seconds + job.bounds.file_seconds + _GRACE)
        except subprocess.TimeoutExpired:
            trouble = "it went on beyond its limit, and was ended"
        finally:
            _end(process)
    ended = next((x for x in outbox.read(folder) if isinstance(x, Ended)), None)
    if ended is None and trouble is None:
        trouble = _why(process.returncode, folder / _LOG)
    return Crawl(folder, ended, None if ended else trouble)


def _environment() -> dict[str, str]:
    """This process's environment, with the package found where it was found here."""
    root = str(Path(__file__).resolve().parents[3])
    paths = [root, *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in paths if p)}


def _bound(megabytes: int) -> None:
    """Keep the new process within its memory."""
    size = megabytes << 20
    with suppress(ValueError, OSError):  # a lower bound is set from outside
        resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()
    process.wait()


def _why(code: int, log: Path) -> str:
    lines = log.read_bytes()[-_TAIL:].decode("utf-8", "replace").strip().splitlines()
    last = f": {lines[-1][:300]}" if lines else ""
    if code < 0:
        return f"the crawl was ended by signal {-code}{last}"
    return f"the crawl broke off (status {code}){last}"
