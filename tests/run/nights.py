"""Nights over a served replica, for tests: settings, running, and what an archive holds."""

from __future__ import annotations

import subprocess
from pathlib import Path

from pipeline.run.nightly import NightResult, night_of, nightly
from pipeline.settings import load
from tests.replica.server import Replica
from tests.run.archive import LEDGER, papers, rows

VARYING = {"ingested_at", "replaced_at", "first_seen", "last_seen"}
"""Columns that tell the time of a run."""


def write_settings(
    folder: Path, replica: Replica, bodies: str = "[418, 427]", more: str = ""
) -> Path:
    """Settings of a night that asks the replica quickly."""
    path = folder / "papers.toml"
    path.write_text(
        f'archive = "archive"\ncontact = "papers@harrowmere.org"\n\n[[authority]]\n'
        f'name = "London Borough of Harrowmere"\nbase = "{replica.base}"\nsince = 2026-01-01\n'
        f"recheck_days = 4000\nbodies = {bodies}\n\n{more}\n[politeness]\n"
        "delay_seconds = 0.002\nwait_seconds = 0.05\nretries = 2\nlongest_wait_seconds = 2\n\n"
        "[limits]\nfile_seconds = 4\nfile_megabytes = 1\nfetch_minutes = 2\n"
    )
    return path


def run(settings: Path, replica: Replica, night: int) -> NightResult:
    """One night in this process."""
    replica.night = night
    replica.forget_log()
    return nightly(night_of(load(settings)))


def start(settings: Path, **options: object) -> subprocess.Popen[str]:
    """One night in a process of its own."""
    return papers("nightly", "--settings", settings, **options)


def content(archive: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the ledger's, without the times of runs, in order."""
    found = {}
    for (name,) in rows(archive, "SELECT table_name FROM duckdb_tables() ORDER BY 1"):
        if name in LEDGER:
            continue
        columns = [
            str(c)
            for (c,) in rows(
                archive, f"SELECT column_name FROM duckdb_columns() WHERE table_name = '{name}'"
            )
            if c not in VARYING
        ]
        listed = ", ".join(f'"{column}"' for column in columns)
        found[str(name)] = rows(archive, f"SELECT {listed} FROM {name} ORDER BY ALL")
    return found


def outcomes(night: NightResult) -> dict[str, int]:
    """How many events of each kind a night had."""
    found: dict[str, int] = {}
    for event in night.result.run.events:
        found[event.outcome] = found.get(event.outcome, 0) + 1
    return found
