"""Three nights over the replica: the site changes and misbehaves between, and digests tell of it.

`make demo-nightly` runs it. Each night is the command `papers nightly` in a process of its own, as
a scheduler starts it; what it leaves behind stands in the folder that is named at the end.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.replica.faults import FaultKind
from tests.replica.server import Replica

SETTINGS = """\
archive = "archive"
contact = "nobody@example.org"

[[authority]]
name = "London Borough of Harrowmere"
base = "{base}"
since = 2026-01-01
recheck_days = 4000

[politeness]
delay_seconds = 0.01
wait_seconds = 0.05
retries = 1
"""


@dataclass(frozen=True)
class Night:
    """What the site is like on a night."""

    title: str
    replica: int
    """Which of its nights the replica shows."""
    faults: tuple[tuple[FaultKind, str], ...] = ()
    """How it misbehaves, and at which addresses."""


NIGHTS = (
    Night("First night: everything is new", 1),
    Night(
        "Second night: minutes, a supplement and a meeting came in, a report was replaced, an "
        "appendix withdrawn; one paper breaks off in the middle, and one page is forbidden",
        3,
        (
            ("drop", r"/documents/.6115/Supplement"),
            ("forbidden", r"ieListDocuments\.aspx.*MId=6205"),
        ),
    ),
    Night("Third night: the site is well again, and there is one more meeting", 4),
)


def main() -> int:
    """Run the nights; 1 where one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/demo-nightly"))
    folder = parser.parse_args().folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    replica = Replica()
    replica.steady = True
    failed = False
    with replica.serving():
        settings = folder / "papers.toml"
        settings.write_text(SETTINGS.format(base=replica.base))
        for night in NIGHTS:
            failed |= _run(night, replica, settings) not in {0, 1, 4}
    pages = "".join(f"  {path}\n" for path in sorted((folder / "digests").glob("*.html")))
    _say(f"The digests as pages, to open in a browser:\n{pages}")
    _say(f"How the nights went: papers status --runs --archive {folder / 'archive'}\n")
    return int(failed)


def _run(night: Night, replica: Replica, settings: Path) -> int:
    replica.night = night.replica
    replica.faults.clear()
    replica.forget_log()
    for kind, where in night.faults:
        replica.misbehave(kind, where)
    _say(f"\n=== {night.title}\n")
    papers = Path(sys.executable).with_name("papers")
    done = subprocess.run([papers, "nightly", "--settings", settings], check=False)
    digest = max((settings.parent / "digests").glob("*.txt"), default=None)
    _say(f"\nstatus {done.returncode}; the site had {len(replica.log)} requests: {replica.sent}\n")
    if digest is not None:
        _say("\n" + digest.read_text())
    return done.returncode


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
