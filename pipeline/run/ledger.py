"""The run ledger on disk, and what each publication held: how a run that was cut off is noticed.

A run stands in `runs/<run_id>.started` from its first moment. Just before publishing, the marker
is rewritten with all that the bookkeeping will need; after publishing it becomes
`runs/<run_id>.json`. Whichever moment a run is killed at, the next one can tell from the marker
and from the published archive whether the run counts.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec

from pipeline.errors import PublishError
from pipeline.extraction import Run, RunEvent
from pipeline.fetch.durable import write_whole
from pipeline.resolve.ledger import ledger as ledger_rows
from pipeline.store.ledger import amend, holds_run

STARTED = ".started"
DAMAGED = ".damaged"


class Stamp(msgspec.Struct, frozen=True):
    """One paper as the published archive holds it."""

    fingerprint: str
    """Digest of its manifest."""
    location: str | None
    """The absolute path, or the address, that it is known by."""
    removed: bool = False
    """Whether it is marked as gone from there."""


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """What the published archive was made from."""

    run_id: str
    code: str
    """Digest of the code that resolves and publishes."""
    papers: dict[str, Stamp] = {}
    """By document id."""
    corrections: str = ""
    """Digest of the corrections; '' where there were none."""
    corrections_file: str | None = None
    """Where they stand, if not in the archive's own folder."""
    beside: str = ""
    """Digest of what else the archive tells of: what its sources list, what was forgotten."""


class Pending(msgspec.Struct, frozen=True):
    """A marker's content while its run publishes."""

    run: Run
    published: Published


def last_published(archive: Path) -> Run | None:
    """The newest run that published, also one that was cut off right after; None without one."""
    found: list[Run] = []
    for path in sorted((archive / "runs").glob("*.json"), reverse=True):
        with suppress(msgspec.MsgspecError, UnicodeDecodeError):
            run = msgspec.json.decode(path.read_bytes(), type=Run)
            if run.outcome != "failed":
                found.append(run)
                break
    for marker in (archive / "runs").glob(f"*{STARTED}"):
        pending = _pending(marker)
        if pending is not None and holds_run(archive, pending.run.run_id):
            found.append(pending.run)
    return max(found, key=lambda run: run.run_id, default=None)


class Ledger:
    """The ledger of one archive, for one run. Only the holder of the lock may use it."""

    def __init__(self, archive: Path) -> None:
        self._runs = archive / "runs"
        self._state = archive / "published.json"
        self._archive = archive
        self.run_id = ""
        self.cut_off: tuple[str, ...] = ()
        """Runs before this one that never published, oldest first."""
        self.damaged: tuple[Path, ...] = ()
        """The records of runs that `runs` could not decode."""

    def begin(self, now: datetime) -> None:
        """Settle what earlier runs left behind, and mark this run as started at `now` (UTC)."""
        cut_off = []
        for marker in sorted(self._runs.glob(f"*{STARTED}")):
            pending = _pending(marker)
            if pending is not None and holds_run(self._archive, pending.run.run_id):
                self._settle(pending)
                marker.unlink()
            else:
                cut_off.append(marker.name.removesuffix(STARTED))
        self.cut_off = tuple(cut_off)
        self.run_id = now.astimezone(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
        write_whole(self._marker(self.run_id), b"")

    def published(self) -> Published | None:
        """What the published archive was made from; None when there is none, or it is unknown."""
        try:
            state = msgspec.json.decode(self._state.read_bytes(), type=Published)
        except (FileNotFoundError, msgspec.MsgspecError, UnicodeDecodeError):
            return None
        return state if holds_run(self._archive, state.run_id) else None

    def runs(self) -> list[Run]:
        """Every finished run, oldest first; `damaged` then names the records that are no use."""
        found, damaged = [], []
        for path in sorted(self._runs.glob("*.json")):
            try:
                found.append(msgspec.json.decode(path.read_bytes(), type=Run))
            except (msgspec.MsgspecError, UnicodeDecodeError):
                damaged.append(path)
        self.damaged = tuple(damaged)
        return found

    def set_aside(self) -> list[Path]:
        """Rename the damaged records, so that no later run meets them; their new paths."""
        aside = [path.with_name(path.name + DAMAGED) for path in self.damaged]
        for path, new in zip(self.damaged, aside, strict=True):
            path.replace(new)
        self.damaged = ()
        return aside

    def announce(self, pending: Pending) -> None:
        """Note on the disk what is about to be published."""
        write_whole(self._marker(self.run_id), msgspec.json.encode(pending))

    def finish(self, pending: Pending) -> None:
        """Record the run after its publication, and drop the markers of the runs it completed."""
        self._settle(pending)
        for run_id in (*self.cut_off, self.run_id):
            self._marker(run_id).unlink(missing_ok=True)

    def fail(self, run: Run) -> None:
        """Record a run that could not publish."""
        self._save(run)
        self._marker(self.run_id).unlink(missing_ok=True)

    def add_failure(self, run: Run, stage: Literal["tell"], reason: str) -> Run:
        """Add to a finished run what failed after it had published; the run as it is then.

        What was published stands whatever becomes of this: a record that can't be written is
        told by the caller alone.
        """
        event = RunEvent(source="digest", sha256=None, stage=stage, outcome="failed", reason=reason)
        run = msgspec.structs.replace(run, outcome="partial", events=(*run.events, event))
        with suppress(OSError, PublishError):
            self._save(run)
            amend(self._archive, run.run_id, ledger_rows([run]))
        return run

    def abandon(self) -> None:
        """Drop this run's marker after an error, unless the run counts as it has published."""
        if self.run_id and not holds_run(self._archive, self.run_id):
            with suppress(OSError):
                self._marker(self.run_id).unlink(missing_ok=True)

    def _settle(self, pending: Pending) -> None:
        self._save(pending.run)
        write_whole(self._state, msgspec.json.encode(pending.published))

    def _save(self, run: Run) -> None:
        write_whole(self._runs / f"{run.run_id}.json", msgspec.json.encode(run))

    def _marker(self, run_id: str) -> Path:
        return self._runs / f"{run_id}{STARTED}"


def _pending(marker: Path) -> Pending | None:
    try:
        return msgspec.json.decode(marker.read_bytes(), type=Pending)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None  # killed before it came to publish
