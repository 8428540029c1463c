"""A replica that is served for one test, and a source that asks it quickly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.fetch.modgov.crawl import Crawl
from pipeline.fetch.modgov.holdings import Site
from pipeline.fetch.modgov.job import Bounds, Pace
from pipeline.fetch.modgov.source import Source, fetch
from tests.replica.council import Council
from tests.replica.server import Replica

NIGHTS = {night: datetime(2026, 11, 1 + night, 2, tzinfo=UTC) for night in range(1, 8)}
PACE = Pace(user_agent="committee-papers/test (+mailto:tests@harrowmere.example)", delay=0.002,
            retries=2, wait=0.05, longest_wait=3.0)  # fmt: skip


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica(Council(per_body=4)).serving() as served:
        yield served


@pytest.fixture
def source(replica: Replica) -> Source:
    """One body, so that a crawl takes a second or two."""
    return Source(
        authority="London Borough of Harrowmere",
        base=replica.base,
        since=date(2026, 1, 1),
        bodies=(418,),
        recheck_days=400,
        pace=PACE,
        bounds=Bounds(file_bytes=1 << 20, file_seconds=4, seconds=60),
    )


@pytest.fixture
def night(replica: Replica, source: Source, tmp_path: Path) -> Callable[..., tuple[Site, Crawl]]:
    """Run one night's fetching into the test's folder."""

    def run(number: int = 1, **changes: Any) -> tuple[Site, Crawl]:
        replica.night = number
        replica.forget_log()
        return fetch(replace(source, **changes), tmp_path / "site", NIGHTS[number])

    return run
